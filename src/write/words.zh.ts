import { comparisonHeads } from '../report/sheet/workbook';
import type { TextPlace, TextProblem } from './textProblem';

const place = (where: TextPlace): string => {
  switch (where.kind) {
    case 'unitName':
      return '单位名称';
    case 'section':
      return `“${where.title}”第 ${where.paragraph} 段`;
    case 'explanation':
      return `第 ${where.paragraph} 条说明`;
    case 'sheet':
      return `工作表“${where.name}”第 ${where.row} 行`;
    case 'option':
      return '导出时填写的内容';
  }
};

const kinds: Readonly<Record<Exclude<TextProblem['kind'], 'tooLong'>, string>> = {
  control: '不可见的控制字符',
  surrogate: '残缺的字符',
  noncharacter: '无效字符',
};

const code = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** What a user reads of this room, in Chinese. */
export const zh = {
  comparison: {
    sheet: '上年对比',
    title: '与上年数据对比',
    headers: comparisonHeads.zh as readonly string[],
    restZero: (count: number) => `其余${count}项两年均为0，未列出。`,
  },
  textProblem: ({ kind, place: where, codePoint, offset }: TextProblem): string =>
    kind === 'tooLong'
      ? `${place(where)}超过 ${offset} 个字，Excel 的一个单元格放不下。请分成几段后重试。`
      : `${place(where)}第 ${offset + 1} 个字处有${kinds[kind]}（${code(codePoint)}），无法写入文件。请删去后重试。`,
};

export type Words = typeof zh;
