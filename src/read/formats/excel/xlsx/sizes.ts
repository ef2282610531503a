/** How wide and high the columns and rows of a sheet are, in the unit of drawings, as far as the sheet says it. */
import { sheetReach } from '../limits';

/** Of a cell of which nothing is said. */
export const usualSize = { column: 609_600, row: 190_500 } as const;
const perPoint = 12_700;
/** A character is seven pixels wide. */
const perCharacter = 7 * 9_525;

const column = /<(?:\w+:)?col\s([^<>]*)>/gu;
const row = /<(?:\w+:)?row\s([^<>]*)>/gu;
const attribute = (attributes: string, name: string): number =>
  Number.parseFloat(new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(attributes)?.[1] ?? '');

/** In which line of these sizes a place lies, zero-based, and at what part of it. */
function lineAt(place: number, sizeOf: (line: number) => number, most: number): { line: number; part: number } {
  let rest = place;
  for (let line = 0; line < most; line += 1) {
    const size = sizeOf(line);
    if (rest < size) return { line, part: size > 0 ? rest / size : 0 };
    rest -= size;
  }
  return { line: most, part: 0 };
}

export class SheetSizes {
  private readonly columns = new Map<number, number>();
  private readonly rows = new Map<number, number>();
  private readonly usualRow: number;

  constructor(sheet: Uint8Array) {
    const text = new TextDecoder().decode(sheet);
    const height = attribute(/<(?:\w+:)?sheetFormatPr\s([^<>]*)>/u.exec(text)?.[1] ?? '', 'defaultRowHeight');
    this.usualRow = height > 0 ? height * perPoint : usualSize.row;
    let columns = 0;
    for (const [, attributes = ''] of text.matchAll(column)) {
      columns += 1;
      if (columns > sheetReach.columns) break;
      const width = attribute(attributes, 'width');
      const last = Math.min(attribute(attributes, 'max'), sheetReach.columns);
      for (let at = attribute(attributes, 'min'); width >= 0 && at <= last; at += 1)
        this.columns.set(at - 1, Math.round(width * perCharacter));
    }
    for (const [, attributes = ''] of text.matchAll(row)) {
      const [at, own] = [attribute(attributes, 'r'), attribute(attributes, 'ht')];
      if (at >= 1 && own >= 0) this.rows.set(at - 1, own * perPoint);
    }
  }

  private readonly widthOf = (at: number): number => this.columns.get(at) ?? usualSize.column;
  private readonly heightOf = (at: number): number => this.rows.get(at) ?? this.usualRow;

  columnAt = (place: number): { line: number; part: number } => lineAt(place, this.widthOf, sheetReach.columns);
  rowAt = (place: number): { line: number; part: number } => lineAt(place, this.heightOf, sheetReach.rows);

  /** Where a column or row begins, from the corner of the sheet. */
  leftOf = (at: number): number => sum(at, this.widthOf, sheetReach.columns);
  topOf = (at: number): number => sum(at, this.heightOf, sheetReach.rows);
}

function sum(count: number, sizeOf: (line: number) => number, most: number): number {
  let all = 0;
  for (let line = 0; line < Math.min(count, most); line += 1) all += sizeOf(line);
  return all;
}
