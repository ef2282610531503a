/** Numbers that a condition of the sheet hides, strikes out or shows otherwise. */
import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../../../src/report/editions/2021';
import { excelFile, printedRows } from '../../files';
import { sampleOf } from '../../noise/shapes';
import { inUtf16, withMore, withParts, xmlText } from './workbookParts';
import { isDoubted, isRead, readOne } from '../oneFigure';

const rows = printedRows(sampleOf(edition2021, 2), false);
const top = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const person = 'applications.received.person';
const address = `D${top + 1}`;
const stored = 57;

/** What conditions may make of a cell, by their numbers. */
const looks = {
  white: '<font><color theme="0"/></font>',
  none: '<numFmt numFmtId="200" formatCode=";;;"/>',
  whole: '<numFmt numFmtId="201" formatCode="0"/>',
  thousands: '<numFmt numFmtId="202" formatCode="0.0,"/>',
  struck: '<font><strike/></font>',
  red: '<font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill>',
  whiteOnRed: '<font><color theme="0"/></font><fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill>',
  redOnRed: '<font><color rgb="FFC00000"/></font><fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill>',
  blackGround: '<fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill>',
} as const;
type Look = keyof typeof looks;

const styles = `<styleSheet><fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf/></cellXfs><dxfs>${Object.values(
  looks,
)
  .map((look) => `<dxf>${look}</dxf>`)
  .join('')}</dxfs></styleSheet>`;

let priority = 0;
const rule = (look: Look | null, attributes: string, ...content: readonly string[]): string => {
  const id = look === null ? '' : ` dxfId="${Object.keys(looks).indexOf(look)}"`;
  priority += 1;
  return `<cfRule${id} priority="${priority}" ${attributes}>${content.join('')}</cfRule>`;
};
const formula = (text: string): string => `<formula>${xmlText(text)}</formula>`;
const when = (look: Look, text: string): string => rule(look, 'type="expression"', formula(text));
const is = (look: Look, operator: string, ...bounds: readonly string[]): string =>
  rule(look, `type="cellIs" operator="${operator}"`, ...bounds.map(formula));

const written = rows.map((cells, at) => (at === top ? cells.with(3, stored) : cells));
const plain = excelFile([{ name: '表', rows: written }]);
const unchanged = (name: string): string => name;

const withRules = (rules: string, area = address): Uint8Array =>
  withMore(
    withParts(plain, unchanged, {
      'xl/worksheets/sheet1.xml': (text) =>
        text.replace(
          '</sheetData>',
          `</sheetData><conditionalFormatting sqref="${area}">${rules}</conditionalFormatting>`,
        ),
    }),
    { 'xl/styles.xml': styles },
  );

/** A condition as Excel keeps those that look at other sheets: in the extensions of a sheet, with its format in it. */
const extended = (look: Look | null, attributes: string, content: string): Uint8Array => {
  const format = look === null ? '' : `<x14:dxf>${looks[look]}</x14:dxf>`;
  const text = `<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="m"><x14:cfRule priority="1" id="{1}" ${attributes}>${content}${format}</x14:cfRule><xm:sqref>A1:A2 ${address}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`;
  return withMore(
    withParts(plain, unchanged, {
      'xl/worksheets/sheet1.xml': (sheet) =>
        sheet.replace('</sheetData>', `</sheetData><extLst><ext xmlns:x14="x">${text}</ext></extLst>`),
    }),
    { 'xl/styles.xml': styles },
  );
};
const extension = (text: string): string => `<xm:f>${xmlText(text)}</xm:f>`;

describe('a number under a condition in the extensions of its sheet', () => {
  it.each([
    ['in white letters', extended('white', 'type="expression"', extension('TRUE'))],
    ['under a format that shows nothing', extended('none', 'type="cellIs" operator="equal"', extension('57'))],
    ['that shows a sign only', extended(null, 'type="iconSet"', '<x14:iconSet custom="1" showValue="0"/>')],
  ])('that hides it is blank, and a doubt says what is stored: %s', (_, file) =>
    isDoubted(file, person, 'shownOtherwise', { stored: '57', shown: '' }),
  );

  it('of which nobody can tell whether it hides it is blank with a doubt', () =>
    isDoubted(extended('white', 'type="expression"', extension('汇总!$A$1=1')), person, 'cellUnclear', { text: '57' }));

  it.each([
    ['that only paints', extended('red', 'type="expression"', extension('汇总!$A$1=1'))],
    ['that does not hold', extended('white', 'type="cellIs" operator="equal"', extension('0'))],
  ])('%s is read', (_, file) => isRead(file, person, stored));
});

describe('a number typed as a text under a condition', () => {
  const typed = (rules: string): Uint8Array =>
    withParts(withRules(rules), unchanged, {
      'xl/worksheets/sheet1.xml': (text) =>
        text.replace(`<c r="${address}"><v>57</v></c>`, `<c r="${address}" t="inlineStr"><is><t>57</t></is></c>`),
    });

  it.each([
    ['always', when('white', 'TRUE')],
    ['because it is a text', when('white', `ISTEXT(${address})`)],
    ['because a text is greater than any number', is('white', 'greaterThan', '100')],
    ['by a format for texts', when('none', '1=1')],
  ])('that hides it gives no figure: %s', (_, rules) =>
    isDoubted(typed(rules), person, 'shownOtherwise', { stored: '57', shown: '' }),
  );

  it.each([
    ['about numbers', when('white', `ISNUMBER(${address})`)],
    ['about that number, which no text is', is('white', 'equal', '57')],
    ['with a bar only, which texts have none of', rule(null, 'type="dataBar"', '<dataBar showValue="0"/>')],
  ])('%s is read', (_, rules) => isRead(typed(rules), person, stored));
});

describe('a number under a condition', () => {
  it.each([
    ['in white letters, always', when('white', 'TRUE')],
    ['in white letters, by its own value', when('white', `${address}=57`)],
    ['in white letters, by its own fixed value', when('white', `$D$${top + 1}>=50`)],
    ['in white letters, because it is a number', when('white', `ISNUMBER(${address})`)],
    ['in white letters, because it is no error', when('white', `NOT(ISERROR(${address}))`)],
    ['in white letters, because it is not blank', when('white', `${address}<>""`)],
    ['in white letters, equal', is('white', 'equal', '57')],
    ['in white letters, between', is('white', 'between', '100', '0')],
    ['in letters of the colour of their ground', is('redOnRed', 'greaterThan', '0')],
    ['on a black ground', when('blackGround', '1=1')],
    ['under a format that shows nothing', is('none', 'lessThan', '100')],
    ['that shows a bar only', rule(null, 'type="dataBar"', '<dataBar showValue="0"/>')],
    ['that shows a sign only', rule(null, 'type="iconSet"', '<iconSet showValue="0"/>')],
    ['in white letters, behind a condition that only paints', is('red', 'equal', '1') + when('white', 'TRUE')],
  ])('that hides it is blank, and a doubt says what is stored: %s', async (_, rules) => {
    for (const file of [withRules(rules), inUtf16(withRules(rules))])
      await isDoubted(file, person, 'shownOtherwise', { stored: '57', shown: '' });
  });

  it.each([
    ['that does not hold', is('white', 'equal', '0')],
    ['that does not hold of it', when('white', `${address}=0`)],
    [
      'about errors',
      when('white', `ISERROR(${address})`) + rule('none', 'type="containsErrors"', formula('ISERROR(A1)')),
    ],
    ['never', when('none', 'FALSE')],
    ['that only paints', when('red', 'TRUE') + when('whiteOnRed', 'SUM($A$1:$B$2)<>3')],
    ['that keeps its format', when('whole', 'MOD(ROW(),2)=0')],
    [
      'that another one stops',
      `${when('red', 'TRUE').replace('<cfRule', '<cfRule stopIfTrue="1"')}${when('white', 'TRUE')}`,
    ],
    ['that another one is before', when('whiteOnRed', 'TRUE') + when('white', 'TRUE')],
  ])('%s is read', (_, rules) => isRead(withRules(rules), person, stored));

  it.each([
    ['in white letters', when('white', 'SUM($A$1:$B$2)<>3')],
    ['by the cell beside it', when('white', `E${top + 1}=0`)],
    ['under a format that shows nothing', rule('none', 'type="duplicateValues"')],
    ['struck out', when('struck', 'COUNTIF($A:$A,1)>0')],
  ])('of which nobody can tell whether it hides it is blank with a doubt: %s', (_, rules) =>
    isDoubted(withRules(rules), person, 'cellUnclear', { text: '57' }),
  );

  const painting = (name: 'colorScale' | 'dataBar', colours: readonly string[]): string =>
    rule(
      null,
      `type="${name}"`,
      `<${name}><cfvo type="min"/><cfvo type="max"/>${colours.map((rgb) => `<color rgb="FF${rgb}"/>`).join('')}</${name}>`,
    );

  it.each([
    ['a scale that ends in the colour of its letters', painting('colorScale', ['FFFFFF', '000000'])],
    ['a scale that goes through it', painting('colorScale', ['FFFFFF', '101010', 'F8696B'])],
    ['a bar of that colour', painting('dataBar', ['000000'])],
  ])('on %s is blank with a doubt', (_, rules) => isDoubted(withRules(rules), person, 'cellUnclear', { text: '57' }));

  it.each([
    ['a scale as Excel offers it', painting('colorScale', ['F8696B', 'FFEB84', '63BE7B'])],
    ['a bar as Excel offers it', painting('dataBar', ['638EC6'])],
    ['a dark scale over other cells', painting('colorScale', ['FFFFFF', '000000']), 'A1:A2'],
  ])('on %s is read', (_, rules, area = address) => isRead(withRules(rules, area), person, stored));

  it('that strikes it out is blank with a doubt', () =>
    isDoubted(withRules(when('struck', 'TRUE')), person, 'cellUnclear', { reason: 'struck' }));

  it('that shows it otherwise is what is shown, and a doubt says what is stored', async () => {
    const { report, doubts } = await readOne(withRules(when('thousands', 'TRUE')));
    expect(report.figures[person]).toBe(0.1);
    expect(doubts).toMatchObject([{ kind: 'shownRounded', figures: [person], details: { stored: '57' } }]);
  });

  it('of the whole sheet, which hides what is 0, says so once for all of them', async () => {
    const zeros = written.flat().filter((value) => value === 0).length;
    const { report, doubts } = await readOne(withRules(when('white', 'A1=0'), 'A1:Z200'));
    expect(report.figures[person]).toBe(stored);
    expect(doubts).toMatchObject([{ kind: 'shownOtherwise', details: { stored: '0', shown: '' } }]);
    expect(doubts[0]?.figures).toHaveLength(zeros);
  });

  it('written under a prefix is the same', async () => {
    const file = withParts(withRules(when('white', 'TRUE')), unchanged, {
      'xl/worksheets/sheet1.xml': (text) =>
        text.replaceAll(/<(\/?)(conditionalFormatting|cfRule|formula)\b/gu, '<$1x:$2'),
    });
    expect((await readOne(file)).doubts).toMatchObject([{ kind: 'shownOtherwise', figures: [person] }]);
  });

  it('without its end is no condition', async () => {
    const file = withParts(withRules(when('white', 'TRUE')), unchanged, {
      'xl/worksheets/sheet1.xml': (text) => text.replace('</conditionalFormatting>', ''),
    });
    expect((await readOne(file)).report.figures[person]).toBe(stored);
  });
});
