import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/read/containers/budget';
import { cellText, prose, type AsideKind, type Run } from '../../../src/read/containers/runs';
import { gridOf, paragraphOf } from '../../../src/read/containers/tree';
import { readNumber } from '../../../src/read/labels/number';

const run = (text: string, aside: AsideKind | null = null): Run => ({ text, aside });

describe('the text of a cell', () => {
  it('is that of its plain runs, and what was left out is said', () => {
    expect(cellText([run('984'), run('1', 'mark')])).toEqual({ text: '984', asides: [{ kind: 'mark', text: '1' }] });
    expect(cellText([run('9', 'struck'), run('8', 'struck'), run('12')])).toEqual({
      text: '12',
      asides: [{ kind: 'struck', text: '98' }],
    });
    expect(cellText([run('12')])).toEqual({ text: '12', asides: [] });
  });

  it('parts the digits around what takes room, and joins those around what takes none', () => {
    for (const kind of ['mark', 'struck', 'object'] as const)
      expect(cellText([run('9'), run('8', kind), run('4')]).text).toBe('9 4');
    for (const kind of ['deleted', 'hidden'] as const)
      expect(cellText([run('9'), run('8', kind), run('4')]).text).toBe('94');
  });

  it('is plain where all of it is unclear alike', () => {
    expect(cellText([run('98', 'unclear'), run('4', 'unclear')])).toEqual({ text: '984', asides: [] });
    expect(cellText([run('98'), run('4', 'unclear')]).asides).toEqual([{ kind: 'unclear', text: '4' }]);
  });

  it('has no asides of spaces alone', () => {
    expect(cellText([run('12'), run(' ', 'struck')]).asides).toEqual([]);
  });

  it('of two paragraphs is two lines, and no one number', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), (first, second) => {
        const blocks = [paragraphOf([run(String(first))]), paragraphOf([run(String(second))])];
        const { values } = gridOf({ kind: 'table', rows: [[{ blocks, columnSpan: 1, rowSpan: 1 }]] }, new Budget());
        expect(values).toEqual([[`${first}\n${second}`]]);
        expect(readNumber(values[0]?.[0] ?? '')).toBeNull();
      }),
    );
  });
});

describe('runs as a sentence', () => {
  it('are without what was crossed out, deleted or hidden, and a raised figure stays raised', () => {
    const runs = [
      run('收到'),
      run('8', 'deleted'),
      run('9'),
      run('7', 'struck'),
      run('件'),
      run('12', 'mark'),
      run('。'),
    ];
    expect(prose(runs)).toBe('收到9件¹²。');
    expect(prose([run('面积9m'), run('2', 'mark')])).toBe('面积9m2');
  });
});
