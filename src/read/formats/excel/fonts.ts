/** What the font of a run says of its text in a workbook: raised, lowered, crossed out, or too pale or small to be seen. */
import { cellText, type Aside, type AsideKind, type Run } from '../../containers/runs';

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
}

export interface CellContent {
  readonly text: string;
  readonly asides: readonly Aside[];
}

/** A text with nothing in it that differs from its cell. */
export const plainText = (text: string): RichText => ({ text, runs: null });

/** Runs as one text; plain where none of them has a look of its own. */
export function richText(runs: readonly RichRun[]): RichText {
  const text = runs.map((run) => run.text).join('');
  return { text, runs: runs.every(({ aside }) => aside === undefined) ? null : runs };
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

/** Fonts of a workbook by what they do to their text; runs that begin at places of a text name them. */
export function richByPlaces(
  text: string,
  places: readonly (readonly [at: number, font: number])[],
  fonts: readonly FontAside[],
): RichText {
  if (places.length === 0) return plainText(text);
  const runs: RichRun[] = [{ text: text.slice(0, places[0]?.[0]), aside: undefined }];
  places.forEach(([at, font], index) => {
    runs.push({ text: text.slice(at, places[index + 1]?.[0]), aside: fonts[font] ?? null });
  });
  return richText(runs.filter((run) => run.text !== ''));
}
