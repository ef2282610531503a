import { expect, test } from 'vitest';
import { numberingOf, withoutNumber } from '../../src/report/numbering';

test.each([
  ['三、收到和处理政府信息公开申请情况', '三、', '三', '收到和处理政府信息公开申请情况'],
  ['十二、其他', '十二、', '十二', '其他'],
  ['（七）总计', '（七）', '（七）', '总计'],
  ['（十一）其他', '（十一）', '（十一）', '其他'],
  ['3.危及“三安全一稳定”', '3.', '3', '危及“三安全一稳定”'],
  ['12.属于其他', '12.', '12', '属于其他'],
])('%s begins with a number', (label, mark, number, text) => {
  expect(numberingOf(label)).toEqual({ mark, number });
  expect(withoutNumber(label)).toBe(text);
});

test.each(['总计', '行政许可（一）', '附：三、行政复议', '第一项', '2021年', '3', '三', '一总计', ''])(
  '“%s” begins with none, and loses nothing',
  (label) => {
    expect(numberingOf(label)).toBeNull();
    expect(withoutNumber(label)).toBe(label);
  },
);
