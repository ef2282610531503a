/** Texts that break files, in every form: they come back as they were or are refused with a sentence. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import type { Report } from '../../../src/report/report';
import { reportWorkbook, workbookOf } from '../../../src/papers/workbook';
import { writeCsv, writeCsvMetadata } from '../../../src/write/csv';
import { writeHtml, writeHtmlFragment } from '../../../src/write/html/html';
import { writeJson } from '../../../src/write/json';
import { plainName, textProblemMessage, UnwritableTextError } from '../../../src/write/text';
import { writeWord } from '../../../src/write/word/word';
import { convert, convertAll, hasLibreOffice } from '../../libreOffice';
import { csvRows } from '../../write/csvRows';
import { readParagraphs } from '../../write/docxTables';
import { elements, openFragment, openPage, textOf } from '../../write/htmlTree';
import { anyReport } from '../../write/reports';
import { hostileReport, hostileTexts, sampleReport } from '../../write/samples';
import { readWorkbook } from '../../write/xlsxCells';
import { first, openPackage, part } from '../../write/xmlTree';

const wordTexts = (bytes: Uint8Array): string[] =>
  readParagraphs(first(part(openPackage(bytes), 'word/document.xml'), 'w:body')).map(({ text }) => text);

interface Form {
  readonly write: (report: Report) => Uint8Array | string;
  /** Every text that a parser finds in the written file. */
  readonly read: (report: Report) => readonly string[];
  /** What of a report stands in this form. */
  readonly holds: (report: Report) => readonly string[];
}

const narrativeOf = ({ narrative: { overview, problems, other } }: Report): string[] => [
  ...overview,
  ...problems,
  ...other,
];
/** As it goes out. */
const name = ({ unit }: Report): string => plainName(unit.name ?? '');
const reasons = ({ explanations }: Report): string[] => explanations.map(({ text }) => text);

const options = (report: Report) => {
  const [text = ''] = report.narrative.overview;
  return { contact: text, signature: { unit: name(report), date: null } };
};

const form = <File extends Uint8Array | string>(
  write: (report: Report) => File,
  texts: (file: File) => readonly string[],
  holds: (report: Report) => readonly string[],
): Form => ({ write, read: (report) => texts(write(report)), holds });

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

const forms: Readonly<Record<string, Form>> = {
  Word: form(
    (report) => writeWord(report, options(report)),
    wordTexts,
    (report) => [...narrativeOf(report), name(report)],
  ),
  page: form(
    (report) => writeHtml(report, options(report)),
    (html) => elements(openPage(html), 'p').map(textOf),
    (report) => [...narrativeOf(report), name(report)],
  ),
  fragment: form(
    (report) => writeHtmlFragment(report, options(report)),
    (html) => elements(openFragment(html), 'p').map(textOf),
    (report) => [...narrativeOf(report), name(report)],
  ),
  JSON: form(
    writeJson,
    (json) => stringsIn(JSON.parse(json)),
    (report) => [...narrativeOf(report), name(report), ...reasons(report)],
  ),
  CSV: form(
    writeCsv,
    (csv) => csvRows(csv).map(({ unit = '' }) => unit.replace(/^'(?==)/u, '')),
    (report) => [name(report)],
  ),
  workbook: form(
    workbookOf,
    (bytes) =>
      readWorkbook(bytes).flatMap(({ cells }) =>
        [...cells.values()].flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
      ),
    (report) => [...narrativeOf(report), ...reasons(report)],
  ),
};

describe.each(Object.entries(forms))('%s', (formName, { write, read, holds }) => {
  test.each(hostileTexts)('%s comes back as it was', (_, text) => {
    const report = hostileReport(text);
    const found = read(report);
    expect(holds(report).length).toBeGreaterThan(0);
    for (const held of holds(report)) expect(found).toContain(held);
  });

  test.each(['\u0000', '\u0007', '\f', '\ud800', '\udc00\ud800', '\ufffe', '\u009d'])(
    '%j comes back in JSON, and is refused elsewhere with a sentence that says where it stands',
    (bad) => {
      const report = hostileReport(`文字${bad}`);
      if (formName === 'JSON') {
        const found = read(report);
        for (const held of holds(report)) expect(found).toContain(held);
        return;
      }
      const problems = ((): UnwritableTextError['problems'] => {
        try {
          write(report);
        } catch (error) {
          if (error instanceof UnwritableTextError) return error.problems;
          throw error;
        }
        return [];
      })();
      expect(problems).not.toEqual([]);
      for (const problem of problems) {
        expect(textProblemMessage(problem, 'zh')).toMatch(
          /^.+第 3 个字处有.+（U\+[0-9A-F]{4}），无法写入文件。请删去后重试。$/u,
        );
        expect(textProblemMessage(problem, 'en')).toMatch(/at character 3, stands .+ Delete it and try again\.$/u);
      }
    },
  );

  test('two exports of one report are byte-equal, in whatever order its keys came', () => {
    const turned = <Value extends object>(value: Value): Value =>
      Object.fromEntries(Object.entries(value).reverse()) as Value;
    fc.assert(
      fc.property(fc.constantFrom(...editions).chain(anyReport), (report) => {
        const other: Report = {
          ...turned(structuredClone(report)),
          figures: turned(report.figures),
          units: turned(report.units),
          narrative: turned(report.narrative),
        };
        expect(write(other)).toEqual(write(report));
      }),
      { numRuns: 4 },
    );
  });
});

describe('a workbook', () => {
  const unreadable: readonly (readonly [string, Report])[] = [
    [
      'the source of a doubt',
      { ...sampleReport(), marks: { 'review.reconsideration.total': { state: 'unread', source: '\u0001' } } },
    ],
    ['the code of the unit', { ...sampleReport(), unit: { ...sampleReport().unit, creditCode: '\ufffe' } }],
    [
      'the rule of an explanation',
      { ...sampleReport(), explanations: [{ rule: '\ud800', figures: [], values: {}, text: '无' }] },
    ],
  ];

  test.each(unreadable)('refuses what no cell can hold in %s, and names the row', (_, report) => {
    expect(() => workbookOf(report)).toThrow(/row \d+ of the sheet 校验说明/u);
  });

  test('refuses it in the unit of an empty template', () => {
    const request = { edition: edition2021, year: 2025, report: null, totals: 'formulas', language: 'zh' } as const;
    expect(() => reportWorkbook({ ...request, unit: '甲\u0000' })).toThrow(UnwritableTextError);
  });
});

test('the metadata of the CSV file is JSON that says the name of the unit as it goes out', () => {
  for (const [, text] of hostileTexts) {
    const report = hostileReport(text);
    expect(stringsIn(JSON.parse(writeCsvMetadata(report, 'a.csv')))).toContain(name(report));
  }
});

describe.skipIf(!hasLibreOffice)('in LibreOffice', () => {
  const report: Report = {
    ...sampleReport(),
    narrative: { ...sampleReport().narrative, overview: hostileTexts.map(([, text]) => text) },
  };

  // Read as plain text: its own Word export rewrites what looks like an escape.
  test('a Word file with every one of these texts opens, and says them', async () => {
    const saved = (await convert('t.docx', writeWord(report), 'txt:Text (encoded):UTF8')).toString('utf8');
    for (const [, text] of hostileTexts) expect(saved).toContain(text);
  });

  test('a workbook with every one of these texts opens, and says them', async () => {
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    const sheets = await convertAll('t.xlsx', workbookOf(report), filter);
    const said = sheets.get('t-2025年报文字.csv')?.toString('utf8').replaceAll('""', '"');
    for (const [, text] of hostileTexts) expect(said).toContain(text);
  });
});
