/** The parent frame's side of the client library's postMessage protocol: envelopes, calls, events. Knows nothing of Excel. */
import type { Json } from '../protocol/hostObject';

interface Envelope {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: number;
  readonly _data: Json;
}

const messageTypes = { request: 0, response: 1 } as const;
/** Anything else is a call. */
const actionTypes = { registerEvent: 1, unregisterEvent: 2 } as const;
const responseTypes = { once: 0, event: 1 } as const;

/** Answers a call; every call must be answered, the client waits for ever. */
export type Method = (data: Json, reply: (answer: Json) => void) => void;

export interface XdmOptions {
  readonly frame: HTMLIFrameElement;
  /** Origin of the add-in; messages from elsewhere are not heard. */
  readonly origin: string;
  readonly conversation: string;
  readonly methods: Readonly<Record<string, Method>>;
  readonly unanswered: (name: string) => void;
}

function readEnvelope(data: unknown): Envelope | null {
  if (typeof data !== 'string') return null;
  try {
    const message = JSON.parse(data) as Partial<Envelope> | null;
    return typeof message === 'object' && message !== null && typeof message._actionName === 'string'
      ? (message as Envelope)
      : null;
  } catch {
    return null;
  }
}

export class Xdm {
  private readonly registrations = new Map<string, Envelope>();
  private readonly listener = (event: MessageEvent<unknown>): void => this.receive(event);

  constructor(private readonly options: XdmOptions) {
    window.addEventListener('message', this.listener);
  }

  close(): void {
    window.removeEventListener('message', this.listener);
    this.registrations.clear();
  }

  /** Raises an event. False = the client did not ask for it. */
  raise(name: string, data: Json): boolean {
    const registration = this.registrations.get(name);
    if (registration === undefined) return false;
    this.send(registration, data, responseTypes.event, 0);
    return true;
  }

  private receive(event: MessageEvent<unknown>): void {
    const { frame, origin, conversation, methods, unanswered } = this.options;
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = readEnvelope(event.data);
    if (message === null || message._messageType !== messageTypes.request) return;
    if (message._conversationId !== conversation && message._conversationId !== `${conversation}_ntf`) return;
    if (message._actionType === actionTypes.registerEvent || message._actionType === actionTypes.unregisterEvent) {
      if (message._actionType === actionTypes.registerEvent) this.registrations.set(message._actionName, message);
      else this.registrations.delete(message._actionName);
      this.send(message, { Error: 0 }, responseTypes.once, 0);
      return;
    }
    const method = methods[message._actionName];
    if (method === undefined) {
      unanswered(message._actionName);
      this.send(message, null, responseTypes.once, -2);
      return;
    }
    try {
      method(message._data, (answer) => this.send(message, answer, responseTypes.once, 0));
    } catch (error) {
      unanswered(`${message._actionName}: ${String(error)}`);
      this.send(message, String(error), responseTypes.once, -2);
    }
  }

  private send(to: Envelope, data: Json, responseType: number, errorCode: number): void {
    const answer = {
      _messageType: messageTypes.response,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: window.location.origin,
      _data: data,
      _errorCode: errorCode,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.options.frame.contentWindow?.postMessage(JSON.stringify(answer), this.options.origin);
  }
}
