import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/read/read';
import type { Reading } from '../../../src/read/reading';
import { readHtml } from '../../../src/read/formats/html';
import { readText } from '../../../src/read/formats/text';
import { edition2021 } from '../../../src/report/editions/2021';
import { writeWord } from '../../../src/write/word/word';
import { wordFile, wordPackage } from '../files';
import { htmlOf, partsOf, sampleOf, textShapes, titleOf } from '../noise/shapes';
import { only } from '../only';

const sample = sampleOf(edition2021, 4);
const plain = (shape: string): string => textShapes[shape]?.write(sample) ?? '';

/** All figures and all paragraphs as printed, and nothing in doubt but the annexes named. */
function expectWhole(reading: Reading, annexes: readonly string[] = []): void {
  const { report, doubts } = reading;
  expect(report.narrative).toEqual(sample.narrative);
  expect(Object.fromEntries([...sample.truth.keys()].map((id) => [id, report.figures[id]]))).toEqual(
    Object.fromEntries(sample.truth),
  );
  expect(
    doubts.map(({ kind, details, place }) => [kind, details, place !== null && 'table' in place && place.table]),
  ).toEqual(annexes.map((text) => ['annexUnread', { text }, null]));
}

type Rows = readonly (readonly (string | number)[])[];
const repeated: Rows = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', 91, 92, 93],
  ['行政规范性文件', 94, 95, 96],
];
const repeatedRow: Rows = [['一、本年新收政府信息公开申请数量', 91, 92, 93, 94, 95, 96, 97]];
const foreign: Rows = [
  ['序号', '培训名称', '人数'],
  [1, '业务培训', 30],
  [2, '法律培训', 25],
];
const annexes: Readonly<Record<string, readonly [caption: string, rows: Rows]>> = {
  'a table of its own': ['附件：2022年度培训情况表', foreign],
  'a table like one of the report': ['附表：下属单位主动公开情况', repeated],
  'a row like one of the report': ['附表1：镇街申请情况', repeatedRow],
};

const tabs = (rows: Rows): string => rows.map((row) => row.join('\t')).join('\n');
const pipes = (rows: Rows): string => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const lines = (rows: Rows): string => rows.flat().join('\n');
const inText: readonly (readonly [shape: string, write: (rows: Rows) => string])[] = [
  ['tab-separated', tabs],
  ['markdown tables', pipes],
  ['one cell a line', lines],
];
const html = (rows: Rows): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const wordText = (text: string | number): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const wordRows = (rows: Rows): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${wordText(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

describe('an annex is told, not read, and takes no section with it', () => {
  describe.each(Object.entries(annexes))('%s', (_, [caption, rows]) => {
    it.each(inText)('behind the last section and before 五, in a text: %s', (shape, write) => {
      const text = plain(shape);
      const annex = `${caption}\n${write(rows)}\n`;
      expectWhole(only(readText(`${text}\n${annex}`)), [caption]);
      expectWhole(only(readText(text.replace('五、存在的主要', `${annex}五、存在的主要`))), [caption]);
    });

    it('behind the last section and inside 五, on a web page', () => {
      const page = htmlOf()(sample);
      const annex = `<p>${caption}</p>${html(rows)}`;
      expectWhole(only(readHtml(page.replace('</body>', `${annex}</body>`))), [caption]);
      expectWhole(only(readHtml(page.replace('<p><strong>六、', `${annex}<p><strong>六、`))), [caption]);
    });

    it('behind the last section, in a Word file', async () => {
      const bytes = wordFile(sample, { end: wordText(caption) + wordRows(rows) });
      expectWhole(only(await readFile('a.docx', bytes)), [caption]);
    });
  });

  it('without a caption: by the first words of the table', () => {
    const text = plain('tab-separated');
    expectWhole(only(readText(`${text}\n${tabs(repeated)}`)), ['信息内容 本年制发件数 本年废止件数 现行有效件数']);
    expectWhole(only(readText(text.replace('六、其他', `${tabs(foreign)}\n六、其他`))), ['序号 培训名称 人数']);
    expectWhole(
      only(readText(text.replace('二、主动公开政府', '类别\t数量\n行政许可\t12\n行政处罚\t5\n二、主动公开政府'))),
      ['类别 数量'],
    );
    const page = htmlOf()(sample).replace('</body>', `${html(foreign)}</body>`);
    expectWhole(only(readHtml(page)), ['序号']);
  });

  it('with a bare caption: with the line below', () => {
    expectWhole(only(readText(`${plain('tab-separated')}\n附件1\n干部培训情况\n${tabs(foreign)}`)), [
      '附件1 干部培训情况',
    ]);
  });

  it('as the Word file with last year beside this year has it, behind signature and review block', async () => {
    const { report } = only(await readFile('a.docx', wordFile(sample)));
    const date = { year: 2023, month: 1, day: 20 };
    const unit = sample.unit;
    const bytes = writeWord(report, {
      previous: { ...report, year: sample.year - 1 },
      signature: { unit, date },
      review: { unit, preparedBy: '李一', reviewedBy: null, telephone: '0571-80000000', date },
    });
    const back = only(await readFile('a.docx', bytes));
    expectWhole(back, ['附件 与上年数据对比']);
    expect(back.report.closing).toEqual({ unit: null, date: '2023-01-20' });
  });
});

describe('tables that all stand in annexes are read, and the text is whole', () => {
  const titles = partsOf(sample).flatMap(({ section, paragraphs, table }) => [
    section.title,
    ...(table === null ? paragraphs : ['详见附表。']),
  ]);
  it.each([true, false])('with captions: %s', (captions) => {
    const tables = partsOf(sample).flatMap(({ section, table }, index) =>
      table === null
        ? []
        : [
            ...(captions ? [`附表${index}：${section.title.slice(2)}`] : []),
            ...table.map((row) => row.map((cell) => cell?.text ?? '').join('\t')),
          ],
    );
    expectWhole(only(readText([titleOf(sample), ...titles, ...tables].join('\n'))));
  });
});

describe('the last section ends before', () => {
  it.each([
    '填报单位（盖章）：云溪县农业农村局\n审核人：张一    填表人：李二\n联系电话：0571-80000000',
    '单位负责人：张一  审核人：李二  填报人：王三\n填报日期：2023年1月20日',
    '（单位盖章）\n2023年1月20日',
    '联系人：张一\n联系电话：0571-80000000\n云溪县农业农村局\n2023年1月20日',
    '云溪县农业农村局\n2023年1月20日\n填报人：李二\n打印本页\n关闭窗口',
    '2023年1月20日\n【打印】',
  ])('a review block or a signature: %s', (closing) => {
    for (const [shape] of inText) expectWhole(only(readText(`${plain(shape)}\n${closing}`)));
    const paragraphs = closing.split('\n');
    const page = htmlOf()(sample).replace('</body>', `${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body>`);
    expectWhole(only(readHtml(page)));
  });

  it('a review block that is a table of a Word file', async () => {
    const block = wordRows([
      ['填报单位', '云溪县农业农村局', '填报人', '李二'],
      ['审核人', '张一', '联系电话', '0571-80000000'],
    ]);
    expectWhole(only(await readFile('a.docx', wordFile(sample, { end: block }))));
  });

  it.each([
    ['云溪县农业农村局\n2023年1月20日', { unit: null, date: '2023-01-20' }, undefined],
    ['云溪县农业农村局（盖章）\n二〇二三年一月二十日', { unit: null, date: '2023-01-20' }, undefined],
    [
      '云溪县农业农村局办公室\n2023年12月3日\n打印本页',
      { unit: '云溪县农业农村局办公室', date: '2023-12-03' },
      undefined,
    ],
    [
      '联系人：张一\n联系电话：0571-80000000\n云溪县农业农村局\n2023年1月20日',
      { unit: null, date: '2023-01-20' },
      '联系人：张一　联系电话：0571-80000000',
    ],
    ['2023年1月20日', { unit: null, date: '2023-01-20' }, undefined],
    ['云溪县农业农村局', { unit: null, date: null }, undefined],
    ['联系电话：0571-80000000\n云溪县农业农村局', { unit: null, date: null }, '联系电话：0571-80000000'],
    ['（单位盖章）\n填报日期\n2023年1月20日', undefined, undefined],
    ['审核人：李二\n填报日期：2023年1月20日', undefined, undefined],
  ])('what signs it and says how the office is reached, which is kept: %s', (beneath, closing, contact) => {
    const expectIt = ({ report }: Reading) => expect([report.closing, report.contact]).toEqual([closing, contact]);
    for (const [shape] of inText) expectIt(only(readText(`${plain(shape)}\n${beneath}`)));
    const lines = beneath.split('\n').map((text) => `<p>${text}</p>`);
    const page = htmlOf()(sample).replace('</body>', `${lines.join('')}</body>`);
    expectIt(only(readHtml(page)));
  });

  it('nothing else: prose that speaks of annexes, people or telephones stays', () => {
    const prose = ['附件所列制度均已印发。', '联系电话：0571-80000000。', '如有疑问，请与我局办公室联系。'];
    const reading = only(readText(`${plain('tab-separated')}\n${prose.join('\n')}`));
    expect(reading.report.narrative.other).toEqual([...sample.narrative.other, ...prose]);
    expect(reading.doubts).toEqual([]);
  });
});

describe('the first section', () => {
  const text = plain('tab-separated');
  it.each([
    ['a preface', '本报告由总体情况、主动公开政府信息情况等六部分组成。'],
    ['a table of contents', `目录\n${edition2021.sections.map(({ title }) => title).join('\n')}`],
    ['both', `根据《条例》编制。\n${edition2021.sections.map(({ title }) => title).join('\n')}\n现报告如下：`],
  ])('begins behind %s', (_, before) => {
    expectWhole(only(readText(text.replace('一、总体情况', `${before}\n一、总体情况`))));
  });

  it('keeps an old outline and headings of its own, even in the official words', () => {
    const outline = [
      ...['一、概述', '二、主动公开政府信息情况', '公开了信息。', '三、依申请公开情况'],
      ...['五、存在的主要问题及改进情况', '均已整改。'],
    ];
    const narrative = { ...sample.narrative, overview: [...sample.narrative.overview, ...outline] };
    for (const [shape] of inText) {
      const { report } = only(readText(textShapes[shape]?.write({ ...sample, narrative }) ?? ''));
      expect(report.narrative).toEqual(narrative);
    }
  });
});

describe('unit and year', () => {
  const body = plain('tab-separated').replace(`${titleOf(sample)}\n`, '');
  const read = (text: string): readonly [unit: string | null, year: number | null, ...doubts: string[]] => {
    const { report, doubts } = only(readText(text));
    return [report.unit.name, report.year, ...doubts.map(({ kind }) => kind)];
  };

  it.each([
    ['云溪县农业农村局2022年政府信息公开工作年度报告', '云溪县农业农村局'],
    ['2022年度云溪县农业农村局政府信息公开年度报告', '云溪县农业农村局'],
    ['云溪县农业农村局\n2022年政府信息公开工作年度报告', '云溪县农业农村局'],
    ['云溪县农业农村局\n政府信息公开工作年度报告\n（2022年度）', '云溪县农业农村局'],
    ['云溪县农业农村局政府信息公开工作二〇二二年年度报告', '云溪县农业农村局'],
    ['《云溪县农业农村局2022年政府信息公开工作年度报告》', '云溪县农业农村局'],
    ['关于云溪县农业农村局2022年政府信息公开工作年度报告', '云溪县农业农村局'],
  ])('come from the title: %s', (title, unit) => {
    expect(read(`${title}\n${body}`)).toEqual([unit, 2022]);
  });

  it('the year comes from the sentence on the period where the title has none, wherever it stands', () => {
    const title = '云溪县农业农村局政府信息公开工作年度报告';
    const period = '本报告所列数据的统计期限自2022年1月1日起，至2022年12月31日止。';
    expect(read(`${title}\n${period}\n${body}`)).toEqual([sample.unit, 2022]);
    expect(
      read(`${title}\n${body.replace('一、总体情况', `一、总体情况\n2021年、2021年、2021年均已整改。${period}`)}`),
    ).toEqual([sample.unit, 2022]);
  });

  it('else from the text, with a doubt; else it is missing, with a doubt', () => {
    const title = '云溪县农业农村局政府信息公开工作年度报告';
    const said = body.replace('一年来', '2022年，与2021年相比，2022年');
    expect(read(`${title}\n${said}`)).toEqual([sample.unit, 2022, 'yearFromText']);
    expect(read(`${title}\n${body}`)).toEqual([sample.unit, null, 'yearMissing']);
    expect(read(body)).toEqual([null, null, 'unitNameMissing', 'yearMissing']);
  });

  it.each([
    ['what the first sentence presents', `根据条例，现公布${sample.unit}2022年政府信息公开工作年度报告。\n${body}`],
    ['the signature', `2022年政府信息公开工作年度报告\n${body}\n${sample.unit}\n2023年1月20日`],
    [
      'both, one of them in short',
      `现将${sample.unit}2022年政府信息公开年度报告公布如下。\n${body}\n云溪农业农村局\n2023年1月20日`,
    ],
  ])('the name comes from %s where the title has none, with a doubt', (_, text) => {
    const [unit, , ...kinds] = read(text);
    expect([unit, kinds.includes('unitFromText')]).toEqual([sample.unit, true]);
  });
  it('the name is missing where text and signature name different bodies, or the text only says whose it is', () => {
    for (const text of [
      `现公布${sample.unit}2022年政府信息公开工作年度报告。\n${body}\n云溪县林业局\n2023年1月20日`,
      `现公布本局2022年政府信息公开工作年度报告。\n${body}`,
    ])
      expect(read(text)).toContain('unitNameMissing');
  });
  it('what a portal prints before a title is no part of the name, also with a gap for its colon', () => {
    for (const caption of ['标　题 ', '名 称: ', '信息名称　'])
      expect(read(`${caption}${sample.unit}2022年政府信息公开工作年度报告\n${body}`)[0]).toBe(sample.unit);
  });
});

describe('a title of 二 to 四 without a table', () => {
  const parts = partsOf(sample);
  const gone = edition2021.tables.map(({ id }) => id);

  it.each(gone)('is told on a web page and in a Word file: %s', async (id) => {
    const rows = (own: (typeof parts)[number]): Rows =>
      own.table?.map((row) => row.flatMap((cell) => (cell === null ? [] : [cell.text]))) ?? [];
    const write = (paragraph: (text: string) => string, table: (rows: Rows) => string, picture: string): string =>
      [
        paragraph(titleOf(sample)),
        ...parts.flatMap((own) => [
          paragraph(own.section.title),
          ...own.paragraphs.map(paragraph),
          ...(own.table === null ? [] : [own.section.id === id ? picture : table(rows(own))]),
        ]),
      ].join('');
    const page = write((text) => `<p>${text}</p>`, html, '<p><img src="table.png" alt=""></p>');
    const body = write(wordText, wordRows, '<w:p><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:p>');
    for (const result of [readHtml(page), await readFile('a.docx', wordPackage(body))]) {
      const reading = only(result);
      const missing = reading.doubts.filter(({ kind }) => kind === 'tableMissing');
      expect(missing.map(({ details }) => details)).toEqual([{ table: id }]);
      expect(new Set(missing[0]?.figures)).toEqual(
        new Set([...sample.truth.keys()].filter((figure) => figure.startsWith(`${id}.`))),
      );
      for (const figure of missing[0]?.figures ?? []) expect(reading.report.figures[figure]).toBeNull();
      expect(reading.report.narrative).toEqual(sample.narrative);
    }
  });
});

describe('a caption that says the title of its section once more', () => {
  const text = plain('tab-separated');
  const titles = ['主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议、行政诉讼情况'];
  it.each(['\n', '\n\n'])('is no paragraph, nor is the title above it (%j)', (between) => {
    const captioned = titles.reduce(
      (whole, title) => whole.replace(new RegExp(`^(.*${title})$`, 'mu'), `$1${between}${title}`),
      text,
    );
    expect(captioned.length).toBeGreaterThan(text.length + 40);
    expectWhole(only(readText(captioned)));
  });
});
