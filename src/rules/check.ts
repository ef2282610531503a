/** The check: what a report says, against every rule that can be decided from what is at hand. */
import { checks, inOrder } from './catalogue';
import type { Finding } from './finding';
import type { CheckInput } from './input';
import { valueIn } from './sums/sums';

/** Every finding of a report, faults first. Pure: the same input gives the same findings. */
export const check = (input: CheckInput): Finding[] =>
  inOrder(checks.flatMap((find) => find(input))).filter(
    (item) => input.off?.has(item.rule) !== true && !isExplained(item, input),
  );

/** Whether a reason was given for a finding that wants one; it holds while the figures that it was given for do. */
function isExplained(item: Finding, input: CheckInput): boolean {
  return (
    item.level === 'explain' &&
    (input.explanations ?? []).some(
      ({ rule, figures, values }) =>
        rule === item.rule &&
        item.figures.every((id) => figures.includes(id)) &&
        Object.entries(values).every(([id, value]) => valueIn(input, id) === value),
    )
  );
}
