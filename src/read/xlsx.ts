/** Reads reports from an Excel workbook (.xlsx): values as they were last calculated. No formula is taken over. */
import type { FigureId } from '../report/figures';
import type { Archive } from './archive';
import { ArchiveError } from './archive';
import { cellPlace, compose, type SourceMap } from './compose';
import { failed } from './failure';
import { groupsOf, locateText, titlesOf, unitOf } from './locate';
import type { Doubt, LocatedText, Reading, ReadResult, SheetGrid } from './reading';
import { holdings } from './sketch';
import { sketchesOf } from './tables';
import { readWide } from './wide';
import { parseXml } from './xml';

interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface WorkbookSheet {
  readonly grid: SheetGrid;
  readonly hidden: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  /** Cells with a formula whose result the file does not hold. */
  readonly uncached: ReadonlySet<string>;
}

const rowLimit = 20_000;
const columnLimit = 400;
const nothing = (): void => undefined;

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
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') phonetic -= 1;
      inText = false;
    },
    text(piece) {
      if (inText && phonetic === 0) text += piece;
    },
  });
  return strings;
}

/** Zero-based position of an address such as AB12, or null. */
function position(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/u.exec(address);
  if (match === null) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

function valueOf(type: string, text: string, strings: readonly string[]): unknown {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'b':
      return text === '1';
    case 'str':
    case 'inlineStr':
    case 'e':
    case 'd':
      return text;
    default: {
      const number = Number(text);
      return text === '' || !Number.isFinite(number) ? text : number;
    }
  }
}

function sheetOf(archive: Archive, entry: SheetEntry, strings: readonly string[]): WorkbookSheet {
  const values: unknown[][] = [];
  const formulas: unknown[][] = [];
  const hiddenRows = new Set<number>();
  const uncached = new Set<string>();
  let row = -1;
  let column = -1;
  let cell: { row: number; column: number; type: string; value: string; formula: string | null } | null = null;
  let into: 'value' | 'formula' | null = null;
  parseXml(textParts(archive, entry.part), {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.get('r') ?? row + 2) - 1;
        column = -1;
        if (['1', 'true'].includes(attributes.get('hidden') ?? '')) hiddenRows.add(row);
      } else if (name === 'c') {
        const at = position(attributes.get('r') ?? '') ?? { row, column: column + 1 };
        ({ column } = at);
        cell = { ...at, type: attributes.get('t') ?? 'n', value: '', formula: null };
      } else if (name === 'f' && cell !== null) {
        cell.formula = '';
        into = 'formula';
      } else if (name === 'v' || name === 't') into = cell === null ? null : 'value';
      else if (name === 'rPh') into = null;
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') into = null;
      if (name !== 'c' || cell === null) return;
      const { row: at, column: own, type, value, formula } = cell;
      cell = null;
      if (at < 0 || at >= rowLimit || own < 0 || own >= columnLimit) return;
      const read = valueOf(type, value, strings);
      (values[at] ??= [])[own] = read;
      (formulas[at] ??= [])[own] = formula === null ? read : `=${formula}`;
      if (formula !== null && value === '' && type !== 'str') uncached.add(`${at} ${own}`);
    },
    text(text) {
      if (cell === null || into === null) return;
      if (into === 'value') cell.value += text;
      else cell.formula += text;
    },
  });
  const filled = (rows: unknown[][]): unknown[][] =>
    Array.from(rows, (line) => Array.from(line ?? [], (value) => value ?? ''));
  const grid: SheetGrid = { name: entry.name, row: 0, column: 0, values: filled(values), formulas: filled(formulas) };
  return { grid, hidden: entry.hidden, hiddenRows, uncached };
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

function readSheet({ grid, hiddenRows, uncached }: WorkbookSheet): Reading[] {
  const wide = readWide(grid);
  if (wide.length > 0) return wide;
  const { sketches, lines } = sketchesOf(grid.values);
  const held = sketches.filter((sketch) => holdings(sketch).length > 0);
  const map: SourceMap = {
    place: ({ row, column }) => cellPlace(grid.name, row, column),
    unitOf: (cell, head) => unitOf(lines[cell.row] ?? [], cell, head),
  };
  return groupsOf(held, titlesOf(lines)).map(({ title, sketches: own }) => {
    const titled = { unit: title?.unit ?? null, year: title?.year ?? null };
    const composed = compose(own, titled, null, map, grid.name);
    const cells = own.flatMap((sketch) => sketch.rows.flatMap((row) => row.cells ?? row.filled));
    const extra: Doubt[] = [];
    const hidden = cells.find((cell) => hiddenRows.has(cell.row));
    if (hidden !== undefined)
      extra.push({ kind: 'hiddenRows', figures: [], place: map.place(hidden, null), details: {} });
    const waiting: FigureId[] = [];
    for (const [id, cell] of composed.cells) if (uncached.has(`${cell.row} ${cell.column}`)) waiting.push(id);
    if (waiting.length > 0) extra.push({ kind: 'notCached', figures: waiting, place: null, details: {} });
    return { ...composed.reading, doubts: [...composed.reading.doubts, ...extra] };
  });
}

/** Throws an ArchiveError where the file is not what it should be. */
export function readXlsx(archive: Archive): ReadResult {
  const sheets = sheetsOf(archive);
  const readings = sheets.flatMap(readSheet);
  if (readings.length === 0) return failed('noReport');
  const texts = sheets.flatMap(({ grid }) => locateText(grid) ?? []);
  return {
    ok: true,
    readings: readings.map((reading) => withText(reading, textFor(reading, texts, readings.length === 1))),
  };
}
