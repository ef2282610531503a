/** A workbook of an independent formula engine that holds a report and every rule as a formula. */
import type { Model } from '@ironcalc/wasm';
import { columnLetters, type CellPosition } from '../../../src/report/a1';
import type { Edition } from '../../../src/report/edition';
import type { Entry, FigureId } from '../../../src/report/figures';
import type { PaintStyle } from '../../../src/report/sheet/workbook';
import { operandVector } from '../../../src/rules/sums/balance';
import { paintRules } from '../../../src/rules/sums/formula';
import { identitiesOf } from '../../../src/rules/sums/identities';
import { compile, numericCheck, state } from '../../../src/rules/sums/numeric';
import { resultsSheet } from '../../../src/papers/results';
import { newModel } from './ironcalc';

/** A formula as it reads in another cell: what is not anchored moves with it. */
export const moved = (formula: string, rows: number, columns: number): string =>
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

export const statesOf = (edition: Edition, entries: ReadonlyMap<FigureId, Entry>): Uint8Array => {
  const rules = compile(edition);
  const states = new Uint8Array(rules.identities.length);
  numericCheck(rules, operandVector({ edition, year: 2025, unit: null, entries }), states);
  return states;
};

const checksRow = 500;

/** A workbook in which every conditional format is a cell with its formula, and 校验结果 is the second sheet. */
export function workbook(edition: Edition, cells: ReadonlyMap<FigureId, CellPosition>, styles: readonly PaintStyle[]) {
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
        else values.set(`${paint.rule === 'box-shared' ? 'shared' : paint.style} ${key}`, at);
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
export function disagreements(
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
