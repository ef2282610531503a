import { comparisonHeads } from '../report/sheet/workbook';
import type { TextPlace, TextProblem } from './textProblem';
import type { Words } from './words.zh';

const place = (where: TextPlace): string => {
  switch (where.kind) {
    case 'unitName':
      return 'the name of the unit';
    case 'section':
      return `${where.title}, paragraph ${where.paragraph}`;
    case 'explanation':
      return `explanation ${where.paragraph}`;
    case 'sheet':
      return `row ${where.row} of the sheet ${where.name}`;
    case 'option':
      return 'what was typed for this export';
  }
};

const kinds: Readonly<Record<Exclude<TextProblem['kind'], 'tooLong'>, string>> = {
  control: 'an invisible control character',
  surrogate: 'half a character',
  noncharacter: 'an invalid character',
};

const code = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** What a user reads of this room, in English. */
export const en: Words = {
  comparison: {
    sheet: '上年对比',
    title: 'Beside last year',
    headers: comparisonHeads.en,
    restZero: (count) => `${count} others are 0 in both years and not listed.`,
  },
  textProblem: ({ kind, place: where, codePoint, offset }) =>
    kind === 'tooLong'
      ? `The text of ${place(where)} has more than ${offset} characters, the most that a cell can hold. Part it into paragraphs.`
      : `In ${place(where)}, at character ${offset + 1}, stands ${kinds[kind]} (${code(codePoint)}) that no file can hold. Delete it and try again.`,
};
