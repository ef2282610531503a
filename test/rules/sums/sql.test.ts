import { expect, test } from 'vitest';
import { editions } from '../../../src/report/editions';
import { compareWithSql } from '../engines/duckdb';
import { cases } from '../text/effort';

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: one query over 500 random reports says of every identity what the check says',
  { timeout: 120_000 },
  async (_, edition) => {
    const count = cases(500);
    const { compared, differing } = await compareWithSql(edition, count);
    expect(compared).toBe(count);
    expect(differing).toEqual([]);
  },
);
