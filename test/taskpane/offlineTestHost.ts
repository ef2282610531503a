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
import type { HandedFile, MemoryHost } from './memoryHost';

export function offlineTestHost(language: Language, clock: () => Date): MemoryHost {
  const book = new Book({ apiWrites: 'joinUndo' });
  const [blank] = book.sheets;
  if (blank === undefined) throw new Error('a book without a sheet');
  const files: HandedFile[] = [];
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

  const host: Omit<MemoryHost, keyof Host> & Host = {
    language,
    darkTheme: false,
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
      book.writeContents(active.candidate.sheet, place, () => value as number | string, true);
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
  return host;
}
