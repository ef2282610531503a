/**
 * Work in steps, after each of which it may rest, so that a page stays free meanwhile. What comes of it is the same wherever it
 * rests. A step of the rules is a few milliseconds at most.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** All steps at once. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
