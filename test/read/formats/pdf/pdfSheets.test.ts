/** Pages of a PDF: two on one sheet, and tables that go on from one to the next. */
import { describe, expect, it } from 'vitest';
import { asOne } from '../../../../src/read/formats/pdf/pdfCuts';
import { pagesOfSheet } from '../../../../src/read/formats/pdf/pdfHalves';
import type { Glyph, PageMarks } from '../../../../src/read/formats/pdf/pdfPage';
import type { PageCell, PageTable } from '../../../../src/read/formats/pdf/pdfTable';

const size = 10;
const line = (text: string, left: number, base: number): Glyph[] =>
  Array.from(text, (char, at) => ({ text: char, left: left + at * size, right: left + (at + 1) * size, base, size }));
const page = (glyphs: readonly Glyph[], more: Partial<PageMarks> = {}): PageMarks => ({
  size: '842 × 595',
  glyphs,
  horizontal: [],
  vertical: [],
  unreadable: 0,
  ...more,
});
const prose = (left: number): Glyph[] =>
  [0, 1, 2, 3, 4].flatMap((at) => line('一年来我局认真落实各项要求做好公开工作', left, 100 + at * 20));
const sheet = { width: 842, height: 595 };
const textsOf = (pages: readonly PageMarks[]): string[] =>
  pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join(''));
const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('');

describe('a sheet of a PDF', () => {
  it('is two pages where text stands at its left and right, each counted from its own edge', () => {
    const rule = { at: 300, from: 480, to: 780 };
    const pages = pagesOfSheet(page([...prose(60), ...prose(480)], { horizontal: [rule] }), sheet);
    expect(textsOf(pages)).toEqual([textOf(prose(60)), textOf(prose(480))]);
    const [left, right] = pages.map(({ glyphs }) => Math.min(...glyphs.map((glyph) => glyph.left)));
    expect(left).toBe(60);
    expect(right).toBeCloseTo(480 - (250 + 480) / 2);
    expect(pages[1]?.horizontal[0]?.from).toBeCloseTo(right ?? NaN);
  });

  const numbers = [0, 1, 2, 3, 4].flatMap((at) => [
    ...line('12', 480, 100 + at * 20),
    ...line('7', 600, 100 + at * 20),
  ]);
  const across = { at: 300, from: 60, to: 780 };
  it.each<[string, PageMarks, { readonly width: number; readonly height: number }]>([
    ['its lines run over the middle', page([...prose(60), ...prose(340)]), sheet],
    ['a line is drawn over the middle', page([...prose(60), ...prose(480)], { horizontal: [across] }), sheet],
    ['numbers stand at its right', page([...prose(60), ...numbers]), sheet],
    ['it is higher than wide', page([...prose(60), ...prose(480)]), { width: 842, height: 1191 }],
  ])('is one page where %s', (_, marks, view) => {
    expect(pagesOfSheet(marks, view)).toEqual([marks]);
  });
});

describe('a table at the end of a page', () => {
  const table = (edges: readonly number[], rows: readonly (readonly string[])[]): PageTable => ({
    top: 100,
    bottom: 200,
    left: edges[0] ?? 0,
    right: edges.at(-1) ?? 0,
    height: rows.length,
    unplaced: 0,
    cells: rows.flatMap((row, at) =>
      row.map((text, column): PageCell => {
        const [left = 0, right = 0] = edges.slice(column);
        return { row: at, column, rowSpan: 1, columnSpan: 1, left, right, text };
      }),
    ),
  });
  const heads = table([50, 100, 150, 250], [['项', '自然人', '法人']]);
  const rows = [
    ['甲', '1', '2'],
    ['乙', '3', ''],
  ];

  it('is one with its rows on the next, whose columns may be parts of its own', () => {
    const body = table(
      [50.5, 100, 151, 200, 250],
      rows.map((row) => [...row, '9']),
    );
    const whole = asOne(heads, body);
    expect(whole?.height).toBe(3);
    const placed = whole?.cells.map(({ row, column, columnSpan, text }) => [row, column, columnSpan, text]);
    expect(placed?.slice(0, 7)).toEqual([
      [0, 0, 1, '项'],
      [0, 1, 1, '自然人'],
      [0, 2, 2, '法人'],
      [1, 0, 1, '甲'],
      [1, 1, 1, '1'],
      [1, 2, 1, '2'],
      [1, 3, 1, '9'],
    ]);
  });

  it.each<[string, PageTable, PageTable]>([
    ['is narrower', heads, table([60, 100, 150, 250], rows)],
    ['begins with heads of its own', heads, table([50, 100, 150, 250], [['项', '自然人', '法人'], ...rows])],
    ['has other columns than its rows', table([50, 100, 150, 250], rows), table([50, 100, 180, 250], rows)],
  ])('is another one where the next %s', (_, before, after) => {
    expect(asOne(before, after)).toBeNull();
  });
});
