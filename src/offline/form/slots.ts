/** The cells of a report that a person fills in, as the keyboard walks over them. */
import { sheetLayout, type SheetCell } from '../../report/sheet/sheet';
import type { Edition } from '../../report/edition';

/** A cell of the layout that takes a content: a figure, or the unit of an amount. */
export type Slot = SheetCell;

export type SlotMove =
  'left' | 'right' | 'up' | 'down' | 'next' | 'previous' | 'first' | 'last' | 'rowStart' | 'rowEnd';

const known = new WeakMap<Edition, readonly Slot[]>();

/** In reading order. */
export function slotsOf(edition: Edition): readonly Slot[] {
  let slots = known.get(edition);
  if (slots === undefined) {
    slots = sheetLayout(edition)
      .cells.filter(({ role }) => role === 'figure' || role === 'unit')
      .sort((a, b) => a.row - b.row || a.column - b.column);
    known.set(edition, slots);
  }
  return slots;
}

/** The slot whose box holds a cell. */
export const slotAt = (slots: readonly Slot[], row: number, column: number): Slot | undefined =>
  slots.find((slot) => slot.row === row && column >= slot.column && column < slot.column + slot.columnSpan);

/** Slots of a row, left to right. */
export const rowOf = (slots: readonly Slot[], row: number): Slot[] => slots.filter((slot) => slot.row === row);

function vertical(slots: readonly Slot[], from: Slot, way: 1 | -1): Slot {
  const rows = [...new Set(slots.map(({ row }) => row))].sort((a, b) => (a - b) * way);
  const row = rows.find((candidate) => (candidate - from.row) * way > 0);
  if (row === undefined) return from;
  const line = rowOf(slots, row);
  return slotAt(slots, row, from.column) ?? line.findLast((slot) => slot.column <= from.column) ?? line[0] ?? from;
}

/** Where a step leads; the slot itself where there is nothing further. */
export function stepFrom(slots: readonly Slot[], from: Slot, step: SlotMove): Slot {
  const at = slots.indexOf(from);
  const line = rowOf(slots, from.row);
  const inLine = line.indexOf(from);
  const steps: Readonly<Record<SlotMove, () => Slot | undefined>> = {
    left: () => line[inLine - 1],
    right: () => line[inLine + 1],
    up: () => vertical(slots, from, -1),
    down: () => vertical(slots, from, 1),
    next: () => slots[at + 1] ?? slots[0],
    previous: () => slots[at - 1] ?? slots.at(-1),
    first: () => slots[0],
    last: () => slots.at(-1),
    rowStart: () => line[0],
    rowEnd: () => line.at(-1),
  };
  return steps[step]() ?? from;
}

/** The slots between two corners, row by row. */
export function slotsBetween(slots: readonly Slot[], one: Slot, other: Slot): Slot[][] {
  const top = Math.min(one.row, other.row);
  const bottom = Math.max(one.row, other.row);
  const left = Math.min(one.column, other.column);
  const right = Math.max(one.column + one.columnSpan, other.column + other.columnSpan);
  const inside = slots.filter(
    (slot) => slot.row >= top && slot.row <= bottom && slot.column < right && slot.column + slot.columnSpan > left,
  );
  return [...new Set(inside.map(({ row }) => row))].map((row) => rowOf(inside, row));
}
