/** Starts the offline page: a book, its form on the left, the same pane as in Excel on the right. */
import { Book } from '../book/book';
import type { Language } from '../report/language';
import { reportTitle } from '../report/sheet/sheet';
import { renderPane, viewsInAdvance } from '../taskpane/pane';
import { Desk } from './form/desk';
import { button, tag } from './dom';
import { createOfflineHost } from './host';
import { Keeping } from './keep/keeping';
import { Places } from './keep/save';
import { Saving } from './keep/saving';
import { unpacked } from './packed';
import { enHere } from './words/paneWords.en';
import { zhHere } from './words/paneWords.zh';
import { en } from './words/words.en';
import { zh } from './words/words.zh';

const chosen = new URLSearchParams(window.location.search).get('lang') ?? navigator.language;
const language: Language = /^en/iu.test(chosen) ? 'en' : 'zh';
const words = language === 'en' ? en : zh;
/** What can be opened, as the pane's own box takes it. */
const readable = '.xlsx,.xls,.et,.docx,.doc,.wps,.pdf,.html,.htm,.mht,.txt,.json';

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no ${id}`);
  return element;
}

function showText(...parts: readonly HTMLElement[]): void {
  const dialog = tag('dialog');
  dialog.append(
    ...parts,
    button(words.close, () => dialog.close()),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The licences of what is inside, as they must come with it. */
const showLicences = (): void => showText(tag('pre', '', unpacked('notices')));

const showGuide = (): void =>
  showText(
    tag('h1', '', words.guide),
    ...words.guideParts.flatMap(([title, text]) => [tag('h2', '', title), tag('p', '', text)]),
  );

/** A chooser of files that nobody sees; `open` gets what was chosen. */
function chooserOf(open: (files: readonly File[]) => void): HTMLInputElement {
  const chooser = tag('input');
  chooser.type = 'file';
  chooser.hidden = true;
  chooser.id = 'opened';
  chooser.accept = readable;
  chooser.addEventListener('change', () => {
    open([...(chooser.files ?? [])]);
    chooser.value = '';
  });
  return chooser;
}

/** The parts of the page, as F6 goes through them: the form keeps Tab to itself, like a sheet. */
type Stops = readonly (readonly [HTMLElement, () => void])[];

function goTo(step: 1 | -1, stops: Stops, leave: () => void): void {
  const from = stops.findIndex(([place]) => place.contains(document.activeElement));
  leave();
  // A part in which nothing takes the keyboard is passed over.
  for (let count = 1; count <= stops.length; count += 1) {
    const [place, focus] = stops[(from + step * count + stops.length * 2) % stops.length] ?? [];
    focus?.();
    if (place?.contains(document.activeElement) === true) return;
  }
}

/** What the page does, however it is asked for. */
interface Actions {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly open: (files: readonly File[]) => void;
  /** Asks for a file to open. */
  readonly choose: () => void;
  readonly save: (elsewhere: boolean) => void;
  readonly go: (step: 1 | -1) => void;
}

function listenToKeys({ undo, redo, choose, save, go }: Actions): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'F6') {
      go(event.shiftKey ? -1 : 1);
      event.preventDefault();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    // Boxes to write in undo by themselves; elsewhere it is the book that goes back.
    const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    if (key === 's') save(false);
    else if (key === 'o') choose();
    else if (key === 'z' && !writing) (event.shiftKey ? redo : undo)();
    else if (key === 'y' && !writing) redo();
    else return;
    event.preventDefault();
  });
}

/** A file that is dropped would open in place of the page. */
function listenToDrops({ open }: Actions): void {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (!event.defaultPrevented) open([...(event.dataTransfer?.files ?? [])]);
    event.preventDefault();
  });
}

/** The buttons above the form; returns the one that takes the keyboard for all of them. */
function addTools(tools: HTMLElement, book: Book, chooser: HTMLElement, actions: Actions): HTMLElement {
  const openButton = button(words.open, actions.choose);
  const undoButton = button(words.undo, actions.undo);
  const redoButton = button(words.redo, actions.redo);
  const save = button(words.save, () => actions.save(false), 'main');
  openButton.title = words.openTip;
  undoButton.title = words.undoTip;
  redoButton.title = words.redoTip;
  save.title = words.saveTip;
  const title = tag('strong', '', words.title);
  const saveAs = button(words.saveAs, () => actions.save(true));
  tools.append(title, openButton, chooser, undoButton, redoButton, save, saveAs);
  const refresh = (): void => {
    undoButton.disabled = !book.canUndo;
    redoButton.disabled = !book.canRedo;
  };
  book.subscribe(refresh);
  refresh();
  return openButton;
}

/** The line above the form: what went wrong stays, what went well is over once there is a change. */
function messageOf(book: Book): { readonly say: (text: string | null) => void; readonly done: (text: string) => void } {
  const message = part('message');
  const say = (text: string | null): void => {
    message.textContent = text ?? '';
    message.hidden = text === null;
    message.className = '';
  };
  book.subscribe(({ changes }) => {
    if (message.className === 'done' && changes.some(({ kind }) => kind !== 'selected' && kind !== 'activated'))
      say(null);
  });
  return {
    say,
    done: (text) => {
      say(text);
      message.className = 'done';
    },
  };
}

function start(): void {
  const book = new Book({ apiWrites: 'joinUndo' });
  const { say, done } = messageOf(book);
  const leave = (): void => desk.leave();
  const undo = (): void => {
    leave();
    book.undo();
  };
  const redo = (): void => {
    leave();
    book.redo();
  };
  const desk = new Desk(book, part('desk'), words, { say, undo, redo });
  const places = new Places();
  const host = createOfflineHost(book, {
    language,
    show: (sheet, cell) => desk.show(sheet, cell),
    handOver: (file) => places.handOver(file),
  });
  const titles = (): string[] => desk.reports().map(({ located }) => reportTitle(located.unit, located.year));
  const keeping = new Keeping({ book, words, titles, leave, restored: () => desk.showLatest() });
  const saving = new Saving({ host, places, words, say, leave, done, saved: () => keeping.saved() });
  const open = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined) return;
    say(files.length > 1 ? words.openOne : null);
    leave();
    if (files.length === 1) host.open(file);
  };
  const chooser = chooserOf(open);
  for (const [id, name] of Object.entries(words.parts)) part(id).setAttribute('aria-label', name);
  const actions: Actions = {
    undo,
    redo,
    open,
    choose: () => chooser.click(),
    save: (elsewhere) => void saving.save(elsewhere),
    go: (step) => goTo(step, stops, leave),
  };
  const tools = part('tools');
  const firstTool = addTools(tools, book, chooser, actions);
  tools.append(keeping.found);
  part('foot').append(keeping.element, button(words.guide, showGuide), button(words.licences, showLicences));
  const stops: Stops = [
    [part('desk'), () => desk.focus()],
    [part('pane'), () => part('pane').querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()],
    [tools, () => firstTool.focus()],
    [part('foot'), () => part('foot').querySelector('button')?.focus()],
  ];
  listenToKeys(actions);
  listenToDrops(actions);
  part('starting').remove();
  // Nothing is loaded later here; this only lets the parts be there when they are first shown.
  void viewsInAdvance()
    .then(() => renderPane(host, part('pane'), null, language === 'en' ? enHere : zhHere))
    .then(() => {
      document.title = words.title;
    });
  void keeping.start();
}

start();
