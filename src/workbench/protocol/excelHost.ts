/**
 * Excel's side of the conversation with one add-in, without a browser: answers the calls of the client library, raises
 * events, keeps a record. Everything leaves it through `scheduler`, so a test decides when replies and events arrive.
 */
import type { Book } from '../../book/book';
import { actionTypes, pathTypes, readBatch, type Batch, type BatchResult } from './batch';
import { EventRegistry, eventTypes, workbookTarget, type ApiEvent } from './events';
import type { Faults } from './faults';
import { Interpreter, References } from './interpreter';
import { isList, type Json } from './hostObject';
import { WorkbookObjects } from './types/workbookObjects';
import type { Requirements } from './requirements';
import type { Scheduler } from './scheduler';

/** Error numbers of the wire. */
export const wireErrors = {
  general: 5001,
  editMode: 5004,
  invalidSession: 5012,
  activityLimit: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
} as const;

/** Dispatch numbers of `executeMethod`. */
const dispatch = {
  richApi: 93,
  commandCompleted: 94,
  saveSettings: 76,
  refreshSettings: 75,
  fileProperties: 86,
} as const;

/** The client wants the request kept back until the user leaves the cell. */
const delayForCellEdit = 64;

/** One request of the rich API, for tests that count and look. */
export interface RequestRecord {
  readonly batch: Batch;
  readonly result: BatchResult | null;
  /** `release`: the library lets go of ranges after `Excel.run`. `service`: Office itself, not the workbook. */
  readonly purpose: 'work' | 'release' | 'service';
  /** Error number of the wire, 0 = none. */
  readonly error: number;
  /** Did it write to the workbook? */
  readonly wrote: boolean;
  /** Length of the request and of the response in characters. */
  readonly size: { readonly request: number; readonly response: number };
}

export interface WireReply {
  readonly Version: 1;
  readonly Error: number;
  readonly Data?: Json;
  readonly Properties?: Json;
}

interface RichApiCall {
  readonly body: string;
  readonly flags: number;
}

export interface ExcelHostOptions {
  readonly book: Book;
  readonly requirements: Requirements;
  readonly faults: Faults;
  readonly scheduler: Scheduler;
  /** Raises an event at the client. */
  readonly raise: (name: string, data: Json) => void;
}

export class ExcelHost {
  readonly objects: WorkbookObjects;
  readonly references = new References();
  readonly interpreter: Interpreter;
  /** Requests of the rich API in order. */
  readonly requests: RequestRecord[] = [];
  /** Ribbon commands that reported their end. */
  completedCommands = 0;
  /** Calls that nobody here knows how to answer: a test should find none. */
  readonly unanswered: string[] = [];
  private eventNumber = 0;
  private delayed: (() => void)[] = [];
  private readonly unsubscribe: () => void;

  constructor(private readonly options: ExcelHostOptions) {
    const { book, requirements } = options;
    this.objects = new WorkbookObjects(book, this.references, options.faults);
    this.interpreter = new Interpreter(this.objects, requirements, this.references);
    this.unsubscribe = book.subscribe((set) => {
      if (set.origin === 'undo' && !options.faults.undoRaisesEvents) return;
      const events = this.events.raisedBy(set, book, (sheetId, block) =>
        this.references.keep(this.objects.range(sheetId, block)),
      );
      for (const event of events) this.raise(event);
      const moved = set.changes.some((change) => change.kind === 'selected' || change.kind === 'activated');
      if (moved) this.later(options.faults.eventDelay, () => options.raise('documentSelectionChanged', {}));
    });
  }

  get events(): EventRegistry {
    return this.objects.events;
  }

  /** Ends the conversation: the pane was closed or loaded anew. */
  dispose(): void {
    this.unsubscribe();
    this.objects.dispose();
    this.events.clear();
    this.references.clear();
  }

  /** The user enters or leaves a cell in which text is being typed. Requests that asked to be kept back come after. */
  setEditMode(editing: boolean): void {
    this.options.faults.editMode = editing;
    if (editing) return;
    const waiting = this.delayed;
    this.delayed = [];
    for (const go of waiting) go();
  }

  /** Another workbook gets the focus, or this one gets it back. */
  setActive(active: boolean): void {
    this.objects.inactive = !active;
    if (active && this.events.has(eventTypes.workbookActivated, workbookTarget)) {
      this.raise({ type: eventTypes.workbookActivated, target: workbookTarget, args: {} });
    }
  }

  private later(milliseconds: number, run: () => void): void {
    this.options.scheduler.after(milliseconds, run);
  }

  private raise(event: ApiEvent): void {
    const { faults } = this.options;
    if (faults.dropEvent(event)) return;
    const times = faults.doubleEvent(event) ? 2 : 1;
    for (let time = 0; time < times; time += 1) this.later(faults.eventDelay, () => this.tell(event));
  }

  private tell(event: ApiEvent): void {
    this.eventNumber += 1;
    const args = JSON.stringify(this.options.faults.told(event.args));
    const message = [65536, event.type, event.target, args, this.eventNumber, false];
    this.options.raise('richApiMessage', { ArrayData: [message] });
  }

  /** Answers one `executeMethod`. The reply comes through the scheduler. */
  execute(data: Json, reply: (answer: WireReply) => void): void {
    const send = (answer: WireReply): void => this.later(this.options.faults.replyDelay, () => reply(answer));
    const call = readCall(data);
    switch (call.dispatchId) {
      case dispatch.richApi: {
        const request = readRichApiCall(call.data);
        if (this.options.faults.editMode && (request.flags & delayForCellEdit) !== 0) {
          this.delayed.push(() => send(this.richApi(request)));
          return;
        }
        const answer = this.richApi(request);
        const work = this.requests.at(-1)?.purpose !== 'service';
        if (!work || !this.options.faults.takeLostReply()) send(answer);
        return;
      }
      case dispatch.saveSettings: {
        if (this.options.faults.settingsRefused) {
          send({ Version: 1, Error: wireErrors.general });
          return;
        }
        const saved = this.objects.document.documentSettings;
        saved.clear();
        for (const [key, value] of readSettings(call.data)) saved.set(key, value);
        send({ Version: 1, Error: 0 });
        return;
      }
      case dispatch.refreshSettings: {
        const settings = [...this.objects.document.documentSettings].map(([Name, Value]) => ({ Name, Value }));
        send({ Version: 1, Error: 0, Properties: { Settings: settings } });
        return;
      }
      case dispatch.commandCompleted:
        this.completedCommands += 1;
        send({ Version: 1, Error: 0 });
        return;
      case dispatch.fileProperties:
        send({ Version: 1, Error: 0, Properties: { Url: this.documentUrl } });
        return;
      default:
        this.unanswered.push(`executeMethod ${call.dispatchId}`);
        send({ Version: 1, Error: wireErrors.general });
    }
  }

  get documentUrl(): string {
    return `https://localhost/${encodeURIComponent(this.objects.document.name)}`;
  }

  private richApi({ body }: RichApiCall): WireReply {
    const { faults, book } = this.options;
    const batch = readBatch(body);
    const purpose = purposeOf(batch);
    const fail = (error: number, result: BatchResult | null, wrote: boolean, response: number): WireReply => {
      this.requests.push({ batch, purpose, result, error, wrote, size: { request: body.length, response } });
      return { Version: 1, Error: error };
    };
    // What Office itself is asked does not wait for the workbook.
    if (purpose !== 'service') {
      const next = faults.takeNextError();
      if (next !== null) return fail(next, null, false, 0);
      if (faults.editMode) return fail(wireErrors.editMode, null, false, 0);
      faults.interject(batch.Actions.some(({ ActionType: type }) => type === actionTypes.setProperty));
    }
    if (utf8Length(body) > faults.payloadLimit) return fail(wireErrors.requestTooLarge, null, false, 0);
    const before = book.workbook;
    const result = this.objects.batch(() => this.interpreter.run(batch));
    const wrote = book.workbook !== before;
    const text = JSON.stringify(result);
    const late = purpose === 'service' ? null : faults.takeNextLateError();
    if (late !== null) return fail(late, result, wrote, text.length);
    if (utf8Length(text) > faults.payloadLimit) return fail(wireErrors.responseTooLarge, result, wrote, text.length);
    this.requests.push({
      batch,
      purpose,
      result,
      error: 0,
      wrote,
      size: { request: body.length, response: text.length },
    });
    return { Version: 1, Error: 0, Data: [200, [], text] };
  }
}

function purposeOf({ Actions: actions, ObjectPaths: paths }: Batch): RequestRecord['purpose'] {
  // A range that the library keeps hold of is named by its reference alone.
  const inWorkbook: readonly number[] = [pathTypes.global, pathTypes.referenceId];
  const workbook = Object.values(paths).some((path) => inWorkbook.includes(path.ObjectPathType));
  if (!workbook) return 'service';
  const release = actions.every(
    ({ ActionType: type, Name: name }) => type === actionTypes.instantiate || name === '_RemoveReference',
  );
  return release && actions.some(({ Name: name }) => name === '_RemoveReference') ? 'release' : 'work';
}

/** Bytes of a text in UTF-8, counted without making them: texts are long. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // A pair of surrogates makes four bytes: two units counted already, and one more for each.
    if (code > 0x7ff && (code < 0xd800 || code > 0xdfff)) bytes += 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}

type Fields = Readonly<Record<string, Json | undefined>>;

const fieldsOf = (value: Json | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

function readCall(data: Json): { readonly dispatchId: number; readonly data: Fields } {
  const fields = fieldsOf(data);
  const id = fieldsOf(fields['DdaMethod'])['DispatchId'];
  return { dispatchId: typeof id === 'number' ? id : -1, data: fields };
}

function readRichApiCall(data: Fields): RichApiCall {
  const parts = data['ArrayData'];
  const list = isList(parts) ? parts : [];
  const [body, flags] = [list[4], list[6]];
  if (typeof body !== 'string') throw new Error('a request of the rich API without a body');
  return { body, flags: typeof flags === 'number' ? flags : 0 };
}

function readSettings(data: Fields): [string, string][] {
  const given = fieldsOf(data['DdaSettingsMethod'])['Properties'] ?? data['Properties'];
  const list = isList(given) ? given : [];
  return list.flatMap((pair): [string, string][] => {
    if (!isList(pair)) return [];
    const [key, value] = pair;
    return typeof key === 'string' && typeof value === 'string' ? [[key, value]] : [];
  });
}
