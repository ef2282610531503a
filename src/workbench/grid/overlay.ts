/**
 * What is drawn over the cells without being in them: what conditional formats paint, by the book's own evaluator, and
 * text centred across several cells, which the grid does not know.
 */
import type { IStyleData } from '@univerjs/core';
import type { Book } from '../../book/book';
import type { Row, Sheet } from '../../book/sheet';
import { gridStyle } from './styles';

export interface CellOverlay {
  /** Text shown in place of the cell's own; `''` for the cell that gives its text away. */
  readonly text: string | null;
  /** Look laid over the cell's own. */
  readonly style: IStyleData;
}

const across = (line: Row, column: number): boolean => line.get(column)?.style.horizontal === 'CenterAcrossSelection';

interface Shown {
  /** Column of the cell whose text it is. */
  readonly from: number;
  /** The middle of an even number of cells is the right edge of the cell that shows the text: it is aligned there. */
  readonly atEdge: boolean;
}

interface RowOverlay {
  /** By the column that shows the text. */
  readonly shown: ReadonlyMap<number, Shown>;
  /** Columns whose text is shown elsewhere. */
  readonly given: ReadonlySet<number>;
}

const rowOverlays = new WeakMap<Row, RowOverlay>();

/** Texts of a row that are centred across the empty cells to their right. */
function rowOverlay(line: Row): RowOverlay {
  const known = rowOverlays.get(line);
  if (known !== undefined) return known;
  const shown = new Map<number, Shown>();
  const given = new Set<number>();
  for (const [column, cell] of line) {
    if (cell.content === null || !across(line, column)) continue;
    let last = column;
    while (across(line, last + 1) && line.get(last + 1)?.content === null) last += 1;
    if (last === column) continue;
    const middle = Math.floor((column + last) / 2);
    shown.set(middle, { from: column, atEdge: (last - column) % 2 === 1 });
    if (middle !== column) given.add(column);
  }
  const made = { shown, given };
  rowOverlays.set(line, made);
  return made;
}

const covers = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.conditionalFormats.some(({ ranges }) =>
    ranges.some(
      (range) =>
        row >= range.row &&
        row < range.row + range.rowCount &&
        column >= range.column &&
        column < range.column + range.columnCount,
    ),
  );

/** The first format that says something about a property decides it. */
function paint(book: Book, sheet: Sheet, row: number, column: number): IStyleData {
  if (!covers(sheet, row, column)) return {};
  const formats = book.painted(sheet, row, column);
  const fill = formats.find((format) => format.fill !== null)?.fill ?? null;
  const font = formats.find((format) => format.fontColor !== null)?.fontColor ?? null;
  const bold = formats.find((format) => format.bold !== null)?.bold ?? null;
  return {
    ...(fill === null ? {} : { bg: { rgb: fill } }),
    ...(font === null ? {} : { cl: { rgb: font } }),
    ...(bold === null ? {} : { bl: bold ? 1 : 0 }),
  };
}

/** Overlays of the present state of the book, each worked out when it is first asked for. */
export class Overlay {
  private readonly known = new Map<string, CellOverlay | null>();

  constructor(private readonly book: Book) {}

  /** To be called when the book has changed. */
  forget(): void {
    this.known.clear();
  }

  at(sheetId: string, row: number, column: number): CellOverlay | null {
    const key = `${sheetId} ${row} ${column}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = this.make(sheetId, row, column);
    this.known.set(key, made);
    return made;
  }

  private make(sheetId: string, row: number, column: number): CellOverlay | null {
    const sheet = this.book.findSheet(sheetId);
    if (sheet === null) return null;
    const painted = paint(this.book, sheet, row, column);
    const line = sheet.cells.get(row);
    const { shown, given } = line === undefined ? { shown: null, given: null } : rowOverlay(line);
    const from = shown?.get(column);
    const source = from === undefined ? undefined : line?.get(from.from);
    if (from !== undefined && source !== undefined) {
      const text = this.book.text(sheet, row, from.from);
      const { bd: _borders, bg: _fill, ...font } = gridStyle(source.style, 'General');
      const edge = from.atEdge ? { ht: 3, pd: { r: 0 } } : {};
      return { text, style: { ...font, ...edge, ...paint(this.book, sheet, row, from.from), ...painted } };
    }
    const text = given?.has(column) === true ? '' : null;
    return text === null && Object.keys(painted).length === 0 ? null : { text, style: painted };
  }
}
