/** Across years: what last year's report says about this year's. A difference is a question, not an error. */
import { figuresOf, findEdition, sameAmount, type Figure, type FigureId } from '../report/figures';
import type { Report } from '../report/report';
import type { Known, RuleId, Some } from './details';
import { longText, nine, rightText, without, type Example } from './examples';
import type { Finding } from './finding';
import { findingsOf, tidy } from './findings';
import type { Rule } from './rule';
import type { CheckInput } from './input';
import { figuresAt, previousValue, valueIn } from './sums/sums';

const documents = (value: number): Example => ({
  figures: {
    'disclosure.normativeDocuments.issued': 3,
    'disclosure.normativeDocuments.repealed': 1,
    'disclosure.normativeDocuments.inForce': value,
  },
  previous: { 'disclosure.normativeDocuments.inForce': 10 },
});

const manyFigures = Object.fromEntries(
  ['licensing', 'penalties', 'coercion']
    .map((row): [string, number] => [`disclosure.${row}.decisions`, 7])
    .concat(Object.entries(nine)),
);

// Stryker disable all: data, of which the tests of the catalogue run every example.
/** What last year’s report says about this year’s. */
export const yearRules = {
  'Y-CARRY': {
    level: 'explain',
    force: 'layout',
    source: null,
    passes: {
      figures: without(nine, {
        'applications.received.person': 7,
        'applications.received.total': 7,
        'applications.carriedIn.person': 2,
        'applications.carriedIn.total': 2,
      }),
      previous: { 'applications.carriedOut.person': 2, 'applications.carriedOut.total': 2 },
    },
    fails: { figures: nine, previous: { 'applications.carriedOut.person': 3, 'applications.carriedOut.total': 3 } },
    check: checkYears,
  },
  'Y-VALID': {
    level: 'explain',
    force: 'layout',
    source: null,
    passes: documents(12),
    fails: documents(13),
    check: checkYears,
  },
  'Y-SAME': {
    level: 'explain',
    force: 'printed',
    source: '国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责',
    passes: { figures: manyFigures, previous: { ...manyFigures, 'disclosure.penalties.decisions': 6 } },
    fails: { figures: manyFigures, previous: manyFigures },
    check: checkYears,
  },
  'Y-TEXT': {
    level: 'explain',
    force: 'printed',
    source: '国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责',
    passes: { text: { overview: [longText] }, previousText: { overview: ['去年的内容完全不同。'] } },
    fails: {
      text: { overview: [longText] },
      previousText: { ...rightText, overview: [...rightText.overview, longText] },
    },
    check: checkYears,
  },
  'Y-JUMP': {
    level: 'explain',
    force: 'practice',
    source: null,
    passes: { figures: { 'disclosure.licensing.decisions': 900 }, previous: { 'disclosure.licensing.decisions': 100 } },
    fails: { figures: { 'disclosure.licensing.decisions': 9000 }, previous: { 'disclosure.licensing.decisions': 100 } },
    check: checkYears,
  },
  'UNIT-SCALE': {
    level: 'remark',
    force: 'practice',
    source: null,
    passes: { figures: { 'disclosure.fees.amount': 26.55 }, previous: { 'disclosure.fees.amount': 20 } },
    fails: { figures: { 'disclosure.fees.amount': 265500 }, previous: { 'disclosure.fees.amount': 20 } },
    check: checkYears,
  },
} as const satisfies Partial<Readonly<Record<RuleId, Rule>>>;

// Stryker restore all

const finding = findingsOf(yearRules);

/** A figure that grew or shrank more than this is asked about, if the larger one is worth asking about. */
const jump = 10;
const jumpFrom = 100;
/** Yuan typed for units of 10,000 yuan, or the reverse, with some room for a real change. */
const unitSlip = { low: 2_000, high: 50_000 } as const;
/** Figures that must be there and not 0 before a report can be called the same as last year's. */
const enoughToCompare = 8;
/** Characters of text that must be there before it can be called the same as last year's. */
const enoughText = 200;
const sameShare = 0.9;

const operand = (figure: FigureId, year: number | null, value: number): Known => ({ figure, year, value });

interface Comparison {
  readonly input: CheckInput;
  readonly previous: Report;
  readonly lastYear: number | null;
}

/** What makes a finding of two sums of which the right one holds figures of last year; `null` where they are equal. */
function unequal<Left extends Some<Known>, Right extends Some<Known>>(left: Left, right: Right) {
  const sum = (side: readonly Known[]): number => tidy(side.reduce((total, { value }) => total + value, 0));
  const difference = tidy(Math.abs(sum(left) - sum(right)));
  if (sameAmount(difference, 0)) return null;
  // The figures of this year only: a reason given for them holds until one of them changes.
  const own = [...left, ...right].filter(({ year }) => year === left[0].year);
  const figures = [...new Set(own.map(({ figure }) => figure))];
  return { figures, sides: { left, right }, left: sum(left), right: sum(right), difference };
}

/** What was carried in is what last year's report carried out, in each column; the total follows from its columns. */
function carriedOver({ input, previous, lastYear }: Comparison): Finding[] {
  const columns = figuresOf(input.edition).filter(({ row }) => row === 'carriedIn');
  const bodies = input.predecessors ?? [];
  const found = columns.flatMap(({ id, column }) => {
    const from = `applications.carriedOut.${column}`;
    const now = valueIn(input, id);
    const then = previousValue(previous, from);
    if (now === null || then === null) return [];
    const sums = unequal([operand(id, input.year, now)] as const, [operand(from, lastYear, then)] as const);
    const details = { line: column, ...(bodies.length > 0 && { bodies }) };
    return sums === null ? [] : [finding('Y-CARRY', { table: 'applications', ...sums, details })];
  });
  const gap = (items: typeof found): number => items.reduce((sum, { left, right }) => sum + left - right, 0);
  const parts = found.filter(({ details }) => details.line !== 'total');
  const total = found.filter(({ details }) => details.line === 'total');
  return gap(parts) === gap(total) ? parts.map((item, at) => (at === 0 ? { ...item, folded: total } : item)) : found;
}

/** In force = last year's in force + issued − repealed, where both years have the figures. */
function inForce({ input, previous, lastYear }: Comparison): Finding[] {
  return figuresAt(input.edition, 'disclosure', ['regulations', 'normativeDocuments'], ['inForce']).flatMap(
    ({ id, row }) => {
      const issued = `disclosure.${row}.issued`;
      const repealed = `disclosure.${row}.repealed`;
      const now = valueIn(input, id);
      const ended = valueIn(input, repealed);
      const then = previousValue(previous, id);
      const made = valueIn(input, issued);
      if (now === null || ended === null || then === null || made === null) return [];
      const sums = unequal(
        [operand(id, input.year, now), operand(repealed, input.year, ended)] as const,
        [operand(id, lastYear, then), operand(issued, input.year, made)] as const,
      );
      return sums === null ? [] : [finding('Y-VALID', { table: 'disclosure', ...sums, details: { line: row } })];
    },
  );
}

const isTotalOrAlone = ({ table, column }: Figure): boolean => table === 'disclosure' || column === 'total';

/** Figures that both editions know under one id mean the same in both. */
function jumps({ input, previous, lastYear }: Comparison): Finding[] {
  return figuresOf(input.edition).flatMap((figure): Finding[] => {
    const now = valueIn(input, figure.id);
    const then = previousValue(previous, figure.id);
    if (now === null || then === null || now < 0 || then < 0) return [];
    const sides = {
      left: [operand(figure.id, input.year, now)],
      right: [operand(figure.id, lastYear, then)],
    } as const;
    const about = {
      table: figure.table,
      figures: [figure.id],
      sides,
      left: now,
      right: then,
      difference: tidy(Math.abs(now - then)),
    };
    const [small, large] = [Math.min(now, then), Math.max(now, then)];
    if (figure.kind === 'amount') {
      // Nothing is no unit of anything: a ratio to 0 lies within no bounds.
      const ratio = large / small;
      return ratio >= unitSlip.low && ratio <= unitSlip.high ? [finding('UNIT-SCALE', about)] : [];
    }
    return isTotalOrAlone(figure) && figure.kind === 'count' && large >= jumpFrom && large > jump * small
      ? [finding('Y-JUMP', about)]
      : [];
  });
}

function sameFigures({ input, previous, lastYear }: Comparison): Finding[] {
  if (previous.edition !== input.edition.id) return [];
  const compared = figuresOf(input.edition).map(({ id }) => [valueIn(input, id), previousValue(previous, id)] as const);
  const filled = compared.filter(([now]) => (now ?? 0) !== 0);
  const same = filled.length >= enoughToCompare && compared.every(([now, then]) => now === then);
  return same ? [finding('Y-SAME', { details: { year: lastYear, count: filled.length } })] : [];
}

/** Text without what changes every year by itself. */
const withoutNumbers = (text: string): string => text.replace(/[\s\d０-９.,%％，、。；：（）()]/gu, '');

function sameText({ input, previous, lastYear }: Comparison): Finding[] {
  const { narrative } = input;
  if (narrative === undefined) return [];
  const then = new Set(Object.values(previous.narrative).flat().map(withoutNumbers));
  const now = Object.values(narrative).flat().map(withoutNumbers);
  const length = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
  const all = length(now);
  const repeated = length(now.filter((text) => then.has(text)));
  if (all < enoughText || repeated < sameShare * all) return [];
  return [finding('Y-TEXT', { details: { year: lastYear, share: Math.round((repeated / all) * 100) } })];
}

/** Everything that last year's report has to say. Silent without one, or with one of another year than the last. */
export function checkYears(input: CheckInput): Finding[] {
  const previous = input.previous ?? null;
  if (previous === null || findEdition(previous.edition) === undefined) return [];
  if (input.year !== null && previous.year !== null && previous.year !== input.year - 1) return [];
  const comparison = { input, previous, lastYear: previous.year ?? (input.year === null ? null : input.year - 1) };
  return [carriedOver, inForce, jumps, sameFigures, sameText].flatMap((rule) => rule(comparison));
}
