/**
 * Reads reports from an old workbook (.xls, .et): Excel 97 to 2003, and Excel 5 and 95. Formulas, objects, links and macros
 * are stepped over. Source: [MS-XLS].
 */
import { ArchiveError } from '../../../containers/archive';
import { Budget } from '../../../containers/budget';
import type { Compound } from '../../../containers/compound';
import type { ReadResult } from '../../../reading';
import { BiffStream } from './biff';
import { readSheets, type WorkbookSheet } from '../workbook';
import { readGlobals } from './xlsGlobals';
import { decryptedBook } from './xlsSecret';
import { readOldSheet } from './xlsSheet';

/** The sheets in the stream of an old workbook, which some programs write without a container. Throws an ArchiveError. */
export function oldSheetsOf(book: Uint8Array, budget: Budget): WorkbookSheet[] {
  const stream = new BiffStream(decryptedBook(book));
  const globals = readGlobals(stream);
  // A few bytes would else be read as sheets without number.
  if (new Set(globals.sheets.map(({ at }) => at)).size < globals.sheets.length)
    throw new ArchiveError('unsafe', 'sheets that begin at one place', 'count');
  return globals.sheets.map(({ name, hidden, at }) => readOldSheet(stream, globals, at, budget).sheet(name, hidden));
}

/** Reads the stream of an old workbook. Throws an ArchiveError. */
export function readBiff(book: Uint8Array): ReadResult {
  const budget = new Budget();
  return readSheets(oldSheetsOf(book, budget), budget);
}

/** The stream of the workbook in its container. Throws an ArchiveError. */
export function bookOf(compound: Compound): Uint8Array {
  const book = compound.read('Workbook') ?? compound.read('Book');
  if (book === null) throw new ArchiveError('broken', 'no workbook inside');
  return book;
}

/** Throws an ArchiveError where the file is not what it should be. */
export const readXls = (compound: Compound): ReadResult => readBiff(bookOf(compound));
