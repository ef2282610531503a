/** A check in steps is the check: wherever it rests, whatever else is checked meanwhile, and whatever of that is given up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { emptyReport } from '../../../src/report/empty';
import { figuresOf } from '../../../src/report/figures';
import { check, checkSteps } from '../../../src/rules/check';
import type { Finding } from '../../../src/rules/finding';
import { inputOfReport, type CheckInput } from '../../../src/rules/input';
import type { Steps } from '../../../src/rules/steps';
import { cases } from './effort';

const sentences = [
  '全年收到政府信息公开申请7件。',
  '其中自然人申请3件，办结5件，结转2件；',
  '组织培训6次（春季2次，秋季3次）。',
  '未收到行政复议。',
  '行政许可、行政处罚分别为612件、45件。',
  '发布信息805条，其中解读类258条，占33.9%。\n',
  '无。',
  `${'行政复议4件，'.repeat(60)}行政诉讼1件。`,
  '组织培训5次，'.repeat(300),
];

const text = fc.array(fc.constantFrom(...sentences), { maxLength: 12 }).map((parts) => parts.join(''));
const inputs = fc
  .record({
    overview: fc.array(text, { maxLength: 3 }),
    other: fc.array(text, { maxLength: 1 }),
    year: fc.constantFrom(2024, 2025),
  })
  .map(({ overview, other, year }): CheckInput => {
    const report = emptyReport(edition2021, year, '榆桥县自然资源局');
    for (const { id, index } of figuresOf(edition2021)) report.figures[id] = index % 3;
    return { ...inputOfReport(edition2021, report), narrative: { overview, problems: [], other } };
  });

test('checks that rest and go on in any order, some given up, find what each at once finds', () => {
  fc.assert(
    fc.property(
      fc.array(inputs, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(3), fc.nat(400)), { maxLength: 30 }),
      fc.nat(3),
      (all, turns, given) => {
        const running = all.map((input): Steps<Finding[]> => checkSteps(input));
        const results: (Finding[] | null)[] = all.map(() => null);
        const go = (which: number, steps: number): void => {
          for (let count = 0; count < steps && results[which] === null; count += 1) {
            const step = running[which]?.next();
            if (step?.done === true) results[which] = step.value;
          }
        };
        for (const [which, steps] of turns) if (which < all.length) go(which, steps);
        all.forEach((input, which) => {
          if (which === given) return;
          go(which, Infinity);
          expect(results[which]).toEqual(check(input));
        });
      },
    ),
    { numRuns: cases(40) },
  );
});

test('the longer the text, the more often its check rests', () => {
  const rests = (overview: string[]): number => {
    const report = emptyReport(edition2021, 2025, '榆桥县自然资源局');
    return [...checkSteps({ ...inputOfReport(edition2021, report), narrative: { overview, problems: [], other: [] } })]
      .length;
  };
  const [none, one, many] = [0, 1, 40].map((count) => rests(Array<string>(count).fill(sentences.join(''))));
  expect(one).toBeGreaterThan(none ?? 0);
  expect(many).toBeGreaterThan((one ?? 0) + 20);
});
