/**
 * The check of long texts: its time grows straight with their length, a megabyte takes less than a second, and no step of it
 * takes as long as would be felt. Of repetitions of single pieces, and of what a seed makes of them.
 */
import { expect, it } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { emptyReport } from '../../src/report/empty';
import { figuresOf } from '../../src/report/figures';
import { checkSteps } from '../../src/rules/check';
import { inputOfReport } from '../../src/rules/input';
import { dice } from '../read/noise/noise';

/** Milliseconds of the processor. */
const longest = 1000;
const longestStep = 100;
const megabyte = 1_000_000;
const made = Number(process.env['GOUJI_TEXTS'] ?? 300);

const pieces = [
  ...['1件、', '（', '）', '较上年增加百分之', '１', '收到政府信息公开申请', '总数量', '无。', '。', '\n', '、'],
  ...['，', '“'],
  ...['收到政府信息公开申请37件', '其中自然人33件', '予以公开14件', '行政复议4件', '结转下年度继续办理2件'],
  '分别为612件、45件',
  ...['（甲1件、乙2件）', '合计3件', '占50%', '同比增长12.5%', '办结率99.9%', '信息处理费2950元', '未收到申请'],
  '均为0',
  ...['2024年1月1日至2024年12月31日', '2023年政府信息公开工作年度报告', '国办公开办函〔2019〕60号', '公开'],
  ...['发布信息', '万'],
  ...['13900000000', '11010519491231002X', '某某', '该部分以表格形式报告', '统计期限', '四万八千', '二〇二二'],
  ...['1,200', ' ', '\u3000'],
];

const report = emptyReport(edition2021, 2025, '榆桥县自然资源局');
for (const { id, index } of figuresOf(edition2021)) report.figures[id] = index % 3;
const input = inputOfReport(edition2021, report);

let year = 2025;
/** What a check takes, and its longest step. */
function taken(overview: readonly string[]): { readonly all: number; readonly step: number } {
  let [all, step] = [0, 0];
  // What was read for another year is not remembered for this one.
  const steps = checkSteps({
    ...input,
    year: (year += 1),
    narrative: { overview: [...overview], problems: [], other: [] },
  });
  for (let done = false; !done;) {
    const before = process.cpuUsage();
    done = steps.next().done === true;
    const { user, system } = process.cpuUsage(before);
    all += (user + system) / 1000;
    step = Math.max(step, (user + system) / 1000);
  }
  return { all, step };
}

/** In one paragraph, or in as many as a sheet has cells for. */
const texts = (unit: string, length: number): readonly (readonly string[])[] => {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return [[text], Array.from({ length: 32 }, (_, at) => text.slice((at * length) / 32, ((at + 1) * length) / 32))];
};

/** The least of three: what else the machine does is not the text's. */
function least(overview: readonly string[]): { readonly all: number; readonly step: number } {
  let [all, step] = [Infinity, Infinity];
  for (let turn = 0; turn < 3 && (all > longest / 2 || step > longestStep / 2); turn += 1) {
    const own = taken(overview);
    [all, step] = [Math.min(all, own.all), Math.min(step, own.step)];
  }
  return { all, step };
}

it(`a megabyte of any piece again and again, or of ${made} random units of them, is checked within a second, in short steps`, () => {
  const roll = dice(14);
  const units = [
    ...pieces,
    ...Array.from({ length: made }, () =>
      Array.from({ length: 1 + roll(8) }, () => pieces[roll(pieces.length)] ?? '').join(''),
    ),
  ];
  for (let turn = 0; turn < 3; turn += 1) taken([pieces.join('')]);
  let [slowest, longStep] = [
    { milliseconds: 0, unit: '' },
    { milliseconds: 0, unit: '' },
  ];
  const slow: string[] = [];
  for (const unit of units) {
    for (const text of texts(unit, megabyte)) {
      const { all, step } = least(text);
      if (all > slowest.milliseconds) slowest = { milliseconds: all, unit };
      if (step > longStep.milliseconds) longStep = { milliseconds: step, unit };
      if (all >= longest || step >= longestStep) slow.push(`${JSON.stringify(unit)}: ${all} ms, step ${step} ms`);
    }
  }
  console.log(
    `${units.length * 2} texts of a megabyte: slowest ${slowest.milliseconds.toFixed(0)} ms (${JSON.stringify(slowest.unit)}), ` +
      `longest step ${longStep.milliseconds.toFixed(0)} ms (${JSON.stringify(longStep.unit)})`,
  );
  expect(slow).toEqual([]);
});

it('its time grows straight with the length of the text, whatever is repeated', () => {
  for (const unit of pieces) {
    const at = [megabyte / 4, megabyte / 2, megabyte].map((length) => least(texts(unit, length)[0] ?? []).all);
    console.log(`${JSON.stringify(unit)}: ${at.map((one) => `${one.toFixed(0)} ms`).join(', ')}`);
    const [quarter = 0, , whole = 0] = at;
    // Below a twentieth of a second nothing can be told.
    expect(whole, unit).toBeLessThan(Math.max(50, 9 * quarter));
  }
});
