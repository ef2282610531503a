/** What is to be said of a published report beside the sum of its units. */
import type { Edition } from '../report/edition';
import { figureName, figuresOf, findFigure } from '../report/figures';
import type { Language } from '../report/language';
import type { Report } from '../report/report';
import { plainNumber } from '../write/number';
import { reportOf, shiftOf, type Received } from './received';
import type { Narrowed } from './trace';
import { wordsIn } from './words';

/** Where it differs, one line each, and because of whom. */
export function publishedLines(
  { figures, culprits, ambiguous }: Narrowed,
  edition: Edition,
  language: Language,
): string[] {
  const words = wordsIn(language);
  if (figures.length === 0) return [words.published.same];
  const names = words.list(culprits.map(({ unit, cause }) => words.published.culprit(unit, words.causes[cause])));
  return [
    words.published.differs(figures.length),
    ...figures.map(({ id, published: theirs, sum: ours }) => {
      const figure = findFigure(edition, id);
      const name = figure === undefined ? id : figureName(figure);
      return `  ${words.published.figure(name, plainNumber(theirs), plainNumber(ours))}`;
    }),
    culprits.length === 0
      ? words.published.unexplained
      : words.published.explained(names) + (ambiguous ? words.published.ambiguous : ''),
  ];
}

/** A report among those received as one that was published: without amounts that are not in 万元, which the sum is in. */
export function publishedOf(received: Received, edition: Edition): Report {
  const report = reportOf(received, edition);
  const figures = { ...report.figures };
  for (const figure of figuresOf(edition)) if (shiftOf(figure, received) !== 0) figures[figure.id] = null;
  return { ...report, figures };
}
