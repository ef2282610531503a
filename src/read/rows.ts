/** The rows of a table that is no report, such as a list of units: a workbook, a CSV file or lines of text. */
import { openArchive } from './containers/archive';
import { Budget } from './containers/budget';
import { decodeText } from './containers/decode';
import { csvDelimiter, csvRows } from './formats/csv';

/** Each sheet's rows, cell by cell; `null` where the file is no table of any kind that is read. Never throws. */
export async function readRows(
  name: string,
  bytes: Uint8Array,
): Promise<readonly (readonly (readonly unknown[])[])[] | null> {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b)
      return (await import('./formats/excel/xlsx/xlsx'))
        .sheetsOf(openArchive(bytes), new Budget())
        .map(({ grid }) => grid.values);
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
      const { bookOf, oldSheetsOf } = await import('./formats/excel/xls/xls');
      const { openCompound } = await import('./containers/compound');
      return oldSheetsOf(bookOf(openCompound(bytes)), new Budget()).map(({ grid }) => grid.values);
    }
  } catch {
    return null;
  }
  const text = decodeText(bytes);
  if (text === null) return null;
  const delimiter = csvDelimiter(text, /\.(?:csv|tsv)$/iu.test(name));
  if (delimiter !== null) return [csvRows(text, delimiter)];
  return [text.split(/\r\n|[\n\r]/u).map((line) => line.split('\t'))];
}
