/** Whose report it is and of which year, and where its sections begin, in the wordings that offices give to these lines. */
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/read/containers/archive';
import { readXlsx } from '../../../src/read/formats/excel/xlsx/xlsx';
import { readText } from '../../../src/read/formats/text';
import type { Reading } from '../../../src/read/reading';
import { edition2021 } from '../../../src/report/editions/2021';
import { excelFile, printedRows } from '../files';
import { sampleOf, textShapes } from '../noise/shapes';
import { only } from '../only';

const sample = sampleOf(edition2021, 4);
const unit = '云溪县农业农村局';
const text = textShapes['tab-separated']?.write(sample) ?? '';
const body = text.slice(text.indexOf('\n'));
const kinds = ({ doubts }: Reading): string[] => doubts.map(({ kind }) => kind);
const titled = (title: string): unknown => {
  const reading = only(readText(title + body));
  return [reading.report.unit.name, reading.report.year, kinds(reading)];
};

describe('the title of a report', () => {
  it.each([
    `${unit}2022年1月1日至12月31日政府信息公开工作年度报告`,
    `${unit}政府信息公开工作年度报告（2022年度）（1月1日—12月31日）`,
    `${unit}关于2022年政府信息公开工作年度报告`,
    `${unit}政府信息公开工作年度报告（2022）`,
    `${unit}2022年政府信息公开工作年度报告\n上一篇：${unit}2021年政府信息公开工作年度报告`,
  ])('%s names unit and year', (title) => {
    expect(titled(title)).toEqual([unit, 2022, []]);
  });

  it('of several years names none of them', () => {
    expect(titled(`${unit}2021-2022年度政府信息公开工作年度报告`)).toEqual([unit, null, ['yearMissing']]);
  });

  it.each([
    `2022年政府信息公开工作年度报告\n${unit}`,
    `2022年政府信息公开工作年度报告\n（${unit}）`,
    `2022年政府信息公开工作年度报告\n编制单位：${unit}`,
    `2022年政府信息公开工作年度报告\n填报单位（盖章）：${unit}　　填报日期：2023年1月10日`,
    `2022年政府信息公开工作年度报告\n单位名称\t${unit}`,
  ])('%s names the unit beneath it, and it is said', (title) => {
    expect(titled(title)).toEqual([unit, 2022, ['unitFromText']]);
  });

  it('names no unit that is only the one that publishes it', () => {
    expect(titled('2022年政府信息公开工作年度报告\n发布机构：云溪县人民政府办公室')).toEqual([
      null,
      2022,
      ['unitNameMissing'],
    ]);
  });
});

describe('a sheet', () => {
  const [, ...rows] = printedRows(sample, false);
  const read = (head: readonly (readonly string[])[], tail: readonly (readonly string[])[] = []): unknown => {
    const reading = only(readXlsx(openArchive(excelFile([{ name: '表', rows: [...head, ...rows, ...tail] }]))));
    return [reading.report.unit.name, reading.report.year, kinds(reading)];
  };
  const title = ['2022年政府信息公开工作年度报告'];
  it('names its unit behind a label, over or under the tables, and it is said', () => {
    expect(read([title, [`填报单位：${unit}`, '', '填报日期：2023年1月']])).toEqual([unit, 2022, ['unitFromText']]);
    expect(read([title, ['填报单位（盖章）：', unit]])).toEqual([unit, 2022, ['unitFromText']]);
    expect(read([title], [[`编报单位：${unit}`]])).toEqual([unit, 2022, ['unitFromText']]);
  });
  it('that names two so names none', () => {
    expect(read([title, [`填报单位：${unit}`]], [['报送单位：云溪县人民政府']])).toEqual([
      null,
      2022,
      ['unitNameMissing'],
    ]);
  });
  it('names it in the row above its title', () => {
    expect(read([[unit], title])).toEqual([unit, 2022, []]);
  });
});

describe('the titles of the sections', () => {
  const sections = /^([一二三四五六])、(?=总体|主动|收到|政府信|存在|其他需)/gmu;
  it.each([
    ['a part each', body.replace(sections, '第$1部分　')],
    ['a chapter each', body.replace(sections, '第$1章 ')],
    [
      'in Roman figures',
      body.replace(sections, (_, number: string) => `${'ⅠⅡⅢⅣⅤⅥ'['一二三四五六'.indexOf(number)]}、`),
    ],
    ['followed by their text', body.replace('其他需要报告的事项\n', '其他需要报告的事项：')],
    ['followed by their text behind a full stop', body.replace('改进情况\n', '改进情况。')],
    ['followed by their text behind a gap', body.replace('总体情况\n', '总体情况　')],
  ])('%s', (_, own) => {
    const reading = only(readText(`${unit}2022年政府信息公开工作年度报告${own}`));
    expect(reading.report.narrative).toEqual(sample.narrative);
    expect(kinds(reading)).toEqual([]);
  });

  it('may stand the other way round', () => {
    const at = body.indexOf('五、存在');
    const [problems = '', other = ''] = body.slice(at).split('六、');
    const reading = only(
      readText(`${unit}2022年政府信息公开工作年度报告${body.slice(0, at)}六、${other}\n${problems}`),
    );
    expect(reading.report.narrative).toEqual(sample.narrative);
    expect(kinds(reading)).toEqual([]);
  });

  it('in a table of contents are none', () => {
    const contents = ['一、总体情况……1', '五、存在的主要问题及改进情况\t7', '六、其他需要报告的事项 8'].join('\n');
    const reading = only(readText(`${unit}2022年政府信息公开工作年度报告\n目录\n${contents}${body}`));
    expect(reading.report.narrative).toEqual(sample.narrative);
  });
});
