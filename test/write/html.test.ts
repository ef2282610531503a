import { describe, expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { tableLayout } from '../../src/report/layout';
import type { Report } from '../../src/report/report';
import { UnwritableTextError } from '../../src/write/text';
import { writeHtml, writeHtmlFragment } from '../../src/write/html/html';
import { attributeOf, elements, openFragment, openPage, textOf } from './htmlTree';
import { sampleReport } from './samples';

describe.each(editions.map((edition) => [edition.id, edition] as const))('edition %s as a web page', (id, edition) => {
  const page = openPage(writeHtml(sampleReport(id)));

  test('the tables have the cells and spans of the printed form', () => {
    const tables = elements(page, 'table');
    expect(tables).toHaveLength(edition.tables.length);
    edition.tables.forEach((table, index) => {
      const cells = elements(tables[index] ?? page).filter(({ tagName }) => tagName === 'th' || tagName === 'td');
      const spans = cells.map((cell) => [
        Number(attributeOf(cell, 'rowspan') ?? 1),
        Number(attributeOf(cell, 'colspan') ?? 1),
      ]);
      expect(spans).toEqual(tableLayout(table).cells.map(({ rowSpan, columnSpan }) => [rowSpan, columnSpan]));
    });
  });

  test('every figure names headers that exist, and these are its own labels', () => {
    const headers = new Map(elements(page, 'th').map((header) => [attributeOf(header, 'id') ?? '', textOf(header)]));
    for (const figure of figuresOf(edition)) {
      const cell = elements(page, 'td').find((one) => attributeOf(one, 'data-figure') === figure.id);
      const labels =
        (cell &&
          attributeOf(cell, 'headers')
            ?.split(' ')
            .map((header) => headers.get(header))) ??
        [];
      for (const label of [...figure.rowLabels, figure.columnLabel]) expect(labels).toContain(label);
    }
  });

  test('ids are unique and no header is empty', () => {
    const ids = elements(page).flatMap((element) => attributeOf(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(elements(page, 'th').filter((header) => textOf(header).trim() === '')).toEqual([]);
  });
});

test('the page brings everything along and runs nothing', () => {
  const text = writeHtml(sampleReport());
  const page = openPage(text);
  expect(elements(page, 'script')).toEqual([]);
  expect(
    elements(page).flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on') || name === 'src')),
  ).toEqual([]);
  expect(text).not.toMatch(/url\(|@import/);
});

test('the data set is described in the words of schema.org', () => {
  const page = openPage(writeHtml(sampleReport()));
  const properties = new Map(
    elements(page, 'meta').flatMap((meta) => [[attributeOf(meta, 'itemprop'), attributeOf(meta, 'content')] as const]),
  );
  expect(properties.get('temporalCoverage')).toBe('2025-01-01/2025-12-31');
  expect(properties.get('inLanguage')).toBe('zh-CN');
  expect(elements(page).filter((one) => attributeOf(one, 'itemtype') === 'https://schema.org/Dataset')).toHaveLength(1);
  expect(elements(page, 'link')).toEqual([]);
});

test('the fragment holds the six sections and carries its styles in its elements', () => {
  const fragment = openFragment(writeHtmlFragment(sampleReport()));
  expect(elements(fragment, 'h2').map(textOf)).toEqual(
    editions.find(({ id }) => id === '2021')?.sections.map(({ title }) => title),
  );
  for (const cell of elements(fragment).filter(({ tagName }) => tagName === 'td' || tagName === 'th')) {
    expect(attributeOf(cell, 'style')).toContain('border');
  }
  expect(elements(fragment).filter(({ tagName }) => ['html', 'head', 'style', 'script'].includes(tagName))).toEqual([]);
});

test.each([
  ...['<script>alert(1)</script>', '" onload="x', '&lt;b&gt; &amp;', '</p></section>', '👩‍⚕️ \u202Eabc', 'a\nb'],
  '很'.repeat(30_000),
])('text stays text: %.20s', (text) => {
  const report: Report = {
    ...sampleReport(),
    unit: { ...sampleReport().unit, name: text.slice(0, 50) },
    narrative: { overview: [text], problems: [], other: [] },
  };
  const page = openPage(writeHtml(report));
  expect(elements(page, 'p').map(textOf)).toEqual([text]);
  expect(elements(page, 'script')).toEqual([]);
  // A name that could turn the line round would be read as another name: marks of direction are left out of it.
  expect(textOf(elements(page, 'h1')[0] ?? page)).toContain(text.slice(0, 50).replaceAll('\u202E', ''));
});

test('a control character is refused', () => {
  const report: Report = { ...sampleReport(), narrative: { overview: ['\u0007'], problems: [], other: [] } };
  expect(() => writeHtml(report)).toThrow(UnwritableTextError);
  expect(() => writeHtmlFragment(report)).toThrow(UnwritableTextError);
});
