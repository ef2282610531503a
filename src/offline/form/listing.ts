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
  let width = 0;
  for (let column = 0; column < used.column + used.columnCount; column += 1) {
    const size = sheet.columns.get(column)?.size;
    const own = size === undefined || size === null ? columnWidth : (size * 4) / 3;
    const element = tag('col');
    element.style.width = `${own}px`;
    columns.append(element);
    width += own;
  }
  table.style.width = `${width}px`;
  table.append(columns);
  const lines = Array.from({ length: used.row + used.rowCount }, () => table.insertRow());
  for (const line of lines)
    for (let column = 0; column < used.column + used.columnCount; column += 1) line.insertCell();
  eachCell(sheet, used, ({ style }, row, column) => {
    const element = lines[row]?.cells[column];
    if (element === undefined) return;
    element.textContent = book.text(sheet, row, column);
    if (style.bold) element.className = 'head';
    else if (typeof book.value(sheet, row, column) === 'number') element.className = 'number';
    const [paint] = book.painted(sheet, row, column);
    element.style.backgroundColor = paint?.fill ?? '';
    element.style.color = paint?.fontColor ?? '';
  });
  // A title above the head is as wide as it is.
  for (const line of lines.slice(0, -1)) {
    const said = [...line.cells].filter(({ textContent }) => textContent !== '');
    if (said.length > 1 || said.some(({ className }) => className !== 'head')) break;
    for (const cell of line.cells) cell.className = 'title';
  }
  paper.classList.add('list');
  paper.append(table);
}
