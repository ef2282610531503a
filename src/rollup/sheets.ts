/** The sheets that go with a sum: who is in it and who is not, and the figures of each unit. */
import type { Edition } from '../report/edition';
import { figureName, figuresOf, findFigure } from '../report/figures';
import type { Language } from '../report/language';
import { sumSheetHeads, type SheetContent, type SheetValue } from '../report/workbook';
import { plainName } from '../write/text';
import { contributions, type RollUp } from './sum';
import { wordsIn } from './words';

const name = (edition: Edition, id: string): string => {
  const figure = findFigure(edition, id);
  return figure === undefined ? id : figureName(figure);
};

/** What is to be said of a sum, one sentence each: blanks that count as nothing, amounts that cannot be added. */
export function remarks({ blanks, unknownUnits }: RollUp, edition: Edition, language: Language): string[] {
  const words = wordsIn(language);
  return [
    ...[...unknownUnits].map(([id, units]) => words.unknownUnit(name(edition, id), units.join('、'))),
    ...[...blanks].map(([id, units]) => words.blankFigure(name(edition, id), units.length)),
  ];
}

export function rollUpSheets(rollUp: RollUp, edition: Edition, language: Language): SheetContent[] {
  const words = wordsIn(language);
  const heads = sumSheetHeads[language];
  const { report, included, notes } = rollUp;
  const noted = new Set(notes.map(({ source }) => source));
  const counted = included
    .filter(({ source }) => !noted.has(source))
    .map(({ report: { unit }, source }): SheetValue[] => [plainName(unit.name ?? ''), '', words.included, source]);
  const others = notes.map(({ unit, state, included: isIn, source }): SheetValue[] => [
    plainName(unit ?? ''),
    words.states[state],
    isIn ? words.included : words.excluded,
    source ?? '',
  ]);
  const figures = figuresOf(edition);
  const units =
    included[0] === undefined ? [] : contributions(rollUp, figures[0]?.id ?? '').map(({ unit }) => plainName(unit));
  return [
    {
      name: words.notesName,
      widths: [36, 16, 12, 48],
      headerRows: 2,
      rows: [
        [words.notesTitle(plainName(report.unit.name ?? ''), report.year ?? 0, included.length)],
        [...heads.notes],
        ...others,
        ...counted,
        ...remarks(rollUp, edition, language).map((text): SheetValue[] => [text, '', '', '']),
      ],
      paint: [],
    },
    {
      name: words.sourcesName,
      widths: [40, 12, ...units.map(() => 14)],
      headerRows: 2,
      rows: [
        [...heads.sources],
        [words.figure, words.sum, ...units],
        ...figures.map((figure): SheetValue[] => [
          figureName(figure),
          report.figures[figure.id] ?? '',
          ...contributions(rollUp, figure.id).map(({ value }): SheetValue => value ?? ''),
        ]),
      ],
      paint: [],
    },
  ];
}
