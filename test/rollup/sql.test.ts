/**
 * The queries of a roll-up on real engines: DuckDB in the process, PostgreSQL started here where it is installed
 * (`GOUJI_REQUIRE_POSTGRES=1` makes that a must). Spark and Trino are parsed in `sqlGrammar`, not run; ClickHouse neither.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onPath } from '../../scripts/shared/onPath';
import { editions } from '../../src/report/editions';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { longCsv, longParquet } from '../../src/cli/output/longTable';
import { rollUpSql, type Engine, type QueryName } from '../../src/rollup/sql';
import { rollUp } from '../../src/rollup/sum';
import { traceBroken } from '../../src/rollup/trace';
import { check } from '../../src/rules/check';
import { inputOfReport } from '../../src/rules/input';
import { generator, validReport } from '../rules/sample';
import { receive } from './receive';

type Row = Readonly<Record<string, unknown>>;

const unitNames = Array.from({ length: 12 }, (_, index) => `单位${index}`);
const reportOf = (name: string, year: number, seed: number): Report => {
  const report = validReport(edition2021, generator(seed), year);
  return { ...report, unit: { ...report.unit, name } };
};
const change = (report: Report, figures: Readonly<Record<string, number>>): Report => ({
  ...report,
  figures: { ...report.figures, ...figures },
});

/** Last year's reports fit this year's, but for one unit that carried in another number, and one whose files do not add up. */
const previous = unitNames.map((name, index) => {
  const now = reportOf(name, 2025, index).figures;
  const fits = Object.fromEntries(
    figuresOf(edition2021).flatMap(({ id, row, column }) =>
      row === 'carriedOut'
        ? [[id, now[`applications.carriedIn.${column}`] ?? 0]]
        : column === 'inForce'
          ? [[id, (now[id] ?? 0) - (now[`disclosure.${row}.issued`] ?? 0) + (now[`disclosure.${row}.repealed`] ?? 0)]]
          : [],
    ),
  );
  const report = change(reportOf(name, 2024, 100 + index), fits);
  return index === 3
    ? change(report, { 'applications.carriedOut.research': 7777 })
    : index === 4
      ? change(report, { 'disclosure.regulations.inForce': 8888 })
      : report;
});
const current = unitNames.slice(0, -1).map((name, index) => {
  const report = change(reportOf(name, 2025, index), { 'disclosure.fees.amount': 0.1 + index / 1e6 });
  return index === 5 ? change(report, { 'review.reconsideration.total': 999 }) : report;
});
const received = [...previous, ...current].map((report) =>
  receive(`${report.year ?? ''}/${report.unit.name ?? ''}.json`, report),
);
/** The same report of one unit in another file: a duplicate that does not count. */
const again = receive('2025/再报.json', current[6] as Report);
const sumOf = (year: number) =>
  rollUp({
    edition: edition2021,
    year,
    unit: '云溪县',
    received: [...received, again].filter((one) => one.year === year),
    roster: null,
    failures: [],
  });
const sum = sumOf(2025);
const rows = [...sumOf(2024).rows, ...sum.rows];

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** What has to hold of each query, whatever the engine. */
function answers(engine: Engine, run: (query: string) => Promise<readonly Row[]>): void {
  const ask = (name: QueryName) => run(rollUpSql(name, edition2021, engine));

  test('every figure of the sum is the engine’s, exactly', async () => {
    const found = new Map(
      (await ask('sums'))
        .filter(({ year }) => Number(year) === 2025)
        .map(({ figure, total }) => [String(figure), total === null ? null : Number(total)]),
    );
    for (const { id } of figuresOf(edition2021))
      expect([id, found.get(id)]).toEqual([id, sum.report.figures[id] ?? null]);
  });

  test('the one unit with a broken sum is named, as the trace names it', async () => {
    const broken = (await ask('checks')).filter(({ state, year }) => state === 'broken' && Number(year) === 2025);
    const traced = traceBroken(edition2021, sum.included);
    expect(broken.map(({ unit, rule, line }) => `${String(unit)} ${String(rule)}/${String(line)}`).sort()).toEqual(
      traced.flatMap(({ identity, units }) => units.map(({ unit }) => `${unit} ${identity.key}`)).sort(),
    );
    expect(new Set(broken.map(({ unit }) => unit))).toEqual(new Set(['单位5']));
  });

  test('what was carried over, what is in force, who came twice and who is missing', async () => {
    const carried = await ask('carryOver');
    expect(carried.map(({ unit, column_id: column, carried_out: out }) => [unit, column, Number(out)])).toEqual([
      ['单位3', 'research', 7777],
    ]);
    const force = await ask('inForce');
    expect(force.map(({ unit, row_id: row }) => [unit, row])).toEqual([['单位4', 'regulations']]);
    const twice = await ask('duplicates');
    expect(twice.map(({ unit, reports }) => [unit, Number(reports)])).toEqual([['单位6', 2]]);
    const missing = await ask('missing');
    expect(missing.map(({ unit, year }) => [unit, Number(year)])).toEqual([['单位11', 2025]]);
  });
}

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gouji-sql-'));
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'figures.parquet'), await bytesOf(longParquet(rows)));
  // PostgreSQL takes a byte order mark for a part of the first name.
  writeFileSync(path.join(folder, 'figures.csv'), (await bytesOf(longCsv(rows))).subarray(3));
  writeFileSync(path.join(folder, 'units.csv'), `unit\n${unitNames.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['parquet', 'csv'])('DuckDB over the long table as %s', (ending) => {
  let run: (query: string) => Promise<readonly Row[]>;
  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`CREATE VIEW figures AS SELECT * FROM '${folder}/figures.${ending}'`);
    await connection.run(`CREATE VIEW units AS SELECT * FROM '${folder}/units.csv'`);
    run = async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson();
  });
  answers('duckdb', (query) => run(query));
});

test('what counts in two shards is no total, and is told as a duplicate, even of the same file', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (name: QueryName): Promise<readonly Row[]> =>
    (await connection.runAndReadAll(rollUpSql(name, edition2021, 'duckdb'))).getRowObjectsJson();
  const only = `SELECT * FROM '${folder}/figures.parquet' WHERE unit = '单位1' AND year = 2025`;
  await connection.run(`CREATE VIEW figures AS SELECT * FROM '${folder}/figures.parquet' UNION ALL (${only})`);
  const told = (await ask('sums')).map(({ year, total, units_twice: twice }) => [
    Number(year),
    total === null,
    Number(twice),
  ]);
  expect(told).toHaveLength(2 * figuresOf(edition2021).length);
  expect(told.filter(([year]) => year === 2024).every(([, none, twice]) => none === false && twice === 0)).toBe(true);
  expect(told.filter(([year]) => year === 2025).every(([, none, twice]) => none === true && twice === 1)).toBe(true);
  const twice = (await ask('duplicates')).map(({ unit, reports }) => `${String(unit)} ${Number(reports)}`);
  expect(twice.sort()).toEqual(['单位1 2', '单位6 2']);
});

describe.each(editions)('any number of random valid units of edition $id', (edition) => {
  /** Amounts with all six decimals of 万元, and in 元 where the form leaves that open. */
  const unit = fc.record({
    seed: fc.nat(2 ** 30),
    amount: fc.integer({ min: 0, max: 2 ** 40 }).map((cents) => cents / 1e6),
    measure: fc.constantFrom('yuan' as const, 'tenThousandYuan' as const),
  });
  type Unit = typeof unit extends fc.Arbitrary<infer Made> ? Made : never;
  const reportAt = ({ seed, amount, measure }: Unit, index: number): Report => {
    const report = validReport(edition, generator(seed));
    const amounts = figuresOf(edition).filter(({ kind }) => kind === 'amount');
    const open = amounts.filter((figure) => figure.unit === 'unprinted');
    return {
      ...report,
      unit: { ...report.unit, name: `单位${index}` },
      figures: { ...report.figures, ...Object.fromEntries(amounts.map(({ id }) => [id, amount])) },
      units: Object.fromEntries(open.map(({ id }) => [id, measure])),
    };
  };

  test('have the sum that DuckDB has, in every figure, and every sum in it holds', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const ask = async (name: QueryName): Promise<readonly Row[]> =>
      (await connection.runAndReadAll(rollUpSql(name, edition, 'duckdb'))).getRowObjectsJson();
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 30 }), async (units) => {
        const handedIn = units.map((one, index) => receive(`${index}.json`, reportAt(one, index)));
        const all = rollUp({ edition, year: 2025, unit: '云溪县', received: handedIn, roster: null, failures: [] });
        const file = path.join(folder, `random-${edition.id}.parquet`);
        writeFileSync(file, await bytesOf(longParquet(all.rows)));
        await connection.run(`CREATE OR REPLACE VIEW figures AS SELECT * FROM '${file}'`);
        const totals = new Map(
          (await ask('sums')).map(({ figure, total }) => [figure, total === null ? null : Number(total)]),
        );
        expect(totals).toEqual(new Map(Object.entries(all.report.figures)));
        expect((await ask('checks')).filter(({ state }) => state !== 'holds')).toEqual([]);
        expect(check(inputOfReport(edition, all.report)).filter(({ level }) => level === 'fault')).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

/** The programs of a server of PostgreSQL, as Debian installs them. */
const postgres = onPath('pg_ctl') !== undefined && onPath('psql') !== undefined;
const required = process.env['GOUJI_REQUIRE_POSTGRES'] === '1';

describe.skipIf(!postgres && !required)('PostgreSQL over the long table as CSV', () => {
  // The server refuses to run as root.
  const asUser = (command: string, arguments_: readonly string[], input?: string): string => {
    const root = process.getuid?.() === 0;
    const [program, all]: [string, string[]] = root
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...arguments_]]
      : [command, [...arguments_]];
    return execFileSync(program, all, {
      input: input ?? '',
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: 90_000,
    });
  };
  let home = '';
  const sql = (text: string): string =>
    asUser('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', home, '-d', 'postgres'], text);

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'gouji-pg-'));
    if (process.getuid?.() === 0) execFileSync('chown', ['postgres', home]);
    const data = path.join(home, 'data');
    asUser('initdb', ['-D', data, '-E', 'UTF8', '--locale=C', '-A', 'trust', '--no-sync']);
    asUser('pg_ctl', ['-D', data, '-w', '-l', path.join(home, 'log'), '-o', `-k ${home} -h '' -F`, 'start']);
    sql(`CREATE TABLE figures (unit text, year int, edition text, figure text, "table" text, row_id text, column_id text,
      "row" text, "column" text, value double precision, measure text, source text, included boolean);
      CREATE TABLE units (unit text);
      COPY figures FROM '${folder}/figures.csv' (FORMAT csv, HEADER, FORCE_NOT_NULL (measure));
      COPY units FROM '${folder}/units.csv' (FORMAT csv, HEADER);`);
  }, 120_000);
  afterAll(() => {
    asUser('pg_ctl', ['-D', path.join(home, 'data'), '-m', 'immediate', 'stop']);
    rmSync(home, { recursive: true, force: true });
  });

  answers('postgres', async (query) =>
    sql(`SELECT row_to_json(answer) FROM (${query}) answer;`)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row),
  );
});
