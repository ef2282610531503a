/** The figures of many units as data: one unit a row, and one figure a row. */
import type { Edition } from '../report/edition';
import { findEdition, figureName, figuresOf, type Figure } from '../report/figures';
import { amountUnitWords } from '../report/sheet/sheet';
import { plainNumber } from '../write/number';
import { plainName } from '../write/text';
import type { UnitRow } from './collection/collection';
import { scaled, unscaled } from './exact';
import { nameOf, shiftOf, valueOf, type Received } from './received';

/** A row of the long table: what the SQL of the rules and of the roll-up reads. */
export interface LongRow {
  readonly unit: string;
  readonly year: number | null;
  readonly edition: string;
  readonly figure: string;
  readonly table: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly row: string;
  readonly column: string;
  /** `null` is blank. */
  readonly value: number | null;
  /** `count`, `tenThousandYuan`, `yuan`; '' where nobody knows. */
  readonly measure: string;
  readonly source: string;
  /** Whether it counts in the sum. */
  readonly included: boolean;
}

export const longColumns = [
  'unit',
  'year',
  'edition',
  'figure',
  'table',
  'row_id',
  'column_id',
  'row',
  'column',
  'value',
  'measure',
  'source',
  'included',
] as const satisfies readonly (keyof LongRow)[];

function measureOf(figure: Figure, { units }: Received): string {
  if (figure.kind !== 'amount') return 'count';
  const unit = figure.unit === 'unprinted' ? (units[figure.id] ?? 'unknown') : 'tenThousandYuan';
  return unit === 'unknown' ? '' : unit;
}

/** The figures of one report, one a row, amounts in their own unit. The unit goes by the name of the list, where it is on one. */
export function longRowsOf({
  received,
  listed,
  included,
}: Pick<UnitRow, 'received' | 'listed' | 'included'>): LongRow[] {
  const edition = received === null ? undefined : findEdition(received.edition);
  if (received === null || edition === undefined) return [];
  return figuresOf(edition).map((figure) => ({
    unit: plainName(listed?.name ?? received.unit ?? ''),
    year: received.year,
    edition: edition.id,
    figure: figure.id,
    table: figure.table,
    row_id: figure.row,
    column_id: figure.column,
    row: figure.rowLabels.join(' / '),
    column: figure.columnLabel,
    value: valueOf(received, figure.id),
    measure: measureOf(figure, received),
    source: received.source,
    included,
  }));
}

/** A row of the long table as fields of a CSV file; a blank is empty, a truth a word that engines know. */
export const longFields = (row: LongRow): string[] =>
  longColumns.map((column) => {
    const value = row[column];
    return value === null ? '' : typeof value === 'number' ? plainNumber(value) : String(value);
  });

/** Names of the figures of an edition in printed order: the columns of the wide table. */
export const wideHeads = (edition: Edition): string[] => figuresOf(edition).map(figureName);

/** The figures of one report in the order of an edition, amounts in 万元; `null` is blank, or not in its own edition. */
export const wideRow = (
  edition: Edition,
  received: Received,
): { readonly name: string; readonly values: readonly (number | string | null)[] } => ({
  name: plainName(nameOf(received)),
  values: figuresOf(edition).map((figure) => {
    const value = valueOf(received, figure.id);
    const shift = shiftOf(figure, received);
    if (value === null || value === 0 || shift === 0) return value;
    return shift === null ? `${plainNumber(value)}（${amountUnitWords.unknown}）` : unscaled(scaled(value, shift));
  }),
});
