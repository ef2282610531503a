import type { Words } from './words.zh';

export const en: Words = {
  states: {
    missing: 'nothing came',
    duplicate: 'came more than once',
    otherYear: 'another year',
    otherEdition: 'another edition',
    notListed: 'not on the list',
    unnamed: 'no name was read',
    unreadable: 'not readable',
  },
  included: 'counted',
  excluded: 'not counted',
  notesName: '汇总情况',
  notesTitle: (unit, year, count) => `${unit} ${year}: ${count} reports counted`,
  sourcesName: '数据来源',
  figure: 'Figure',
  sum: 'Sum',
  blankFigure: (figure, count) => `${figure}: left blank by ${count} units, counted as nothing`,
  unknownUnit: (figure, units) => `${figure}: cannot be added, no unit of money told by: ${units}`,
};
