/** Saves the workbook of the book as a file (.xlsx): all that the book holds. */
import { fixed } from '../../report/a1';
import { blockAddress, sheetPrefix } from '../../book/address';
import type { Book } from '../../book/book';
import type { Sheet } from '../../book/sheet';
import { writeParts } from './package';
import { sheetXml } from './writeSheet';
import { spreadsheetNamespace, StyleBook } from './writeStyles';
import { tag, textXml } from './xml';

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const xlsxType = `${main}.sheet`;

const states = { Visible: null, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** `$A$1:$B$2`, `$1:$2` */

function pageNames(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap(({ name, page }, index) =>
    (
      [
        ['_xlnm.Print_Area', [page.printArea]],
        ['_xlnm.Print_Titles', [page.printTitleColumns, page.printTitleRows]],
      ] as const
    ).flatMap(([called, areas]) => {
      const formula = areas
        .flatMap((area) => (area === null ? [] : sheetPrefix(name) + fixed(blockAddress(area))))
        .join(',');
      return formula === '' ? [] : tag('definedName', { name: called, localSheetId: index }, textXml(formula));
    }),
  );
}

function workbookXml(book: Book): string {
  const { sheets, names } = book.workbook;
  const active = sheets.indexOf(book.activeSheet);
  const defined = [
    ...pageNames(sheets),
    ...names.map(({ name, formula, scope, visible, comment }) =>
      tag(
        'definedName',
        {
          name,
          comment: comment === '' ? null : comment,
          localSheetId: scope === null ? null : sheets.findIndex(({ id }) => id === scope),
          hidden: !visible,
        },
        textXml(formula.replace(/^=/, '')),
      ),
    ),
  ];
  return tag('workbook', { xmlns: spreadsheetNamespace, 'xmlns:r': relationNamespace }, [
    tag('bookViews', {}, tag('workbookView', { activeTab: active })),
    tag(
      'sheets',
      {},
      sheets.map(({ name, visibility }, index) =>
        tag('sheet', { name, sheetId: index + 1, state: states[visibility], 'r:id': `rIdSheet${index + 1}` }),
      ),
    ),
    defined.length === 0 ? '' : tag('definedNames', {}, defined),
    tag('calcPr', { calcId: 191029, fullCalcOnLoad: true }),
  ]);
}

export function writeXlsx(book: Book): Uint8Array<ArrayBuffer> {
  const { sheets } = book;
  const styles = new StyleBook();
  const active = book.activeSheet;
  const worksheets = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    contentType: `${main}.worksheet+xml`,
    xml: sheetXml(sheet, styles, book.calculation, sheet === active),
  }));
  return writeParts(
    [
      { name: 'xl/workbook.xml', contentType: `${main}.sheet.main+xml`, xml: workbookXml(book) },
      ...worksheets,
      { name: 'xl/styles.xml', contentType: `${main}.styles+xml`, xml: styles.xml() },
    ],
    {
      '': [{ id: 'rIdWorkbook', kind: 'officeDocument', target: 'xl/workbook.xml' }],
      'xl/workbook.xml': [
        ...sheets.map((_, index) => ({
          id: `rIdSheet${index + 1}`,
          kind: 'worksheet',
          target: `worksheets/sheet${index + 1}.xml`,
        })),
        { id: 'rIdStyles', kind: 'styles', target: 'styles.xml' },
      ],
    },
  );
}
