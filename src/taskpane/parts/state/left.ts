import { useSyncExternalStore } from 'react';
import type { NotPutBack, WriteResult } from '../../../host/host';

/** What writes left behind on the sheets and could not put back, until a person has read it: whatever asked for them may be gone. */
export class Left {
  private all: readonly NotPutBack[] = [];
  private readonly listeners = new Set<() => void>();

  /** Takes up a result that tells of such cells; any other is nothing to it. */
  take(result: WriteResult): void {
    if (!result.ok && result.reason === 'notPutBack') this.set([...this.all, result]);
  }

  close(one: NotPutBack): void {
    this.set(this.all.filter((other) => other !== one));
  }

  readonly current = (): readonly NotPutBack[] => this.all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private set(all: readonly NotPutBack[]): void {
    this.all = all;
    for (const listener of this.listeners) listener();
  }
}

export const useLeft = (left: Left): readonly NotPutBack[] => useSyncExternalStore(left.subscribe, left.current);
