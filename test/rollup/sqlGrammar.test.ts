/** The queries for Spark and Trino against the grammars of these engines: what is not run is at least their language. */
import { SparkSQL } from 'dt-sql-parser/dist/parser/spark/index';
import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index';
import { describe, expect, test } from 'vitest';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { queryNames, rollUpSql } from '../../src/rollup/sql';

const grammars = { spark: new SparkSQL(), trino: new TrinoSQL() } as const;

describe.each(Object.entries(grammars))('the grammar of %s', (engine, grammar) => {
  test.each([edition2019, edition2021])('parses every query over reports of edition $id', (edition) => {
    for (const name of queryNames) {
      const query = `${rollUpSql(name, edition, engine as keyof typeof grammars).trimEnd()};`;
      expect([name, grammar.validate(query)]).toEqual([name, []]);
    }
  });

  test('refuses a query with a word too many', () => {
    const query = rollUpSql('sums', edition2021, engine as keyof typeof grammars).replace('GROUP BY', 'GROUP BY BY');
    expect(grammar.validate(`${query.trimEnd()};`)).not.toEqual([]);
  });
});
