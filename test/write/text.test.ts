import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainNumber } from '../../src/write/number';
import { textProblemMessage, textProblems } from '../../src/write/text';
import { sampleReport } from './samples';

test('a plain number reads as the same number and has no exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = plainNumber(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('a problem names its section and paragraph in both languages', () => {
  const report = { ...sampleReport(), narrative: { overview: ['好', '坏\u0007'], problems: [], other: [] } };
  const [problem] = textProblems(report);
  expect(problem).toMatchObject({ kind: 'control', codePoint: 7, offset: 1, place: { kind: 'section', paragraph: 2 } });
  expect(problem && textProblemMessage(problem, 'zh')).toContain('“一、总体情况”第 2 段');
  expect(problem && textProblemMessage(problem, 'en')).toContain('一、总体情况, paragraph 2');
});

test('ordinary text, emoji, tabs, line ends and right-to-left marks are no problem', () => {
  expect(
    textProblems({
      ...sampleReport(),
      narrative: { overview: ['🏛️\t\r\n\u202E\u200F\uFEFF'], problems: [], other: [] },
    }),
  ).toEqual([]);
});
