/**
 * The roll-up of very many reports as queries for an existing engine, over the long table that `rollup -o` writes as .parquet or
 * .csv: a row for each figure of each report. The table is called `figures`; the list of units, where there is one, `units`.
 */
import type { Edition } from '../report/edition';
import { editions } from '../report/editions';
import { figuresOf } from '../report/figures';
import { identitiesSql, longTable, plainValues, type ValuesTable } from '../rules/sums/sql';

export const engines = ['duckdb', 'postgres', 'spark', 'trino', 'clickhouse'] as const;
export type Engine = (typeof engines)[number];

export const queryNames = ['checks', 'sums', 'carryOver', 'inForce', 'duplicates', 'missing'] as const;
export type QueryName = (typeof queryNames)[number];

/** How a table of constants is written: text, unless every value of a column is a whole number. */
const valuesTables: Readonly<Record<Engine, ValuesTable>> = {
  duckdb: plainValues,
  postgres: plainValues,
  trino: plainValues,
  spark: (name, columns, rows) =>
    `${name} AS (\n  SELECT * FROM VALUES\n    ${rows.join(',\n    ')}\n  AS constants(${columns.join(', ')})\n)`,
  clickhouse: (name, columns, rows) =>
    `${name} AS (\n  SELECT * FROM values('${columns.map((column) => `${column} ${/^on_/u.test(column) ? 'UInt8' : 'String'}`).join(', ')}',\n    ${rows.join(',\n    ')})\n)`,
};

/** A number of the long table as an exact decimal. */
const exact = (engine: Engine, value: string): string =>
  engine === 'clickhouse' ? `toDecimal128(${value}, 6)` : `CAST(${value} AS DECIMAL(38, 6))`;

/** One report of each unit and year: what counts. */
const counted = '(SELECT * FROM figures WHERE included)';

/** Last year's carried-out figures of each unit beside what it carried in; rows that differ. */
const carryOver = `SELECT n.unit, n.year, n.column_id, n.value AS carried_in, p.value AS carried_out
FROM ${counted} n
JOIN ${counted} p ON p.unit = n.unit AND p.year = n.year - 1 AND p.column_id = n.column_id
WHERE n.figure LIKE 'applications.carriedIn.%'
  AND p.figure LIKE 'applications.carriedOut.%'
  AND n.value <> p.value
`;

/** In force this year = in force last year + issued − repealed; rows that differ. */
const inForce = (edition: Edition): string => {
  const ids = figuresOf(edition).flatMap(({ id, column }) => (column === 'inForce' ? [`'${id}'`] : []));
  const never =
    ids.length === 0 ? `-- edition ${edition.id} has no such figures: no row comes back, whatever is wrong\n` : '';
  return `${never}SELECT n.unit, n.year, n.row_id, n.value AS in_force, p.value AS before_it, i.value AS issued, r.value AS repealed
FROM ${counted} n
JOIN ${counted} p ON p.unit = n.unit AND p.year = n.year - 1 AND p.figure = n.figure
JOIN ${counted} i ON i.unit = n.unit AND i.year = n.year AND i.row_id = n.row_id AND i.column_id = 'issued'
JOIN ${counted} r ON r.unit = n.unit AND r.year = n.year AND r.row_id = n.row_id AND r.column_id = 'repealed'
WHERE n.figure IN (${ids.length === 0 ? "''" : ids.join(', ')})
  AND n.value <> p.value + i.value - r.value
`;
};

/** A condition that holds for one row of each report, as there are as many rows as figures. */
const oneRowOf = (edition: Edition): string =>
  `edition = '${edition.id}' AND figure = '${figuresOf(edition)[0]?.id ?? ''}'`;

/**
 * Each figure over all that count; no total where an amount is counted in nobody knows what, or where a unit counts twice: each of
 * several shards knows only its own.
 */
const sums = (edition: Edition, engine: Engine): string => {
  const value = exact(engine, 'f.value');
  const yuan = exact(engine, 'f.value / 10000');
  return `WITH more AS (
  SELECT year, COUNT(*) - COUNT(DISTINCT unit) AS reports
  FROM ${counted} f
  WHERE ${oneRowOf(edition)} AND unit IS NOT NULL
  GROUP BY year
)
SELECT
  f.year,
  f.figure,
  CASE WHEN SUM(CASE WHEN f.measure = '' AND f.value <> 0 THEN 1 ELSE 0 END) > 0 OR MAX(more.reports) > 0 THEN NULL
    ELSE SUM(CASE WHEN f.measure = 'yuan' THEN ${yuan} ELSE ${value} END) END AS total,
  COUNT(f.value) AS units_filled,
  COUNT(*) - COUNT(f.value) AS units_blank,
  COALESCE(MAX(more.reports), 0) AS units_twice
FROM ${counted} f
LEFT JOIN more ON COALESCE(more.year, 0) = COALESCE(f.year, 0)
WHERE f.edition = '${edition.id}'
GROUP BY f.year, f.figure
`;
};

/** Reports are counted, not files: a shard that is there twice holds the same ones. */
const duplicates = `SELECT unit, year, COUNT(*) AS reports
FROM figures
WHERE ${editions.map((edition) => `(${oneRowOf(edition)})`).join(' OR ')}
GROUP BY unit, year
HAVING COUNT(*) > 1
`;

const missing = `SELECT u.unit, y.year
FROM units u
CROSS JOIN (SELECT DISTINCT year FROM figures WHERE year IS NOT NULL) y
LEFT JOIN (SELECT DISTINCT unit, year FROM figures) f ON f.unit = u.unit AND f.year = y.year
WHERE f.unit IS NULL
`;

/** One query, for one engine, over the reports of one edition. */
export function rollUpSql(name: QueryName, edition: Edition, engine: Engine): string {
  switch (name) {
    case 'checks':
      return identitiesSql(edition, { ...longTable, table: counted }, valuesTables[engine]);
    case 'sums':
      return sums(edition, engine);
    case 'carryOver':
      return carryOver;
    case 'inForce':
      return inForce(edition);
    case 'duplicates':
      return duplicates;
    case 'missing':
      return missing;
  }
}
