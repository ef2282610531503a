/** The workbook of a sum, which is written beside the pane: a row for each figure of each unit takes seconds. */
import { findEdition } from '../../report/figures';
import type { Language } from '../../report/language';
import type { RollUp } from '../../rollup/sum';

/** What a worker is told to write. */
export interface SumBookOrder {
  readonly kind: 'sumBook';
  readonly sum: RollUp;
  readonly language: Language;
  /** Sentences that belong to the sum. */
  readonly more: readonly string[];
}

/**
 * Its tables, who counts, the figures of each unit. What writes it is loaded when it is first asked for.
 * @throws UnwritableTextError
 */
export async function writeSumBook({ sum, language, more }: SumBookOrder): Promise<Uint8Array> {
  const [{ workbookOf }, { rollUpSheets }] = await Promise.all([
    import('../../papers/workbook'),
    import('../../rollup/sheets'),
  ]);
  // An order that came to a worker is a copy; the rooms know an edition by its identity.
  const edition = findEdition(sum.report.edition);
  if (edition === undefined) throw new RangeError(`no edition ${sum.report.edition}`);
  return workbookOf(sum.report, { language, more: rollUpSheets(sum, edition, language, more) });
}
