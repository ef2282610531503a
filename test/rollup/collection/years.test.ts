/** What last year's reports say of this year's, as a county office sees it and asks it. */
import { expect, test } from 'vitest';
import { returnLetter } from '../../../src/papers/letter';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import type { Report } from '../../../src/report/report';
import { followedUp, withLetters } from '../../../src/rollup/collection/asked';
import { checkAll, withYears, type Checked } from '../../../src/rollup/collection/checked';
import type { UnitRow } from '../../../src/rollup/collection/collection';
import type { Received } from '../../../src/rollup/received';
import { rowNote } from '../../../src/rollup/sheets';
import { rollUp } from '../../../src/rollup/sum';
import { traceFigure } from '../../../src/rollup/trace';
import { findingMessage } from '../../../src/rules/words/words';
import { sampleReport } from '../../write/samples';
import { listed, receive } from '../receive';

const merged = '青禾县农业农村局';
const bodies = ['青禾县农业局', '青禾县畜牧局'];
const roster = listed([merged]).map((unit) => ({ ...unit, formerNames: ['青禾县农林局'], succeeds: bodies }));

const rowOf = (row: string, value: number): Report['figures'] =>
  Object.fromEntries(figuresOf(edition2021).flatMap((figure) => (figure.row === row ? [[figure.id, value]] : [])));

const last = (name: string, carried: number): Received =>
  receive(`上年${name}`, {
    ...sampleReport(),
    year: 2024,
    unit: { ...sampleReport().unit, name },
    figures: rowOf('carriedOut', carried),
  });
const lastYears = [last(bodies[0] ?? '', 2), last(bodies[1] ?? '', 3)];

const now = (more: Partial<Report> = {}, name = merged): Checked => {
  const sample = sampleReport();
  const figures = { ...sample.figures, ...rowOf('carriedIn', 4) };
  const report = { ...sample, unit: { ...sample.unit, name }, figures, ...more };
  const reading = { part: null, edition: edition2021, report, sources: new Map(), doubts: [] };
  return checkAll('年报.docx', [reading], null)[0] as Checked;
};
const sumOf = ({ received }: Checked, previous: readonly Received[] = lastYears) =>
  rollUp({
    edition: edition2021,
    year: 2025,
    unit: '青禾县人民政府',
    received: [received],
    failures: [],
    roster,
    previous,
  });
const rowIn = (checked: Checked, previous?: readonly Received[]): UnitRow =>
  sumOf(checked, previous).rows.find(({ received }) => received !== null) as UnitRow;

const carry = (row: UnitRow) => row.yearFindings.filter(({ rule }) => rule === 'Y-CARRY');

test('all that is counted of a unit is told of it, and asked of it, after a merger with the bodies that it took over', () => {
  const checked = now();
  const row = rowIn(checked);
  const { findings } = withYears(checked, row);
  expect(findings.length).toBe(row.counts.fault + row.counts.explain + row.counts.remark);
  const [first] = carry(row);
  if (first === undefined) throw new Error('nothing was found');
  expect(findingMessage(first, edition2021, 'zh')).toContain(
    '承接的青禾县农业局、青禾县畜牧局上年年报“结转下年度继续办理”之和为 5，相差 1',
  );
  expect(findingMessage(first, edition2021, 'en')).toContain(
    'of 青禾县农业局, 青禾县畜牧局, taken over, together is 5',
  );
  const letter = returnLetter(findings, edition2021, { unit: merged, year: 2025 }, 'zh');
  expect(letter.paragraphs.join('\n')).toContain('之和为 5，相差 1');
});

test('a difference that the unit gave a reason for is not asked again, and is no agreement', () => {
  const explanations = carry(rowIn(now())).map(({ rule, figures }) => ({
    rule,
    figures: [...figures],
    values: Object.fromEntries(figures.map((id) => [id, 4])),
    text: '机构改革',
  }));
  const row = rowIn(now({ explanations }));
  expect([row.carryOver, carry(row)]).toEqual(['explained', []]);
  expect(rowNote(row, 'zh')).toContain('单位已说明原因');
});

test('a report of another year is compared with no year that is not its last', () => {
  const { yearFindings, carryOver, previous, lastYear } = rowIn(now({ year: 2024 }));
  expect({ yearFindings, carryOver, previous, lastYear }).toEqual({
    yearFindings: [],
    carryOver: 'unknown',
    previous: null,
    lastYear: null,
  });
});

test('what last year’s report had to say is mended only where last year’s report is there', () => {
  const checked = now();
  const asked = withLetters([], [{ unit: merged, checked: withYears(checked, rowIn(checked)) }], 'zh');
  const isCarry = asked.map(({ rule }) => rule === 'Y-CARRY');
  const right = now({ figures: { ...checked.reading.report.figures, ...rowOf('carriedIn', 5) } });
  const statesWith = (previous: readonly Received[]) => {
    const row = rowIn(right, previous);
    const points = followedUp(asked, merged, withYears(right, row), row.previous !== null) ?? [];
    return new Set(points.filter((_, at) => isCarry[at] === true).map(({ state }) => state));
  };
  expect(statesWith(lastYears)).toEqual(new Set(['mended']));
  expect(statesWith([])).toEqual(new Set(['unclear']));
  expect(statesWith(lastYears.slice(1))).toEqual(new Set(['unclear']));
});

test('the sum calls a unit as the list does, whatever its report is headed', () => {
  const sum = sumOf(now({}, '青禾县农林局'));
  expect(sum.rows[0]?.name).toBe('青禾县农林局');
  expect(traceFigure(sum.included, 'review.reconsideration.total').map(({ unit }) => unit)).toEqual([merged]);
  expect(sum.included[0]?.textMarks).not.toBeUndefined();
});
