/**
 * Reads reports from an old workbook (.xls, .et): Excel 97 to 2003, and Excel 5 and 95. Formulas, objects, links and macros
 * are stepped over. Source: [MS-XLS].
 */
import { ArchiveError } from '../../containers/archive';
import { Budget } from '../../containers/budget';
import type { Compound } from '../../containers/compound';
import type { ReadResult } from '../../reading';
import { BiffStream } from './biff';
import { readSheets } from './workbook';
import { readGlobals } from './xlsGlobals';
import { decryptedBook } from './xlsSecret';
import { readOldSheet } from './xlsSheet';

/** Reads the stream of an old workbook, which some programs write without a container. Throws an ArchiveError. */
export function readBiff(book: Uint8Array): ReadResult {
  const stream = new BiffStream(decryptedBook(book));
  const globals = readGlobals(stream);
  // A few bytes would else be read as sheets without number.
  if (new Set(globals.sheets.map(({ at }) => at)).size < globals.sheets.length)
    throw new ArchiveError('unsafe', 'sheets that begin at one place', 'count');
  const budget = new Budget();
  return readSheets(
    globals.sheets.map(({ name, hidden, at }) => readOldSheet(stream, globals, at, budget).sheet(name, hidden)),
    budget,
  );
}

/** Throws an ArchiveError where the file is not what it should be. */
export function readXls(compound: Compound): ReadResult {
  const book = compound.read('Workbook') ?? compound.read('Book');
  if (book === null) throw new ArchiveError('broken', 'no workbook inside');
  return readBiff(book);
}
