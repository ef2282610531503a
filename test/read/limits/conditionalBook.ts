/** Workbooks of one sheet of numbers with conditions for them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { excelFile } from '../files';

const looks =
  '<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><numFmt numFmtId="200" formatCode="0.00"/></dxf></dxfs>';

/** `conditions`: for all cells. `areas`: others that are named before those. `styles`: in place of two looks. */
export function conditionalBook(conditions: string, areas = '', styles = looks): Uint8Array {
  const rows = Array.from({ length: 3000 }, () => Array.from({ length: 20 }, (_, at) => at));
  const parts = unzipSync(excelFile([{ name: '1', rows }]));
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const sheet = 'xl/worksheets/sheet1.xml';
  const relations = 'xl/_rels/workbook.xml.rels';
  const behind = `<conditionalFormatting sqref="${areas}A1:XFD1048576">${conditions}</conditionalFormatting></worksheet>`;
  return zipSync(
    {
      ...parts,
      [sheet]: strToU8(text(sheet).replace('</worksheet>', behind)),
      [relations]: strToU8(
        text(relations).replace('</Rel', '<Relationship Id="s" Type="x/styles" Target="styles.xml"/></Rel'),
      ),
      'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    },
    { level: 1 },
  );
}
