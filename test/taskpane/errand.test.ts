import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import { packErrand, unpackErrand, type Errand } from '../../src/taskpane/export/errand';
import { fileFormats, nameOf } from '../../src/taskpane/export/files';
import { defaultChoices, wordOptions } from '../../src/taskpane/export/wordChoices';

const [, edition] = editions as [unknown, (typeof editions)[number]];

const errandOf = (paragraphs: string[], values: (number | null)[]): Errand => {
  const report = emptyReport(edition, 2025, '云溪县林业局');
  figuresOf(edition).forEach(({ id }, index) => (report.figures[id] = values[index] ?? null));
  report.narrative.overview = paragraphs;
  return { format: 'word', report, options: { language: 'zh', word: {} } };
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

test('an address says no name, no ending and nothing that the pane does not offer', () => {
  const errand = errandOf(['第一段'], [1]);
  const { report, options } = errand;
  const altered: unknown[] = [
    { ...errand, name: 'run.bat' },
    { ...errand, format: 'exe' },
    { ...errand, format: 'toString' },
    { format: 'word', report },
    ...[null, [], {}, { language: 'zh' }, { language: 'fr', word: {} }, { language: 'zh', word: null }].map(
      (other) => ({
        ...errand,
        options: other,
      }),
    ),
    ...[
      { fonts: 'other' },
      { blanks: null },
      { contact: 5 },
      { pictures: [] },
      { signature: { unit: '甲局' } },
      { signature: { unit: '甲局', date: { year: '2026', month: 1, day: 1 } } },
      { previous: {} },
      { review: { unit: null } },
    ].map((word) => ({ ...errand, options: { ...options, word } })),
  ];
  for (const one of altered) expect(unpackErrand(packErrand(one as Errand))).toBeNull();
});

test('all that the form of the pane offers comes through', () => {
  const { report } = errandOf(['第一段'], [1]);
  const choices = { ...defaultChoices, comparison: true, signed: true, date: '2026-01-20', contact: '电话' };
  for (const purpose of ['publication', 'review'] as const) {
    const word = wordOptions({ ...choices, purpose }, { ...report, unit: { ...report.unit, name: '甲局' } }, report);
    const errand: Errand = { format: 'word', report, options: { language: 'en', word } };
    expect(unpackErrand(packErrand(errand))).toEqual(errand);
  }
});

test('a file is called by its report and its format: no sign that hides, turns or leads elsewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fileFormats), fc.string({ unit: 'binary' }), async (format, unit) => {
      const report = emptyReport(edition, 2025, `${unit}\u202e../a\u200b\r\n`);
      const made = { ending: 'docx', type: '', bytes: new Uint8Array(), text: '', html: null };
      const name = nameOf(format, report, made);
      expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+\.docx$/u);
    }),
    { numRuns: 50 },
  );
});

test('two reports with long texts fit; what unpacks to more than any report gives no errand', () => {
  const paragraphs = Array.from({ length: 60 }, (_, index) => `${index}${'全年主动公开各类政府信息。'.repeat(40)}`);
  const errand = errandOf(paragraphs, Array<number>(200).fill(7));
  const both: Errand = { ...errand, options: { language: 'zh', word: { previous: errand.report } } };
  expect(unpackErrand(packErrand(both))).toEqual(both);
  expect(unpackErrand(packErrand(errandOf(['字'.repeat(400_000)], [])))).toBeNull();
});

test('a report of real size fits into an address', () => {
  const paragraph = '聚焦重点领域，全年主动公开各类政府信息，规范办理依申请公开事项，'.repeat(6);
  const text = Array.from(
    { length: 12 },
    (_, index) => `${index}${[...paragraph].sort(() => (index % 2) - 0.5).join('')}`,
  );
  expect(packErrand(errandOf(text, Array<number>(200).fill(7))).length).toBeLessThan(20_000);
});
