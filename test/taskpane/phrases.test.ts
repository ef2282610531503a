import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition2019 } from '../../src/report/editions/2019';
import { figuresOf } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { check } from '../../src/rules/check';
import { inputOfReport } from '../../src/rules/input';
import { totalsOf } from '../../src/rules/sums/identities';
import { outdatedPhrases, phrasesOf, waitingPhrases } from '../../src/taskpane/parts/phrases';
import { edition2021, soundReport } from './samples';

/** A report of random figures in which every sum holds. */
const reports = fc
  .tuple(fc.constantFrom(edition2019, edition2021), fc.infiniteStream(fc.nat(30)))
  .map(([edition, stream]) => {
    const figures: Report['figures'] = {};
    for (const { id } of figuresOf(edition)) figures[id] = Number(stream.next().value);
    for (let round = 0; round < 3; round += 1)
      for (const { total, identity } of totalsOf(edition))
        figures[total.id] = identity.right.reduce((sum, { id }) => sum + (figures[id] ?? 0), 0);
    return { edition, figures };
  });

const narrativeOf = ({ edition, figures }: { edition: typeof edition2021; figures: Report['figures'] }) => {
  const narrative: Report['narrative'] = { overview: [], problems: [], other: [] };
  for (const { section, text } of phrasesOf(edition, figures)) narrative[section].push(text);
  return narrative;
};

describe('sentences made of the report’s own figures', () => {
  test('never contradict the tables that they are made of', () => {
    fc.assert(
      fc.property(reports, ({ edition, figures }) => {
        const report = { ...soundReport(), edition: edition.id, figures, narrative: narrativeOf({ edition, figures }) };
        const about = check(inputOfReport(edition, report, {})).filter(
          ({ place, level }) => place !== null && level !== 'remark',
        );
        expect(about.map(({ rule, place }) => `${rule} ${place}`)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('are offered only where every figure of theirs is known', () => {
    const { figures } = soundReport();
    const offered = phrasesOf(edition2021, { ...figures, 'applications.granted.total': null });
    expect(offered.some(({ text }) => text.includes('予以公开'))).toBe(false);
    expect(offered.some(({ text }) => text.includes('本年新收政府信息公开申请9件，上年结转1件'))).toBe(true);
    expect(phrasesOf(edition2021, {}).every(({ fromFigures }) => !fromFigures)).toBe(true);
    const withOneLess = { ...figures, 'applications.granted.total': null };
    expect([figures, withOneLess].map((known) => waitingPhrases(edition2021, known, 'overview'))).toEqual([0, 1]);
  });

  test('are offered again when a figure of theirs has changed, and only then', () => {
    fc.assert(
      fc.property(reports, fc.nat(200), ({ edition, figures }, value) => {
        const narrative = narrativeOf({ edition, figures });
        expect(outdatedPhrases(edition, { figures, narrative })).toEqual([]);
        const changed = { ...figures, 'applications.received.total': value };
        const outdated = outdatedPhrases(edition, { figures: changed, narrative });
        expect(outdated.length > 0).toBe(value !== figures['applications.received.total']);
        for (const { to } of outdated) expect(to).toContain(`申请${value}件`);
      }),
      { numRuns: 60 },
    );
  });
});
