import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf, type FigureId } from '../../src/report/figures';
import { tableLayout } from '../../src/report/layout';
import { emptyReport } from '../../src/report/empty';
import type { Report } from '../../src/report/report';
import { UnwritableTextError } from '../../src/write/text';
import { writeWord, type WordOptions } from '../../src/write/word/word';
import { fontNames } from '../../src/write/word/fonts';
import { readParagraphs, readTables } from './docxTables';
import { anyReport } from './reports';
import { sampleReport } from './samples';
import { all, attribute, first, openPackage, part } from './xmlTree';

/** A PNG of one pixel. */
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const bodyOf = (report: Report, options: WordOptions = {}) =>
  first(part(openPackage(writeWord(report, options)), 'word/document.xml'), 'w:body');

/** What each figure's cell shows, found by the place that the printed form gives it. */
function readFigures(report: Report, options: WordOptions = {}): Map<FigureId, string> {
  const edition = editions.find((candidate) => candidate.id === report.edition);
  const tables = readTables(bodyOf(report, options));
  return new Map(
    (edition?.tables ?? []).flatMap((table, index) =>
      tableLayout(table).cells.flatMap((cell) => {
        const read = tables[index]?.find((one) => one.row === cell.row && one.column === cell.column);
        return cell.figure === undefined ? [] : [[cell.figure, read?.text ?? 'no cell'] as const];
      }),
    ),
  );
}

describe.each(editions.map((edition) => [edition.id, edition] as const))('edition %s in Word', (id, edition) => {
  test('the three tables have the cells, labels and spans of the printed form', () => {
    const tables = readTables(bodyOf(sampleReport(id)));
    expect(tables).toHaveLength(edition.tables.length);
    edition.tables.forEach((table, index) => {
      const read = (tables[index] ?? []).map(({ text, ...place }) => place);
      const printed = tableLayout(table).cells.map(({ row, column, rowSpan, columnSpan }) => ({
        row,
        column,
        rowSpan,
        columnSpan,
      }));
      expect(read).toEqual(printed);
      for (const cell of tableLayout(table).cells.filter(({ role }) => role !== 'figure')) {
        expect(tables[index]).toContainEqual(
          expect.objectContaining({ row: cell.row, column: cell.column, text: cell.text }),
        );
      }
    });
  });

  test('every figure read back from the file is the figure of the report', () => {
    fc.assert(
      fc.property(anyReport(edition), (report) => {
        const read = readFigures(report);
        for (const { id: figure } of figuresOf(edition)) {
          const value = report.figures[figure] ?? null;
          const text = (read.get(figure) ?? '').replace(/万?元$/u, '');
          expect(text === '' ? null : Number(text)).toBe(value === 0 ? 0 : value);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a blank figure stays blank, or is printed as 0 where the person chose that', () => {
    const report = emptyReport(edition, 2025, '云溪县林业局');
    expect(new Set(readFigures(report).values())).toEqual(new Set(['']));
    expect(new Set(readFigures(report, { blanks: 'zero' }).values())).toEqual(new Set(['0']));
  });

  test('the six sections stand in order, each text under its heading, unchanged', () => {
    const report = sampleReport(id);
    const paragraphs = readParagraphs(bodyOf(report));
    const headings = paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text);
    expect(headings).toEqual(edition.sections.map(({ title }) => title));
    const { overview, problems, other } = report.narrative;
    const texts = paragraphs
      .filter(({ style }) => style === 'BodyText' || style === 'Heading2')
      .map(({ text }) => text);
    expect(texts).toEqual([...overview, ...problems, ...other]);
  });
});

describe('the page of GB/T 9704', () => {
  const parts = openPackage(writeWord(sampleReport()));
  const document = part(parts, 'word/document.xml');
  const styles = part(parts, 'word/styles.xml');
  const style = (id: string) => {
    const found = all(styles, 'w:style').find((one) => one.attributes['w:styleId'] === id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  test('A4 with 天头 37, 订口 28 and a 版心 of 156 × 225 mm', () => {
    const margin = first(document, 'w:pgMar').attributes;
    const size = first(document, 'w:pgSz').attributes;
    const length = (value: string | undefined): number => (Number(value) * 25.4) / 1440;
    expect(length(margin['w:top'])).toBeCloseTo(37, 1);
    expect(length(margin['w:left'])).toBeCloseTo(28, 1);
    expect(length(size['w:w']) - length(margin['w:left']) - length(margin['w:right'])).toBeCloseTo(156, 0);
    expect(length(size['w:h']) - length(margin['w:top']) - length(margin['w:bottom'])).toBeCloseTo(225, 0);
  });

  test('a grid of 22 lines and 28 characters', () => {
    const grid = first(document, 'w:docGrid').attributes;
    const points = (value: string | undefined): number => Number(value) / 20;
    expect(Math.floor(((225 / 25.4) * 72) / points(grid['w:linePitch']) + 0.01)).toBe(22);
    expect(Math.floor(((156 / 25.4) * 72) / (16 + Number(grid['w:charSpace']) / 4096) + 0.01)).toBe(28);
    const spacing = first(first(style('Normal'), 'w:rPr'), 'w:spacing').attributes['w:val'];
    const narrowed = 16 + points(spacing);
    expect(Math.floor(((156 / 25.4) * 72) / narrowed)).toBe(28);
    expect(first(first(style('Normal'), 'w:pPr'), 'w:spacing').attributes).toMatchObject({
      'w:line': '580',
      'w:lineRule': 'exact',
    });
  });

  test('title 二号小标宋, text 三号仿宋, headings 黑体 and 楷体, first lines indented by two characters', () => {
    expect(attribute(style('Title'), 'w:rFonts', 'w:eastAsia')).toBe('方正小标宋简体');
    expect(attribute(style('Title'), 'w:sz', 'w:val')).toBe('44');
    expect(attribute(first(styles, 'w:docDefaults'), 'w:rFonts', 'w:eastAsia')).toBe('仿宋_GB2312');
    expect(attribute(first(styles, 'w:docDefaults'), 'w:sz', 'w:val')).toBe('32');
    expect(attribute(style('Heading1'), 'w:rFonts', 'w:eastAsia')).toBe('黑体');
    expect(attribute(style('Heading2'), 'w:rFonts', 'w:eastAsia')).toBe('楷体_GB2312');
    for (const id of ['BodyText', 'Heading1', 'Heading2'])
      expect(attribute(style(id), 'w:ind', 'w:firstLineChars')).toBe('200');
  });

  test('the other profile names only the fonts it says', () => {
    const common = openPackage(writeWord(sampleReport(), { fonts: 'common' }));
    const named = [...common.values()].flatMap((node) =>
      all(node, 'w:rFonts').map((fonts) => fonts.attributes['w:eastAsia']),
    );
    expect(new Set(named)).toEqual(new Set(fontNames('common')));
  });

  test('page numbers in 四号宋体 between lines, odd pages right, even pages left', () => {
    expect(all(part(parts, 'word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1);
    for (const [name, side] of [
      ['word/footer1.xml', 'right'],
      ['word/footer2.xml', 'left'],
    ] as const) {
      const footer = part(parts, name);
      expect(attribute(footer, 'w:jc', 'w:val')).toBe(side);
      expect(first(footer, 'w:instrText').text.trim()).toBe('PAGE');
      expect(all(footer, 'w:t').map(({ text }) => text)).toEqual(['— ', expect.any(String), ' —']);
      expect(new Set(all(footer, 'w:sz').map((size) => size.attributes['w:val']))).toEqual(new Set(['28']));
      expect(new Set(all(footer, 'w:rFonts').map((fonts) => fonts.attributes['w:eastAsia']))).toEqual(
        new Set(['宋体']),
      );
    }
  });

  test('rows are not split over pages and headers are repeated', () => {
    for (const table of all(document, 'w:tbl')) {
      expect(all(table, 'w:cantSplit')).toHaveLength(all(table, 'w:tr').length);
    }
    expect(all(document, 'w:tbl').map((table) => all(table, 'w:tblHeader').length)).toEqual(
      editions.find(({ id }) => id === '2021')?.tables.map((table) => tableLayout(table).headerRows),
    );
  });

  test('the widths of each table sum to the width of the text', () => {
    for (const table of all(document, 'w:tbl')) {
      const sum = all(table, 'w:gridCol').reduce((total, column) => total + Number(column.attributes['w:w']), 0);
      expect(sum).toBe(Number(attribute(table, 'w:tblW', 'w:w')));
    }
  });

  test('a landscape section holds the 申请 table alone', () => {
    const body = bodyOf(sampleReport(), { applications: 'landscape' });
    const orientation = all(body, 'w:pgSz').map((size) => size.attributes['w:orient'] ?? 'portrait');
    expect(orientation).toEqual(['portrait', 'landscape', 'portrait']);
    const [, turned] = body.children.flatMap((child, index) => (all(child, 'w:sectPr').length > 0 ? [index] : []));
    expect(body.children[(turned ?? 0) - 1]?.name).toBe('w:tbl');
  });

  test('properties say title, unit and language', () => {
    const core = part(parts, 'docProps/core.xml');
    expect(first(core, 'dc:title').text).toBe('云溪县林业局2025年政府信息公开工作年度报告');
    expect(first(core, 'dc:creator').text).toBe('云溪县林业局');
    expect(first(core, 'dc:language').text).toBe('zh-CN');
  });

  test('two files of one report are byte-equal', () => {
    expect(writeWord(sampleReport())).toEqual(writeWord(structuredClone(sampleReport())));
  });
});

describe('what stands around the report', () => {
  const date = { year: 2026, month: 1, day: 20 };
  const last = (options: WordOptions): string[] =>
    readParagraphs(bodyOf(sampleReport(), options))
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .slice(-6);

  test('a published file has neither review block nor signature unless asked', () => {
    expect(last({}).at(-1)).toBe('本年度未收取信息处理费，无其他需要报告的事项。');
  });

  test('contact, name and date follow the last section', () => {
    const texts = last({ contact: '电话：0000-0000000', signature: { unit: '云溪县林业局', date } });
    expect(texts.slice(-3)).toEqual(['电话：0000-0000000', '云溪县林业局', '2026年1月20日']);
  });

  test('a review copy says so and carries its block', () => {
    const review = { unit: '云溪县林业局', preparedBy: '张三', reviewedBy: null, telephone: null, date };
    const block = readTables(bodyOf(sampleReport(), { review })).at(-1) ?? [];
    expect(block.map(({ text }) => text)).toEqual([
      '填报单位（盖章）',
      '云溪县林业局',
      '填报人',
      '张三',
      '审核人',
      '',
      '联系电话',
      '',
      '填报日期',
      '2026年1月20日',
    ]);
    expect(readParagraphs(bodyOf(sampleReport(), { review }))[1]?.text).toBe('（送审稿）');
  });
});

test('a picture stands in the annex with its description, no wider than the text', () => {
  const png = Uint8Array.from(atob(onePixel), (char) => char.charCodeAt(0));
  const bytes = writeWord(sampleReport(), {
    pictures: [{ png, width: 1160, height: 580, description: '申请数量：52' }],
  });
  const parts = openPackage(bytes);
  const drawing = first(part(parts, 'word/document.xml'), 'wp:inline');
  expect(first(drawing, 'wp:docPr').attributes['descr']).toBe('申请数量：52');
  const { cx, cy } = first(drawing, 'wp:extent').attributes;
  expect(Number(cx)).toBeLessThanOrEqual(156.2 * 36_000);
  expect(Number(cx) / Number(cy)).toBeCloseTo(2, 3);
  const embedded = first(drawing, 'a:blip').attributes['r:embed'];
  const target = all(part(parts, 'word/_rels/document.xml.rels'), 'Relationship').find(
    (one) => one.attributes['Id'] === embedded,
  );
  expect(unzipSync(bytes)[`word/${target?.attributes['Target']}`]).toEqual(png);
});

describe('an amount whose unit the edition does not print', () => {
  const amount = 'disclosure.procurement.amount';
  const shown = (units: Report['units']) => readFigures({ ...sampleReport('2019'), units }).get(amount);

  test('shows the unit where it is known and none where it is not', () => {
    expect(shown({ [amount]: 'tenThousandYuan' })).toBe('160.5964万元');
    expect(shown({ [amount]: 'yuan' })).toBe('160.5964元');
    expect(shown({ [amount]: 'unknown' })).toBe('160.5964');
    expect(shown({})).toBe('160.5964');
  });
});

describe('text', () => {
  const withText = (text: string): Report => ({
    ...sampleReport(),
    narrative: { overview: [text], problems: [], other: [] },
  });

  test('any text that XML can hold comes back, whatever it says', () => {
    const text = fc
      .string({ unit: 'binary' })
      .map((value) =>
        value.replace(/[\0-\x08\v\f\r\n\x0e-\x1f\x7f-\x9f\u2028\u2029]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, ''),
      );
    const examples = [
      ...['</w:t></w:r><w:r><w:t>', ']]>', '&amp;lt;', '<!-- -->', '\u202E右\u202C', '🏛️👩‍⚕️', ' 前后空格 '],
      'a\tb',
      '很长'.repeat(15_000),
    ];
    fc.assert(
      fc.property(text, (value) => {
        const body = readParagraphs(bodyOf(withText(value))).filter(
          ({ style }) => style === 'BodyText' || style === 'Heading2',
        );
        expect(body[0]?.text).toBe(value);
      }),
      { numRuns: 40, examples: examples.map((value) => [value]) },
    );
  });

  test('line ends of every kind become line breaks', () => {
    const body = readParagraphs(bodyOf(withText('一\r\n二\v三\u2028四')));
    expect(body.find(({ style }) => style === 'BodyText')?.text).toBe('一\n二\n三\n四');
  });

  test('a short （一） heading is 楷体, a long paragraph only in its first sentence', () => {
    const faces = (text: string): (string | undefined)[] => {
      const node = all(bodyOf(withText(text)), 'w:p')[2];
      return node === undefined ? [] : all(node, 'w:r').map((run) => attribute(run, 'w:rFonts', 'w:eastAsia'));
    };
    expect(readParagraphs(bodyOf(withText('（一）主动公开情况')))[2]?.style).toBe('Heading2');
    expect(faces('（一）主动公开。全年公开信息312条。')).toEqual(['楷体_GB2312', undefined]);
    expect(faces(`（一）${'没有句号'.repeat(20)}`)).toEqual([undefined]);
  });

  test.each(['\u0000', '\u0007', '\f', '\ud800', '\udc00\ud800', '\ufffe', '\u009d'])(
    '%j is refused, and the place is told',
    (bad) => {
      expect(() => writeWord(withText(`文字${bad}`))).toThrow(UnwritableTextError);
      expect(() => writeWord(sampleReport(), { contact: bad })).toThrow(UnwritableTextError);
    },
  );
});
