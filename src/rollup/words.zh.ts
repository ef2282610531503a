import type { Level } from '../rules/finding';
import type { UnitState } from './collection/collection';
import type { PointState } from './collection/followUp';
import type { RatioName } from './likeness/outliers';
import type { LastYearTrouble } from './collection/previousYear';
import type { MatchedBy } from './collection/roster';
import type { Cause } from './trace';

export const zh = {
  states: {
    read: '已读',
    incomplete: '未读全',
    missing: '未报',
    duplicate: '重复报送',
    otherYear: '年度不符',
    otherEdition: '旧版格式',
    notListed: '不在名单内',
    unnamed: '没有单位名称',
    isSum: '本身是汇总',
    unreadable: '无法读取',
    notReport: '不是年报',
  } satisfies Record<UnitState, string> as Readonly<Record<UnitState, string>>,
  newerEdition: '新版格式',
  notChosen: '这次没有选',
  included: '已计入',
  excluded: '未计入',
  notCounted: '未计入（名单注明不计入汇总）',
  accepted: (reason: string) => `已采用${reason === '' ? '' : `：${reason}`}`,
  setAside: (reason: string) => `不采用${reason === '' ? '' : `：${reason}`}`,
  matched: {
    name: '',
    formerName: '按曾用名对应',
    shortName: '按简称对应',
    choice: '由人工指定',
  } satisfies Record<MatchedBy, string> as Readonly<Record<MatchedBy, string>>,
  decisions: { accept: '采用', setAside: '不采用' },
  proposal: (name: string) => `可能是“${name}”，请确认`,
  calledAfter: (name: string) =>
    `文件名是“${name}”的，报告里写的却是这个单位，请核对是不是传错了文件，或忘了改报告里的名称`,
  sumListed: '名单上有这个单位，但它的报告看来已含其他单位的数，没有计入；只是它自己的数的，请在收表汇总中采用',
  unnamedCounts: '不知道是哪个单位的，暂按一份计入，请核对：也可能是某个单位又报的一份，或者本身是汇总',
  readAs: (name: string) => `报告中写作“${name}”`,
  notRead: (files: string) => `收到过没有读出年报的文件：${files}`,
  notReport: '里面没有年报的表格和标题，当作随报告附送的文件，不用处理；本应是年报的，请向单位重新要一份',
  picturesOf: (source: string) =>
    `里面只有图片（如盖章页的扫描件），读不出文字；同一单位的“${source}”已经读取，这份当作附件，不用处理。两份内容不一样的，请向单位要定稿的 Word 或 Excel 文件`,
  repeats: (source: string) => `与“${source}”各数相同，只处理那一份就行`,
  sameAs: (source: string) => `与“${source}”各数相同，只计一份`,
  differsFrom: (source: string, count: number) => `与“${source}”有 ${count} 个数不同，都没有计入，请确定以哪一份为准`,
  otherTaken: (source: string, count: number) => `已采用“${source}”，有 ${count} 个数不同`,
  noYear: '没有读到年度',
  carryDiffers: '上年结转与上年年报不一致',
  carryExplained: '上年结转与上年年报不一致，单位已说明原因',
  carryAgrees: '上年结转与上年年报一致',
  lastYear: {
    none: (): string => '没有上年年报，没有核对上年结转',
    several: (sources: string): string => `上年年报有不同的几份，没有核对上年结转：${sources}`,
    predecessors: (names: string): string => `承接自的单位缺上年年报，或有不同的几份，没有核对上年结转：${names}`,
    divided: (names: string): string =>
      `下列单位上年的数在名单上不只归一个单位，分不清各占多少，没有核对上年结转：${names}`,
  } satisfies Record<LastYearTrouble['kind'], unknown>,
  lastYears: {
    without: (count: number, names: string, year: number) =>
      `${count} 个计入的单位没有 ${year} 年的年报，没有核对上年结转：${names}`,
    withoutHeir: (count: number, names: string, year: number) =>
      `${year} 年的年报中有 ${count} 个单位没有对应到本年的单位，其结转下年度的件数没有核对；已撤并的，请在名单“承接自”一栏写明由谁承接：${names}`,
    otherYear: (count: number, names: string, year: number) =>
      `上年年报中有 ${count} 份不是 ${year} 年的，没有采用：${names}`,
    unnamed: (count: number, names: string) => `上年年报中有 ${count} 份没有读到单位名称，没有采用：${names}`,
  },
  levels: {
    fault: (count: number) => `${count} 处须改正`,
    explain: (count: number) => `${count} 处须核实`,
    remark: (count: number) => `${count} 处提示`,
  } satisfies Record<Level, unknown> as Readonly<Record<Level, (count: number) => string>>,
  doubts: (count: number) => `存疑 ${count} 处`,
  notesName: '汇总情况',
  /** In the column of units, before a sentence about the sum as a whole. */
  remark: '（汇总说明）',
  notesTitle: (unit: string, year: number) => `${unit}${year}年年报汇总情况`,
  notesCount: (count: number) => `计入 ${count} 份`,
  sourcesName: '数据来源',
  detailsName: '数据明细',
  unit: '单位',
  source: '来源',
  sum: '汇总',
  longHeads: ['单位', '来源', '年度', '表', '行', '列', '数值', '计量单位'],
  blankFigures: (figures: string, units: string) => `${figures}：${units}未填，按没有计入`,
  andMoreFigures: (first: string, count: number) => `${first}等 ${count} 个数`,
  unknownFigure: {
    unit: (figure: string, units: string) => `${figure}：没有注明是元还是万元，不能相加，汇总留空：${units}`,
    unread: (figure: string, units: string) => `${figure}：原文有数但没有读出，汇总留空：${units}`,
    otherEdition: (figure: string, units: string) => `${figure}：下列单位所用格式没有这一栏，汇总留空：${units}`,
    tooLarge: (figure: string) => `${figure}：合计超过表格能准确表示的范围，汇总留空`,
  },
  list: (names: readonly string[]) => names.join('、'),
  ofUnit: (unit: string, text: string) => `${unit}：${text}`,
  andMore: (names: string, count: number) => `${names}等 ${count} 个单位`,
  brokenLine: (rule: string, units: string) => `${rule}，来自：${units}`,
  gap: (unit: string, gap: number) => `${unit}（相差 ${gap}）`,
  causes: {
    leftOut: '没有计入',
    countedTwice: '计入了两次',
    lastYears: '计入的是上年的数',
  } satisfies Record<Cause, string> as Readonly<Record<Cause, string>>,
  published: {
    culprit: (unit: string, cause: string) => `${unit}（${cause}）`,
    figure: (figure: string, theirs: string, ours: string) => `${figure}：已有的汇总 ${theirs}，本次汇总 ${ours}`,
    same: (inPart: boolean): string =>
      inPart ? '能比较的数，已有的汇总与本次汇总一致。' : '已有的汇总与本次汇总一致。',
    oneSided: (count: number, figures: string) => `只有一方有数、没有比较的 ${count} 处：${figures}`,
    differs: (count: number) => `已有的汇总与本次汇总有 ${count} 处不同：`,
    explained: (culprits: string) => `各处差异都可由下列单位解释：${culprits}`,
    ambiguous: '（还有别的组合同样能解释，请核对）',
    unexplained: '没有一至三个单位能解释全部差异，请逐项核对。',
  },
  outliers: {
    heading: (count: number) => `值得核实的 ${count} 处（跨单位、跨年度比较）：`,
    jump: (figure: string, before: string, now: string, others: string | null) =>
      `${figure}：上年 ${before}，本年 ${now}${others === null ? '' : `；其他单位合计是上年的 ${others} 倍`}`,
    sameFigures: (units: string, count: number) => `内容雷同：${units}的数据几乎全部相同（${count} 个不为 0 的数一致）`,
    figuresOfLastYear: (count: number) => `数据与本单位上年年报几乎全部相同（${count} 个不为 0 的数一致）`,
    sameText: (units: string) => `内容雷同：${units}的文字几乎相同`,
    textOfLastYear: '文字与本单位上年年报几乎相同',
    /** `label`: what the edition calls these results. */
    ratioName: (ratio: RatioName, label: string) => (ratio === 'carriedOut' ? '结转下年度' : label),
    ratio: (name: string, part: number, whole: number, share: string, typical: string) =>
      `${name} ${part} 件，占 ${whole} 件的 ${share}，各单位居中的是 ${typical}`,
  },
  pointStates: {
    mended: '已改',
    open: '未改',
    unclear: '无法判断',
    new: '新增',
  } satisfies Record<PointState, string> as Readonly<Record<PointState, string>>,
  notAgain: '尚未再报',
  noDetails: (rows: number) => `数据明细有 ${rows} 行，没有附在工作簿中；需要时请保存为 .csv 或 .parquet`,
  rosterProblems: {
    twice: (name: string, lines: string) => `名单中“${name}”出现了不止一次（第 ${lines} 行），只按第一次`,
    countedUnclear: (name: string, text: string) =>
      `名单中“${name}”的“是否计入汇总”写的是“${text}”，不是“是”或“否”，暂按计入`,
    countedBlank: (names: string) =>
      `名单中别的单位“是否计入汇总”写了“是”，下列单位空着，暂按计入；不计入的，请写“否”：${names}`,
    unused: (head: string) =>
      `名单中“${head}”一列不是“是否计入汇总”，没有采用；表示是否计入的，请把表头改为“是否计入汇总”`,
    noName: (lines: string) => `名单第 ${lines} 行没有单位名称，没有采用`,
    noUnit: (texts: string, lines: string) => `名单第 ${lines} 行不是单位名称，没有采用：${texts}`,
    noHead: (column: number) => `名单没有写明哪一列是单位名称，按第 ${column} 列读取；请核对，或在表头写“单位名称”`,
    shared: (name: string, units: string) => `“${name}”是不止一个单位的曾用名或简称，不用来对应：${units}`,
    ownName: (name: string, units: string) =>
      `“${name}”是名单上一个单位的名称，又写作别的单位的曾用名或简称；写这个名称的报告只算前者的。写作曾用名或简称的：${units}`,
    onSheet: (sheet: string, text: string) => `${sheet}：${text}`,
    unreadable: '读不出单位名单。请用 .xlsx、.xls、.docx、.csv 或 .txt 文件，有一列“单位名称”。',
  },
};

export type Words = typeof zh;
