import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import { packErrand, unpackErrand, type Errand } from '../../src/taskpane/export/errand';

const [, edition] = editions as [unknown, (typeof editions)[number]];

const errandOf = (paragraphs: string[], values: (number | null)[]): Errand => {
  const report = emptyReport(edition, 2025, '云溪县林业局');
  figuresOf(edition).forEach(({ id }, index) => (report.figures[id] = values[index] ?? null));
  report.narrative.overview = paragraphs;
  return { name: '年报.docx', format: 'word', report, options: { language: 'zh', word: {} } };
};

test('an errand comes out of the address as it went in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' })),
      fc.array(fc.option(fc.nat()), { maxLength: 200 }),
      (paragraphs, values) => {
        const errand = errandOf(paragraphs, values);
        const fragment = packErrand(errand);
        expect(fragment).toMatch(/^[\w-]*$/u);
        expect(unpackErrand(new URL(`https://localhost/save.html#${fragment}`).hash.slice(1))).toEqual(errand);
      },
    ),
    { numRuns: 50 },
  );
});

test('an address that was cut off, altered or made by hand gives no errand', () => {
  const fragment = packErrand(errandOf(['第一段'], [1, 2, 3]));
  fc.assert(
    fc.property(fc.nat(fragment.length - 1), (length) => {
      expect(unpackErrand(fragment.slice(0, length))).toBeNull();
    }),
    { numRuns: 30 },
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(unpackErrand(text)).toBeNull();
    }),
    { numRuns: 30 },
  );
  const foreign = { ...errandOf([], []), report: { format: 'other/1' } };
  expect(unpackErrand(packErrand(foreign as unknown as Errand))).toBeNull();
});

test('a report of real size fits into an address', () => {
  const paragraph = '聚焦重点领域，全年主动公开各类政府信息，规范办理依申请公开事项，'.repeat(6);
  const text = Array.from(
    { length: 12 },
    (_, index) => `${index}${[...paragraph].sort(() => (index % 2) - 0.5).join('')}`,
  );
  expect(packErrand(errandOf(text, Array<number>(200).fill(7))).length).toBeLessThan(20_000);
});
