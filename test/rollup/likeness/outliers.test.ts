/** What stands out among the units of an invented county: all that was planted, and nothing else. */
import { describe, expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { outliersOf, unitsOf } from '../../../src/rollup/likeness/outliers';
import { outlierText } from '../../../src/rollup/likeness/outlierText';
import { sameTexts, textMarksOf } from '../../../src/rollup/likeness/textMarks';
import { reportOf, settle, yearBefore } from '../../../scripts/units/contents';
import { receive } from '../receive';

const edition = edition2021;
const unitOf = (at: number): string => `云溪县第${at}局`;
const plain = (count: number, seed: number) =>
  Array.from({ length: count }, (_, at) => {
    const own = seed * 1000 + at;
    const now = reportOf(edition, unitOf(at), 2025, own);
    const before = yearBefore(edition, { report: now, seed: own }, unitOf(at), own + 500_000);
    return { now, before };
  });
type Pair = ReturnType<typeof plain>[number];
const find = (pairs: readonly Pair[]) =>
  outliersOf(
    edition,
    pairs.map(({ now, before }, at) => ({
      received: receive(`${at}.json`, now),
      previous: receive(`上年/${at}.json`, before),
    })),
  );
const withFigures = (pair: Pair, change: (figures: Record<string, number | null>) => void): Pair => {
  const figures = { ...pair.now.figures };
  change(figures);
  settle(edition, figures);
  return { ...pair, now: { ...pair.now, figures } };
};

describe('of units that nothing was done to', () => {
  test.each([1, 2, 3, 4, 5])('nothing stands out (county %i of 100 units)', (seed) => {
    expect(find(plain(100, seed)).map((one) => outlierText(one, edition, 'zh'))).toEqual([]);
  });
});

describe('what was planted is found, and is said of the right unit', () => {
  const pairs = plain(60, 9);
  const rich = pairs.findIndex(({ now }) => (now.figures['applications.total.total'] ?? 0) > 200);
  const other = rich === 7 ? 8 : 7;
  const planted = (change: (pair: Pair, donor: Pair) => Pair) =>
    find(pairs.map((pair, at) => (at === other ? change(pair, pairs[rich] as Pair) : pair)));

  test('the figures of another unit, a few of them changed', () => {
    const found = planted((pair, donor) => ({
      ...pair,
      now: { ...pair.now, figures: { ...donor.now.figures, 'review.reconsideration.upheld': 1 } },
    }));
    const same = found.filter(({ kind }) => kind === 'sameFigures');
    expect(same.map((one) => unitsOf(one).map(({ unit }) => unit))).toEqual([
      [rich, other].sort((a, b) => a - b).map(unitOf),
    ]);
    // Of what it did last year they are far away: that is another question about the same unit.
    for (const one of found) expect(unitsOf(one).map(({ unit }) => unit)).toContain(unitOf(other));
  });

  test('the text of another unit, with its own name in it', () => {
    const found = planted((pair, donor) => ({
      ...pair,
      now: {
        ...pair.now,
        narrative: {
          ...donor.now.narrative,
          overview: donor.now.narrative.overview.map((text) =>
            text.replaceAll(donor.now.unit.name ?? '', pair.now.unit.name ?? ''),
          ),
        },
      },
    }));
    expect(found).toMatchObject([{ kind: 'sameText' }]);
  });

  test('its own figures and text of last year', () => {
    const found = planted((pair, donor) => ({
      ...donor,
      before: donor.now,
      now: { ...donor.now, unit: pair.now.unit },
    }));
    expect(found.filter((one) => !('units' in one))).toMatchObject([
      { kind: 'figuresOfLastYear', unit: unitOf(other) },
      { kind: 'textOfLastYear', unit: unitOf(other) },
    ]);
  });

  test('a jump that the others did not make', () => {
    const found = planted((pair) =>
      withFigures(pair, (figures) => {
        figures['disclosure.penalties.decisions'] = 5_000 + 20 * (figures['disclosure.penalties.decisions'] ?? 0);
      }),
    );
    expect(found).toMatchObject([{ kind: 'jump', unit: unitOf(other), figure: 'disclosure.penalties.decisions' }]);
  });

  test('a share of refusals far from the rest', () => {
    const found = planted((pair) =>
      withFigures(pair, (figures) => {
        figures['applications.denied.publicSafety.person'] = 9_000;
        figures['applications.granted.person'] = 2;
      }),
    );
    expect(found.filter(({ kind }) => kind === 'ratio')).toMatchObject([
      { kind: 'ratio', unit: unitOf(other), ratio: 'denied' },
    ]);
  });
});

test('a jump that a whole county makes is none of a unit', () => {
  const id = 'disclosure.penalties.decisions';
  const grown = plain(40, 11).map((pair) => ({
    ...pair,
    now: { ...pair.now, figures: { ...pair.now.figures, [id]: 30 * (pair.before.figures[id] ?? 0) } },
  }));
  expect(grown.filter(({ now }) => (now.figures[id] ?? 0) >= 100).length).toBeGreaterThan(5);
  expect(find(grown)).toEqual([]);
});

test('texts are the same without names, numbers and punctuation, and not where a third is other', () => {
  const sentence = (from: number, count: number): string =>
    Array.from({ length: count }, (_, at) => String.fromCharCode(0x4e00 + ((from + at * 37) % 20_000))).join('');
  const text = sentence(5, 900);
  const marks = textMarksOf([`甲局2025年${text}`], '甲局');
  expect(sameTexts(marks, textMarksOf([`乙办公室，2024年：${text.slice(0, 450)}`, text.slice(450)], '乙办公室'))).toBe(
    true,
  );
  expect(sameTexts(marks, textMarksOf([text.slice(0, 600) + sentence(9_999, 300)], null))).toBe(false);
  expect(textMarksOf([text.slice(0, 150)], null)).toBeNull();
});
