/** What can go wrong between Excel and an add-in, to be switched on by a test. */
import type { ApiEvent } from './events';
import type { Json } from './hostObject';

/** Excel on the web takes and gives at most 5 MB in one request. */
const webPayloadLimit = 5 * 1024 * 1024;

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
  /** True for an event that shall arrive twice. */
  doubleEvent: (event: ApiEvent) => boolean = () => false;
  /** Events come without what changed and without an address, as those of recalculation have been seen to. */
  bareEvents = false;
  /** The workbook was opened to be read only: what an add-in wants to write is refused. */
  readOnly = false;
  /** Settings of the document are not saved. */
  settingsRefused = false;
  private readonly nextErrors: (number | null)[] = [];
  private readonly nextLateErrors: number[] = [];
  private readonly interjections: (() => void)[] = [];
  private readonly interjectionsBeforeWrites: (() => void)[] = [];
  private repliesToLose = 0;

  /** The next request of the rich API fails with this error number, before anything is done. */
  failNext(error: number): void {
    this.nextErrors.push(error);
  }

  /** The next request goes well; errors that are ordered afterwards come after it. */
  passNext(): void {
    this.nextErrors.push(null);
  }

  takeNextError(): number | null {
    return this.nextErrors.shift() ?? null;
  }

  /** The next request of the rich API is carried out, and still comes back with this error number: it took too long. */
  failNextAfterwards(error: number): void {
    this.nextLateErrors.push(error);
  }

  takeNextLateError(): number | null {
    return this.nextLateErrors.shift() ?? null;
  }

  /** Somebody else edits the workbook right before the next request of the rich API is carried out. */
  beforeNext(edit: () => void): void {
    this.interjections.push(edit);
  }

  /** The same before the next request that sets a property: none that only looks takes its turn. */
  beforeNextWrite(edit: () => void): void {
    this.interjectionsBeforeWrites.push(edit);
  }

  interject(sets: boolean): void {
    this.interjections.shift()?.();
    if (sets) this.interjectionsBeforeWrites.shift()?.();
  }

  /** The next request of the rich API is carried out and never answered. */
  loseNextReply(): void {
    this.repliesToLose += 1;
  }

  takeLostReply(): boolean {
    if (this.repliesToLose === 0) return false;
    this.repliesToLose -= 1;
    return true;
  }

  /** What the client gets of an event. */
  told(args: Json): Json {
    if (!this.bareEvents || typeof args !== 'object' || args === null || Array.isArray(args)) return args;
    const { valueBefore, valueAfter, valueTypeBefore, valueTypeAfter, ...rest } = args as Record<string, Json>;
    void [valueBefore, valueAfter, valueTypeBefore, valueTypeAfter];
    return 'address' in rest ? { ...rest, address: null } : rest;
  }

  /** Everything as it should be again; what waits to go wrong is forgotten. */
  clear(): void {
    Object.assign(this, new Faults());
  }
}
