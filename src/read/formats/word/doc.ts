/** Reads reports from an old Word document (.doc, .wps). Tables keep their cells: the file says where each row ends. */
import type { Compound } from '../../containers/compound';
import { readBlocks } from '../../compose/document';
import { failed } from '../../failure';
import type { ReadResult } from '../../reading';
import {
  paragraphOf,
  unstarted,
  withCovered,
  type CoveredCell,
  type DocumentBlock,
  type DocumentTable,
  type TableCell,
} from '../../containers/tree';
import { markStaleSums } from './fieldSums';
import { openWordStream, type RowDefinition, type StreamParagraph } from './wordStream';

interface OpenCell {
  readonly blocks: DocumentBlock[];
  readonly empty: boolean;
  /** The code of a calculation in it. */
  readonly sum: string | undefined;
}

interface OpenRow {
  readonly cells: readonly OpenCell[];
  /** Null where the file does not say where its cells stand, or speaks of another number of cells. */
  readonly definition: RowDefinition | null;
}

interface OpenTable {
  readonly rows: OpenRow[];
  cells: OpenCell[];
  blocks: DocumentBlock[];
  sum: string | undefined;
}

/** Longest text, in characters: each is looked at by itself, and carries the look that it has. */
const longestText = 1024 * 1024;

/** Edges closer than this are one: programs round them. */
const tolerance = 20;

/** Edges of all rows from left to right, one for each column. */
function columnsOf(rows: readonly OpenRow[]): number[] {
  const edges = rows.flatMap((row) => row.definition?.edges ?? []).sort((a, b) => a - b);
  const columns: number[] = [];
  for (const edge of edges) {
    const last = columns.at(-1);
    if (last === undefined || edge - last > tolerance) columns.push(edge);
  }
  return columns;
}

/** Puts the cells of each row into the columns of the whole table. A cell that continues one above lets that one grow. */
function tableOf(rows: readonly OpenRow[]): DocumentTable {
  interface Growing {
    readonly blocks: readonly DocumentBlock[];
    readonly columnSpan: number;
    rowSpan: number;
    covered?: CoveredCell[];
  }
  const columns = columnsOf(rows);
  const columnAt = (edge: number): number => {
    let [low, high] = [0, columns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((columns[middle] ?? 0) <= edge) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const starts = new Map<number, Growing>();
  return {
    kind: 'table',
    rows: rows.map(({ cells, definition }): TableCell[] => {
      if (definition === null) {
        starts.clear();
        return cells.map(({ blocks }) => ({ blocks, columnSpan: 1, rowSpan: 1 }));
      }
      const line: Growing[] = [];
      let column = columnAt(definition.edges[0] ?? 0);
      if (column > 0) line.push({ blocks: [], columnSpan: column, rowSpan: 1 });
      cells.forEach(({ blocks, empty }, index) => {
        const end = columnAt(definition.edges[index + 1] ?? 0);
        const columnSpan = Math.max(1, end - column);
        const merge = definition.merges[index] ?? 'none';
        const above = starts.get(column);
        const before = line.at(-1);
        const joins = definition.joined[index] === true && definition.joined[index - 1] === true && empty;
        if (joins && before !== undefined)
          line[line.length - 1] = { ...before, columnSpan: before.columnSpan + columnSpan };
        else if (merge === 'continued' && above?.columnSpan === columnSpan) {
          above.covered = withCovered(above.covered, { down: above.rowSpan, across: 0, blocks });
          above.rowSpan += 1;
        } else {
          const own: Growing = { blocks: merge === 'continued' ? unstarted(blocks) : blocks, columnSpan, rowSpan: 1 };
          line.push(own);
          if (merge === 'start') starts.set(column, own);
          else starts.delete(column);
        }
        column += columnSpan;
      });
      return line;
    }),
  };
}

interface Blocks {
  readonly blocks: readonly DocumentBlock[];
  /** Rows whose cells the file does not place. */
  readonly unplaced: number;
}

function blocksOf(paragraphs: readonly StreamParagraph[]): Blocks {
  const root: DocumentBlock[] = [];
  const tables: OpenTable[] = [];
  let unplaced = 0;
  const sink = (): DocumentBlock[] => tables.at(-1)?.blocks ?? root;
  const endCell = (table: OpenTable): void => {
    const empty = table.blocks.every((block) => block.kind === 'paragraph' && block.text.trim() === '');
    table.cells.push({ blocks: table.blocks, empty, sum: table.sum });
    table.blocks = [];
    table.sum = undefined;
  };
  const endRow = (table: OpenTable, definition: RowDefinition | null): void => {
    const { cells } = table;
    const fits = definition !== null && definition.edges.length === cells.length + 1;
    if (!fits) unplaced += 1;
    table.rows.push({ cells, definition: fits ? definition : null });
    table.cells = [];
    table.blocks = [];
  };
  const endTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    if (table.blocks.length > 0) endCell(table);
    if (table.cells.length > 0) endRow(table, null);
    if (table.rows.length === 0) return;
    markStaleSums(table.rows.map(({ cells }) => cells.map((cell, column) => ({ ...cell, column }))));
    sink().push(tableOf(table.rows));
  };
  for (const { runs, depth, ends, row, deleted, sum } of paragraphs) {
    while (tables.length > depth) endTable();
    while (tables.length < depth) tables.push({ rows: [], cells: [], blocks: [], sum: undefined });
    const table = tables.at(-1);
    if (table !== undefined && ends === 'row') {
      // LibreOffice marks the ends of rows that stay; of a row that is deleted nothing is left.
      if (deleted && table.cells.every(({ empty }) => empty)) {
        table.cells = [];
        table.blocks = [];
      } else endRow(table, row);
      continue;
    }
    sink().push(paragraphOf(runs));
    if (table !== undefined) table.sum = sum ?? table.sum;
    if (table !== undefined && ends === 'cell') endCell(table);
  }
  while (tables.length > 0) endTable();
  return { blocks: root, unplaced };
}

/** Throws an ArchiveError where the file is not what it should be. */
export function readDoc(compound: Compound): ReadResult {
  const stream = openWordStream(compound, longestText);
  if (stream === null) return failed('oldWord');
  const body = blocksOf(stream.body);
  const boxes = blocksOf(stream.boxes);
  // What stands in text boxes is not told from captions and stamps, unless it is a table.
  const boxed = boxes.blocks.some((block) => block.kind === 'table') ? boxes.blocks : [];
  const result = readBlocks([...body.blocks, ...boxed]);
  const rows = body.unplaced + (boxed.length > 0 ? boxes.unplaced : 0);
  if (!result.ok || rows === 0) return result;
  return {
    ok: true,
    readings: result.readings.map((reading) => ({
      ...reading,
      doubts: [
        { kind: 'cellsUnplaced', figures: [...reading.sources.keys()], place: null, details: { rows } },
        ...reading.doubts,
      ],
    })),
  };
}
