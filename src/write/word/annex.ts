/** The annex of a report: this year's figures beside last year's, and pictures. */
import { changeText, comparisonName, type Comparison } from '../compare';
import { plainNumber } from '../number';
import { zh } from '../words.zh';
import type { Xml } from '../xml';
import { runFonts, type FontProfile } from './fonts';
import { paragraph, run, w } from './markup';
import { pictureParagraph, type WordPicture } from './picture';

/** Twips; they sum to the width of the text. */
const widths = [4045, 1200, 1200, 1200, 1200] as const;
const line = 300;

const number = (value: number | null): string => (value === null ? '—' : plainNumber(value));
const signed = (value: number | null): string =>
  value === null ? '—' : `${value > 0 ? '+' : ''}${plainNumber(value)}`;

function comparisonTable(comparisons: readonly Comparison[]): Xml[] {
  const rows = [
    zh.comparison.headers,
    ...comparisons.map(({ figure, previous, current, difference, change }) => [
      comparisonName(figure),
      number(previous),
      number(current),
      signed(difference),
      changeText(change),
    ]),
  ];
  const cell = (text: string, column: number, head: boolean): Xml =>
    w(
      'tc',
      null,
      w('tcPr', null, w('tcW', { w: widths[column], type: 'dxa' }), w('vAlign', { val: 'center' })),
      paragraph(
        'TableText',
        [
          head ? w('keepNext') : null,
          w('spacing', { line, lineRule: 'exact' }),
          column > 0 || head ? w('jc', { val: 'center' }) : null,
        ],
        run([text], w('sz', { val: 21 }), w('szCs', { val: 21 })),
      ),
    );
  return [
    paragraph('Title', [], run([zh.comparison.title])),
    w(
      'tbl',
      null,
      w(
        'tblPr',
        null,
        w('tblStyle', { val: 'ReportTable' }),
        w('tblW', { w: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' }),
        w('jc', { val: 'center' }),
        w('tblLayout', { type: 'fixed' }),
      ),
      w(
        'tblGrid',
        null,
        widths.map((width) => w('gridCol', { w: width })),
      ),
      rows.map((texts, row) =>
        w(
          'tr',
          null,
          w('trPr', null, w('cantSplit'), row === 0 ? w('tblHeader') : null, w('jc', { val: 'center' })),
          texts.map((text, column) => cell(text, column, row === 0)),
        ),
      ),
    ),
    // A document may not end in a table.
    paragraph(null, [w('spacing', { line: 20, lineRule: 'exact' })]),
  ];
}

/** On a page of its own; nothing where there is nothing to show. */
export function annex(comparisons: readonly Comparison[], pictures: readonly WordPicture[], fonts: FontProfile): Xml[] {
  if (comparisons.length + pictures.length === 0) return [];
  return [
    // 附件 stands at the margin, in 黑体.
    paragraph(null, [w('pageBreakBefore')], run(['附件'], runFonts(fonts.heading))),
    ...(comparisons.length === 0 ? [] : comparisonTable(comparisons)),
    ...pictures.map(pictureParagraph),
  ];
}
