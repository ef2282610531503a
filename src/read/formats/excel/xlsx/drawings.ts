/**
 * What is drawn over the cells of a sheet: a box with a number in it, or one that covers what stands beneath, and a line through
 * a row. What the cells hold is then not what the eye reads. Source: ECMA-376 part 1, 20.5.
 */
import type { Archive } from '../../../containers/archive';
import { relationsOf } from '../../../containers/package';
import { parseXml, placeIn, type XmlAttributes } from '../../../containers/xml';
import { sheetLimits } from '../limits';
import { endOfCells } from './plainRows';

/** Cells under something drawn, zero-based, both ends too. */
export interface Drawn {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** What is written in it, '' where nothing is. */
  readonly text: string;
}

/** Of a usual cell, in the unit of drawings: what reaches less far into it leaves it to be seen. */
const cellSize = { col: 609_600, row: 190_500 } as const;
const seen = 0.25;

type Axis = keyof typeof cellSize;

/** One end of something drawn: a cell, and how far in it. */
interface End {
  col: number;
  row: number;
  colOff: number;
  rowOff: number;
}

const anchors = new Set(['twoCellAnchor', 'oneCellAnchor']);
const ends = new Set(['from', 'to']);
/** Things drawn of which a sheet with a report has more are not looked at. */
const mostDrawn = 500;

class DrawingReader {
  readonly found: Drawn[] = [];
  private from: End | null = null;
  private to: End | null = null;
  private end: End | null = null;
  private field = '';
  private digits = '';
  private kind: 'shape' | 'line' | null = null;
  private depth = 0;
  private inText = false;
  private written = '';
  private filled = false;
  private inProperties = 0;

  open = (name: string, attributes: XmlAttributes): void => {
    if (anchors.has(name)) this.begin();
    else if (ends.has(name)) {
      this.end = { col: 0, row: 0, colOff: 0, rowOff: 0 };
      if (name === 'from') this.from = this.end;
      else this.to = this.end;
    } else if (name === 'ext' && this.to === null && this.from !== null && this.kind === null)
      this.to = this.endBySize(Number(attributes.get('cx')), Number(attributes.get('cy')));
    else if (name === 'sp') this.kind = 'shape';
    else if (name === 'cxnSp') this.kind = 'line';
    else if (name === 'prstGeom' && /line|connector/iu.test(attributes.get('prst') ?? '')) this.kind = 'line';
    else if (name === 'spPr') this.inProperties = this.depth;
    else if (name === 'solidFill' && this.depth === this.inProperties + 1) this.filled = true;
    // One through which the cells are seen covers none.
    else if (name === 'alpha' && this.depth === this.inProperties + 3) this.filled = false;
    else if (name === 't') this.inText = true;
    this.field = name;
    this.digits = '';
    this.depth += 1;
  };

  close = (name: string): undefined => {
    this.depth -= 1;
    if (this.end !== null && name in this.end) this.end[name as keyof End] = Number(this.digits);
    else if (ends.has(name)) this.end = null;
    else if (name === 't') this.inText = false;
    else if (name === 'p' && this.written !== '') this.written += ' ';
    else if (anchors.has(name)) this.finish();
    this.field = '';
  };

  text = (text: string): void => {
    if (this.inText) this.written += text;
    else if (this.end !== null && this.field in this.end) this.digits += text;
  };

  private begin(): void {
    this.from = null;
    this.to = null;
    this.end = null;
    this.kind = null;
    this.written = '';
    this.filled = false;
  }

  /** The end of what has a size of its own: cells are taken to be of usual size. */
  private endBySize(width: number, height: number): End | null {
    const { from } = this;
    if (from === null || !(width >= 0) || !(height >= 0)) return null;
    const [right, bottom] = [from.colOff + width, from.rowOff + height];
    return {
      col: from.col + Math.floor(right / cellSize.col),
      row: from.row + Math.floor(bottom / cellSize.row),
      colOff: right % cellSize.col,
      rowOff: bottom % cellSize.row,
    };
  }

  private finish(): void {
    const { from, to, kind, filled } = this;
    const text = this.written.trim();
    if (from === null || to === null || kind === null || this.found.length >= mostDrawn) return;
    // A line that goes down beside the rows is a border; one within a row goes through what stands there.
    const matters = kind === 'line' ? from.row === to.row : /\p{N}/u.test(text) || (filled && text === '');
    if (!matters) return;
    const first = (axis: Axis): number =>
      from[axis] + (from[`${axis}Off`] > cellSize[axis] * (1 - seen) && to[axis] > from[axis] ? 1 : 0);
    const last = (axis: Axis, limit: number): number =>
      Math.min(limit - 1, to[axis] - (to[`${axis}Off`] < cellSize[axis] * seen && to[axis] > from[axis] ? 1 : 0));
    this.found.push({
      firstRow: first('row'),
      lastRow: last('row', sheetLimits.rows),
      firstColumn: first('col'),
      lastColumn: last('col', sheetLimits.columns),
      text,
    });
  }
}

/** What is drawn over the cells of a sheet. Throws an ArchiveError. */
export function drawnOver(archive: Archive, part: string, sheet: Uint8Array): readonly Drawn[] {
  const from = Math.max(0, endOfCells(sheet));
  if (placeIn(sheet, 'drawing ', from) === -1) return [];
  const drawing = relationsOf(archive, part).ofKind('drawing');
  const bytes = drawing === null ? null : archive.read(drawing);
  if (bytes === null) return [];
  const reader = new DrawingReader();
  parseXml(bytes, reader);
  return reader.found;
}
