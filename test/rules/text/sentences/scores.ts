/** How well the text rules do, for docs/rules.md: computed from the sets, and what was recorded of published reports. */
import { sentenceSets } from '.';
import { measured } from './measure';
import { afterMending, measurements } from './published';
import type { SentenceSet } from './set';

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

export const textScores =
  (): string => `Text against tables (N-…) is measured on sentences that the project holds, each number in them once right and once wrong.
Precision and recall at first sight (of several parts the least), and today:

${table(['sentences', 'number', 'at first sight', 'today', ''], sentenceSets.map(setRow))}

None of those sets is what offices really write. ${total('sentences')} sentences of ${total('reports')} published reports, which are kept outside the
project, state ${total('figures')} figures that the tables hold too. At first sight, each time after mending for the sets before:

${table(
  ['day', 'reports', 'sentences', 'figures', 'precision', 'recall'],
  measurements.map(({ day, reports, sentences, figures, precision, recall }) => [
    day,
    reports,
    sentences,
    figures,
    figure(precision),
    figure(recall),
  ]),
)}

So of what an office nobody has read before writes, about one stated figure in ten is passed over, and one finding in twenty to
thirty is about something else: every finding of these rules is a question. Once mended for, ${afterMending.wrong} findings of all these sets are
wrong and ${afterMending.unnoticed} of ${total('figures')} differences go unnoticed. The sentences “of published wording” hold the same constructions, reworded.`;
