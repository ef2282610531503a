import type { Edition } from '../report/edition';
import { findFigure } from '../report/figures';
import type { Finding } from './finding';
import { cellName, itemName, shortRow, tableNumber, tableTitle } from './names';
import { addends, columnLabel, detail, figuresIn, rowFigure, spoken, type SpokenOperand } from './speech';
import type { Words } from './words';

const item = (number: string): string => `第${number}项`;

const value = (operand: SpokenOperand): string => (operand.value === null ? '（未填）' : ` ${operand.value}`);

const number = (finding: Finding, edition: Edition): string =>
  finding.table === null ? '' : tableNumber(edition, finding.table);

const cells = (finding: Finding, edition: Edition): string => {
  const names = finding.figures.slice(0, 3).map((id) => cellName(edition, id));
  return names.join('、') + (finding.figures.length > 3 ? `等 ${finding.figures.length} 格` : '');
};

/** What follows a broken sum: how much it differs by and what would mend it. */
const ending = (finding: Finding, edition: Edition): string => {
  const [first, ...others] = finding.repairs;
  const advice =
    first === undefined
      ? ''
      : others.length === 0
        ? `${repair(first, edition)}，请核对台账。`
        : `有 ${finding.repairs.length} 种改法都能改平，最可能的是：${repair(first, edition)}，请核对台账。`;
  const byFormula = finding.details['byFormula'] === undefined ? '' : '总计由公式计算，不能据此断定错在哪一格。';
  return `，相差 ${finding.difference}。${byFormula}${advice}`;
};

const left = (finding: Finding, edition: Edition): SpokenOperand[] => spoken(finding.sides?.left ?? [], edition);
const right = (finding: Finding, edition: Edition): SpokenOperand[] => spoken(finding.sides?.right ?? [], edition);

const sumOfItems = (operands: readonly SpokenOperand[], total: number | null): string =>
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

const totalSide = (finding: Finding, edition: Edition): string =>
  left(finding, edition)
    .map((operand) => shortRow(operand.figure) + value(operand))
    .join('');

const missingPlace = (finding: Finding): string => `还差 ${finding.difference} 件未分类`;
const isOpen = (finding: Finding): boolean => finding.details['state'] === 'open';

const rowSum = (finding: Finding, edition: Edition): string => {
  const figure = rowFigure(finding, edition);
  const labels = figure?.rowLabels ?? [];
  const name =
    finding.table === 'review' || figure === undefined
      ? `${number(finding, edition)}“${labels.at(-1) ?? ''}”`
      : cellName(edition, figure.id).replace(`“${figure.columnLabel}”`, '');
  const [total] = left(finding, edition);
  if (isOpen(finding)) {
    return `${name}行：${total?.figure.columnLabel ?? ''} ${finding.left}，各列已填之和 ${finding.right}，${missingPlace(finding)}。`;
  }
  const totalText = total === undefined ? '' : total.figure.columnLabel + value(total);
  return `${name}行不符：${totalText}；各列之和 ${finding.right}${columnAddends(right(finding, edition))}${ending(finding, edition)}`;
};

const repair: Words['repair'] = ({ changes }, edition) => {
  const texts = changes.map((change) => {
    const figure = findFigure(edition, change.figure);
    return `${figure === undefined ? change.figure : `${itemName(figure, item)}“${figure.columnLabel}”`}可能应为 ${change.to}`;
  });
  return texts.length > 3 ? `共 ${texts.length} 格可由合计得出` : texts.join('、');
};

export const wordsZh: Words = {
  levels: { fault: '须改正', explain: '须核实', remark: '提示' },
  repair,
  results: {
    name: '校验结果',
    title: '勾稽关系校验结果',
    headers: ['位置', '勾稽关系', '左边', '右边', '差', '结论'],
    holds: '相符',
    broken: '不符',
    open: '未填全',
    undecided: '有误无法核对',
    where: (line, along, table) => `${table}“${line}”${along === 'column' ? '列' : '行'}`,
  },
  rules: {
    'missing-row': {
      title: '缺少规定的行',
      sentence: '年报表格应保留格式规定的每一行。',
      message: (finding, edition) =>
        `${number(finding, edition)}表格缺少“${detail(finding, 'label')}”一行，请补上；没有发生的填 0。`,
    },
    'missing-column': {
      title: '缺少规定的列',
      sentence: '年报表格应保留格式规定的每一列。',
      message: (finding, edition) =>
        `${number(finding, edition)}表格缺少“${detail(finding, 'label')}”一列，请补上；没有发生的填 0。`,
    },
    'unknown-row': {
      title: '格式以外的行',
      sentence: '年报表格不应有格式规定以外的行。',
      message: (finding, edition) =>
        `${number(finding, edition)}表格多出一行“${detail(finding, 'label')}”，不在规定格式内，其中的数未参加校验。请并入规定的行后删除。`,
    },
    'unknown-column': {
      title: '格式以外的列',
      sentence: '年报表格不应有格式规定以外的列。',
      message: (finding, edition) =>
        `${number(finding, edition)}表格多出一列“${detail(finding, 'label')}”，不在规定格式内，其中的数未参加校验。请并入规定的列后删除。`,
    },
    ERROR: {
      title: '错误值',
      sentence: '单元格不应是错误值。',
      message: (finding, edition) =>
        `${cells(finding, edition)}是错误值 ${detail(finding, 'text')}，相关勾稽关系无法核对，请检查公式。`,
    },
    TEXT: {
      title: '内容是文本',
      sentence: '应填数字的单元格不应是文本。',
      message: (finding, edition) => {
        const plain = finding.details['number'];
        const text = `${cells(finding, edition)}：此格内容是文本“${detail(finding, 'text')}”，不能参与计算，`;
        return text + (plain === undefined ? '请改填数字。' : `应填数字 ${plain}。`);
      },
    },
    'T1-SIGN': {
      title: '负数',
      sentence: '除增减数外，件数和金额不应为负数。',
      message: (finding, edition) => `${cells(finding, edition)}为负数 ${detail(finding, 'value')}，请核对。`,
    },
    INT: {
      title: '不是整数',
      sentence: '件数应为整数，只有金额可以有小数。',
      message: (finding, edition) => `${cells(finding, edition)}为 ${detail(finding, 'value')}，件数应为整数，请核对。`,
    },
    'T2-ID': {
      title: '列勾稽关系不符',
      sentence: '每一列：第一项加第二项之和，等于第三项总计加第四项之和。',
      message: (finding, edition) => {
        const sides = `${sumOfItems(left(finding, edition), finding.left)}；${sumOfItems(right(finding, edition), finding.right)}`;
        const column = `${number(finding, edition)}“${columnLabel(finding, edition)}”列`;
        return isOpen(finding)
          ? `${column}：第一、二项共 ${finding.left} 件，${missingPlace(finding)}。`
          : `${column}不符：${sides}${ending(finding, edition)}`;
      },
    },
    'T2-SUM': {
      title: '办理结果合计不符',
      sentence: '每一列：第三项的总计等于第三项各类办理结果之和。',
      message: (finding, edition) => {
        const column = `${number(finding, edition)}“${columnLabel(finding, edition)}”列`;
        if (isOpen(finding)) {
          return `${column}：${totalSide(finding, edition)}，各类结果已填之和 ${finding.right}，${missingPlace(finding)}。`;
        }
        const sum = `各类结果之和 ${finding.right}${rowAddends(right(finding, edition))}`;
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
    DECIMALS: {
      title: '小数过多',
      sentence: '金额以万元为单位，最多六位小数。',
      message: (finding, edition) =>
        `${cells(finding, edition)}为 ${detail(finding, 'value')}，超过六位小数，请核对是否为公式结果。`,
    },
    'EMPTY-TOTAL': {
      title: '总计未填',
      sentence: '各项都已填写的，总计不应留空。',
      message: (finding, edition) => {
        const first = finding.repairs[0]?.changes ?? [];
        const [only] = first;
        const sum = first.length === 1 && only !== undefined ? `，各项之和为 ${only.to}` : '';
        return `总计未填：${cells(finding, edition)}，其各项均已填写${sum}。`;
      },
    },
    EMPTY: {
      title: '未填',
      sentence: '没有发生的填 0，不留空，也不用“/”“-”“无”代替。',
      message: (finding, edition) => {
        const [only] = figuresIn(finding, edition);
        const whole = only !== undefined && finding.details['whole'] === 1;
        const where = whole
          ? `${tableTitle(edition, only.table)}（整表 ${finding.figures.length} 格）`
          : cells(finding, edition);
        const printed = Number(finding.details['printed'] ?? 0);
        const dashes = printed > 0 ? `其中 ${printed} 格写作“/”“-”“无”等。` : '';
        return `未填：${where}。${dashes}没有发生的，请填 0。`;
      },
    },
  },
};
