/** A report that was read, as the user is putting it right before anything is written. */
import { isTextSection, type Edition } from '../../report/edition';
import { type FigureId, figuresOf, type Row, rowsOf } from '../../report/figures';
import type { Report } from '../../report/report';
import type { AmountUnitMark } from '../../report/sheet/sheet';
import { blankFigures, blankMark } from '../../read/compose/blanks';
import { isBlankText, readNumber } from '../../read/labels/number';
import type { Doubt } from '../../read/doubt';
import type { Reading } from '../../read/reading';

export interface Draft {
  readonly reading: Reading;
  readonly unit: string;
  /** As typed. */
  readonly year: string;
  /** Figures as typed; those that were not touched are not in it. */
  readonly typed: ReadonlyMap<FigureId, string>;
  readonly units: ReadonlyMap<FigureId, AmountUnitMark>;
  /** Figures whose cell the source prints blank. */
  readonly blanks: ReadonlySet<FigureId>;
  /** The user has said that a blank means 0. */
  readonly blankIsZero: boolean;
}

export const startDraft = (reading: Reading): Draft => ({
  reading,
  unit: reading.report.unit.name ?? '',
  year: reading.report.year === null ? '' : String(reading.report.year),
  typed: new Map(),
  units: new Map(),
  blanks: new Set(blankFigures(reading)),
  blankIsZero: false,
});

/** How many places a person put right: figures, units of amounts, the name and the year. */
export function correctedIn({ reading, typed, units, unit, year }: Draft): number {
  const read = startDraft(reading);
  return typed.size + units.size + Number(unit !== read.unit) + Number(year !== read.year);
}

/** Blank figures that nobody typed anything into. */
export const openBlanks = (draft: Draft): FigureId[] => [...draft.blanks].filter((id) => !draft.typed.has(id));

/**
 * A figure as a person types it: a plain number, full-width digits and thousand separators allowed. `undefined`: not one, and
 * so are two that a space parts.
 */
export function typedFigure(typed: string): number | null | undefined {
  if (isBlankText(typed)) return null;
  const read = readNumber(typed);
  if (read === null || read.mark !== undefined) return undefined;
  const text = typed.normalize('NFKC').replace(/[\s,]/gu, '').replace(/[−–—]/gu, '-');
  return /^[+-]?\d{1,12}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : undefined;
}

export function parseYear(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  const year = /^\d{4}$/u.test(text) ? Number(text) : Number.NaN;
  return year >= 2000 && year <= 2100 ? year : undefined;
}

/** What stands in the input of a figure. */
export function shownFigure(draft: Draft, id: FigureId): string {
  const read = draft.reading.report.figures[id] ?? null;
  const value = read === null && draft.blankIsZero && draft.blanks.has(id) ? 0 : read;
  return draft.typed.get(id) ?? (value === null ? '' : String(value));
}

/** Nothing was typed that is not a number. */
export const isComplete = (draft: Draft): boolean =>
  [...draft.typed.values()].every((typed) => typedFigure(typed) !== undefined) && parseYear(draft.year) !== undefined;

/** The report to fill in. A figure that was typed by hand is no longer in doubt. */
export function draftReport(draft: Draft): Report {
  const { report } = draft.reading;
  const figures = { ...report.figures };
  const marks = { ...report.marks };
  for (const id of draft.blankIsZero ? draft.blanks : []) {
    figures[id] = 0;
    marks[id] = blankMark;
  }
  for (const [id, typed] of draft.typed) {
    const value = typedFigure(typed);
    if (value === undefined) continue;
    figures[id] = value;
    delete marks[id];
  }
  return {
    ...report,
    year: parseYear(draft.year) ?? null,
    unit: { ...report.unit, name: draft.unit.trim() === '' ? null : draft.unit.trim() },
    figures,
    marks,
    units: { ...report.units, ...Object.fromEntries(draft.units) },
  };
}

/** Rows that need a look: a figure of theirs is blank or named by a doubt. */
export function rowNeedsLook(draft: Draft, table: string, row: Row): boolean {
  const doubted = doubtedFigures(draft.reading.doubts);
  return row.columns.some((column) => {
    const id = `${table}.${row.id}.${column.id}`;
    return doubted.has(id) || shownFigure(draft, id) === '';
  });
}

export const doubtedFigures = (doubts: readonly Doubt[]): ReadonlySet<FigureId> =>
  new Set(doubts.flatMap((doubt) => doubt.figures));

export interface ReadSummary {
  readonly read: number;
  readonly total: number;
}

export function readSummary(draft: Draft): ReadSummary {
  const figures = figuresOf(draft.reading.edition);
  const asRead = { ...draft, blankIsZero: false };
  return { read: figures.filter((figure) => shownFigure(asRead, figure.id) !== '').length, total: figures.length };
}

export interface SectionSummary {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly characters: number;
}

/** The text sections of a report. Characters are counted as a person counts them, without blanks. */
export function sectionSummaries(edition: Edition, narrative: Report['narrative']): SectionSummary[] {
  return edition.sections.flatMap(({ id, title }) => {
    if (!isTextSection(id)) return [];
    const paragraphs = narrative[id];
    return [{ title, paragraphs, characters: [...paragraphs.join('').replace(/\s/gu, '')].length }];
  });
}

/** Rows of the tables of an edition, rows with the same columns together under one header. */
export function rowBlocks(edition: Edition): { readonly table: Edition['tables'][number]; readonly blocks: Row[][] }[] {
  return edition.tables.map((table) => {
    const blocks: Row[][] = [];
    for (const row of rowsOf(table)) {
      const last = blocks.at(-1);
      if (last?.[0]?.columns === row.columns) last.push(row);
      else blocks.push([row]);
    }
    return { table, blocks };
  });
}

/** A report is written after its year has ended; it may be begun in December. */
export const yearDue = (today: Date): number =>
  today.getMonth() === 11 ? today.getFullYear() : today.getFullYear() - 1;
