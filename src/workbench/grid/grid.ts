/**
 * The grid of the workbench: draws a book with Univer and carries a person's steps back into it. The book is the only
 * truth. Whatever happens on the grid, afterwards it is made to show the book again; a step whose meaning is not known
 * is undone that way and reported.
 */
import {
  AutoHeightController,
  FormulaDataModel,
  IEditorBridgeService,
  IRenderManagerService,
  ISheetClipboardService,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
  SheetCanvasPopManagerService,
  SheetSkeletonManagerService,
  ComponentManager,
  type ISheetLocation,
} from '@univerjs/preset-sheets-core';
import {
  CanceledError,
  CommandType,
  EDITOR_ACTIVATED,
  ICommandService,
  IContextService,
  InterceptorEffectEnum,
  LifecycleService,
  LifecycleStages,
  LocaleService,
  UniverInstanceType,
  type ICommandInfo,
  type IExecutionOptions,
  type IMutationInfo,
  type IRange,
  type IWorkbookData,
  type Workbook,
} from '@univerjs/core';
import { block, maxColumns, maxRows, sameBlock, type Block } from '../../book/address';
import type { Book } from '../../book/book';
import { Refusal } from '../../book/refusal';
import { mergeAt, usedRange, type Sheet } from '../../book/sheet';
import { validationAt } from '../../book/validation';
import { defaultSizes, drawingOf, drawnSheet, rangeOf, type SheetDrawing } from './drawing';
import { gestures, pasteCopied, type Copied } from './gestures';
import { operation, type Step } from './mutations';
import { Overlay } from './overlay';
import { bookSteps, worksheetData, type BookDrawing } from './patch';
import { CellPrompt, promptComponent, type PromptText } from './prompt';
import { is, pixels, styleKey } from './styles';
import { carryOver, drawnSelection, selectedBlock, type GridReader } from './translation';
import { createUniver, loadLocale, locales, type GridLanguage } from './univer';

/** What the grid has to say to the person. `refused`: by data validation, in its own words. */
export type GridNotice =
  | { readonly kind: 'reimported'; readonly step: string }
  | { readonly kind: 'protected' | 'impossible' }
  | { readonly kind: 'refused'; readonly title: string; readonly message: string };

export interface GridOptions {
  readonly language: GridLanguage;
  readonly notify: (notice: GridNotice) => void;
  /** The person began or ended typing into a cell; Excel takes no requests meanwhile. */
  readonly editing: (active: boolean) => void;
}

export interface Grid {
  setLanguage(language: GridLanguage): Promise<void>;
  /** Makes each sheet small enough that its used columns are seen at once, down to three fifths. */
  fitWidth(): void;
  /** What Univer shows now, as Univer itself saves it. */
  snapshot(): IWorkbookData;
  /** Resolves when all steps of the person so far have reached the book and are drawn. */
  settled(): Promise<void>;
  /** Runs a command of Univer as its menus and keys do. */
  execute(id: string, params?: object): Promise<boolean>;
  dispose(): void;
}

const unitId = 'book';
/** Pixels of the row numbers and of the scrollbar. */
const headerWidth = 46;
const scrollbarWidth = 16;
const leastZoom = 0.6;

/** Univer's calculation, and the values with which its formula module blanks formulas after a shift. */
const notTaken = new Set([
  'formula.mutation.set-formula-calculation-start',
  'formula.mutation.set-trigger-formula-calculation-start',
]);

const undoCommands: Readonly<Record<string, (book: Book) => boolean>> = {
  'univer.command.undo': (book) => book.undo(),
  'univer.command.redo': (book) => book.redo(),
};

const pasteCommands = new Set(['univer.command.paste', 'sheet.command.paste-by-short-key']);

const drawingOfSheet = (book: Book, sheet: Sheet): SheetDrawing =>
  drawingOf(sheet, (row, column) => book.calculation.value(sheet, row, column));

const wantedDrawing = (book: Book): BookDrawing => ({
  sheets: book.sheets.map((sheet) => drawingOfSheet(book, sheet)),
  activeId: book.activeSheet.id,
});

/** The initial workbook: the font and the sizes that a new workbook has in Chinese Excel. */
const workbookData = ({ sheets }: BookDrawing): object => ({
  id: unitId,
  name: '',
  appVersion: '',
  styles: {},
  defaultStyle: { ff: '等线', fs: 11, vt: 3 },
  sheetOrder: sheets.map(({ id }) => id),
  sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, worksheetData(sheet)])),
});

/** Draws `book` into `container`, which must have a size. */
export async function mountGrid(book: Book, container: HTMLElement, options: GridOptions): Promise<Grid> {
  const univer = createUniver(container, options.language, await loadLocale(options.language));
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const workbook = univer.createUnit<object, Workbook>(
    UniverInstanceType.UNIVER_SHEET,
    workbookData(wantedDrawing(book)),
  );
  const overlay = new Overlay(book);
  const ends: (() => void)[] = [];
  const own = (end: { dispose(): void }): void => void ends.push(() => end.dispose());

  /** The grid is being made to show the book: its steps are not a person's. */
  let drawing = false;
  /** A person's steps are on their way into the book. */
  let carrying = false;
  let pending: IMutationInfo<object>[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: (() => void)[] = [];

  const drawnNow = (): BookDrawing => ({
    sheets: workbook
      .getConfig()
      .sheetOrder.flatMap((id) => workbook.getSheetBySheetId(id) ?? [])
      .map((sheet) => drawnSheet(sheet.getConfig(), workbook.getStyles())),
    activeId: workbook.getActiveSheet()?.getSheetId() ?? '',
  });

  const run = (steps: readonly Step[]): void => {
    const before = drawing;
    drawing = true;
    try {
      for (const { id, params } of steps) commands.syncExecuteCommand(id, params, { onlyLocal: true });
    } finally {
      drawing = before;
    }
  };

  own(injector.get(ComponentManager).register(promptComponent, CellPrompt));

  const repaint = (): void => {
    const render = injector.get(IRenderManagerService).getRenderById(unitId);
    render?.with(SheetSkeletonManagerService).reCalculate();
    render?.mainComponent?.makeForceDirty(true);
  };

  /** Rows without a height of their own are as high as their wrapped text. */
  const fitRows = (): void => {
    const sheet = book.activeSheet;
    const ranges: IRange[] = [];
    for (const [row, line] of sheet.cells) {
      if ((sheet.rows.get(row)?.size ?? null) !== null) continue;
      const wrapped = [...line].filter(([, cell]) => cell.style.wrap && cell.content !== null);
      const columns = wrapped.map(([column]) => column);
      if (columns.length === 0) continue;
      ranges.push(rangeOf(block(row, Math.min(...columns), 1, Math.max(...columns) - Math.min(...columns) + 1)));
    }
    if (ranges.length === 0) return;
    const { redos } = injector.get(AutoHeightController).getUndoRedoParamsOfAutoHeight(ranges, sheet.id);
    drawing = true;
    try {
      for (const { id, params } of redos) commands.syncExecuteCommand(id, params, { onlyLocal: true });
    } finally {
      drawing = false;
    }
  };

  const gridSelections = new Map<string, Block>();

  const drawSelection = (): void => {
    const sheet = book.activeSheet;
    const selected = book.selection(sheet);
    const shown = gridSelections.get(sheet.id);
    if (shown !== undefined && sameBlock(shown, selected)) return;
    gridSelections.set(sheet.id, selected);
    const drawn = workbook.getSheetBySheetId(sheet.id);
    const range = drawnSelection(selected, drawn?.getRowCount() ?? maxRows, drawn?.getColumnCount() ?? maxColumns);
    const first = mergeAt(sheet, selected.row, selected.column) ?? block(selected.row, selected.column);
    const merged = first.rowCount > 1 || first.columnCount > 1;
    const primary = {
      ...rangeOf(first),
      actualRow: selected.row,
      actualColumn: selected.column,
      isMerged: false,
      isMergedMainCell: merged,
    };
    run([
      {
        id: operation.select,
        params: { unitId, subUnitId: sheet.id, reveal: true, selections: [{ range, primary, style: null }] },
      },
    ]);
    drawing = true;
    commands
      .executeCommand('sheet.operation.scroll-to-range', { unitId, subUnitId: sheet.id, range })
      .catch((error: unknown) => console.warn('workbench: the selection could not be scrolled to', error));
    drawing = false;
  };

  let endPrompt = (): void => undefined;

  const showPrompt = (): void => {
    const sheet = book.activeSheet;
    const { row, column } = book.selection(sheet);
    const prompt = validationAt(sheet, row, column)?.prompt ?? null;
    endPrompt();
    endPrompt = () => undefined;
    if (prompt === null || !prompt.showPrompt) return;
    const popup = injector.get(SheetCanvasPopManagerService).attachPopupToCell(row, column, {
      componentKey: promptComponent,
      extraProps: { title: prompt.title, message: prompt.message } satisfies PromptText,
      direction: 'bottom',
      offset: [4, 6],
    });
    if (popup) endPrompt = () => popup.dispose();
  };

  /** Where the person is: the sheet that is shown and what is selected on it. */
  const drawPosition = (): void => {
    const { id } = book.activeSheet;
    if (workbook.getActiveSheet()?.getSheetId() !== id) {
      run([{ id: operation.activate, params: { unitId, subUnitId: id } }]);
      fitRows();
      repaint();
    }
    drawSelection();
    showPrompt();
  };

  const draw = (): void => {
    run(bookSteps(unitId, drawnNow(), wantedDrawing(book)));
    overlay.forget();
    fitRows();
    repaint();
    drawPosition();
  };

  const reader: GridReader = {
    cell(sheetId, row, column) {
      const sheet = workbook.getSheetBySheetId(sheetId);
      const cell = sheet?.getCellRaw(row, column) ?? null;
      const style = workbook.getStyles().getStyleByCell(cell) ?? {};
      const rich = cell?.p?.body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
      const shared = cell?.si === undefined || cell.si === null ? null : formulaAt(sheetId, row, column);
      const value = rich ?? cell?.v ?? null;
      return {
        drawing: {
          value: typeof value === 'boolean' ? Number(value) : value,
          truth: value !== null && is(cell?.t, 3),
          formula: cell?.f ?? shared,
          style,
          look: styleKey(style),
        },
        literal: is(cell?.t, 4),
      };
    },
  };

  const formulaAt = (sheetId: string, row: number, column: number): string | null =>
    injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, unitId) ?? null;

  const tell = (error: unknown): void => {
    if (!(error instanceof Refusal)) throw error;
    options.notify({ kind: error.reason === 'protected' ? 'protected' : 'impossible' });
  };

  const flush = (): void => {
    timer = null;
    const steps = pending;
    pending = [];
    carrying = true;
    try {
      const { unknown, refusal } = carryOver(book, reader, steps);
      if (unknown !== null) {
        console.warn(`workbench: the grid did ${unknown}, which the workbook does not know; it is drawn anew`);
        options.notify({ kind: 'reimported', step: unknown });
      }
      if (refusal !== null) options.notify({ kind: 'refused', title: refusal.title, message: refusal.message });
    } catch (error) {
      tell(error);
    } finally {
      carrying = false;
      // Also where the book took everything: the grid may have done more than was meant.
      draw();
      const resolved = waiting;
      waiting = [];
      for (const resolve of resolved) resolve();
    }
  };

  const context = (): { book: Book; sheetId: string; selection: Block } => ({
    book,
    sheetId: book.activeSheet.id,
    selection: book.selection(),
  });

  /** Instead of the grid's own way; then the command is at an end. */
  const instead = (work: () => void): never => {
    try {
      work();
    } catch (error) {
      tell(error);
    }
    throw new CanceledError();
  };

  const typing = (): boolean => injector.get(IContextService).getContextValue(EDITOR_ACTIVATED) === true;

  const copiedBy = (id: string | null): Copied | null => {
    const entry = id === null ? undefined : injector.get(ISheetClipboardService).copyContentCache().get(id);
    if (entry === undefined || book.findSheet(entry.subUnitId) === null) return null;
    const { rows, cols } = entry.range;
    const [row = 0, column = 0] = [rows[0], cols[0]];
    return {
      sheetId: entry.subUnitId,
      area: block(row, column, (rows.at(-1) ?? row) - row + 1, (cols.at(-1) ?? column) - column + 1),
      cut: String(entry.copyType) === 'CUT',
    };
  };

  const pasteFrom = (html: string, text: string, kind: string | null): void => {
    const id = /data-copy-id="([^"]+)"/.exec(html)?.[1] ?? null;
    const copied = copiedBy(id);
    if (copied !== null) {
      pasteCopied(context(), copied, kind);
      if (copied.cut && id !== null) injector.get(ISheetClipboardService).copyContentCache().del(id);
    } else if (text !== '') {
      book.pasteText(book.activeSheet, book.selection(), text);
    }
  };

  const pasteFromClipboard = async (kind: string | null): Promise<void> => {
    const read = async (item: ClipboardItem | undefined, type: string): Promise<string> =>
      item?.types.includes(type) === true ? await (await item.getType(type)).text() : '';
    const [item] = await navigator.clipboard.read();
    const [html, text] = [await read(item, 'text/html'), await read(item, 'text/plain')];
    try {
      pasteFrom(html, text, kind);
    } catch (error) {
      tell(error);
    }
  };

  own(
    commands.beforeCommandExecuted((info: Readonly<ICommandInfo>, execution?: IExecutionOptions) => {
      if (drawing) return;
      if (notTaken.has(info.id) || execution?.['fromFormula'] === true) throw new CanceledError();
      if (info.type !== CommandType.COMMAND) return;
      const undo = undoCommands[info.id];
      if (undo !== undefined && !typing()) instead(() => undo(book));
      if (pasteCommands.has(info.id) && !typing()) {
        const params = (info.params ?? {}) as { htmlContent?: string; textContent?: string; value?: string };
        if (info.id === 'sheet.command.paste-by-short-key') {
          instead(() => pasteFrom(params.htmlContent ?? '', params.textContent ?? '', null));
        }
        instead(() => void pasteFromClipboard(params.value ?? null).catch(tell));
      }
      const gesture = gestures[info.id];
      if (gesture !== undefined) instead(() => gesture(context(), info.params as never));
    }),
  );

  own(
    commands.onCommandExecuted((info: Readonly<ICommandInfo>) => {
      if (drawing) return;
      if (info.type === CommandType.MUTATION) {
        pending.push({ id: info.id, params: info.params ?? {} });
        timer ??= setTimeout(flush, 0);
      } else if (info.id === operation.activate) {
        const { subUnitId } = info.params as { subUnitId: string };
        if (book.findSheet(subUnitId)?.visibility === 'Visible') book.activate(subUnitId);
      } else if (info.id === operation.select) {
        follow(info.params as SelectionParams);
      }
    }),
  );

  interface SelectionParams {
    readonly subUnitId: string;
    readonly type?: number;
    readonly selections: readonly { readonly range: IRange }[];
  }

  /** A selection that is still being drawn with the mouse (0, 1) is not one yet. */
  const follow = ({ subUnitId, type, selections }: SelectionParams): void => {
    const last = selections.at(-1);
    if (last === undefined || type === 0 || type === 1 || book.findSheet(subUnitId) === null) return;
    const area = selectedBlock(last.range);
    if (area.rowCount < 1 || area.columnCount < 1) return;
    gridSelections.set(subUnitId, area);
    if (subUnitId === book.activeSheet.id && sameBlock(book.selection(subUnitId), area)) return;
    book.select(subUnitId, area);
  };

  own(
    injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: 'workbench-overlay',
      effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
      // After number formats (10): the text laid over is as it should be read.
      priority: 5,
      handler: (cell, location: ISheetLocation, next) => {
        const over = overlay.at(location.subUnitId, location.row, location.col);
        if (over === null) return next(cell);
        const style = workbook.getStyles().getStyleByCell(cell) ?? {};
        const text = over.text === null ? {} : { v: over.text, t: 1, p: null, f: null };
        return next({ ...cell, ...text, s: { ...style, ...over.style } });
      },
    }),
  );

  const editor = injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => {
    options.editing(visible);
  });
  ends.push(() => editor.unsubscribe());

  ends.push(
    book.subscribe(({ changes }) => {
      // Steps of the person that are still under way are drawn together with what they mean.
      if (carrying || timer !== null) return;
      if (changes.every(({ kind }) => kind === 'selected' || kind === 'activated')) drawPosition();
      else draw();
    }),
  );

  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  draw();

  return {
    async setLanguage(language) {
      const pack = await loadLocale(language);
      const locale = injector.get(LocaleService);
      locale.load(pack);
      locale.setLocale(locales[language]);
    },
    fitWidth() {
      for (const sheet of book.sheets) {
        const used = usedRange(sheet, false);
        if (used === null) continue;
        let width = headerWidth + scrollbarWidth;
        for (let column = 0; column < used.column + used.columnCount; column += 1) {
          const { size = null, hidden = false } = sheet.columns.get(column) ?? {};
          if (!hidden) width += size === null ? defaultSizes.column : pixels(size);
        }
        const ratio = Math.floor((container.clientWidth / width) * 20) / 20;
        const zoomRatio = Math.min(1, Math.max(leastZoom, ratio));
        commands.syncExecuteCommand('sheet.operation.set-zoom-ratio', { unitId, subUnitId: sheet.id, zoomRatio });
      }
    },
    snapshot: () => workbook.save(),
    settled: () => (timer === null ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    execute: (id, params) => commands.executeCommand(id, params),
    dispose() {
      if (timer !== null) clearTimeout(timer);
      for (const end of ends) end();
      univer.dispose();
    },
  };
}
