import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import type { Report } from '../../../src/report/report';
import { followUp, type Knowable } from '../../../src/rollup/collection/followUp';
import { check } from '../../../src/rules/check';
import { inputOfReport } from '../../../src/rules/input';
import { sampleReport } from '../../write/samples';

const findingsOf = (report: Report) => check(inputOfReport(edition2021, report));
const knownIn = ({ figures }: Report): Knowable => ({
  hasFigure: (id) => (figures[id] ?? null) !== null,
  hasText: true,
  hasLastYear: false,
});
const changed = (changes: Report['figures']): Report => ({
  ...sampleReport(),
  figures: { ...sampleReport().figures, ...changes },
});
const states = (old: Report, now: Report) =>
  followUp(findingsOf(old), findingsOf(now), knownIn(now)).filter(({ finding }) => finding.level === 'fault');
const id = 'review.reconsideration.total';
const wrong = changed({ [id]: 77 });

describe('the points of a letter, when the unit hands in again', () => {
  test('each is there once and in order, then what is new, whatever was changed', () => {
    const ids = figuresOf(edition2021).map((figure) => figure.id);
    const anyReport = fc.dictionary(fc.constantFrom(...ids), fc.nat(99), { maxKeys: 5 }).map(changed);
    fc.assert(
      fc.property(anyReport, anyReport, (old, now) => {
        const [asked, found] = [findingsOf(old), findingsOf(now)];
        const points = followUp(asked, found, knownIn(now));
        expect(points.slice(0, asked.length).map(({ finding }) => finding.rule)).toEqual(asked.map(({ rule }) => rule));
        expect(points.slice(asked.length).every(({ state }) => state === 'new')).toBe(true);
        const told = new Set(points.map(({ finding }) => finding));
        expect(found.filter((finding) => !told.has(finding))).toEqual([]);
        expect(followUp(asked, asked, knownIn(old)).every(({ state }) => state === 'open')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('a sum put right is mended; another wrong number is not; a fault of today is new', () => {
    expect(states(wrong, sampleReport()).map(({ state }) => state)).toEqual(['mended']);
    expect(states(wrong, changed({ [id]: 78 })).map(({ state }) => state)).toEqual(['open']);
    expect(states(sampleReport(), wrong).map(({ state }) => state)).toEqual(['new']);
  });

  test('a figure that is blank now mends nothing', () => {
    const asked = findingsOf(wrong).filter(({ level }) => level === 'fault');
    const points = followUp(asked, [], knownIn(changed({ [id]: null })));
    expect(points.map(({ state }) => state)).toEqual(['unclear']);
  });
});
