/** Starts the offline page: a book, its form on the left, the same pane as in Excel on the right. */
import { Book } from '../book/book';
import type { Language } from '../report/language';
import { reportTitle } from '../report/sheet';
import { renderPane } from '../taskpane/pane';
import { Desk } from './form/desk';
import { button, tag } from './dom';
import { createOfflineHost } from './host';
import { Keeping } from './keep/keeping';
import { download } from './keep/save';
import { Saving } from './keep/saving';
import { unpacked } from './packed';
import { en } from './words.en';
import { zh } from './words.zh';

const chosen = new URLSearchParams(window.location.search).get('lang') ?? navigator.language;
const language: Language = /^en/iu.test(chosen) ? 'en' : 'zh';
const words = language === 'en' ? en : zh;

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no ${id}`);
  return element;
}

/** The licences of what is inside, as they must come with it. */
function showLicences(): void {
  const dialog = tag('dialog');
  dialog.append(
    tag('pre', '', unpacked('notices')),
    button(words.close, () => dialog.close()),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function start(): void {
  const book = new Book({ apiWrites: 'joinUndo' });
  const message = part('message');
  const say = (text: string | null): void => {
    message.textContent = text ?? '';
    message.hidden = text === null;
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
  const host = createOfflineHost(book, {
    language,
    show: (sheet, cell) => desk.show(sheet, cell),
    handOver: async (file) => {
      download(file);
      return 'download';
    },
  });
  const titles = (): string[] => desk.reports().map(({ located }) => reportTitle(located.unit, located.year));
  const keeping = new Keeping({ book, words, titles, leave: () => desk.leave() });
  const saving = new Saving({ host, words, say, leave: () => desk.leave(), saved: () => keeping.saved() });
  const tools = part('tools');
  const undoButton = button(words.undo, undo);
  const redoButton = button(words.redo, redo);
  const save = button(words.save, () => void saving.save(false), 'main');
  undoButton.title = words.undoTip;
  redoButton.title = words.redoTip;
  save.title = words.saveTip;
  tools.append(
    tag('strong', '', words.title),
    undoButton,
    redoButton,
    save,
    button(words.saveAs, () => void saving.save(true)),
  );
  part('foot').append(keeping.element, button(words.licences, showLicences));
  const refresh = (): void => {
    undoButton.disabled = !book.canUndo;
    redoButton.disabled = !book.canRedo;
  };
  book.subscribe(refresh);
  refresh();
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    // Boxes to write in undo by themselves; elsewhere it is the book that goes back.
    const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    if (key === 's') void saving.save(false);
    else if (key === 'z' && !writing) (event.shiftKey ? redo : undo)();
    else if (key === 'y' && !writing) redo();
    else return;
    event.preventDefault();
  });
  // A file that is dropped beside the box for it would open in place of the page.
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (!event.defaultPrevented) say(words.dropElsewhere);
    event.preventDefault();
  });
  part('starting').remove();
  void renderPane(host, part('pane')).then(() => {
    document.title = words.title;
  });
  void keeping.start();
}

start();
