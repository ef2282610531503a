/**
 * How a figure comes to be wrong in an office, as likelihoods that rank what would each mend the same sum. No count of
 * such slips was ever published: the shares are assumptions, each with its reason, and only their order of size matters.
 */
import { sameAmount, type Figure } from '../../report/figures';
import { caseLine, figuresLikelihood, isDone, ownerLine, partOf } from './cases';
import type { Evidence } from './evidence';
import { slipLikelihood } from './slips';

/** Share of each kind of slip among all reports with one. */
const shares = {
  /** What is not answered yet (四, 尚未审结) is asked for last and stands in no ledger of answers: it is left out. */
  openLeftOut: 0.22,
  /** An answer that the section which counts did not hear of. */
  resultMissed: 0.16,
  /** Counted under two results: 区分处理的，只计这一情形 is there because many did. */
  resultTwice: 0.07,
  /** What was carried over stands in last year's report only. */
  carriedInLeftOut: 0.12,
  /** 一 is taken for all that was worked on, with what was carried in. */
  carriedInAdded: 0.05,
  /** The last days of December, a letter that went to another section. */
  receivedMiscounted: 0.06,
  /** A number under another kind of applicant, or in the row beside; or two that changed places. */
  wrongColumn: 0.1,
  wrongRow: 0.06,
  /** A row that stands one cell too far to one side. */
  shifted: 0.02,
  /** Last year's file is the draft, and its figure stands where nobody overwrote it. */
  stale: 0.06,
  /** A slip of the finger. */
  keyboard: 0.12,
} as const;

/** A slip that is twice as far off is half as likely, when things are counted one by one. */
const further = 0.5;
/** Zeros are filled in all at once; what is typed one by one is what there is. */
const zeroTyped = 0.03;
/** Share of texts whose figures come from the ledger; the others were written from the sheet, fault and all. */
const fromLedger = 0.7;
/** A number of the text may mean something else than it seems. */
const misread = 0.02;
/** Of a number that may be meant of other figures too, that it is. */
const otherwiseMeant = 0.1;
/** Share of wrong counts after which typed totals are summed from the sheet, and are wrong by as much. */
const totalsSummed = 0.7;
/** What was carried in is what last year's report carried out, but for reforms and late corrections. */
const carriedHolds = 0.97;

/** Share of sums with blanks that hold when these are 0. */
const blanksNone = 2 / 3;
/** Share of reports with something left over, or carried in: only there can it be forgotten or counted twice. */
const leftOver = 0.4;

/** What is known of a table while its repairs are weighed. */
export interface Ledger {
  readonly vector: Float64Array;
  /** Figures of the table that are no totals and hold numbers. */
  readonly parts: readonly Figure[];
  readonly evidence: Evidence;
  /** The figure that is carried in where this one is received. */
  readonly carriedBeside: (figure: Figure) => number;
  /** What last year's report carried out where this figure is carried in; NaN where nobody knows. */
  readonly carriedOver: (figure: Figure) => number;
  /** Typical size of the figures that are not 0. */
  readonly size: number;
  /** Whether anything is counted in the line of this figure that tells its kind of case: this year, last year or in the text. */
  readonly used: (figure: Figure) => boolean;
  /** Sum of the figures that say the same of all owners. */
  readonly inLine: (figure: Figure) => number;
  /** Share of the cases that are of this owner, of all cases. */
  readonly lineShare: (figure: Figure) => number;
  /** Natural logarithm of how much likelier figures are than those that were typed, before anybody slips. */
  readonly likelier: (vector: Float64Array) => number;
  /** Sum of the results and of what is open. */
  readonly counted: number;
  /** How many numbers other than 0 were typed. */
  readonly typed: number;
  /** Whether totals of the table were typed. */
  readonly totalsTyped: boolean;
}

const sumOf = (figures: readonly Figure[], vector: Float64Array): number =>
  figures.reduce((sum, { index }) => sum + (vector[index] ?? 0), 0);

/** Lines of which the text says more than stands in the table: something is counted there, though the table has none. */
function spokenLines(vector: Float64Array, figures: readonly Figure[], { said }: Evidence): ReadonlySet<string> {
  const stands = (sum: readonly number[]): number => sum.reduce((total, index) => total + (vector[index] || 0), 0);
  const short = said.flatMap(({ number, sums }) => sums.filter((sum) => stands(sum) < number)).flat();
  return new Set(figures.filter(({ index }) => short.includes(index)).map(caseLine));
}

/** The figures of a table, and which of them hold numbers that were typed. */
export interface TableFigures {
  readonly figures: readonly Figure[];
  /** No totals. */
  readonly parts: readonly Figure[];
  readonly totals: readonly Figure[];
}

export function ledgerOf(vector: Float64Array, { figures, parts, totals }: TableFigures, evidence: Evidence): Ledger {
  const done = parts.filter(isDone);
  const lastYear = (figure: Figure): number => Math.max(0, evidence.previous?.[figure.index] || 0);
  const inLine = new Map<string, number>();
  const nowInLine = new Map<string, number>();
  const inColumn = new Map<string, number>();
  const put = (sums: Map<string, number>, line: string, value: number): void => {
    sums.set(line, (sums.get(line) ?? 0) + value);
  };
  for (const figure of [...parts, ...totals])
    put(inLine, caseLine(figure), (vector[figure.index] ?? 0) + lastYear(figure));
  for (const figure of parts) put(nowInLine, caseLine(figure), vector[figure.index] ?? 0);
  for (const figure of done) put(inColumn, ownerLine(figure), (vector[figure.index] ?? 0) + lastYear(figure) / 2);
  const all = [...inColumn.values()].reduce((sum, each) => sum + each, 0);
  const carriedOut = new Map(
    figures
      .filter((figure) => partOf(figure) === 'open')
      .map(({ column, index }) => [column, evidence.previous?.[index] ?? Number.NaN]),
  );
  const carriedOver = ({ column }: Figure): number => carriedOut.get(column) ?? Number.NaN;
  const spoken = spokenLines(vector, figures, evidence);
  const carriedIn = new Map(
    parts
      .filter((figure) => partOf(figure) === 'carriedIn')
      .map((figure) => [figure.column, vector[figure.index] ?? 0]),
  );
  const likelihood = figuresLikelihood(parts, lastYear, (figure) => !Number.isNaN(carriedOver(figure)));
  const asTyped = likelihood(vector);
  const sizes = parts
    .map(({ index }) => vector[index] ?? 0)
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  return {
    vector,
    parts,
    evidence,
    carriedBeside: ({ column }) => carriedIn.get(column) ?? 0,
    carriedOver,
    size: Math.max(1, sizes[Math.floor(sizes.length / 2)] ?? 2),
    likelier: (meant) => likelihood(meant) - asTyped,
    used: (figure) =>
      partOf(figure) !== 'result' || (inLine.get(caseLine(figure)) ?? 0) > 0 || spoken.has(caseLine(figure)),
    inLine: (figure) => nowInLine.get(caseLine(figure)) ?? 0,
    lineShare: (figure) => ((inColumn.get(ownerLine(figure)) ?? 0) + 0.3) / (all + 0.3 * Math.max(1, inColumn.size)),
    counted: Math.max(1, sumOf(done, vector)),
    typed: Math.max(1, [...parts, ...totals].filter(({ index }) => (vector[index] ?? 0) > 0).length),
    totalsTyped: totals.length > 0,
  };
}

/** A figure that was meant to be another number. */
export interface Correction {
  readonly figure: Figure;
  readonly typed: number;
  readonly meant: number;
  /** Numbers that stand in the cells around it. */
  readonly beside: readonly number[];
}

const stepsOff = (by: number): number => (by >= 1 ? (1 - further) * further ** (by - 1) : 0);

/** A slip in counting at one figure: how likely `typed` is where `meant` was. Totals have none of their own. */
function countingLikelihood({ figure, typed, meant }: Correction, ledger: Ledger): number {
  const short = meant - typed;
  const long = typed - meant;
  const all = ledger.counted + Math.max(0, short);
  // Each case is as likely to be missed as any other, so that large figures miss more of them.
  const share = meant / all;
  // Of the cases of one line, each is as likely to be left out as any other; what is copied, as any of its figures.
  const own = meant / Math.max(1, ledger.inLine(figure) - typed + meant);
  let likelihood = 0;
  switch (partOf(figure)) {
    case 'open':
      likelihood += (shares.openLeftOut / leftOver) * own * ((typed === 0 ? 0.7 : 0) + 0.3 * stepsOff(short));
      likelihood += shares.resultTwice * 0.2 * share * stepsOff(long);
      break;
    case 'carriedIn': {
      const leftOut = shares.carriedInLeftOut / leftOver;
      likelihood += leftOut * own * (typed === 0 ? 0.9 : 0.1 * stepsOff(short));
      likelihood += leftOut * 0.1 * own * stepsOff(long);
      break;
    }
    case 'received': {
      if (long === ledger.carriedBeside(figure)) likelihood += shares.carriedInAdded / leftOver;
      likelihood += shares.receivedMiscounted * Math.min(1, share) * (0.8 * stepsOff(short) + 0.2 * stepsOff(long));
      break;
    }
    default:
      likelihood += shares.resultMissed * share * (0.8 * stepsOff(short) + (typed === 0 ? 0.2 : 0));
      likelihood += shares.resultTwice * share * stepsOff(long);
  }
  const lastYear = ledger.evidence.previous?.[figure.index];
  if (typed > 0 && typed === lastYear) {
    const edge = partOf(figure) === 'open' || partOf(figure) === 'carriedIn';
    likelihood += edge
      ? (shares.stale / leftOver) * (typed / Math.max(typed, ledger.inLine(figure))) * 0.5
      : (shares.stale / ledger.typed) * 0.5;
  }
  return likelihood;
}

/** The same where the totals were typed after it, and are wrong with it. */
export const summedLikelihood = (correction: Correction, ledger: Ledger): number =>
  totalsSummed * countingLikelihood(correction, ledger);

/** Any slip at one figure. */
export function slipAt(correction: Correction, ledger: Ledger, isTotal: boolean): number {
  const { typed, meant, beside } = correction;
  const finger =
    shares.keyboard *
    slipLikelihood(meant, typed, beside, ledger.size) *
    ((meant === 0 ? zeroTyped : 1) / ledger.typed);
  if (isTotal) return finger;
  return finger + (ledger.totalsTyped ? 1 - totalsSummed : 1) * countingLikelihood(correction, ledger);
}

/** A number, or some of it, that stands in the wrong one of two cells of a line. */
export function moveLikelihood(from: Correction, to: Correction, ledger: Ledger): number {
  const moved = from.meant - from.typed;
  if (moved <= 0 || to.typed - to.meant !== moved) return 0;
  const inRow = from.figure.row === to.figure.row;
  if (!inRow && from.figure.column !== to.figure.column) return 0;
  const apart = inRow
    ? Math.abs(from.figure.index - to.figure.index)
    : ledger.parts.filter(
        ({ column, index }) =>
          column === from.figure.column &&
          index > Math.min(from.figure.index, to.figure.index) &&
          index <= Math.max(from.figure.index, to.figure.index),
      ).length;
  const kind = inRow ? shares.wrongColumn : shares.wrongRow;
  // Two numbers that changed places; mostly one of them is 0.
  const whole = from.typed === to.meant ? (apart === 1 ? 0.8 : 0.1) / ledger.typed : 0;
  const single = inRow ? (stepsOff(moved) * ledger.lineShare(to.figure)) / ledger.typed : 0;
  return kind * 0.5 * (whole + single);
}

export const shiftLikelihood = shares.shifted;

/**
 * How likely blanks are to be what would close such a gap of their sum: mostly all of them are 0, or, on the two sides of
 * what was carried over, the same. A wide gap is less likely, the less so the wider.
 */
export function blankLikelihood(gap: number): number {
  const wide = Math.abs(gap);
  return sameAmount(gap, 0) ? blanksNone : (1 - blanksNone) / 2 / (wide * (wide + 1));
}

/** Natural logarithm of how much better the text and last year's report agree with a report when it is mended so. */
export function testimony(meant: Float64Array, typed: Float64Array, { evidence, parts, carriedOver }: Ledger): number {
  const fits = (vector: Float64Array, number: number, sum: readonly number[]): boolean =>
    Math.abs(sum.reduce((total, index) => total + (vector[index] ?? Number.NaN), 0) - number) < 0.5;
  const agreement = (vector: Float64Array): number =>
    evidence.said.reduce((product, { number, sums: [plain = [], ...others] }) => {
      if (fits(vector, number, plain)) return product;
      return product * (others.some((sum) => fits(vector, number, sum)) ? otherwiseMeant : misread);
    }, 1);
  // Either the text knows better, or it repeats the sheet.
  const text = Math.log(fromLedger * agreement(meant) + (1 - fromLedger) * agreement(typed));
  const carried = (vector: Float64Array): number =>
    parts.reduce((sum, figure) => {
      const apart =
        partOf(figure) === 'carriedIn' ? Math.abs((vector[figure.index] ?? 0) - carriedOver(figure)) : Number.NaN;
      return Number.isNaN(apart)
        ? sum
        : sum + Math.log(apart === 0 ? carriedHolds : (1 - carriedHolds) / 2 / (apart * (apart + 1)));
    }, 0);
  return text + carried(meant) - carried(typed);
}
