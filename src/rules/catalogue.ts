/**
 * Every rule by its id: how much it weighs and on what it rests. What it says is in `words`; the rules that are
 * identities stand as data in `identities`. The order is the order in which findings of one level are listed.
 */
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
  DECIMALS: { level: 'remark', force: 'practice', source: null },
  'EMPTY-TOTAL': { level: 'remark', force: 'layout', source: null },
  EMPTY: { level: 'remark', force: 'practice', source: null },
} as const satisfies Readonly<Record<string, RuleInfo>>;

export type RuleId = keyof typeof rules;

export const ruleIds = Object.keys(rules) as RuleId[];

/** Whether a text is the id of a rule. */
export const isRuleId = (id: string): id is RuleId => Object.hasOwn(rules, id);

export const ruleInfo = (id: RuleId): RuleInfo => rules[id];

/** Rank of each rule among the findings of one level. */
export const ruleRank: ReadonlyMap<string, number> = new Map(ruleIds.map((id, rank) => [id, rank]));
