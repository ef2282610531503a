import type { Block } from '../../../book/address';
import type { Book } from '../../../book/book';
import type { Sheet } from '../../../book/sheet';
import { shiftBlock, type Shift } from '../../../book/changes/shift';
import { HostError, itemNotFound } from '../hostError';

/** A range that a batch speaks of. It moves with its cells while it is in use. */
export class RangeTarget {
  constructor(
    private readonly book: Book,
    readonly sheetId: string,
    private area: Block | null,
  ) {}

  get sheet(): Sheet {
    const sheet = this.book.findSheet(this.sheetId);
    if (sheet === null) throw itemNotFound('Range');
    return sheet;
  }

  get block(): Block {
    if (this.area === null) {
      throw new HostError('InvalidReference', 'This reference is not valid for the current operation.', 'Range');
    }
    return this.area;
  }

  shift(shift: Shift): void {
    if (this.area !== null && shift.sheetId === this.sheetId) this.area = shiftBlock(this.area, shift);
  }
}
