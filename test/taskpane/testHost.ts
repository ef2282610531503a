/**
 * The host of the offline page for the tests of the pane: a real book that is read, checked and written by the product’s own
 * code. What no book of ours ever does (trouble, damaged formats, a refused write) is laid over it.
 */
import { Book } from '../../src/book/book';
import type { HandoverFile, Handover, Host, Snapshot, Trouble, WriteResult } from '../../src/host/host';
import { createOfflineHost, type OfflineHost } from '../../src/offline/host';
import type { CellPosition } from '../../src/report/a1';
import type { FigureId } from '../../src/report/figures';
import type { Language } from '../../src/report/language';
import type { Explanation } from '../../src/report/report';
import type { SheetContent } from '../../src/report/sheet/workbook';

/** What a test may ask of it and do to it beside what the pane can. */
export interface TestHost extends Host {
  readonly files: readonly HandoverFile[];
  readonly selections: readonly (FigureId | CellPosition)[];
  readonly writes: readonly string[];
  readonly explanations: readonly Explanation[];
  readonly contents: readonly SheetContent[];
  /** Types a value into the cell of a figure of the active report; null clears it. */
  type(figure: FigureId, value: number | string | null): void;
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

export function testHost(
  language: Language = 'zh',
  darkTheme = false,
  clock = (): Date => new Date(2026, 0, 8, 9, 41, 7),
): TestHost {
  const book = new Book({ apiWrites: 'joinUndo' });
  const [blank] = book.sheets;
  if (blank === undefined) throw new Error('a book without a sheet');
  const files: HandoverFile[] = [];
  const selections: (FigureId | CellPosition)[] = [];
  const writes: string[] = [];
  const explanations: Explanation[] = [];
  const contents: SheetContent[] = [];
  let listener: ((snapshot: Snapshot) => void) | null = null;
  let stop: (() => void) | null = null;
  let trouble: Trouble | null = null;
  let formats: 'intact' | 'damaged' | 'absent' = 'intact';
  let handover: Handover = 'download';
  let refusal: Extract<WriteResult, { ok: false }> | null = null;

  const create = (): OfflineHost =>
    createOfflineHost(book, {
      language,
      now: clock,
      show: (sheet) => book.activate(sheet.id),
      handOver: async (file: HandoverFile) => {
        if (handover !== 'none') files.push(file);
        return handover;
      },
    });
  let inner = create();
  const overlaid = (taken: Snapshot): Snapshot => ({
    ...taken,
    trouble,
    active: taken.active === null ? null : { ...taken.active, formats },
  });
  const begin = (): void => {
    stop?.();
    stop = listener === null ? null : inner.watch((taken) => listener?.(overlaid(taken)));
  };
  const tell = (): void => listener?.(overlaid(inner.snapshot()));
  const guarded = async (what: string, act: () => Promise<WriteResult>): Promise<WriteResult> => {
    if (refusal !== null) return refusal;
    writes.push(what);
    return act();
  };

  return {
    language,
    darkTheme,
    files,
    selections,
    writes,
    explanations,
    contents,
    snapshot: () => overlaid(inner.snapshot()),
    watch: (next) => {
      listener = next;
      begin();
      return () => {
        listener = null;
        begin();
      };
    },
    check: () => inner.check(),
    choose: (key) => inner.choose(key),
    insert: (request) => guarded('insert', () => inner.insert(request)),
    select: async (target) => {
      selections.push(target);
      await inner.select(target);
    },
    write: (changes, deed) => guarded('write', () => inner.write(changes, deed)),
    writeText: (section, before, after) => guarded('writeText', () => inner.writeText(section, before, after)),
    undo: () => guarded('undo', () => inner.undo()),
    fillZeros: (tables, except) => guarded(`fillZeros ${tables.join(' ')}`, () => inner.fillZeros(tables, except)),
    explain: (explanation) => {
      explanations.push(explanation);
      return guarded('explain', () => inner.explain(explanation));
    },
    describeUnit: (unit) => guarded('describeUnit', () => inner.describeUnit(unit)),
    addSheet: (content) => {
      contents.push(content);
      return guarded('addSheet', () => inner.addSheet(content));
    },
    restoreFormats: () =>
      guarded('restoreFormats', () => {
        formats = 'intact';
        return inner.restoreFormats();
      }),
    useFormulaTotals: () => guarded('useFormulaTotals', () => inner.useFormulaTotals()),
    handOver: (file) => inner.handOver(file),
    type: (figure, value) => {
      const { active } = inner.snapshot();
      const cell = active?.located.cells.get(figure);
      if (cell === undefined || active === null) throw new Error(`no cell for ${figure}`);
      const place = { ...cell, rowCount: 1, columnCount: 1 };
      book.writeContents(active.candidate.sheet, place, () => value ?? '', true);
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
      book.setVisibility(name, hidden ? 'Hidden' : 'Visible');
      tell();
    },
    activate: (name) => {
      book.activate(name ?? blank.id);
      // As after a start: nothing was shown before.
      if (name === null) inner = create();
      begin();
    },
    copySheet: (name) => {
      book.copySheet(name);
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
