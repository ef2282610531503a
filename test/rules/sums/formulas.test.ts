import { expect, test } from 'vitest';
import type { CellPosition } from '../../../src/report/a1';
import { editions } from '../../../src/report/editions';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { sheetLayout } from '../../../src/report/sheet/sheet';
import { paintRules, totalFormulas } from '../../../src/rules/sums/formula';
import { isPrintedNone } from '../../../src/rules/sums/printedNone';
import { cases } from '../text/effort';
import { disagreements, statesOf, workbook } from '../engines/formulaBook';
import { newModel } from '../engines/ironcalc';
import { generator, randomEntries, validReport } from '../sample';

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: in 1,000 random reports every conditional format and every verdict says what the check says',
  { timeout: 300_000 },
  (_, edition) => {
    const cells = sheetLayout(edition).figures;
    const book = workbook(edition, cells, ['broken']);
    const reached = new Set<number>();
    for (let seed = 0; seed < cases(1000); seed += 1) {
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
    for (let seed = 0; seed < cases(30); seed += 1) {
      const entries = randomEntries(edition, seed);
      book.fill(entries);
      for (const figure of figuresOf(edition)) {
        const cell = cells.get(figure.id);
        const entry = entries.get(figure.id) ?? { kind: 'blank' };
        const key = `${cell?.row},${cell?.column}`;
        const none = entry.kind === 'blank' || (entry.kind === 'text' && isPrintedNone(entry.text));
        const invalid =
          (entry.kind === 'text' && !none) ||
          (entry.kind === 'number' &&
            ((figure.kind !== 'change' && entry.value < 0) ||
              (figure.kind !== 'amount' && !Number.isInteger(entry.value))));
        const at = book.values.get(`invalid ${key}`);
        if (at === undefined || book.isTrue(at) !== invalid) wrong.push(`${seed} ${figure.id} invalid`);
        const blankAt = book.values.get(`blank ${key}`);
        if (blankAt === undefined || book.isTrue(blankAt) !== none) wrong.push(`${seed} ${figure.id} blank`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: a box is painted by what stands in any of its cells, and painted whole where two contents stand in it',
  (_, edition) => {
    const wide = [...sheetLayout(edition).figures.values()].filter(({ columnSpan }) => columnSpan > 1);
    const book = workbook(edition, sheetLayout(edition).figures, ['invalid', 'blank']);
    /** Puts the same contents into the cells of every wide box, by how far they are from its first, and reads its formats. */
    const painted = (contents: Readonly<Record<number, string>>): string[] => {
      for (const { row, column } of wide)
        for (const [along, text] of Object.entries(contents))
          book.model.setUserInput(0, row + 1, column + 1 + Number(along), text);
      book.model.evaluate();
      const found = wide.flatMap(({ row, column, columnSpan }) =>
        Array.from({ length: columnSpan }, (_unused, along) =>
          ['blank', 'shared'].filter((style) => {
            const at = book.values.get(`${style} ${row},${column + along}`);
            return at !== undefined && book.isTrue(at);
          }),
        ).map((styles) => styles.join()),
      );
      return [...new Set(found)];
    };
    expect(wide.length).toBeGreaterThan(0);
    expect(painted({})).toEqual(['blank']);
    expect(painted({ 1: '5' })).toEqual(['']);
    expect(painted({ 0: '0', 1: '5' })).toEqual(['shared']);
    expect(painted({ 0: '', 1: "'无" })).toEqual(['blank']);
    expect(painted({ 1: '', 2: "'若干" })).toEqual(['']);
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
      for (let seed = 0; seed < cases(20); seed += 1) {
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
    expect([...functions].sort()).toEqual(['AND', 'COUNT', 'COUNTA', 'INT', 'MIN', 'OR', 'SUBSTITUTE', 'SUM', 'TRIM']);
    expect(rules.some((rule) => rule.formula.includes('!'))).toBe(false);
    expect(Math.max(...rules.map((rule) => rule.formula.length))).toBeLessThan(255);
    // A formula that speaks of a whole box serves only boxes of the same columns: two for each such block of the table 二.
    expect(rules.length).toBeLessThanOrEqual(edition.id === '2021' ? 27 : 48);
  }
});
