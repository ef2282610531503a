/** How far the tables of the active report are filled in. */
import { sectionTitle, type TableId } from '../../../report/edition';
import { figuresOf } from '../../../report/figures';
import { zeroable } from '../../../host/boxes';
import type { ActiveReport } from '../../../host/host';
import type { LocatedReport } from '../../../read/reading';

export interface TableProgress {
  readonly table: TableId;
  /** Official title of its section. */
  readonly title: string;
  readonly total: number;
  readonly filled: number;
  /** What 其余填 0 would fill. */
  readonly blanks: number;
}

export function tableProgress({ located, report }: Pick<ActiveReport, 'located' | 'report'>): TableProgress[] {
  const { edition } = located;
  return located.tables.map((table) => {
    const figures = figuresOf(edition).filter((figure) => figure.table === table && located.cells.has(figure.id));
    const isBlank = (id: string): boolean => (located.entries.get(id)?.kind ?? 'blank') === 'blank';
    const blanks = zeroable(located, report, table).length;
    const filled = figures.filter((figure) => !isBlank(figure.id)).length;
    return { table, title: sectionTitle(edition, table), total: figures.length, filled, blanks };
  });
}

/** Figures of all tables that are to be filled in by hand: how many are blank still, and how many are not. */
export function toFillIn({ edition, cells, entries, formulas }: LocatedReport): {
  readonly blanks: number;
  readonly filled: number;
} {
  const byHand = figuresOf(edition).filter(({ id }) => cells.has(id) && !formulas.has(id));
  const blanks = byHand.filter(({ id }) => (entries.get(id)?.kind ?? 'blank') === 'blank').length;
  return { blanks, filled: byHand.length - blanks };
}
