import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import type { Received } from '../../src/rollup/received';
import { rollUp } from '../../src/rollup/sum';
import { narrow, traceBroken, traceFigure } from '../../src/rollup/trace';
import { publishedText } from '../../src/rollup/published';
import { identitiesOf } from '../../src/rules/sums/identities';
import { generator, validReport } from '../rules/sample';
import { anyValidReport } from './validReports';
import { receive } from './receive';

const units = (least: number) =>
  fc
    .array(anyValidReport(edition2021), { minLength: least, maxLength: 8 })
    .map((reports) =>
      reports.map((report, index) =>
        receive(`${index}.docx`, { ...report, year: 2025, unit: { ...report.unit, name: `单位${index}` } }),
      ),
    );
const sum = (received: readonly Received[]) =>
  rollUp({ edition: edition2021, year: 2025, unit: '云溪县', received, roster: null, failures: [] });

describe('a figure of the sum', () => {
  test('opens into its units, the largest first, and they add up to it', () => {
    fc.assert(
      fc.property(units(1), fc.nat(), (received, pick) => {
        const figures = figuresOf(edition2021);
        const id = figures[pick % figures.length]?.id ?? '';
        const { report, included } = sum(received);
        const parts = traceFigure(included, id);
        const values = parts.map(({ value }) => value ?? 0);
        expect(values).toEqual([...values].sort((one, other) => other - one));
        expect(values.reduce((total, value) => total + value, 0)).toBeCloseTo(report.figures[id] ?? 0, 6);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a broken identity', () => {
  test('names the one unit that breaks it, and no other', () => {
    fc.assert(
      fc.property(units(2), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), (received, pick, at, slip) => {
        const guilty = received[pick % received.length] as Received;
        const identities = identitiesOf(edition2021);
        const identity = identities[at % identities.length];
        const index = identity?.primary.index ?? 0;
        guilty.figures[index] = (guilty.figures[index] ?? 0) + slip;
        const broken = traceBroken(edition2021, sum(received).included);
        expect(broken.map(({ identity: { key } }) => key)).toContain(identity?.key);
        for (const { units: named } of broken) expect(named.map(({ unit }) => unit)).toEqual([guilty.unit]);
      }),
      { numRuns: 30 },
    );
  });

  test('units whose reports hold break none', () => {
    fc.assert(
      fc.property(units(1), (received) => {
        expect(traceBroken(edition2021, received)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a published report that differs from the sum', () => {
  const differing = fc.tuple(units(4), fc.nat()).filter(([received]) => {
    const keys = received.map(({ figures }) => [...figures].join());
    return new Set(keys).size === keys.length && received.every(({ figures }) => figures.some((value) => value > 0));
  });

  test('is narrowed to the unit that was left out, or counted twice', () => {
    fc.assert(
      fc.property(differing, fc.boolean(), ([received, pick], twice) => {
        const guilty = received[pick % received.length] as Received;
        const all = sum(received);
        const again = { ...guilty, source: '再', unit: '又' };
        const published = sum(twice ? [...received, again] : received.filter((one) => one !== guilty));
        const { culprits, ambiguous } = narrow(edition2021, published.report, all.report, all.included);
        fc.pre(!ambiguous);
        expect(culprits).toEqual([
          { unit: guilty.unit, source: guilty.source, cause: twice ? 'countedTwice' : 'leftOut' },
        ]);
      }),
      { numRuns: 20 },
    );
  });

  test('is narrowed to two where no one explains it, and to the one with last year’s figures', () => {
    fc.assert(
      fc.property(differing, ([received]) => {
        const [one, other] = received as [Received, Received];
        const all = sum(received);
        const published = sum(received.slice(2));
        const two = narrow(edition2021, published.report, all.report, all.included);
        expect(two.culprits.length).toBeLessThanOrEqual(2);
        expect(two.culprits.length).toBeGreaterThan(0);
        const stale = narrow(
          edition2021,
          sum([{ ...other, source: one.source, unit: one.unit }, ...received.slice(1)]).report,
          all.report,
          all.included,
          (unit) => (unit.source === one.source ? other : null),
        );
        expect(stale.ambiguous || stale.culprits.some(({ unit }) => unit === one.unit)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test('what only one of the two has a number for is told, not passed over', () => {
    const id = 'review.reconsideration.total';
    const report = validReport(edition2021, generator(3));
    const one = receive('甲', { ...report, figures: { ...report.figures, [id]: 7 } });
    const all = sum([one]);
    const figures = { ...all.report.figures, [id]: null };
    const narrowed = narrow(edition2021, { figures }, all.report, all.included);
    expect(narrowed).toMatchObject({ figures: [], oneSided: [id] });
    const { head, verdicts } = publishedText(narrowed, edition2021, 'zh');
    expect([head, verdicts]).toEqual([
      '能比较的数，已有的汇总与本次汇总一致。',
      [expect.stringContaining('行政复议“总计”')],
    ]);
  });

  test('nothing is proposed that leaves a part unexplained', () => {
    fc.assert(
      fc.property(differing, ([received]) => {
        const all = sum(received);
        const figures = { ...all.report.figures, 'review.reconsideration.total': 123_456_789 };
        expect(narrow(edition2021, { figures }, all.report, all.included).culprits).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
