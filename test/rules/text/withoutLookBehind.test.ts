/** The text rules in an engine whose expressions cannot look behind, as Safari before 16.4. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Finding } from '../../../src/rules/finding';
import { sentenceSets } from './sentences';
import { bodies } from './sentences/bodies';

/** The engine’s own expressions, of which those that look behind are wrong. */
const without = new Proxy(RegExp, {
  construct(target, [source, flags]: [string | RegExp, string?], made) {
    if (/\(\?<[=!]/u.test(typeof source === 'string' ? source : source.source))
      throw new SyntaxError('Invalid regular expression: invalid group specifier name');
    return Reflect.construct(target, [source, flags], made) as RegExp;
  },
});

const texts = sentenceSets
  .flatMap(({ claims, denials, traps }) => [...claims, ...denials, ...traps])
  .map(([, text]) => text)
  // The others are read the same way: it was seen once.
  .filter((_, at) => at % 4 === 0)
  .map((text, at) => text.replace(/«([^|»]*)\|([^»]*)»/gu, at % 2 === 0 ? '$1' : '$2'));

/** What is found by modules that are loaded now. */
async function found(overview: string[]): Promise<readonly Finding[]> {
  vi.resetModules();
  const { edition2021 } = await import('../../../src/report/editions/2021');
  const { emptyReport } = await import('../../../src/report/empty');
  const { figuresOf } = await import('../../../src/report/figures');
  const { inputOfReport } = await import('../../../src/rules/input');
  const { check } = await import('../../../src/rules/check');
  const report = emptyReport(edition2021, 2025, '青禾县某局');
  for (const { id } of figuresOf(edition2021)) report.figures[id] = bodies.office[id] ?? 0;
  return check(inputOfReport(edition2021, { ...report, narrative: { overview, problems: [], other: [] } }));
}

afterEach(() => vi.unstubAllGlobals());

test('every sentence of the tests is understood as in an engine whose expressions can', async () => {
  const before = await found(texts);
  expect(before.length).toBeGreaterThan(500);
  vi.stubGlobal('RegExp', without);
  expect(() => new RegExp('(?<=a)', 'u')).toThrow(SyntaxError);
  expect(await found(texts)).toEqual(before);
});

test('a million characters come to an end there too', async () => {
  const long = ['１'.repeat(1e6)];
  const before = await found(long);
  vi.stubGlobal('RegExp', without);
  expect(await found(long)).toEqual(before);
});
