import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withParticulars } from '../../src/report/closing';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { applyNotes, noteRows, notesHeader, notesIn, rewrittenNotes } from '../../src/report/sheet/notes';
import { emptyReport } from '../../src/report/empty';
import type { Report } from '../../src/report/report';

const [, edition] = editions as [unknown, (typeof editions)[number]];
const ids = figuresOf(edition).map((figure) => figure.id);
const text = fc.string({ minLength: 1, unit: 'grapheme' });

const reports: fc.Arbitrary<Report> = fc
  .record({
    kind: fc.constantFrom('government', 'department', 'town', 'street', 'other', null),
    level: fc.constantFrom('national', 'province', 'city', 'county', 'town', null),
    creditCode: fc.option(text),
    contact: fc.option(fc.constantFrom('电话：0000-5550123', '联系人：张一　联系电话：0000-5550123'), {
      nil: undefined,
    }),
    closing: fc.option(
      fc.record({
        unit: fc.option(fc.constantFrom('云溪县林业局办公室', '某中心')),
        date: fc.option(fc.constantFrom('2026-01-20', '2026-11-03')),
      }),
      { nil: undefined },
    ),
    marks: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        state: fc.constantFrom('unread', 'printedAsNone', 'unitUnknown'),
        source: fc.option(text),
      }),
      { selector: (mark) => mark.id, maxLength: 5 },
    ),
    explanations: fc.array(
      fc.record({
        figures: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
        value: fc.option(fc.nat()),
        text,
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ kind, level, creditCode, contact, closing, marks, explanations }) => {
    const report = emptyReport(edition, 2025, '云溪县林业局');
    Object.assign(report.unit, { kind, level, creditCode });
    if (contact !== undefined) report.contact = contact;
    if (closing !== undefined) report.closing = closing;
    for (const { id, state, source } of marks) {
      report.marks[id] = { state, source };
      report.figures[id] = state === 'unread' ? null : state === 'printedAsNone' ? 0 : 12.5;
    }
    report.explanations = explanations.map((one) => ({
      rule: 'Y-CARRY',
      figures: one.figures,
      values: Object.fromEntries(one.figures.map((id) => [id, one.value])),
      text: one.text,
    }));
    return report;
  });

const bare = (report: Report): Report => ({
  ...withParticulars(report, { unit: { ...report.unit, kind: null, level: null, creditCode: null } }),
  marks: {},
  explanations: [],
});

test('what a report’s rows say comes back from them', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const rows = noteRows(edition, report);
      for (const row of rows) expect(row.length).toBe(notesHeader.length);
      expect(applyNotes(edition, bare(report), rows)).toEqual(report);
    }),
  );
});

test('rows of another unit or year, and rows changed by hand, add nothing and break nothing', () => {
  fc.assert(
    fc.property(reports, fc.array(fc.array(fc.string(), { maxLength: 8 })), (report, noise) => {
      const other = { ...report, year: 2024 };
      expect(applyNotes(edition, bare(report), [...noteRows(edition, other), ...noise])).toEqual(bare(report));
    }),
  );
});

test('a mark falls silent when its figure is filled in', () => {
  const [id = ''] = ids;
  const report = emptyReport(edition, 2025, '甲');
  report.marks[id] = { state: 'unread', source: '第二部分表格第 3 行' };
  const rows = noteRows(edition, report);
  const filled = { ...bare(report), figures: { ...report.figures, [id]: 3 } };
  expect(applyNotes(edition, filled, rows).marks).toEqual({});
});

test('the day under a report is read however a person or Excel puts it into its cell; what is no day is none', () => {
  const report = { ...emptyReport(edition, 2025, '甲局'), closing: { unit: null, date: null } };
  const [unitRow, dateRow] = noteRows(edition, report);
  if (unitRow === undefined || dateRow === undefined) throw new Error('a signed report has both rows');
  const read = (cell: string) =>
    applyNotes(edition, bare(report), [unitRow, [...dateRow.slice(0, 5), cell, '']]).closing?.date;
  for (const cell of ['2026年1月20日', '2026-1-20', '2026/01/20', '2026.1.20', '46042', '二〇二六年一月二十日'])
    expect([cell, read(cell)]).toEqual([cell, '2026-01-20']);
  for (const cell of ['', '待定', '2026年2月30日', '2026年1月', '46042.5', '120'])
    expect([cell, read(cell)]).toEqual([cell, null]);
});

test('written anew, rows of a report that only a person understands stay where they stand, once', () => {
  fc.assert(
    fc.property(reports, fc.constantFrom('云溪县林业局', '云溪县林业和草原局'), (report, was) => {
      const own = (rest: readonly string[]): string[] => [was, '2025', ...rest];
      const typed = [
        ['单位信息', '落款日期', '', '待定', ''],
        ['单位信息', '单位类别', '', '参公事业单位', ''],
        ['单位信息', '办公电话', '', '0000-5550123', ''],
        ['备忘', '', '', '等法规科核对', ''],
        ['已说明', 'Y-CARRY', '上年结转', '机构改革', '写错了'],
        ['存疑', '看不清', '', '', ids[0] ?? ''],
      ].map(own);
      const other = ['乙局', '2025', '单位信息', '落款日期', '', '2026年1月20日', ''];
      const once = rewrittenNotes(edition, report, was, [...typed, other]);
      expect(rewrittenNotes(edition, report, report.unit.name, once)).toEqual(once);
      expect(once).toContainEqual(other);
      const standing = once.map((row) => row.slice(0, 7).join('|'));
      const named = (row: readonly string[]): string => [report.unit.name, ...row.slice(1)].join('|');
      const replaced = { 落款日期: report.closing?.date ?? null, 单位类别: report.unit.kind };
      for (const row of typed) {
        const [, , , field = ''] = row;
        const value = field in replaced ? replaced[field as keyof typeof replaced] : null;
        expect(standing.filter((each) => each === named(row))).toHaveLength(value === null ? 1 : 0);
      }
      const read = applyNotes(edition, bare(report), once);
      const { closing } = report;
      // A day in words that name none still says that the report is signed.
      expect(read).toEqual(
        closing?.date == null ? { ...report, closing: { unit: null, date: null, ...closing } } : report,
      );
    }),
  );
});

test('a day that Excel made a number of stands in words again, in the rows of other reports too', () => {
  const row = ['乙局', 2025, '单位信息', '落款日期', '', 46042, ''];
  expect(notesIn([notesHeader, row])).toEqual([['乙局', '2025', '单位信息', '落款日期', '', '2026年1月20日', '']]);
});
