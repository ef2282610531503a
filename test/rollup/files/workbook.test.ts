import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { a1, a1Range } from '../../../src/report/a1';
import { editions } from '../../../src/report/editions';
import { figureValidation } from '../../../src/report/editions/guidance';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { notesHeader } from '../../../src/report/sheet/notes';
import type { Report } from '../../../src/report/report';
import { sheetLayout } from '../../../src/report/sheet/sheet';
import { cellValidation } from '../../../src/report/sheet/validation';
import { paintColours } from '../../../src/report/sheet/workbook';
import { readFile } from '../../../src/read/read';
import { reportWorkbook, workbookOf } from '../../../src/papers/workbook';
import { paintRules, totalFormulas } from '../../../src/rules/sums/formula';
import { UnwritableTextError } from '../../../src/write/text';
import { anyReport } from '../../write/reports';
import { sampleReport } from '../../write/samples';
import { readPaint, readWorkbook, type ReadSheet } from '../../write/xlsxCells';
import { all, first } from '../../write/xmlTree';

const sheet = (bytes: Uint8Array, index: number): ReadSheet => {
  const found = readWorkbook(bytes)[index];
  if (found === undefined) throw new Error(`no sheet ${index}`);
  return found;
};

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'the workbook of edition %s',
  (id, edition) => {
    const layout = sheetLayout(edition);
    const address = (figure: FigureId): string => {
      const cell = layout.figures.get(figure);
      return cell === undefined ? '' : a1(cell.row, cell.column);
    };
    const cells = layout.figures;
    const template = reportWorkbook({
      edition,
      year: 2025,
      unit: '云溪县林业局',
      report: null,
      totals: 'formulas',
      language: 'zh',
    });
    const tables = sheet(template, 0);

    test('holds every figure of the report in its cell', () => {
      fc.assert(
        fc.property(anyReport(edition), (report) => {
          const read = sheet(workbookOf(report), 0);
          for (const figure of figuresOf(edition)) {
            expect(read.cells.get(address(figure.id))?.value ?? null).toEqual(report.figures[figure.id] ?? null);
          }
        }),
        { numRuns: 6 },
      );
    });

    test('an empty template has every label, a formula in every total and nothing in the other figures', () => {
      for (const cell of layout.cells.filter(({ text }) => text !== '')) {
        expect(tables.cells.get(a1(cell.row, cell.column))?.value).toBe(cell.text);
      }
      const formulas = totalFormulas(edition, cells);
      expect(formulas.size).toBeGreaterThan(0);
      for (const { id: figure } of figuresOf(edition)) {
        const cell = tables.cells.get(address(figure));
        expect(cell?.formula ?? null).toBe(formulas.get(figure)?.slice(1) ?? null);
        expect(cell?.value ?? null).toBeNull();
      }
    });

    test('the conditional formats in the file are those of the rules, in their order and colours', () => {
      expect(readPaint(template, tables)).toEqual(
        paintRules(edition, cells).map(({ range, formula, style }, index) => ({
          range: a1Range(range.row, range.column, range.rowCount, range.columnCount),
          formula,
          priority: index + 1,
          fill: `FF${paintColours[style].fill.slice(1)}`,
        })),
      );
    });

    test('every figure has the validation of its kind', () => {
      const validated = new Map(
        all(tables.xml, 'dataValidation').flatMap((one) =>
          (one.attributes['sqref'] ?? '').split(' ').map((cell) => [cell, one] as const),
        ),
      );
      for (const one of figuresOf(edition)) {
        const { id: figure, kind } = one;
        const found = validated.get(address(figure));
        expect(found?.attributes['prompt']).toBe(figureValidation(edition, one).prompt.zh);
        expect(found?.attributes['type']).toBe(cellValidation[kind].rule.type);
        if (kind === 'amount') expect(found && first(found, 'formula1').text).toContain(`ISNUMBER(${address(figure)})`);
      }
    });

    test('no figure cell is merged and no two merges overlap', () => {
      const merged = all(tables.xml, 'mergeCell').map((one) => one.attributes['ref'] ?? '');
      const covered = merged.flatMap((ref) => {
        const cell = layout.cells.find((one) => a1Range(one.row, one.column, one.rowSpan, one.columnSpan) === ref);
        expect(cell?.role).not.toBe('figure');
        return Array.from({ length: (cell?.rowSpan ?? 0) * (cell?.columnSpan ?? 0) }, (_, index) =>
          a1(
            (cell?.row ?? 0) + Math.floor(index / (cell?.columnSpan ?? 1)),
            (cell?.column ?? 0) + (index % (cell?.columnSpan ?? 1)),
          ),
        );
      });
      expect(covered.length).toBeGreaterThan(0);
      expect(new Set(covered).size).toBe(covered.length);
    });

    test('prints on one portrait page of A4', () => {
      expect(first(tables.xml, 'pageSetup').attributes).toMatchObject({
        paperSize: '9',
        orientation: 'portrait',
        fitToWidth: '1',
        fitToHeight: '1',
      });
      expect(first(tables.xml, 'pageSetUpPr').attributes['fitToPage']).toBe('1');
    });

    test('a total that agrees becomes a formula with its value, one that does not stays typed', () => {
      const wrong = 'applications.received.total';
      const report: Report = { ...sampleReport(id), figures: { ...sampleReport(id).figures, [wrong]: 9999 } };
      const read = sheet(workbookOf(report, { totals: 'formulas' }), 0);
      expect(read.cells.get(address(wrong))).toMatchObject({ formula: null, value: 9999 });
      const right = 'applications.carriedOut.total';
      expect(read.cells.get(address(right))?.formula).not.toBeNull();
      expect(read.cells.get(address(right))?.value).toBe(report.figures[right]);
    });
  },
);

describe('the sheets beside the tables', () => {
  test('the text stands one paragraph a row, as text', () => {
    const report: Report = {
      ...sampleReport(),
      narrative: { overview: ['=1+1', '_x0041_ <b>', '2/3'], problems: [], other: [] },
    };
    const text = sheet(workbookOf(report), 1);
    const column = [...text.cells.values()].map(({ value }) => value);
    expect(column.slice(2, 5)).toEqual(['=1+1', '_x0041_ <b>', '2/3']);
    expect([...text.cells.values()].every(({ formula }) => formula === null)).toBe(true);
  });

  test('what looks like an escaped character is read as it was written', async () => {
    const overview = ['编号_x0041_与_x005F_x0041_，换行记作_x000D_。'];
    const report: Report = { ...sampleReport(), narrative: { overview, problems: ['无。'], other: ['无。'] } };
    const read = await readFile('年报.xlsx', workbookOf(report));
    expect(read.ok && read.readings[0]?.report.narrative.overview).toEqual(overview);
  });

  test('reasons and doubts have their sheet, and there is none without them', () => {
    const plain = { ...sampleReport(), unit: { ...sampleReport().unit, kind: null, level: null } };
    expect(readWorkbook(workbookOf(plain)).map(({ name }) => name)).toEqual(['2025年报表', '2025年报文字', '校验结果']);
    const marked: Report = {
      ...plain,
      marks: { 'review.reconsideration.total': { state: 'unread', source: '第 4 行' } },
    };
    const notes = sheet(workbookOf(marked), 3);
    expect(notes.cells.get('A1')?.value).toBe(notesHeader[0]);
    expect([...notes.cells.values()].map(({ value }) => value)).toContain('第 4 行');
  });

  test('a paragraph longer than a cell can hold is refused with its place', () => {
    const report: Report = {
      ...sampleReport(),
      narrative: { overview: ['长'.repeat(32_768)], problems: [], other: [] },
    };
    expect(() => workbookOf(report)).toThrow(UnwritableTextError);
    expect(() =>
      workbookOf({ ...report, narrative: { ...report.narrative, overview: ['长'.repeat(32_767)] } }),
    ).not.toThrow();
  });

  test('two files of one report are byte-equal', () => {
    expect(workbookOf(sampleReport())).toEqual(workbookOf(structuredClone(sampleReport())));
  });
});

test('the heads of a list are printed on each of its pages, on the sheet of the list alone', () => {
  const content = { name: "单位'名单", widths: [10], headerRows: 2, rows: [['题'], ['单位'], ['甲局']], paint: [] };
  const [edition] = editions;
  if (edition === undefined) throw new Error('no edition');
  const more = [
    content,
    { ...content, name: '无表头', headerRows: 0 },
    { ...content, name: '宽名单', headerColumns: 2 },
  ];
  const request = { edition, year: 2025, unit: null, report: null, totals: 'typed', language: 'zh', more } as const;
  const xml = strFromU8(unzipSync(reportWorkbook(request))['xl/workbook.xml'] ?? new Uint8Array());
  const names = [...xml.matchAll(/name="_xlnm\.Print_Titles" localSheetId="(\d+)">([^<]*)</gu)];
  const sheets = [...xml.matchAll(/<sheet name="([^"]*)"/gu)].map(([, name]) => name);
  const own = names.filter(([, index]) => /名单|无表头/u.test(sheets[Number(index)] ?? ''));
  expect(own.map(([, , formula]) => formula)).toEqual(["'单位''名单'!$1:$2", "'宽名单'!$A:$B,'宽名单'!$2:$2"]);
});

test('a sheet that would be small on the width of a page is printed on several beside each other', () => {
  const [edition] = editions;
  if (edition === undefined) throw new Error('no edition');
  const heads = [36, 30];
  const wide = [...heads, ...Array<number>(205).fill(10)];
  const plain = { name: '窄', widths: heads, headerRows: 1, headerColumns: 1, rows: [['甲']], paint: [] };
  const more = [
    plain,
    { ...plain, name: '无名', widths: wide, headerColumns: 0 },
    { ...plain, name: '宽', widths: wide },
  ];
  const request = { edition, year: 2025, unit: null, report: null, totals: 'typed', language: 'zh', more } as const;
  const parts = unzipSync(reportWorkbook(request));
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const names = [...workbook.matchAll(/<sheet name="([^"]*)"/gu)].map(([, name]) => name);
  const pageOf = (name: string): string => {
    const xml = strFromU8(parts[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`] ?? new Uint8Array());
    return [...xml.matchAll(/<page(?:SetUpPr|Setup)[^>]*>/gu)].join('');
  };
  for (const name of ['窄', '无名']) expect(pageOf(name)).toMatch(/fitToPage="1".*fitToWidth="1" fitToHeight="0"/u);
  expect(pageOf('宽')).not.toContain('fitTo');
  expect(pageOf('宽')).toContain('scale="70"');
});
