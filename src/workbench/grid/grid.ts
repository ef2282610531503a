/**
 * The grid of the workbench: draws a book with Univer and carries a person's steps back into it. The book is the only
 * truth. Whatever happens on the grid, afterwards it is made to show the book again; a step whose meaning is not known
 * is undone that way and reported.
 */
import {
  ComponentManager,
  IEditorBridgeService,
  ILayoutService,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
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
  type Injector,
  type IWorkbookData,
  type Workbook,
} from '@univerjs/core';
import type { Book } from '../../book/book';
import { usedRange, type Sheet } from '../../book/sheet';
import { defaultSizes } from './drawing';
import { gestures } from './gestures';
import { operation } from './mutations';
import { Overlay } from './overlay';
import { Painter, unitId, wantedDrawing, type SelectionParams } from './painter';
import { gestureContext, paste, readClipboard } from './pasting';
import { worksheetData, type BookDrawing } from './patch';
import { CellPrompt, promptComponent } from './prompt';
import { gridReader } from './reader';
import { Steps, type GridNotice } from './steps';
import { pixels } from './styles';
import { createUniver, loadLocale, locales, type GridLanguage } from './univer';

export type { GridNotice } from './steps';

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
  /** Gives the cells the keyboard. */
  focus(): void;
  /** What Univer shows now, as Univer itself saves it. */
  snapshot(): IWorkbookData;
  /** Resolves when all steps of the person so far have reached the book and are drawn. */
  settled(): Promise<void>;
  /** Runs a command of Univer as its menus and keys do. */
  execute(id: string, params?: object): Promise<boolean>;
  dispose(): void;
}

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

/** Cells are shown with what lies over them: the colours of conditional formats, texts of errors. */
const showOverlay = (injector: Injector, workbook: Workbook, overlay: Overlay): { dispose(): void } =>
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
  });

interface Parts {
  readonly book: Book;
  readonly injector: Injector;
  readonly painter: Painter;
  readonly steps: Steps;
}

/** Commands that the book carries out itself, in place of the grid. */
function takeCommands({ book, injector, painter, steps }: Parts): { dispose(): void } {
  /** Instead of the grid's own way; then the command is at an end. */
  const instead = (work: () => void): never => {
    try {
      work();
    } catch (error) {
      steps.tell(error);
    }
    throw new CanceledError();
  };
  const typing = (): boolean => injector.get(IContextService).getContextValue(EDITOR_ACTIVATED) === true;
  const pasteFromClipboard = async (kind: string | null): Promise<void> => {
    const { html, text } = await readClipboard();
    try {
      paste(book, injector, html, text, kind);
    } catch (error) {
      steps.tell(error);
    }
  };

  return injector
    .get(ICommandService)
    .beforeCommandExecuted((info: Readonly<ICommandInfo>, execution?: IExecutionOptions) => {
      if (painter.drawing) return;
      if (notTaken.has(info.id) || execution?.['fromFormula'] === true) throw new CanceledError();
      if (info.type !== CommandType.COMMAND) return;
      const undo = undoCommands[info.id];
      if (undo !== undefined && !typing()) instead(() => undo(book));
      if (pasteCommands.has(info.id) && !typing()) {
        const params = (info.params ?? {}) as { htmlContent?: string; textContent?: string; value?: string };
        if (info.id === 'sheet.command.paste-by-short-key') {
          instead(() => paste(book, injector, params.htmlContent ?? '', params.textContent ?? '', null));
        }
        instead(() => void pasteFromClipboard(params.value ?? null).catch((error: unknown) => steps.tell(error)));
      }
      const gesture = gestures[info.id];
      if (gesture !== undefined) instead(() => gesture(gestureContext(book), info.params as never));
    });
}

/** What the grid did: steps for the book, and where the person went. */
const followCommands = ({ book, injector, painter, steps }: Parts): { dispose(): void } =>
  injector.get(ICommandService).onCommandExecuted((info: Readonly<ICommandInfo>) => {
    if (painter.drawing) return;
    if (info.type === CommandType.MUTATION) {
      steps.add({ id: info.id, params: info.params ?? {} });
    } else if (info.id === operation.activate) {
      const { subUnitId } = info.params as { subUnitId: string };
      if (painter.wentByItself(subUnitId)) return;
      if (book.findSheet(subUnitId)?.visibility === 'Visible') book.activate(subUnitId);
    } else if (info.id === operation.select) {
      painter.follow(info.params as SelectionParams);
    }
  });

/** The zoom at which the used columns of a sheet are seen at once; `null` for an empty sheet. */
function zoomFor(sheet: Sheet, containerWidth: number): number | null {
  const used = usedRange(sheet, false);
  if (used === null) return null;
  let width = headerWidth + scrollbarWidth;
  for (let column = 0; column < used.column + used.columnCount; column += 1) {
    const { size = null, hidden = false } = sheet.columns.get(column) ?? {};
    if (!hidden) width += size === null ? defaultSizes.column : pixels(size);
  }
  return Math.min(1, Math.max(leastZoom, Math.floor((containerWidth / width) * 20) / 20));
}

/** Draws `book` into `container`, which must have a size. */
export async function mountGrid(book: Book, container: HTMLElement, options: GridOptions): Promise<Grid> {
  const univer = createUniver(container, options.language, await loadLocale(options.language));
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const data = workbookData(wantedDrawing(book));
  const workbook = univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const overlay = new Overlay(book);
  const painter = new Painter({ book, workbook, injector, overlay });
  const reader = gridReader(workbook, injector);
  const steps = new Steps({ book, reader, notify: options.notify, draw: () => painter.draw() });
  const parts = { book, injector, painter, steps };
  const owned = [
    injector.get(ComponentManager).register(promptComponent, CellPrompt),
    takeCommands(parts),
    followCommands(parts),
    showOverlay(injector, workbook, overlay),
  ];
  const editor = injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => options.editing(visible));
  const unsubscribe = book.subscribe(({ changes }) => {
    // Steps of the person that are still under way are drawn together with what they mean.
    if (steps.underWay) return;
    if (changes.every(({ kind }) => kind === 'selected' || kind === 'activated')) painter.drawPosition();
    else painter.draw();
  });

  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  painter.draw();

  return {
    async setLanguage(language) {
      const pack = await loadLocale(language);
      const locale = injector.get(LocaleService);
      locale.load(pack);
      locale.setLocale(locales[language]);
    },
    focus() {
      window.focus();
      injector.get(ILayoutService).focus();
    },
    fitWidth() {
      for (const sheet of book.sheets) {
        const zoomRatio = zoomFor(sheet, container.clientWidth);
        if (zoomRatio !== null)
          commands.syncExecuteCommand('sheet.operation.set-zoom-ratio', { unitId, subUnitId: sheet.id, zoomRatio });
      }
    },
    snapshot: () => workbook.save(),
    settled: () => steps.settled(),
    execute: (id, params) => commands.executeCommand(id, params),
    dispose() {
      steps.stop();
      for (const own of owned) own.dispose();
      editor.unsubscribe();
      unsubscribe();
      univer.dispose();
    },
  };
}
