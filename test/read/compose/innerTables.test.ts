/** Tables within the cells of a table: one of figures stays one, another only arranges a page. */
import { expect, it } from 'vitest';
import { readFile } from '../../../src/read/read';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { wordFile } from '../files';
import { htmlOf, sampleOf, type Sample } from '../noise/shapes';
import { only } from '../only';

/** Half of the cells are blank, so that a place that got lost would let others take it. */
const whole = sampleOf(edition2021, 2);
const printed = new Map([...whole.printed].map(([id, text], at) => [id, at % 2 === 0 ? '' : text]));
const [own, beside] = ['applications.received.enterprise', 'applications.received.research'] as const;
const sample: Sample = { ...whole, printed: printed.set(own, '8051').set(beside, '') };

const writers: Readonly<Record<string, (inner: readonly string[]) => Uint8Array>> = {
  'a page': (inner) =>
    new TextEncoder().encode(
      htmlOf({
        cell: (text) =>
          text === '8051' ? `<table><tr>${inner.map((one) => `<td>${one}</td>`).join('')}</tr></table>` : text,
      })(sample),
    ),
  'a Word file': (inner) =>
    wordFile(sample, {
      run: (text) =>
        text === '8051'
          ? `</w:p><w:tbl><w:tr>${inner.map((one) => `<w:tc><w:p><w:r><w:t>${one}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr></w:tbl><w:p>`
          : `<w:r><w:t>${text}</w:t></w:r>`,
    }),
};

it.each(Object.entries(writers))('a number in a table of its own in a cell of %s is the figure', async (_, write) => {
  const { report, doubts } = only(await readFile('年报', write(['8051'])));
  for (const { id } of figuresOf(edition2021)) {
    const text = sample.printed.get(id) ?? '';
    expect([id, report.figures[id]]).toEqual([id, text === '' ? null : Number(text)]);
  }
  expect(doubts).toEqual([]);
});

it.each(Object.entries(writers))(
  'two numbers there are none, and may be those of the next cells: %s',
  async (_, write) => {
    const { report, doubts } = only(await readFile('年报', write(['5', '7'])));
    expect([report.figures[own], report.figures[beside]]).toEqual([null, null]);
    const figures = doubts.flatMap((doubt) => doubt.figures);
    expect(figures).toEqual(expect.arrayContaining([own, beside]));
    const others = figuresOf(edition2021).filter(({ id }) => !figures.includes(id));
    for (const { id } of others) {
      const text = sample.printed.get(id) ?? '';
      expect([id, report.figures[id]]).toEqual([id, text === '' ? null : Number(text)]);
    }
  },
);
