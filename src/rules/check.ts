/** The check: what a report says, against every rule that can be decided from what is at hand. */
import { checks, inOrder } from './catalogue';
import type { Finding } from './finding';
import type { CheckInput } from './input';
import { inOneGo, type Steps } from './steps';
import { valueIn } from './sums/sums';
import { checkNarrative, narrativeSteps } from './text/narrative';

/** The check of which only the text makes much work, in steps. */
export function* checkSteps(input: CheckInput): Steps<Finding[]> {
  const found: (readonly Finding[])[] = [];
  for (const find of checks) {
    found.push(find === checkNarrative ? yield* narrativeSteps(input) : find(input));
    yield;
  }
  return unexplained(found.flat(), input);
}

/** Findings as people are told of them: faults first, without rules that were switched off and what a reason was given for. */
export const unexplained = (found: readonly Finding[], input: CheckInput): Finding[] =>
  inOrder(found).filter((item) => input.off?.has(item.rule) !== true && !isExplained(item, input));

/** Every finding of a report, faults first. Pure: the same input gives the same findings. */
export const check = (input: CheckInput): Finding[] => inOneGo(checkSteps(input));

/** Whether a reason was given for a finding that wants one; it holds while the figures that it was given for do. */
function isExplained(item: Finding, input: CheckInput): boolean {
  return (
    item.level === 'explain' &&
    input.explanations?.some(
      ({ rule, figures, values }) =>
        rule === item.rule &&
        item.figures.every((id) => figures.includes(id)) &&
        Object.entries(values).every(([id, value]) => valueIn(input, id) === value),
    ) === true
  );
}
