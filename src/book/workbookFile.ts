/** A workbook of the book as JSON, for the samples: every style once, every row a list of cells. */
import {
  defaultPageLayout,
  emptySheet,
  type Cell,
  type DefinedName,
  type Line,
  type Row,
  type Sheet,
  type Style,
  type Workbook,
} from './sheet';
import { CellError, errorOf, formulaOf, type Content } from './formulas/value';

/** A formula starts with `=`, a text with `'`, an error with `#`; truth values and numbers are themselves. */
type ContentFile = string | number | boolean | null;

/** Column, content, number of the style, number format where it is not General. */
type CellFile = readonly [column: number, content: ContentFile, style: number, format?: string];

/** First line, how many, size in points or null, hidden. */
type LineFile = readonly [first: number, count: number, size: number | null, hidden: boolean];

type SheetFile = Omit<Sheet, 'cells' | 'rows' | 'columns'> & {
  readonly cells: readonly (readonly [row: number, cells: readonly CellFile[]])[];
  readonly rows: readonly LineFile[];
  readonly columns: readonly LineFile[];
};

export interface WorkbookFile {
  readonly styles: readonly Style[];
  readonly sheets: readonly SheetFile[];
  readonly names: readonly DefinedName[];
}

function contentToFile(content: Content): ContentFile {
  const formula = formulaOf(content);
  if (formula !== null) return formula;
  if (content instanceof CellError) return content.code;
  return typeof content === 'string' ? `'${content}` : (content as ContentFile);
}

function contentFromFile(content: ContentFile): Content {
  if (typeof content !== 'string') return content;
  if (content.startsWith("'")) return content.slice(1);
  return content.startsWith('=') ? { formula: content } : errorOf(content);
}

const byIndex = <T>(map: ReadonlyMap<number, T>): (readonly [number, T])[] => [...map].sort(([a], [b]) => a - b);

function linesToFile(lines: ReadonlyMap<number, Line>): LineFile[] {
  const runs: LineFile[] = [];
  for (const [index, { size, hidden }] of byIndex(lines)) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === index && last[2] === size && last[3] === hidden) {
      runs[runs.length - 1] = [last[0], last[1] + 1, size, hidden];
    } else runs.push([index, 1, size, hidden]);
  }
  return runs;
}

const linesFromFile = (runs: readonly LineFile[]): ReadonlyMap<number, Line> =>
  new Map(
    runs.flatMap(([first, count, size, hidden]) =>
      Array.from({ length: count }, (_, i) => [first + i, { size, hidden }] as const),
    ),
  );

export function workbookToFile(workbook: Workbook): WorkbookFile {
  const styles: Style[] = [];
  const numbers = new Map<string, number>();
  const styleNumber = (style: Style): number => {
    const key = JSON.stringify(style);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, styles.length);
    return styles.push(style) - 1;
  };
  const cellFile = (column: number, { content, format, style }: Cell): CellFile => {
    const cell = [column, contentToFile(content), styleNumber(style)] as const;
    return format === 'General' ? cell : [...cell, format];
  };
  const sheets = workbook.sheets.map((sheet): SheetFile => ({
    ...sheet,
    cells: byIndex(sheet.cells).map(([row, line]) => [
      row,
      byIndex(line).map(([column, cell]) => cellFile(column, cell)),
    ]),
    rows: linesToFile(sheet.rows),
    columns: linesToFile(sheet.columns),
  }));
  return { styles, sheets, names: workbook.names };
}

/** @throws {Error} Where a cell names a style that the file does not hold. */
export function workbookFromFile({ styles, sheets, names }: WorkbookFile): Workbook {
  const cellOf = ([, content, number, format]: CellFile): Cell => {
    const style = styles[number];
    if (style === undefined) throw new Error(`the workbook file has no style ${number}`);
    return { content: contentFromFile(content), format: format ?? 'General', style };
  };
  return {
    sheets: sheets.map((sheet): Sheet => ({
      ...emptySheet(sheet.id, sheet.name),
      ...sheet,
      // What a file of an earlier version does not know.
      page: { ...defaultPageLayout, ...sheet.page },
      cells: new Map(
        sheet.cells.map(([row, cells]): readonly [number, Row] => [
          row,
          new Map(cells.map((cell) => [cell[0], cellOf(cell)])),
        ]),
      ),
      rows: linesFromFile(sheet.rows),
      columns: linesFromFile(sheet.columns),
    })),
    names,
  };
}
