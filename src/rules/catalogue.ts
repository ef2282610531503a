/**
 * Every rule by its id: how much it weighs and on what it rests. What it says is in `words`; the rules that are
 * identities stand as data in `identities`. The order is the order in which findings of one level are listed.
 */
import type { RuleId } from './details';
import type { Level } from './finding';

/**
 * `printed`: in the official format or the law. `layout`: arithmetic that follows from the layout of the tables.
 * `local`: asked for by local notices. `practice`: customary or plausible, no text found.
 */
export type Force = 'printed' | 'layout' | 'local' | 'practice';

export interface RuleInfo {
  readonly level: Level;
  readonly force: Force;
  /** The document and the place in it, in Chinese as cited; `null` where the rule rests on arithmetic or practice. */
  readonly source: string | null;
}

const note =
  '年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）第三部分表头：第一项加第二项之和，等于第三项加第四项之和';

const inaccurate = '国办公开办函〔2021〕30号（四）：发布内容不准确';

export const rules = {
  'missing-row': { level: 'fault', force: 'printed', source: '国办公开办函〔2021〕30号 一' },
  'missing-column': { level: 'fault', force: 'printed', source: '国办公开办函〔2021〕30号 一' },
  'unknown-row': { level: 'fault', force: 'printed', source: '国办公开办函〔2021〕30号 一' },
  'unknown-column': { level: 'fault', force: 'printed', source: '国办公开办函〔2021〕30号 一' },
  ERROR: { level: 'fault', force: 'layout', source: null },
  TEXT: { level: 'fault', force: 'layout', source: null },
  'T1-SIGN': { level: 'fault', force: 'layout', source: null },
  INT: { level: 'fault', force: 'layout', source: null },
  'T2-ID': { level: 'fault', force: 'printed', source: note },
  'T2-SUM': { level: 'fault', force: 'layout', source: null },
  'T2-ROW': { level: 'fault', force: 'layout', source: null },
  'T3-SUM': { level: 'fault', force: 'layout', source: null },
  'Y-CARRY': { level: 'explain', force: 'layout', source: null },
  'Y-VALID': { level: 'explain', force: 'layout', source: null },
  'Y-SAME': { level: 'explain', force: 'printed', source: '国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责' },
  'Y-TEXT': { level: 'explain', force: 'printed', source: '国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责' },
  'Y-JUMP': { level: 'explain', force: 'practice', source: null },
  'N-RECV': { level: 'explain', force: 'practice', source: inaccurate },
  'N-ANS': { level: 'explain', force: 'practice', source: inaccurate },
  'N-GROUP': { level: 'explain', force: 'practice', source: inaccurate },
  'N-TYPE': { level: 'explain', force: 'practice', source: inaccurate },
  'N-CARRY': { level: 'explain', force: 'practice', source: inaccurate },
  'N-CASE': { level: 'explain', force: 'practice', source: inaccurate },
  'N-ZERO': { level: 'explain', force: 'practice', source: inaccurate },
  'N-FILES': { level: 'explain', force: 'local', source: '武政办发〔2025〕54号' },
  'N-PERM': { level: 'explain', force: 'practice', source: inaccurate },
  'N-PARTS': { level: 'explain', force: 'practice', source: inaccurate },
  'N-FEE': { level: 'explain', force: 'practice', source: inaccurate },
  'N-PCT': { level: 'explain', force: 'practice', source: inaccurate },
  'X-FEE': { level: 'explain', force: 'local', source: null },
  'UNIT-SCALE': { level: 'remark', force: 'practice', source: null },
  'UNIT-2019': { level: 'remark', force: 'practice', source: null },
  'X-LEVEL': { level: 'remark', force: 'practice', source: null },
  'F-SECTIONS': { level: 'remark', force: 'printed', source: '国办公开办函〔2021〕30号 一：不能遗漏，也不宜泛化' },
  'F-S1': { level: 'remark', force: 'printed', source: '国办公开办函〔2021〕30号（一）' },
  'F-S1-FIG': { level: 'remark', force: 'local', source: '武政办发〔2025〕54号' },
  'F-S1-LEN': { level: 'remark', force: 'local', source: null },
  'F-S5': { level: 'remark', force: 'local', source: null },
  'F-S6': { level: 'remark', force: 'local', source: null },
  'F-EDITION': { level: 'remark', force: 'printed', source: '国办公开办函〔2021〕30号' },
  'F-PERIOD': { level: 'remark', force: 'local', source: 'DB51/T 2660-2019 2.1' },
  'F-DATE': { level: 'remark', force: 'practice', source: null },
  'F-STALE': { level: 'remark', force: 'practice', source: null },
  'F-EARLY': { level: 'remark', force: 'practice', source: null },
  'F-DEADLINE': { level: 'remark', force: 'printed', source: '《中华人民共和国政府信息公开条例》第四十九条' },
  'F-PRIVACY': { level: 'remark', force: 'practice', source: null },
  'F-TEMPLATE': { level: 'remark', force: 'practice', source: null },
  DECIMALS: { level: 'remark', force: 'practice', source: null },
  'EMPTY-TOTAL': { level: 'remark', force: 'layout', source: null },
  EMPTY: { level: 'remark', force: 'practice', source: null },
} as const satisfies Readonly<Record<RuleId, RuleInfo>>;

export const ruleIds = Object.keys(rules) as RuleId[];

/** Whether a text is the id of a rule. */
export const isRuleId = (id: string): id is RuleId => Object.hasOwn(rules, id);

export const ruleInfo = (id: RuleId): RuleInfo => rules[id];

/** Rank of each rule among the findings of one level. */
export const ruleRank: ReadonlyMap<string, number> = new Map(ruleIds.map((id, rank) => [id, rank]));
