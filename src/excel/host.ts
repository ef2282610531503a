/** `Host` on Office.js. */
import { a1, type CellPosition } from '../report/a1';
import type { FigureId } from '../report/figures';
import type { Language } from '../report/language';
import { noteRows } from '../report/sheet/notes';
import type { Explanation } from '../report/report';
import { locateReports } from '../read/tables/locate';
import { paintRules, totalFormulas } from '../rules/sums/formula';
import type { PaintRule } from '../report/sheet/workbook';
import { figurePlaces, zeroable } from '../host/boxes';
import type { ActiveReport, Host, Snapshot, WriteResult } from '../host/host';
import { createSlices } from '../host/slices';
import { readingsOn, sheetsBehind, snapshotSteps, type SheetState } from '../host/snapshot';
import { agreeingTotals } from '../host/totals';
import { answeredBy } from './loop/answered';
import { readContent, writeContent, writeNotes } from './content';
import { compareFormats, readFormats, replaceFormats } from './formats';
import { placeOf, writeFigures } from './figures';
import { handOver } from './handover';
import { insertReport } from './template';
import { writeText } from './text';
import { createHistory } from './undo';
import { failedWrite } from './trouble';
import { renameUnit } from './unitName';
import { openWorkbook } from './loop/sheets';
import { watchWorkbook, type Sight, type Watch } from './loop/watch';

const noReport: WriteResult = { ok: false, reason: 'noReport', detail: '' };
/** Formats are looked at this long after the last change that may have touched them, in milliseconds. */
const formatsQuiet = 1_200;

const clock = {
  now: () => Date.now(),
  setTimeout: (callback: () => void, milliseconds: number): unknown => window.setTimeout(callback, milliseconds),
  clearTimeout: (handle: unknown) => window.clearTimeout(handle as number),
};

/** The formats that a sheet should carry: those of every report on it. */
const expectedPaint = (state: SheetState): PaintRule[] =>
  locateReports(state.grid).flatMap((located) => paintRules(located.edition, figurePlaces(located)));

/** Two explanations of the same finding: the later one counts. */
const sameMatter = (one: Explanation, other: Explanation): boolean =>
  one.rule === other.rule && one.figures.join() === other.figures.join();

/** The language of Excel's own screen; Chinese is the product's own. */
const hostLanguage = (): Language => (/^en/i.test(Office.context.displayLanguage) ? 'en' : 'zh');

/** Excel on the web does not tell its theme. */
const themeOf = (): boolean | null => Office.context.officeTheme?.isDarkTheme ?? null;

export function createExcelHost(): Host {
  const language = hostLanguage();
  let sight: Sight = {
    sheets: [],
    focus: { activeSheet: null, selection: null },
    manualCalculation: false,
    readAt: null,
    trouble: null,
  };
  let snapshot: Snapshot = {
    candidates: [],
    active: null,
    undecided: false,
    checkedAt: null,
    trouble: null,
    manualCalculation: false,
    undo: null,
  };
  let lastKey: string | null = null;
  let formatsKey: string | null = null;
  let formats: ActiveReport['formats'] = 'unknown';
  let formatsTimer: number | undefined;
  let watch: Watch | null = null;
  const history = createHistory();
  const answered = answeredBy(clock);
  let tell: (state: Snapshot) => void = () => undefined;

  const slices = createSlices(clock);
  /** The sheets that `snapshot` tells of: newer ones may have been read and not yet been looked through. */
  let shown: readonly SheetState[] = [];
  /** Resolves when the state of the sheets as they were read last has been told. */
  const update = (): Promise<void> => {
    const { sheets, focus, readAt: checkedAt, trouble, manualCalculation } = sight;
    const rest = { checkedAt, trouble, manualCalculation, undo: history.offer, formats };
    return slices.run(snapshotSteps(sheets, { ...focus, lastKey }, rest), (taken) => {
      snapshot = taken;
      shown = sheets;
      const key = snapshot.active?.candidate.key ?? null;
      if (key !== null) lastKey = key;
      if (key !== formatsKey) {
        formatsKey = key;
        formats = 'unknown';
        lookAtFormatsSoon();
        if (snapshot.active !== null) snapshot = { ...snapshot, active: { ...snapshot.active, formats } };
      }
      tell(snapshot);
    });
  };

  const activeSheet = (): SheetState | undefined => {
    const { active } = snapshot;
    return active === null ? undefined : shown.find((state) => state.id === placeOf(active.candidate).sheet);
  };

  const lookAtFormats = async (): Promise<void> => {
    const state = activeSheet();
    if (state === undefined) return;
    try {
      formats = compareFormats(expectedPaint(state), await answered(readFormats(state.id)));
    } catch {
      // Not now (a cell is being edited, the sheet has gone): what is not known is not said.
      formats = 'unknown';
    }
    await update();
  };

  function lookAtFormatsSoon(): void {
    window.clearTimeout(formatsTimer);
    formatsTimer = window.setTimeout(() => void lookAtFormats(), formatsQuiet);
  }

  const refresh = async (): Promise<void> => watch?.refresh();
  /** After a write of the pane's own: what it wrote to is shown, or new, or an event tells of it. */
  const look = async (): Promise<void> => watch?.look();

  const onActive = async (act: (active: ActiveReport) => Promise<WriteResult>): Promise<WriteResult> => {
    if (snapshot.active === null) return noReport;
    const result = await act(snapshot.active);
    await look();
    return result;
  };

  return {
    language,
    darkTheme: themeOf(),

    watch(listener) {
      tell = listener;
      const watching = watchWorkbook(
        {
          seen(now) {
            sight = now;
            return update();
          },
          formatsMayHaveChanged: lookAtFormatsSoon,
          shown: () => sheetsBehind(shown, snapshot.active),
        },
        { workbook: openWorkbook, clock, isVisible: () => document.visibilityState === 'visible' },
      );
      watch = watching;
      const looked = (): void => {
        if (document.visibilityState === 'visible') void watching.look();
      };
      window.addEventListener('focus', looked);
      document.addEventListener('visibilitychange', looked);
      return () => {
        window.removeEventListener('focus', looked);
        document.removeEventListener('visibilitychange', looked);
        window.clearTimeout(formatsTimer);
        slices.stop();
        watching.stop();
      };
    },

    async check() {
      await refresh();
      await lookAtFormats();
    },

    choose(key) {
      lastKey = key;
      const chosen = snapshot.candidates.find((candidate) => candidate.key === key);
      if (chosen === undefined) return;
      // Going there makes it the active one for Excel too, so that the next look does not turn back. Where Excel will
      // not go (another workbook has the focus), the choice holds until the user looks at another report.
      void selectCell(placeOf(chosen).sheet, { row: 0, column: 0 })
        .catch(() => undefined)
        .then(look);
    },

    async insert(request) {
      const { edition, year, unit, report } = request;
      const named = report === null ? null : { ...report, year, unit: { ...report.unit, name: unit } };
      const notes = named === null ? [] : noteRows(edition, named);
      let result = await insertReport(request, language, (sheets) => history.add('fill', { sheets, notes }));
      if (result.ok && named !== null && notes.length > 0) {
        const noted = await writeNotes(named);
        if (!noted.ok) result = noted;
      }
      await refresh();
      return result;
    },

    async writeText(section, before, after) {
      const name = snapshot.active?.textSheet;
      const sheet = shown.find(({ grid }) => grid.name === name)?.id;
      if (sheet === undefined) return noReport;
      const text = { sheet, section, before, after };
      const result = await writeText(text);
      if (result.ok) history.add('text', { text, sheetName: result.sheet });
      await look();
      return result;
    },

    explain: (explanation) =>
      onActive(({ report }) =>
        writeNotes({
          ...report,
          explanations: [...report.explanations.filter((one) => !sameMatter(one, explanation)), explanation],
        }),
      ),

    describeUnit: (unit) =>
      onActive(async ({ report, candidate, textSheet }) => {
        const { name } = report.unit;
        if (unit.name !== name) {
          const text = shown.find(({ grid }) => grid.name === textSheet);
          const ids = [placeOf(candidate).sheet, ...(text === undefined ? [] : [text.id])];
          const renamed = await renameUnit(ids, report.year, name, unit.name);
          if (!renamed.ok) return renamed;
        }
        return writeNotes({ ...report, unit }, name);
      }),

    async addSheet(content, inFront = true) {
      const result = await writeContent(content, inFront);
      await look();
      return result;
    },

    readSheet: readContent,

    async readReports() {
      await refresh();
      return sight.trouble ?? readingsOn(sight.sheets);
    },

    async select(target) {
      const { active } = snapshot;
      if (active === null) return;
      const cell = typeof target === 'string' ? active.located.cells.get(target) : target;
      if (cell !== undefined) await selectCell(placeOf(active.candidate).sheet, cell);
    },

    write: (changes, deed) =>
      onActive((active) =>
        writeFigures(active.candidate, {
          plan: () => changes,
          seen: activeSheet()?.grid ?? null,
          written: (written) => history.add(deed, written),
        }),
      ),

    fillZeros: (tables, except) =>
      onActive((active) =>
        writeFigures(active.candidate, {
          plan: (located) =>
            new Map<FigureId, number>(
              tables
                .flatMap((table) => zeroable(located, active.report, table))
                .flatMap((id) => (except?.has(id) === true ? [] : [[id, 0]])),
            ),
          // Only what is blank now is filled.
          seen: null,
          written: (written) => history.add('zeros', written),
        }),
      ),

    restoreFormats: () =>
      onActive(async (active) => {
        const state = activeSheet();
        if (state === undefined) return noReport;
        try {
          const result = await Excel.run({ delayForCellEdit: true }, async (context): Promise<WriteResult> => {
            await replaceFormats(context, context.workbook.worksheets.getItem(state.id), expectedPaint(state));
            return { ok: true, sheet: active.candidate.sheet };
          });
          await lookAtFormats();
          return result;
        } catch (error) {
          return failedWrite(error);
        }
      }),

    useFormulaTotals: () =>
      onActive((active) =>
        writeFigures(active.candidate, {
          plan: (located) => {
            const formulas = totalFormulas(located.edition, located.cells);
            return new Map(
              [...formulas].filter(([id]) => agreeingTotals(located).has(id) && !located.formulas.has(id)),
            );
          },
          seen: null,
          written: (written) => history.add('totals', written),
        }),
      ),

    async undo() {
      const result = await history.takeBack();
      await refresh();
      return result;
    },

    handOver: (file) => Promise.resolve(handOver(file)),
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
