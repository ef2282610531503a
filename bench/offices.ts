/**
 * Reports as offices have them, with last year's report and the text beside, and slips as offices make them. Made up, and
 * every assumption is stated. How large offices are, who asks them, how they answer and what their texts say is taken from
 * 666 published reports (docs/tried.md); of slips no count was ever published. Two mixes, each with offices of the
 * sizes of one half of those reports: one to look at while tuning, one never.
 */
import { edition2021 } from '../src/report/editions/2021';
import type { TableId } from '../src/report/edition';
import { figuresOf, type Figure } from '../src/report/figures';
import { emptyReport } from '../src/report/empty';
import { withoutNumber } from '../src/report/numbering';
import type { Report } from '../src/report/report';
import { totalsOf } from '../src/rules/sums/identities';

export type Random = (bound: number) => number;

export const edition = edition2021;
export const figures = figuresOf(edition);

const totals = totalsOf(edition);
export const totalIndexes: ReadonlySet<number> = new Set(totals.map(({ total }) => total.index));
const cellsOf = (table: TableId): readonly Figure[] =>
  figures.filter((figure) => figure.table === table && !totalIndexes.has(figure.index));
const applications = cellsOf('applications');
const rows = [...new Set(applications.map(({ row }) => row))];
const columns = [...new Set(applications.map(({ column }) => column))];
const byPlace = new Map(figures.map(({ table, row, column, index }) => [`${table} ${row} ${column}`, index]));
const at = (row: string, column: string): number => byPlace.get(`applications ${row} ${column}`) ?? -1;
const isResult = (row: string): boolean => row !== 'received' && row !== 'carriedIn' && row !== 'carriedOut';

/** Totals follow their parts; twice, because the corner total is a total of totals. */
export const settle = (vector: Float64Array): void => {
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { total, identity } of totals) {
      vector[total.index] = identity.right.reduce((sum, { index }) => sum + (vector[index] ?? 0), 0);
    }
  }
};

/** How offices of a mix are made up. */
interface Kind {
  /** Bounds of the number of applications of a year; each as likely as the others. */
  readonly sizes: readonly number[];
  /** Weight of companies beside 60 to 99 of natural persons, at most. */
  readonly companies: number;
  /** One in so many of the rarer reasons is used at all by an office. */
  readonly reasons: number;
}

export interface Office {
  readonly meant: Float64Array;
  readonly previous: Float64Array;
  /** Share of the applications of this office that belongs to a cell of the results or of those still open. */
  readonly shares: ReadonlyMap<number, number>;
  /** The same of its cases in court. */
  readonly cases: ReadonlyMap<number, number>;
  /** What stands beside the tables. */
  readonly beside: Beside;
}

/** What an office has beside its tables. */
export interface Beside {
  readonly previous: boolean;
  /** How much the text says; null where there is no text. */
  readonly text: Detail | null;
  /** Whether the text was written from the ledger, or from the sheet with its fault. */
  readonly writtenFrom: 'ledger' | 'sheet';
  /** Which of the ways to put each matter the writer has, as a number below 1 for each. */
  readonly manner: readonly number[];
}

/** What a setting of the benchmark decides; the rest is the office's own. */
export type Has = Pick<Beside, 'previous' | 'text'>;

/** `published`: as much or as little as published reports do. `full`: all that any of them says. */
export type Detail = 'published' | 'full';

/** What a weight may be, each with its chance. */
type Weights = readonly (readonly [weight: number, chance: number])[];

/** Each of some numbers as likely as the others; 0 with the rest of the chance. */
const oneOf = (from: number, to: number, chance = 1): Weights => [
  ...(chance < 1 ? [[0, 1 - chance] as const] : []),
  ...Array.from({ length: to - from + 1 }, (_, step) => [from + step, chance / (to - from + 1)] as const),
];

/** What an office has much or little of beside what is granted, given in part, or not held. */
const sometimes: ReadonlySet<string> = new Set(['other.notCorrected', 'other.rest']);

/** How much offices of a kind have of each kind of applicant and of each result, as weights that may be 0. */
const weightsOf = (kind: Kind): { readonly askers: readonly Weights[]; readonly answers: readonly Weights[] } => ({
  askers: columns.map((_, index) =>
    index === 0 ? oneOf(60, 99) : index === 1 ? oneOf(1, kind.companies, 3 / 4) : oneOf(1, 1, 1 / 6),
  ),
  answers: rows.map((row) => {
    if (row === 'received' || row === 'carriedIn') return [[0, 1]];
    if (row === 'granted') return oneOf(10, 59);
    if (row === 'partlyGranted') return oneOf(1, 40, 1 / 2);
    if (row === 'unavailable.notHeld') return oneOf(5, 59);
    if (row === 'carriedOut') return oneOf(1, 10, 2 / 3);
    if (sometimes.has(row)) return oneOf(1, 20, 1 / 3);
    return oneOf(1, 5, 1 / kind.reasons);
  }),
});

/**
 * Of 100 applications of published reports 96 or 97 are of natural persons, nearly all others of companies; a good third
 * each is granted and not held, a seventh granted in part, and the other reasons share the rest, few of them in one office.
 * Where anything is left over at the end of the year it is about 5 of 100. What is carried in is what last year's report
 * carried out. A text was written from the ledger in seven offices of ten and from the sheet in three.
 */
export function office(kind: Kind, random: Random, has: Has): Office {
  const pick = (shares: readonly (readonly [number, number])[]): number => {
    let left = random(1 << 24) / (1 << 24);
    for (const [index, share] of shares) if ((left -= share) < 0) return index;
    return shares.at(-1)?.[0] ?? 0;
  };
  const drawn = (weights: Weights): number => {
    let left = random(1 << 24) / (1 << 24);
    for (const [weight, chance] of weights) if ((left -= chance) < 0) return weight;
    return weights.at(-1)?.[0] ?? 0;
  };
  const { askers, answers } = weightsOf(kind);
  const asker = askers.map(drawn);
  const answer = answers.map(drawn);
  const weights = rows.flatMap((row, r) =>
    columns.map((column, c) => [at(row, column), (answer[r] ?? 0) * (asker[c] ?? 0)] as const),
  );
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  const shares = weights.filter(([, weight]) => weight > 0).map(([index, weight]) => [index, weight / sum] as const);
  const size = kind.sizes[random(kind.sizes.length)] ?? 10;
  const courts = cellsOf('review').map(({ index, column }, turn) => {
    const often = { upheld: 4, corrected: 1, otherResult: 2, pending: 2 }[column] ?? 1;
    return [index, turn < 4 ? often * 2 : often] as const;
  });
  const all = courts.reduce((each, [, weight]) => each + weight, 0);
  const cases = courts.map(([index, weight]) => [index, weight / all] as const);
  const year = (before: Float64Array | null): Float64Array => {
    const vector = new Float64Array(figures.length);
    for (let count = 1 + random(size); count > 0; count -= 1) {
      const index = pick(shares);
      vector[index] = (vector[index] ?? 0) + 1;
    }
    // One in five of the smallest offices has a case, three in four of those with a hundred applications.
    for (let count = random(4 + Math.ceil(size / 10)) - 3; count > 0; count -= 1) {
      const index = pick(cases);
      vector[index] = (vector[index] ?? 0) + 1;
    }
    for (const column of columns) {
      const counted = rows.reduce((each, row) => each + (vector[at(row, column)] ?? 0), 0);
      const carried = before === null ? random(1 + Math.ceil(counted / 20)) : (before[at('carriedOut', column)] ?? 0);
      const granted = at('granted', column);
      // What was carried in was answered at least.
      vector[granted] = (vector[granted] ?? 0) + Math.max(0, carried - counted);
      const done = Math.max(counted, carried);
      vector[at('carriedIn', column)] = carried;
      vector[at('received', column)] = done - carried;
    }
    settle(vector);
    return vector;
  };
  const previous = year(null);
  const meant = year(previous);
  const writtenFrom = random(10) < 7 ? 'ledger' : 'sheet';
  const manner = matters.map(() => random(1 << 24) / (1 << 24));
  return { meant, previous, shares: new Map(shares), cases: new Map(cases), beside: { ...has, writtenFrom, manner } };
}

/** What a slip makes of a report that was meant: new numbers at some indexes, and the share of this way among all. */
interface Way {
  readonly share: number;
  readonly typed: readonly (readonly [index: number, value: number])[];
}

type Ways = (meant: Float64Array, previous: Float64Array) => Way[];

const one = (share: number, index: number, value: number): Way => ({ share, typed: [[index, value]] });

/** For each cell with a number in it: what may be typed instead, by a share that is this weight of the cell. */
const over =
  (
    cells: readonly Figure[],
    weight: 'each' | 'byCount',
    typed: (value: number, figure: Figure, meant: Float64Array) => readonly (readonly [number, number])[],
  ): Ways =>
  (meant) =>
    cells.flatMap((figure) => {
      const value = meant[figure.index] ?? 0;
      if (value === 0) return [];
      return typed(value, figure, meant).map(([share, to]) =>
        one(share * (weight === 'each' ? 1 : value), figure.index, to),
      );
    });

const inRow = (row: string): readonly Figure[] => applications.filter((figure) => figure.row === row);
const results = applications.filter(({ row }) => isResult(row));
/** Slips of the finger at one number: a wrong digit, one lost, one more, two exchanged, one twice, one up or down. */
function fingers(value: number): (readonly [number, number])[] {
  const digits = String(value);
  const ways: (readonly [number, number])[] = [];
  for (let place = 0; place < digits.length; place += 1) {
    const [before, digit = '', after] = [digits.slice(0, place), digits[place], digits.slice(place + 1)];
    for (let other = 0; other < 10; other += 1)
      ways.push([30 / digits.length / 10, Number(`${before}${other}${after}`)]);
    if (digits.length > 1) ways.push([20 / digits.length, Number(before + after)]);
    const next = digits[place + 1];
    if (next !== undefined)
      ways.push([15 / (digits.length - 1), Number(before + next + digit + digits.slice(place + 2))]);
    ways.push([8 / digits.length, Number(before + digit + digit + after)]);
  }
  for (let other = 0; other < 10; other += 1) ways.push([1.2, Number(`${digits}${other}`)]);
  ways.push([5, value + 1], [5, value - 1]);
  return ways.filter(([, typed]) => typed !== value && typed >= 0);
}

/** A number that stands in the cell beside its own; the two change places, and one of them is mostly 0. */
const exchanged = (meant: Float64Array, index: number, other: number | undefined, share: number): Way[] => {
  if (other === undefined || other < 0) return [];
  const [here, there] = [meant[index] ?? 0, meant[other] ?? 0];
  if (here === there) return [];
  return [
    {
      share,
      typed: [
        [index, there],
        [other, here],
      ],
    },
  ];
};

const beside = (row: string, column: string, step: number): number | undefined => {
  const next = columns[columns.indexOf(column) + step];
  return next === undefined ? undefined : at(row, next);
};
const above = (row: string, column: string, step: number): number | undefined => {
  const next = rows[rows.indexOf(row) + step];
  return next === undefined ? undefined : at(next, column);
};

/** Slips in the table of applications, each with why offices make it. */
const kinds = {
  /** 四 is asked for last and is in no ledger of answers: what is still open in January is not put down. */
  openForgotten: over(inRow('carriedOut'), 'each', (value) => [
    [0.7, 0],
    ...(value > 1 ? [[0.3, value - 1] as const] : []),
  ]),
  /** Last year's file is the draft: its number stands in 四. */
  openStale: (_, previous) =>
    inRow('carriedOut').flatMap(({ index }) =>
      (previous[index] ?? 0) > 0 ? [one(1, index, previous[index] ?? 0)] : [],
    ),
  /** An answer that is not in the ledger of the section that counts: one, seldom two, or a reason that was passed over. */
  resultMissed: over(results, 'byCount', (value) => [
    [0.6, value - 1],
    ...(value > 1 ? [[0.2, value - 2] as const] : []),
    [0.2, 0],
  ]),
  /** 区分处理的，只计这一情形: what was granted in part is counted under both. */
  resultTwice: over(results, 'byCount', (value) => [
    [0.8, value + 1],
    [0.2, value + 2],
  ]),
  /** 二 is in last year's report, not in this year's ledger. */
  carriedInForgotten: over(inRow('carriedIn'), 'each', () => [[1, 0]]),
  carriedInStale: (_, previous) =>
    inRow('carriedIn').flatMap(({ index }) =>
      (previous[index] ?? 0) > 0 ? [one(1, index, previous[index] ?? 0)] : [],
    ),
  /** 一 is taken for all that was worked on, with what was carried in. */
  receivedWithCarried: (meant) =>
    inRow('received').flatMap(({ index, column }) => {
      const carried = meant[at('carriedIn', column)] ?? 0;
      return carried === 0 ? [] : [one(1, index, (meant[index] ?? 0) + carried)];
    }),
  /** The last days of December, a letter that went to another section. */
  receivedMiscounted: over(inRow('received'), 'byCount', (value) => [
    [0.6, value - 1],
    ...(value > 1 ? [[0.2, value - 2] as const] : []),
    [0.2, value + 1],
  ]),
  /** A whole number one cell to the side, or one application under another kind of applicant. */
  wrongColumn: (meant) =>
    applications.flatMap(({ index, row, column }) => {
      const value = meant[index] ?? 0;
      if (value === 0) return [];
      const asked = columns.filter(
        (other) => other !== column && rows.some((each) => (meant[at(each, other)] ?? 0) > 0),
      );
      return [
        ...[1, -1].flatMap((step) => exchanged(meant, index, beside(row, column, step), 0.25)),
        ...asked.map((other): Way => ({
          share: 0.5 / asked.length,
          typed: [
            [index, value - 1],
            [at(row, other), (meant[at(row, other)] ?? 0) + 1],
          ],
        })),
      ];
    }),
  /** A whole number one row too high or too low. */
  wrongRow: (meant) =>
    applications.flatMap(({ index, row, column }) =>
      (meant[index] ?? 0) === 0
        ? []
        : [1, -1].flatMap((step) => exchanged(meant, index, above(row, column, step), 0.5)),
    ),
  /** What was typed is mistyped; zeros are filled in all at once. */
  keyboard: (meant) =>
    applications.flatMap(({ index }) => {
      const value = meant[index] ?? 0;
      return fingers(value).map(([share, typed]) => one((value === 0 ? 0.02 : 1) * share, index, typed));
    }),
  /** Any figure of last year's file that nobody overwrote. */
  stale: (_, previous) =>
    applications.flatMap(({ index }) => ((previous[index] ?? 0) > 0 ? [one(1, index, previous[index] ?? 0)] : [])),
  /** A number from the cell above or beside, copied. */
  copied: (meant) =>
    applications.flatMap(({ index, row, column }) =>
      [beside(row, column, 1), beside(row, column, -1), above(row, column, 1), above(row, column, -1)].flatMap(
        (other) => (other === undefined || (meant[other] ?? 0) === 0 ? [] : [one(1, index, meant[other] ?? 0)]),
      ),
    ),
  /** Any number anywhere: nothing explains it. */
  any: (meant) =>
    applications.flatMap(({ index }) =>
      (meant[index] ?? 0) > 0 ? Array.from({ length: 40 }, (_, to) => one(1, index, to * 7)) : [],
    ),
  /** In the table of cases: mistyped, or what is not decided yet left out. */
  caseMistyped: (meant) =>
    figures
      .filter(({ table, index }) => table === 'review' && (meant[index] ?? 0) > 0)
      .flatMap(({ index }) => fingers(meant[index] ?? 0).map(([share, typed]) => one(share, index, typed))),
  caseForgotten: (meant) =>
    cellsOf('review').flatMap(({ index, column }) => {
      const value = meant[index] ?? 0;
      if (value === 0) return [];
      const share = column === 'pending' ? 3 : 1;
      return [one(share, index, value - 1), one(share, index, 0)];
    }),
} satisfies Record<string, Ways>;

type KindName = keyof typeof kinds;

/** Shares of each kind of slip; they need not add up to 1. */
export interface Mix {
  readonly offices: Kind;
  readonly applications: Partial<Record<KindName, number>>;
  readonly review: Partial<Record<KindName, number>>;
}

export const mixes = {
  /** Mostly what was counted wrong, at the ends of the year before all; one in ten is a slip of the finger. */
  tuning: {
    offices: { sizes: [2, 4, 8, 16, 24, 42, 66, 104, 228, 1246], companies: 6, reasons: 4 },
    applications: {
      openForgotten: 22,
      resultMissed: 16,
      carriedInForgotten: 12,
      receivedWithCarried: 8,
      resultTwice: 6,
      receivedMiscounted: 6,
      wrongColumn: 10,
      wrongRow: 6,
      carriedInStale: 3,
      openStale: 3,
      keyboard: 8,
    },
    review: { caseMistyped: 50, caseForgotten: 50 },
  },
  /** Other shares, more kinds, larger offices with more companies and more reasons; nothing was tuned on it. */
  heldOut: {
    offices: { sizes: [2, 8, 18, 32, 48, 76, 138, 260, 590, 2516], companies: 9, reasons: 3 },
    applications: {
      openForgotten: 15,
      resultMissed: 12,
      carriedInForgotten: 10,
      receivedWithCarried: 6,
      resultTwice: 8,
      receivedMiscounted: 8,
      wrongColumn: 12,
      wrongRow: 6,
      carriedInStale: 4,
      openStale: 4,
      keyboard: 12,
      stale: 4,
      copied: 2,
      any: 2,
    },
    review: { caseMistyped: 65, caseForgotten: 35 },
  },
} as const satisfies Record<string, Mix>;

const shareOf = (ways: readonly Way[]): number => ways.reduce((sum, { share }) => sum + share, 0);

/** Where totals are typed, they are summed from what stands in the sheet after a wrong count, in seven of ten offices. */
const counted: ReadonlySet<KindName> = new Set<KindName>([
  'openForgotten',
  'openStale',
  'resultMissed',
  'resultTwice',
  'carriedInForgotten',
  'carriedInStale',
  'receivedWithCarried',
  'receivedMiscounted',
  'caseForgotten',
]);
const summed = 7;

const apply = (meant: Float64Array, typed: Way['typed']): Float64Array => {
  const vector = Float64Array.from(meant);
  for (const [index, value] of typed) vector[index] = value;
  return vector;
};

/** One slip of a kind: what stands in the sheet then. `null` where the office has nothing to slip on so. */
function slipOf(kind: KindName, { meant, previous }: Office, formulas: boolean, random: Random): Float64Array | null {
  const ways = kinds[kind](meant, previous);
  let within = (random(1 << 24) / (1 << 24)) * shareOf(ways);
  const way = ways.find(({ share }) => (within -= share) < 0);
  if (way === undefined || way.typed.every(([index, value]) => meant[index] === value)) return null;
  const typed = apply(meant, way.typed);
  if (formulas || (counted.has(kind) && random(10) < summed)) settle(typed);
  return typed;
}

const tried = 300;

/** A report of this mix with one slip: kinds come up as often as the mix says, in offices that can make them. */
export function slip(
  mix: Mix,
  inReview: boolean,
  formulas: boolean,
  has: Has,
  random: Random,
): { readonly own: Office; readonly typed: Float64Array; readonly kind: KindName } {
  const shares = Object.entries(inReview ? mix.review : mix.applications) as [KindName, number][];
  let left = random(shares.reduce((sum, [, share]) => sum + share, 0));
  const kind = shares.find(([, share]) => (left -= share) < 0)?.[0] ?? 'keyboard';
  for (let tries = 0; tries < tried; tries += 1) {
    const own = office(mix.offices, random, has);
    const typed = slipOf(kind, own, formulas, random);
    if (typed !== null) return { own, typed, kind };
  }
  throw new Error(`no office of the mix can slip so: ${kind}`);
}

/** Share of the offices of a mix that can make a slip of each kind: those who have no case left over forget none. */
export function shareThatCan(mix: Mix, random: Random): Readonly<Partial<Record<KindName, number>>> {
  const offices = Array.from({ length: tried }, () => office(mix.offices, random, { previous: false, text: null }));
  const names = [...Object.keys(mix.applications), ...Object.keys(mix.review)] as KindName[];
  return Object.fromEntries(
    names.map((kind) => [
      kind,
      offices.filter(({ meant, previous }) => kinds[kind](meant, previous).length > 0).length / tried,
    ]),
  );
}

const same = (one: Float64Array, other: Float64Array): boolean => one.every((value, index) => value === other[index]);

/** How often an office that meant the one makes the other of it, by a slip of this mix; up to a factor. */
export function slipShare(
  meant: Float64Array,
  typed: Float64Array,
  previous: Float64Array,
  mix: Mix['applications'],
  formulas: boolean,
  can: Readonly<Partial<Record<KindName, number>>>,
): number {
  const shares = Object.entries(mix) as [KindName, number][];
  const off = figures.filter(({ index }) => !totalIndexes.has(index) && meant[index] !== typed[index]);
  return shares.reduce((sum, [kind, share]) => {
    const ways = kinds[kind](meant, previous);
    const all = shareOf(ways);
    if (all === 0) return sum;
    const follow = formulas ? 1 : counted.has(kind) ? summed / 10 : 0;
    return ways.reduce((made, way) => {
      // What it does not touch must stand as it was meant.
      if (way.typed.some(([index, value]) => typed[index] !== value)) return made;
      if (off.some(({ index }) => !way.typed.some(([touched]) => touched === index))) return made;
      const vector = apply(meant, way.typed);
      let fits = same(vector, typed) ? 1 - follow : 0;
      settle(vector);
      if (same(vector, typed)) fits += follow;
      return made + (fits * share * way.share) / all / (can[kind] || 1);
    }, sum);
  }, 0);
}

/** What the sentences of a text speak of: sums of rows and columns. */
interface Sums {
  /** Of the applications in the rows whose names begin so. */
  readonly of: (row: string) => number;
  /** Of the cases in a row, or two, that ended so. */
  readonly inCourt: (rows: readonly string[], ending: string) => number;
}

/** A way to put one matter into words, and its share among the texts that offices write. */
type Phrasing = readonly [share: number, say: (sums: Sums) => string];

/** Numbers that are 0 are left out, as offices mostly do. */
const listed = (parts: readonly (readonly [words: string, count: number])[], zeros = false): string =>
  parts.flatMap(([words, count]) => (zeros || count > 0 ? [`，${words}${count}件`] : [])).join('');

const spokenResults = [
  ['予以公开', 'granted'],
  ['部分公开', 'partlyGranted'],
  ['不予公开', 'denied'],
  ['无法提供', 'unavailable'],
  ['不予处理', 'notProcessed'],
  ['其他处理', 'other'],
] as const;

/** The reasons by the labels of their rows, without numbers and notes; `其他` says nothing by itself. */
const items = applications
  .filter(({ row, column }) => isResult(row) && column === columns[0])
  .map(({ row, rowLabels }) => {
    const label = withoutNumber(rowLabels.at(-1) ?? '').replace(/（.*|、行政机关.*/u, '');
    return [row === 'other.rest' ? '其他处理' : label, row] as const;
  });

const endings = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'otherResult'],
  ['尚未审结', 'pending'],
] as const;

const courts = [
  ['行政复议', ['reconsideration']],
  ['行政诉讼', ['directLitigation', 'litigationAfterReconsideration']],
] as const;

/** Up to so many applications are told by their number alone. */
const fewest = 3;

/** How many came, were carried over and answered. Said: carried in, answered, carried out. */
const carrying = (
  says: { readonly in: boolean; readonly out: boolean; readonly answered: 'with' | 'always' | 'never' },
  zeros = false,
): Phrasing[1] => {
  return ({ of }) => {
    const received = of('received');
    const [carriedIn, carriedOut] = [says.in ? of('carriedIn') : 0, says.out ? of('carriedOut') : 0];
    const more = received > fewest && (says.answered === 'always' || carriedIn + carriedOut > 0);
    const said = [
      ...(says.in && (more || zeros) ? [['上年结转', carriedIn] as const] : []),
      ...(says.answered !== 'never' && (more || zeros) ? [['办结', of('total')] as const] : []),
      ...(says.out && (more || zeros) ? [['结转下年度继续办理', carriedOut] as const] : []),
    ];
    return `全年收到政府信息公开申请${received}件${listed(said, zeros)}。`;
  };
};

/** 一 and 二 in one number. */
const together: Phrasing[1] = (sums) => {
  const { of } = sums;
  const carriedIn = of('carriedIn');
  if (carriedIn === 0) return carrying({ in: false, out: true, answered: 'with' })(sums);
  const rest = listed([
    ['办结', of('total')],
    ['结转下年度继续办理', of('carriedOut')],
  ]);
  return `全年共办理政府信息公开申请${of('received') + carriedIn}件（含上年结转${carriedIn}件）${rest}。`;
};

const answering = (groups: readonly (readonly [string, string])[], zeros = false): Phrasing[1] => {
  return ({ of }) => {
    const parts = groups.map(([words, row]) => [words, of(row)] as const);
    const said = listed(parts, zeros);
    return said === '' || (of('received') <= fewest && !zeros) ? '' : `答复的申请中${said}。`;
  };
};

/** What the text says of the cases: none of them, how many, or how they ended too. */
const suing = (how: boolean): Phrasing[1] => {
  return ({ inCourt }) => {
    const all = courts.map(([words, rows]) => [words, rows, inCourt(rows, 'total')] as const);
    if (all.every(([, , count]) => count === 0)) return '未发生因政府信息公开申请行政复议、提起行政诉讼的情况。';
    return all
      .map(([words, rows, count]) => {
        const ended = endings.map(([word, ending]) => [word, inCourt(rows, ending)] as const);
        return `${words}${count}件${how && count > 0 ? `，其中${listed(ended).slice(1)}` : ''}。`;
      })
      .join('');
  };
};

const silence: Phrasing[1] = () => '';

/** The matters of a text, each with the ways to put it; their shares are those of 364 published texts. */
const matters: readonly Readonly<Record<Detail, readonly Phrasing[]>>[] = [
  {
    published: [
      [0.1, carrying({ in: false, out: false, answered: 'never' })],
      [0.28, carrying({ in: true, out: true, answered: 'with' })],
      [0.22, carrying({ in: true, out: true, answered: 'always' })],
      [0.18, carrying({ in: false, out: true, answered: 'with' })],
      [0.1, carrying({ in: true, out: false, answered: 'never' })],
      [0.05, carrying({ in: true, out: true, answered: 'always' }, true)],
      [0.07, together],
    ],
    full: [[1, carrying({ in: true, out: true, answered: 'always' }, true)]],
  },
  {
    published: [
      [0.76, silence],
      [0.08, answering(spokenResults.slice(0, 2))],
      [0.09, answering(spokenResults)],
      [0.07, answering(items)],
    ],
    full: [[1, answering(spokenResults, true)]],
  },
  {
    published: [
      [0.63, silence],
      [0.25, suing(false)],
      [0.12, suing(true)],
    ],
    full: [[1, suing(false)]],
  },
];

const ofApplications = figures.filter(({ table, column }) => table === 'applications' && column === 'total');
const ofCases = figures.filter(({ table }) => table === 'review');

/** Sums of a vector, as sentences speak of them. */
function sumsOf(vector: Float64Array): Sums {
  const add = (own: readonly Figure[]): number => own.reduce((sum, { index }) => sum + (vector[index] ?? 0), 0);
  return {
    of: (start) => add(ofApplications.filter(({ row }) => row === start || row.startsWith(`${start}.`))),
    inCourt: (names, ending) => add(ofCases.filter(({ row, column }) => names.includes(row) && column === ending)),
  };
}

/** What the text of an office says when it is written from this vector; nothing where there is none. */
export function told(vector: Float64Array, { text, manner }: Beside): readonly string[] {
  if (text === null) return [];
  const sums = sumsOf(vector);
  return matters.map((matter, at) => {
    let left = manner[at] ?? 0;
    const phrasing = matter[text].find(([share]) => (left -= share) < 0);
    return phrasing?.[1](sums) ?? '';
  });
}

/** How often offices put a vector so, whichever manner they have. */
export function toldShare(vector: Float64Array, text: Detail, words: readonly string[]): number {
  const sums = sumsOf(vector);
  return matters.reduce(
    (all, matter, at) =>
      all * matter[text].reduce((sum, [share, say]) => sum + (say(sums) === words[at] ? share : 0), 0),
    1,
  );
}

export const reportOf = (vector: Float64Array, year: number, text: readonly string[]): Report => {
  const report = emptyReport(edition, year, '青禾县某局');
  for (const { id, index } of figures) report.figures[id] = vector[index] ?? 0;
  return text.length === 0 ? report : { ...report, narrative: { overview: [text.join('')], problems: [], other: [] } };
};

/** What last year's figures make likely: what was carried out was carried in. */
export const carriedOver = (meant: Float64Array, previous: Float64Array): boolean =>
  columns.every((column) => meant[at('carriedIn', column)] === previous[at('carriedOut', column)]);

const logFactorials = [0];

const logFactorial = (value: number): number => {
  for (let factor = logFactorials.length; factor <= value; factor += 1)
    logFactorials.push((logFactorials[factor - 1] ?? 0) + Math.log(factor));
  return logFactorials[value] ?? 0;
};

/** Natural logarithm of how likely cases of these shares come out so in the table of cases. */
export function casesLikelihood(vector: Float64Array, cases: ReadonlyMap<number, number>): number {
  let count = 0;
  let sum = 0;
  for (const [index, share] of cases) {
    const value = vector[index] ?? 0;
    count += value;
    sum += value * Math.log(share) - logFactorial(value);
  }
  return sum + logFactorial(count);
}

/** Applications that were answered or are open, by row and by column, and what their places among each other weigh. */
interface Counts {
  readonly byRow: readonly number[];
  readonly byColumn: readonly number[];
}

const countsOf = (value: (index: number) => number): Counts => {
  const cell = (row: string, column: string): number =>
    row === 'received' || row === 'carriedIn' ? 0 : value(at(row, column));
  return {
    byRow: rows.map((row) => columns.reduce((sum, column) => sum + cell(row, column), 0)),
    byColumn: columns.map((column) => rows.reduce((sum, row) => sum + cell(row, column), 0)),
  };
};

/** Weights that come up as often as they are likely where so many were counted under each. */
function sampled(weights: readonly Weights[], counts: readonly number[], samples: number, random: Random): number[][] {
  const current = weights.map((own, at) => ((counts[at] ?? 0) > 0 ? (own.at(-1)?.[0] ?? 0) : (own[0]?.[0] ?? 0)));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const found: number[][] = [];
  const warmUp = 20;
  for (let round = 0; round < samples + warmUp; round += 1) {
    let sum = current.reduce((total, weight) => total + weight, 0);
    weights.forEach((own, at) => {
      const count = counts[at] ?? 0;
      const others = sum - (current[at] ?? 0);
      if (own.length === 1) return;
      const logs = own.map(([weight, chance]) =>
        weight === 0 && count > 0
          ? Number.NEGATIVE_INFINITY
          : Math.log(chance) + (count === 0 ? 0 : count * Math.log(weight)) - all * Math.log(others + weight || 1e-9),
      );
      const most = Math.max(...logs);
      const chances = logs.map((log) => Math.exp(log - most));
      let left = (random(1 << 24) / (1 << 24)) * chances.reduce((total, chance) => total + chance, 0);
      const chosen = chances.findIndex((chance) => (left -= chance) < 0);
      current[at] = own[chosen === -1 ? own.length - 1 : chosen]?.[0] ?? 0;
      sum = others + (current[at] ?? 0);
    });
    if (round >= warmUp) found.push([...current]);
  }
  return found;
}

const logMean = (logs: readonly number[]): number => {
  const most = Math.max(...logs);
  if (most === Number.NEGATIVE_INFINITY) return most;
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length);
};

/**
 * Natural logarithms of how likely each of some reports is, for who knows how the offices of a mix are made, but not this
 * one: over all offices that it may be, as likely as last year's figures (where they are known) and what the reports have
 * in common make each of them.
 */
export function logLikelihoods(
  reports: readonly Float64Array[],
  kind: Kind,
  previous: Float64Array | null,
  random: Random,
): number[] {
  const before = countsOf((index) => previous?.[index] ?? 0);
  const common = countsOf((index) => Math.min(...reports.map((vector) => vector[index] ?? 0)));
  const { askers, answers } = weightsOf(kind);
  const samples = 120;
  const draw = (weights: readonly Weights[], of: keyof Counts): number[][] =>
    sampled(
      weights,
      common[of].map((count, index) => count + (before[of][index] ?? 0)),
      samples,
      random,
    ).map((drawn) => {
      const sum = drawn.reduce((total, weight) => total + weight, 0);
      return drawn.map((weight) => weight / (sum || 1));
    });
  const byRow = draw(answers, 'byRow');
  const byColumn = draw(askers, 'byColumn');
  const open = rows.indexOf('carriedOut');
  return reports.map((vector) => {
    const own = countsOf((index) => vector[index] ?? 0);
    const all = own.byRow.reduce((sum, count) => sum + count, 0);
    const more = (of: keyof Counts, shares: readonly number[]): number =>
      own[of].reduce((sum, count, index) => {
        const by = count - (common[of][index] ?? 0);
        // What was carried in was answered, whoever asked.
        return by === 0 ? sum : sum + by * Math.log(Math.max(shares[index] ?? 0, 1e-5));
      }, 0);
    const placed = cellsOf('applications').reduce(
      (sum, { row, index }) =>
        row === 'received' || row === 'carriedIn' ? sum : sum - logFactorial(vector[index] ?? 0),
      logFactorial(all),
    );
    return (
      placed +
      logMean(
        byRow.map((shares, drawn) => {
          const asked = byColumn[drawn] ?? [];
          // Without last year's report what it carried out is only likely, as what this one carries out is.
          const carried =
            previous !== null
              ? 0
              : columns.reduce((sum, column, c) => {
                  const value = vector[at('carriedIn', column)] ?? 0;
                  const mean = all * (shares[open] ?? 0) * (asked[c] ?? 0) + 0.01;
                  return sum + value * Math.log(mean) - mean - logFactorial(value);
                }, 0);
          return more('byRow', shares) + more('byColumn', asked) + carried;
        }),
      )
    );
  });
}
