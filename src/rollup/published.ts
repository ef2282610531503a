/** What is to be said of a published report beside the sum of its units. */
import type { Edition } from '../report/edition';
import { figuresOf, nameOfFigure } from '../report/figures';
import type { Language } from '../report/language';
import type { Report } from '../report/report';
import { plainNumber } from '../write/number';
import { scaled, unscaled } from './exact';
import { reportOf, shiftOf, type Received } from './received';
import { ofGovernments } from './collection/sumsAmong';
import type { RollUp } from './sum';
import type { Narrowed } from './trace';
import { wordsIn } from './words';

export interface PublishedText {
  /** In how many figures they differ, in one sentence. */
  readonly head: string;
  /** Because of whom, and what could not be compared. */
  readonly verdicts: readonly string[];
  /** Each difference. */
  readonly figures: readonly string[];
}

/** Where it differs, and because of whom. */
export function publishedText(
  { figures, culprits, ambiguous, oneSided }: Narrowed,
  edition: Edition,
  language: Language,
): PublishedText {
  const words = wordsIn(language);
  const name = (id: string): string => nameOfFigure(edition, id);
  const names = words.list(culprits.map(({ unit, cause }) => words.published.culprit(unit, words.causes[cause])));
  const because =
    culprits.length === 0
      ? words.published.unexplained
      : words.published.explained(names) + (ambiguous ? words.published.ambiguous : '');
  const left = oneSided.length === 0 ? [] : [words.published.oneSided(oneSided.length, words.list(oneSided.map(name)))];
  return {
    head: figures.length === 0 ? words.published.same(oneSided.length > 0) : words.published.differs(figures.length),
    verdicts: [...(figures.length === 0 ? [] : [because]), ...left],
    figures: figures.map(({ id, published: theirs, sum: ours }) =>
      words.published.figure(name(id), plainNumber(theirs), plainNumber(ours)),
    ),
  };
}

/**
 * The reports among those received that a sum can be set beside: sums, and where a list says who counts, that of the government
 * under which its units are, which is on no list. Of the year and the edition of the sum.
 */
export function publishedAmong({ rows, report }: RollUp, edition: Edition): Received[] {
  const over = ofGovernments(rows.flatMap(({ received }) => received ?? []));
  return rows.flatMap(({ state, received, included }) => {
    if (received === null || received.edition !== edition.id || received.year !== report.year) return [];
    return state === 'isSum' || (state === 'notListed' && !included && over.has(received)) ? [received] : [];
  });
}

/** A report among those received as one that was published: amounts in 万元, as in the sum, blank where nobody said what they are in. */
export function publishedOf(received: Received, edition: Edition): Report {
  const report = reportOf(received, edition);
  const figures = { ...report.figures };
  for (const figure of figuresOf(edition)) {
    const value = figures[figure.id] ?? null;
    const shift = shiftOf(figure, received);
    if (value === null || value === 0 || shift === 0) continue;
    figures[figure.id] = shift === null ? null : unscaled(scaled(value, shift));
  }
  return { ...report, figures };
}
