/**
 * A sheet that the pane puts into the open workbook and the same sheet written as a file are one sheet: the samples of the
 * workbench, inserted through the client library, against the file of the same report.
 */
import { describe, expect, test } from 'vitest';
import { sampleReports } from '../../scripts/samples/reports';
import { covers } from '../../src/book/address';
import { cellAt, usedRange, type BorderEdge, type Cell, type Sheet } from '../../src/book/sheet';
import { workbookFromFile, type WorkbookFile } from '../../src/book/workbookFile';
import { workbookOf } from '../../src/papers/workbook';
import { a1, a1Range } from '../../src/report/a1';
import { sheetLayout, type SheetCell } from '../../src/report/sheet/sheet';
import { readXlsx } from '../../src/workbench/files/readXlsx';
import broken from '../../src/workbench/page/samples/broken.json';
import correct from '../../src/workbench/page/samples/correct.json';
import earlier from '../../src/workbench/page/samples/edition2019.json';

const samples = { broken, correct, edition2019: earlier } as const;

/** Points of rows and columns go through pixels and characters of a font on their way into a file. */
const near = 0.5;

/** Colour of the line that a person sees on a side of a cell: its own or its neighbour's, and none inside a merged area. */
function drawn(sheet: Sheet, row: number, column: number, edge: BorderEdge): string {
  const [down, along, across] = (
    { top: [-1, 0, 'bottom'], bottom: [1, 0, 'top'], left: [0, -1, 'right'], right: [0, 1, 'left'] } as const
  )[edge];
  const [otherRow, otherColumn] = [row + down, column + along];
  if (sheet.merges.some((area) => covers(area, row, column) && covers(area, otherRow, otherColumn))) return '';
  const other = otherRow < 0 || otherColumn < 0 ? null : cellAt(sheet, otherRow, otherColumn).style.borders[across];
  return (cellAt(sheet, row, column).style.borders[edge] ?? other)?.color ?? '';
}

const looks = ({ style, format }: Cell) => ({
  format,
  fill: style.fill,
  font: [style.fontName, style.fontSize, style.bold, style.fontColor],
  alignment: [style.horizontal, style.vertical, style.wrap],
});

const content = ({ content: value }: Cell): unknown => value ?? '';

const sizes = (lines: Sheet['rows'], count: number): (number | null)[] =>
  Array.from({ length: count }, (_, at) => lines.get(at)?.size ?? null);

const areas = (sheet: Sheet): string[] =>
  sheet.merges.map(({ row, column, rowCount, columnCount }) => a1Range(row, column, rowCount, columnCount)).sort();

const paint = (sheet: Sheet) =>
  sheet.conditionalFormats.map(({ id: _id, anchor: _anchor, ranges, ...format }) => ({
    ...format,
    ranges: ranges.map(({ row, column, rowCount, columnCount }) => a1Range(row, column, rowCount, columnCount)),
  }));

const page = ({ page: { orientation, zoom, leftMargin, rightMargin, topMargin, bottomMargin, printArea } }: Sheet) => ({
  orientation,
  fit: [zoom.horizontalFitToPages, zoom.verticalFitToPages ?? 0],
  margins: [leftMargin, rightMargin, topMargin, bottomMargin].map(Math.round),
  printArea,
});

/** Of a merged area only the first cell shows its looks. */
const isHidden = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.merges.some((area) => covers(area, row, column) && (row !== area.row || column !== area.column));

/** @param places the cells that are printed */
function same(inserted: Sheet, written: Sheet, places: readonly (readonly [row: number, column: number])[]): void {
  expect(areas(inserted)).toEqual(areas(written));
  expect(paint(inserted)).toEqual(paint(written));
  expect(page(inserted)).toEqual(page(written));
  for (const [row, column] of places) {
    const [one, other] = [cellAt(inserted, row, column), cellAt(written, row, column)];
    const place = a1(row, column);
    expect({ place, content: content(one) }).toEqual({ place, content: content(other) });
    if (!isHidden(inserted, row, column)) expect({ place, ...looks(one) }).toEqual({ place, ...looks(other) });
    for (const edge of ['top', 'left', 'bottom', 'right'] as const)
      expect({ place, edge, line: drawn(inserted, row, column, edge) }).toEqual({
        place,
        edge,
        line: drawn(written, row, column, edge),
      });
  }
}

const covered = (cell: SheetCell): (readonly [number, number])[] =>
  Array.from({ length: cell.rowSpan }, (_, down) =>
    Array.from({ length: cell.columnSpan }, (__, along) => [cell.row + down, cell.column + along] as const),
  ).flat();

describe.each(Object.keys(samples) as (keyof typeof samples)[])('the sheets of the sample %s', (name) => {
  const { edition, totals, report } = sampleReports[name];
  const inserted = workbookFromFile(samples[name] as unknown as WorkbookFile).sheets;
  const { workbook } = readXlsx(workbookOf(report, { totals: totals === 'formulas' ? 'formulas' : 'typed' }));
  const [tables, text] = [inserted[0] as Sheet, inserted[1] as Sheet];
  const [writtenTables, writtenText] = [workbook.sheets[0] as Sheet, workbook.sheets[1] as Sheet];
  const { rowCount, columnCount } = sheetLayout(edition);

  test('hold the same and look the same', () => {
    same(tables, writtenTables, sheetLayout(edition).cells.flatMap(covered));
    const rows = Math.max(...[text, writtenText].map((sheet) => usedRange(sheet, true)?.rowCount ?? 0));
    expect(rows).toBeGreaterThan(5);
    same(
      text,
      writtenText,
      Array.from({ length: rows }, (_, row) => [row, 0] as const),
    );
  });

  // What is centred across cells goes on over all blank ones behind it that look so.
  test('show a figure in its own box, whatever boxes are blank', () => {
    const boxes = sheetLayout(edition).cells.filter(({ role, columnSpan }) => role === 'figure' && columnSpan > 1);
    expect(boxes.length).toBeGreaterThan(5);
    for (const { row, column, columnSpan } of boxes) {
      const horizontal = Array.from(
        { length: columnSpan },
        (_, along) => cellAt(tables, row, column + along).style.horizontal,
      );
      expect(horizontal.slice(0, -1)).toEqual(horizontal.slice(0, -1).map(() => 'CenterAcrossSelection'));
      expect(horizontal.at(-1)).toBe('Center');
    }
  });

  test('have rows and columns of the same size', () => {
    const [heights, ofFile] = [sizes(tables.rows, rowCount), sizes(writtenTables.rows, rowCount)];
    heights.forEach((height, row) => {
      expect(Math.abs((height ?? 0) - (ofFile[row] ?? 0)), `row ${row + 1}`).toBeLessThanOrEqual(near);
    });
    const widths = sizes(tables.columns, columnCount);
    expect(widths.length).toBe(columnCount);
    sizes(writtenTables.columns, columnCount).forEach((width, column) => {
      expect(Math.abs((width ?? 0) - (widths[column] ?? 0)), `column ${column + 1}`).toBeLessThanOrEqual(near);
    });
  });
});
