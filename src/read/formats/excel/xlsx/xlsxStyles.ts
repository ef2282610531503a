/** How cells of an .xlsx workbook look, as far as it decides what they say. Source: ECMA-376 part 1, 18.8. */
import { ofBytes } from '../../../containers/ofBytes';
import { ArchiveError } from '../../../containers/archive';
import { parseXml, type XmlAttributes } from '../../../containers/xml';
import type { FontAside } from '../fonts';
import type { CellLook } from '../look';
import { builtInFormat, formatOf, type CellFormat } from '../shown';

/** What an element of a font does to its text; undefined for one that does nothing to it. */
export function asideOf(name: string, attributes: XmlAttributes): FontAside | undefined {
  const value = attributes.get('val') ?? '1';
  if (name === 'strike') return value === '0' || value === 'false' ? undefined : 'struck';
  return name === 'vertAlign' && value !== 'baseline' ? 'mark' : undefined;
}

/** Made out only for a cell that has it: a workbook may name thousands that none has. */
function lookOf(id: number, code: string | undefined, aside: FontAside): CellLook {
  let format: CellFormat | undefined;
  return {
    get format(): CellFormat {
      return (format ??= code === undefined ? builtInFormat(id) : formatOf(code));
    },
    aside,
  };
}

/** Formats of cells in a workbook, as Excel has it, and some more. */
const mostLooks = 66_000;

/** Looks in the order in which cells number them. Throws an ArchiveError. */
export const readStyles = (bytes: Uint8Array | null): readonly CellLook[] => (bytes === null ? [] : looksIn(bytes));

const looksIn = ofBytes((bytes) => {
  const looks: CellLook[] = [];
  const codes = new Map<number, string>();
  const fonts: FontAside[] = [];
  /** The lists that count stand right under the root. Formats of conditions have their own elements of these names. */
  const path: string[] = [];
  parseXml(bytes, {
    open(name, attributes) {
      path.push(name);
      const list = path[1];
      if (list === 'numFmts' && name === 'numFmt')
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (list === 'fonts' && name === 'font') fonts.push(null);
      else if (list === 'fonts' && path.length === 4)
        fonts[fonts.length - 1] = asideOf(name, attributes) ?? fonts.at(-1) ?? null;
      else if (list === 'cellXfs' && name === 'xf') {
        if (looks.length >= mostLooks) throw new ArchiveError('unsafe', `more than ${mostLooks} formats`, 'content');
        const id = Number(attributes.get('numFmtId') ?? 0);
        const aside = fonts[Number(attributes.get('fontId') ?? 0)] ?? null;
        looks.push(lookOf(id, codes.get(id), aside));
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
