/**
 * What the text rules say of every sentence of the tests, sentence by sentence: which number, by which rule, against
 * which figures. The measurements allow a few sentences to be lost; these records show which. After looking at what has
 * changed, write them anew: `npx vitest run test/rules/text/understood.test.ts -u`.
 */
import { expect, test } from 'vitest';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import { emptyReport } from '../../../src/report/empty';
import { figuresOf } from '../../../src/report/figures';
import type { TextSectionId } from '../../../src/report/edition';
import { inputOfReport, type CheckInput } from '../../../src/rules/input';
import { checkNarrative } from '../../../src/rules/text/narrative';
import type { Finding } from '../../../src/rules/finding';
import { sentenceSets } from './sentences';
import { bodies } from './sentences/bodies';
import { denials, laterSentences, sentences, spokenFigures, traps } from './sentences/office';
import type { Said } from './sentences/set';

const inputs = new Map<string, CheckInput>();
const known: Readonly<Record<string, readonly [name: string, figures: Readonly<Record<string, number>>]>> = {
  office: ['青禾县某局', spokenFigures],
  city: ['云岫市人民政府', bodies.city],
  bureau: ['榆桥县自然资源局', bodies.bureau],
  empty: ['榆桥县柳溪镇人民政府', bodies.empty],
};

const inputOf = (body: string): CheckInput => {
  const kept = inputs.get(body);
  if (kept !== undefined) return kept;
  const [name, figures] = known[body] ?? ['', {}];
  const report = emptyReport(edition2021, 2025, name);
  for (const { id } of figuresOf(edition2021)) report.figures[id] = figures[id] ?? 0;
  const made = inputOfReport(edition2021, report);
  inputs.set(body, made);
  return made;
};

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

/** What is found in a text: rule, the number that is said, what it was compared with. */
const findings = (body: string, text: string, section: TextSectionId): string[] => {
  const narrative = { overview: [], problems: [], other: [], [section]: [text] };
  return checkNarrative({ ...inputOf(body), narrative }).map(
    ({ rule, left, right, details }) => `${rule} ${left}≠${right} ${beside(details)}`,
  );
};

const marked = /«([^|»]*)\|([^»]*)»/gu;

/** A sentence with its right numbers, and once for each marked number with that one wrong. */
const variants = (text: string): string[] => {
  const count = [...text.matchAll(marked)].length;
  return Array.from({ length: count + 1 }, (_, wrongAt) => {
    let at = 0;
    return text.replace(marked, (_whole, right: string, wrong: string) => {
      at += 1;
      return at === wrongAt ? wrong : right;
    });
  });
};

/** Enough of a sentence to find it by. */
const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/**
 * The sentence, and under it what is found in it with its right numbers (0), with the first marked number wrong (1) and so
 * on. Of what is not listed nothing is found.
 */
const said = (body: string, text: string, section: TextSectionId = 'overview'): string =>
  [
    `${body}${section === 'overview' ? '' : ` ${section}`} ${short(text)}`,
    ...variants(text).flatMap((variant, wrong) => {
      const found = findings(body, variant, section);
      return found.length === 0 ? [] : [`  ${wrong}: ${found.join('; ')}`];
    }),
  ].join('\n');

const ofSet = (entries: readonly Said[], also: readonly string[] = []): string[] =>
  entries.flatMap(([body, text, where]) => [body, ...also].map((each) => said(each, text, where)));

const records: readonly (readonly [name: string, lines: () => string[]])[] = [
  [
    'office',
    () =>
      [...sentences.map(([, text]) => text), ...laterSentences, ...denials, ...traps].map((text) =>
        said('office', text),
      ),
  ],
  ...sentenceSets
    .filter(({ heldOut }) => !heldOut)
    .map(
      (set) => [set.name, () => [...ofSet(set.claims), ...ofSet(set.denials, ['empty']), ...ofSet(set.traps)]] as const,
    ),
];

test.each(records)('what is said of the sentences “%s” is what the record says', async (name, lines) => {
  await expect(`${lines().join('\n')}\n`).toMatchFileSnapshot(`understood/${name.replaceAll(/[ ,]+/g, '-')}.txt`);
});

test('the same sentences are read in the older edition without an error', () => {
  for (const edition of editions) {
    const report = emptyReport(edition, edition.firstYear, '青禾县某局');
    for (const { id } of figuresOf(edition)) report.figures[id] = 0;
    const given = inputOfReport(edition, report);
    const texts = [...sentences.map(([, text]) => text), ...laterSentences].flatMap(variants);
    const found = checkNarrative({ ...given, narrative: { overview: texts, problems: [], other: [] } });
    expect(found.length).toBeGreaterThan(100);
    const official = new Set(figuresOf(edition).map(({ id }) => id));
    for (const { figures } of found) expect(figures.every((id) => official.has(id))).toBe(true);
  }
});
