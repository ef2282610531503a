/** Numbers in a workbook whose letters are like their ground, in any of the ways in which it says colours, or no letters. */
import { describe, expect, it } from 'vitest';
import { themeColours, tinted } from '../../../../src/read/formats/excel/palette';
import { edition2021 } from '../../../../src/report/editions/2021';
import { excelFile, printedRows } from '../../files';
import { sampleOf } from '../../noise/shapes';
import { withMore, withParts } from './workbookParts';
import { isDoubted, isRead, readOne } from '../oneFigure';

const plain = printedRows(sampleOf(edition2021, 2), false);
const top = plain.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const person = 'applications.received.person';
const next = 'applications.received.enterprise';
const address = `D${top + 1}`;

/** A workbook with 57 in a cell of this look and the cell beside it blank. */
const styled = (font: string, ground: string, more = '', alignment = ''): Uint8Array =>
  withMore(
    withParts(
      excelFile([{ name: '表', rows: plain.map((cells, at) => (at === top ? cells.with(3, 57).with(4, '') : cells)) }]),
      (name) => name,
      {
        'xl/worksheets/sheet1.xml': (text) =>
          text.replace(
            `<c r="${address}"><v>57</v></c>`,
            `<c r="${address}" s="1"><v>57</v></c><c r="E${top + 1}" s="1"/>`,
          ),
      },
    ),
    {
      'xl/styles.xml': `<styleSheet><fonts><font/><font>${font}</font></fonts><fills><fill><patternFill patternType="none"/></fill><fill>${ground}</fill></fills><cellXfs><xf/><xf fontId="1" fillId="1">${alignment}</xf></cellXfs>${more}</styleSheet>`,
      'xl/theme/theme1.xml': `<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="C00000"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="x/theme" Target="theme/theme1.xml"/></Relationships>`,
    },
  );
const color = (attributes: string): string => `<color ${attributes}/>`;
const solid = (attributes: string): string =>
  `<patternFill patternType="solid"><fgColor ${attributes}/><bgColor indexed="64"/></patternFill>`;
const none = '<patternFill patternType="none"/>';
const paletteWith = (at: number, rgb: string): string =>
  `<colors><indexedColors>${Array.from({ length: 64 }, (_, index) => `<rgbColor rgb="${index === at ? rgb : '00800000'}"/>`).join('')}</indexedColors></colors>`;

describe('a number in letters', () => {
  it.each([
    ['of a colour of the theme on that colour', color('theme="4"'), solid('rgb="FFC00000"')],
    ['a shade beside their ground', color('rgb="FFC00000"'), solid('rgb="FFC10002"')],
    ['of a pale yellow', color('rgb="FFFFFFE0"'), none],
    ['of black made as light as white', color('theme="1" tint="0.98"'), none],
    ['of a colour of the theme made as light as white', color('theme="4" tint="0.97"'), none],
    ['of a colour of the old list that is pale', color('indexed="26"'), none],
    ['of the white of a changed list', color('indexed="10"'), none, paletteWith(10, '00FFFFFF')],
    ['on a black ground', '', solid('rgb="FF101010"')],
  ])('%s is blank, and a doubt says what is stored', (_, font, ground, more = '') =>
    isDoubted(styled(font, ground, more), person, 'shownOtherwise', { stored: '57', shown: '' }),
  );

  it.each([
    ['of the darkest colour of the theme', color('theme="3"'), none],
    ['in white on a colour of the theme', color('theme="0"'), solid('theme="4"')],
    ['in white on a light colour made dark', color('theme="0"'), solid('theme="2" tint="-0.75"')],
    ['in red on pink', color('rgb="FF9C0006"'), solid('rgb="FFFFC7CE"')],
    ['in grey', color('theme="0" tint="-0.35"'), none],
    ['in a list that is not changed there', color('indexed="12"'), none],
  ])('%s is read', (_, font, ground) => isRead(styled(font, ground), person, 57));

  it.each(['Wingdings', 'Webdings', 'Code 128'])('of %s, which are pictures or bars, is blank with a doubt', (name) =>
    isDoubted(styled(`<name val="${name}"/>`, none), person, 'cellUnclear', { text: '57' }),
  );
});

it('a number in the middle of two cells belongs to neither for certain', async () => {
  const { report, doubts } = await readOne(styled('', none, '', '<alignment horizontal="centerContinuous"/>'));
  expect(report.figures[person]).toBeNull();
  expect(doubts).toMatchObject([{ kind: 'cellShared', figures: [person, next], details: { text: '57' } }]);
});

describe('a colour of a theme', () => {
  it('is that of the usual theme where the file says none', () => {
    expect(themeColours('').slice(0, 5)).toEqual(['ffffff', '000000', 'e7e6e6', '44546a', '4472c4']);
  });

  it('is made lighter and darker as Excel does, and keeps its hue', () => {
    expect(tinted('4472c4', 0.7999816888943144)).toBe('dae3f3');
    expect(tinted('4472c4', -0.249977111117893)).toBe('2f5597');
    expect(tinted('ffffff', -0.0499893185216834)).toBe('f2f2f2');
    expect(tinted('000000', 0.5)).toBe('808080');
  });
});
