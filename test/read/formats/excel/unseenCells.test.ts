/** What a workbook shows otherwise than it holds it: things drawn over cells, rows too low, what is repeated, values no program takes. */
import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../../../src/report/editions/2021';
import { excelFile, printedRows } from '../../files';
import { sampleOf } from '../../noise/shapes';
import { compoundFile, oldBook } from '../old/oldFiles';
import { inUtf16, withMore, withParts, xmlText } from './workbookParts';
import { isDoubted, isRead, readOne } from '../oneFigure';

const plain = printedRows(sampleOf(edition2021, 2), false);
const top = plain.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const person = 'applications.received.person';
const next = 'applications.received.enterprise';
const rows = plain.map((cells, at) => (at === top ? cells.with(3, 57).with(4, '') : cells));
const address = `D${top + 1}`;
const cell = `<c r="${address}"><v>57</v></c>`;
const unchanged = (name: string): string => name;
const changed = (change: (text: string) => string, styles?: string): Uint8Array => {
  const file = withParts(excelFile([{ name: '表', rows }]), unchanged, { 'xl/worksheets/sheet1.xml': change });
  return styles === undefined ? file : withMore(file, { 'xl/styles.xml': styles });
};

describe('something drawn over cells', () => {
  const end = (name: string, [column, columnOffset, row, rowOffset]: readonly number[]): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${columnOffset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOffset}</xdr:rowOff></xdr:${name}>`;
  const box = (text: string, filled: boolean): string =>
    `<xdr:sp><xdr:spPr>${filled ? '<a:solidFill/>' : '<a:ln><a:solidFill/></a:ln>'}</xdr:spPr>${text === '' ? '' : `<xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody>`}</xdr:sp>`;
  const styledBox = (own: string): string =>
    `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/>${own}</xdr:spPr><xdr:style><a:lnRef idx="2"/><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></xdr:style></xdr:sp>`;
  const anchored = (content: string, from: readonly number[], to: readonly number[]): string =>
    `<xdr:twoCellAnchor>${end('from', from)}${end('to', to)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
  const sized = (content: string, from: readonly number[], width: number, height: number): string =>
    `<xdr:oneCellAnchor>${end('from', from)}<xdr:ext cx="${width}" cy="${height}"/>${content}</xdr:oneCellAnchor>`;
  const drawn = (content: string): Uint8Array =>
    withMore(
      changed((text) => text.replace('</sheetData>', '</sheetData><drawing r:id="rId1"/>')),
      {
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${content}</xdr:wsDr>`,
      },
    );
  const over = [3, 0, top, 0] as const;
  const until = [4, 10_000, top + 1, 5_000] as const;

  it.each([
    ['a box with a number in it', anchored(box('99', false), over, until), '99'],
    ['one of a size of its own', sized(box('99', false), over, 600_000, 180_000), '99'],
    ['a box that covers it', anchored(box('', true), over, until), '57'],
    ['a box with words that covers it', anchored(box('已核对', true), over, until), '已核对'],
    ['a box as programs insert it, filled by its style', anchored(styledBox(''), over, until), '57'],
    [
      'a box filled with more than one colour',
      anchored(box('', true).replace('solidFill', 'gradFill'), over, until),
      '57',
    ],
    [
      'a box with a line in one group',
      anchored(`<xdr:grpSp>${box('', true)}<xdr:cxnSp><xdr:spPr/></xdr:cxnSp></xdr:grpSp>`, over, until),
      '57',
    ],
    ['a chart', anchored('<xdr:graphicFrame><xdr:xfrm/></xdr:graphicFrame>', over, until), '57'],
    [
      'a box that hangs on no cell',
      `<xdr:absoluteAnchor><xdr:pos x="${3 * 609_600}" y="${top * 190_500}"/><xdr:ext cx="600000" cy="180000"/>${box('99', false)}</xdr:absoluteAnchor>`,
      '99',
    ],
    [
      'a line through it',
      anchored('<xdr:cxnSp><xdr:spPr/></xdr:cxnSp>', [3, 0, top, 90_000], [4, 0, top, 90_000]),
      '57',
    ],
  ])('%s leaves the figure blank, and a doubt says so', (_, content, text) =>
    isDoubted(drawn(content), person, 'cellUnclear', { text }),
  );

  it('a number in a box over a blank cell is said', () =>
    isDoubted(drawn(anchored(box('99', false), [4, 0, top, 0], [5, 0, top + 1, 0])), next, 'cellUnclear', {
      text: '99',
    }));

  it.each([
    ['a box beside the table', anchored(box('99', true), [16, 0, top, 0], [18, 0, top + 3, 0])],
    ['a box without a number', anchored(box('制表', false), over, until)],
    ['a frame', anchored(box('', false), over, until)],
    ['a frame whose style would fill it', anchored(styledBox('<a:noFill/>'), over, until)],
    ['a box that is not shown', anchored(styledBox('').replace('id="2"', 'id="2" hidden="1"'), over, until)],
    ['a line between the columns', anchored('<xdr:cxnSp><xdr:spPr/></xdr:cxnSp>', [3, 0, top, 0], [3, 0, top + 9, 0])],
    [
      'a colour that lets it be seen',
      anchored(
        '<xdr:sp><xdr:spPr><a:solidFill><a:srgbClr val="FFFF00"><a:alpha val="20000"/></a:srgbClr></a:solidFill></xdr:spPr></xdr:sp>',
        over,
        until,
      ),
    ],
    ['a picture', anchored('<xdr:pic><xdr:spPr/></xdr:pic>', over, until)],
    [
      'a box that hangs on no cell, beside the table',
      `<xdr:absoluteAnchor><xdr:pos x="${20 * 609_600}" y="${top * 190_500}"/><xdr:ext cx="600000" cy="180000"/>${box('99', true)}</xdr:absoluteAnchor>`,
    ],
  ])('%s changes nothing', (_, content) => isRead(drawn(content), person, 57));

  it('lies where the columns and rows of the sheet are wide and high', async () => {
    const wide = `<sheetFormatPr defaultRowHeight="20"/><cols><col min="1" max="3" width="30" customWidth="1"/></cols><sheetData>`;
    const content = `<xdr:absoluteAnchor><xdr:pos x="${90 * 7 * 9525}" y="${top * 20 * 12_700}"/><xdr:ext cx="600000" cy="250000"/>${box('99', false)}</xdr:absoluteAnchor>`;
    const file = withParts(drawn(content), unchanged, {
      'xl/worksheets/sheet1.xml': (text) => text.replace('<sheetData>', wide),
    });
    expect((await readOne(file)).doubts).toMatchObject([{ kind: 'cellUnclear', figures: [person] }]);
  });
});

describe('what Excel drew over cells before 2007', () => {
  const shape = (kind: string, text: string, more = '', style = 'visibility:visible'): string =>
    `<v:shape id="_x0000_s1025" style='position:absolute;${style}' fillcolor="window [65]"><v:textbox><div>${text}<br></div></v:textbox><x:ClientData ObjectType="${kind}"><x:Anchor>
      3, 0, ${top}, 0, 4, 2, ${top + 1}, 2</x:Anchor>${more}</x:ClientData></v:shape>`;
  const drawn = (shapes: string): Uint8Array =>
    withMore(
      changed((text) => text.replace('</sheetData>', '</sheetData><legacyDrawing r:id="rId2"/>')),
      {
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/header.vml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>',
        'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${shapes}</xml>`,
      },
    );

  it.each([
    ['a text box', shape('Text', '99'), '99'],
    ['a text box without a ground', shape('Text', '99').replace('fillcolor', 'filled="f" fillcolor'), '99'],
    ['a rectangle', shape('Rect', ''), '57'],
    ['a button', shape('Button', '计算'), '计算'],
    ['a list to choose from', shape('Drop', '', '<x:Sel>2</x:Sel>'), '57'],
    ['a note that stays open', shape('Note', '请核对', '<x:Visible/>'), '请核对'],
    ['a label with a number', shape('Label', '99'), '99'],
  ])('%s over a figure leaves it blank, and a doubt says so', async (_, shapes, text) => {
    for (const file of [drawn(shapes), inUtf16(drawn(shapes))]) await isDoubted(file, person, 'cellUnclear', { text });
  });

  it.each([
    ['a note that comes up on its cell', shape('Note', '应为 58')],
    ['a note that does not stay open', shape('Note', '58', '<x:Visible>False</x:Visible>')],
    ['a text box that is hidden', shape('Text', '99', '', 'visibility:hidden')],
    ['a frame around a group', shape('GBox', '一、')],
    ['a box to tick', shape('Checkbox', '')],
    ['a button beside the table', shape('Button', '打印').replaceAll(/ (3|4), /gu, ' 16, ')],
  ])('%s changes nothing', (_, shapes) => isRead(drawn(shapes), person, 57));
});

it('a sheet that shows formulas shows no results', async () => {
  const file = changed((text) =>
    text
      .replace('<sheetData>', '<sheetViews><sheetView showFormulas="1"/></sheetViews><sheetData>')
      .replace(cell, `<c r="${address}"><f>50+7</f><v>57</v></c>`),
  );
  const { report, doubts } = await readOne(file);
  expect(report.figures[person]).toBeNull();
  expect(doubts).toMatchObject([
    { kind: 'shownOtherwise', figures: [person], details: { stored: '57', shown: '=50+7' } },
  ]);
});

const page = (layout: string, row: string, style: string, content?: string): Uint8Array => {
  const lines = rows.map((cells, at) => {
    const written = cells.map((value, column) => {
      const type = typeof value === 'number' ? 'Number' : 'String';
      const data = value === '' ? '' : `<Data ss:Type="${type}">${xmlText(String(value))}</Data>`;
      const here = at === top && column === 3;
      return `<Cell${here ? ' ss:StyleID="x"' : ''}>${here ? (content ?? data) : data}</Cell>`;
    });
    return `<Row${at === top ? row : ''}>${written.join('')}</Row>`;
  });
  return new TextEncoder().encode(
    `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="x">${style}</Style></Styles><Worksheet ss:Name="表"><Table>${layout}${lines.join('')}</Table></Worksheet></Workbook>`,
  );
};

it.each([
  [
    'a row of one point',
    changed((text) => text.replace(`<row r="${top + 1}"`, `<row ht="1" customHeight="1" r="${top + 1}"`)),
  ],
  [
    'a column of a fifth of a character',
    changed((text) => text.replace('<sheetData>', '<cols><col min="4" max="4" width="0.2"/></cols><sheetData>')),
  ],
  [
    'rows of which only some have a height',
    changed((text) =>
      text
        .replace('<sheetData>', '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData>')
        .replace(/<row r="(\d+)"/gu, (whole, row) => (row === String(top + 1) ? whole : `${whole} ht="15"`)),
    ),
  ],
  [
    'a sheet whose rows have no height',
    changed((text) => text.replace('<sheetData>', '<sheetFormatPr defaultRowHeight="0" customHeight="1"/><sheetData>')),
  ],
  ['a row of one point in XML 2003', page('', ' ss:Height="1"', '')],
  ['a column of no width in XML 2003', page('<Column ss:Index="4" ss:Width="0"/>', '', '')],
])('a figure in %s is read, and said to be hidden', async (_, file) => {
  const { report, doubts } = await readOne(file);
  expect(report.figures[person]).toBe(57);
  expect(doubts).toMatchObject([{ kind: 'hiddenCells' }]);
});

it.each([
  [
    '.xlsx',
    changed(
      (text) => text.replace(`<c r="${address}"`, `<c r="${address}" s="1"`),
      '<styleSheet><fonts><font/></fonts><cellXfs><xf/><xf><alignment horizontal="fill"/></xf></cellXfs></styleSheet>',
    ),
  ],
  ['XML 2003', page('', '', '<Alignment ss:Horizontal="Fill"/>')],
])('a number that fills its cell again and again in %s is blank with a doubt', (_, file) =>
  isDoubted(file, person, 'cellUnclear', { text: '57' }),
);

it.each([
  ['a value as programs count', '<v>0x39</v>'],
  ['a value without end', '<v>Infinity</v>'],
  ['a value with a comma', '<v>5,7</v>'],
])('a cell with %s gives no number, and a doubt says so', (_, content) =>
  isDoubted(
    changed((text) => text.replace(cell, cell.replace('<v>57</v>', content))),
    person,
    'cellUnread',
  ),
);

it('a cell of XML 2003 with a value as programs count gives no number, and a doubt says so', () =>
  isDoubted(page('', '', '', '<Data ss:Type="Number">0x39</Data>'), person, 'cellUnread'));

it.each([
  ['.xlsx', changed((text) => text.replace(cell, cell.replace('<v>57</v>', '<v>5</v><v>7</v>')))],
  ['XML 2003', page('', '', '', '<Data ss:Type="Number">5</Data><Data ss:Type="Number">7</Data>')],
])('two values in one cell of %s may be those of this cell and of the blank ones beside it', async (_, file) => {
  const { report, doubts } = await readOne(file);
  expect(report.figures[person]).toBeNull();
  expect(doubts).toMatchObject([
    { kind: 'cellUnread', figures: [person] },
    { kind: 'cellsTogether', figures: ['applications.received.enterprise'] },
  ]);
});

it.each(['9999', '-1', '1.5'])(
  'a cell with a text that the file does not hold, number %s, is not blank',
  async (number) => {
    const missing = `<c r="${address}" t="s"><v>${number}</v></c>`;
    const { report, doubts } = await readOne(changed((text) => text.replace(cell, missing)));
    expect(report.marks[person]?.state).toBe('unread');
    expect(doubts).toMatchObject([{ kind: 'cellUnread', figures: [person] }]);
  },
);

it.each([
  ['.xlsx', changed((text) => text.replace(cell, cell.replace('57', ' ')))],
  ['XML 2003', page('', '', '', '<Data ss:Type="Number"> </Data>')],
])('a value of spaces in %s is blank, and is no 0', (_, file) => isRead(file, person, null));

it('a column of .xls that is too narrow to be seen is a hidden one', async () => {
  const hiddenColumns = [3, 3] as const;
  const book = oldBook([{ name: '表', rows, hiddenColumns }]);
  // The width of the record of the columns, without its mark that they are hidden.
  const at = book.findIndex(
    (byte, index) => byte === 0x7d && book[index + 1] === 0 && book[index + 2] === 12 && book[index + 3] === 0,
  );
  book.set([10, 0], at + 8);
  book.set([0], at + 12);
  expect((await readOne(compoundFile({ Workbook: book }))).doubts).toMatchObject([{ kind: 'hiddenCells' }]);
});
