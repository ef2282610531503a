import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankFigures, blankMark, withBlanksAsZero, zeroedBlanks } from '../../../src/read/compose/blanks';
import { readFile } from '../../../src/read/read';
import type { Reading } from '../../../src/read/reading';
import { readText } from '../../../src/read/formats/text';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { reportSchema } from '../../../src/report/report';
import { damage, noises } from '../noise/noise';
import { excelFile } from '../files';
import { sampleOf, titleOf } from '../noise/shapes';
import { shapeNames, writerOf } from '../writers';

const narrative = { overview: ['一年来工作有序。'], problems: ['更新不够及时。'], other: ['无'] };

const otherRow = {
  lost: 30,
  extraRows: 4,
  extraColumn: false,
  move: true,
  cut: 0,
  foreign: 0,
  blanks: 0,
  seed: 0,
};

describe('blank taken as 0', () => {
  it.each(shapeNames)('fills only what the source prints blank, however damaged: %s', async (shape) => {
    const { file, write } = writerOf(shape);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...editions), noises, async (edition, noise) => {
        const { edition: damaged, printed } = damage(edition, noise);
        const bytes = write({ unit: '云溪县农业农村局', year: 2022, narrative, edition: damaged, printed });
        const result = await readFile(file, bytes);
        for (const reading of result.ok ? result.readings : []) {
          if (reading.edition !== edition) continue;
          const filled = withBlanksAsZero(reading);
          for (const { id } of figuresOf(edition)) {
            const before = reading.report.figures[id] ?? null;
            const after = filled.report.figures[id] ?? null;
            if (before !== after) expect([id, before, after, printed.get(id)]).toEqual([id, null, 0, '']);
          }
        }
      }),
      // A row 3.其他 that is not there, and another one, 其他主动公开文件, whose beginning is called so.
      { numRuns: 20, examples: [[edition2021, otherRow]] },
    );
  });

  const sample = sampleOf(edition2021, 3, (value) => (value === 0 ? '' : String(value)));
  const blanks = [...sample.truth].flatMap(([id, value]) => (value === 0 ? [id] : []));
  const only = async (name: string, bytes: Uint8Array): Promise<Reading> => {
    const result = await readFile(name, bytes);
    const [reading] = result.ok ? result.readings : [];
    if (reading === undefined) throw new Error('nothing read');
    return reading;
  };

  it.each(['web page', 'Word file', 'Excel file'])(
    'makes a form filled in without its zeros whole, with a remark on each: %s',
    async (shape) => {
      const { file, write } = writerOf(shape);
      const reading = await only(file, write(sample));
      expect(blankFigures(reading)).toEqual(blanks);
      const { report, doubts } = withBlanksAsZero(reading);
      expect(report.figures).toEqual(Object.fromEntries(sample.truth));
      expect(report.marks).toEqual(Object.fromEntries(blanks.map((id) => [id, blankMark])));
      expect(doubts.at(-1)).toMatchObject({ kind: 'blanksAsZero', figures: blanks });
      expect(reportSchema.parse(report)).toEqual(report);
      expect(zeroedBlanks(withBlanksAsZero(reading))).toEqual(new Set(blanks));
    },
  );

  it('leaves alone what could not be read: words, lost rows, a table that is not there', async () => {
    const { write } = writerOf('tab-separated');
    const id = 'applications.received.person';
    const words = await only('a.txt', write({ ...sample, printed: new Map([...sample.printed, [id, '见附件']]) }));
    expect(withBlanksAsZero(words).report.figures[id]).toBeNull();
    const cut = new TextDecoder().decode(write(sample)).split('\n');
    const lost = readText(cut.filter((line) => !line.startsWith('四、结转下年度')).join('\n'));
    const [reading] = lost.ok ? lost.readings : [];
    const rest = figuresOf(edition2021).filter(({ row }) => row === 'carriedOut');
    expect(rest).toHaveLength(7);
    for (const figure of rest) expect(reading && withBlanksAsZero(reading).report.figures[figure.id]).toBeNull();
    const bare = await only('a.xlsx', excelFile([{ name: '表', rows: [[titleOf(sample)], ...disclosureRows] }]));
    const filled = withBlanksAsZero(bare).report.figures;
    expect(filled['disclosure.regulations.issued']).toBe(0);
    expect(filled['applications.received.person']).toBeNull();
  });

  it('changes nothing where nothing is blank', async () => {
    const { file, write } = writerOf('Word file');
    const reading = await only(file, write(sampleOf(edition2021, 3)));
    expect(withBlanksAsZero(reading)).toBe(reading);
  });
});

const disclosureRows: readonly (readonly (string | number)[])[] = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '', 2, 3],
  ['行政规范性文件', 1, 2, 3],
];
