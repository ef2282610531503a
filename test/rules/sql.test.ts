import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { compareWithSql } from './duckdb';

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: one query over 500 random reports says of every identity what the check says',
  { timeout: 120_000 },
  async (_, edition) => {
    const { compared, differing } = await compareWithSql(edition, 500);
    expect(compared).toBe(500);
    expect(differing).toEqual([]);
  },
);
