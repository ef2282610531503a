import type { TextPlace, TextProblem } from './text';
import type { Words } from './words';

const place = (where: TextPlace): string => {
  switch (where.kind) {
    case 'unitName':
      return 'the name of the unit';
    case 'section':
      return `${where.title}, paragraph ${where.paragraph}`;
    case 'explanation':
      return `explanation ${where.paragraph}`;
    case 'option':
      return 'what was typed for this export';
  }
};

const kinds: Readonly<Record<TextProblem['kind'], string>> = {
  control: 'an invisible control character',
  surrogate: 'half a character',
  noncharacter: 'an invalid character',
};

const code = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** What a user reads of this room, in English. */
export const en: Words = {
  textProblem: (problem) =>
    `In ${place(problem.place)}, at character ${problem.offset + 1}, stands ${kinds[problem.kind]} (${code(problem.codePoint)}) that no file can hold. Delete it and try again.`,
};
