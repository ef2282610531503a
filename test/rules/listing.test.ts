import { expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { check } from '../../src/rules/check';
import { inputOfExample } from '../../src/rules/examples';
import type { Finding, Shared } from '../../src/rules/finding';
import { countLevels, unfolded } from '../../src/rules/findings';
import { letterText, returnLetter } from '../../src/papers/letter';
import { findingRows, findingsCsv, findingsPage, findingsSheet } from '../../src/papers/listing';
import { findingMessage, ruleName, wordsIn } from '../../src/rules/words/words';
import { sampleOf } from './sampleFinding';

const subject = { unit: '青禾县<农业>局', year: 2025 } as const;
const sample = (): Finding[] =>
  check(
    inputOfExample({
      figures: { 'applications.received.person': 9, 'review.reconsideration.total': 4 },
      text: { overview: ['全年收到政府信息公开申请12件。'] },
      only: { other: ['无。'] },
      entries: { 'disclosure.penalties.decisions': { kind: 'text', text: '=1+1,"件"', number: null } },
    }),
  );

/** A CSV text taken apart by its own grammar. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
};

test('the sample has a finding of each level, and one that follows from another', () => {
  const findings = sample();
  const whole = unfolded(findings);
  expect(new Set(findings.map(({ level }) => level))).toEqual(new Set(['fault', 'explain', 'remark']));
  expect(whole.length).toBeGreaterThan(findings.length);
});

test('every way out tells every finding once, with its sentence', () => {
  const findings = sample();
  const whole = unfolded(findings);
  const rows = findingRows(findings, edition2021, 'zh');
  expect(rows).toHaveLength(whole.length);
  const csv = parseCsv(findingsCsv(findings, edition2021, 'zh').slice(1)).slice(1);
  expect(csv).toHaveLength(whole.length);
  const sheet = findingsSheet(findings, edition2021, subject, 'zh');
  expect(sheet.rows.slice(sheet.headerRows)).toHaveLength(whole.length);
  const page = findingsPage(findings, edition2021, subject, 'zh');
  expect(page.match(/<tr class=/gu)).toHaveLength(whole.length);
  expect(page.match(/<thead><tr><th scope="col">/gu)).toHaveLength(1);
  expect(page.match(/<tbody><tr class=/gu)).toHaveLength(1);
  whole.forEach((finding, at) => {
    const message = findingMessage(finding, edition2021, 'zh');
    expect(rows[at]?.message.endsWith(message)).toBe(true);
    expect(csv[at]?.[4]).toBe(rows[at]?.message);
  });
});

test('CSV holds no text that a spreadsheet would take for a formula, and begins with a byte order mark', () => {
  const findings = sample();
  const csv = findingsCsv(findings, edition2021, 'zh');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  for (const field of parseCsv(csv.slice(1)).flat()) expect(field).not.toMatch(/^[=+@]/u);
});

test('nothing that stands in a report becomes markup on the page', () => {
  const findings = sample();
  const page = findingsPage(findings, edition2021, subject, 'zh');
  expect(page).not.toContain('<农业>');
  expect(page).toContain('青禾县&lt;农业&gt;局');
});

test('the return letter names the unit and the year, and tells what to correct before what to verify', () => {
  const findings = sample();
  const letter = returnLetter(findings, edition2021, { unit: '青禾县农业局', year: 2025 }, 'zh');
  expect(letter.title).toBe('关于青禾县农业局2025年政府信息公开工作年度报告的修改意见');
  const text = letterText(letter);
  const places = ['一、须改正的问题', '二、须核实的问题', '三、其他提示'].map((heading) => text.indexOf(heading));
  expect(places.every((at) => at > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  for (const finding of findings) expect(text).toContain(findingMessage(finding, edition2021, 'zh'));
});

test('the letter about a report without fault says so', () => {
  expect(letterText(returnLetter([], edition2021, subject, 'zh'))).toContain('未发现须改正、须核实的问题');
  expect(letterText(returnLetter([], edition2021, { unit: null, year: null }, 'en'))).toContain('Nothing to correct');
});

const cellIds = ['person', 'enterprise', 'research', 'total'].map((column) => `applications.granted.${column}`);

test('rows are numbered, those that follow from another under its number and with a word that says so', () => {
  const deep = sampleOf('T2-ROW');
  const first = sampleOf('T2-ID', { folded: [sampleOf('T2-SUM', { folded: [deep] }), sampleOf('T3-SUM')] });
  for (const [language, follows] of [
    ['zh', '由此引起：'],
    ['en', 'Follows from it: '],
  ] as const) {
    const rows = findingRows([first, sampleOf('F-S6')], edition2021, language);
    expect(rows.map(({ number, rule }) => [number, rule])).toEqual([
      ['1', 'T2-ID'],
      ['1.1', 'T2-SUM'],
      ['1.1.1', 'T2-ROW'],
      ['1.2', 'T3-SUM'],
      ['2', 'F-S6'],
    ]);
    expect(rows.map(({ message }) => message.startsWith(follows))).toEqual([false, true, true, true, false]);
  }
});

test('a row names up to three cells, else the place on the sheet, else nothing', () => {
  const cells = (given: Partial<Shared>): string =>
    findingRows([sampleOf('T2-ROW', given)], edition2021, 'zh')[0]?.cells ?? '?';
  expect(cells({ figures: cellIds.slice(0, 3) })).toBe(
    '三、（一）“自然人”、三、（一）“商业企业”、三、（一）“科研机构”',
  );
  expect(cells({ figures: cellIds })).toBe('三、（一）“自然人”、三、（一）“商业企业”、三、（一）“科研机构”…');
  expect(cells({ figures: [], cell: { row: 33, column: 8 } })).toBe('I34');
  expect(cells({ figures: cellIds.slice(0, 1), cell: { row: 33, column: 8 } })).toBe('三、（一）“自然人”');
  expect(cells({ figures: [] })).toBe('');
});

test('a row holds the level, the rule by id and title, and both sides with the difference', () => {
  const [row] = findingRows([sampleOf('T3-SUM', { left: 4, right: 3, difference: 1 })], edition2021, 'zh');
  expect(row).toMatchObject({ level: 'fault', levelName: '须改正', rule: 'T3-SUM', left: 4, right: 3, difference: 1 });
  expect(row?.title).toBe(ruleName('T3-SUM', 'zh'));
});

test('what follows from another is not counted', () => {
  const findings = [
    sampleOf('T2-ID', { folded: [sampleOf('T2-SUM')] }),
    sampleOf('Y-CARRY'),
    sampleOf('F-S5'),
    sampleOf('F-S6'),
    sampleOf('T3-SUM'),
    sampleOf('INT'),
  ];
  expect(countLevels(findings)).toEqual({ fault: 3, explain: 1, remark: 2 });
  expect(countLevels([])).toEqual({ fault: 0, explain: 0, remark: 0 });
});

test('the sheet has a title, the counts, a header, a line for each finding, and colours them by their level', () => {
  const findings = [
    sampleOf('T3-SUM', { figures: [], left: 4, right: 3, difference: 1, folded: [sampleOf('T2-SUM')] }),
    sampleOf('F-S6'),
  ];
  const sheet = findingsSheet(findings, edition2021, { unit: '青禾县农业局', year: 2025 }, 'zh');
  const { listing } = wordsIn('zh');
  expect(sheet.name).toBe('校验意见');
  expect(sheet.widths).toHaveLength(listing.headers.length);
  expect(sheet.headerRows).toBe(3);
  expect(sheet.rows.slice(0, 3)).toEqual([
    ['青禾县农业局2025年政府信息公开工作年度报告校验意见'],
    ['须改正 1 处，须核实 0 处，提示 1 处。'],
    [...listing.headers],
  ]);
  expect(sheet.rows.map((row) => row.length)).toEqual([1, 1, 8, 8, 8, 8]);
  const [first, follows] = sheet.rows.slice(3);
  expect(first?.slice(0, 4)).toEqual(['1', '须改正', '', `T3-SUM ${ruleName('T3-SUM', 'zh')}`]);
  expect(first?.slice(5)).toEqual([4, 3, 1]);
  expect(follows?.slice(5)).toEqual(['', '', '']);
  const range = { row: 3, column: 0, rowCount: 3, columnCount: 8 };
  expect(sheet.paint).toEqual([
    { rule: 'finding-fault', range, formula: '=$B4="须改正"', style: 'broken' },
    { rule: 'finding-explain', range, formula: '=$B4="须核实"', style: 'invalid' },
    { rule: 'finding-remark', range, formula: '=$B4="提示"', style: 'blank' },
  ]);
});

test('a sheet without findings says so and still has a range to paint', () => {
  const sheet = findingsSheet([], edition2021, { unit: null, year: null }, 'zh');
  expect(sheet.rows).toHaveLength(3);
  expect(sheet.rows.slice(0, 2)).toEqual([['政府信息公开工作年度报告校验意见'], ['未发现须改正、须核实的问题。']]);
  expect(sheet.paint?.[0]?.range.rowCount).toBe(1);
});

test('the CSV has the header and a line for each finding, with numbers as they are', () => {
  const csv = findingsCsv([sampleOf('F-S6', { left: -3 })], edition2021, 'zh');
  const header = wordsIn('zh').listing.headers.join(',');
  const message = findingMessage(sampleOf('F-S6'), edition2021, 'zh');
  expect(csv).toBe(`\uFEFF${header}\r\n1,提示,,F-S6 ${ruleName('F-S6', 'zh')},${message},-3,,\r\n`);
  expect(findingsCsv([], edition2021, 'zh')).toBe(`\uFEFF${header}\r\n`);
});

test('the page is whole HTML in its language, with numbers to the right and no table where there is nothing', () => {
  const findings = [sampleOf('T3-SUM', { left: 4, right: 3, difference: 1 }), sampleOf('F-S6'), sampleOf('Y-CARRY')];
  const page = findingsPage(findings, edition2021, { unit: 'A & B "局"', year: 2025 }, 'zh');
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/u);
  const title = 'A &amp; B &quot;局&quot;2025年政府信息公开工作年度报告校验意见';
  expect(page).toContain(`<title>${title}</title>`);
  expect(page).toContain(`<h1>${title}</h1><p>须改正 1 处，须核实 1 处，提示 1 处。</p>`);
  expect(page).toContain('<head><meta charset="utf-8">');
  expect(page.match(/<\/?table>/gu)).toEqual(['<table>', '</table>']);
  expect(page.match(/<th scope="col">[^<]+<\/th>/gu)).toHaveLength(8);
  expect(page.match(/<tr class="(?:fault|remark|explain)">/gu)).toEqual([
    '<tr class="fault">',
    '<tr class="remark">',
    '<tr class="explain">',
  ]);
  expect(page).toContain('<td class="number">4</td><td class="number">3</td><td class="number">1</td></tr>');
  expect(page.match(/<td class="number">/gu)).toHaveLength(9);
  expect(page.match(/<td>/gu)).toHaveLength(15);
  expect(page).toContain('</tr>\n<tr');
  expect(page).toContain('</th><th scope="col">');
  expect(page).toMatch(/<style>@page\{size:A4 landscape/u);
  const empty = findingsPage([], edition2021, { unit: null, year: 2025 }, 'en');
  expect(empty).toContain('<html lang="en">');
  expect(empty).toContain(`<h1>${escapeOf(wordsIn('en').listing.title('', '2025'))}</h1>`);
  expect(empty).not.toContain('<table>');
  expect(empty).toContain(`</p>\n\n</body>`);
});

const escapeOf = (text: string): string => text.replaceAll('&', '&amp;');

test('a letter numbers its sections and begins again at 1 in each; what nobody has to do is no section', () => {
  const subjectOf = { unit: '青禾县农业局', year: 2025 };
  const both = returnLetter(
    [sampleOf('T3-SUM'), sampleOf('INT'), sampleOf('Y-CARRY'), sampleOf('F-S6')],
    edition2021,
    subjectOf,
    'zh',
  );
  expect(both.paragraphs.map((text) => /^(\d)\. /u.exec(text)?.[1] ?? '')).toEqual([
    '',
    '',
    '1',
    '2',
    '',
    '1',
    '',
    '1',
    '',
  ]);
  const questions = returnLetter([sampleOf('Y-CARRY')], edition2021, subjectOf, 'zh');
  expect(questions.paragraphs[1]).toBe('一、须核实的问题（属实的请作书面说明）');
  const english = returnLetter([sampleOf('Y-CARRY'), sampleOf('F-S6')], edition2021, subjectOf, 'en');
  const { letterHeadings, letterTitle, letterClosing } = wordsIn('en').listing;
  expect(english.paragraphs).toContain(letterHeadings.explain);
  expect(english.paragraphs).toContain(letterHeadings.remark);
  expect(english.title).toBe(letterTitle('青禾县农业局', '2025'));
  expect(english.paragraphs.at(-1)).toBe(letterClosing);
});

test('a letter with remarks alone finds nothing to correct and lists them', () => {
  const { title, salutation, paragraphs } = returnLetter(
    [sampleOf('F-S5'), sampleOf('F-S6')],
    edition2021,
    { unit: null, year: null },
    'zh',
  );
  expect(title).toBe('关于你单位政府信息公开工作年度报告的修改意见');
  expect([salutation, paragraphs[0]]).toEqual([
    '你单位：',
    '你单位报送的政府信息公开工作年度报告已审核，未发现须改正、须核实的问题。',
  ]);
  expect(paragraphs.slice(1).map((text) => text.slice(0, 3))).toEqual(['1. ', '2. ']);
  const signature = { office: 'E', date: 'F' };
  expect(letterText({ title: 'A', salutation: 'B', paragraphs: ['C', 'D'], signature })).toBe(
    'A\n\nB\n\nC\n\nD\n\nE\nF\n',
  );
});

test('a letter is signed by the office that is known; what is not, and the day, is a line to write on', () => {
  const to = { unit: '青禾县农业局', year: 2025 };
  const signed = returnLetter([], edition2021, { ...to, office: '青禾县人民政府办公室' }, 'zh');
  expect(letterText(signed)).toMatch(/\n\n青禾县人民政府办公室\n＿+年＿+月＿+日\n$/u);
  expect(letterText(returnLetter([], edition2021, to, 'zh'))).toMatch(/\n\n＿+（落款单位）\n＿+年＿+月＿+日\n$/u);
  expect(letterText(returnLetter([], edition2021, to, 'en'))).toMatch(/\n\n_+ \(office\)\n_+ \(date\)\n$/u);
});

test('a letter asks for what is not there, says once what is true of several places, and marks what was asked before', () => {
  const subject = { unit: '青禾县农业局', year: 2025 };
  const one = sampleOf('N-RECV');
  const findings = [{ ...one, place: '甲。' }, { ...one, place: '乙。' }, sampleOf('EMPTY'), sampleOf('F-S6')];
  const { paragraphs } = returnLetter(findings, edition2021, subject, 'zh', new Set(findings.slice(2, 3)));
  expect(
    paragraphs.filter((text) => text.startsWith('一、') || text.startsWith('二、') || text.startsWith('三、')),
  ).toEqual(['一、须核实的问题（属实的请作书面说明）', '二、须补充的内容', '三、其他提示']);
  expect(paragraphs.filter((text) => text.endsWith('（文字中有 2 处）'))).toHaveLength(1);
  expect(paragraphs.filter((text) => text.endsWith('（上次已提出）'))).toHaveLength(1);
  expect(paragraphs).toHaveLength(2 + 3 + 3);
  // Of two places one was asked before; what is true of one place is not counted.
  const twice = returnLetter(findings, edition2021, subject, 'zh', new Set(findings.slice(0, 1))).paragraphs;
  expect(twice.filter((text) => text.endsWith('（文字中有 2 处）（上次已提出）'))).toHaveLength(1);
  expect(paragraphs[4]).toBe(`1. ${findingMessage(sampleOf('EMPTY'), edition2021, 'zh')}（上次已提出）`);
  expect(paragraphs[6]).toBe(`1. ${findingMessage(sampleOf('F-S6'), edition2021, 'zh')}`);
  // All four parts.
  const all = [sampleOf('T3-SUM'), ...findings];
  expect(returnLetter(all, edition2021, subject, 'zh').paragraphs.map((text) => text.slice(0, 2))).toEqual([
    ...['你单', '一、', '1.', '二、', '1.', '三、', '1.', '四、', '1.'],
    '请对',
  ]);
  // What lacks alone is asked too.
  const lacking = returnLetter([sampleOf('F-SECTIONS')], edition2021, subject, 'en').paragraphs;
  expect(lacking[1]).toBe(wordsIn('en').listing.letterHeadings.lacking);
});
