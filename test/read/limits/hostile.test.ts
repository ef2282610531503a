import { expect, it } from 'vitest';
import { cases } from '../../rules/text/effort';
import { faultsOf } from './hostile';

it('20,000 hostile inputs: no reader fails, and nothing reaches into the objects of the program', async () => {
  expect(await faultsOf(0, cases(20_000))).toEqual([]);
}, 300_000);
