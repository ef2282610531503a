/**
 * The identities as SQL over the long table: one row a figure of a report. Plain SQL of any engine with window-free
 * aggregates: sums, counts, CASE and a join with the list of operands.
 */
import { tolerance } from '../../report/figures';
import type { Edition } from '../../report/edition';
import { identitiesOf } from './identities';

export interface LongTable {
  readonly table: string;
  readonly unit: string;
  readonly year: string;
  readonly edition: string;
  readonly figure: string;
  readonly value: string;
}

/** The names of the long table unless others are given. */
export const longTable: LongTable = {
  table: 'figures',
  unit: 'unit',
  year: 'year',
  edition: 'edition',
  figure: 'figure',
  value: 'value',
};

/** A table of constants before a query: its name and columns, and rows in brackets. Engines differ in how they write it. */
export type ValuesTable = (name: string, columns: readonly string[], rows: readonly string[]) => string;

/** As the standard has it. */
export const plainValues: ValuesTable = (name, columns, rows) =>
  `${name}(${columns.join(', ')}) AS (\n  VALUES\n    ${rows.join(',\n    ')}\n)`;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/**
 * A query that gives, for each report of the edition and each identity, `unit, year, edition, rule, line, left_sum,
 * right_sum, state` with state `holds`, `broken`, `open` or `undecided` as in the check. `value` is a number or NULL for
 * a blank; a figure without a row is blank too. An error value has no place in the long table.
 */
export function identitiesSql(
  edition: Edition,
  names: LongTable = longTable,
  valuesTable: ValuesTable = plainValues,
): string {
  const operands = identitiesOf(edition).flatMap(({ rule, line, left, right }) => [
    ...left.map(({ id }) => [text(rule), text(line), '1', '0', text(id)]),
    ...right.map(({ id }) => [text(rule), text(line), '0', '1', text(id)]),
  ]);
  const { table, unit, year, edition: editionName, figure, value } = names;
  const columns = ['rule_id', 'line_id', 'on_left', 'on_right', 'figure_id'];
  const rows = operands.map((row) => `(${row.join(', ')})`);
  return `WITH ${valuesTable('operands', columns, rows)},
sizes AS (
  SELECT rule_id, line_id, SUM(on_left) AS left_size, SUM(on_right) AS right_size
  FROM operands
  GROUP BY rule_id, line_id
),
sides AS (
  SELECT
    f.${unit} AS unit_name,
    f.${year} AS report_year,
    o.rule_id,
    o.line_id,
    SUM(CASE WHEN o.on_left = 1 THEN COALESCE(f.${value}, 0) ELSE 0 END) AS left_sum,
    SUM(CASE WHEN o.on_right = 1 THEN COALESCE(f.${value}, 0) ELSE 0 END) AS right_sum,
    SUM(CASE WHEN o.on_left = 1 AND f.${value} IS NOT NULL THEN 1 ELSE 0 END) AS left_filled,
    SUM(CASE WHEN o.on_right = 1 AND f.${value} IS NOT NULL THEN 1 ELSE 0 END) AS right_filled,
    MIN(f.${value}) AS least
  FROM ${table} f
  JOIN operands o ON o.figure_id = f.${figure}
  WHERE f.${editionName} = ${text(edition.id)}
  GROUP BY f.${unit}, f.${year}, o.rule_id, o.line_id
)
SELECT
  s.unit_name AS unit,
  s.report_year AS year,
  ${text(edition.id)} AS edition,
  s.rule_id AS rule,
  s.line_id AS line,
  s.left_sum,
  s.right_sum,
  CASE
    WHEN s.least < 0 THEN 'undecided'
    WHEN s.left_filled = z.left_size AND s.left_sum < s.right_sum - ${tolerance.toFixed(7)} THEN 'broken'
    WHEN s.right_filled = z.right_size AND s.right_sum < s.left_sum - ${tolerance.toFixed(7)} THEN 'broken'
    WHEN s.left_filled = z.left_size AND s.right_filled = z.right_size THEN 'holds'
    ELSE 'open'
  END AS state
FROM sides s
JOIN sizes z ON z.rule_id = s.rule_id AND z.line_id = s.line_id
`;
}
