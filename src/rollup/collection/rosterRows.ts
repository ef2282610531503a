/** Reading a list of units from the rows of sheets or from pasted text, and writing it as rows. */
import { csvRows } from '../../read/formats/csv';
import { nameKey } from '../names';
import type { Roster, RosterProblem, RosterUnit } from './roster';
import {
  blocksOf,
  headsAt,
  isBodyName,
  headsBesideNames,
  isNoUnit,
  nameInCell,
  otherQuestions,
  rosterColumns,
  textOf,
  withoutListNumber,
  type Field,
  type Heads,
} from './rosterHeads';

type Rows = readonly (readonly unknown[])[];

/** Rows above the heads that a list may have: a title, who made it and when. */
const headRows = 20;
const mostColumns = 40;

/** What offices write into a cell to say that nothing belongs there. */
const nothingSaid = /^(?:无|没有|暂无|空|none|n\/?a|[-—–－~·]+)$/iu;

const listOf = (text: string): string[] =>
  text
    .split(/[、，,;；/|\n\r]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !nothingSaid.test(part));

const yes =
  /^(?=.)(?:是|需?要|对|应?(?:计|计入|列入|纳入|参加|参与)?(?:汇总)?|y|yes|true|1|√|✓|✔|☑)(?:[（(].*[)）])?$/iu;
const no =
  /^(?:否|(?:不|无需|无须|未)(?:是|需?要|计|含|计入|列入|纳入|参加|参与)?(?:汇总)?|n|no|false|0|×|✗|✘|☒|x)(?:[（(].*[)）])?$/iu;

/** Where the names and the rest stand, and from which row on. */
interface Place {
  readonly blocks: readonly Heads[];
  readonly from: number;
  /** 1 for the first: no head said that the names stand there, and other columns might have been meant. */
  readonly guessed: number | null;
  /** Heads of questions that are none of a list's, where some unit is answered with no. */
  readonly unused: readonly string[];
}

const unusedAnswers = (body: Rows, heads: readonly unknown[]): string[] =>
  otherQuestions(heads).flatMap(({ head, column }) => (body.some((row) => no.test(textOf(row[column]))) ? [head] : []));

/** How many names of bodies, and how many texts at all, stand in a column. */
function scoreOf(rows: Rows, column: number): number {
  const texts = new Set(rows.map((row) => withoutListNumber(textOf(row[column]))).filter((text) => !isNoUnit(text)));
  let bodies = 0;
  for (const text of texts) if (isBodyName(text)) bodies += 1;
  return bodies * 10_000 + texts.size;
}

function placeOf(rows: Rows): Place {
  const start = rows.findIndex((row) => row.some((cell) => textOf(cell) !== ''));
  const top = rows.slice(0, Math.max(0, start) + headRows);
  const at = top.findIndex((row) => blocksOf(row).length > 0);
  if (at !== -1) {
    const heads = headsAt(rows, at);
    const below = at + heads.rows;
    return {
      blocks: blocksOf(heads.row),
      from: below,
      guessed: null,
      unused: unusedAnswers(rows.slice(below), heads.row),
    };
  }
  const named = top.findIndex((row) => headsBesideNames(row) !== null);
  const { heads, taken } = headsBesideNames(rows[named] ?? []) ?? { heads: new Map(), taken: new Set<number>() };
  const body = rows.slice(named + 1);
  const width = Math.min(mostColumns, Math.max(1, ...body.map(({ length }) => length)));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => !taken.has(column));
  const scores = columns.map((column) => ({ column, score: scoreOf(body, column) }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one), { column: 0, score: -1 });
  const isAlone = body.every((row) => row.every((cell, column) => column === best.column || textOf(cell) === ''));
  return {
    blocks: [new Map<Field, number>([...heads, ['name', best.column]])],
    from: named + 1,
    guessed: isAlone && named === -1 ? null : best.column + 1,
    unused: [],
  };
}

/** A unit, what is said of whether it counts, and the line that it stands on. */
interface Entry {
  readonly unit: RosterUnit;
  readonly counted: string;
  readonly line: number;
  readonly sheet: string | null;
}

interface Found {
  readonly entries: readonly Entry[];
  readonly problems: readonly RosterProblem[];
  readonly hasHeads: boolean;
  readonly score: number;
}

/** A line that is a list by itself: names of bodies, parted by commas or spaces. */
function namesIn(text: string): string[] {
  const parts = text
    .split(/[、，,；;\s]+/u)
    .map(withoutListNumber)
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every(isBodyName) ? parts : [nameInCell(text)];
}

function unitOf(name: string, cell: (field: Field) => string): RosterUnit {
  return {
    name,
    formerNames: listOf(cell('formerNames')),
    shortNames: listOf(cell('shortNames')),
    kind: cell('kind'),
    level: cell('level'),
    counted: !no.test(cell('counted')),
    succeeds: listOf(cell('succeeds')),
  };
}

/** What is said of who counts that is neither yes nor no; nothing said is no answer where others were given one. */
function unclearAnswers(entries: readonly Entry[], on: Pick<RosterProblem, 'sheet'>): RosterProblem[] {
  const unclear = entries.filter(({ counted }) => counted !== '' && !yes.test(counted) && !no.test(counted));
  const silent = entries.filter(({ counted }) => counted === '');
  const problems = unclear.map(({ unit: { name }, counted: text, line }): RosterProblem => ({
    kind: 'countedUnclear',
    name,
    text,
    lines: [line],
    ...on,
  }));
  if (silent.length === 0 || !entries.some(({ counted }) => yes.test(counted))) return problems;
  const names = silent.map(({ unit: { name } }) => name);
  return [...problems, { kind: 'countedBlank', names, lines: silent.map(({ line }) => line), ...on }];
}

/** The units of one sheet, with what in it is none. */
function find(rows: Rows, sheet: string | null): Found {
  const { blocks, from, guessed, unused } = placeOf(rows);
  const on = sheet === null ? {} : { sheet };
  const entries: Entry[] = [];
  const [nameless, strange]: [number[], { text: string; line: number }[]] = [[], []];
  const isBare = from === 0 && guessed === null;
  rows.slice(from).forEach((row, index) => {
    const line = from + index + 1;
    let named = false;
    for (const heads of blocks) {
      const cell = (field: Field): string => textOf(row[heads.get(field) ?? -1]);
      const text = cell('name');
      named ||= text !== '';
      if (text !== '' && isNoUnit(text)) strange.push({ text, line });
      if (text === '' || isNoUnit(text)) continue;
      for (const name of isBare ? namesIn(text) : [nameInCell(text)])
        entries.push({ unit: unitOf(name, cell), counted: cell('counted'), line, sheet });
    }
    if (!named && row.some((one) => textOf(one) !== '')) nameless.push(line);
  });
  const problems: RosterProblem[] = unclearAnswers(entries, on);
  for (const head of unused) problems.push({ kind: 'unused', head, lines: [], ...on });
  if (nameless.length > 0) problems.push({ kind: 'noName', lines: nameless, ...on });
  if (strange.length > 0)
    problems.push({
      kind: 'noUnit',
      texts: strange.map(({ text }) => text),
      lines: strange.map(({ line }) => line),
      ...on,
    });
  if (guessed !== null && entries.length > 0) problems.push({ kind: 'noHead', column: guessed, lines: [], ...on });
  const score = entries.reduce((sum, { unit }) => sum + (isBodyName(unit.name) ? 100 : 1), 0);
  return { entries, problems, hasHeads: guessed === null && !isBare, score };
}

const joined = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])];

/** Lines of one unit that stand one below the other, with more names in each: its name is one cell beside them. */
function oneBelowTheOther(entries: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  for (const entry of entries) {
    const last = found.at(-1);
    const { formerNames, shortNames, succeeds } = entry.unit;
    const adds =
      last !== undefined &&
      nameKey(last.unit.name) === nameKey(entry.unit.name) &&
      [
        [formerNames, last.unit.formerNames],
        [shortNames, last.unit.shortNames],
        [succeeds, last.unit.succeeds],
      ].some(([own = [], known = []]) => own.some((name) => !known.includes(name)));
    if (!adds) {
      found.push(entry);
      continue;
    }
    const unit = {
      ...last.unit,
      formerNames: joined(last.unit.formerNames, formerNames),
      shortNames: joined(last.unit.shortNames, shortNames),
      succeeds: joined(last.unit.succeeds, succeeds),
    };
    found[found.length - 1] = { ...last, unit };
  }
  return found;
}

/** A unit that is listed twice is one unit: the first line holds, and the second is told. */
function withoutRepeats(entries: readonly Entry[]): Roster {
  const known = new Map<string, Entry[]>();
  for (const entry of oneBelowTheOther(entries)) {
    const own = known.get(nameKey(entry.unit.name));
    if (own === undefined) known.set(nameKey(entry.unit.name), [entry]);
    else own.push(entry);
  }
  const units: RosterUnit[] = [];
  const problems: RosterProblem[] = [];
  for (const [first, ...more] of known.values()) {
    if (first === undefined) continue;
    units.push(first.unit);
    if (more.length > 0)
      problems.push({ kind: 'twice', name: first.unit.name, lines: [first, ...more].map(({ line }) => line) });
  }
  return { units, problems: [...problems, ...sharedNames(units)] };
}

/**
 * Former and short names that several units have: no report is matched by them, and that is told; one that is another unit's own
 * name matches that unit.
 */
function sharedNames(units: readonly RosterUnit[]): RosterProblem[] {
  const own = new Map(units.map(({ name }) => [nameKey(name), name]));
  const byName = new Map<string, { readonly name: string; readonly units: Set<string> }>();
  for (const unit of units) {
    for (const name of [...unit.formerNames, ...unit.shortNames]) {
      const key = nameKey(name);
      const known = byName.get(key) ?? { name, units: new Set<string>() };
      byName.set(key, known);
      known.units.add(unit.name);
    }
  }
  return [...byName].flatMap(([key, { name, units: sharing }]): RosterProblem[] => {
    const owner = own.get(key);
    const others = [...sharing].filter((one) => one !== owner);
    if (owner !== undefined) return others.length > 0 ? [{ kind: 'ownName', name, units: others, lines: [] }] : [];
    return others.length > 1 ? [{ kind: 'shared', name, units: others, lines: [] }] : [];
  });
}

const rosterOf = (found: readonly Found[]): Roster => {
  const { units, problems } = withoutRepeats(found.flatMap(({ entries }) => entries));
  return { units, problems: [...found.flatMap((one) => one.problems), ...problems] };
};

/** A list from the rows of a sheet. Where no row names its columns, the names stand where most names of bodies are. */
export const rosterOfRows = (rows: Rows): Roster => rosterOf([find(rows, null)]);

export interface RosterSheet {
  readonly name: string;
  readonly rows: Rows;
}

/**
 * A list from the sheets of a workbook or the tables of a document: all that have heads of such a list, one for bureaus and one
 * for towns perhaps; where none has, the one with most names.
 */
export function rosterOfSheets(sheets: readonly RosterSheet[]): Roster {
  const found = sheets
    .map(({ name, rows }) => find(partedRows(rows) ?? rows, sheets.length > 1 ? name : null))
    .filter(({ entries }) => entries.length > 0);
  const headed = found.filter(({ hasHeads }) => hasHeads);
  const [first, ...more] = found;
  if (first === undefined) return { units: [], problems: [] };
  return rosterOf(
    headed.length > 0 ? headed : [more.reduce((one, other) => (other.score > one.score ? other : one), first)],
  );
}

/** Lines whose columns are parted by commas or semicolons, where one of them has heads; `null` where none has. */
function partedRows(rows: Rows): Rows | null {
  if (rows.some(({ length }) => length > 1)) return null;
  const text = rows.map(([line]) => textOf(line).replaceAll('，', ',').replaceAll('；', ';')).join('\n');
  const parted = ([',', ';'] as const).map((mark) => csvRows(text, mark));
  return parted.find((own) => own.slice(0, headRows).some((row) => row.length > 1 && blocksOf(row).length > 0)) ?? null;
}

/** A list that was pasted: a line for each unit; its columns, where it has several, parted by tabs, commas or semicolons. */
export function rosterOfText(text: string): Roster {
  const lines = text.split(/\r\n|[\n\r]/u).filter((line) => line.trim() !== '');
  if (text.includes('\t')) return rosterOfRows(lines.map((line) => line.split('\t')));
  const rows = lines.map((line) => [line]);
  return rosterOfRows(partedRows(rows) ?? rows);
}

/** The rows of the sheet 单位名单, its heads first. */
export const rosterRows = (units: readonly RosterUnit[]): string[][] => [
  rosterColumns.map(({ head }) => head),
  ...units.map((unit) => [
    unit.name,
    unit.formerNames.join('、'),
    unit.shortNames.join('、'),
    unit.kind,
    unit.level,
    unit.counted ? '是' : '否',
    unit.succeeds.join('、'),
  ]),
];
