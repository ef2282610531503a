/** Where pasted blocks go on the form. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPaste } from '../../src/offline/form/pasting';
import { rowOf, slotsOf, type Slot } from '../../src/offline/form/slots';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { sheetLayout, type SheetCell } from '../../src/report/sheet/sheet';

/** Rows of one table with as many figures, one below the other, from the first. */
const blocks = [edition2019, edition2021].flatMap((edition) => {
  const { cells, blocks: tables } = sheetLayout(edition);
  const slots = slotsOf(edition);
  return tables.flatMap(({ row, rowCount }) =>
    Array.from({ length: rowCount }, (_, down) => row + down)
      .filter((one) => rowOf(slots, one).length > 0)
      .map((one) => ({ edition, cells, slots, row: one, last: row + rowCount - 1 })),
  );
});
const arbitrary = fc
  .record({ block: fc.constantFrom(...blocks), height: fc.integer({ min: 1, max: 4 }), seed: fc.nat(1000) })
  .map(({ block, height, seed }) => {
    const width = rowOf(block.slots, block.row).length;
    const rows: Slot[][] = [];
    for (let row = block.row; row <= block.last && rows.length < height; row += 1) {
      const own = rowOf(block.slots, row);
      if (own.length !== width) break;
      rows.push(own);
    }
    return { ...block, rows, number: (at: number) => String(seed + at) };
  });

const labelsOf = (cells: readonly SheetCell[], row: number): SheetCell[] =>
  cells.filter((cell) => cell.role === 'label' && cell.row === row).sort((one, other) => one.column - other.column);

test('a block comes to stand in the same cells with the names of its rows or without, by cells or by boxes of several', () => {
  fc.assert(
    fc.property(arbitrary, ({ cells, slots, rows, number }) => {
      const at = rows[0]?.[0] as Slot;
      const wanted = rows.flat().map((slot, index) => ({ slot, text: number(index) }));
      const textOf = (slot: Slot): string => wanted.find((one) => one.slot === slot)?.text ?? '';
      const names = (line: readonly Slot[]): SheetCell[] => labelsOf(cells, line[0]?.row ?? -1);
      const wide = (line: readonly Slot[], from: number): string[] => {
        const row: string[] = [];
        for (const { column, text } of names(line)) if (column >= from) row[column - from] = text;
        for (const slot of line) row[slot.column - from] = textOf(slot);
        const end = Math.max(...line.map(({ column, columnSpan }) => column + columnSpan));
        return Array.from({ length: end - from }, (_, index) => row[index] ?? '');
      };
      const ways = [
        rows.map((line) => line.map(textOf)),
        rows.map((line) => [...names(line).map(({ text }) => text), ...line.map(textOf)]),
        rows.map((line) => wide(line, at.column)),
        rows.map((line) => wide(line, 0)),
      ];
      for (const given of ways) expect(planPaste(given, slots, cells, at)).toEqual({ ok: true, changes: wanted });
    }),
  );
});

test('a name of the form is never put where a figure belongs', () => {
  const { cells } = sheetLayout(edition2021);
  const slots = slotsOf(edition2021);
  const names = cells.filter(({ role }) => role === 'label' || role === 'header').map(({ text }) => text);
  fc.assert(
    fc.property(fc.constantFrom(...slots), fc.constantFrom(...names), (at, name) => {
      const plan = planPaste([['1', name]], slots, cells, at);
      expect(plan.ok ? plan.changes.map(({ text }) => text) : []).not.toContain(name);
    }),
  );
});
