/** What the font of a run says of its text in a workbook: raised, lowered, crossed out, or too pale or small to be seen. */
import { largestOf } from '../../extremes';
import { inkAside, unknownGround, type Colour } from '../../containers/ink';
import { cellText, samePart, type Aside, type AsideKind, type Run } from '../../containers/runs';

const black: Colour = '000000';

/** Null: plain text. */
export type FontAside = Extract<AsideKind, 'mark' | 'struck' | 'unclear'> | null;

/** In points: what is smaller nobody sees. */
export const smallestFont = 2;

/** A text that cells may hold. Runs that have no font of their own take that of the cell. */
export interface RichText {
  readonly text: string;
  /** Null where the whole text has the font of its cell. */
  readonly runs: readonly RichRun[] | null;
}

export interface RichRun {
  readonly text: string;
  /** Undefined: that of the cell. */
  readonly aside: FontAside | undefined;
  /** In points. Undefined: that of the cell. */
  readonly size?: number | undefined;
  /** The colour of its letters. Undefined: that of the cell, or black where the run has a font of its own. */
  readonly ink?: Colour | undefined;
}

export interface CellContent {
  readonly text: string;
  readonly asides: readonly Aside[];
}

/** A text with nothing in it that differs from its cell. */
export const plainRich = (text: string): RichText => ({ text, runs: null });

/** Of cells that say nothing else, in points. */
const usualSize = 11;
const hasFigure = ({ text }: RichRun): boolean => /\p{N}/u.test(text);

/** Runs of which figures smaller than the others are unclear. */
function withSmall(runs: readonly RichRun[]): readonly RichRun[] {
  const sizeOf = ({ size = usualSize }: RichRun): number => size;
  const least = largestOf(runs.filter(hasFigure).map(sizeOf), 0) * samePart;
  return runs.map((run) => (hasFigure(run) && sizeOf(run) < least ? { ...run, aside: run.aside ?? 'unclear' } : run));
}

/** Runs as one text; plain where none of them has a look of its own. */
export function richText(runs: readonly RichRun[]): RichText {
  const [first] = runs;
  if (first === undefined || (runs.length === 1 && first.aside === undefined && first.ink === undefined))
    return { text: first?.text ?? '', runs: null };
  const sized = withSmall(runs);
  const text = runs.map((run) => run.text).join('');
  return { text, runs: sized.every(({ aside, ink }) => aside === undefined && ink === undefined) ? null : sized };
}

/** A cell around a text: what its font does to what has none of its own, whether that is to be seen, and its ground. */
interface TextCell {
  readonly aside: FontAside;
  readonly unseen: boolean;
  readonly ground: Colour;
}

/** What a run is by its colour on the ground of its cell. Pale letters on a plain ground are seen. */
function asideByInk({ aside, ink }: RichRun, { unseen, ground }: TextCell): AsideKind | null {
  if (ink === undefined) return aside === undefined && unseen ? 'unseen' : null;
  const seen = inkAside(ink, ground);
  return seen === 'faint' && ground !== unknownGround ? null : seen;
}

/** The text as the eye reads it in a cell. */
export function contentOf({ text, runs }: RichText, cell: TextCell): CellContent {
  if (runs === null && cell.aside === null) return { text, asides: [] };
  const shown = (runs ?? [{ text, aside: undefined, ink: black }]).map((run): Run => {
    const own = run.aside === undefined ? cell.aside : run.aside;
    return { text: run.text, aside: own ?? asideByInk(run, cell) };
  });
  return cellText(shown);
}

/** A font of a workbook: what it does to its text, its size in points, and its colour. */
export interface RunFont {
  readonly aside: FontAside;
  readonly size: number;
  readonly ink: Colour;
}

/** Runs that begin at places of a text name fonts. */
export function richByPlaces(
  text: string,
  places: readonly (readonly [at: number, font: number])[],
  fonts: readonly RunFont[],
): RichText {
  if (places.length === 0) return plainRich(text);
  const runs: RichRun[] = [{ text: text.slice(0, places[0]?.[0]), aside: undefined }];
  places.forEach(([at, font], index) => {
    const { aside = null, size, ink } = fonts[font] ?? {};
    runs.push({ text: text.slice(at, places[index + 1]?.[0]), aside, size, ink });
  });
  return richText(runs.filter((run) => run.text !== ''));
}
