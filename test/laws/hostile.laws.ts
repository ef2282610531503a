/** Hostile inputs for all readers: as many as `GOUJI_HOSTILE` says. */
import { expect, it } from 'vitest';
import { faultsOf } from '../read/hostile';

const count = Number(process.env['GOUJI_HOSTILE'] ?? 1_000_000);

it(`${count} hostile inputs: no reader fails, and nothing reaches into the objects of the program`, async () => {
  const start = performance.now();
  expect(await faultsOf(count)).toEqual([]);
  console.log(`${count} hostile inputs, ${((performance.now() - start) / 1000).toFixed(0)} s`);
}, 36_000_000);
