import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf, type Entry, type FigureId } from '../../src/report/figures';
import { check } from '../../src/rules/check';
import { levels } from '../../src/rules/findings';
import type { Finding } from '../../src/rules/finding';
import { inputOfReport, type CheckInput } from '../../src/rules/input';
import { isPrintedNone } from '../../src/rules/sums/printedNone';
import { checkValues } from '../../src/rules/values';
import { findingMessage } from '../../src/rules/words/words';
import { cases } from './text/effort';
import { generator, randomEntries, validReport } from './sample';

const zeros = (edition = edition2021): CheckInput => ({
  edition,
  year: edition.firstYear,
  unit: null,
  entries: new Map(figuresOf(edition).map(({ id }): [FigureId, Entry] => [id, { kind: 'number', value: 0 }])),
});

const withEntry = (id: FigureId, entry: Entry, edition = edition2021): Finding[] => {
  const input = zeros(edition);
  return check({ ...input, entries: new Map([...input.entries, [id, entry]]) });
};

const said = (findings: readonly Finding[], edition = edition2021): string[] =>
  findings.map((finding) => findingMessage(finding, edition, 'zh'));

test('an empty table is one remark, not one for each of its cells', () => {
  const input = { ...zeros(), entries: new Map() };
  const found = check(input);
  expect(found.map(({ rule, level, table, figures }) => [rule, level, table, figures.length])).toEqual([
    ['EMPTY', 'remark', 'disclosure', 10],
    ['EMPTY', 'remark', 'applications', 175],
    ['EMPTY', 'remark', 'review', 15],
  ]);
});

test('a blank cell is named in the form’s own words', () => {
  const found = withEntry('applications.denied.publicSafety.person', { kind: 'blank' });
  expect(said(found)).toEqual(['未填：三、（三）3“自然人”。没有发生的，请填 0。']);
});

test('a stroke printed for nothing is a remark of its own words, never a zero', () => {
  for (const text of ['/', '-', '—', '无', '——']) {
    const [found] = withEntry('review.reconsideration.upheld', { kind: 'text', text, number: null });
    expect(found).toMatchObject({ rule: 'EMPTY', level: 'remark', details: { printed: 1 } });
  }
});

test('a text for a number is a fault, and the number that it plainly says is offered', () => {
  const id = 'disclosure.penalties.decisions';
  const [found, ...others] = withEntry(id, { kind: 'text', text: '１２件', number: 12 });
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    rule: 'TEXT',
    level: 'fault',
    repairs: [{ changes: [{ figure: id, from: null, to: 12 }] }],
  });
  expect(said(found === undefined ? [] : [found])).toEqual([
    '二、行政处罚“本年处理决定数量”：此格内容是文本“１２件”，不能参与计算，应填数字 12。',
  ]);
  expect(withEntry(id, { kind: 'text', text: '若干', number: null })[0]?.repairs).toEqual([]);
});

test('negative numbers, fractions and error values are faults where no such thing can be', () => {
  const rulesOf = (id: FigureId, entry: Entry, edition = edition2021): string[] =>
    withEntry(id, entry, edition).map(({ rule }) => rule);
  expect(rulesOf('disclosure.licensing.decisions', { kind: 'number', value: -2 })).toEqual(['T1-SIGN']);
  expect(rulesOf('disclosure.licensing.change', { kind: 'number', value: -2 }, edition2019)).toEqual([]);
  expect(rulesOf('disclosure.licensing.change', { kind: 'number', value: -2.5 }, edition2019)).toEqual(['INT']);
  expect(rulesOf('disclosure.fees.amount', { kind: 'number', value: -0.5 })).toEqual(['T1-SIGN']);
  expect(rulesOf('disclosure.fees.amount', { kind: 'number', value: 59237.2449 })).toEqual([]);
  expect(rulesOf('disclosure.fees.amount', { kind: 'number', value: 0.123456 })).toEqual([]);
  expect(rulesOf('disclosure.fees.amount', { kind: 'number', value: 0.1234567 })).toEqual(['DECIMALS']);
  expect(rulesOf('disclosure.penalties.decisions', { kind: 'number', value: 2.5 })).toEqual(['INT']);
  expect(rulesOf('review.reconsideration.upheld', { kind: 'error', text: '#REF!' })).toEqual(['ERROR']);
  expect(rulesOf('applications.granted.person', { kind: 'number', value: -1 })).toEqual(['T1-SIGN']);
});

test('a total by formula that waits for its parts is not called blank: nobody has to fill it in', () => {
  const ids = figuresOf(edition2021).map(({ id }) => id);
  const formulas = new Set(ids.filter((id) => id.endsWith('.total') || id.startsWith('applications.total.')));
  const blanksWith = (entries: CheckInput['entries']) =>
    check({ ...zeros(), formulas, entries }).flatMap(({ rule, figures, details }) =>
      rule.startsWith('EMPTY') ? [[rule, figures.length, details]] : [],
    );
  const waiting = ['granted.person', 'granted.total', 'total.person', 'total.total'].map((id) => `applications.${id}`);
  const blank: Entry = { kind: 'blank' };
  expect(blanksWith(new Map([...zeros().entries, ...waiting.map((id): [FigureId, Entry] => [id, blank])]))).toEqual([
    ['EMPTY', 1, { printed: 0, whole: false }],
  ]);
  expect(blanksWith(new Map())).toEqual([10, 144, 12].map((count) => ['EMPTY', count, { printed: 0, whole: true }]));
});

test('a total left blank while all its parts are filled is told apart, with the sum that belongs there', () => {
  const id = 'applications.granted.total';
  const found = withEntry(id, { kind: 'blank' });
  expect(found.map(({ rule, repairs }) => [rule, repairs])).toEqual([
    ['EMPTY-TOTAL', [{ changes: [{ figure: id, from: null, to: 0 }] }]],
  ]);
});

test('what is not classified yet is a quiet hint with the number that is left, not a fault', () => {
  const input = zeros();
  const entries = new Map(input.entries);
  entries.set('applications.received.person', { kind: 'number', value: 9 });
  entries.set('applications.received.total', { kind: 'number', value: 9 });
  entries.set('applications.granted.person', { kind: 'number', value: 5 });
  for (const id of [
    'granted.total',
    'denied.stateSecret.person',
    'denied.stateSecret.total',
    'total.person',
    'total.total',
  ]) {
    entries.set(`applications.${id}`, { kind: 'blank' });
  }
  const found = check({ ...input, entries });
  expect(found.filter(({ level }) => level === 'fault')).toEqual([]);
  expect(said(found)).toContain('三、“自然人”列：第一、二项共 9 件，还差 4 件未分类。');
});

test('rows and columns that are too many or missing are faults that name their label', () => {
  const found = check({
    ...zeros(),
    unknown: [
      { table: 'applications', axis: 'row', label: '9.属于工作秘密', cell: { row: 40, column: 8 } },
      { table: 'review', axis: 'column', label: '撤回', cell: { row: 50, column: 15 } },
    ],
    missing: [{ table: 'applications', axis: 'row', id: 'denied.thirdParty', label: '三、（三）4' }],
  });
  expect(found.map(({ rule, level }) => [rule, level])).toEqual([
    ['missing-row', 'fault'],
    ['unknown-row', 'fault'],
    ['unknown-column', 'fault'],
  ]);
  expect(found[0]?.figures).toHaveLength(7);
  expect(found[1]?.cell).toEqual({ row: 40, column: 8 });
  expect(said(found).map((text, at) => text.includes(['三、（三）4', '9.属于工作秘密', '撤回'][at] ?? '?'))).toEqual([
    true,
    true,
    true,
  ]);
});

test('a row that is missing is told once: its cells are not called blank', () => {
  const input = zeros();
  const entries = new Map([...input.entries].filter(([id]) => !id.includes('denied.thirdParty')));
  const missing = [{ table: 'applications', axis: 'row', id: 'denied.thirdParty', label: '三、（三）4' }] as const;
  expect(check({ ...input, entries, missing }).map(({ rule }) => rule)).toEqual(['missing-row']);
});

test('the check is pure, faults come first, and every finding has a sentence in both languages', () => {
  for (const edition of editions) {
    for (let seed = 0; seed < cases(60); seed += 1) {
      const entries = randomEntries(edition, seed);
      const input = { ...inputOfReport(edition, validReport(edition, generator(seed))), entries };
      const found = check(input);
      expect(check(input)).toEqual(found);
      const ranks = found.map(({ level }) => levels.indexOf(level));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      for (const item of found) {
        for (const language of ['zh', 'en'] as const) {
          const text = findingMessage(item, edition, language);
          expect(text).not.toMatch(/undefined|null|NaN|\[object/);
          expect(text.length).toBeGreaterThan(8);
        }
      }
    }
  }
});

const cells = (changes: Readonly<Record<FigureId, Entry>>): CheckInput => {
  const input = zeros();
  return { ...input, entries: new Map([...input.entries, ...Object.entries(changes)]) };
};
const number = (value: number): Entry => ({ kind: 'number', value });
const blank: Entry = { kind: 'blank' };
const inReview = (values: Readonly<Record<string, Entry>>): CheckInput =>
  cells(
    Object.fromEntries(Object.entries(values).map(([column, entry]) => [`review.reconsideration.${column}`, entry])),
  );

test('a blank total is told with the sum of its parts, a blank part as still to be filled in', () => {
  const parts = { upheld: number(3), corrected: number(4) };
  expect(checkValues(inReview({ ...parts, total: blank }))).toMatchObject([
    {
      rule: 'EMPTY-TOTAL',
      table: 'review',
      figures: ['review.reconsideration.total'],
      repairs: [{ changes: [{ figure: 'review.reconsideration.total', from: null, to: 7 }] }],
    },
  ]);
  expect(checkValues(inReview({ ...parts, otherResult: blank, total: blank }))).toMatchObject([
    {
      rule: 'EMPTY',
      figures: ['review.reconsideration.otherResult', 'review.reconsideration.total'],
      details: { printed: 0, whole: false },
    },
  ]);
  expect(
    checkValues(inReview({ ...parts, otherResult: { kind: 'error', text: '#REF!' }, total: blank })),
  ).toMatchObject([{ rule: 'ERROR' }, { rule: 'EMPTY' }]);
});

test('a total without an entry is blank; a total printed as none is still to be filled in, like any other cell', () => {
  const given = inReview({ upheld: number(3) });
  const entries = new Map([...given.entries].filter(([id]) => id !== 'review.reconsideration.total'));
  expect(checkValues({ ...given, entries })[0]).toMatchObject({ rule: 'EMPTY-TOTAL' });
  expect(checkValues(inReview({ upheld: number(3), total: { kind: 'text', text: '/', number: null } }))).toMatchObject([
    { rule: 'EMPTY', figures: ['review.reconsideration.total'], details: { printed: 1, whole: false } },
  ]);
});

test('a table in which every cell is blank is told as a whole, and only then', () => {
  const review = figuresOf(edition2021).filter(({ table }) => table === 'review');
  const empty = Object.fromEntries(review.map(({ id }): [FigureId, Entry] => [id, blank]));
  const told = (changes: Readonly<Record<FigureId, Entry>>): unknown => checkValues(cells(changes))[0]?.details;
  expect(told(empty)).toMatchObject({ whole: true });
  expect(told({ ...empty, 'review.reconsideration.upheld': number(0) })).toMatchObject({ whole: false });
});

test('a fraction of a case is one fault, however many decimals it has', () => {
  const id = 'disclosure.penalties.decisions';
  expect(checkValues(cells({ [id]: number(2.1234567) })).map(({ rule, details }) => [rule, details])).toEqual([
    ['INT', { value: 2.1234567 }],
  ]);
  expect(checkValues(cells({ [id]: number(-2.5) })).map(({ rule }) => rule)).toEqual(['T1-SIGN', 'INT']);
});

test('what a text says is told as it stands, with a number only where it plainly says one', () => {
  const details = (text: string, says: number | null): unknown =>
    checkValues(cells({ 'disclosure.penalties.decisions': { kind: 'text', text, number: says } }))[0]?.details;
  expect(details('若干', null)).toEqual({ text: '若干', number: null });
  expect(details('0件', 0)).toEqual({ text: '0件', number: 0 });
  expect(withEntry('review.reconsideration.upheld', { kind: 'error', text: '#REF!' })[0]?.details).toEqual({
    text: '#REF!',
  });
});

test('what a row or column that is missing held nobody knows: it is never advised to be 0', () => {
  for (const axis of ['row', 'column'] as const) {
    const id = axis === 'row' ? 'denied.thirdParty' : 'research';
    const found = check({ ...zeros(), missing: [{ table: 'applications', axis, id, label: '三、（三）4' }] });
    expect(found.map(({ rule }) => rule)).toEqual([`missing-${axis}`]);
    for (const finding of found) {
      expect(findingMessage(finding, edition2021, 'zh')).toContain('对照原件填写');
      for (const language of ['zh', 'en'] as const)
        expect(findingMessage(finding, edition2021, language)).not.toContain('0');
    }
  }
});

test('a missing row or column takes exactly its own cells of its own table with it', () => {
  const given = zeros();
  const lost = (axis: 'row' | 'column', id: string): Finding[] =>
    checkValues({ ...given, missing: [{ table: 'review', axis, id, label: '总计' }] });
  const [column] = lost('column', 'total');
  expect(column).toMatchObject({
    rule: 'missing-column',
    table: 'review',
    figures: ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'].map(
      (row) => `review.${row}.total`,
    ),
    details: { label: '总计', id: 'total' },
  });
  expect(lost('row', 'directLitigation')[0]).toMatchObject({ rule: 'missing-row' });
  expect(lost('row', 'directLitigation')[0]?.figures).toHaveLength(5);
  expect(lost('row', 'total')[0]?.figures).toEqual([]);
});

test('a mark for nothing may be repeated and set with spaces of any width; with anything else it is a text', () => {
  for (const mark of ['无', '/', '／', '-', '－', '–', '—', '——', ' / ', '　-　', '\u00a0无']) {
    expect(isPrintedNone(mark), mark).toBe(true);
  }
  for (const text of ['无误', '-1', '1/2', '/件', '有无']) expect(isPrintedNone(text), text).toBe(false);
});

test('what was not read is never advised to be 0, be it a figure, a table or a total whose parts are all there', () => {
  const { id } = figuresOf(edition2021).find(({ table }) => table === 'applications') ?? { id: '' };
  const review = figuresOf(edition2021).flatMap((figure) => (figure.table === 'review' ? [figure.id] : []));
  const total = 'applications.granted.total';
  const input = zeros();
  const unread = new Set([id, total, ...review]);
  const entries = new Map([...input.entries].map(([own, entry]) => [own, unread.has(own) ? blank : entry]));
  const found = check({ ...input, entries, unread });
  expect(found.map(({ rule, figures }) => [rule, figures])).toEqual([
    ['UNREAD', [id, total]],
    ['UNREAD', review],
  ]);
  for (const finding of found) {
    expect(finding.repairs).toEqual([]);
    expect(findingMessage(finding, edition2021, 'zh')).toContain('请对照原件填写');
    expect(findingMessage(finding, edition2021, 'zh')).not.toContain('没有发生的，请填 0');
  }
  expect(found.map(({ details }) => details)).toEqual([{ whole: false }, { whole: true }]);
  // A figure that is not among the entries at all is as unread; one whose cell says 无 was read.
  const others = new Map([...input.entries].filter(([own]) => own !== id));
  const rules = (given: CheckInput['entries']) => check({ ...input, entries: given, unread: new Set([id]) });
  expect(rules(others).map(({ rule }) => rule)).toEqual(['UNREAD']);
  const none = rules(new Map([...others, [id, { kind: 'text', text: '无', number: null }]]));
  expect(none.map(({ rule, details }) => [rule, details])).toEqual([['EMPTY', { printed: 1, whole: false }]]);
  // What is filled in later is no longer unread.
  expect(check({ ...input, unread })).toEqual([]);
});
