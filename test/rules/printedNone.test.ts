import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf, type Entry, type FigureId } from '../../src/report/figures';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { isPrintedNone } from '../../src/rules/sums/printedNone';
import { checkValues } from '../../src/rules/values';
import { workbook } from './engines/formulaBook';

/** Texts of marks, spaces and a few words and digits, half of them of marks and spaces alone. */
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('无', '/', '／', '-', '－', '–', '—', ' ', '\u3000', '\u00a0'), maxLength: 4 }),
  fc.string({
    unit: fc.constantFrom('无', '/', '-', '—', ' ', '\u3000', '件', '没', '0', '１', '.', '"'),
    maxLength: 4,
  }),
);

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: a text is painted as still to be filled in exactly where the check says so, and as wrong where it is a fault',
  { timeout: 120_000 },
  (_, edition) => {
    const cells = sheetLayout(edition).figures;
    const book = workbook(edition, cells, ['invalid', 'blank']);
    const figures = figuresOf(edition);
    let none = 0;
    fc.assert(
      fc.property(fc.array(texts, { minLength: figures.length, maxLength: figures.length }), (all) => {
        const entries = new Map<FigureId, Entry>(
          figures.map(({ id }, at) => [id, { kind: 'text', text: all[at] ?? '', number: null }]),
        );
        book.fill(entries);
        const found = checkValues({ edition, year: 2025, unit: null, entries });
        const about = (rule: string): Set<FigureId> =>
          new Set(found.filter((each) => each.rule === rule).flatMap((each) => each.figures));
        const empty = new Set([...about('EMPTY'), ...about('EMPTY-TOTAL')]);
        const faults = about('TEXT');
        none += empty.size;
        for (const { id } of figures) {
          const { row, column } = cells.get(id) ?? { row: -1, column: -1 };
          const painted = (style: string): boolean => {
            const at = book.values.get(`${style} ${row},${column}`);
            return at !== undefined && book.isTrue(at);
          };
          const text = JSON.stringify(entries.get(id));
          expect(painted('invalid'), `${id} ${text}`).toBe(faults.has(id));
          expect(painted('blank'), `${id} ${text}`).toBe(empty.has(id));
        }
      }),
      { numRuns: 12 },
    );
    expect(none).toBeGreaterThan(100);
  },
);

test.each(['无', '/', '／', '-', '－', '–', '—', '——', '//', ' - ', '\u3000无\u00a0', '—\u3000—'])(
  '“%s” says that there is nothing',
  (text) => {
    expect(isPrintedNone(text)).toBe(true);
  },
);

test.each(['0', '没有', '无件', '-1', '１', '/0', '无。', 'N/A', '－5'])('“%s” says something else', (text) => {
  expect(isPrintedNone(text)).toBe(false);
});
