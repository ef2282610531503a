import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';
import type { FileRecord } from '../../src/cli/reading/records';
import type { UnitKind } from '../../src/report/report';
import { writeJson } from '../../src/write/json';
import { sampleReport } from '../write/samples';
import { memoryIo } from './memoryIo';

async function check(argv: readonly string[], now: Date, kind: UnitKind | null = 'department', year = 2025) {
  const sample = sampleReport();
  const io = memoryIo({ 'a.json': writeJson({ ...sample, year, unit: { ...sample.unit, kind } }) }, now);
  const exit = await main(['check', 'a.json', '--json', ...argv], io);
  const { files } =
    io.printed.out === '' ? { files: [] } : (JSON.parse(io.printed.out) as { files: readonly FileRecord[] });
  const dated = files
    .flatMap(({ findings }) => findings ?? [])
    .filter(({ rule }) => /^F-(?:DEADLINE|EARLY)$/.test(rule));
  return { exit, error: io.printed.error, rules: dated.map(({ rule }) => rule) };
}

const january = new Date(2026, 0, 31, 23, 59);
const february = new Date(2026, 1, 1);

describe('the deadline of a report', () => {
  test('is checked by the clock where no day is named, to the end of the last day', async () => {
    expect((await check([], january)).rules).toEqual([]);
    expect((await check([], february)).rules).toEqual(['F-DEADLINE']);
    expect((await check([], february, 'government')).rules).toEqual([]);
    expect((await check([], february, null)).rules).toEqual([]);
    expect((await check([], new Date(2025, 11, 23))).rules).toEqual(['F-EARLY']);
  });

  test('of an earlier year is no matter of today, unless a day is named', async () => {
    expect((await check([], february, 'department', 2022)).rules).toEqual([]);
    expect((await check(['--day', '2023-02-03'], february, 'department', 2022)).rules).toEqual(['F-DEADLINE']);
    expect((await check(['--day', '2023-01-31'], february, 'department', 2022)).rules).toEqual([]);
  });

  test('goes by the day that is named, whatever the clock says', async () => {
    expect((await check(['--day', '2026-01-31'], february)).rules).toEqual([]);
    expect((await check(['--day=2026-02-03'], january)).rules).toEqual(['F-DEADLINE']);
    expect((await check(['--day', '2025-12-31'], february)).rules).toEqual(['F-EARLY']);
  });

  test.each(['2026-2-3', '2026-02-30', '20260203', 'today', ''])('“%s” is no day', async (day) => {
    const { exit, error } = await check([`--day=${day}`], january);
    expect(exit).toBe(3);
    expect(error).toContain('--day');
  });
});

describe('remarks that are switched off', () => {
  const sample = sampleReport();
  const report = writeJson({ ...sample, narrative: { ...sample.narrative, problems: ['无。'] } });
  const run = async (...argv: readonly string[]) => {
    const io = memoryIo({ 'a.json': report });
    const exit = await main(['check', 'a.json', '--json', ...argv], io);
    return { exit, said: io.printed.out, error: io.printed.error };
  };

  test('are not made, the others are', async () => {
    expect((await run()).said).toContain('"F-S5"');
    expect((await run('--off', 'F-S5')).said).not.toContain('"F-S5"');
    expect((await run('--off', 'F-S1-LEN, F-S6')).said).toContain('"F-S5"');
  });

  test.each(['T2-ID', 'N-RECV', 'f-s6', 'F-S6,', ''])('“%s” cannot be switched off', async (rules) => {
    const { exit, error } = await run(`--off=${rules}`);
    expect(exit).toBe(3);
    expect(error).toContain('--off');
  });
});

test('only check takes a day', async () => {
  const io = memoryIo({ 'a.json': writeJson(sampleReport()) });
  expect(await main(['read', 'a.json', '--day', '2026-01-31'], io)).toBe(3);
});
