import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { isSumSheet } from '../../../src/report/sheet/workbook';
import { acceptedElsewhere, decisionsOn, rosterSheet, standingSheet } from '../../../src/rollup/collection/standing';
import { needsLook, type Decision, type UnitRow } from '../../../src/rollup/collection/collection';
import { receiveAll } from '../../../src/rollup/collection/checked';
import { rosterOfRows } from '../../../src/rollup/collection/rosterRows';
import { rowNote } from '../../../src/rollup/sheets';
import { rollUp } from '../../../src/rollup/sum';
import { sampleReport } from '../../write/samples';
import { listed, receive } from '../receive';

const received = ['甲局', '乙局', '丙局'].map((name) =>
  receive(`${name}.docx`, { ...sampleReport(), unit: { ...sampleReport().unit, name } }),
);
const decision: fc.Arbitrary<Decision> = fc.record(
  { accept: fc.boolean(), reason: fc.constantFrom('', '已电话核实', '重复'), unit: fc.constantFrom('甲局', '乙局') },
  { requiredKeys: ['accept', 'reason'] },
);

test('what a person decided is on the sheet, in either language, and comes back from it', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...received.map(({ source }) => source)), decision, { noNullPrototype: true }),
      fc.constantFrom('zh' as const, 'en' as const),
      (given, language) => {
        const decisions = new Map(Object.entries(given));
        const roster = listed(['甲局', '乙局', '丙局']);
        const { rows } = rollUp({
          edition: edition2021,
          year: 2025,
          unit: null,
          received,
          failures: [],
          roster,
          decisions,
        });
        const sheet = standingSheet(rows, edition2021, language);
        const found = decisionsOn(sheet.rows);
        expect([...found.keys()].sort()).toEqual([...decisions.keys()].sort());
        for (const row of rows) {
          // With whose report it was decided of: by then a file of that name may be another unit's.
          const of = row.name ?? row.listed?.name ?? null;
          const own = decisions.get(row.source ?? '');
          expect(found.get(row.source ?? '')).toEqual(own && { ...own, ...(of === null ? {} : { of }) });
        }
        // Names of bodies and files on it are no report, whatever they look like.
        expect(isSumSheet(sheet.rows)).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

test('what is decided of one report of a file is decided of that one alone', () => {
  const reports = ['甲局', '乙局'].map((name) => ({ ...sampleReport(), unit: { ...sampleReport().unit, name } }));
  const reading = { part: null, edition: edition2021, sources: new Map(), doubts: [] };
  const both = receiveAll(
    '两份.docx',
    reports.map((report) => ({ ...reading, report })),
    null,
  );
  const request = { edition: edition2021, year: 2025, unit: null, received: both, failures: [], roster: null };
  const decisions = new Map(
    both.map(({ source }, at): [string, Decision] => [source, { accept: at === 0, reason: '' }]),
  );
  const { rows } = rollUp({ ...request, decisions });
  expect(rows.map(({ name, included }) => [name, included])).toEqual(
    expect.arrayContaining([
      ['甲局', true],
      ['乙局', false],
    ]),
  );
  expect(decisionsOn(standingSheet(rows, edition2021, 'zh').rows).size).toBe(2);
});

test.each([
  ['云溪县林业局2025年年报.docx', '云溪县水利局', '云溪县林业局'],
  ['部门/林业局.docx', '云溪县水利局', '云溪县林业局'],
  ['云溪县林业局/云溪县水利局.docx', '云溪县水利局', null],
  ['云溪县林业局/年报.docx', '云溪县水利局', null],
  ['云溪县水利局（与云溪县林业局合署）.docx', '云溪县水利局', null],
  ['水务局年报.docx', '云溪县水利局', null],
  ['年报.docx', '云溪县林业局', null],
  ['云溪县林业局.docx', '邻县林业局', null],
])('a file that is called after another unit of the list is told: %s of %s', (source, name, calledAfter) => {
  const roster = listed(['云溪县林业局', '云溪县水利局']).map((unit, at) => ({
    ...unit,
    shortNames: [['林业局'], ['水务局']][at] ?? [],
  }));
  const own = receive(source, { ...sampleReport(), unit: { ...sampleReport().unit, name } });
  const request = { edition: edition2021, year: 2025, unit: null, received: [own], failures: [], roster };
  const row = rollUp(request).rows.find(({ received: one }) => one !== null) as UnitRow;
  expect(row.calledAfter).toBe(calledAfter);
  if (calledAfter === null) return;
  expect([row.included, needsLook(row)]).toEqual([true, true]);
  expect(rowNote(row, 'zh')).toContain(`文件名是“${calledAfter}”的，报告里写的却是这个单位`);
});

test('the list on its sheet is the same list', () => {
  const units = listed(['甲局', '乙局']).map((unit, at) => ({ ...unit, counted: at === 0, succeeds: ['丁局'] }));
  expect(rosterOfRows(rosterSheet(units).rows).units).toEqual(units);
});

test('a report that was accepted and is not chosen now is told where another one of its unit counts instead', () => {
  const [own] = received;
  if (own === undefined) throw new Error('nothing came');
  const again = { ...own, source: '甲局（再报）.docx', figures: own.figures.map((value) => value + 1) };
  const asked = (come: readonly (typeof own)[], decisions: ReadonlyMap<string, Decision>) =>
    rollUp({
      edition: edition2021,
      year: 2025,
      unit: null,
      received: come,
      failures: [],
      roster: listed(['甲局']),
      decisions,
    }).rows;
  const first = asked([own, again], new Map([[again.source, { accept: true, reason: '' }]]));
  const kept = decisionsOn(standingSheet(first, edition2021, 'zh').rows);
  expect(acceptedElsewhere(kept, asked([own], kept))).toEqual([{ unit: '甲局', source: again.source }]);
  expect(acceptedElsewhere(kept, asked([own, again], kept))).toEqual([]);
  expect(acceptedElsewhere(kept, asked([], kept))).toEqual([]);
});
