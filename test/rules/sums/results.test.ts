import { expect, test } from 'vitest';
import type { CellPosition } from '../../../src/report/a1';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { sheetLayout } from '../../../src/report/sheet/sheet';
import type { SheetContent, SheetValue } from '../../../src/report/sheet/workbook';
import { identitiesOf } from '../../../src/rules/sums/identities';
import { resultsSheet } from '../../../src/papers/results';
import { ruleSentence, wordsIn } from '../../../src/rules/words/words';
import { newModel } from '../engines/ironcalc';

const cells = sheetLayout(edition2021).figures;
const formula = (value: SheetValue | undefined): string =>
  typeof value === 'object' && value !== null ? value.formula : '';

/** The sheet calculated by an independent engine beside a sheet of tables that holds these figures. */
const calculated = (
  sheet: SheetContent,
  name: string,
  at: ReadonlyMap<FigureId, CellPosition>,
  figures: ReadonlyMap<FigureId, string>,
) => {
  const model = newModel();
  model.pauseEvaluation();
  model.renameSheet(0, name);
  for (const [id, text] of figures) {
    const cell = at.get(id);
    if (cell !== undefined) model.setUserInput(0, cell.row + 1, cell.column + 1, text);
  }
  model.newSheet();
  sheet.rows.forEach((row, r) =>
    row.forEach((value, c) => model.setUserInput(1, r + 1, c + 1, formula(value) || `'${String(value)}`)),
  );
  model.evaluate();
  return (row: number, column: number): string => model.getFormattedCellValue(1, row + 1, column + 1);
};

test('the sheet has a title, its counts, a header, and one line for each identity with six values', () => {
  for (const edition of editions) {
    const sheet = resultsSheet(edition, sheetLayout(edition).figures, '年报', 'zh');
    const identities = identitiesOf(edition);
    expect(sheet.headerRows).toBe(3);
    expect(sheet.rows).toHaveLength(3 + identities.length);
    expect([sheet.rows[0], sheet.rows[2]]).toEqual([['勾稽关系校验结果'], [...wordsIn('zh').results.headers]]);
    expect(sheet.widths).toHaveLength(6);
    sheet.rows.slice(3).forEach((row, at) => {
      expect(row).toHaveLength(6);
      const rule = identities[at]?.rule;
      expect(row[1]).toBe(rule === undefined ? '' : ruleSentence(rule, 'zh'));
    });
  }
});

test('each line says where it holds: a column by its label, a row by its name; the number of the table where neither has one', () => {
  const sheet = resultsSheet(edition2021, cells, '年报', 'zh');
  const places = new Map(identitiesOf(edition2021).map(({ key }, at) => [key, sheet.rows[3 + at]?.[0]]));
  expect(places.get('T2-ID/person')).toBe('三、“自然人”列');
  expect(places.get('T2-ROW/denied.publicSafety')).toBe('“三、（三）3”行');
  expect(places.get('T3-SUM/reconsideration')).toBe('四、“行政复议”行');
});

test('a report with one broken sum: both sides, the difference, the verdicts and how many there are of each', () => {
  const figures = new Map(figuresOf(edition2021).map(({ id }) => [id, '0']));
  figures.set('review.reconsideration.total', '4');
  figures.set('review.directLitigation.total', '');
  figures.set('applications.granted.person', '-1');
  const sheet = resultsSheet(edition2021, cells, "it's 2025", 'zh');
  const shown = calculated(sheet, "it's 2025", cells, figures);
  const line = (key: string): string[] => {
    const row = 3 + identitiesOf(edition2021).findIndex((identity) => identity.key === key);
    return [2, 3, 4, 5].map((column) => shown(row, column));
  };
  expect(line('T3-SUM/reconsideration')).toEqual(['4', '0', '4', '不符']);
  expect(line('T3-SUM/directLitigation')).toEqual(['0', '0', '0', '未填全']);
  expect(line('T3-SUM/litigationAfterReconsideration')).toEqual(['0', '0', '0', '相符']);
  expect(line('T2-ROW/granted')).toEqual(['0', '-1', '1', '有误无法核对']);
  const holding = identitiesOf(edition2021).length - 4;
  expect(shown(1, 0)).toBe(`相符 ${holding}　不符 1　未填全 1　有误无法核对 2`);
});

test('an error value and a text leave a verdict, never an error', () => {
  const figures = new Map(figuresOf(edition2021).map(({ id }) => [id, '0']));
  figures.set('review.reconsideration.upheld', '=1/0');
  figures.set('review.directLitigation.upheld', "'若干");
  const sheet = resultsSheet(edition2021, cells, '年报', 'en');
  const shown = calculated(sheet, '年报', cells, figures);
  const verdict = (key: string): string =>
    shown(3 + identitiesOf(edition2021).findIndex((identity) => identity.key === key), 5);
  const { results } = wordsIn('en');
  expect(verdict('T3-SUM/reconsideration')).toBe(results.undecided);
  expect(verdict('T3-SUM/directLitigation')).toBe(results.open);
});

test('figures that are not on the sheet count as blank: a side without them is never called whole', () => {
  const some = new Map([...cells].filter(([id]) => !id.startsWith('review.') || id === 'review.reconsideration.total'));
  const sheet = resultsSheet(edition2021, some, '年报', 'zh');
  const at = identitiesOf(edition2021).findIndex(({ key }) => key === 'T3-SUM/reconsideration');
  const verdicts = ['4', '0', ''].map((text) =>
    calculated(sheet, '年报', some, new Map([['review.reconsideration.total', text]]))(3 + at, 5),
  );
  expect(verdicts).toEqual(['未填全', '未填全', '未填全']);
  const parts = new Map(
    [...cells].filter(([id]) => id.startsWith('review.') && id !== 'review.reconsideration.pending'),
  );
  const torn = calculated(
    resultsSheet(edition2021, parts, '年报', 'zh'),
    '年报',
    parts,
    new Map([...parts.keys()].map((id) => [id, id === 'review.reconsideration.upheld' ? '3' : '0'])),
  );
  // What is there is more than the total already: nothing that could be added mends it.
  expect(torn(3 + at, 5)).toBe('不符');
});

test('the verdicts are coloured by the words that they hold, over all lines and columns of the list', () => {
  const sheet = resultsSheet(edition2021, cells, '年报', 'zh');
  const range = { row: 3, column: 0, rowCount: identitiesOf(edition2021).length, columnCount: 6 };
  expect(sheet.paint).toEqual([
    // The verdicts stand in the sixth column.
    { rule: 'results-broken', range, formula: '=$F4="不符"', style: 'broken' },
    { rule: 'results-undecided', range, formula: '=$F4="有误无法核对"', style: 'invalid' },
    { rule: 'results-open', range, formula: '=$F4="未填全"', style: 'blank' },
  ]);
  expect(sheet.name).toBe('校验结果');
});
