/** The annex of a report: this year's figures beside last year's. */
import { changeText, comparisonName, type Comparison } from '../compare';
import { plainNumber } from '../number';
import { zh } from '../words.zh';
import type { Xml } from '../xml';
import { runFonts, type FontProfile } from './fonts';
import { paragraph, run, w } from './markup';

/** Twips; they sum to the width of the text. */
const widths = [4045, 1200, 1200, 1200, 1200] as const;
const line = 300;

const number = (value: number | null): string => (value === null ? '—' : plainNumber(value));
const signed = (value: number | null): string =>
  value === null ? '—' : `${value > 0 ? '+' : ''}${plainNumber(value)}`;

export function comparisonAnnex(comparisons: readonly Comparison[], fonts: FontProfile): Xml[] {
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
    paragraph(null, [w('pageBreakBefore')], run(['附件'], runFonts(fonts.heading))),
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
