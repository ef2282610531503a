/** Sheets on which one cell was deleted or inserted, so that those behind it, or beneath it, moved by one. */
import type { Edition } from '../../../src/report/edition';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { Budget } from '../../../src/read/containers/budget';
import { plainRich } from '../../../src/read/formats/excel/fonts';
import { Layouts } from '../../../src/read/formats/excel/layouts';
import { plainLook } from '../../../src/read/formats/excel/look';
import { readSheets, SheetBuilder } from '../../../src/read/formats/excel/workbook';
import type { Reading, ReadResult } from '../../../src/read/reading';
import { printedRows } from '../files';
import { sampleOf } from '../noise/shapes';
import { sheetValues, type Values } from '../sheets';

/** What is read of a sheet with these values. */
export function readValues(values: Values): ReadResult {
  const budget = new Budget();
  const builder = new SheetBuilder(budget);
  values.forEach((line, row) =>
    line.forEach((value, column) => {
      if (typeof value === 'number') builder.putNumber(row, column, value, plainLook);
      else if (value !== '') builder.putText(row, column, plainRich(String(value)), plainLook);
    }),
  );
  return readSheets([builder.sheet('表', false)], budget, new Layouts());
}

/** Numbers of which no two are the same, so that each figure can be told from every other. */
export const distinctFigures = (edition: Edition): ReadonlyMap<FigureId, number> =>
  new Map(figuresOf(edition).map(({ id }, index) => [id, 101 + 7 * index]));

const rectangle = (values: Values): Values => {
  const width = Math.max(...values.map((line) => line.length));
  return values.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''));
};

/** The sheets of an edition: one column for each of the printed table, and as Gouji lays them out, with boxes. */
export const layoutsOf = (edition: Edition): Readonly<Record<string, Values>> => {
  const figures = distinctFigures(edition);
  const printed = new Map([...figures].map(([id, value]) => [id, String(value)]));
  return {
    'a column for each': rectangle(printedRows({ ...sampleOf(edition, 2), printed }, false)),
    'fifteen columns': rectangle(sheetValues(edition, figures)),
  };
};

export type Move = (values: Values, row: number, column: number) => Values;

/** What Excel does with a single cell. */
export const moves: Readonly<Record<string, Move>> = {
  'deleted, those behind it to the left': (values, row, column) =>
    values.map((line, at) => (at === row ? [...line.slice(0, column), ...line.slice(column + 1), ''] : line)),
  'inserted, those behind it to the right': (values, row, column) =>
    values.map((line, at) => (at === row ? [...line.slice(0, column), '', ...line.slice(column)] : line)),
  'deleted, those beneath it up': (values, row, column) =>
    values.map((line, at) => (at < row ? line : line.with(column, values[at + 1]?.[column] ?? ''))),
  'inserted, those beneath it down': (values, row, column) =>
    [...values, values[0]?.map(() => '') ?? []].map((line, at) =>
      at < row ? line : line.with(column, at === row ? '' : (values[at - 1]?.[column] ?? '')),
    ),
};

/** Figures that are neither right nor blank, and that no doubt names. */
export const wrongInSilence = ({ report, doubts }: Reading, truth: ReadonlyMap<FigureId, number>): FigureId[] => {
  const doubted = new Set(doubts.flatMap(({ figures }) => figures));
  return Object.entries(report.figures).flatMap(([id, value]) =>
    value === null || value === truth.get(id) || doubted.has(id) ? [] : [id],
  );
};

/** The same over all reports that are read of a sheet. */
export const wrongOf = (values: Values, truth: ReadonlyMap<FigureId, number>): FigureId[] => {
  const result = readValues(values);
  return result.ok ? result.readings.flatMap((reading) => wrongInSilence(reading, truth)) : [];
};

const escaped = (value: unknown): string => String(value).replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const inLines =
  (before: string, between: string, behind: string) =>
  (values: Values): Uint8Array =>
    new TextEncoder().encode(values.map((line) => `${before}${line.map(String).join(between)}${behind}`).join('\n'));

/** What becomes of cells that were copied out of a sheet, or converted, with what Excel made of them. */
export const copies: Readonly<Record<string, (values: Values) => Uint8Array>> = {
  'a table of a page': (values) =>
    new TextEncoder().encode(
      `<table>${values.map((line) => `<tr>${line.map((value) => `<td>${escaped(value)}</td>`).join('')}</tr>`).join('')}</table>`,
    ),
  'lines with tabs': inLines('', '\t', ''),
  'lines with |': inLines('| ', ' | ', ' |'),
};
