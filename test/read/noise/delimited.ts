/** Texts whose blank cells leave a trace, labels written downwards, and text copied out of a PDF. */
import { starting, textOf, type PrintedTable, type TextShape } from './shapes';

const cells = (table: PrintedTable): string[] => table.flatMap((row) => starting(row).map(({ text }) => text));

const isFigure = (text: string): boolean => /^[\d.,+-]*$/u.test(text);

/** Cells behind the labels, where a row has figures. */
export const figuresFrom = (row: readonly { readonly text: string }[]): number => {
  const label = row.findLastIndex(({ text }) => !isFigure(text));
  return label === row.length - 1 ? -1 : label + 1;
};

/** Labels of two or three characters in as many cells of the row. */
const downwards = (table: PrintedTable): string[] =>
  table.map(
    (row) =>
      `${starting(row)
        .flatMap(({ text }) =>
          /^\p{Script=Han}{2,3}$/u.test(text) && figuresFrom(starting(row)) === 1 ? [...text] : [text],
        )
        .join(' | ')} |`,
  );

/** Heads of the narrow columns in two rows, each in the row's own cells: 商业 | 科研 above 企业 | 机构. */
const cutHeads = (table: PrintedTable): string[] =>
  table.flatMap((row) => {
    const own = starting(row).map(({ text }) => text);
    const isCut = (text: string): boolean => text === '商业企业' || text === '科研机构';
    const line = (texts: readonly string[]): string => `${texts.join(' | ')} |`;
    return own.some(isCut)
      ? [
          line(own.map((text) => (isCut(text) ? text.slice(0, 2) : text))),
          line(own.filter(isCut).map((text) => text.slice(2))),
        ]
      : [line(own)];
  });

/** Every cell broken after so many characters, as narrow columns are. */
const broken = (text: string): string[] => (isFigure(text) ? [text] : (text.match(/.{1,12}/gu) ?? [text]));

/** A line of the page: what stands beside the last line of a label comes behind it, parted by spaces. */
const copied = (table: PrintedTable): string[] =>
  table.flatMap((row) => {
    const own = starting(row).filter(({ text }) => text !== '');
    const from = figuresFrom(own);
    if (from === -1)
      return own.every(({ text }) => text.length <= 12)
        ? [own.map(({ text }) => text).join(' ')]
        : own.flatMap(({ text }) => broken(text));
    const labels = own.slice(0, from).flatMap(({ text }) => broken(text));
    return [...labels.slice(0, -1), [...labels.slice(-1), ...own.slice(from).map(({ text }) => text)].join(' ')];
  });

/** `flat`: blank cells leave no trace. */
export const delimitedShapes: Readonly<Record<string, { readonly write: TextShape; readonly flat: boolean }>> = {
  '| at line ends, alone for a blank cell': {
    write: textOf((table) => cells(table).map((text) => `${text} |`.trim())),
    flat: false,
  },
  '| at line starts, alone for a blank cell': {
    write: textOf((table) => cells(table).map((text) => `| ${text}`.trim())),
    flat: false,
  },
  '| alone on a line, twice for a blank cell': {
    write: textOf((table) => cells(table).flatMap((text) => (text === '' ? ['|'] : [text, '|']))),
    flat: false,
  },
  'a tab before each cell, alone for a blank cell': {
    write: textOf((table) => cells(table).map((text) => `\t${text}`)),
    flat: false,
  },
  'rows with | between cells alone': {
    write: textOf((table) => table.map((row) => row.map((cell) => cell?.text ?? '').join(' | '))),
    flat: false,
  },
  'rows with |, labels written downwards': { write: textOf(downwards), flat: false },
  'rows with |, heads in two rows': { write: textOf(cutHeads), flat: false },
  'copied out of a PDF': { write: textOf(copied), flat: true },
};
