import { describe, expect, test } from 'vitest';
import { editions } from '../../../src/report/editions';
import { tableLayout } from '../../../src/report/layout';
import type { Report } from '../../../src/report/report';
import { workbookOf } from '../../../src/papers/workbook';
import { entriesOfReport } from '../../../src/rules/input';
import { compile, numericCheck, vectorOf } from '../../../src/rules/sums/numeric';
import { writeWord } from '../../../src/write/word/word';
import { canReadPages, convert, hasLibreOffice, printedPages } from '../../libreOffice';
import { readTables } from '../../write/docxTables';
import { sampleReport } from '../../write/samples';
import { first, openPackage, part } from '../../write/xmlTree';
import { expectVerdicts } from './verdicts';

/** A report with slips of every sort: wrong total, blank, negative, open. */
const faulty = (id: string): Report => {
  const report = sampleReport(id);
  return {
    ...report,
    figures: {
      ...report.figures,
      'applications.total.person': 999,
      'applications.received.enterprise': null,
      'applications.granted.research': -1,
      'applications.carriedOut.total': 0,
      'applications.denied.stateSecret.otherOrganization': null,
      'review.reconsideration.total': 1,
      'review.directLitigation.pending': null,
    },
  };
};

describe.skipIf(!hasLibreOffice).each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s in LibreOffice',
  (id, edition) => {
    test.concurrent('校验结果, recalculated there, says what the check says', async () => {
      const report = faulty(id);
      const rules = compile(edition);
      const states = new Uint8Array(rules.identities.length);
      numericCheck(rules, vectorOf(edition, entriesOfReport(edition, report)), states);
      await expectVerdicts(workbookOf(report), states);
    });

    test.concurrent('the Word file opens there with its three tables and all their texts', async () => {
      const saved = await convert('t.docx', writeWord(sampleReport(id)), 'docx:MS Word 2007 XML');
      const tables = readTables(first(part(openPackage(saved), 'word/document.xml'), 'w:body'));
      const own = readTables(first(part(openPackage(writeWord(sampleReport(id))), 'word/document.xml'), 'w:body'));
      expect(tables).toHaveLength(edition.tables.length);
      expect(tables.map((cells) => cells.map(({ row, text }) => [row, text]))).toEqual(
        own.map((cells) => cells.map(({ row, text }) => [row, text])),
      );
      expect(tables.map((cells) => cells.length)).toEqual(
        edition.tables.map((table) => tableLayout(table).cells.length),
      );
    });

    describe.skipIf(!canReadPages)('printed', () => {
      const applications = edition.tables.find((table) => table.id === 'applications');
      if (applications === undefined) throw new Error('no table of applications');
      const cells = tableLayout(applications).cells;
      const printed = (found: typeof cells): string[] => found.map(({ text }) => text.replace(/\s/gu, ''));
      // Not the narrow ones of one column: two that wrap side by side are read line by line.
      const headers = printed(cells.filter((cell) => cell.role === 'header' && cell.columnSpan + cell.rowSpan > 2));
      const labels = printed(cells.filter(({ role }) => role === 'label'));
      /** Pages, from 1, on which every one of these texts stands. */
      const pagesWith = (pages: readonly string[], wanted: readonly string[]): number[] =>
        pages.flatMap((page, index) => (wanted.every((text) => page.includes(text)) ? [index + 1] : []));
      const ends = [labels[0] ?? '', labels.at(-1) ?? ''] as const;

      test.concurrent('the 申请 table stands whole on one portrait page', async () => {
        const pages = await printedPages('t.docx', writeWord(sampleReport(id)));
        expect(pagesWith(pages, [...headers, ...ends])).toHaveLength(1);
        expect(headers.length).toBeGreaterThan(2);
      });

      test.concurrent('it stands whole on one landscape page, which holds nothing else', async () => {
        const pages = await printedPages('t.docx', writeWord(sampleReport(id), { applications: 'landscape' }));
        const [only = 0, ...others] = pagesWith(pages, [...headers, ...ends]);
        expect([only > 0, others]).toEqual([true, []]);
        expect(pages[only]?.startsWith('四、')).toBe(true);
      });
    });
  },
);
