/** What was handed in against who has to hand in: one row for each unit and for each file that belongs to none. */
import type { Edition } from '../../report/edition';
import { findEdition } from '../../report/figures';
import { entriesOfReport } from '../../rules/input';
import type { Holding } from '../../read/failure';
import { unexplained } from '../../rules/check';
import type { Finding, Level } from '../../rules/finding';
import { countLevels } from '../../rules/findings';
import { checkYears } from '../../rules/years';
import { nameKey } from '../names';
import { PreviousYear, type LastYearTrouble } from './previousYear';
import { differingFigures, nameOf, reportOf, sameFigures, type Received } from '../received';
import { enclosedAmong, reportBeside, type Current } from './enclosed';
import { holdingOthers, ofGovernments, ownSums, twinsOf } from './sumsAmong';
import { RosterIndex, type UnitMatch, type MatchedBy, type RosterUnit } from './roster';

/**
 * What is to be said of a unit or of a file. `read` 已读. `incomplete` 未读全: some figures are printed and could not be read.
 * `missing` 未报, `duplicate` 重复报送, `otherYear` 年度不符, `otherEdition` 旧版格式 (another than that of the sum), `notListed`
 * 不在名单内, `unnamed`: no name was read, `isSum`: is itself a sum, `unreadable` 无法读取, `notReport` 不是年报:
 * a paper that goes with reports.
 */
export type UnitState =
  | 'read'
  | 'incomplete'
  | 'missing'
  | 'duplicate'
  | 'otherYear'
  | 'otherEdition'
  | 'notListed'
  | 'unnamed'
  | 'isSum'
  | 'unreadable'
  | 'notReport';

/** What a person decided of one report, by its source. */
export interface Decision {
  readonly accept: boolean;
  readonly reason: string;
  /** The unit of the list that it is, where a person said so. */
  readonly unit?: string;
  /** Whose report it was decided of, where that is known: a file of that name may be another unit's by now. */
  readonly of?: string;
}

export interface Failure {
  readonly source: string;
  /** The sentence that says why no report was read. */
  readonly reason: string;
  /** What it plainly holds; nothing: it may be a report. */
  readonly holds?: Holding | null;
  /** Where the program failed on it. */
  readonly cause?: string | null;
}

export interface Beside {
  readonly source: string;
  readonly differing: number;
}

export interface UnitRow {
  readonly state: UnitState;
  /** Name as it was read, that of the list where nothing came, `null` where none was read. */
  readonly name: string | null;
  readonly listed: RosterUnit | null;
  readonly matchedBy: MatchedBy | null;
  /** The unit of the list that may be meant. */
  readonly proposal: string | null;
  readonly source: string | null;
  /** Another unit of the list, after which the file is called: one of the two names is a slip. */
  readonly calledAfter: string | null;
  readonly received: Received | null;
  /** Why nothing could be read. */
  readonly failure: string | null;
  /** Where the program failed on it: for whoever mends it, not for a sheet. */
  readonly cause: string | null;
  readonly included: boolean;
  readonly decision: Decision | null;
  /**
   * Another report of the unit, and in how many figures it differs: the one that counts instead, or one that may be meant too. Of
   * pictures of a report the one that was read.
   */
  readonly beside: Beside | null;
  /** What last year's report adds to the findings of the report by itself. */
  readonly yearFindings: readonly Finding[];
  /** All findings, those of the years too. */
  readonly counts: Readonly<Record<Level, number>>;
  /** Whether what was carried in is what last year's reports carried out; `explained`: it is not, and the unit says why. */
  readonly carryOver: 'agrees' | 'differs' | 'explained' | 'unknown';
  /** Last year's figures of the unit; of one that took others over, the sum of theirs. */
  readonly previous: Received | null;
  /** Of a unit of which nothing came: files that are called after it and were not read. */
  readonly notRead: readonly string[];
  /** Why last year's are not there though last year's reports were given. */
  readonly lastYear: LastYearTrouble | null;
}

export interface CollectionRequest {
  readonly edition: Edition;
  readonly year: number;
  /** Name of the body whose report the sum is. */
  readonly unit: string | null;
  readonly received: readonly Received[];
  readonly failures: readonly Failure[];
  /** Names of files of no kind that can be read, as scans. */
  readonly notRead?: readonly string[];
  /** `null` where there is no list. */
  readonly roster: readonly RosterUnit[] | null;
  /** Last year's reports. */
  readonly previous?: readonly Received[];
  readonly decisions?: ReadonlyMap<string, Decision>;
}

interface Placed {
  readonly received: Received;
  readonly match: UnitMatch;
  readonly state: UnitState;
  readonly decision: Decision | null;
  /** Of a report without a name: another one that says the same figures, so that it may be that one once more. */
  readonly twin: Received | null;
  /** What makes two reports the same unit's. */
  readonly key: string;
}

/** A report under the name that the list has for its unit, so that all that is told of the sum calls it by one name. */
const called = (received: Received, listed: RosterUnit | null): Received =>
  listed === null || listed.name === received.unit
    ? received
    : // A row that is packed tells its text only when it is asked.
      { ...received, unit: listed.name, textMarks: received.textMarks };

const nothing: UnitMatch = { unit: null, by: null, proposal: null };

function placeOf(received: Received, index: RosterIndex | null, decision: Decision | null): UnitMatch {
  if (index === null) return nothing;
  if (decision?.unit !== undefined) {
    const chosen = index.find(decision.unit);
    if (chosen.unit !== null) return { unit: chosen.unit, by: 'choice', proposal: null };
  }
  return received.unit === null ? nothing : index.find(received.unit);
}

const fileOf = (source: string): string =>
  source.slice(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);

function calledAfter({ received, match: { unit } }: Placed, index: RosterIndex | null): string | null {
  return unit === null ? null : (index?.otherNamedIn(fileOf(received.source), unit)?.name ?? null);
}

/** What was decided of a report; nothing where it was decided of another unit's. */
function decisionOn(received: Received, given: Decision | undefined, index: RosterIndex | null): Decision | null {
  if (given === undefined) return null;
  const { of = '' } = given;
  if (of === '' || received.unit === null) return given;
  const names = [received.unit, index?.find(received.unit).unit?.name];
  return names.some((name) => name !== undefined && nameKey(name) === nameKey(of)) ? given : null;
}

/** What a report is by itself, before it is compared with the others. */
function stateOf(
  received: Received,
  match: UnitMatch,
  sums: ReadonlySet<Received>,
  request: CollectionRequest,
): UnitState {
  const { edition, year, unit, roster } = request;
  const ofParent = unit !== null && received.unit !== null && nameKey(received.unit) === nameKey(unit);
  if (received.isSum || sums.has(received) || (ofParent && match.unit === null)) return 'isSum';
  if (received.year !== year) return 'otherYear';
  if (received.edition !== edition.id) return 'otherEdition';
  if (roster !== null && match.unit === null) return received.unit === null ? 'unnamed' : 'notListed';
  if (received.unit === null && roster === null) return 'unnamed';
  return received.unread.length > 0 ? 'incomplete' : 'read';
}

/** Whether a report counts unless a person sets it aside. Without a list one without a name does too, unless it is another's twin. */
const countsBy = ({ state, twin }: Placed, hasRoster: boolean): boolean =>
  state === 'read' || state === 'incomplete' || (state === 'unnamed' && !hasRoster && twin === null);

interface Settled {
  readonly row: Placed;
  readonly included: boolean;
  readonly beside: Beside | null;
}

/** Which of the reports of one unit counts: the one that a person accepted, or the first where all say the same; else none. */
function settle(own: readonly Placed[], hasRoster: boolean): Settled[] {
  const live = own.filter((one) => one.decision?.accept ?? countsBy(one, hasRoster));
  const accepted = live.filter(({ decision }) => decision?.accept === true);
  const counts = ({ decision, match }: Placed): boolean => decision?.accept === true || match.unit?.counted !== false;
  const [first] = accepted.length === 1 ? accepted : live;
  if (live.length < 2 || first === undefined)
    return own.map((row) => ({
      row,
      included: live.includes(row) && counts(row),
      beside: row.twin === null ? null : { source: row.twin.source, differing: 0 },
    }));
  const settled = accepted.length === 1 || live.every((one) => sameFigures(first.received, one.received));
  return own.map((row) => {
    // Where nothing is settled, one that says something else: that it says the same as a third decides nothing.
    const differs = (one: Placed): boolean => !sameFigures(one.received, row.received);
    const other = settled ? (row === first ? null : first) : (live.find(differs) ?? null);
    return {
      row: live.includes(row) && accepted.length !== 1 ? { ...row, state: 'duplicate' } : row,
      included: settled && row === first && counts(row),
      beside:
        other === null || !live.includes(row)
          ? null
          : { source: other.received.source, differing: differingFigures(other.received, row.received) },
    };
  });
}

const isCarry = ({ rule }: Finding): boolean => rule === 'Y-CARRY';

/** What is said of a report against last year's: findings, the carry-over, and why nothing could be compared. */
function yearsOf(
  received: Received,
  listed: RosterUnit | null,
  previous: PreviousYear | null,
): Pick<UnitRow, 'counts' | 'yearFindings' | 'carryOver' | 'previous' | 'lastYear'> {
  const unknown = {
    counts: received.counts,
    yearFindings: [],
    carryOver: 'unknown' as const,
    previous: previous?.figuresOf(nameOf(received), listed) ?? null,
    lastYear: previous?.troubleOf(nameOf(received), listed) ?? null,
  };
  const edition = findEdition(received.edition);
  const report = previous?.reportOf(nameOf(received), listed) ?? null;
  if (previous === null || edition === undefined || report === null) return unknown;
  const own = reportOf(received, edition);
  const input = {
    edition,
    year: received.year,
    unit: received.unit,
    entries: entriesOfReport(edition, own),
    explanations: received.explanations,
    previous: report,
    predecessors: previous.bodiesOf(nameOf(received), listed),
  };
  const asked = checkYears(input);
  const findings = unexplained(asked, input);
  const more = countLevels(findings);
  const carried =
    (own.figures['applications.carriedIn.total'] ?? null) !== null &&
    (report.figures['applications.carriedOut.total'] ?? null) !== null;
  return {
    ...unknown,
    yearFindings: findings,
    counts: {
      fault: received.counts.fault + more.fault,
      explain: received.counts.explain + more.explain,
      remark: received.counts.remark + more.remark,
    },
    carryOver: findings.some(isCarry) ? 'differs' : asked.some(isCarry) ? 'explained' : carried ? 'agrees' : 'unknown',
  };
}

const none = { fault: 0, explain: 0, remark: 0 };
const emptyRow = {
  listed: null,
  matchedBy: null,
  proposal: null,
  source: null,
  calledAfter: null,
  received: null,
  failure: null,
  cause: null,
  included: false,
  decision: null,
  beside: null,
  counts: none,
  yearFindings: [],
  carryOver: 'unknown',
  previous: null,
  lastYear: null,
  notRead: [],
} as const;

/** Last year's report of each unit in a table of units, by this year's. */
export function previousIn(rows: readonly UnitRow[]): (received: Received) => Received | null {
  const known = new Map(rows.flatMap(({ received, previous }) => (received === null ? [] : [[received, previous]])));
  return (received) => known.get(received) ?? null;
}

/** Sources are compared by their code units, so that the order of files, folders and workers changes nothing. */
const bySource = (one: { readonly source: string }, other: { readonly source: string }): number =>
  one.source < other.source ? -1 : one.source > other.source ? 1 : 0;

/** The files that gave no report, by the unit after which they are called. */
function filesCalledAfter({ failures, notRead = [] }: CollectionRequest, index: RosterIndex | null) {
  const files = new Map<RosterUnit, string[]>();
  for (const file of [...failures.map(({ source }) => source), ...notRead]) {
    const unit = index?.namedIn(file) ?? null;
    if (unit !== null) files.set(unit, [...(files.get(unit) ?? []), file]);
  }
  return files;
}

/** The reports that units handed in for the year, those that count first. */
const currentIn = (rows: readonly UnitRow[], year: number): Current[] =>
  [...rows]
    .sort((one, other) => Number(other.included) - Number(one.included))
    .flatMap(({ received, listed, state }) =>
      received === null || received.year !== year || state === 'isSum' ? [] : [{ received, listed }],
    );

/** Files that gave no report: what goes with the reports in `rows`, and what has to be dealt with. */
function rowsOfUnread(
  { failures, year }: CollectionRequest,
  received: readonly Received[],
  rows: readonly UnitRow[],
  index: RosterIndex | null,
): UnitRow[] {
  const lacking = new Set(rows.flatMap(({ state, name }) => (state === 'missing' ? [name] : [])));
  const isEnclosed = enclosedAmong(received, index, (name) => !lacking.has(name));
  const besideScan = reportBeside(currentIn(rows, year), received, index);
  return [...failures].sort(bySource).map((file): UnitRow => {
    const report = besideScan(file);
    const state = report !== null || isEnclosed(file) ? 'notReport' : 'unreadable';
    const beside = report === null ? null : { source: report, differing: 0 };
    const { source, reason, cause = null } = file;
    return { ...emptyRow, state, name: null, source, failure: reason, cause, beside };
  });
}

/** Reports that hold others' figures already. A list says who counts, but not that a body's report is its own alone. */
function sumsIn({ roster, year, edition, unit }: CollectionRequest, received: readonly Received[]): Set<Received> {
  const current = received.filter((one) => one.edition === edition.id && one.year === year);
  const sums = ownSums(current, edition);
  for (const one of roster === null ? ofGovernments(received) : holdingOthers(current, edition, unit)) sums.add(one);
  return sums;
}

/** The table of units: rows of the list in its order, then reports that are on no list, then files that were not read. */
export function collect(request: CollectionRequest): UnitRow[] {
  const { roster, year } = request;
  const received = [...request.received].sort(bySource);
  const index = roster === null ? null : new RosterIndex(roster);
  const sums = sumsIn(request, received);
  const previous = request.previous === undefined ? null : new PreviousYear(request.previous, year - 1, index);
  const twins = twinsOf(received);
  const placed = received.map((one): Placed => {
    const decision = decisionOn(one, request.decisions?.get(one.source), index);
    const match = placeOf(one, index, decision);
    const key = match.unit === null ? (one.unit === null ? one.source : nameKey(one.unit)) : nameKey(match.unit.name);
    const twin = index === null ? (twins.get(one) ?? null) : null;
    return { received: one, match, decision, twin, key, state: stateOf(one, match, sums, request) };
  });
  const byKey = new Map<string, Placed[]>();
  for (const one of placed) {
    const own = byKey.get(one.key);
    if (own === undefined) byKey.set(one.key, [one]);
    else own.push(one);
  }
  const rowsOf = (own: readonly Placed[]): UnitRow[] =>
    settle(own, roster !== null).map(({ row, included, beside }) => ({
      state: row.state,
      name: row.received.unit,
      listed: row.match.unit,
      matchedBy: row.match.by,
      proposal: row.match.proposal?.name ?? null,
      source: row.received.source,
      calledAfter: calledAfter(row, index),
      received: called(row.received, row.match.unit),
      failure: null,
      cause: null,
      included,
      decision: row.decision,
      beside,
      // A report of another year has another last year.
      ...yearsOf(row.received, row.match.unit, (row.received.year ?? year) === year ? previous : null),
      notRead: [],
    }));
  const unreadOf = filesCalledAfter(request, index);
  const listed = (roster ?? []).flatMap((unit): UnitRow[] => {
    const own = byKey.get(nameKey(unit.name))?.filter(({ match }) => match.unit === unit) ?? [];
    const rows = rowsOf(own);
    const current = rows.some(({ state }) => state !== 'otherYear' && state !== 'isSum');
    return current
      ? rows
      : [{ ...emptyRow, state: 'missing', name: unit.name, listed: unit, notRead: unreadOf.get(unit) ?? [] }, ...rows];
  });
  const others = [...byKey.values()].map((own) => own.filter(({ match }) => match.unit === null)).flatMap(rowsOf);
  const rows = [...listed, ...others];
  return [...withCopies(rows), ...rowsOfUnread(request, received, rows, index)];
}

/** Where nobody decided yet: reports that count for nothing as they stand, of which each is a matter of its own. */
const ofOwnMatter = new Set<UnitState>(['notListed', 'otherEdition', 'otherYear']);

/** The same report sent twice is one matter: the second says what it is a copy of. */
function withCopies(rows: readonly UnitRow[]): UnitRow[] {
  const first = new Map<string, UnitRow[]>();
  return rows.map((row) => {
    const { received, state, beside, decision } = row;
    if (received === null || received.unit === null || beside !== null || decision !== null) return row;
    if (!ofOwnMatter.has(state)) return row;
    const key = `${state} ${received.year ?? ''} ${nameKey(received.unit)}`;
    const before = first.get(key) ?? [];
    const same = before.find((one) => one.received !== null && sameFigures(one.received, received));
    if (same?.source != null) return { ...row, beside: { source: same.source, differing: 0 } };
    first.set(key, [...before, row]);
    return row;
  });
}

/** Whether a report is one of several of its unit that all say the same: one of them counts, and nothing is to be decided. */
const isCopy = ({ state, beside }: UnitRow): boolean => state === 'duplicate' && (beside?.differing ?? 0) === 0;

/** Whether a report that does not count is told of beside it by another one that says the same. */
export const isRepeated = ({ state, beside }: UnitRow): boolean => ofOwnMatter.has(state) && beside?.differing === 0;

/** Whether a person accepted another report of the unit, which counts instead. */
export const isOverruled = ({ state, included, beside }: UnitRow): boolean =>
  (state === 'read' || state === 'incomplete') && !included && beside !== null;

/**
 * Whether a person has to look at a row before the sum can be relied on. A sum among the files is left out and nothing is to
 * be done for it, unless it came in the place of a unit’s own report. Of several that say the same the one that counts stands
 * for all.
 */
export function needsLook(row: UnitRow): boolean {
  const { state, decision, listed, counts, carryOver, received, beside } = row;
  if (decision !== null) return false;
  if (state === 'notReport' || isRepeated(row) || isOverruled(row)) return false;
  if (state === 'isSum') return listed !== null;
  if (isCopy(row)) {
    if (beside !== null) return false;
    if ((received?.unread.length ?? 0) > 0) return true;
  } else if (state !== 'read' || row.calledAfter !== null) return true;
  return counts.fault > 0 || carryOver === 'differs';
}
