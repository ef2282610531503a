/** The guides call what is on the screen by the words that stand on it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Spaces and the figures that a word is said with do not count. */
const plain = (text: string): string =>
  text
    .replace(/\s|\\|\$\{[^}]*\}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();

const screen = (language: 'zh' | 'en'): string =>
  plain(
    [
      `src/taskpane/words/words.${language}.ts`,
      'manifest.xml',
      'src/report/editions/2021.ts',
      'src/report/sheet/notes.ts',
      `src/offline/words/words.${language}.ts`,
    ]
      .map(read)
      .join('\n'),
  );

/** Of Excel and Windows, and what is quoted to say what it means. */
const others = {
  zh: [
    '开始',
    '审阅',
    '公式',
    '撤销',
    '下载',
    '１２件',
    '没有发生',
    '没有问题',
    // Said with 也 where a repair stands before it.
    '也可能是本列的其他数字有误',
    '还没填',
    '返回……',
    '加载项',
    '本年新收政府信息公开申请……件',
  ],
  en: [
    ...['Home', 'Review', 'Formulas', 'Undo', 'Downloads', '１２件', '… blanks: there is nothing to check yet'],
    'Or another figure of this column is wrong',
  ],
} as const;

test.each([
  ['zh', 'docs/guide/README.md', /“([^”]+)”/gu],
  ['zh', 'docs/guide/quick-start.html', /“([^”]+)”/gu],
  ['en', 'docs/guide/en/README.md', /“([^”]+)”/gu],
  ['en', 'docs/guide/en/quick-start.html', /“([^”]+)”/gu],
] as const)('in %s: %s', (language, file, quoted) => {
  const shown = screen(language);
  const known = new Set<string>(others[language]);
  const named = [...read(file).matchAll(quoted)].map((found) => found[1] ?? found[2] ?? '');
  expect(named.length).toBeGreaterThan(5);
  // A word with a gap is there when its parts are.
  const unknown = named.filter(
    (name) => !known.has(name) && !name.split(/…+/u).every((part) => shown.includes(plain(part))),
  );
  expect([...new Set(unknown)]).toEqual([]);
});
