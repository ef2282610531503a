import { expect, test } from 'vitest';
import type { TextSectionId } from '../../../src/report/edition';
import { about } from './sentences/measure';

/** Sums and percentages found wrong in a text: rule, what is written, what comes out. */
const found = (text: string, section?: TextSectionId): string[] =>
  about('office', text, section).flatMap(({ rule, left, right }) =>
    ['N-PARTS', 'N-FEE', 'N-PCT'].includes(rule) ? [`${rule} ${left} ${right}`] : [],
  );

test.each([
  ['组织培训5次（春季2次，秋季2次）。', 'N-PARTS 5 4'],
  ['组织培训5次（春季2次，秋季2次，）。', 'N-PARTS 5 4'],
  ['组织培训5次（春季3次）。', null],
  ['组织培训5次（春季1次、秋季、冬季2次）。', null],
  ['组织培训5次（其中春季1次、秋季2次）。', null],
  ['全年收取资料5件，其中甲局1件，乙局2件。', null],
  ['组织培训5次，覆盖两个季节（春季2次，秋季2次）。', 'N-PARTS 5 4'],
  ['组织培训5次，覆盖三个季节（春季2次，秋季2次）。', null],
  ['组织培训5次，以春秋为主（春季2次，秋季2次）。', null],
  ['办结资料5件、310页（甲局2件110页、乙局2件200页）。', 'N-PARTS 5 4'],
  ['办结资料4件、300页（甲局2件、110页，乙局2件、200页）。', 'N-PARTS 300 310'],
] as const)('a list in brackets: %s', (text, wrong) => {
  expect(found(text)).toEqual(wrong === null ? [] : [wrong]);
});

test.each([
  ['春季2次，秋季3次，合计5次。', null],
  ['春季2次，秋季3次，合计6次。', 'N-PARTS 6 5'],
  ['春季2次、秋季3次，两项共6次。', 'N-PARTS 6 5'],
  ['春季2次；秋季3次；共计6次。', 'N-PARTS 6 5'],
  ['全年5次，春季2次，秋季3次，合计5次。', null],
  ['春季2次（含补训1次），秋季3次（含补训1次），合计5次。', null],
  ['甲类（春季2次，秋季3次），合计6次。', 'N-PARTS 6 5'],
  ['去年2次，今年3次，合计6次。', null],
  ['春季2次，秋季3次等，合计6次。', null],
  ['春季2次，合计6次。', null],
  ['春季2次，秋季3次，合计6人。', null],
  ['网站发布20条，微信发布30条，合计40条。', null],
] as const)('a list with its total at the end: %s', (text, wrong) => {
  expect(found(text)).toEqual(wrong === null ? [] : [wrong]);
});

test.each([
  ['收取信息处理费5元，其中甲局1元，乙局2元。', 'N-FEE 5 3'],
  ['收取信息处理费3元，其中甲局1元，乙局2元。', null],
  ['收取信息处理费5元，其中甲局1元。', null],
  ['收取信息处理费5元，其中甲局1元，乙局2元，其中一户减免。', null],
  ['举办活动5件，其中甲局1件，乙局2件。', null],
  ['收取信息处理费5元，具体为甲局1元，乙局2元。', 'N-FEE 5 3'],
  ['收取信息处理费5元，分别为1元、2元。', 'N-FEE 5 3'],
] as const)('fees and their parts: %s', (text, wrong) => {
  expect(found(text, 'other')).toEqual(wrong === null ? [] : [wrong]);
});

test.each([
  ['发布信息8条，其中解读1条，占12%。', null],
  ['发布信息8条，其中解读1条，占13%。', null],
  ['发布信息8条，其中解读1条，占12.4%。', 'N-PCT 12.4 12.5'],
  ['政策类30条、动态类20条，占40%。', null],
  ['甲类5条、乙类20条，占10%。', 'N-PCT 10 80'],
  ['其中甲类5条、乙类0条，占10%。', null],
  ['政策类60条，其中解读20条，占全部信息50条的33.3%。', 'N-PCT 33.3 40'],
  ['政策类60条，其中解读20条，占全部信息50条的40%。', null],
  ['答复咨询7件，其中甲类2件，占29%；乙类2件，占29%；丙类3件，占42%。', null],
  ['答复咨询7件，其中甲类2件，占29%；乙类2件，占29%；丙类3件，占41%。', 'N-PCT 41 42.86'],
  ['按时公开，占87.5%（7件/8件）。', null],
  ['按时公开，占85%（7件/8件）。', 'N-PCT 85 87.5'],
  ['按时公开，占85%，见附件（7件/8件）。', null],
  ['全年发布信息100条。其中解读20条，占30%。', null],
  ['全年发布信息100条；其中解读20条，占30%。', 'N-PCT 30 20'],
  ['政府信息公开申请中，予以公开603件、部分公开52件，占4.2%。', null],
  ['政府信息公开申请中，予以公开603件、部分公开52件，占4.1%。', 'N-PCT 4.1 8.62'],
  ['占30%。', null],
  ['解读类20条、问答类30条、公告类50条，前两项合计占50%。', null],
  ['解读类20条、问答类30条、公告类10条，后两项合计占66.7%。', null],
  ['申请5件，占新收申请的30%。', 'N-PCT 30 0.41'],
] as const)('a share: %s', (text, wrong) => {
  expect(found(text)).toEqual(wrong === null ? [] : [wrong]);
});

test.each([
  ['共收到来件10件，办结9件，办结率90%。', null],
  ['共收到来件10件，办结9件，办结率80%。', 'N-PCT 80 90'],
  ['办结率80%，共收到来件10件、办结9件。', null],
  ['共收到来件10件，办结率80%。', null],
  ['共收到来件10件，办结9件，按期办结率100%。', null],
] as const)('a rate: %s', (text, wrong) => {
  expect(found(text)).toEqual(wrong === null ? [] : [wrong]);
});

test.each([
  ['发文10件，同比增加2件，增长25%。', null],
  ['发文10件，同比增加2件，增长20%。', 'N-PCT 20 25'],
  ['发文8件，同比减少2件，下降20%。', null],
  ['发文8件，同比减少2件，下降25%。', 'N-PCT 25 20'],
  ['发文2件，同比增加2件，增长10%。', null],
  ['发文10件，比上年的8件增长25%。', null],
  ['发文10件，比上年的8件增长20%。', 'N-PCT 20 25'],
  ['发文10件、解读12件，比上年的8件增长90%。', null],
  ['发文0件，比上年的8件下降50%。', null],
  ['发文10件，增长20%（上年8件）。', 'N-PCT 20 25'],
  ['发文10件、解读8件，增长20%。', null],
  ['发文10件，较上年的8件增加2件，增长25%。', null],
  ['发文10件，较2024年的8件增加2件，增长20%。', 'N-PCT 20 25'],
] as const)('a change: %s', (text, wrong) => {
  expect(found(text)).toEqual(wrong === null ? [] : [wrong]);
});
