/** Small workbooks with a sound report in them, beside which something would be gone through once for each of something else. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { edition2021 } from '../../../src/report/editions/2021';
import { excelShapes } from '../files';
import { withMore } from '../formats/excel/workbookParts';
import { sampleOf } from '../noise/shapes';
import { noise, type SlowFile } from './slowFiles';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'xl/_rels/workbook.xml.rels';
const sheet = 'xl/worksheets/sheet1.xml';

const book = (): Uint8Array => excelShapes['Excel file']?.(sampleOf(edition2021, 1)) ?? new Uint8Array();

/** The report with its first sheet changed, packed no better than what is read. */
function changed(change: (text: string) => string): Uint8Array {
  const parts = unzipSync(book());
  const text = change(strFromU8(parts[sheet] ?? new Uint8Array()));
  return zipSync({ ...parts, [sheet]: strToU8(`${text}<!--${noise(Math.ceil(text.length / 90))}-->`) });
}

const behind =
  (more: string) =>
  (text: string): string =>
    text.replace('</worksheet>', `${more}</worksheet>`);
const cell = /<c r="(\w+)"><v>(\d+)<\/v>/gu;

/** All numbers under a look of their own. */
function styled(styles: string, theme = ''): Uint8Array {
  const plain = changed((text) => text.replace(cell, '<c r="$1" s="0"><v>$2</v>'));
  const known = strFromU8(unzipSync(plain)[relations] ?? new Uint8Array());
  return withMore(plain, {
    [relations]: known.replace(
      '</Rel',
      `<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/><Relationship Id="t" Type="${office}/theme" Target="theme.xml"/></Rel`,
    ),
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet><!--${noise(Math.ceil(styles.length / 90))}-->`,
    'xl/theme.xml': theme,
  });
}
const formatted = (code: string): Uint8Array =>
  styled(`<numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`);

/** A box over the tables. */
const boxed = (text: string): Uint8Array =>
  withMore(changed(behind('<drawing r:id="d"/>')), {
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="d" Type="${office}/drawing" Target="../drawings/d.xml"/></Relationships>`,
    'xl/drawings/d.xml': `<wsDr><twoCellAnchor><from><col>0</col><row>0</row></from><to><col>14</col><row>60</row></to><sp><txBody><p><r><t>${text}</t></r></p></txBody></sp></twoCellAnchor></wsDr><!--${noise(Math.ceil(text.length / 40))}-->`,
  });

const spaces = ' '.repeat(5_000);

export const slowReports: readonly SlowFile[] = [
  {
    name: 'xlsx: cells merged again and again',
    bytes: () => changed(behind(`<mergeCells>${'<mergeCell ref="A1:A2"/>'.repeat(200_000)}</mergeCells>`)),
  },
  {
    name: 'xlsx: merged cells without a place',
    bytes: () => changed(behind(`<mergeCells a="${'mergeCell '.repeat(200_000)}"></mergeCells>`)),
  },
  {
    name: 'xlsx: formulas of much space',
    bytes: () => changed((text) => text.replace(cell, `<c r="$1"><f>${spaces}a${spaces}(</f><v>$2</v>`)),
  },
  {
    name: 'xlsx: one long formula for all figures',
    bytes: () =>
      changed((text) => {
        let first = `${'A$1+'.repeat(12_000)}A$1`;
        return text.replace(cell, (_, address: string, value: string) => {
          const formula = first;
          first = '';
          return `<c r="${address}"><f t="shared" si="0">${formula}</f><v>${value}</v>`;
        });
      }),
  },
  {
    name: 'xlsx: sums of a thousand cells again and again',
    bytes: () =>
      changed((text) => text.replace(cell, `<c r="$1"><f>${'SUM(Z1:AA500)+'.repeat(500)}SUM(Z1)</f><v>$2</v>`)),
  },
  { name: 'xlsx: a format of many conditions', bytes: () => formatted(';[&gt;'.repeat(100_000)) },
  { name: 'xlsx: a format of brackets', bytes: () => formatted('['.repeat(200_000)) },
  { name: 'xlsx: a format of fractions', bytes: () => formatted('# ?/'.repeat(50_000)) },
  { name: 'xlsx: a format of quoted texts', bytes: () => formatted('&quot;a&quot;0'.repeat(50_000)) },
  {
    name: 'xlsx: colours of a theme without end',
    bytes: () =>
      styled(
        '<fonts><font><color theme="4"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>',
        '<clrScheme '.repeat(18_000),
      ),
  },
  { name: 'xlsx: a box of a long text over all tables', bytes: () => boxed(`1${'好'.repeat(800_000)}`) },
  {
    name: 'xlsx: names of conditions without a sign before them',
    bytes: () => changed(behind(`<x a="${'conditionalFormatting'.repeat(200_000)} showValue"/>`)),
  },
];
