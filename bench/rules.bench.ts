/** The rules: how fast the check is beside formula engines that compute the same identities. */
import type { Model } from '@ironcalc/wasm';
import type { CellPosition } from '../src/report/a1';
import { edition2021 } from '../src/report/editions/2021';
import { figuresOf } from '../src/report/figures';
import type { Report } from '../src/report/report';
import { sheetLayout } from '../src/report/sheet/sheet';
import { readJson } from '../src/read/formats/json';
import { check } from '../src/rules/check';
import { inputOfReport } from '../src/rules/input';
import { checkNarrative } from '../src/rules/text/narrative';
import { compile, numericCheck } from '../src/rules/sums/numeric';
import { resultsSheet } from '../src/papers/results';
import { newModel } from '../test/rules/engines/ironcalc';
import { generator, validReport } from '../test/rules/sample';
import { office } from '../test/rules/text/sentences/office';
import { duration, measureAll, printTable, type Row } from './measure';
import { peer } from './peers';

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
  text.narrative = { overview: office.claims.map(([, sentence]) => sentence), problems: [], other: [] };
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
    { what: `text rules over ${office.claims.length} sentences`, measured: duration(narrative) },
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
