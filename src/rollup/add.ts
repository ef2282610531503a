/** Reports that are added, cell by cell, and what cannot be known of their sum. */
import type { Edition } from '../report/edition';
import { emptyReport } from '../report/empty';
import { findEdition, figuresOf, findFigure, type Figure, type FigureId } from '../report/figures';
import type { Report } from '../report/report';
import { nameOf, shiftOf, vectorIn, type FigureRow, type Received } from './received';
import { ExactSum, unscaled } from './exact';

/**
 * Why a figure of the sum is left blank though units gave figures: `unit`: an amount without its unit of money. `unread`: a
 * unit's figure is printed and could not be read. `otherEdition`: a unit that counts has a form that does not ask for it.
 * `tooLarge`: the sum is beyond 2⁵³.
 */
export type UnknownReason = 'unit' | 'unread' | 'otherEdition' | 'tooLarge';

export interface UnknownFigure {
  readonly reason: UnknownReason;
  /** Names of the units that it is because of. */
  readonly units: readonly string[];
}

/** What reports come to. */
export interface AddedUp {
  readonly report: Report;
  readonly included: readonly Received[];
  /** Figures that some unit left blank: they count as nothing in the sum, and that is said. */
  readonly blanks: ReadonlyMap<FigureId, readonly string[]>;
  /** Figures of the sum that are blank because nobody can know them. */
  readonly unknown: ReadonlyMap<FigureId, UnknownFigure>;
}

interface Added {
  /** In 10⁻⁶; `null` where nobody gave a figure. */
  readonly sum: bigint | null;
  readonly blanks: readonly string[];
  readonly reasons: ReadonlyMap<UnknownReason, readonly string[]>;
}

/** A report that is added: its figures in the order of the sum's edition. */
interface Part {
  readonly received: Received;
  readonly vector: FigureRow;
  readonly unread: ReadonlySet<FigureId>;
  readonly isOther: boolean;
}

/** One figure of all reports. */
function add(figure: Figure, parts: readonly Part[]): Added {
  const sum = new ExactSum();
  let given = false;
  const blanks: string[] = [];
  const reasons = new Map<UnknownReason, string[]>();
  const because = (reason: UnknownReason, name: string): void => {
    const known = reasons.get(reason);
    if (known === undefined) reasons.set(reason, [name]);
    else known.push(name);
  };
  for (const { received, vector, unread, isOther } of parts) {
    const value = vector[figure.index] ?? Number.NaN;
    // Nothing is nothing in any unit.
    if (value === 0) given = true;
    else if (Number.isFinite(value)) {
      const shift = shiftOf(figure, received);
      if (shift === null) because('unit', nameOf(received));
      else {
        sum.add(value, shift);
        given = true;
      }
    } else if (isOther && !isKnownTo(received, figure)) because('otherEdition', nameOf(received));
    else if (unread.has(figure.id)) because('unread', nameOf(received));
    else blanks.push(nameOf(received));
  }
  return { sum: given ? sum.total() : null, blanks, reasons };
}

function isKnownTo({ edition: id }: Received, figure: Figure): boolean {
  const edition = findEdition(id);
  return edition !== undefined && findFigure(edition, figure.id) !== undefined;
}

export interface AddRequest {
  readonly edition: Edition;
  readonly year: number;
  /** Name of the body whose report the sum is. */
  readonly unit: string | null;
}

/** Adds reports cell by cell, exactly. The order in which they come changes nothing. */
export function addUp({ edition, year, unit }: AddRequest, included: readonly Received[]): AddedUp {
  const report = emptyReport(edition, year, unit);
  const blanks = new Map<FigureId, readonly string[]>();
  const unknown = new Map<FigureId, UnknownFigure>();
  const parts = included.map((received): Part => ({
    received,
    vector: vectorIn(edition, received),
    unread: new Set(received.unread),
    isOther: received.edition !== edition.id,
  }));
  for (const figure of figuresOf(edition)) {
    const { sum, blanks: left, reasons } = add(figure, parts);
    if (left.length > 0) blanks.set(figure.id, left);
    const [reason] = reasons;
    const value = sum === null || reason !== undefined ? null : unscaled(sum);
    if (reason !== undefined) unknown.set(figure.id, { reason: reason[0], units: reason[1] });
    else if (sum !== null && value === null) unknown.set(figure.id, { reason: 'tooLarge', units: [] });
    report.figures[figure.id] = value;
    if (figure.unit === 'unprinted') report.units[figure.id] = value === null ? 'unknown' : 'tenThousandYuan';
    const why = unknown.get(figure.id);
    if (why !== undefined)
      report.marks[figure.id] = { state: why.reason === 'unit' ? 'unitUnknown' : 'unread', source: null };
  }
  return { report, included, blanks, unknown };
}
