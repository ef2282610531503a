/**
 * What a sheet of an .xlsx workbook shows over its cells from before 2007: form controls, text boxes, notes that stay open.
 * Excel writes them as markup that is not always XML, so they are read tag by tag. Source: ECMA-376 part 4, 19.4.2.
 */
import { drawnBy, type Drawn, type End } from '../drawn';

/** Longer ones belong to no report, and are not looked at. */
const longest = 2_000_000;
/** Things drawn of which a sheet with a report has more are not looked at. */
const mostShapes = 500;

const tag = /<(\/?)(?:[\w.-]{1,40}:)?([\w.-]{1,40})([^<>]*)>/gu;
const shapes = new Set(['shape', 'rect', 'roundrect', 'oval', 'line', 'polyline', 'arc', 'curve', 'image']);

/** Objects that hide what lies beneath, whatever their filling. */
const opaque = new Set(['Button', 'Drop', 'List', 'Spin', 'Scroll', 'Edit', 'EditBox', 'Dialog', 'Pict', 'Movie']);
/** Objects that are not filled unless they say so. */
const clear = new Set(['Checkbox', 'Radio', 'Label', 'GBox', 'Group']);

/** In pixels: of a usual cell. */
const cellSize = { width: 64, height: 20 } as const;

interface VmlShape {
  readonly attributes: string;
  readonly name: string;
  kind: string;
  anchor: string;
  text: string;
  visible: boolean;
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(attributes)?.[1] ?? '';

const isOff = (value: string): boolean => /^(?:f|false)$/iu.test(value);
const isOn = (value: string): boolean => /^(?:t|true)$/iu.test(value);

function isFilled({ attributes, kind }: VmlShape): boolean {
  if (opaque.has(kind)) return true;
  const filled = attribute(attributes, 'filled');
  return clear.has(kind) ? isOn(filled) : !isOff(filled);
}

/** Left column and how far in it, top row, right column, bottom row: offsets in pixels. */
function endsOf(anchor: string): readonly [End, End] | null {
  const numbers = anchor.split(',').map((part) => Number.parseInt(part, 10));
  const [left = NaN, leftBy = NaN, top = NaN, topBy = NaN, right = NaN, rightBy = NaN, bottom = NaN, bottomBy = NaN] =
    numbers;
  if (numbers.length < 8 || numbers.slice(0, 8).some((number) => !(number >= 0))) return null;
  const end = (column: number, by: number, row: number, down: number): End => ({
    column,
    right: by / cellSize.width,
    row,
    down: down / cellSize.height,
  });
  return [end(left, leftBy, top, topBy), end(right, rightBy, bottom, bottomBy)];
}

function drawnIn(shape: VmlShape): Drawn | null {
  const { attributes, name, kind, anchor, text, visible } = shape;
  const ends = endsOf(anchor);
  // A note is seen where it stays open, all others unless they are hidden.
  const isShown = kind === 'Note' ? visible : !/visibility:\s*hidden/u.test(attribute(attributes, 'style'));
  if (ends === null || !isShown || kind === 'GBox' || kind === 'Group') return null;
  const isLine = name === 'line' || kind === 'Line' || kind === 'LineA';
  return drawnBy({ kind: isLine ? 'line' : 'shape', from: ends[0], to: ends[1], text, filled: isFilled(shape) });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const decoded = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,6})|(\w{2,4}));/gu, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (entities[name ?? ''] ?? whole) : String.fromCharCode(Number(code)),
    )
    .replace(/\s+/gu, ' ');

/** Takes what stands between two tags, and the element that the second of them begins. */
class VmlReader {
  readonly shapes: VmlShape[] = [];
  private inText = 0;
  private field = '';
  /** Shapes lie in groups: the objects stand inside their own. */
  private readonly open: VmlShape[] = [];

  piece(text: string): void {
    const shape = this.open.at(-1);
    if (shape === undefined) return;
    if (this.inText > 0) shape.text += text;
    else if (this.field === 'Anchor') shape.anchor += text;
    else if (this.field === 'Visible' && isOff(text.trim())) shape.visible = false;
  }

  element(closes: boolean, name: string, attributes: string): void {
    const isEmpty = attributes.endsWith('/');
    if (shapes.has(name)) {
      if (closes) this.open.pop();
      else if (!isEmpty && this.shapes.length < mostShapes) {
        const shape = { attributes, name, kind: '', anchor: '', text: '', visible: false };
        this.shapes.push(shape);
        this.open.push(shape);
      }
    } else if (name === 'textbox' && !isEmpty) this.inText = closes ? 0 : 1;
    else if (!closes) this.takeObject(name, attributes);
    this.field = closes ? '' : name;
  }

  private takeObject(name: string, attributes: string): void {
    const shape = this.open.at(-1);
    if (shape === undefined) return;
    if (name === 'ClientData') shape.kind = attribute(attributes, 'ObjectType');
    else if (name === 'Visible') shape.visible = true;
  }
}

/** The cells that such a part makes uncertain. */
export function drawnInVml(bytes: Uint8Array): readonly Drawn[] {
  if (bytes.length > longest) return [];
  const text = new TextDecoder().decode(bytes);
  const reader = new VmlReader();
  let from = 0;
  for (const found of text.matchAll(tag)) {
    const [whole, slash = '', name = '', attributes = ''] = found;
    if (found.index > from) reader.piece(decoded(text.slice(from, found.index)));
    reader.element(slash !== '', name, attributes);
    from = found.index + whole.length;
  }
  return reader.shapes.flatMap((shape) => drawnIn(shape) ?? []);
}
