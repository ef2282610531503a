/** The rows of tables that are no report, such as a list of units: a workbook, a document, a CSV file or lines of text. */
import { ArchiveError, openArchive, type Archive } from './containers/archive';
import { Budget } from './containers/budget';
import { decodeText } from './containers/decode';
import { looksLikeMime } from './containers/mime';
import { kindOfPackage } from './containers/package';
import { gridOf, type DocumentBlock, type DocumentTable } from './containers/tree';
import type { CellBlock, CellPosition } from '../report/a1';
import { csvDelimiter, csvRows } from './formats/csv';
import type { WorkbookSheet } from './formats/excel/workbook';
import { looksLikeHtml } from './formats/looksLikeHtml';
import type { SheetGrid } from './reading';

/** A sheet or a table, cell by cell; what has no name of its own is called ''. */
export interface NamedRows {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
}

/** Rows that a table may begin below; further down its lines are counted from where it begins. */
const furthest = 10_000;

/** From A1 on: a line is told by the number that stands beside it. */
const fromTop = ({ row, column, values }: SheetGrid): NamedRows['rows'] => [
  ...Array.from({ length: row > furthest ? 0 : row }, () => []),
  ...(column === 0 ? values : values.map((cells) => [...Array.from({ length: column }, () => ''), ...cells])),
];

/** What stands in a cell that is merged downwards is said of each of its rows. `top`: the row with which `values` begin. */
function filledDown(
  values: readonly (readonly unknown[])[],
  merged: readonly CellBlock[],
  { row: top, column: left }: CellPosition = { row: 0, column: 0 },
): readonly (readonly unknown[])[] {
  const filled = values.map((cells) => [...cells]);
  for (const { row, column, rowCount } of merged) {
    const value = filled[row - top]?.[column - left] ?? '';
    if (value === '' || column < left) continue;
    for (let at = row - top + 1; at < row - top + rowCount; at += 1) {
      const cells = filled[at];
      // Where something else stands the cells are not one.
      if (cells === undefined || (cells[column - left] ?? '') !== '') break;
      while (cells.length < column - left) cells.push('');
      cells[column - left] = value;
    }
  }
  return filled;
}

/** The sheets that a person sees; where all are hidden, all. */
function ofSheets(sheets: readonly WorkbookSheet[]): NamedRows[] {
  const seen = sheets.filter(({ hidden }) => !hidden);
  return (seen.length > 0 ? seen : sheets).map(({ grid, merged }) => ({
    name: grid.name,
    rows: fromTop({ ...grid, values: filledDown(grid.values, merged, grid) }),
  }));
}

function ofTable(table: DocumentTable, budget: Budget): NamedRows {
  const { values, wide } = gridOf(table, budget);
  return { name: '', rows: filledDown(values, wide) };
}

/** Each table of a document, those within tables too; where there is none, its lines. */
function ofBlocks(blocks: readonly DocumentBlock[], budget: Budget): NamedRows[] {
  const tables = (some: readonly DocumentBlock[]): NamedRows[] =>
    some.flatMap((block) =>
      block.kind === 'paragraph'
        ? []
        : [ofTable(block, budget), ...block.rows.flatMap((row) => row.flatMap((cell) => tables(cell.blocks)))],
    );
  const found = tables(blocks);
  if (found.length > 0) return found;
  return [{ name: '', rows: blocks.flatMap((block) => (block.kind === 'paragraph' ? [[block.text]] : [])) }];
}

async function ofPackage(archive: Archive, budget: Budget): Promise<NamedRows[] | null> {
  const kind = kindOfPackage(archive);
  if (kind === 'workbook') return ofSheets((await import('./formats/excel/xlsx/xlsx')).sheetsOf(archive, budget));
  if (kind === 'document') return ofBlocks((await import('./formats/word/docx')).documentBlocks(archive, null), budget);
  return null;
}

async function ofText(name: string, text: string, budget: Budget): Promise<NamedRows[]> {
  const { isSpreadsheetXml, xmlSheetsOf } = await import('./formats/excel/spreadsheetXml');
  if (isSpreadsheetXml(text)) return ofSheets(xmlSheetsOf(text, budget));
  // Many systems of offices hand out pages that they call workbooks.
  if (looksLikeHtml(text)) return ofBlocks((await import('./formats/html')).blocksOfPage(text, budget), budget);
  const delimiter = csvDelimiter(text, /\.(?:csv|tsv)$/iu.test(name));
  if (delimiter !== null) return [{ name: '', rows: csvRows(text, delimiter) }];
  return [{ name: '', rows: text.split(/\r\n|[\n\r]/u).map((line) => line.split('\t')) }];
}

async function tablesOf(name: string, bytes: Uint8Array): Promise<NamedRows[] | null> {
  const budget = new Budget();
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return ofPackage(openArchive(bytes), budget);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    const { bookOf, oldSheetsOf } = await import('./formats/excel/xls/xls');
    const { openCompound } = await import('./containers/compound');
    return ofSheets(oldSheetsOf(bookOf(openCompound(bytes)), budget));
  }
  // An old workbook without its container, as some programs write it.
  if (bytes[0] === 0x09 && bytes[1] === 0x08)
    return ofSheets((await import('./formats/excel/xls/xls')).oldSheetsOf(bytes, budget));
  if (looksLikeMime(bytes)) {
    const page = (await import('./formats/webArchive')).htmlOfArchive(bytes);
    return page === null ? null : ofText(name, page, budget);
  }
  const text = decodeText(bytes);
  return text === null ? null : ofText(name, text, budget);
}

/**
 * Each sheet's or table's rows; `null` where the file is no table of any kind that is read, or refuses to be. A fault of the
 * program's own is thrown.
 */
export async function readRows(name: string, bytes: Uint8Array): Promise<readonly NamedRows[] | null> {
  try {
    return await tablesOf(name, bytes);
  } catch (error) {
    // Deeper than a program may call itself, or longer than any list, are RangeErrors.
    if (error instanceof ArchiveError || error instanceof RangeError) return null;
    throw error;
  }
}
