import { describe, expect, test } from 'vitest';
import { headingIn, headingNumber, headingsFor, saysSomething } from '../../src/report/headings';

describe('headings inside a text section', () => {
  test.each([
    ['（一）主动公开情况', '（一）主动公开情况'],
    ['（二）依申请公开。全年收到申请3件，均已答复。', '（二）依申请公开'],
    ['1. 平台建设：网站改版一次。', '1. 平台建设'],
    ['三、监督保障', '三、监督保障'],
    ['(一)主动公开情况', '(一)主动公开情况'],
    ['2025年，我局主动公开信息30条。', null],
    ['（一）全年收到申请3件，均已答复。', null],
    ['1.5万条信息。', null],
    ['（一）无。', null],
    ['没有其他需要报告的事项。', null],
  ])('%s', (paragraph, heading) => {
    expect(headingIn(paragraph)).toBe(heading);
  });

  test('have the levels of official documents', () => {
    expect(['三、甲', '（三）甲', '(三)甲', '3.甲', '（3）甲', '甲'].map((text) => headingNumber(text)?.level)).toEqual(
      [...[1, 2, 2, 3, 3], undefined],
    );
  });

  test('a section of headings alone says nothing; with a sentence, or 无, it does', () => {
    expect(saysSomething(['（一）主动公开', '（二）依申请公开', ' '])).toBe(false);
    expect(saysSomething(['（一）主动公开', '主动公开信息30条。'])).toBe(true);
    expect(saysSomething(['无'])).toBe(true);
    expect(saysSomething(['（一）主动公开。全年公开30条。'])).toBe(true);
    expect(saysSomething([])).toBe(false);
  });

  test('come over for another year with its number in them, where there are several', () => {
    const paragraphs = ['（一）2024年主动公开情况', '公开30条。', '（二）依申请公开。收到3件。'];
    expect(headingsFor(paragraphs, 2024, 2025)).toEqual(['（一）2025年主动公开情况', '（二）依申请公开']);
    expect(headingsFor(paragraphs.slice(0, 2), 2024, 2025)).toEqual([]);
  });
});
