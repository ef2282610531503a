/**
 * The smallest change that mends the broken identities of a table: one cell, else two or one with the totals that follow
 * it, else one cell for each of several slips that do not touch; ranked by how likely offices make the slip, how likely the
 * figures then are, and what last year's report and the text say. Never applied here, only proposed.
 */
import { figuresOf, sameAmount, type Figure, type FigureId } from '../../report/figures';
import type { Edition, TableId } from '../../report/edition';
import type { Repair } from '../finding';
import { tidy } from '../findings';
import { totalsOf } from './identities';
import { compile, numericCheck, state, type CompiledRules } from './numeric';
import { noEvidence, type Evidence } from './evidence';
import {
  expectation,
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

interface Cell {
  readonly figure: Figure;
  readonly value: number;
  /** Change of each identity's left − right when this figure grows by one, totals by formula following. */
  readonly effect: Float64Array;
  /** Indexes of the identities with an effect. */
  readonly touched: readonly number[];
  readonly isTotal: boolean;
  /** Indexes of the figures beside, above and below. */
  readonly around: readonly number[];
}

interface Change {
  readonly cell: Cell;
  readonly to: number;
}

/** One table of one report, ready to be searched. */
interface Search {
  readonly rules: CompiledRules;
  readonly vector: Float64Array;
  readonly formulas: ReadonlySet<FigureId>;
  readonly table: TableId;
  readonly cells: readonly Cell[];
  /** left − right of each identity, 0 where an operand is no number of cases. */
  readonly gaps: Float64Array;
  readonly broken: readonly number[];
  readonly ledger: Ledger;
}

/** Totals by formula follow their parts; twice, because the corner total is a total of totals. */
const settle = (edition: Edition, vector: Float64Array, formulas: ReadonlySet<FigureId>): void => {
  if (formulas.size === 0) return;
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { total, identity } of totalsOf(edition)) {
      if (!formulas.has(total.id)) continue;
      vector[total.index] = identity.right.reduce((sum, part) => sum + (vector[part.index] ?? 0), 0);
    }
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

/** What a figure does to the identities and what stands around it; the same for every report of an edition. */
interface Place {
  readonly effect: Float64Array;
  readonly touched: readonly number[];
  /** Indexes of the figures in the cells beside, above and below. */
  readonly around: readonly number[];
}

const places = (rules: CompiledRules, formulas: ReadonlySet<FigureId>): readonly Place[] => {
  const figures = figuresOf(rules.edition);
  const byPlace = new Map(figures.map((figure) => [`${figure.table} ${figure.row} ${figure.column}`, figure.index]));
  const rows = new Map<TableId, string[]>();
  for (const { table, row } of figures) {
    const known = rows.get(table) ?? [];
    if (known.at(-1) !== row) known.push(row);
    rows.set(table, known);
  }
  return figures.map((figure) => {
    const unit = new Float64Array(rules.figureCount);
    unit[figure.index] = 1;
    settle(rules.edition, unit, formulas);
    const effect = gapsOf(rules, unit);
    const own = rows.get(figure.table) ?? [];
    const at = own.indexOf(figure.row);
    const beside = [figures[figure.index - 1], figures[figure.index + 1]].filter(
      (other) => other?.table === figure.table && other.row === figure.row,
    );
    const above = [own[at - 1], own[at + 1]].map((row) => byPlace.get(`${figure.table} ${row} ${figure.column}`));
    const around = [...beside.map((other) => other?.index), ...above].filter((index) => index !== undefined);
    return { effect, touched: [...effect.keys()].filter((identity) => effect[identity] !== 0), around };
  });
};

interface FollowedPlace extends Place {
  /** What grows with it, itself among them where it is no total. */
  readonly following: readonly FigureId[];
}

const followedPlaces = new WeakMap<CompiledRules, readonly FollowedPlace[]>();

/** Places of an edition if all its totals followed their parts, though they are typed. */
function followedPlacesOf(rules: CompiledRules, totals: ReadonlySet<FigureId>): readonly FollowedPlace[] {
  let known = followedPlaces.get(rules);
  if (known === undefined) {
    const figures = figuresOf(rules.edition);
    known = places(rules, totals).map((place, index) => {
      const unit = new Float64Array(rules.figureCount);
      unit[index] = 1;
      settle(rules.edition, unit, totals);
      return {
        ...place,
        following: figures.flatMap(({ id, index: at }) => (unit[at] === 1 ? [id] : [])),
      };
    });
    followedPlaces.set(rules, known);
  }
  return known;
}

const typedPlaces = new WeakMap<CompiledRules, readonly Place[]>();

/** Places of an edition; kept where all totals are typed, which is where they are asked for very often. */
const placesOf = (rules: CompiledRules, formulas: ReadonlySet<FigureId>): readonly Place[] => {
  if (formulas.size > 0) return places(rules, formulas);
  let known = typedPlaces.get(rules);
  if (known === undefined) {
    known = places(rules, formulas);
    typedPlaces.set(rules, known);
  }
  return known;
};

function prepare(
  rules: CompiledRules,
  vector: Float64Array,
  formulas: ReadonlySet<FigureId>,
  table: TableId,
  states: Uint8Array,
  evidence: Evidence,
): Search {
  const { edition, identities } = rules;
  const figures = figuresOf(edition).filter((figure) => figure.table === table);
  const placed = placesOf(rules, formulas);
  const totals = new Set(totalsOf(edition).map(({ total }) => total.id));
  const gaps = gapsOf(rules, vector).map((gap, at) => (states[at] === state.undecided ? 0 : gap));
  const broken = identities.flatMap(({ family }, at) =>
    states[at] === state.broken && family.table === table ? [at] : [],
  );
  const cells = figures.flatMap((figure): Cell[] => {
    const value = vector[figure.index] ?? Number.NaN;
    const place = placed[figure.index];
    if (!(value >= 0) || formulas.has(figure.id) || place === undefined) return [];
    const touched = place.touched.filter((at) => states[at] !== state.open);
    return [{ figure, value, effect: place.effect, touched, isTotal: totals.has(figure.id), around: place.around }];
  });
  const around = ({ index }: Figure): readonly number[] =>
    (placed[index]?.around ?? []).map((other) => vector[other] ?? Number.NaN);
  const of = (isTotal: boolean): Figure[] =>
    cells.filter((cell) => cell.isTotal === isTotal).map(({ figure }) => figure);
  const ledger = ledgerOf(vector, { figures, parts: of(false), totals: of(true) }, evidence, around);
  return { rules, vector, formulas, table, cells, gaps, broken, ledger };
}

const isFigure = (figure: Figure, value: number): boolean =>
  (value >= 0 || figure.kind === 'change') && (figure.kind === 'amount' || sameAmount(value, Math.round(value)));

/** The figures once a set of changes is made, totals by formula following. */
const mended = ({ rules, formulas, vector: typed }: Search, changes: readonly Change[]): Float64Array => {
  const vector = Float64Array.from(typed);
  for (const { cell, to } of changes) vector[cell.figure.index] = to;
  if (formulas.size > 0) {
    settle(rules.edition, vector, formulas);
    typed.forEach((value, at) => {
      if (Number.isNaN(value)) vector[at] = Number.NaN;
    });
  }
  return vector;
};

/** Whether a set of changes leaves no identity broken. */
const mends = (search: Search, changes: readonly Change[]): boolean => {
  const { rules } = search;
  const states = new Uint8Array(rules.identities.length);
  numericCheck(rules, mended(search, changes), states);
  return rules.identities.every(({ family }, at) => family.table !== search.table || states[at] !== state.broken);
};

const correctionOf = ({ cell, to }: Change): Correction => ({ figure: cell.figure, typed: cell.value, meant: to });

/** Natural logarithm of how likely somebody slips so: at each cell by itself, or in one go at two of them. */
const slipScore = ({ ledger }: Search, changes: readonly Change[]): number => {
  const corrections = changes.map(correctionOf);
  const apart = changes.reduce(
    (sum, { cell }, at) =>
      sum + Math.log(slipAt(corrections[at] as Correction, ledger, cell.isTotal)) + (at > 0 ? Math.log(secondSlip) : 0),
    0,
  );
  const [one, other] = corrections;
  if (corrections.length !== 2 || one === undefined || other === undefined) return apart;
  const moved = moveLikelihood(one, other, ledger) + moveLikelihood(other, one, ledger);
  // Totals are summed, not counted: two of them seldom change places.
  return Math.max(apart, Math.log(moved * (changes.some(({ cell }) => cell.isTotal) ? secondSlip : 1)));
};

/** What is counted where nothing of the kind was counted, this year or last year: no figure that a sum alone could raise. */
const isFarFetched = ({ ledger }: Search, { cell }: Change): boolean => !cell.isTotal && !ledger.used(cell.figure);

const ranked = (search: Search, changes: readonly Change[], slip = slipScore(search, changes)): RankedRepair => {
  const { ledger, vector } = search;
  const likely = changes.reduce(
    (sum, change) => sum + (change.cell.isTotal ? 0 : expectation(correctionOf(change), ledger)),
    0,
  );
  return {
    changes: changes.map(({ cell, to }) => ({ figure: cell.figure.id, from: cell.value, to })),
    touches: changes.map(({ cell }) => new Set(cell.touched.flatMap((at) => search.rules.identities[at]?.key ?? []))),
    score: slip + likely + testimony(mended(search, changes), vector, ledger.evidence, ledger.parts),
    farFetched: changes.some((change) => isFarFetched(search, change)),
  };
};

/** What a cell would have to be so that an identity holds; null where that is no figure. */
const needed = ({ gaps }: Search, cell: Cell, identity: number): number | null => {
  const to = tidy(cell.value - (gaps[identity] ?? 0) / (cell.effect[identity] ?? 1));
  return isFigure(cell.figure, to) ? to : null;
};

function singles(search: Search): RankedRepair[] {
  const [first] = search.broken;
  if (first === undefined) return [];
  return search.cells.flatMap((cell) => {
    const to = needed(search, cell, first);
    if (to === null || !search.broken.every((at) => cell.effect[at] !== 0)) return [];
    const changes = [{ cell, to }];
    return mends(search, changes) ? [ranked(search, changes)] : [];
  });
}

/** Two numbers that stand in each other’s cell, beside or above, where one change alone would mend the sum as well. */
function exchanged(search: Search): RankedRepair[] {
  const byIndex = new Map(search.cells.map((cell) => [cell.figure.index, cell]));
  return search.cells.flatMap((cell) =>
    cell.around.flatMap((index) => {
      const other = byIndex.get(index);
      if (other === undefined || index <= cell.figure.index || cell.value === other.value) return [];
      const changes = [
        { cell, to: other.value },
        { cell: other, to: cell.value },
      ];
      if (!search.broken.every((at) => cell.effect[at] !== other.effect[at])) return [];
      return mends(search, changes) ? [ranked(search, changes)] : [];
    }),
  );
}

/** The value that every identity touched by `cell` and not by `other` asks for, if they agree. */
const agreed = (search: Search, cell: Cell, other: Cell): number | null => {
  let to: number | null = null;
  for (const identity of cell.touched) {
    if (other.effect[identity] !== 0) continue;
    const value = needed(search, cell, identity);
    if (value === null || (to !== null && !sameAmount(value, to))) return null;
    to = value;
  }
  return to;
};

function pairs(search: Search): RankedRepair[] {
  const { broken, gaps } = search;
  const isBroken = new Set(broken);
  // A cell of a pair has every identity broken but those that it shares with the other cell, and it shares one at most.
  const cells = search.cells.filter((cell) => {
    const hits = cell.touched.filter((at) => isBroken.has(at)).length;
    return hits > 0 && hits >= cell.touched.length - 1;
  });
  const found: RankedRepair[] = [];
  for (let i = 0; i < cells.length; i += 1) {
    for (let j = i + 1; j < cells.length; j += 1) {
      const one = cells[i];
      const other = cells[j];
      if (one === undefined || other === undefined) continue;
      if (!broken.every((at) => one.effect[at] !== 0 || other.effect[at] !== 0)) continue;
      const first = agreed(search, one, other);
      const second = first === null ? null : agreed(search, other, one);
      if (first === null || second === null) continue;
      const rest = (at: number): number =>
        (gaps[at] ?? 0) +
        (one.effect[at] ?? 0) * (first - one.value) +
        (other.effect[at] ?? 0) * (second - other.value);
      if (one.touched.some((at) => !sameAmount(rest(at), 0))) continue;
      const changes = [
        { cell: one, to: first },
        { cell: other, to: second },
      ];
      if (mends(search, changes)) found.push(ranked(search, changes));
    }
  }
  return found;
}

/** What a slip in counting does where the totals were typed after it: they are wrong by as much, each in its line. */
function followed(search: Search): RankedRepair[] {
  const { rules, broken, gaps, cells } = search;
  const [first] = broken;
  const totals = new Map(cells.flatMap((cell) => (cell.isTotal ? [[cell.figure.id, cell] as const] : [])));
  if (first === undefined || totals.size === 0) return [];
  const all = new Set<FigureId>(totalsOf(rules.edition).map(({ total }) => total.id));
  return cells.flatMap((cell) => {
    if (cell.isTotal) return [];
    const { effect, following } = followedPlacesOf(rules, all)[cell.figure.index] ?? {};
    if (effect === undefined || following === undefined || !broken.every((at) => effect[at] !== 0)) return [];
    const by = tidy(-(gaps[first] ?? 0) / (effect[first] ?? 1));
    const changes = [cell, ...following.flatMap((id) => totals.get(id) ?? [])].map((each) => ({
      cell: each,
      to: tidy(each.value + by),
    }));
    // A total that is blank or by formula does not stand there to be wrong.
    if (changes.length === 1 || changes.some(({ cell: each, to }) => !isFigure(each.figure, to))) return [];
    if (!mends(search, changes)) return [];
    const slip = summedLikelihood(correctionOf({ cell, to: cell.value + by }), search.ledger);
    return [ranked(search, changes, Math.log(slip))];
  });
}

/** A row whose numbers all stand one cell too far to one side. */
function shiftedRows(search: Search): RankedRepair[] {
  const rows = [...new Set(search.cells.map(({ figure }) => figure.row))];
  return rows.flatMap((row) => {
    const cells = search.cells.filter(({ figure, isTotal }) => figure.row === row && !isTotal);
    return [1, -1].flatMap((step) => {
      const changes = cells.flatMap((cell, at) => {
        const to = cells[at + step]?.value ?? 0;
        return to === cell.value ? [] : [{ cell, to }];
      });
      const pushedOut = cells[step === 1 ? 0 : cells.length - 1]?.value ?? 0;
      if (changes.length < 2 || pushedOut !== 0 || !mends(search, changes)) return [];
      return [ranked(search, changes, Math.log(shiftLikelihood))];
    });
  });
}

/** Several slips, each with all its identities to itself. */
function separate(search: Search): RankedRepair[] {
  const isBroken = new Set(search.broken);
  const candidates = search.cells.flatMap((cell): Change[] => {
    const [first] = cell.touched;
    const to = first === undefined ? null : needed(search, cell, first);
    if (
      to === null ||
      !cell.touched.every((at) => isBroken.has(at) && sameAmount(needed(search, cell, at) ?? -1, to))
    ) {
      return [];
    }
    return [{ cell, to }];
  });
  const covers: Change[][] = [];
  const extend = (changes: readonly Change[], left: ReadonlySet<number>): void => {
    const [next] = left;
    if (covers.length >= searched) return;
    if (next === undefined) {
      covers.push([...changes]);
      return;
    }
    for (const change of candidates) {
      if (!change.cell.touched.includes(next) || !change.cell.touched.every((at) => left.has(at))) continue;
      extend([...changes, change], new Set([...left].filter((at) => !change.cell.touched.includes(at))));
    }
  };
  extend([], isBroken);
  return covers.filter((changes) => mends(search, changes)).map((changes) => ranked(search, changes));
}

/** The likeliest first; the same changes only once, by the likeliest slip that explains them. */
const best = (repairs: readonly RankedRepair[]): RankedRepair[] => {
  const known = new Map<string, RankedRepair>();
  for (const repair of [...repairs].sort((a, b) => b.score - a.score)) {
    const key = repair.changes
      .map(({ figure, to }) => `${figure}=${to}`)
      .sort()
      .join();
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
