/** The annex of a report: this year's figures beside last year's, and pictures. */
import { changeText, comparisonName, notZero, type ComparedFigure } from '../compare';
import { plainNumber } from '../number';
import { zh } from '../words.zh';
import type { Xml } from '../xml';
import { runFonts, type FontProfile } from './fonts';
import { paragraph, run, table, w } from './markup';
import { pictureParagraph, type WordPicture } from './picture';

/** Twips; they sum to the width of the text. */
const widths = [4045, 1200, 1200, 1200, 1200] as const;
const line = 300;

const number = (value: number | null): string => (value === null ? '—' : plainNumber(value));
const signed = (value: number | null): string =>
  value === null ? '—' : `${value > 0 ? '+' : ''}${plainNumber(value)}`;

/** Rows at the end of the table that stay together on a page: one alone would seem to belong to nothing. */
const lastRows = 3;

function comparisonCell(text: string, column: number, isHead: boolean, keepNext: boolean): Xml {
  return w(
    'tc',
    null,
    w('tcPr', null, w('tcW', { w: widths[column], type: 'dxa' }), w('vAlign', { val: 'center' })),
    paragraph(
      'TableText',
      [
        keepNext ? w('keepNext') : null,
        w('spacing', { line, lineRule: 'exact' }),
        column > 0 || isHead ? w('jc', { val: 'center' }) : null,
      ],
      run([text], w('sz', { val: 21 }), w('szCs', { val: 21 })),
    ),
  );
}

function comparisonTable(comparisons: readonly ComparedFigure[]): Xml[] {
  const shown = comparisons.filter(notZero);
  const left = comparisons.length - shown.length;
  const rows = [
    zh.comparison.headers,
    ...shown.map(({ figure, previous, current, difference, change }) => [
      comparisonName(figure),
      number(previous),
      number(current),
      signed(difference),
      changeText(change),
    ]),
  ];
  // What is said under the table stays with its last row too.
  const lastKept = rows.length - (left === 0 ? 1 : 0);
  return [
    paragraph('Title', [], run([zh.comparison.title])),
    table(
      widths,
      rows.map((texts, row) => {
        const keepNext = row === 0 || (row >= rows.length - lastRows && row < lastKept);
        return w(
          'tr',
          null,
          w('trPr', null, w('cantSplit'), row === 0 ? w('tblHeader') : null, w('jc', { val: 'center' })),
          texts.map((text, column) => comparisonCell(text, column, row === 0, keepNext)),
        );
      }),
    ),
    // A document may not end in a table.
    left === 0
      ? paragraph(null, [w('spacing', { line: 20, lineRule: 'exact' })])
      : paragraph('TableText', [w('spacing', { before: 60 })], run([zh.comparison.restZero(left)])),
  ];
}

/** On a page of its own; nothing where there is nothing to show. */
export function annex(
  comparisons: readonly ComparedFigure[],
  pictures: readonly WordPicture[],
  fonts: FontProfile,
): Xml[] {
  if (comparisons.length + pictures.length === 0) return [];
  return [
    // 附件 stands at the margin, in 黑体.
    paragraph(null, [w('pageBreakBefore')], run(['附件'], runFonts(fonts.heading))),
    ...(comparisons.length === 0 ? [] : comparisonTable(comparisons)),
    ...pictures.map(pictureParagraph),
  ];
}
