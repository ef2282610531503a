/** The files of a collection, over a pool that reads when the test says so. */
import { expect, test, vi } from 'vitest';
import { failed } from '../../../src/read/failure';
import { edition2021 } from '../../../src/report/editions/2021';
import type { CheckedFile } from '../../../src/rollup/collection/checked';
import { receivedOf, valueOf } from '../../../src/rollup/received';
import { Collector } from '../../../src/taskpane/county/collecting/collector';
import type { Incoming, readAll } from '../../../src/taskpane/county/collecting/pool';
import { sampleReport } from '../../write/samples';

/** The readings that were begun and not cancelled; each reads its next file when it is told to. */
const runs: { read: () => void; left: string[] }[] = [];
vi.mock(import('../../../src/taskpane/county/collecting/pool'), () => ({
  readAll: ((incoming, take, done) => {
    const run = {
      left: incoming.map(({ source }) => source),
      read: () => {
        const source = run.left.shift();
        if (source === undefined) return;
        take(source, answers.get(source) ?? failed('internal', { cause: '' }));
        if (run.left.length === 0) done();
      },
    };
    runs.push(run);
    const cancel = () => {
      runs.splice(runs.indexOf(run), 1);
      return run.left.length;
    };
    return { pause: () => undefined, goOn: () => undefined, cancel };
  }) satisfies typeof readAll,
}));

/** What is read from a file; from any other nothing. */
const answers = new Map<string, CheckedFile>();
const reportIn = (source: string, unit: string | null, total: number): void => {
  const sample = sampleReport();
  const figures = { ...sample.figures, 'review.reconsideration.total': total };
  const report = { ...sample, unit: { ...sample.unit, name: unit }, figures };
  const reading = { part: null, edition: edition2021, report, sources: new Map(), doubts: [] };
  const received = receivedOf({ source, reading, findings: [] });
  answers.set(source, { ok: true, checked: [{ reading, findings: [], received }] });
};

const files = (...names: string[]): Incoming[] => names.map((source) => ({ source, file: () => new File([], source) }));
const named = ({ files: found }: { files: ReadonlyMap<string, unknown> }) => [...found.keys()].sort();
const readOut = (): void => {
  for (let run = runs[0]; run !== undefined && run.left.length > 0; run = runs[0]) {
    run.read();
    if (run.left.length === 0) runs.shift();
  }
};

test('files that are chosen while others are read are read too, and none of the first is lost', () => {
  const collector = new Collector('zh');
  reportIn('丙', '丙局', 1);
  collector.add(files('甲', '乙', '丙'));
  runs[0]?.read();
  collector.add(files('丁', '丙'));
  expect(collector.current().progress).toMatchObject({ done: 0, all: 3 });
  readOut();
  expect(collector.current()).toMatchObject({ progress: null, notRead: 0, brought: { files: 3, reports: 1 } });
  expect(named(collector.current())).toEqual(['丁', '丙', '乙', '甲']);
  answers.clear();
});

test('a file of the same name replaces what was there of the same unit, and stands beside another unit’s', () => {
  const collector = new Collector('zh');
  const choose = (unit: string | null, total: number) => {
    reportIn('年报.docx', unit, total);
    collector.add(files('年报.docx'));
    readOut();
    return [...collector.current().files.values()].flatMap(({ taken }) =>
      taken.map(({ received }) => [received.source, received.unit, valueOf(received, 'review.reconsideration.total')]),
    );
  };
  expect(choose('甲局', 1)).toEqual([['年报.docx', '甲局', 1]]);
  const both = [
    ['年报.docx', '甲局', 1],
    ['年报.docx（2）', '乙局', 2],
  ];
  expect(choose('乙局', 2)).toEqual(both);
  expect(choose('乙局', 3)).toEqual([both[0], ['年报.docx（2）', '乙局', 3]]);
  expect(choose('甲 局', 4)[0]).toEqual(['年报.docx', '甲 局', 4]);
  answers.clear();
});

test('files of no kind that can be read stay named when others are chosen', () => {
  const collector = new Collector('zh');
  collector.skip(['甲.rar']);
  collector.add(files('乙'));
  readOut();
  collector.skip(['丙.jpg', '甲.rar']);
  expect(collector.current().others).toEqual(['甲.rar', '丙.jpg']);
});

test('a report that is mended on a sheet stands once, whichever way it is taken from there first', () => {
  const checkedIn = (source: string, total: number) => {
    reportIn(source, '甲局', total);
    const answer = answers.get(source);
    answers.clear();
    const [one] = answer?.ok === true ? answer.checked : [];
    if (one === undefined) throw new Error('the sample is meant to be a report');
    return one;
  };
  const mended = checkedIn('本工作簿（2025年报表）', 2);
  const own = checkedIn('本工作簿（2025年报表（2））', 3);
  const sources = ({ files: found }: ReturnType<Collector['current']>) =>
    [...found.values()].flatMap(({ taken }) => taken.map(({ received }) => received.source)).sort();
  for (const sheetsFirst of [true, false]) {
    const collector = new Collector('zh');
    reportIn('甲局.docx', '甲局', 1);
    collector.add(files('甲局.docx'));
    readOut();
    answers.clear();
    const steps = [() => collector.put('本工作簿', [mended, own]), () => collector.replace('甲局.docx', mended)];
    for (const step of sheetsFirst ? steps : steps.reverse()) step();
    expect(sources(collector.current())).toEqual([mended, own].map(({ received }) => received.source).sort());
  }
});

test('two files of one name in one choice are two', () => {
  const collector = new Collector('zh');
  collector.add(files('年报.docx', '年报.docx'));
  readOut();
  expect(named(collector.current())).toEqual(['年报.docx', '年报.docx（2）']);
});

test('a reading that was cancelled says how many it left; they are not read unasked', () => {
  const collector = new Collector('zh');
  collector.add(files('甲', '乙', '丙'));
  runs[0]?.read();
  collector.cancel();
  expect(collector.current()).toMatchObject({ progress: null, notRead: 2, brought: null });
  expect(named(collector.current())).toEqual(['甲']);
  collector.add(files('丁'));
  readOut();
  expect(named(collector.current())).toEqual(['丁', '甲']);
  expect(collector.current().notRead).toBe(0);
});

test('while it reads it says how many of how many, the file in hand, and how long the rest will take', () => {
  vi.useFakeTimers({ now: 0 });
  try {
    const collector = new Collector('zh');
    collector.add(files('甲', '乙', '丙', '丁'));
    expect(collector.current().progress).toEqual({ done: 0, all: 4, file: '', left: null, paused: false });
    vi.setSystemTime(2_000);
    runs[0]?.read();
    expect(collector.current().progress).toEqual({ done: 1, all: 4, file: '甲', left: 6, paused: false });
    collector.pause();
    expect(collector.current().progress?.paused).toBe(true);
    collector.goOn();
    expect(collector.current().progress?.paused).toBe(false);
    readOut();
    expect(collector.current().progress).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('a file on which the program failed tells its unit’s sentence, and where it failed to whoever mends it', () => {
  const collector = new Collector('zh');
  answers.set('甲', failed('internal', { cause: 'TypeError\nat readText' }));
  answers.set('乙', failed('pdfNoText'));
  collector.add(files('甲', '乙'));
  readOut();
  const { files: found } = collector.current();
  expect(found.get('甲')?.cause).toBe('TypeError\nat readText');
  expect(found.get('甲')?.failure).toContain('读取时出错');
  expect(found.get('乙')?.cause).toBeNull();
  answers.clear();
});
