/** What last year's reports say of this year's, as a county office sees it and asks it. */
import { describe, expect, test } from 'vitest';
import { returnLetter } from '../../../src/papers/letter';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import type { Report } from '../../../src/report/report';
import { followedUp, withLetters } from '../../../src/rollup/collection/asked';
import { checkAll, withYears, type Checked } from '../../../src/rollup/collection/checked';
import type { UnitRow } from '../../../src/rollup/collection/collection';
import type { RosterUnit } from '../../../src/rollup/collection/roster';
import type { Received } from '../../../src/rollup/received';
import { remarks, rowNote } from '../../../src/rollup/sheets';
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

describe('last year’s reports', () => {
  type Sent = readonly [name: string, carried: number];
  const unitOf = (name: string, succeeds: readonly string[] = []) => ({
    ...(listed([name])[0] as RosterUnit),
    succeeds,
  });
  const sumOfAll = (units: readonly RosterUnit[] | null, sent: readonly Sent[], previous: readonly Received[]) =>
    rollUp({
      edition: edition2021,
      year: 2025,
      unit: '青禾县人民政府',
      received: sent.map(([name, carried]) => {
        const sample = sampleReport();
        const figures = { ...sample.figures, ...rowOf('carriedIn', carried) };
        return receive(`${name}.docx`, { ...sample, unit: { ...sample.unit, name }, figures });
      }),
      failures: [],
      roster: units,
      previous,
    });
  const [culture, tourism, sports] = ['青禾县文化局', '青禾县旅游局', '青禾县体育局'] as const;

  test.each([
    ['two units took over one body', [unitOf(tourism, [culture]), unitOf(sports, [culture])]],
    ['one took over part of a body that is still there', [unitOf(culture), unitOf(sports, [culture])]],
    ['two took over each other', [unitOf(culture, [sports]), unitOf(sports, [culture])]],
  ])('are compared with nobody where they belong to several: %s', (_, units) => {
    const sent = units.map(({ name }): Sent => [name, 2]);
    const { rows } = sumOfAll(units, sent, [last(culture, 4), last(sports, 4)]);
    for (const { carryOver, lastYear, previous } of rows)
      expect([carryOver, lastYear?.kind, previous]).toEqual(['unknown', 'divided', null]);
    expect(rowNote(rows[0] as UnitRow, 'zh')).toContain(
      '不只归一个单位，分不清各占多少，没有核对上年结转：青禾县文化局',
    );
  });

  test('belong to one unit where it names itself among those that it took over, and where one took over from another in turn', () => {
    const self = sumOfAll([unitOf(culture, [culture, sports])], [[culture, 8]], [last(culture, 4), last(sports, 4)]);
    expect(self.rows[0]?.carryOver).toBe('agrees');
    const chain = [unitOf(sports, [tourism]), unitOf('青禾县科技局', ['青禾县科委'])];
    expect(sumOfAll(chain, [[sports, 4]], [last(tourism, 4)]).rows[0]?.carryOver).toBe('agrees');
  });

  test('that were not used are told, and whose carry-over was not compared', () => {
    const other = { ...last(sports, 4), year: 2025, source: '错放' };
    const unnamed = { ...last(sports, 4), unit: null, source: '无名' };
    const county = last('青禾县人民政府', 9);
    for (const units of [listed([culture, tourism]), null]) {
      const sum = sumOfAll(
        units,
        [
          [culture, 4],
          [tourism, 0],
        ],
        [last(culture, 4), last('青禾县畜牧局', 3), other, unnamed, county],
      );
      expect(sum.lastYear).toEqual({
        year: 2024,
        without: [tourism],
        withoutHeir: ['青禾县畜牧局'],
        otherYear: ['错放'],
        unnamed: ['无名'],
      });
      expect(remarks(sum, edition2021, 'zh').join('\n')).toMatch(
        /1 个计入的单位没有 2024 年的年报，没有核对上年结转：青禾县旅游局\n.*“承接自”.*青禾县畜牧局\n.*1 份不是 2024 年的.*错放\n.*无名/su,
      );
    }
    // All of another year, as where this year’s folder was named: nothing was compared, and that is said.
    expect(sumOfAll(null, [[culture, 4]], [other]).lastYear).toMatchObject({ without: [culture], otherYear: ['错放'] });
  });
});
