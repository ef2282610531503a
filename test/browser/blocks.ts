/** How long the pane was busy without a pause, from the browser's own trace. */
import type { Page } from 'playwright-core';

interface Blocks {
  /** Milliseconds of the longest task by the clock of the thread: what else the machine does is not in it. */
  readonly busy: number;
  /** The same by the clock on the wall. */
  readonly wall: number;
  /** Both of every task. */
  readonly tasks: readonly { readonly busy: number; readonly wall: number }[];
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Begins to watch the thread that the pane and the stand-in share; what is returned ends it. */
export async function watchBlocks(page: Page): Promise<() => Promise<Blocks>> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser of its own');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      readonly traceEvents: readonly TraceEvent[];
    };
    const mains = new Set(
      traceEvents.flatMap(({ name, args, pid, tid }) =>
        name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
      ),
    );
    const tasks = traceEvents.filter(
      ({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid} ${tid}`),
    );
    const longest = (of: (task: TraceEvent) => number | undefined): number =>
      Math.round(Math.max(0, ...tasks.map((task) => of(task) ?? 0)) / 1000);
    return {
      busy: longest(({ tdur }) => tdur),
      wall: longest(({ dur }) => dur),
      tasks: tasks.map(({ dur = 0, tdur = 0 }) => ({ busy: tdur / 1000, wall: dur / 1000 })),
    };
  };
}
