/** Makes Univer show what stands in the book: cells, heights, selection, the prompt of a cell. */
import {
  AutoHeightController,
  IRenderManagerService,
  SheetCanvasPopManagerService,
  SheetSkeletonManagerService,
} from '@univerjs/preset-sheets-core';
import { ICommandService, type Injector, type IRange, type Workbook } from '@univerjs/core';
import { block, maxColumns, maxRows, sameBlock, type Block } from '../../book/address';
import type { Book } from '../../book/book';
import { mergeAt, type Sheet } from '../../book/sheet';
import { validationAt } from '../../book/validation';
import { drawingOf, drawnSheet, rangeOf } from './drawing';
import { operation, type MutationStep } from './mutations';
import type { Overlay } from './overlay';
import { bookSteps, type BookDrawing } from './patch';
import { promptComponent, type PromptText } from './prompt';
import { drawnSelection, selectedBlock } from './translation';

/** The one workbook that the grid shows, by Univer's name for it. */
export const unitId = 'book';

export const wantedDrawing = (book: Book): BookDrawing => ({
  sheets: book.sheets.map((sheet) => drawingOf(sheet, (row, column) => book.calculation.value(sheet, row, column))),
  activeId: book.activeSheet.id,
});

export interface SelectionParams {
  readonly subUnitId: string;
  readonly type?: number;
  readonly selections: readonly { readonly range: IRange }[];
}

/** Rows of a sheet without a height of their own whose text is wrapped. */
function wrappedRows(sheet: Sheet): IRange[] {
  const ranges: IRange[] = [];
  for (const [row, line] of sheet.cells) {
    if ((sheet.rows.get(row)?.size ?? null) !== null) continue;
    const wrapped = [...line].filter(([, cell]) => cell.style.wrap && cell.content !== null);
    const columns = wrapped.map(([column]) => column);
    if (columns.length === 0) continue;
    ranges.push(rangeOf(block(row, Math.min(...columns), 1, Math.max(...columns) - Math.min(...columns) + 1)));
  }
  return ranges;
}

export interface PainterParts {
  readonly book: Book;
  readonly workbook: Workbook;
  readonly injector: Injector;
  readonly overlay: Overlay;
}

/** Milliseconds in which Univer has gone to a sheet that was put in. */
const arrivalTime = 200;

export class Painter {
  private readonly selections = new Map<string, Block>();
  private readonly commands: ICommandService;
  private endPrompt = (): void => undefined;
  private busy = false;
  /** Sheets that were just put in, and to which Univer will go by itself. */
  private readonly arriving = new Set<string>();

  constructor(private readonly parts: PainterParts) {
    this.commands = parts.injector.get(ICommandService);
  }

  /** The grid is being made to show the book: its steps are not a person's. */
  get drawing(): boolean {
    return this.busy;
  }

  /** Whether Univer went to a sheet because it was put in, and nobody else did. The grid then shows the book's again. */
  wentByItself(sheetId: string): boolean {
    if (!this.arriving.delete(sheetId)) return false;
    this.drawPosition();
    return true;
  }

  draw(): void {
    const { book, overlay } = this.parts;
    const drawn = this.drawnNow();
    const wanted = wantedDrawing(book);
    const before = new Set(drawn.sheets.map(({ id }) => id));
    for (const { id } of wanted.sheets) if (!before.has(id)) this.arriving.add(id);
    // It goes there once, right after; whoever goes there later is a person.
    if (this.arriving.size > 0) setTimeout(() => this.arriving.clear(), arrivalTime);
    this.run(bookSteps(unitId, drawn, wanted));
    overlay.forget();
    this.fitRows();
    this.repaint();
    this.drawPosition();
  }

  /** Where the person is: the sheet that is shown and what is selected on it. */
  drawPosition(): void {
    const { id } = this.parts.book.activeSheet;
    if (this.parts.workbook.getActiveSheet()?.getSheetId() !== id) {
      this.run([{ id: operation.activate, params: { unitId, subUnitId: id } }]);
      this.fitRows();
      this.repaint();
    }
    this.drawSelection();
    this.showPrompt();
  }

  /** A selection that is still being drawn with the mouse (0, 1) is not one yet. */
  follow({ subUnitId, type, selections }: SelectionParams): void {
    const { book } = this.parts;
    const last = selections.at(-1);
    if (last === undefined || type === 0 || type === 1 || book.findSheet(subUnitId) === null) return;
    const area = selectedBlock(last.range);
    if (area.rowCount < 1 || area.columnCount < 1) return;
    this.selections.set(subUnitId, area);
    // Univer selects a cell of its own on a sheet that was just put in: nobody went there.
    if (subUnitId !== book.activeSheet.id || sameBlock(book.selection(subUnitId), area)) return;
    book.select(subUnitId, area);
  }

  private drawnNow(): BookDrawing {
    const { workbook } = this.parts;
    return {
      sheets: workbook
        .getConfig()
        .sheetOrder.flatMap((id) => workbook.getSheetBySheetId(id) ?? [])
        .map((sheet) => drawnSheet(sheet.getConfig(), workbook.getStyles())),
      activeId: workbook.getActiveSheet()?.getSheetId() ?? '',
    };
  }

  private whileDrawing(work: () => void): void {
    const before = this.busy;
    this.busy = true;
    try {
      work();
    } finally {
      this.busy = before;
    }
  }

  private run(steps: readonly MutationStep[]): void {
    this.whileDrawing(() => {
      for (const { id, params } of steps) this.commands.syncExecuteCommand(id, params, { onlyLocal: true });
    });
  }

  private repaint(): void {
    const render = this.parts.injector.get(IRenderManagerService).getRenderById(unitId);
    render?.with(SheetSkeletonManagerService).reCalculate();
    render?.mainComponent?.makeForceDirty(true);
  }

  /** Rows without a height of their own are as high as their wrapped text. */
  private fitRows(): void {
    const sheet = this.parts.book.activeSheet;
    const ranges = wrappedRows(sheet);
    if (ranges.length === 0) return;
    const { redos } = this.parts.injector.get(AutoHeightController).getUndoRedoParamsOfAutoHeight(ranges, sheet.id);
    this.whileDrawing(() => {
      for (const { id, params } of redos) this.commands.syncExecuteCommand(id, params, { onlyLocal: true });
    });
  }

  private drawSelection(): void {
    const { book, workbook } = this.parts;
    const sheet = book.activeSheet;
    const selected = book.selection(sheet);
    const shown = this.selections.get(sheet.id);
    if (shown !== undefined && sameBlock(shown, selected)) return;
    this.selections.set(sheet.id, selected);
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
    const selections = [{ range, primary, style: null }];
    this.run([{ id: operation.select, params: { unitId, subUnitId: sheet.id, reveal: true, selections } }]);
    this.whileDrawing(() => {
      this.commands
        .executeCommand('sheet.operation.scroll-to-range', { unitId, subUnitId: sheet.id, range })
        .catch((error: unknown) => console.warn('workbench: the selection could not be scrolled to', error));
    });
  }

  private showPrompt(): void {
    const { book, injector } = this.parts;
    const sheet = book.activeSheet;
    const { row, column } = book.selection(sheet);
    const prompt = validationAt(sheet, row, column)?.prompt ?? null;
    this.endPrompt();
    this.endPrompt = () => undefined;
    if (prompt === null || !prompt.showPrompt) return;
    const popup = injector.get(SheetCanvasPopManagerService).attachPopupToCell(row, column, {
      componentKey: promptComponent,
      extraProps: { title: prompt.title, message: prompt.message } satisfies PromptText,
      direction: 'bottom',
      offset: [4, 6],
    });
    if (popup) this.endPrompt = () => popup.dispose();
  }
}
