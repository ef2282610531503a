/** What is written opens: every shape of a Word file and of a workbook, and every text in every field and option. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { editions } from '../../../src/report/editions';
import { findEdition } from '../../../src/report/figures';
import type { Report } from '../../../src/report/report';
import { rollUpSheets } from '../../../src/rollup/sheets';
import { rollUp } from '../../../src/rollup/sum';
import { reportWorkbook } from '../../../src/papers/workbook';
import { writeHtml } from '../../../src/write/html/html';
import { plainName, UnwritableTextError } from '../../../src/write/text';
import { writeWord, type WordOptions } from '../../../src/write/word/word';
import { writeWordLetter } from '../../../src/write/word/letter';
import { element, xmlText } from '../../../src/write/xml';
import { convert, hasLibreOffice } from '../../libreOffice';
import { hasOoxmlValidator, ooxmlFaults } from '../../ooxml';
import { sampleReport } from '../../write/samples';
import { listed, receive } from '../receive';

/** A PNG of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const date = { year: 2026, month: 1, day: 20 };

/** Every option that takes a text, with this one. */
const everyOption = (report: Report, text: string): WordOptions => ({
  contact: text,
  signature: { unit: text, date },
  review: { unit: text, preparedBy: text, reviewedBy: text, telephone: text, date },
  previous: { ...report, year: (report.year ?? 2025) - 1 },
  pictures: [{ png, width: 4, height: 3, description: text }],
});

/** The report with this text in every field that holds one. */
const everyField = (report: Report, text: string): Report => ({
  ...report,
  unit: { ...report.unit, name: text, creditCode: text },
  marks: { 'review.reconsideration.total': { state: 'unread', source: text } },
  narrative: { overview: [text, ''], problems: [text], other: [text] },
  explanations: [{ rule: text, figures: ['applications.total.person'], values: {}, text }],
});

/** A sum over two offices of one name, with a list on which a third stands. */
function rolledUp(report: Report, text: string): Uint8Array {
  const edition = findEdition(report.edition);
  if (edition === undefined) throw new Error(report.edition);
  const year = report.year ?? 2025;
  const sum = rollUp({
    edition,
    year,
    unit: text,
    received: [
      receive('甲.json', report),
      receive('乙.json', { ...report, unit: { ...report.unit, name: `${text}乙` } }),
    ],
    roster: listed([`${text}丙`]),
    failures: [{ source: '丁.doc', reason: '无法读取' }],
  });
  return reportWorkbook({
    edition,
    year,
    unit: text,
    report: sum.report,
    totals: 'formulas',
    language: 'zh',
    more: rollUpSheets(sum, edition, 'zh'),
  });
}

describe.skipIf(!hasOoxmlValidator).each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s passes the validator',
  (id, edition) => {
    const report = sampleReport(id);
    const { year } = report;
    const unit = report.unit.name;
    const words: readonly (readonly [string, WordOptions])[] = [
      ['as it is', {}],
      ['across', { applications: 'landscape', fonts: 'common', blanks: 'zero' }],
      ['with all that may stand in it', everyOption(report, '联系电话：0000-0000')],
      ['across, with all', { ...everyOption(report, '甲'), applications: 'landscape' }],
    ];
    test.each(words)('Word file %s', async (_, options) => {
      expect(await ooxmlFaults('t.docx', writeWord(report, options))).toEqual([]);
    });

    const sheets: readonly (readonly [string, () => Uint8Array])[] = [
      [
        'an empty template, in English',
        () => reportWorkbook({ edition, year, unit: null, report: null, totals: 'formulas', language: 'en' }),
      ],
      [
        'a report with doubts and reasons',
        () => {
          const noted = everyField(report, '一段话');
          return reportWorkbook({ edition, year, unit, report: noted, totals: 'typed', language: 'zh' });
        },
      ],
      ['a sum', () => rolledUp(report, '云溪县')],
    ];
    test.each(sheets)('workbook of %s', async (_, make) => {
      expect(await ooxmlFaults('t.xlsx', make())).toEqual([]);
    });
  },
);

const latest = sampleReport('2021');

/** Whatever a keyboard, a paste or a damaged file can put into a field. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      ...['\v', '\f', '\u0085', '\u2028', '\u200b', '\u202e', '\ufeff', '\n', '\r\n', '\t', ' ', '\ud800', '\u0000'],
      ...['\ufffe', '\u{1ffff}', '\ue000', '𠮷', '&', '<', ']]>', '"', '_x000B_', '=1+1', '局'],
    ),
    maxLength: 12,
  }),
);

test('any text at all becomes well-formed XML, in an attribute and between tags', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })),
      (text) => {
        const written = new TextEncoder().encode(element('a', { b: text }, xmlText(text)));
        const parser = new SaxesParser({});
        let read = '';
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('text', (piece) => (read += piece));
        parser.on('opentag', ({ attributes }) => expect(attributes['b']).toBe(xmlTextOf(text)));
        parser.write(new TextDecoder('utf-8', { fatal: true }).decode(written)).close();
        expect(read).toBe(xmlTextOf(text));
      },
    ),
    { numRuns: 2000 },
  );
});

/** What XML can hold of a text, told apart in another way than the writer does. */
const xmlTextOf = (text: string): string =>
  [...text]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0;
      if (code === 0x0b || code === 0x0c) return ' ';
      if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d ? char : '';
      return (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff ? '' : char;
    })
    .join('');

/** The file, or null where the text is refused with a sentence. */
function unlessRefused(write: () => Uint8Array): Uint8Array | null {
  try {
    return write();
  } catch (error) {
    if (error instanceof UnwritableTextError) return null;
    throw error;
  }
}

const forms: readonly (readonly [`t.${'docx' | 'xlsx'}`, (text: string) => Uint8Array])[] = [
  ['t.docx', (text) => writeWord(everyField(latest, text), everyOption(latest, text))],
  ['t.xlsx', (text) => rolledUp(everyField(latest, text), text)],
];

describe.skipIf(!hasOoxmlValidator).each(forms)('%s', (name, write) => {
  test('passes the validator with any text in every field and option, or is refused with a sentence', async () => {
    const written = fc.sample(anyText, { numRuns: 300, seed: 13 }).flatMap((text) => {
      const bytes = unlessRefused(() => write(text));
      return bytes === null ? [] : [{ text, bytes }];
    });
    expect(written.length).toBeGreaterThan(30);
    for (const { text, bytes } of written.slice(0, 5))
      expect([text, await ooxmlFaults(name, bytes)]).toEqual([text, []]);
  });

  test('with every break and mark in every field and option it passes, and LibreOffice opens it', async () => {
    const text = '甲\v乙\u202e丙\u2028丁\u0085\ue000\u{1fffd}局';
    const bytes = write(text);
    expect(await ooxmlFaults(name, bytes)).toEqual([]);
    if (!hasLibreOffice) return;
    const shown = await convert(
      name,
      bytes,
      name.endsWith('docx') ? 'txt:Text (encoded):UTF8' : 'csv:Text - txt - csv (StarCalc):44,34,76',
    );
    expect(shown.toString('utf8')).toContain('政府信息公开工作年度报告');
  });
});

describe('the name of an office', () => {
  test('goes out as it is seen: without marks of direction and of no width', () => {
    expect(plainName('\u202e甲\u200b县\ufeff林业局\u2069')).toBe('甲县林业局');
    expect(plainName('甲\v乙')).toBe('甲 乙');
    expect(writeHtml(everyField(latest, '\u202e甲县'))).toContain('<title>甲县2025年');
  });
});

describe('a letter as Word', () => {
  const salutation = '青禾县\u0000某局：';
  const paragraphs = ['一、须改正的问题', '1. 表三\u0000\uFFFE不符。', '（一）说明。请核对。', '\v'];
  const signature = { office: '青禾县\u0000政府办公室', date: '＿＿＿＿年＿＿月＿＿日' };
  const letter = writeWordLetter({
    title: '关于青禾县某局\u00072025年年报的修改意见',
    salutation,
    paragraphs,
    signature,
  });

  test('holds all that can stand in a file, in order', () => {
    const text = new TextDecoder().decode(unzipSync(letter)['word/document.xml']);
    const shown = [...text.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, part]) => part).join('');
    expect(shown).toBe(
      `关于青禾县某局2025年年报的修改意见青禾县某局：${paragraphs.join('').replace(/[\0\uFFFE\v]/gu, '')} 青禾县政府办公室＿＿＿＿年＿＿月＿＿日`,
    );
  });

  test.skipIf(!hasOoxmlValidator)('passes the validator', async () => {
    expect(await ooxmlFaults('letter.docx', letter)).toEqual([]);
  });
});

/** What makes the bytes of a package, and the test that shows its files to the validator; null for a plain archive. */
const packers: Readonly<Record<string, string | null>> = {
  'src/write/package.ts': 'test/rollup/files/ooxml.test.ts',
  'src/workbench/files/package.ts': 'test/workbench/files.test.ts',
  // Puts what the others wrote into one file.
  'src/taskpane/county/outputs/outputs.ts': null,
};

test('every part of the program that packs files is known here, so that a new one is shown to the validator too', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const packing = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = path.posix.join('src', ...name.split(path.sep));
    return /\.tsx?$/u.test(file) && /\b(?:zip|zipSync|Zip)\(/u.test(readFileSync(path.join(root, file), 'utf8'))
      ? [file]
      : [];
  });
  expect(packing.sort()).toEqual(Object.keys(packers).sort());
  for (const shown of Object.values(packers))
    if (shown !== null) expect(readFileSync(path.join(root, shown), 'utf8')).toContain('ooxmlFaults(');
});
