import { expect, test } from 'vitest';
import { kindOfName } from '../../src/report/kindOfName';

test('the kind of a unit is told by the end of its name, and by nothing before it', () => {
  const told = {
    government: ['云岭市人民政府', '青禾县政府', '东湖自治州人民政府', '北山省人民政府'],
    department: [
      '云岭市教育局',
      '北山省财政厅',
      '国家税务总局云岭市税务局',
      '云岭市公安局东湖分局',
      '云岭市人民政府办公室',
    ],
    town: ['柳林镇人民政府', '青禾县柳林镇', '石桥乡', '石桥回族乡人民政府（本级）', ' 柳林镇 政府 '],
    street: ['东湖街道办事处', '云岭市东湖区东湖街道'],
    other: ['云岭大学', '云岭市第一中学', '云岭供水有限公司', '云岭供电局', '青禾县人民医院'],
  };
  for (const [kind, names] of Object.entries(told))
    for (const name of names) expect([name, kindOfName(name)]).toEqual([name, kind]);
});

test('a name that could be of several kinds, or of a part of a unit, tells none', () => {
  const names = [
    ...['', '镇', '局', '云岭高新区管理委员会', '柳林镇财政所', '东湖街道党工委', '中共青禾县委员会'],
    '柳林镇居民委员会',
  ];
  names.push('云岭市', '云岭市教育局办公室', '某县政务服务中心', '柳林镇人民政府2024年政府信息公开工作年度报告');
  for (const name of names) expect([name, kindOfName(name)]).toEqual([name, null]);
});
