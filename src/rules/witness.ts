/** What last year's report and the text know of the figures, as evidence for the search of repairs. */
import { figureOf, figuresOf, findEdition } from '../report/figures';
import type { CheckInput } from './input';
import type { Evidence, Saying } from './sums/evidence';
import { checkNarrative } from './text/narrative';

/** Texts longer than this (characters) are not asked: a report has a tenth of it, and the question costs as much as the check. */
const longest = 20_000;
/** No sum of figures that are all this is a number that a text could say. */
const impossible = -1e9;

/** The numbers that the text says of figures, found by the rules of the text on a report in which none of them fits. */
function sayingsOf(input: CheckInput): Saying[] {
  const { narrative, edition } = input;
  if (narrative === undefined) return [];
  const length = Object.values(narrative)
    .flat()
    .reduce((sum, text) => sum + text.length, 0);
  if (length > longest) return [];
  const entries = new Map(figuresOf(edition).map(({ id }) => [id, { kind: 'number', value: impossible } as const]));
  return checkNarrative({ ...input, entries }).flatMap(({ left, details }) =>
    left === null || !('sums' in details)
      ? []
      : [{ number: left, sums: details.sums.map(({ figures: ids }) => ids.map((id) => figureOf(edition, id).index)) }],
  );
}

/** Last year's figures where this year has the same. */
function previousOf({ edition, year, previous }: CheckInput): Float64Array | null {
  if (previous === null || previous === undefined || findEdition(previous.edition) === undefined) return null;
  if (year !== null && previous.year !== null && previous.year !== year - 1) return null;
  return Float64Array.from(figuresOf(edition), ({ id }) => previous.figures[id] ?? Number.NaN);
}

/** Everything beside the sums that tells which figure of a broken sum is wrong. */
export const evidenceOf = (input: CheckInput): Evidence => ({ previous: previousOf(input), said: sayingsOf(input) });
