/** Every word of a list in every sentence that has it: as many sentences of each kind as its longest list has words. */
import { expect, test } from 'vitest';
import { checkNarrative } from '../../../src/rules/text/narrative';
import { inputOfReport, type CheckInput } from '../../../src/rules/input';
import { edition2021 } from '../../../src/report/editions/2021';
import type { Body } from './sentences/bodies';
import { claims, denials, traps, words } from './sentences/crossed';
import { marked, reportOf, written } from './sentences/measure';

const inputs: Readonly<Record<'bureau' | 'empty', CheckInput>> = {
  bureau: inputOfReport(edition2021, reportOf('bureau')),
  empty: inputOfReport(edition2021, reportOf('empty')),
};
const finds = (body: Body & keyof typeof inputs, text: string): boolean =>
  checkNarrative({ ...inputs[body], narrative: { overview: [text], problems: [], other: [] } }).length > 0;

const slot = /\{(\w+)\}/gu;
/** The lists go on at different steps, so that each word meets many others. */
const crossed = (pattern: string): string[] => {
  const lists = [...new Set([...pattern.matchAll(slot)].map(([, name = '']) => name))];
  const longest = Math.max(...lists.map((name) => words[name]?.length ?? 0));
  return Array.from({ length: longest }, (_, at) =>
    pattern.replace(slot, (_slot, name: string) => {
      const list = words[name] ?? [];
      return list[(at * (1 + (lists.indexOf(name) % 2)) + lists.indexOf(name)) % list.length] ?? '';
    }),
  );
};

test('a number is understood whatever words of its kind stand around it', () => {
  const sentences = claims.flatMap(crossed);
  expect(sentences.length).toBeGreaterThan(150);
  expect(sentences.filter((text) => finds('bureau', written(text, -1)))).toEqual([]);
  const missed = sentences.flatMap((text) =>
    [...text.matchAll(marked)].flatMap((_, at) => (finds('bureau', written(text, at)) ? [] : [written(text, at)])),
  );
  expect(missed).toEqual([]);
});

test('a denial is understood whatever it denies by', () => {
  const sentences = denials.flatMap(crossed);
  expect(sentences.filter((text) => !finds('bureau', text))).toEqual([]);
  expect(sentences.filter((text) => finds('empty', text))).toEqual([]);
});

test('a number of something else is left alone whatever words stand around it', () => {
  expect(traps.flatMap(crossed).filter((text) => finds('bureau', text))).toEqual([]);
});
