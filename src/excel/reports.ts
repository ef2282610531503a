/**
 * What the pane does with the reports of an Excel workbook: finding them, checking them, writing into them. It is most of
 * the pane, and is loaded when the workbook holds anything or something is to be put into it.
 */
import { a1, type CellPosition } from '../report/a1';
import { withParticulars } from '../report/closing';
import type { FigureId } from '../report/figures';
import type { Language } from '../report/language';
import { explained, noteRows } from '../report/sheet/notes';
import { zerosFor } from '../host/boxes';
import type { ActiveReport, Host, WriteResult } from '../host/host';
import { replacement } from '../host/replace';
import { carriedPaint } from '../host/nextYear';
import { readingsOn, type SheetState } from '../host/snapshot';
import { formulasFor } from '../host/totals';
import { readContent, writeContent, writeNotes } from './content';
import { addPaint, replaceFormats } from './formats';
import { placeOf, writeFigures } from './figures';
import { insertReport } from './template';
import { writeText } from './text';
import { createHistory } from './undo';
import { failedWrite } from './trouble';
import { renameUnit } from './unitName';
import { type Around, expectedPaint, Told } from './told';
import type { WorkbookSight } from './loop/watch';

const noReport: WriteResult = { ok: false, reason: 'noReport', detail: '' };

type History = ReturnType<typeof createHistory>;

/** Looks again after what was done to the active report; without one nothing is done. */
const actingOn =
  (told: Told) =>
  async (act: (active: ActiveReport) => Promise<WriteResult>): Promise<WriteResult> => {
    if (told.snapshot.active === null) return noReport;
    const result = await act(told.snapshot.active);
    await told.look();
    return result;
  };

/** Marks what was carried over, under the formats that hold the rules. Without the mark the figures are there all the same. */
async function markCarried(
  state: SheetState,
  { located }: ActiveReport,
  carried: ReadonlyMap<FigureId, number>,
): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getItem(state.id);
      addPaint(sheet, carriedPaint(located.cells, carried));
      await replaceFormats(context, sheet, expectedPaint(state));
    });
  } catch {
    // A cell is being edited, or the sheet is protected by now.
  }
}

/** What writes figures into the cells of the active report. */
function figureDeeds(told: Told, history: History): Pick<Host, 'write' | 'fillZeros' | 'useFormulaTotals'> {
  const onActive = actingOn(told);
  return {
    write: (changes, deed) =>
      onActive(async (active) => {
        const result = await writeFigures(active.candidate, {
          plan: () => changes,
          seen: told.activeSheet()?.grid ?? null,
          written: (written) => history.add(deed, written),
        });
        const state = told.activeSheet();
        if (result.ok && deed === 'carry' && state !== undefined) await markCarried(state, active, changes);
        return result;
      }),

    fillZeros: (tables, except) =>
      onActive((active) =>
        writeFigures(active.candidate, {
          plan: (located) => zerosFor(located, active.report, tables, except),
          // Only what is blank now is filled.
          seen: null,
          written: (written) => history.add('zeros', written),
        }),
      ),

    useFormulaTotals: () =>
      onActive((active) =>
        writeFigures(active.candidate, {
          plan: formulasFor,
          seen: null,
          written: (written) => history.add('totals', written),
        }),
      ),
  };
}

/** What writes text: the sections, the notes on 校验说明, the name of the unit. */
function textDeeds(told: Told, history: History): Pick<Host, 'writeText' | 'explain' | 'describeUnit'> {
  const onActive = actingOn(told);
  return {
    async writeText(section, before, after) {
      const name = told.snapshot.active?.textSheet;
      const sheet = told.shown.find(({ grid }) => grid.name === name)?.id;
      if (sheet === undefined) return noReport;
      const text = { sheet, section, before, after };
      const result = await writeText(text);
      if (result.ok) history.add('text', { text, sheetName: result.sheet });
      await told.look();
      return result;
    },

    explain: (explanation) => onActive(({ report }) => writeNotes(explained(report, explanation))),

    describeUnit: (particulars) =>
      onActive(async ({ report, candidate, textSheet }) => {
        const { unit } = particulars;
        const { name } = report.unit;
        if (unit.name !== name) {
          const text = told.shown.find(({ grid }) => grid.name === textSheet);
          const ids = [placeOf(candidate).sheet, ...(text === undefined ? [] : [text.id])];
          const renamed = await renameUnit(ids, report.year, name, unit.name);
          if (!renamed.ok) return renamed;
        }
        return writeNotes(withParticulars(report, particulars), name);
      }),
  };
}

/** What adds whole sheets, puts others in the place of one that was made before, or puts back what belongs on them. */
function sheetDeeds(
  told: Told,
  history: History,
  language: Language,
): Required<Pick<Host, 'insert' | 'addSheet' | 'replaceFigures' | 'restoreFormats'>> {
  const onActive = actingOn(told);
  return {
    async insert(request) {
      const { edition, year, unit, report } = request;
      const named = report === null ? null : { ...report, year, unit: { ...report.unit, name: unit } };
      const notes = named === null ? [] : noteRows(edition, named);
      let result = await insertReport(request, language, (sheets) => history.add('fill', { sheets, notes }));
      if (result.ok && named !== null && notes.length > 0) {
        const noted = await writeNotes(named);
        if (!noted.ok) result = noted;
      }
      await told.refresh();
      return result;
    },

    async replaceFigures({ sheet, before, after }) {
      const [candidate, second] = told.snapshot.candidates.filter((one) => one.sheet === sheet);
      if (candidate === undefined || second !== undefined) return noReport;
      const result = await writeFigures(candidate, {
        plan: (located) => replacement(located, before, after),
        // What may be replaced is told by what was written, not by what the pane saw.
        seen: null,
        written: (written) => history.add('sum', written),
      });
      await told.look();
      return result;
    },

    async addSheet(content, inFront = true) {
      const result = await writeContent(content, inFront);
      await told.look();
      return result;
    },

    restoreFormats: () =>
      onActive(async (active) => {
        const state = told.activeSheet();
        if (state === undefined) return noReport;
        try {
          const result = await Excel.run({ delayForCellEdit: true }, async (context): Promise<WriteResult> => {
            await replaceFormats(context, context.workbook.worksheets.getItem(state.id), expectedPaint(state));
            return { ok: true, sheet: active.candidate.sheet };
          });
          await told.lookAtFormats();
          return result;
        } catch (error) {
          return failedWrite(error);
        }
      }),
  };
}

/** `Host`, but for the watching. */
export interface Reports extends Omit<
  Required<Host>,
  'language' | 'darkTheme' | 'watch' | 'check' | 'handOver' | 'opened'
> {
  /** Looks through the workbook as it was read; resolves when what was found has been told. */
  seen(sight: WorkbookSight): Promise<void>;
  lookAtFormats(): Promise<void>;
  formatsMayHaveChanged(): void;
  sheetsShown(): ReturnType<Told['sheetsShown']>;
  stop(): void;
}

export function createReports(around: Around): Reports {
  const history = createHistory();
  const told = new Told(around, () => history.offer);
  return {
    seen: (sight) => told.seen(sight),
    lookAtFormats: () => told.lookAtFormats(),
    formatsMayHaveChanged: () => told.lookAtFormatsSoon(),
    sheetsShown: () => told.sheetsShown(),
    stop: () => told.stop(),

    choose(key) {
      told.prefer(key);
      const chosen = told.snapshot.candidates.find((candidate) => candidate.key === key);
      if (chosen === undefined) return;
      // Going there makes it the active one for Excel too, so that the next look does not turn back. Where Excel will
      // not go (another workbook has the focus), the choice holds until the user looks at another report.
      void selectCell(placeOf(chosen).sheet, { row: 0, column: 0 })
        .catch(() => undefined)
        .then(() => told.look());
    },

    async select(target) {
      const { active } = told.snapshot;
      if (active === null) return;
      const cell = typeof target === 'string' ? active.located.cells.get(target) : target;
      if (cell !== undefined) await selectCell(placeOf(active.candidate).sheet, cell);
    },

    ...figureDeeds(told, history),
    ...textDeeds(told, history),
    ...sheetDeeds(told, history, around.language),

    readSheet: readContent,

    async readReports() {
      await told.refresh();
      return told.sight.trouble ?? readingsOn(told.sight.sheets);
    },

    async undo() {
      const result = await history.takeBack();
      await told.refresh();
      return result;
    },
  };
}

function selectCell(sheet: string, { row, column }: CellPosition): Promise<void> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(a1(row, column)).select();
    await context.sync();
  });
}
