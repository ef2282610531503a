import { textSections } from '../../src/report/edition';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read/formats/text';

interface Expected {
  readonly source: string;
  readonly edition: string;
  readonly year: number;
  readonly unit: string | null;
  readonly figures: Readonly<Record<string, number | null>>;
  readonly units: Readonly<Record<string, string>>;
  readonly narrative: Readonly<
    Record<'overview' | 'problems' | 'other', { readonly starts: string; readonly ends: string } | null>
  >;
  readonly nullOrZeroWithDoubt?: readonly string[];
}

const corpus = join(import.meta.dirname, '../../../shared/corpus');
/** What each report is known to be doubtful in, beside the figures that are not there. */
const doubtful: Readonly<Record<string, readonly string[]>> = {
  '000': ['unitUnknown', 'extraLine'],
  '001': ['unitNameMissing', 'yearFromText', 'headCut'],
  '002': ['rowsMissing', 'cellCount'],
  '003': ['sectionMissing'],
};
const present = existsSync(corpus);
if (!present) console.log('published reports beside the checkout: absent, not read');

const cases = present
  ? readdirSync(join(corpus, 'expected')).map((name): [string, Expected] => [
      name,
      JSON.parse(readFileSync(join(corpus, 'expected', name), 'utf8')) as Expected,
    ])
  : [];

describe.skipIf(!present)('published reports', () => {
  it.each(cases)('%s: every figure, unit and section as expected', (_, expected) => {
    const result = readText(readFileSync(join(corpus, 'seeds', expected.source), 'utf8'));
    if (!result.ok) throw new Error(result.failure.kind);
    expect(result.readings).toHaveLength(1);
    const [reading] = result.readings;
    if (reading === undefined) throw new Error('nothing read');
    const { report, doubts } = reading;
    const doubted = new Set(doubts.flatMap(({ figures }) => figures));
    const kinds = doubts.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining([...(doubtful[expected.source.slice(0, 3)] ?? [])]));
    const either = new Set(expected.nullOrZeroWithDoubt ?? []);
    for (const [id, value] of Object.entries(expected.figures)) {
      if (either.has(id)) {
        expect([null, 0], id).toContain(report.figures[id]);
        expect(doubted.has(id), id).toBe(true);
      } else expect(report.figures[id], id).toBe(value);
      if (value === null) expect(doubted.has(id), id).toBe(true);
    }
    expect({ edition: report.edition, year: report.year, unit: report.unit.name, units: report.units }).toEqual({
      edition: expected.edition,
      year: expected.year,
      unit: expected.unit,
      units: expected.units,
    });
    for (const section of textSections) {
      const limits = expected.narrative[section];
      const paragraphs = report.narrative[section];
      if (limits === null) expect(paragraphs).toEqual([]);
      else {
        expect(paragraphs[0]?.slice(0, limits.starts.length)).toBe(limits.starts);
        expect(paragraphs.at(-1)?.slice(-limits.ends.length)).toBe(limits.ends);
      }
    }
  });
});
