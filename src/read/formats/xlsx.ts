/** Reads reports from an Excel workbook (.xlsx): values as they were last calculated. No formula is taken over. */
import type { Archive } from '../containers/archive';
import { ArchiveError } from '../containers/archive';
import { cellPlace, compose, type Composed, type SourceMap } from '../compose/compose';
import { failed } from '../failure';
import { joined } from '../compose/joined';
import { groupsOf, locateText, titlesOf, unitOf } from '../tables/locate';
import type { Doubt, LocatedText, Reading, ReadResult, SheetGrid } from '../reading';
import { sketchesOf } from '../tables/tables';
import { readWide } from '../tables/wide';
import { parseXml, type XmlAttributes, type XmlEvents } from '../containers/xml';

interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** Columns from one to another, zero-based, both of them too. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

export interface WorkbookSheet {
  readonly grid: SheetGrid;
  readonly hidden: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly ColumnSpan[];
  /** Cells with a formula whose result the file does not hold. */
  readonly uncached: ReadonlySet<string>;
}

/** Cells beyond are not looked at. */
export const sheetLimits = { rows: 20_000, columns: 400 } as const;
const nothing = (): undefined => undefined;

const textParts = (archive: Archive, part: string): Uint8Array => {
  const bytes = archive.read(part);
  if (bytes === null) throw new ArchiveError('broken', `no ${part} inside`);
  return bytes;
};

function relations(archive: Archive, part: string): Map<string, string> {
  const bytes = archive.read(part);
  const targets = new Map<string, string>();
  if (bytes === null) return targets;
  parseXml(bytes, {
    open(name, attributes) {
      const id = attributes.get('Id');
      const target = attributes.get('Target');
      if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, target);
    },
    close: nothing,
    text: nothing,
  });
  return targets;
}

function sheetEntries(archive: Archive): SheetEntry[] {
  const targets = relations(archive, 'xl/_rels/workbook.xml.rels');
  const entries: SheetEntry[] = [];
  parseXml(textParts(archive, 'xl/workbook.xml'), {
    open(name, attributes) {
      if (name !== 'sheet') return;
      const target = targets.get(attributes.get('id') ?? '');
      if (target === undefined) return;
      entries.push({
        name: attributes.get('name') ?? '',
        part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
        hidden: ['hidden', 'veryHidden'].includes(attributes.get('state') ?? ''),
      });
    },
    close: nothing,
    text: nothing,
  });
  return entries;
}

/** Texts that cells share. Phonetic guides are no text. */
function sharedStrings(archive: Archive): string[] {
  const bytes = archive.read('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (bytes === null) return strings;
  let text = '';
  let phonetic = 0;
  let inText = false;
  parseXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      inText = name === 't';
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 'rPh') phonetic -= 1;
      inText = false;
      return undefined;
    },
    text(piece) {
      if (inText && phonetic === 0) text += piece;
    },
  });
  return strings;
}

/** Control characters, and what looks like one, stand in a workbook as `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const letterA = 65;
const digit0 = 48;

/** Zero-based column of an address such as AB12, or -1. */
function columnOf(address: string): number {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) - letterA;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
  }
  return at > 3 ? -1 : column - 1;
}

/** Zero-based row of an address such as AB12, or -1. */
function rowOf(address: string): number {
  let row = 0;
  let factor = 1;
  for (let at = address.length - 1; at >= 0; at -= 1) {
    const digit = address.charCodeAt(at) - digit0;
    if (digit < 0 || digit > 9) break;
    row += digit * factor;
    factor *= 10;
  }
  return row - 1;
}

function valueOf(type: string, text: string, strings: readonly string[]): unknown {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'b':
      return text === '1';
    case 'str':
    case 'inlineStr':
      return unescaped(text);
    case 'e':
    case 'd':
      return text;
    default: {
      const number = Number(text);
      return text === '' || !Number.isFinite(number) ? text : number;
    }
  }
}

/** A sheet by its values; rows and cells that the file leaves out are blank. No formula of somebody else's is taken over. */
export function gridOfValues(name: string, values: unknown[][]): SheetGrid {
  for (let row = 0; row < values.length; row += 1) {
    const line = (values[row] ??= []);
    for (let column = 0; column < line.length; column += 1) line[column] ??= '';
  }
  return { name, row: 0, column: 0, values, formulas: [] };
}

const isHidden = (attributes: XmlAttributes): boolean => ['1', 'true'].includes(attributes.plain('hidden') ?? '');

/** Adds columns that lie side by side. No more than there are columns to look at: a file may name any number, from anywhere. */
export function addSpan(spans: ColumnSpan[], first: number, last: number): void {
  if (spans.length < sheetLimits.columns && first < sheetLimits.columns) spans.push({ first, last });
}

/**
 * Cells that have only a look, as most of a laid-out sheet. What follows one in its row says itself where it stands, so
 * none is missed.
 */
const emptyCells = /(?:<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?\/>)+(?=<(?:c r="|\/row>))/gu;
const unnumberedRow = /<row(?=[\s>/])(?! r=")/u;
const withoutEmptyCells = (text: string): string => (unnumberedRow.test(text) ? text : text.replace(emptyCells, ''));

function sheetOf(archive: Archive, entry: SheetEntry, strings: readonly string[]): WorkbookSheet {
  const values: unknown[][] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: ColumnSpan[] = [];
  const uncached = new Set<string>();
  let row = -1;
  let column = -1;
  // The cell that is open: no object for each of them, a sheet has thousands that are empty.
  let type: string | null = null;
  let value = '';
  let hasFormula = false;
  let reading = false;
  const events: XmlEvents = {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          row = Number(attributes.plain('r') ?? row + 2) - 1;
          column = -1;
          if (isHidden(attributes)) hiddenRows.add(row);
          return;
        }
        case 'col':
          if (isHidden(attributes))
            addSpan(hiddenColumns, Number(attributes.plain('min')) - 1, Number(attributes.plain('max')) - 1);
          return;
        case 'c': {
          const address = attributes.plain('r') ?? '';
          const own = columnOf(address);
          const ownRow = rowOf(address);
          column = own === -1 ? column + 1 : own;
          if (own !== -1 && ownRow !== -1) row = ownRow;
          type = attributes.plain('t') ?? 'n';
          value = '';
          hasFormula = false;
          return;
        }
        case 'f':
          hasFormula = true;
          return;
        case 'v':
        case 't':
          reading = type !== null;
          return;
        case 'rPh':
          reading = false;
      }
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      // What follows the cells says how they look.
      if (name === 'sheetData') return true;
      if (name !== 'c' || type === null) return undefined;
      if (row >= 0 && row < sheetLimits.rows && column >= 0 && column < sheetLimits.columns) {
        if (value !== '') (values[row] ??= [])[column] = valueOf(type, value, strings);
        else if (hasFormula && type !== 'str') uncached.add(`${row} ${column}`);
      }
      type = null;
      return undefined;
    },
    text(text) {
      if (reading) value += text;
    },
  };
  parseXml(textParts(archive, entry.part), events, withoutEmptyCells);
  return { grid: gridOfValues(entry.name, values), hidden: entry.hidden, hiddenRows, hiddenColumns, uncached };
}

/** The sheets of a workbook in their order. Throws an ArchiveError. */
export function sheetsOf(archive: Archive): WorkbookSheet[] {
  const strings = sharedStrings(archive);
  return sheetEntries(archive).flatMap((entry) =>
    archive.names.includes(entry.part) ? [sheetOf(archive, entry, strings)] : [],
  );
}

/** The text that belongs to a report: of the same unit and year, or the only one there is. */
function textFor(reading: Reading, texts: readonly LocatedText[], only: boolean): LocatedText | undefined {
  const { name } = reading.report.unit;
  const same = texts.filter((text) => text.unit === name && text.year === reading.report.year);
  return same.length === 1 ? same[0] : only && texts.length === 1 ? texts[0] : undefined;
}

function withText(reading: Reading, text: LocatedText | undefined): Reading {
  if (text === undefined) return reading;
  const { overview, problems, other } = text.narrative;
  return {
    ...reading,
    report: { ...reading.report, narrative: { overview: [...overview], problems: [...problems], other: [...other] } },
  };
}

/** What a sheet does not show at a glance: cells that are hidden, results that are not there. */
function sheetDoubts(
  { grid, hidden, hiddenRows, hiddenColumns, uncached }: WorkbookSheet,
  { cells }: Composed,
): Doubt[] {
  const doubts: Doubt[] = [];
  if (hidden) doubts.push({ kind: 'hiddenSheet', figures: [], place: null, details: { sheet: grid.name } });
  if (hiddenRows.size > 0 || hiddenColumns.length > 0) {
    const unseen = [...cells.values()].find(
      ({ raw, row, column }) =>
        raw !== '' &&
        (hiddenRows.has(row) || hiddenColumns.some(({ first, last }) => column >= first && column <= last)),
    );
    if (unseen !== undefined) {
      const place = cellPlace(grid.name, unseen.row, unseen.column);
      doubts.push({ kind: 'hiddenCells', figures: [], place, details: {} });
    }
  }
  if (uncached.size > 0) {
    const waiting = [...cells].flatMap(([id, { row, column }]) => (uncached.has(`${row} ${column}`) ? [id] : []));
    if (waiting.length > 0) doubts.push({ kind: 'notCached', figures: waiting, place: null, details: {} });
  }
  return doubts;
}

function reportsOf({ grid }: WorkbookSheet): Composed[] {
  const wide = readWide(grid);
  if (wide.length > 0) return wide;
  const { sketches, lines } = sketchesOf(grid.values);
  const map: SourceMap = {
    place: ({ row, column }) => cellPlace(grid.name, row, column),
    unitOf: (cell, head) => unitOf(lines[cell.row] ?? [], cell, head),
  };
  return groupsOf(sketches, titlesOf(lines)).map(({ title, sketches: own }) => {
    const titled = { unit: title?.unit ?? null, year: title?.year ?? null };
    return compose(own, titled, null, map, grid.name);
  });
}

const readSheet = (sheet: WorkbookSheet): Reading[] =>
  reportsOf(sheet).map((composed) => ({
    ...composed.reading,
    doubts: [...composed.reading.doubts, ...sheetDoubts(sheet, composed)],
  }));

/** The reports of a workbook, whatever kind of file its sheets stood in. */
export function readSheets(sheets: readonly WorkbookSheet[]): ReadResult {
  const readings = joined(sheets.flatMap(readSheet));
  if (readings.length === 0) return failed('noReport');
  const texts = sheets.flatMap(({ grid }) => locateText(grid) ?? []);
  return {
    ok: true,
    readings: readings.map((reading) => withText(reading, textFor(reading, texts, readings.length === 1))),
  };
}

/** Throws an ArchiveError where the file is not what it should be. */
export const readXlsx = (archive: Archive): ReadResult => readSheets(sheetsOf(archive));
