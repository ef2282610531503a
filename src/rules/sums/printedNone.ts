/**
 * How offices print that there is nothing: 无, `/`, `-`, `—`, alone or repeated. Such a cell is still to be filled in, no
 * less and no more than an empty one; the check and the conditional formats agree on it because both are made here.
 */

const marks = ['无', '/', '／', '-', '－', '–', '—'];
/** Spaces besides the ordinary one, as pasted text has them. */
const spaces = ['\u3000', '\u00a0'];

const printedNone = new RegExp(`^[ ${spaces.join('')}${marks.join('').replaceAll(/[-/]/gu, '\\$&')}]*$`, 'u');

/** Whether a text says in this way that there is nothing, or is blank. */
export const isPrintedNone = (text: string): boolean => printedNone.test(text);

/** The same as a formula: what is left of a cell without these marks and spaces. `""` for an empty cell. */
export const withoutMarks = (cell: string): string =>
  `TRIM(${[...marks, ...spaces].reduce((text, mark) => `SUBSTITUTE(${text},"${mark}","")`, cell)})`;
