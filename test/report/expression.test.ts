/** Expressions that look behind, in an engine that cannot: the same answers as in one that can. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expression, lookingBehind } from '../../src/report/expression/expression';

/** Pieces of expressions over few characters. Those outside the first plane come below: V8 finds an empty match inside of one. */
const simple = fc.constantFrom('a', 'b', '件', '.', '[ab]', '[^a]', '\\d', '\\D', '\\p{Script=Han}', '1', '\\w');
const sources = fc.letrec<{ term: string; all: string; any: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'term' },
    simple,
    fc.constantFrom('^', '$', '\\b', '\\B'),
    tie('any').map((inside) => `(?:${inside})`),
    tie('any').map((inside) => `(${inside})`),
    fc.tuple(fc.constantFrom('(?=', '(?!', '(?<=', '(?<!'), tie('any')).map(([open, inside]) => `${open}${inside})`),
    fc
      .tuple(
        fc.oneof(
          simple,
          tie('any').map((inside) => `(?:${inside})`),
          tie('any').map((inside) => `(${inside})`),
        ),
        fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '+?', '??', '{1,3}?'),
      )
      .map((parts) => parts.join('')),
  ),
  all: fc.array(tie('term'), { minLength: 1, maxLength: 4 }).map((terms) => terms.join('')),
  any: fc.array(tie('all'), { minLength: 1, maxLength: 2 }).map((ways) => ways.join('|')),
})).any;
const texts = fc
  .array(fc.constantFrom('a', 'b', '件', '1', '\n', 'A'), { maxLength: 7 })
  .map((parts) => parts.join(''));
const flags = fc.constantFrom('u', 'gu', 'iu', 'gimu', 'su', 'uy', 'guy', 'gmu');

/** All that is asked of an expression. */
const answers = (made: RegExp, text: string): unknown[] => {
  const found = (one: RegExpExecArray | RegExpMatchArray | null): unknown =>
    one === null ? null : [one.index, [...one], one.groups === undefined ? undefined : { ...one.groups }];
  return [
    found(made.exec(text)),
    made.lastIndex,
    found(made.exec(text)),
    text.replace(made, '<$&$1>'),
    text.split(made),
    text.search(made),
    made.global ? [...text.matchAll(made)].map(found) : [],
    made.source,
    made.flags,
  ];
};

test('any expression finds what the engine’s own finds, with its groups, in every use of it', () => {
  let compared = 0;
  fc.assert(
    fc.property(sources, flags, texts, (source, flag, text) => {
      let own: RegExp;
      try {
        own = new RegExp(source, flag);
      } catch {
        return;
      }
      expect(answers(lookingBehind(source, flag), text)).toEqual(answers(own, text));
      compared += 1;
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(100);
});

test.each([
  ['(?<=\\d(?<unit>[件项])[^，]{0,4}，)共(?<whole>\\d+)\\k<unit>', '3件，共3件，2项共2件', 'gu'],
  ['(a)(?<!\\1a)b', 'aab ab', 'gu'],
  ['(?<=😀+?)[^a]|(?<![\\u{1f600}\\d]).(?=😀)', 'a😀😀b😀1😀', 'gu'],
  ['(?<=(\\d)(\\d+))件', '1234件', 'u'],
  ['(?<![第\\d])一(?!(?<!第)一)', '第一一 一', 'gu'],
])('groups are asked for again, and pairs are one character, also backwards: %s', (source, text, flag) => {
  expect(answers(lookingBehind(source, flag), text)).toEqual(answers(new RegExp(source, flag), text));
});

test('an expression is taken over with other flags, and what is none is refused', () => {
  const made = expression(lookingBehind('(?<=a)b', 'u'), 'gu');
  expect([made.source, made.flags]).toEqual(['(?<=a)b', 'gu']);
  for (const wrong of ['(?<=a', '(?<!a)*', '(?<=a)[b']) expect(() => lookingBehind(wrong, 'u')).toThrow(SyntaxError);
});
