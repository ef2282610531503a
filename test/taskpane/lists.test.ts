import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import { check } from '../../src/rules/check';
import type { Finding, Level } from '../../src/rules/finding';
import { countLevels, levels } from '../../src/rules/findings';
import { inputOfReport } from '../../src/rules/input';
import { explanationOf, stillHolds } from '../../src/taskpane/check/explanations';
import { groupFindings, placesOf, type FindingsPlace } from '../../src/taskpane/check/findingGroups';
import { drawnOf, operandRows } from '../../src/taskpane/check/operands';
import { sampleOf } from '../rules/sampleFinding';
import { brokenReport, soundReport } from './samples';

const ids = figuresOf(edition2021).map((figure) => figure.id);
const someFinding = fc.record({
  rule: fc.constantFrom('T2-ID', 'T2-SUM', 'EMPTY', 'N-RECV'),
  level: fc.constantFrom<Level>('fault', 'explain', 'remark'),
  table: fc.constantFrom('disclosure' as const, 'applications' as const, 'review' as const, null),
  figures: fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
});
const findings = fc.array(
  someFinding.map(({ rule, ...given }): Finding => ({ ...sampleOf(rule), ...given }) as Finding),
  { maxLength: 30 },
);
const only = fc.constantFrom<Level | null>('fault', 'explain', 'remark', null);
const place = fc.constantFrom<FindingsPlace | null>('disclosure', 'applications', 'review', 'report', null);

test('one may choose among the places that have findings, and the one that was chosen, in printed order', () => {
  const order: readonly FindingsPlace[] = ['disclosure', 'applications', 'review', 'report'];
  fc.assert(
    fc.property(findings, place, (all, chosen) => {
      const having = new Set([...all.map((one) => one.table ?? 'report'), ...(chosen === null ? [] : [chosen])]);
      expect(placesOf(all, edition2021, chosen)).toEqual(order.filter((each) => having.has(each)));
    }),
  );
});

test('every finding of the chosen level and table is listed exactly once, the others never', () => {
  fc.assert(
    fc.property(findings, only, place, (all, level, where) => {
      const listed = groupFindings(all, { level, place: where }, edition2021).flatMap((group) =>
        group.findings.map((one) => one.finding),
      );
      const wanted = all.filter(
        (one) => (level === null || one.level === level) && (where === null || (one.table ?? 'report') === where),
      );
      expect(new Set(listed)).toEqual(new Set(wanted));
      expect(listed).toHaveLength(wanted.length);
    }),
  );
});

test('tables stand in printed order, what concerns no table last, and in a table the graver level first', () => {
  const order = [...edition2021.tables.map((table) => table.id), null];
  fc.assert(
    fc.property(findings, (all) => {
      const groups = groupFindings(all, { level: null, place: null }, edition2021);
      const places = groups.map((group) => order.indexOf(group.table));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const group of groups) {
        const ranks = group.findings.map((one) => levels.indexOf(one.finding.level));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(group.findings.every((one) => one.finding.table === group.table)).toBe(true);
      }
    }),
  );
});

test('no two findings of a list share a key, and a finding keeps its key when others come and go', () => {
  fc.assert(
    fc.property(findings, (all) => {
      const keys = groupFindings(all, { level: null, place: null }, edition2021).flatMap((group) =>
        group.findings.map((one) => one.key),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
  const [first, ...rest] = check(inputOfReport(edition2021, brokenReport()));
  if (first === undefined) throw new Error('the sample is meant to be broken');
  const keyAmong = (all: readonly Finding[]) =>
    groupFindings(all, { level: null, place: null }, edition2021)
      .flatMap((group) => group.findings)
      .find((one) => one.finding === first)?.key;
  expect(keyAmong([...rest, first])).toBe(keyAmong([first]));
});

test('the counts of the levels add up to all findings', () => {
  fc.assert(
    fc.property(findings, (all) => {
      const counts = countLevels(all);
      expect(counts.fault + counts.explain + counts.remark).toBe(all.length);
    }),
  );
});

test('a long side tells its zeros as a number, its blanks too where they are many, and nothing else is left out', () => {
  const values = fc.array(fc.constantFrom(0, 0, 0, 4, null), { maxLength: 22 });
  fc.assert(
    fc.property(values, (side) => {
      const operands = side.map((value, index) => ({ figure: ids[20 + index] ?? '', year: 2025, value }));
      const ordinal = (number: string) => `第${number}项`;
      const { rows, restZero, restBlank } = operandRows(operands, operands, edition2021, 2025, ordinal);
      const numberOf = (wanted: number | null, among: readonly (number | null)[]) =>
        among.filter((value) => value === wanted).length;
      const shown = rows.map(({ value }) => value);
      expect(rows.length + restZero + restBlank).toBe(side.length);
      expect(numberOf(4, shown)).toBe(numberOf(4, side));
      expect(numberOf(null, shown) + restBlank).toBe(numberOf(null, side));
      expect(rows.length).toBeLessThanOrEqual(numberOf(4, side) + 6);
    }),
  );
});

test('the operands of a column are told apart by their rows, those of a row by their columns', () => {
  const ordinal = (number: string) => `第${number}项`;
  const operand = (figure: string, year = 2025) => ({ figure, year, value: 1 });
  const column = ['applications.received.person', 'applications.total.person'].map((id) => operand(id));
  const row = ['applications.received.person', 'applications.received.total'].map((id) => operand(id));
  const years = [operand('applications.carriedIn.total'), operand('applications.carriedOut.total', 2024)];
  const names = (side: typeof column) =>
    operandRows(side, side, edition2021, 2025, ordinal).rows.map((one) => one.name);
  expect(names(column)).toEqual(['第一项', '第三项（七）总计']);
  expect(names(row)).toEqual(['自然人', '总计']);
  expect(names(years)).toEqual(['第二项', '2024 第四项']);
});

test('a picture of this year’s table shows no figure of last year’s: another number stands in its place', () => {
  const operand = (figure: string, year: number | null) => ({ figure, year, value: 1 });
  const [now, then] = [operand('applications.carriedIn.total', 2025), operand('applications.carriedOut.total', 2024)];
  expect([...drawnOf([now, then, operand('applications.total.total', null)], 2025)]).toEqual([
    'applications.carriedIn.total',
    'applications.total.total',
  ]);
  expect([...drawnOf(undefined, 2025)]).toEqual([]);
});

test('a reason holds until a figure that it was given for changes', () => {
  const report = soundReport();
  const [finding] = check(inputOfReport(edition2021, brokenReport()));
  if (finding === undefined) throw new Error('the sample is meant to be broken');
  const reason = explanationOf(finding, report, '机构改革');
  expect(stillHolds(reason, report)).toBe(true);
  for (const id of ids) {
    const changed = { ...report, figures: { ...report.figures, [id]: 77 } };
    expect(stillHolds(reason, changed)).toBe(!finding.figures.includes(id));
  }
});
