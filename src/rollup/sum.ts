/** Many reports to one: what counts, what does not and why, and from whom each figure came. */
import type { Edition } from '../report/edition';
import { figuresOf, type Figure, type FigureId } from '../report/figures';
import { emptyReport } from '../report/empty';
import type { Report } from '../report/report';

/** A report that was handed in, and where it came from. */
export interface Submission {
  /** File, and part of it where a file holds several. */
  readonly source: string;
  readonly report: Report;
}

/**
 * What is to be said of a unit or of a file. `missing`: on the list, nothing came (未报). `duplicate`: came more than
 * once (重复报送). `otherYear`, `otherEdition`, `notListed`: 年度不符, 格式版本不同, 不在名单内. `unnamed`: no name was read.
 * `unreadable`: no report was read (无法读取).
 */
export type UnitState = 'missing' | 'duplicate' | 'otherYear' | 'otherEdition' | 'notListed' | 'unnamed' | 'unreadable';

export interface UnitNote {
  readonly state: UnitState;
  readonly unit: string | null;
  readonly source: string | null;
  /** Whether the report is in the sum all the same. */
  readonly included: boolean;
}

export interface RollUpRequest {
  readonly edition: Edition;
  readonly year: number;
  /** Name of the body whose report the sum is. */
  readonly unit: string | null;
  readonly submissions: readonly Submission[];
  /** Names of the units that have to report; `null` where there is no list. */
  readonly roster: readonly string[] | null;
  /** Files in which no report was found. */
  readonly unreadable: readonly string[];
}

export interface RollUp {
  readonly report: Report;
  readonly included: readonly Submission[];
  readonly notes: readonly UnitNote[];
  /** Figures that some unit left blank: they count as nothing in the sum, and that is said. */
  readonly blanks: ReadonlyMap<FigureId, readonly string[]>;
  /** Amounts that cannot be added because a unit did not say in what they are counted; the sum is blank. */
  readonly unknownUnits: ReadonlyMap<FigureId, readonly string[]>;
}

/** Names are compared without spaces and with brackets of one width. */
const nameKey = (name: string): string => name.replace(/\s/gu, '').replaceAll('(', '（').replaceAll(')', '）');

const sameFigures = (one: Report, other: Report, edition: Edition): boolean =>
  figuresOf(edition).every(
    ({ id }) => one.figures[id] === other.figures[id] && (one.units[id] ?? null) === (other.units[id] ?? null),
  );

/** What a submission is by itself, before it is compared with the others. */
function stateOf({ report }: Submission, { edition, year, roster }: RollUpRequest): UnitState | null {
  const { name } = report.unit;
  if (report.edition !== edition.id) return 'otherEdition';
  if (report.year !== year) return 'otherYear';
  if (name === null) return roster === null ? 'unnamed' : 'notListed';
  if (roster !== null && !roster.some((listed) => nameKey(listed) === nameKey(name))) return 'notListed';
  return null;
}

const nameOf = ({ report, source }: Submission): string => report.unit.name ?? source;

/** A value as whole units of the sum: 10⁻⁶ 万元 (0.01 元) for amounts, one for counts; `null` where that is not known. */
function whole(figure: Figure, report: Report, value: number): number | null {
  if (figure.kind !== 'amount') return value;
  const unit = figure.unit === 'unprinted' ? (report.units[figure.id] ?? 'unknown') : 'tenThousandYuan';
  // Nothing is nothing in any unit.
  if (unit === 'unknown') return value === 0 ? 0 : null;
  return Math.round(value * (unit === 'yuan' ? 100 : 1e6));
}

/** Adds the reports of one year and one edition cell by cell, and says of every other one why it is not in the sum. */
export function sumReports(request: RollUpRequest): RollUp {
  const { edition, year, unit, submissions, roster, unreadable } = request;
  const notes: UnitNote[] = [];
  const accepted: Submission[] = [];
  for (const submission of submissions) {
    const state = stateOf(submission, request);
    const included = state === null || state === 'unnamed';
    if (state !== null) notes.push({ state, unit: submission.report.unit.name, source: submission.source, included });
    if (included) accepted.push(submission);
  }

  const byName = new Map<string, Submission[]>();
  for (const submission of accepted) {
    const key = submission.report.unit.name === null ? submission.source : nameKey(submission.report.unit.name);
    byName.set(key, [...(byName.get(key) ?? []), submission]);
  }
  const included: Submission[] = [];
  for (const [first, ...again] of byName.values()) {
    if (first === undefined) continue;
    // The same report twice counts once; where two differ nobody can know which is meant.
    const alike = again.every(({ report }) => sameFigures(first.report, report, edition));
    if (alike) included.push(first);
    if (again.length === 0) continue;
    for (const one of [first, ...again]) {
      notes.push({ state: 'duplicate', unit: nameOf(one), source: one.source, included: alike && one === first });
    }
  }
  const handedIn = new Set(submissions.map(({ report: { unit: own } }) => nameKey(own.name ?? '')));
  for (const name of roster ?? []) {
    if (!handedIn.has(nameKey(name))) notes.push({ state: 'missing', unit: name, source: null, included: false });
  }
  for (const source of unreadable) notes.push({ state: 'unreadable', unit: null, source, included: false });

  const blanks = new Map<FigureId, string[]>();
  const unknownUnits = new Map<FigureId, string[]>();
  const report = emptyReport(edition, year, unit);
  const add = (list: Map<FigureId, string[]>, id: FigureId, name: string): void => {
    list.set(id, [...(list.get(id) ?? []), name]);
  };
  for (const figure of figuresOf(edition)) {
    let sum: number | null = null;
    for (const submission of included) {
      const value = submission.report.figures[figure.id] ?? null;
      if (value === null) {
        add(blanks, figure.id, nameOf(submission));
        continue;
      }
      const units = whole(figure, submission.report, value);
      if (units === null) add(unknownUnits, figure.id, nameOf(submission));
      else sum = (sum ?? 0) + units;
    }
    const known = unknownUnits.has(figure.id) ? null : sum;
    report.figures[figure.id] = known === null || figure.kind !== 'amount' ? known : known / 1e6;
    if (figure.unit === 'unprinted') report.units[figure.id] = known === null ? 'unknown' : 'tenThousandYuan';
    if (unknownUnits.has(figure.id)) report.marks[figure.id] = { state: 'unitUnknown', source: null };
  }
  return { report, included, notes, blanks, unknownUnits };
}

export interface Contribution {
  readonly unit: string;
  readonly source: string;
  readonly value: number | null;
}

/** From whom a figure of the sum came. */
export const contributions = (rollUp: RollUp, id: FigureId): Contribution[] =>
  rollUp.included.map((submission) => ({
    unit: nameOf(submission),
    source: submission.source,
    value: submission.report.figures[id] ?? null,
  }));
