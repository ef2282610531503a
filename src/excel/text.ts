/** Writing paragraphs of the text sheet. The sheet is read again right before. */
import { a1, a1Range } from '../report/a1';
import type { TextSectionId } from '../report/edition';
import { textRowLooks } from '../report/sheet/looks';
import { locateText } from '../read/tables/locate';
import { planText } from '../host/textRows';
import type { WriteResult } from '../host/host';
import { applyLook } from './looks';
import { requestSheet, stateOf } from './loop/sheets';
import { inBatch } from './trouble';

/** The paragraphs of a section before and after. */
export interface TextChange {
  readonly sheet: string;
  readonly section: TextSectionId;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Nothing is written where the sheet does not hold `before`. */
export async function writeText({ sheet: id, section, before, after }: TextChange): Promise<WriteResult> {
  return inBatch(async (context) => {
    const pending = requestSheet(context.workbook.worksheets.getItem(id));
    const { sheet } = pending;
    sheet.protection.load('protected');
    await context.sync();
    const { grid } = stateOf(pending);
    const heading = locateText(grid)?.headings[section] ?? null;
    if (heading === null) return { ok: false, reason: 'noReport', detail: '' };
    if (sheet.protection.protected) return { ok: false, reason: 'protected', detail: grid.name };
    const plan = planText(grid, heading, before, after);
    if (plan === null) return { ok: false, reason: 'textChanged', detail: grid.name };
    const { insert } = plan;
    if (insert !== null) {
      const rows = sheet.getRange(`${insert.above + 1}:${insert.above + insert.count}`);
      rows.insert(Excel.InsertShiftDirection.down);
      // A row takes its looks from the one above, which may be the heading.
      applyLook(sheet.getRange(a1Range(insert.above, heading.column, insert.count, 1)), textRowLooks.paragraph);
    }
    for (const [{ row, column }, text] of plan.writes) {
      const cell = sheet.getRange(a1(row, column));
      // As text before it is written, so that a paragraph such as 2/3 or =1+1 stays what it is.
      cell.numberFormat = [['@']];
      cell.values = [[text]];
    }
    await context.sync();
    return { ok: true, sheet: grid.name };
  });
}
