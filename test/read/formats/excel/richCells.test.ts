/** Runs of a text in a workbook: what is raised, crossed out or only says how to pronounce it is no part of a number. */
import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../../../src/report/editions/2021';
import { excelFile, printedRows } from '../../files';
import { compoundFile, oldBook, type OldCell } from '../old/oldFiles';
import { sampleOf } from '../../noise/shapes';
import { withMore, withParts } from './workbookParts';
import { isDoubted, isRead, readOne } from '../oneFigure';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, false);
const amount = 'disclosure.fees.amount';
const row = rows.findIndex(([label]) => label === '行政事业性收费');
const address = `B${row + 1}`;

type Look = 'plain' | 'struck' | 'raised' | 'white' | 'tiny' | 'small' | 'smaller';
type Runs = readonly (readonly [text: string, look: Look])[];
/** `98 4:white`: digits of which those with a look have it. */
const runsOf = (text: string): Runs =>
  text.split(' ').map((part) => {
    const [digits = '', look = 'plain'] = part.split(':');
    return [digits, look as Look];
  });

const properties: Readonly<Record<Look, string>> = {
  plain: '<rPr><sz val="11"/></rPr>',
  struck: '<rPr><strike/></rPr>',
  raised: '<rPr><vertAlign val="superscript"/></rPr>',
  white: '<rPr><color rgb="FFFFFFFF"/></rPr>',
  tiny: '<rPr><sz val="1"/></rPr>',
  small: '<rPr><sz val="6"/></rPr>',
  smaller: '<rPr><sz val="10"/></rPr>',
};
const richXml = (runs: Runs): string =>
  runs.map(([text, look]) => `<r>${properties[look]}<t>${text}</t></r>`).join('') +
  '<rPh sb="0" eb="1"><t>9</t></rPh><phoneticPr fontId="1"/>';

const withCell = <Cell>(cell: Cell): (string | number | Cell)[][] =>
  rows.map((line, at) => (at === row ? [line[0] ?? '', cell] : [...line]));
const fonts = { plain: 0, struck: 1, raised: 2, white: 3, tiny: 5, small: 6, smaller: 7 } as const;
const unchanged = (name: string): string => name;

const writers: Readonly<Record<string, (runs: Runs) => Uint8Array>> = {
  'shared strings of .xlsx': (runs) =>
    withParts(excelFile([{ name: '表', rows: withCell('HERE') }]), unchanged, {
      'xl/sharedStrings.xml': (text) => text.replace('<t>HERE</t>', richXml(runs)),
    }),
  'cells of .xlsx': (runs) =>
    withParts(excelFile([{ name: '表', rows: withCell(7) }]), unchanged, {
      'xl/worksheets/sheet1.xml': (text) =>
        text.replace(`<c r="${address}"><v>7</v></c>`, `<c r="${address}" t="inlineStr"><is>${richXml(runs)}</is></c>`),
    }),
  '.xls': (runs) =>
    compoundFile({
      Workbook: oldBook([
        {
          name: '表',
          rows: withCell<OldCell>({ runs: runs.map(([text, look]) => ({ text, font: fonts[look] })) }),
        },
      ]),
    }),
  'XML 2003': (runs) => {
    const page = {
      plain: ['B', ''],
      struck: ['S', ''],
      raised: ['Sup', ''],
      white: ['Font', ' html:Color="#FFFFFF"'],
      tiny: ['Font', ' html:Size="1"'],
      small: ['Font', ' html:Size="6"'],
      smaller: ['Font', ' html:Size="10"'],
    } as const;
    const rich = runs
      .map(
        ([text, look]) =>
          `<${page[look].join('')} xmlns:html="http://www.w3.org/TR/REC-html40">${text}</${page[look][0]}>`,
      )
      .join('');
    const cell = (value: string | number): string =>
      `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">${value === 'HERE' ? rich : value}</ss:Data></Cell>`;
    const lines = withCell('HERE').map((line) => `<Row>${line.map(cell).join('')}</Row>`);
    return new TextEncoder().encode(
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
    );
  },
};

describe.each(Object.entries(writers))('a figure in %s', (_, write) => {
  it.each<[string, string, number | null]>([
    ['a raised mark behind it', '984 1:raised', 984],
    ['an old value crossed out before it', '97:struck 984', 984],
    ['all of it crossed out', '984:struck', null],
    ['digits crossed out within it', '9 8:struck 4', null],
    ['white digits behind it', '98 4:white', null],
    ['digits that nobody sees behind it', '98 4:tiny', null],
    ['digits behind it that are as small as a mark', '98 4:small', null],
    ['digits behind it of the next size', '98 4:smaller', null],
  ])('with %s is read so, and a doubt says what was left out', async (_name, runs, value) => {
    const { report, doubts } = await readOne(write(runsOf(runs)));
    expect(report.figures[amount]).toBe(value);
    expect(doubts.filter(({ figures }) => figures.includes(amount))).not.toEqual([]);
  });

  it('in plain runs is the number that they make, without a doubt', () => isRead(write(runsOf('9 84')), amount, 984));

  it('all of which is small, or before a small word, is plain', () =>
    isRead(write(runsOf('98:small 4:small')), amount, 984));

  it('all of which is white is not seen in a cell without a ground', () =>
    isDoubted(write(runsOf('984:white')), amount, 'cellUnclear', { reason: 'unseen' }));
});

describe('a part of a text in a cell with a ground', () => {
  const grounds = {
    red: '<fill><patternFill patternType="solid"><fgColor rgb="FFC00000"/></patternFill></fill>',
    theme: '<fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill>',
    many: '<fill><gradientFill><stop position="0"><color rgb="FFC00000"/></stop></gradientFill></fill>',
  } as const;
  const coloured = (ground: keyof typeof grounds, runs: string): Uint8Array =>
    withMore(
      withParts(excelFile([{ name: '表', rows: withCell(7) }]), unchanged, {
        'xl/worksheets/sheet1.xml': (text) =>
          text.replace(`<c r="${address}"><v>7</v></c>`, `<c r="${address}" s="1" t="inlineStr"><is>${runs}</is></c>`),
      }),
      {
        'xl/styles.xml': `<styleSheet><fonts><font/></fonts><fills><fill/>${grounds[ground]}</fills><cellXfs><xf/><xf fillId="1"/></cellXfs></styleSheet>`,
      },
    );
  const part = (text: string, colour: string): string => `<r><rPr><color ${colour}/></rPr><t>${text}</t></r>`;
  const page = (ground: string, letters: string): Uint8Array => {
    const cell = (value: string | number): string =>
      value === 7
        ? `<Cell ss:StyleID="g"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">98<Font html:Color="${letters}">4</Font></ss:Data></Cell>`
        : `<Cell><Data ss:Type="String">${value}</Data></Cell>`;
    const lines = withCell(7).map((line) => `<Row>${line.map(cell).join('')}</Row>`);
    return new TextEncoder().encode(
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles><Style ss:ID="g"><Interior ss:Color="${ground}" ss:Pattern="Solid"/></Style></Styles><Worksheet ss:Name="表"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
    );
  };
  const black = 'rgb="FF000000"';

  it.each([
    ['red on red', coloured('red', part('98', black) + part('4', 'rgb="FFC00000"'))],
    ['of the theme on that of the theme', coloured('theme', part('98', black) + part('4', 'theme="4"'))],
    ['red on red in XML 2003', page('#C00000', '#C00000')],
  ])('is no part of its number: %s', async (_, file) => {
    const { report, doubts } = await readOne(file);
    expect(report.figures[amount]).toBe(98);
    expect(doubts).toMatchObject([{ kind: 'leftOut', figures: [amount], details: { texts: ['4'] } }]);
  });

  it('leaves nothing where all of it looks so', () =>
    isDoubted(coloured('red', part('98', 'rgb="FFC00000"') + part('4', 'rgb="FFC00000"')), amount, 'cellUnclear', {
      reason: 'hidden',
    }));

  it.each([
    ['white on red', coloured('red', part('98', black) + part('4', 'rgb="FFFFFFFF"'))],
    ['white on that of the theme', coloured('theme', part('98', 'theme="0"') + part('4', 'theme="0"'))],
    ['red on many colours', coloured('many', part('98', black) + part('4', 'rgb="FFC00000"'))],
    ['pale in XML 2003', page('#FFFFFF', '#808080')],
  ])('is read with the rest where it is %s', (_, file) => isRead(file, amount, 984));
});

describe('a number as white as its cell', () => {
  const styles =
    '<styleSheet><fonts><font/><font><sz val="11"/><color theme="0"/></font><font><color theme="0" tint="-0.5"/></font></fonts>' +
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<cellXfs><xf/><xf fontId="1"/><xf fontId="1" fillId="1"/><xf fontId="1" fillId="2"/><xf fontId="2"/></cellXfs></styleSheet>';
  const look = (style: number): Uint8Array =>
    withMore(
      withParts(excelFile([{ name: '表', rows: withCell(984) }]), unchanged, {
        'xl/worksheets/sheet1.xml': (text) => text.replace(`<c r="${address}"`, `<c r="${address}" s="${style}"`),
      }),
      { 'xl/styles.xml': styles },
    );
  const page = (interior: string): Uint8Array => {
    const cell = (value: string | number): string =>
      `<Cell${value === 984 ? ' ss:StyleID="w"' : ''}><Data ss:Type="String">${value}</Data></Cell>`;
    const lines = withCell(984).map((line) => `<Row>${line.map(cell).join('')}</Row>`);
    return new TextEncoder().encode(
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="w"><Font ss:Color="#FFFFFF"/>${interior}</Style></Styles><Worksheet ss:Name="表"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
    );
  };
  it.each([
    ['on no ground', look(1)],
    ['on a white ground', look(3)],
    ['in XML 2003', page('<Interior/>')],
  ])('is blank, and a doubt says what is stored: %s', (_, file) =>
    isDoubted(file, amount, 'shownOtherwise', { stored: '984', shown: '' }),
  );

  it.each([
    ['white on a dark ground', look(2)],
    ['grey', look(4)],
    ['white on a dark ground in XML 2003', page('<Interior ss:Color="#1F4E79" ss:Pattern="Solid"/>')],
  ])('is read where it is %s', (_, file) => isRead(file, amount, 984));
});

it('a number whose cell is crossed out as a whole is blank, and a doubt says so', async () => {
  const styles =
    '<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>';
  const plain = excelFile([{ name: '表', rows: withCell(984) }]);
  const struck = withParts(plain, unchanged, {
    'xl/worksheets/sheet1.xml': (text) => text.replace(`<c r="${address}"`, `<c r="${address}" s="1"`),
  });
  const { report, doubts } = await readOne(withMore(struck, { 'xl/styles.xml': styles }));
  expect(report.figures[amount]).toBeNull();
  expect(doubts).toMatchObject([{ figures: [amount] }]);
});
