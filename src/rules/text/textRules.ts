/** Rules about the text: what it says of the figures in the tables, and of its own numbers. */
import type { ClaimRule, ListRule } from '../details';
import { nine, says } from '../examples';
import type { Rule } from '../rule';
import { checkNarrative } from './narrative';

const inaccurate = '国办公开办函〔2021〕30号（四）：发布内容不准确';

// Stryker disable all: data, of which the tests of the catalogue run every example.
/** Each that compares is a question: the text may speak of something else. */
export const textRules = {
  'N-RECV': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('全年收到政府信息公开申请9件。', nine),
    fails: says('全年收到政府信息公开申请6件。', nine),
    check: checkNarrative,
  },
  'N-ANS': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('政府信息公开申请已答复9件。', nine),
    fails: says('政府信息公开申请已答复8件。', nine),
    check: checkNarrative,
  },
  'N-GROUP': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('政府信息公开申请中，予以公开9件。', nine),
    fails: says('政府信息公开申请中，予以公开5件。', nine),
    check: checkNarrative,
  },
  'N-TYPE': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('收到的申请中，自然人申请9件。', nine),
    fails: says('收到的申请中，自然人申请4件。', nine),
    check: checkNarrative,
  },
  'N-CARRY': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('结转下年度继续办理0件。', nine),
    fails: says('结转下年度继续办理2件。', nine),
    check: checkNarrative,
  },
  'N-CASE': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('行政复议3件。', { 'review.reconsideration.upheld': 3, 'review.reconsideration.total': 3 }),
    fails: says('行政复议5件。', { 'review.reconsideration.upheld': 3, 'review.reconsideration.total': 3 }),
    check: checkNarrative,
  },
  'N-ZERO': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('全年未收到政府信息公开申请。'),
    fails: says('全年未收到政府信息公开申请。', nine),
    check: checkNarrative,
  },
  'N-FILES': {
    level: 'explain',
    force: 'local',
    source: '武政办发〔2025〕54号',
    passes: says('制发行政规范性文件6件。', { 'disclosure.normativeDocuments.issued': 6 }),
    fails: says('制发行政规范性文件6件。', { 'disclosure.normativeDocuments.issued': 5 }),
    check: checkNarrative,
  },
  'N-PERM': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('作出行政许可76件。', { 'disclosure.licensing.decisions': 76 }),
    fails: says('作出行政许可76件。', { 'disclosure.licensing.decisions': 67 }),
    check: checkNarrative,
  },
  'N-PARTS': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('组织培训5次（春季2次，秋季3次）。'),
    fails: says('组织培训6次（春季2次，秋季3次）。'),
    check: checkNarrative,
  },
  'N-FEE': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: { text: { other: ['收取信息处理费2950元（甲局950元、乙局2000元）。'] } },
    fails: { text: { other: ['收取信息处理费2950元（甲局950元、乙局2230元）。'] } },
    check: checkNarrative,
  },
  'N-PCT': {
    level: 'explain',
    force: 'practice',
    source: inaccurate,
    passes: says('发布信息805条，其中解读类258条，占32.0%。'),
    fails: says('发布信息805条，其中解读类258条，占33.9%。'),
    check: checkNarrative,
  },
  'N-LONG': {
    level: 'remark',
    force: 'practice',
    source: null,
    passes: says('全年组织培训5次。'),
    fails: says('组织培训5次，'.repeat(300)),
    check: checkNarrative,
  },
} as const satisfies Readonly<Record<ClaimRule | ListRule | 'N-PCT' | 'N-LONG', Rule>>;
