/**
 * Chaos: what people, Excel and Gouji do at once, on the real client library in a real browser. After it settles, what the
 * pane knows is what the sheets say, what the formats paint is what the rules say, and no content of a person was changed.
 * GOUJI_CHAOS_SEEDS and GOUJI_CHAOS_ACTS try more; GOUJI_CHAOS_SEED tries one seed again.
 */
import { expect, test } from 'vitest';
import type { Outcome } from './player';
import { playersPage } from './site';

const number = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/** Registers the law, with this many seeds of so many acts each unless the environment says otherwise. */
export function chaosLaw(usualSeeds: number, usualActs: number): void {
  const open = playersPage();
  test('whatever happens, the pane ends up saying what the sheets say, and nobody’s figure is changed', async () => {
    const { page, errors } = await open();
    const single = process.env['GOUJI_CHAOS_SEED'];
    const seeds = single === undefined ? number('GOUJI_CHAOS_SEEDS', usualSeeds) : 1;
    const acts = number('GOUJI_CHAOS_ACTS', usualActs);
    const sum = { acts: 0, refused: 0, settled: 0, withReport: 0 };
    for (let i = 0; i < seeds; i += 1) {
      const seed = single === undefined ? i + 1 : Number(single);
      const outcome = await page.evaluate(([s, n]): Promise<Outcome> | undefined => window.player?.play(s, n, 40), [
        seed,
        acts,
      ] as const);
      const again = `GOUJI_CHAOS_SEED=${seed} GOUJI_CHAOS_ACTS=${acts} npx vitest run test/workbench/chaos.test.ts`;
      expect(outcome?.violations, `to play it again: ${again}`).toEqual([]);
      for (const key of ['acts', 'refused', 'settled', 'withReport'] as const) sum[key] += outcome?.[key] ?? 0;
    }
    expect(errors).toEqual([]);
    if (single === undefined) expect(sum.withReport).toBeGreaterThan(0);
    console.log(`chaos: ${JSON.stringify({ seeds, ...sum })}`);
  }, 3_600_000);
}
