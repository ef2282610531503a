/** A workbook in memory behind the interface that the pane sees: sheets as grids, read and checked by the real rooms. */
import type { Handover, Host, InsertRequest, Snapshot, Trouble, WriteResult } from '../../src/host/host';
import { cellChanges, zeroable } from '../../src/host/boxes';
import { takeSnapshot, type SheetState } from '../../src/host/snapshot';
import { renamedTitles } from '../../src/host/unitName';
import { planText } from '../../src/host/textRows';
import { locateText } from '../../src/read/tables/locate';
import { changedCells, planUndo, writtenCells, type Deed, type UndoOffer, type WrittenCell } from '../../src/host/undo';
import { totalFormulas } from '../../src/rules/sums/formula';
import type { CellPosition } from '../../src/report/a1';
import { withParticulars, type Particulars } from '../../src/report/closing';
import type { TableId } from '../../src/report/edition';
import type { FigureId } from '../../src/report/figures';
import type { Language } from '../../src/report/language';
import { notesSheetName } from '../../src/report/sheet/notes';
import type { Explanation, Report } from '../../src/report/report';
import type { SheetContent } from '../../src/report/sheet/workbook';
import { amountUnitWords, reportTitle, sheetLayout, sheetNames, textSheetTitle } from '../../src/report/sheet/sheet';
import { textSheetRows } from '../../src/report/sheet/textSheet';

export interface HandedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a test may ask of it and do to it beside what the pane can. */
export interface MemoryHost extends Host {
  readonly files: readonly HandedFile[];
  readonly selections: readonly (FigureId | CellPosition)[];
  readonly writes: readonly string[];
  readonly explanations: readonly Explanation[];
  readonly contents: readonly SheetContent[];
  /** Types a value into the cell of a figure of the active report. */
  type(figure: FigureId, value: unknown): void;
  setTrouble(trouble: Trouble | null): void;
  setFormats(formats: 'intact' | 'damaged' | 'absent'): void;
  setHidden(sheet: string, hidden: boolean): void;
  activate(sheet: string | null): void;
  copySheet(sheet: string): void;
  /** What `handOver` answers from now on. */
  answerHandover(handover: Handover): void;
  /** Every write answers this from now on, until `null`. */
  refuse(result: Extract<WriteResult, { ok: false }> | null): void;
  snapshot(): Snapshot;
}

interface MutableSheet {
  readonly id: string;
  readonly name: string;
  hidden: boolean;
  values: unknown[][];
  formulas: unknown[][];
}

const width = 15;

export function memoryHost(
  language: Language = 'zh',
  options: { darkTheme?: boolean; clock?: () => Date } = {},
): MemoryHost {
  const clock = options.clock ?? (() => new Date(2026, 0, 8, 9, 41, 7));
  const sheets: MutableSheet[] = [];
  const files: HandedFile[] = [];
  const selections: (FigureId | CellPosition)[] = [];
  const writes: string[] = [];
  const explanations: Explanation[] = [];
  const contents: SheetContent[] = [];
  let unit: Pick<Report['unit'], 'kind' | 'level' | 'creditCode'> = { kind: null, level: null, creditCode: null };
  let beneath: Pick<Particulars, 'contact' | 'closing'> = {};
  let listener: ((snapshot: Snapshot) => void) | null = null;
  let activeSheet: string | null = null;
  let lastKey: string | null = null;
  let selection: CellPosition | null = null;
  let trouble: Trouble | null = null;
  let formats: 'intact' | 'damaged' | 'absent' = 'intact';
  let handover: Handover = 'download';
  const deeds: {
    readonly offer: UndoOffer;
    readonly sheet: string;
    readonly cells: readonly WrittenCell[];
    readonly made: readonly MutableSheet[];
  }[] = [];
  let refusal: Extract<WriteResult, { ok: false }> | null = null;

  const stateOf = (sheet: MutableSheet): SheetState => ({
    id: sheet.id,
    hidden: sheet.hidden,
    partlyRead: false,
    grid: { name: sheet.name, row: 0, column: 0, values: sheet.values, formulas: sheet.formulas },
  });
  const snapshot = (): Snapshot => {
    const taken = takeSnapshot(
      sheets.map(stateOf),
      { activeSheet, selection, lastKey },
      { checkedAt: clock(), trouble, manualCalculation: false, undo: deeds.at(-1)?.offer ?? null, formats },
    );
    lastKey = taken.active?.candidate.key ?? lastKey;
    if (taken.active === null) return taken;
    const { report } = taken.active;
    return {
      ...taken,
      active: {
        ...taken.active,
        report: withParticulars({ ...report, explanations }, { ...beneath, unit: { ...report.unit, ...unit } }),
      },
    };
  };
  const tell = (): void => listener?.(snapshot());

  const put = (sheet: MutableSheet, row: number, column: number, value: unknown): void => {
    // Grids are taken to be unchanging: a change makes new ones.
    const change = (grid: unknown[][]): unknown[][] =>
      grid.map((line, index) => (index === row ? line.map((cell, at) => (at === column ? value : cell)) : line));
    sheet.values = change(sheet.values);
    sheet.formulas = change(sheet.formulas);
  };

  const addSheet = (name: string, rows: number): MutableSheet => {
    const grid = () => Array.from({ length: rows }, (): unknown[] => Array.from({ length: width }, () => ''));
    const sheet: MutableSheet = {
      id: `sheet${sheets.length + 1}`,
      name,
      hidden: false,
      values: grid(),
      formulas: grid(),
    };
    sheets.push(sheet);
    return sheet;
  };

  const insert = ({ edition, year, unit, totals, report }: InsertRequest): WriteResult => {
    const names = sheetNames(year);
    if (sheets.some((sheet) => sheet.name === names.tables)) {
      return { ok: false, reason: 'sheetExists', detail: names.tables };
    }
    const layout = sheetLayout(edition);
    const sheet = addSheet(names.tables, layout.rowCount);
    for (const cell of layout.cells) {
      if (cell.role === 'figure' && cell.figure !== undefined) {
        put(sheet, cell.row, cell.column, report?.figures[cell.figure] ?? '');
      } else if (cell.role === 'unit' && cell.figure !== undefined) {
        put(sheet, cell.row, cell.column, amountUnitWords[report?.units[cell.figure] ?? 'tenThousandYuan']);
      } else {
        put(sheet, cell.row, cell.column, cell.role === 'reportTitle' ? reportTitle(unit, year) : cell.text);
      }
    }
    if (totals === 'formulas') {
      for (const [id, formula] of totalFormulas(edition, layout.figures)) {
        const cell = layout.figures.get(id);
        const line = cell === undefined ? undefined : sheet.formulas[cell.row];
        if (cell !== undefined && line !== undefined) line[cell.column] = formula;
      }
    }
    const rows = textSheetRows(edition, textSheetTitle(unit, year), report?.narrative ?? null);
    const text = addSheet(names.text, rows.length);
    rows.forEach((row, index) => put(text, index, 0, row.text));
    remember('fill', sheet, [], [sheet, text]);
    activeSheet = sheet.id;
    formats = 'intact';
    return { ok: true, sheet: names.tables };
  };

  const guarded = async (what: string, act: () => WriteResult): Promise<WriteResult> => {
    await Promise.resolve();
    if (refusal !== null) return refusal;
    writes.push(what);
    const result = act();
    tell();
    return result;
  };

  const activeSheetOf = (): MutableSheet | undefined => {
    const key = snapshot().active?.candidate.key.split('#')[0];
    return sheets.find((sheet) => sheet.id === key);
  };

  const remember = (deed: Deed, sheet: MutableSheet, cells: readonly WrittenCell[], made: readonly MutableSheet[]) => {
    if (cells.length + made.length === 0) return;
    const offer = { id: writes.length, deed, cells: cells.length, sheet: sheet.name };
    deeds.push({ offer, sheet: sheet.id, cells, made: made.map((one) => ({ ...one })) });
  };

  const writeFigures = (changes: ReadonlyMap<FigureId, unknown>, deed?: Deed): WriteResult => {
    const { active } = snapshot();
    const sheet = activeSheetOf();
    if (active === null || sheet === undefined) return { ok: false, reason: 'noReport', detail: '' };
    if (deed !== undefined) remember(deed, sheet, writtenCells(active.located, stateOf(sheet).grid, changes), []);
    for (const [{ row, column }, value] of cellChanges(active.located, changes)) put(sheet, row, column, value);
    return { ok: true, sheet: sheet.name, written: changes.size };
  };

  return {
    language,
    darkTheme: options.darkTheme ?? false,
    files,
    selections,
    writes,
    explanations,
    contents,
    snapshot,
    watch: (next) => {
      listener = next;
      tell();
      return () => {
        listener = null;
      };
    },
    check: async () => {
      await Promise.resolve();
      tell();
    },
    choose: (key) => {
      lastKey = key;
      activeSheet = null;
      tell();
    },
    insert: (request) => guarded('insert', () => insert(request)),
    select: async (target) => {
      await Promise.resolve();
      selections.push(target);
      const { active } = snapshot();
      selection = typeof target === 'string' ? (active?.located.cells.get(target) ?? null) : target;
      tell();
    },
    write: (changes, deed) => guarded('write', () => writeFigures(changes, deed)),
    undo: () =>
      guarded('undo', () => {
        const last = deeds.pop();
        if (last === undefined) return { ok: false, reason: 'noReport', detail: '' };
        for (const made of last.made) {
          const now = sheets.find(({ id }) => id === made.id);
          const changed = now === undefined ? 0 : changedCells(stateOf(made).grid, stateOf(now).grid);
          if (changed > 0) return { ok: false, reason: 'changedSince', detail: String(changed) };
        }
        for (const made of last.made)
          sheets.splice(
            sheets.findIndex(({ id }) => id === made.id),
            1,
          );
        const sheet = sheets.find(({ id }) => id === last.sheet);
        const { active } = snapshot();
        if (sheet === undefined || active === null) return { ok: true, sheet: last.offer.sheet };
        const { back, kept } = planUndo(active.located, stateOf(sheet).grid, last.cells);
        for (const [{ row, column }, before] of back) put(sheet, row, column, before);
        return { ok: true, sheet: sheet.name, kept };
      }),
    fillZeros: (tables: readonly TableId[], except?: ReadonlySet<FigureId>) =>
      guarded(`fillZeros ${tables.join(' ')}`, () => {
        const active = snapshot().active;
        const blanks = active === null ? [] : tables.flatMap((table) => zeroable(active.located, active.report, table));
        return writeFigures(new Map(blanks.flatMap((id) => (except?.has(id) === true ? [] : [[id, 0]]))), 'zeros');
      }),
    writeText: (section, before, after) =>
      guarded('writeText', () => {
        const sheet = sheets.find(({ name }) => name === snapshot().active?.textSheet);
        const { grid } = sheet === undefined ? { grid: null } : stateOf(sheet);
        const heading = grid === null ? null : (locateText(grid)?.headings[section] ?? null);
        if (sheet === undefined || grid === null || heading === null)
          return { ok: false, reason: 'noReport', detail: '' };
        const plan = planText(grid, heading, before, after);
        if (plan === null) return { ok: false, reason: 'textChanged', detail: sheet.name };
        const { insert } = plan;
        const blankRows = Array.from({ length: insert?.count ?? 0 }, (): unknown[] => Array(width).fill(''));
        const longer = (rows: unknown[][]): unknown[][] =>
          insert === null ? rows : [...rows.slice(0, insert.above), ...blankRows, ...rows.slice(insert.above)];
        sheet.values = longer(sheet.values);
        sheet.formulas = longer(sheet.formulas);
        while (sheet.values.length <= Math.max(...plan.writes.map(([{ row }]) => row))) {
          sheet.values = [...sheet.values, Array(width).fill('')];
          sheet.formulas = [...sheet.formulas, Array(width).fill('')];
        }
        for (const [{ row, column }, text] of plan.writes) put(sheet, row, column, text);
        return { ok: true, sheet: sheet.name };
      }),
    explain: (explanation) =>
      guarded('explain', () => {
        explanations.push(explanation);
        return { ok: true, sheet: notesSheetName };
      }),
    describeUnit: (described) =>
      guarded('describeUnit', () => {
        const before = snapshot().active;
        const from = before?.report.unit.name ?? null;
        const { name, ...rest } = described.unit;
        if (before !== null && name !== from) {
          const { year } = before.report;
          for (const sheet of sheets)
            for (const [{ row, column }, title] of renamedTitles(stateOf(sheet).grid, year, from, name))
              put(sheet, row, column, title);
        }
        unit = rest;
        const { unit: _, ...others } = described;
        beneath = others;
        return { ok: true, sheet: notesSheetName };
      }),
    addSheet: (content) =>
      guarded('addSheet', () => {
        contents.push(content);
        return { ok: true, sheet: content.name };
      }),
    restoreFormats: () =>
      guarded('restoreFormats', () => {
        formats = 'intact';
        return { ok: true, sheet: activeSheetOf()?.name ?? '' };
      }),
    useFormulaTotals: () => guarded('useFormulaTotals', () => ({ ok: true, sheet: activeSheetOf()?.name ?? '' })),
    handOver: async (file) => {
      await Promise.resolve();
      if (handover !== 'none') files.push(file);
      return handover;
    },
    type: (figure, value) => {
      writeFigures(new Map([[figure, value]]));
      tell();
    },
    setTrouble: (next) => {
      trouble = next;
      tell();
    },
    setFormats: (next) => {
      formats = next;
      tell();
    },
    setHidden: (name, hidden) => {
      for (const sheet of sheets) if (sheet.name === name) sheet.hidden = hidden;
      tell();
    },
    activate: (name) => {
      activeSheet = sheets.find((sheet) => sheet.name === name)?.id ?? null;
      if (name === null) lastKey = null;
      tell();
    },
    copySheet: (name) => {
      const source = sheets.find((sheet) => sheet.name === name);
      if (source === undefined) throw new Error(`no sheet ${name}`);
      sheets.push({ ...source, id: `sheet${sheets.length + 1}`, name: `${name} (2)` });
      tell();
    },
    answerHandover: (next) => {
      handover = next;
    },
    refuse: (result) => {
      refusal = result;
    },
  };
}
