import { useEffect, useState } from 'react';
import type { Host, Snapshot } from '../host/host';

/** The state of the workbook as the host last told it; `null` until it has looked for the first time. */
export function useSnapshot(host: Host): Snapshot | null {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  useEffect(() => host.watch(setSnapshot), [host]);
  return snapshot;
}
