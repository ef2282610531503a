/** How well the text rules do, for docs/rules.md: computed from the sets, and what was recorded of published reports. */
import { sentenceSets } from './sentences';
import { measured } from './sentences/measure';
import { afterMending, measurements, ours, retold, type Measurement } from './sentences/published';
import type { Score, SentenceSet } from './sentences/set';

const figure = (value: number): string => value.toFixed(3);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const setRow = (set: SentenceSet): readonly (string | number)[] => {
  const { precision, recall } = measured(set);
  return [
    set.name,
    set.claims.length + set.denials.length + set.traps.length,
    set.firstSight === null ? '-' : `${figure(set.firstSight.precision)} / ${figure(set.firstSight.recall)}`,
    `${figure(precision)} / ${figure(recall)}`,
    set.heldOut ? 'never tuned on' : '',
  ];
};

const total = (part: 'reports' | 'sentences' | 'figures'): number =>
  measurements.reduce((sum, measurement) => sum + measurement[part], 0);

const found = measurements.reduce((sum, { figures, recall }) => sum + figures * recall, 0);
const findings = measurements.reduce((sum, { figures, precision, recall }) => sum + (figures * recall) / precision, 0);
const overall: Score = { precision: found / findings, recall: found / total('figures') };
/** One in how many is not so. */
const oneIn = (rate: number): number => Math.round(1 / (1 - rate));

const seen = (all: readonly Measurement[]): string =>
  table(
    ['day', 'reports', 'sentences', 'figures', 'precision', 'recall'],
    all.map(({ day, reports, sentences, figures, precision, recall }) => [
      day,
      reports,
      sentences,
      figures,
      figure(precision),
      figure(recall),
    ]),
  );

export const textScores =
  (): string => `Text against tables (N-…) is measured on sentences that the project holds, each number in them once right and once wrong.
Precision and recall at first sight (of several parts the least), and today:

${table(['sentences', 'number', 'at first sight', 'today', ''], sentenceSets.map(setRow))}

None of those sets is what offices really write. ${total('sentences')} sentences of ${total('reports')} published reports, which are kept outside the
project, state ${total('figures')} figures that the tables hold too. At first sight, each time after mending for the sets before:

${seen(measurements)}

Of them all: precision ${figure(overall.precision)}, recall ${figure(overall.recall)}. So of what an office nobody has read before writes, about one stated
figure in ${oneIn(overall.recall)} is passed over, and about one finding in ${oneIn(overall.precision)} is about something else: every finding of these rules is a
question. Once mended for, ${afterMending.unnoticed} of the ${afterMending.figures} differences of the sets from the fourth on go unnoticed and ${afterMending.wrong} findings are wrong. The
sentences “of published wording” hold the same constructions, reworded.

Since the last of these the patterns were mended by what they have in common, on paraphrases that cross verbs, objects, units,
times, orders and denials with each other, and on traps crossed in the same way. Sentences written blind after that, with the
figures and the traps of published reports but in the writers’ own words, which are plainer than those of offices and say
nothing certain about them, at first sight:

${seen(retold)}

Paragraphs of our own after constructions seen in published reports, no sentence of which is anybody else’s, made dense with
numbers of other business; measured before mending, on 2026-11-30:

${table(
  ['paragraphs', 'figures', 'precision', 'recall'],
  ours.map(({ paragraphs, figures, precision, recall }) => [paragraphs, figures, figure(precision), figure(recall)]),
)}

Once mended for, they bring no finding where text and tables agree, and about one figure in ten of theirs goes unnoticed: often
the paragraph does not say what the number counts.`;
