import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveLimits, ArchiveError, openArchive } from '../../../src/read/containers/archive';
import { readFile } from '../../../src/read/read';
import { edition2021 } from '../../../src/report/editions/2021';
import { failureMessage } from '../../../src/read/words/words';
import { bombs, carrying, directory, patched } from './bombs';
import { excelFile, wordFile, wordPackage } from '../files';
import { compoundFile } from '../formats/old/oldFiles';
import { sampleOf } from '../noise/shapes';

const trouble = (bytes: Uint8Array, name = 'a.xml'): string | null => {
  try {
    openArchive(bytes).read(name);
    return null;
  } catch (error) {
    if (error instanceof ArchiveError) return error.trouble;
    throw error;
  }
};

const plain = zipSync({ 'a.xml': strToU8('hello '.repeat(500)), 'b/c.xml': [strToU8('stored'), { level: 0 }] });

describe('an archive', () => {
  it('gives its entries, packed and stored', () => {
    const archive = openArchive(plain);
    expect(archive.names).toEqual(['a.xml', 'b/c.xml']);
    expect(archive.read('a.xml')).toEqual(strToU8('hello '.repeat(500)));
    expect(archive.read('b/c.xml')).toEqual(strToU8('stored'));
    expect(archive.read('none')).toBeNull();
  });

  it('gives a part that is packed in the same bytes again as it was, and any other anew', () => {
    const first = openArchive(plain).readAlike('a.xml');
    expect(openArchive(plain).readAlike('A.XML')).toBe(first);
    expect(openArchive(plain).readAlike('b/c.xml')).toEqual(strToU8('stored'));
    const other = zipSync({ 'a.xml': strToU8('other') });
    expect(openArchive(other).readAlike('a.xml')).toEqual(strToU8('other'));
    expect(openArchive(plain).readAlike('a.xml')).toEqual(first);
    expect(() => openArchive(patched(plain, [[(directory(plain)[0] ?? 0) + 16, 1, 4]])).readAlike('a.xml')).toThrow(
      ArchiveError,
    );
  });

  it('is refused where an entry gives more, or less, than it claims', () => {
    const [at = 0] = directory(plain);
    expect(trouble(patched(plain, [[at + 24, 10, 4]]))).toBe('unsafe');
    expect(trouble(patched(plain, [[at + 24, 5000, 4]]))).toBe('unsafe');
  });

  it('is refused where the checksum is wrong', () => {
    const [at = 0] = directory(plain);
    expect(trouble(patched(plain, [[at + 16, 12345, 4]]))).toBe('broken');
  });

  it('is refused where it claims 10 GB, or more than the limits', () => {
    const [at = 0] = directory(plain);
    expect(trouble(patched(plain, [[at + 24, 0xfffffff0, 4]]))).toBe('unsafe');
    expect(trouble(patched(plain, [[at + 24, archiveLimits.entry + 1, 4]]))).toBe('unsafe');
  });

  it('is refused where a small entry unpacks to a flood, whether it says so or not', () => {
    const flood = zipSync({ 'a.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 9 });
    expect(trouble(flood)).toBe('unsafe');
    const [at = 0] = directory(flood);
    expect(trouble(patched(flood, [[at + 24, 100, 4]]))).toBe('unsafe');
  });

  it('is refused where it is encrypted, on several disks, of 64 bits, or with entries that overlap', () => {
    const [first = 0, second = 0] = directory(plain);
    const end = plain.length - 22;
    expect(trouble(patched(plain, [[first + 8, 1, 2]]))).toBe('encrypted');
    expect(trouble(patched(plain, [[end + 4, 1, 2]]))).toBe('unsafe');
    expect(trouble(patched(plain, [[end + 16, 0xffffffff, 4]]))).toBe('unsafe');
    expect(trouble(patched(plain, [[second + 42, 0, 4]]))).toBe('unsafe');
  });

  it.each(['../a.xml', '/a.xml', 'b/../../a.xml', 'C:\\a.xml', '..\\a.xml', 'b\\..\\..\\a.xml', '\\a.xml', './a.xml'])(
    'is refused with an entry %s',
    (name) => {
      expect(trouble(zipSync({ [name]: strToU8('x') }))).toBe('unsafe');
    },
  );

  it('is refused with too many entries', () => {
    const many = Object.fromEntries(
      Array.from({ length: archiveLimits.entries + 1 }, (_, index) => [`f${index}`, new Uint8Array(0)]),
    );
    expect(trouble(zipSync(many))).toBe('unsafe');
  });

  it('with any bytes changed or cut either gives the same content or is refused, and never fails otherwise', () => {
    const content = strToU8('hello '.repeat(500));
    fc.assert(
      fc.property(fc.nat(plain.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const bytes = cut ? plain.slice(0, at) : plain.slice();
        if (!cut) bytes[at] = byte;
        try {
          const read = openArchive(bytes).read('a.xml');
          if (read !== null) expect(read).toEqual(content);
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file made to harm', () => {
  it.each(bombs.map((bomb) => [bomb.name, bomb] as const))('is refused with its sentence: %s', async (_, bomb) => {
    const result = await readFile('报告.docx', bomb.bytes());
    if (result.ok) throw new Error('it was read');
    expect(result.failure).toMatchObject({ kind: bomb.kind, ...(bomb.danger && { details: { danger: bomb.danger } }) });
    const sentence = failureMessage(result.failure, 'zh');
    expect(sentence).toMatch(/没有读入|不认得这种文件/u);
    // No reason in English within a sentence in Chinese.
    expect(sentence).not.toMatch(/[a-z]+ [a-z]+/iu);
  });

  it('does no harm where it lies beside the report, and the report is read', async () => {
    const sample = sampleOf(edition2021, 1);
    const result = await readFile('报告.docx', carrying(sample));
    expect(result).toMatchObject({ readings: [{ report: { figures: Object.fromEntries(sample.truth) } }] });
  });
});

describe('a file', () => {
  const kind = async (name: string, bytes: Uint8Array): Promise<string | null> => {
    const result = await readFile(name, bytes);
    return result.ok ? null : result.failure.kind;
  };
  it('is told by its content, whatever its name says', async () => {
    const sample = sampleOf(edition2021, 1);
    expect((await readFile('报告.txt', wordFile(sample))).ok).toBe(true);
    const word6 = new Uint8Array(2000);
    word6.set([0xdc, 0xa5, 0x65, 0x00]);
    expect(await kind('报告.docx', compoundFile({ WordDocument: word6 }))).toBe('oldWord');
    expect(await kind('报告.wps', compoundFile({ WordDocument: new Uint8Array(9) }))).toBe('archiveBroken');
    expect(await kind('报告.doc', compoundFile({ PowerPoint: new Uint8Array(9) }))).toBe('unknownFile');
    expect(await kind('报告.docx', compoundFile({ EncryptedPackage: new Uint8Array(9) }))).toBe('sealed');
    expect(await kind('报告.doc', strToU8('%PDF-1.7 …'))).toBe('archiveBroken');
    expect(await kind('报告.zip', zipSync({ 'a.txt': strToU8('x') }))).toBe('packed');
    for (const start of ['Rar!\x1a\x07\x01\0', "7z\xbc\xaf'\x1c\0\x04", '\x1f\x8b\x08\0\0\0\0\0'])
      expect(await kind('报告.zip', strToU8(`${start}\0\x9c`, true))).toBe('packed');
    expect(await kind('报告.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]))).toBe('picture');
    expect(await kind('空.txt', new Uint8Array(0))).toBe('empty');
    expect(await kind('信.txt', strToU8('您好，这不是报告。'))).toBe('noReport');
  });

  it('with a document type or entities of its own is refused', async () => {
    const document = wordPackage('<w:p/>');
    const evil = zipSync({
      'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'),
    });
    expect(await kind('a.docx', document)).toBe('noReport');
    expect(await kind('a.docx', evil)).toBe('archiveUnsafe');
  });

  it('with a formula gives the value that it was saved with, and says so where there is none', async () => {
    const rows = [
      ['甲局2023年政府信息公开工作年度报告'],
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', 1, 2, 3],
    ];
    const bytes = excelFile([{ name: '表', rows }]);
    const result = await readFile('a.xlsx', bytes);
    expect(result).toMatchObject({ readings: [{ part: '表', report: { year: 2023, unit: { name: '甲局' } } }] });
  });

  it('cut anywhere or with bytes changed is refused or read, and never fails', async () => {
    const bytes = wordFile(sampleOf(edition2021, 1));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const copy = cut ? bytes.slice(0, at) : bytes.slice();
        if (!cut) copy[at] = byte;
        const result = await readFile('a.docx', copy);
        if (!result.ok) expect(result.failure.kind).not.toBe('internal');
      }),
      { numRuns: 200 },
    );
  });
});
