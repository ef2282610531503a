/** Workers, as many as the machine has processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { longestReading } from '../../read/limits';
import { failureMessage } from '../../read/words/words';
import { unreadable, type Outcome, type Pool, type ReadTask, type WorkSetting } from './work';
import { wordsIn } from '../words';

interface Job {
  readonly task: ReadTask;
  readonly resolve: (outcome: Outcome) => void;
}

/** A worker and the job that it does. */
interface Hand {
  readonly worker: Worker;
  job: Job | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Megabytes of what reading one file may hold at once. */
const mostHeap = 256;

/** Built beside this file. */
const workerScript = new URL('./worker.js', import.meta.url);

/** Starts workers as there is work for them. One that a file brings down fails that file alone, and another takes its place. */
class WorkerPool implements Pool {
  readonly size = Math.max(1, availableParallelism());
  private readonly hands = new Set<Hand>();
  private readonly free: Hand[] = [];
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

  private next(): void {
    if (this.waiting.length === 0) return;
    const hand = this.free.pop() ?? (this.hands.size < this.size ? this.start() : null);
    if (hand === null) return;
    const job = this.waiting.shift() as Job;
    hand.job = job;
    hand.timer = setTimeout(() => this.giveUp(hand), longestReading);
    hand.worker.postMessage(job.task);
  }

  private start(): Hand {
    const worker = new Worker(workerScript, {
      workerData: this.setting,
      resourceLimits: { maxOldGenerationSizeMb: mostHeap },
    });
    const hand: Hand = { worker, job: null, timer: undefined };
    this.hands.add(hand);
    worker.on('message', (outcome: Outcome) => {
      clearTimeout(hand.timer);
      hand.job?.resolve(outcome);
      hand.job = null;
      this.free.push(hand);
      this.next();
    });
    worker.on('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.giveUp(hand);
      else this.lose(hand, wordsIn(this.setting.language).workerLost);
    });
    return hand;
  }

  /** A file that keeps a worker busy for too long, or fills its memory. */
  private giveUp(hand: Hand): void {
    void hand.worker.terminate();
    const details = { danger: 'effort', reason: 'it takes too long or too much' } as const;
    this.lose(hand, failureMessage({ kind: 'archiveUnsafe', details }, this.setting.language));
  }

  private lose(hand: Hand, sentence: string): void {
    clearTimeout(hand.timer);
    if (!this.hands.delete(hand)) return;
    const { job } = hand;
    if (job !== null) {
      const { source } = job.task;
      job.resolve(unreadable(source, sentence, this.setting));
    }
    this.next();
  }
}

export const workerPool = (setting: WorkSetting): Pool => new WorkerPool(setting);
