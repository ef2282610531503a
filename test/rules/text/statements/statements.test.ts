import { expect, test } from 'vitest';
import type { Edition } from '../../../../src/report/edition';
import { edition2019 } from '../../../../src/report/editions/2019';
import { edition2021 } from '../../../../src/report/editions/2021';
import { inputOfReport } from '../../../../src/rules/input';
import { checkNarrative } from '../../../../src/rules/text/narrative';
import { filledReport } from '../../../filled';
import { bodies } from '../sentences/bodies';
import { about } from '../sentences/measure';

/** Rule and first figure of what is found, each once, in a sentence about the office of the other sentences. */
const found = (text: string): string[] => [
  ...new Set(about('office', text).map(({ rule, figures }) => `${rule} ${figures[0]}`)),
];

test.each([
  ['制定3件行政规范性文件。', ['N-FILES disclosure.normativeDocuments.issued']],
  ['制定6件行政规范性文件。', []],
  ['行政规范性文件共有41件现行有效。', ['N-FILES disclosure.normativeDocuments.inForce']],
  ['行政规范性文件共有40件现行有效。', []],
  ['无结转申请。', ['N-ZERO applications.carriedIn.total']],
  ['没有需要结转的政府信息公开申请。', ['N-ZERO applications.carriedIn.total']],
  ['没有结转至下一年度的申请。', ['N-ZERO applications.carriedOut.total']],
  ['无上年度结转的申请。', ['N-ZERO applications.carriedIn.total']],
  ['申请结转均为5。', ['N-CARRY applications.carriedIn.total']],
  ['结转均为0。', ['N-ZERO applications.carriedIn.total']],
  ['结转下年度均为5。', ['N-CARRY applications.carriedOut.total']],
  ['予以公开、部分公开均为5。', ['N-GROUP applications.granted.total', 'N-GROUP applications.partlyGranted.total']],
  ['依申请公开均为5。', ['N-RECV applications.received.total']],
] as const)('%s: %j', (text, rules) => {
  expect(found(text).sort()).toEqual([...rules].sort());
});

test.each(['无法提供5件。', '信访事项中，予以公开5件。', '上级结转申请均为5。'])(
  'what names no figure of the table is compared with none: %s',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test.each([
  '行政规范性文件共有30件现行有效。',
  '废止行政规范性文件3件。',
  '行政规范性文件制发、废止、现行有效分别为3件、4件、5件。',
  '制定政府规章3部。',
  '本年行政事业性收费共计1726000元。',
])('what only a later edition asks for is compared with nothing in an earlier one: %s', (text) => {
  const findings = (edition: Edition): unknown[] => {
    const report = filledReport(edition);
    report.narrative.overview.push(text);
    return checkNarrative(inputOfReport(edition, report));
  };
  expect(findings(edition2021)).not.toEqual([]);
  expect(findings(edition2019)).toEqual([]);
});

test('beside a sentence stand the cells of the sum that it most likely means', () => {
  const [finding] = about('office', '行政诉讼共20件。');
  const rows = ['directLitigation', 'litigationAfterReconsideration'];
  expect(finding?.sides).toEqual({
    left: [],
    right: rows.map((row) => {
      const figure = `review.${row}.total`;
      return { figure, year: 2025, value: bodies.office[figure] };
    }),
  });
});
