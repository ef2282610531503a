import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../../src/report/editions';
import { edition2019 } from '../../../src/report/editions/2019';
import { edition2021 } from '../../../src/report/editions/2021';
import type { Edition } from '../../../src/report/edition';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { sheetLayout } from '../../../src/report/sheet/sheet';
import { formatNumber } from '../../../src/book/formulas/numberFormat';
import { showsOther } from '../../../src/read/labels/digits';
import type { ShownCell } from '../../../src/read/reading';
import { locateReports, locateText } from '../../../src/read/tables/locate';
import { beside, grid, insertColumn, insertRow, sheetValues, stack } from '../sheets';

const numbered = (edition: Edition, from = 1): Map<FigureId, number> =>
  new Map(figuresOf(edition).map((figure, index) => [figure.id, from + index]));

const read = (located: ReturnType<typeof locateReports>[number] | undefined): Map<FigureId, unknown> =>
  new Map([...(located?.entries ?? [])].map(([id, entry]) => [id, entry.kind === 'number' ? entry.value : entry.kind]));

const figureValues = (edition: Edition) =>
  fc
    .array(fc.option(fc.nat(9999), { nil: '' }), {
      minLength: figuresOf(edition).length,
      maxLength: figuresOf(edition).length,
    })
    .map((values) => new Map(figuresOf(edition).map((figure, index) => [figure.id, values[index]])));

describe.each(editions.map((edition) => [edition.id, edition] as const))('the sheet of edition %s', (_, edition) => {
  it('gives every figure back from its own cell, wherever the tables were moved', () => {
    fc.assert(
      fc.property(figureValues(edition), fc.nat(20), fc.nat(20), fc.nat(5), (figures, row, column, extra) => {
        let values = sheetValues(edition, figures);
        for (let count = 0; count < extra; count += 1) values = insertRow(values, 0);
        const [located, ...others] = locateReports(grid(values, row, column));
        expect(others).toEqual([]);
        expect(located).toMatchObject({ edition, unit: '某某局', year: 2024, unknown: [], missing: [] });
        expect(located?.tables).toEqual(edition.tables.map((table) => table.id));
        for (const [id, cell] of sheetLayout(edition).figures) {
          expect(located?.cells.get(id)).toEqual({ row: cell.row + row + extra, column: cell.column + column });
          const value = figures.get(id);
          expect(located?.entries.get(id)).toEqual(value === '' ? { kind: 'blank' } : { kind: 'number', value });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is read the same with a blank row or column inserted anywhere', () => {
    const figures = numbered(edition);
    const plain = sheetValues(edition, figures);
    fc.assert(
      fc.property(fc.nat(plain.length), fc.nat(15), fc.boolean(), (row, column, both) => {
        const values = both ? insertColumn(insertRow(plain, row), column) : insertRow(plain, row);
        const [located, ...others] = locateReports(grid(values));
        expect(others).toEqual([]);
        expect(read(located)).toEqual(figures);
        expect(located).toMatchObject({ edition, unknown: [], missing: [] });
      }),
    );
  });

  it('is found twice where it was copied below or beside', () => {
    const upper = sheetValues(edition, numbered(edition, 1), '甲局', 2024);
    const lower = sheetValues(edition, numbered(edition, 1000), '乙局', 2023);
    for (const values of [stack(upper, lower), beside(upper, lower)]) {
      const located = locateReports(grid(values));
      expect(located.map(({ unit, year }) => [unit, year])).toEqual([
        ['甲局', 2024],
        ['乙局', 2023],
      ]);
      expect(located.map(read)).toEqual([numbered(edition, 1), numbered(edition, 1000)]);
    }
  });

  it('tells which official row is gone, and reads the others', () => {
    const plain = sheetValues(edition, numbered(edition));
    const { figures } = sheetLayout(edition);
    for (const figure of figuresOf(edition)) {
      if (figure.table !== 'applications' || figure.column !== 'person') continue;
      const row = figures.get(figure.id)?.row ?? -1;
      const [located] = locateReports(grid(plain.filter((_row, at) => at !== row)));
      expect(located?.missing).toMatchObject([{ table: 'applications', axis: 'row', id: figure.row }]);
      expect(located?.unknown).toEqual([]);
      expect(located?.entries.size).toBe(figuresOf(edition).length - 7);
    }
  });

  it('tells a row that the edition does not know, with the cell of its label', () => {
    const plain = sheetValues(edition, numbered(edition));
    const row = sheetLayout(edition).figures.get('applications.denied.administrativeInquiry.person')?.row ?? 0;
    const added = ['', '', '', '', '9.属于工作秘密', '', '', '', 5];
    const [located] = locateReports(grid(insertRow(plain, row + 1, added)));
    expect(located?.unknown).toEqual([
      { table: 'applications', axis: 'row', label: '9.属于工作秘密', cell: { row: row + 1, column: 4 } },
    ]);
    expect(read(located)).toEqual(numbered(edition));
  });

  it('tells a column with numbers that the edition does not know', () => {
    const wide = insertColumn(sheetValues(edition, numbered(edition)), 10);
    const figure = sheetLayout(edition).figures.get('applications.received.person');
    const row = wide[figure?.row ?? 0];
    if (row !== undefined) row[10] = 3;
    const [located] = locateReports(grid(wide));
    expect(located?.unknown).toMatchObject([
      { table: 'applications', axis: 'column', cell: { row: figure?.row, column: 10 } },
    ]);
    expect(read(located)).toEqual(numbered(edition));
  });
});

describe('cells', () => {
  const withFigure = (value: unknown) =>
    locateReports(grid(sheetValues(edition2021, new Map([['applications.received.person', value]]))))[0]?.entries.get(
      'applications.received.person',
    );

  it('are number, blank, text or error, which are four different things', () => {
    expect(withFigure(0)).toEqual({ kind: 'number', value: 0 });
    expect(withFigure('  ')).toEqual({ kind: 'blank' });
    expect(withFigure('１２件')).toEqual({ kind: 'text', text: '１２件', number: 12 });
    expect(withFigure('约十件')).toEqual({ kind: 'text', text: '约十件', number: null });
    expect(withFigure('#REF!')).toEqual({ kind: 'error', text: '#REF!' });
  });

  it('with formulas are named', () => {
    const values = sheetValues(edition2021, new Map([['applications.received.total', 0]]));
    const cell = sheetLayout(edition2021).figures.get('applications.received.total') ?? { row: 0, column: 0 };
    const formulas = values.map((row) => [...row]);
    const row = formulas[cell.row];
    if (row !== undefined) row[cell.column] = '=SUM(I30:N30)';
    const [located] = locateReports({ ...grid(values), formulas });
    expect([...(located?.formulas ?? [])]).toEqual(['applications.received.total']);
  });

  it.each([
    ['万元', 'tenThousandYuan'],
    ['元', 'yuan'],
    ['单位不明', 'unknown'],
  ])('with %s beside the amount give its unit', (word, unit) => {
    const values = sheetValues(edition2019, new Map([['disclosure.procurement.amount', 99.5]]));
    const cell = sheetLayout(edition2019).cells.find(
      ({ role, figure }) => role === 'unit' && figure !== undefined && figure.endsWith('amount'),
    );
    const row = values[sheetLayout(edition2019).figures.get('disclosure.procurement.amount')?.row ?? 0];
    if (row !== undefined && cell !== undefined) row[cell.column] = word;
    const [located] = locateReports(grid(values));
    expect(located?.units.get('disclosure.procurement.amount')).toBe(unit);
    expect(located?.entries.get('disclosure.procurement.amount')).toEqual({ kind: 'number', value: 99.5 });
  });
});

describe('the text on a sheet', () => {
  const paragraphs = ['一、总体情况', '一年来工作有序。', '二、主动公开政府信息情况', '公开了信息。'];
  const table = [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', 1, 2, 3],
  ];
  const rest = [['五、存在的主要问题及改进情况'], ['更新不够及时。'], ['六、其他需要报告的事项'], ['无。']];

  it('ends where the title of a table stands over the table, and goes on behind it', () => {
    const rows = [...paragraphs.slice(0, 3).map((text) => [text]), ['第二十条第（一）项'], ...table, ...rest];
    expect(locateText(grid(rows))?.narrative).toEqual({
      overview: ['一年来工作有序。'],
      problems: ['更新不够及时。'],
      other: ['无。'],
    });
  });

  it('keeps such a title as its own where no table stands under it', () => {
    const rows = [...paragraphs.map((text) => [text]), ...rest];
    expect(locateText(grid(rows))?.narrative.overview).toEqual(paragraphs.slice(1));
  });
});

describe('a sheet without a report', () => {
  it('gives none, whatever stands on it, and never fails', () => {
    const labels = editions
      .flatMap((edition) => sheetLayout(edition).cells.map((cell) => cell.text))
      .filter((text) => text !== '');
    const cell = fc.oneof(
      fc.constantFrom(...labels),
      fc.string(),
      fc.integer(),
      fc.constant(''),
      fc.constant(null),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 18 }), { maxLength: 40 }), (values) => {
        for (const located of locateReports(grid(values))) expect(located.tables.length).toBeGreaterThan(0);
      }),
    );
    expect(
      locateReports(
        grid([
          ['预算表', 1, 2],
          ['合计', 3, 4],
        ]),
      ),
    ).toEqual([]);
  });
});

/** Formats of an open sheet: the host tells what each cell shows. */
describe('cells of an open sheet that show another number than they hold', () => {
  const values = sheetValues(
    edition2021,
    new Map(figuresOf(edition2021).map(({ id }) => [id, id === 'disclosure.fees.amount' ? 1698077 : 7])),
  );
  const shownIn = (text: (value: unknown) => string): ReadonlyMap<string, ShownCell> => {
    const texts = values.map((row) => row.map((value) => text(value)));
    return locateReports({ ...grid(values), texts })[0]?.shown ?? new Map();
  };

  it('are told with what they show and what they hold', () => {
    const shown = shownIn((value) => (value === 1698077 ? '169.8077' : String(value)));
    expect([...shown.keys()]).toEqual(['disclosure.fees.amount']);
    expect(shown.get('disclosure.fees.amount')).toMatchObject({ stored: 1698077, shown: '169.8077' });
  });
  it('are told where they show nothing', () => {
    expect([...shownIn((value) => (value === 1698077 ? '' : String(value))).values()]).toMatchObject([{ shown: '' }]);
  });
  it('are none where a host does not tell what cells show', () => {
    expect(locateReports(grid(values))[0]?.shown.size).toBe(0);
  });
  it.each([
    ['General', false],
    ['0', false],
    ['#,##0_ ', false],
    ['0"件"', false],
    ['[Red]0.00', false],
    ['"¥"#,##0', false],
    ['0!.0000', true],
    ['0.0,', true],
    ['0%', true],
    ['yyyy/m/d', true],
    [';;;', true],
    ['"约"0', true],
  ])('of the format %s: %s', (code, other) => {
    for (const value of [7, 40, 1234, 51239])
      expect(showsOther(value, formatNumber(value, code.replaceAll('!', '\\')))).toBe(other);
  });
  it('are not those in a column too narrow, nor a dash for none', () => {
    expect([showsOther(1234, '####'), showsOther(0, ' - '), showsOther(-8, '(8)'), showsOther(8, '(8)')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

/** Office.js gives what such cells hold, as a paste or another program left it there, and the eye sees nothing of it. */
describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'a number in a cell under a merged one of edition %s',
  (_, edition) => {
    const { cells } = sheetLayout(edition);
    // The title of the report stands beside no box.
    const covered = cells
      .filter(({ role, table }) => role !== 'reportTitle' && table !== undefined)
      .flatMap(({ row, column, rowSpan, columnSpan }) =>
        Array.from({ length: rowSpan * columnSpan }, (_unused, at) => ({
          row: row + Math.floor(at / columnSpan),
          column: column + (at % columnSpan),
        })).slice(1),
      );
    const hidden = 77_777;

    it.each([
      ['whose tables are filled', numbered(edition)],
      ['whose tables are blank', new Map<FigureId, unknown>()],
    ])('is a figure or said, on a sheet %s', (_name, figures) => {
      fc.assert(
        fc.property(fc.constantFrom(...covered), ({ row, column }) => {
          const values = sheetValues(edition, figures).map((line, at) =>
            at === row ? line.with(column, hidden) : line,
          );
          const [report, ...others] = locateReports(grid(values));
          expect(others).toEqual([]);
          const held = [...(report?.boxes.values() ?? [])].flatMap((box) => box.held);
          const told = [...held, ...(report?.loose ?? [])].some((own) => own.number === hidden);
          const isFigure = [...(report?.entries.values() ?? [])].some(
            (entry) => entry.kind === 'number' && entry.value === hidden,
          );
          expect(told || isFigure).toBe(true);
        }),
        { numRuns: 60, seed: 10 },
      );
    });
  },
);
