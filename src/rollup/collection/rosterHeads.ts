/** What the columns of a list of units are called, and what in such a list is no unit. */
import { nameKey } from '../names';

/** The official order of columns, as the sheet 单位名单 has it. */
export const rosterColumns = [
  {
    field: 'name',
    head: '单位名称',
    also: ['单位', '名称', '全称', '单位全称', '报送单位', '公开主体', '机构名称', 'unit', 'name'],
  },
  {
    field: 'formerNames',
    head: '曾用名',
    also: ['曾用名称', '原名', '原名称', '旧名称', '原单位名称', '更名前名称', 'formernames', 'formername'],
  },
  { field: 'shortNames', head: '简称', also: ['单位简称', '规范简称', 'shortnames', 'shortname'] },
  { field: 'kind', head: '类别', also: ['单位类别', '单位性质', '类型', 'kind'] },
  { field: 'level', head: '行政层级', also: ['层级', '级别', 'level'] },
  { field: 'counted', head: '是否计入汇总', also: ['counted'] },
  { field: 'succeeds', head: '承接自', also: ['承接单位', '由何单位合并', '合并自', 'succeeds'] },
] as const;

export type Field = (typeof rosterColumns)[number]['field'];

/** Other words over the column of names, such as 责任单位, 部门名称, 部门（乡镇）. Behind a list’s own. */
const namesHead =
  /^(?:现|应报|上报|报送|填报|编报|编制|报告|责任|公开|发布|所属|成员|行政|主体|信息)*(?:(?:单位|部门|机构|机关|主体)(?:名称|全称)?|名称|名|乡镇|街道|乡镇街道|镇街)$|^(?:unit|organi[sz]ation|department|agency|body)(?:name)?s?$/u;
/** Other words over the column that says who counts, such as 计入汇总, 是否纳入县级汇总范围. */
const countedHead =
  /^(?:是否)?(?:需要?|应)?(?:(?:计入|纳入|列入|参加|参与)(?:[省市县区旗州]?级?)(?:年报|年度报告)?(?:汇总|合计|统计)?|汇总)(?:范围|对象|数据)?$/u;
/** A question that is answered by yes or no. */
const question = /^是否/u;
/** Words over columns that say nothing of who reports. */
const otherHead =
  /^(?:序号|编号|序|号|no\.?|姓名|职务|科室|联系人|负责人|责任人|经办人|联络员|联系方式|联系电话|电话|手机|手机号码?|邮箱|备注|说明|传真|地址)$/iu;

export const textOf = (cell: unknown): string =>
  typeof cell === 'string' ? cell.trim() : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';

const headKey = (cell: unknown): string =>
  nameKey(textOf(cell))
    .replace(/\([^()]*\)/gu, '')
    .replace(/[:*]/gu, '')
    .toLowerCase();

/** Where the columns of a list stand. Two blocks side by side have the same heads, once more each. */
export type Heads = ReadonlyMap<Field, number>;

const fieldOf = (key: string): Field | null =>
  rosterColumns.find(({ head, also }) => head === key || (also as readonly string[]).includes(key))?.field ??
  (countedHead.test(key) ? 'counted' : null);

const isHead = (key: string): boolean => fieldOf(key) !== null || namesHead.test(key) || otherHead.test(key);

/**
 * A row of heads, with the row below it where that has heads too: 单位 over 全称 and 简称. `rows`: how many rows they are.
 */
export function headsAt(rows: readonly (readonly unknown[])[], at: number): { row: readonly unknown[]; rows: 1 | 2 } {
  const [upper = [], lower = []] = [rows[at], rows[at + 1]];
  const keys = lower.map(headKey);
  const told = keys.filter((key) => key !== '');
  // One alone may be the heading of a group.
  if (told.length < 2 || !told.every((key) => isHead(key) || question.test(key))) return { row: upper, rows: 1 };
  const row = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [over, under] = [textOf(upper[column]), textOf(lower[column])];
    return under === '' || !isHead(headKey(under)) ? over : under;
  });
  return { row, rows: 2 };
}

/** Questions over columns that are none of a list's. */
export const otherQuestions = (row: readonly unknown[]): { readonly head: string; readonly column: number }[] =>
  row.flatMap((cell, column) => {
    const key = headKey(cell);
    return question.test(key) && fieldOf(key) === null ? [{ head: key, column }] : [];
  });

/** How well a head says that names stand below: 0 not at all. */
function namesWell(key: string): number {
  const { head, also } = rosterColumns[0];
  if (key === head) return 3;
  if ((also as readonly string[]).includes(key)) return 2;
  return namesHead.test(key) ? 1 : 0;
}

/** The blocks of a row of heads, each with its column of names; none where no head says that names stand below. */
export function blocksOf(row: readonly unknown[]): Heads[] {
  const keys = row.map(headKey);
  const best = Math.max(0, ...keys.map(namesWell));
  const name = best === 0 ? undefined : keys.find((key) => namesWell(key) === best);
  if (name === undefined) return [];
  const starts = keys.flatMap((key, at) => (key === name ? [at] : []));
  return starts.map((start, block) => {
    const heads = new Map<Field, number>([['name', start]]);
    // A block has what stands behind its names; the first also what stands before.
    const from = block === 0 ? 0 : start;
    keys.slice(0, starts[block + 1] ?? keys.length).forEach((key, at) => {
      const field = at < from ? null : fieldOf(key);
      if (field !== null && !heads.has(field)) heads.set(field, at);
    });
    return heads;
  });
}

/** Columns under heads that say what stands there, though none says that it is the names. `null`: no row of heads. */
export function headsBesideNames(
  row: readonly unknown[],
): { readonly heads: Heads; readonly taken: Set<number> } | null {
  const heads = new Map<Field, number>();
  const taken = new Set<number>();
  row.map(headKey).forEach((key, at) => {
    const field = fieldOf(key);
    if (field !== null && !heads.has(field)) heads.set(field, at);
    if (field !== null || otherHead.test(key)) taken.add(at);
  });
  return taken.size === 0 ? null : { heads, taken };
}

/** A number in front of a name in a list: `1.`, `（二）`, `三、`, `④`. */
const listNumber =
  /^(?:[（(](?:\d{1,4}|[一二三四五六七八九十百]{1,4})[)）]|(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[.．、)）]|[①-⑳])\s*/u;

export const withoutListNumber = (text: string): string => text.replace(listNumber, '').trim();

const latin = /[A-Za-z,.]$/u;

/** A name as it stands in a cell: in one line, without a number in front and marks around it. */
export const nameInCell = (text: string): string =>
  withoutListNumber(text.replace(/\s*[\r\n\v]\s*/gu, (_, at: number) => (latin.test(text.slice(0, at)) ? ' ' : '')))
    .replace(/^[*＊※★☆△▲●■◆“"]+|[、，,；;：:*＊※★☆△▲●■◆”"]+$/gu, '')
    .trim();

/** How names of bodies end: what tells them from names of persons, kinds and remarks. */
const bodyEnd =
  /(?:[局厅委办署处所院馆站队部社校室库场团会]|政府|办事处|中心|公司|银行|大学|学院|[乡镇]|街道|管委会|园区|开发区|法庭|海关)(?:[（(][^（()）]*[)）])?$/u;

export const isBodyName = (text: string): boolean => bodyEnd.test(nameKey(text)) && nameKey(text).length > 2;

/** The title of a list, a line of a sum or a note, the heading of a group. */
const noUnits = [
  /(?:名单|名册|名录|清单|一览表|汇总表|登记表|统计表|情况表|目录)(?:\([^()]*\))?$/u,
  /^(?:合计|总计|共计|小计|备注|说明|注|填表|填报|制表|审核|联系|负责人|日期|时间)(?:单位|说明|人|日期|时间|电话|方式)?(?:[:：].*|\d.*|共.*)?$/u,
  /^[(（]?(?:合计|总计|共计|共)[:：]?\d+(?:个|家)/u,
  /^[省市县区州旗]?(?:人民)?(?:政府)?(?:直属?|级|属)?(?:工作|垂直管理|垂管|双管|派出|其他|中央|省级|市级|驻[省市县区]|参公|事业)*(?:部门|单位|机构|机关)$/u,
  /^其[他它](?:单位|部门|机构)?$/u,
  /^(?:各?(?:乡|镇|乡镇|街道|镇街|乡镇街道|乡镇\(街道\)|园区|开发区))$/u,
];

/** How many are meant, behind the heading of a group: （12个）. */
const countBehind = /\((?:共|合计)?\d{1,4}[个家]?(?:单位|部门)?\)$/u;

/** Whether what stands in the column of names is no unit's name. */
export const isNoUnit = (text: string): boolean => {
  const key = nameKey(withoutListNumber(text)).replace(countBehind, '');
  return (
    /[。；!！?？]/u.test(key) || key.length > 80 || !/\p{L}/u.test(key) || noUnits.some((pattern) => pattern.test(key))
  );
};
