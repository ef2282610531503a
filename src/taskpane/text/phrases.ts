/**
 * Neutral sentences for the text that insert the report's own figures, in the words that the checks understand. They state
 * what the tables state and nothing else. What a figure is not known for is not offered.
 */
import type { Edition, TextSectionId } from '../../report/edition';
import { figuresOf, type FigureId } from '../../report/figures';
import type { Report } from '../../report/report';
import { plainNumber } from '../../write/number';

/** A piece of a sentence: words, or the sum of figures. */
type Piece = string | readonly FigureId[];

interface Template {
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

const issued = (edition: Edition): Template[] =>
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

const templatesOf = (edition: Edition): Template[] => [
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

const numberOf = (ids: readonly FigureId[], figures: Report['figures']): number | null =>
  ids.reduce<number | null>((sum, id) => {
    const value = figures[id] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);

function sentenceOf({ pieces }: Template, figures: Report['figures']): string | null {
  const words = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const number = numberOf(piece, figures);
    return number === null ? null : plainNumber(number);
  });
  return words.includes(null) ? null : words.join('');
}

export interface Phrase {
  readonly section: TextSectionId;
  readonly text: string;
  /** It states figures; else a person must know whether it is so. */
  readonly fromFigures: boolean;
}

/** The sentences that a report could say of itself as its tables stand now. */
export const phrasesOf = (edition: Edition, figures: Report['figures']): Phrase[] =>
  templatesOf(edition).flatMap((template) => {
    const text = sentenceOf(template, figures);
    const fromFigures = template.pieces.some((piece) => typeof piece !== 'string');
    return text === null ? [] : [{ section: template.section, text, fromFigures }];
  });

export interface OutdatedPhrase {
  readonly section: TextSectionId;
  /** Place of the paragraph in its section. */
  readonly paragraph: number;
  readonly from: string;
  readonly to: string;
}

/** Sentences of the text that were made of figures which have changed since, with what they would be now. */
export function outdatedPhrases(edition: Edition, report: Pick<Report, 'figures' | 'narrative'>): OutdatedPhrase[] {
  return templatesOf(edition).flatMap((template) => {
    const to = sentenceOf(template, report.figures);
    if (to === null) return [];
    // The words of a template hold no sign that means something in a pattern.
    const pattern = new RegExp(
      template.pieces.map((piece) => (typeof piece === 'string' ? piece : String.raw`\d+(?:\.\d+)?`)).join(''),
      'u',
    );
    return report.narrative[template.section].flatMap((text, paragraph) => {
      const from = pattern.exec(text)?.[0];
      return from === undefined || from === to ? [] : [{ section: template.section, paragraph, from, to }];
    });
  });
}
