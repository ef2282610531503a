/**
 * Events of the Excel API: which are registered, and which of them a change of the book raises. Recalculated results raise
 * no `onChanged`, and an edit of several cells has no `details`: that is how Excel is.
 */
import { blockAddress, type Block } from '../../book/address';
import type { Book } from '../../book/book';
import type { Change, ChangeSet } from '../../book/changes/change';
import { CellError, type CellValue } from '../../book/formulas/value';
import type { Json } from './hostObject';

/** Numbers by which the client library knows the kinds of events. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowHiddenChanged: 22,
  formulaChanged: 23,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  workbookActivated: 2203,
} as const;

export type EventType = (typeof eventTypes)[keyof typeof eventTypes];

/** Target of events that concern the whole workbook. */
export const workbookTarget = 'Workbook';

export interface ApiEvent {
  readonly type: EventType;
  /** Id of a worksheet, or `Workbook`. */
  readonly target: string;
  readonly args: Json;
}

const valueType = (value: CellValue): string => {
  if (value === null) return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return value instanceof CellError ? 'Error' : 'String';
};

const plain = (value: CellValue): Json => (value instanceof CellError ? value.code : (value ?? ''));

export class EventRegistry {
  private readonly registered = new Set<string>();

  register(type: EventType, target: string): void {
    this.registered.add(`${type} ${target}`);
  }

  unregister(type: EventType, target: string): void {
    this.registered.delete(`${type} ${target}`);
  }

  has(type: EventType, target: string): boolean {
    return this.registered.has(`${type} ${target}`);
  }

  clear(): void {
    this.registered.clear();
  }

  /** For tests: `10 Workbook` and the like. */
  list(): readonly string[] {
    return [...this.registered].sort();
  }

  /** The event at the sheet and at the workbook, as far as somebody asked for it. */
  private both(type: EventType, sheetId: string, args: Json): ApiEvent[] {
    return [sheetId, workbookTarget]
      .filter((target) => this.has(type, target))
      .map((target) => ({ type, target, args }));
  }

  /** The events that an operation raises, in order. `keepRange` gives the reference by which the client finds a range. */
  raisedBy(set: ChangeSet, book: Book, keepRange: (sheetId: string, block: Block) => string): ApiEvent[] {
    const trigger = set.origin === 'api' ? 'ThisLocalAddin' : 'Unknown';
    const changed = (
      sheetId: string,
      area: Block,
      changeType: string,
      shiftDirection: string,
      details: object,
    ): ApiEvent[] => {
      if (!this.has(eventTypes.changed, sheetId) && !this.has(eventTypes.changed, workbookTarget)) return [];
      const args = {
        changeType,
        source: 'Local',
        address: blockAddress(area),
        worksheetId: sheetId,
        shiftDirection,
        triggerSource: trigger,
        referenceId: keepRange(sheetId, area),
        ...details,
      };
      return this.both(eventTypes.changed, sheetId, args);
    };
    return set.changes.flatMap((change) => this.raisedByChange(change, book, changed));
  }

  private raisedByChange(
    change: Change,
    book: Book,
    changed: (sheetId: string, area: Block, changeType: string, shiftDirection: string, details: object) => ApiEvent[],
  ): ApiEvent[] {
    switch (change.kind) {
      case 'cells': {
        const { before, after } = change;
        const details =
          before !== undefined && after !== undefined
            ? {
                valueBefore: plain(before),
                valueAfter: plain(after),
                valueTypeBefore: valueType(before),
                valueTypeAfter: valueType(after),
              }
            : {};
        return changed(change.sheetId, change.block, 'RangeEdited', 'None', details);
      }
      case 'inserted':
      case 'deleted': {
        const { block: area, along, kind } = change;
        const whole = along === 'rows' ? area.columnCount >= 16384 : area.rowCount >= 1048576;
        const what = whole ? (along === 'rows' ? 'Row' : 'Column') : 'Cell';
        const direction =
          kind === 'inserted' ? (along === 'rows' ? 'Down' : 'Right') : along === 'rows' ? 'Up' : 'Left';
        const shiftDirection = `ShiftCell${direction}`;
        return changed(
          change.sheetId,
          area,
          `${what}${kind === 'inserted' ? 'Inserted' : 'Deleted'}`,
          shiftDirection,
          {},
        );
      }
      case 'calculated':
        return this.both(eventTypes.calculated, change.sheetId, {
          address: blockAddress(change.block),
          worksheetId: change.sheetId,
        });
      case 'format':
        return this.both(eventTypes.formatChanged, change.sheetId, {
          address: blockAddress(change.block),
          source: 'Local',
          worksheetId: change.sheetId,
        });
      case 'part': {
        if (change.part !== 'protection') return [];
        const isProtected = book.findSheet(change.sheetId)?.protected ?? false;
        return this.both(eventTypes.protectionChanged, change.sheetId, {
          isProtected,
          source: 'Local',
          worksheetId: change.sheetId,
        });
      }
      case 'sheetAdded':
        return this.both(eventTypes.added, change.sheetId, { source: 'Local', worksheetId: change.sheetId });
      case 'sheetDeleted':
        return this.both(eventTypes.deleted, change.sheetId, { source: 'Local', worksheetId: change.sheetId });
      case 'sheetMoved':
        return this.both(eventTypes.moved, change.sheetId, { source: 'Local', worksheetId: change.sheetId });
      case 'sheetRenamed':
        return this.both(eventTypes.nameChanged, change.sheetId, {
          nameBefore: change.before,
          nameAfter: change.after,
          source: 'Local',
          worksheetId: change.sheetId,
        });
      case 'sheetVisibility':
        return this.both(eventTypes.visibilityChanged, change.sheetId, {
          visibilityBefore: change.before,
          visibilityAfter: change.after,
          source: 'Local',
          worksheetId: change.sheetId,
        });
      case 'activated': {
        const left =
          change.previous === null
            ? []
            : this.both(eventTypes.deactivated, change.previous, { worksheetId: change.previous });
        return [...left, ...this.both(eventTypes.activated, change.sheetId, { worksheetId: change.sheetId })];
      }
      case 'selected':
        return this.both(eventTypes.selectionChanged, change.sheetId, {
          address: blockAddress(change.block),
          worksheetId: change.sheetId,
        });
      case 'names':
        return [];
    }
  }
}
