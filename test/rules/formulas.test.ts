import { expect, test } from 'vitest';
import type { Model } from '@ironcalc/wasm';
import type { CellPosition } from '../../src/report/a1';
import { columnLetters } from '../../src/report/a1';
import type { Edition } from '../../src/report/edition';
import { editions } from '../../src/report/editions';
import { figuresOf, type Entry, type FigureId } from '../../src/report/figures';
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
function workbook(edition: Edition, cells: ReadonlyMap<FigureId, CellPosition>) {
  const model: Model = newModel();
  model.pauseEvaluation();
  const painted = new Map<string, CellPosition[]>();
  const values = new Map<string, CellPosition>();
  let column = 1;
  for (const paint of paintRules(edition, cells)) {
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
  model.resumeEvaluation();
  const shown = new Map<FigureId, string>();
  return {
    model,
    painted,
    values,
    sheet,
    fill(entries: ReadonlyMap<FigureId, Entry>): void {
      model.pauseEvaluation();
      for (const [id, cell] of cells) {
        const text = input(entries.get(id) ?? { kind: 'blank' });
        if (shown.get(id) === text) continue;
        model.setUserInput(0, cell.row + 1, cell.column + 1, text);
        shown.set(id, text);
      }
      model.resumeEvaluation();
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

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: in 1,000 random reports every conditional format and every verdict says what the check says',
  { timeout: 120_000 },
  (_, edition) => {
    const cells = sheetLayout(edition).figures;
    const book = workbook(edition, cells);
    const identities = identitiesOf(edition);
    const reached = new Set<number>();
    for (let seed = 0; seed < 1000; seed += 1) {
      const entries = randomEntries(edition, seed);
      book.fill(entries);
      const states = statesOf(edition, entries);
      identities.forEach((identity, at) => {
        const found = states[at] ?? -1;
        reached.add(found);
        expect(book.model.getFormattedCellValue(1, 4 + at, 6), `${seed} ${identity.key}`).toBe(verdicts[found]);
        for (const figure of [...identity.left, ...identity.right]) {
          const term = identity.family.along === 'column' ? figure.row : figure.column;
          if (!identity.family.painted.includes(term)) continue;
          const cell = cells.get(figure.id);
          const formats = book.painted.get(`${identity.rule} ${cell?.row},${cell?.column}`) ?? [];
          expect(formats.length, `${identity.key} is painted at ${figure.id}`).toBe(1);
          expect(formats.some(book.isTrue), `${seed} ${identity.key} at ${figure.id}`).toBe(found === state.broken);
        }
      });
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
        expect(at !== undefined && book.isTrue(at), `${seed} ${figure.id} invalid`).toBe(invalid);
        const blankAt = book.values.get(`blank ${key}`);
        if (figure.table === 'disclosure') expect(blankAt).toBeUndefined();
        else
          expect(blankAt !== undefined && book.isTrue(blankAt), `${seed} ${figure.id} blank`).toBe(
            entry.kind === 'blank',
          );
      }
    }
    expect([...reached].sort()).toEqual([0, 1, 2, 3]);
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
      const book = workbook(edition, cells);
      for (let seed = 0; seed < 20; seed += 1) {
        const entries = new Map([...randomEntries(edition, seed * 31 + layout)].filter(([id]) => cells.has(id)));
        book.fill(entries);
        statesOf(edition, entries).forEach((found, at) => {
          const identity = identitiesOf(edition)[at];
          if (identity === undefined) return;
          expect(book.model.getFormattedCellValue(1, 4 + at, 6), identity.key).toBe(verdicts[found]);
          const cell = cells.get(identity.primary.id);
          if (cell === undefined) return;
          const formats = book.painted.get(`${identity.rule} ${cell.row},${cell.column}`) ?? [];
          expect(formats.some(book.isTrue), identity.key).toBe(found === state.broken);
        });
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
