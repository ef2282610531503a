/** Last year's reports, by the unit that is compared with them. */
import { findEdition, figuresOf } from '../../report/figures';
import type { Report } from '../../report/report';
import { addUp } from '../add';
import { nameKey } from '../names';
import { nameOf, reportOf, sameFigures, type Received } from '../received';
import type { RosterIndex, RosterUnit } from './roster';

/** The same numbers twice are one report. */
function put(reports: Map<string, Received[]>, key: string, report: Received): void {
  const known = reports.get(key);
  if (known === undefined) reports.set(key, [report]);
  else if (!known.some((one) => sameFigures(one, report))) known.push(report);
}

/**
 * Why there is nothing to compare a unit with. `none`: no report of its own. `several`: reports that differ, by their files.
 * `predecessors`: bodies that it took over and of which there is not one report. `divided`: bodies whose report is last year's of
 * other units too, and nobody can know which of them what was open went to.
 */
export interface LastYearTrouble {
  readonly kind: 'none' | 'several' | 'predecessors' | 'divided';
  readonly names: readonly string[];
}

const isOf = ({ year: own }: Received, year: number): boolean => own === null || own === year;

/** Last year's reports by unit: the unit's own, and those of the bodies that it took over. */
export class PreviousYear {
  private readonly byUnit = new Map<string, Received[]>();
  /** By the name that a report itself has: a body that was taken over may also stand in the list as a former name. */
  private readonly byName = new Map<string, Received[]>();
  /** Reports that are last year's of units of the list, with how many. */
  private readonly heirs = new Map<Received, number>();

  constructor(
    reports: readonly Received[],
    private readonly year: number,
    index: RosterIndex | null,
  ) {
    for (const report of reports) {
      if (report.unit === null || !isOf(report, year)) continue;
      put(this.byUnit, nameKey(index?.find(report.unit).unit?.name ?? report.unit), report);
      put(this.byName, nameKey(report.unit), report);
    }
    for (const unit of index?.units ?? [])
      for (const report of this.allOf(unit.name, unit)) this.heirs.set(report, (this.heirs.get(report) ?? 0) + 1);
  }

  /** Every report that is last year's of a unit, its own and those of bodies that it took over. */
  allOf(name: string, listed: RosterUnit | null): Set<Received> {
    return new Set([
      ...this.ownOf(name, listed),
      ...(listed?.succeeds ?? []).flatMap((body) => this.predecessor(body)),
    ]);
  }

  /** Those of them that are other units' too. */
  private dividedOf(name: string, listed: RosterUnit | null): Received[] {
    return [...this.allOf(name, listed)].filter((report) => (this.heirs.get(report) ?? 0) > 1);
  }

  private ownOf(name: string, listed: RosterUnit | null): Received[] {
    return this.byUnit.get(nameKey(listed?.name ?? name)) ?? [];
  }

  /** Reports of a body that was taken over. */
  private predecessor(name: string): Received[] {
    return this.byName.get(nameKey(name)) ?? this.byUnit.get(nameKey(name)) ?? [];
  }

  /** What stands in the way of a comparison; `null`: nothing does. */
  troubleOf(name: string, listed: RosterUnit | null): LastYearTrouble | null {
    if (this.reportsOf(name, listed) !== null) return null;
    const divided = this.dividedOf(name, listed);
    if (divided.length > 0) return { kind: 'divided', names: divided.map(nameOf) };
    const lacking = (listed?.succeeds ?? []).filter((one) => this.predecessor(one).length !== 1);
    if (lacking.length > 0) return { kind: 'predecessors', names: lacking };
    const own = this.ownOf(name, listed);
    return own.length === 0 ? { kind: 'none', names: [] } : { kind: 'several', names: own.map(({ source }) => source) };
  }

  /** The reports that are last year's of a unit; `null` where one is not there, or of two that differ nobody can know which. */
  private reportsOf(name: string, listed: RosterUnit | null): Received[] | null {
    if (this.dividedOf(name, listed).length > 0) return null;
    const own = this.ownOf(name, listed);
    const before = listed?.succeeds ?? [];
    if (before.length === 0) return own.length === 1 ? own : null;
    const predecessors = before.map((one) => this.predecessor(one));
    const all = [...new Set([...own, ...predecessors.flat()])];
    const bodies = new Set(all.map((one) => nameKey(one.unit ?? '')));
    return predecessors.every(({ length }) => length === 1) && bodies.size === all.length ? all : null;
  }

  /**
   * Last year's figures of a unit; of one that took others over, the sum of theirs, amounts in 万元. A figure that one of them
   * left blank, or that cannot be known, is blank. `null` where a report is not there.
   */
  figuresOf(name: string, listed: RosterUnit | null): Received | null {
    const all = this.reportsOf(name, listed);
    const [first] = all ?? [];
    const edition = findEdition(first?.edition ?? '');
    if (all === null || first === undefined || edition === undefined) return null;
    if (all.length === 1) return first;
    const { report, blanks } = addUp({ edition, year: this.year, unit: listed?.name ?? name }, all);
    return {
      ...first,
      source: all.map(({ source }) => source).join('、'),
      unit: report.unit.name,
      year: this.year,
      figures: Float64Array.from(figuresOf(edition), ({ id }) =>
        blanks.has(id) ? Number.NaN : (report.figures[id] ?? Number.NaN),
      ),
      units: report.units,
      unread: [],
      isSum: true,
      // Whose text it would be nobody can say.
      textMarks: null,
    };
  }

  /** The bodies that a unit took over and whose reports are compared with; empty where it is its own. */
  bodiesOf(name: string, listed: RosterUnit | null): string[] {
    const all = (listed?.succeeds ?? []).length === 0 ? null : this.reportsOf(name, listed);
    return (all ?? []).map(nameOf);
  }

  /** The report to compare with by the rules: of several bodies only what they carried out. */
  reportOf(name: string, listed: RosterUnit | null): Report | null {
    const received = this.figuresOf(name, listed);
    const edition = findEdition(received?.edition ?? '');
    if (received === null || edition === undefined) return null;
    const report = { ...reportOf(received, edition), year: this.year };
    if ((listed?.succeeds ?? []).length === 0) return report;
    const figures = { ...report.figures };
    for (const { id, row } of figuresOf(edition)) if (row !== 'carriedOut') figures[id] = null;
    return { ...report, figures };
  }
}

/** What became of last year's reports, and who has none among them. */
export interface LastYearStanding {
  readonly year: number;
  /** Units that count and have none. */
  readonly without: readonly string[];
  /** Of another year, and without the name of a unit: not used, by their files. */
  readonly otherYear: readonly string[];
  readonly unnamed: readonly string[];
  /** Of bodies that are no unit's of this year: what they had still open is carried in by nobody. */
  readonly withoutHeir: readonly string[];
}

interface Counted {
  readonly name: string | null;
  readonly listed: RosterUnit | null;
  readonly included: boolean;
  readonly lastYear: LastYearTrouble | null;
}

/** `unit`: the body whose report the sum is, which last year had a sum too. */
export function lastYearStanding(
  reports: readonly Received[],
  year: number,
  index: RosterIndex | null,
  { rows, unit }: { readonly rows: readonly Counted[]; readonly unit: string | null },
): LastYearStanding {
  const previous = new PreviousYear(reports, year, index);
  const heirs = [
    ...(index?.units ?? []).map((listed) => ({ name: listed.name, listed })),
    ...rows.flatMap(({ name, listed }) => (name === null || listed !== null ? [] : [{ name, listed }])),
  ];
  const known = new Set(
    heirs.flatMap(({ name, listed }) => [...previous.allOf(name, listed)].map(nameOf).map(nameKey)),
  );
  const ofYear = reports.filter((report) => isOf(report, year));
  const isOver = (report: Received): boolean => report.isSum || nameKey(nameOf(report)) === nameKey(unit ?? '');
  const sources = (some: readonly Received[]): string[] => some.map(({ source }) => source);
  return {
    year,
    without: rows.flatMap(({ name, listed, included, lastYear }) =>
      included && lastYear?.kind === 'none' ? [listed?.name ?? name ?? ''] : [],
    ),
    otherYear: sources(reports.filter((report) => !isOf(report, year))),
    unnamed: sources(ofYear.filter((report) => report.unit === null)),
    withoutHeir: [
      ...new Set(
        ofYear.flatMap((report) =>
          report.unit === null || isOver(report) || known.has(nameKey(report.unit)) ? [] : [report.unit],
        ),
      ),
    ],
  };
}
