/** A nation in DuckDB: every query of `gouji sql` over the long table of all its reports, as seconds and memory. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { edition2021 } from '../src/report/editions/2021';
import { figuresOf } from '../src/report/figures';
import { queryNames, rollUpSql } from '../src/rollup/sql';
import { reportOf } from '../scripts/units/contents';
import { printTable, type Row } from './measure';

/** Reports of the national set; each has as many figures as the form. */
const national = 300_000;

export async function nation(): Promise<void> {
  const base = await mkdtemp(path.join(tmpdir(), 'gouji-nation-'));
  try {
    const engine = await DuckDBInstance.create(path.join(base, 'nation.duckdb'));
    const db = await engine.connect();
    await db.run(`SET temp_directory = '${base}'; SET memory_limit = '8GB'; SET preserve_insertion_order = false`);
    const ids = figuresOf(edition2021).map(
      ({ id, table, row, column }) => `('${id}', '${table}', '${row}', '${column}')`,
    );
    const file = path.join(base, 'figures.parquet');
    const made = performance.now();
    // One shape of a right report, in 1,000 sizes: every identity holds whatever it is multiplied by.
    const shape = reportOf(edition2021, '某局', 2025, 17);
    const values = figuresOf(edition2021).map(({ id }) => `('${id}', ${shape.figures[id] ?? 0})`);
    await db.run(`COPY (
      SELECT 'u' || i AS unit, 2025 AS year, '2021' AS edition, f.figure, f.table_id AS "table", f.row_id, f.column_id,
        v.value * (i % 1000)::DOUBLE AS value, 'count' AS measure, 'u' || i || '.json' AS source, true AS included
      FROM range(${national}) r(i)
      CROSS JOIN (VALUES ${ids.join(', ')}) f(figure, table_id, row_id, column_id)
      JOIN (VALUES ${values.join(', ')}) v(figure, value) ON v.figure = f.figure
    ) TO '${file}' (FORMAT parquet)`);
    const madeIn = (performance.now() - made) / 1000;
    await db.run(`CREATE VIEW figures AS SELECT * FROM '${file}'`);
    await db.run(`CREATE VIEW units AS SELECT 'u' || i AS unit FROM range(${national}) r(i)`);
    const rows: Row[] = [];
    for (const name of queryNames) {
      const from = performance.now();
      const result = await db.runAndReadAll(
        `SELECT count(*) AS rows FROM (${rollUpSql(name, edition2021, 'duckdb').trimEnd()})`,
      );
      const seconds = (performance.now() - from) / 1000;
      rows.push({
        what: `${name}: ${String(result.getRows()[0]?.[0] ?? '')} rows`,
        measured: `${seconds.toFixed(1)} s`,
        peer: `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB peak so far`,
      });
    }
    const { size } = await stat(file);
    printTable(
      `A nation in DuckDB: ${national.toLocaleString('en')} reports, ${(national * ids.length).toLocaleString('en')} figures, ${(size / 1e6).toFixed(0)} MB Parquet made in ${madeIn.toFixed(0)} s`,
      rows,
    );
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}
