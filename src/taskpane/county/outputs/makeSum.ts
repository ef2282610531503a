/** The sum on sheets of the workbook: whole or not at all, and never over what a person wrote. */
import type { Host, WriteResult } from '../../../host/host';
import type { Edition } from '../../../report/edition';
import type { Report } from '../../../report/report';
import { numberedName, reportTitle, sheetNames } from '../../../report/sheet/sheet';
import { exceedsExcel } from '../../../report/sheet/limits';
import { isOthers, type SheetContent } from '../../../report/sheet/workbook';
import { holdsOnlyRows, sumOn } from '../../../rollup/again';
import { freeNumber } from '../../parts/beside';

export interface SumRequest {
  readonly edition: Edition;
  readonly report: Report;
  /** The sheets 汇总情况 and 数据来源: they go with this one sum. */
  readonly beside: () => readonly SheetContent[];
  /** What is kept of the collection, one sheet of each for the whole workbook. */
  readonly kept: () => Promise<readonly SheetContent[]>;
  readonly write: (sheets: readonly SheetContent[]) => Promise<WriteResult>;
}

/** A sum that is there already. */
export interface MadeBefore {
  /** The sheet with its tables. */
  readonly sheet: string;
  /** Its sheets bear this number; 1: none. */
  readonly number: number;
  readonly figures: Report['figures'];
}

export interface SumWriter {
  /** The last sum of this unit and year that the workbook holds with its sources; `null` where there is none. */
  readonly madeBefore: () => Promise<MadeBefore | null>;
  /** On new sheets, numbered where sheets of the plain names are there. */
  readonly makeNew: () => Promise<WriteResult>;
  /** In the place of one that nobody has changed. */
  readonly update: (before: MadeBefore) => Promise<WriteResult>;
}

/** The title stands in one of the first rows. */
const titleRows = 6;

const readRows = async (host: Host, name: string): Promise<readonly (readonly unknown[])[] | null> =>
  (await host.readSheet?.(name)) ?? null;

/** What stops one of the sheets is known before the first is written; `null`: nothing. */
export async function inTheWay(host: Host, sheets: readonly SheetContent[]): Promise<WriteResult | null> {
  const large = sheets.find(exceedsExcel);
  if (large !== undefined) return { ok: false, reason: 'tooLarge', detail: large.name };
  for (const sheet of sheets) {
    const there = await readRows(host, sheet.name);
    const [first] = there ?? [];
    const columns = Math.max(
      0,
      ...(there ?? []).map((row) => row.findLastIndex((cell) => cell !== '' && cell !== null) + 1),
    );
    if (first !== undefined && isOthers(first, columns, sheet)) return refused(sheet.name);
  }
  return null;
}

const refused = (sheet: string): WriteResult => ({ ok: false, reason: 'sheetExists', detail: sheet });

export function sumWriter(host: Host, { edition, report, beside, kept, write }: SumRequest): SumWriter {
  const { year, unit } = report;
  const read = (name: string) => readRows(host, name);
  const numbered = (number: number): SheetContent[] =>
    beside().map((sheet) => ({ ...sheet, name: numberedName(sheet.name, number) }));
  const besideNames = (number: number): string[] => numbered(number).map(({ name }) => name);
  /** Whether it has the title of this sum; a person may have put rows above. */
  const isOurs = (rows: readonly (readonly unknown[])[] | null): boolean =>
    (rows ?? []).slice(0, titleRows).some((row) => row.includes(reportTitle(unit.name, year)));
  return {
    madeBefore: async () => {
      if (host.replaceFigures === undefined) return null;
      let last: MadeBefore | null = null;
      const end = await freeNumber(host, year, besideNames);
      for (let number = 1; number < end; number += 1) {
        const sheet = sheetNames(year, number).tables;
        const sources = await read(numbered(number)[1]?.name ?? '');
        const figures = sources === null ? null : sumOn(sources, edition);
        if (figures !== null && isOurs(await read(sheet))) last = { sheet, number, figures };
      }
      return last;
    },
    makeNew: async () => {
      const number = await freeNumber(host, year, besideNames);
      const sheets = [...numbered(number), ...(await kept())];
      const stopped = await inTheWay(host, sheets);
      if (stopped !== null) return stopped;
      const made = await host.insert({ edition, year, unit: unit.name, totals: 'typed', report, number });
      if (!made.ok) return made;
      const written = await write(sheets);
      return written.ok ? made : written;
    },
    update: async ({ sheet, number, figures }) => {
      const sheets = [...numbered(number), ...(await kept())];
      const stopped = await inTheWay(host, sheets);
      if (stopped !== null) return stopped;
      for (const { name, widths } of numbered(number))
        if (!holdsOnlyRows((await read(name)) ?? [], widths.length)) return refused(name);
      const was = { edition: edition.id, year, unit: unit.name };
      const replace = (before: Report['figures'], after: Report['figures']): Promise<WriteResult> =>
        host.replaceFigures?.({ sheet, before: { ...was, figures: before }, after }) ?? Promise.resolve(refused(sheet));
      const replaced = await replace(figures, report.figures);
      if (!replaced.ok) return replaced;
      const written = await write(sheets);
      if (written.ok) return replaced;
      await replace(report.figures, figures);
      return written;
    },
  };
}
