import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf, findEdition } from '../../src/report/figures';
import type { Edition } from '../../src/report/edition';
import type { Report } from '../../src/report/report';
import { remarks, rollUpSheets } from '../../src/rollup/sheets';
import { contributions, sumReports, type RollUpRequest, type Submission } from '../../src/rollup/sum';
import { check } from '../../src/rules/check';
import { inputOfReport } from '../../src/rules/input';
import { anyReport } from '../write/reports';
import { sampleReport } from '../write/samples';

const edition = (id: string): Edition => {
  const found = findEdition(id);
  if (found === undefined) throw new Error(id);
  return found;
};

const submission = (
  name: string | null,
  change: Partial<Report> = {},
  source = `${name ?? '无名'}.docx`,
): Submission => ({
  source,
  report: { ...sampleReport(), unit: { ...sampleReport().unit, name }, ...change },
});

const sum = (submissions: readonly Submission[], more: Partial<RollUpRequest> = {}) =>
  sumReports({
    edition: edition('2021'),
    year: 2025,
    unit: '云溪县',
    submissions,
    roster: null,
    unreadable: [],
    ...more,
  });

const figure = (id: string, value: number | null): Partial<Report> => ({
  figures: { ...sampleReport().figures, [id]: value },
});

describe.each(editions.map((one) => [one.id, one] as const))('sums of edition %s', (id, own) => {
  const reports = fc.array(anyReport(own), { minLength: 1, maxLength: 5 }).map((list) =>
    list.map((report, index): Submission => ({
      source: `${index}`,
      report: {
        ...report,
        year: 2025,
        unit: { ...report.unit, name: `单位${index}` },
        units: Object.fromEntries(
          figuresOf(own).flatMap((one) => (one.unit === 'unprinted' ? [[one.id, 'tenThousandYuan' as const]] : [])),
        ),
      },
    })),
  );
  const add = (submissions: readonly Submission[]) => sum(submissions, { edition: own });

  test('each figure is the sum of the units’ figures, exactly, blank only where all are blank', () => {
    fc.assert(
      fc.property(reports, (submissions) => {
        const { report } = add(submissions);
        for (const one of figuresOf(own)) {
          const values = submissions.flatMap((each) => each.report.figures[one.id] ?? []);
          const exact = values.reduce((total, value) => total + BigInt(Math.round(value * 1e6)), 0n);
          const own = report.figures[one.id] ?? null;
          expect(own === null ? null : BigInt(Math.round(own * 1e6))).toBe(values.length === 0 ? null : exact);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('the order in which reports come changes nothing', () => {
    fc.assert(
      fc.property(reports, (submissions) => {
        expect(add([...submissions].reverse()).report).toEqual(add(submissions).report);
      }),
      { numRuns: 20 },
    );
  });

  test('what each unit gave to a figure adds up to the figure', () => {
    const year = sampleReport(id).year ?? 0;
    const rollUp = sum(
      ['甲局', '乙局', '丙局'].map((name) => ({
        source: name,
        report: { ...sampleReport(id), unit: { ...sampleReport(id).unit, name } },
      })),
      { edition: own, year },
    );
    for (const one of figuresOf(own)) {
      const parts = contributions(rollUp, one.id).reduce((total, { value }) => total + (value ?? 0), 0);
      expect(rollUp.report.figures[one.id]).toBeCloseTo(parts, 6);
    }
  });

  test('the sum of reports whose sums hold has sums that hold', () => {
    const year = sampleReport(id).year ?? 0;
    const { report } = sum(
      ['甲局', '乙局'].map((name) => ({
        source: name,
        report: { ...sampleReport(id), unit: { ...sampleReport(id).unit, name } },
      })),
      { edition: own, year },
    );
    expect(check(inputOfReport(own, report)).filter(({ level }) => level === 'fault')).toEqual([]);
  });
});

describe('who is in the sum', () => {
  const states = (submissions: readonly Submission[], more: Partial<RollUpRequest> = {}) => {
    const rollUp = sum(submissions, more);
    return {
      notes: rollUp.notes.map(({ state, unit, included }) => [state, unit, included]),
      count: rollUp.included.length,
    };
  };

  test('another year and another edition are told and left out', () => {
    expect(
      states([
        submission('甲局', { year: 2024 }),
        { source: 'b', report: { ...sampleReport('2019'), year: 2025 } },
        submission('乙局'),
      ]),
    ).toEqual({
      notes: [
        ['otherYear', '甲局', false],
        ['otherEdition', '云溪县林业局', false],
      ],
      count: 1,
    });
  });

  test('of a list, who is missing and who does not belong is told', () => {
    expect(states([submission('甲局(本级)'), submission('外局')], { roster: ['甲局（本级）', '乙局'] })).toEqual({
      notes: [
        ['notListed', '外局', false],
        ['missing', '乙局', false],
      ],
      count: 1,
    });
  });

  test('the same report twice counts once; two that differ count for nothing', () => {
    expect(states([submission('甲局', {}, 'a'), submission('甲局', {}, 'b')])).toEqual({
      notes: [
        ['duplicate', '甲局', true],
        ['duplicate', '甲局', false],
      ],
      count: 1,
    });
    expect(
      states([submission('甲局', {}, 'a'), submission('甲局', figure('review.reconsideration.total', 9), 'b')]).count,
    ).toBe(0);
  });

  test('a report without a name counts, and is told; with a list nobody can know whose it is', () => {
    expect(states([submission(null)])).toEqual({ notes: [['unnamed', null, true]], count: 1 });
    expect(states([submission(null)], { roster: [] })).toEqual({ notes: [['notListed', null, false]], count: 0 });
  });

  test('a file without a report is told', () => {
    expect(sum([], { unreadable: ['x.docx'] }).notes).toEqual([
      { state: 'unreadable', unit: null, source: 'x.docx', included: false },
    ]);
  });
});

describe('what cannot be added', () => {
  const amount = 'disclosure.procurement.amount';
  const unit = (name: string, value: number, units: 'yuan' | 'tenThousandYuan' | 'unknown'): Submission => ({
    source: name,
    report: {
      ...sampleReport('2019'),
      unit: { ...sampleReport('2019').unit, name },
      figures: { ...sampleReport('2019').figures, [amount]: value },
      units: { [amount]: units },
    },
  });
  const add = (...submissions: Submission[]) => sum(submissions, { edition: edition('2019'), year: 2020 });

  test('yuan and 万元 are added in 万元, to the cent', () => {
    const { report } = add(unit('甲', 251000.01, 'yuan'), unit('乙', 160.5964, 'tenThousandYuan'));
    expect(report.figures[amount]).toBe(185.696401);
    expect(report.units[amount]).toBe('tenThousandYuan');
  });

  test('an amount without a unit leaves the sum blank and names who gave it; 0 needs no unit', () => {
    const rollUp = add(unit('甲', 95992.99, 'unknown'), unit('乙', 1, 'tenThousandYuan'));
    expect(rollUp.report.figures[amount]).toBeNull();
    expect(rollUp.report.marks[amount]?.state).toBe('unitUnknown');
    expect(remarks(rollUp, edition('2019'), 'zh').join()).toContain('甲');
    expect(add(unit('甲', 0, 'unknown'), unit('乙', 1, 'tenThousandYuan')).report.figures[amount]).toBe(1);
  });

  test('a blank counts as nothing and is told', () => {
    const rollUp = sum([submission('甲局', figure('review.reconsideration.total', null)), submission('乙局')]);
    expect(rollUp.report.figures['review.reconsideration.total']).toBe(3);
    expect(rollUp.blanks.get('review.reconsideration.total')).toEqual(['甲局']);
    const [notes, sources] = rollUpSheets(rollUp, edition('2021'), 'zh');
    expect(JSON.stringify(notes?.rows)).toContain('1 个单位未填');
    expect(sources?.rows).toHaveLength(2 + figuresOf(edition('2021')).length);
    expect(sources?.rows[1]).toEqual(['栏目', '汇总', '甲局', '乙局']);
  });
});
