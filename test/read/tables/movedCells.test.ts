/** A cell that was deleted or inserted on a sheet: figures that then stand elsewhere are never taken in silence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import type { DoubtKind } from '../../../src/read/doubt';
import { readFile } from '../../../src/read/read';
import { insertColumn, insertRow, type Values } from '../sheets';
import { copies, distinctFigures, layoutsOf, moves, readValues, wrongInSilence, wrongOf } from './moving';
import { only } from '../only';

const kinds: ReadonlySet<DoubtKind> = new Set<DoubtKind>(['cellsMoved', 'cellsPerhapsMoved']);
const signs = (values: Values): unknown[] => {
  const result = readValues(values);
  return result.ok
    ? result.readings.flatMap(({ doubts }) => doubts.filter(({ kind }) => kinds.has(kind)))
    : ['not read'];
};

describe.each(
  editions.flatMap((edition) =>
    Object.entries(layoutsOf(edition)).map(([name, values]) => [edition.id, name, values, edition] as const),
  ),
)('a sheet of %s, %s', (_id, _name, values, edition) => {
  const truth = distinctFigures(edition);

  it('as it stands is read whole', () => {
    const result = readValues(values);
    const [reading] = result.ok ? result.readings : [];
    expect(reading?.report.figures).toEqual(Object.fromEntries(truth));
    expect(signs(values)).toEqual([]);
  });

  it('with any one cell deleted or inserted gives no figure wrong in silence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(moves)),
        fc.nat(values.length - 1),
        fc.nat((values[0]?.length ?? 1) - 1),
        ([, move], row, column) => {
          expect(wrongOf(move(values, row, column), truth)).toEqual([]);
        },
      ),
      { numRuns: 120, seed: 8 },
    );
  });

  it('with two cells deleted or inserted at one place of the large table gives none of its figures wrong in silence', () => {
    const large = values.findIndex((line) => String(line[0]).startsWith('一、本年新收'));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(moves)),
        fc.constantFrom(...Object.values(moves)),
        fc.integer({ min: large, max: large + 20 }),
        fc.nat((values[0]?.length ?? 1) - 1),
        (one, other, row, column) => {
          expect(wrongOf(other(one(values, row, column), row, column), truth)).toEqual([]);
        },
      ),
      { numRuns: 80, seed: 8 },
    );
  });

  it('that leaves blank what is 0, as most figures are, has no cells that may have moved', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 20, maxLength: 60 }), (filled) => {
        let at = 0;
        const sparse = values.map((line) =>
          line.map((value) => (typeof value === 'number' && filled[(at += 1) % filled.length] !== true ? '' : value)),
        );
        fc.pre(filled.filter((own) => !own).length > filled.length / 3);
        expect(signs(sparse)).toEqual([]);
      }),
      { numRuns: 30, seed: 8 },
    );
  });
});

describe.each(
  editions.flatMap((edition) =>
    Object.entries(layoutsOf(edition)).flatMap(([name, values]) =>
      Object.entries(copies).map(([copy, write]) => [edition.id, name, copy, values, write, edition] as const),
    ),
  ),
)('a sheet of %s, %s, as %s', (_id, _name, _copy, values, write, edition) => {
  const truth = distinctFigures(edition);

  it('with any one cell deleted or inserted gives no figure wrong in silence', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(moves)),
        fc.nat(values.length - 1),
        fc.nat((values[0]?.length ?? 1) - 1),
        async (move, row, column) => {
          const result = await readFile('年报', write(move(values, row, column)));
          const readings = result.ok ? result.readings : [];
          expect(readings.flatMap((reading) => wrongInSilence(reading, truth))).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 8 },
    ));

  it('as it stands shows no sign of that', async () => {
    const { doubts } = only(await readFile('年报', write(values)));
    expect(doubts.filter(({ kind }) => kinds.has(kind) || kind === 'looseNumber')).toEqual([]);
  });

  it('under a head of notes or none: a row that was moved into that column is blank', async () => {
    const first = values.findIndex((line) => String(line[0]).startsWith('一、本年新收'));
    const at = values[first]?.findIndex((value) => typeof value === 'number') ?? 0;
    const row = first + 2;
    for (const head of ['', '备注']) {
      const noted = values.map((line, own) => [...line, own === first - 1 ? head : '']);
      const moved = noted.map((line, own) => (own === row ? line.toSpliced(at, 0, '').slice(0, -1) : line));
      const reading = only(await readFile('年报', write(moved)));
      expect(reading.report.figures['applications.granted.person']).toBeNull();
      expect(wrongInSilence(reading, truth)).toEqual([]);
      expect(reading.doubts.flatMap(({ figures }) => figures)).toContain('applications.granted.person');
    }
  });
});

describe('on a sheet', () => {
  const values = layoutsOf(edition2021)['a column for each'] ?? [];
  const truth = distinctFigures(edition2021);
  const head = values.findIndex((line) => line.includes('商业企业'));
  const first = values.findIndex((line) => line[0] === '一、本年新收政府信息公开申请数量');

  it('a head that was deleted leaves all figures beneath the row of heads blank', () => {
    const left = moves['deleted, those behind it to the left']?.(values, head, 4) ?? [];
    const result = readValues(left);
    const [reading] = result.ok ? result.readings : [];
    expect(reading?.doubts.filter(({ kind }) => kind === 'cellsMoved')).toMatchObject([{ details: { line: null } }]);
    expect(reading?.report.figures['applications.received.research']).toBeNull();
    expect(reading?.report.marks['applications.received.research']?.state).toBe('unread');
    expect(reading?.report.figures['disclosure.licensing.decisions']).toBe(truth.get('disclosure.licensing.decisions'));
  });

  it('a figure that was deleted in a row keeps the others, and a doubt names them all', () => {
    const left = moves['deleted, those behind it to the left']?.(values, first, 4) ?? [];
    const result = readValues(left);
    const [reading] = result.ok ? result.readings : [];
    const doubts = reading?.doubts.filter(({ kind }) => kinds.has(kind));
    expect(doubts).toMatchObject([
      { kind: 'cellsPerhapsMoved', details: { line: '一、本年新收政府信息公开申请数量' } },
    ]);
    expect(doubts?.[0]?.figures).toHaveLength(7);
    expect(reading?.report.figures['applications.received.person']).toBe(truth.get('applications.received.person'));
  });

  it('a column or a row that somebody added, with a head or without, moves nothing', () => {
    for (const column of [3, 5, 10]) expect(signs(insertColumn(values, column))).toEqual([]);
    const checked = values.map((line, row) => (row >= first && row < first + 20 ? line.with(10, 0) : line));
    expect(signs(checked)).toEqual([]);
    const sums = insertRow(values, first + 2, ['合计', '', '', 1, 2, 3, 4, 5, 6, 7]);
    expect(signs(sums)).toEqual([]);
  });

  it('figures of a whole table that stand one row or column off are in doubt', () => {
    const figures = (line: readonly unknown[]): readonly unknown[] => line.slice(3, 10);
    const down = values.map((line, row) => {
      const inTable = row >= first && typeof line[9] === 'number' && row < first + 30;
      const above = row === first ? figures([]) : figures(values[row - 1] ?? []);
      return inTable
        ? [...line.slice(0, 3), ...Array.from({ length: 7 }, (_, at) => above[at] ?? ''), ...line.slice(10)]
        : line;
    });
    const aside = values.map((line) =>
      line.filter((value) => typeof value === 'number').length === 7
        ? [...line.slice(0, 2), ...line.slice(3), '']
        : line,
    );
    for (const moved of [down, aside]) {
      expect(moved).not.toEqual(values);
      expect(wrongOf(moved, truth)).toEqual([]);
    }
  });

  it('so are those of a table that leaves most of its cells blank, by few numbers under no head', () => {
    // Rows in which a number stands in the first or the last column, and those with others alone.
    const sparse = (line: readonly unknown[], row: number): unknown[] =>
      line.map((value, column) => {
        const isKept = (row - first) % 6 === 0 ? column === 3 || column === 9 : column === 5;
        return typeof value === 'number' && column >= 3 && !isKept ? '' : value;
      });
    const rows = values.map((line, row) => (row >= first && row < first + 26 ? sparse(line, row) : line));
    const kept = new Map(
      [...truth].flatMap(([id, value]) => (rows.some((line) => line.includes(value)) ? [[id, value] as const] : [])),
    );
    expect(wrongOf(rows, kept)).toEqual([]);
    expect(signs(rows)).toEqual([]);
    const inTable = (row: number): boolean => row >= first && row < first + 26;
    const right = rows.map((line, row) => (inTable(row) ? [...line.slice(0, 3), '', ...line.slice(3)] : line));
    const left = rows.map((line, row) => (inTable(row) ? [...line.slice(0, 2), ...line.slice(3)] : line));
    for (const moved of [right, left]) expect(wrongOf(moved, kept)).toEqual([]);
  });

  it('a number alone in a row of its own, beneath a label column, is told', () => {
    for (const column of [0, 1, 2]) {
      const row = Array.from({ length: 10 }, (_, at) => (at === column ? 77 : ''));
      const result = readValues(insertRow(values, first + 4, row));
      const [reading] = result.ok ? result.readings : [];
      expect(reading?.doubts).toMatchObject([{ kind: 'looseNumber', details: { text: '77' } }]);
    }
  });

  it('a column of notes is no column of figures', () => {
    const noted = values.map((line, row) =>
      row === head ? line.with(10, '备注') : row === first ? line.with(10, '见附件') : line,
    );
    expect(signs(noted)).toEqual([]);
  });

  it('rows that lack their totals are no rows that moved', () => {
    const open = values.map((line, row) => (row >= first && row < first + 26 ? line.with(9, '') : line));
    expect(signs(open)).toEqual([]);
  });
});
