import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition2019 } from '../../../src/report/editions/2019';
import { edition2021 } from '../../../src/report/editions/2021';
import { figureName, figuresOf } from '../../../src/report/figures';
import type { Report } from '../../../src/report/report';
import {
  compareReports,
  isSame,
  type Both,
  type Compared,
  type Comparison,
} from '../../../src/rollup/likeness/compare';
import { compareParagraphs, type ParagraphChange } from '../../../src/rollup/likeness/paragraphs';
import { sampleReport } from '../../write/samples';
import { anyValidReport } from '../validReports';

const figures = figuresOf(edition2021);
const of = (report: Report, doubts: Compared['doubts'] = []): Compared => ({ edition: edition2021, report, doubts });
const withFigures = (report: Report, changed: Report['figures']): Report => ({
  ...report,
  figures: { ...report.figures, ...changed },
});

const anyParagraphs = fc.array(
  fc.oneof(
    fc.constantFrom('全年公开政府信息312条。', '全年公开政府信息313条。', '（一）主动公开情况', '无。', ''),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  ),
  { maxLength: 12 },
);
const anyReport: fc.Arbitrary<Report> = fc
  .tuple(anyValidReport(edition2021), anyParagraphs, anyParagraphs, fc.constantFrom(2024, 2025, null))
  .map(([report, overview, problems, year]) => ({ ...report, year, narrative: { overview, problems, other: [] } }));

/** A report and another in which some figures are other ones: more, blank, or printed and not read. */
const anyChange = fc
  .tuple(
    anyReport,
    fc.uniqueArray(fc.nat(figures.length - 1), { maxLength: 30 }),
    fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }),
  )
  .map(([report, indexes, kinds]) => {
    const ids = indexes.map((index) => figures[index]?.id ?? '');
    const changed: Report = { ...report, figures: { ...report.figures }, marks: { ...report.marks } };
    for (const [at, id] of ids.entries()) {
      const kind = kinds[at];
      changed.figures[id] = kind === 0 ? (report.figures[id] ?? 0) + 1 : null;
      if (kind === 1) changed.marks[id] = { state: 'unread', source: '约3' };
    }
    return { report, changed, ids };
  });

const swap = <Value>([one, other]: Both<Value>): Both<Value> => [other, one];
const mirrorOf = (change: ParagraphChange): unknown => ({
  change: { added: 'removed', removed: 'added', changed: 'changed' }[change.change],
  texts: [change.texts[1], change.texts[0]],
});
const told = ({ figures: differing }: Comparison) => differing.map(({ figure, values }) => ({ id: figure.id, values }));

describe('two reports against each other', () => {
  test('a report and itself differ in nothing, whatever is blank in it', () => {
    fc.assert(
      fc.property(anyChange, ({ changed }) => {
        const comparison = compareReports(of(changed), of(changed));
        expect({ ...comparison, undecided: [] }).toEqual({
          unit: null,
          year: null,
          edition: null,
          figures: [],
          undecided: [],
          alone: [0, 0],
          paragraphs: [],
        });
        // What nobody could read is not called the same.
        const unread = figures.filter(({ id }) => changed.marks[id]?.state === 'unread');
        expect(comparison.undecided).toEqual(unread);
        expect(isSame(comparison)).toBe(unread.length === 0);
      }),
      { numRuns: 50 },
    );
  });

  test('every figure that was changed is named exactly once, and no other', () => {
    fc.assert(
      fc.property(anyChange, ({ report, changed, ids }) => {
        const found = compareReports(of(report), of(changed)).figures.map(({ figure }) => figure.id);
        expect([...found].sort()).toEqual([...ids].sort());
      }),
      { numRuns: 100 },
    );
  });

  test('no two figures of an edition have one name', () => {
    for (const edition of [edition2019, edition2021]) {
      const names = figuresOf(edition).map(figureName);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('the other way round the same is told with its sides changed', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (report, other) => {
        const there = compareReports(of(report), of(other));
        const back = compareReports(of(other), of(report));
        expect(told(back)).toEqual(told(there).map(({ id, values }) => ({ id, values: swap(values) })));
        expect(back.year).toEqual(there.year === null ? null : swap(there.year));
        expect(back.paragraphs.map(({ change, texts }) => ({ change, texts }))).toEqual(there.paragraphs.map(mirrorOf));
      }),
      { numRuns: 50 },
    );
  });

  test('0, a blank and what was not read are three things', () => {
    const id = 'applications.received.person';
    const zero = of(withFigures(sampleReport(), { [id]: 0 }));
    const blank = of(withFigures(sampleReport(), { [id]: null }));
    const unread = of(withFigures(sampleReport(), { [id]: null }), [
      {
        kind: 'rowTwice',
        figures: [id],
        place: { in: 'line', table: 'applications', line: 3 },
        details: { label: '' },
      },
    ]);
    const states = (one: Compared, other: Compared) =>
      compareReports(one, other).figures.map(({ values }) => values.map(({ state }) => state));
    expect(states(zero, blank)).toEqual([['number', 'blank']]);
    expect(states(zero, unread)).toEqual([['number', 'unread']]);
    expect(states(blank, unread)).toEqual([['blank', 'unread']]);
  });

  test('amounts are compared as amounts; one without its unit is the same only as another without one', () => {
    const id = 'disclosure.procurement.amount';
    const report = sampleReport('2019');
    const amount = (value: number, unit: 'yuan' | 'tenThousandYuan' | 'unknown'): Compared => ({
      edition: edition2019,
      report: { ...withFigures(report, { [id]: value }), units: { ...report.units, [id]: unit } },
      doubts: [],
    });
    const differ = (one: Compared, other: Compared): boolean => compareReports(one, other).figures.length > 0;
    expect(differ(amount(12.5, 'tenThousandYuan'), amount(125_000, 'yuan'))).toBe(false);
    expect(differ(amount(12.5, 'tenThousandYuan'), amount(12.5, 'yuan'))).toBe(true);
    expect(differ(amount(12.5, 'tenThousandYuan'), amount(12.5, 'unknown'))).toBe(true);
    expect(differ(amount(12.5, 'unknown'), amount(12.5, 'unknown'))).toBe(false);
  });

  test('of two editions only what both ask for is compared, and the rest is counted', () => {
    const old: Compared = { edition: edition2019, report: sampleReport('2019'), doubts: [] };
    const { edition, alone, figures: differing } = compareReports(of(sampleReport()), old);
    const ids = new Set(figuresOf(edition2019).map(({ id }) => id));
    const shared = figures.filter(({ id }) => ids.has(id)).length;
    expect(edition).toEqual(['2021', '2019']);
    expect(alone).toEqual([figures.length - shared, ids.size - shared]);
    expect(differing.every(({ figure }) => ids.has(figure.id))).toBe(true);
  });

  test('names of units are the same without spaces and widths; a name that was not read is not the other’s', () => {
    const named = (name: string | null): Compared => of({ ...sampleReport(), unit: { ...sampleReport().unit, name } });
    expect(compareReports(named('云溪县林业局'), named('云溪县 林业局')).unit).toBeNull();
    expect(compareReports(named('云溪县林业局'), named(null)).unit).toEqual(['云溪县林业局', null]);
  });
});

describe('paragraphs', () => {
  test('what is told leads from one text to the other', () => {
    const bare = (text: string): string => text.replace(/[\s\p{Cf}]/gu, '');
    fc.assert(
      fc.property(anyParagraphs, anyParagraphs, (one, other) => {
        const changes = compareParagraphs(one, other);
        const left = one.map(bare);
        for (const { texts } of changes) if (texts[0] !== null) left.splice(left.indexOf(bare(texts[0])), 1);
        for (const { texts } of changes) if (texts[1] !== null) left.push(bare(texts[1]));
        expect(left.sort()).toEqual(other.map(bare).sort());
      }),
    );
  });

  test('one that was put in, taken out or reworded is that alone', () => {
    const [a, b, c] = ['全年公开政府信息312条。', '收到申请47件，均已办结。', '开展培训2次。'];
    expect(compareParagraphs([a, c], [a, b, c])).toEqual([{ change: 'added', texts: [null, b] }]);
    expect(compareParagraphs([a, b, c], [a, c])).toEqual([{ change: 'removed', texts: [b, null] }]);
    const reworded = '收到申请48件，均已办结。';
    expect(compareParagraphs([a, b, c], [a, '无。', reworded, c])).toEqual([
      { change: 'added', texts: [null, '无。'] },
      { change: 'changed', texts: [b, reworded] },
    ]);
  });

  test('spaces of the layout are no difference, one that keeps two numbers apart is', () => {
    expect(compareParagraphs(['　　2025 年公开 312 条。'], ['2025年公开312条。\u200b'])).toEqual([]);
    expect(compareParagraphs(['公开 3 12 条'], ['公开312条'])).toHaveLength(1);
  });

  test('texts of very many paragraphs are told in full and soon', () => {
    const many = (word: string): string[] => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`);
    const changes = compareParagraphs(['同', ...many('甲'), '同'], ['同', ...many('乙'), '同']);
    expect(changes.filter(({ change }) => change === 'removed')).toHaveLength(20_000);
    expect(changes.filter(({ change }) => change === 'added')).toHaveLength(20_000);
  }, 5_000);
});
