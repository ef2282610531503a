import { sectionTitle, type Edition, type TableId } from '../../report/edition';
import { cellOf, figureOf, type FigureId } from '../../report/figures';
import { resultsHeads, resultsSheetNames } from '../../report/sheet/workbook';
import type { ClaimRule, ListRule } from '../details';
import type { Finding } from '../finding';
import { cellName, itemName, plainRow, sectionName, shortRow } from './names';
import {
  addends,
  comparedSums,
  firstCells,
  groupName,
  isOpen,
  leadingChanges,
  nameOfRow,
  numberOfTable,
  otherFigures,
  place,
  withFigures,
  type BalanceFinding,
  type SpokenOperand,
} from './speech';
import type { RuleWords, Words } from './wordTypes';

const item = (number: string): string => `第${number}项`;

const value = (operand: SpokenOperand): string => (operand.value === null ? '（未填）' : ` ${operand.value}`);

/** A label in quotation marks; one that is blank is not quoted. */
const quoted = (label: string): string => (label.trim() === '' ? '（没有名称）' : `“${label}”`);

const cells = (finding: { readonly figures: readonly FigureId[] }, edition: Edition): string => {
  const names = firstCells(finding.figures, edition);
  return names.join('、') + (finding.figures.length > 3 ? `等 ${finding.figures.length} 格` : '');
};

const blankCells = (
  finding: {
    readonly table: TableId;
    readonly figures: readonly FigureId[];
    readonly details: { readonly whole: boolean };
  },
  edition: Edition,
): string =>
  finding.details.whole
    ? `${sectionTitle(edition, finding.table)}（整表 ${finding.figures.length} 格）`
    : cells(finding, edition);

/** What follows a broken sum: how much it differs by and what would mend it. */
const ending = (finding: BalanceFinding, edition: Edition): string => {
  const [first, ...others] = finding.repairs;
  const among = { column: '本列', row: '本行', other: '表中' }[otherFigures(finding, edition) ?? 'other'];
  const elsewhere = finding.elsewhere.length === 0 ? '' : `可能是${among}的其他数字有误`;
  const advice =
    first === undefined
      ? elsewhere && `${elsewhere}，请核对台账。`
      : others.length === 0 && elsewhere === ''
        ? `${repair(first, edition)}，请核对台账。`
        : `最可能的是：${[repair(first, edition), ...others.map((each) => `或者${repair(each, edition)}`), ...(elsewhere === '' ? [] : [`也${elsewhere}`])].join('；')}。请核对台账。`;
  const byFormula = finding.details.byFormula ? '总计由公式计算，不能据此断定错在哪一格。' : '';
  return `，相差 ${finding.difference}。${byFormula}${advice}`;
};

const sumOfItems = (operands: readonly SpokenOperand[], total: number): string =>
  operands.map((operand) => itemName(operand.figure, item) + value(operand)).join('＋') + `＝${total}`;

const rowAddends = (operands: readonly SpokenOperand[]): string => {
  const named = addends(operands);
  return named.length === 0
    ? ''
    : `（${named.map(({ figure, value }) => `${shortRow(figure)}为 ${value}`).join('、')}）`;
};

const columnAddends = (operands: readonly SpokenOperand[]): string => {
  const named = addends(operands);
  return named.length === 0
    ? ''
    : `（${named.map(({ figure, value }) => `${figure.columnLabel} ${value}`).join('、')}）`;
};

const totalSide = (finding: BalanceFinding, edition: Edition): string =>
  withFigures(finding.sides.left, edition)
    .map((operand) => shortRow(operand.figure) + value(operand))
    .join('');

const missingPlace = (finding: BalanceFinding): string => `还差 ${finding.difference} 件未分类`;

const rowSum = (finding: BalanceFinding, edition: Edition): string => {
  const [total] = withFigures(finding.sides.left, edition);
  const { figure } = total;
  const name = nameOfRow(finding, figure, edition);
  if (isOpen(finding)) {
    return `${name}行：${figure.columnLabel} ${finding.left}，各列已填之和 ${finding.right}，${missingPlace(finding)}。`;
  }
  const totalText = figure.columnLabel + value(total);
  return `${name}行不符：${totalText}；各列之和 ${finding.right}${columnAddends(withFigures(finding.sides.right, edition))}${ending(finding, edition)}`;
};

const repair: Words['repair'] = ({ changes }, edition) => {
  const { causes, following } = leadingChanges(changes, edition);
  const texts = causes.map((change) => {
    const figure = figureOf(edition, change.figure);
    return `${cellOf(itemName(figure, item), figure)}可能应为 ${change.to}`;
  });
  if (texts.length > 3) {
    return changes.every(({ from }) => from === null)
      ? `共 ${texts.length} 格可由合计得出`
      : `共 ${texts.length} 格可能错位`;
  }
  return texts.join('、') + (following > 0 ? '，相应的总计随之改正' : '');
};

const yearOrLast = (year: number | null): string => (year === null ? '上年' : `${year}年`);

const giveReason = (because: string): string => `填写有误的请改正；${because}，请填写说明。`;

/** The sums of the tables that a sentence was compared with: 一、…“总计”10、一＋二 11. */
const compared = (finding: Finding<ClaimRule>, edition: Edition): string =>
  comparedSums(finding)
    .map(({ figures, value }) => {
      const rows = groupName(figures, edition, item);
      if (rows !== null) return `${cellOf(`${rows.group}各行`, rows.figure)}之和为 ${value}`;
      const names = figures.slice(0, 3).map((id) => {
        const figure = figureOf(edition, id);
        return cellOf(itemName(figure, item), figure);
      });
      return `${names.join('＋')}${figures.length > 3 ? `等 ${figures.length} 格之和` : ''}为 ${value}`;
    })
    .join('，');

const textRule = (what: string, sentence: string): RuleWords<ClaimRule> => ({
  title: `文字与表格不一致：${what}`,
  sentence,
  message: (finding, edition) =>
    `${place(finding, edition)}写“${finding.details.quote}”，表中${compared(finding, edition)}，${comparedSums(finding).length > 1 ? '均' : ''}不一致，请核实。`,
});

const listMessage = (finding: Finding<ListRule>, edition: Edition): string =>
  `${place(finding, edition)}写“${finding.details.quote}”，所列各数之和为 ${finding.right}，与 ${finding.left} 不符，请核实。`;

export const wordsZh: Words = {
  levels: { fault: '须改正', explain: '须核实', remark: '提示' },
  openTitle: '未填全，尚有未分类的件数',
  repair,
  results: {
    name: resultsSheetNames.zh,
    title: '勾稽关系校验结果',
    headers: [...resultsHeads.zh],
    holds: '相符',
    broken: '不符',
    open: '未填全',
    undecided: '有误无法核对',
    where: (line, along, table) => `${table}“${line}”${along === 'column' ? '列' : '行'}`,
  },
  listing: {
    sheet: '校验意见',
    title: (unit, year) => `${unit}${year}政府信息公开工作年度报告校验意见`,
    headers: ['序号', '级别', '栏目', '规则', '说明', '左边', '右边', '相差'],
    nothing: '未发现须改正、须核实的问题。',
    counts: ({ fault, explain, remark }) => `须改正 ${fault} 处，须核实 ${explain} 处，提示 ${remark} 处。`,
    follows: '由此引起',
    letterTitle: (unit, year) => `关于${unit}${year}政府信息公开工作年度报告的修改意见`,
    letterSalutation: (unit) => `${unit}：`,
    letterOpening: '你单位报送的政府信息公开工作年度报告已审核，请按以下意见修改、核实后重新报送。',
    letterHeadings: {
      fault: '须改正的问题',
      explain: '须核实的问题（属实的请作书面说明）',
      lacking: '须补充的内容',
      remark: '其他提示',
    },
    letterTimes: (count) => `（文字中有 ${count} 处）`,
    letterAgain: '（上次已提出）',
    lacking: '须补充',
    letterFine: '你单位报送的政府信息公开工作年度报告已审核，未发现须改正、须核实的问题。',
    letterClosing: '请对照台账逐项核对，修改后再次校验无误再报送。',
    letterUnsigned: '＿＿＿＿＿＿＿＿＿＿（落款单位）',
    letterUndated: '＿＿＿＿年＿＿月＿＿日',
    unknownUnit: '你单位',
  },
  rules: {
    'missing-row': {
      title: '缺少规定的行',
      sentence: '年报表格应保留格式规定的每一行。',
      message: (finding, edition) =>
        `${numberOfTable(finding, edition)}表格缺少“${finding.details.label}”一行。请补上，对照原件填写各格。`,
    },
    'missing-column': {
      title: '缺少规定的列',
      sentence: '年报表格应保留格式规定的每一列。',
      message: (finding, edition) =>
        `${numberOfTable(finding, edition)}表格缺少“${finding.details.label}”一列。请补上，对照原件填写各格。`,
    },
    'unknown-row': {
      title: '格式以外的行',
      sentence: '年报表格不应有格式规定以外的行。',
      message: (finding, edition) =>
        `${numberOfTable(finding, edition)}表格多出一行${quoted(finding.details.label)}，不在规定格式内，其中的数未参加校验。请并入规定的行后删除。`,
    },
    'unknown-column': {
      title: '格式以外的列',
      sentence: '年报表格不应有格式规定以外的列。',
      message: (finding, edition) =>
        `${numberOfTable(finding, edition)}表格多出一列${quoted(finding.details.label)}，不在规定格式内，其中的数未参加校验。请并入规定的列后删除。`,
    },
    'box-shared': {
      title: '一格里有两个内容',
      sentence: '表中一格只填一个数。',
      message: (finding, edition) =>
        `${cells(finding, edition)}这一格里有 ${finding.details.held.length} 处内容：${finding.details.held.map(({ at, text }) => `${at} “${text}”`).join('、')}，无法判断哪一个是本格的数，暂按未填处理，也不会按 0 填入。请只留一个，或用下面的按钮摆正。`,
    },
    'box-inner': {
      title: '数字不在格子的第一个单元格',
      sentence: '数字填在一格的第一个单元格里。',
      message: (finding, edition) =>
        `${cells(finding, edition)}的“${finding.details.text}”填在 ${finding.details.at}，已按这一格的数读取；这一格的第一个单元格是 ${finding.details.first}。`,
    },
    'cell-shown': {
      title: '显示的与存的不同',
      sentence: '单元格显示的数就是它存的数。',
      message: (finding, edition) =>
        `${cells(finding, edition)}：${finding.details.at} ${finding.details.shown === '' ? '不显示内容' : `显示为“${finding.details.shown}”`}，存的是 ${finding.details.stored}。核对和导出都按存的数。请把数字格式改为“常规”，再看数是否正确。`,
    },
    'loose-number': {
      title: '表格旁边的数字',
      sentence: '表中的数都填在格子里，表格旁边、标题和栏目名称里、表格下面没有多余的数字。',
      message: (finding, edition) =>
        `${numberOfTable(finding, edition)}表格旁边或栏目名称里 ${finding.details.at} 有数字“${finding.details.text}”，不在任何一格里，没有计入。如果它是表中的数，请填到相应的格里；如果不是，请移开或填写说明。`,
    },
    ERROR: {
      title: '错误值',
      sentence: '单元格不应是错误值。',
      message: (finding, edition) =>
        `${cells(finding, edition)}是错误值 ${finding.details.text}，相关勾稽关系无法核对，请检查公式。`,
    },
    TEXT: {
      title: '内容是文本',
      sentence: '应填数字的单元格不应是文本。',
      message: (finding, edition) => {
        const plain = finding.details.number;
        const text = `${cells(finding, edition)}：此格内容是文本“${finding.details.text}”，不能参与计算，`;
        return text + (plain === null ? '请改填数字。' : `应填数字 ${plain}。`);
      },
    },
    'T1-SIGN': {
      title: '负数',
      sentence: '除增减数外，件数和金额不应为负数。',
      message: (finding, edition) => `${cells(finding, edition)}为负数 ${finding.details.value}，请核对。`,
    },
    INT: {
      title: '不是整数',
      sentence: '件数应为整数，只有金额可以有小数。',
      message: (finding, edition) => `${cells(finding, edition)}为 ${finding.details.value}，件数应为整数，请核对。`,
    },
    'T2-ID': {
      title: '列勾稽关系不符',
      sentence: '每一列：第一项加第二项之和，等于第三项总计加第四项之和。',
      message: (finding, edition) => {
        const sides = `${sumOfItems(withFigures(finding.sides.left, edition), finding.left)}；${sumOfItems(withFigures(finding.sides.right, edition), finding.right)}`;
        const column = `${numberOfTable(finding, edition)}“${figureOf(edition, finding.figures[0]).columnLabel}”列`;
        return isOpen(finding)
          ? `${column}：第一、二项共 ${finding.left} 件，${missingPlace(finding)}。`
          : `${column}不符：${sides}${ending(finding, edition)}`;
      },
    },
    'T2-SUM': {
      title: '办理结果合计不符',
      sentence: '每一列：第三项的总计等于第三项各类办理结果之和。',
      message: (finding, edition) => {
        const column = `${numberOfTable(finding, edition)}“${figureOf(edition, finding.figures[0]).columnLabel}”列`;
        if (isOpen(finding)) {
          return `${column}：${totalSide(finding, edition)}，各类结果已填之和 ${finding.right}，${missingPlace(finding)}。`;
        }
        const sum = `各类结果之和 ${finding.right}${rowAddends(withFigures(finding.sides.right, edition))}`;
        return `${column}不符：${totalSide(finding, edition)}；${sum}${ending(finding, edition)}`;
      },
    },
    'T2-ROW': {
      title: '行合计不符',
      sentence: '每一行：总计等于各类申请人之和。',
      message: rowSum,
    },
    'T3-SUM': {
      title: '复议诉讼合计不符',
      sentence: '复议、诉讼每一类：总计等于各种结果与尚未审结之和。',
      message: rowSum,
    },
    'Y-CARRY': {
      title: '与上年结转不衔接',
      sentence: '每一列：本年的上年结转数等于上年年报的结转下年度数。',
      message: (finding, edition) => {
        const [now] = withFigures(finding.sides.left, edition);
        const [then] = withFigures(finding.sides.right, edition);
        const column = `“${now.figure.columnLabel}”列：`;
        const { bodies = [] } = finding.details;
        const whose = bodies.length === 0 ? '上年年报' : `承接的${bodies.join('、')}上年年报`;
        const last = `${whose}“${plainRow(then.figure)}”${bodies.length > 1 ? '之和' : ''}为 ${finding.right}`;
        const names = `本年“${plainRow(now.figure)}”为 ${finding.left}，${last}`;
        return `${column}${names}，相差 ${finding.difference}。${giveReason('因机构改革、数据更正等原因的')}`;
      },
    },
    'Y-VALID': {
      title: '现行有效件数与上年不衔接',
      sentence: '现行有效件数等于上年现行有效件数，加本年制发，减本年废止。',
      message: (finding, edition) => {
        const [now, ended] = withFigures(finding.sides.left, edition);
        const [then, made] = withFigures(finding.sides.right, edition);
        const expected = then.value + made.value - ended.value;
        const sum = `上年 ${then.value}＋本年制发 ${made.value}－本年废止 ${ended.value}＝${expected}`;
        return `${cellName(edition, now.figure.id)}为 ${now.value}；${sum}，相差 ${finding.difference}。${giveReason('因文件自行失效、集中清理等原因的')}`;
      },
    },
    'Y-SAME': {
      title: '数据与上年完全相同',
      sentence: '年报数据不应与上年整体雷同。',
      message: (finding) =>
        `本年全部数据与${yearOrLast(finding.details.year)}年报完全相同（其中 ${finding.details.count} 格不为 0），请核实是否误用上年数据。`,
    },
    'Y-TEXT': {
      title: '文字与上年雷同',
      sentence: '年报文字不应与上年整体雷同。',
      message: (finding) =>
        `本年文字有 ${finding.details.share}% 与${yearOrLast(finding.details.year)}年报相同（数字不计），请核实是否沿用上年内容。`,
    },
    'Y-JUMP': {
      title: '与上年相差悬殊',
      sentence: '与上年相比增减超过十倍的数，应核实。',
      message: (finding, edition) =>
        `${cells(finding, edition)}本年为 ${finding.left}，上年为 ${finding.right}，增减超过十倍，请核实；属实的请填写说明。`,
    },
    'N-RECV': textRule('收到申请数', '文字中的收到申请数等于第一项，或第一、二项之和。'),
    'N-ANS': textRule('答复办结数', '文字中的答复、办结数等于第三项总计。'),
    'N-GROUP': textRule('办理结果数', '文字中各类办理结果、各项理由的件数等于表中该类之和、该项之数。'),
    'N-TYPE': textRule('各类申请人申请数', '文字中各类申请人的件数等于表中对应各列。'),
    'N-CARRY': textRule('结转数', '文字中的结转件数等于第二项或第四项。'),
    'N-CASE': textRule('复议诉讼数', '文字中的复议、诉讼件数等于第四部分表格。'),
    'N-ZERO': {
      title: '文字说没有，表中不为 0',
      sentence: '文字说没有发生的，表中对应的数应为 0。',
      message: (finding, edition) =>
        `${place(finding, edition)}写“${finding.details.quote}”，表中${compared(finding, edition)}，不一致，请核实。`,
    },
    'N-FILES': textRule('文件数', '文字中规章、规范性文件的制发、废止、现行有效件数等于第二部分表格。'),
    'N-PERM': textRule(
      '许可、处罚、强制、收费数',
      '文字中行政许可、处罚、强制的件数和行政事业性收费的金额等于第二部分表格。',
    ),
    'N-PARTS': {
      title: '括号内各数之和不符',
      sentence: '括号内逐项列出的数，加起来等于括号前的数。',
      message: listMessage,
    },
    'N-FEE': {
      title: '收费明细之和不符',
      sentence: '信息处理费的明细加起来等于总数。',
      message: listMessage,
    },
    'N-PCT': {
      title: '百分比不符',
      sentence: '文字中的百分比应与前后的数相符。',
      message: (finding, edition) =>
        `${place(finding, edition)}写“${finding.details.quote}”，按前后的数计算为 ${finding.right}%，请核实。`,
    },
    'X-FEE': {
      title: '未说明收费情况',
      sentence: '有逾期未缴费而不再处理的申请的，其他需要报告的事项中应说明信息处理费情况。',
      message: (finding, edition) =>
        `${cells(finding, edition)}为 ${finding.left}，但“${sectionName(edition, 'other')}”没有说明信息处理费情况，请核实。`,
    },
    'UNIT-SCALE': {
      title: '金额疑似单位有误',
      sentence: '金额以万元为单位，与上年相差约一万倍的，可能误以元填报。',
      message: (finding, edition) =>
        `${cells(finding, edition)}本年为 ${finding.left}，上年为 ${finding.right}，相差约一万倍，请核对单位是否为万元。`,
    },
    'UNIT-2019': {
      title: '金额没有单位',
      sentence: '格式没有印明单位的金额，应注明单位。',
      message: (finding, edition) => `${cells(finding, edition)}没有注明单位，请在旁边注明“万元”或“元”。`,
    },
    'X-LEVEL': {
      title: '本级一般无权制定规章',
      sentence: '县级机关、乡镇、街道和设区的市的部门一般没有规章制定权。',
      message: (finding, edition) =>
        `${cells(finding, edition)}不为 0，但本单位一般没有规章制定权，请核对是否应填入规范性文件。`,
    },
    'N-LONG': {
      title: '句子过长，未与表格核对',
      sentence: '文字按句与表格核对；一句超过 2000 字，或全文过长的，过长的句子不核对。',
      message: (finding, edition) =>
        `有 ${finding.details.count} 句过长（最长 ${finding.details.length} 字），没有与表格核对，第一句在“${place(finding, edition)}”，以“${finding.place}”开头；其余文字已核对。请用句号断开后再校验，或者自行核对。`,
    },
    'F-SECTIONS': {
      title: '有部分没有内容',
      sentence: '六个部分不能遗漏。',
      message: (finding) =>
        `没有内容的部分：${finding.details.sections.join('、')}。六个部分不能遗漏，没有的也应写明。`,
    },
    'F-S1': {
      title: '总体情况内容不全',
      sentence: '总体情况应写明主动公开、依申请公开、政府信息管理、平台建设、监督保障等方面。',
      message: (finding, edition) =>
        `${sectionName(edition, 'overview')}中没有读到这些方面：${finding.details.topics.join('、')}，请核对。`,
    },
    'F-S1-FIG': {
      title: '总体情况没有数字',
      sentence: '有的地方要求总体情况写明公开、解读、回应的件数和平台、专区的个数。',
      message: (_, edition) =>
        `${sectionName(edition, 'overview')}中没有读到公开、解读、回应的件数或平台的个数，有的地方要求写明，建议核对本地通知。`,
    },
    'F-S1-LEN': {
      title: '总体情况过长',
      sentence: '不少地方要求总体情况不超过一千字。',
      message: (finding, edition) =>
        `${sectionName(edition, 'overview')}共 ${finding.details.length} 字，不少地方要求不超过 ${finding.details.most} 字，建议核对本地通知。`,
    },
    'F-S5': {
      title: '问题和改进过于简单',
      sentence: '存在的主要问题及改进情况应具体，不宜只写“无”。',
      message: (finding, edition) =>
        `${sectionName(edition, 'problems')}只写了“${finding.place}”，建议写具体，并核对本地通知。`,
    },
    'F-S6': {
      title: '未提信息处理费',
      sentence: '不少地方要求在其他需要报告的事项中写明信息处理费情况，没有的也写明。',
      message: (_, edition) =>
        `${sectionName(edition, 'other')}中没有提到信息处理费；没有收取的，建议写明“本年度未收取信息处理费”，并核对本地通知。`,
    },
    'F-EDITION': {
      title: '格式或文号不对应',
      sentence: '年报应使用该年度适用的格式，引用的文号应是该格式的文号。',
      message: (finding) =>
        !('cited' in finding.details)
          ? `${finding.details.year}年年报应使用${finding.details.due}规定的格式，现为${finding.details.document}的格式。`
          : `文中引用${finding.details.cited}，表格是${finding.details.document}规定的格式，请核对文号。`,
    },
    'F-PERIOD': {
      title: '统计期限不符',
      sentence: '统计期限为报告年度的 1 月 1 日至 12 月 31 日。',
      message: (finding) =>
        `文中统计期限写作“${finding.place}”，应为${finding.details.year}年1月1日至12月31日，请核对。`,
    },
    'F-DATE': {
      title: '日期有误',
      sentence: '日期应真实存在。',
      message: (finding) => `文中日期有误：“${finding.place}”，请核对。`,
    },
    'F-STALE': {
      title: '年度不符',
      sentence: '文中提到的年度报告应是本年度的。',
      message: (finding) => `文中写作“${finding.place}”，而本报告是${finding.details.year}年度的，请核对是否沿用旧稿。`,
    },
    'F-EARLY': {
      title: '年度尚未结束',
      sentence: '年报在年度结束后发布。',
      message: (finding) =>
        `${finding.details.year}年尚未结束（${finding.details.today}），数据以全年为准，发布前请再次校验。`,
    },
    'F-DEADLINE': {
      title: '已过公布期限',
      sentence: '政府部门年报于次年 1 月 31 日前公布，政府年报于次年 3 月 31 日前公布。',
      message: (finding) => `按规定应于 ${finding.details.last} 前公布，现为 ${finding.details.today}。`,
    },
    'F-PRIVACY': {
      title: '疑似个人信息',
      sentence: '公布的文字中不应有身份证号码、个人手机号码。',
      message: (finding) =>
        `文中疑似有身份证号码 ${finding.details.people} 处、手机号码 ${finding.details.mobiles} 处，公布前请核对。`,
    },
    'F-TEMPLATE': {
      title: '残留模板文字',
      sentence: '公布的文字中不应留有模板的说明。',
      message: (finding) => `文中留有模板文字“${finding.details.text}”：${finding.place}`,
    },
    DECIMALS: {
      title: '小数过多',
      sentence: '金额以万元为单位，最多六位小数。',
      message: (finding, edition) =>
        `${cells(finding, edition)}为 ${finding.details.value}，超过六位小数，请核对是否为公式结果。`,
    },
    UNREAD: {
      title: '未读出',
      sentence: '没有读出的格不等于没有发生，要对照原件填写。',
      message: (finding, edition) =>
        `未读出：${blankCells(finding, edition)}。没有读出不等于没有发生，请对照原件填写；原件为 0 的才填 0。`,
    },
    'EMPTY-TOTAL': {
      title: '总计未填',
      sentence: '各项都已填写的，总计不应留空。',
      message: (finding, edition) => {
        const [{ changes }] = finding.repairs;
        const [only] = changes;
        const sum = changes.length === 1 && only !== undefined ? `，各项之和为 ${only.to}` : '';
        return `总计未填：${cells(finding, edition)}，其各项均已填写${sum}。`;
      },
    },
    EMPTY: {
      title: '未填',
      sentence: '没有发生的填 0，不留空，也不用“/”“-”“无”代替。',
      message: (finding, edition) => {
        const { printed } = finding.details;
        const dashes = printed > 0 ? `其中 ${printed} 格写作“/”“-”“无”等。` : '';
        return `未填：${blankCells(finding, edition)}。${dashes}没有发生的，请填 0。`;
      },
    },
  },
};
