import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withParticulars } from '../../src/report/closing';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { applyNotes, noteRows, notesAnew, notesHeader, notesIn, notesWithout } from '../../src/report/sheet/notes';
import type { SheetContent } from '../../src/report/sheet/workbook';
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

/** What stands on the sheet once `content` is written where `there` stands. */
function written(content: SheetContent, there: readonly (readonly unknown[])[]): string[][] {
  const { rows, widths, around } = content;
  const height = Math.max(rows.length, there.length);
  const cells = Array.from({ length: height }, (_, row) => {
    const stood = there[row] ?? [];
    const own = around?.has(row) === true ? stood.slice(0, widths.length) : (rows[row] ?? []);
    return [...Array.from({ length: widths.length }, (_, column) => own[column] ?? ''), ...stood.slice(widths.length)];
  });
  return cells.map((row) => row.map(String));
}

const typedRows = [
  ['单位信息', '落款日期', '', '待定', ''],
  ['单位信息', '单位类别', '', '参公事业单位', ''],
  ['单位信息', '办公电话', '', '0000-5550123', ''],
  ['备忘', '', '', '等法规科核对', ''],
  ['已说明', 'Y-CARRY', '上年结转', '机构改革', '写错了'],
  ['存疑', '看不清', '', '', ids[0] ?? ''],
];

test('written anew, what a person wrote on the sheet stays where it stands until the same is said', () => {
  fc.assert(
    fc.property(reports, reports, fc.constantFrom('云溪县林业局', '云溪县林业和草原局'), (before, report, was) => {
      const old = { ...before, unit: { ...before.unit, name: was } };
      const there: (readonly unknown[])[] = [
        notesHeader,
        ...typedRows.map((row) => [was, '2025', ...row]),
        ['乙局', 2025, '单位信息', '落款日期', '', 46042, '', '已电话确认'],
        ...noteRows(edition, old).map((row, at) => (at === 0 ? [...row, '旁注'] : row)),
      ];
      const anew = notesAnew(edition, report, was, there);
      const now = written(anew, there);
      const replaced = { 落款日期: report.closing?.date ?? null, 单位类别: report.unit.kind };
      typedRows.forEach((row, at) => {
        const field = row[1] as string;
        const isSaid = field in replaced && replaced[field as keyof typeof replaced] !== null;
        if (!isSaid) expect(now[at + 1]?.slice(0, 7)).toEqual([was, '2025', ...row]);
        else expect(now.some((each) => each[3] === field && each[5] === row[3])).toBe(false);
      });
      expect(now[7]).toEqual(['乙局', '2025', '单位信息', '落款日期', '', '46042', '', '已电话确认']);
      expect(now.filter((row) => row[7] === '旁注')).toHaveLength(noteRows(edition, old).length > 0 ? 1 : 0);
      const { closing } = report;
      const signed =
        closing?.date == null && was === report.unit.name ? { unit: null, date: null, ...closing } : closing;
      const { closing: _, ...rest } = report;
      expect(applyNotes(edition, bare(report), notesIn(now))).toEqual(
        signed === undefined ? rest : { ...rest, closing: signed, marks: report.marks },
      );
      expect(written(notesAnew(edition, report, report.unit.name, now), now)).toEqual(now);
    }),
  );
});

test('rows are taken off as they were written; a changed one and what a person wrote stay', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const rows = noteRows(edition, report);
      const there: (readonly unknown[])[] = [notesHeader, ...rows];
      expect(notesWithout(rows, there)).toEqual({ missing: 0, content: null });
      const noted = [...there, ['', '', '备忘', '', '', '等法规科核对', '']];
      const { content, missing } = notesWithout(rows, noted);
      expect(missing).toBe(0);
      if (content === null) throw new Error('the note of a person stays');
      expect(notesIn(written(content, noted))).toEqual([['', '', '备忘', '', '', '等法规科核对', '']]);
      const [first, ...others] = rows;
      if (first === undefined) return;
      const changed = [notesHeader, [...first.slice(0, 5), `${first[5]}？`, first[6]], ...others];
      const left = notesWithout(rows, changed);
      expect(left.missing).toBe(1);
      expect(left.content).not.toBeNull();
    }),
  );
});

test('a day that Excel made a number of is read in words', () => {
  const row = ['乙局', 2025, '单位信息', '落款日期', '', 46042, ''];
  expect(notesIn([notesHeader, row])).toEqual([['乙局', '2025', '单位信息', '落款日期', '', '2026年1月20日', '']]);
});
