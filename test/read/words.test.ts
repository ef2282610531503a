import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import { doubtMessage, failureMessage } from '../../src/read/words';
import { wordsEn } from '../../src/read/words.en';
import { wordsZh } from '../../src/read/words.zh';

const details = {
  section: '三、收到和处理政府信息公开申请情况',
  row: '（一）予以公开',
  expected: 7,
  read: 5,
  label: '规章',
  printed: '规章制度',
  key: 'year',
  edition: '国办公开办函〔2021〕30号',
  year: 2022,
  count: 2,
  labels: '规章、行政许可',
  text: '见附件',
  limit: 5,
  format: 'x/1',
  known: '1',
  keys: 'x',
  at: 'figures',
  danger: 'size',
  parts: '表一、表二',
  sheet: '表一',
  shown: '18.87',
  stored: '18.87104',
};

describe('what is said about doubts and failures', () => {
  it.each(Object.keys(wordsZh.doubts))('doubt %s: a whole sentence in both languages, with its place', (kind) => {
    const doubt = {
      kind,
      figures: figuresOf(edition2021)
        .slice(0, 5)
        .map(({ id }) => id),
      place: '第三部分表格，原文第 9 行',
      details,
    };
    const zh = doubtMessage(doubt, edition2021, 'zh');
    const en = doubtMessage(doubt, edition2021, 'en');
    expect(zh).toMatch(/^(?:存疑|提示)：.*[。]$/u);
    expect(en).toMatch(/^(?:In doubt|Note): .*\.$/u);
    for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|\[object|“”/u);
  });

  it.each(Object.keys(wordsZh.failures))('failure %s: what happened and what to do, in both languages', (kind) => {
    for (const [language, end] of [
      ['zh', '。'],
      ['en', '.'],
    ] as const) {
      const text = failureMessage({ kind, details }, language);
      expect(text.endsWith(end)).toBe(true);
      expect(text).not.toMatch(/undefined|null|\[object|“”/u);
    }
  });

  it('something is said even of a kind that came later', () => {
    expect(doubtMessage({ kind: 'later', figures: [], place: null, details: {} }, edition2021, 'zh')).toBe(
      '存疑：请对照原件核对。',
    );
    expect(failureMessage({ kind: 'constructor', details: {} }, 'en')).toBe(wordsEn.otherFailure);
  });

  it('names the figures in the form’s own words', () => {
    const doubt = {
      kind: 'cellUnread',
      figures: ['applications.denied.publicSafety.person'],
      place: null,
      details: { text: '见附件' },
    };
    expect(doubtMessage(doubt, edition2021, 'zh')).toContain('三、（三）3“自然人”');
  });
});
