/**
 * The rules: how fast the check is beside formula engines that compute the same identities, and how often a repair names
 * the cell that was wrong.
 */
import type { Model } from '@ironcalc/wasm';
import type { CellPosition } from '../src/report/a1';
import { edition2021 } from '../src/report/editions/2021';
import type { TableId } from '../src/report/edition';
import { figuresOf, type FigureId } from '../src/report/figures';
import type { Report } from '../src/report/report';
import { sheetLayout } from '../src/report/sheet';
import { readJson } from '../src/read/formats/json';
import { check } from '../src/rules/check';
import { totalsOf } from '../src/rules/sums/identities';
import { inputOfReport } from '../src/rules/input';
import { checkNarrative } from '../src/rules/text/narrative';
import { compile, numericCheck, state } from '../src/rules/sums/numeric';
import { repairsOf } from '../src/rules/sums/repair';
import { resultsSheet } from '../src/papers/results';
import { newModel } from '../test/rules/ironcalc';
import { generator, validReport } from '../test/rules/sample';
import { sentences } from '../test/rules/sentences';
import { duration, measureAll, printTable, type Row } from './measure';
import { peer } from './peers';
import { mixes, slip, type Mix } from './slips';

const edition = edition2021;
const rules = compile(edition);
const figures = figuresOf(edition);
const cells = sheetLayout(edition).figures;

const vectorOf = (report: Report): Float64Array => Float64Array.from(figures, ({ id }) => report.figures[id] ?? NaN);
const reports = Array.from({ length: 16 }, (_, seed) => validReport(edition, generator(seed)));

interface HyperFormula {
  HyperFormula: {
    buildFromSheets(sheets: Readonly<Record<string, (string | number | null)[][]>>, options: object): Engine;
  };
}
interface Engine {
  setCellContents(cell: { sheet: number; row: number; col: number }, content: unknown): unknown;
  getRangeValues(range: { start: Place; end: Place }): unknown[][];
}
interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

/** The sheet 校验结果 with the figures of a report on another sheet, as an engine wants it. */
const verdictColumn = 5;
const results = resultsSheet(edition, cells, 'Sheet1', 'zh');
const verdictRows = results.rows.length - results.headerRows;

/** What a sheet holds: the same rows of cells go to the check and to the engines. */
type Grid = readonly (readonly (number | null)[])[];
const gridOf = (report: Report): Grid => {
  const grid: (number | null)[][] = [];
  for (const [id, { row, column }] of cells) {
    while (grid.length <= row) grid.push(Array.from({ length: 15 }, () => null));
    const line = grid[row];
    if (line !== undefined) line[column] = report.figures[id] ?? null;
  }
  return grid;
};
const grids = reports.map(gridOf);

function hyperFormula({ HyperFormula: library }: HyperFormula): { edit: () => unknown; replace: () => unknown } {
  const [first] = grids;
  if (first === undefined) throw new Error('no report');
  const engine = library.buildFromSheets(
    {
      Sheet1: first.map((line) => [...line]),
      Results: results.rows.map((row) => row.map((value) => (typeof value === 'object' ? value.formula : value))),
    },
    { licenseKey: 'gpl-v3' },
  );
  const verdicts = (): unknown[][] =>
    engine.getRangeValues({
      start: { sheet: 1, row: results.headerRows, col: verdictColumn },
      end: { sheet: 1, row: results.headerRows + verdictRows - 1, col: verdictColumn },
    });
  if (verdicts().some(([verdict]) => verdict !== '相符')) throw new Error('HyperFormula disagrees');
  const at = cells.get('applications.total.person');
  let turn = 0;
  return {
    edit: () => {
      turn += 1;
      engine.setCellContents({ sheet: 0, row: at?.row ?? 0, col: at?.column ?? 0 }, turn % 50);
      return verdicts();
    },
    replace: () => {
      turn += 1;
      engine.setCellContents({ sheet: 0, row: 0, col: 0 }, grids[turn % grids.length] ?? first);
      return verdicts();
    },
  };
}

function ironCalc(): { edit: () => unknown; replace: () => unknown } {
  const model: Model = newModel();
  model.pauseEvaluation();
  model.newSheet();
  results.rows.forEach((row, r) =>
    row.forEach((value, c) =>
      model.setUserInput(1, r + 1, c + 1, typeof value === 'object' ? value.formula : String(value)),
    ),
  );
  const put = (grid: Grid): void => {
    for (const { row, column } of cells.values())
      model.setUserInput(0, row + 1, column + 1, String(grid[row]?.[column] ?? ''));
    model.evaluate();
  };
  const verdicts = (): string[] =>
    Array.from({ length: verdictRows }, (_, at) =>
      model.getFormattedCellValue(1, results.headerRows + at + 1, verdictColumn + 1),
    );
  const [first] = grids;
  if (first === undefined) throw new Error('no report');
  put(first);
  if (verdicts().some((verdict) => verdict !== '相符')) throw new Error('IronCalc disagrees');
  const at: CellPosition = cells.get('applications.total.person') ?? { row: 0, column: 0 };
  let turn = 0;
  return {
    edit: () => {
      turn += 1;
      model.setUserInput(0, at.row + 1, at.column + 1, String(turn % 50));
      model.evaluate();
      return verdicts();
    },
    replace: () => {
      turn += 1;
      put(grids[turn % grids.length] ?? first);
      return verdicts();
    },
  };
}

/** One cell edited, and a whole report replaced, with every verdict read. */
export async function checking(): Promise<void> {
  const states = new Uint8Array(rules.identities.length);
  const vectors = reports.map(vectorOf);
  const vector = Float64Array.from(vectors[0] ?? []);
  const total = figures.find(({ id }) => id === 'applications.total.person')?.index ?? 0;
  let turn = 0;
  const edit = (): number => {
    turn += 1;
    vector[total] = turn % 50;
    return numericCheck(rules, vector, states);
  };
  const places = figures.map(({ id }) => cells.get(id) ?? { row: 0, column: 0 });
  const replace = (): number => {
    turn += 1;
    const grid = grids[turn % grids.length];
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at];
      vector[at] = (place && grid?.[place.row]?.[place.column]) ?? NaN;
    }
    return numericCheck(rules, vector, states);
  };
  const replaceById = (): number => {
    turn += 1;
    const next = reports[turn % reports.length];
    if (next !== undefined) figures.forEach(({ id }, at) => (vector[at] = next.figures[id] ?? NaN));
    return numericCheck(rules, vector, states);
  };
  const lines = reports.map((report) => JSON.stringify(report));
  const text = { ...(reports[0] ?? validReport(edition, generator(0))) };
  text.narrative = { overview: sentences.map(([, sentence]) => sentence), problems: [], other: [] };
  const textInput = inputOfReport(edition, text);
  const broken = {
    ...text,
    figures: { ...text.figures, 'applications.total.person': 999 },
    narrative: { overview: [], problems: [], other: [] },
  };
  const findingsOf = (line: string): unknown => {
    const report = JSON.parse(line) as Report;
    return check(inputOfReport(edition, report));
  };
  const checkedLine = (line: string): unknown => {
    const read = readJson(line);
    return read.ok ? read.readings.map(({ report }) => check(inputOfReport(edition, report))) : null;
  };
  const at = (): string => lines[(turn += 1) % lines.length] ?? '';
  const [numeric = NaN, byId = NaN, line = NaN, guarded = NaN, slipped = NaN, narrative = NaN] = await measureAll([
    () => numericCheck(rules, vectors[(turn += 1) % vectors.length] ?? vector, states),
    replaceById,
    () => findingsOf(at()),
    () => checkedLine(at()),
    () => check(inputOfReport(edition, broken)),
    () => checkNarrative(textInput),
  ]);
  printTable('Check of one report of 200 figures', [
    { what: 'numbers only, from an indexed vector', measured: duration(numeric), goal: '≤ 5 µs' },
    { what: 'numbers only, each looked up by its id', measured: duration(byId) },
    { what: 'from a JSON line to findings', measured: duration(line), goal: '≤ 100 µs' },
    { what: 'the same, with the schema checked', measured: duration(guarded) },
    { what: 'with a broken sum, repairs and all', measured: duration(slipped) },
    { what: `text rules over ${sentences.length} sentences`, measured: duration(narrative) },
  ]);

  const library = await peer<HyperFormula>('hyperformula');
  const peers = [
    ...(library === null ? [] : [{ name: 'HyperFormula', ...hyperFormula(library) }]),
    { name: 'IronCalc', ...ironCalc() },
  ];
  const rows: Row[] = [];
  for (const { name, edit: theirEdit, replace: theirReplace } of peers) {
    const [ownEdit = NaN, one = NaN, ownReplace = NaN, whole = NaN] = await measureAll(
      [edit, theirEdit, replace, theirReplace],
      { rounds: 9 },
    );
    rows.push(
      {
        what: `one cell edited, all verdicts read, ${name}`,
        measured: duration(ownEdit),
        peer: duration(one),
        ratio: one / ownEdit,
        goal: '≥ 10',
      },
      {
        what: `whole report replaced, ${name}`,
        measured: duration(ownReplace),
        peer: duration(whole),
        ratio: whole / ownReplace,
        goal: '≥ 300',
      },
    );
  }
  printTable('The same identities as formulas in an engine (how many times longer it takes)', rows);
}

interface Trial {
  readonly table: TableId;
  readonly slips: number;
  readonly mix: Mix;
  readonly count: number;
  readonly formulas?: boolean;
  /** No figure of the table is 0: the hardest case. */
  readonly dense?: boolean;
}

interface Outcome {
  readonly first: number;
  readonly amongThree: number;
  readonly listed: number;
  readonly harmful: number;
}

const settle = (vector: Float64Array): void => {
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { total, identity } of totalsOf(edition)) {
      vector[total.index] = identity.right.reduce((sum, { index }) => sum + (vector[index] ?? 0), 0);
    }
  }
};

function tryRepairs({ table, slips, mix, count, formulas = false, dense = false }: Trial): Outcome {
  const own = figures.filter((figure) => figure.table === table);
  const byFormula = new Set<FigureId>(formulas ? totalsOf(edition).map(({ total }) => total.id) : []);
  let broken = 0;
  const sums = { first: 0, amongThree: 0, listed: 0, harmful: 0 };
  for (let seed = 0; broken < count; seed += 1) {
    const random = generator(seed * 7919 + slips);
    const right = vectorOf(validReport(edition, random));
    if (dense) {
      for (const figure of own) right[figure.index] = 1 + random(40);
      settle(right);
    }
    const typed = Float64Array.from(right);
    const wrong = new Set<number>();
    while (wrong.size < slips) {
      const figure = own[random(own.length)];
      if (figure === undefined || byFormula.has(figure.id) || wrong.has(figure.index)) continue;
      const beside = right[figure.index + (random(2) === 0 ? 1 : -1)] ?? 0;
      typed[figure.index] = slip(right[figure.index] ?? 0, mix, random, beside);
      wrong.add(figure.index);
    }
    if (formulas) settle(typed);
    const states = new Uint8Array(rules.identities.length);
    if (numericCheck(rules, typed, states) === 0) continue;
    broken += 1;
    const repairs = repairsOf(edition, typed, states, byFormula).flatMap((each) => each.repairs);
    const indexOf = (id: FigureId): number => figures.findIndex((figure) => figure.id === id);
    const place = repairs.findIndex(
      ({ changes }) =>
        changes.length === slips &&
        changes.every(({ figure, to }) => wrong.has(indexOf(figure)) && right[indexOf(figure)] === to),
    );
    if (place === 0) sums.first += 1;
    if (place >= 0 && place < 3) sums.amongThree += 1;
    if (place >= 0) sums.listed += 1;
    for (const { changes } of repairs) {
      const mended = Float64Array.from(typed);
      for (const { figure, to } of changes) mended[indexOf(figure)] = to;
      if (formulas) settle(mended);
      const after = new Uint8Array(rules.identities.length);
      numericCheck(rules, mended, after);
      if (after.some((each, at) => each === state.broken && states[at] !== state.broken)) sums.harmful += 1;
    }
  }
  return {
    first: sums.first / count,
    amongThree: sums.amongThree / count,
    listed: sums.listed / count,
    harmful: sums.harmful,
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** How often the cell and the number that were meant come first. */
export function repairing(): void {
  const rows = Object.entries(mixes).flatMap(([name, mix]): Row[] => {
    const one = tryRepairs({ table: 'applications', slips: 1, mix, count: 2000 });
    const two = tryRepairs({ table: 'applications', slips: 2, mix, count: 1000 });
    const review = tryRepairs({ table: 'review', slips: 1, mix, count: 4000 });
    const hard = tryRepairs({ table: 'review', slips: 1, mix, count: 4000, dense: true });
    const formulas = tryRepairs({ table: 'applications', slips: 1, mix, count: 300, formulas: true });
    const harmful = [one, two, review, hard, formulas].reduce((sum, outcome) => sum + outcome.harmful, 0);
    return [
      { what: `${name}: one slip, 申请 table, first`, measured: percent(one.first), goal: '≥ 99 %' },
      { what: `${name}: two slips, 申请 table, among three`, measured: percent(two.amongThree), goal: '≥ 80 %' },
      { what: `${name}: one slip, 复议诉讼 table, first`, measured: percent(review.first), goal: '≥ 60 %' },
      { what: `${name}: the same, no figure is 0`, measured: percent(hard.first) },
      { what: `${name}: the same two, listed`, measured: percent(Math.min(review.listed, hard.listed)), goal: '100 %' },
      {
        what: `${name}: totals by formula, 申请 table, first`,
        measured: percent(formulas.first),
        peer: `listed ${percent(formulas.listed)}`,
      },
      { what: `${name}: repairs that break another rule`, measured: String(harmful), goal: '0' },
    ];
  });
  printTable('Repairs', rows);
}
