/** What is to be done for a report, judged from the workbook alone: nothing is remembered that is not on its sheets. */
import type { ActiveReport } from '../../host/host';
import { carriedUntouched } from '../../host/nextYear';
import type { TableId } from '../../report/edition';
import { figuresOf, type FigureId } from '../../report/figures';
import { saysSomething } from '../../report/headings';
import type { Finding } from '../../rules/finding';
import { outdatedPhrases } from '../parts/phrases';
import { tableProgress, toFillIn } from '../parts/state/progress';
import { isSettled, standingOf } from '../parts/state/standing';

/** `open`: not begun. `wrong`: `count` places are to be put right. `ask`: `count` differences want a look. */
export type TaskState =
  | { readonly kind: 'open' | 'done' | 'ready' }
  | { readonly kind: 'begun'; readonly filled: number; readonly total: number }
  | { readonly kind: 'wrong' | 'ask' | 'waiting'; readonly count: number };

export interface Task {
  readonly id: 'previous' | TableId | 'text' | 'check' | 'export';
  readonly state: TaskState;
  /** Blanks that 其余填 0 would fill; only for tables. */
  readonly blanks: number;
}

const open: TaskState = { kind: 'open' };
const done: TaskState = { kind: 'done' };

const faultsAt = (findings: readonly Finding[], table: TableId): number =>
  findings.filter(({ level, table: of }) => level === 'fault' && of === table).length;

function textState({ report, findings, located }: ActiveReport): TaskState {
  const sections = Object.values(report.narrative);
  const filled = sections.filter(saysSomething).length;
  const doubted = findings.flatMap(({ place, level }) => (place === null || level === 'remark' ? [] : [place]));
  // A sentence whose figures have changed since is one place, whatever the check says of it.
  const outdated = outdatedPhrases(located.edition, report).filter(
    ({ from }) => !doubted.some((place) => from.includes(place)),
  );
  const count = doubted.length + outdated.length;
  if (filled === 0) return open;
  if (filled < sections.length) return { kind: 'begun', filled, total: sections.length };
  return count > 0 ? { kind: 'ask', count } : done;
}

function checkState(active: ActiveReport): TaskState {
  const { faults, explains } = standingOf(active);
  const { blanks, filled } = toFillIn(active.located);
  if (faults > 0) return { kind: 'wrong', count: faults };
  if (filled === 0) return open;
  if (blanks > 0) return { kind: 'waiting', count: blanks };
  return explains > 0 ? { kind: 'ask', count: explains } : done;
}

/** The way from last year's report to a published one, in the usual order. */
export function tasksOf(active: ActiveReport): Task[] {
  const tables = tableProgress(active).map(({ table, filled, total, blanks }): Task => {
    const faults = faultsAt(active.findings, table);
    const state: TaskState =
      faults > 0
        ? { kind: 'wrong', count: faults }
        : filled === 0
          ? open
          : filled < total
            ? { kind: 'begun', filled, total }
            : done;
    return { id: table, state, blanks };
  });
  return [
    { id: 'previous', state: active.previous === null ? open : done, blanks: 0 },
    ...tables,
    { id: 'text', state: textState(active), blanks: 0 },
    { id: 'check', state: checkState(active), blanks: 0 },
    { id: 'export', state: isSettled(standingOf(active)) ? { kind: 'ready' } : open, blanks: 0 },
  ];
}

/** Where to go in a table to go on: its first blank, else its first figure. */
export function nextFigure({ located }: ActiveReport, table: TableId): FigureId | undefined {
  const figures = figuresOf(located.edition).filter(({ id, table: of }) => of === table && located.cells.has(id));
  const blank = figures.find(
    ({ id }) => (located.entries.get(id)?.kind ?? 'blank') === 'blank' && !located.formulas.has(id),
  );
  return (blank ?? figures[0])?.id;
}

/** How a figure stands in the picture of its table. */
export type PictureMark = 'filled' | 'blank' | 'broken' | 'explained' | 'carried';

export function marksOf(active: ActiveReport): ReadonlyMap<FigureId, PictureMark> {
  const { located, report, findings } = active;
  const carried = carriedUntouched(active);
  // Of an equation that does not hold, the figure to look at first: its other figures are mostly right.
  const named = ({ figures, sides }: Finding): readonly FigureId[] => (sides === null ? figures : figures.slice(0, 1));
  const broken = new Set(
    findings.flatMap((finding) => (finding.level === 'fault' ? [finding, ...finding.folded].flatMap(named) : [])),
  );
  const explained = new Set(report.explanations.flatMap(({ figures }) => figures));
  return new Map(
    [...located.cells.keys()].map((id) => {
      const blank = (located.entries.get(id)?.kind ?? 'blank') === 'blank';
      const plain = explained.has(id) ? 'explained' : carried.has(id) ? 'carried' : 'filled';
      return [id, broken.has(id) ? 'broken' : blank ? 'blank' : plain];
    }),
  );
}
