/** What was asked of units, as it stands on the sheet 修改意见, and what became of it. */
import { describe, expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { isSumSheet } from '../../../src/report/sheet/workbook';
import type { Report } from '../../../src/report/report';
import {
  askedOn,
  askedSheet,
  followedUp,
  lastAsked,
  askedAgain,
  roundAbout,
  markOf,
  pointCounts,
  pointText,
  withLetters,
} from '../../../src/rollup/collection/asked';
import type { Checked } from '../../../src/rollup/collection/checked';
import { ownFindings, receivedOf } from '../../../src/rollup/received';
import { sampleReport } from '../../write/samples';

const unit = '青禾县农业农村局';
const checkedOf = (figures: Report['figures'] = {}): Checked => {
  const report = { ...sampleReport(), figures: { ...sampleReport().figures, ...figures } };
  const reading = { part: null, edition: edition2021, report, sources: new Map(), doubts: [] };
  const findings = ownFindings(reading, null);
  return { reading, findings, received: receivedOf({ source: '年报.docx', reading, findings }) };
};
const total = 'review.reconsideration.total';
const wrong = checkedOf({ [total]: 77 });
const asked = withLetters([], [{ unit, checked: wrong }], 'zh');
const states = (checked: Checked) => followedUp(asked, unit, checked, false)?.map(({ state }) => state);

describe('what was asked', () => {
  test('comes back from its sheet as it was written, whatever else stands there', () => {
    const { rows } = askedSheet(asked, () => 'open', 'zh');
    expect(askedOn(rows)).toEqual(asked);
    expect(askedOn([...rows, ['某人写的', '', '话'], [], [unit, 'x', '', '', '', '', 'T2-ID', '', '']])).toEqual(asked);
    expect(isSumSheet(rows)).toBe(true);
    expect(asked.length).toBeGreaterThan(0);
  });

  test('is told of the same submission not at all, and of another one point by point', () => {
    expect(states(wrong)).toBeUndefined();
    // What was asked of the text is still there.
    expect(states(checkedOf())).toEqual(asked.map((_, at) => (at === 0 ? 'mended' : 'open')));
    expect(states(checkedOf({ [total]: 78 }))?.[0]).toBe('open');
    expect(states(checkedOf({ [total]: null }))?.[0]).toBe('unclear');
    const worse = checkedOf({ 'applications.total.total': 1 });
    const points = followedUp(asked, unit, worse, false) ?? [];
    expect(points[0]?.state).toBe('mended');
    expect(points.slice(asked.length).map(({ state }) => state)).toContain('new');
    expect(pointCounts(points, 'zh')).toMatch(/^已改 1、未改 \d+、新增 \d+$/u);
    for (const point of points) expect(pointText(point, edition2021, 'zh')).not.toBe('');
  });

  test('of a letter about the same submission takes the place of the last; about another it is a new round', () => {
    expect(withLetters(asked, [{ unit, checked: wrong }], 'zh')).toEqual(asked);
    const again = withLetters(asked, [{ unit, checked: checkedOf({ [total]: 78 }) }], 'zh');
    expect(again.slice(0, asked.length)).toEqual(asked);
    expect(lastAsked(again, unit).every(({ round }) => round === 2)).toBe(true);
    expect(lastAsked(again, '别的单位')).toEqual([]);
  });
});

test('another file with the same content is the same submission; a figure that is blank is another than 0', () => {
  expect(markOf({ ...checkedOf().received, source: '别的.xlsx' })).toBe(markOf(checkedOf().received));
  expect(markOf(checkedOf({ [total]: 0 }).received)).not.toBe(markOf(checkedOf({ [total]: null }).received));
});

test('an earlier submission that comes again is no answer to a later letter; what both letters ask is asked again', () => {
  const second = checkedOf({ [total]: 78 });
  const both = withLetters(asked, [{ unit, checked: second }], 'zh');
  expect([wrong, second, checkedOf()].map(({ received }) => roundAbout(both, unit, received))).toEqual([1, 2, null]);
  expect(followedUp(both, unit, wrong, false)).toBeNull();
  expect(followedUp(both, unit, second, false)).toBeNull();
  expect(followedUp(both, unit, checkedOf(), false)?.[0]?.state).toBe('mended');
  // Whether the letter about it was made already changes nothing.
  for (const before of [asked, both])
    expect([...askedAgain(before, { unit, checked: second })].map(({ rule }) => rule)).toContain('T3-SUM');
  expect(askedAgain(both, { unit, checked: wrong }).size).toBe(0);
});

test('a blank that is filled in is mended; of several the rest is the same point', () => {
  const ids = ['review.reconsideration.upheld', 'review.reconsideration.pending'];
  const blank = (...lacking: string[]) => checkedOf(Object.fromEntries(lacking.map((id) => [id, null])));
  const points = withLetters([], [{ unit, checked: blank(...ids) }], 'zh');
  const at = points.findIndex(({ rule }) => rule === 'EMPTY');
  expect(points[at]?.level).toBe('须补充');
  const stateIn = (checked: Checked) => followedUp(points, unit, checked, false)?.[at]?.state;
  expect(stateIn(blank(ids[0] ?? ''))).toBe('open');
  expect(stateIn(checkedOf())).toBe('mended');
});
