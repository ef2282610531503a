/** Work in slices: what is told is what all at once would be, in the order in which it was asked for, and nothing older. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSlices, type SliceClock } from '../../src/host/slices';
import type { Steps } from '../../src/rules/steps';

/** Every step takes `step` milliseconds; rests end when told. */
function slowClock(step: number): SliceClock & { readonly rests: (() => void)[] } {
  let now = 0;
  const rests: (() => void)[] = [];
  return {
    rests,
    now: () => (now += step),
    setTimeout: (callback) => rests.push(callback),
  };
}

function* counting(to: number, done: number[]): Steps<number> {
  for (let at = 0; at < to; at += 1) {
    done.push(at);
    yield;
  }
  return to;
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test('work of one slice is told before the call returns; longer work rests', async () => {
  const told: number[] = [];
  const clock = slowClock(1);
  const slices = createSlices(clock);
  await slices.run(counting(5, []), (result) => void told.push(result));
  expect([told, clock.rests.length]).toEqual([[5], 0]);
  const done: number[] = [];
  void slices.run(counting(1000, done), (result) => void told.push(result));
  expect(done.length).toBeGreaterThan(5);
  expect(done.length).toBeLessThan(100);
  expect([told, clock.rests.length]).toEqual([[5], 1]);
});

test('whenever newer work begins, older work tells nothing any more, and the newest is told whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ length: fc.nat(200), rests: fc.nat(6) }), { minLength: 1, maxLength: 12 }),
      async (works) => {
        const clock = slowClock(4);
        const slices = createSlices(clock);
        const told: { readonly work: number; readonly newest: number }[] = [];
        let begun = -1;
        let ended = 0;
        for (const [work, { length, rests }] of works.entries()) {
          begun = work;
          void slices
            .run(counting(length, []), (result) => {
              expect(result).toBe(length);
              told.push({ work, newest: begun });
            })
            .then(() => (ended += 1));
          for (let count = 0; count < rests; count += 1) {
            clock.rests.shift()?.();
            await settled();
          }
        }
        while (clock.rests.length > 0) {
          clock.rests.shift()?.();
          await settled();
        }
        await settled();
        // Nothing that was superseded; the last in any case; and who waits is told when the newest is.
        expect(told.every(({ work, newest }) => work === newest)).toBe(true);
        expect(told.at(-1)?.work).toBe(works.length - 1);
        expect(ended).toBe(works.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('what was stopped tells nothing, and work that fails is said to whoever waits', async () => {
  const clock = slowClock(4);
  const slices = createSlices(clock);
  const told: number[] = [];
  const stopped = slices.run(counting(1000, []), (result) => void told.push(result));
  slices.stop();
  clock.rests.shift()?.();
  await stopped;
  expect([told, clock.rests]).toEqual([[], []]);
  const failing = (function* (): Steps<number> {
    yield;
    throw new Error('no');
  })();
  await expect(slices.run(failing, () => undefined)).rejects.toThrow('no');
});
