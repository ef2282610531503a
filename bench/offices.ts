/**
 * Reports as offices have them, with last year's report and the text beside, and slips as offices make them. Made up, and
 * every assumption is stated: no count of such slips was ever published. Two mixes, each with offices of its own kind: one
 * to look at while tuning, one never.
 */
import { edition2021 } from '../src/report/editions/2021';
import type { TableId } from '../src/report/edition';
import { figuresOf, type Figure } from '../src/report/figures';
import { emptyReport } from '../src/report/empty';
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
  /** Weight of natural persons among 100, at least. */
  readonly persons: number;
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
  /** What the text says, written from the ledger or from the sheet; null where there is no text. */
  readonly text: 'ledger' | 'sheet' | null;
  readonly hasPrevious: boolean;
}

/**
 * Natural persons ask most, companies next, the others in few offices; most is granted or not held, few of the reasons
 * occur in one office at all (nearly all of the 200 figures of a real report are 0). What is carried in is what last year's
 * report carried out. Six in ten have last year's report in the pane, six in ten a text with figures, of which seven in
 * ten were written from the ledger and three from the sheet, with its fault.
 */
export function office(kind: Kind, random: Random): Office {
  const pick = (shares: readonly (readonly [number, number])[]): number => {
    let left = random(1 << 24) / (1 << 24);
    for (const [index, share] of shares) if ((left -= share) < 0) return index;
    return shares.at(-1)?.[0] ?? 0;
  };
  const asker = columns.map((_, index) => {
    if (index === 0) return kind.persons + random(40);
    if (index === 1) return random(25);
    return random(5) === 0 ? 1 + random(4) : 0;
  });
  const answer = rows.map((row) => {
    if (row === 'received' || row === 'carriedIn') return 0;
    if (row === 'granted') return 30 + random(40);
    if (row === 'partlyGranted') return random(2) * random(12);
    if (row === 'unavailable.notHeld') return 5 + random(30);
    if (row === 'carriedOut') return random(3) === 0 ? 0 : 1 + random(10);
    return random(kind.reasons) === 0 ? 1 + random(8) : 0;
  });
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
    for (let count = random(2 + Math.ceil(size / 12)); count > 0; count -= 1) {
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
  const text = random(10) < 6 ? (random(10) < 7 ? 'ledger' : 'sheet') : null;
  return { meant, previous, shares: new Map(shares), cases: new Map(cases), text, hasPrevious: random(10) < 6 };
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
    offices: { sizes: [8, 8, 8, 40, 40, 40, 250, 800], persons: 60, reasons: 4 },
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
    offices: { sizes: [5, 20, 20, 60, 150, 150, 500], persons: 35, reasons: 3 },
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

/** A report with one slip of this mix: what stands in the sheet, and the kind of the slip. */
export function slip(
  { meant, previous }: Office,
  mix: Mix['applications'],
  formulas: boolean,
  random: Random,
): { readonly typed: Float64Array; readonly kind: KindName } {
  const shares = Object.entries(mix) as [KindName, number][];
  const all = shares.reduce((sum, [, share]) => sum + share, 0);
  // An office without a case in court has no slip in that table.
  for (let tries = 0; tries < 20; tries += 1) {
    let left = random(all);
    const kind = shares.find(([, share]) => (left -= share) < 0)?.[0] ?? 'keyboard';
    const ways = kinds[kind](meant, previous);
    let within = (random(1 << 24) / (1 << 24)) * shareOf(ways);
    const way = ways.find(({ share }) => (within -= share) < 0);
    if (way === undefined || way.typed.every(([index, value]) => meant[index] === value)) continue;
    const typed = apply(meant, way.typed);
    if (formulas || (counted.has(kind) && random(10) < summed)) settle(typed);
    return { typed, kind };
  }
  return { typed: meant, kind: 'any' };
}

const same = (one: Float64Array, other: Float64Array): boolean => one.every((value, index) => value === other[index]);

/** Share of the slips of this mix that make `typed` of `meant`. */
export function slipShare(
  meant: Float64Array,
  typed: Float64Array,
  previous: Float64Array,
  mix: Mix['applications'],
  formulas: boolean,
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
      return made + (fits * share * way.share) / all;
    }, sum);
  }, 0);
}

const sentencesAbout = (of: (row: string) => number): readonly string[] => [
  `本年新收政府信息公开申请${of('received')}件，上年结转${of('carriedIn')}件。`,
  `全年办结政府信息公开申请${of('total')}件，结转下年度继续办理${of('carriedOut')}件。`,
];

/** What the text says of a vector: the totals of the rows that its sentences name. */
export const told = (vector: Float64Array): string => sentencesAbout((row) => vector[at(row, 'total')] ?? 0).join('');

export const reportOf = (vector: Float64Array, year: number, text: string | null): Report => {
  const report = emptyReport(edition, year, '青禾县某局');
  for (const { id, index } of figures) report.figures[id] = vector[index] ?? 0;
  return text === null ? report : { ...report, narrative: { overview: [text], problems: [], other: [] } };
};

/** What last year's figures make likely: what was carried out was carried in. */
export const carriedOver = (meant: Float64Array, previous: Float64Array): boolean =>
  columns.every((column) => meant[at('carriedIn', column)] === previous[at('carriedOut', column)]);

const logFactorial = (value: number): number => {
  let sum = 0;
  for (let factor = 2; factor <= value; factor += 1) sum += Math.log(factor);
  return sum;
};

/** Natural logarithm of how likely an office of these shares has these results and open ones; −∞ where it never has. */
export function logLikelihood(vector: Float64Array, shares: ReadonlyMap<number, number>, table: TableId): number {
  let count = 0;
  let sum = 0;
  for (const { index, row } of cellsOf(table)) {
    if (row === 'received' || row === 'carriedIn') continue;
    const value = vector[index] ?? 0;
    if (value === 0) continue;
    count += value;
    sum += value * Math.log(shares.get(index) ?? 0) - logFactorial(value);
  }
  return sum + logFactorial(count);
}
