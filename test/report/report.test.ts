import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import { reportSchema } from '../../src/report/report';

describe.each(editions)('gouji-report/1, edition $id', (edition) => {
  const accepts = (value: unknown): boolean => reportSchema.safeParse(value).success;
  const empty = emptyReport(edition, 2025, '云溪县林业局');

  test('an empty report is a report', () => expect(accepts(empty)).toBe(true));

  test('any numbers and blanks in its figures make a report', () => {
    const ids = figuresOf(edition).map((figure) => figure.id);
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), {
          minLength: ids.length,
          maxLength: ids.length,
        }),
        (values) => {
          const figures = Object.fromEntries(ids.map((id, index) => [id, values[index] ?? null]));
          expect(accepts({ ...empty, figures })).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a figure that is missing, foreign or not a number is refused, and so is any foreign key', () => {
    const [first] = figuresOf(edition);
    const id = first?.id ?? '';
    const { [id]: dropped, ...others } = empty.figures;
    expect(dropped).toBeNull();
    expect(accepts({ ...empty, figures: others })).toBe(false);
    expect(accepts({ ...empty, figures: { ...empty.figures, 'applications.unknown.person': 1 } })).toBe(false);
    expect(accepts({ ...empty, figures: { ...empty.figures, [id]: '1' } })).toBe(false);
    expect(accepts({ ...empty, remark: '' })).toBe(false);
    expect(accepts({ ...empty, format: 'gouji-report/2' })).toBe(false);
    expect(accepts(JSON.parse(JSON.stringify(empty).replace('"figures":{', '"figures":{"__proto__":1,')))).toBe(false);
  });

  test('the figures of another edition are refused', () => {
    for (const other of editions) if (other !== edition) expect(accepts({ ...empty, edition: other.id })).toBe(false);
  });
});
