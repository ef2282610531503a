/** How cells of an .xlsx workbook look, as far as it decides what they say. Source: ECMA-376 part 1, 18.8. */
import { parseXml } from '../../containers/xml';
import { builtInFormat, formatOf, generalFormat, type CellFormat } from './shown';

/** The look of a cell by the number that it names. */
export interface CellLook {
  readonly format: CellFormat;
}

export const plainLook: CellLook = { format: generalFormat };

/** Looks in the order in which cells number them. Throws an ArchiveError. */
export function readStyles(bytes: Uint8Array | null): CellLook[] {
  const looks: CellLook[] = [];
  if (bytes === null) return looks;
  const formats = new Map<number, CellFormat>();
  /** The lists that count stand right under the root. Formats of conditions have their own elements of these names. */
  const path: string[] = [];
  parseXml(bytes, {
    open(name, attributes) {
      path.push(name);
      const [, list, , deeper] = path;
      if (deeper !== undefined) return;
      if (list === 'numFmts' && name === 'numFmt')
        formats.set(Number(attributes.get('numFmtId')), formatOf(attributes.get('formatCode') ?? ''));
      if (list === 'cellXfs' && name === 'xf') {
        const id = Number(attributes.get('numFmtId') ?? 0);
        looks.push({ format: formats.get(id) ?? builtInFormat(id) });
      }
    },
    close() {
      path.pop();
      return undefined;
    },
    text: () => undefined,
  });
  return looks;
}
