/**
 * A workbook as Excel holds it: the one truth of the workbench. Synchronous; every operation leaves it calculated.
 *
 * State is an immutable `Workbook`; an operation makes a new one, and undo puts the old one back. Operations are the
 * user's unless they run inside `as('api', …)`, which is how the protocol writes; those of one `as` are one operation.
 *
 * It knows what Excel knows about cells and nothing about reports. What it does not know it says: see `log`.
 */
import { a1 } from '../report/a1';
import {
  block,
  blockAddress,
  bounding,
  contains,
  endColumn,
  endRow,
  intersection,
  isCell,
  maxColumns,
  maxRows,
  parseAddress,
  gridOf,
  sheetPrefix,
  type Block,
} from './address';
import { Calculation, type KeptResults } from './formulas/calculation';
import { inverse, type Change, type ChangeSet, type Origin, type SheetPart } from './changes/change';
import { cleared, merged, written, type ClearPart, type ContentAt } from './contents';
import { clearPlaced, copyBlock, type CopyPart } from './changes/copy';
import { FormulaSyntaxError, parseFormula, rebase } from './formulas/formula';
import { History } from './changes/history';
import { withInheritedFormats } from './changes/inherit';
import { formatNumber } from './formulas/numberFormat';
import { Refusal } from './refusal';
import {
  cellAt,
  emptySheet,
  mapCells,
  mergeAt,
  usedRange,
  type Cell,
  type ConditionalFormat,
  type DefinedName,
  type Line,
  type Sheet,
  type Style,
  type Validation,
  type Visibility,
  type Workbook,
} from './sheet';
import { shiftWorkbook, ShiftError, type Shift } from './changes/shift';
import { copyName, demandAnother, demandFreeName, freeName, renamed, withoutSheet } from './tabs';
import { parseTyped } from './typed';
import { allows, validationAt } from './validation';
import { CellError, formulaOf, type CellValue } from './formulas/value';

export interface BookOptions {
  /** What a write by an add-in does to the user's undo. Before ExcelApi 1.19 it clears it. */
  apiWrites: 'clearUndo' | 'joinUndo';
  /** Each paste makes conditional formats of its own, as Excel often does, instead of widening those that are there. */
  pasteApart: boolean;
}

/** A sheet by its name, its id, or itself. */
export type SheetKey = string | Sheet;
/** An A1 address without a sheet, or a block. */
export type Place = string | Block;

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

export type TypingResult =
  { readonly ok: true } | { readonly ok: false; readonly title: string; readonly message: string };

interface Operation {
  readonly origin: Origin;
  readonly before: Workbook;
  readonly calculated: Calculation;
  readonly changes: Change[];
}

export class Book {
  readonly options: BookOptions;
  /** What a person should know: formulas beyond the stand-in, circles of references. */
  readonly log = { unsupported: new Set<string>(), circular: new Set<string>() };

  private state: Workbook;
  private current: Calculation;
  private operation: Operation | null = null;
  private readonly history = new History();
  private readonly listeners = new Set<(set: ChangeSet) => void>();
  private readonly selections = new Map<string, Block>();
  private active: string;
  private lastId = 0;
  /** The results that manual calculation keeps; `null` while it is automatic. */
  private kept: KeptResults | null = null;
  /** The user protected the structure of the workbook: sheets neither come nor go nor change their names. */
  structureProtected = false;
  calculationMode: CalculationMode = 'Automatic';

  constructor(options: Partial<BookOptions> = {}) {
    this.options = { apiWrites: 'clearUndo', pasteApart: false, ...options };
    const sheet = emptySheet(this.newSheetId(), 'Sheet1');
    this.state = { sheets: [sheet], names: [] };
    this.active = sheet.id;
    this.current = this.newCalculation();
  }

  get workbook(): Workbook {
    return this.state;
  }

  get sheets(): readonly Sheet[] {
    return this.state.sheets;
  }

  /** Values of the present state. */
  get calculation(): Calculation {
    if (this.current.workbook !== this.state) this.current = this.newCalculation();
    return this.current;
  }

  setCalculationMode(mode: CalculationMode): void {
    if (mode === this.calculationMode) return;
    const manual = mode === 'Manual';
    if (!manual) this.calculate();
    this.calculationMode = mode;
    this.kept = null;
    if (manual) this.keepResults();
  }

  /** F9: works out every formula anew. */
  calculate(): void {
    if (this.kept === null) return;
    const before = this.calculation;
    this.keepResults();
    const changes = this.differing(before);
    if (changes.length > 0) for (const listener of [...this.listeners]) listener({ origin: 'user', changes });
  }

  private keepResults(): void {
    this.kept = new WeakMap();
    this.current = this.newCalculation();
    this.current.eachFormula(() => undefined);
  }

  findSheet(key: SheetKey): Sheet | null {
    const id = typeof key === 'string' ? key : key.id;
    const lower = id.toLowerCase();
    return (
      this.state.sheets.find((sheet) => sheet.id === id) ??
      this.state.sheets.find((sheet) => sheet.name.toLowerCase() === lower) ??
      null
    );
  }

  sheet(key: SheetKey): Sheet {
    const sheet = this.findSheet(key);
    if (sheet === null) throw new Refusal('notFound', `there is no sheet ${typeof key === 'string' ? key : key.name}`);
    return sheet;
  }

  get activeSheet(): Sheet {
    return this.sheet(this.active);
  }

  /** The selection of a sheet, of the active one unless another is named. */
  selection(key?: SheetKey): Block {
    const id = key === undefined ? this.active : this.sheet(key).id;
    return this.selections.get(id) ?? block(0, 0);
  }

  value(key: SheetKey, row: number, column: number): CellValue {
    const sheet = this.sheet(key);
    return this.calculation.value(sheet, row, column);
  }

  /** Values of a block as the Excel API gives them: blank is `''`, errors are their text. */
  values(key: SheetKey, place: Place): (number | string | boolean)[][] {
    const sheet = this.sheet(key);
    return gridOf(this.place(place), (row, column) => this.plainValue(sheet, row, column));
  }

  private plainValue(sheet: Sheet, row: number, column: number): number | string | boolean {
    const value = this.calculation.value(sheet, row, column);
    return value instanceof CellError ? value.code : (value ?? '');
  }

  /** Formulas where there are any, else values, as the Excel API gives them. */
  formulas(key: SheetKey, place: Place): (number | string | boolean)[][] {
    const sheet = this.sheet(key);
    return gridOf(
      this.place(place),
      (row, column) => formulaOf(cellAt(sheet, row, column).content) ?? this.plainValue(sheet, row, column),
    );
  }

  /** What a cell shows. */
  text(key: SheetKey, row: number, column: number): string {
    const sheet = this.sheet(key);
    const value = this.calculation.value(sheet, row, column);
    if (value === null) return '';
    if (value instanceof CellError) return value.code;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    return typeof value === 'number' ? formatNumber(value, cellAt(sheet, row, column).format) : value;
  }

  /** The conditional formats that Excel paints on a cell now, first = highest priority. */
  painted(key: SheetKey, row: number, column: number): readonly ConditionalFormat[] {
    return this.calculation.painted(this.sheet(key), row, column);
  }

  /** The state, to be put back with `load`. */
  snapshot(): Workbook {
    return this.state;
  }

  /** Whether a step that made this state was done and not undone since. */
  hasReached(state: Workbook): boolean {
    return this.history.leadsTo(state);
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** Calls `listener` after each operation. Returns what ends that. */
  subscribe(listener: (set: ChangeSet) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Does several things as one operation of `origin`: one undo step, one notice. */
  as<T>(origin: Origin, work: () => T): T {
    if (this.operation !== null) return work();
    const operation: Operation = { origin, before: this.state, calculated: this.calculation, changes: [] };
    this.operation = operation;
    let done = false;
    try {
      const result = work();
      done = true;
      return result;
    } finally {
      this.operation = null;
      if (!done) this.state = operation.before;
      else this.finish(operation);
    }
  }

  private finish(operation: Operation): void {
    const { origin, before, changes } = operation;
    if (this.state !== before) {
      const lasting = changes.filter((change) => change.kind !== 'activated' && change.kind !== 'selected');
      if (origin === 'user' || (origin === 'api' && this.options.apiWrites === 'joinUndo')) {
        this.history.add({ before, after: this.state, changes: lasting });
      } else if (origin !== 'undo') this.history.clear();
    }
    this.keepActive(changes);
    changes.push(...this.recalculated(operation.calculated));
    if (changes.length === 0) return;
    const set: ChangeSet = { origin, changes };
    for (const listener of [...this.listeners]) listener(set);
  }

  /** Results that differ from those before, one block a sheet. */
  private recalculated(before: Calculation): Change[] {
    return before.workbook === this.state ? [] : this.differing(before);
  }

  private differing(before: Calculation): Change[] {
    const spans = new Map<string, Block>();
    const sheetsBefore = new Map(before.workbook.sheets.map((sheet) => [sheet.id, sheet]));
    this.calculation.eachFormula((sheet, row, column, value) => {
      const old = sheetsBefore.get(sheet.id);
      if (old !== undefined && before.value(old, row, column) === value) return;
      const span = spans.get(sheet.id);
      if (span === undefined) spans.set(sheet.id, block(row, column));
      else spans.set(sheet.id, bounding([span, block(row, column)]) ?? span);
    });
    return [...spans].map(([sheetId, area]) => ({ kind: 'calculated', sheetId, block: area }));
  }

  /** The active sheet must be there and be visible. */
  private keepActive(changes: Change[]): void {
    const active = this.state.sheets.find((sheet) => sheet.id === this.active);
    if (active?.visibility === 'Visible') return;
    const next = this.state.sheets.find((sheet) => sheet.visibility === 'Visible');
    if (next === undefined) return;
    const previous = this.active;
    this.active = next.id;
    changes.push({ kind: 'activated', sheetId: next.id, previous });
  }

  undo(): boolean {
    const step = this.history.undo();
    if (step === null) return false;
    this.as('undo', () => this.become(step.before, ...[...step.changes].reverse().map(inverse)));
    return true;
  }

  redo(): boolean {
    const step = this.history.redo();
    if (step === null) return false;
    this.as('undo', () => this.become(step.after, ...step.changes));
    return true;
  }

  /** Replaces the whole workbook; undo is empty afterwards. */
  load(workbook: Workbook): void {
    if (workbook.sheets.length === 0) throw new Refusal('invalid', 'a workbook has at least one sheet');
    for (const sheet of workbook.sheets) this.lastId = Math.max(this.lastId, idNumber(sheet.id));
    for (const format of workbook.sheets.flatMap((sheet) => sheet.conditionalFormats)) {
      this.lastId = Math.max(this.lastId, idNumber(format.id));
    }
    this.as('load', () => {
      const removed = this.state.sheets.map((sheet): Change => ({ kind: 'sheetDeleted', sheetId: sheet.id }));
      this.state = workbook;
      this.tell(...removed, ...workbook.sheets.map((sheet): Change => ({ kind: 'sheetAdded', sheetId: sheet.id })));
      this.tell({ kind: 'names' });
    });
  }

  /** A person types into a cell. Data validation may refuse it, and so may a formula that cannot be read. */
  type(key: SheetKey, place: Place, text: string): TypingResult {
    const sheet = this.sheet(key);
    const at = this.place(place);
    const merge = mergeAt(sheet, at.row, at.column);
    const { row, column } = merge ?? at;
    const validation = validationAt(sheet, row, column);
    const alert = validation?.errorAlert;
    const before = this.state;
    let result: TypingResult = { ok: true };
    const { content } = parseTyped(text, cellAt(sheet, row, column).format);
    const formula = formulaOf(content);
    try {
      if (formula !== null) this.demandFormula(formula);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, title: formula ?? '', message: error.message };
    }
    this.as('user', () => {
      this.writeContents(sheet, block(row, column), () => text, true);
      if (validation === null || alert === null || alert === undefined) return;
      if (!alert.showAlert || alert.style !== 'Stop') return;
      const now = this.sheet(sheet.id);
      const value = this.calculation.value(now, row, column);
      if (allows(validation, this.calculation, now, row, column, value)) return;
      this.state = before;
      this.operation?.changes.splice(0);
      result = { ok: false, title: alert.title, message: alert.message };
    });
    return result;
  }

  /** Text from outside, one line a row, tabs between columns, pasted as if typed. Validation is not asked. */
  pasteText(key: SheetKey, place: Place, text: string): void {
    const { row, column } = this.place(place);
    const lines = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    const width = Math.max(...lines.map((line) => line.length));
    this.writeContents(
      key,
      block(row, column, lines.length, width),
      (r, c) => lines[r - row]?.[c - column] ?? '',
      true,
    );
  }

  /** Writes contents; see `written`. `typed`: strings are read as if they were typed. */
  writeContents(key: SheetKey, place: Place, contentAt: ContentAt, typed: boolean): void {
    const sheet = this.writable(key);
    const area = this.place(place);
    const before = isCell(area) ? this.calculation.value(sheet, area.row, area.column) : undefined;
    const next = written(sheet, area, contentAt, typed, (formula) => this.demandFormula(formula));
    this.as('user', () => {
      this.replace(next);
      const single = before === undefined ? {} : { before, after: this.calculation.value(next, area.row, area.column) };
      // Excel tells of an edit even when it leaves the same value.
      this.tell({ kind: 'cells', sheetId: sheet.id, block: area, ...single });
    });
  }

  clear(key: SheetKey, place: Place, part: ClearPart = 'contents'): void {
    const sheet = this.writable(key);
    const area = this.place(place);
    const single = isCell(area) ? { before: this.calculation.value(sheet, area.row, area.column), after: null } : {};
    const next = cleared(sheet, area, part);
    this.as('user', () => {
      this.replace(next);
      if (part !== 'formats') this.tell({ kind: 'cells', sheetId: sheet.id, block: area, ...single });
      if (part !== 'contents') {
        this.tell({ kind: 'format', sheetId: sheet.id, block: area });
        this.tellParts(sheet, next);
      }
    });
  }

  /** Changes the style or number format of cells. */
  format(key: SheetKey, place: Place, change: (cell: Cell, row: number, column: number) => Cell): void {
    const sheet = this.writable(key);
    const area = this.place(place);
    this.as('user', () => {
      this.replace(mapCells(sheet, area, change));
      this.tell({ kind: 'format', sheetId: sheet.id, block: area });
    });
  }

  style(key: SheetKey, place: Place, change: Partial<Style>): void {
    this.format(key, place, (cell) => ({ ...cell, style: { ...cell.style, ...change } }));
  }

  numberFormat(key: SheetKey, place: Place, format: string): void {
    this.format(key, place, (cell) => ({ ...cell, format }));
  }

  /**
   * Copies a block. A target that is a whole multiple of the source is filled with copies; else its first cell says
   * where the one copy goes.
   */
  paste(
    from: SheetKey,
    source: Place,
    onto: SheetKey,
    target: Place,
    part: CopyPart = 'all',
    skipBlanks = false,
  ): Block {
    const sourceSheet = this.sheet(from);
    const sourceArea = this.within(sourceSheet, this.place(source));
    let sheet = this.writable(onto);
    const wanted = this.place(target);
    const times = (whole: number, one: number): number => (whole % one === 0 ? whole / one : 1);
    const down = times(wanted.rowCount, sourceArea.rowCount);
    const across = times(wanted.columnCount, sourceArea.columnCount);
    const area = block(wanted.row, wanted.column, sourceArea.rowCount * down, sourceArea.columnCount * across);
    if (endRow(area) > maxRows || endColumn(area) > maxColumns) {
      throw new Refusal('invalid', 'the copy would leave the sheet');
    }
    const single = isCell(area) ? this.calculation.value(sheet, area.row, area.column) : undefined;
    const calculation = this.calculation;
    const before = sheet;
    for (let i = 0; i < down; i += 1) {
      for (let j = 0; j < across; j += 1) {
        const row = wanted.row + i * sourceArea.rowCount;
        const column = wanted.column + j * sourceArea.columnCount;
        if (sourceSheet.id === sheet.id && row === sourceArea.row && column === sourceArea.column) continue;
        // Copies onto the sheet itself read the formats that earlier copies left, so that they widen the same ones.
        const origin =
          sourceSheet.id === sheet.id
            ? { ...sourceSheet, conditionalFormats: sheet.conditionalFormats, validations: sheet.validations }
            : sourceSheet;
        sheet = copyBlock(origin, sourceArea, sheet, row, column, {
          part,
          skipBlanks,
          apart: this.options.pasteApart,
          newFormatId: () => this.newFormatId(),
          value: (r, c) => calculation.value(sourceSheet, r, c),
        });
      }
    }
    this.as('user', () => {
      this.replace(sheet);
      const ends =
        single === undefined ? {} : { before: single, after: this.calculation.value(sheet, area.row, area.column) };
      if (part !== 'formats') this.tell({ kind: 'cells', sheetId: sheet.id, block: area, ...ends });
      if (part === 'all' || part === 'formats') {
        this.tell({ kind: 'format', sheetId: sheet.id, block: area });
        this.tellParts(before, sheet);
      }
    });
    return area;
  }

  /** Ctrl+D: the first row of the block is copied over the others. */
  fillDown(key: SheetKey, place: Place): void {
    const area = this.place(place);
    if (area.rowCount < 2) return;
    const first = block(area.row, area.column, 1, area.columnCount);
    this.paste(key, first, key, block(area.row + 1, area.column, area.rowCount - 1, area.columnCount));
  }

  merge(key: SheetKey, place: Place, across = false): void {
    const sheet = this.writable(key);
    this.changeSheet(sheet, 'merges', merged(sheet, this.place(place), across));
  }

  unmerge(key: SheetKey, place: Place): void {
    const sheet = this.writable(key);
    const area = this.place(place);
    this.changeSheet(sheet, 'merges', { merges: sheet.merges.filter((merge) => intersection(merge, area) === null) });
  }

  insertRows(key: SheetKey, row: number, count = 1): void {
    this.shift(key, block(row, 0, count, maxColumns), 'insert', 'rows');
  }

  deleteRows(key: SheetKey, row: number, count = 1): void {
    this.shift(key, block(row, 0, count, maxColumns), 'delete', 'rows');
  }

  insertColumns(key: SheetKey, column: number, count = 1): void {
    this.shift(key, block(0, column, maxRows, count), 'insert', 'columns');
  }

  deleteColumns(key: SheetKey, column: number, count = 1): void {
    this.shift(key, block(0, column, maxRows, count), 'delete', 'columns');
  }

  /** Moves what lies after a block down or right (`insert`), up or left (`delete`). */
  shift(key: SheetKey, place: Place, change: Shift['change'], along: Shift['along']): void {
    const sheet = this.writable(key);
    const area = this.place(place);
    const shift: Shift = { sheetId: sheet.id, area, change, along };
    let next: Workbook;
    try {
      next = shiftWorkbook(this.state, shift, (formula, rows, columns) => rebase(formula, rows, columns, true));
    } catch (error) {
      if (error instanceof ShiftError) throw new Refusal('invalid', error.message);
      throw error;
    }
    this.as('user', () => {
      this.state = next;
      if (change === 'insert') this.replace(withInheritedFormats(this.sheet(sheet.id), shift));
      const kind = change === 'insert' ? 'inserted' : 'deleted';
      this.tell({ kind, sheetId: sheet.id, block: area, along });
    });
  }

  /** Size in points (`null` = the sheet's own) or hiding of whole rows or columns. */
  lines(key: SheetKey, along: 'rows' | 'columns', first: number, count: number, change: Partial<Line>): void {
    const sheet = this.writable(key);
    const lines = new Map(along === 'rows' ? sheet.rows : sheet.columns);
    for (let index = first; index < first + count; index += 1) {
      const line = { size: null, hidden: false, ...lines.get(index), ...change };
      if (line.size === null && !line.hidden) lines.delete(index);
      else lines.set(index, line);
    }
    this.changeSheet(sheet, 'sizes', along === 'rows' ? { rows: lines } : { columns: lines });
  }

  /** Adds a conditional format on top of the others. */
  addConditionalFormat(key: SheetKey, format: Omit<ConditionalFormat, 'id'>): string {
    const sheet = this.writable(key);
    const id = this.newFormatId();
    this.changeSheet(sheet, 'conditionalFormats', {
      conditionalFormats: [{ ...format, id }, ...sheet.conditionalFormats],
    });
    return id;
  }

  changeConditionalFormats(
    key: SheetKey,
    change: (formats: readonly ConditionalFormat[]) => readonly ConditionalFormat[],
  ): void {
    const sheet = this.writable(key);
    this.changeSheet(sheet, 'conditionalFormats', { conditionalFormats: change(sheet.conditionalFormats) });
  }

  /** Takes the conditional formats off a block, as "clear rules from selected cells" does. */
  clearConditionalFormats(key: SheetKey, place: Place): void {
    const area = this.place(place);
    this.changeConditionalFormats(key, (formats) => clearPlaced(formats, area));
  }

  /** Puts data validation on a block in place of what was there; `null` takes it off. */
  setValidation(key: SheetKey, place: Place, validation: Omit<Validation, 'ranges' | 'anchor'> | null): void {
    const sheet = this.writable(key);
    const area = this.place(place);
    const kept = clearPlaced(sheet.validations, area);
    const added =
      validation === null ? [] : [{ ...validation, ranges: [area], anchor: { row: area.row, column: area.column } }];
    this.changeSheet(sheet, 'validations', { validations: [...kept, ...added] });
  }

  addSheet(name?: string): Sheet {
    this.demandStructure();
    if (name !== undefined) demandFreeName(this.state, name);
    const sheet = emptySheet(this.newSheetId(), name ?? freeName(this.state));
    this.as('user', () => {
      this.state = { ...this.state, sheets: [...this.state.sheets, sheet] };
      this.tell({ kind: 'sheetAdded', sheetId: sheet.id });
    });
    return sheet;
  }

  /** A copy after the sheet, or at `position`. */
  copySheet(key: SheetKey, position?: number): Sheet {
    this.demandStructure();
    const sheet = this.sheet(key);
    const copy: Sheet = {
      ...sheet,
      id: this.newSheetId(),
      name: copyName(this.state, sheet.name),
      conditionalFormats: sheet.conditionalFormats.map((format) => ({ ...format, id: this.newFormatId() })),
    };
    const at = position ?? this.state.sheets.indexOf(sheet) + 1;
    this.as('user', () => {
      this.state = { ...this.state, sheets: [...this.state.sheets.slice(0, at), copy, ...this.state.sheets.slice(at)] };
      this.tell({ kind: 'sheetAdded', sheetId: copy.id });
    });
    return copy;
  }

  renameSheet(key: SheetKey, name: string): void {
    this.demandStructure();
    const sheet = this.sheet(key);
    if (name === sheet.name) return;
    if (name.toLowerCase() !== sheet.name.toLowerCase()) demandFreeName(this.state, name);
    this.as('user', () =>
      this.become(renamed(this.state, sheet, name), {
        kind: 'sheetRenamed',
        sheetId: sheet.id,
        before: sheet.name,
        after: name,
      }),
    );
  }

  deleteSheet(key: SheetKey): void {
    this.demandStructure();
    const sheet = this.sheet(key);
    demandAnother(this.state, sheet);
    this.as('user', () => this.become(withoutSheet(this.state, sheet), { kind: 'sheetDeleted', sheetId: sheet.id }));
  }

  moveSheet(key: SheetKey, position: number): void {
    this.demandStructure();
    const sheet = this.sheet(key);
    if (position < 0 || position >= this.state.sheets.length) throw new Refusal('invalid', 'no such position');
    const others = this.state.sheets.filter((other) => other !== sheet);
    this.as('user', () => {
      this.state = { ...this.state, sheets: [...others.slice(0, position), sheet, ...others.slice(position)] };
      this.tell({ kind: 'sheetMoved', sheetId: sheet.id });
    });
  }

  setVisibility(key: SheetKey, visibility: Visibility): void {
    this.demandStructure();
    const sheet = this.sheet(key);
    if (visibility !== 'Visible') demandAnother(this.state, sheet);
    if (visibility === sheet.visibility) return;
    this.as('user', () => {
      this.replace({ ...sheet, visibility });
      this.tell({ kind: 'sheetVisibility', sheetId: sheet.id, before: sheet.visibility, after: visibility });
    });
  }

  /** Changes one part of a sheet. Pages, panes and colours may change on a protected sheet's owner's word only. */
  changeSheet(key: SheetKey, part: SheetPart, change: Partial<Sheet>): void {
    const sheet = this.sheet(key);
    this.as('user', () => {
      this.replace({ ...this.sheet(sheet.id), ...change });
      this.tell({ kind: 'part', sheetId: sheet.id, part });
    });
  }

  protect(key: SheetKey): void {
    this.changeSheet(key, 'protection', { protected: true });
  }

  unprotect(key: SheetKey): void {
    this.changeSheet(key, 'protection', { protected: false });
  }

  setNames(names: readonly DefinedName[]): void {
    this.as('user', () => {
      this.state = { ...this.state, names };
      this.tell({ kind: 'names' });
    });
  }

  activate(key: SheetKey): void {
    const sheet = this.sheet(key);
    if (sheet.visibility !== 'Visible') throw new Refusal('invalid', 'a hidden sheet cannot be activated');
    if (sheet.id === this.active) return;
    const previous = this.active;
    this.active = sheet.id;
    this.as('user', () => this.tell({ kind: 'activated', sheetId: sheet.id, previous }));
  }

  select(key: SheetKey, place: Place): void {
    const sheet = this.sheet(key);
    const area = this.widened(sheet, this.place(place));
    this.as('user', () => {
      this.activate(sheet);
      this.selections.set(sheet.id, area);
      this.tell({ kind: 'selected', sheetId: sheet.id, block: area });
    });
  }

  /** A selection takes merged areas whole. */
  private widened(sheet: Sheet, area: Block): Block {
    const cut = sheet.merges.find((merge) => intersection(merge, area) !== null && !contains(area, merge));
    const both = cut === undefined ? null : bounding([area, cut]);
    return both === null ? area : this.widened(sheet, both);
  }

  /** Excel takes no formula that it cannot read; nor does the stand-in one beyond its own reach, and it says so. */
  demandFormula(formula: string): void {
    try {
      parseFormula(formula);
    } catch (error) {
      if (!(error instanceof FormulaSyntaxError)) throw error;
      this.log.unsupported.add(`formula ${formula}: ${error.message}`);
      throw new Refusal('invalid', error.message);
    }
  }

  /** The block that a place names. */
  place(place: Place): Block {
    if (typeof place !== 'string') return place;
    const area = parseAddress(place);
    if (area === null) throw new Refusal('invalid', `${place} is no address`);
    return area;
  }

  private demandStructure(): void {
    if (this.structureProtected) throw new Refusal('protected', 'the structure of the workbook is protected');
  }

  private writable(key: SheetKey): Sheet {
    const sheet = this.sheet(key);
    if (sheet.protected) throw new Refusal('protected', `the sheet ${sheet.name} is protected`);
    return sheet;
  }

  /** Whole rows and columns cut down to what the sheet uses, so that copying them is not copying a million cells. */
  private within(sheet: Sheet, area: Block): Block {
    if (area.rowCount < maxRows && area.columnCount < maxColumns) return area;
    const used = usedRange(sheet, false) ?? block(0, 0);
    const rowCount = area.rowCount < maxRows ? area.rowCount : endRow(used);
    const columnCount = area.columnCount < maxColumns ? area.columnCount : endColumn(used);
    return block(area.row, area.column, rowCount, columnCount);
  }

  private replace(sheet: Sheet): void {
    const at = this.state.sheets.findIndex((other) => other.id === sheet.id);
    if (this.state.sheets[at] === sheet) return;
    this.state = { ...this.state, sheets: this.state.sheets.map((other, index) => (index === at ? sheet : other)) };
  }

  private become(workbook: Workbook, ...changes: readonly Change[]): void {
    this.state = workbook;
    this.tell(...changes);
  }

  private tell(...changes: readonly Change[]): void {
    this.operation?.changes.push(...changes);
  }

  private tellParts(before: Sheet, after: Sheet): void {
    for (const part of ['merges', 'conditionalFormats', 'validations'] as const) {
      if (before[part] !== after[part]) this.tell({ kind: 'part', sheetId: after.id, part });
    }
  }

  private newCalculation(): Calculation {
    const log = {
      unsupported: (what: string) => this.log.unsupported.add(what),
      circular: (sheet: string, row: number, column: number) => this.log.circular.add(`${sheet}!${a1(row, column)}`),
    };
    return new Calculation(this.state, log, this.kept);
  }

  private newSheetId(): string {
    this.lastId += 1;
    return `{${this.lastId.toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`;
  }

  private newFormatId(): string {
    this.lastId += 1;
    return `{${this.lastId.toString(16).toUpperCase().padStart(8, '0')}-0002-0000-0000-000000000000}`;
  }
}

const idNumber = (id: string): number => {
  const digits = /^\{([0-9A-F]{8})-/.exec(id)?.[1];
  return digits === undefined ? 0 : parseInt(digits, 16);
};

/** `'My sheet'!A1:B2` of a block, for messages and for the API. */
export const addressOn = (sheet: Sheet, area: Block): string => sheetPrefix(sheet.name) + blockAddress(area);
