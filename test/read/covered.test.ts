/** What stands in a cell that a merged one covers is seen by nobody: no figure is blank for it in silence. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FigureId } from '../../src/report/figures';
import { edition2021 } from '../../src/report/editions/2021';
import type { Doubt } from '../../src/read/doubt';
import { readFile } from '../../src/read/read';
import type { Reading } from '../../src/read/reading';
import { wordFile } from './files';
import { htmlOf, sampleOf, starting, partsOf, titleOf } from './noise/shapes';

const sample = sampleOf(edition2021, 2);

const read = async (name: string, file: Uint8Array): Promise<Reading> => {
  const result = await readFile(name, file);
  const [reading] = result.ok ? result.readings : [];
  if (reading === undefined) throw new Error('no report');
  return reading;
};
const about = ({ doubts }: Reading, figure: FigureId): readonly Doubt[] =>
  doubts.filter(({ figures }) => figures.includes(figure));

/** A table of two figures in one column, which are a merged cell, in a Word file. */
const [upper, lower] = ['disclosure.regulations.issued', 'disclosure.normativeDocuments.issued'] as const;
const numbers = { [upper]: '8051', [lower]: '8052' } as const;
const printed = { ...sample, printed: new Map([...sample.printed, ...Object.entries(numbers)]) };

const cell = (properties: string, text: string): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`}</w:p></w:tc>`;
const edited = (edit: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(wordFile(printed));
  const before = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const after = edit(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) });
};
/** The two cells one above the other, merged, with these texts. */
const merged = (first: string, second: string): Uint8Array =>
  edited((xml) =>
    xml
      .replace(cell('', numbers[upper]), cell('<w:vMerge w:val="restart"/>', first))
      .replace(cell('', numbers[lower]), cell('<w:vMerge/>', second)),
  );

describe('a number in a cell of a Word table that continues a merged one', () => {
  it('is blank with a doubt in the one row of 四, where the cell that is seen is a head', async () => {
    const own = 'review.reconsideration.otherResult';
    const plain = cell('', String(sample.printed.get(own)));
    const file = edited((xml) => {
      const strip = xml.lastIndexOf('<w:tbl>');
      return xml.slice(0, strip) + xml.slice(strip).replace(plain, cell('<w:vMerge/>', '8054'));
    });
    const reading = await read('年报.docx', file);
    expect(reading.report.figures[own]).toBeNull();
    expect(about(reading, own)).toMatchObject([{ kind: 'cellUnclear', details: { reason: 'covered', text: '8054' } }]);
  });
  it.each([
    ['', '8052', null],
    ['8051', '8052', null],
    ['8051', '8051', 8051],
    ['8051', '', 8051],
  ])('is blank with a doubt in a row below: %j, %j', async (first, second, shown) => {
    const reading = await read('年报.docx', merged(first, second));
    expect(reading.report.figures).toMatchObject({ [upper]: shown, [lower]: null });
    expect(about(reading, lower)).not.toEqual([]);
    expect(about(reading, upper).length > 0).toBe(first !== '' && shown === null);
  });
  it('is said where it stands beside the one that is seen', async () => {
    const own = 'disclosure.regulations.repealed';
    const two = { ...printed, printed: new Map([...printed.printed, [own, '8053']]) };
    const parts = unzipSync(wordFile(two));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const file = zipSync({
      ...parts,
      'word/document.xml': strToU8(
        xml
          .replace(cell('', '8051'), cell('<w:hMerge w:val="restart"/>', ''))
          .replace(cell('', '8053'), cell('<w:hMerge/>', '8053')),
      ),
    });
    const reading = await read('年报.docx', file);
    expect(reading.report.figures[own]).toBeNull();
    expect(about(reading, own)).toMatchObject([{ kind: 'cellUnclear', details: { reason: 'covered', text: '8053' } }]);
  });
});

describe('a figure that may look otherwise than it is stored', () => {
  const page = (style: string, attributes = ''): Uint8Array =>
    new TextEncoder().encode(
      htmlOf()(printed)
        .replace('<td><p>8051</p>', `<td class="x"${attributes}><p>8051</p>`)
        .replace('<style>', `<style>${style}`),
    );
  it('is blank with a doubt where nobody sees it', async () => {
    for (const file of [page('.x{color:#fff}'), page('', ' style="color:white"'), page('.x{font-size:1px}')]) {
      const reading = await read('年报.html', file);
      expect(reading.report.figures[upper]).toBeNull();
      expect(about(reading, upper)).toMatchObject([
        { kind: 'cellUnclear', details: { reason: 'unseen', text: '8051' } },
      ]);
    }
  });
  it('is read on a dark ground, without a doubt', async () => {
    const reading = await read('年报.html', page('.x{color:#fff;background:#036}'));
    expect(reading.report.figures[upper]).toBe(8051);
    expect(reading.doubts).toEqual([]);
  });
  it.each([
    ['faint', '.x{color:#fff;background:url(a.png)}'],
    ['remapped', '@font-face{font-family:n;src:url(data:font/woff;base64,AA)}.x{font-family:n}'],
  ])('is read with a doubt where nobody can tell: %s', async (reason, style) => {
    const reading = await read('年报.html', page(style));
    expect(reading.report.figures[upper]).toBe(8051);
    expect(reading.doubts).toMatchObject([{ kind: 'seenOtherwise', figures: [upper], details: { reason } }]);
  });
});

describe('a table that a style sheet makes of other elements', () => {
  const cells = new Map([...sample.printed].map(([id, text], at) => [id, at % 7 === 6 ? '' : text]));
  const blanks = { ...sample, printed: cells };
  const element = (name: string, content: string): string => `<div class="${name}">${content}</div>`;
  const tables = partsOf(blanks).map(({ section, paragraphs, table }) => {
    const rows = table?.map((row) =>
      element(
        'row',
        starting(row)
          .map(({ text }) => element('cell', text))
          .join(''),
      ),
    );
    return `<p>${section.title}</p>${rows === undefined ? paragraphs.map((text) => `<p>${text}</p>`).join('') : element('table', rows.join(''))}`;
  });
  it.each([
    ['cells of a table', '.table{display:table}.row{display:table-row}.cell{display:table-cell}'],
    ['a row each', '.row{display:flex}.cell{flex:1}'],
    ['a grid each', '.row{display:grid;grid-template-columns:repeat(9,1fr)}'],
  ])('keeps the places of its blank cells: %s', async (_, style) => {
    const html = `<style>${style}</style><h1>${titleOf(blanks)}</h1>${tables.join('')}`;
    const { report, doubts } = await read('年报.html', new TextEncoder().encode(html));
    expect(doubts).toEqual([]);
    for (const [id, text] of cells)
      expect([id, report.figures[id]]).toEqual([id, text === '' ? null : sample.truth.get(id)]);
  });
});
