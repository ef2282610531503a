import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf, findEdition } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { chartSvg, chartText, reportCharts } from '../../src/write/chart';
import {
  changeText,
  comparisonName,
  compareYears,
  comparisonSheet,
  mainComparisons,
  notZero,
} from '../../src/write/compare';
import { writeHtml } from '../../src/write/html/html';
import { writeWord } from '../../src/write/word/word';
import { readParagraphs, readTables } from './docxTables';
import { elements, openPage } from './htmlTree';
import { anyReport } from './reports';
import { sampleReport } from './samples';
import { all, first, openPackage, parseXml, part } from './xmlTree';

const lastYear = (): Report => ({
  ...sampleReport(),
  year: 2024,
  figures: { ...sampleReport().figures, 'review.reconsideration.total': 6 },
});

describe('comparison of two years', () => {
  test('last year’s figure and the difference give this year’s', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...editions).chain((edition) => fc.tuple(anyReport(edition), anyReport(edition))),
        ([report, previous]) => {
          for (const { figure, previous: last, current, difference } of compareYears(report, previous)) {
            expect([last, current]).toEqual([previous.figures[figure.id] ?? null, report.figures[figure.id] ?? null]);
            if (difference !== null) expect((last ?? 0) + difference).toBeCloseTo(current ?? NaN, 5);
            else if (figure.unit !== 'unprinted') expect([last, current]).toContain(null);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('between editions only figures that mean the same stand side by side', () => {
    const ids = compareYears(sampleReport('2021'), sampleReport('2019')).map(({ figure }) => figure.id);
    expect(ids).toContain('applications.carriedIn.person');
    expect(ids).toContain('disclosure.licensing.decisions');
    expect(ids.filter((id) => id.startsWith('disclosure.regulations') || id.includes('.other.'))).toEqual([]);
    expect(ids.filter((id) => id.startsWith('disclosure')).map((id) => id.split('.')[1])).toEqual([
      'licensing',
      'penalties',
      'coercion',
    ]);
  });

  test('the annex counts what was 0 in both years, and ends in no row alone', () => {
    const zeros: Report = { ...sampleReport(), figures: { ...sampleReport().figures } };
    const [, edition] = editions;
    if (edition === undefined) throw new Error('no edition 2021');
    const compared = mainComparisons(compareYears(zeros, zeros), edition);
    for (const { figure } of compared.slice(3)) zeros.figures[figure.id] = 0;
    const document = part(openPackage(writeWord(zeros, { previous: { ...zeros, year: 2024 } })), 'word/document.xml');
    const table = readTables(first(document, 'w:body')).at(-1) ?? [];
    const names = table.filter(({ column, row }) => column === 0 && row > 0).map(({ text }) => text);
    expect(names).toEqual(compared.slice(0, 3).map(({ figure }) => comparisonName(figure)));
    expect(readParagraphs(first(document, 'w:body')).at(-1)?.text).toBe(
      `其余${compared.length - 3}项两年均为0，未列出。`,
    );
    const rows = all(document, 'w:tbl').at(-1);
    expect(rows === undefined ? 0 : all(rows, 'w:keepNext').length).toBeGreaterThanOrEqual(15);
  });

  test('a change from nothing has no rate', () => {
    expect([changeText(0.25), changeText(-0.0833), changeText(0), changeText(null)]).toEqual([
      '+25.0%',
      '-8.3%',
      '0.0%',
      '—',
    ]);
    const before = { ...lastYear(), figures: { ...lastYear().figures, 'review.reconsideration.total': 0 } };
    expect(
      compareYears(sampleReport(), before).find(({ figure }) => figure.id === 'review.reconsideration.total'),
    ).toMatchObject({ difference: 3, change: null });
  });

  test('amounts in different or unknown units are not subtracted', () => {
    const amount = 'disclosure.procurement.amount';
    const of = (unit: 'yuan' | 'unknown' | 'tenThousandYuan') =>
      compareYears({ ...sampleReport('2019'), units: { [amount]: unit } }, sampleReport('2019')).find(
        ({ figure }) => figure.id === amount,
      )?.difference;
    expect([of('tenThousandYuan'), of('yuan'), of('unknown')]).toEqual([0, null, null]);
  });

  test('the annex of the Word file and the sheet hold the main figures', () => {
    const edition = findEdition('2021');
    if (edition === undefined) throw new Error('2021');
    const main = mainComparisons(compareYears(sampleReport(), lastYear()), edition);
    expect(main).toHaveLength(
      figuresOf(edition).filter(({ table, column }) => table !== 'applications' || column === 'total').length,
    );
    const body = first(
      part(openPackage(writeWord(sampleReport(), { previous: lastYear() })), 'word/document.xml'),
      'w:body',
    );
    const rows = readTables(body)[3] ?? [];
    expect(rows.filter(({ column }) => column === 0)).toHaveLength(main.filter(notZero).length + 1);
    const row = rows.find(({ text }) => text === '-50.0%')?.row;
    expect(
      rows
        .filter((cell) => cell.row === row)
        .map(({ text }) => text)
        .slice(1),
    ).toEqual(['6', '3', '-3', '-50.0%']);
    expect(readParagraphs(body).map(({ text }) => text)).toContain('附件');
    expect(comparisonSheet(main, 'zh').rows).toHaveLength(main.length + 2);
  });
});

test('a list names each figure once, in the words of the form', () => {
  for (const edition of editions) {
    const names = figuresOf(edition).map(comparisonName);
    expect(new Set(names).size).toBe(names.length);
  }
  const secrets = editions.flatMap(figuresOf).find(({ id }) => id === 'applications.denied.stateSecret.total');
  expect(secrets && comparisonName(secrets)).toBe('（三）不予公开：1.属于国家秘密');
});

describe('charts', () => {
  test('are well-formed, say their figures in words, and no bar is longer than the plot', () => {
    for (const chart of reportCharts(sampleReport(), lastYear())) {
      const svg = parseXml(chartSvg(chart));
      expect(svg.attributes['aria-label']).toBe(chartText(chart));
      for (const { label, current } of chart.bars)
        expect(chartText(chart)).toMatch(new RegExp(`${label} 2024年 \\d+、2025年 ${current}`));
      const lengths = svg.children
        .filter(({ name }) => name === 'rect')
        .map(({ attributes }) => Number(attributes['width']));
      expect(Math.max(...lengths)).toBeLessThanOrEqual(330);
    }
  });

  test('results by kind add up to the total of the table', () => {
    const [, results] = reportCharts(sampleReport(), null);
    expect(results?.bars.reduce((sum, { current }) => sum + current, 0)).toBe(
      sampleReport().figures['applications.total.total'],
    );
  });

  test('a figure that is not there makes no bar', () => {
    const report = { ...sampleReport(), figures: { ...sampleReport().figures, 'applications.granted.total': null } };
    expect(reportCharts(report, null)[1]?.bars.map(({ label }) => label)).not.toContain('予以公开');
  });

  test('stand in the page only where they were asked for', () => {
    expect(elements(openPage(writeHtml(sampleReport())), 'svg')).toEqual([]);
    expect(elements(openPage(writeHtml(sampleReport(), { charts: true, previous: lastYear() })), 'svg')).toHaveLength(
      2,
    );
  });
});
