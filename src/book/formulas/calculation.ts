/**
 * The values of one state of the workbook. Formulas are worked out on demand and kept; nothing depends on the order.
 * A circle of references gives 0, as Excel does after its warning, and is written down.
 */
import { block, covers } from '../address';
import { evaluate, type Scope } from './evaluate';
import { FormulaSyntaxError, parseFormula, type Expression } from './formula';
import { eachCell, type Cell, type ConditionalFormat, type Row, type Sheet, type Workbook } from '../sheet';
import { CellError, isFormula, type CellValue } from './value';

/** Columns of the formulas of a row. Rows are immutable and shared between states, so this is found out once. */
const formulaColumns = new WeakMap<Row, readonly number[]>();

function formulasOf(row: Row): readonly number[] {
  const known = formulaColumns.get(row);
  if (known !== undefined) return known;
  const columns: number[] = [];
  for (const [column, cell] of row) if (isFormula(cell.content)) columns.push(column);
  formulaColumns.set(row, columns);
  return columns;
}

const columnSpan = 16384;
const cellKey = (row: number, column: number): number => row * columnSpan + column;

interface Pending {
  readonly mark: string;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly key: number;
  readonly known: Map<number, CellValue>;
  readonly index: number;
  /** Smallest index of an open formula that it reaches. */
  lowest: number;
  /** It was read while it was open. */
  circular: boolean;
}

/** What was met while calculating that a person should know. */
export interface CalculationLog {
  /** `function SUMPRODUCT`, `formula =…`: the stand-in does not know it. */
  readonly unsupported: (what: string) => void;
  readonly circular: (sheet: string, row: number, column: number) => void;
}

/**
 * Results under manual calculation: a formula keeps the one that it had when it was last worked out. By cell, because cells
 * are immutable: one whose formula was typed anew, or follows what moved, is another cell and is worked out.
 */
export type KeptResults = WeakMap<Cell, CellValue>;

export class Calculation {
  private readonly byName = new Map<string, Sheet>();
  private readonly values = new Map<string, Map<number, CellValue>>();
  /** Formulas begun whose circle, if they are in one, is not yet known whole; in the order in which they were begun. */
  private readonly open = new Map<string, Pending>();
  /** Formulas that are being worked out now, the innermost last. */
  private readonly reading: Pending[] = [];

  constructor(
    readonly workbook: Workbook,
    private readonly log: CalculationLog,
    private readonly kept: KeptResults | null = null,
  ) {
    for (const sheet of workbook.sheets) this.byName.set(sheet.name.toLowerCase(), sheet);
  }

  value(sheet: Sheet, row: number, column: number): CellValue {
    const cell = sheet.cells.get(row)?.get(column);
    return cell === undefined ? null : this.cellValue(sheet, cell, row, column);
  }

  private cellValue(sheet: Sheet, cell: Cell, row: number, column: number): CellValue {
    if (!isFormula(cell.content)) return cell.content;
    let known = this.values.get(sheet.id);
    if (known === undefined) {
      known = new Map();
      this.values.set(sheet.id, known);
    }
    const key = cellKey(row, column);
    const value = known.get(key) ?? this.kept?.get(cell);
    if (value !== undefined) return value;
    const mark = `${sheet.id} ${key}`;
    const open = this.open.get(mark);
    if (open !== undefined) {
      const reader = this.reading.at(-1);
      if (reader !== undefined) reader.lowest = Math.min(reader.lowest, open.index);
      open.circular = true;
      return 0;
    }
    const result = this.resolve(
      { mark, sheet, row, column, key, known, index: this.open.size, circular: false },
      cell.content.formula,
    );
    this.kept?.set(cell, result);
    return result;
  }

  /**
   * Works out a formula. What refers to itself, by however many steps, is found as Tarjan finds the circles of a graph,
   * so that all cells of a circle give 0 wherever the calculation entered it.
   */
  private resolve(cell: Omit<Pending, 'lowest'>, formula: string): CellValue {
    const pending: Pending = { ...cell, lowest: cell.index };
    this.open.set(pending.mark, pending);
    this.reading.push(pending);
    // A formula never shows a blank: what refers to an empty cell shows 0.
    const result = this.evaluateOn(pending.sheet, formula, 0, 0) ?? 0;
    this.reading.pop();
    const reader = this.reading.at(-1);
    if (reader !== undefined) reader.lowest = Math.min(reader.lowest, pending.lowest);
    if (pending.lowest < pending.index) return 0;
    const circle = [...this.open.values()].filter((other) => other.index >= pending.index);
    for (const member of circle) {
      this.open.delete(member.mark);
      const alone = circle.length === 1 && !member.circular;
      member.known.set(member.key, alone ? result : 0);
      if (!alone) this.log.circular(member.sheet.name, member.row, member.column);
    }
    return circle.length === 1 && !pending.circular ? result : 0;
  }

  /** The value of a formula on a sheet whose references are written for a cell `rows` above and `columns` left. */
  evaluateOn(sheet: Sheet, formula: string, rows: number, columns: number): CellValue {
    const parse = (text: string): Expression | null => {
      try {
        return parseFormula(text);
      } catch (error) {
        if (!(error instanceof FormulaSyntaxError)) throw error;
        this.log.unsupported(`formula ${text}: ${error.message}`);
        return null;
      }
    };
    const expression = parse(formula);
    if (expression === null) return CellError.of('#NAME?');
    const find = (name: string | null): Sheet | undefined =>
      name === null ? sheet : this.byName.get(name.toLowerCase());
    const scope: Scope = {
      cell: (name, row, column) => {
        const on = find(name);
        return on === undefined ? undefined : this.value(on, row, column);
      },
      each: (reference, visit) => {
        const on = find(reference.sheet);
        if (on === undefined) return false;
        const { row1, row2, column1, column2 } = reference;
        eachCell(on, block(row1, column1, row2 - row1 + 1, column2 - column1 + 1), (cell, row, column) => {
          const value = this.cellValue(on, cell, row, column);
          if (value !== null) visit(value);
        });
        return true;
      },
      name: (name) => {
        const lower = name.toLowerCase();
        const named = this.workbook.names.filter((candidate) => candidate.name.toLowerCase() === lower);
        const meaning = named.find((n) => n.scope === sheet.id) ?? named.find((n) => n.scope === null);
        return meaning === undefined ? null : parse(meaning.formula);
      },
      unsupported: (what) => {
        this.log.unsupported(`${what} in ${formula}`);
      },
      rows,
      columns,
    };
    return evaluate(expression, scope);
  }

  /** Works out every formula and calls `visit` with each. */
  eachFormula(visit: (sheet: Sheet, row: number, column: number, value: CellValue) => void): void {
    for (const sheet of this.workbook.sheets) {
      for (const [row, line] of sheet.cells) {
        for (const column of formulasOf(line)) visit(sheet, row, column, this.value(sheet, row, column));
      }
    }
  }

  /** The conditional formats that hold on a cell, first = highest priority, up to one that says stop. */
  painted(sheet: Sheet, row: number, column: number): ConditionalFormat[] {
    const holding: ConditionalFormat[] = [];
    for (const format of sheet.conditionalFormats) {
      // One that was just added has no rule yet.
      if (format.formula === '') continue;
      const inside = format.ranges.some((range) => covers(range, row, column));
      if (!inside) continue;
      const value = this.evaluateOn(sheet, format.formula, row - format.anchor.row, column - format.anchor.column);
      const holds = value === true || (typeof value === 'number' && value !== 0);
      if (!holds) continue;
      holding.push(format);
      if (format.stopIfTrue) break;
    }
    return holding;
  }
}
