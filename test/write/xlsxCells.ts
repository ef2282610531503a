/** Reads the worksheets of a .xlsx as cells, formulas, formats and rules. */
import { all, attribute, first, openPackage, part, type Node } from './xmlTree';

export interface ReadSheetCell {
  readonly value: string | number | null;
  readonly formula: string | null;
  readonly style: number;
}

export interface ReadSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, ReadSheetCell>;
  readonly xml: Node;
}

const unescape = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function cellOf(node: Node): ReadSheetCell {
  const text = (name: string): string | undefined => all(node, name)[0]?.text;
  const type = node.attributes['t'];
  const value = text('v');
  return {
    formula: text('f') ?? null,
    style: Number(node.attributes['s']),
    value:
      type === 'inlineStr'
        ? unescape(text('t') ?? '')
        : value === undefined
          ? null
          : type === 'str'
            ? value
            : Number(value),
  };
}

export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const parts = openPackage(bytes);
  const targets = new Map(
    all(part(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      one.attributes['Id'],
      one.attributes['Target'],
    ]),
  );
  return all(part(parts, 'xl/workbook.xml'), 'sheet').map((sheet) => {
    const xml = part(parts, `xl/${targets.get(sheet.attributes['r:id'])}`);
    return {
      name: sheet.attributes['name'] ?? '',
      xml,
      cells: new Map(all(first(xml, 'sheetData'), 'c').map((cell) => [cell.attributes['r'] ?? '', cellOf(cell)])),
    };
  });
}

export interface ReadPaint {
  readonly range: string;
  readonly formula: string;
  readonly priority: number;
  readonly fill: string | undefined;
}

/** Conditional formats of a sheet with the colour that they give. */
export function readPaint(bytes: Uint8Array, sheet: ReadSheet): ReadPaint[] {
  const formats = all(part(openPackage(bytes), 'xl/styles.xml'), 'dxf').map((dxf) => attribute(dxf, 'bgColor', 'rgb'));
  return all(sheet.xml, 'conditionalFormatting').flatMap((block) =>
    all(block, 'cfRule').map((rule) => ({
      range: block.attributes['sqref'] ?? '',
      formula: `=${first(rule, 'formula').text}`,
      priority: Number(rule.attributes['priority']),
      fill: formats[Number(rule.attributes['dxfId'])],
    })),
  );
}
