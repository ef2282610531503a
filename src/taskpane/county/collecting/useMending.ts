import { useState } from 'react';
import { checkAll } from '../../../rollup/collection/checked';
import { usePane } from '../../context';
import type { Incomings } from './useCollection';

/** Reports that are mended on sheets of the workbook. */
export interface Mending {
  /** The sheet on which a report was opened; `null`: none, or its sheets cannot be read. */
  readonly sheetOf: (source: string) => string | null;
  readonly opened: (source: string, sheet: string) => void;
  /**
   * Takes a report as it stands on its sheet now in the place of the one that was read. Returns its source; `null` where
   * the sheet holds no report of this unit, or cannot be read now.
   */
  readonly takeBack: (source: string, unit: string | null) => Promise<string | null>;
}

/** @param moved told that a report is called by another source from now on: what was decided of it goes along */
export function useMending({ collector }: Incomings, moved: (from: string, to: string) => void): Mending {
  const { host, words } = usePane();
  const [sheets, setSheets] = useState<ReadonlyMap<string, string>>(new Map());
  const sheetOf = (source: string): string | null =>
    host.readReports === undefined ? null : (sheets.get(source) ?? null);
  const opened = (source: string, sheet: string): void => setSheets((before) => new Map(before).set(source, sheet));
  return {
    sheetOf,
    opened,
    async takeBack(source, unit) {
      const sheet = sheetOf(source);
      const read = (await host.readReports?.().catch(() => [])) ?? [];
      if (sheet === null || typeof read === 'string') return null;
      for (const reading of read) {
        if (reading.part !== sheet || reading.report.unit.name !== unit) continue;
        const [mended] = checkAll(words.county.workbook, [reading], new Date());
        if (mended === undefined) continue;
        collector.replace(source, mended);
        opened(mended.received.source, sheet);
        moved(source, mended.received.source);
        return mended.received.source;
      }
      return null;
    },
  };
}
