import { useLayoutEffect, useState } from 'react';
import { contradictionSteps, type Contradiction } from '../../../host/contradicted';
import type { ActiveReport } from '../../../host/host';
import { createSlices } from '../../../host/slices';
import type { TableId } from '../../../report/edition';

/** Blanks of these tables that something says are not 0; `null` as long as a long text is being looked through. */
export function useContradictions(
  active: ActiveReport,
  tables: readonly TableId[] = active.located.tables,
): readonly Contradiction[] | null {
  const [found, setFound] = useState<readonly Contradiction[] | null>(null);
  // The tables by their names: the list is another one with every rendering.
  const asked = tables.join();
  useLayoutEffect(() => {
    const slices = createSlices();
    const chosen = active.located.tables.filter((table) => asked.split(',').includes(table));
    void slices.run(contradictionSteps(active, chosen), setFound);
    return () => slices.stop();
  }, [active, asked]);
  return found;
}
