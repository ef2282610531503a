/** A sheet of texts and results, such as 校验结果, to be read. */
import { eachCell, usedRange } from '../../book/sheet';
import type { Book } from '../../book/book';
import { tag } from '../dom';

const columnWidth = 64;

export function drawListing(book: Book, sheetId: string, paper: HTMLElement): void {
  const sheet = book.sheet(sheetId);
  const used = usedRange(sheet, true);
  if (used === null) return;
  const table = tag('table', 'listing');
  const columns = tag('colgroup');
  for (let column = 0; column < used.column + used.columnCount; column += 1) {
    const size = sheet.columns.get(column)?.size;
    const element = tag('col');
    element.style.width = `${size === undefined || size === null ? columnWidth : (size * 4) / 3}px`;
    columns.append(element);
  }
  table.append(columns);
  const lines = Array.from({ length: used.row + used.rowCount }, () => table.insertRow());
  for (const line of lines)
    for (let column = 0; column < used.column + used.columnCount; column += 1) line.insertCell();
  eachCell(sheet, used, ({ style }, row, column) => {
    const element = lines[row]?.cells[column];
    if (element === undefined) return;
    element.textContent = book.text(sheet, row, column);
    if (style.bold) element.className = 'head';
    const [paint] = book.painted(sheet, row, column);
    element.style.backgroundColor = paint?.fill ?? '';
    element.style.color = paint?.fontColor ?? '';
  });
  paper.append(table);
}
