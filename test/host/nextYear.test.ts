import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedFigures, carriedPaint, carriedUntouched, carryInto, nextYearRequest } from '../../src/host/nextYear';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { Book } from '../../src/book/book';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { paintColours } from '../../src/report/sheet/workbook';
import { emptyReport } from '../../src/report/empty';
import { figuresOf } from '../../src/report/figures';
import { testHost } from '../taskpane/testHost';
import { soundReport } from '../taskpane/samples';

const applicants = figuresOf(edition2021)
  .filter(({ row, column }) => row === 'carriedOut' && column !== 'total')
  .map(({ column }) => column);

describe('this year’s report begun with last year’s', () => {
  test('carries over column by column what last year left, of either edition, and what was blank stays blank', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([edition2019, 2019] as const, [edition2019, 2020] as const, [edition2021, 2024] as const),
        fc.dictionary(fc.constantFrom(...applicants), fc.nat(9)),
        ([edition, year], left) => {
          const previous = emptyReport(edition, year, '云溪县林业局');
          for (const [column, value] of Object.entries(left))
            previous.figures[`applications.carriedOut.${column}`] = value;
          const next = nextYearRequest(previous);
          expect(next?.edition.id).toBe(year < 2020 ? '2019' : '2021');
          const figures = Object.entries(next?.report?.figures ?? {}).filter(([, value]) => value !== null);
          expect(Object.fromEntries(figures)).toEqual(
            Object.fromEntries(
              Object.entries(left).map(([column, value]) => [`applications.carriedIn.${column}`, value]),
            ),
          );
        },
      ),
    );
  });

  test('keeps the unit, what kind of body it is and the headings of its text, and copies no text and no other figure', () => {
    const previous = soundReport(2024);
    previous.unit = { ...previous.unit, kind: 'department', level: 'county' };
    previous.narrative.overview = ['（一）主动公开', '全年公开30条。', '（二）依申请公开。收到3件。'];
    const next = nextYearRequest(previous);
    expect(next?.report?.unit).toEqual(previous.unit);
    expect(next?.report).not.toHaveProperty('closing');
    const { overview, problems, other } = next?.report?.narrative ?? {};
    expect({ overview, problems, other }).toEqual({
      overview: ['（一）主动公开', '（二）依申请公开'],
      problems: [],
      other: [],
    });
    const filled = Object.entries(next?.report?.figures ?? {}).filter(([, value]) => value !== null);
    expect(filled.every(([id]) => id.startsWith('applications.carriedIn.'))).toBe(true);
    expect(nextYearRequest({ ...previous, year: null })).toBeNull();
  });

  test('is signed as last year and says how to reach the office, on a day that is still to be filled in', () => {
    const contact = '电话：0000-5550123';
    const previous = { ...soundReport(2024), contact, closing: { unit: '云溪县林业局办公室', date: '2025-01-20' } };
    const next = nextYearRequest(previous)?.report;
    expect([next?.closing, next?.contact]).toEqual([{ unit: '云溪县林业局办公室', date: null }, contact]);
  });

  test('later it is carried into blanks alone: what a person typed stays', async () => {
    const host = testHost();
    for (const [year, report] of [
      [2024, soundReport(2024)],
      [2025, null],
    ] as const)
      await host.insert({ edition: edition2021, year, unit: '云溪县林业局', totals: 'typed', report });
    host.type('applications.carriedIn.person', 4);
    const { active } = host.snapshot();
    if (active === null) throw new Error('the report is meant to be found');
    const carried = carryInto(active);
    expect(carried.has('applications.carriedIn.person')).toBe(false);
    expect(carried.size).toBe(carriedFigures(edition2021, soundReport(2024)).size - 1);
    await host.write(carried, 'carry');
    const then = host.snapshot().active;
    expect(then?.report.figures['applications.carriedIn.enterprise']).toBe(0);
    // What holds last year's number is told apart from what was typed, until it is changed.
    const isCarried = (): boolean =>
      carriedUntouched(host.snapshot().active as typeof active).has('applications.carriedIn.enterprise');
    expect(isCarried()).toBe(true);
    expect(carriedUntouched(then as typeof active).has('applications.carriedIn.person')).toBe(false);
    host.type('applications.carriedIn.enterprise', 2);
    expect(isCarried()).toBe(false);
  });

  test('a mark on the sheet holds for as long as the cell holds the number that was carried', () => {
    const cells = sheetLayout(edition2021).figures;
    const cell = cells.get('applications.carriedIn.person');
    const [mark, ...others] = carriedPaint(cells, new Map([['applications.carriedIn.person', 3]]));
    expect(others).toEqual([]);
    expect(mark?.range).toEqual({ row: cell?.row, column: cell?.column, rowCount: 1, columnCount: 1 });
    const book = new Book();
    const place = { row: cell?.row ?? 0, column: cell?.column ?? 0, rowCount: 1, columnCount: 1 };
    book.addConditionalFormat('Sheet1', {
      ranges: [place],
      anchor: place,
      formula: mark?.formula ?? '',
      fill: paintColours.carried.fill,
      fontColor: null,
      bold: null,
      stopIfTrue: false,
    });
    const painted = (typed: string): boolean => {
      book.type('Sheet1', place, typed);
      return book.painted('Sheet1', place.row, place.column).length > 0;
    };
    expect([painted('3'), painted('4'), painted('0'), painted('三'), painted('3')]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});
