/** Reads reports from plain text: pasted, or taken out of a file by something else. */
import { itemsOfText, readItems, textMap } from '../compose/document';
import { Budget } from '../containers/budget';
import { failed } from '../failure';
import { plainSource } from '../labels/label';
import { longestText } from '../limits';
import type { ReadResult } from '../reading';
import { csvDelimiter, csvRows } from './csv';
import { readSheets, SheetBuilder, type WorkbookSheet } from './excel/workbook';

function tableSheet(rows: readonly (readonly string[])[], budget: Budget): WorkbookSheet {
  const sheet = new SheetBuilder(budget);
  rows.forEach((row, at) => row.forEach((text, column) => sheet.put(at, column, text)));
  const made = sheet.sheet('CSV', false);
  return { ...made, grid: { ...made.grid, delimited: true } };
}

/** A text with at least one of the official tables, or with a title and titles of sections. Throws an ArchiveError. */
export function readText(text: string, namedTable = false): ReadResult {
  if (text.trim() === '') return failed('empty');
  if (text.length > longestText) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  const delimiter = csvDelimiter(text, namedTable);
  if (delimiter !== null) {
    const budget = new Budget();
    const table = readSheets([tableSheet(csvRows(text, delimiter), budget)], budget);
    if (table.ok) return table;
  }
  const budget = new Budget();
  return readItems(itemsOfText(plainSource(text), budget), textMap, budget);
}
