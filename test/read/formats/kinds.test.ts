/** What a file is, is seen from its content; its name is asked last. In every encoding that offices save in. */
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { edition2019 } from '../../../src/report/editions/2019';
import { edition2021 } from '../../../src/report/editions/2021';
import { decodeText } from '../../../src/read/containers/decode';
import { readFile } from '../../../src/read/read';
import type { Reading } from '../../../src/read/reading';
import { failureMessage } from '../../../src/read/words/words';
import { excelFile, excelShapes, printedRows, wordFile, wordPackage } from '../files';
import { compoundFile } from './old/oldFiles';
import { csv, encoded, flatPackage, page, sheetArchive, webArchive, word2003, type Encoding } from './kindFiles';
import { agileFile, standardFile } from './old/secretFiles';
import { sampleOf } from '../noise/shapes';
import { only } from '../only';

const sample = sampleOf(edition2021, 5);
const other = sampleOf(edition2019, 6);

async function expectWhole(name: string, bytes: Uint8Array, of = sample): Promise<Reading> {
  const reading = only(await readFile(name, bytes));
  expect(Object.fromEntries(Object.entries(reading.report.figures))).toEqual(Object.fromEntries(of.truth));
  expect(reading.report.unit.name).toBe(of.unit);
  expect(reading.doubts.flatMap(({ figures }) => figures)).toEqual([]);
  return reading;
}

const utf8 = (text: string): Uint8Array => encoded(text, 'utf-8');

describe('an encrypted file of Office', () => {
  const secret = { EncryptionInfo: new Uint8Array([4, 0, 4, 0]), EncryptedPackage: new Uint8Array(4096) };

  test.each(['年报.xlsx', '年报.docx', '年报.xls'])(
    '%s is refused, and is not said to ask for a password: Excel may know it',
    async (name) => {
      const result = await readFile(name, compoundFile(secret));
      if (result.ok) throw new Error('read');
      expect(result.failure.kind).toBe('sealed');
      expect(failureMessage(result.failure, 'zh')).toMatch(/^文件是加密的/u);
      expect(failureMessage(result.failure, 'zh')).not.toContain('打开密码');
    },
  );

  const plain = excelFile([{ name: '表', rows: printedRows(sample, false) }]);
  test.each([
    ['standard', standardFile],
    ['agile', agileFile],
  ] as const)('in the %s way, with the password that Excel tries itself, is read', async (_, write) => {
    const reading = only(await readFile('年报.xlsx', write(plain, 'VelvetSweatshop')));
    expect(reading.report.figures).toEqual(Object.fromEntries(sample.truth));
  });
  test.each([
    ['standard', standardFile],
    ['agile', agileFile],
  ] as const)('in the %s way, with a password of somebody, is said to have one', async (_, write) => {
    const result = await readFile('年报.xlsx', write(plain, '机密'));
    expect(result.ok ? null : result.failure.kind).toBe('encrypted');
  });
  test('that asks for more rounds than any program is refused at once', async () => {
    const result = await readFile('年报.xlsx', agileFile(plain, 'VelvetSweatshop', 200_001));
    expect(result.ok ? null : result.failure.kind).toBe('sealed');
  });
  test('cut off or changed anywhere is refused by a sentence', async () => {
    const whole = agileFile(plain, 'VelvetSweatshop', 3);
    for (let at = 600; at < whole.length; at += 997) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      for (const bytes of [changed, whole.subarray(0, at)]) {
        const result = await readFile('年报.xlsx', bytes);
        if (!result.ok) expect(result.failure.kind).not.toBe('internal');
      }
    }
  });
});

describe('a web archive', () => {
  const transfers = ['quoted-printable', 'base64', '8bit'] as const;
  const charsets: readonly Encoding[] = ['utf-8', 'gb18030'];
  const names = ['a.mht', 'a.xls', 'a.doc'];
  const cases = transfers.flatMap((transfer, index) =>
    charsets.map((charset) => [transfer, charset, names[index] ?? ''] as const),
  );

  test.each(cases)('in %s and %s, named %s, is the page in it', async (transfer, charset, name) => {
    const parts = [
      { type: 'text/html', location: 'file:///C:/a.htm', text: page(sample) },
      { type: 'text/html', location: 'a.files/header.htm', text: '<p>页眉 1</p>' },
    ];
    await expectWhole(name, webArchive(parts, { transfer, charset }));
    await expectWhole(name, webArchive(parts, { transfer, charset, declared: false }));
  });

  test('shows its page as the style sheets in it do', async () => {
    const id = 'disclosure.licensing.decisions';
    const printed = new Map([...sample.printed, [id, '987651']]);
    const seenBy = async (address: string, location: string, sheet: string) => {
      const link = `<link href="${address}" rel="stylesheet">`;
      const text = page({ ...sample, printed }).replace('987651', `${link}<b class="k">987651</b>`);
      const parts = [
        { type: 'text/html', location: 'http://a.cn/x/a.htm', text },
        { type: 'text/css', location, text: sheet },
      ];
      const result = await readFile('a.mht', webArchive(parts, { transfer: 'quoted-printable', charset: 'utf-8' }));
      const [reading] = result.ok ? result.readings : [];
      const isDoubted = reading?.doubts.some(({ figures }) => figures.includes(id)) === true;
      return [reading?.report.figures[id], isDoubted];
    };
    const hidden = '.k{visibility:hidden}';
    expect(await seenBy('cid:css-1@mhtml.blink', 'cid:css-1@mhtml.blink', hidden)).toEqual([null, true]);
    expect(await seenBy('http://a.cn/x/s.css', 'http://a.cn/x/s.css', '.k{color:#fff}')).toEqual([null, true]);
    expect(await seenBy('../css/s.css', 'http://a.cn/css/s.css', hidden)).toEqual([null, true]);
    expect(await seenBy('http://a.cn/x/s.css', 'http://a.cn/x/s.css', '.k{color:#000}')).toEqual([987_651, false]);
    expect(await seenBy('http://a.cn/x/t.css', 'http://a.cn/x/s.css', hidden)).toEqual([987_651, false]);
    // More of them than can be followed are left aside.
    const endless = `${'.k{top:0}'.repeat(30_000)}${hidden}`;
    expect(await seenBy('http://a.cn/x/s.css', 'http://a.cn/x/s.css', endless)).toEqual([987_651, false]);
  });

  test('of several sheets gives what stands on each of them', async () => {
    const bytes = webArchive(sheetArchive([page(sample), page(other)]), {
      transfer: 'quoted-printable',
      charset: 'gb18030',
    });
    const result = await readFile('年报.xls', bytes);
    if (!result.ok) throw new Error(result.failure.kind);
    expect(result.readings.map(({ report }) => [report.year, report.figures])).toEqual(
      [sample, other].map(({ year, truth }) => [year, Object.fromEntries(truth)]),
    );
  });

  test('that is cut, or whose lines are damaged, is read or refused and never fails', async () => {
    const good = webArchive([{ type: 'text/html', location: 'a', text: page(sample) }], {
      transfer: 'quoted-printable',
      charset: 'gb18030',
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 20 }),
        async (cut, changes) => {
          const bytes = good.slice(0, cut);
          for (const [at, byte] of changes) if (at < cut) bytes[at] = byte;
          const result = await readFile('a.mht', bytes);
          if (!result.ok) expect(result.failure.kind).not.toBe('internal');
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('Word 2003 XML', () => {
  const prologs = [
    ['w', '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'],
    ['w', `<?xml version='1.0'?>\n<!-- ${'说明 '.repeat(400)}<html> -->\n`],
    ['ns0', ''],
    ['', '<?xml version="1.0"?>'],
  ] as const;
  test.each(prologs)('with the prefix %j behind %.30s is known by its namespace', async (prefix, prolog) => {
    const reading = await expectWhole('年报.doc', utf8(word2003(sample, prefix, prolog)));
    expect(JSON.stringify(reading.report.narrative)).not.toMatch(/内部资料|脚注|旧稿/u);
  });
});

test.each(['pkg:', '', 'ns1:'])(
  'a Word package in one XML file with the prefix %j is read as a Word file',
  async (prefix) => {
    await expectWhole('年报.xml', utf8(flatPackage(wordFile(sample), prefix)));
  },
);

test('an Excel package in one XML file is read as a workbook', async () => {
  await expectWhole('年报.xml', utf8(flatPackage(excelShapes['Excel file']?.(sample) ?? new Uint8Array())));
});

describe('a Word file that takes in a part of another kind', () => {
  const around = (name: string, bytes: Uint8Array): Uint8Array =>
    wordPackage('<w:p/><w:altChunk r:id="c1"/><w:sectPr/>', {
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships><Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="./${name}"/></Relationships>`,
      ),
      [`word/${name}`]: bytes,
    });
  const archive = webArchive([{ type: 'text/html', location: 'a', text: page(sample) }], {
    transfer: 'quoted-printable',
    charset: 'gb18030',
  });
  const kinds: readonly (readonly [string, Uint8Array])[] = [
    ['a.html', encoded(page(sample), 'gb18030')],
    ['a.mht', archive],
    ['a.docx', wordFile(sample)],
    ['b.docx', around('c.html', utf8(page(sample)))],
  ];
  test.each(kinds)('%s shows it in its place', async (name, bytes) => {
    await expectWhole('年报.docx', around(name, bytes));
  });

  test('of a kind that is not read says so', async () => {
    const rtf = utf8('{\\rtf1 x}');
    const alone = await readFile('年报.docx', around('a.rtf', rtf));
    expect(alone).toEqual({ ok: false, failure: { kind: 'otherDocument', details: { format: 'RTF' } } });
  });

  test('that takes in itself without end is refused', async () => {
    let bytes = around('a.html', utf8('<p>x</p>'));
    for (let depth = 0; depth < 8; depth += 1) bytes = around('a.docx', bytes);
    const result = await readFile('年报.docx', bytes);
    expect(result.ok ? null : result.failure.kind).toBe('archiveUnsafe');
  });
});

describe('a table saved as text', () => {
  const forms = [
    [',', 'gb18030'],
    [',', 'utf-8 with a mark'],
    [';', 'gb18030'],
    ['\t', 'utf-16le'],
    [';', 'utf-16be'],
  ] as const;
  test.each(forms)('with %j in %s is read by its rows and columns', async (delimiter, encoding) => {
    await expectWhole('年报.csv', encoded(csv(sample, delimiter), encoding));
  });
  test('is known without its name', async () => {
    await expectWhole('年报', encoded(csv(sample, ','), 'gb18030'));
  });
});

describe('what cannot be read is told by its kind', () => {
  const openDocument = (kind: string): Uint8Array =>
    zipSync({ mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`), 'content.xml': strToU8('<x/>') });
  const kinds: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['年报.doc', utf8('{\\rtf1\\ansi\\ansicpg936 x}'), /^这是 RTF 文件.*另存为 \.docx/u],
    ['年报.odt', openDocument('text'), /^这是 ODF（\.odt） 文件.*另存为 \.docx/u],
    ['年报.doc', openDocument('spreadsheet'), /^这是 ODF（\.ods） 文件.*另存为 \.xlsx/u],
    [
      '年报.ofd',
      zipSync({ 'OFD.xml': strToU8('<x/>'), 'Doc_0/Document.xml': strToU8('<x/>') }),
      /^这是 OFD 文件.*Word/u,
    ],
    ['扫描.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /^这是图片，不能读取.*Word/u],
    ['年报.docx', utf8('GIF89a'), /^这是图片/u],
    ['截图.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /^这是图片/u],
    ['照片.heic', utf8('\0\0\0\x18ftypheic'), /^这是图片/u],
    ['截图.bmp', utf8('BM\x01\x02\x03\0\0\0\0\0'), /^这是图片/u],
  ];
  test.each(kinds)('%s', async (name, bytes, sentence) => {
    const result = await readFile(name, bytes);
    if (result.ok) throw new Error('it was read');
    expect(failureMessage(result.failure, 'zh')).toMatch(sentence);
    expect(failureMessage(result.failure, 'en')).toContain('nothing was read');
  });
});

describe('the encoding of a page', () => {
  const declared = (charset: string): string =>
    page(sample)
      .replace('<head>', `<head><meta charset="${charset}">`)
      .replace(/^(?!.*<head>)/su, `<meta charset="${charset}">`);
  const cases: readonly (readonly [Encoding, string])[] = [
    ['utf-8', 'gb2312'],
    ['utf-8', 'big5'],
    ['utf-8 with a mark', 'gbk'],
    ['utf-16le', 'utf-8'],
    ['utf-16be', 'gb2312'],
    ['utf-16le without a mark', 'utf-16'],
    ['gb18030', 'gb2312'],
    ['gb18030', 'utf-8'],
    ['gb18030', 'iso-8859-1'],
  ];
  test.each(cases)('%s that says it is %s is read as what it is', async (encoding, charset) => {
    await expectWhole('年报.html', encoded(declared(charset), encoding));
  });

  test('traditional characters in Big5 are read, declared or not', () => {
    const text = '<p>政府資訊公開工作年度報告，申請公開 12 件</p>';
    expect(decodeText(encoded(text, 'big5'))).toBe(text);
    expect(decodeText(encoded(`<meta charset=big5>${text}`, 'big5'))).toBe(`<meta charset=big5>${text}`);
  });

  const bad = fc.constantFrom(0x80, 0xff, 0xfe, 0xc3, 0xa1);
  test.each(['utf-8', 'gb18030'] as const)(
    'one bad byte in any text of %s refuses nothing, and no figure is wrong in silence',
    async (encoding) => {
      const good = encoded(page(sample), encoding);
      // A tag that is broken makes a row of another length, which is another law.
      let inTag = false;
      const places = [...good.keys()].filter((at) => {
        const outside = !inTag && good[at] !== 0x3c;
        if (good[at] === 0x3c) inTag = true;
        if (good[at] === 0x3e) inTag = false;
        return outside;
      });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), bad, fc.boolean(), async (at, byte, inserted) => {
          const bytes = Uint8Array.from([...good.subarray(0, at), byte, ...good.subarray(inserted ? at : at + 1)]);
          const { report, doubts } = only(await readFile('年报.html', bytes));
          const doubted = new Set(doubts.flatMap(({ figures }) => figures));
          for (const [id, value] of sample.truth)
            if (!doubted.has(id)) expect([id, report.figures[id]]).toEqual([id, value]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
