/** Lines that a program draws dash by dash or dot by dot, each as a shape of its own. */
import { smallestOf } from '../../extremes';
import type { RuledLine } from './pdfPaths';

/** Dashes of a page that are kept. */
const mostDashes = 40_000;
/** Of a line that is drawn so, at least: how many dashes, and how long it is, in points. */
const fewest = 4;
const shortest = 8;
/** From the beginning of a dash to that of the next, in points, and of that distance so much more or less. */
const widest = 8;
const uneven = 0.3;
/** Of the place of a line, in points. */
const level = 0.3;

/** Lines made of dashes, which follow each other at one distance. */
function linesOf(dashes: readonly RuledLine[]): RuledLine[] {
  const rows = new Map<number, RuledLine[]>();
  for (const dash of dashes) {
    const key = Math.round(dash.at / level);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [dash]);
    else row.push(dash);
  }
  return [...rows.values()].flatMap((row) => linesIn(row.sort((a, b) => a.from - b.from)));
}

function linesIn(row: readonly RuledLine[]): RuledLine[] {
  const lines: RuledLine[] = [];
  let run: RuledLine[] = [];
  const end = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined && run.length >= fewest && last.to - first.from >= shortest)
      lines.push({ at: smallestOf(run.map(({ at }) => at)), from: first.from, to: last.to });
  };
  let distance = 0;
  for (const dash of row) {
    const before = run.at(-1);
    const step = before === undefined ? 0 : dash.from - before.from;
    // One that is drawn twice.
    if (before !== undefined && step < level) continue;
    const isNext = step <= widest && (run.length < 2 || Math.abs(step - distance) <= distance * uneven);
    if (before !== undefined && !isNext) {
      end();
      // The last dash of one line may be the first of the next.
      run = step <= widest ? [before] : [];
    }
    distance = run.length > 0 ? step : 0;
    run.push(dash);
  }
  end();
  return lines;
}

/** Gathers what may be dashes. */
export class Dashes {
  private readonly across: RuledLine[] = [];
  private readonly down: RuledLine[] = [];

  /** A small box by its edges, in points; a square is a dot of lines in both directions. */
  add(left: number, right: number, top: number, bottom: number): void {
    if (this.across.length + this.down.length >= mostDashes) return;
    const [wide, high] = [right - left, bottom - top];
    if (wide >= high * 0.9) this.across.push({ at: (top + bottom) / 2, from: left, to: right });
    if (high >= wide * 0.9) this.down.push({ at: (left + right) / 2, from: top, to: bottom });
  }

  lines(): { readonly horizontal: readonly RuledLine[]; readonly vertical: readonly RuledLine[] } {
    return { horizontal: linesOf(this.across), vertical: linesOf(this.down) };
  }
}
