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

function start(): void {
  const book = new Book({ apiWrites: 'joinUndo' });
  const message = part('message');
  const say = (text: string | null): void => {
    message.textContent = text ?? '';
    message.hidden = text === null;
    message.className = '';
  };
  /** Of something that went well; over once there is a change. */
  const tellDone = (text: string): void => {
    say(text);
    message.className = 'done';
  };
  const undo = (): void => {
    desk.leave();
    book.undo();
  };
  const redo = (): void => {
    desk.leave();
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
  const keeping = new Keeping({ book, words, titles, leave: () => desk.leave() });
  const saving = new Saving({
    host,
    places,
    words,
    say,
    leave: () => desk.leave(),
    done: tellDone,
    saved: () => keeping.saved(),
  });
  const open = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined) return;
    say(files.length > 1 ? words.openOne : null);
    desk.leave();
    if (files.length === 1) host.open(file);
  };
  const chooser = tag('input');
  chooser.type = 'file';
  chooser.hidden = true;
  chooser.id = 'opened';
  chooser.accept = readable;
  chooser.addEventListener('change', () => {
    open([...(chooser.files ?? [])]);
    chooser.value = '';
  });
  const openButton = button(words.open, () => chooser.click());
  openButton.title = words.openTip;
  const tools = part('tools');
  for (const [id, name] of Object.entries(words.parts)) part(id).setAttribute('aria-label', name);
  const undoButton = button(words.undo, undo);
  const redoButton = button(words.redo, redo);
  const save = button(words.save, () => void saving.save(false), 'main');
  undoButton.title = words.undoTip;
  redoButton.title = words.redoTip;
  save.title = words.saveTip;
  tools.append(
    tag('strong', '', words.title),
    openButton,
    chooser,
    undoButton,
    redoButton,
    save,
    button(words.saveAs, () => void saving.save(true)),
  );
  part('foot').append(keeping.element, button(words.guide, showGuide), button(words.licences, showLicences));
  const refresh = (): void => {
    undoButton.disabled = !book.canUndo;
    redoButton.disabled = !book.canRedo;
  };
  book.subscribe(refresh);
  book.subscribe(({ changes }) => {
    if (message.className === 'done' && changes.some(({ kind }) => kind !== 'selected' && kind !== 'activated'))
      say(null);
  });
  refresh();
  /** The parts of the page, as F6 goes through them: the form keeps Tab to itself, like a sheet. */
  const stops: readonly (readonly [HTMLElement, () => void])[] = [
    [part('desk'), () => desk.focus()],
    [part('pane'), () => part('pane').querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()],
    [tools, () => openButton.focus()],
    [part('foot'), () => part('foot').querySelector('button')?.focus()],
  ];
  const goTo = (step: 1 | -1): void => {
    const from = stops.findIndex(([place]) => place.contains(document.activeElement));
    desk.leave();
    // A part in which nothing takes the keyboard is passed over.
    for (let count = 1; count <= stops.length; count += 1) {
      const [place, focus] = stops[(from + step * count + stops.length * 2) % stops.length] ?? [];
      focus?.();
      if (place?.contains(document.activeElement) === true) return;
    }
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'F6') {
      goTo(event.shiftKey ? -1 : 1);
      event.preventDefault();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    // Boxes to write in undo by themselves; elsewhere it is the book that goes back.
    const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    if (key === 's') void saving.save(false);
    else if (key === 'o') chooser.click();
    else if (key === 'z' && !writing) (event.shiftKey ? redo : undo)();
    else if (key === 'y' && !writing) redo();
    else return;
    event.preventDefault();
  });
  // A file that is dropped would open in place of the page.
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (!event.defaultPrevented) open([...(event.dataTransfer?.files ?? [])]);
    event.preventDefault();
  });
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
