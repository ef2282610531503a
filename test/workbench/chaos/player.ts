/**
 * Plays acts on the workbook of the bare workbench and says what came of it. Runs in the page, beside the add-in's frame,
 * which is of the same origin: what the pane knows can be looked at directly.
 */
import type { Block } from '../../../src/book/address';
import type { Book } from '../../../src/book/book';
import { Refusal } from '../../../src/book/refusal';
import { shiftBlock, type Shift } from '../../../src/book/changes/shift';
import { isFormula, type Content } from '../../../src/book/formulas/value';
import type { Sheet, Workbook } from '../../../src/book/sheet';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { editions } from '../../../src/report/editions';
import { paintColours } from '../../../src/report/sheet/workbook';
import { locateReports } from '../../../src/read/tables/locate';
import { paintRules } from '../../../src/rules/sums/formula';
import { figurePlaces } from '../../../src/host/boxes';
import type { ActiveReport, Snapshot, WriteResult } from '../../../src/host/host';
import { takeSnapshot, type SheetState } from '../../../src/host/snapshot';
import '../../../src/workbench/host/bare';
import type { AddInHost } from '../../../src/workbench/host/mountAddIn';
import { sampleReport } from '../../write/samples';
import type { Act, Area, ExcelFault, PaneAct, SheetAct } from './acts';
import type { AddInSide } from './addinHost';
import { drawAct } from './acts';
import { randomFrom } from './random';

/** The part of a sheet that Gouji reads; more is said to be beyond it. */
const window400 = { rows: 400, columns: 52 };

const block = ([row, column, rowCount, columnCount]: Area) => ({ row, column, rowCount, columnCount });
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const maxTries = 600;
/** A first answer that never comes is given up after 20 seconds, and asked for again. */
const longestStart = 60_000;

interface Taken {
  readonly sheet: string;
  readonly cell: Block;
  readonly content: Content;
  /** What Gouji put there. */
  readonly left: Content;
  readonly said: string;
}

export interface Outcome {
  readonly acts: number;
  /** Acts that the workbook or Excel refused. */
  readonly refused: number;
  /** Times that what the pane knows was compared with the sheets. */
  readonly settled: number;
  /** The comparisons in which there was a report to compare. */
  readonly withReport: number;
  /** What is not as it must be; the acts up to there. */
  readonly violations: readonly string[];
}

export class Player {
  private readonly book: Book;
  private refused = 0;
  private settled = 0;
  private withReport = 0;
  private readonly violations: string[] = [];
  private readonly running = new Set<Promise<unknown>>();
  /** What stood in the cells that Gouji was asked to change, as the person who asked had seen it. */
  private readonly planned = new Set<string>();
  /** What Gouji has put where, by sheet, row and column; it goes where its cell goes. */
  private written = new Map<string, string>();
  private readonly added = new Set<string>();
  /**
   * Contents of a person that a write of Gouji's took away: a batch cannot ask before it writes, so that one that comes too
   * late puts back what it found. Until everything has settled they must be back, wherever their cells have gone.
   */
  private taken: Taken[] = [];
  private last: Workbook;

  constructor(private readonly host: AddInHost) {
    this.book = host.book;
    this.last = this.book.workbook;
    this.book.subscribe(({ origin, changes }) => {
      for (const change of changes) {
        if (change.kind !== 'inserted' && change.kind !== 'deleted') continue;
        const { sheetId, block: area, along } = change;
        this.move({ sheetId, area, along, change: change.kind === 'inserted' ? 'insert' : 'delete' });
      }
      if (origin === 'api') this.watchGouji(this.last, this.book.workbook);
      this.dropTaken(origin === 'api');
      this.last = this.book.workbook;
    });
  }

  /** Plays one seed in bursts; after each burst everything is put right and compared. */
  async play(seed: number, length: number, burst: number): Promise<Outcome> {
    const random = randomFrom(seed);
    const acts: Act[] = Array.from({ length }, () => drawAct(random));
    return this.playActs(acts, seed, burst);
  }

  async playActs(acts: readonly Act[], seed: number, burst: number): Promise<Outcome> {
    await this.begin(seed);
    let done = 0;
    for (const act of acts) {
      await this.act(act, done);
      done += 1;
      if (done % burst === 0 || done === acts.length) {
        await this.settle();
        this.violations.push(...(await this.compare()));
        if (this.violations.length > 0) break;
      }
    }
    const { refused, settled, withReport, violations } = this;
    return { acts: done, refused, settled, withReport, violations: [...violations] };
  }

  /** A workbook with one report and an empty sheet, and a pane that has read it. */
  async begin(seed: number): Promise<void> {
    Object.assign(this, { refused: 0, settled: 0, withReport: 0 });
    this.violations.length = 0;
    this.planned.clear();
    this.written = new Map();
    this.added.clear();
    this.taken = [];
    this.host.faults.clear();
    this.book.structureProtected = false;
    this.book.setCalculationMode('Automatic');
    const extra = this.book.addSheet();
    for (const sheet of this.book.sheets) if (sheet.id !== extra.id) this.book.deleteSheet(sheet);
    await this.reload();
    const edition = editions[seed % editions.length];
    if (edition === undefined) throw new Error('no edition');
    const report = seed % 3 === 0 ? null : sampleReport(edition.id);
    const inserted = await this.pane().host.insert({
      edition,
      year: report?.year ?? 2025,
      unit: report?.unit.name ?? '云溪县林业局',
      totals: seed % 2 === 0 ? 'formulas' : 'typed',
      report,
    });
    if (!inserted.ok) throw new Error(`the report was not inserted: ${inserted.reason} ${inserted.detail}`);
  }

  pane(): AddInSide {
    const side = this.host.frame.contentWindow?.addIn;
    if (side === undefined) throw new Error('the add-in is not there');
    return side;
  }

  /**
   * A pane that is closed between a write that came too late and Excel's answer to it is not there to put anything back
   * (docs/host-faults.md). What it was asked for never comes to an end either.
   */
  async reload(): Promise<void> {
    if (this.running.size > 0) this.taken = [];
    this.running.clear();
    this.host.reload();
    const start = performance.now();
    while (performance.now() - start < longestStart) {
      const side = this.host.frame.contentWindow?.addIn;
      if (side?.snapshot != null) return;
      await pause(10);
    }
    throw new Error('the add-in did not come up');
  }

  // Acts

  private async act(act: Act, number: number): Promise<void> {
    try {
      if (act.by === 'excel') this.fault(act.fault, act.on, number);
      else if (act.by === 'pane') await this.ask(act.do, act.pick);
      else this.user(act);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused += 1;
    }
    // Some acts come one right after the other, some leave the pane time to notice.
    if (number % 3 === 0) await pause(number % 4);
  }

  private user(act: Extract<Act, { by: 'user' }>): void {
    const { book } = this;
    const sheet = book.activeSheet;
    switch (act.do) {
      case 'type':
        book.type(sheet, block(act.at), act.text);
        return;
      case 'paste':
        book.pasteText(sheet, block(act.at), act.text);
        return;
      case 'clear':
        book.clear(sheet, block(act.at));
        return;
      case 'clearFormats':
        book.clear(sheet, block(act.at), 'formats');
        return;
      case 'clearAll':
        book.clear(sheet, block(act.at), 'all');
        return;
      case 'merge':
        book.merge(sheet, block(act.at));
        return;
      case 'unmerge':
        book.unmerge(sheet, block(act.at));
        return;
      case 'fillDown':
        book.fillDown(sheet, block(act.at));
        return;
      case 'sort':
        this.sort(sheet, act.at);
        return;
      case 'filter':
        book.lines(sheet, 'rows', act.at[0], act.at[2], { hidden: act.at[3] > 2 });
        return;
      case 'select':
        book.select(sheet, block(act.at));
        return;
      case 'copy':
        book.paste(sheet, block(act.at), sheet, block(act.to));
        return;
      case 'insertRows':
      case 'deleteRows':
      case 'insertColumns':
      case 'deleteColumns':
        book[act.do](sheet, act.index, act.count);
        return;
      case 'undo':
      case 'redo':
      case 'calculate':
        book[act.do]();
        return;
      case 'sheet':
        this.sheetAct(act.what, sheet);
    }
  }

  /** Rows of a block in the order of their first cell, as the contents they show. */
  private sort(sheet: Sheet, at: Area): void {
    const values = this.book.values(sheet, block(at));
    values.sort(([a = ''], [b = '']) => String(a).localeCompare(String(b)));
    this.book.writeContents(sheet, block(at), (row, column) => values[row - at[0]]?.[column - at[1]] ?? '', true);
  }

  private sheetAct(what: SheetAct, sheet: Sheet): void {
    const { book } = this;
    const others = book.sheets.filter((other) => other.id !== sheet.id);
    const other = others[0];
    switch (what) {
      case 'add':
        if (book.sheets.length < 8) book.addSheet();
        return;
      case 'copy':
        if (book.sheets.length < 8) book.copySheet(sheet);
        return;
      case 'delete':
        // The report is what is tried: it goes only when a copy of it is there.
        if (others.some((one) => one.cells.size > 20)) book.deleteSheet(sheet);
        return;
      case 'rename':
        book.renameSheet(sheet, `表 ${book.sheets.length}-${sheet.id.slice(5, 9)}`);
        return;
      case 'move':
        book.moveSheet(sheet, 0);
        return;
      case 'hide':
        if (other !== undefined) book.setVisibility(other, 'Hidden');
        return;
      case 'show':
        for (const hidden of others.filter((one) => one.visibility !== 'Visible'))
          book.setVisibility(hidden, 'Visible');
        return;
      case 'activate':
        if (other?.visibility === 'Visible') book.activate(other);
        return;
      case 'protect':
        book.protect(sheet);
        return;
      case 'unprotect':
        for (const one of book.sheets) if (one.protected) book.unprotect(one);
        return;
      case 'protectStructure':
      case 'freeStructure':
        book.structureProtected = what === 'protectStructure';
        return;
      case 'manual':
      case 'automatic':
        book.setCalculationMode(what === 'manual' ? 'Manual' : 'Automatic');
    }
  }

  private async ask(what: PaneAct, pick: number): Promise<void> {
    if (what === 'reload') return this.reload();
    const { host, snapshot } = this.pane();
    const tables = ['disclosure', 'applications', 'review'] as const;
    const asked = (() => {
      switch (what) {
        case 'check':
          return host.check();
        case 'zeros':
          return host.fillZeros([tables[pick % 3] ?? 'review']);
        case 'write':
          return this.write(snapshot, pick);
        case 'formats':
          return host.restoreFormats();
        case 'totals':
          return host.useFormulaTotals();
        case 'sheet':
          return host.addSheet({
            name: '校验清单',
            widths: [20, 40],
            headerRows: 1,
            rows: [
              ['序号', '说明'],
              [pick, '一'],
            ],
            paint: [],
          });
        case 'explain':
          return host.explain({ rule: 'T2-SUM', figures: [], text: `说明${pick}` } as never);
        case 'insert': {
          const edition = editions[pick % editions.length];
          if (edition === undefined || this.book.sheets.length > 6) return Promise.resolve();
          return host.insert({
            edition,
            year: 2026 + (pick % 2),
            unit: '云溪县林业局',
            totals: 'formulas',
            report: null,
          });
        }
      }
    })();
    this.run(what, asked);
  }

  private write(snapshot: Snapshot | null, pick: number): Promise<WriteResult | void> {
    const active = snapshot?.active;
    if (active == null) return Promise.resolve();
    const ids = [...active.located.cells.keys()];
    const id: FigureId | undefined = ids[pick % ids.length];
    if (id === undefined) return Promise.resolve();
    const entry = active.located.entries.get(id);
    const seen = entry?.kind === 'number' ? entry.value : entry?.kind === 'text' ? entry.text : null;
    for (const content of [
      seen,
      ...(active.located.boxes.get(id)?.held ?? []).flatMap(({ text, number }) => [text, number]),
    ])
      this.planned.add(JSON.stringify(content));
    // Of a formula the state tells that it is one and what it comes to: that is what the person has seen of it.
    if (active.located.formulas.has(id)) this.planned.add(JSON.stringify(this.contentOf(active, id)));
    return this.pane().host.write(new Map([[id, pick]]), 'repair');
  }

  private contentOf({ candidate, located }: ActiveReport, id: FigureId): Content {
    const sheet = this.book.findSheet(candidate.key.slice(0, candidate.key.lastIndexOf('#')));
    const cell = located.cells.get(id);
    const held = cell === undefined ? undefined : sheet?.cells.get(cell.row)?.get(cell.column)?.content;
    return held !== undefined && isFormula(held) ? held : null;
  }

  private run(what: string, asked: Promise<unknown>): void {
    const watched = asked
      .then((answer) => {
        // The person knows which cells, and what they held.
        if (isNotPutBack(answer)) this.taken = [];
      })
      .catch((error: unknown) => this.violations.push(`${what} was rejected: ${String(error)}`))
      .finally(() => this.running.delete(watched));
    this.running.add(watched);
  }

  private fault(fault: ExcelFault, on: boolean, number: number): void {
    const { faults } = this.host;
    const random = randomFrom(number);
    switch (fault) {
      case 'editMode':
        return this.host.setEditMode(on);
      case 'otherWorkbook':
        return this.host.setActive(!on);
      case 'eventsLost':
        faults.dropEvent = on ? () => random.chance(0.5) : () => false;
        return;
      case 'eventsTwice':
        faults.doubleEvent = on ? () => random.chance(0.5) : () => false;
        return;
      case 'eventsBare':
        faults.bareEvents = on;
        return;
      case 'eventsLate':
        faults.eventDelay = on ? 30 : 0;
        return;
      case 'repliesLate':
        faults.replyDelay = on ? 12 : 0;
        return;
      case 'busy':
        return faults.failNext(5102);
      case 'general':
        return faults.failNext(5001);
      case 'failsAfterwards':
        return faults.failNextAfterwards(5001);
      case 'neverAnswered':
        return on && number % 5 === 0 ? faults.loseNextReply() : undefined;
      case 'undoSilent':
        faults.undoRaisesEvents = !on;
        return;
      case 'readOnly':
        faults.readOnly = on;
        return;
      case 'smallPayload':
        faults.payloadLimit = on ? 12_000 : 5 * 1024 * 1024;
        return;
      case 'settingsRefused':
        faults.settingsRefused = on;
        return;
      case 'coauthor':
        return faults.beforeNext(() => {
          const sheet = this.book.activeSheet;
          if (!sheet.protected)
            this.book.pasteText(sheet, block([random.below(58), random.below(15), 1, 1]), String(number));
        });
    }
  }

  // What must hold

  /** Troubles end, what the pane was asked for comes to its end, and the pane has had time to look. */
  private async settle(): Promise<void> {
    this.host.setEditMode(false);
    this.host.faults.clear();
    this.host.setActive(true);
    // An answer that never came keeps what waits for it waiting: Excel was restarted, so to speak.
    const patience = pause(1_500).then(() => 'late' as const);
    const ended = await Promise.race([Promise.all(this.running).then(() => 'ended' as const), patience]);
    if (ended === 'late') await this.reload();
    this.settled += 1;
    this.planned.clear();
  }

  /** What the pane knows against a fresh look at the sheets; what is painted against the rules. */
  private async compare(): Promise<string[]> {
    for (const fault of this.pane().faults) this.violations.push(`${fault}; requests that failed: ${this.failed()}`);
    for (const { said } of this.taken) this.violations.push(said);
    let difference = 'nothing was compared';
    for (let tries = 0; tries < maxTries && difference !== ''; tries += 1) {
      difference = this.stale();
      if (difference !== '') await pause(5);
    }
    if (difference !== '') return [`the pane is stale: ${difference}`];
    await this.pane().host.check();
    const { snapshot } = this.pane();
    const again = this.stale();
    if (again !== '') return [`the pane is stale after a check: ${again}`];
    return snapshot?.active == null ? [] : this.painted();
  }

  private failed(): string {
    const failed = this.host.requests.filter(({ error, result }) => error !== 0 || result?.Error !== undefined);
    return failed
      .map(({ purpose, error, result, batch }) => {
        const steps = batch.Actions.flatMap(({ Name: name }) => (name === undefined ? [] : [name]));
        return `${purpose} ${error} ${result?.Error?.Code ?? ''} ${steps.slice(0, 12).join(' ')}`;
      })
      .join(' | ');
  }

  /** The states of the sheets, read from the book itself. */
  private sheets(): SheetState[] {
    return this.book.sheets.map((sheet) => {
      let [bottom, right] = [0, 0];
      for (const [row, line] of sheet.cells) {
        for (const [column, cell] of line) {
          if (cell.content === null) continue;
          bottom = Math.max(bottom, row + 1);
          right = Math.max(right, column + 1);
        }
      }
      const size = { rowCount: Math.min(bottom, window400.rows), columnCount: Math.min(right, window400.columns) };
      const area = { row: 0, column: 0, rowCount: size.rowCount, columnCount: size.columnCount };
      const empty = size.rowCount === 0 || size.columnCount === 0;
      return {
        id: sheet.id,
        hidden: sheet.visibility !== 'Visible',
        partlyRead: bottom > window400.rows || right > window400.columns,
        grid: {
          name: sheet.name,
          row: 0,
          column: 0,
          values: empty ? [] : this.book.values(sheet, area),
          formulas: empty ? [] : this.book.formulas(sheet, area),
        },
      };
    });
  }

  /** What of the pane's state is not what the sheets say now; empty = nothing. */
  stale(): string {
    const { snapshot } = this.pane();
    if (snapshot === null) return 'it has read nothing';
    if (snapshot.trouble !== null) return `it says ${snapshot.trouble}`;
    const { row, column } = this.book.selection();
    const fresh = takeSnapshot(
      this.sheets(),
      {
        activeSheet: this.book.activeSheet.id,
        selection: { row, column },
        lastKey: snapshot.active?.candidate.key ?? null,
      },
      {
        checkedAt: snapshot.checkedAt,
        trouble: null,
        formats: 'unknown',
        manualCalculation: this.book.calculationMode === 'Manual',
        undo: null,
      },
    );
    return firstDifference(essence(snapshot), essence(fresh));
  }

  private async painted(): Promise<string[]> {
    const sheetOf = (): Sheet | null => {
      const key = this.pane().snapshot?.active?.candidate.key ?? '';
      return this.book.findSheet(key.slice(0, key.lastIndexOf('#')));
    };
    const sheet = sheetOf();
    if (sheet === null || sheet.protected || sheet.id !== this.book.activeSheet.id) return [];
    this.withReport += 1;
    if (this.pane().snapshot?.active?.formats !== 'intact') {
      const restored = await this.pane().host.restoreFormats();
      if (!restored.ok) return [`the formats were not put back: ${restored.reason} ${restored.detail}`];
    }
    if (this.pane().snapshot?.active?.formats !== 'intact') return ['the formats that were put back are not intact'];
    const { values, formulas, name } = this.sheets().find(({ id }) => id === sheet.id)?.grid ?? {
      values: [],
      formulas: [],
      name: '',
    };
    const now = this.book.sheet(sheet.id);
    const differences: string[] = [];
    const reports = locateReports({ name, row: 0, column: 0, values, formulas });
    // Of all reports on the sheet: where one was copied over another, a box of one may hold a cell of the other.
    const wanted = reports.flatMap((located) => paintRules(located.edition, figurePlaces(located)));
    for (const located of reports) {
      for (const { id } of figuresOf(located.edition)) {
        const cell = located.cells.get(id);
        if (cell === undefined) continue;
        const rule = wanted.find(({ range, formula }) => {
          const [down, across] = [cell.row - range.row, cell.column - range.column];
          if (down < 0 || across < 0 || down >= range.rowCount || across >= range.columnCount) return false;
          const holds = this.book.calculation.evaluateOn(now, formula, down, across);
          return holds === true || (typeof holds === 'number' && holds !== 0);
        });
        const expected = rule === undefined ? null : paintColours[rule.style].fill;
        const [format] = this.book.painted(now, cell.row, cell.column);
        const found = format?.fill ?? null;
        if (expected !== found)
          differences.push(
            `${id} (${cell.row},${cell.column}) is painted ${found} where the rules say ${expected}: ${JSON.stringify(format)}, ` +
              JSON.stringify(this.book.values(now, { ...cell, rowCount: 1, columnCount: 9 })),
          );
      }
    }
    return differences.slice(0, 3);
  }

  /** Gouji changes no content that a person put there, except where a person asked for just that change. */
  private watchGouji(before: Workbook, after: Workbook): void {
    const own = ['校验说明', '校验清单'];
    for (const sheet of before.sheets) {
      const now = after.sheets.find(({ id }) => id === sheet.id);
      if (now === undefined && sheet.cells.size > 0 && !this.added.has(sheet.id))
        this.violations.push(`Gouji took away the sheet ${sheet.name}`);
      if (now === undefined || now.cells === sheet.cells || own.includes(sheet.name)) continue;
      for (const [row, line] of sheet.cells) {
        if (now.cells.get(row) === line) continue;
        for (const [column, { content }] of line) {
          const left = now.cells.get(row)?.get(column)?.content ?? null;
          const place = `${sheet.id} ${row} ${column}`;
          if (content === null || left === content || this.mayChange(now, [row, column], content)) continue;
          const [from, to] = [JSON.stringify(content), JSON.stringify(left)];
          this.taken.push({
            sheet: sheet.id,
            cell: { row, column, rowCount: 1, columnCount: 1 },
            content,
            left,
            said: `Gouji changed ${sheet.name} ${row},${column} (${place}) from ${from} to ${to}`,
          });
        }
      }
    }
    for (const sheet of after.sheets) if (!before.sheets.some(({ id }) => id === sheet.id)) this.added.add(sheet.id);
    this.remember(before, after);
  }

  private held({ sheet, cell: { row, column } }: Taken): Content {
    return this.book.findSheet(sheet)?.cells.get(row)?.get(column)?.content ?? null;
  }

  private move(shift: Shift): void {
    this.written = new Map(
      [...this.written].flatMap(([place, content]): [string, string][] => {
        const [sheet = '', row, column] = place.split(' ');
        if (sheet !== shift.sheetId) return [[place, content]];
        const cell = shiftBlock({ row: Number(row), column: Number(column), rowCount: 1, columnCount: 1 }, shift);
        return cell === null ? [] : [[`${sheet} ${cell.row} ${cell.column}`, content]];
      }),
    );
    this.taken = this.taken.flatMap((one) => {
      const cell = one.sheet === shift.sheetId ? shiftBlock(one.cell, shift) : one.cell;
      return cell === null ? [] : [{ ...one, cell }];
    });
  }

  /** What is back is not taken away any more; nor is what a person has since put something else in place of, or deleted. */
  private dropTaken(byGouji: boolean): void {
    this.taken = this.taken.filter((one) => {
      if (this.book.findSheet(one.sheet) === null) return false;
      const now = JSON.stringify(this.held(one));
      return now !== JSON.stringify(one.content) && (byGouji || now === JSON.stringify(one.left));
    });
  }

  /** What Gouji has put where. */
  private remember(before: Workbook, after: Workbook): void {
    for (const sheet of after.sheets) {
      const was = before.sheets.find(({ id }) => id === sheet.id);
      for (const [row, line] of sheet.cells) {
        if (was?.cells.get(row) === line) continue;
        for (const [column, { content }] of line)
          if (was?.cells.get(row)?.get(column)?.content !== content)
            this.written.set(`${sheet.id} ${row} ${column}`, JSON.stringify(content));
      }
    }
  }

  /**
   * A person asked for the change and had seen what stood there; or Gouji itself had put it there; or a total became the
   * formula that gives the same number.
   */
  private mayChange(now: Sheet, [row, column]: readonly [number, number], content: Content): boolean {
    if (this.planned.has(JSON.stringify(content))) return true;
    if (this.written.get(`${now.id} ${row} ${column}`) === JSON.stringify(content)) return true;
    const left = now.cells.get(row)?.get(column)?.content ?? null;
    return isFormula(left) && this.book.value(now, row, column) === content;
  }
}

const isNotPutBack = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'reason' in answer && answer.reason === 'notPutBack';

/** What of a snapshot a person sees. */
function essence({ candidates, active, undecided, manualCalculation }: Snapshot): Record<string, unknown> {
  return {
    candidates,
    undecided,
    manualCalculation,
    key: active?.candidate.key ?? null,
    report: active?.report ?? null,
    findings: active?.findings ?? null,
    totals: active?.totals ?? null,
    textSheet: active?.textSheet ?? null,
    previous: active?.previous ?? null,
    partlyRead: active?.partlyRead ?? null,
  };
}

function firstDifference(one: Record<string, unknown>, other: Record<string, unknown>): string {
  for (const key of Object.keys(one)) {
    const [a, b] = [JSON.stringify(one[key]), JSON.stringify(other[key])];
    if (a === b) continue;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    return `${key}: …${a.slice(Math.max(0, at - 60), at + 120)} where the sheets say …${b.slice(Math.max(0, at - 60), at + 120)}`;
  }
  return '';
}

declare global {
  interface Window {
    player?: Player;
  }
}

window.player = new Player(window.workbench.host);
