/** A sentence whose number is none of the sums that it may mean. */
import type { Figure } from '../../report/figures';
import type { ClaimRule } from '../details';
import type { Finding } from '../finding';
import { findingsAt, tidy } from '../findings';
import type { CheckInput } from '../input';
import type { Sentence } from './sentences';
import type { Spoken } from './spokenNumbers';
import { sumIn, valueIn } from '../sums/sums';

/** Whatever the text is found to say, a difference is a question: it may speak of something else. */
export const question = findingsAt('explain');

/** None where one of the sums fits, or where none can be told for blanks. */
export const claimFinding = (
  rule: ClaimRule,
  input: CheckInput,
  sentence: Sentence,
  { value: stated, within }: Spoken,
  quote: string,
  sums: readonly (readonly Figure[])[],
): Finding[] => {
  const compared = sums.flatMap((figures) => {
    const value = sumIn(input, figures);
    return value === null ? [] : [{ figures, value: tidy(value) }];
  });
  const [first] = compared;
  if (first === undefined || compared.some(({ value }) => Math.abs(value - stated) <= within)) return [];
  return [
    question(rule, {
      table: first.figures[0]?.table ?? null,
      figures: [...new Set(compared.flatMap(({ figures }) => figures.map(({ id }) => id)))],
      sides: {
        left: [],
        right: first.figures.map(({ id }) => ({ figure: id, year: input.year, value: valueIn(input, id) })),
      },
      left: stated,
      right: first.value,
      difference: tidy(Math.abs(stated - first.value)),
      place: sentence.original,
      details: {
        section: sentence.section,
        quote,
        sums: compared.map(({ figures, value }) => ({ figures: figures.map(({ id }) => id), value })),
      },
    }),
  ];
};
