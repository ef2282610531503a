import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textSections, sectionTitle } from '../../src/report/edition';
import { editions } from '../../src/report/editions';
import { editionForYear, figureName, figuresOf, findFigure } from '../../src/report/figures';

const counts = { '2019': [22, 161, 15], '2021': [10, 175, 15] } as Record<string, number[]>;

/** Every text that an edition prints: the strings under `label`, `title`, `note`, `columnTitle`, `corner`. */
function printed(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(printed);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? ['label', 'title', 'note', 'columnTitle', 'corner'].includes(key)
        ? [inner]
        : []
      : printed(inner),
  );
}

describe.each(editions)('edition $id', (edition) => {
  test('has as many figures in each table as the official format', () => {
    const figures = figuresOf(edition);
    expect(edition.tables.map((table) => figures.filter((figure) => figure.table === table.id).length)).toEqual(
      counts[edition.id],
    );
  });

  test('has a title for each table and for each text', () => {
    for (const id of [...edition.tables.map((table) => table.id), ...textSections])
      expect(sectionTitle(edition, id)).toMatch(/^[一二三四五六]、\p{Script=Han}/u);
  });

  test('gives each figure one id, and finds it again by it', () => {
    const figures = figuresOf(edition);
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
    figures.forEach((figure, index) => {
      expect(figure.index).toBe(index);
      expect(findFigure(edition, figure.id)).toBe(figure);
    });
  });

  test('names each figure of a table differently', () => {
    for (const { id } of edition.tables) {
      const names = figuresOf(edition)
        .filter((figure) => figure.table === id)
        .map(figureName);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  const source = new URL('../../../shared/domain/formats.md', import.meta.url);
  test.skipIf(!existsSync(source))(
    'prints no label that the description of the formats does not have (skipped where it is absent)',
    () => {
      const text = readFileSync(source, 'utf8').replaceAll('<br>', '');
      expect(printed(edition).filter((label) => !text.includes(label))).toEqual([]);
    },
  );
});

test('figures are named in the form’s own words', () => {
  const [, edition] = editions;
  const name = (id: string): string | undefined => {
    const figure = edition && findFigure(edition, id);
    return figure && figureName(figure);
  };
  expect(name('applications.denied.publicSafety.person')).toBe('三、（三）3“自然人”');
  expect(name('applications.total.person')).toBe('三、（七）总计“自然人”');
  expect(name('applications.received.total')).toBe('一、本年新收政府信息公开申请数量“总计”');
  expect(name('review.directLitigation.pending')).toBe('未经复议直接起诉“尚未审结”');
});

test('a report is due in the edition of its year', () => {
  expect([2018, 2019, 2020, 2021, 2025].map((year) => editionForYear(year).id)).toEqual([
    '2019',
    '2019',
    '2019',
    '2021',
    '2021',
  ]);
});
