import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { readHtml } from '../../../src/read/formats/html';
import { readText } from '../../../src/read/formats/text';
import type { Reading } from '../../../src/read/reading';
import { htmlOf, sampleOf, textShapes, titleOf } from '../noise/shapes';
import { only } from '../only';

const sample = sampleOf(edition2021, 4);
const whole = textShapes['tab-separated']?.write(sample) ?? '';
const body = whole.replace(`${titleOf(sample)}\n`, '');
const title = titleOf(sample);
const unitOf = (text: string): string | null => only(readText(text)).report.unit.name;

it.each(['云溪县水利局（本级）', '云溪县发展和改革局（粮食和物资储备局）', '云溪县水利局 (筹)'])(
  '%s stands on a line of its own above the title, as in a published Word file',
  (unit) => {
    const lines = `${unit}2025年\n政府信息公开工作年度报告\n${body}`;
    expect(unitOf(lines)).toBe(unit.replace(' (', '（').replace(')', '）'));
  },
);

describe('what a page prints above a report is not its unit', () => {
  it.each([
    '您当前所在位置：首页>政务公开>法定主动公开内容>青禾乡>政务信息公开年报',
    '当前位置: 首页 > 青禾乡 > 云溪县青禾乡2022年政府信息公开工作年度报告',
    'Page8-政府信息公开工作年度报告',
    '首页-政府信息公开-政府信息公开年报',
    '部门信息 | 政府信息公开年报',
  ])('%s', (header) => {
    expect(unitOf(`${header}\n${whole}`)).toBe(sample.unit);
    // Without a title there is no name, and it is said.
    const { report, doubts } = only(readText(`${header}\n${body}`));
    expect(report.unit.name).toBeNull();
    expect(doubts.map(({ kind }) => kind)).toContain('unitNameMissing');
  });

  it('nor is the name of a menu above the words of the title', () => {
    expect(unitOf(`部门动态\n政府信息公开年报\n${body}`)).toBeNull();
  });
  it('nor one of two names that do not agree', () => {
    expect(unitOf(`云溪县水利局2022年政府信息公开工作年度报告\n${whole}`)).toBeNull();
  });
  it('what a portal prints before the title is no part of it', () => {
    expect(unitOf(`标题：${title}\n${body}`)).toBe(sample.unit);
  });
});

describe('a title over several lines gives the unit whole', () => {
  it.each([
    ['云溪县农业农村局2022年政府信息\n公开工作年度报告'],
    ['云溪县农业农村局2022年政\n府信息公开工作年度报告'],
    ['云溪县农业农村局2022年政府信息公开工作年度报\n告'],
    ['云溪县农业农村局\n2022年政府信息公开\n工作年度报告'],
    ['云溪县农业农村局\n2022年\n政府信息公开工作年度报告'],
  ])('%s', (lines) => {
    const { report, doubts } = only(readText(`${lines}\n${body}`));
    expect([report.unit.name, report.year]).toEqual(['云溪县农业农村局', 2022]);
    expect(doubts).toEqual([]);
  });
  it('broken inside the name, where the text says it too', () => {
    const broken = '云溪县农业农\n村局2022年政府信息公开工作年度报告';
    expect(unitOf(`${broken}\n${body}\n云溪县农业农村局\n2023年1月20日`)).toBe('云溪县农业农村局');
    expect(unitOf(`${broken}\n${body}`)).toBeNull();
  });
});

describe('the sections of a page', () => {
  const bare = edition2021.sections.map(({ title: own, id }) => {
    const text = { overview: '一年来工作有序。', problems: '更新不够及时。', other: '无' }[id as string];
    return text === undefined ? own : `${own}\n${text}`;
  });

  it('are there without a title line, where all six are printed', () => {
    const { report, doubts } = only(readText(bare.join('\n')));
    expect(report.narrative).toEqual({ overview: ['一年来工作有序。'], problems: ['更新不够及时。'], other: ['无'] });
    expect(doubts.map(({ kind }) => kind)).toContain('unitNameMissing');
    expect(readText(bare.slice(0, 3).join('\n')).ok).toBe(false);
  });

  it.each(['● 一、总体情况', '■一、总体情况', '· 一、总体情况', '一、概述', '一、2022年政府信息公开工作的总体情况'])(
    'begin at a heading with a bullet or in other words: %s',
    (heading) => {
      const { report } = only(readText(whole.replace('一、总体情况', heading)));
      expect(report.narrative).toEqual(sample.narrative);
    },
  );

  it('end where the footer of a page begins', () => {
    const footer =
      '【打印本页】【关闭窗口】\n上一篇：没有了\n下一篇：云溪县水利局年报\n主办单位：云溪县人民政府\nCopyright © 云溪县\n备案号 123';
    const { report } = only(readText(`${whole}\n${footer}`));
    expect(report.narrative).toEqual(sample.narrative);
  });
});

it('traditional characters and words of a report read as the same report', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['行政规范性文件', '行政規範性檔案'],
    ['信息', '資訊'],
    ['总计', '總計'],
    ['诉讼', '訴訟'],
    ['处', '處'],
    ['开', '開'],
    ['请', '請'],
    ['数', '數'],
    ['复议', '復議'],
    ['秘', '祕'],
  ];
  const text = pairs.reduce((own, [simple, traditional]) => own.replaceAll(simple, traditional), whole);
  const { report, doubts } = only(readText(text));
  expect(report.unit.name).toBe(sample.unit);
  expect(Object.fromEntries([...sample.truth.keys()].map((id) => [id, report.figures[id]]))).toEqual(
    Object.fromEntries(sample.truth),
  );
  expect(doubts).toEqual([]);
});

describe('a page with tables', () => {
  const page = htmlOf({ cell: (text) => text })(sample);
  const figures = ({ report }: Reading): unknown => report.figures;
  const review = [...sample.truth.keys()].filter((id) => id.startsWith('review.'));

  it('shows the foot of a table under its rows, wherever it stands', () => {
    const feet = page.replace(/<table[^>]*>(.*?)<\/table>/gsu, (_, inner: string) => {
      const rows = inner.match(/<tr>.*?<\/tr>/gsu) ?? [];
      return `<table><caption>表格</caption><tfoot>${rows.at(-1)}</tfoot><tbody>${rows.slice(1, -1).join('')}</tbody><thead>${rows[0]}</thead></table>`;
    });
    const reading = only(readHtml(feet));
    expect(figures(reading)).toEqual(figures(only(readHtml(page))));
    expect(reading.doubts).toEqual([]);
  });

  it('that break off above a row of figures have none of them, and it is said', () => {
    const at = page.lastIndexOf('<tr>');
    const apart = `${page.slice(0, at)}</table><p></p><table>${page.slice(at)}`;
    for (const broken of [apart, `${page.slice(0, at)}${page.slice(page.indexOf('</tr>', at) + 5)}`]) {
      const { report, doubts } = only(readHtml(broken));
      expect(review.map((id) => report.figures[id])).toEqual(review.map(() => null));
      expect(doubts).toMatchObject([{ kind: 'rowsMissing', figures: review }]);
    }
  });

  it('that repeat the words of a head unseen in every cell leave out no figure', () => {
    const labelled = page.replace(/<td>(\d)/gu, '<td><span style="display:none">数量：</span>$1');
    expect(only(readHtml(labelled)).doubts).toEqual([]);
    const numbered = page.replace(/<td>(\d)/u, '<td><span style="display:none">三件：</span>$1');
    expect(only(readHtml(numbered)).doubts).toMatchObject([{ kind: 'leftOut' }]);
  });
});
