/**
 * One coalesced, single-flight loop. However many signs of change come, at most one run is under way and at most one
 * waits. Knows nothing of Excel, so that its law can be tested with a clock of the test's own.
 */
export interface Clock {
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
}

export interface LoopOptions {
  /** Quiet time after the last sign of change before a run, in milliseconds. */
  readonly quiet: number;
  /** Longest wait under constant change, in milliseconds. */
  readonly atMost: number;
}

export interface Loop {
  /** Something may have changed. */
  mark(): void;
  /** Runs without waiting, or once more as soon as the run under way ends. Resolves when that run has ended. */
  flush(): Promise<void>;
  stop(): void;
}

export function createLoop(run: () => Promise<void>, clock: Clock, { quiet, atMost }: LoopOptions): Loop {
  let timer: unknown = null;
  let firstMark: number | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const start = (): Promise<void> => {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
    firstMark = null;
    if (running !== null) {
      again = true;
      return running;
    }
    const work = async (): Promise<void> => {
      do {
        again = false;
        await run();
      } while (again && !stopped);
    };
    running = work().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    mark() {
      if (stopped) return;
      const now = clock.now();
      firstMark ??= now;
      if (timer !== null) clock.clearTimeout(timer);
      timer = clock.setTimeout(() => void start(), Math.max(0, Math.min(quiet, firstMark + atMost - now)));
    },
    flush: () => (stopped ? Promise.resolve() : start()),
    stop() {
      stopped = true;
      if (timer !== null) clock.clearTimeout(timer);
    },
  };
}
