/** What may stand after the six sections: how to reach the office, its name and the date, and the block of a review copy. */
import { dateText, type DocumentDate, type Signature } from '../../report/closing';
import type { Xml } from '../xml';
import { linesOfText } from '../text';
import { characters, paragraph, run, table, w } from './markup';

/** Blanks of a review copy that are filled in by hand when left empty here. */
export interface ReviewBlock {
  readonly unit: string | null;
  readonly preparedBy: string | null;
  readonly reviewedBy: string | null;
  readonly telephone: string | null;
  readonly date: DocumentDate | null;
}

const rightIndented = (text: string, indent: number, keepNext: boolean): Xml => {
  const hundredths = Math.round(indent * 100);
  return paragraph(
    null,
    [
      keepNext ? w('keepNext') : null,
      w('ind', { rightChars: hundredths, right: Math.round(hundredths * 3.2) }),
      w('jc', { val: 'right' }),
    ],
    run([text]),
  );
};

/** The name centred over the date, the date 右空四字; a name longer than the date stands 右空二字 and the date follows it. */
export function signatureLines(unit: string, date: string | null): Xml[] {
  const blank = paragraph(null, [w('keepNext')]);
  if (date === null) return [blank, rightIndented(unit, 2, false)];
  const overhang = (characters(unit) - characters(date)) / 2;
  const unitIndent = Math.max(2, 4 - overhang);
  return [blank, rightIndented(unit, unitIndent, true), rightIndented(date, unitIndent + overhang, false)];
}

export const signatureBlock = ({ unit, date }: Signature): Xml[] =>
  signatureLines(unit, date === null ? null : dateText(date));

export const contactParagraph = (text: string): Xml => paragraph('BodyText', [], run(linesOfText(text)));

/** Widths of the columns of the block: label and what is written there, twips. */
const blockWidths = [2800, 6045] as const;
const blockRow = 680;

/** A table that is filled in and sealed before a report is handed up for review. */
export function reviewBlock(review: ReviewBlock): Xml[] {
  const rows: readonly (readonly [string, string])[] = [
    ['填报单位（盖章）', review.unit ?? ''],
    ['填报人', review.preparedBy ?? ''],
    ['审核人', review.reviewedBy ?? ''],
    ['联系电话', review.telephone ?? ''],
    ['填报日期', review.date === null ? '' : dateText(review.date)],
  ];
  return [
    paragraph(null, [w('keepNext')]),
    table(
      blockWidths,
      rows.map((cells, row) =>
        w(
          'tr',
          null,
          w(
            'trPr',
            null,
            w('cantSplit'),
            w('trHeight', { val: blockRow, hRule: 'atLeast' }),
            w('jc', { val: 'center' }),
          ),
          cells.map((text, column) =>
            w(
              'tc',
              null,
              w('tcPr', null, w('tcW', { w: blockWidths[column], type: 'dxa' }), w('vAlign', { val: 'center' })),
              paragraph('TableText', [row < rows.length - 1 ? w('keepNext') : null], text === '' ? null : run([text])),
            ),
          ),
        ),
      ),
    ),
    // A document may not end in a table.
    paragraph(null, [w('spacing', { line: 20, lineRule: 'exact' })]),
  ];
}
