import { expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { check } from '../../src/rules/check';
import { inputOfExample } from '../../src/rules/examples';
import type { Finding } from '../../src/rules/finding';
import { unfolded } from '../../src/rules/findings';
import { letterText, returnLetter } from '../../src/rules/letter';
import { findingRows, findingsCsv, findingsPage, findingsSheet } from '../../src/rules/listing';
import { findingMessage } from '../../src/rules/words';

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
