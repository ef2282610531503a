import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf, findEdition } from '../../src/report/figures';
import type { Edition } from '../../src/report/edition';
import type { Report } from '../../src/report/report';
import { needsLook, previousIn, type CollectionRequest, type UnitRow } from '../../src/rollup/collection/collection';
import type { Received } from '../../src/rollup/received';
import type { RosterUnit } from '../../src/rollup/collection/roster';
import type { SheetContent, SheetValue } from '../../src/report/sheet/workbook';
import { exceedsExcel } from '../../src/report/sheet/limits';
import { leftOut } from '../../src/rollup/collection/leftOut';
import { publishedAmong } from '../../src/rollup/published';
import { remarks, rollUpSheets, rowNote } from '../../src/rollup/sheets';
import { rollUp } from '../../src/rollup/sum';
import { traceFigure } from '../../src/rollup/trace';
import { check } from '../../src/rules/check';
import { inputOfReport } from '../../src/rules/input';
import { anyReport } from '../write/reports';
import { sampleReport } from '../write/samples';
import { listed, receive } from './receive';

const edition = (id: string): Edition => {
  const found = findEdition(id);
  if (found === undefined) throw new Error(id);
  return found;
};

const submission = (name: string | null, change: Partial<Report> = {}, source = `${name ?? '无名'}.docx`): Received =>
  receive(source, { ...sampleReport(), unit: { ...sampleReport().unit, name }, ...change });

const sum = (received: readonly Received[], more: Partial<CollectionRequest> = {}) =>
  rollUp({ edition: edition('2021'), year: 2025, unit: '云溪县', received, roster: null, failures: [], ...more });

const figure = (id: string, value: number | null): Partial<Report> => ({
  figures: { ...sampleReport().figures, [id]: value },
});

describe.each(editions.map((one) => [one.id, one] as const))('sums of edition %s', (id, own) => {
  const reports = fc.array(anyReport(own), { minLength: 1, maxLength: 5 }).map((list) =>
    list.map((report, index): Report => ({
      ...report,
      year: 2025,
      unit: { ...report.unit, name: `单位${index}` },
      marks: {},
      units: Object.fromEntries(
        figuresOf(own).flatMap((one) => (one.unit === 'unprinted' ? [[one.id, 'tenThousandYuan' as const]] : [])),
      ),
    })),
  );
  const add = (handedIn: readonly Report[]) =>
    sum(
      handedIn.map((report) => receive(report.unit.name ?? '', report)),
      { edition: own },
    );

  test('each figure is the sum of the units’ figures, exactly, blank only where all are blank', () => {
    fc.assert(
      fc.property(reports, (handedIn) => {
        const { report } = add(handedIn);
        for (const one of figuresOf(own)) {
          const values = handedIn.flatMap((each) => each.figures[one.id] ?? []);
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
      fc.property(reports, (handedIn) => {
        expect(add([...handedIn].reverse())).toEqual(add(handedIn));
      }),
      { numRuns: 20 },
    );
  });

  test('what each unit gave to a figure adds up to the figure', () => {
    const year = sampleReport(id).year ?? 0;
    const result = sum(
      ['甲局', '乙局', '丙局'].map((name) =>
        receive(name, { ...sampleReport(id), unit: { ...sampleReport(id).unit, name } }),
      ),
      { edition: own, year },
    );
    for (const one of figuresOf(own)) {
      const parts = traceFigure(result.included, one.id).reduce((total, { value }) => total + (value ?? 0), 0);
      expect(result.report.figures[one.id]).toBeCloseTo(parts, 6);
    }
  });

  test('the sum of reports whose sums hold has sums that hold', () => {
    const year = sampleReport(id).year ?? 0;
    const { report } = sum(
      ['甲局', '乙局'].map((name) => receive(name, { ...sampleReport(id), unit: { ...sampleReport(id).unit, name } })),
      { edition: own, year },
    );
    expect(check(inputOfReport(own, report)).filter(({ level }) => level === 'fault')).toEqual([]);
  });
});

describe('who is in the sum', () => {
  const states = (received: readonly Received[], more: Partial<CollectionRequest> = {}) => {
    const { rows, included } = sum(received, more);
    return {
      notes: rows.filter(({ state }) => state !== 'read').map(({ state, name, included: isIn }) => [state, name, isIn]),
      count: included.length,
    };
  };

  test('another year and another edition are told and left out', () => {
    expect(
      states([
        submission('甲局', { year: 2024 }),
        receive('b', { ...sampleReport('2019'), year: 2025 }),
        submission('乙局'),
      ]),
    ).toEqual({
      notes: [
        ['otherEdition', '云溪县林业局', false],
        ['otherYear', '甲局', false],
      ],
      count: 1,
    });
  });

  test('of a list, who is missing and who does not belong is told', () => {
    expect(
      states([submission('甲局(本级)'), submission('外局')], { roster: listed(['甲局（本级）', '乙局']) }),
    ).toEqual({
      notes: [
        ['missing', '乙局', false],
        ['notListed', '外局', false],
      ],
      count: 1,
    });
  });

  test('beside a unit of which nothing came stand the files that are called after it and gave no report', () => {
    const { rows } = sum([submission('县林业局')], {
      roster: listed(['县林业局', '县林业局一分局', '县公安局', '县水务局']),
      failures: [{ source: '收到/县林业局一分局年报.docx', reason: '坏' }],
      notRead: ['县公安局.jpg', '县林业局.png', '通知.png'],
    });
    expect(rows.map(({ state, name, notRead }) => [state, name, notRead])).toEqual([
      ['read', '县林业局', []],
      ['missing', '县林业局一分局', ['收到/县林业局一分局年报.docx']],
      ['missing', '县公安局', ['县公安局.jpg']],
      ['missing', '县水务局', []],
      ['unreadable', null, []],
    ]);
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

  test('a report in the place of which another was accepted is nothing to look at, whatever is wrong with it', () => {
    const counts = { fault: 1, explain: 0, remark: 0 };
    const other = { ...submission('甲局', figure('review.reconsideration.total', 9), 'b'), counts };
    const { rows } = sum([submission('甲局', {}, 'a'), other], {
      decisions: new Map([['a', { accept: true, reason: '' }]]),
    });
    expect(rows.map((row) => [row.source, row.included, needsLook(row)])).toEqual([
      ['a', true, false],
      ['b', false, false],
    ]);
  });

  test('a copy that counts for nothing is one matter with the first: of no unit of the list, of another year', () => {
    const copies = [submission('外局', {}, 'a'), submission('外局', {}, 'b')];
    const older = [submission('甲局', { year: 2024 }, 'c'), submission('甲局', { year: 2024 }, 'd')];
    const { rows } = sum([...copies, ...older], { roster: listed(['甲局']) });
    expect(rows.filter(needsLook).map(({ state, source }) => [state, source])).toEqual([
      ['missing', null],
      ['otherYear', 'c'],
      ['notListed', 'a'],
    ]);
    expect(leftOut(rows)).toEqual({ units: 1, files: 1 });
    const other = submission('外局', figure('review.reconsideration.total', 9), 'e');
    expect(sum([...copies, other], { roster: listed(['甲局']) }).rows.filter(needsLook)).toHaveLength(3);
  });

  test('a copy wants nobody’s look; where a third differs, each is set beside one that differs from it', () => {
    const other = figure('review.reconsideration.total', 9);
    const copies = [submission('甲局', {}, 'a'), submission('甲局', {}, 'b')];
    expect(sum(copies).rows.filter(needsLook)).toEqual([]);
    const { rows } = sum([...copies, submission('甲局', other, 'c')]);
    expect(rows.map(({ beside }) => beside?.source)).toEqual(['c', 'c', 'a']);
    expect(rows.map(({ beside }) => beside?.differing)).toEqual([1, 1, 1]);
    expect(rows.filter(needsLook)).toHaveLength(3);
    const counts = { fault: 1, explain: 0, remark: 0 };
    const wrong = copies.map((copy) => ({ ...copy, counts }));
    expect(sum(wrong).rows.map(needsLook)).toEqual([true, false]);
  });

  test('a report without a name counts, and is told; with a list nobody can know whose it is', () => {
    expect(states([submission(null)])).toEqual({ notes: [['unnamed', null, true]], count: 1 });
    expect(states([submission(null)], { roster: [] })).toEqual({ notes: [['unnamed', null, false]], count: 0 });
  });

  test('a file without a report is told', () => {
    expect(sum([], { failures: [{ source: 'x.docx', reason: '天气' }] }).rows).toMatchObject([
      { state: 'unreadable', name: null, source: 'x.docx', included: false, failure: '天气' },
    ]);
  });
});

describe('what cannot be added', () => {
  const amount = 'disclosure.procurement.amount';
  const unit = (name: string, value: number, units: 'yuan' | 'tenThousandYuan' | 'unknown'): Received =>
    receive(name, {
      ...sampleReport('2019'),
      unit: { ...sampleReport('2019').unit, name },
      figures: { ...sampleReport('2019').figures, [amount]: value },
      units: { [amount]: units },
    });
  const add = (...received: Received[]) => sum(received, { edition: edition('2019'), year: 2020 });

  test('yuan and 万元 are added in 万元, to the cent', () => {
    const { report } = add(unit('甲', 251000.01, 'yuan'), unit('乙', 160.5964, 'tenThousandYuan'));
    expect(report.figures[amount]).toBe(185.696401);
    expect(report.units[amount]).toBe('tenThousandYuan');
  });

  test('an amount without a unit leaves the sum blank and names who gave it; 0 needs no unit', () => {
    const result = add(unit('甲', 95992.99, 'unknown'), unit('乙', 1, 'tenThousandYuan'));
    expect(result.report.figures[amount]).toBeNull();
    expect(result.report.marks[amount]?.state).toBe('unitUnknown');
    expect(remarks(result, edition('2019'), 'zh').join()).toContain('甲');
    expect(add(unit('甲', 0, 'unknown'), unit('乙', 1, 'tenThousandYuan')).report.figures[amount]).toBe(1);
  });

  test('who left what blank is told in as few sentences as units or figures make, and every unit is named', () => {
    const all = figuresOf(edition('2021')).map(({ id }) => id);
    const [one = '', two = ''] = all;
    const blank = (name: string, ids: readonly string[]) =>
      submission(name, { figures: { ...sampleReport().figures, ...Object.fromEntries(ids.map((id) => [id, null])) } });
    const told = (...received: Received[]) =>
      remarks(sum(received), edition('2021'), 'zh').filter((text) => text.includes('未填'));
    expect(told(blank('甲局', all), submission('乙局'))).toEqual([
      '规章“本年制发件数”等 200 个数：甲局未填，按没有计入',
    ]);
    expect(told(blank('甲局', [one]), blank('乙局', [one, two]), blank('丙局', [one]))).toEqual([
      '规章“本年制发件数”：丙局、乙局、甲局未填，按没有计入',
      '规章“本年废止件数”：乙局未填，按没有计入',
    ]);
  });

  test('a blank counts as nothing and is told', () => {
    const id = 'review.reconsideration.total';
    const result = sum([submission('甲局', figure(id, null)), submission('乙局')]);
    expect(result.report.figures[id]).toBe(3);
    expect(result.blanks.get(id)).toEqual(['甲局']);
    const [notes, sources, details] = rollUpSheets(result, edition('2021'), 'zh');
    const figures = figuresOf(edition('2021'));
    expect(JSON.stringify(notes?.rows)).toContain('行政复议“总计”：甲局未填，按没有计入');
    expect(sources?.rows.map((row) => row[0])).toEqual([sources?.rows[0]?.[0], '单位', '汇总', '乙局', '甲局']);
    expect(sources?.rows.slice(1).every((row) => row.length === figures.length + 2)).toBe(true);
    expect(details?.rows).toHaveLength(2 + 2 * figures.length);
  });

  test('a figure that is printed and was not read leaves the sum blank and names the unit', () => {
    const id = 'review.reconsideration.total';
    const result = sum([
      submission('甲局', { ...figure(id, null), marks: { [id]: { state: 'unread', source: '第 4 行' } } }),
      submission('乙局'),
    ]);
    expect(result.rows.map(({ state, included }) => [state, included])).toEqual([
      ['read', true],
      ['incomplete', true],
    ]);
    expect([result.report.figures[id], result.report.marks[id]?.state]).toEqual([null, 'unread']);
    expect(result.unknown.get(id)).toEqual({ reason: 'unread', units: ['甲局'] });
  });

  test('a sum that numbers can no longer tell from its neighbour is refused', () => {
    const id = 'review.reconsideration.total';
    const most = Number.MAX_SAFE_INTEGER;
    const at = (value: number) => sum([submission('甲局', figure(id, most)), submission('乙局', figure(id, value))]);
    expect(at(0).report.figures[id]).toBe(most);
    expect([at(1).report.figures[id], at(1).unknown.get(id)?.reason]).toEqual([null, 'tooLarge']);
  });

  test('amounts of six decimals never drift, however many there are', () => {
    const id = 'disclosure.fees.amount';
    const units = Array.from({ length: 50 }, (_, index) => submission(`单位${index}`, figure(id, 0.123456)));
    expect(sum(units).report.figures[id]).toBe(6.1728);
  });
});

test('a sheet that Excel has no room for is known before it is written, at the row, the column and the character where that begins', () => {
  const [sheet] = rollUpSheets(sum([submission('甲局')]), edition('2021'), 'zh');
  const at = (rows: number, columns: number) =>
    exceedsExcel({ ...(sheet as SheetContent), rows: Array<SheetValue[]>(rows), widths: Array<number>(columns) });
  expect([at(1_048_576, 16_384), at(1_048_577, 1), at(1, 16_385)]).toEqual([false, true, true]);
  const holding = (length: number) =>
    exceedsExcel({ ...(sheet as SheetContent), rows: [['单位'], ['长'.repeat(length)]] });
  expect([holding(32_767), holding(32_768)]).toEqual([false, true]);
});

describe('a unit out of the sum', () => {
  const own = edition('2021');
  test('changes exactly its own figures', () => {
    fc.assert(
      fc.property(fc.array(anyReport(own), { minLength: 2, maxLength: 5 }), fc.nat(), (reports, pick) => {
        const received = reports.map((report, index) =>
          receive(`${index}`, { ...report, year: 2025, marks: {}, unit: { ...report.unit, name: `单位${index}` } }),
        );
        const out = received[pick % received.length];
        const decisions = new Map([[out?.source ?? '', { accept: false, reason: '退回' }]]);
        const [all, without] = [sum(received), sum(received, { decisions })];
        for (const { id, index } of figuresOf(own)) {
          const exact = (value: number | null | undefined): bigint => BigInt(Math.round((value ?? 0) * 1e6));
          const own = out?.figures[index] ?? Number.NaN;
          const [before, after] = [all, without].map(({ report }) => exact(report.figures[id]));
          expect([id, after]).toEqual([id, (before ?? 0n) - exact(Number.isFinite(own) ? own : 0)]);
        }
        expect(without.included).toHaveLength(received.length - 1);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what a person decides', () => {
  const decide = (source: string, accept: boolean, unit?: string) =>
    new Map([[source, { accept, reason: '已电话核实', ...(unit === undefined ? {} : { unit }) }]]);

  test('of two that differ the accepted one counts', () => {
    const two = [submission('甲局', {}, 'a'), submission('甲局', figure('review.reconsideration.total', 9), 'b')];
    const { included } = sum(two, { decisions: decide('b', true) });
    expect(included.map(({ source }) => source)).toEqual(['b']);
  });

  test('a near name is proposed and never taken; taken where a person says so', () => {
    const one = [submission('农业农村局')];
    const roster = listed(['云溪县农业农村局', '云溪县林业局']);
    const before = sum(one, { roster });
    expect(before.rows.map(({ state, proposal }) => [state, proposal])).toEqual([
      ['missing', null],
      ['missing', null],
      ['notListed', '云溪县农业农村局'],
    ]);
    expect(before.included).toEqual([]);
    const after = sum(one, { roster, decisions: decide('农业农村局.docx', true, '云溪县农业农村局') });
    expect(after.rows.map(({ state, matchedBy }) => [state, matchedBy])).toEqual([
      ['read', 'choice'],
      ['missing', null],
    ]);
    expect(after.included).toHaveLength(1);
  });

  test('an older edition that is accepted gives its comparable figures; the others are blank in the sum', () => {
    const old = receive('旧.docx', {
      ...sampleReport('2019'),
      year: 2025,
      unit: { ...sampleReport().unit, name: '旧局' },
    });
    const { report, unknown } = sum([old, submission('甲局')], { decisions: decide('旧.docx', true) });
    const id = 'review.reconsideration.total';
    expect(report.figures[id]).toBe((sampleReport('2019').figures[id] ?? 0) + (sampleReport().figures[id] ?? 0));
    expect(report.figures['disclosure.regulations.inForce']).toBeNull();
    expect(unknown.get('disclosure.regulations.inForce')).toEqual({ reason: 'otherEdition', units: ['旧局'] });
  });
});

describe('a sum among its parts', () => {
  test('is told by its name, by its workbook, and by its figures', () => {
    const parts = ['甲局', '乙局', '丙局'].map((name) => submission(name));
    const total = sum(parts).report;
    const as = (name: string, more: Partial<Received> = {}) => ({
      ...receive(`${name}.docx`, { ...total, unit: { ...total.unit, name } }),
      ...more,
    });
    for (const one of [as('云溪县'), as('县汇总'), { ...submission('县里'), isSum: true }]) {
      const { rows, included } = sum([...parts, one]);
      expect(rows.find(({ source }) => source === one.source)?.state).toBe('isSum');
      expect(included).toHaveLength(3);
      expect(rows.filter(needsLook)).toEqual([]);
    }
  });

  test('that a government published is set beside the sum, though a list names it nowhere; one that counts is not', () => {
    const names = ['云溪县财政局', '云溪县水务局', '云溪县林业局'];
    const received = [...names, '云溪县人民政府', '外县人民政府'].map((name) => submission(name));
    const found = (roster: readonly string[]) =>
      publishedAmong(sum(received, { roster: listed([...roster]) }), edition('2021')).map(({ unit }) => unit);
    expect(found(names)).toEqual(['云溪县人民政府']);
    expect(found([...names, '云溪县人民政府'])).toEqual([]);
  });

  test('of a body that the list has too counts only where it is its own: beside the others it would count them twice', () => {
    const names = ['云溪县财政局', '云溪县水务局', '云溪县林业局'];
    const parts = names.map((name) => submission(name));
    const total = sum(parts).report;
    const county = (unit: string, change: Report['figures'] = {}) =>
      receive('县.docx', { ...total, unit: { ...total.unit, name: unit }, figures: { ...total.figures, ...change } });
    const stateOf = (one: Received, all: readonly Received[], unit: string | null) => {
      const { rows } = sum([...all, one], { unit, roster: listed([...names, one.unit ?? '']) });
      const row = rows.find(({ source }) => source === one.source);
      return [row?.state, row?.included];
    };
    const right = { 'review.reconsideration.upheld': 40, 'review.reconsideration.total': 41 };
    // By the name of a government, or because the sum is to be its own; a figure was put right since, a unit came since.
    expect(stateOf(county('云溪县人民政府', right), parts, null)).toEqual(['isSum', false]);
    expect(stateOf(county('云溪县教育局', right), parts, '云溪县教育局')).toEqual(['isSum', false]);
    const later = submission('云溪县气象局', {
      figures: Object.fromEntries(Object.keys(total.figures).map((id) => [id, 0])),
    });
    expect(stateOf(county('云溪县人民政府', right), [...parts, later], null)).toEqual(['isSum', false]);
    expect(stateOf({ ...submission('云溪县教育局'), source: '县.docx' }, parts, '云溪县教育局')).toEqual([
      'read',
      true,
    ]);
    const row = sum([...parts, county('云溪县人民政府', right)], {
      roster: listed([...names, '云溪县人民政府']),
    }).rows.find(({ state }) => state === 'isSum') as UnitRow;
    expect([needsLook(row), rowNote(row, 'zh')]).toEqual([
      true,
      expect.stringContaining('看来已含其他单位的数，没有计入'),
    ]);
  });

  test('wants nobody’s look, unless it came in the place of a unit’s own report', () => {
    const parts = ['甲局', '乙局'].map((name) => submission(name));
    const { rows } = sum([...parts, { ...submission('丙局'), isSum: true }], {
      roster: listed(['甲局', '乙局', '丙局']),
    });
    expect(rows.filter(needsLook).map(({ state, name }) => [state, name])).toEqual([
      ['missing', '丙局'],
      ['isSum', '丙局'],
    ]);
  });

  test('is told where it was sent twice; a copy among reports of nothing is none, whichever of the two was first', () => {
    const parts = ['甲局', '乙局', '丙局'].map((name) => submission(name));
    const total = { ...sum(parts).report, unit: { ...sampleReport().unit, name: '县汇总' } };
    const twice = sum([...parts, receive('汇总.docx', total), receive('汇总.xlsx', total)]);
    expect(twice.rows.filter(({ state }) => state === 'isSum')).toHaveLength(2);
    expect(twice.report.figures).toEqual(sum(parts).report.figures);
    const nothing = Object.fromEntries(figuresOf(edition('2021')).map(({ id }) => [id, 0]));
    const copied = sum([submission('甲局'), submission('乙局'), submission('丙局', { figures: nothing })]);
    expect(copied.rows.map(({ state, included }) => [state, included])).toEqual(Array(3).fill(['read', true]));
  });
});

test('what was decided of one unit’s report is not done to another’s that has its file name', () => {
  const roster = listed(['甲局', '乙局']);
  const stateOf = (name: string, of: string) => {
    const decisions = new Map([['年报.docx', { accept: true, reason: '', unit: '甲局', of }]]);
    const { rows } = sum([submission(name, {}, '年报.docx')], { roster, decisions });
    return rows.flatMap(({ source, listed: unit, decision }) =>
      source === null ? [] : [[unit?.name, decision !== null]],
    );
  };
  expect(stateOf('某甲局', '某甲局')).toEqual([['甲局', true]]);
  expect(stateOf('乙局', '乙局')).toEqual([['甲局', true]]);
  expect(stateOf('乙局', '甲局')).toEqual([['乙局', false]]);
});

test('who is not in the sum though nobody said so is counted: units of the list, and files of none', () => {
  const roster = listed(['甲局', '乙局', '丙局', '丁局', '戊局']).map((unit) => ({
    ...unit,
    counted: unit.name !== '戊局',
  }));
  const received = [
    submission('甲局'),
    submission('乙局', {}, '1'),
    submission('乙局', figure('review.reconsideration.total', 9), '2'),
    submission('丁局'),
    submission('戊局'),
    submission('邻县某局'),
    submission('邻县旧局', { year: 2024 }),
  ];
  const failures = [{ source: '坏.docx', reason: '' }];
  const decisions = new Map([['丁局.docx', { accept: false, reason: '' }]]);
  const { rows } = sum(received, { roster, failures, decisions });
  // 乙局 came with two that differ, of 丙局 nothing came; 丁局 was set aside and 戊局 is not to count.
  expect(leftOut(rows)).toEqual({ units: 2, files: 2 });
  expect(leftOut(sum([submission('甲局'), submission('甲局', {}, '又')]).rows)).toEqual({ units: 0, files: 0 });
});

test('where no list says who counts, the report of the government over the others is no unit’s', () => {
  const names = ['云溪县财政局', '云溪县教育局', '云溪县云台镇人民政府', '云溪县人民政府办公室'];
  const states = (all: readonly string[], more: Partial<CollectionRequest> = {}) =>
    sum(
      all.map((name) => submission(name)),
      { unit: null, ...more },
    ).rows.flatMap(({ state, name, included }) => (state === 'isSum' || !included ? [[name, state]] : []));
  expect(states([...names, '云溪县人民政府'])).toEqual([['云溪县人民政府', 'isSum']]);
  expect(states(names)).toEqual([]);
  // Governments side by side, and one that the list has.
  expect(states(['云溪县人民政府', '青石县人民政府', '白沙区人民政府', '河口市人民政府'])).toEqual([]);
  expect(states([...names, '云溪县人民政府'], { roster: listed([...names, '云溪县人民政府']) })).toEqual([]);
});

test('a report without a name that says what another one says is not added once more, and is told with the other', () => {
  const { rows, report } = sum([submission(null, {}, 'a.docx'), submission(null, {}, 'b.docx'), submission('甲局')]);
  expect(rows.map(({ source, included, beside }) => [source, included, beside?.source])).toEqual([
    ['a.docx', false, '甲局.docx'],
    ['b.docx', false, '甲局.docx'],
    ['甲局.docx', true, undefined],
  ]);
  expect(report.figures).toEqual(sum([submission('甲局')]).report.figures);
});

describe('what was carried over', () => {
  const last = (name: string, carried: number) =>
    receive(`上年${name}`, {
      ...sampleReport(),
      year: 2024,
      unit: { ...sampleReport().unit, name },
      figures: Object.fromEntries(
        figuresOf(edition('2021')).map(({ id, row }) => [id, row === 'carriedOut' ? carried : 0]),
      ),
    });
  const now = (name: string, carried: number) =>
    submission(name, {
      figures: {
        ...sampleReport().figures,
        ...Object.fromEntries(
          figuresOf(edition('2021')).flatMap(({ id, row }) => (row === 'carriedIn' ? [[id, carried]] : [])),
        ),
      },
    });
  const carry = (carried: number, previous: Received[], succeeds: string[] = []) =>
    sum([now('甲局', carried)], {
      roster: listed(['甲局']).map((unit) => ({ ...unit, succeeds })),
      previous,
    }).rows.find(({ state }) => state !== 'missing')?.carryOver;

  test('is compared with the unit’s own report, after a merger with the sum of its predecessors', () => {
    expect(carry(2, [last('甲局', 2)])).toBe('agrees');
    expect(carry(3, [last('甲局', 2)])).toBe('differs');
    expect(carry(5, [last('乙局', 2), last('丙局', 3)], ['乙局', '丙局'])).toBe('agrees');
    expect(carry(4, [last('乙局', 2), last('丙局', 3)], ['乙局', '丙局'])).toBe('differs');
  });

  test('the trace sets beside a merged unit what its predecessors had together, also where the list calls them former names', () => {
    const id = 'review.reconsideration.total';
    const had = (name: string, value: number | null) => {
      const report = { ...sampleReport(), year: 2024, unit: { ...sampleReport().unit, name } };
      return receive(`${name}.docx`, { ...report, figures: { ...report.figures, [id]: value } });
    };
    const before = (previous: Received[], formerNames: string[] = []) => {
      const unit = { ...listed(['甲局'])[0], name: '甲局', succeeds: ['乙局', '丙局'], formerNames } as RosterUnit;
      const { rows, included } = sum([now('甲局', 2)], { roster: [unit], previous });
      return traceFigure(included, id, previousIn(rows)).map((part) => part.previous);
    };
    expect(before([had('乙局', 2), had('丙局', 3)])).toEqual([5]);
    expect(before([had('乙局', 2), had('丙局', 2)], ['乙局', '丙局'])).toEqual([4]);
    // It was there itself, and took two others over.
    expect(before([had('甲局', 4), had('乙局', 2), had('丙局', 3)])).toEqual([9]);
    // One that is not there, that left it blank, or that came with two numbers: nobody knows the sum.
    expect(before([had('乙局', 2)])).toEqual([null]);
    expect(before([had('乙局', 2), had('丙局', null)])).toEqual([null]);
    expect(before([had('乙局', 2), { ...had('乙局', 3), source: '又' }, had('丙局', 3)])).toEqual([null]);
  });

  test('nothing is said where a report of last year is missing, or two differ', () => {
    expect(carry(2, [])).toBe('unknown');
    expect(carry(5, [last('乙局', 2)], ['乙局', '丙局'])).toBe('unknown');
    expect(carry(2, [last('甲局', 2), { ...last('甲局', 3), source: '又' }])).toBe('unknown');
  });

  test('why nothing is said of it is said', () => {
    const said = (previous: Received[], succeeds: string[] = []) => {
      const roster = listed(['甲局']).map((unit) => ({ ...unit, succeeds }));
      return sum([now('甲局', 2)], { roster, previous }).rows[0]?.lastYear;
    };
    expect(said([last('甲局', 2)])).toBeNull();
    expect(said([])).toEqual({ kind: 'none', names: [] });
    expect(said([last('甲局', 2), { ...last('甲局', 3), source: '又' }])).toEqual({
      kind: 'several',
      names: ['上年甲局', '又'],
    });
    expect(said([last('乙局', 2)], ['乙局', '丙局'])).toEqual({ kind: 'predecessors', names: ['丙局'] });
  });
});
