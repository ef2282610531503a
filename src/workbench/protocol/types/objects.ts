/**
 * The Excel objects of one workbook as the protocol sees them. Types live in the files beside; this is what they share:
 * the book, the events, and the ranges that move when rows and columns do.
 */
import { parseAddress, splitAddress, wholeSheet, type Block } from '../../../book/address';
import { addressOn, type Book } from '../../../book/book';
import type { ChangeSet } from '../../../book/changes/change';
import { Refusal } from '../../../book/refusal';
import type { Sheet } from '../../../book/sheet';
import type { Shift } from '../../../book/changes/shift';
import { EventRegistry } from '../events';
import type { Faults } from '../faults';
import { HostError, invalidArgument, itemNotFound } from '../hostError';
import { isHostObject, type Argument, type HostObject, type Json } from '../hostObject';
import type { References } from '../interpreter';
import { RangeTarget } from './rangeTarget';

/** Several ranges of one sheet. */
export interface AreasTarget {
  readonly sheetId: string;
  readonly blocks: readonly Block[];
}

export interface SheetTarget {
  readonly sheetId: string;
}

/** What the workbook keeps beside its cells. */
export interface DocumentState {
  /** `workbook.settings`. */
  readonly settings: Map<string, Json>;
  /** `Office.context.document.settings`: name and value as JSON text. */
  readonly documentSettings: Map<string, string>;
  readonly properties: Map<string, string>;
  name: string;
}

/** What the task pane asked of Office outside the workbook, for tests. */
export type OfficeCall = readonly [name: string, ...details: Json[]];

export abstract class ExcelObjects {
  readonly events = new EventRegistry();
  readonly document: DocumentState = {
    settings: new Map(),
    documentSettings: new Map(),
    properties: new Map(),
    name: 'Book1.xlsx',
  };
  readonly officeCalls: OfficeCall[] = [];
  /** Another workbook has the focus: what would move the user fails. */
  inactive = false;
  private readonly unsubscribe: () => void;
  private live = new Set<RangeTarget>();

  constructor(
    readonly book: Book,
    readonly references: References,
  ) {
    this.unsubscribe = book.subscribe((set) => this.follow(set));
  }

  /** Stops following the book. */
  dispose(): void {
    this.unsubscribe();
  }

  // Objects: how each is made is known to `workbookObjects`

  /** What a test lets go wrong. */
  abstract readonly faults: Faults;

  abstract rangeOf(target: RangeTarget): HostObject;
  abstract areas(sheetId: string, blocks: readonly Block[]): HostObject;
  abstract rangeCollection(target: AreasTarget): HostObject;
  abstract format(range: RangeTarget): HostObject;
  abstract worksheet(sheet: Sheet): HostObject;
  abstract worksheets(): HostObject;
  abstract names(scope: string | null): HostObject;
  abstract conditionalFormats(range: RangeTarget): HostObject;
  abstract validation(range: RangeTarget): HostObject;

  range(sheetId: string, area: Block): HostObject {
    return this.rangeOf(this.rangeTarget(sheetId, area));
  }

  rangeTarget(sheetId: string, area: Block): RangeTarget {
    const target = new RangeTarget(this.book, sheetId, area);
    this.live.add(target);
    return target;
  }

  // Arguments

  /** The range that an argument means: a range object, or an address on `sheet`. */
  rangeArgument(value: Argument | undefined, sheet: Sheet, location: string): { sheet: Sheet; block: Block } {
    if (isHostObject(value)) {
      const { target } = value;
      if (target instanceof RangeTarget) return { sheet: target.sheet, block: target.block };
      throw invalidArgument(location);
    }
    if (typeof value !== 'string') throw invalidArgument(location);
    const { sheet: sheetName, local } = splitAddress(value);
    const on = sheetName === null ? sheet : this.book.findSheet(sheetName);
    if (on === null) throw itemNotFound(location);
    return { sheet: on, block: this.address(local, on, location) };
  }

  /** The block that an address (or a defined name) means on a sheet. */
  address(address: string, sheet: Sheet, location: string): Block {
    if (address === '') return wholeSheet;
    const block = parseAddress(address);
    if (block !== null) return block;
    const name = this.book.workbook.names.find(
      (n) => n.name.toLowerCase() === address.toLowerCase() && (n.scope === null || n.scope === sheet.id),
    );
    const meant = name === undefined ? null : splitAddress(name.formula.slice(1).replaceAll('$', ''));
    const named = meant === null ? null : parseAddress(meant.local);
    if (named === null) throw invalidArgument(location);
    return named;
  }

  addressOf(target: RangeTarget): string {
    return addressOn(target.sheet, target.block);
  }

  sheetOf(target: SheetTarget): Sheet {
    const sheet = this.book.findSheet(target.sheetId);
    if (sheet === null) throw itemNotFound('Worksheet');
    return sheet;
  }

  // What changes

  /** Runs a batch: everything that it writes is one operation of the add-in. */
  batch<T>(work: () => T): T {
    try {
      return this.book.as('api', work);
    } finally {
      const kept = new Set<RangeTarget>();
      for (const object of this.references.values()) {
        if (object.target instanceof RangeTarget) kept.add(object.target);
      }
      this.live = kept;
    }
  }

  /** Carries out a write, unless the workbook is open for reading only. */
  write<T>(location: string, work: () => T): T {
    return this.act(location, () => {
      if (this.faults.readOnly) throw new Refusal('protected', 'the workbook is open for reading only');
      return work();
    });
  }

  /** Does something that changes no content; what the book refuses becomes the error that Excel gives. */
  act<T>(location: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      switch (error.reason) {
        case 'protected':
          throw new HostError('AccessDenied', 'You cannot perform the requested operation.', location, 403);
        case 'notFound':
          throw itemNotFound(location);
        case 'exists':
          throw new HostError(
            'ItemAlreadyExists',
            'A resource with the same name or identifier already exists.',
            location,
            409,
          );
        case 'lastSheet':
          throw new HostError('InvalidOperation', error.message, location);
        case 'invalid':
          throw invalidArgument(location, error.message);
      }
    }
  }

  /** What needs the window of this workbook, such as selecting, fails while another one has the focus. */
  demandFocus(location: string): void {
    if (!this.inactive) return;
    throw new HostError('InactiveWorkbook', 'The operation failed because the workbook is not active.', location);
  }

  /** Moves the ranges that are in use after cells came or went. */
  shifted(shift: Shift): void {
    for (const target of this.live) target.shift(shift);
  }

  private follow(set: ChangeSet): void {
    // Shifts by the add-in itself were followed when they happened, in the middle of the batch.
    if (set.origin === 'api') return;
    for (const change of set.changes) {
      if (change.kind !== 'inserted' && change.kind !== 'deleted') continue;
      const { sheetId, block: area, along } = change;
      this.shifted({ sheetId, area, along, change: change.kind === 'inserted' ? 'insert' : 'delete' });
    }
  }
}
