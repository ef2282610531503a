/** What goes out of a collection. Loaded with the view; what writes files is loaded when it is first asked for. */
import { strToU8, zipSync } from 'fflate';
import { letterText, returnLetter } from '../../papers/letter';
import type { Edition } from '../../report/edition';
import type { Language } from '../../report/language';
import { rollUpSheets, rowName } from '../../rollup/sheets';
import type { RollUp } from '../../rollup/sum';
import { plainName } from '../../write/text';
import type { Words } from '../words/words';
import type { Checked } from '../../rollup/checked';

/** Marks that a file may not have in its name on Windows. */
const fileName = (name: string): string => plainName(name).replace(/[\\/:*?"<>|\u0000-\u001f]/gu, '_');

/** The letters of all units whose report has something to correct or verify, as one archive; `null` where there is none. */
export function lettersZip(
  { rows }: RollUp,
  takenBySource: ReadonlyMap<string, Checked>,
  language: Language,
  say: Words['county'],
): Uint8Array<ArrayBuffer> | null {
  const letters: Record<string, Uint8Array> = {};
  for (const row of rows) {
    const taken = takenBySource.get(row.source ?? '');
    if (taken === undefined || !taken.findings.some(({ level }) => level !== 'remark')) continue;
    const { edition, report } = taken.reading;
    const subject = { unit: rowName(row) === '' ? null : rowName(row), year: report.year };
    const text = letterText(returnLetter(taken.findings, edition, subject, language));
    const stem = fileName(say.letterFile(rowName(row) === '' ? (row.source ?? '') : rowName(row)));
    const name = letters[stem] === undefined ? stem : `${Object.keys(letters).length} ${stem}`;
    // With a byte order mark: the notepad of an old Windows takes Chinese for another encoding without.
    letters[name] = strToU8(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
  }
  return Object.keys(letters).length === 0 ? null : zipSync(letters);
}

/** The sum as a workbook: its tables, who counts, the figures of each unit. */
export async function sumWorkbook(sum: RollUp, edition: Edition, language: Language): Promise<Uint8Array> {
  const { reportWorkbook } = await import('../../papers/workbook');
  const { report } = sum;
  return reportWorkbook({
    edition,
    year: report.year,
    unit: report.unit.name,
    report,
    totals: 'typed',
    language,
    more: rollUpSheets(sum, edition, language),
  });
}
