import { describe, expect, test } from 'vitest';
import { lastYearOf } from '../../src/host/lastYear';
import { edition2019 } from '../../src/report/editions/2019';
import { emptyReport } from '../../src/report/empty';
import { equationsOf } from '../../src/taskpane/home/equations';
import { brokenReport, edition2021, soundReport } from './samples';

const ordinal = (number: string): string => `第${number}项`;
const statesOf = (id: string, figures: ReturnType<typeof soundReport>['figures']) =>
  equationsOf(edition2021, id, figures, ordinal).map(({ state }) => state);

test('a figure is told every equation in which it stands, with the numbers of today', () => {
  expect(statesOf('applications.granted.person', soundReport().figures)).toEqual(['equal', 'equal']);
  expect(statesOf('applications.total.person', brokenReport().figures)).toEqual(['unequal', 'unequal', 'unequal']);
  const [balance] = equationsOf(edition2021, 'applications.received.person', soundReport().figures, ordinal);
  expect(balance?.sums).toEqual([9, 9]);
  const blank = { ...soundReport().figures, 'applications.carriedIn.person': null };
  expect(statesOf('applications.received.person', blank)[0]).toBe('open');
  expect(statesOf('disclosure.licensing.decisions', soundReport().figures)).toEqual([]);
});

describe('last year’s figure', () => {
  const before = emptyReport(edition2019, 2020, '云溪县林业局');
  before.figures['applications.carriedOut.person'] = 3;
  before.figures['applications.other.person'] = 4;
  before.figures['disclosure.regulations.made'] = 2;
  before.figures['disclosure.regulations.publicTotal'] = 9;

  test('of what was carried over is what last year left', () => {
    expect(lastYearOf('applications.carriedIn.person', before)).toMatchObject({ kind: 'carried', value: 3 });
  });

  test('of the three rows of （六） is the one row of the edition of 2019, as a sum', () => {
    expect(lastYearOf('applications.other.rest.person', before)).toMatchObject({ kind: 'sum', value: 4 });
  });

  test('is none where the older format counted something else', () => {
    expect(lastYearOf('disclosure.regulations.issued', before)).toBeNull();
    expect(lastYearOf('disclosure.regulations.inForce', before)).toBeNull();
  });
});
