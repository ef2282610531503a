/** Two reports against each other: two submissions of a unit, or what was reviewed and what was published. */
import { isTextSection, type TextSectionId } from '../../report/edition';
import { figuresOf, findFigure, type Figure } from '../../report/figures';
import type { AmountUnitMark } from '../../report/sheet/sheet';
import type { Reading } from '../../read/reading';
import { uncertainFigures } from '../../read/compose/blanks';
import { unreadFigures } from '../../rules/input';
import { scaled } from '../exact';
import { nameKey } from '../names';
import { compareParagraphs, type ParagraphChange } from './paragraphs';

/** `blank`: nothing stands there. `unread`: something does, and it could not be read. Neither is 0. */
export type ComparedValue =
  | { readonly state: 'number'; readonly value: number; readonly unit: AmountUnitMark | null }
  | { readonly state: 'blank' | 'unread' };

/** What the first and the second report have. */
export type Both<Value> = readonly [Value, Value];

export interface Comparison {
  /** `null` where both have the same. */
  readonly unit: Both<string | null> | null;
  readonly year: Both<number | null> | null;
  readonly edition: Both<string> | null;
  /** Figures that differ, in printed order. */
  readonly figures: readonly { readonly figure: Figure; readonly values: Both<ComparedValue> }[];
  /** Figures that could be read in neither: whether they differ is not known. */
  readonly undecided: readonly Figure[];
  /** Figures that only one of the two forms asks for, and how many of each have a number. They are not compared. */
  readonly alone: Both<number>;
  readonly paragraphs: readonly (ParagraphChange & { readonly section: TextSectionId; readonly title: string })[];
}

/** What a comparison looks at. */
export type Compared = Pick<Reading, 'edition' | 'report' | 'doubts'>;

const amountShift: Readonly<Record<AmountUnitMark, number | null>> = { tenThousandYuan: 0, yuan: 4, unknown: null };

function sameValue(one: ComparedValue, other: ComparedValue): boolean {
  if (one.state !== 'number' || other.state !== 'number') return one.state === other.state;
  if (one.unit === other.unit || (one.value === 0 && other.value === 0))
    return scaled(one.value) === scaled(other.value);
  const [shift, otherShift] = [one, other].map(({ unit }) => (unit === null ? 0 : amountShift[unit]));
  if (shift === null || shift === undefined || otherShift === null || otherShift === undefined) return false;
  return scaled(one.value, shift) === scaled(other.value, otherShift);
}

/** Every figure of a report as it is compared. */
function valuesOf(compared: Compared): (figure: Figure) => ComparedValue {
  const { report } = compared;
  const unread = new Set([...unreadFigures(report), ...uncertainFigures(compared)]);
  return ({ id, unit }) => {
    const value = report.figures[id] ?? null;
    if (value === null) return { state: unread.has(id) ? 'unread' : 'blank' };
    return { state: 'number', value, unit: unit === 'unprinted' ? (report.units[id] ?? 'unknown') : (unit ?? null) };
  };
}

const differing = <Value>(one: Value, other: Value, same = one === other): Both<Value> | null =>
  same ? null : [one, other];

const keyOf = (name: string | null): string | null => (name === null ? null : nameKey(name));

/** How many figures that the other form does not ask for hold a number. */
const aloneIn = (own: Compared, other: Compared): number =>
  figuresOf(own.edition).filter(
    ({ id }) => (own.report.figures[id] ?? null) !== null && findFigure(other.edition, id) === undefined,
  ).length;

/**
 * All that differs between two reports. Amounts of money are compared as amounts, in whatever unit; one without a unit is
 * the same only as another without one. Nothing differs between a report and itself.
 */
export function compareReports(one: Compared, other: Compared): Comparison {
  const [valueOf, otherValueOf] = [valuesOf(one), valuesOf(other)];
  const pairs = figuresOf(one.edition).flatMap((figure) => {
    const theirs = findFigure(other.edition, figure.id);
    return theirs === undefined ? [] : [{ figure, values: [valueOf(figure), otherValueOf(theirs)] as const }];
  });
  const [own, others] = [one.report, other.report];
  return {
    unit: differing(own.unit.name, others.unit.name, keyOf(own.unit.name) === keyOf(others.unit.name)),
    year: differing(own.year, others.year),
    edition: differing(one.edition.id, other.edition.id),
    figures: pairs.filter(({ values }) => !sameValue(...values)),
    undecided: pairs.flatMap(({ figure, values }) => (values.every(({ state }) => state === 'unread') ? [figure] : [])),
    alone: [aloneIn(one, other), aloneIn(other, one)],
    paragraphs: one.edition.sections.flatMap(({ id, title }) =>
      isTextSection(id)
        ? compareParagraphs(own.narrative[id], others.narrative[id]).map((change) => ({
            section: id,
            title,
            ...change,
          }))
        : [],
    ),
  };
}

/** Whether all is the same, and known to be. */
export const isSame = ({ unit, year, edition, figures, undecided, paragraphs }: Comparison): boolean =>
  unit === null && year === null && edition === null && figures.length + undecided.length + paragraphs.length === 0;
