/** The sheets 单位名单 and 收表情况: what a person keeps of a collection, where everyone can see it. */
import type { Edition } from '../../report/edition';
import type { Language } from '../../report/language';
import { aroundNotes } from '../../report/sheet/around';
import { sumSheetHeads, type SheetContent, type SheetValue } from '../../report/sheet/workbook';
import { nameKey } from '../names';
import type { Decision, UnitRow } from './collection';
import type { RosterUnit } from './roster';
import { rosterOfRows, rosterRows } from './rosterRows';
import { rowCells, unitNameOf } from '../sheets';
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

type Cells = readonly unknown[];
const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell.trim() : '');

/**
 * The list as it is to be written where a sheet of it stands: what the office wrote beside a unit stays beside it. `null`: the
 * sheet says the same already, in whatever form the office gave it, and is left alone.
 */
export function rosterSheetOn(units: readonly RosterUnit[], there: readonly Cells[]): SheetContent | null {
  if (JSON.stringify(rosterOfRows(there).units) === JSON.stringify(units)) return null;
  return aroundNotes(rosterSheet(units), there, {
    keysOf: ([name]) => (textOf(name) === '' ? [] : [nameKey(textOf(name))]),
    // Beside a note: whose it was. In the column of names it would be a unit of the list.
    leftOf: ([name], isNoted) => (isNoted ? ['', textOf(name)] : null),
  });
}

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
        ...rowCells(row, edition, language),
        row.decision === null ? '' : row.decision.accept ? words.decisions.accept : words.decisions.setAside,
        row.decision?.reason ?? '',
        row.decision?.unit ?? '',
      ]),
    ],
    paint: [],
  };
}

const bothLanguages = [wordsIn('zh'), wordsIn('en')];
/** All that the second column of such a sheet may say. */
const knownStates = new Set(
  bothLanguages.flatMap(({ states, newerEdition, notChosen }) => [...Object.values(states), newerEdition, notChosen]),
);
const saysDecision = (cell: unknown): boolean =>
  bothLanguages.some(({ decisions }) => Object.values(decisions).includes(textOf(cell)));

/**
 * Such a sheet as it is to be written where one stands: what the office wrote beside a unit stays beside it. A decision on a
 * report that was not chosen this time stays too.
 */
export const standingSheetOn = (sheet: SheetContent, there: readonly Cells[], language: Language): SheetContent =>
  aroundNotes(sheet, there, {
    keysOf: ([name, state, , source]) =>
      knownStates.has(textOf(state)) ? [`${textOf(name)}\n${textOf(source)}`, textOf(name) || textOf(source)] : [],
    leftOf: (row, isNoted) =>
      isNoted || saysDecision(row[5])
        ? row.slice(0, sheet.widths.length).map((cell, column): SheetValue => {
            if (column === 1) return wordsIn(language).notChosen;
            return column === 2 || column === 4 ? '' : textOf(cell);
          })
        : null,
  });

/** A line of such a sheet, in the words that it was written in. */
export interface StandingRow {
  readonly name: string;
  readonly state: string;
  readonly standing: string;
  readonly source: string;
  readonly note: string;
}

/** What such a sheet says of each unit; its head and what a person wrote below are left out. */
export const standingOn = (rows: readonly (readonly unknown[])[]): StandingRow[] =>
  rows.slice(1).flatMap((row) => {
    const [name = '', state = '', standing = '', source = '', note = ''] = row.map((cell) =>
      typeof cell === 'string' ? cell : '',
    );
    return !knownStates.has(state) ? [] : [{ name: name === '' ? source : name, state, standing, source, note }];
  });

/** The units of which a report was there when the sheet was written, and none is among these rows. */
export function absentIn(saved: readonly StandingRow[], rows: readonly UnitRow[]): string[] {
  const here = new Set(rows.flatMap((row) => (row.source === null ? [] : [nameKey(unitNameOf(row)), row.source])));
  const counted = (standing: string): boolean =>
    bothLanguages.some(({ included, accepted }) => standing === included || standing.startsWith(accepted('')));
  return saved.flatMap(({ name, source, standing }) =>
    source === '' || !counted(standing) || here.has(source) || here.has(nameKey(name)) ? [] : [name],
  );
}

/** Reports that a person accepted and that are not among these rows, where another report of the unit counts now. */
export const acceptedElsewhere = (
  decisions: ReadonlyMap<string, Decision>,
  rows: readonly UnitRow[],
): { readonly unit: string; readonly source: string }[] =>
  [...decisions].flatMap(([source, { accept, unit, of }]) => {
    const key = nameKey(unit ?? of ?? '');
    if (!accept || key === '' || rows.some((row) => row.source === source)) return [];
    const other = rows.find(
      (row) => row.included && [unitNameOf(row), row.name ?? ''].some((name) => nameKey(name) === key),
    );
    return other === undefined ? [] : [{ unit: unitNameOf(other), source }];
  });

/** The name that a report itself has, where the note of its row says that it is another than that of the list. */
function ownNameIn(note: string): string | null {
  for (const { readAs } of bothLanguages) {
    const [before = '', after = ''] = readAs('\n').split('\n');
    const start = note.indexOf(before);
    const end = start === -1 ? -1 : note.indexOf(after, start + before.length);
    if (end !== -1) return note.slice(start + before.length, end);
  }
  return null;
}

/** The decisions on such a sheet, by source, in either language. Lines that say neither are none. */
export function decisionsOn(rows: readonly (readonly unknown[])[]): Map<string, Decision> {
  const words = bothLanguages.map(({ decisions }) => decisions);
  const found = new Map<string, Decision>();
  for (const row of rows) {
    const [name, source, note, decision, reason, unit] = [0, 3, 4, 5, 6, 7]
      .map((column) => row[column])
      .map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
    const accept = words.some((own) => own.accept === decision);
    if (source === undefined || source === '' || (!accept && !words.some((own) => own.setAside === decision))) continue;
    const of = ownNameIn(note ?? '') ?? name ?? '';
    found.set(source, {
      accept,
      reason: reason ?? '',
      ...(unit === undefined || unit === '' ? {} : { unit }),
      ...(of === '' ? {} : { of }),
    });
  }
  return found;
}
