/** The conditions of a sheet of an old workbook, those too that Excel 2007 and later add to it. Source: [MS-XLS] 2.4.42, 2.4.43, 2.4.56, 2.5.93. */
import type { CellBlock, CellPosition } from '../../../../report/a1';
import type { Budget } from '../../../containers/budget';
import { conditionsBy, mostRules, type ConditionLook, type Conditions, type ConditionRule } from '../conditions';
import { patterned } from '../look';
import { builtInFormat, formatOf, type CellFormat } from '../shown';
import { records, type BiffRecord, type BiffStream } from './biff';
import { formulaText } from './formulaText';
import type { OldGlobals } from './xlsGlobals';

const operators = [
  '',
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
];
/** Kinds of conditions by their numbers. */
const kinds: Readonly<Record<number, string>> = { 1: 'cellIs', 2: 'expression' };
/** Of those that replace the number: a bar, signs. */
const bar = 4;
const signs = 6;

/** What a format of conditions says, and whether it leaves it as it is. Bits of its first four bytes. */
const flags = {
  pattern: 1 << 16,
  ground: 1 << 18,
  hasNumber: 1 << 25,
  hasFont: 1 << 26,
  hasAlignment: 1 << 27,
  hasBorder: 1 << 28,
  hasPattern: 1 << 29,
  hasProtection: 1 << 30,
} as const;
const fontLength = 118;
const struckBit = 0x80;

/** Reads the records of conditions, which stand behind the cells of a sheet. */
class ConditionReader {
  readonly rules: ConditionRule[] = [];
  private areas: readonly CellBlock[] = [];

  constructor(
    private readonly stream: BiffStream,
    private readonly globals: OldGlobals,
  ) {}

  read({ type, at, end }: BiffRecord): void {
    const length = end - at;
    if (type === records.conditions && length >= 14) this.areas = this.areasAt(at + 12, end);
    else if (type === records.newConditions && length >= 26) this.areas = this.areasAt(at + 24, end);
    else if (this.rules.length >= mostRules) return;
    else if (type === records.condition && length >= 12) this.take(at, end, at + 6);
    else if (type === records.newCondition && length >= 24) this.takeNew(at + 12, end);
  }

  /** Blocks of cells: how many, and of each its first and last row and its first and last column. */
  private areasAt(at: number, end: number): CellBlock[] {
    const { u16 } = this.stream;
    const areas: CellBlock[] = [];
    for (let from = at + 2; from + 8 <= end && areas.length < u16(at); from += 8) {
      const [row, column] = [u16(from), u16(from + 4)];
      areas.push({ row, column, rowCount: u16(from + 2) + 1 - row, columnCount: u16(from + 6) + 1 - column });
    }
    return areas;
  }

  /** A condition whose format begins at a place, with its formulas behind it. Gives the place where they end. */
  private take(at: number, end: number, format: number): number {
    const { bytes, u16 } = this.stream;
    const kind = bytes[at] ?? 0;
    const [first, second] = [u16(at + 2), u16(at + 4)];
    const written = format + 6 <= end ? this.format(format, end) : null;
    const from = written?.end ?? format;
    const middle = Math.min(from + first, end);
    const until = Math.min(middle + second, end);
    this.rules.push({
      areas: this.areas,
      priority: this.rules.length,
      stops: true,
      type: kinds[kind] ?? '',
      operator: operators[bytes[at + 1] ?? 0] ?? '',
      formulas: [
        ...(first > 0 ? [this.formula(from, middle)] : []),
        ...(second > 0 ? [this.formula(middle, until)] : []),
      ],
      look: written?.look ?? null,
      replaces: false,
    });
    return until;
  }

  private takeNew(at: number, end: number): void {
    const { bytes, u16, u32 } = this.stream;
    const length = u32(at + 6);
    const format = at + 10;
    const kind = bytes[at] ?? 0;
    // Without a format two bytes stand in its place.
    const behind = length === 0 ? format + 2 : format + length;
    const formulas = behind + u16(at + 2) + u16(at + 4);
    if (formulas + 2 > end) return;
    if (length > 0) this.take(at, behind, format);
    const rule = this.rules.at(-1);
    if (length > 0 && rule !== undefined && kind in kinds)
      rule.formulas.splice(0, 2, ...[this.formula(behind, behind + u16(at + 2))]);
    const own = formulas + 2 + u16(formulas) + 22;
    if (own + 6 > end || (kind !== bar && kind !== signs)) return;
    const isAlone = kind === bar ? ((bytes[own + 3] ?? 0) & 0x02) === 0 : ((bytes[own + 5] ?? 0) & 0x01) !== 0;
    if (isAlone)
      this.rules.push({
        areas: this.areas,
        priority: this.rules.length,
        stops: false,
        type: '',
        operator: '',
        formulas: [],
        look: null,
        replaces: true,
      });
  }

  private formula(from: number, to: number): string {
    const [area] = this.areas;
    const origin: CellPosition = area ?? { row: 0, column: 0 };
    // One that is not understood is none of those that are judged.
    return formulaText(this.stream, from, to, origin) ?? '?';
  }

  /** What a format makes of a cell, and where it ends. */
  private format(at: number, end: number): { readonly look: ConditionLook; readonly end: number } {
    const { u16, u32 } = this.stream;
    const said = u32(at);
    const isUser = (u16(at + 4) & 0x01) !== 0;
    let from = at + 6;
    let format: CellFormat | null = null;
    let [ink, ground, struck]: [string | null, string | null, boolean] = [null, null, false];
    if ((said & flags.hasNumber) !== 0 && from + 2 <= end) {
      format = isUser
        ? formatOf(this.globals.texts.textAt(from + 2, end, 2))
        : (this.globals.formats.get(this.stream.bytes[from + 1] ?? 0) ??
          builtInFormat(this.stream.bytes[from + 1] ?? 0));
      from += isUser ? u16(from) : 2;
    }
    if ((said & flags.hasFont) !== 0 && from + fontLength <= end) {
      const color = u32(from + 80);
      if (color < 0x8000) ink = this.globals.shadeOf(color);
      struck = (u32(from + 68) & struckBit) !== 0 && (u32(from + 88) & struckBit) === 0;
      from += fontLength;
    }
    if ((said & flags.hasAlignment) !== 0) from += 8;
    if ((said & flags.hasBorder) !== 0) from += 8;
    if ((said & flags.hasPattern) !== 0 && from + 4 <= end) {
      const pattern = u16(from) >> 10;
      const colors = u16(from + 2);
      if ((said & flags.pattern) === 0 && pattern > 1) ground = patterned;
      else if ((said & flags.ground) === 0) ground = this.globals.shadeOf((colors >> 7) & 0x7f);
      from += 4;
    }
    return {
      look: { format, ink, ground, struck },
      end: Math.min(from + ((said & flags.hasProtection) === 0 ? 0 : 2), end),
    };
  }
}

/** The conditions of the sheet whose records begin at a place; null where they change nothing that is read. Throws an ArchiveError. */
export function oldConditionsOf(
  stream: BiffStream,
  globals: OldGlobals,
  start: number,
  budget: Budget,
): Conditions | null {
  const reader = new ConditionReader(stream, globals);
  let depth = 0;
  for (const record of stream.from(start)) {
    if (record.type === records.bof) depth += 1;
    else if (record.type === records.eof) depth -= 1;
    if (depth <= 0) break;
    if (depth === 1) reader.read(record);
  }
  return conditionsBy(reader.rules, globals.looks, budget);
}
