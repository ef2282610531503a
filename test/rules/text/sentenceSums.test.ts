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
  ['组织培训5次，分2类（春季2次，秋季2次）。', 'N-PARTS 5 4'],
  ['组织培训5次，分12类（春季2次，秋季2次）。', null],
  ['组织培训5次，分2类开展，效果良好（春季2次，秋季2次）。', null],
  ['组织培训5次（春季含补训2次，秋季2次）。', 'N-PARTS 5 4'],
  ['组织培训4次（春季，秋季）。', null],
  ['办结资料5件、310页（甲局2件110页、乙局2件200页）。', 'N-PARTS 5 4'],
  ['办结资料4件、300页（甲局2件、110页，乙局2件、200页）。', 'N-PARTS 300 310'],
  // How many kinds there are is told right before the list, and all of them are in it.
  ['组织培训5次（线上为主），分两个阶段（春季2次，秋季2次）。', null],
  ['组织培训5次（春季2次，秋季2次等）。', null],
  ['组织培训5次（含春季2次、秋季2次）。', null],
  ['组织培训3次（含春季2次、秋季2次）。', 'N-PARTS 3 4'],
  ['组织培训5次（春季2次，秋季3次）、宣传6场（春季2场，秋季3场）。', 'N-PARTS 6 5'],
  // Counted in two units, of which one is that of the whole; one list, counted loosely; one part of it twice.
  ['组织培训4次（春季1次10人，秋季2次20人）。', 'N-PARTS 4 3'],
  ['规范性文件6件（预算4条，决算2件）。', null],
  ['组织培训5次（春季2次1场，秋季2次）。', null],
] as const)('a list in brackets: %s', (text, wrong) => {
  expect(found(text)).toEqual(wrong === null ? [] : [wrong]);
});

test.each([
  ['春季2次，秋季3次，合计5次。', null],
  ['春季2次，秋季3次，合计6次。', 'N-PARTS 6 5'],
  ['春季2次、秋季3次，两项共6次。', 'N-PARTS 6 5'],
  ['春季2次；秋季3次；共计6次。', 'N-PARTS 6 5'],
  ['全年5次，春季2次，秋季3次，合计5次。', null],
  ['春季2次（含补训2次），秋季3次（含补训1次），合计5次。', null],
  ['春季2次，秋季3次，合计6次；以上共计两项。', 'N-PARTS 6 5'],
  ['甲类（春季2次，秋季3次），合计6次。', 'N-PARTS 6 5'],
  ['甲类（春季2次，秋季3次），合计5次。', null],
  ['去年2次，今年3次，合计6次。', null],
  ['春季2次，秋季3次等，合计6次。', null],
  ['春季2次，合计6次。', null],
  ['春季2次，秋季3次，合计6人。', null],
  ['网站发布20条，微信发布30条，合计40条。', null],
  ['春季2次，秋季3次，合计6次；组织总结会1次。', 'N-PARTS 6 5'],
  ['春季4次（含补训1次），秋季3次（含补训1次），合计7次。', null],
  ['全年3次：甲类（春季2次，秋季3次），合计5次。', null],
  ['全年新增2次，秋季3次，合计6次。', null],
  ['新增渠道2次，秋季3次，合计6次。', 'N-PARTS 6 5'],
  // Once is enough where it is published without a channel, and what is asked for was not published.
  ['春季发布信息2条，秋季3条，合计6条。', 'N-PARTS 6 5'],
  ['网站申请2件，信函申请3件，合计6件。', 'N-PARTS 6 5'],
  ['网站公开申请2件，信函公开申请3件，合计6件。', 'N-PARTS 6 5'],
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
  ['收取信息处理费5元，其中包括甲局1元，乙局2元。', 'N-FEE 5 3'],
  ['收取信息处理费5元。', null],
  ['收取信息处理费5件，其中甲局1件，乙局2件。', 'N-FEE 5 3'],
  ['收取信息处理费5份，其中甲局1份，乙局2份。', 'N-FEE 5 3'],
  ['收取信息处理费5万元，其中甲局1万元，乙局2万元。', 'N-FEE 5 3'],
  ['收取信息处理费5元，其中甲局1件1元，乙局2件4元。', null],
  ['收取信息处理费5元，其中甲局1元，乙局2元等。', null],
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
  ['发布信息3条，其中解读2条，占66.6%。', null],
  ['发布信息3条，其中解读2条，占66%。', 'N-PCT 66 66.67'],
  ['政府信息公开申请中，予以公开603件、部分公开52件，占4.21%。', null],
  ['甲类20条、乙类30条，数量共计占44%。', 'N-PCT 44 60'],
  ['甲类20条、乙类30条，总数约占44%。', 'N-PCT 44 60'],
  ['甲类20条、乙类30条，数量较多占44%。', null],
  ['甲类20条、乙类30条，较大数量占44%。', null],
  ['来件较多、按时公开占85%（7件/8件）。', 'N-PCT 85 87.5'],
  ['答复83件，甲类7件，其他处理41件（其中撤销36件），占8.4%。', 'N-PCT 8.4 43.37'],
  ['答复83件，其他处理41件（其中撤销36件）占49.4%。', null],
  ['甲类5件；乙类4件、丙类1件，占10%。', null],
  ['收到来件9件，办结9件，占100%。', null],
  // Rounded or cut off, but no whole per cent is cut off, and none is rounded up from below its middle.
  ['甲类30条、乙类20条，占66%。', 'N-PCT 66 66.67'],
  ['发布信息8条，其中解读1条，占12.6%。', 'N-PCT 12.6 12.5'],
  ['发布信息1300条，其中解读10条，占0.7%。', null],
  // What stands before the share may be no name of what is told, or be one without a number.
  ['政策类30条、动态类20条所占比例为41%。', 'N-PCT 41 66.67'],
  ['甲类20条、乙类30条，其数量约占44%。', 'N-PCT 44 60'],
  ['甲类20条、乙类30条，数量占44%。', 'N-PCT 44 60'],
  ['甲类20条、乙类30条，其他方式各占44%。', null],
  ['甲类20条、乙类30条，均已办结的占44%。', null],
  ['按时公开，按期占85%（7件/8件）。', 'N-PCT 85 87.5'],
  // Of the new applications, with those that were carried in, or of all that were told.
  ['予以公开603件，占新收申请的49.63%。', null],
  ['予以公开603件，占受理申请的48.79%。', null],
  ['予以公开603件，占受理申请的47%。', 'N-PCT 47 49.63'],
  ['线上发布20条；线下发布30条，占60%。', null],
  // The last number is the part, or the one before the brackets.
  ['甲类20条、乙类15条、丙类10条，占75%。', 'N-PCT 75 50'],
  ['答复83件（含网上20件），其他处理41件（其中撤销36件），占49.4%。', null],
] as const)('a share: %s', (text, wrong) => {
  expect(found(text)).toEqual(wrong === null ? [] : [wrong]);
});

test.each([
  ['共收到来件10件，办结9件，办结率90%。', null],
  ['共收到来件10件，办结9件，办结率80%。', 'N-PCT 80 90'],
  ['办结率80%，共收到来件10件、办结9件。', null],
  ['共收到来件10件，办结率80%。', null],
  ['共收到来件10件，办结9件，按期办结率100%。', null],
  ['共收到来件10件，办结9件，办结率100%。', 'N-PCT 100 90'],
  ['共收到来件9件，办结9件，办结率100%。', null],
  ['共收到来件较多，办结9件，办结率80%。', null],
  ['收到来件0件，办结0件，办结率80%。', null],
  ['发布信息9条，办结10件，办结率80%。', 'N-PCT 80 52.63'],
  ['共收到来件10件，办结9件，办结率45%。', 'N-PCT 45 90'],
  ['共收到来件10件，办结9件，办结率50%。', 'N-PCT 50 90'],
  ['收到来件10件，办结9件，办结率111.11%。', 'N-PCT 111.11 90'],
  ['发布信息10条，收到来件9件，办结9件，办结率100%。', null],
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
  ['2025年发文10件、解读8件，增长30%。', null],
  ['发文10件，较上年的8件增加2件，增长25%。', null],
  ['发文10件，较2024年的8件增加2件，增长20%。', 'N-PCT 20 25'],
  ['发文10件（含解读5件），同比增加2件，增长25%。', null],
  ['发文10件（含解读5件），同比增加2件，增长20%。', 'N-PCT 20 25'],
  // Of what grew no number is told.
  ['申请较上年减少2件，下降20%。', null],
  ['申请较上年增加2件，增长20%。', null],
  ['发文8件，比上年的0件增长50%。', null],
  // Which of two numbers is the earlier one.
  ['同期10件，较2024年8件增长25%。', null],
  ['去年共发布8件，今年10件，增长20%。', 'N-PCT 20 25'],
  ['去年共发布12件，今年15件，增长20%。', 'N-PCT 20 25'],
  ['发文10件，去年增长8.5%，较前年的8件增长20%。', null],
  ['发文10件、宣传8次，2024年增长21%。', 'N-PCT 21 25'],
  ['发文10件、宣传8次，2025年增长21%。', null],
] as const)('a change: %s', (text, wrong) => {
  expect(found(text)).toEqual(wrong === null ? [] : [wrong]);
});

test('a list that does not add up is told with its difference and its words', () => {
  const details = { section: 'overview', quote: '5次（春季2次，秋季2次）', unit: '次' };
  expect(about('office', '组织培训5次（春季2次，秋季2次）。')).toMatchObject([{ difference: 1, details }]);
});

test('among more than two dozen numbers any share may be right', () => {
  expect(found(`${'来件1件、'.repeat(24)}解读1件，占99%。`)).toEqual([]);
  expect(found(`${'来件1件、'.repeat(23)}解读1件，占99%。`)).toEqual(['N-PCT 99 100']);
});

test('shares that were made to add up to 100 are off by less than one', () => {
  expect(found('答复25件，其中甲类10件，占41%；乙类15件，占59%。')).toEqual(['N-PCT 41 40', 'N-PCT 59 60']);
});

test('of nothing no share is told', () => {
  expect(about('office', '其中甲类5条、乙类0条，占10%。')).toEqual([]);
});
