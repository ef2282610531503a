/** How cells of an .xlsx workbook look, as far as it decides what they say. Source: ECMA-376 part 1, 18.8. */
import { ofBytes } from '../../../containers/ofBytes';
import { ArchiveError } from '../../../containers/archive';
import { parseXml, type XmlAttributes } from '../../../containers/xml';
import { smallestFont, type FontAside } from '../fonts';
import type { CellLook } from '../look';
import { builtInFormat, formatOf, type CellFormat } from '../shown';

/** What an element of a font does to its text; undefined for one that does nothing to it. */
export function asideOf(name: string, attributes: XmlAttributes): FontAside | undefined {
  const value = attributes.get('val') ?? '1';
  if (name === 'strike') return value === '0' || value === 'false' ? undefined : 'struck';
  return name === 'vertAlign' && value !== 'baseline' ? 'mark' : undefined;
}

/** White, as a workbook says it in any of its ways; dark where a tint makes it so. */
export const isWhite = (attributes: XmlAttributes): boolean =>
  !(attributes.get('tint') ?? '').startsWith('-') &&
  (/^(?:FF)?FFFFFF$/iu.test(attributes.get('rgb') ?? '') ||
    attributes.get('theme') === '0' ||
    /^[19]$/u.test(attributes.get('indexed') ?? ''));

/** White as the ground mostly is, or too small: a part of a text that looks so may be there for nobody to see. */
export const isFaint = (name: string, attributes: XmlAttributes): boolean =>
  name === 'sz' ? Number(attributes.get('val')) <= smallestFont : name === 'color' && isWhite(attributes);

interface Font {
  aside: FontAside;
  faint: boolean;
}

/** Made out only for a cell that has it: a workbook may name thousands that none has. */
function lookOf(id: number, code: string | undefined, { aside, faint }: Font, isPainted: boolean): CellLook {
  let format: CellFormat | undefined;
  return {
    get format(): CellFormat {
      return (format ??= code === undefined ? builtInFormat(id) : formatOf(code));
    },
    aside,
    unseen: faint && !isPainted,
  };
}

/** Whether a fill gives another ground than white once this element of it was read. */
function isPainting(name: string, attributes: XmlAttributes, before: boolean): boolean {
  if (name === 'gradientFill') return true;
  if (name === 'patternFill') return (attributes.get('patternType') ?? 'none') !== 'none';
  return name === 'fgColor' ? before && !isWhite(attributes) : before;
}

/** Formats of cells in a workbook, as Excel has it, and some more. */
const mostLooks = 66_000;

/** Looks in the order in which cells number them. Throws an ArchiveError. */
export const readStyles = (bytes: Uint8Array | null): readonly CellLook[] => (bytes === null ? [] : looksIn(bytes));

const looksIn = ofBytes((bytes) => {
  const looks: CellLook[] = [];
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  /** Whether cells with the fill have another ground than white. */
  const painted: boolean[] = [];
  /** The lists that count stand right under the root. Formats of conditions have their own elements of these names. */
  const path: string[] = [];
  parseXml(bytes, {
    open(name, attributes) {
      path.push(name);
      const list = path[1];
      if (list === 'numFmts' && name === 'numFmt')
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (list === 'fonts' && name === 'font') fonts.push({ aside: null, faint: false });
      else if (list === 'fonts' && path.length === 4) {
        const font = fonts.at(-1);
        if (font === undefined) return;
        font.aside = asideOf(name, attributes) ?? font.aside;
        font.faint ||= isFaint(name, attributes);
      } else if (list === 'fills' && name === 'fill') painted.push(false);
      else if (list === 'fills' && painted.length > 0)
        painted[painted.length - 1] = isPainting(name, attributes, painted.at(-1) ?? false);
      else if (list === 'cellXfs' && name === 'xf') {
        if (looks.length >= mostLooks) throw new ArchiveError('unsafe', `more than ${mostLooks} formats`, 'content');
        const id = Number(attributes.get('numFmtId') ?? 0);
        const font = fonts[Number(attributes.get('fontId') ?? 0)] ?? { aside: null, faint: false };
        const ground = painted[Number(attributes.get('fillId') ?? 0)] ?? false;
        looks.push(lookOf(id, codes.get(id), font, ground));
      }
    },
    close() {
      path.pop();
      return undefined;
    },
    text: () => undefined,
  });
  return looks;
});
