/** Texts as programs leave them on the way: quoted in mail, with other line ends, wrapped, and cells that are no numbers. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/read/formats/text';
import type { Reading } from '../../../src/read/reading';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { sampleOf, textShapes } from '../noise/shapes';
import { only } from '../only';

const plain = sampleOf(edition2021, 6);
/** A figure of its own in each cell. */
const sample = {
  ...plain,
  printed: new Map(figuresOf(edition2021).map(({ id }, index) => [id, String(101 + index)])),
};
const write = (shape: string, own = sample): string => textShapes[shape]?.write(own) ?? '';
const read = (text: string): Reading => only(readText(text));
const told = ({ report, doubts }: Reading): unknown => ({ report, doubts: doubts.map(({ kind }) => kind) });

describe.each(['tab-separated', 'markdown tables', 'one cell a line', 'rows with |, merged cells left out'])(
  'a text with %s is read as it was',
  (shape) => {
    const text = write(shape);
    it.each([
      ['quoted in a mail', text.replace(/^/gmu, '> ')],
      ['quoted in the answer to an answer', text.replace(/^/gmu, '>> ')],
      ['set as a list', text.replace(/^/gmu, '- ')],
      ['with the line ends of soft breaks', text.replace(/\n/gu, '\v')],
      ['with line separators', text.replace(/\n/gu, '\u2028')],
      ['with the line ends of a mainframe', text.replace(/\n/gu, '\u0085')],
    ])('%s', (_, changed) => {
      expect(told(read(changed))).toEqual(told(read(text)));
    });
  },
);

it('a soft break parts paragraphs, and in a row of cells the lines of a cell', () => {
  const text = write('tab-separated')
    .replace('下一步将加强培训。', '一是培训。\v二是考核。')
    .replace('\t111\t', '\t11\v1\t');
  const { report, doubts } = read(text);
  expect(report.narrative.problems).toEqual(['存在的问题是更新不够及时。', '一是培训。', '二是考核。']);
  expect(doubts).toMatchObject([{ kind: 'cellUnread', figures: ['applications.received.person'] }]);
});

describe.each(Object.entries(textShapes).filter(([, { flat }]) => flat))('in a text with %s', (_, { write: own }) => {
  it.each(['`101`', '（101）', '一百零一', '不适用', '×', '约101', 'O'])(
    'cells that all say %s are not blank: each is in doubt',
    (printed) => {
      const { report, doubts } = read(
        own({ ...sample, printed: new Map([...sample.printed.keys()].map((id) => [id, printed])) }),
      );
      const named = new Set(doubts.flatMap(({ figures }) => figures));
      for (const { id } of figuresOf(edition2021)) {
        expect(report.figures[id]).toBeNull();
        expect(named).toContain(id);
      }
    },
  );
});

describe('a row whose last number is cut by the end of a line', () => {
  const ids = figuresOf(edition2021).flatMap(({ id }) => (id.startsWith('applications.received.') ? [id] : []));
  it.each(['tab-separated', 'markdown tables'])('in a text with %s gives none of its numbers', (shape) => {
    const { report, doubts } = read(write(shape).replace('117', '1\n17'));
    expect(ids.map((id) => report.figures[id])).toEqual(ids.map(() => null));
    expect(doubts.some(({ figures }) => ids.every((id) => figures.includes(id)))).toBe(true);
  });
});

it('a cell behind a tab that goes on in a line of its own is not one number with it', () => {
  const text = write('a tab before each cell, a blank line after each row').replace('\t111\n', '\t11\n1\n');
  const { report, doubts } = read(text);
  expect(report.figures['applications.received.person']).toBeNull();
  expect(doubts).toMatchObject([{ kind: 'cellUnread', figures: ['applications.received.person'] }]);
});

describe('a text as Excel puts it on the clipboard', () => {
  const text = write('tab-separated');
  /** Every cell in a row of several, as Excel writes one with a line end behind its second character. */
  const quoted = (ends: string): string =>
    text
      .split('\n')
      .map((line) =>
        line.includes('\t')
          ? line
              .split('\t')
              .map((cell) => (/^[^\d"]{3,}$/u.test(cell) ? `"${cell.slice(0, 2)}${ends}${cell.slice(2)}"` : cell))
              .join('\t')
          : line,
      )
      .join('\n');

  it.each(['\n', '\r\n', '\n\n'])('is read as it was where cells have line ends in them: %j', (ends) => {
    expect(quoted(ends)).not.toBe(text);
    expect(told(read(quoted(ends)))).toEqual(told(read(text)));
  });

  it('keeps the lines of what stands behind a cell with line ends', () => {
    const broken = text.replace('\t111\t', '\t"11\n1"\t').replace('\t130\t', '\t13o\t');
    const place = (changed: string): unknown =>
      read(changed).doubts.flatMap(({ kind, place: own }) => (kind === 'cellUnread' ? [own] : []));
    const [first, second] = place(broken) as { line: number }[];
    const [plainly] = place(text.replace('\t130\t', '\t13o\t')) as { line: number }[];
    expect([first?.line, second?.line]).toEqual([expect.any(Number), (plainly?.line ?? 0) + 1]);
  });

  it('gives no number from two in one cell', () => {
    const { report, doubts } = read(text.replace('\t111\t', '\t"11\n1"\t'));
    const lost = doubts.flatMap(({ kind, figures }) => (kind === 'cellUnread' ? figures : []));
    expect(lost).toHaveLength(1);
    expect(report.figures[lost[0] ?? '']).toBeNull();
  });

  it('is left as it is where quotes stand around no cell', () => {
    const odd = text.replace('\t111\t', '\t"111\t').replace('\t130\t', '\t130"\t');
    const { doubts } = read(odd);
    expect(new Set(doubts.flatMap(({ figures }) => figures)).size).toBeLessThan(5);
  });
});
