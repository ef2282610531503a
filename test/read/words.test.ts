import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/read/read';
import type { Doubt, DoubtDetails, DoubtKind, SourcePlace } from '../../src/read/doubt';
import type { FailureDetails, FailureKind, ReadFailure } from '../../src/read/failure';
import { placeText } from '../../src/read/places';
import { doubtMessage, failureMessage } from '../../src/read/words/words';
import { edition2021 } from '../../src/report/editions/2021';
import { figureName, figuresOf } from '../../src/report/figures';
import type { Language } from '../../src/report/language';

const table = 'applications';
const quoted = { text: '见附件\n第二行' };
const labelled = { label: '规章' };
const inRow = { table, row: '（一）予以公开' } as const;
const notThere = { table, labels: ['规章', '行政许可'] } as const;
const shown = { shown: '18.87', stored: '18.87104' };
const aside = { reason: 'struck', text: '12' } as const;
const cell: SourcePlace = { in: 'cell', sheet: '表一', cell: { row: 6, column: 3 } };
const line: SourcePlace = { in: 'line', table, line: 9 };
const untabled: SourcePlace = { in: 'line', table: null, line: 9 };
const row: SourcePlace = { in: 'row', table, nth: 2, row: 4 };

/** What each kind of doubt may say of itself, and where each may stand. */
const doubts: { readonly [K in DoubtKind]: readonly [DoubtDetails[K], SourcePlace | null] } = {
  cellCount: [{ ...inRow, expected: 7, read: 5 }, row],
  rowRagged: [{ ...inRow, row: null }, line],
  headsForeign: [{ ...inRow, printed: '规章制度' }, line],
  rowTwice: [labelled, cell],
  headTwice: [labelled, row],
  cellsMoved: [{ table, line: '自然人' }, cell],
  cellsPerhapsMoved: [{ table, line: '自然人', whole: false }, cell],
  headsUnread: [{ table }, row],
  headCut: [labelled, row],
  labelDamaged: [{ ...labelled, printed: '规章制度' }, cell],
  otherYear: [{ table: 'applications', text: '2023年收到和处理情况' }, line],
  editionMixed: [{ ...labelled, printed: '规章制度' }, line],
  unknownRow: [{ label: '' }, cell],
  unknownColumn: [labelled, row],
  extraLine: [quoted, untabled],
  annexUnread: [quoted, untabled],
  cellUnread: [quoted, line],
  cellUnclear: [aside, cell],
  boxShared: [quoted, cell],
  cellShared: [quoted, cell],
  cellsTogether: [quoted, cell],
  cellTwice: [quoted, cell],
  cellCrossed: [quoted, cell],
  boxInner: [quoted, cell],
  looseNumber: [quoted, cell],
  unitConflict: [quoted, line],
  unitUnknown: [quoted, row],
  sectionRenamed: [{ ...quoted, section: 'other' }, untabled],
  hiddenCells: [{}, cell],
  notCached: [{}, cell],
  resultStale: [{}, cell],
  resultPending: [{}, cell],
  manualCalculation: [{}, cell],
  shownOtherwise: [{ ...shown, shown: '' }, cell],
  shownRounded: [shown, cell],
  editionUncertain: [{}, null],
  unitNameMissing: [{}, null],
  yearMissing: [{}, null],
  unitFromText: [{ unit: '云溪县林业局' }, null],
  yearFromText: [{ year: 2022 }, null],
  tableMissing: [{ table }, null],
  rowsMissing: [notThere, null],
  columnsMissing: [notThere, null],
  blanksAsZero: [{}, null],
  sheetsJoined: [{ parts: '表一、表二' }, null],
  leftOut: [{ reason: 'mark', texts: ['①', '注'] }, null],
  sectionMissing: [{ section: 'overview' }, null],
  markedUnread: [{}, null],
  hiddenSheet: [{ sheet: '表一' }, null],
  cellsUnplaced: [{ rows: 3 }, null],
  textUnreadable: [{ pieces: 3 }, null],
  seenOtherwise: [{ reason: 'faint' }, null],
  partUnread: [{ format: null }, null],
};

const failures: { readonly [K in FailureKind]: FailureDetails[K] } = {
  empty: {},
  noReport: { foreign: false },
  tooLarge: { limit: 5 },
  fileTooLarge: { limit: 5 },
  jsonSyntax: {},
  foreignJson: { format: null },
  unknownMajor: { format: 'x/1', known: '1' },
  unknownEdition: { edition: '1999' },
  foreignKeys: { keys: ['x', 'y'], at: 'figures' },
  invalidJson: { at: 'year' },
  repeatedKey: { key: 'year' },
  figureTooLarge: { at: 'figures.x' },
  oldWord: {},
  pdfNoText: {},
  encrypted: {},
  sealed: {},
  binaryWorkbook: {},
  otherDocument: { format: 'RTF' },
  otherWorkbook: { format: 'ODF' },
  otherFormat: { format: 'OFD' },
  packed: { format: 'RAR' },
  picture: {},
  archiveBroken: {},
  archiveUnsafe: { danger: 'size', reason: 'more than it says' },
  unknownFile: {},
  fileGone: {},
  internal: { cause: 'TypeError' },
};

const five = figuresOf(edition2021).slice(40, 45);
const languages = [
  ['zh', /^(?:存疑|提示)：.*[。]$/u, '。'],
  ['en', /^(?:In doubt|Note): .*\.$/u, '.'],
] as const;
const flaws = /undefined|null|NaN|\[object|“”|\n/u;

/** What a sentence in English says of its own: nothing that it quotes, and no figure by its name in the form. */
const ownWords = (sentence: string): string =>
  five.reduce((rest, figure) => rest.replaceAll(figureName(figure), ''), sentence).replace(/“[^“”]*”/gu, '');

function sentenceOf(kind: DoubtKind, language: Language): string {
  const [details, place] = doubts[kind];
  const doubt = { kind, figures: five.map(({ id }) => id), place, details } as unknown as Doubt;
  return doubtMessage(doubt, edition2021, language);
}

describe('what is said about doubts and failures', () => {
  it.each(Object.keys(doubts) as DoubtKind[])(
    'doubt %s: one whole sentence in both languages, with its place',
    (kind) => {
      const [, place] = doubts[kind];
      for (const [language, whole] of languages) {
        const sentence = sentenceOf(kind, language);
        expect(sentence).toMatch(whole);
        expect(sentence).not.toMatch(flaws);
        if (place !== null) expect(sentence).toContain(placeText(place, edition2021, language));
      }
    },
  );

  it.each(Object.keys(doubts) as DoubtKind[])('doubt %s: Chinese stands in English only as a quotation', (kind) => {
    const sentence = sentenceOf(kind, 'en');
    expect(ownWords(sentence)).not.toMatch(/[\p{Script=Han}，。、；：（）]/u);
  });

  it.each(Object.keys(failures) as FailureKind[])('failure %s: what happened and what to do', (kind) => {
    for (const [language, , end] of languages) {
      const sentence = failureMessage({ kind, details: failures[kind] } as ReadFailure, language);
      expect(sentence.endsWith(end)).toBe(true);
      expect(sentence).not.toMatch(flaws);
    }
  });

  it.each(Object.keys(failures) as FailureKind[])(
    'failure %s of a file that was sent in: nothing is to be pasted',
    (kind) => {
      for (const [language, , end] of languages) {
        const sentence = failureMessage({ kind, details: failures[kind] } as ReadFailure, language, 'collected');
        expect(sentence.endsWith(end)).toBe(true);
        expect(sentence).not.toMatch(flaws);
        expect(sentence).not.toMatch(/复制|粘贴|copy|paste/iu);
      }
    },
  );

  it('places are worded in each language', () => {
    const both = (place: SourcePlace) => (['zh', 'en'] as const).map((to) => placeText(place, edition2021, to));
    expect(both(cell)).toEqual(['工作表“表一”D7', 'sheet “表一”, D7']);
    expect(both(line)).toEqual(['第三部分表格，原文第 9 行', 'table of section 3, line 9 of the source']);
    expect(both(untabled)).toEqual(['原文第 9 行', 'line 9 of the source']);
    expect(both(row)).toEqual([
      '第三部分表格，原文第 2 个表第 4 行',
      'table of section 3, table 2 of the source, row 4',
    ]);
  });

  it('names the figures in the form’s own words', () => {
    const figures = ['applications.denied.publicSafety.person'];
    const doubt = { kind: 'cellUnread', figures, place: line, details: { text: '见附件' } } as const;
    expect(doubtMessage(doubt, edition2021, 'zh')).toContain('三、（三）3“自然人”');
  });
});

it('a kind of file that has a Chinese name is called by it in Chinese alone', async () => {
  const bytes = new TextEncoder().encode('<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2009/uof"/>');
  const result = await readFile('报告.uof', bytes);
  if (result.ok) throw new Error('it was read');
  expect(failureMessage(result.failure, 'zh')).toContain('UOF（标文通）');
  expect(failureMessage(result.failure, 'en')).toContain('UOF');
  expect(failureMessage(result.failure, 'en')).not.toMatch(/\p{Script=Han}/u);
});
