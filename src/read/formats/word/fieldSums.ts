/**
 * Sums that a Word table makes of its cells (`=SUM(LEFT)`, `=B2+C2`). Word shows the result that the file keeps, and makes it
 * anew only when a person asks for it: whether it fits the cells as they are is told here, as far as that is plain.
 */
import { referredBlock } from '../../../report/a1';
import { sameAmount } from '../../../report/figures';
import { paragraphOf, type DocumentBlock } from '../../containers/tree';

/** A cell of a table, as far as sums need it. */
interface SummedCell {
  readonly blocks: DocumentBlock[];
  /** The code of a calculation that stands in it. */
  readonly sum?: string | undefined;
  /** Where it begins, counted in columns of the table. */
  readonly column: number;
}

/** A number, null for a blank cell, or the text of another. */
type Content = number | string | null;

/** Cells that are looked at for the sums of a table. A report has some hundred. */
const mostLooks = 100_000;

const direction = /^\s*=\s*SUM\s*\(\s*(LEFT|RIGHT|ABOVE|BELOW)\s*\)\s*$/iu;
const listed =
  /^\s*=\s*(?:SUM\s*\(\s*([A-Z]\d{1,4}(?:\s*[,:]\s*[A-Z]\d{1,4})*)\s*\)|([A-Z]\d{1,4}(?:\s*\+\s*[A-Z]\d{1,4})+))\s*$/iu;
const numeral = /^-?\d+(?:\.\d+)?$/u;

const textOf = (blocks: readonly DocumentBlock[]): string =>
  blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : '?'))
    .join('\n')
    .trim();

function contentOf({ blocks }: SummedCell): Content {
  const text = textOf(blocks).replace(/[,，\s]/gu, '');
  return text === '' ? null : numeral.test(text) ? Number(text) : text;
}

/** What Word may have added up of cells, the nearest first: versions differ in where they stop. None where no cell holds a number. */
function sumsOf(line: readonly Content[]): number[] {
  if (!line.some((content) => typeof content === 'number')) return [];
  let [first, next, all, even] = [0, 0, 0, 0];
  let stopped = false;
  let ended = false;
  for (const content of line) {
    stopped ||= typeof content !== 'number';
    ended ||= typeof content === 'string';
    const value = typeof content === 'number' ? content : 0;
    if (!stopped) first += value;
    if (!ended) next += value;
    all += value;
    // The figure that numbers a label is one to Word.
    even += typeof content === 'string' ? Number(/\d+/u.exec(content)?.[0] ?? 0) : value;
  }
  return [first, next, all, even];
}

class TableSums {
  private looks = 0;
  private readonly known = new Map<SummedCell, Content>();

  constructor(private readonly rows: readonly (readonly SummedCell[])[]) {}

  private at(row: number, index: number): Content | undefined {
    this.looks += 1;
    const cell = this.rows[row]?.[index];
    return cell === undefined ? undefined : this.contentOf(cell);
  }

  private contentOf(cell: SummedCell): Content {
    const before = this.known.get(cell);
    if (before !== undefined) return before;
    const content = contentOf(cell);
    this.known.set(cell, content);
    return content;
  }

  /** The cells in a column above or below, by their number in the row or by where they begin. */
  private column(row: number, index: number, step: number, byPlace: boolean): Content[] {
    const { column } = this.rows[row]?.[index] ?? { column: 0 };
    const line: Content[] = [];
    for (let at = row + step; this.rows[at] !== undefined && this.looks < mostLooks; at += step) {
      const own = byPlace ? this.indexAt(at, column) : index;
      const content = this.at(at, own);
      if (content !== undefined) line.push(content);
    }
    return line;
  }

  private indexAt(row: number, column: number): number {
    const cells = this.rows[row] ?? [];
    const index = cells.findIndex((cell) => cell.column >= column);
    this.looks += index === -1 ? cells.length : index;
    return cells[index]?.column === column ? index : -1;
  }

  private beside(row: number, index: number, step: number): Content[] {
    const line: Content[] = [];
    for (let at = index + step; this.rows[row]?.[at] !== undefined && this.looks < mostLooks; at += step)
      line.push(this.at(row, at) ?? null);
    return line;
  }

  private inDirection(row: number, index: number, way: string): number[] {
    if (way === 'LEFT' || way === 'RIGHT') return sumsOf(this.beside(row, index, way === 'LEFT' ? -1 : 1));
    const step = way === 'ABOVE' ? -1 : 1;
    return [true, false].flatMap((byPlace) => sumsOf(this.column(row, index, step, byPlace)));
  }

  /** The sum of cells that a calculation names; none where one of them holds words, or is not there. */
  private ofNamed(references: string): number[] {
    let sum = 0;
    for (const part of references.split(/[,+]/u)) {
      const cells = referredBlock(part);
      if (cells === null) return [];
      for (let row = 0; row < cells.rowCount && this.looks < mostLooks; row += 1)
        for (let column = 0; column < cells.columnCount; column += 1) {
          const content = this.at(cells.row + row, cells.column + column);
          if (content === undefined || typeof content === 'string') return [];
          sum += content ?? 0;
        }
    }
    return [sum];
  }

  /** True where a cell shows another number than its calculation gives of the others. */
  isStale(row: number, index: number): boolean {
    const cell = this.rows[row]?.[index];
    const [code = ''] = cell?.sum?.split('\\') ?? [];
    const shown = cell === undefined ? null : this.contentOf(cell);
    if (typeof shown !== 'number' || this.looks >= mostLooks) return false;
    const way = direction.exec(code)?.[1]?.toUpperCase();
    const [, inside, added] = listed.exec(code) ?? [];
    const sums = way === undefined ? this.ofNamed(inside ?? added ?? '?') : this.inDirection(row, index, way);
    if (this.looks >= mostLooks) return false;
    return sums.length > 0 && !sums.some((sum) => sameAmount(sum, shown));
  }
}

/** Marks the numbers of a table that its cells no longer add up to. The blocks of its cells are changed in place. */
export function markStaleSums(rows: readonly (readonly SummedCell[])[]): void {
  if (!rows.some((row) => row.some(({ sum }) => sum !== undefined))) return;
  const sums = new TableSums(rows);
  const stale = rows.flatMap((row, at) => row.filter(({ sum }, index) => sum !== undefined && sums.isStale(at, index)));
  for (const { blocks } of stale)
    blocks.forEach((block, at) => {
      if (block.kind !== 'paragraph') return;
      const runs = block.runs ?? [{ text: block.text, aside: null }];
      blocks[at] = paragraphOf(runs.map((run) => (run.aside === null ? { ...run, aside: 'stale' } : run)));
    });
}
