import { useEffect, useState } from 'react';

/** `reading`: nobody knows yet. `unread`: it could not be read, and is when a person asks for it again. */
export type ReadState = 'reading' | 'read' | 'unread';

export interface Reader {
  readonly state: ReadState;
  readonly readAgain: () => void;
}

/**
 * Reads what stands on sheets when it is first needed. Excel gives none while it is busy or a cell is being edited: that is told,
 * for what was not read is not what is not there. `read` and `take` stay the same as long as the same is meant by them.
 */
export function useRead<T>(read: () => Promise<T>, take: (found: T) => void): Reader {
  const [state, setState] = useState<ReadState>('reading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    read().then(
      (found) => {
        if (!wanted) return;
        take(found);
        setState('read');
      },
      () => {
        if (wanted) setState('unread');
      },
    );
    return () => {
      wanted = false;
    };
  }, [read, take, attempt]);
  return {
    state,
    readAgain: () => {
      setState('reading');
      setAttempt(attempt + 1);
    },
  };
}
