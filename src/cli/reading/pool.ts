/** Workers, as many as the machine has processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { longestReading } from '../../read/limits';
import { causeOf } from '../../read/failure';
import { failureMessage } from '../../read/words/words';
import { unreadable, type Outcome, type Pool, type ReadTask, type WorkSetting } from './work';
import { wordsIn } from '../words';

interface Job {
  readonly task: ReadTask;
  readonly resolve: (outcome: Outcome) => void;
}

/** A worker, the job that it does and those that wait with it, so that it need not wait for the next. */
interface Hand {
  readonly worker: Worker;
  readonly jobs: Job[];
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Jobs that a worker has at a time. */
const mostJobs = 2;

/** Megabytes of what reading one file may hold at once. */
const mostHeap = 256;
/** Megabytes for what reading needs for a moment. With more a long run only takes more memory, and is no faster. */
const youngHeap = 24;

/** Built beside this file. */
const workerScript = new URL('./worker.js', import.meta.url);

/** Starts workers as there is work for them. One that a file brings down fails that file alone, and another takes its place. */
class WorkerPool implements Pool {
  readonly size = Math.max(1, availableParallelism());
  private readonly hands = new Set<Hand>();
  private readonly waiting: Job[] = [];

  constructor(private readonly setting: WorkSetting) {}

  run(task: ReadTask): Promise<Outcome> {
    return new Promise((resolve) => {
      this.waiting.push({ task, resolve });
      this.next();
    });
  }

  async close(): Promise<void> {
    const all = [...this.hands];
    this.hands.clear();
    for (const { timer } of all) clearTimeout(timer);
    await Promise.all(all.map(({ worker }) => worker.terminate()));
  }

  /** The worker for the next job: one without any, a new one, one that has few; `null` where all have enough. */
  private handFor(): Hand | null {
    const [least] = [...this.hands].sort((one, other) => one.jobs.length - other.jobs.length);
    if ((least === undefined || least.jobs.length > 0) && this.hands.size < this.size) return this.start();
    return least !== undefined && least.jobs.length < mostJobs ? least : null;
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const hand = this.handFor();
      if (hand === null) return;
      const job = this.waiting.shift() as Job;
      hand.jobs.push(job);
      if (hand.jobs.length === 1) this.begin(hand);
      hand.worker.postMessage(job.task);
    }
  }

  /** The time of a job runs from when the one before it was done. */
  private begin(hand: Hand): void {
    hand.timer = setTimeout(() => this.giveUp(hand), longestReading);
  }

  private start(): Hand {
    const worker = new Worker(workerScript, {
      workerData: this.setting,
      resourceLimits: { maxOldGenerationSizeMb: mostHeap, maxYoungGenerationSizeMb: youngHeap },
    });
    const hand: Hand = { worker, jobs: [], timer: undefined };
    this.hands.add(hand);
    worker.on('message', (outcome: Outcome) => {
      clearTimeout(hand.timer);
      const job = hand.jobs.shift();
      // The name of the file is here already, and one copy of it is enough.
      job?.resolve({ ...outcome, source: job.task.source });
      if (hand.jobs.length > 0) this.begin(hand);
      this.next();
    });
    worker.on('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.giveUp(hand);
      else this.lose(hand, wordsIn(this.setting.language).workerLost, causeOf(error));
    });
    return hand;
  }

  /** A file that keeps a worker busy for too long, or fills its memory. */
  private giveUp(hand: Hand): void {
    void hand.worker.terminate();
    const details = { danger: 'effort', reason: 'it takes too long or too much' } as const;
    this.lose(hand, failureMessage({ kind: 'archiveUnsafe', details }, this.setting.language));
  }

  private lose(hand: Hand, sentence: string, cause: string | null = null): void {
    clearTimeout(hand.timer);
    if (!this.hands.delete(hand)) return;
    const [job, ...others] = hand.jobs;
    if (job !== undefined) job.resolve(unreadable(job.task.source, sentence, this.setting, cause));
    // What only waited behind it is no worse for that.
    this.waiting.unshift(...others);
    this.next();
  }
}

export const workerPool = (setting: WorkSetting): Pool => new WorkerPool(setting);
