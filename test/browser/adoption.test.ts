import { describe, expect, test } from 'vitest';
import { locateReports } from '../../src/read/tables/locate';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { zh } from '../../src/taskpane/words/words.zh';
import { partsOf, titleOf, type Sample } from '../read/noise/shapes';
import { faults, workbooks, type Workbook } from './workbook';

const withWorkbook = workbooks();

/** Where somebody put the tables: not where Gouji would. */
const offset = { row: 3, column: 2 };
const person = 'applications.received.person';

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'a sheet that somebody else made, edition %s',
  (_, edition) => {
    const sample: Sample = {
      edition,
      unit: '云溪县林业局',
      year: Number(edition.id) + 1,
      printed: new Map(figuresOf(edition).map(({ id }) => [id, '0'])),
      narrative: { overview: [], problems: [], other: [] },
    };
    const rows = [
      [titleOf(sample)],
      ...partsOf(sample).flatMap(({ section, table }) =>
        table === null ? [] : [[section.title], ...table.map((row) => row.map((cell) => cell?.text ?? ''))],
      ),
    ];
    const text = rows.map((row) => row.join('\t')).join('\n');
    const [located] = locateReports({ name: '报表', ...offset, values: rows, formulas: [] });
    const cell = located?.cells.get(person);
    if (cell === undefined) throw new Error('the table is not found');
    const place = { ...cell, rowCount: 1, columnCount: 1 };

    const type = ({ book }: Workbook, typed: string) =>
      book(({ book: model }, given) => void model.type(model.activeSheet, given.place, given.typed), { place, typed });
    const painted = ({ book }: Workbook) =>
      book(({ book: model }, given) => model.painted(model.activeSheet, given.row, given.column).length, place);
    const contents = ({ book }: Workbook) =>
      book(
        ({ book: model }, block) => [model.values(model.activeSheet, block), model.formulas(model.activeSheet, block)],
        { row: 0, column: 0, rowCount: 60, columnCount: 30 },
      );

    test('is found by its labels and checked live at once; one click lets the sheet itself show it, and changes no cell', async () => {
      await withWorkbook(async (workbook) => {
        const { pane } = workbook;
        await workbook.book(
          ({ book }, given) =>
            book.pasteText(book.activeSheet, { ...given.offset, rowCount: 1, columnCount: 1 }, given.text),
          { offset, text },
        );
        await pane.getByRole('heading', { name: `${sample.unit} · ${sample.year}年` }).waitFor();
        await pane.getByRole('tab', { name: zh.tabs.check }).click();
        await type(workbook, '5');
        await faults(workbook).first().waitFor();
        expect(await painted(workbook)).toBe(0);

        await pane.getByText(zh.check.formatsAbsent.slice(0, 12)).waitFor();
        const before = await contents(workbook);
        await pane.getByRole('button', { name: zh.check.formatsEnable }).click();
        await pane.getByText(zh.check.formatsAbsent.slice(0, 12)).waitFor({ state: 'detached' });
        expect(await painted(workbook)).toBeGreaterThan(0);
        expect(await contents(workbook)).toEqual(before);

        await type(workbook, '0');
        await faults(workbook).first().waitFor({ state: 'detached' });
        expect(await painted(workbook)).toBe(0);
      });
    });
  },
);
