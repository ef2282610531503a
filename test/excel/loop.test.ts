import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLoop } from '../../src/excel/loop/loop';
import { testClock } from './testClock';

const options = { quiet: 150, atMost: 1_000 };

test('under any rhythm of changes: one run at a time, none forgotten, none later than the longest wait after the last run', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 700 }),
      async (gaps, duration) => {
        const clock = testClock();
        let running = 0;
        const starts: number[] = [];
        const loop = createLoop(
          async () => {
            running += 1;
            expect(running).toBe(1);
            starts.push(clock.now());
            await new Promise<void>((done) => clock.setTimeout(done, duration));
            running -= 1;
          },
          clock,
          options,
        );
        const marks: number[] = [];
        for (const gap of gaps) {
          await clock.advance(gap);
          marks.push(clock.now());
          loop.mark();
        }
        await clock.advance(10_000);
        for (const mark of marks) {
          const seen = starts.find((start) => start >= mark);
          expect(seen).toBeDefined();
          expect((seen ?? 0) - mark).toBeLessThanOrEqual(options.atMost + duration);
        }
        expect(starts.length).toBeLessThanOrEqual(marks.length);
      },
    ),
    { numRuns: 200 },
  );
});

test('a burst of changes is one run, after it has been quiet', async () => {
  const clock = testClock();
  let runs = 0;
  const loop = createLoop(() => Promise.resolve(void (runs += 1)), clock, options);
  for (let change = 0; change < 5; change += 1) {
    loop.mark();
    await clock.advance(100);
  }
  expect(runs).toBe(0);
  await clock.advance(60);
  expect(runs).toBe(1);
});

test('a flush during a run leads to one more, and resolves after it', async () => {
  const clock = testClock();
  const starts: number[] = [];
  const loop = createLoop(
    async () => {
      starts.push(clock.now());
      await new Promise<void>((done) => clock.setTimeout(done, 50));
    },
    clock,
    options,
  );
  void loop.flush();
  let done = false;
  void loop.flush().then(() => (done = true));
  await clock.advance(60);
  expect(done).toBe(false);
  await clock.advance(60);
  expect(starts).toEqual([0, 50]);
  expect(done).toBe(true);
});

test('nothing runs after a stop', async () => {
  const clock = testClock();
  let runs = 0;
  const loop = createLoop(() => Promise.resolve(void (runs += 1)), clock, options);
  loop.mark();
  loop.stop();
  loop.mark();
  await clock.advance(5_000);
  expect(runs).toBe(0);
});
