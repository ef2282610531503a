/** Names of cells, rows and columns in the form's own words, as sentences need them. The words are those of the edition. */
import { sectionTitle, type Edition, type TableId, type TextSectionId } from '../../report/edition';
import { numberingOf, withoutNumber } from '../../report/numbering';
import { cellOf, findFigure, rowName, type Figure, type FigureId } from '../../report/figures';

/** The number of the section in which a table stands, with its mark: `三、`. */
export function tableNumber(edition: Edition, table: TableId): string {
  return numberingOf(sectionTitle(edition, table))?.mark ?? '';
}

/** The title of a section without its number: `其他需要报告的事项`. */
export const sectionName = (edition: Edition, id: TextSectionId): string => withoutNumber(sectionTitle(edition, id));

/** The innermost label of a figure's row, without its number: `本年新收政府信息公开申请数量`. */
export const plainRow = ({ row, rowLabels }: Figure): string => withoutNumber(rowLabels.at(-1) ?? row);

/** A numbered row as a sentence names it: 第一项; under 三, 第三项（七）总计. A row without a number by its label. */
export function itemName(figure: Figure, ordinal: (number: string) => string): string {
  const [first = '', ...rest] = figure.rowLabels;
  const number = numberingOf(first)?.number;
  if (number === undefined) return rowName(figure);
  return ordinal(number) + shortRow(figure, rest);
}

/** A row by its numbers alone, without the outermost: （三）3, （七）总计. */
export function shortRow(figure: Figure, labels: readonly string[] = figure.rowLabels.slice(1)): string {
  const numbers = labels.map((label) => numberingOf(label)?.number ?? label);
  const last = labels.at(-1);
  const word = figure.row === 'total' && last !== undefined ? withoutNumber(last) : '';
  return numbers.join('') + word;
}

/** The number of the table, for a row that has none of its own: 四、 before 行政复议, nothing before 三、（三）3. */
export const numberBeforeRow = (edition: Edition, figure: Figure): string =>
  numberingOf(figure.rowLabels[0] ?? '') !== null ? '' : tableNumber(edition, figure.table);

/** The row of a figure, its table's number before it where the row has none: `三、（三）3`, `四、行政复议`. */
export const rowInTable = (edition: Edition, figure: Figure): string =>
  numberBeforeRow(edition, figure) + rowName(figure);

/** A figure in the form's own words, its table's number before it where the row has none: 四、行政复议“总计”. */
export function cellName(edition: Edition, id: FigureId): string {
  const figure = findFigure(edition, id);
  if (figure === undefined) return id;
  return cellOf(rowInTable(edition, figure), figure);
}
