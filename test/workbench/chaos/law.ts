/**
 * Chaos: what people, Excel and Gouji do at once, on the real client library in a real browser. After it settles, what the
 * pane knows is what the sheets say, what the formats paint is what the rules say, and no content of a person was changed.
 * GOUJI_CHAOS_SEEDS and GOUJI_CHAOS_ACTS try more; GOUJI_CHAOS_SEED tries one seed again.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Outcome } from './player';
import { playersPage } from './site';

const number = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/**
 * Megabytes of the page's heap, the pane's and the workbench's together, in the state in which every seed begins, after what
 * nobody holds any more was cleared away.
 */
async function heldMemory(page: Page, seed: number): Promise<number> {
  await page.evaluate((s) => window.player?.begin(s), seed);
  const session = await page.context().newCDPSession(page);
  try {
    // What a collection lets go of may hold more.
    for (let count = 0; count < 3; count += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1024 / 1024;
  } finally {
    await session.detach();
  }
}

/** Megabytes by which the page may grow over all seeds: code that is compiled, and what is remembered of sentences and labels. */
const mostGrowth = 20;

/** Of code only what was written, so that what the page holds shows: the engine’s own, made of what runs often, grows for long. */
const withoutMachineCode = ['--no-opt', '--no-sparkplug', '--no-maglev', '--regexp-interpret-all'];
/**
 * After so many seeds most of what is remembered up to a limit is there, and nearly every expression of the text rules was asked
 * for: compiled they are the larger half of the heap, 21 MB of which 6.5 come between the 10th and the 30th seed. What is
 * remembered is thrown away at its limit, by some four megabytes; from then on the page may be larger by no more than twice that.
 */
const warm = 20;
const mostGrowthWarm = 8;

/** Registers the law, with this many seeds of so many acts each unless the environment says otherwise. `flat`: memory is looked at closely. */
export function chaosLaw(usualSeeds: number, usualActs: number, flat = false): void {
  const open = playersPage(flat ? withoutMachineCode : []);
  test('whatever happens, the pane ends up saying what the sheets say, and nobody’s figure is changed', async () => {
    const { page, errors } = await open();
    const single = process.env['GOUJI_CHAOS_SEED'];
    const seeds = single === undefined ? number('GOUJI_CHAOS_SEEDS', usualSeeds) : 1;
    const acts = number('GOUJI_CHAOS_ACTS', usualActs);
    const sum = { acts: 0, refused: 0, settled: 0, withReport: 0 };
    // The first seed loads what the others use.
    let before = 0;
    let afterWarm = 0;
    const start = performance.now();
    for (let i = 0; i < seeds; i += 1) {
      if (i === 1) before = await heldMemory(page, 1);
      const seed = single === undefined ? i + 1 : Number(single);
      const outcome = await page.evaluate(([s, n]): Promise<Outcome> | undefined => window.player?.play(s, n, 40), [
        seed,
        acts,
      ] as const);
      const again = `GOUJI_CHAOS_SEED=${seed} GOUJI_CHAOS_ACTS=${acts} npx vitest run test/workbench/chaos.test.ts`;
      expect(outcome?.violations, `to play it again: ${again}`).toEqual([]);
      for (const key of ['acts', 'refused', 'settled', 'withReport'] as const) sum[key] += outcome?.[key] ?? 0;
      if (i % 10 === 9) {
        const held = await heldMemory(page, 1);
        if (i + 1 === warm) afterWarm = held;
        console.log(`chaos: seed ${seed}, ${sum.acts} acts, ${held.toFixed(1)} MB`);
      }
    }
    const after = await heldMemory(page, 1);
    expect(errors).toEqual([]);
    if (single === undefined) expect(sum.withReport).toBeGreaterThan(0);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(
      `chaos: ${JSON.stringify({ seeds, ...sum })}, ${seconds} s; heap ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`,
    );
    if (seeds > 1) expect(after).toBeLessThan(before + mostGrowth);
    if (flat && seeds > warm) expect(after).toBeLessThan(afterWarm + mostGrowthWarm);
  }, 3_600_000);
}
