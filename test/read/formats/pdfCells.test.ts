import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { emptyReport } from '../../../src/report/empty';
import { edition2021 } from '../../../src/report/editions/2021';
import type { Glyph } from '../../../src/read/formats/pdf/pdfPage';
import { documentTable, tablesOf } from '../../../src/read/formats/pdf/pdfTable';
import { readNumber } from '../../../src/read/labels/number';
import { readFile } from '../../../src/read/read';
import { writeWord } from '../../../src/write/word/word';
import { convert, hasLibreOffice } from '../../libreOffice';

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
function cellOf(lines: readonly string[], width: number): string {
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
  return block?.kind === 'paragraph' ? block.text : '';
}

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
    expect(readNumber(cellOf(lines, width))?.value).toBe(value);
  });

  it('joins the lines of a label', () => {
    expect(cellOf(['现行有', '效件数'], 60)).toBe('现行有效件数');
  });
});

describe.skipIf(!hasLibreOffice)('a PDF that LibreOffice made', () => {
  it('gives a figure blank with a doubt where its cell holds one number above another', async () => {
    const id = 'disclosure.licensing.decisions';
    const plain = emptyReport(edition2021, 2025, '云溪县林业局');
    const parts = unzipSync(
      writeWord({ ...plain, figures: { [id]: 987_651, 'disclosure.penalties.decisions': 987_652 } }, {}),
    );
    const twoLines = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      .replace('987651', '5</w:t><w:br/><w:t>7')
      .replace('987652', '31');
    expect(twoLines).toContain('5</w:t><w:br/><w:t>7');
    const file = zipSync({ ...parts, 'word/document.xml': strToU8(twoLines) });
    const result = await readFile('报告.pdf', await convert('a.docx', file, 'pdf'));
    if (!result.ok) throw new Error(result.failure.kind);
    const [reading] = result.readings;
    expect(reading?.report.figures).toMatchObject({ [id]: null, 'disclosure.penalties.decisions': 31 });
    expect(reading?.doubts.flatMap(({ figures }) => figures)).toContain(id);
  });
});
