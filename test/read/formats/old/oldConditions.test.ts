/** What old workbooks (.xls, XML 2003) show otherwise than they hold it: by conditions, by things drawn, across cells, by formulas. */
import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../../../src/report/editions/2021';
import { Palette } from '../../../../src/read/formats/excel/palette';
import { printedRows } from '../../files';
import { sampleOf } from '../../noise/shapes';
import { compoundFile, oldBook, type OldCell, type OldSheet } from './oldFiles';
import { xmlText } from '../excel/workbookParts';
import { isDoubted, isRead, readOne } from '../oneFigure';

const plain = printedRows(sampleOf(edition2021, 2), false);
const top = plain.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const person = 'applications.received.person';
const next = 'applications.received.enterprise';
const column = 3;
const rows = plain.map((cells, at): OldCell[] => (at === top ? cells.with(column, 57).with(4, '') : [...cells]));
const withCells = (...cells: readonly OldCell[]): OldCell[][] =>
  rows.map((line, at) => (at === top ? line.toSpliced(column, cells.length, ...cells) : line));

const bookWith = (sheet: Partial<OldSheet>): Uint8Array =>
  compoundFile({ Workbook: oldBook([{ name: '表', rows, ...sheet }]) });

const pair = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const four = (value: number): number[] => [...pair(value), ...pair(value >>> 16)];

describe('a number of .xls under a condition', () => {
  const area = [...pair(top), ...pair(top), ...pair(column), ...pair(column)];
  const whole = [...pair(1), ...pair(0), ...area, ...pair(1), ...area];
  const number = (value: number): number[] => [0x1e, ...pair(value)];
  /** The cell itself, as formulas of conditions name it, and what is compared with it. */
  const own = [0x2c, ...pair(0), ...pair(0xc000)];
  const asks = {
    yes: [0x1d, 1],
    is57: [...own, ...number(57), 0x0b],
    is0: [...own, ...number(0), 0x0b],
    other: [0x23, 0, 0, 0, 0],
  };
  const font = (color: number, flags = 0, unset = 0x80): number[] => [
    ...four(1 << 26),
    ...pair(0),
    ...new Array<number>(64).fill(0),
    ...four(0xffffffff),
    ...four(flags),
    ...new Array<number>(8).fill(0),
    ...four(color),
    ...four(0),
    ...four(unset),
    ...new Array<number>(26).fill(0),
  ];
  const formats = {
    white: font(9),
    struck: font(0xffffffff, 0x80, 0),
    none: [...four(1 << 25), ...pair(1), ...pair(8), ...pair(3), 0, ...Array.from(';;;', (char) => char.charCodeAt(0))],
    blackGround: [...four((1 << 29) | (1 << 16) | (1 << 17)), ...pair(0), ...pair(1 << 10), ...pair(8 << 7)],
    pink: [...four((1 << 29) | (1 << 16) | (1 << 17)), ...pair(0), ...pair(1 << 10), ...pair(45 << 7)],
  };
  type Format = keyof typeof formats;
  const condition = (
    format: Format,
    kind: 1 | 2,
    operator: number,
    ...asked: readonly (readonly number[])[]
  ): OldSheet['more'] => [
    [0x01b0, whole],
    [
      0x01b1,
      [
        kind,
        operator,
        ...pair(asked[0]?.length ?? 0),
        ...pair(asked[1]?.length ?? 0),
        ...formats[format],
        ...asked.flat(),
      ],
    ],
  ];
  /** A condition that Excel 2007 and later add, which shows a sign (6) or a bar (4) alone. */
  const replaced = (kind: 4 | 6, settings: readonly number[]): OldSheet['more'] => {
    const head = new Array<number>(12).fill(0);
    return [
      [0x0879, [...head, ...whole]],
      [
        0x087a,
        [
          ...head,
          kind,
          0,
          ...four(0),
          ...four(0),
          ...pair(0),
          ...pair(0),
          0,
          ...pair(1),
          ...pair(0),
          16,
          ...new Array<number>(16).fill(0),
          ...settings,
        ],
      ],
    ];
  };

  it.each([
    ['in white letters, always', condition('white', 2, 0, asks.yes)],
    ['in white letters, by its own value', condition('white', 2, 0, asks.is57)],
    ['in white letters, equal', condition('white', 1, 3, number(57))],
    ['in white letters, between', condition('white', 1, 1, number(50), number(60))],
    ['under a format that shows nothing', condition('none', 1, 3, number(57))],
    ['on a black ground', condition('blackGround', 2, 0, asks.yes)],
    ['that shows a sign only', replaced(6, [0, 0, 0, 3, 0, 1])],
    ['that shows a bar only', replaced(4, [0, 0, 0, 0, 0, 0])],
  ])('that hides it is blank, and a doubt says what is stored: %s', (_, more) =>
    isDoubted(bookWith({ more: more ?? [] }), person, 'shownOtherwise', { stored: '57', shown: '' }),
  );

  it.each([
    ['that does not hold', condition('white', 1, 3, number(0))],
    ['that does not hold of it', condition('white', 2, 0, asks.is0)],
    ['that only paints', condition('pink', 2, 0, asks.other)],
    ['that shows a bar beside it', replaced(4, [0, 0, 0, 2, 0, 0])],
  ])('%s is read', (_, more) => isRead(bookWith({ more: more ?? [] }), person, 57));

  it.each([
    ['in white letters', condition('white', 2, 0, asks.other)],
    ['struck out', condition('struck', 2, 0, asks.yes)],
  ])('of which nobody can tell what it shows is blank with a doubt: %s', (_, more) =>
    isDoubted(bookWith({ more: more ?? [] }), person, 'cellUnclear'),
  );
});

describe('something drawn over cells of .xls', () => {
  const atom = (type: number, instance: number, contents: readonly number[]): number[] => [
    ...pair(instance << 4),
    ...pair(type),
    ...four(contents.length),
    ...contents,
  ];
  const held = (contents: readonly number[]): number[] => [
    ...pair(0x0f),
    ...pair(0xf004),
    ...four(contents.length),
    ...contents,
  ];
  interface Drawing {
    readonly kind?: number;
    readonly options?: readonly (readonly [number, number])[];
    readonly object?: number;
    readonly text?: string;
    readonly to?: readonly [row: number, column: number];
  }
  const drawn = ({
    kind = 1,
    options = [],
    object = 2,
    text = '',
    to = [top + 1, column + 1],
  }: Drawing): OldSheet['more'] => [
    [
      0x00ec,
      held([
        ...atom(0xf00a, kind, [...four(1025), ...four(0x0a00)]),
        ...atom(
          0xf00b,
          options.length,
          options.flatMap(([id, value]) => [...pair(id), ...four(value)]),
        ),
        ...atom(0xf010, 0, [0, column, 0, top, 0, to[1], 0, to[0], 0].flatMap(pair)),
        ...atom(0xf011, 0, []),
      ]),
    ],
    [0x005d, [...pair(0x15), ...pair(0x12), ...pair(object), ...new Array<number>(16).fill(0)]],
    ...(text === ''
      ? []
      : ([
          [0x01b6, [...new Array<number>(10).fill(0), ...pair(text.length), ...new Array<number>(6).fill(0)]],
          [0x003c, [1, ...Array.from(text).flatMap((char) => pair(char.charCodeAt(0)))]],
        ] as const)),
  ];
  const empty = [[0x01bf, 0x10_0000]] as const;

  it.each([
    ['a shape that covers it', drawn({}), '57'],
    ['a box with a number in it', drawn({ options: empty, object: 6, kind: 202, text: '99' }), '99'],
    ['a box with words that covers it', drawn({ kind: 202, object: 6, text: '已核对' }), '已核对'],
    ['a line through it', drawn({ kind: 20, object: 1, to: [top, column + 1] }), '57'],
  ])('%s leaves the figure blank, and a doubt says so', (_, more, text) =>
    isDoubted(bookWith({ more: more ?? [] }), person, 'cellUnclear', { text }),
  );

  it.each([
    ['a frame', drawn({ options: empty })],
    ['a note that comes up on its cell', drawn({ kind: 202, object: 0x19, text: '99' })],
    ['a picture', drawn({ kind: 75, object: 8 })],
    ['a shape that is not shown', drawn({ options: [[0x03bf, 0x02_0002]] })],
    ['a colour that lets it be seen', drawn({ options: [[0x0182, 0x4000]] })],
    ['a list of a filter', drawn({ kind: 201, object: 0x14 })],
  ])('%s changes nothing', (_, more) => isRead(bookWith({ more: more ?? [] }), person, 57));
});

describe('a formula of .xls', () => {
  const result = [...new Uint8Array(new Float64Array([57]).buffer)];
  const area = (left: number, right: number): number[] => [
    0x25,
    ...pair(top),
    ...pair(top),
    ...pair(0xc000 | left),
    ...pair(0xc000 | right),
  ];
  const sum = [...area(column + 1, column + 5), 0x19, 0x10, 0, 0];
  const sheet = (formula: Partial<Extract<OldCell, { result: unknown }>>, parts: readonly number[]): Uint8Array =>
    bookWith({ rows: withCells({ result, ...formula }, ...parts) });

  it('whose result is to be made anew is in doubt', async () => {
    const { doubts } = await readOne(sheet({ recalculate: true }, [1, 2, 3, 4, 5]));
    expect(doubts).toMatchObject([{ kind: 'resultPending', figures: [person] }]);
  });

  it('that is a sum which fits is not, whatever is to be made anew', async () => {
    const { doubts } = await readOne(sheet({ recalculate: true, tokens: sum }, [50, 1, 2, 3, 1]));
    expect(doubts).toEqual([]);
  });

  it('that is a sum which does not fit is out of date', async () => {
    const asFunction = [...area(column + 1, column + 5), 0x22, 1, ...pair(4)];
    for (const tokens of [sum, asFunction]) {
      const { doubts } = await readOne(sheet({ tokens }, [50, 1, 2, 3, 2]));
      expect(doubts).toMatchObject([{ kind: 'resultStale', figures: [person] }]);
    }
  });
});

it('a number of .xls in the middle of two cells belongs to neither for certain', async () => {
  const across = { format: 'General', across: true } as const;
  const both = withCells({ value: 57, ...across }, { value: '', ...across });
  const { doubts } = await readOne(bookWith({ rows: both }));
  expect(doubts).toMatchObject([{ kind: 'cellShared', figures: [person, next], details: { text: '57' } }]);
});

it('a colour of .xls is that of its own list, from the number on at which that begins', () => {
  const palette = new Palette(['ffffff', '123456'], 8);
  expect([palette.shade(8), palette.shade(9), palette.shade(10), palette.shade(0)]).toEqual([
    'ffffff',
    '123456',
    'ff0000',
    '000000',
  ]);
});

describe('a number of XML 2003', () => {
  const cellsOf = (line: readonly OldCell[], at: number, style: string): string =>
    line
      .map((value, index) => {
        const styled = at === top && (index === column || index === column + 1) ? style : '';
        if (value === '') return `<Cell${styled}/>`;
        return `<Cell${styled}><Data ss:Type="${typeof value === 'number' ? 'Number' : 'String'}">${xmlText(String(value))}</Data></Cell>`;
      })
      .join('');
  const page = (style: string, conditions = ''): Uint8Array =>
    new TextEncoder().encode(
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="h"><Styles><Style ss:ID="x">${style}</Style></Styles><Worksheet ss:Name="表"><Table>${rows
        .map((line, at) => `<Row>${cellsOf(line, at, ' ss:StyleID="x"')}</Row>`)
        .join('')}</Table>${conditions}</Worksheet></Workbook>`,
    );
  const when = (style: string, asked: string, range = `R${top + 1}C${column + 1}`): Uint8Array =>
    page(
      '',
      `<ConditionalFormatting xmlns="urn:schemas-microsoft-com:office:excel"><Range>${range}</Range><Condition>${asked}<Format Style='${style}'/></Condition></ConditionalFormatting>`,
    );
  const equal = (value: string): string => `<Qualifier>Equal</Qualifier><Value1>${value}</Value1>`;

  it.each([
    ['in white letters, always', when('color:white', '<Value1>TRUE</Value1>')],
    ['in white letters, by its own value', when('color:#FFFFFF', '<Value1>RC=57</Value1>')],
    [
      'in white letters, by its own fixed place',
      when('color:white', `<Value1>R${top + 1}C${column + 1}&gt;50</Value1>`),
    ],
    ['in white letters, equal', when('color:white', equal('57'))],
    ['on a black ground', when('background:black', equal('57'), `R1C1:R2C2,R${top + 1}`)],
  ])('that a condition hides is blank, and a doubt says what is stored: %s', (_, file) =>
    isDoubted(file, person, 'shownOtherwise', { stored: '57', shown: '' }),
  );

  it.each([
    ['whose condition does not hold', when('color:white', equal('0'))],
    ['whose condition only paints', when('color:#9C0006;background:#FFC7CE', '<Value1>RC[1]=0</Value1>')],
    ['beside one with a condition', when('color:white', '<Value1>TRUE</Value1>', `R${top + 9}C99`)],
  ])('%s is read', (_, file) => isRead(file, person, 57));

  it.each([
    ['in white letters by the cell beside it', when('color:white', '<Value1>RC[1]=0</Value1>')],
    ['crossed out', when('text-line-through:single', equal('57'))],
    ['of pictures', page('<Font ss:FontName="Wingdings"/>')],
  ])('of which nobody can tell what it shows is blank with a doubt: %s', (_, file) =>
    isDoubted(file, person, 'cellUnclear'),
  );

  it('in the middle of two cells belongs to neither for certain', async () => {
    const { doubts } = await readOne(page('<Alignment ss:Horizontal="CenterAcrossSelection"/>'));
    expect(doubts).toMatchObject([{ kind: 'cellShared', figures: [person, next] }]);
  });
});
