/** Numbers that somebody typed into the cell of a label: none is a figure, and none is lost without a word. */
import { expect, it } from 'vitest';
import { readFile } from '../../../src/read/read';
import { edition2021 } from '../../../src/report/editions/2021';
import { sampleOf } from '../noise/shapes';
import { writerOf } from '../writers';

const sample = sampleOf(edition2021, 2, (value) => String(value || 6));
const truth = new Map([...sample.truth].map(([id, value]) => [id, value || 6]));

const shapes = ['web page', 'Word file', 'Excel file', 'tab-separated', '| at line ends'];

/** The numbers of which it is said that they stand in no box, and how many figures differ without a doubt. */
async function told(shape: string, wording: (label: string) => string) {
  const { file, write } = writerOf(shape);
  const result = await readFile(file, write({ ...sample, wording }));
  const [reading] = result.ok ? result.readings : [];
  if (reading === undefined) throw new Error('not read');
  const named = new Set(reading.doubts.flatMap(({ figures }) => figures));
  return {
    loose: reading.doubts.flatMap(({ kind, details }) =>
      kind === 'looseNumber' && 'text' in details ? [details.text] : [],
    ),
    wrong: [...truth].filter(([id, value]) => reading.report.figures[id] !== value && !named.has(id)).length,
    lost: [...truth].filter(([id, value]) => reading.report.figures[id] !== value).length,
  };
}

const groups = ['（三）不予公开', '三、本年度办理结果', '（六）其他处理'];
const behind = [' 5', '5', '：5', '（5）', '（5件）', '5件', ' 0', '　１２'];

it.each(shapes)('%s: a number behind the label of a group is told, and moves nothing', async (shape) => {
  for (const group of groups)
    for (const number of behind) {
      const label = `${group}${number}`;
      const { loose, ...lines } = await told(shape, (own) => (own === group ? label : own));
      expect([label, loose.map((text) => text.trim()), lines]).toEqual([label, [label], { wrong: 0, lost: 0 }]);
    }
});

it.each(shapes)('%s: so is a count in brackets behind any label, where the form has its notes', async (shape) => {
  for (const own of ['行政许可', '规章', '1.属于国家秘密', '（七）总计', '自然人', '商业企业', '本年制发件数']) {
    const label = `${own}（5件）`;
    const { loose, ...lines } = await told(shape, (text) => (text === own ? label : text));
    expect([label, new Set(loose.map((text) => text.trim())), lines]).toEqual([
      label,
      new Set([label]),
      { wrong: 0, lost: 0 },
    ]);
  }
});

it.each(shapes)('%s: what numbers rows or columns, and what the form says itself, is none', async (shape) => {
  const numbers = new Map<string, number>();
  const numbered = (label: string): string => {
    if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
    return /^(?:自然人|商业企业|科研机构|规章|行政许可|\d\.)/u.test(label)
      ? `${label}（${numbers.get(label) ?? 0}）`
      : label;
  };
  expect(await told(shape, (label) => label)).toEqual({ loose: [], wrong: 0, lost: 0 });
  expect(await told(shape, numbered)).toEqual({ loose: [], wrong: 0, lost: 0 });
});
