/** The rules at length: the counts that `npm test` has no time for. */
import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { compile, numericCheck, state } from '../../src/rules/sums/numeric';
import { compareWithSql } from '../rules/engines/duckdb';
import { disagreements, workbook } from '../rules/engines/formulaBook';
import { generator, randomEntries, validReport } from '../rules/sample';

const reports = 100_000;
const workbooks = 5_000;
const sums = 100_000;

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: one query over 100,000 random reports says of every identity what the check says',
  async (id, edition) => {
    const { compared, differing, seconds } = await compareWithSql(edition, reports);
    console.log(
      `${id}: ${compared} reports × ${compile(edition).identities.length} identities in one query, ${seconds.toFixed(1)} s`,
    );
    expect(compared).toBe(reports);
    expect(differing).toEqual([]);
  },
);

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: in 5,000 random reports every conditional format and every verdict says what the check says',
  (id, edition) => {
    const cells = sheetLayout(edition).figures;
    const book = workbook(edition, cells, ['broken']);
    for (let seed = 0; seed < workbooks; seed += 1) {
      // Other reports than those of `npm test`.
      expect(disagreements(book, edition, cells, randomEntries(edition, 1_000_000 + seed)), `seed ${seed}`).toEqual([]);
    }
    console.log(
      `${id}: ${workbooks} workbooks, ${book.painted.size} painted cells and ${compile(edition).identities.length} verdicts each`,
    );
  },
);

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: the sum of 100,000 pairs of valid reports is valid',
  (_, edition) => {
    const rules = compile(edition);
    const states = new Uint8Array(rules.identities.length);
    const figures = figuresOf(edition);
    let last = validReport(edition, generator(0));
    for (let seed = 1; seed <= sums; seed += 1) {
      const next = validReport(edition, generator(seed));
      const sum = Float64Array.from(figures, ({ id }) => (last.figures[id] ?? 0) + (next.figures[id] ?? 0));
      expect(numericCheck(rules, sum, states)).toBe(0);
      expect(states.every((each) => each === state.holds)).toBe(true);
      last = next;
    }
  },
);
