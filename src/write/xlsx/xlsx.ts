/** A report, or an empty template, as a workbook that checks itself in any spreadsheet program. */
import {
  cellTextProblems,
  plainName,
  sheetTextProblems,
  textProblems,
  UnwritableTextError,
  withPlainName,
} from '../text';
import type { TextProblem } from '../textProblem';
import { a1Range, columnLetters, fixed, onSheet } from '../../report/a1';
import { repeatedRows } from '../../report/sheet/looks';
import type { Language } from '../../report/language';
import { reportTitle } from '../../report/sheet/sheet';
import type { SheetContent } from '../../report/sheet/workbook';
import { propertyParts, propertyRelationships, relationshipType, writePackage, type Part } from '../package';
import { element, xmlText, type Xml } from '../xml';
import { contentSheet, normalStyle, notesSheet, tablesSheet, textSheet, type TablesRequest } from './sheets';
import { sheetXml, type Sheet } from './sheet';
import { spreadsheetNamespace, StyleBook } from './styles';

export interface WorkbookRequest extends TablesRequest {
  /** Further sheets, such as 校验结果, after those of the report. */
  readonly sheets: readonly SheetContent[];
  /** Of what the spreadsheet says beside a cell. */
  readonly language: Language;
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Heads of a list are printed on each of its pages, and what its rows are on those beside each other. */
function printTitles({ name, printArea, frozenRows, frozenColumns }: Sheet): string | null {
  if (printArea !== null) return null;
  const [first, last] = repeatedRows(frozenRows, frozenColumns);
  const parts = [
    ...(frozenColumns === 0 ? [] : [`$A:$${columnLetters(frozenColumns - 1)}`]),
    ...(frozenRows === 0 ? [] : [`$${first}:$${last}`]),
  ];
  return parts.length === 0 ? null : parts.map((part) => onSheet(name) + part).join(',');
}

/** What of each sheet is printed, and what on every page; a list of no names is no list. */
function printNames(sheets: readonly Sheet[]): Xml | null {
  const names = sheets.flatMap((sheet, index) => {
    const { name, printArea } = sheet;
    const titles = printTitles(sheet);
    const area =
      printArea === null
        ? null
        : onSheet(name) + fixed(a1Range(printArea.row, printArea.column, printArea.rowCount, printArea.columnCount));
    return [
      ...(area === null ? [] : [{ name: '_xlnm.Print_Area', index, text: area }]),
      ...(titles === null ? [] : [{ name: '_xlnm.Print_Titles', index, text: titles }]),
    ];
  });
  if (names.length === 0) return null;
  return element(
    'definedNames',
    null,
    names.map(({ name, index, text }) => element('definedName', { name, localSheetId: index }, xmlText(text))),
  );
}

const workbookXml = (sheets: readonly Sheet[]): Xml =>
  element(
    'workbook',
    {
      xmlns: spreadsheetNamespace,
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    },
    element('bookViews', null, element('workbookView', { activeTab: 0 })),
    element(
      'sheets',
      null,
      sheets.map(({ name }, index) => element('sheet', { name, sheetId: index + 1, 'r:id': `rIdSheet${index + 1}` })),
    ),
    printNames(sheets),
    element('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
  );

function refuseProblems(problems: readonly TextProblem[]): void {
  if (problems.length > 0) throw new UnwritableTextError(problems);
}

/**
 * The .xlsx file.
 * @throws UnwritableTextError
 */
export function writeXlsx(given: WorkbookRequest): Uint8Array {
  const { edition, year, language } = given;
  const unit = given.unit === null ? null : plainName(given.unit);
  const report = given.report === null ? null : withPlainName(given.report);
  const request: WorkbookRequest = { ...given, unit, report };
  if (report !== null) refuseProblems([...textProblems(report, [unit]), ...cellTextProblems(report)]);
  const notes = notesSheet(edition, report);
  const sheets = [
    tablesSheet(request),
    textSheet(edition, year, unit, report),
    ...request.sheets.map(contentSheet),
    ...(notes === null ? [] : [notes]),
  ];
  return workbookFile(sheets, { title: reportTitle(unit, year), creator: unit, language });
}

/**
 * Sheets without a report: what another program reads in.
 * @throws UnwritableTextError
 */
export const writeSheets = (contents: readonly SheetContent[], title: string, language: Language): Uint8Array =>
  workbookFile(contents.map(contentSheet), { title, creator: null, language });

function workbookFile(
  sheets: readonly Sheet[],
  {
    title,
    creator,
    language,
  }: { readonly title: string; readonly creator: string | null; readonly language: Language },
): Uint8Array {
  // What is not text of the report itself: sources of marks, names of other units, the unit of an empty template.
  refuseProblems(
    sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ value, row }) => (typeof value === 'string' ? sheetTextProblems(value, name, row) : [])),
    ),
  );
  const styles = new StyleBook(normalStyle);
  const sheetParts = sheets.map((sheet, index): Part => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    contentType: `${main}.worksheet+xml`,
    content: sheetXml(sheet, styles, language, index === 0),
  }));
  return writePackage(
    [
      { name: 'xl/workbook.xml', contentType: `${main}.sheet.main+xml`, content: workbookXml(sheets) },
      ...sheetParts,
      { name: 'xl/styles.xml', contentType: `${main}.styles+xml`, content: styles.xml() },
      ...propertyParts({ title, creator }),
    ],
    {
      '': [
        { id: 'rIdWorkbook', type: relationshipType('officeDocument'), target: 'xl/workbook.xml' },
        ...propertyRelationships,
      ],
      'xl/workbook.xml': [
        ...sheets.map((_, index) => ({
          id: `rIdSheet${index + 1}`,
          type: relationshipType('worksheet'),
          target: `worksheets/sheet${index + 1}.xml`,
        })),
        { id: 'rIdStyles', type: relationshipType('styles'), target: 'styles.xml' },
      ],
    },
  );
}
