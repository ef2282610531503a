import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { textSheetTitle } from '../../src/report/sheet/sheet';
import { textSheetRows } from '../../src/report/sheet/textSheet';
import { textSections, type TextSectionId } from '../../src/report/edition';
import type { SheetGrid } from '../../src/read/reading';
import { locateText } from '../../src/read/tables/locate';
import { planText } from '../../src/host/textRows';

const gridOf = (values: readonly (readonly unknown[])[]): SheetGrid => ({
  name: '2025年报文字',
  row: 0,
  column: 0,
  values,
  formulas: values,
});

const paragraph = fc.constantFrom('甲段文字。', '乙段文字。', '丙段文字。', '=1+1', '2/3', '丁段，比前面的长一些。');
const paragraphs = fc.array(paragraph, { maxLength: 9 });
const narratives = fc.record({ overview: paragraphs, problems: paragraphs, other: paragraphs });

/** The sheet after a plan, as Excel would leave it. */
function applied(grid: SheetGrid, plan: NonNullable<ReturnType<typeof planText>>): SheetGrid {
  let rows = grid.values.map((row) => [...row]);
  const { insert } = plan;
  if (insert !== null)
    rows = [
      ...rows.slice(0, insert.above),
      ...Array.from({ length: insert.count }, () => ['']),
      ...rows.slice(insert.above),
    ];
  for (const [{ row, column }, text] of plan.writes) {
    while (rows.length <= row) rows.push(['']);
    const line = rows[row];
    if (line !== undefined) line[column] = text;
  }
  return gridOf(rows);
}

const sheetOf = (narrative: Record<TextSectionId, readonly string[]>): SheetGrid =>
  gridOf(textSheetRows(edition2021, textSheetTitle('云溪县林业局', 2025), narrative).map(({ text }) => [text]));

describe('writing a section of the text sheet', () => {
  test('leaves that section as it was to be, and the others as they were', () => {
    fc.assert(
      fc.property(narratives, fc.constantFrom(...textSections), paragraphs, (narrative, section, after) => {
        const grid = sheetOf(narrative);
        const located = locateText(grid);
        const heading = located?.headings[section];
        if (located === null || heading === null || heading === undefined) throw new Error('no heading');
        const plan = planText(grid, heading, located.narrative[section], after);
        if (plan === null) throw new Error('the sheet holds what was read of it');
        expect(locateText(applied(grid, plan))?.narrative).toEqual({ ...located.narrative, [section]: after });
      }),
    );
  });

  test('is refused where the sheet holds something else by now', () => {
    fc.assert(
      fc.property(narratives, fc.constantFrom(...textSections), paragraph, (narrative, section, typed) => {
        const grid = sheetOf(narrative);
        const heading = locateText(grid)?.headings[section];
        if (heading === null || heading === undefined) throw new Error('no heading');
        const before = [...narrative[section], `${typed}（刚才有人改过）`];
        expect(planText(grid, heading, before, ['新的一段。'])).toBeNull();
      }),
    );
  });
});
