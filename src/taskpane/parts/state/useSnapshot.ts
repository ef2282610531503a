import { useCallback, useEffect, useRef, useState } from 'react';
import type { Host, Snapshot } from '../../../host/host';
import { afterPress } from './press';

export interface WatchedSnapshot {
  /** The state of the workbook as the host last told it; `null` until it has looked for the first time. */
  readonly snapshot: Snapshot | null;
  /** The same at once, for what goes on after an await and cannot wait for the next rendering. */
  readonly latest: () => Snapshot | null;
}

export function useSnapshot(host: Host): WatchedSnapshot {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const last = useRef<Snapshot | null>(null);
  useEffect(() => {
    const shown = afterPress(setSnapshot);
    const unwatch = host.watch((next) => {
      last.current = next;
      shown.take(next);
    });
    return () => {
      unwatch();
      shown.stop();
    };
  }, [host]);
  return { snapshot, latest: useCallback(() => last.current, []) };
}
