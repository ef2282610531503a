import { describe, expect, test } from 'vitest';
import { a1, a1Range, columnLetters } from '../../src/report/a1';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { tableLayout } from '../../src/report/layout';
import { gridColumns, gridColumnWidth, sheetLayout, sheetNames } from '../../src/report/sheet/sheet';
import { textSheetRows } from '../../src/report/sheet/textSheet';

interface Spanned {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const positions = (cells: readonly Spanned[]): string[] =>
  cells.flatMap((cell) =>
    Array.from({ length: cell.rowSpan }, (_, row) =>
      Array.from({ length: cell.columnSpan }, (__, column) => a1(cell.row + row, cell.column + column)),
    ).flat(),
  );

describe.each(editions)('edition $id', (edition) => {
  test.each(edition.tables)('the printed table $id is covered by its cells exactly once', (table) => {
    const layout = tableLayout(table);
    const covered = positions(layout.cells);
    expect(new Set(covered).size).toBe(covered.length);
    expect(covered.length).toBe(layout.rowCount * layout.columnCount);
    expect(layout.widths.length).toBe(layout.columnCount);
    expect(layout.widths.reduce((sum, width) => sum + width)).toBe(gridColumns);
  });

  test('figures stand in the printed tables in the order of their ids', () => {
    const printed = edition.tables.flatMap((table) => tableLayout(table).cells.flatMap((cell) => cell.figure ?? []));
    expect(printed).toEqual(figuresOf(edition).map((figure) => figure.id));
  });

  test('no two cells of the worksheet overlap, and each figure has one', () => {
    const layout = sheetLayout(edition);
    const covered = positions(layout.cells);
    expect(new Set(covered).size).toBe(covered.length);
    expect([...layout.figures.keys()].sort()).toEqual(
      figuresOf(edition)
        .map((figure) => figure.id)
        .sort(),
    );
    expect(layout.rowHeights.length).toBe(layout.rowCount);
  });

  test('the worksheet has the shape of a portrait A4 page, so that it prints on one without shrinking to illegible', () => {
    const layout = sheetLayout(edition);
    const height = layout.rowHeights.reduce((sum, row) => sum + row);
    expect(height / (gridColumns * gridColumnWidth)).toBeLessThan(1.7);
  });

  test('the text sheet has a heading for each text section, and the paragraphs under theirs', () => {
    const narrative = { overview: ['甲', '乙'], problems: [], other: ['丙'] };
    const rows = textSheetRows(edition, '标题', narrative);
    const headings = rows.filter((row) => row.role === 'heading').map((row) => row.text);
    expect(headings).toEqual(
      edition.sections.filter((section) => section.id in narrative).map((section) => section.title),
    );
    const at = (text: string): number => rows.findIndex((row) => row.text === text);
    expect(at('甲')).toBe(at(headings[0] ?? '') + 1);
    expect(at('丙')).toBe(at(headings[2] ?? '') + 1);
  });
});

test('column letters count like a spreadsheet', () => {
  expect([0, 25, 26, 51, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
  expect(a1Range(1, 2, 3, 2)).toBe('C2:D4');
});

test('sheet names are such as Excel accepts', () => {
  for (const year of [null, 2025]) {
    const { tables, text } = sheetNames(year);
    expect(tables).not.toBe(text);
    for (const name of [tables, text]) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/);
  }
});
