import { useState } from 'react';
import { messageOf } from '../../../host/fault';
import { usePane } from '../../context';

export interface Attempt {
  readonly working: boolean;
  /** Why the last one came to nothing. */
  readonly failure: string | null;
  readonly setFailure: (failure: string | null) => void;
  /** Whether it was done; never rejects. */
  readonly attempt: (work: () => Promise<void>) => Promise<boolean>;
}

/** One file at a time is made: whether that is under way, and why it failed. `begin`: what was of the last one goes. */
export function useAttempt(begin: () => void): Attempt {
  const say = usePane().words.export;
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setWorking(true);
    setFailure(null);
    begin();
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(say.failed(messageOf(error)));
      return false;
    } finally {
      setWorking(false);
    }
  };
  return { working, failure, setFailure, attempt };
}
