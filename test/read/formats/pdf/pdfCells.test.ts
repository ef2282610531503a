import { Fills } from '../../../../src/read/formats/pdf/pdfFills';
import { describe, expect, it } from 'vitest';
import { marksOf, type Glyph, type Operation } from '../../../../src/read/formats/pdf/pdfPage';
import type { RuledLine } from '../../../../src/read/formats/pdf/pdfPaths';
import { documentTable, tablesOf } from '../../../../src/read/formats/pdf/pdfTable';
import { Budget } from '../../../../src/read/containers/budget';
import type { AsideKind, Run } from '../../../../src/read/containers/runs';
import { gridOf, runsOf, type DocumentTable } from '../../../../src/read/containers/tree';
import { readNumber } from '../../../../src/read/labels/number';

const size = 10;
const digit = size / 2;
const margin = 5;

/** The characters of a line from a place on: a digit is half as wide as it is high, a space is only room. */
function line(text: string, left: number, base: number): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = left;
  for (const char of text) {
    const width = /[\x20-\x7e]/u.test(char) ? digit : size;
    if (char !== ' ') glyphs.push({ text: char, left: at, right: at + width, base, size });
    at += width;
  }
  return glyphs;
}

/** What a ruled page gives for a cell of this width, in points, beside a label that fills its own. */
function runOf(lines: readonly string[], width: number): Run {
  const [top, bottom, middle] = [100, 100 + 15 * (lines.length + 1), 120];
  const centred = lines.flatMap((text, index) =>
    line(text, middle + (width - text.length * digit) / 2, top + 15 * (index + 1)),
  );
  const { tables } = tablesOf({
    size: '',
    glyphs: [...line('规范性文件', 20 + margin, top + 15), ...centred],
    horizontal: [top, bottom].map((at) => ({ at, from: 20, to: middle + width })),
    vertical: [20, middle, middle + width].map((at) => ({ at, from: top, to: bottom })),
    unreadable: 0,
  });
  const [table] = tables;
  if (table === undefined) throw new Error('no table');
  const [block] = documentTable(table).rows[0]?.[1]?.blocks ?? [];
  return runsOf(block === undefined ? [] : [block])[0] ?? { text: '', aside: null };
}
const cellOf = (lines: readonly string[], width: number): string => runOf(lines, width).text;

describe('a cell of a PDF', () => {
  it.each([
    [['5', '7'], 60],
    [['12', '345'], 60],
    [['1215', '984'], 60],
    [['5', '7'], 2 * margin + digit],
    [['12', '5'], 2 * margin + 3 * digit],
    [['123', '4567'], 2 * margin + 3 * digit],
    [['12', '34'], 2 * margin + 2 * digit + 2],
    [['12', '34', '5'], 2 * margin + 2 * digit + 2],
    [['12.', '5'], 60],
    [['-', '5'], 60],
    [['/', '5'], 60],
    [['5 7'], 60],
    [['1 234'], 60],
  ])('never joins two numbers: %j in %d points', (lines, width) => {
    expect(readNumber(cellOf(lines, width))).toBeNull();
  });

  it.each([
    [['984'], 60, 984],
    [['13', '6'], 2 * margin + 2 * digit + 2, 136],
    [['12345', '67'], 2 * margin + 5 * digit + 2, 1_234_567],
    [['12345.', '67'], 2 * margin + 6 * digit, 12_345.67],
    [['99.53', '万元'], 60, 99.53],
    [['12', '件'], 60, 12],
  ])('reads a number that had to be broken for want of room: %j in %d points', (lines, width, value) => {
    const { text, aside } = runOf(lines, width);
    expect(readNumber(text)?.value).toBe(value);
    // Of digits on two lines nobody can tell: they may be two numbers.
    expect(aside).toBe(/^\d.*\n\d/su.test(lines.join('\n')) ? 'broken' : null);
  });

  it('joins the lines of a label', () => {
    expect(cellOf(['现行有', '效件数'], 60)).toBe('现行有效件数');
  });
});

describe('what is drawn in a cell of a PDF', () => {
  /** The table of a label and cells to the right of it, in which a page draws these glyphs and lines. */
  const drawnTable = (glyphs: readonly Glyph[], strikes: readonly RuledLine[]): DocumentTable | undefined => {
    const edges = [20, 120, 180, 240];
    const { tables } = tablesOf({
      size: '',
      glyphs: [...line('规范性文件', 20 + margin, 115), ...glyphs],
      horizontal: [...[100, 125].map((at) => ({ at, from: 20, to: 240 })), ...strikes],
      vertical: edges.map((at) => ({ at, from: 100, to: 125 })),
      unreadable: 0,
    });
    const [table] = tables;
    return table === undefined ? undefined : documentTable(table);
  };
  const drawn = (
    glyphs: readonly Glyph[],
    strikes: readonly RuledLine[] = [],
    beside: readonly Glyph[] = [],
  ): string[] => {
    const cells = drawnTable([...glyphs, ...beside], strikes)?.rows[0] ?? [];
    return cells.slice(1).map(({ blocks: [block] }) => (block?.kind === 'paragraph' ? block.text : ''));
  };
  const at = (text: string, left: number, more: Partial<Glyph> = {}): Glyph[] =>
    line(text, left, 115).map((glyph) => ({ ...glyph, ...more }));
  const mark = (base: number): Glyph[] => [{ text: '1', left: 145, right: 148, base, size: 6 }];

  it('a raised small figure is the mark of a note', () => {
    expect(readNumber(drawn([...at('984', 130), ...mark(111.5)])[0] ?? '')).toEqual({
      value: 984,
      unit: null,
      none: false,
      mark: '¹',
    });
  });

  it.each<[string, readonly Glyph[], readonly RuledLine[]]>([
    ['a small figure on the line', [...at('984', 130), ...mark(115)], []],
    ['a small figure below the line', [...at('984', 130), ...mark(117)], []],
    ['a figure that stands higher', [...at('984', 130), ...at('1', 145, { base: 112 })], []],
    ['digits crossed out before it', [...at('7', 130), ...at('984', 135)], [{ at: 111.5, from: 129, to: 135 }]],
    ['all of it crossed out', at('984', 130), [{ at: 112, from: 129, to: 146 }]],
    ['a number over another one', [...at('75', 130), ...at('984', 130)], []],
    ['a number over another one, a little beside', [...at('75', 130), ...at('984', 132)], []],
    ['white digits behind it', [...at('98', 130), ...at('4', 140, { pale: true })], []],
    ['digits upside down', at('984', 130, { turned: true }), []],
  ])('%s is no plain number', (_, glyphs, strikes) => {
    const [text = ''] = drawn(glyphs, strikes);
    expect(text).not.toBe('');
    expect(readNumber(text)).toBeNull();
  });

  it.each([
    ['a small raised figure alone', 6, 111, 'mark'],
    ['one as large as browsers make it', 8.5, 111, 'mark'],
    ['a small figure on the line', 6, 115, null],
    ['a figure of nearly the size of the others', 9.8, 111, null],
  ] as const)('%s in a cell is a mark of a note where it stands above its row', (_, size, base, kind) => {
    const glyphs: Glyph[] = [...at('984', 130), { text: '1', left: 190, right: 190 + size / 2, base, size }];
    const runs = runsOf(drawnTable(glyphs, [])?.rows[0]?.[2]?.blocks ?? []);
    expect(runs.map(({ text, aside }) => [text, aside])).toEqual([['1', kind]]);
  });

  it('a number crossed out by a line that reaches the edge of its cell stays in its row', () => {
    const texts = drawn(at('984', 121), [{ at: 112, from: 120.5, to: 137 }], at('7', 190));
    expect(texts.map((text) => readNumber(text)?.value ?? null)).toEqual([null, 7]);
    expect(drawnTable([...at('984', 121)], [{ at: 112, from: 120.5, to: 137 }])?.rows).toHaveLength(1);
  });

  it.each([6, 7, 8, 9])('the digits of one number are of one size: one of %d beside tens may be a mark', (own) => {
    const five = (base: number): Glyph[] => [{ text: '5', left: 135, right: 135 + own / 2, base, size: own }];
    for (const above of [0, 0.5, 1, 3]) {
      const number = readNumber(drawn([...at('1', 130), ...five(115 - above)])[0] ?? '');
      expect([null, 1]).toContain(number?.value ?? null);
      if (above === 0) expect(number).toBeNull();
    }
    const first: Glyph = { text: '1', left: 130, right: 130 + own / 2, base: 115, size: own };
    expect(readNumber(drawn([first, ...at('5', 130 + own / 2)])[0] ?? '')).toBeNull();
  });

  it.each<[string, readonly Glyph[], readonly RuledLine[]]>([
    ['a number drawn twice to be bold', [...at('984', 130), ...at('984', 130.3)], []],
    ['a number with a shadow', [...at('984', 130), ...at('984', 131, { base: 116 })], []],
    ['equal digits side by side', at('988', 130), []],
    ['digits whose sizes a file keeps inexactly', [...at('98', 130), ...at('4', 140, { size: 9.7 })], []],
    ['an underlined number', at('984', 130), [{ at: 116.5, from: 129, to: 146 }]],
  ])('%s is the number', (_, glyphs, strikes) => {
    const text = glyphs.length === 3 ? glyphs.map((glyph) => glyph.text).join('') : '984';
    expect(drawn(glyphs, strikes)[0]).toBe(text);
  });

  it('a number that runs over the line between two cells is none in either', () => {
    const texts = drawn(at('984', 173), [], at('7', 200));
    expect(texts.map((text) => readNumber(text))).toEqual([null, null]);
    expect(drawn(at('984', 163), [], at('7', 182)).map((text) => readNumber(text)?.value)).toEqual([984, 7]);
  });
});

describe('what is painted behind and over a number in a PDF', () => {
  const view = { width: 300, height: 200, transform: [1, 0, 0, 1, 0, 0] };
  const rectangle = (kind: string, left: number, top: number, wide: number, high: number): Operation => ({
    name: 'constructPath',
    values: [kind, [[0, left, top, 1, left + wide, top, 1, left + wide, top + high, 1, left, top + high, 3]]],
  });
  const paint = (color: string): Operation => ({ name: 'setFillRGBColor', values: [color] });
  const write = (text: string, left: number, base: number): Operation[] => [
    { name: 'setTextMatrix', values: [[1, 0, 0, 1, left, base]] },
    { name: 'showText', values: [Array.from(text, (unicode) => ({ unicode, width: 500, isSpace: false }))] },
  ];
  const number = write('984', 130, 115);
  const cell = (fill: string): Operation[] => [paint(fill), rectangle('fill', 120, 100, 60, 25)];
  const curve: Operation = {
    name: 'constructPath',
    values: ['fill', [[0, 130, 105, 2, 132, 105, 138, 108, 138, 112, 1, 130, 115, 3]]],
  };
  /** What is read in the second cell of a row. */
  const seen = (...operations: readonly Operation[]): readonly [text: string, kinds: readonly AsideKind[]] => {
    const marks = marksOf(
      [
        ...[100, 125].map((at) => rectangle('fill', 20, at, 220, 1)),
        ...[20, 120, 180, 240].map((at) => rectangle('fill', at, 100, 1, 25)),
        { name: 'setFont', values: ['f', 10] },
        ...write('abc', 30, 115),
        ...operations,
      ],
      view,
      () => ({ unit: 0.001, readable: true }),
    );
    const [table] = tablesOf(marks).tables;
    if (table === undefined) throw new Error('no table');
    const { values, asides } = gridOf(documentTable(table), new Budget());
    return [values[0]?.[1] ?? '', asides.at({ row: 0, column: 1 }).map(({ kind }) => kind)];
  };
  const state = (...entries: readonly unknown[]): Operation => ({ name: 'setGState', values: [entries] });
  const place = (...matrix: readonly number[]): Operation => ({ name: 'transform', values: matrix });
  const picture = (isDense: boolean, ...matrix: readonly number[]): Operation[] => [
    { name: 'save', values: [] },
    place(...matrix),
    { name: 'markPoint', values: [isDense] },
    { name: 'restore', values: [] },
  ];
  const path = (kind: string, ...data: readonly number[]): Operation => ({
    name: 'constructPath',
    values: [kind, [data]],
  });
  const outlines = (color: string): Operation => ({ name: 'setStrokeRGBColor', values: [color] });
  const mode = (number_: number): Operation => ({ name: 'setTextRenderingMode', values: [number_] });
  const layer = (shows: boolean, ...inner: readonly Operation[]): Operation[] => [
    { name: 'beginMarkedContentProps', values: [shows] },
    ...inner,
    { name: 'endMarkedContent', values: [] },
  ];
  const group = (entries: object, ...inner: readonly Operation[]): Operation[] => [
    { name: 'beginGroup', values: [{ smask: null, ...entries }] },
    ...inner,
    { name: 'endGroup', values: [] },
  ];
  it.each<[string, string, readonly AsideKind[], readonly Operation[]]>([
    ['a picture in place of a number', '', ['object'], picture(false, 20, 0, 0, 8, 130, 108)],
    ['a picture beside a number', '984', [], [...picture(false, 8, 0, 0, 8, 150, 108), ...number]],
    ['a picture at the edge of a cell', '', [], picture(true, 2, 0, 0, 8, 120, 108)],
    ['a picture behind the page', '', [], picture(true, 300, 0, 0, 200, 0, 0)],
    ['a number under a picture', '', ['hidden'], [...number, ...picture(true, 40, 0, 0, 20, 125, 102)]],
    ['a number seen through a picture', '984', [], [...number, ...picture(false, 40, 0, 0, 20, 125, 102)]],
    [
      'a white number on a picture',
      '984',
      ['faint'],
      [...picture(true, 40, 0, 0, 20, 125, 102), paint('#ffffff'), ...number],
    ],
    ['a picture on a layer that is switched off', '', [], layer(false, ...picture(true, 20, 0, 0, 8, 130, 108))],
    ['a number on a layer that is switched off', '', ['hidden'], layer(false, ...number)],
    ['one on a layer that is shown', '984', [], [...layer(false), ...layer(true, ...number)]],
    ['a white box on a layer that is switched off', '984', [], [...number, ...layer(false, ...cell('#ffffff'))]],
    ['white outlines of letters', '984', ['unseen'], [mode(1), outlines('#ffffff'), ...number]],
    ['white letters with dark outlines', '984', [], [mode(2), paint('#ffffff'), ...number]],
    ['letters and outlines in white', '984', ['unseen'], [mode(2), paint('#ffffff'), outlines('#ffffff'), ...number]],
    ['a number of which hardly anything shows', '984', ['unseen'], [state(['ca', 0.05]), ...number]],
    ['a number in a light black', '984', [], [state(['ca', 0.6]), ...number]],
    [
      'a number in a group of which hardly anything shows',
      '984',
      ['unseen'],
      [state(['ca', 0.05]), ...group({}, state(['ca', 1]), ...number)],
    ],
    ['one beyond the edges of its group', '', ['hidden'], group({ bbox: [0, 0, 20, 20] }, ...number)],
    ['one that a mask shows in part', '984', ['faint'], [state(['SMask', true]), ...number]],
    ['one within a mask', '', ['hidden'], group({ smask: {} }, ...number)],
    [
      'a number of which a digit is cut off',
      '84…',
      [],
      [{ name: 'clip', values: [] }, path('endPath', 0, 135, 100, 1, 180, 100, 1, 180, 125, 1, 135, 125, 3), ...number],
    ],
    ['digits as narrow as lines', '984', ['unseen'], [{ name: 'setHScale', values: [5] }, ...number]],
    [
      'digits aslant',
      '',
      ['hidden'],
      [
        { name: 'setTextMatrix', values: [[0.9, 0.4, -0.4, 0.9, 130, 110]] },
        { name: 'showText', values: [[{ unicode: '9', width: 500, isSpace: false }]] },
      ],
    ],
    [
      'one under a white shape without corners',
      '',
      ['hidden'],
      [
        ...number,
        paint('#ffffff'),
        path('fill', 0, 125, 105, 1, 150, 102, 2, 160, 102, 160, 120, 150, 120, 1, 125, 120, 3),
      ],
    ],
    [
      'one under the second of two boxes in one',
      '',
      ['hidden'],
      [
        ...number,
        paint('#ffffff'),
        path('fill', 0, 0, 0, 1, 2, 0, 1, 2, 2, 1, 0, 2, 3, 0, 125, 102, 1, 170, 102, 1, 170, 122, 1, 125, 122, 3),
      ],
    ],
    [
      'one in the hole of a shape',
      '984',
      [],
      [
        ...number,
        paint('#ffffff'),
        path(
          'eoFill',
          0,
          122,
          101,
          1,
          178,
          101,
          1,
          178,
          124,
          1,
          122,
          124,
          3,
          0,
          126,
          103,
          1,
          170,
          103,
          1,
          170,
          122,
          1,
          126,
          122,
          3,
        ),
      ],
    ],
    [
      'one under a white box with a white edge',
      '',
      ['hidden'],
      [...number, paint('#ffffff'), outlines('#ffffff'), rectangle('fillStroke', 125, 102, 45, 20)],
    ],
    ['a number crossed out from corner to corner', '9…8…4', [], [...number, path('stroke', 0, 128, 118, 1, 148, 106)]],
    [
      'a number crossed out by hand',
      '…9…8…4',
      [],
      [...number, path('stroke', 0, 128, 112, 2, 134, 111.5, 140, 112.5, 146, 111.8)],
    ],
    [
      'a number in a ring',
      '984',
      [],
      [...number, path('stroke', 0, 126, 112, 2, 126, 100, 149, 100, 149, 112, 2, 149, 124, 126, 124, 126, 112)],
    ],
    ['a black number', '984', [], number],
    ['a black one on a light ground', '984', [], [...cell('#f2f2f2'), paint('#000000'), ...number]],
    ['a white one', '984', ['unseen'], [paint('#ffffff'), ...number]],
    ['a white dash', '—', ['unseen'], [paint('#ffffff'), ...write('—', 130, 115)]],
    ['a white one on a white ground', '984', ['unseen'], [...cell('#ffffff'), ...number]],
    ['a white one on a dark ground', '984', [], [...cell('#1f4e79'), paint('#ffffff'), ...number]],
    ['one as dark as its ground', '984', ['unseen'], [...cell('#1f4e79'), ...number]],
    [
      'a white one on a dark ground that was painted over',
      '984',
      ['unseen'],
      [...cell('#1f4e79'), ...cell('#ffffff'), ...number],
    ],
    [
      'a white one on a ground that is seen through',
      '984',
      ['faint'],
      [state(['ca', 0.5]), ...cell('#1f4e79'), state(['ca', 1]), paint('#ffffff'), ...number],
    ],
    ['a white one on a shading', '984', ['faint'], [{ name: 'shadingFill', values: [] }, paint('#ffffff'), ...number]],
    ['one too small to be seen', '9', ['unseen'], [{ name: 'setFont', values: ['f', 1] }, ...write('9', 130, 115)]],
    ['one that is painted over', '', ['hidden'], [...number, ...cell('#ffffff')]],
    [
      'one over which nothing but a colour is laid',
      '984',
      [],
      [...number, state(['BM', 'multiply']), ...cell('#ffff00')],
    ],
    ['one that is seen through what is laid over it', '984', [], [...number, state(['ca', 0.3]), ...cell('#ffff00')]],
    [
      'one that lies under a path of which little is painted',
      '984',
      [],
      [...number, { name: 'clip', values: [] }, rectangle('endPath', 0, 0, 20, 20), rectangle('fill', 0, 0, 300, 200)],
    ],
    [
      'one that is cut off',
      '',
      ['hidden'],
      [{ name: 'clip', values: [] }, rectangle('endPath', 0, 0, 20, 20), ...number],
    ],
    [
      'one within what is cut',
      '984',
      [],
      [{ name: 'eoClip', values: [] }, rectangle('endPath', 120, 100, 60, 25), ...number],
    ],
    [
      'one beyond the edges of a drawing',
      '',
      ['hidden'],
      [
        {
          name: 'paintFormXObjectBegin',
          values: [
            [1, 0, 0, 1, 0, 0],
            [0, 0, 20, 20],
          ],
        },
        ...number,
      ],
    ],
    ['one drawn with nothing', '', ['hidden'], [{ name: 'setTextRenderingMode', values: [3] }, ...number]],
    ['one that is seen through', '', ['hidden'], [state(['ca', 0]), ...number]],
    ['digits that are drawn and not written', '', ['object'], [curve]],
    ['a number beside something drawn', '984', [], [curve, ...write('984', 150, 115)]],
  ])('%s', (_, text, kinds, operations) => {
    expect(seen(...operations)).toEqual([text, kinds]);
  });
});

describe('a table that a page cuts', () => {
  const edges = [20, 120, 180];
  const tableOf = (rows: readonly number[], from: number, to: number) =>
    tablesOf({
      size: '',
      glyphs: [
        ...line('规章', 25, 115),
        ...line('7', 130, 115),
        ...line('规范性文件', 25, 140),
        ...line('8', 130, 140),
      ],
      horizontal: rows.map((at) => ({ at, from: 20, to: 180 })),
      vertical: edges.map((at) => ({ at, from, to })),
      unreadable: 0,
    });
  const texts = (...of: Parameters<typeof tableOf>): unknown =>
    tableOf(...of).tables.map((table) =>
      documentTable(table).rows.map((row) =>
        row.map(({ blocks: [block] }) => (block?.kind === 'paragraph' ? block.text : '')),
      ),
    );
  const whole = [
    [
      ['规章', '7'],
      ['规范性文件', '8'],
    ],
  ];
  it('has its first row and its last one where the lines between its columns end', () => {
    expect(texts([100, 125, 150], 100, 150)).toEqual(whole);
    expect(texts([125, 150], 100, 150)).toEqual(whole);
    expect(texts([100, 125], 100, 150)).toEqual(whole);
    expect(tableOf([125, 150], 100, 150).rest).toEqual([]);
  });
  it('has no more rows where those lines hardly go on', () => {
    expect(texts([100, 125, 150], 97, 154)).toEqual(whole);
  });
});

describe('a page of a PDF', () => {
  const view = { width: 595, height: 842, transform: [1, 0, 0, -1, 0, 842] };
  const glyph = (unicode: string) => ({ unicode, width: 500, isSpace: false });
  const marks = (...operations: readonly Operation[]): readonly Glyph[] =>
    marksOf(
      [
        { name: 'setFont', values: ['f', 10] },
        ...operations,
        { name: 'setFont', values: ['f', 10] },
        { name: 'setTextMatrix', values: [[1, 0, 0, 1, 4, 15]] },
        { name: 'showText', values: [[glyph('9')]] },
      ],
      view,
      () => ({ unit: 0.001, readable: true }),
    ).glyphs;
  const plain = { text: '9', left: 4, right: 9, base: 827, size: 10 };
  it('shows what its letters are drawn with: nothing, or white', () => {
    expect(marks({ name: 'setTextRenderingMode', values: [3] })).toEqual([]);
    expect(marks({ name: 'setTextRenderingMode', values: [7] })).toEqual([]);
    expect(marks({ name: 'setTextRenderingMode', values: [2] })).toEqual([plain]);
    expect(marks({ name: 'setFillRGBColor', values: ['#ffffff'] })).toEqual([{ ...plain, pale: true }]);
    expect(marks({ name: 'setFillColorN', values: [] })).toEqual([plain]);
    expect(marks({ name: 'setFillRGBColor', values: ['#ff0000'] })).toEqual([plain]);
  });
  it('has the content of a field in the place of the field', () => {
    expect(
      marks(
        { name: 'transform', values: [2, 0, 0, 2, 50, 50] },
        { name: 'setTextRenderingMode', values: [3] },
        { name: 'beginAnnotation', values: ['9R', [480, 400, 540, 430], [1, 0, 0, 1, 480, 400], [1, 0, 0, 1, 0, 0]] },
      ),
    ).toEqual([{ ...plain, left: 484, right: 489, base: 427 }]);
  });
  it('shows digits that were turned, and no mark that lies across it', () => {
    const turned = (matrix: readonly number[], text = '9'): readonly Glyph[] =>
      marks({ name: 'setTextMatrix', values: [matrix] }, { name: 'showText', values: [[glyph(text)]] }).slice(0, -1);
    expect(turned([0, 1, -1, 0, 100, 100])).toMatchObject([{ turned: true }]);
    expect(turned([-1, 0, 0, -1, 100, 100])).toMatchObject([{ turned: true }]);
    expect(turned([-1, 0, 0, 1, 100, 100])).toMatchObject([{ turned: true }]);
    expect(turned([0, 1, -1, 0, 100, 100], '密')).toEqual([]);
    expect(turned([0.87, 0.5, -0.5, 0.87, 100, 100])).toEqual([]);
  });
});

describe('on a page of more boxes than can be compared or kept a letter that one was painted over is never taken as seen', () => {
  const letters = Array.from({ length: 2_100 }, (_, at) => at);
  const painted = (count: number): Fills => {
    const fills = new Fills();
    const boxes = Array.from({ length: count }, (_, at) => ({ left: at, right: at + 0.1, top: 100, bottom: 101 }));
    for (const box of [...boxes, { left: 4.5, right: 5.5, top: -1, bottom: 1 }])
      fills.add({ box, color: '#ffffff', covers: true, above: letters.length });
    return fills;
  };
  it.each([2_000, 10_000])('%d', (count) => {
    const { over, perhaps } = painted(count).over(letters, (at) => [at, 0]);
    expect([...over, ...perhaps]).toContain(5);
    // What lies beside all that was painted is.
    const beside = painted(count).over(letters, (at) => [at, -50]);
    expect(beside.over.size + beside.perhaps.size).toBe(0);
  });
  it('nor is its ground known there', () => {
    expect(painted(10_000).at([5, 0])).toBe('?');
    expect(painted(9_000).at([5, 0])).toBe('#ffffff');
    expect(painted(10_000).at([5, -50])).toBe('');
  });
});
