import { useEffect, useState } from 'react';
import type { ActiveReport } from '../../host/host';
import { usePane } from '../context';
import { Notice } from '../parts/notice';

/** Of a sum: what does not balance here mostly comes from a unit, and a number that is mended here alone is the sum no more. */
export function OfUnits({ active }: { active: ActiveReport }) {
  const { host, language, words } = usePane();
  const [unit, setUnit] = useState<string | null>(null);
  const { key } = active.candidate;
  // A sum is written with its totals as numbers: of a report with formulas nothing has to be asked.
  const mayBe = active.totals !== 'formulas' && host.readSheet !== undefined;
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const { unitOfSum } = await import('../../rollup/again');
      const { wordsIn } = await import('../../rollup/words');
      const rows = (await host.readSheet?.(wordsIn(language).notesName)) ?? [];
      if (wanted) setUnit(unitOfSum(rows));
    };
    if (mayBe) read().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [host, language, key, mayBe]);
  if (unit === null || unit !== active.report.unit.name) return null;
  return <Notice tone="plain">{words.check.ofUnits}</Notice>;
}
