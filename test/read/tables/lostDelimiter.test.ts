/** A line of a table of delimited cells that lost one of its delimiters. */
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/read/read';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { csvText } from '../../../src/report/csv';
import { printedRows } from '../files';
import { sampleOf } from '../noise/shapes';

const sample = sampleOf(edition2021, 2);
const width = 15;
const lines = csvText(
  printedRows(sample, false).map((row) => [...row, ...Array<string>(width).fill('')].slice(0, width)),
).split('\r\n');

const wrongInSilence = async (text: string): Promise<string[]> => {
  const result = await readFile('年报.csv', new TextEncoder().encode(text));
  const [reading] = result.ok ? result.readings : [];
  if (reading === undefined) throw new Error('not read');
  const doubted = new Set(reading.doubts.flatMap(({ figures }) => figures));
  return figuresOf(edition2021)
    .map(({ id }) => id)
    .filter((id) => !doubted.has(id) && (reading.report.figures[id] ?? null) !== (sample.truth.get(id) ?? null));
};

describe('a table of delimited cells', () => {
  it('is read whole', async () => expect(await wrongInSilence(lines.join('\r\n'))).toEqual([]));
  it('is read whole where numbers are written as formulas, so that Excel takes them for texts', async () => {
    const forced = lines.map((line) => line.replace(/(?<=,)\d+(?=,|$)/gu, '="$&"'));
    expect(forced).not.toEqual(lines);
    expect(await wrongInSilence(forced.join('\r\n'))).toEqual([]);
  });
  it('is read whole where a tab behind each cell keeps Excel from taking it for a number', async () => {
    const kept = lines.map((line) => line.replace(/(?=,|$)/gu, '\t'));
    expect(await wrongInSilence(kept.join('\r\n'))).toEqual([]);
  });
  it('says of a line without one of its delimiters that its figures cannot be told', async () => {
    let cut = 0;
    for (const [at, line] of lines.entries()) {
      // Without the blanks at its end a line ends at its last figure, as other programs write it.
      const trimmed = line.replace(/,+$/u, '');
      for (const delimiter of [...trimmed.matchAll(/,/gu)]) {
        const merged = trimmed.slice(0, delimiter.index) + trimmed.slice(delimiter.index + 1);
        const text = lines.map((other, index) => (index === at ? merged : other.replace(/,+$/u, ''))).join('\r\n');
        expect([merged, await wrongInSilence(text)]).toEqual([merged, []]);
        cut += 1;
      }
    }
    expect(cut).toBeGreaterThan(100);
  });
  it('is read whole where blanks at the ends of lines are not written', async () =>
    expect(await wrongInSilence(lines.map((line) => line.replace(/,+$/u, '')).join('\r\n'))).toEqual([]));
  it('says the same of a line in which a number has a delimiter of its own, whatever is blank in it', async () => {
    const blanks = lines.map((line) => line.replace(/(?<=,)0(?=,)/gu, ''));
    let parted = 0;
    for (const [at, line] of blanks.entries())
      for (const { index } of line.matchAll(/(?<=,)\d(?=\d\d,)/gu)) {
        const longer = `${line.slice(0, index + 1)},${line.slice(index + 1)}`;
        const wrong = await wrongInSilence(blanks.with(at, longer).join('\r\n'));
        // What is blank now, and no figure of another, is 0 in the original.
        const moved = wrong.filter((id) => (sample.truth.get(id) ?? 0) !== 0);
        expect([longer, moved]).toEqual([longer, []]);
        parted += 1;
      }
    expect(parted).toBeGreaterThan(20);
  });
});
