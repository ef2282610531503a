/** Random reports in the long table of DuckDB, and the states that the in-memory check gives them. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Edition } from '../../../src/report/edition';
import { figuresOf } from '../../../src/report/figures';
import { compile, numericCheck, state, vectorOf } from '../../../src/rules/sums/numeric';
import { identitiesSql } from '../../../src/rules/sums/sql';
import { randomEntries } from '../sample';

const words = Object.fromEntries(Object.entries(state).map(([word, code]) => [code, word]));

async function fill(connection: DuckDBConnection, edition: Edition, count: number): Promise<string[]> {
  await connection.run(
    'CREATE OR REPLACE TABLE figures (unit VARCHAR, year INTEGER, edition VARCHAR, figure VARCHAR, value DOUBLE)',
  );
  const appender = await connection.createAppender('figures');
  const rules = compile(edition);
  const states = new Uint8Array(rules.identities.length);
  const expected: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    // An error value has no row of its own in a long table: it is left out there, and blank here.
    const entries = new Map([...randomEntries(edition, seed)].filter(([, entry]) => entry.kind !== 'error'));
    for (const { id } of figuresOf(edition)) {
      const entry = entries.get(id);
      if (entry === undefined) continue;
      appender.appendVarchar(`u${seed}`);
      appender.appendInteger(2025);
      appender.appendVarchar(edition.id);
      appender.appendVarchar(id);
      if (entry.kind === 'number') appender.appendDouble(entry.value);
      else appender.appendNull();
      appender.endRow();
    }
    numericCheck(rules, vectorOf(edition, entries), states);
    expected.push([...states].map((each) => words[each]).join(' '));
  }
  appender.closeSync();
  return expected;
}

/** How many reports were compared, and for which of them the query said something else than the check. */
export async function compareWithSql(
  edition: Edition,
  count: number,
): Promise<{ readonly compared: number; readonly differing: readonly string[]; readonly seconds: number }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const expected = await fill(connection, edition, count);
  const keys = compile(edition).identities.map(({ rule, line }) => `${rule}/${line}`);
  const from = performance.now();
  const result = await connection.runAndReadAll(identitiesSql(edition));
  const seconds = (performance.now() - from) / 1000;
  const found = new Map<string, Map<string, string>>();
  for (const row of result.getRowObjects()) {
    const unit = String(row['unit']);
    const states = found.get(unit) ?? new Map<string, string>();
    states.set(`${String(row['rule'])}/${String(row['line'])}`, String(row['state']));
    found.set(unit, states);
  }
  const differing = expected.flatMap((states, seed) => {
    const said = keys.map((key) => found.get(`u${seed}`)?.get(key) ?? 'absent').join(' ');
    return said === states ? [] : [`u${seed}`];
  });
  connection.closeSync();
  return { compared: found.size, differing, seconds };
}
