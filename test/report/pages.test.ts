/** What docs/add-an-edition.md and docs/add-a-rule.md tell to do, done in a copy of the code and tried. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FigureId } from '../../src/report/figures';
import { sampleOf, type Sample } from '../read/noise/shapes';

const root = new URL('../../', import.meta.url);
const copy = new URL('.cache/pages/', root);
const rooms = ['report', 'rules', 'read', 'write', 'papers'];

interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The changes of a page, in its order: blocks ```diff PATH, whose lines begin with `-`, `+` or a space. */
const changesOf = (page: string): Change[] =>
  [...readFileSync(new URL(`docs/${page}`, root), 'utf8').matchAll(/```diff (\S+)\n(.*?)```/gsu)].map(
    ([, file = '', body = '']) => {
      const lines = body.trimEnd().split('\n');
      const side = (mark: string): string =>
        lines.flatMap((line) => (line.startsWith(mark) || line.startsWith(' ') ? [line.slice(1)] : [])).join('\n');
      return { file, from: side('-'), to: side('+') };
    },
  );

function carryOut({ file, from, to }: Change): void {
  const path = new URL(file, copy);
  const parts = readFileSync(path, 'utf8').split(from);
  expect(parts.length, `${file} holds this once:\n${from}`).toBe(2);
  writeFileSync(path, parts.join(to));
}

/** A module of the changed copy. */
const changed = async <Module>(path: string): Promise<Module> =>
  (await import(/* @vite-ignore */ fileURLToPath(new URL(`src/${path}.ts`, copy)))) as Module;

beforeAll(() => {
  rmSync(copy, { recursive: true, force: true });
  for (const room of rooms) cpSync(new URL(`src/${room}`, root), new URL(`src/${room}`, copy), { recursive: true });
  cpSync(new URL('src/report/editions/2021.ts', copy), new URL('src/report/editions/2031.ts', copy));
  for (const page of ['add-an-edition.md', 'add-a-rule.md']) for (const change of changesOf(page)) carryOut(change);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('a third edition is one data file and its name in the list', () => {
  const workSecret = 'applications.denied.workSecret';
  const explained = 'disclosure.regulations.explained';

  async function third() {
    const { editions } = await changed<typeof import('../../src/report/editions')>('report/editions/index');
    const figures = await changed<typeof import('../../src/report/figures')>('report/figures');
    const [, , edition] = editions;
    if (edition === undefined) throw new Error('there is none');
    return { edition, ...figures };
  }

  /** A report of it whose sums hold, with four refused for the new reason. */
  async function made(): Promise<Sample & { readonly truth: ReadonlyMap<FigureId, number> }> {
    const { edition, figuresOf } = await third();
    const four = new Set(
      ['applications.received', workSecret, 'applications.total'].flatMap((row) => [`${row}.person`, `${row}.total`]),
    );
    const truth = new Map(
      figuresOf(edition).map(({ id }) => [id, four.has(id) ? 4 : id === explained ? 7 : 0] as const),
    );
    const printed = new Map([...truth].map(([id, value]) => [id, String(value)]));
    return { ...sampleOf(edition, 1), year: 2031, truth, printed };
  }

  async function reportOf({ edition, truth, year, unit, narrative }: Awaited<ReturnType<typeof made>>) {
    const { emptyReport } = await changed<typeof import('../../src/report/empty')>('report/empty');
    const { overview, problems, other } = narrative;
    return {
      ...emptyReport(edition, year, unit),
      figures: Object.fromEntries(truth),
      narrative: { overview: [...overview], problems: [...problems], other: [...other] },
    };
  }

  test('is due from its first year on, and its figures have names', async () => {
    const { edition, editionForYear, figureName, figureOf, figuresOf } = await third();
    expect([2030, 2031, 2040].map((year) => editionForYear(year).id)).toEqual(['2021', '2031', '2031']);
    expect(figuresOf(edition)).toHaveLength(12 + 182 + 15);
    expect(figureName(figureOf(edition, `${workSecret}.person`))).toBe('三、（三）9“自然人”');
  });

  test('is written to every kind of file and read back whole', async () => {
    const sample = await made();
    const report = await reportOf(sample);
    const { edition, year, unit } = sample;
    const { readFile } = await changed<typeof import('../../src/read/read')>('read/read');
    const { reportWorkbook } = await changed<typeof import('../../src/papers/workbook')>('papers/workbook');
    const { writeWord } = await changed<typeof import('../../src/write/word/word')>('write/word/word');
    const { writeHtml } = await changed<typeof import('../../src/write/html/html')>('write/html/html');
    const { writeJson } = await changed<typeof import('../../src/write/json')>('write/json');
    const text = (content: string): Uint8Array => new TextEncoder().encode(content);
    const files = {
      'a.xlsx': reportWorkbook({ edition, year, unit, report, totals: 'formulas', language: 'zh' }),
      'a.docx': writeWord(report),
      'a.html': text(writeHtml(report)),
      'a.json': text(writeJson(report)),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const result = await readFile(name, bytes);
      if (!result.ok || result.readings.length !== 1) throw new Error(`${name} was not read`);
      const [reading] = result.readings;
      expect([name, reading?.edition.id, reading?.report.figures]).toEqual([name, '2031', report.figures]);
      expect([name, reading?.doubts]).toEqual([name, []]);
      if (name !== 'a.xlsx') expect([name, reading?.report.narrative]).toEqual([name, report.narrative]);
    }
  });

  test('is checked: its sums, and what its text says of them', async () => {
    const report = await reportOf(await made());
    const { edition } = await third();
    const { check } = await changed<typeof import('../../src/rules/check')>('rules/check');
    const { inputOfReport } = await changed<typeof import('../../src/rules/input')>('rules/input');
    const rulesBroken = (given: typeof report): string[] =>
      check(inputOfReport(edition, given)).map(({ rule }) => rule);
    const saying = (text: string) => ({ ...report, narrative: { ...report.narrative, overview: [text] } });
    expect(rulesBroken(report).filter((rule) => !rule.startsWith('F-'))).toEqual([]);
    const figures = { ...report.figures, [`${workSecret}.person`]: 5, [`${workSecret}.total`]: 5 };
    expect(rulesBroken({ ...report, figures })).toContain('T2-SUM');
    expect(rulesBroken(saying('申请中属于工作秘密4件。'))).not.toContain('N-GROUP');
    expect(rulesBroken(saying('申请中属于工作秘密5件。'))).toContain('N-GROUP');
  });

  test('leaves the reports of the other editions as they were', async () => {
    const { readFile } = await changed<typeof import('../../src/read/read')>('read/read');
    const { writeWord } = await changed<typeof import('../../src/write/word/word')>('write/word/word');
    const { sampleReport } = await import('../write/samples');
    for (const id of ['2019', '2021']) {
      const report = sampleReport(id);
      const result = await readFile('a.docx', writeWord(report));
      const [reading] = result.ok ? result.readings : [];
      expect([reading?.edition.id, reading?.report.figures]).toEqual([id, report.figures]);
    }
  });
});

describe('a rule that was added as the page says', () => {
  test('is in the catalogue, speaks at its failing example alone, and has words in both languages', async () => {
    const { rules } = await changed<typeof import('../../src/rules/catalogue')>('rules/catalogue');
    const { check } = await changed<typeof import('../../src/rules/check')>('rules/check');
    const { inputOfExample } = await changed<typeof import('../../src/rules/examples')>('rules/examples');
    const { findingMessage } = await changed<typeof import('../../src/rules/words/words')>('rules/words/words');
    const rule = (rules as Readonly<Record<string, (typeof rules)[keyof typeof rules]>>)['F-LINK'];
    if (rule === undefined) throw new Error('it is not there');
    expect(check(inputOfExample(rule.passes))).toEqual([]);
    const input = inputOfExample(rule.fails);
    const found = check(input);
    expect(found.map((finding): string => finding.rule)).toEqual(['F-LINK']);
    const [finding] = found;
    if (finding === undefined) throw new Error('it found nothing');
    for (const language of ['zh', 'en'] as const)
      expect(findingMessage(finding, input.edition, language)).toContain('https://www.example.cn');
  });
});
