/** What can go wrong between Excel and an add-in, to be switched on by a test. */
import type { ApiEvent } from './events';

/** Excel on the web takes and gives at most 5 MB in one request. */
export const webPayloadLimit = 5 * 1024 * 1024;

export class Faults {
  /** The user is typing in a cell: every request fails, or waits if it asked for that. */
  editMode = false;
  /** Milliseconds until a reply or an event arrives. */
  replyDelay = 0;
  eventDelay = 0;
  /** Bytes in either direction. */
  payloadLimit = webPayloadLimit;
  /** Nothing is documented about events on Ctrl+Z: an add-in must live with either. */
  undoRaisesEvents = true;
  /** True for an event that shall get lost. */
  dropEvent: (event: ApiEvent) => boolean = () => false;
  private readonly nextErrors: number[] = [];

  /** The next request of the rich API fails with this error number, before anything is done. */
  failNext(error: number): void {
    this.nextErrors.push(error);
  }

  takeNextError(): number | null {
    return this.nextErrors.shift() ?? null;
  }
}
