import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  block,
  blockAddress,
  coalesce,
  contains,
  intersection,
  sameBlock,
  subtract,
  type Block,
} from '../../src/book/address';
import { Book } from '../../src/book/book';
import type { ChangeSet } from '../../src/book/changes/change';
import { rebase } from '../../src/book/formulas/formula';
import type { Sheet, Workbook } from '../../src/book/sheet';

const size = 6;
const index = fc.nat(size - 1);
const smallBlock = fc
  .tuple(index, index, index, index)
  .map(([a, b, c, d]) => block(Math.min(a, b), Math.min(c, d), Math.abs(a - b) + 1, Math.abs(c - d) + 1));
const anyCell = fc
  .tuple(index, index, fc.constantFrom('', '$'), fc.constantFrom('', '$'))
  .map(([row, column, a, b]) => `${a}${String.fromCharCode(65 + column)}${b}${row + 1}`);
const anyRange = smallBlock.map((area) => blockAddress(area));
const typed = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('无', '12件', 'TRUE') },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.oneof(anyCell, anyRange), { minLength: 1, maxLength: 3 })
      .map((refs) => `=SUM(${refs.join(',')})`),
  },
);

type Step = (book: Book) => void;

const typing: fc.Arbitrary<Step> = fc.tuple(index, index, typed).map(([r, c, text]): Step => (book) => {
  book.type('Sheet1', block(r, c), text);
});

const onArea = (act: (book: Book, area: Block) => void): fc.Arbitrary<Step> =>
  smallBlock.map(
    (area): Step =>
      (book) =>
        act(book, area),
  );
const onLines = (act: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns', most: number) =>
  fc.tuple(index, fc.integer({ min: 1, max: most })).map(([at, count]): Step => (book) => {
    book[act]('Sheet1', at, count);
  });

/** What a person does with a sheet, at random. Refusals, as of a cut merged area, leave the book as it was. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: typing },
  onArea((book, area) => book.clear('Sheet1', area)),
  onArea((book, area) => book.clear('Sheet1', area, 'all')),
  onLines('insertRows', 2),
  onLines('deleteRows', 2),
  onLines('insertColumns', 1),
  onLines('deleteColumns', 1),
  fc.tuple(smallBlock, index, index).map(([area, r, c]): Step => (book) => {
    book.paste('Sheet1', area, 'Sheet1', block(r, c));
  }),
  onArea((book, area) => book.fillDown('Sheet1', area)),
  onArea((book, area) => book.merge('Sheet1', area)),
  onArea((book, area) => book.unmerge('Sheet1', area)),
  onArea((book, area) => book.addConditionalFormat('Sheet1', paint(area, '=SUM(A1:B1)>C1'))),
  fc.constant<Step>((book) => {
    book.copySheet('Sheet1');
  }),
);

const paint = (area: Block, formula: string) => ({
  ranges: [area],
  formula,
  anchor: { row: area.row, column: area.column },
  fill: '#FFC7CE',
  fontColor: null,
  bold: null,
  stopIfTrue: false,
});

const attempt = (book: Book, work: Step): void => {
  const before = book.workbook;
  try {
    work(book);
  } catch (error) {
    expect(String(error)).toMatch(/merged area|leave the sheet/);
    expect(book.workbook).toBe(before);
  }
};

/** Everything of a sheet that can be held against another, without the ids that each new format gets. */
const plain = (sheet: Sheet) => ({
  cells: [...sheet.cells]
    .sort(([a], [b]) => a - b)
    .map(([row, line]) => [row, [...line].sort(([a], [b]) => a - b).map(([column, cell]) => [column, cell])]),
  merges: [...sheet.merges].sort((a, b) => a.row - b.row || a.column - b.column),
  formats: sheet.conditionalFormats.map(({ ranges, formula, anchor }) => ({
    ranges,
    formula: rebase(formula, -anchor.row, -anchor.column, true),
  })),
});

const sheetOf = (workbook: Workbook): Sheet => {
  const sheet = workbook.sheets.find((candidate) => candidate.name === 'Sheet1');
  if (sheet === undefined) throw new Error('the sheet is gone');
  return sheet;
};

const shown = (book: Book) => book.values('Sheet1', block(0, 0, 2 * size, 2 * size));

describe('undo', () => {
  it('of everything brings back what was, and redo what was done', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 8 }), (first, then) => {
        const book = new Book();
        for (const work of first) attempt(book, work);
        const [before, shownBefore] = [plain(sheetOf(book.workbook)), shown(book)];
        let steps = 0;
        for (const work of then) {
          const state = book.workbook;
          attempt(book, work);
          if (book.workbook !== state) steps += 1;
        }
        const [after, shownAfter] = [plain(sheetOf(book.workbook)), shown(book)];
        for (let i = 0; i < steps; i += 1) book.undo();
        expect([plain(sheetOf(book.workbook)), shown(book)]).toEqual([before, shownBefore]);
        for (let i = 0; i < steps; i += 1) book.redo();
        expect([plain(sheetOf(book.workbook)), shown(book)]).toEqual([after, shownAfter]);
      }),
      { numRuns: 150 },
    );
  });

  it('is lost when an add-in writes, unless its writes join it; reading costs nothing', () => {
    const book = new Book();
    book.type('Sheet1', 'A1', '1');
    book.as('api', () => book.values('Sheet1', 'A1'));
    expect(book.canUndo).toBe(true);
    book.as('api', () => book.style('Sheet1', 'A1', { fill: '#FF0000' }));
    expect(book.canUndo).toBe(false);
    const later = new Book({ apiWrites: 'joinUndo' });
    later.type('Sheet1', 'A1', '1');
    later.as('api', () => later.writeContents('Sheet1', 'A1', () => 2, true));
    later.undo();
    expect(later.values('Sheet1', 'A1')).toEqual([[1]]);
  });
});

describe('inserting and deleting', () => {
  const along = fc.constantFrom('rows' as const, 'columns' as const);

  it('what was inserted leaves every formula, merge, format and value as it was', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        along,
        index,
        fc.integer({ min: 1, max: 3 }),
        (work, kind, at, count) => {
          const book = new Book();
          for (const one of work) attempt(book, one);
          const [before, values] = [plain(sheetOf(book.workbook)), shown(book)];
          if (kind === 'rows') {
            book.insertRows('Sheet1', at, count);
            book.deleteRows('Sheet1', at, count);
          } else {
            book.insertColumns('Sheet1', at, count);
            book.deleteColumns('Sheet1', at, count);
          }
          expect([plain(sheetOf(book.workbook)), shown(book)]).toEqual([before, values]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('empty rows anywhere changes no sum: each result only moves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(index, index, typed), { maxLength: 25 }), index, (cells, at) => {
        const book = new Book();
        for (const [r, c, text] of cells) book.type('Sheet1', block(r, c), text);
        const before = shown(book);
        book.insertRows('Sheet1', at);
        const after = shown(book);
        const moved = before
          .flatMap((line, row) => (row < at ? [line] : []))
          .concat([before[0]?.map(() => '') ?? []], before.slice(at));
        expect(after).toEqual(moved.slice(0, after.length));
      }),
      { numRuns: 200 },
    );
  });

  it('moves the painting with the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(index, index, fc.nat(9)), { maxLength: 20 }), index, (cells, at) => {
        const book = new Book();
        for (const [r, c, n] of cells) book.type('Sheet1', block(r, c), String(n));
        book.addConditionalFormat('Sheet1', paint(block(0, 0, size, 1), '=$A1>SUM($B1:$D1)'));
        const paintedRows = () => Array.from({ length: size + 1 }, (_, row) => book.painted('Sheet1', row, 0).length);
        const before = paintedRows();
        book.insertRows('Sheet1', at);
        const after = paintedRows();
        after.splice(at, 1);
        expect(after).toEqual(before.slice(0, size));
      }),
    );
  });
});

describe('a row that comes in', () => {
  it('looks like the row above, is validated and painted like its neighbours, and moves defined names', () => {
    const book = new Book();
    book.numberFormat('Sheet1', 'A2', '0.00');
    book.lines('Sheet1', 'rows', 1, 1, { size: 30 });
    book.addConditionalFormat('Sheet1', paint(block(0, 0, 4, 1), '=A1>1'));
    book.setNames([{ name: 'total', formula: '=Sheet1!$A$3', scope: null, visible: true, comment: '' }]);
    const whole = { wholeNumber: { operator: 'GreaterThanOrEqualTo', formula1: 0 } } as const;
    book.setValidation('Sheet1', 'A2:A3', { rule: whole, prompt: null, errorAlert: null, ignoreBlanks: true });
    book.insertRows('Sheet1', 2);
    book.type('Sheet1', 'A3', '7');
    const sheet = book.sheet('Sheet1');
    expect(book.text('Sheet1', 2, 0)).toBe('7.00');
    expect(sheet.rows.get(2)?.size).toBe(30);
    expect(book.painted('Sheet1', 2, 0)).toHaveLength(1);
    expect(sheet.validations.map((validation) => validation.ranges)).toEqual([[block(1, 0, 3, 1)]]);
    expect(book.workbook.names.map((name) => name.formula)).toEqual(['=Sheet1!$A$4']);
  });
});

describe('copying', () => {
  it('re-bases relative references and keeps absolute ones', () => {
    const book = new Book();
    book.pasteText('Sheet1', 'A1', '1\t2\t=A1+$B$1+A$1+$A1');
    book.fillDown('Sheet1', 'A1:C3');
    expect(book.formulas('Sheet1', 'C1:C3')).toEqual([
      ['=A1+$B$1+A$1+$A1'],
      ['=A2+$B$1+A$1+$A2'],
      ['=A3+$B$1+A$1+$A3'],
    ]);
    book.paste('Sheet1', 'C1', 'Sheet1', 'A5');
    expect(book.formulas('Sheet1', 'A5')).toEqual([['=#REF!+$B$1+#REF!+$A5']]);
  });

  it('a reference there and back reads as before', () => {
    fc.assert(
      fc.property(anyRange, fc.nat(20), fc.nat(20), (reference, rows, columns) => {
        const formula = `=SUM(${reference},'某 表'!${reference})&"A1"`;
        expect(rebase(rebase(formula, rows, columns), -rows, -columns)).toBe(formula);
      }),
    );
  });

  it('paints the copy by its own cells, whether formats are widened or made anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(index, index, fc.nat(9)), { maxLength: 20 }), index, index, (cells, from, to) => {
        const paintedBy = (pasteApart: boolean) => {
          const book = new Book({ pasteApart });
          for (const [r, c, n] of cells) book.type('Sheet1', block(r, c), String(n));
          book.addConditionalFormat('Sheet1', paint(block(0, 0, size, 2), '=$A1>SUM($B1:$D1)'));
          book.paste('Sheet1', block(from, 0, 1, size), 'Sheet1', block(to, 0));
          book.paste('Sheet1', block(from, 0, 1, size), 'Sheet1', block(size + 2, 0));
          return Array.from({ length: size + 3 }, (_, row) =>
            book.painted('Sheet1', row, 1).map((format) => format.fill),
          );
        };
        const widened = paintedBy(false);
        expect(widened[to]).toEqual(widened[from]);
        expect(widened[size + 2]).toEqual(widened[from]);
        expect(paintedBy(true)).toEqual(widened);
      }),
    );
  });

  it('of one row inside the range of a format leaves that format whole; apart, it is broken up', () => {
    for (const pasteApart of [false, true]) {
      const book = new Book({ pasteApart });
      book.addConditionalFormat('Sheet1', paint(block(0, 0, 6, 2), '=$A1>1'));
      book.paste('Sheet1', '1:1', 'Sheet1', 'A4');
      book.pasteText('Sheet1', 'A1', '5\t5');
      book.paste('Sheet1', '1:1', 'Sheet1', 'A4');
      const formats = book.sheet('Sheet1').conditionalFormats;
      expect(formats.length > 1).toBe(pasteApart);
      expect(book.painted('Sheet1', 3, 0)).toHaveLength(1);
    }
  });

  it('a sheet copies its formats and sums with it', () => {
    const book = new Book();
    book.pasteText('Sheet1', 'A1', '5\t=A1*2');
    book.addConditionalFormat('Sheet1', paint(block(0, 0), '=A1>4'));
    const copy = book.copySheet('Sheet1');
    expect(copy.name).toBe('Sheet1 (2)');
    book.type(copy, 'A1', '1');
    expect([book.value('Sheet1', 0, 1), book.value(copy, 0, 1)]).toEqual([10, 2]);
    expect([book.painted('Sheet1', 0, 0).length, book.painted(copy, 0, 0).length]).toEqual([1, 0]);
  });
});

describe('merged areas', () => {
  it('hold their value in the first cell only, and writing to a covered cell has no effect', () => {
    const book = new Book();
    book.pasteText('Sheet1', 'A1', '甲\t乙');
    book.merge('Sheet1', 'A1:B2');
    expect(book.values('Sheet1', 'A1:B2')).toEqual([
      ['甲', ''],
      ['', ''],
    ]);
    book.as('api', () => book.writeContents('Sheet1', 'A1:B2', () => '丙', true));
    expect(book.values('Sheet1', 'A1:B2')).toEqual([
      ['丙', ''],
      ['', ''],
    ]);
  });

  it('come with what is pasted, and those that were there go', () => {
    const areas = fc.array(smallBlock, { maxLength: 4 });
    fc.assert(
      fc.property(areas, smallBlock, index, index, (merges, source, row, column) => {
        const book = new Book();
        for (const area of merges) attempt(book, (one) => one.merge('Sheet1', area));
        const before = sheetOf(book.workbook).merges;
        const target = block(row, column, source.rowCount, source.columnCount);
        book.paste('Sheet1', source, 'Sheet1', target);
        const wanted = before
          .filter((merge) => contains(source, merge))
          .map((merge) => ({
            ...merge,
            row: merge.row + row - source.row,
            column: merge.column + column - source.column,
          }));
        const found = sheetOf(book.workbook).merges.filter((merge) => intersection(merge, target) !== null);
        if (!sameBlock(source, target)) expect(found).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('never overlap, whatever is pasted, inserted or deleted', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (work) => {
        const book = new Book();
        for (const one of work) attempt(book, one);
        const { merges } = sheetOf(book.workbook);
        for (const [i, one] of merges.entries()) {
          expect(merges.slice(i + 1).filter((other) => intersection(one, other) !== null)).toEqual([]);
          expect(one.rowCount * one.columnCount).toBeGreaterThan(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('grow with a row inserted inside, and are selected whole', () => {
    const book = new Book();
    book.merge('Sheet1', 'A1:A3');
    book.insertRows('Sheet1', 1);
    expect(book.sheet('Sheet1').merges).toEqual([block(0, 0, 4, 1)]);
    book.select('Sheet1', 'A2');
    expect(book.selection()).toEqual(block(0, 0, 4, 1));
  });
});

describe('conditional formats', () => {
  it('stop at the first that says so', () => {
    const book = new Book();
    book.type('Sheet1', 'A1', '9');
    book.addConditionalFormat('Sheet1', paint(block(0, 0), '=A1>1'));
    book.addConditionalFormat('Sheet1', { ...paint(block(0, 0), '=A1>5'), fill: '#FFEB9C', stopIfTrue: true });
    expect(book.painted('Sheet1', 0, 0).map((format) => format.fill)).toEqual(['#FFEB9C']);
    book.type('Sheet1', 'A1', '3');
    expect(book.painted('Sheet1', 0, 0).map((format) => format.fill)).toEqual(['#FFC7CE']);
  });

  it('a fault in a figure paints nothing where the formula is an error', () => {
    const book = new Book();
    book.type('Sheet1', 'A1', '#N/A');
    book.addConditionalFormat('Sheet1', paint(block(0, 0), '=A1>1'));
    expect(book.painted('Sheet1', 0, 0)).toEqual([]);
  });
});

describe('typing', () => {
  const content = (text: string, format = 'General') => {
    const book = new Book();
    book.numberFormat('Sheet1', 'A1', format);
    book.type('Sheet1', 'A1', text);
    return book.values('Sheet1', 'A1')[0]?.[0];
  };

  it('reads numbers as en-US does, and leaves everything else text', () => {
    expect(['1,234.5', '1.5e3', '12%', '(7)', ' 8 ', '-3', '.5'].map((text) => content(text))).toEqual([
      1234.5, 1500, 0.12, -7, 8, -3, 0.5,
    ]);
    expect(['12件', '１２', '1,23', '—', '1 2'].map((text) => content(text))).toEqual([
      '12件',
      '１２',
      '1,23',
      '—',
      '1 2',
    ]);
    expect(content('true')).toBe(true);
    expect(content('12', '@')).toBe('12');
    expect(content("'12")).toBe('12');
    expect(content('#n/a')).toBe('#N/A');
  });

  it('obeys a validation that stops; pasting does not', () => {
    const book = new Book();
    book.setValidation('Sheet1', 'A1:A3', {
      rule: { wholeNumber: { operator: 'GreaterThanOrEqualTo', formula1: 0 } },
      prompt: null,
      errorAlert: { showAlert: true, style: 'Stop', title: '数', message: '填大于等于 0 的整数' },
      ignoreBlanks: true,
    });
    expect(book.type('Sheet1', 'A2', '-1')).toEqual({ ok: false, title: '数', message: '填大于等于 0 的整数' });
    expect(book.values('Sheet1', 'A2')).toEqual([['']]);
    expect(book.canUndo).toBe(true);
    expect(book.type('Sheet1', 'A2', '4')).toEqual({ ok: true });
    book.pasteText('Sheet1', 'A2', '-1');
    expect(book.values('Sheet1', 'A2')).toEqual([[-1]]);
  });
});

describe('a protected sheet', () => {
  it('refuses every change and stays as it was', () => {
    fc.assert(
      fc.property(step, (work) => {
        const book = new Book();
        book.pasteText('Sheet1', 'A1', '1\t2\n3\t=A1');
        book.protect('Sheet1');
        const before = plain(book.sheet('Sheet1'));
        try {
          work(book);
        } catch (error) {
          expect(String(error)).toContain('protected');
        }
        expect(plain(book.sheet('Sheet1'))).toEqual(before);
      }),
    );
  });
});

describe('the change feed', () => {
  it('names every cell whose value changed, so that who redraws what it names shows the truth', () => {
    const mostlyTyping = fc.oneof({ weight: 8, arbitrary: typing }, { weight: 1, arbitrary: step });
    fc.assert(
      fc.property(fc.array(mostlyTyping, { maxLength: 20 }), (work) => {
        const book = new Book();
        let stale: readonly (readonly unknown[])[] = shown(book);
        const redraw = (set: ChangeSet): void => {
          const now = shown(book);
          const told = (row: number, column: number): boolean =>
            set.changes.some((change) => {
              if (change.kind === 'inserted' || change.kind === 'deleted') return true;
              if (change.kind === 'part') return change.part === 'merges';
              if (change.kind !== 'cells' && change.kind !== 'calculated') return false;
              return intersection(change.block, block(row, column)) !== null;
            });
          stale = now.map((line, row) =>
            line.map((value, column) => (told(row, column) ? value : stale[row]?.[column])),
          );
        };
        book.subscribe(redraw);
        for (const one of work) {
          attempt(book, one);
          expect(stale).toEqual(shown(book));
        }
        while (book.undo()) expect(stale).toEqual(shown(book));
      }),
      { numRuns: 100 },
    );
  });
});

describe('blocks', () => {
  it('without a part and that part are the whole, and coalescing keeps the cells', () => {
    fc.assert(
      fc.property(smallBlock, smallBlock, (whole, part) => {
        const cells = (blocks: readonly Block[]) =>
          blocks
            .flatMap((b) =>
              Array.from(
                { length: b.rowCount * b.columnCount },
                (_, i) => `${b.row + Math.floor(i / b.columnCount)},${b.column + (i % b.columnCount)}`,
              ),
            )
            .sort();
        const cut = intersection(whole, part);
        const pieces = subtract(whole, part);
        expect(cells(cut === null ? pieces : [...pieces, cut])).toEqual(cells([whole]));
        expect(coalesce(cut === null ? pieces : [...pieces, cut])).toEqual([whole]);
      }),
    );
  });
});
