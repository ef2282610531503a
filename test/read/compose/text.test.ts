import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edition2019 } from '../../../src/report/editions/2019';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { readHtml } from '../../../src/read/formats/html';
import { partNames, type Reading, type ReadResult } from '../../../src/read/reading';
import { readText } from '../../../src/read/formats/text';
import { readXlsx } from '../../../src/read/formats/excel/xlsx/xlsx';
import { openArchive } from '../../../src/read/containers/archive';
import { excelFile } from '../files';
import { htmlOf, partsOf, sampleOf, textOf, textShapes, titleOf } from '../noise/shapes';
import { inTraditional } from '../noise/damages';

const readings = (result: ReadResult): readonly Reading[] => {
  if (!result.ok) throw new Error(`nothing read: ${result.failure.kind}`);
  return result.readings;
};
const first = (result: ReadResult): Reading => {
  const [reading] = readings(result);
  if (reading === undefined) throw new Error('nothing read');
  return reading;
};
const write = (shape: string, sample: Parameters<(typeof textShapes)[string]['write']>[0]): string => {
  const found = textShapes[shape];
  if (found === undefined) throw new Error(`no shape ${shape}`);
  return found.write(sample);
};
const kinds = (reading: Reading): string[] => reading.doubts.map(({ kind }) => kind);
const figuresRight = (reading: Reading, truth: ReadonlyMap<string, number>): void =>
  expect(Object.fromEntries([...truth.keys()].map((id) => [id, reading.report.figures[id]]))).toEqual(
    Object.fromEntries(truth),
  );

describe('the sections of a report', () => {
  const sample = sampleOf(edition2021, 4);

  it('have no cell for a line of figures that stands beneath a table: it is said, and nowhere read in', () => {
    const line = '2025年本部门政府信息发布总数量（非新闻类）：317';
    const text = write('one cell a line', sample).replace('三、收到和处理', `${line}\n三、收到和处理`);
    const reading = first(readText(text));
    expect(reading.doubts).toContainEqual(expect.objectContaining({ kind: 'extraLine', details: { text: line } }));
    expect(Object.values(reading.report.figures)).not.toContain(317);
    expect(JSON.stringify(reading.report.narrative)).not.toContain('317');
  });

  it('do not begin at an old outline, at headings of their own or in a preface', () => {
    const overview = [
      ...['本年工作如下。', '一、概述', '二、主动公开单位信息情况', '1、机构职能。', '三、依申请公开办理情况'],
      ...['五、存在的问题', '均已整改。'],
    ];
    const text = write('tab-separated', {
      ...sample,
      narrative: {
        overview,
        problems: ['（一）问题', '更新不及时。'],
        other: ['无。'],
      },
    }).replace('一、总体情况', '本报告由总体情况、主动公开政府信息情况等六部分组成。\n一、总体情况');
    const { report } = first(readText(text));
    expect(report.narrative.overview).toEqual(overview);
    expect(report.narrative.problems).toEqual(['（一）问题', '更新不及时。']);
    expect(report.narrative.other).toEqual(['无。']);
    figuresRight(first(readText(text)), sample.truth);
  });

  it('end before a signature and what a web page prints below', () => {
    const text = `${write('one cell a line', sample)}\n云溪县农业农村局\n2023年1月20日\n打印本页\n关闭窗口`;
    expect(first(readText(text)).report.narrative.other).toEqual(sample.narrative.other);
  });

  it('are known under other wordings, with a doubt where nobody has seen them before', () => {
    const text = write('tab-separated', sample).replace('五、存在的主要问题及改进情况', '五、存在问题和改进措施');
    expect(kinds(first(readText(text)))).not.toContain('sectionRenamed');
    const renamed = first(readText(text.replace('五、存在问题和改进措施', '五、工作中存在的主要问题及今后改进')));
    expect(kinds(renamed)).toContain('sectionRenamed');
    expect(renamed.report.narrative.problems).toEqual(sample.narrative.problems);
  });

  it.each(['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'])(
    'without a table are told: %s',
    (title) => {
      const text = partsOf(sample).map(({ section, paragraphs, table }) =>
        [
          section.title,
          ...paragraphs,
          ...(table === null || section.title === title
            ? []
            : table.map((row) => row.map((cell) => cell?.text ?? '').join('\t'))),
        ].join('\n'),
      );
      const reading = first(readText([titleOf(sample), ...text].join('\n')));
      const doubt = reading.doubts.find(({ kind }) => kind === 'tableMissing');
      expect(doubt?.details).toEqual({ table: edition2021.sections.find((one) => one.title === title)?.id });
      expect(doubt?.figures.length).toBeGreaterThan(0);
    },
  );
});

describe('labels', () => {
  const sample = sampleOf(edition2021, 5);
  const text = write('tab-separated', sample);

  it('are known in traditional characters, also with pinyin in brackets behind each', () => {
    const traditional = inTraditional(text);
    figuresRight(first(readText(traditional)), sample.truth);
    const withPinyin = traditional.replaceAll('規章', '規(guī)章(zhāng)').replaceAll('總計', '總(zǒng)計(jì)');
    figuresRight(first(readText(withPinyin)), sample.truth);
  });

  it('are known with notes inside, other commas, lost characters and old wording, with a doubt where the wording differs', () => {
    const changed = text
      .replace('规章\t', '规章（含修订）\t')
      .replace('逾期不补正、行政机关', '逾期不补正，行政机关')
      .replace('本年制发件数', '本年发件')
      .replace('现行有效件数', '现行有效')
      .replace('行政规范性文件', '规范性文件');
    const reading = first(readText(changed));
    figuresRight(reading, sample.truth);
    expect(kinds(reading)).toEqual(expect.arrayContaining(['labelDamaged', 'editionMixed']));
  });

  it('of a group of columns that is damaged, beside one that is lost, put no figure under another head', () => {
    const distinct = new Map(figuresOf(edition2021).map(({ id }, at) => [id, 101 + at] as const));
    const printed = new Map([...distinct].map(([id, value]) => [id, String(value)]));
    const damaged = write('tab-separated', { ...sample, printed })
      .replace('法人或其他组织', '法人或其他')
      .replace(/(申请人情况[^\n]*\n[^\n]*)总计/u, '$1');
    const { report, doubts } = first(readText(damaged));
    const named = new Set(doubts.flatMap(({ figures }) => figures));
    for (const [id, value] of distinct) if (!named.has(id)) expect([id, report.figures[id]]).toEqual([id, value]);
  });

  it('of local rows and lines are told and not read', () => {
    const changed = text.replace('第二十条第（五）项', '其他主动公开文件\t7\t8\t9\n第二十条第（五）项');
    const reading = first(readText(changed));
    figuresRight(reading, sample.truth);
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({ kind: 'unknownRow', details: { label: '其他主动公开文件' } }),
    );
  });

  it('of a header that a page repeats do no harm', () => {
    const lines = text.split('\n');
    const header = lines.findIndex((line) => line.includes('勾稽关系'));
    const again = [
      ...lines.slice(0, header + 12),
      '',
      ...lines.slice(header, header + 3),
      ...lines.slice(header + 12),
    ].join('\n');
    figuresRight(first(readText(again)), sample.truth);
  });

  it('of a row that stands twice with other numbers leave both unread', () => {
    const lines = text.split('\n');
    const row = lines.findIndex((line) => line.startsWith('一、本年新收'));
    const twice = [
      ...lines.slice(0, row + 1),
      '一、本年新收政府信息公开申请数量\t\t\t1\t2\t3\t4\t5\t6\t999',
      ...lines.slice(row + 1),
    ];
    const reading = first(readText(twice.join('\n')));
    expect(reading.report.figures['applications.received.total']).toBeNull();
    expect(reading.doubts.find(({ kind }) => kind === 'rowTwice')?.figures).toContain('applications.received.total');
  });
});

describe('figures', () => {
  const read = (id: string, printed: string, edition = edition2019): Reading => {
    const sample = sampleOf(edition, 6);
    return first(readText(write('tab-separated', { ...sample, printed: new Map([...sample.printed, [id, printed]]) })));
  };

  it('keep the unit that their cell names, and are never converted', () => {
    const amount = 'disclosure.procurement.amount';
    for (const [printed, value, unit] of [
      ['99.53万', 99.53, 'tenThousandYuan'],
      ['251000元', 251000, 'yuan'],
      ['134,691', 134691, 'unknown'],
    ] as const) {
      const { report, doubts } = read(amount, printed);
      expect([report.figures[amount], report.units[amount]]).toEqual([value, unit]);
      expect(doubts.some(({ kind }) => kind === 'unitUnknown')).toBe(unit === 'unknown');
    }
  });

  it('in another unit than their column are left blank', () => {
    const reading = read('disclosure.fees.amount', '251000元', edition2021);
    expect(reading.report.figures['disclosure.fees.amount']).toBeNull();
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({ kind: 'unitConflict', details: { text: '251000元' } }),
    );
  });

  it.each(['0元', '0.00元', '￥0', '0万元'])('are 0 in any unit of money: %s', (printed) => {
    const { report, doubts } = read('disclosure.fees.amount', printed, edition2021);
    expect([report.figures['disclosure.fees.amount'], doubts]).toEqual([0, []]);
  });

  it('printed as none are 0 with a mark; blank stays blank; words stay unread', () => {
    const id = 'applications.received.person';
    expect(read(id, '/').report.marks[id]).toEqual({ state: 'printedAsNone', source: '/' });
    expect(read(id, '/').report.figures[id]).toBe(0);
    expect(read(id, '').report.figures[id]).toBeNull();
    const words = read(id, '见附件');
    expect(words.report.figures[id]).toBeNull();
    expect(words.doubts).toContainEqual(expect.objectContaining({ kind: 'cellUnread', figures: [id] }));
  });

  it('carry the place where they stood', () => {
    const { sources } = read('applications.received.person', '12件');
    expect(sources.get('applications.received.person')).toEqual({
      text: '12件',
      place: { in: 'line', table: 'applications', line: expect.any(Number) as number },
    });
  });
});

describe('several reports', () => {
  const older = { ...sampleOf(edition2019, 1), year: 2020 };
  const newer = { ...sampleOf(edition2021, 2), year: 2023 };

  it('in one text or one page come out as several', () => {
    for (const result of [
      readText(`${write('tab-separated', older)}\n${write('tab-separated', newer)}`),
      readText(`${write('one cell a line', older)}\n${write('one cell a line', newer)}`),
      readHtml(`<div>${htmlOf()(older)}${htmlOf()(newer)}</div>`),
    ]) {
      const found = readings(result);
      expect(found.map(({ report }) => [report.edition, report.year])).toEqual([
        ['2019', 2020],
        ['2021', 2023],
      ]);
      [older, newer].forEach((sample, index) => {
        const reading = found[index];
        if (reading !== undefined) figuresRight(reading, sample.truth);
      });
    }
  });

  const [upper, lower] = ['云溪县甲镇人民政府', '云溪县乙镇人民政府'] as const;
  const titled = (title: string, unit: string) => {
    const text = write('one cell a line', { ...newer, unit });
    return `${title}\n${text.slice(text.indexOf('一、总体情况'))}`;
  };
  it.each([
    ['with the year', `${lower}2023年\n政府信息公开工作年度报告`, lower],
    ['above the year', `${lower}\n2023年政府信息公开工作年度报告`, lower],
    ['above a line with the year', `${lower}\n（2023年度）\n政府信息公开工作年度报告`, lower],
    ['in one line', `${lower}2023年政府信息公开工作年度报告`, lower],
    // The line above is the signature of the one before.
    ['nowhere', `${upper}\n2023年政府信息公开工作年度报告`, null],
  ])('have their own names, where the second is named %s', (_, title, unit) => {
    const first = titled(`${upper}2023年政府信息公开工作年度报告`, upper);
    const found = readings(readText(`${first}\n${titled(title, lower)}`));
    expect(found.map(({ report }) => [report.unit.name, report.year])).toEqual([
      [upper, 2023],
      [unit, 2023],
    ]);
    // No line of the second title is left in the text of the first.
    const text = found[0]?.report.narrative.other.join('\n') ?? '';
    if (unit !== null) expect(text).not.toContain(lower);
    expect(text).not.toContain('年度报告');
  });

  const pictured = (unit: string, year: number) => textOf(() => [])({ ...newer, unit, year });
  const others = [
    ['of last year', '云溪县农业农村局', 2022],
    ['of another body', '云溪县畜牧中心', 2023],
  ] as const;
  it.each(others)('keep their tables, where that of this year has pictures of them: beside one %s', (_, unit, year) => {
    const own = pictured('云溪县农业农村局', 2023);
    const other = write('tab-separated', { ...newer, unit, year });
    for (const [text, at] of [
      [`${own}\n${other}`, 1],
      [`${other}\n${own}`, 0],
    ] as const) {
      const found = readings(readText(text));
      expect(found.map(({ report }) => report.unit.name)[at]).toBe(unit);
      expect(found.map(({ report }) => report.year)[at]).toBe(year);
      const [full, empty] = [found[at], found[1 - at]];
      if (full === undefined) throw new Error('not told apart');
      figuresRight(full, newer.truth);
      expect(Object.values(empty?.report.figures ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(empty?.doubts.map(({ kind }) => kind)).toContain('tableMissing');
    }
  });

  it.each(others)('are one where only the title of one %s is named in it', (_, unit, year) => {
    const text = write('tab-separated', newer);
    const title = titleOf({ ...newer, unit, year });
    for (const listed of [
      text.replace('二、主动公开', `${title}\n二、主动公开`),
      text.replace('一、总体情况', `${title}\n一、总体情况`),
      `${text}\n相关链接\n${title}`,
    ]) {
      expect(readings(readText(listed))).toHaveLength(1);
      figuresRight(first(readText(listed)), newer.truth);
    }
  });

  it('are told apart by their part, by their unit where they stand in one, and by their number else', () => {
    const of = (part: string | null, name: string | null) =>
      ({ part, report: { unit: { name } } }) as unknown as Reading;
    expect(partNames([of('年报', '甲局')])).toEqual(['年报']);
    expect(partNames([of(null, '甲局')])).toEqual([null]);
    expect(partNames([of('一', '甲局'), of('二', '甲局')])).toEqual(['一', '二']);
    expect(partNames([of(null, '甲局'), of(null, '乙局'), of(null, null)])).toEqual(['甲局', '乙局', '#1']);
    expect(partNames([of('汇总', '甲局'), of('汇总', '乙局'), of('汇总', '甲局'), of('二', '乙局')])).toEqual([
      '汇总：甲局#1',
      '汇总：乙局',
      '汇总：甲局#2',
      '二',
    ]);
  });

  it('as rows of a collection table come out one a row', () => {
    const figures = figuresOf(edition2021);
    const bodies = [sampleOf(edition2021, 1), sampleOf(edition2021, 2), sampleOf(edition2021, 3)];
    const outer = figures.map((figure) => figure.rowLabels.join('/'));
    const rows = [
      ['2023年政府信息公开工作年度报告数据汇总表'],
      [
        '序号',
        '单位名称',
        ...figures.map((figure, index) => (outer[index] === outer[index - 1] ? '' : (figure.rowLabels.at(-1) ?? ''))),
      ],
      ['', '', ...figures.map((figure) => figure.columnLabel)],
      ...bodies.map((sample, index) => [
        index + 1,
        `第${index + 1}局`,
        ...figures.map((figure) => sample.truth.get(figure.id) ?? ''),
      ]),
      ['', '合计', ...figures.map(() => 1)],
    ];
    // The second body is filtered out of sight.
    const found = readings(readXlsx(openArchive(excelFile([{ name: '汇总', rows, hidden: [4] }]))));
    expect(found.map(({ doubts }) => doubts.some(({ kind }) => kind === 'hiddenCells'))).toEqual([false, true, false]);
    expect(found.map(({ report }) => [report.unit.name, report.year])).toEqual([
      ['第1局', 2023],
      ['第2局', 2023],
      ['第3局', 2023],
    ]);
    bodies.forEach((sample, index) => {
      const reading = found[index];
      if (reading !== undefined) figuresRight(reading, sample.truth);
    });
  });
});

describe('a text that is no report', () => {
  it('is refused with its reason', () => {
    expect(readText('')).toMatchObject({ failure: { kind: 'empty' } });
    expect(readText(' \n\t')).toMatchObject({ failure: { kind: 'empty' } });
    expect(readText('关于召开会议的通知\n各单位：请准时参加。')).toMatchObject({ failure: { kind: 'noReport' } });
    expect(readText('第一章总则\n'.repeat(1_000_000))).toMatchObject({ failure: { kind: 'tooLarge' } });
    expect(readHtml('<p>登录</p>')).toMatchObject({ failure: { kind: 'noReport' } });
  });

  it('is told to be of something else where nothing of the form is in it, and only then', () => {
    for (const letter of [
      '关于报送2025年政府信息公开工作年度报告的通知\n各单位：请于1月20日前报送，联系人张三，电话13800001111。',
      '现报送我局2025年年报，请查收。',
      '联系人\t电话\n张三\t8881234',
    ])
      expect(readText(letter), letter).toMatchObject({ failure: { details: { foreign: true } } });
    for (const perhaps of [
      '一、总体情况\n我局今年没有收到申请。',
      '行政许可\n行政处罚\n数字见附图',
      Array.from({ length: 15 }, () => '0').join('\t'),
    ])
      expect(readText(perhaps), perhaps).toMatchObject({ failure: { details: { foreign: false } } });
  });

  it('never makes reading fail', () => {
    const pieces = write('tab-separated', sampleOf(edition2021, 1)).split('\n');
    const line = fc.oneof(
      fc.constantFrom(...pieces),
      fc.string(),
      fc.constantFrom('|', '\t', '', '---|---', '<table><tr><td>', '0', '/'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        readText(lines.join('\n'));
        readHtml(lines.join('\n'));
      }),
      { numRuns: 60 },
    );
  });
});
