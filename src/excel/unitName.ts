/** Naming the unit of a report in the titles of its sheets: all or none. */
import { a1 } from '../report/a1';
import type { WriteResult } from '../host/host';
import { renamedTitles } from '../host/unitName';
import { requestSheet, stateOf } from './loop/sheets';
import { inBatch } from './trouble';

/**
 * @param ids the sheet of the tables, and that of the text if there is one
 * A title that is worded otherwise is a person's own: then nothing is written.
 */
export async function renameUnit(
  ids: readonly string[],
  year: number | null,
  from: string | null,
  to: string | null,
): Promise<WriteResult> {
  return inBatch(async (context) => {
    const pending = ids.map((id) => requestSheet(context.workbook.worksheets.getItem(id)));
    for (const { sheet } of pending) sheet.protection.load('protected');
    await context.sync();
    const locked = pending.find(({ sheet }) => sheet.protection.protected);
    if (locked !== undefined) return { ok: false, reason: 'protected', detail: locked.sheet.name };
    const titles = pending.map((one) => renamedTitles(stateOf(one).grid, year, from, to));
    if (titles.some((found) => found.length === 0))
      return { ok: false, reason: 'ownTitle', detail: pending[0]?.sheet.name ?? '' };
    pending.forEach(({ sheet }, index) => {
      for (const [{ row, column }, title] of titles[index] ?? []) sheet.getRange(a1(row, column)).values = [[title]];
    });
    await context.sync();
    return { ok: true, sheet: pending[0]?.sheet.name ?? '' };
  });
}
