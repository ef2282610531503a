/** Sheets that are written again: each row goes to where a person's note stands beside it, and every note stays as it is. */
import type { SheetContent, SheetValue } from './workbook';

type Cells = readonly unknown[];
type Row = readonly SheetValue[];

/** How the rows of a sheet are known when it is written again. */
export interface RowNames {
  /** What a row is known by, the most exact first; none: it is no row of ours, a person wrote it. */
  readonly keysOf: (row: Cells) => readonly string[];
  /** What is left of a row that is not among the new ones; `null`: nothing. A row with a note beside it leaves something. */
  readonly leftOf: (row: Cells, isNoted: boolean) => Row | null;
}

const isEmpty = (cell: unknown): boolean => cell === '' || cell === null || cell === undefined;

interface Line {
  readonly at: number;
  readonly row: Cells;
  readonly keys: readonly string[];
  readonly isNoted: boolean;
}

/** The new rows by one of their keys, each to be taken once. */
class Fresh {
  private readonly left: Set<Row>;

  constructor(
    readonly rows: readonly Row[],
    private readonly keysOf: RowNames['keysOf'],
  ) {
    this.left = new Set(rows);
  }

  /** Gives rows to those lines that have the same key, one to each. Returns the lines that got none. */
  give(lines: readonly Line[], level: number, take: (line: Line, row: Row) => void): Line[] {
    const byKey = new Map<string, Row[]>();
    for (const row of this.left) {
      const key = this.keysOf(row)[level];
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
    return lines.filter((line) => {
      const row = byKey.get(line.keys[level] ?? '')?.shift();
      if (row === undefined) return true;
      this.left.delete(row);
      take(line, row);
      return false;
    });
  }

  /** Those that nobody took, in their order. */
  rest(): Row[] {
    return this.rows.filter((row) => this.left.has(row));
  }
}

/**
 * What to write so that a sheet says what `content` says, and no note of a person is touched: a row with a note beside it keeps
 * its place, the others fill the places between.
 * @param there what stands on the sheet, from A1
 */
export function aroundNotes(content: SheetContent, there: readonly Cells[], names: RowNames): SheetContent {
  const { headerRows, widths } = content;
  const around = new Set<number>();
  const lines: Line[] = [];
  for (let at = headerRows; at < there.length; at += 1) {
    const row = there[at] ?? [];
    const keys = names.keysOf(row);
    if (keys.length > 0) lines.push({ at, row, keys, isNoted: !row.slice(widths.length).every(isEmpty) });
    else if (!row.every(isEmpty)) around.add(at);
  }
  const fresh = new Fresh(content.rows.slice(headerRows), names.keysOf);
  const placed = new Map<number, Row>();
  let noted = lines.filter(({ isNoted }) => isNoted);
  for (let level = 0; noted.some(({ keys }) => level < keys.length); level += 1)
    noted = fresh.give(noted, level, ({ at }, row) => placed.set(at, row));
  for (const { at, row } of noted) {
    const left = names.leftOf(row, true);
    if (left === null) around.add(at);
    else placed.set(at, left);
  }
  const known = new Set(fresh.rows.map((row) => names.keysOf(row)[0]));
  const gone = lines.flatMap(({ row, keys, isNoted }) =>
    isNoted || known.has(keys[0])
      ? []
      : (names.leftOf(row, false) ?? []).length > 0
        ? [names.leftOf(row, false) as Row]
        : [],
  );
  let at = headerRows;
  for (const row of [...fresh.rest(), ...gone]) {
    while (placed.has(at) || around.has(at)) at += 1;
    placed.set(at, row);
  }
  const end = Math.max(headerRows - 1, ...placed.keys());
  const rows = Array.from(
    { length: end + 1 },
    (_, index): Row => content.rows[index < headerRows ? index : -1] ?? placed.get(index) ?? [],
  );
  return { ...content, rows, around };
}
