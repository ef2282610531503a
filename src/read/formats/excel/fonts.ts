/** What the font of a run says of its text in a workbook: raised, lowered, crossed out, or too pale or small to be seen. */
import { largestOf } from '../../extremes';
import { cellText, smallPart, type Aside, type AsideKind, type Run } from '../../containers/runs';

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
}

export interface CellContent {
  readonly text: string;
  readonly asides: readonly Aside[];
}

/** A text with nothing in it that differs from its cell. */
export const plainText = (text: string): RichText => ({ text, runs: null });

/** Of cells that say nothing else, in points. */
const usualSize = 11;
const hasFigure = ({ text }: RichRun): boolean => /\p{N}/u.test(text);

/** Runs of which figures much smaller than the others are unclear. */
function withSmall(runs: readonly RichRun[]): readonly RichRun[] {
  const sizeOf = ({ size = usualSize }: RichRun): number => size;
  const least = largestOf(runs.filter(hasFigure).map(sizeOf), 0) * smallPart;
  return runs.map((run) => (hasFigure(run) && sizeOf(run) < least ? { ...run, aside: run.aside ?? 'unclear' } : run));
}

/** Runs as one text; plain where none of them has a look of its own. */
export function richText(runs: readonly RichRun[]): RichText {
  const [first] = runs;
  if (first === undefined || (runs.length === 1 && first.aside === undefined))
    return { text: first?.text ?? '', runs: null };
  const sized = withSmall(runs);
  const text = runs.map((run) => run.text).join('');
  return { text, runs: sized.every(({ aside }) => aside === undefined) ? null : sized };
}

/** The text as the eye reads it in a cell of this font. */
export function contentOf({ text, runs }: RichText, cell: FontAside): CellContent {
  if (runs === null && cell === null) return { text, asides: [] };
  const shown = (runs ?? [{ text, aside: undefined }]).map((run): Run => ({
    text: run.text,
    aside: run.aside === undefined ? cell : run.aside,
  }));
  return cellText(shown);
}

/** A font of a workbook: what it does to its text, and its size in points. */
export interface RunFont {
  readonly aside: FontAside;
  readonly size: number;
}

/** Runs that begin at places of a text name fonts. */
export function richByPlaces(
  text: string,
  places: readonly (readonly [at: number, font: number])[],
  fonts: readonly RunFont[],
): RichText {
  if (places.length === 0) return plainText(text);
  const runs: RichRun[] = [{ text: text.slice(0, places[0]?.[0]), aside: undefined }];
  places.forEach(([at, font], index) => {
    const { aside = null, size } = fonts[font] ?? {};
    runs.push({ text: text.slice(at, places[index + 1]?.[0]), aside, size });
  });
  return richText(runs.filter((run) => run.text !== ''));
}
