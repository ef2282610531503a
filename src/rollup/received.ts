/** A report that came in, as a collection of very many keeps it: its figures in a row, and what the check counted. */
import { uncertainFigures } from '../read/compose/blanks';
import type { Reading } from '../read/reading';
import { emptyReport } from '../report/empty';
import type { Edition } from '../report/edition';
import { type Figure, type FigureId, figuresOf, findEdition, findFigure } from '../report/figures';
import type { Report } from '../report/report';
import { check } from '../rules/check';
import { dayOfCheck, inputOfReport, unreadFigures } from '../rules/input';
import type { Finding, Level } from '../rules/finding';
import { countLevels } from '../rules/findings';
import { scaled } from './exact';
import { textMarksOf } from './likeness/textMarks';

/** Figures of a report in printed order. The shorter numbers where they are exact: only to keep very many of them. */
export type FigureRow = Float64Array | Float32Array;

/** Plain data: it travels from a worker as it is. */
export interface Received {
  /** File, and part of it where a file holds several reports. */
  readonly source: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly edition: string;
  /** A number for each figure of the edition in printed order; NaN is blank. */
  readonly figures: FigureRow;
  readonly units: Report['units'];
  /** Figures that the source prints and that could not be read. */
  readonly unread: readonly FigureId[];
  readonly counts: Readonly<Record<Level, number>>;
  readonly doubts: number;
  /** Reasons that the unit gave for what a check asks about. */
  readonly explanations: Report['explanations'];
  /** The file says of itself that it is a sum of others. */
  readonly isSum: boolean;
  /** What the text says, to find texts that are the same; `null` where there is too little of it. */
  readonly textMarks: Uint32Array | null;
}

export interface ReceivedRequest {
  readonly source: string;
  readonly reading: Pick<Reading, 'edition' | 'report' | 'doubts'> & Partial<Pick<Reading, 'isSum'>>;
  readonly findings: readonly Finding[];
}

export function receivedOf({ source, reading, findings }: ReceivedRequest): Received {
  const { edition, report, doubts } = reading;
  const uncertain = uncertainFigures(reading);
  const unread = new Set(unreadFigures(report));
  for (const id of uncertain) if ((report.figures[id] ?? null) === null) unread.add(id);
  return {
    source,
    unit: report.unit.name,
    year: report.year,
    edition: edition.id,
    figures: Float64Array.from(figuresOf(edition), ({ id }) => report.figures[id] ?? Number.NaN),
    units: report.units,
    unread: [...unread],
    counts: countLevels(findings),
    doubts: doubts.length,
    explanations: report.explanations,
    isSum: reading.isSum === true,
    textMarks: textMarksOf(Object.values(report.narrative).flat(), report.unit.name),
  };
}

/** The findings of a report by itself, without last year's. `now`: the clock, for the deadlines; `null` leaves them out. */
export function ownFindings(reading: Reading, now: Date | null): Finding[] {
  const { edition, report } = reading;
  const input = inputOfReport(edition, report, { today: dayOfCheck(report.year, now) });
  return check({ ...input, unread: new Set([...(input.unread ?? []), ...uncertainFigures(reading)]) });
}

/** The value of a figure, whichever edition the report has; `null` where it is blank, or its edition does not know it. */
export function valueOf(received: Received, id: FigureId): number | null {
  const edition = findEdition(received.edition);
  const figure = edition === undefined ? undefined : findFigure(edition, id);
  const value = figure === undefined ? Number.NaN : (received.figures[figure.index] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

const positions = new Map<string, readonly (number | null)[]>();

/** The figures in the order of an edition; one that the report's own edition does not know is NaN, as a blank is. */
export function vectorIn(edition: Edition, { edition: own, figures }: Received): FigureRow {
  if (own === edition.id) return figures;
  const from = findEdition(own);
  const key = `${own} ${edition.id}`;
  const places =
    positions.get(key) ??
    figuresOf(edition).map(({ id }) => (from === undefined ? null : (findFigure(from, id)?.index ?? null)));
  positions.set(key, places);
  return Float64Array.from(places, (at) => (at === null ? Number.NaN : (figures[at] ?? Number.NaN)));
}

/** How many places the point moves for a figure to be in 万元, or whole; `null` where nobody said what it is counted in. */
export function shiftOf({ kind, id }: Figure, { units, edition }: Received): 0 | 4 | null {
  const own = kind === 'amount' ? findEdition(edition) : undefined;
  if (own === undefined || findFigure(own, id)?.unit !== 'unprinted') return 0;
  const unit = units[id] ?? 'unknown';
  return unit === 'unknown' ? null : unit === 'yuan' ? 4 : 0;
}

/** The figures as a report again, for the rules that look at one; without its text. */
export function reportOf(received: Received, edition: Edition): Report {
  const report = emptyReport(edition, received.year, received.unit);
  for (const { id, index } of figuresOf(edition)) {
    const value = received.figures[index] ?? Number.NaN;
    report.figures[id] = Number.isFinite(value) ? value : null;
  }
  return { ...report, units: received.units };
}

/** What a person calls a report: its unit, or its file where no name was read. */
export const nameOf = ({ unit, source }: Received): string => unit ?? source;

/** How many figures of two reports of one edition do not say the same. */
export function differingFigures(one: Received, other: Received): number {
  const edition = findEdition(one.edition);
  if (edition === undefined) return 0;
  const [own, others] = [new Set(one.unread), new Set(other.unread)];
  return figuresOf(edition).filter((figure) => {
    const [value, theirs] = [valueOf(one, figure.id), valueOf(other, figure.id)];
    if (value === null || theirs === null) return value !== theirs || own.has(figure.id) !== others.has(figure.id);
    const [shift, theirShift] = [shiftOf(figure, one), shiftOf(figure, other)];
    // 0 is 0 in any unit of money; an amount in nobody knows what is only that same amount.
    if (shift === theirShift || (value === 0 && theirs === 0)) return value !== theirs;
    return shift === null || theirShift === null || scaled(value, shift) !== scaled(theirs, theirShift);
  }).length;
}

/** Whether two reports say the same numbers. */
export const sameFigures = (one: Received, other: Received): boolean =>
  one.edition === other.edition && differingFigures(one, other) === 0;
