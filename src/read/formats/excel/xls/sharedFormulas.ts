/**
 * Formulas of an old workbook that stand once for several cells: those cells only name the first of them, and the formula
 * follows in a record of its own. Source: [MS-XLS] 2.4.127, 2.4.260, 2.4.4.
 */
import type { CellPosition } from '../../../../report/a1';
import { records, type BiffRecord, type BiffStream } from './biff';
import { formulaText } from './formulaText';

/** A formula that only names another cell. */
const named = 0x01;
/** What stands before the formula: the cells that have it, and how often; the same, and a number of the calculation. */
const heads: Readonly<Record<number, number>> = { [records.sharedFormula]: 8, [records.arrayFormula]: 12 };

/** Cells of a sheet beyond which none of a report has such a formula. */
const mostGiven = 5_000;

interface Definition {
  readonly at: number;
  readonly end: number;
  /** It gives several cells their results at once: which is whose, only Excel tells. */
  readonly many: boolean;
}

/** Gives the text of each such formula as soon as it is known. */
export class SharedFormulas {
  private readonly known = new Map<string, Definition>();
  private readonly waiting = new Map<string, CellPosition[]>();
  /** The cell that the last of the formulas named. */
  private last = '';
  private given = 0;

  constructor(
    private readonly stream: BiffStream,
    private readonly tell: (cell: CellPosition, text: string) => void,
  ) {}

  /** True where the formula of a cell, between two places, stands elsewhere. */
  takes(cell: CellPosition, at: number, end: number): boolean {
    const { bytes, u16 } = this.stream;
    if (bytes[at] !== named || end - at < 5) return false;
    this.last = `${u16(at + 1)} ${u16(at + 3)}`;
    const definition = this.known.get(this.last);
    if (definition !== undefined) this.give(cell, definition);
    else {
      const others = this.waiting.get(this.last) ?? [];
      others.push(cell);
      this.waiting.set(this.last, others);
    }
    return true;
  }

  /** Takes the formula of the cells that named one last. */
  define({ type, at, end }: BiffRecord): void {
    const { bytes, u16 } = this.stream;
    const from = at + (heads[type] ?? Infinity) + 2;
    if (from > end) return;
    const isOne = u16(at) === u16(at + 2) && bytes[at + 4] === bytes[at + 5];
    const definition = {
      at: from,
      end: Math.min(end, from + u16(from - 2)),
      many: type === records.arrayFormula && !isOne,
    };
    this.known.set(this.last, definition);
    for (const cell of this.waiting.get(this.last) ?? []) this.give(cell, definition);
    this.waiting.delete(this.last);
  }

  private give(cell: CellPosition, { at, end, many }: Definition): void {
    this.given += 1;
    if (this.given > mostGiven) return;
    const text = many ? null : formulaText(this.stream, at, end, cell);
    if (text !== null) this.tell(cell, text);
  }
}
