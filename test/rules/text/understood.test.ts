/**
 * What the text rules say of every sentence of the tests, sentence by sentence: which number, by which rule, against
 * which figures. The measurements allow a few sentences to be lost; these records show which. After looking at what has
 * changed, write them anew: `npx vitest run test/rules/text/understood.test.ts -u`.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TextSectionId } from '../../../src/report/edition';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { check } from '../../../src/rules/check';
import type { Finding } from '../../../src/rules/finding';
import { inputOfReport } from '../../../src/rules/input';
import { checkNarrative } from '../../../src/rules/text/narrative';
import { filledReport } from '../../filled';
import { sentenceSets } from './sentences';
import { bodies, inputOf, type Body } from './sentences/bodies';
import { about, measured, variants } from './sentences/measure';
import { office } from './sentences/office';
import { textScores } from './scores';
import type { Said } from './sentences/set';

/** What was compared with, by its first figure and how many there are besides; or the unit, or the percentage. */
const beside = (details: Finding['details']): string =>
  'sums' in details
    ? details.sums
        .map(({ figures: [first, ...others] }) => `${first}${others.length > 0 ? `+${others.length}` : ''}`)
        .join('/')
    : 'unit' in details
      ? details.unit
      : 'printed' in details
        ? `${details.printed}%`
        : '';

/** Enough of a sentence to find it by. */
const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/**
 * The sentence, and under it what is found in it with its right numbers (0), with the first marked number wrong (1) and so
 * on: rule, the number that is said, what it was compared with. Of what is not listed nothing is found.
 */
const said = (body: Body, text: string, section: TextSectionId = 'overview'): string => {
  const { right, wrong } = variants(text);
  return [
    `${body}${section === 'overview' ? '' : ` ${section}`} ${short(text)}`,
    ...[right, ...wrong].flatMap((variant, at) => {
      const found = about(body, variant, section).map(
        ({ rule, left, right: compared, details }) => `${rule} ${left}≠${compared} ${beside(details)}`,
      );
      return found.length === 0 ? [] : [`  ${at}: ${found.join('; ')}`];
    }),
  ].join('\n');
};

const ofSet = (entries: readonly Said[], also: readonly Body[] = []): string[] =>
  entries.flatMap(([body, text, where]) => [body, ...also].map((each) => said(each, text, where)));

test.each(sentenceSets.filter(({ heldOut }) => !heldOut))(
  'what is said of the sentences “$name” is what the record says',
  async ({ name, claims, denials, traps }) => {
    const lines = [...ofSet(claims), ...ofSet(denials, ['empty']), ...ofSet(traps)];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`understood/${name.replaceAll(/[ ,]+/g, '-')}.txt`);
  },
);

test.each(sentenceSets)(
  'at least $goal of the findings are right, and $goal of the differences found: sentences $name',
  (set) => {
    const { precision, recall, said: lost } = measured(set);
    // Nobody tunes a pattern on what is held out: the two figures are all that is told of it.
    const sentences = set.heldOut ? '' : lost;
    expect(precision, sentences).toBeGreaterThanOrEqual(set.goal);
    expect(recall, sentences).toBeGreaterThanOrEqual(set.goal);
  },
);

test('docs/rules.md prints what was measured: npm run docs:rules', () => {
  expect(readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8')).toContain(textScores());
});

test('the bodies of the sentences have official figures and no fault', () => {
  const official = new Set(figuresOf(edition2021).map(({ id }) => id));
  for (const body of ['office', 'city', 'bureau', 'empty'] as const) {
    expect(Object.keys(bodies[body]).filter((id) => !official.has(id))).toEqual([]);
    expect(check(inputOf(body)).filter(({ level }) => level === 'fault')).toEqual([]);
  }
});

test('a sentence on cases or documents put on record is never taken for a figure', () => {
  const onRecord = sentenceSets
    .filter(({ heldOut }) => !heldOut)
    .flatMap(({ traps }) => traps)
    .filter(([, text]) => /备案|报备/u.test(text));
  expect(onRecord.length).toBeGreaterThan(40);
  expect(onRecord.filter(([body, text, section]) => about(body, text, section).length > 0)).toEqual([]);
});

test('the same sentences are read in the older edition without an error', () => {
  for (const edition of editions) {
    const texts = office.claims.flatMap(([, text]) => [variants(text).right, ...variants(text).wrong]);
    const input = inputOfReport(edition, filledReport(edition));
    const found = checkNarrative({ ...input, narrative: { overview: texts, problems: [], other: [] } });
    expect(found.length).toBeGreaterThan(100);
    const official = new Set(figuresOf(edition).map(({ id }) => id));
    for (const { figures } of found) expect(figures.every((id) => official.has(id))).toBe(true);
  }
});
