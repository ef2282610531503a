/** Several numbers typed into one cell, while the cells beside it are blank. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withBlanksAsZero } from '../../../src/read/compose/blanks';
import { readFile } from '../../../src/read/read';
import type { Reading } from '../../../src/read/reading';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { excelFile, printedRows } from '../files';
import { sampleOf } from '../noise/shapes';
import { only } from '../only';
import { writerOf } from '../writers';

const ids = figuresOf(edition2021).flatMap(({ id, table, row }) =>
  table === 'applications' && row === 'received' ? [id] : [],
);
const reviews = figuresOf(edition2021).flatMap(({ id, table }) => (table === 'review' ? [id] : []));
const rows = printedRows(sampleOf(edition2021, 2), false);
const top = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');

/** The report with other contents in some of the cells of its first row of applications. */
async function withCells(contents: ReadonlyMap<number, string>): Promise<Reading> {
  const line = rows[top] ?? [];
  const first = line.length - ids.length;
  const changed = line.map((cell, column) => contents.get(column - first) ?? cell);
  return only(await readFile('表.xlsx', excelFile([{ name: '表', rows: rows.with(top, changed) }])));
}

it('the blank cells may be theirs: each is in doubt, and none is taken for 0', async () => {
  const cases = fc.tuple(
    fc.nat(ids.length - 2),
    fc.integer({ min: 2, max: 4 }),
    fc.nat(3),
    fc.constantFrom(' ', '、', '\n'),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([from, count, holder, gap]) => {
      const figures = ids.slice(from, from + count);
      const contents = new Map(figures.map((_, step) => [from + step, '']));
      const numbers = figures.map((_, step) => 31 + step).join(gap);
      const reading = await withCells(contents.set(from + Math.min(figures.length - 1, holder), numbers));
      const named = new Set(reading.doubts.flatMap((doubt) => doubt.figures));
      expect(figures.filter((id) => !named.has(id))).toEqual([]);
      const { report } = withBlanksAsZero(reading);
      expect(figures.map((id) => report.figures[id])).toEqual(figures.map(() => null));
    }),
  );
});

it('so may those above and beneath one whose numbers stand on lines of their own', async () => {
  const first = (rows[top]?.length ?? 0) - ids.length + 2;
  const held = (lower: string): (readonly (string | number | null)[])[] =>
    rows.with(top, rows[top]?.with(first, '') ?? []).with(top + 1, rows[top + 1]?.with(first, lower) ?? []);
  const figures = ['applications.received.research', 'applications.carriedIn.research'] as const;
  for (const [numbers, doubted] of [
    ['31\n32', true],
    ['31 32', false],
  ] as const) {
    const reading = only(await readFile('表.xlsx', excelFile([{ name: '表', rows: held(numbers) }])));
    const named = new Set(reading.doubts.flatMap((doubt) => doubt.figures));
    expect(figures.map((id) => named.has(id))).toEqual([doubted, true]);
    expect(withBlanksAsZero(reading).report.figures[figures[0]]).toBe(doubted ? null : 0);
  }
});

it('a word in a cell says nothing of those beside it', async () => {
  const { doubts } = await withCells(new Map(ids.map((_, at) => [at, at === 2 ? '未统计' : ''])));
  expect(doubts).toMatchObject([{ kind: 'cellUnread', figures: [ids[2]] }]);
});

const linesOfText = [
  'one cell a line',
  'one cell a line, blank lines between',
  'one cell a line, indented',
  '| alone on a line',
];

it.each(linesOfText)(
  '%s: as many of them as there are heads are not one for each, where a blank leaves no trace',
  async (shape) => {
    const { file, write } = writerOf(shape);
    const sample = sampleOf(edition2021, 2, (value) => String(value || 6));
    const truth = new Map([...sample.truth].map(([id, value]) => [id, value || 6]));
    for (const own of [ids, reviews])
      for (const [blank, holder] of [
        [0, 4],
        [5, 1],
        [3, 2],
      ] as const) {
        const [empty = '', held = ''] = [own[blank], own[holder]];
        const printed = new Map(sample.printed).set(empty, '').set(held, '5 8');
        const reading = only(await readFile(file, write({ ...sample, printed })));
        const named = new Set(reading.doubts.flatMap((doubt) => doubt.figures));
        const isRight = (id: FigureId): boolean =>
          id !== held && reading.report.figures[id] === (id === empty ? null : truth.get(id));
        expect([...truth.keys()].filter((id) => !isRight(id) && !named.has(id))).toEqual([]);
      }
  },
);
