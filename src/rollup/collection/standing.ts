/** The sheets 单位名单 and 收表情况: what a person keeps of a collection, where everyone can see it. */
import type { Edition } from '../../report/edition';
import type { Language } from '../../report/language';
import { sumSheetHeads, type SheetContent } from '../../report/sheet/workbook';
import type { Decision, UnitRow } from './collection';
import { rosterRows, type RosterUnit } from './roster';
import { rowName, rowNote, standingText, stateName } from '../sheets';
import { wordsIn } from '../words';

export const rosterSheetName = '单位名单';
export const standingSheetName = '收表情况';

export const rosterSheet = (units: readonly RosterUnit[]): SheetContent => ({
  name: rosterSheetName,
  widths: [36, 30, 20, 14, 12, 14, 36],
  headerRows: 1,
  rows: rosterRows(units),
  paint: [],
});

/** State and decision of each row. */
export function standingSheet(rows: readonly UnitRow[], edition: Edition, language: Language): SheetContent {
  const words = wordsIn(language);
  return {
    name: standingSheetName,
    widths: [36, 14, 16, 44, 50, 10, 30, 30],
    headerRows: 1,
    rows: [
      [...sumSheetHeads[language].standing],
      ...rows.map((row) => [
        rowName(row),
        stateName(row, edition, language),
        standingText(row, language),
        row.source ?? '',
        rowNote(row, language),
        row.decision === null ? '' : row.decision.accept ? words.decisions.accept : words.decisions.setAside,
        row.decision?.reason ?? '',
        row.decision?.unit ?? '',
      ]),
    ],
    paint: [],
  };
}

/** A line of such a sheet, in the words that it was written in. */
export interface StandingRow {
  readonly name: string;
  readonly state: string;
  readonly standing: string;
  readonly note: string;
}

/** What such a sheet says of each unit, its head left out. */
export const standingOn = (rows: readonly (readonly unknown[])[]): StandingRow[] =>
  rows.slice(1).flatMap((row) => {
    const [name = '', state = '', standing = '', source = '', note = ''] = row.map((cell) =>
      typeof cell === 'string' ? cell : '',
    );
    return state === '' ? [] : [{ name: name === '' ? source : name, state, standing, note }];
  });

/** The decisions on such a sheet, by source, in either language. Lines that say neither are none. */
export function decisionsOn(rows: readonly (readonly unknown[])[]): Map<string, Decision> {
  const words = [wordsIn('zh').decisions, wordsIn('en').decisions];
  const found = new Map<string, Decision>();
  for (const row of rows) {
    const [source, decision, reason, unit] = [row[3], row[5], row[6], row[7]].map((cell) =>
      typeof cell === 'string' ? cell.trim() : '',
    );
    const accept = words.some((own) => own.accept === decision);
    if (source === undefined || source === '' || (!accept && !words.some((own) => own.setAside === decision))) continue;
    found.set(source, { accept, reason: reason ?? '', ...(unit === undefined || unit === '' ? {} : { unit }) });
  }
  return found;
}
