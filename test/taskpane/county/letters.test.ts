/** Who is written to about a collection. */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import type { Report } from '../../../src/report/report';
import type { Checked } from '../../../src/rollup/collection/checked';
import type { Decision } from '../../../src/rollup/collection/collection';
import { ownFindings, receivedOf } from '../../../src/rollup/received';
import { rollUp } from '../../../src/rollup/sum';
import { lettersOf, lettersZip } from '../../../src/taskpane/county/outputs/outputs';
import { zh } from '../../../src/taskpane/words/words.zh';
import { sampleReport } from '../../write/samples';

const checkedOf = (source: string, name: string, figures: Report['figures'] = {}): Checked => {
  const sample = sampleReport();
  const report = { ...sample, unit: { ...sample.unit, name }, figures: { ...sample.figures, ...figures } };
  const reading = { part: null, edition: edition2021, report, sources: new Map(), doubts: [] };
  const findings = ownFindings(reading, null);
  return { reading, findings, received: receivedOf({ source, reading, findings }) };
};
const wrong = { 'review.reconsideration.total': 77 };
const worse = { 'review.reconsideration.total': 78 };

function lettersTo(all: readonly Checked[], decisions: readonly (readonly [string, Decision])[] = []): string[] {
  const sum = rollUp({
    edition: edition2021,
    year: sampleReport().year ?? 0,
    unit: '云溪县人民政府',
    received: all.map(({ received }) => received),
    failures: [],
    roster: null,
    decisions: new Map(decisions),
  });
  const { letters, undecided } = lettersOf(sum, new Map(all.map((one) => [one.received.source, one])));
  return [...letters.map(({ checked }) => checked.received.source), ...undecided.map((name) => `?${name}`)];
}

test('a unit that sent the same twice has one letter, and the sum among the reports has none', () => {
  const twice = [checkedOf('a', '甲局', wrong), checkedOf('b', '甲局', wrong)];
  expect(lettersTo([...twice, checkedOf('c', '云溪县人民政府', wrong), checkedOf('d', '乙局', wrong)])).toEqual([
    'a',
    'd',
  ]);
});

test('of two that differ nothing is asked until a person accepts one or sets one aside; one that was set aside is answered', () => {
  const two = [checkedOf('a', '甲局', wrong), checkedOf('b', '甲局', worse)];
  expect(lettersTo(two)).toEqual(['?甲局']);
  expect(lettersTo(two, [['b', { accept: false, reason: '旧稿' }]])).toEqual(['a']);
  expect(lettersTo(two, [['b', { accept: true, reason: '' }]])).toEqual(['b']);
  expect(lettersTo([checkedOf('a', '甲局', wrong)], [['a', { accept: false, reason: '退回' }]])).toEqual(['a']);
});

test('every letter has a file of its own that any system can unpack, whatever units are called', async () => {
  const long = '县'.repeat(200);
  const units = ['甲/乙局', '甲\\乙局', 'ABC局', 'abc局', `${long}甲`, `${long}乙`, '..'];
  const letters = units.map((unit, at) => ({ unit, office: null, checked: checkedOf(String(at), unit, wrong) }));
  const { bytes } = await lettersZip(letters, [], 'zh', zh.county);
  const names = Object.keys(unzipSync(bytes));
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2 * units.length);
  for (const name of names) {
    expect(name).toMatch(/^(?:Word|txt)\/[^\\/:*?"<>|]+\.(?:docx|txt)$/u);
    expect(new TextEncoder().encode(name).length).toBeLessThan(255);
  }
});
