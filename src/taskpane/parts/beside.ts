/** Sheets of a report beside those of another one. */
import type { Candidate, Host, InsertRequest, WriteResult } from '../../host/host';
import { mayBeOne } from '../../rollup/names';
import { sheetNames, textSheetBeside } from '../../report/sheet/sheet';

/** More reports of one year in one workbook are not looked for. */
const mostNumbers = 99;

/** Whether nothing stands on these sheets. An empty one is as good as none. */
async function areFree(host: Host, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (((await host.readSheet?.(name)) ?? []).length > 0) return false;
  return true;
}

/** The first number under which the sheets of a report are free, with others beside them; 1 where the host numbers none. */
export async function freeNumber(
  host: Host,
  year: number | null,
  beside: (number: number) => readonly string[] = () => [],
): Promise<number> {
  if (host.replaceFigures === undefined) return 1;
  for (let number = 1; number < mostNumbers; number += 1) {
    const { tables, text } = sheetNames(year, number);
    if (await areFree(host, [tables, text, ...beside(number)])) return number;
  }
  return 1;
}

/** A name for the text sheet of a report that has none: that beside its tables, else a numbered one that is free. */
export async function freeTextSheet(host: Host, { sheet, year }: Candidate): Promise<string> {
  const numbers = Array.from({ length: mostNumbers }, (_, index) => sheetNames(year, index + 1).text);
  const paired = textSheetBeside(sheet);
  for (const name of paired === sheet ? numbers : [paired, ...numbers]) if (await areFree(host, [name])) return name;
  return paired;
}

/**
 * Puts a report on sheets of its own. Where those of its name are another unit’s, its own bear a number; where they may be its
 * own, nothing is written and that is said, as ever.
 */
export async function insertBeside(
  host: Host,
  request: InsertRequest,
  there: readonly Candidate[],
): Promise<WriteResult> {
  const result = await host.insert(request);
  if (result.ok || result.reason !== 'sheetExists') return result;
  if (mayBeOne(there.find(({ sheet }) => sheet === result.detail)?.unit ?? null, request.unit)) return result;
  const number = await freeNumber(host, request.year);
  return number === 1 ? result : host.insert({ ...request, number });
}
