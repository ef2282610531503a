/**
 * What a statement about figures is in a sentence of the text, and what the patterns of all of them are made of: what may
 * stand around a number, how a denial begins, what a word that was named before makes a number mean.
 */
import { expression } from '../../report/expression/expression';
import type { Edition } from '../../report/edition';
import type { Figure } from '../../report/figures';
import type { ClaimRule } from '../details';
import { number, unitWords } from './spokenNumbers';

/**
 * What must stand, or never stand, around a match for it to count, by where that is looked for. `clause`: between two commas
 * or brackets, the match in it. `clauseSoFar`: the same up to the number. `sentence`: from one full stop to the next.
 * `sentenceSoFar`: the same up to the match, which for `Never` is part of it. `paragraph`: its sentences up to the end of this
 * one.
 */
interface Guards {
  readonly clauseNever?: RegExp;
  readonly clauseSoFarNever?: RegExp;
  readonly sentenceMust?: RegExp;
  readonly sentenceSoFarMust?: RegExp;
  readonly sentenceSoFarNever?: RegExp;
  readonly paragraphMust?: RegExp;
  readonly paragraphNever?: RegExp;
}

export interface Statement extends Guards {
  readonly rule: ClaimRule;
  /** Matches within one clause; `n` is the number. */
  readonly pattern: RegExp;
  /** What the number may be, the likeliest first. */
  readonly sums: readonly (readonly Figure[])[];
  /** What it may be besides, by what the sentence named before: 部分公开的申请中，自然人 3 件. */
  readonly under?: (before: string) => readonly (readonly Figure[])[];
  /** It says so much that the number can be nothing else, whatever other patterns take it for. */
  readonly only?: true;
  /** It says this besides what else it says: 收到 5 件，均为自然人 is of all, and of them. */
  readonly besides?: true;
  /** What one of the number is in the unit of the table: 0.0001 where the text tells 元 and the table 万元. */
  readonly scale?: number;
}

/** A sum that a sentence may speak of without a number of its own: A、B均为0, 未发生行政复议, 无结转. */
export interface Named {
  readonly rule: ClaimRule;
  /** How it is called before 均为0; `null` where it has no name of its own. */
  readonly word: RegExp | null;
  /** How it is denied behind 未, 无 or 没有; `null` where that would deny something else. */
  readonly denied: RegExp | null;
  /** What the sentence must hold before the denial. */
  readonly deniedAfter?: RegExp;
  /** What the paragraph must hold up to the denial. */
  readonly paragraphMust?: RegExp;
  /** What may be meant; one of them at least must fit. */
  readonly sums: readonly (readonly Figure[])[];
  /** Parts that a sentence may name: 未收到科研机构的申请 denies that column alone. */
  readonly parts: readonly { readonly word: RegExp; readonly sum: readonly Figure[] }[];
}

/** What may stand between a word and its number: no other number, no new clause; a colon at the end. */
export const gap = (most: number): string => `[^，。；、：:,;\\d]{0,${most}}[：:]?`;
/** All of what was named. */
export const everyOne = '(?:均|都|全部|全|皆|一律|清一色)';
/** How the number of a thing is told behind its name. */
export const counted =
  '(?:的?[，]?(?:一共|仅有?|只有?|共计?|总计|合计|(?:总数|总量|数量|件数|数|量)(?:共|为|是|达)?)|达到?|为|是|有|计|占|总数|总量|数量|件数|数|量|情况|（(?:含|包括)[^（）\\d]{1,20}）){0,4}[：:]?';
/** 收到申请，共 37 件; 收到申请（含网络和信函）37 件: the same between a thing that is counted and its number. */
export const upToCount = (most: number): string =>
  `${gap(most)}(?:（(?:含|包括)[^（）\\d]{1,20}）)?(?:，(?:一共|共计?|合计|总计|总共|计|(?:总数|数量|总量|件数)(?:共|为|是|达)?)[：:]?)?`;
/** What may stand between a number and a word behind it: no bracket besides. */
export const near = (most: number): string => `[^，。；、：:,;（）\\d]{0,${most}}`;

/** A word with its number behind it or before it; in 36件中属于执法案卷1件 the nearer number is its own. */
export const either = (before: string, after: string): RegExp[] => [
  expression(`${before}${number}`, 'gu'),
  expression(`${number}${after}(?!${near(10)}\\d{1,12}${unitWords})`, 'gu'),
];

export const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

export const and = '(?:、|和|及|与|或)';
/** Of names that are told together: one number is of them all, not of each. */
export const ofThemAll = '(?![^，。；\\d]{0,60}(?:均|都[为是]))';
/** How a denial begins; what is denied comes next. */
export const none =
  '^(?:没有|没(?=收到|接到|发生)|未有|未曾|从未|未|均无|并无|无|零|不存在)(?:任何|过|因|有|发生|出现|产生|存在|作出|做出|收到|属于|被|需要?)*';
/** How the name of a result that is denied may go on, up to the end of its clause. */
export const resultEnd = '(?:的|过|政府信息(?:公开)?|决定|答复|告知|处理|结果|申请|事项|案件|件|情况|情形)*$';

/** A word, and the sums that a number behind it may mean. */
interface Naming {
  readonly word: RegExp;
  readonly sums: () => readonly (readonly Figure[])[];
}

/** Sums are gathered from the tables when a text first asks for them. */
export function naming(word: RegExp, sums: () => readonly (readonly Figure[])[]): Naming {
  let gathered: readonly (readonly Figure[])[] | undefined;
  return { word, sums: () => (gathered ??= sums()) };
}

export const under =
  (names: readonly Naming[]) =>
  (before: string): readonly (readonly Figure[])[] =>
    names.flatMap(({ word, sums }) => (word.test(before) ? sums() : []));

/** How a kind of applicant is called, and its columns. */
export interface Applicant {
  readonly words: string;
  readonly word: RegExp;
  readonly columns: readonly string[];
}

/** An edition with what is gathered about it. */
export interface Gathering {
  readonly edition: Edition;
  readonly applicants: readonly Applicant[];
  readonly add: (statement: Omit<Statement, 'pattern'> & { readonly pattern: string | RegExp }) => void;
  /** The same by several patterns. */
  readonly addEach: (statement: Omit<Statement, 'pattern'>, patterns: readonly (string | RegExp)[]) => void;
  readonly name: (named: Named) => void;
}
