/** Reports that are damaged the way real ones are: the edition itself is changed, then printed by the shape writers. */
import fc from 'fast-check';
import {
  isColumnGroup,
  isRowGroup,
  type Column,
  type ColumnGroup,
  type Edition,
  type RowLeaf,
  type RowNode,
  type Table,
} from '../../../src/report/edition';
import { leafColumns, rowsOf, type FigureId } from '../../../src/report/figures';

export interface Noise {
  /** Chance in a hundred that a row is lost. */
  readonly lost: number;
  readonly extraRows: number;
  readonly extraColumn: boolean;
  readonly move: boolean;
  /** Chance in a hundred that a column header is cut. */
  readonly cut: number;
  /** Chance in a hundred that a column header is nothing anybody knows. */
  readonly foreign: number;
  readonly blanks: number;
  readonly seed: number;
}

export const noises: fc.Arbitrary<Noise> = fc.record({
  lost: fc.constantFrom(0, 0, 5, 30),
  extraRows: fc.constantFrom(0, 0, 1, 4),
  extraColumn: fc.boolean(),
  move: fc.boolean(),
  cut: fc.constantFrom(0, 0, 20, 60),
  foreign: fc.constantFrom(0, 0, 0, 30, 100),
  blanks: fc.constantFrom(0, 0, 10, 50, 100),
  seed: fc.nat(),
});

/** Whole numbers below a limit, the same each time for the same seed. */
export function dice(seed: number): (limit: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 16), 0x45d9f3b) + 0x6d2b79f5) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % limit;
  };
}

const extraLabels = [
  ...['9.属于工作秘密', '4.属于内部管理信息', '其他主动公开文件', '6.信息不存在', '小计', '其中：行政处罚罚款'],
  '9.其他',
];
const foreignLabels = ['栏目', '数量', '备注', 'A', '本年', '……'];

function shuffled<T>(items: readonly T[], roll: (limit: number) => number): T[] {
  const rest = [...items];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(roll(rest.length), 1));
  return result;
}

export interface Damaged {
  readonly edition: Edition;
  /** What stands in each cell; '' for a blank. Rows and columns that were added have ids of their own. */
  readonly printed: ReadonlyMap<FigureId, string>;
}

export function damage(original: Edition, noise: Noise): Damaged {
  const roll = dice(noise.seed);
  const chance = (percent: number): boolean => roll(100) < percent;
  let added = 0;
  const leaf = (): RowLeaf => ({ id: `added${(added += 1)}`, label: extraLabels[roll(extraLabels.length)] ?? '' });
  const header = <T extends Column>(column: T): T => {
    if (chance(noise.foreign)) return { ...column, label: foreignLabels[roll(foreignLabels.length)] ?? '' };
    return chance(noise.cut)
      ? { ...column, label: column.label.slice(0, Math.max(1, column.label.length - 1 - roll(4))) }
      : column;
  };
  const columns = (own: readonly Column[]): Column[] => {
    const changed = own.map(header);
    const wider = noise.extraColumn
      ? [...changed, { id: `column${(added += 1)}`, label: '小计', kind: 'count' } satisfies Column]
      : changed;
    return noise.move ? shuffled(wider, roll) : wider;
  };
  const keep = (nodes: readonly RowNode[]): RowNode[] => {
    const kept = nodes.flatMap((node): RowNode[] => {
      if (!isRowGroup(node)) return chance(noise.lost) ? [] : [node];
      const rows = keep(node.rows);
      return rows.length === 0 ? [] : [{ ...node, rows }];
    });
    for (let count = 0; count < noise.extraRows; count += 1)
      if (roll(4) === 0) kept.splice(roll(kept.length + 1), 0, leaf());
    return kept;
  };
  const tables = original.tables.map((table): Table => {
    switch (table.form) {
      case 'blocks': {
        const blocks = table.blocks.flatMap((block) => {
          const rows = keep(block.rows).filter((row): row is RowLeaf => !isRowGroup(row));
          return rows.length === 0 ? [] : [{ ...block, rows, columns: columns(block.columns) }];
        });
        return { ...table, blocks, widths: [...table.widths, 1, 1] };
      }
      case 'matrix': {
        const nodes = table.columns.map((column): Column | ColumnGroup =>
          isColumnGroup(column) ? { ...column, columns: columns(column.columns) } : header(column),
        );
        const moved = noise.move && roll(2) === 0 ? [...nodes.slice(1), ...nodes.slice(0, 1)] : nodes;
        return { ...table, rows: keep(table.rows), columns: moved };
      }
      case 'strip':
        return { ...table, columns: columns(table.columns) };
    }
  });
  const edition = { ...original, tables: tables.filter((table) => rowsOf(table).length > 0) };
  const printed = new Map<FigureId, string>();
  for (const table of edition.tables) {
    for (const row of rowsOf(table)) {
      const own = table.form === 'matrix' ? leafColumns(table.columns) : row.columns;
      for (const column of own) {
        const value = chance(noise.blanks) ? '' : String(roll(3) === 0 ? 0 : roll(900));
        printed.set(`${table.id}.${row.id}.${column.id}`, value);
      }
    }
  }
  return { edition, printed };
}
