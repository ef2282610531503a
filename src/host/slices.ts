/** Runs the steps of long work in slices, between which the page is free for whoever types in it. */
import type { Steps } from '../rules/steps';

export interface SliceClock {
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
}

export interface Slices {
  /**
   * Begins work at once, and ends what was begun before: of work that was superseded nothing is told. Work of one slice is
   * told before this returns. Resolves when the newest work has been told; rejects where it failed.
   */
  run<Result>(steps: Steps<Result>, tell: (result: Result) => void): Promise<void>;
  /** Ends it, and nothing more is told. */
  stop(): void;
}

/** Milliseconds of one slice: what is between two pictures on the screen, twice. */
const slice = 32;

const realClock: SliceClock = {
  now: () => performance.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
};

export function createSlices(clock: SliceClock = realClock): Slices {
  let newest = 0;
  let latest = Promise.resolve();

  async function work<Result>(own: number, steps: Steps<Result>, tell: (result: Result) => void): Promise<void> {
    for (;;) {
      const until = clock.now() + slice;
      do {
        const step = steps.next();
        if (step.done === true) {
          tell(step.value);
          return;
        }
      } while (clock.now() < until);
      await new Promise<void>((resolve) => void clock.setTimeout(resolve, 0));
      if (newest !== own) return latest;
    }
  }

  return {
    run(steps, tell) {
      newest += 1;
      latest = work(newest, steps, tell);
      return latest;
    },
    stop() {
      newest += 1;
      latest = Promise.resolve();
    },
  };
}
