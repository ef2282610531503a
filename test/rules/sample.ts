/** Reports made up for the tests: random ones of a given edition, and entries with slips in them. */
import fc from 'fast-check';
import type { Edition } from '../../src/report/edition';
import { figuresOf, type Entry, type FigureId } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import type { Report } from '../../src/report/report';
import { identitiesOf, totalsOf } from '../../src/rules/sums/identities';

/** A small generator of whole numbers, the same for the same seed: below `bound`. */
export function generator(seed: number): (bound: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** A report in which every figure is there and every identity holds. Most figures are 0, as in real ones. */
export function validReport(edition: Edition, random: (bound: number) => number, year = 2025): Report {
  const report = emptyReport(edition, year, '青禾县某局');
  const figures: Report['figures'] = report.figures;
  const scale = random(4);
  const size = [3, 12, 60, 400][scale] ?? 12;
  // Reviews and lawsuits are fewer than applications.
  const cases = [2, 5, 12, 60][scale] ?? 5;
  for (const { id, table } of figuresOf(edition)) {
    figures[id] = random(3) === 0 ? random(table === 'review' ? cases : size) : 0;
  }
  const settle = (): void => {
    for (const { total, identity } of totalsOf(edition)) {
      figures[total.id] = identity.right.reduce((sum, part) => sum + (figures[part.id] ?? 0), 0);
    }
  };
  settle();
  for (const { rule, left, right } of identitiesOf(edition)) {
    const [received, carriedIn] = left;
    if (rule !== 'T2-ID' || received === undefined || carriedIn === undefined) continue;
    const sum = right.reduce((total, figure) => total + (figures[figure.id] ?? 0), 0);
    const carried = random(4) === 0 ? random(sum + 1) : 0;
    figures[carriedIn.id] = carried;
    figures[received.id] = sum - carried;
  }
  settle();
  return report;
}

/** What may stand in a cell: numbers good and bad, blanks, text, error values. */
const oddEntries: readonly Entry[] = [
  { kind: 'blank' },
  { kind: 'text', text: '12件', number: 12 },
  { kind: 'text', text: '/', number: null },
  { kind: 'number', value: -1 },
  { kind: 'number', value: 2.5 },
  { kind: 'number', value: 0.1 },
  { kind: 'error', text: '#DIV/0!' },
];

/** Entries of a valid report with up to five cells overwritten at random and, at times, many blanks. */
export function randomEntries(edition: Edition, seed: number): Map<FigureId, Entry> {
  const random = generator(seed);
  const report = validReport(edition, random);
  const figures = figuresOf(edition);
  const blanks = [0, 0, 3, 10][random(4)] ?? 0;
  const entries = new Map<FigureId, Entry>(
    figures.map(({ id }) => [
      id,
      random(100) < blanks * 3 ? { kind: 'blank' } : { kind: 'number', value: report.figures[id] ?? 0 },
    ]),
  );
  for (let slips = random(6); slips > 0; slips -= 1) {
    const figure = figures[random(figures.length)];
    if (figure === undefined) continue;
    const odd = oddEntries[random(oddEntries.length * 2)];
    entries.set(figure.id, odd ?? { kind: 'number', value: random(50) });
  }
  return entries;
}

export const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
