/**
 * Boxes that hang on a paragraph and lie before the text, over a table that follows or precedes it. Where they lie is known
 * as far as it is counted from the paragraph: what may be under them is read, and doubted.
 */
import { paragraphOf, type DocumentBlock, type DocumentTable } from '../../containers/tree';
import type { XmlAttributes } from '../../containers/xml';

/** In the unit of drawings: the least height of a line of text, and of a row. */
const leastLine = 150_000;
const perPoint = 12_700;
/** Boxes of which a document with a report has more are not looked at. */
const most = 50;

/** A box by its upper and its lower edge, counted from its paragraph. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** A drawing that is open. */
export class Anchor {
  private down: number | null = null;
  private height = 0;
  private field = '';
  private written = '';
  private filled = true;
  private inLine = 0;
  private isBox = false;
  private flows = true;
  private hasFigure = false;

  constructor(private readonly behind: boolean) {}

  /** Takes an element inside; true for one that it waits for the text of. */
  open(name: string, attributes: XmlAttributes): boolean {
    if (name === 'positionV') this.field = attributes.get('relativeFrom') ?? '';
    else if (name === 'positionH') this.field = '';
    else if (name === 'extent') this.height = Number(attributes.get('cy'));
    else if (name === 'wrapNone') this.flows = false;
    else if (name === 'wsp') this.isBox = true;
    else if (name === 'ln') this.inLine += 1;
    else if (name === 'noFill' && this.inLine === 0) this.filled = false;
    this.written = '';
    return name === 'posOffset';
  }

  close(name: string): void {
    if (name === 'ln') this.inLine -= 1;
    else if (name === 'posOffset' && /^(?:paragraph|line)$/u.test(this.field)) this.down = Number(this.written);
  }

  digits(text: string): void {
    if (this.written.length < 20) this.written += text;
  }

  /** A text in the box. */
  text(text: string): void {
    this.hasFigure ||= /\d/u.test(text);
  }

  /** Where it covers what lies beneath; null where it covers nothing, or nobody can tell where it lies. */
  box(): Extent | null {
    const { down, height } = this;
    const covers = this.isBox && !this.behind && !this.flows && (this.filled || this.hasFigure);
    return covers && down !== null && Number.isFinite(down) && height > 0 ? { top: down, bottom: down + height } : null;
  }
}

const length = (style: string, name: string): number | null => {
  const [, value, unit = 'pt'] =
    new RegExp(`(?:^|;)\\s*${name}:\\s*(-?[\\d.]+)(pt|in|cm|mm|px)?`, 'u').exec(style) ?? [];
  if (value === undefined) return null;
  const points: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 };
  return Number(value) * (points[unit] ?? 1) * perPoint;
};

/** A shape of old Word, by its style; null where it covers nothing, or nobody can tell where it lies. */
export function oldBox(attributes: XmlAttributes): Extent | null {
  const style = attributes.get('style') ?? '';
  const [down, height] = [length(style, 'margin-top'), length(style, 'height')];
  const isBefore = /position:\s*absolute/u.test(style) && !/z-index:\s*-/u.test(style);
  const isCounted =
    !/mso-position-vertical-relative:(?!text|line)/u.test(style) && !/mso-position-vertical:/u.test(style);
  const isFilled = !/^(?:f|false)$/u.test(attributes.get('filled') ?? '');
  if (!isBefore || !isCounted || !isFilled || down === null || height === null || !(height > 0)) return null;
  return { top: down, bottom: down + height };
}

const numeral = /^[\s\d.,，]*\d[\s\d.,，]*$/u;

function underBox(block: DocumentBlock): DocumentBlock {
  if (block.kind !== 'paragraph' || !numeral.test(block.text)) return block;
  const runs = block.runs ?? [{ text: block.text, aside: null }];
  return paragraphOf(runs.map((run) => (run.aside === null ? { ...run, aside: 'overlaid' } : run)));
}

/** A table with the figures of its rows from one to another, the last not with them, in doubt. */
const overlaid = ({ kind, rows }: DocumentTable, from: number, to: number): DocumentTable => ({
  kind,
  rows: rows.map((row, at) =>
    at < from || at >= to ? row : row.map((cell) => ({ ...cell, blocks: cell.blocks.map(underBox) })),
  ),
});

/** The boxes of a document that hang on paragraphs outside its tables. */
export class Overlays {
  private readonly boxes: (Extent & { readonly at: number; readonly behind: number })[] = [];

  /** `at`: the place of the paragraph among the blocks of the document, `behind`: of what follows it and its boxes. */
  add(box: Extent, at: number, behind: number): void {
    if (this.boxes.length < most) this.boxes.push({ ...box, at, behind });
  }

  /** Puts figures in doubt that may lie under one of the boxes. */
  mark(blocks: DocumentBlock[]): void {
    for (const { at, behind, top, bottom } of this.boxes) {
      // Lines and rows may be higher: what follows begins further down, and is covered by less.
      let room = bottom - leastLine;
      for (let next = behind; room > 0 && next < blocks.length; next += 1) {
        const block = blocks[next];
        if (block?.kind === 'table') {
          blocks[next] = overlaid(block, 0, Math.ceil(room / leastLine));
          break;
        }
        room -= leastLine;
      }
      let above = -top;
      for (let before = at - 1; above > 0 && before >= 0; before -= 1) {
        const block = blocks[before];
        if (block?.kind === 'table') {
          blocks[before] = overlaid(block, block.rows.length - Math.ceil(above / leastLine), block.rows.length);
          break;
        }
        above -= leastLine;
      }
    }
  }
}
