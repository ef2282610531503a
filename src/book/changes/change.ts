/** What the book tells those who watch it: enough for a grid to redraw and for the protocol to raise events. */
import type { Block } from '../address';
import type { CellValue } from '../formulas/value';

/** Who did it. `api`: an add-in. `undo`: undo or redo by the user. `load`: the workbook was put in as a whole. */
export type Origin = 'user' | 'api' | 'undo' | 'load';

/** Parts of a sheet beside its cells. */
export type SheetPart =
  'merges' | 'conditionalFormats' | 'validations' | 'sizes' | 'page' | 'protection' | 'frozen' | 'appearance';

export type Change =
  | {
      /** Contents changed. `before` and `after` only where it is one cell. */
      readonly kind: 'cells';
      readonly sheetId: string;
      readonly block: Block;
      readonly before?: CellValue;
      readonly after?: CellValue;
    }
  | { readonly kind: 'format'; readonly sheetId: string; readonly block: Block }
  | {
      readonly kind: 'inserted' | 'deleted';
      readonly sheetId: string;
      readonly block: Block;
      readonly along: 'rows' | 'columns';
    }
  /** Results of formulas changed; one block around all of them. */
  | { readonly kind: 'calculated'; readonly sheetId: string; readonly block: Block }
  | { readonly kind: 'part'; readonly sheetId: string; readonly part: SheetPart }
  | { readonly kind: 'names' }
  | { readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetMoved'; readonly sheetId: string }
  | { readonly kind: 'sheetRenamed'; readonly sheetId: string; readonly before: string; readonly after: string }
  | { readonly kind: 'sheetVisibility'; readonly sheetId: string; readonly before: string; readonly after: string }
  | { readonly kind: 'activated'; readonly sheetId: string; readonly previous: string | null }
  | { readonly kind: 'selected'; readonly sheetId: string; readonly block: Block };

/** One operation: all that it changed, told at once. */
export interface ChangeSet {
  readonly origin: Origin;
  readonly changes: readonly Change[];
}

/** The changes that taking `change` back makes. */
export function inverse(change: Change): Change {
  switch (change.kind) {
    case 'cells': {
      const { before, after, ...rest } = change;
      return { ...rest, ...(after !== undefined && { before: after }), ...(before !== undefined && { after: before }) };
    }
    case 'inserted':
      return { ...change, kind: 'deleted' };
    case 'deleted':
      return { ...change, kind: 'inserted' };
    case 'sheetAdded':
      return { ...change, kind: 'sheetDeleted' };
    case 'sheetDeleted':
      return { ...change, kind: 'sheetAdded' };
    case 'sheetRenamed':
    case 'sheetVisibility':
      return { ...change, before: change.after, after: change.before };
    default:
      return change;
  }
}
