/**
 * The conditional formats that hold the rules: put on, compared with what stands on a sheet, and put back. They are
 * never edited, only deleted and made anew: editing one that was damaged by pasting is unreliable in Excel.
 */
import { a1Range, columnLetters, columnOf, reference, referredBlock, type CellBlock } from '../report/a1';
import { paintColours, type PaintRule } from '../report/sheet/workbook';

/** Adds formats in order of priority, the first the highest. */
export function addPaint(sheet: Excel.Worksheet, rules: readonly PaintRule[]): void {
  // A format that is added takes the highest priority: the last one added is the first.
  for (const rule of [...rules].reverse()) {
    const { row, column, rowCount, columnCount } = rule.range;
    const range = sheet.getRange(a1Range(row, column, rowCount, columnCount));
    const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    format.custom.rule.formula = rule.formula;
    format.custom.format.fill.color = paintColours[rule.style].fill;
    format.custom.format.font.color = paintColours[rule.style].font;
    format.stopIfTrue = false;
  }
}

const references = new RegExp(`${reference}(?![\\d(A-Z])`, 'gu');

/** A formula as it reads from any cell: relative references as offsets from `base`. */
export function relativeFormula(formula: string, base: { readonly row: number; readonly column: number }): string {
  return formula
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(references, (_, columnFixed: string, letters: string, rowFixed: string, row: string) => {
      const column = columnOf(letters);
      const columnPart = columnFixed === '$' ? `C${column}` : `C[${column - base.column}]`;
      const rowPart = rowFixed === '$' ? `R${Number(row) - 1}` : `R[${Number(row) - 1 - base.row}]`;
      return rowPart + columnPart;
    });
}

const relative = String.raw`R(?:\d+|\[-?\d+\])C(?:\d+|\[-?\d+\])`;
const lists = new RegExp(`${relative}(?::${relative})?(?:,${relative}(?::${relative})?)+`, 'gu');

/** A block of cells in a relative formula: the rows as numbers beside how they are written. */
interface RelativeBlock {
  readonly column: string;
  readonly lastColumn: string;
  readonly first: number;
  readonly last: number;
  readonly fixed: boolean;
}

function relativeBlock(written: string): RelativeBlock {
  const [from = '', to = from] = written.split(':');
  const rowOf = (cell: string): number => Number(/-?\d+/u.exec(cell)?.[0]);
  const columnPart = (cell: string): string => cell.slice(cell.indexOf('C'));
  return {
    column: columnPart(from),
    lastColumn: columnPart(to),
    first: rowOf(from),
    last: rowOf(to),
    fixed: !from.startsWith('R['),
  };
}

function writtenBlock({ column, lastColumn, first, last, fixed }: RelativeBlock): string {
  const row = (at: number): string => (fixed ? `R${at}` : `R[${at}]`);
  return `${row(first)}${column}:${row(last)}${lastColumn}`;
}

/** Blocks one below the other as one: when a row between them is deleted, a formula goes on naming both. */
function joinedBlocks(formula: string): string {
  return formula.replace(lists, (list) => {
    const joined: RelativeBlock[] = [];
    for (const next of list.split(',').map(relativeBlock)) {
      const above = joined.at(-1);
      const goesOn =
        above !== undefined &&
        above.fixed === next.fixed &&
        above.column === next.column &&
        above.lastColumn === next.lastColumn &&
        above.last + 1 === next.first;
      if (goesOn) joined[joined.length - 1] = { ...above, last: next.last };
      else joined.push(next);
    }
    return joined.map(writtenBlock).join();
  });
}

/** A format as it stands on a sheet. */
export interface FoundFormat {
  readonly ranges: readonly CellBlock[];
  readonly formula: string;
}

const cellsOf = function* ({ row, column, rowCount, columnCount }: CellBlock): Generator<string> {
  for (let r = row; r < row + rowCount; r += 1)
    for (let c = column; c < column + columnCount; c += 1) yield `${r},${c}`;
};

/** The cells that formats paint, by what they say there. */
function cellsBySaying(formats: readonly FoundFormat[]): Map<string, Set<string>> {
  const painted = new Map<string, Set<string>>();
  for (const { ranges, formula } of formats) {
    const [first] = ranges;
    if (first === undefined) continue;
    const said = joinedBlocks(relativeFormula(formula, first));
    const cells = painted.get(said) ?? new Set();
    for (const range of ranges) for (const cell of cellsOf(range)) cells.add(cell);
    painted.set(said, cells);
  }
  return painted;
}

/**
 * `intact`: each cell that a rule should paint is painted by a format that says the same, and by none of Gouji's that says
 * something else: what is copied takes its formats along. `absent`: no format of Gouji's is there. Formats that users added
 * themselves do not count, nor do Gouji's beside the cells of figures.
 */
export function compareFormats(
  expected: readonly PaintRule[],
  found: readonly FoundFormat[],
): 'intact' | 'damaged' | 'absent' {
  const painted = cellsBySaying(found);
  const wanted = cellsBySaying(expected.map(({ range, formula }) => ({ ranges: [range], formula })));
  const all = new Set([...wanted.values()].flatMap((cells) => [...cells]));
  const held = [...wanted].filter(([said, cells]) => {
    const own = painted.get(said);
    return own !== undefined && [...cells].every((cell) => own.has(cell));
  }).length;
  const astray = [...painted].some(([said, cells]) =>
    [...cells].some((cell) => all.has(cell) && wanted.get(said)?.has(cell) !== true),
  );
  if (held === wanted.size && !astray) return 'intact';
  return held === 0 && found.length === 0 ? 'absent' : 'damaged';
}

/** But for what marks figures of last year: it belongs to numbers that were put there once, and no rule asks for it. */
const ours = new Set(
  [paintColours.broken, paintColours.invalid, paintColours.blank].map(({ fill }) => fill.toUpperCase()),
);

interface OwnFormat extends FoundFormat {
  readonly format: Excel.ConditionalFormat;
}

/** Gouji's formats on a sheet, known by their colours. Two requests: what is there, then what it says. */
async function loadOwn(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<OwnFormat[]> {
  const formats = sheet.getRange(`A1:${columnLetters(51)}400`).conditionalFormats;
  formats.load('items/type');
  await context.sync();
  const custom = formats.items
    .filter((format) => format.type === Excel.ConditionalFormatType.custom)
    .map((format) => {
      const { rule } = format.custom;
      const { fill } = format.custom.format;
      const areas = format.getRanges();
      rule.load('formula');
      fill.load('color');
      areas.load('address');
      return { format, rule, fill, areas };
    });
  await context.sync();
  return custom
    .filter(({ fill }) => ours.has(fill.color.toUpperCase()))
    .map(({ format, rule, areas }) => ({
      format,
      formula: rule.formula,
      ranges: areas.address.split(',').flatMap((address) => referredBlock(address.replace(/^.*!/, '')) ?? []),
    }));
}

/** Gouji's formats on a sheet, as they stand now. */
export function readFormats(sheet: string): Promise<FoundFormat[]> {
  // `Excel.run`, because the ranges of the formats are gone back to after the first answer.
  return Excel.run((context) => loadOwn(context, context.workbook.worksheets.getItem(sheet)));
}

/** Deletes what is left of Gouji's formats on the sheet and puts the expected ones on. */
export async function replaceFormats(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  expected: readonly PaintRule[],
): Promise<void> {
  for (const { format } of await loadOwn(context, sheet)) format.delete();
  addPaint(sheet, expected);
  await context.sync();
}
