import { useCallback, useState } from 'react';
import type { ActiveReport } from '../../host/host';
import { usePane } from '../context';
import { Notice } from '../parts/notice';
import { useRead } from '../parts/state/useRead';
import { TryAgain } from '../parts/tryAgain';

function OfSum({ unit }: { unit: string | null }) {
  const { host, language, words } = usePane();
  /** Whose sum the workbook holds. */
  const [summed, setSummed] = useState<string | null>(null);
  const read = useCallback(async (): Promise<string | null> => {
    const { unitOfSum } = await import('../../rollup/again');
    const { wordsIn } = await import('../../rollup/words');
    return unitOfSum((await host.readSheet?.(wordsIn(language).notesName)) ?? []);
  }, [host, language]);
  const { state, readAgain } = useRead(read, setSummed);
  if (state === 'unread')
    return (
      <TryAgain tone="warning" onAgain={readAgain}>
        {words.check.ofUnitsUnread}
      </TryAgain>
    );
  if (summed === null || summed !== unit) return null;
  return <Notice tone="plain">{words.check.ofUnits}</Notice>;
}

/** Of a sum: what does not balance here mostly comes from a unit, and a number that is mended here alone is the sum no more. */
export function OfUnits({ active: { candidate, report, totals } }: { active: ActiveReport }) {
  const { host } = usePane();
  // A sum is written with its totals as numbers: of a report with formulas nothing has to be asked.
  if (totals === 'formulas' || host.readSheet === undefined) return null;
  return <OfSum key={candidate.key} unit={report.unit.name} />;
}
