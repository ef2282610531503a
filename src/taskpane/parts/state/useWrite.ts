import { useState } from 'react';
import { messageOf } from '../../../host/fault';
import type { WriteResult } from '../../../host/host';
import { usePane } from '../../context';
import type { Words } from '../../words/words';

export interface WriteNotice {
  readonly tone: 'done' | 'failed';
  readonly text: string;
}

export function failureText(result: Extract<WriteResult, { ok: false }>, words: Words): string {
  const say = words.writeFailures;
  switch (result.reason) {
    case 'sheetExists':
    case 'changedSince':
    case 'changedMeanwhile':
    case 'leftOver':
    case 'notAsMade':
    case 'tooLarge':
    case 'failed':
      return say[result.reason](result.detail);
    case 'notPutBack':
      return say.seeAbove;
    case 'protected':
    case 'editing':
    case 'noReport':
    case 'textChanged':
    case 'ownTitle':
      return say[result.reason];
    case 'notLoaded':
      return words.errors.notLoaded;
  }
}

export interface Write {
  readonly pending: boolean;
  readonly notice: WriteNotice | null;
  /** Resolves to what became of it; never rejects. */
  run(action: () => Promise<WriteResult>, done: (sheet: string, written: number) => string): Promise<WriteResult>;
  clear(): void;
}

/** One write to the workbook at a time, and what to tell about it. */
export function useWrite(): Write {
  const { left, words } = usePane();
  const [pending, setPending] = useState(false);
  const [notice, setNotice] = useState<WriteNotice | null>(null);
  return {
    pending,
    notice,
    clear: () => setNotice(null),
    run: async (action, done) => {
      setPending(true);
      setNotice(null);
      let result: WriteResult;
      try {
        result = await action();
      } catch (error) {
        result = { ok: false, reason: 'failed', detail: messageOf(error) };
      }
      left.take(result);
      setNotice(
        result.ok
          ? { tone: 'done', text: done(result.sheet, result.written ?? 0) }
          : { tone: 'failed', text: failureText(result, words) },
      );
      setPending(false);
      return result;
    },
  };
}
