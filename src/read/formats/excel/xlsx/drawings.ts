/** What is drawn over the cells of a sheet of an .xlsx workbook. Source: ECMA-376 part 1, 20.5. */
import type { Archive } from '../../../containers/archive';
import { relationsOf } from '../../../containers/package';
import { parseXml, type XmlAttributes } from '../../../containers/xml';
import { drawnBy, type Drawn, type End } from '../drawn';
import { behindCells } from './plainRows';
import { SheetSizes, usualSize } from './sizes';
import { drawnInVml } from './vmlDrawings';

/** One end of something drawn: a cell, and how far in it. */
interface Corner {
  col: number;
  row: number;
  colOff: number;
  rowOff: number;
}

const endOf = ({ col, row, colOff, rowOff }: Corner): End => ({
  row,
  down: rowOff / usualSize.row,
  column: col,
  right: colOff / usualSize.column,
});

/** The cell in which a place lies, and how far in it, as if it were a usual one. */
function cornerAt(sizes: SheetSizes, left: number, top: number): Corner {
  const [column, row] = [sizes.columnAt(left), sizes.rowAt(top)];
  return {
    col: column.line,
    colOff: column.part * usualSize.column,
    row: row.line,
    rowOff: row.part * usualSize.row,
  };
}

const anchors = new Set(['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor']);
/** What hides what lies beneath. */
const fills = new Set(['solidFill', 'gradFill', 'blipFill', 'pattFill']);
const ends = new Set(['from', 'to']);
/** Things drawn of which a sheet with a report has more are not looked at. */
const mostDrawn = 500;

class DrawingReader {
  readonly found: Drawn[] = [];
  private from: Corner | null = null;
  private to: Corner | null = null;
  private end: Corner | null = null;
  private field = '';
  private digits = '';
  private kind: 'shape' | 'line' | null = null;
  private depth = 0;
  private inText = false;
  private written = '';
  /** What the shape says of itself; null where it says nothing, and its style does. */
  private filled: boolean | null = null;
  private styled = false;
  private unshown = false;
  private inProperties = 0;
  /** Where something lies that hangs on no cell, from the corner of the sheet. */
  private sized = 0;
  private place: { readonly x: number; readonly y: number } | null = null;

  constructor(private readonly sizes: () => SheetSizes) {}

  open = (name: string, attributes: XmlAttributes): void => {
    if (anchors.has(name)) this.begin();
    else if (ends.has(name)) {
      this.end = { col: 0, row: 0, colOff: 0, rowOff: 0 };
      if (name === 'from') this.from = this.end;
      else this.to = this.end;
    } else if (name === 'pos' && this.from === null && this.kind === null)
      this.place = { x: Number(attributes.get('x')), y: Number(attributes.get('y')) };
    else if (name === 'ext' && this.to === null && this.kind === null)
      this.takeSize(Number(attributes.get('cx')), Number(attributes.get('cy')));
    else if (name === 'sp') this.kind = 'shape';
    else if (name === 'graphicFrame') this.beginChart();
    // In a group a line is one thing among others.
    else if (name === 'cxnSp') this.kind ??= 'line';
    else if (name === 'cNvPr') this.unshown ||= attributes.get('hidden') === '1';
    else if (
      name === 'prstGeom' &&
      this.depth === this.inProperties + 1 &&
      /line|connector/iu.test(attributes.get('prst') ?? '')
    )
      this.kind = 'line';
    else if (name === 'spPr') this.inProperties = this.depth;
    else if (fills.has(name) && this.depth === this.inProperties + 1) this.filled = true;
    else if (name === 'noFill' && this.depth === this.inProperties + 1) this.filled ??= false;
    else if (name === 'fillRef') this.styled ||= (attributes.get('idx') ?? '0') !== '0';
    // One through which the cells are seen covers none.
    else if (name === 'alpha' && this.depth === this.inProperties + 3) this.filled = false;
    else if (name === 't') this.inText = true;
    this.field = name;
    this.digits = '';
    this.depth += 1;
  };

  close = (name: string): undefined => {
    this.depth -= 1;
    if (this.end !== null && name in this.end) this.end[name as keyof Corner] = Number(this.digits);
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
    this.place = null;
    this.kind = null;
    this.written = '';
    this.filled = null;
    this.styled = false;
    this.unshown = false;
  }

  /** A chart hides what lies beneath. */
  private beginChart(): void {
    this.kind ??= 'shape';
    this.filled = true;
  }

  /** Both ends of what has a size of its own, or one of them where it hangs on a cell. */
  private takeSize(width: number, height: number): void {
    if (!(width >= 0) || !(height >= 0)) return;
    const { from, place } = this;
    this.sized += 1;
    if ((from === null && place === null) || this.sized > mostDrawn) return;
    const sizes = this.sizes();
    const left = place?.x ?? sizes.leftOf(from?.col ?? 0) + (from?.colOff ?? 0);
    const top = place?.y ?? sizes.topOf(from?.row ?? 0) + (from?.rowOff ?? 0);
    if (from === null) this.from = cornerAt(sizes, left, top);
    this.to = cornerAt(sizes, left + width, top + height);
  }

  private finish(): void {
    const { from, to, kind } = this;
    if (from === null || to === null || kind === null || this.unshown || this.found.length >= mostDrawn) return;
    const filled = this.filled ?? this.styled;
    const drawn = drawnBy({ kind, from: endOf(from), to: endOf(to), text: this.written, filled });
    if (drawn !== null) this.found.push(drawn);
  }
}

const legacy = /<(?:\w+:)?legacyDrawing\s[^<>]*?\bid\s*=\s*["']([^"']*)["']/u;

/** What is drawn over the cells as programs did before 2007. Throws an ArchiveError. */
function drawnBefore(archive: Archive, part: string, behind: string): readonly Drawn[] {
  const at = behind.indexOf('legacyDrawing ');
  if (at === -1) return [];
  const tag = legacy.exec(behind.slice(Math.max(0, at - longestTag), at + longestTag));
  const drawing = relationsOf(archive, part).byId(tag?.[1] ?? '');
  const bytes = drawing === null ? null : archive.read(drawing);
  return bytes === null ? [] : drawnInVml(bytes);
}

/** Of an element with the id of a part. */
const longestTag = 500;

/** What is drawn over the cells of a sheet. Throws an ArchiveError. */
export function drawnOver(archive: Archive, part: string, sheet: Uint8Array): readonly Drawn[] {
  const behind = behindCells(sheet);
  const before = drawnBefore(archive, part, behind);
  if (!behind.includes('drawing ')) return before;
  const drawing = relationsOf(archive, part).ofKind('drawing');
  const bytes = drawing === null ? null : archive.read(drawing);
  if (bytes === null) return before;
  let sizes: SheetSizes | null = null;
  const reader = new DrawingReader(() => (sizes ??= new SheetSizes(sheet)));
  parseXml(bytes, reader);
  return [...before, ...reader.found];
}
