/** How far the tables of the active report are filled in. */
import { sectionTitle, type TableId } from '../../../report/edition';
import { figuresOf } from '../../../report/figures';
import { totalsOf } from '../../../rules/sums/identities';
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

interface ToFillIn {
  readonly total: number;
  readonly blanks: number;
  readonly filled: number;
}

/**
 * The figures that wait for a person, of all tables or of one: how many are blank still, and how many are not. A total by
 * formula is none of them: it follows from the others.
 */
export function toFillIn({ edition, cells, entries, formulas }: LocatedReport, table?: TableId): ToFillIn {
  const follows = new Set(totalsOf(edition).flatMap(({ total: { id } }) => (formulas.has(id) ? [id] : [])));
  const own = figuresOf(edition).filter(
    (figure) => cells.has(figure.id) && !follows.has(figure.id) && (table === undefined || figure.table === table),
  );
  const blanks = own.filter(({ id }) => (entries.get(id)?.kind ?? 'blank') === 'blank').length;
  return { total: own.length, blanks, filled: own.length - blanks };
}

export const tableProgress = ({ located, report }: Pick<ActiveReport, 'located' | 'report'>): TableProgress[] =>
  located.tables.map((table) => {
    const { total, filled } = toFillIn(located, table);
    const title = sectionTitle(located.edition, table);
    return { table, title, total, filled, blanks: zeroable(located, report, table).length };
  });
