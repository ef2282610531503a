/**
 * Puts an add-in beside a book as Excel on the web does: an iframe with the names and addresses that Microsoft's client
 * library expects, the library's own protocol, and our workbook behind it. The add-in runs unmodified.
 */
import type { Book } from '../../book/book';
import { ExcelHost, type RequestRecord } from '../protocol/excelHost';
import { Faults } from '../protocol/faults';
import type { Json } from '../protocol/hostObject';
import { Requirements } from '../protocol/requirements';
import { ManualTime, realTime, type Scheduler } from '../protocol/scheduler';
import { Xdm } from './xdm';

export interface MountOptions {
  readonly book: Book;
  /** Element that the iframe is put into. */
  readonly container: HTMLElement;
  /** Page of the task pane, https, on the same host name as this page (ports may differ). */
  readonly url: string;
  /** Display language of Excel; `zh-CN` unless given. */
  readonly language?: string;
  /** Highest ExcelApi set; `1.14` unless given. */
  readonly excelApi?: string;
  /** Offers ExcelApiOnline 1.1 too; as Excel of today on the web does. Off unless given. */
  readonly online?: boolean;
  readonly faults?: Faults;
  readonly scheduler?: Scheduler;
  /** Called when the keyboard is to leave the pane for the cells: Escape, F2, or Tab behind its last stop. */
  readonly onLeave?: () => void;
  /** Accessible name of the iframe. */
  readonly title?: string;
}

export interface AddInHost {
  readonly book: Book;
  readonly frame: HTMLIFrameElement;
  readonly faults: Faults;
  readonly requirements: Requirements;
  /** The clock by which replies and events arrive, where it is the test's own. */
  readonly time: ManualTime | null;
  /** Of the present load of the pane; a reload makes a new one. */
  readonly excel: ExcelHost;
  /** Requests of the rich API since the pane was loaded or the record was emptied. */
  readonly requests: readonly RequestRecord[];
  clearRequests(): void;
  /** Members of the API that the add-in asked for and that are not there. */
  readonly missing: readonly string[];
  /** Calls of the client library that nobody answered. */
  readonly unanswered: readonly string[];
  /** Presses a ribbon button that runs a function. False = the add-in does not listen. */
  command(functionName: string): boolean;
  /** Asks the pane to close and load again, as the user may. */
  reload(): void;
  setEditMode(editing: boolean): void;
  setActive(active: boolean): void;
  remove(): void;
}

const appId = 'workbench-addin';
/** What the client library tells when a key leads out of the pane (`OSF.AgaveHostAction`): F6, Tab, Escape, F2, no stop. */
const leaving: ReadonlySet<unknown> = new Set([5, 6, 13, 14, 15, 16, 17, 18]);
let conversations = 0;

/** What stays when the pane is closed and loaded again. */
interface Kept {
  readonly requirements: Requirements;
  readonly faults: Faults;
  readonly language: string;
  readonly scheduler: Scheduler;
  readonly documentSettings: Map<string, string>;
  readonly settings: Map<string, Json>;
  readonly unanswered: string[];
}

/** One load of the pane. */
interface Loaded {
  readonly frame: HTMLIFrameElement;
  readonly excel: ExcelHost;
  readonly xdm: Xdm;
}

/** What Excel on the web tells an add-in of itself and of the document. */
const appContext = (excel: ExcelHost, { language, requirements }: Kept): Json => ({
  _id: appId,
  _appName: 16,
  _appVersion: '16.00',
  _appMinorVersion: 0,
  _appUILocale: language,
  _dataLocale: language,
  _docUrl: excel.documentUrl,
  _clientMode: 1,
  _settings: [...excel.objects.document.documentSettings].map(([key, value]) => [key, value]),
  _reason: 'documentOpened',
  _osfControlType: 1,
  _eToken: '',
  _correlationId: 'workbench',
  _appInstanceId: `${appId}-${conversations}`,
  _requirementMatrix: JSON.stringify(requirements.matrix()),
  _hostCustomMessage: '',
  _hostFullVersion: '16.0.18000.40000',
  _clientWindowHeight: window.innerHeight,
  _clientWindowWidth: window.innerWidth,
  _addinName: 'workbench',
  _appDomains: [],
  _featureGates: {},
  _initialDisplayMode: 2,
  _wacHostEnvironment: '0',
  _isFromWacAutomation: false,
});

/** The iframe of the pane, with the name and the address that the client library expects. */
function frameOf(address: URL, conversation: string, language: string, title: string): HTMLIFrameElement {
  // host, platform, version, language, correlation id, isDialog, disableLogging (stops telemetry), flags (1 = shared)
  const info = ['Excel', 'Web', '16.01', language, 'workbench', '', 'disableLogging', '1'];
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.name = JSON.stringify({
    baseFrameName: `_xdm_${appId}`,
    hostInfo: info.join('|'),
    xdmInfo: [conversation, appId, window.location.origin].join('|'),
    serializerVersion: '1',
    flights: '[]',
  });
  frame.allow = 'clipboard-write';
  const own = new URL(address);
  own.search += `${own.search === '' ? '?' : '&'}_host_Info=${info.join('$')}`;
  frame.src = own.href;
  return frame;
}

function load({ book, container, url, onLeave, title = 'Task pane' }: MountOptions, kept: Kept): Loaded {
  const { requirements, faults, scheduler, documentSettings, settings, unanswered } = kept;
  conversations += 1;
  const conversation = `workbench_${conversations}_${Date.now()}`;
  const address = new URL(url, window.location.href);
  const frame = frameOf(address, conversation, kept.language, title);
  const excel: ExcelHost = new ExcelHost({
    book,
    requirements,
    faults,
    scheduler,
    raise: (name, data) => {
      xdm.raise(name, data);
    },
  });
  for (const [key, value] of documentSettings) excel.objects.document.documentSettings.set(key, value);
  for (const [key, value] of settings) excel.objects.document.settings.set(key, value);
  const xdm: Xdm = new Xdm({
    frame,
    origin: address.origin,
    conversation,
    unanswered: (name) => unanswered.push(name),
    methods: {
      ContextActivationManager_getAppContextAsync: (_, reply) => reply(appContext(excel, kept)),
      ContextActivationManager_notifyHost: (data, reply) => {
        if (Array.isArray(data) && leaving.has(data[1])) onLeave?.();
        reply(null);
      },
      executeMethod: (data, reply) => {
        excel.execute(data, (answer) => reply({ ...answer }));
      },
    },
  });
  container.append(frame);
  return { frame, excel, xdm };
}

function unload({ excel, xdm, frame }: Loaded, { documentSettings, settings }: Kept): void {
  const { document: state } = excel.objects;
  for (const [key, value] of state.documentSettings) documentSettings.set(key, value);
  for (const [key, value] of state.settings) settings.set(key, value);
  xdm.close();
  excel.dispose();
  frame.remove();
}

export function mountAddIn(options: MountOptions): AddInHost {
  const { book, language = 'zh-CN', scheduler = realTime } = options;
  const faults = options.faults ?? new Faults();
  const requirements = new Requirements(options.excelApi ?? '1.14', options.online ?? false);
  const unanswered: string[] = [];
  const kept: Kept = {
    requirements,
    faults,
    language,
    scheduler,
    documentSettings: new Map(),
    settings: new Map(),
    unanswered,
  };
  let commands = 0;
  let current: Loaded | null = null;
  const now = (): Loaded => (current ??= load(options, kept));
  const remove = (): void => {
    if (current !== null) unload(current, kept);
    current = null;
  };
  now();
  return {
    book,
    faults,
    requirements,
    time: scheduler instanceof ManualTime ? scheduler : null,
    get frame() {
      return now().frame;
    },
    get excel() {
      return now().excel;
    },
    get requests() {
      return now().excel.requests;
    },
    clearRequests: () => void now().excel.requests.splice(0),
    get missing() {
      return [...now().excel.interpreter.missing];
    },
    get unanswered() {
      return [...unanswered, ...now().excel.unanswered];
    },
    command(functionName) {
      commands += 1;
      const source = JSON.stringify({ source: { id: functionName } });
      return now().xdm.raise('appCommandInvoked', [`command-${commands}`, functionName, source]);
    },
    reload() {
      remove();
      now();
    },
    setEditMode: (editing) => now().excel.setEditMode(editing),
    setActive: (active) => now().excel.setActive(active),
    remove,
  };
}
