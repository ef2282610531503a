/**
 * What is drawn over the cells without being in them: what conditional formats paint, by the book's own evaluator, and
 * text centred across several cells, which the grid does not know.
 */
import type { IStyleData } from '@univerjs/core';
import type { Book } from '../book/book';
import type { Row, Sheet } from '../book/sheet';
import { gridStyle } from './styles';

export interface CellOverlay {
  /** Text shown in place of the cell's own; `''` for the cell that gives its text away. */
  readonly text: string | null;
  /** Look laid over the cell's own. */
  readonly style: IStyleData;
}

const across = (line: Row, column: number): boolean => line.get(column)?.style.horizontal === 'CenterAcrossSelection';

/** Column in whose cell the text of each column is shown, for the texts of a row centred across empty cells. */
function centres(line: Row): ReadonlyMap<number, number> {
  const moved = new Map<number, number>();
  for (const [column, cell] of line) {
    if (cell.content === null || !across(line, column)) continue;
    let last = column;
    while (across(line, last + 1) && line.get(last + 1)?.content === null) last += 1;
    const middle = Math.floor((column + last) / 2);
    if (middle !== column) moved.set(column, middle);
  }
  return moved;
}

interface RowOverlay {
  /** Column shown → column whose text it is. */
  readonly shownAt: ReadonlyMap<number, number>;
  readonly given: ReadonlySet<number>;
}

const rowOverlays = new WeakMap<Row, RowOverlay>();

function rowOverlay(line: Row): RowOverlay {
  const known = rowOverlays.get(line);
  if (known !== undefined) return known;
  const moved = centres(line);
  const made: RowOverlay = {
    shownAt: new Map([...moved].map(([from, to]) => [to, from])),
    given: new Set(moved.keys()),
  };
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
    const { shownAt, given } = line === undefined ? { shownAt: null, given: null } : rowOverlay(line);
    const from = shownAt?.get(column);
    if (from !== undefined) {
      const source = line?.get(from);
      const look = source === undefined ? {} : gridStyle(source.style, 'General');
      const { bd: _borders, bg: _fill, ...font } = look;
      return {
        text: this.book.text(sheet, row, from),
        style: { ...font, ...paint(this.book, sheet, row, from), ...painted },
      };
    }
    const text = given?.has(column) === true ? '' : null;
    return text === null && Object.keys(painted).length === 0 ? null : { text, style: painted };
  }
}
