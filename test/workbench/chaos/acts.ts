/** What a person, Gouji and Excel's own troubles do to a workbook, drawn from a seed. Everything is plain data, so that a run can be printed and played again. */
import type { Random } from './random';

export type Area = readonly [row: number, column: number, rowCount: number, columnCount: number];

export type Act =
  // A person
  | { readonly by: 'user'; readonly do: 'type' | 'paste'; readonly at: Area; readonly text: string }
  | {
      readonly by: 'user';
      readonly do:
        'clear' | 'clearFormats' | 'clearAll' | 'merge' | 'unmerge' | 'fillDown' | 'sort' | 'filter' | 'select';
      readonly at: Area;
    }
  | { readonly by: 'user'; readonly do: 'copy'; readonly at: Area; readonly to: Area }
  | {
      readonly by: 'user';
      readonly do: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns';
      readonly index: number;
      readonly count: number;
    }
  | { readonly by: 'user'; readonly do: 'sheet'; readonly what: SheetAct }
  | { readonly by: 'user'; readonly do: 'undo' | 'redo' | 'calculate' }
  // Gouji, asked by a person
  | { readonly by: 'pane'; readonly do: PaneAct; readonly pick: number }
  // Excel
  | { readonly by: 'excel'; readonly fault: ExcelFault; readonly on: boolean };

const sheetActs = [
  ...['add', 'copy', 'delete', 'rename', 'move', 'hide', 'show', 'activate', 'protect', 'unprotect'],
  ...['protectStructure', 'freeStructure', 'manual', 'automatic'],
] as const;
export type SheetAct = (typeof sheetActs)[number];

const paneActs = ['check', 'zeros', 'write', 'formats', 'totals', 'sheet', 'explain', 'insert', 'reload'] as const;
export type PaneAct = (typeof paneActs)[number];

const excelFaults = [
  ...['editMode', 'eventsLost', 'eventsTwice', 'eventsBare', 'eventsLate', 'repliesLate', 'busy', 'general'],
  ...['failsAfterwards', 'neverAnswered', 'undoSilent', 'otherWorkbook', 'readOnly', 'smallPayload'],
  ...['settingsRefused', 'coauthor'],
] as const;
export type ExcelFault = (typeof excelFaults)[number];

const texts = [
  ...['0', '1', '3', '8', '12', '143', '2.5', '-1', '', '', '无', '/', '3件', '１２', '5\n7', '=1+1'],
  ...['=SUM(A1:A3)', '1,200', '本年新收', '其他行政机关'],
] as const;

const blocks = [
  ...['1\t2\t3', '2\t1\t9', '0\t0\t0\t0\t0\t0\t0', '1\n2\n3', '7\t\t8', '\t\t\t', '第一项\t第二项\n3\t4'],
] as const;

/** Sheets of a report are 55 rows and 15 columns; a little more, so that what stands beside is met too. */
const rows = 58;
const columns = 17;

function area(random: Random, largest = 4): Area {
  const row = random.below(rows);
  const column = random.below(columns);
  return [row, column, 1 + random.below(largest), 1 + random.below(largest)];
}

const cell = (random: Random): Area => [random.below(rows), random.below(columns), 1, 1];

function userAct(random: Random): Act {
  const by = 'user';
  const kind = random.below(100);
  if (kind < 38) return { by, do: 'type', at: cell(random), text: random.pick(texts) };
  if (kind < 48) return { by, do: 'paste', at: cell(random), text: random.pick(blocks) };
  if (kind < 54) return { by, do: random.pick(['clear', 'clearFormats', 'clearAll']), at: area(random) };
  if (kind < 58) return { by, do: random.pick(['merge', 'unmerge']), at: area(random) };
  if (kind < 62) return { by, do: random.pick(['fillDown', 'sort', 'filter']), at: area(random, 6) };
  if (kind < 67) return { by, do: 'copy', at: area(random, 8), to: cell(random) };
  if (kind < 75) {
    const what = random.pick(['insertRows', 'deleteRows', 'insertColumns', 'deleteColumns'] as const);
    const along = what.endsWith('Rows') ? rows : columns;
    return { by, do: what, index: random.below(along), count: 1 + random.below(2) };
  }
  if (kind < 84) return { by, do: 'sheet', what: random.pick(sheetActs) };
  if (kind < 94) return { by, do: random.pick(['undo', 'undo', 'redo', 'calculate']) };
  return { by, do: 'select', at: cell(random) };
}

/** One act: mostly a person's, at times the pane's, at times a trouble of Excel's. */
export function drawAct(random: Random): Act {
  const who = random.below(100);
  if (who < 80) return userAct(random);
  if (who < 90) return { by: 'pane', do: random.pick(paneActs), pick: random.below(1_000) };
  return { by: 'excel', fault: random.pick(excelFaults), on: random.chance(0.6) };
}
