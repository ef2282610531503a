import { expect, test } from 'vitest';
import type { Candidate, Host, InsertRequest } from '../../src/host/host';
import { edition2021 } from '../../src/report/editions/2021';
import { sheetNames } from '../../src/report/sheet/sheet';
import { insertBeside } from '../../src/taskpane/parts/beside';

/** A host in which the sheets of these numbers are taken, of which the first is 甲局's. */
function inserting(unit: string | null, taken: readonly number[], numbers = true) {
  const names = new Set(taken.flatMap((number) => Object.values(sheetNames(2025, number))));
  const tried: (number | undefined)[] = [];
  const host = {
    insert: ({ number }: InsertRequest) => {
      tried.push(number);
      const { tables } = sheetNames(2025, number ?? 1);
      return Promise.resolve(
        names.has(tables) ? { ok: false, reason: 'sheetExists', detail: tables } : { ok: true, sheet: tables },
      );
    },
    readSheet: (name: string) => Promise.resolve(names.has(name) ? [['有']] : null),
    ...(numbers ? { replaceFigures: () => undefined } : {}),
  } as unknown as Host;
  const there = [{ sheet: sheetNames(2025).tables, unit: '甲局', year: 2025 }] as unknown as Candidate[];
  const request: InsertRequest = { edition: edition2021, year: 2025, unit, totals: 'typed', report: null };
  return insertBeside(host, request, there).then(({ ok }) => [ok, tried] as const);
}

test('another unit’s report stands beside the first under the next number; what may be the same is refused', async () => {
  expect(await inserting('乙局', [])).toEqual([true, [undefined]]);
  expect(await inserting('乙局', [1, 2])).toEqual([true, [undefined, 3]]);
  expect(await inserting('甲 局', [1])).toEqual([false, [undefined]]);
  expect(await inserting(null, [1])).toEqual([false, [undefined]]);
  expect(await inserting('乙局', [1], false)).toEqual([false, [undefined]]);
});
