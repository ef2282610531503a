import { readNumber } from '../../../src/read/labels/number';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/read/containers/budget';
import { blocksOf } from '../../../src/read/formats/word/docxBlocks';
import { gridOf, type DocumentBlock, type DocumentTable } from '../../../src/read/containers/tree';

const read = (body: string): DocumentBlock[] =>
  blocksOf(
    strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ),
  );
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (content: string): string => `<w:p>${content}</w:p>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${line(run(text))}</w:tc>`;
const row = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

const texts = (body: string): string[] =>
  read(body).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const grids = (body: string) =>
  read(body)
    .filter((block): block is DocumentTable => block.kind === 'table')
    .map((block) => gridOf(block, new Budget()).values);

describe('cells of a Word table', () => {
  it('stand where gridSpan puts them', () => {
    expect(
      grids(
        table(
          row(cell('甲', '<w:gridSpan w:val="3"/>') + cell('乙')),
          row(['1', '2', '3', '4'].map((text) => cell(text)).join('')),
        ),
      ),
    ).toEqual([
      [
        ['甲', '', '', '乙'],
        ['1', '2', '3', '4'],
      ],
    ]);
  });

  it('grow downwards by vMerge, whatever the cells below them hold, and end where a cell begins again', () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const body = table(
      row(cell('组', restart) + cell('一')),
      row(cell('旧字', '<w:vMerge/>') + cell('二')),
      row(cell('又', '<w:vMerge w:val="continue"/>') + cell('三')),
      row(cell('另', restart) + cell('四')),
      row(cell('完') + cell('五')),
    );
    expect(grids(body)).toEqual([
      [
        ['组', '一'],
        ['', '二'],
        ['', '三'],
        ['另', '四'],
        ['完', '五'],
      ],
    ]);
    const [block] = read(body);
    expect(block?.kind === 'table' && block.rows.map((own) => own.map(({ rowSpan }) => rowSpan))).toEqual([
      [3, 1],
      [1],
      [1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('that continue a merge which is not above them are cells of their own, of which no number is read', () => {
    expect(grids(table(row(cell('旧', '<w:vMerge/>') + cell('1'))))).toEqual([[['旧', '1']]]);
    expect(grids(table(row(cell('', '<w:vMerge/>') + cell('1'))))).toEqual([[['', '1']]]);
    expect(readNumber(grids(table(row(cell('7', '<w:vMerge/>') + cell('1'))))[0]?.[0]?.[0] ?? '')).toBeNull();
    const unlike = row(cell('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'));
    const below = row(cell('7', '<w:vMerge/>') + cell('8', '<w:vMerge/>'));
    for (const text of grids(table(unlike, below))[0]?.[1] ?? []) expect(readNumber(text)).toBeNull();
  });

  it('merged across as Word 97 did show what the first of them holds', () => {
    const [start, goesOn] = ['<w:hMerge w:val="restart"/>', '<w:hMerge/>'];
    expect(grids(table(row(cell('甲', start) + cell('旧', goesOn) + cell('', goesOn) + cell('1'))))).toEqual([
      [['甲', '', '', '1']],
    ]);
    expect(grids(table(row(cell('甲', goesOn) + cell('1'))))).toEqual([[['甲', '1']]]);
  });

  it('merged both ways keep the columns beside them', () => {
    const wide = '<w:gridSpan w:val="2"/>';
    expect(
      grids(
        table(
          row(cell('角', `${wide}<w:vMerge w:val="restart"/>`) + cell('头一') + cell('头二')),
          row(cell('', `${wide}<w:vMerge/>`) + cell('1') + cell('2')),
        ),
      ),
    ).toEqual([
      [
        ['角', '', '头一', '头二'],
        ['', '', '1', '2'],
      ],
    ]);
  });

  it('begin behind the columns that a row leaves out', () => {
    expect(grids(table(row(cell('甲') + cell('乙')), row(cell('1'), '<w:gridBefore w:val="1"/>')))).toEqual([
      [
        ['甲', '乙'],
        ['', '1'],
      ],
    ]);
  });

  it('hold several paragraphs and line breaks as lines of one text', () => {
    const broken = `<w:tc>${line(run('本年新'))}${line(run('制作数量'))}</w:tc><w:tc>${line('<w:r><w:t>商业</w:t><w:br/><w:t>企业</w:t></w:r>')}</w:tc>`;
    expect(grids(table(row(broken)))).toEqual([[['本年新\n制作数量', '商业\n企业']]]);
  });
});

describe('a document with tracked changes is read as accepted:', () => {
  const deleted = (content: string): string => `<w:del w:id="1" w:author="甲">${content}</w:del>`;
  const inserted = (content: string): string => `<w:ins w:id="2" w:author="甲">${content}</w:ins>`;

  it('what was inserted is there, what was deleted is not', () => {
    expect(
      texts(line(run('收到') + deleted('<w:r><w:delText>8</w:delText></w:r>') + inserted(run('9')) + run('件'))),
    ).toEqual(['收到9件']);
  });

  it('what was moved stands where it was moved to', () => {
    expect(
      texts(
        line(run('甲') + `<w:moveFrom w:id="3">${run('丙')}</w:moveFrom>`) +
          line(run('乙') + `<w:moveTo w:id="4">${run('丙')}</w:moveTo>`),
      ),
    ).toEqual(['甲', '乙丙']);
  });

  it('a row that was deleted is gone, one that was inserted is there', () => {
    const body = table(
      row(cell('旧') + cell('1'), '<w:del w:id="5"/>'),
      row(cell('新') + cell('2'), '<w:ins w:id="6"/>'),
    );
    expect(grids(body)).toEqual([[['新', '2']]]);
  });

  it('former properties of a cell change nothing', () => {
    const changed = `<w:gridSpan w:val="2"/><w:tcPrChange w:id="7"><w:tcPr><w:gridSpan w:val="5"/><w:vMerge/></w:tcPr></w:tcPrChange>`;
    expect(grids(table(row(cell('甲', changed) + cell('乙'))))).toEqual([[['甲', '', '乙']]]);
  });
});

describe('text of a document', () => {
  const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;

  it('in a text box stands behind its paragraph, once, with its table', () => {
    const inside = table(row(cell('规章') + cell('3')));
    const body = line(
      `<w:r><mc:AlternateContent><mc:Choice>${box(inside + line(run('框内')))}</mc:Choice><mc:Fallback>${box(inside)}</mc:Fallback></mc:AlternateContent></w:r>${run('正文')}`,
    );
    expect(
      read(body).map((block) => (block.kind === 'table' ? gridOf(block, new Budget()).values : block.text)),
    ).toEqual(['正文', [['规章', '3']], '框内']);
  });

  it('that is hidden, a field’s code or a note is not there', () => {
    expect(
      texts(
        line(
          run('甲') +
            '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>' +
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r>' +
            '<w:r><w:instrText>PAGE</w:instrText></w:r>' +
            '<w:r><w:ruby><w:rt><w:r><w:t>bǐng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>丙</w:t></w:r></w:rubyBase></w:ruby></w:r>',
        ),
      ),
    ).toEqual(['甲乙丙']);
  });

  it('within content controls, links and fields is there', () => {
    expect(
      texts(
        `<w:sdt><w:sdtContent>${line(`<w:hyperlink>${run('甲')}</w:hyperlink><w:fldSimple>${run('乙')}</w:fldSimple>`)}</w:sdtContent></w:sdt>`,
      ),
    ).toEqual(['甲乙']);
  });

  it('of a table within a cell stays in that cell', () => {
    const [outer] = read(table(row(`<w:tc>${table(row(cell('内')))}${line('')}</w:tc>` + cell('外'))));
    expect(outer?.kind === 'table' && outer.rows[0]?.[0]?.blocks[0]?.kind).toBe('table');
  });
});

describe('a box that floats over the tables of a document', () => {
  const anchored = (down: number, height: number, more = '', from = 'paragraph', behind = '0'): string =>
    `<w:p><w:r><w:drawing><wp:anchor behindDoc="${behind}"><wp:positionH relativeFrom="column"><wp:posOffset>9</wp:posOffset></wp:positionH><wp:positionV relativeFrom="${from}"><wp:posOffset>${down}</wp:posOffset></wp:positionV><wp:extent cx="900000" cy="${height}"/><wp:wrapNone/><wps:wsp><wps:spPr>${more}</wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>第9号</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r></w:p>`;
  const old = (style: string): string =>
    `<w:p><w:r><w:pict><v:shape style="position:absolute;${style}"><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  const rows = ['一', '二', '三', '四', '五'];
  const table = `<w:tbl>${rows.map((label, at) => `<w:tr><w:tc><w:p><w:r><w:t>${label}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>${at + 5}</w:t></w:r></w:p></w:tc></w:tr>`).join('')}</w:tbl>`;
  /** The labels of the rows of which the number is in doubt. */
  const doubted = (body: string): string => {
    const document = `<w:document xmlns:w="w" xmlns:wp="p" xmlns:wps="s" xmlns:v="v"><w:body>${body}</w:body></w:document>`;
    const own = blocksOf(strToU8(document)).find((block) => block.kind === 'table');
    if (own === undefined) throw new Error('no table');
    const { asides, values } = gridOf(own, new Budget());
    expect(values.map((row) => row.join(''))).toEqual(['一5', '二6', '三7', '四8', '五9']);
    return rows.filter((_, row) => asides.at({ row, column: 1 }).some(({ kind }) => kind === 'overlaid')).join('');
  };

  it.each([
    ['down to its second row', anchored(100_000, 300_000) + table, '一二'],
    ['from the paragraph behind it', table + anchored(-280_000, 200_000), '四五'],
    ['with words, but no ground', anchored(100_000, 100_000, '<a:noFill/>') + table, '一'],
    ['as old Word has it', old('margin-top:10pt;height:20pt') + table, '一二'],
    ['behind another paragraph', anchored(100_000, 300_000) + '<w:p/>' + table, '一'],
  ])('leaves the figures in doubt that may lie under it: %s', (_, body, labels) => {
    expect(doubted(body)).toBe(labels);
  });

  it.each([
    ['beside its own paragraph', anchored(0, 140_000) + table],
    ['far above', anchored(0, 300_000) + '<w:p/>'.repeat(3) + table],
    ['by a place on the page, which nobody can tell', anchored(100_000, 300_000, '', 'page') + table],
    ['behind the text', anchored(100_000, 300_000, '', 'paragraph', '1') + table],
    ['which the text flows around', (anchored(100_000, 300_000) + table).replace('wrapNone', 'wrapSquare')],
    ['as old Word has it, behind the text', old('margin-top:10pt;height:20pt;z-index:-1') + table],
    [
      'as old Word has it, by a place on the page',
      old('margin-top:10pt;height:20pt;mso-position-vertical-relative:page') + table,
    ],
  ])('changes nothing: %s', (_, body) => {
    expect(doubted(body)).toBe('');
  });
});
