import type { Clock } from '../../src/excel/loop/loop';

/** A clock that moves only when told. */
export function testClock(): Clock & { advance(by: number): Promise<void> } {
  let now = 0;
  let next = 1;
  const timers = new Map<number, { at: number; callback: () => void }>();
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    setTimeout(callback, milliseconds) {
      timers.set(next, { at: now + milliseconds, callback });
      return next++;
    },
    clearTimeout: (handle) => void timers.delete(handle as number),
    async advance(by) {
      const end = now + by;
      for (;;) {
        const due = [...timers].filter(([, timer]) => timer.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (due === undefined) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].callback();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
