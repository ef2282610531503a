import { expect, test } from 'vitest';
import { figureValidation, guideOf } from '../../src/report/editions/guidance';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { Book } from '../../src/book/book';
import { covers } from '../../src/book/address';
import type { Workbook } from '../../src/book/sheet';
import { addReport } from '../../src/offline/template';
import { reportWorkbook } from '../../src/papers/workbook';
import { readXlsx } from '../../src/workbench/files/readXlsx';

test.each(editions)(
  'edition $id: help for every figure but those that no source defines, in both languages',
  (edition) => {
    const without = figuresOf(edition).filter(({ id }) => guideOf(edition, id) === undefined);
    // How many were made and published, of the edition of 2019: the form says no more than its labels.
    expect(new Set(without.map(({ column }) => column))).toEqual(
      new Set(edition.id === '2019' ? ['made', 'published', 'publicTotal', 'decisions'] : []),
    );
    for (const figure of figuresOf(edition)) {
      const guide = guideOf(edition, figure.id);
      if (guide === undefined) continue;
      expect(guide.counts.zh).toMatch(/。$/u);
      expect(guide.counts.en).toMatch(/\.$/u);
      expect(guide.article ?? '第一条').toMatch(/^第.+条/u);
      // What a sheet shows beside a cell is cut off after 255 characters.
      for (const language of ['zh', 'en'] as const)
        expect(figureValidation(edition, figure).prompt[language].endsWith(guide.counts[language])).toBe(true);
    }
  },
);

test.each(editions)(
  'edition $id: the file of a template and the offline page say beside each cell what the pane’s sheets say',
  (edition) => {
    for (const language of ['zh', 'en'] as const) {
      const request = { edition, year: 2025, unit: '云溪县林业局', totals: 'formulas', report: null } as const;
      const book = new Book();
      addReport(book, request, language);
      const file = readXlsx(reportWorkbook({ ...request, language })).workbook;
      const said = ({ sheets }: Pick<Workbook, 'sheets'>, row: number, column: number): (string | undefined)[] =>
        sheets.flatMap(({ validations }) =>
          validations
            .filter(({ ranges }) => ranges.some((range) => covers(range, row, column)))
            .map(({ prompt }) => prompt?.message),
        );
      for (const figure of figuresOf(edition)) {
        const cell = sheetLayout(edition).figures.get(figure.id);
        if (cell === undefined) throw new Error(figure.id);
        const { row } = cell;
        const last = cell.column + cell.columnSpan - 1;
        const expected = [figureValidation(edition, figure).prompt[language]];
        expect([said(file, row, cell.column), said(file, row, last)]).toEqual([expected, expected]);
        expect([said(book, row, cell.column), said(book, row, last)]).toEqual([expected, expected]);
      }
    }
  },
);
