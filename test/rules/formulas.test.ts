import { expect, test } from 'vitest';
import type { Model } from '@ironcalc/wasm';
import type { CellPosition } from '../../src/report/a1';
import { columnLetters } from '../../src/report/a1';
import type { Edition } from '../../src/report/edition';
import { editions } from '../../src/report/editions';
import { figuresOf, type Entry, type FigureId } from '../../src/report/figures';
import type { PaintStyle } from '../../src/report/workbook';
import { sheetLayout } from '../../src/report/sheet';
import { operandVector } from '../../src/rules/check';
import { paintRules, totalFormulas } from '../../src/rules/formula';
import { identitiesOf } from '../../src/rules/identities';
import { compile, numericCheck, state } from '../../src/rules/numeric';
import { resultsSheet } from '../../src/rules/results';
import { generator, randomEntries, validReport } from './sample';
import { newModel } from './ironcalc';

/** A formula as it reads in another cell: what is not anchored moves with it. */
const moved = (formula: string, rows: number, columns: number): string =>
  formula.replace(
    /(\$?)([A-Z]{1,2})(\$?)(\d+)/g,
    (_, fixedColumn: string, letters: string, fixedRow: string, row: string) => {
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const newColumn = fixedColumn === '$' ? letters : columnLetters(column + columns);
      return `${fixedColumn}${newColumn}${fixedRow}${fixedRow === '$' ? row : Number(row) + rows}`;
    },
  );

const input = (entry: Entry): string => {
  switch (entry.kind) {
    case 'blank':
      return '';
    case 'number':
      return String(entry.value);
    case 'text':
      return `'${entry.text}`;
    case 'error':
      return '=1/0';
  }
};

const statesOf = (edition: Edition, entries: ReadonlyMap<FigureId, Entry>): Uint8Array => {
  const rules = compile(edition);
  const states = new Uint8Array(rules.identities.length);
  numericCheck(rules, operandVector({ edition, year: 2025, unit: null, entries }), states);
  return states;
};

const checksRow = 500;

/** A workbook in which every conditional format is a cell with its formula, and 校验结果 is the second sheet. */
function workbook(edition: Edition, cells: ReadonlyMap<FigureId, CellPosition>, styles: readonly PaintStyle[]) {
  const model: Model = newModel();
  model.pauseEvaluation();
  const painted = new Map<string, CellPosition[]>();
  const values = new Map<string, CellPosition>();
  let column = 1;
  for (const paint of paintRules(edition, cells)) {
    if (!styles.includes(paint.style)) continue;
    const { row, column: left, rowCount, columnCount } = paint.range;
    for (let r = 0; r < rowCount; r += 1) {
      for (let c = 0; c < columnCount; c += 1) {
        const at = { row: checksRow, column };
        column += 1;
        // The formula stands elsewhere than the cell that it colours: it must be written out for that cell first.
        model.setUserInput(0, at.row, at.column, moved(paint.formula, r, c).replaceAll('$', ''));
        const key = `${row + r},${left + c}`;
        if (paint.style === 'broken')
          painted.set(`${paint.rule} ${key}`, [...(painted.get(`${paint.rule} ${key}`) ?? []), at]);
        else values.set(`${paint.style} ${key}`, at);
      }
    }
  }
  model.newSheet();
  const sheet = resultsSheet(edition, cells, 'Sheet1', 'zh');
  sheet.rows.forEach((row, r) =>
    row.forEach((value, c) =>
      model.setUserInput(1, r + 1, c + 1, typeof value === 'object' ? value.formula : `'${String(value)}`),
    ),
  );
  const shown = new Map<FigureId, string>();
  return {
    model,
    painted,
    values,
    sheet,
    fill(entries: ReadonlyMap<FigureId, Entry>): void {
      for (const [id, cell] of cells) {
        const text = input(entries.get(id) ?? { kind: 'blank' });
        if (shown.get(id) === text) continue;
        model.setUserInput(0, cell.row + 1, cell.column + 1, text);
        shown.set(id, text);
      }
      model.evaluate();
    },
    isTrue: (at: CellPosition): boolean => model.getFormattedCellValue(0, at.row, at.column) === 'TRUE',
  };
}

const verdicts: Readonly<Record<number, string>> = {
  [state.holds]: '相符',
  [state.broken]: '不符',
  [state.open]: '未填全',
  [state.undecided]: '有误无法核对',
};

/** Where the formulas of a workbook and the check disagree about a report. */
function disagreements(
  book: ReturnType<typeof workbook>,
  edition: Edition,
  cells: ReadonlyMap<FigureId, CellPosition>,
  entries: ReadonlyMap<FigureId, Entry>,
): string[] {
  book.fill(entries);
  const states = statesOf(edition, entries);
  return identitiesOf(edition).flatMap((identity, at) => {
    const found = states[at] ?? -1;
    const wrong: string[] = [];
    if (book.model.getFormattedCellValue(1, 4 + at, 6) !== verdicts[found]) wrong.push(`verdict of ${identity.key}`);
    for (const figure of [...identity.left, ...identity.right]) {
      const term = identity.family.along === 'column' ? figure.row : figure.column;
      const cell = cells.get(figure.id);
      if (cell === undefined || !identity.family.painted.includes(term)) continue;
      const formats = book.painted.get(`${identity.rule} ${cell.row},${cell.column}`) ?? [];
      if (formats.some(book.isTrue) !== (found === state.broken)) wrong.push(`${identity.key} at ${figure.id}`);
    }
    return wrong;
  });
}

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: in 1,000 random reports every conditional format and every verdict says what the check says',
  { timeout: 300_000 },
  (_, edition) => {
    const cells = sheetLayout(edition).figures;
    const book = workbook(edition, cells, ['broken']);
    const reached = new Set<number>();
    for (let seed = 0; seed < 1000; seed += 1) {
      const entries = randomEntries(edition, seed);
      for (const found of statesOf(edition, entries)) reached.add(found);
      expect(disagreements(book, edition, cells, entries), `seed ${seed}`).toEqual([]);
    }
    expect([...reached].sort()).toEqual([0, 1, 2, 3]);
  },
);

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: a cell is coloured as no figure at all exactly where a value rule speaks, and as blank exactly where it is',
  { timeout: 120_000 },
  (_, edition) => {
    const cells = sheetLayout(edition).figures;
    const book = workbook(edition, cells, ['invalid', 'blank']);
    const wrong: string[] = [];
    for (let seed = 0; seed < 30; seed += 1) {
      const entries = randomEntries(edition, seed);
      book.fill(entries);
      for (const figure of figuresOf(edition)) {
        const cell = cells.get(figure.id);
        const entry = entries.get(figure.id) ?? { kind: 'blank' };
        const key = `${cell?.row},${cell?.column}`;
        const invalid =
          entry.kind === 'text' ||
          (entry.kind === 'number' &&
            ((figure.kind !== 'change' && entry.value < 0) ||
              (figure.kind !== 'amount' && !Number.isInteger(entry.value))));
        const at = book.values.get(`invalid ${key}`);
        if (at === undefined || book.isTrue(at) !== invalid) wrong.push(`${seed} ${figure.id} invalid`);
        const blankAt = book.values.get(`blank ${key}`);
        const blank = blankAt !== undefined && book.isTrue(blankAt);
        if (blank !== (entry.kind === 'blank' && figure.table !== 'disclosure'))
          wrong.push(`${seed} ${figure.id} blank`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: tables that were moved, pulled apart by inserted rows and robbed of a row are painted as the check says',
  { timeout: 120_000 },
  (_, edition) => {
    for (let layout = 0; layout < 6; layout += 1) {
      const random = generator(layout);
      const cut = 20 + random(25);
      const lost = figuresOf(edition)[30 + random(100)];
      const cells = new Map<FigureId, CellPosition>();
      for (const [id, { row, column }] of sheetLayout(edition).figures) {
        if (lost !== undefined && lost.table === 'applications' && id.startsWith(`applications.${lost.row}.`)) continue;
        cells.set(id, { row: row + layout + (row > cut ? 2 : 0), column: column + layout });
      }
      const book = workbook(edition, cells, ['broken']);
      for (let seed = 0; seed < 20; seed += 1) {
        const entries = new Map([...randomEntries(edition, seed * 31 + layout)].filter(([id]) => cells.has(id)));
        expect(disagreements(book, edition, cells, entries), `layout ${layout}, seed ${seed}`).toEqual([]);
      }
    }
  },
);

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: a total by formula is blank until its last part is filled, and is then the sum',
  (_, edition) => {
    const cells = sheetLayout(edition).figures;
    const formulas = totalFormulas(edition, cells);
    const report = validReport(edition, generator(7));
    const model = newModel();
    const at = (id: FigureId): CellPosition => cells.get(id) ?? { row: 0, column: 0 };
    for (const { id } of figuresOf(edition)) {
      model.setUserInput(0, at(id).row + 1, at(id).column + 1, formulas.get(id) ?? String(report.figures[id]));
    }
    model.evaluate();
    const shown = (id: FigureId): string => model.getFormattedCellValue(0, at(id).row + 1, at(id).column + 1);
    for (const id of formulas.keys()) expect(shown(id), id).toBe(String(report.figures[id]));
    const part = 'applications.granted.person';
    model.setUserInput(0, at(part).row + 1, at(part).column + 1, '');
    model.evaluate();
    for (const id of ['applications.granted.total', 'applications.total.person', 'applications.total.total']) {
      expect(shown(id), id).toBe('');
    }
    expect(shown('applications.total.enterprise')).toBe(String(report.figures['applications.total.enterprise']));
  },
);

test('the formats of a new sheet are few, use the functions of Excel 2010 only and name no sheet', () => {
  for (const edition of editions) {
    const rules = paintRules(edition, sheetLayout(edition).figures);
    const functions = new Set(rules.flatMap((rule) => rule.formula.match(/[A-Z]+(?=\()/g) ?? []));
    expect([...functions].sort()).toEqual(['AND', 'COUNT', 'INT', 'MIN', 'OR', 'SUM']);
    expect(rules.some((rule) => rule.formula.includes('!'))).toBe(false);
    expect(Math.max(...rules.map((rule) => rule.formula.length))).toBeLessThan(255);
    expect(rules.length).toBeLessThanOrEqual(22);
  }
});
