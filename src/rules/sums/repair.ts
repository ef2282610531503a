/**
 * The smallest change that mends the broken identities of a table: one cell, else two or one with the totals that follow
 * it, else one cell for each of several slips that do not touch; ranked by how likely offices make the slip, how likely the
 * figures then are, and what last year's report and the text say. Never applied here, only proposed.
 */
import { figuresOf, sameAmount, type Figure, type FigureId } from '../../report/figures';
import type { Edition, TableId } from '../../report/edition';
import type { Repair } from '../finding';
import { tidy } from '../findings';
import { onceFor } from '../once';
import { totalsOf } from './identities';
import { compile, numericCheck, state, type CompiledRules } from './numeric';
import { noEvidence, type Evidence } from './evidence';
import {
  blankLikelihood,
  ledgerOf,
  moveLikelihood,
  shiftLikelihood,
  slipAt,
  summedLikelihood,
  testimony,
  type Correction,
  type Ledger,
} from './habits';

/** Ranked alternatives for one table, best first. */
export interface TableRepairs {
  readonly table: TableId;
  readonly repairs: readonly RankedRepair[];
}

export interface RankedRepair extends Repair {
  /** Natural logarithm of how likely the slip is; comparable within one table. */
  readonly score: number;
  /** Keys of the identities that each change touches. */
  readonly touches: readonly ReadonlySet<string>[];
  /** It puts a number where neither this year nor last year anything was counted: possible, and nothing to propose. */
  readonly farFetched: boolean;
}

/** How many alternatives are kept for a table: more than the figures of one column. */
const kept = 32;
/** How many ways of several slips are looked at before the likeliest are kept. */
const searched = 500;

/** That somebody slipped once does not make a second slip likely. */
const secondSlip = 0.1;

/** What a figure does to the identities and what stands around it; the same for every report of an edition. */
interface Place {
  readonly figure: Figure;
  /** Change of each identity's left − right when this figure grows by one, totals by formula following. */
  readonly effect: Float64Array;
  /** Indexes of the identities with an effect. */
  readonly touched: readonly number[];
  /** Indexes of the figures in the cells beside, above and below. */
  readonly around: readonly number[];
}

/** A figure with a number that was typed. `touched`: only identities that hold or are broken. */
interface Cell extends Place {
  readonly value: number;
  readonly isTotal: boolean;
  /** Numbers in the cells around it. */
  readonly beside: readonly number[];
}

interface Change {
  readonly cell: Cell;
  readonly to: number;
}

type Total = ReturnType<typeof totalsOf>[number];

/** One table of one report, ready to be searched. */
interface Search {
  readonly rules: CompiledRules;
  readonly vector: Float64Array;
  /** Totals by formula that show a number. */
  readonly followers: readonly Total[];
  readonly table: TableId;
  readonly cells: readonly Cell[];
  /** left − right of each identity. */
  readonly gaps: Float64Array;
  readonly broken: readonly number[];
  /** Identities over a blank, but those of totals alone, which say again what their parts do. */
  readonly open: readonly number[];
  readonly ledger: Ledger;
}

/** Totals follow their parts: those of the columns before those of the rows, of which the last is a total of totals. */
const settle = (vector: Float64Array, totals: readonly Total[]): void => {
  for (const { total, identity } of totals) {
    vector[total.index] = identity.right.reduce((sum, part) => sum + (vector[part.index] ?? 0), 0);
  }
};

const gapsOf = (rules: CompiledRules, vector: Float64Array): Float64Array =>
  Float64Array.from(rules.identities, ({ left, right }) => {
    const sum = (figures: readonly Figure[]): number =>
      figures.reduce((total, { index }) => {
        const value = vector[index] ?? Number.NaN;
        return Number.isNaN(value) ? total : total + value;
      }, 0);
    return sum(left) - sum(right);
  });

/** What grows when a figure grows by one, totals following. */
const grown = (rules: CompiledRules, figure: Figure, totals: readonly Total[]): Float64Array => {
  const unit = new Float64Array(rules.figureCount);
  unit[figure.index] = 1;
  settle(unit, totals);
  return unit;
};

const places = (rules: CompiledRules, totals: readonly Total[]): readonly Place[] => {
  const figures = figuresOf(rules.edition);
  return figures.map((figure) => {
    const effect = gapsOf(rules, grown(rules, figure, totals));
    const own = figures.filter(({ table }) => table === figure.table);
    // The rows of a table with sums are equally long.
    const width = own.filter(({ row }) => row === figure.row).length;
    const around = own.filter(({ index, row, column }) => {
      const apart = Math.abs(index - figure.index);
      return row === figure.row ? apart === 1 : column === figure.column && apart === width;
    });
    return {
      figure,
      effect,
      touched: [...effect.keys()].filter((identity) => effect[identity] !== 0),
      around: around.map(({ index }) => index),
    };
  });
};

/** Places of an edition where all totals are typed, which is where they are asked for very often. */
const typedPlaces = onceFor((rules: CompiledRules) => places(rules, []));

/** What is wrong with a part if the totals were typed after it: how much each identity, and which figures, itself first. */
const followedParts = onceFor((rules: CompiledRules) => {
  const totals = totalsOf(rules.edition);
  const areTotals = new Set(totals.map(({ total }) => total.id));
  const figures = figuresOf(rules.edition);
  return figures
    .filter(({ id }) => !areTotals.has(id))
    .map((figure) => {
      const unit = grown(rules, figure, totals);
      const ids = figures.filter(({ id, index }) => areTotals.has(id) && unit[index] === 1).map(({ id }) => id);
      return { id: figure.id, effect: gapsOf(rules, unit), ids: [figure.id, ...ids] };
    });
});

function prepare(
  rules: CompiledRules,
  vector: Float64Array,
  formulas: ReadonlySet<FigureId>,
  table: TableId,
  states: Uint8Array,
  evidence: Evidence,
): Search {
  const totals = totalsOf(rules.edition);
  const areTotals = new Set(totals.map(({ total }) => total.id));
  const byFormula = totals.filter(({ total }) => formulas.has(total.id));
  const valueOf = (index: number): number => vector[index] ?? Number.NaN;
  const cells = (byFormula.length === 0 ? typedPlaces(rules) : places(rules, byFormula)).flatMap((place): Cell[] => {
    const { figure } = place;
    const value = valueOf(figure.index);
    if (figure.table !== table || formulas.has(figure.id) || !(value >= 0)) return [];
    const touched = place.touched.filter((at) => states[at] === state.holds || states[at] === state.broken);
    const beside = place.around.map(valueOf);
    return [{ ...place, touched, value, isTotal: areTotals.has(figure.id), beside }];
  });
  const of = (isTotal: boolean): Figure[] =>
    cells.filter((cell) => cell.isTotal === isTotal).map(({ figure }) => figure);
  const figures = figuresOf(rules.edition).filter((figure) => figure.table === table);
  return {
    rules,
    vector,
    followers: byFormula.filter(({ total }) => !Number.isNaN(vector[total.index])),
    table,
    cells,
    gaps: gapsOf(rules, vector),
    broken: rules.identities.flatMap(({ family }, at) =>
      states[at] === state.broken && family.table === table ? [at] : [],
    ),
    open: rules.identities.flatMap(({ left, right }, at) =>
      states[at] === state.open && [...left, ...right].some(({ id }) => !areTotals.has(id)) ? [at] : [],
    ),
    ledger: ledgerOf(vector, { figures, parts: of(false), totals: of(true) }, evidence),
  };
}

const isFigure = (figure: Figure, value: number): boolean =>
  (value >= 0 || figure.kind === 'change') && (figure.kind === 'amount' || sameAmount(value, Math.round(value)));

/** The figures once a set of changes is made, totals by formula following. */
const mended = ({ followers, vector: typed }: Search, changes: readonly Change[]): Float64Array => {
  const vector = Float64Array.from(typed);
  for (const { cell, to } of changes) vector[cell.figure.index] = to;
  settle(vector, followers);
  return vector;
};

/** Whether a set of changes leaves no identity broken. */
const mends = (search: Search, changes: readonly Change[]): boolean => {
  const { rules, broken } = search;
  // Most of what is tried does not even touch all that is broken.
  if (!broken.every((at) => changes.some(({ cell }) => cell.effect[at] !== 0))) return false;
  const states = new Uint8Array(rules.identities.length);
  numericCheck(rules, mended(search, changes), states);
  return rules.identities.every(({ family }, at) => family.table !== search.table || states[at] !== state.broken);
};

const correctionOf = ({ cell, to }: Change): Correction => ({
  figure: cell.figure,
  typed: cell.value,
  meant: to,
  beside: cell.beside,
});

/** Natural logarithm of how likely somebody slips at each of these cells by itself. */
const apart = ({ ledger }: Search, changes: readonly Change[]): number =>
  changes.reduce(
    (sum, change) => sum + Math.log(slipAt(correctionOf(change), ledger, change.cell.isTotal)),
    (changes.length - 1) * Math.log(secondSlip),
  );

/** The same of a number that went from one of two cells to the other. Totals are summed, and seldom change places. */
const moved = ({ ledger }: Search, one: Change, other: Change): number => {
  const [first, second] = [correctionOf(one), correctionOf(other)];
  const likelihood = moveLikelihood(first, second, ledger) + moveLikelihood(second, first, ledger);
  return Math.log(likelihood * (one.cell.isTotal || other.cell.isTotal ? secondSlip : 1));
};

/** How much likelier what stands beside blanks is once a set of changes is made: that they are 0, as most are, fits it. */
const filledUp = ({ open, gaps }: Search, changes: readonly Change[]): number =>
  open.reduce((sum, at) => {
    const before = gaps[at] ?? 0;
    const after = changes.reduce((gap, { cell, to }) => gap + (cell.effect[at] ?? 0) * (to - cell.value), before);
    return sum + Math.log(blankLikelihood(after) / blankLikelihood(before));
  }, 0);

/** What is counted where nothing of the kind was counted, this year or last year: no figure that a sum alone could raise. */
const isFarFetched = ({ ledger }: Search, { cell }: Change): boolean => !cell.isTotal && !ledger.used(cell.figure);

/** A set of changes as a repair, if it is one. */
const tried = (search: Search, changes: readonly Change[], slip = apart(search, changes)): RankedRepair[] => {
  if (!mends(search, changes)) return [];
  const { ledger, vector, rules } = search;
  const after = mended(search, changes);
  const keys = ({ cell }: Change): string[] =>
    rules.identities.flatMap(({ key }, at) => (cell.touched.includes(at) ? [key] : []));
  return [
    {
      changes: changes.map(({ cell, to }) => ({ figure: cell.figure.id, from: cell.value, to })),
      touches: changes.map((change) => new Set(keys(change))),
      score: slip + ledger.likelier(after) + filledUp(search, changes) + testimony(after, vector, ledger),
      farFetched: changes.some((change) => isFarFetched(search, change)),
    },
  ];
};

/** Two changes: two slips, or one of somebody who took one cell for the other. */
const triedTogether = (search: Search, one: Change, other: Change): RankedRepair[] =>
  tried(search, [one, other], Math.max(apart(search, [one, other]), moved(search, one, other)));

/** What a cell would have to be so that an identity holds. */
const needed = ({ gaps }: Search, cell: Cell, identity: number): number =>
  tidy(cell.value - (gaps[identity] ?? 0) / (cell.effect[identity] ?? 1));

/** The change of a cell that each of these identities asks for; none where they disagree or ask for what is no figure. */
const asked = (search: Search, cell: Cell, identities: readonly number[]): Change[] => {
  const [to = Number.NaN, ...others] = identities.map((at) => needed(search, cell, at));
  return isFigure(cell.figure, to) && others.every((value) => sameAmount(value, to)) ? [{ cell, to }] : [];
};

/** One cell, as any of its identities asks: one over a blank does not ask for a number, but for no more or no less. */
const singles = (search: Search): RankedRepair[] =>
  search.cells.flatMap((cell) =>
    cell.touched.flatMap((at) => asked(search, cell, [at]).flatMap((change) => tried(search, [change]))),
  );

/** Each two of a list, in its order. */
const twos = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]));

/** Two numbers that stand in each other’s cell, beside or above, where one change alone would mend the sum as well. */
const exchanged = (search: Search): RankedRepair[] =>
  twos(search.cells)
    .filter(([one, other]) => one.around.includes(other.figure.index))
    .flatMap(([one, other]) => triedTogether(search, { cell: one, to: other.value }, { cell: other, to: one.value }));

function pairs(search: Search): RankedRepair[] {
  const isBroken = new Set(search.broken);
  // A cell of a pair shares one identity at most with the other; the rest of its identities are broken.
  const cells = search.cells.filter(({ touched }) => touched.filter((at) => !isBroken.has(at)).length <= 1);
  const alone = (cell: Cell, other: Cell): number[] => cell.touched.filter((at) => !other.touched.includes(at));
  return twos(cells).flatMap(([one, other]) =>
    asked(search, one, alone(one, other)).flatMap((first) =>
      asked(search, other, alone(other, one)).flatMap((second) => triedTogether(search, first, second)),
    ),
  );
}

/** What a slip in counting does where the totals were typed after it: they are wrong by as much, each in its line. */
function followed(search: Search): RankedRepair[] {
  const byId = new Map(search.cells.map((cell) => [cell.figure.id, cell]));
  return followedParts(search.rules).flatMap(({ id, effect, ids }) => {
    // A total that is blank or by formula does not stand there to be wrong.
    const [part, ...totals] = ids.flatMap((each) => byId.get(each) ?? []);
    if (part?.figure.id !== id) return [];
    return asked(search, { ...part, effect }, search.broken).flatMap(({ to }) => {
      const change = { cell: part, to };
      const changes = [change, ...totals.map((cell) => ({ cell, to: tidy(cell.value + to - part.value) }))];
      if (!changes.every((each) => isFigure(each.cell.figure, each.to))) return [];
      return tried(search, changes, Math.log(summedLikelihood(correctionOf(change), search.ledger)));
    });
  });
}

/** A row whose numbers all stand one cell too far to one side. */
function shiftedRows(search: Search): RankedRepair[] {
  const rows = [...new Set(search.cells.map(({ figure }) => figure.row))];
  return rows.flatMap((row) => {
    const cells = search.cells.filter(({ figure, isTotal }) => figure.row === row && !isTotal);
    const values = cells.map(({ value }) => value);
    // No number is pushed out of the row.
    const meant = [values[0] === 0 ? values.slice(1) : values, values.at(-1) === 0 ? [0, ...values] : values];
    return meant.flatMap((shifted) => {
      const changes = cells.flatMap((cell, at) => {
        const to = shifted[at] ?? 0;
        return to === cell.value ? [] : [{ cell, to }];
      });
      return tried(search, changes, Math.log(shiftLikelihood));
    });
  });
}

/** Several slips, each with all its identities to itself. */
function separate(search: Search): RankedRepair[] {
  const candidates = search.cells.flatMap((cell) => asked(search, cell, cell.touched));
  const covers: (readonly Change[])[] = [];
  const extend = (changes: readonly Change[], left: readonly number[]): void => {
    const [next] = left;
    if (covers.length >= searched) return;
    if (next === undefined) {
      covers.push(changes);
      return;
    }
    for (const change of candidates) {
      const { touched } = change.cell;
      if (!touched.includes(next) || !touched.every((at) => left.includes(at))) continue;
      extend(
        [...changes, change],
        left.filter((at) => !touched.includes(at)),
      );
    }
  };
  extend([], search.broken);
  return covers.flatMap((changes) => tried(search, changes));
}

/** The likeliest first; the same changes only once, by the likeliest slip that explains them. */
const best = (repairs: readonly RankedRepair[]): RankedRepair[] => {
  const known = new Map<string, RankedRepair>();
  for (const repair of [...repairs].sort((a, b) => b.score - a.score)) {
    const key = repair.changes.map(({ figure, to }) => `${figure}=${to}`).join();
    if (!known.has(key)) known.set(key, repair);
  }
  return [...known.values()].slice(0, kept);
};

/**
 * What would mend each table with broken identities. `vector` and `states` as in `numericCheck`; `formulas` are totals
 * that follow their parts; `evidence` what else is known. A table for which nothing small is found has no repairs.
 */
export function repairsOf(
  edition: Edition,
  vector: Float64Array,
  states: Uint8Array,
  formulas: ReadonlySet<FigureId> = new Set(),
  evidence: Evidence = noEvidence,
): TableRepairs[] {
  const rules = compile(edition);
  const tables = new Set(
    rules.identities.flatMap(({ family }, at) => (states[at] === state.broken ? [family.table] : [])),
  );
  return [...tables].map((table) => {
    const search = prepare(rules, vector, formulas, table, states, evidence);
    for (const find of [
      (each: Search) => {
        const single = singles(each);
        return single.length === 0 ? [] : [...single, ...exchanged(each)];
      },
      (each: Search) => [...pairs(each), ...shiftedRows(each), ...followed(each)],
      separate,
    ]) {
      const repairs = best(find(search));
      if (repairs.length > 0) return { table, repairs };
    }
    return { table, repairs: [] };
  });
}
