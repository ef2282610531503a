/** Cells that a source prints blank. Whoever knows that blank means none there may say so once for all of them. */
import { figuresOf, type FigureId } from '../../report/figures';
import type { Mark } from '../../report/report';
import type { DoubtKind } from '../doubt';
import type { Reading } from '../reading';

/** Doubts about the words around a cell. Any other one that names a figure says that its cell was not read for certain. */
const aboutWords: ReadonlySet<DoubtKind> = new Set<DoubtKind>([
  'labelDamaged',
  'editionMixed',
  'hiddenCells',
  'hiddenSheet',
  'unitUnknown',
]);

/** The remark that a filled cell keeps: what stood there was a blank. */
export const blankMark = { state: 'printedAsNone', source: '空白' } as const satisfies Mark;

/** Figures of which a doubt says that they were not read for certain. */
export const uncertainFigures = ({ doubts }: Pick<Reading, 'doubts'>): Set<FigureId> =>
  new Set(doubts.flatMap(({ kind, figures }) => (aboutWords.has(kind) ? [] : figures)));

/** Figures whose cell is there and blank, in the form's order. A figure that could not be read is none of them. */
export function blankFigures(reading: Reading): FigureId[] {
  const { edition, report } = reading;
  const uncertain = uncertainFigures(reading);
  return figuresOf(edition)
    .map(({ id }) => id)
    .filter((id) => (report.figures[id] ?? null) === null && report.marks[id] === undefined && !uncertain.has(id));
}

/** The same reading with 0 for every blank figure, a remark on each and one doubt that names them all. */
export function withBlanksAsZero(reading: Reading): Reading {
  const blanks = blankFigures(reading);
  if (blanks.length === 0) return reading;
  const { report } = reading;
  return {
    ...reading,
    report: {
      ...report,
      figures: { ...report.figures, ...Object.fromEntries(blanks.map((id) => [id, 0])) },
      marks: { ...report.marks, ...Object.fromEntries(blanks.map((id) => [id, blankMark])) },
    },
    doubts: [...reading.doubts, { kind: 'blanksAsZero', figures: blanks, place: null, details: {} }],
  };
}

/** The figures that `withBlanksAsZero` filled. */
export const zeroedBlanks = ({ doubts }: Reading): ReadonlySet<FigureId> =>
  new Set(doubts.flatMap(({ kind, figures }) => (kind === 'blanksAsZero' ? figures : [])));
