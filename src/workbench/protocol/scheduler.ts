/** When things happen: by the clock of the machine, or by that of a test. */
export interface Scheduler {
  /** Runs something later. Returns what calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const realTime: Scheduler = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Nothing happens until the test says how much time has passed. */
export class ManualTime implements Scheduler {
  private now = 0;
  private last = 0;
  private waiting: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];

  after(milliseconds: number, run: () => void): () => void {
    this.last += 1;
    const entry = { at: this.now + milliseconds, order: this.last, run };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  get pending(): number {
    return this.waiting.length;
  }

  /** Lets time pass; what falls due runs in order of time, then of asking. */
  advance(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [next] = this.waiting.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at || a.order - b.order);
      if (next === undefined) break;
      this.waiting = this.waiting.filter((entry) => entry !== next);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }
}
