/** Every word of a list in every sentence that has it: as many sentences of each kind as its longest list has words. */
import { expect, test } from 'vitest';
import { claims, denials, traps, words } from './sentences/crossed';
import { about, variants } from './sentences/measure';

const finds = (body: 'bureau' | 'empty', text: string): boolean => about(body, text).length > 0;

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
  const told = sentences.map(variants);
  expect(told.map(({ right }) => right).filter((text) => finds('bureau', text))).toEqual([]);
  expect(told.flatMap(({ wrong }) => wrong).filter((text) => !finds('bureau', text))).toEqual([]);
});

test('a denial is understood whatever it denies by', () => {
  const sentences = denials.flatMap(crossed);
  expect(sentences.filter((text) => !finds('bureau', text))).toEqual([]);
  expect(sentences.filter((text) => finds('empty', text))).toEqual([]);
});

test('a number of something else is left alone whatever words stand around it', () => {
  expect(traps.flatMap(crossed).filter((text) => finds('bureau', text))).toEqual([]);
});
