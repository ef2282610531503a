import { readRows } from '../../read/rows';
import { rosterOfRows, type Roster } from './roster';

/** The list of units in a file (.xlsx, .xls, .csv, .txt); `null` where the file cannot be read, or names no unit. */
export async function readRoster(name: string, bytes: Uint8Array): Promise<Roster | null> {
  const sheets = await readRows(name, bytes);
  const rosters = (sheets ?? []).map(rosterOfRows);
  // The sheet with the list: others hold notes and titles.
  return rosters.find(({ units }) => units.length > 0) ?? null;
}
