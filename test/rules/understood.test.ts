/**
 * What the text rules say of every sentence of the tests, sentence by sentence: which number, by which rule, against
 * which figures. The measurements allow a few sentences to be lost; this record shows which. After looking at what has
 * changed, write it anew: `UNDERSTOOD=write npx vitest run test/rules/understood.test.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { edition2021 } from '../../src/report/editions/2021';
import { emptyReport } from '../../src/report/empty';
import { figuresOf } from '../../src/report/figures';
import type { TextSectionId } from '../../src/report/edition';
import { inputOfReport, type CheckInput } from '../../src/rules/input';
import { checkNarrative } from '../../src/rules/text/narrative';
import type { Finding } from '../../src/rules/finding';
import type { SpokenSum } from '../../src/rules/details';
import { blindClaims, blindDenials, blindTraps } from './blindReportSentences';
import { freshClaims, freshDenials, freshTraps } from './freshReportSentences';
import { lastClaims, lastDenials, lastTraps } from './lastReportSentences';
import { laterClaims, laterDenials, laterTraps } from './laterReportSentences';
import { bodies, claims, denials, traps, type Said } from './reportSentences';
import { denials as someDenials, laterSentences, sentences, spokenFigures, traps as someTraps } from './sentences';

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

/** Sums that were compared, each by its first figure, how many there are besides, and its value. */
const short = (sums: readonly SpokenSum[]): string =>
  sums
    .map(({ figures: [first, ...others], value }) => `${first}${others.length > 0 ? `+${others.length}` : ''}=${value}`)
    .join(' ');

/** What a sentence was compared with: sums, or the unit of a list, or the percentage that is printed. */
const beside = (details: Finding['details']): string =>
  'sums' in details
    ? short(details.sums)
    : 'unit' in details
      ? details.unit
      : 'printed' in details
        ? String(details.printed)
        : '';

/** What is found in a text, each in a line. */
const findings = (body: string, text: string, section: TextSectionId): string[] => {
  const narrative = { overview: [], problems: [], other: [], [section]: [text] };
  return checkNarrative({ ...inputOf(body), narrative }).map(
    ({ rule, left, right, difference, details, figures, place, table }) =>
      `${rule} ${left}≠${right} (${difference}) “${'quote' in details ? details.quote : ''}” ${beside(details)} ${figures.length} ${table}${place === text.trim() ? '' : ` in “${place}”`}`,
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

/**
 * The sentence with its marks, and under it what is found in it with its right numbers (0), with the first marked number
 * wrong (1) and so on. Of what is not listed nothing is found.
 */
const said = (body: string, text: string, section: TextSectionId = 'overview'): string =>
  [
    `${body}${section === 'overview' ? '' : ` ${section}`} ${text}`,
    ...variants(text).flatMap((variant, wrong) =>
      findings(body, variant, section).map((finding) => `    ${wrong}: ${finding}`),
    ),
  ].join('\n');

const section = (title: string, entries: readonly string[]): string => [`# ${title}`, ...entries, ''].join('\n');
const ofSet = (set: readonly Said[], also: readonly string[] = []): string[] =>
  set.flatMap(([body, text, where]) => [body, ...also].map((each) => said(each, text, where)));
const ofOffice = (texts: readonly string[]): string[] => texts.map((text) => said('office', text));

const sets: Readonly<Record<string, () => string[]>> = {
  'of one office': () =>
    ofOffice([...sentences.map(([, text]) => text), ...laterSentences, ...someDenials, ...someTraps]),
  claims: () => ofSet([...claims, ...laterClaims, ...lastClaims, ...blindClaims, ...freshClaims]),
  denials: () => ofSet([...denials, ...laterDenials, ...lastDenials, ...blindDenials, ...freshDenials], ['empty']),
  traps: () => ofSet([...traps, ...laterTraps, ...lastTraps, ...blindTraps, ...freshTraps]),
};

const file = new URL('understood.txt', import.meta.url);
const titles = Object.keys(sets);
if (process.env['UNDERSTOOD'] === 'write') {
  writeFileSync(file, titles.map((title) => section(title, sets[title]?.() ?? [])).join('\n'));
}

test.each(titles)('what is said of the sentences “%s” is what the record says', (title) => {
  const record = readFileSync(file, 'utf8');
  const from = record.indexOf(`# ${title}\n`);
  const to = record.indexOf('\n# ', from);
  expect(from).toBeGreaterThanOrEqual(0);
  expect(section(title, sets[title]?.() ?? [])).toBe(record.slice(from, to < 0 ? undefined : to));
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
