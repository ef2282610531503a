import type { UnitState } from './sum';

export const zh = {
  states: {
    missing: '未报',
    duplicate: '重复报送',
    otherYear: '年度不符',
    otherEdition: '格式版本不同',
    notListed: '不在名单内',
    unnamed: '没有单位名称',
    unreadable: '无法读取',
  } satisfies Record<UnitState, string> as Readonly<Record<UnitState, string>>,
  included: '已计入',
  excluded: '未计入',
  notesName: '汇总情况',
  notesTitle: (unit: string, year: number, count: number) => `${unit}${year}年年报汇总情况：计入 ${count} 份`,
  sourcesName: '数据来源',
  figure: '栏目',
  sum: '汇总',
  blankFigure: (figure: string, count: number) => `${figure}：${count} 个单位未填，按没有计入`,
  unknownUnit: (figure: string, units: string) => `${figure}：没有注明单位，不能相加：${units}`,
};

export type Words = typeof zh;
