import { expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figureOf, figuresOf, type FigureId } from '../../src/report/figures';
import { inputOfReport, type CheckInput } from '../../src/rules/input';
import { evidenceOf } from '../../src/rules/witness';
import { filledReport } from '../filled';

const report = (year: number, figures: Readonly<Record<FigureId, number>> = {}) =>
  filledReport(edition2021, { year, figures });

/** The numbers that a text says, each with the figures that it may be the sum of. */
const said = (overview: readonly string[]) => {
  const input = inputOfReport(edition2021, report(2025));
  const { said: sayings } = evidenceOf({ ...input, narrative: { overview: [...overview], problems: [], other: [] } });
  return sayings.map(({ number, sums }) => ({
    number,
    figures: sums[0]?.map((index) => figuresOf(edition2021)[index]?.id),
  }));
};

test('what the text says of figures is evidence, whatever stands in the table', () => {
  expect(said(['本年新收政府信息公开申请28件。'])).toEqual([{ number: 28, figures: ['applications.received.total'] }]);
  expect(said(['本年新收政府信息公开申请0件。'])).toEqual([{ number: 0, figures: ['applications.received.total'] }]);
  expect(said(['我局加强组织领导，落实保障。'])).toEqual([]);
  expect(said([])).toEqual([]);
  const { narrative, ...without } = inputOfReport(edition2021, report(2025));
  expect(narrative).toBeDefined();
  expect(evidenceOf(without).said).toEqual([]);
});

test('what is said in a list of what a sum is made of is no evidence of a figure', () => {
  const sentence = '新收申请28件，其中予以公开20件，部分公开5件，不予公开2件。';
  expect(said([sentence]).every(({ figures }) => figures !== undefined && figures.length > 0)).toBe(true);
});

test('a text of twenty thousand characters is asked, a longer one is not, in however many paragraphs', () => {
  const sentence = '本年新收政府信息公开申请28件。';
  const filled = (length: number): string => '好'.repeat(length - sentence.length);
  expect(said([sentence, filled(20_000)])).toHaveLength(1);
  expect(said([sentence, filled(20_001)])).toEqual([]);
  expect(said([sentence, ...(filled(20_001).match(/.{1,5000}/gu) ?? [])])).toEqual([]);
});

const previousOf = (year: number | null, lastYear: number | null, edition = '2021') => {
  const previous = { ...report(2024, { 'review.reconsideration.total': 7 }), year: lastYear, edition };
  const input: CheckInput = { ...inputOfReport(edition2021, report(2025), { previous }), year };
  return evidenceOf(input).previous;
};

test('last year’s figures are evidence if they are of the year before, or of a year that is not told', () => {
  const { index } = figureOf(edition2021, 'review.reconsideration.total');
  for (const [year, lastYear] of [
    [2025, 2024],
    [null, 2024],
    [2025, null],
    [null, null],
  ] as const) {
    expect(previousOf(year, lastYear)?.[index], `${year} ${lastYear}`).toBe(7);
  }
  expect([previousOf(2025, 2023), previousOf(2025, 2025), previousOf(2025, 2024, '2007')]).toEqual([null, null, null]);
  expect(evidenceOf(inputOfReport(edition2021, report(2025))).previous).toBeNull();
});

test('a figure that last year’s report or its edition does not have is not known', () => {
  const previous = report(2024);
  previous.figures['review.reconsideration.total'] = null;
  const known = evidenceOf(inputOfReport(edition2021, report(2025), { previous })).previous;
  expect(known).toHaveLength(figuresOf(edition2021).length);
  expect(known?.[figureOf(edition2021, 'review.reconsideration.total').index]).toBeNaN();
});
