/**
 * Neutral sentences about a report in the words of its form: what the pane offers for the text. They state what the tables
 * state and nothing else.
 */
import type { Edition, TextSectionId } from '../edition';
import { figuresOf, type FigureId } from '../figures';

/** A piece of a sentence: words, or the sum of figures. */
type Piece = string | readonly FigureId[];

export interface PhraseTemplate {
  readonly section: TextSectionId;
  readonly pieces: readonly Piece[];
}

const applications = (row: string): FigureId => `applications.${row}.total`;
const disclosure = (id: string): readonly FigureId[] => [`disclosure.${id}`];

/** The figures of a group of rows over all applicants. */
const group = (edition: Edition, name: string): FigureId[] =>
  figuresOf(edition).flatMap(({ id, table, row, column }) =>
    table === 'applications' && column === 'total' && (row === name || row.startsWith(`${name}.`)) ? [id] : [],
  );

const issued = (edition: Edition): PhraseTemplate[] =>
  edition.id === '2019'
    ? []
    : [
        {
          section: 'overview',
          pieces: [
            '本年制发行政规范性文件',
            disclosure('normativeDocuments.issued'),
            '件，废止',
            disclosure('normativeDocuments.repealed'),
            '件，现行有效',
            disclosure('normativeDocuments.inForce'),
            '件。',
          ],
        },
      ];

/** The sentences that an edition offers; those with figures are true of any report. */
export const phraseTemplates = (edition: Edition): PhraseTemplate[] => [
  {
    section: 'overview',
    pieces: [
      '本年新收政府信息公开申请',
      [applications('received')],
      '件，上年结转',
      [applications('carriedIn')],
      '件；办结',
      [applications('total')],
      '件，结转下年度继续办理',
      [applications('carriedOut')],
      '件。',
    ],
  },
  {
    section: 'overview',
    pieces: [
      '办理结果为：予以公开',
      [applications('granted')],
      '件，部分公开',
      [applications('partlyGranted')],
      '件，不予公开',
      group(edition, 'denied'),
      '件，无法提供',
      group(edition, 'unavailable'),
      '件，不予处理',
      group(edition, 'notProcessed'),
      '件，其他处理',
      group(edition, 'other'),
      '件。',
    ],
  },
  ...issued(edition),
  {
    section: 'overview',
    pieces: [
      '本年作出行政许可决定',
      disclosure('licensing.decisions'),
      '件、行政处罚决定',
      disclosure('penalties.decisions'),
      '件、行政强制决定',
      disclosure('coercion.decisions'),
      '件。',
    ],
  },
  {
    section: 'overview',
    pieces: [
      '因政府信息公开工作被申请行政复议',
      ['review.reconsideration.total'],
      '件，被提起行政诉讼',
      ['review.directLitigation.total', 'review.litigationAfterReconsideration.total'],
      '件。',
    ],
  },
  { section: 'other', pieces: ['本年度没有收取政府信息公开信息处理费。'] },
  { section: 'other', pieces: ['没有其他需要报告的事项。'] },
];
