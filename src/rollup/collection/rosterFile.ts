import { readRows } from '../../read/rows';
import type { Roster } from './roster';
import { rosterOfSheets } from './rosterRows';

/** The list of units in a file (.xlsx, .xls, .et, .docx, .html, .csv, .txt); `null` where it cannot be read, or names no unit. Throws faults of the program's own. */
export async function readRoster(name: string, bytes: Uint8Array): Promise<Roster | null> {
  const sheets = await readRows(name, bytes);
  const roster = rosterOfSheets(sheets ?? []);
  return roster.units.length > 0 ? roster : null;
}
