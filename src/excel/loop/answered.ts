/** Excel may never answer a request to read: after a while that counts as a failure, and what arrives later is not taken. */
import type { Clock } from './loop';
import { NoAnswer } from '../trouble';

/** Milliseconds. */
const answerWithin = 20_000;

export const answeredBy =
  (clock: Clock) =>
  async <T>(request: Promise<T>): Promise<T> => {
    let timer: unknown;
    const tooLate = new Promise<never>((_, reject) => {
      timer = clock.setTimeout(() => reject(new NoAnswer()), answerWithin);
    });
    try {
      return await Promise.race([request, tooLate]);
    } finally {
      clock.clearTimeout(timer);
    }
  };
