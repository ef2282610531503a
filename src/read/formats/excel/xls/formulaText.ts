/** Formulas of an old workbook as text, as far as they are sums and plain comparisons. Source: [MS-XLS] 2.5.198. */
import { columnLetters, type CellPosition } from '../../../../report/a1';
import type { BiffStream } from './biff';

const operators: Readonly<Record<number, string>> = {
  0x03: '+',
  0x09: '<',
  0x0a: '<=',
  0x0b: '=',
  0x0c: '>=',
  0x0d: '>',
  0x0e: '<>',
};
/** Functions with a fixed number of arguments: their names and that number. */
const functions: Readonly<Record<number, readonly [name: string, count: number]>> = {
  2: ['ISNA', 1],
  3: ['ISERROR', 1],
  34: ['TRUE', 0],
  35: ['FALSE', 0],
  38: ['NOT', 1],
  126: ['ISERR', 1],
  127: ['ISTEXT', 1],
  128: ['ISNUMBER', 1],
  129: ['ISBLANK', 1],
};
const sumFunction = 4;
const attributes = { sum: 0x10, space: 0x40, volatile: 0x01 } as const;

/** What a formula has more of is none that is understood. */
const mostTokens = 200;

class FormulaReader {
  private readonly stack: string[] = [];

  /** `origin`: the cell from which places are counted that stand relative to their own. */
  constructor(
    private readonly stream: BiffStream,
    private at: number,
    private readonly end: number,
    private readonly origin: CellPosition,
  ) {}

  private byte(): number {
    this.at += 1;
    return this.stream.bytes[this.at - 1] ?? 0;
  }

  private pair(): number {
    return this.byte() | (this.byte() << 8);
  }

  private address(row: number, column: number, counted: boolean): string {
    const relativeColumn = (column & 0x4000) !== 0;
    const relativeRow = (column & 0x8000) !== 0;
    const low = column & 0xff;
    const down = counted && relativeRow ? (this.origin.row + row) & 0xffff : row;
    const right = counted && relativeColumn ? (this.origin.column + low) & 0xff : low;
    return `${relativeColumn ? '' : '$'}${columnLetters(right)}${relativeRow ? '' : '$'}${down + 1}`;
  }

  private area(counted: boolean): string {
    const [top, bottom, left, right] = [this.pair(), this.pair(), this.pair(), this.pair()];
    return `${this.address(top, left, counted)}:${this.address(bottom, right, counted)}`;
  }

  private call(name: string, count: number): boolean {
    if (this.stack.length < count) return false;
    const given = count === 0 ? [] : this.stack.splice(-count);
    this.stack.push(`${name}(${given.join(',')})`);
    return true;
  }

  private number(): string {
    const value = this.stream.view.getFloat64(this.at, true);
    this.at += 8;
    return String(value);
  }

  /** False for what is not understood. */
  private operand(token: number): boolean {
    if (token === 0x1e) this.stack.push(String(this.pair()));
    else if (token === 0x1f && this.at + 8 <= this.end) this.stack.push(this.number());
    else if (token === 0x1d) this.stack.push(this.byte() === 0 ? 'FALSE' : 'TRUE');
    else if (token === 0x17 && this.byte() === 0) {
      // Only the text without a character matters.
      this.at += 1;
      this.stack.push('""');
    } else return false;
    return true;
  }

  private token(written: number): boolean {
    const operator = operators[written];
    if (operator !== undefined) {
      const [right, left] = [this.stack.pop(), this.stack.pop()];
      this.stack.push(`${left ?? ''}${operator}${right ?? ''}`);
      return left !== undefined && right !== undefined;
    }
    if (written < 0x20 && written !== 0x15 && written !== 0x19) return this.operand(written);
    // What a token is does not depend on the class of its value.
    switch (written < 0x20 ? written : (written & 0x1f) | 0x20) {
      case 0x15:
        this.stack.push(`(${this.stack.pop() ?? ''})`);
        return true;
      case 0x19:
        return this.attribute();
      case 0x21: {
        const [name = '', count = 0] = functions[this.pair()] ?? [];
        return name !== '' && this.call(name, count);
      }
      case 0x22: {
        const count = this.byte() & 0x7f;
        return this.pair() === sumFunction && this.call('SUM', count);
      }
      case 0x24:
      case 0x2c: {
        const row = this.pair();
        this.stack.push(this.address(row, this.pair(), (written & 0x1f) === 0x0c));
        return true;
      }
      case 0x25:
      case 0x2d:
        this.stack.push(this.area((written & 0x1f) === 0x0d));
        return true;
    }
    return false;
  }

  private attribute(): boolean {
    const kind = this.byte();
    this.pair();
    if (kind === attributes.sum) return this.call('SUM', 1);
    return kind === attributes.space || kind === attributes.volatile;
  }

  read(): string | null {
    for (let count = 0; this.at < this.end; count += 1)
      if (count > mostTokens || !this.token(this.byte()) || this.at > this.end) return null;
    const [only, ...others] = this.stack;
    return only !== undefined && others.length === 0 ? only : null;
  }
}

/**
 * The formula between two places of a stream as text (`SUM(B2:F2)`, `D5=0`); null where it is none of those. `origin`: the cell
 * that relative places are counted from.
 */
export const formulaText = (stream: BiffStream, at: number, end: number, origin: CellPosition): string | null =>
  new FormulaReader(stream, at, end, origin).read();
