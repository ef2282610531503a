/**
 * What the pane says otherwise on the offline page: there is no Excel and no workbook, a report is beside the pane, and what
 * Excel calls a sheet is a page with a tab below it.
 */
import type { Words } from '../../taskpane/words/words';

/** The deeds of the pane by their names. */
const deeds = {
  zeros: '其余填 0',
  repair: '采用建议值',
  carry: '填入上年结转',
  totals: '总计改为公式',
  fill: '新放入的年报',
  text: '改写文字',
  sum: '更新汇总表',
  file: '按文件改数',
};

export const zhHere = (words: Words): Words => ({
  ...words,
  // The page has its own, beside the licences.
  guidePage: '',
  county: {
    ...words.county,
    openSheet: '打开到页签修改',
    opened: (sheet) => `已放到页签“${sheet}”。在那里改好后，回到这里点“取回改好的”。`,
    mendedGone: (sheet) => `没有取回：页签“${sheet}”上没有这个单位的年报。`,
    unsaved:
      '名单、处理意见或提过的修改意见还没有保存，关掉网页就没有了。“生成汇总表”“生成修改意见”“保存收表情况”都会保存它们。',
    makeBook: '导出汇总文件（Excel）',
    workbook: '本页的年报',
    takeSheets: '取本页的年报表',
    noSheets: '本页没有年报表。',
    broughtSheets: (reports) => `刚才从本页取到 ${reports} 份年报。`,
    longDone: (sheet) => `已放在页签“${sheet}”：每行一个数。`,
    longTooMany: '数太多，一页放不下。请用命令行 gouji rollup 保存为 .csv 或 .parquet。',
    sumDone: (count, unsure = 0) =>
      `已汇总 ${count} 份报告，放在新的页签；谁计入、谁没有计入见页签“汇总情况”，各单位的数见“数据来源”。${unsure === 0 ? '' : `有 ${unsure} 个数有的单位没有填或没有读出，汇总得不全，逐条写在“汇总情况”的后面。`}`,
    keptDone: '单位名单和处理意见已写在页签“单位名单”和“收表情况”上，与本页其他内容一起暂存在本机浏览器里。',
  },
  // There the cell has the keyboard at once.
  tasks: { ...words.tasks, went: '' },
  status: {
    ...words.status,
    sheet: (sheet) => `页签“${sheet}”`,
    starting: '正在查找年报表格…',
    which: '本页有多份年报，请选择要校验的一份：',
    list: '本页的年报',
    duplicates: (title) => `有几个页签是同一份年报（${title}）。导出前请确认当前这个是要用的。`,
    partlyRead: '这一页的内容超出校验范围，未全部检查。',
  },
  writeFailures: {
    ...words.writeFailures,
    sheetExists: (sheet) =>
      `已有页签“${sheet}”，没有写入任何内容。勾稽不覆盖已有的表：请先保存它，再点页签上的“×”关闭它，然后再试一次。`,
    ownTitle: '年报标题不是“单位名称＋年度＋政府信息公开工作年度报告”的样子，没有写入任何内容。',
    textChanged: '这段文字已在页签上改动，没有写入任何内容。',
    noReport: '没有找到要写入的年报表格，没有写入任何内容。请先点选年报所在的页签。',
    changedSince: (count) => `填入之后又改过 ${count} 格，没有撤回，内容保持原样。不需要的，请点页签上的“×”关闭。`,
    failed: (detail) => `没有完成，请再试一次。${detail}`,
  },
  undo: {
    ...words.undo,
    last: (deed, cells, sheet) => `刚才：${deeds[deed]}${cells > 0 ? `（${cells} 格）` : ''}，页签“${sheet}”`,
  },
  welcome: {
    ...words.welcome,
    empty: '还没有年报。可以：',
    elsewhere: '有上次保存的 Excel 文件的，点上方“打开…”。',
  },
  newReport: { ...words.newReport, done: (sheet) => `已建好页签“${sheet}”，可以填写了。` },
  unit: {
    ...words.unit,
    hint: '填了单位类别和行政层级，才能核对报送期限、制定规章的权限等。信息保存在页签“校验说明”里。',
    nameHint: '表上的标题随之改变',
  },
  importing: {
    ...words.importing,
    notWritten: '尚未填入。核对无误后再填入。',
    beside: (sheets) =>
      `${words.importing.beside(sheets)}从这里保存的 Excel 文件里也不会有它们，请不要存成原来的文件。`,
    blankIsZeroHint: '确认空白表示“没有发生”时再选。每一格都在页签“校验说明”留一条备注；没有读到的栏目不填，仍为空白。',
    fill: '填入页签',
    done: (sheet) => `已填入页签“${sheet}”。`,
  },
  check: {
    ...words.check,
    explainAsk:
      '填写有误的请改正。确属机构改革、数据更正等原因的，请写明原因；说明会保存在页签“校验说明”里，所涉数字改动后需重新说明。',
    explainDone: '说明已保存到页签“校验说明”。',
  },
  takeaway: {
    ...words.takeaway,
    results: '生成“校验结果”页',
    findings: '生成问题清单页',
    sheetDone: (sheet) => `页签“${sheet}”已生成。`,
  },
  comparison: {
    ...words.comparison,
    missing: '本页没有这个单位上一年的年报。导入后，这里逐项列出两年的数字和增减。',
    sheet: '生成“上年对比”页',
  },
  text: {
    ...words.text,
    noSheet: '没有找到这份年报的文字部分。要写文字，请新建；也可以只校验和导出三张表格。',
    addSheet: '新建文字部分',
    rivals: (names) =>
      `有 ${names.length} 个页签都是这份年报的文字（${names.join('、')}），分不清用哪一个。请点页签上的“×”关闭不用的。`,
    onSheet: () => '与页签上的文字同步',
  },
  editor: { ...words.editor, takeTheirs: '用页签上的' },
  export: {
    ...words.export,
    asZeroHint: '“按 0 填入”会把 0 写进表中的空白单元格，再导出。',
    duplicates: (title, sheet) => `有几个页签都是“${title}”。将导出页签“${sheet}”的内容。`,
    checkFailed: '没有导出：导出前未能重新读取表格。',
  },
  errors: {
    ...words.errors,
    explain: '已填的内容没有受影响。请先保存，再重新打开本页；如仍出错，请把下面的说明告诉维护人员。',
    notLoaded: '这部分没有加载成功，请再试一次。已填的内容没有受影响。',
  },
});
