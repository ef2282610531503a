/**
 * The workbench: a workbook in the browser with the add-in beside it, unmodified, as Excel on the web would show them.
 * In the address: `sample` (broken, correct, edition2019, empty), `lang` (zh, en), `addin` (another page of a pane).
 */
import { Book } from '../../book/book';
import type { Grid, GridNotice } from '../grid/grid';
import { mountAddIn, type AddInHost } from '../host/mountAddIn';
import { makeDivider } from './divider';
import { workbookFiles } from './files';
import { isSample, sampleNames, sampleWorkbook, type SampleId } from './samples';
import { languageTags, words, type Language, type WordKey, type Words } from './words';

export interface Workbench {
  readonly book: Book;
  /** The add-in beside the book; null while the pane is closed. */
  readonly host: AddInHost | null;
  /** Null until the grid is loaded. */
  readonly grid: Grid | null;
}

declare global {
  interface Window {
    workbenchPage: Workbench;
  }
}

/** The element that the page must have. */
function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

const page = {
  workspace: element('workspace', HTMLElement),
  samples: element('samples', HTMLSelectElement),
  empty: element('empty', HTMLButtonElement),
  openFile: element('open-file', HTMLButtonElement),
  saveFile: element('save-file', HTMLButtonElement),
  file: element('file', HTMLInputElement),
  losses: element('losses', HTMLDialogElement),
  undo: element('undo', HTMLButtonElement),
  redo: element('redo', HTMLButtonElement),
  showPane: element('show-pane', HTMLButtonElement),
  newReport: element('new-report', HTMLButtonElement),
  checkNow: element('check-now', HTMLButtonElement),
  closePane: element('close-pane', HTMLButtonElement),
  divider: element('divider', HTMLElement),
  pane: element('pane', HTMLElement),
  sheet: element('sheet', HTMLElement),
  skeleton: element('skeleton', HTMLElement),
  notice: element('notice', HTMLElement),
};

/** Page of the pane for each of the ribbon's buttons, as the add-in's manifest names them. */
const paneViews = { show: '', new: 'view=new', check: 'view=check' } as const;
type PaneView = keyof typeof paneViews;

const query = new URLSearchParams(window.location.search);
const addInPage = query.get('addin') ?? 'taskpane.html';
const narrow = window.matchMedia('(max-width: 820px)');
const noticeTime = 6000;

const book = new Book();
let language: Language = query.get('lang') === 'en' ? 'en' : 'zh';
/** Null while a file is open. */
let sample: SampleId | null = 'broken';
let fileName = '';
let changed = false;
let host: AddInHost | null = null;
let paneView: PaneView = 'show';
let grid: Grid | null = null;
let noticeTimer: ReturnType<typeof setTimeout> | null = null;

const say = (text: string): void => {
  page.notice.textContent = text;
  if (noticeTimer !== null) clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => {
    page.notice.textContent = '';
  }, noticeTime);
};

const sayOf: Readonly<Record<'reimported' | 'protected' | 'impossible', WordKey>> = {
  reimported: 'reimported',
  protected: 'refused',
  impossible: 'impossible',
};

const gridSays = (notice: GridNotice): void =>
  say(notice.kind === 'refused' ? `${notice.title} ${notice.message}`.trim() : words[language][sayOf[notice.kind]]);

function showWords(): void {
  const text: Words = words[language];
  const isWord = (key: string | undefined): key is WordKey => key !== undefined && Object.hasOwn(text, key);
  document.documentElement.lang = languageTags[language];
  document.title = text.title;
  for (const item of document.querySelectorAll<HTMLElement>('[data-word]')) {
    if (isWord(item.dataset['word'])) item.textContent = text[item.dataset['word']];
  }
  for (const item of document.querySelectorAll<HTMLElement>('[data-label]')) {
    if (!isWord(item.dataset['label'])) continue;
    item.setAttribute('aria-label', text[item.dataset['label']]);
    if (item instanceof HTMLButtonElement) item.title = text[item.dataset['label']];
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === language));
  }
  page.samples.replaceChildren(
    ...Object.entries(sampleNames).map(([id, key]) => new Option(text[key], id, false, id === sample)),
  );
  showSample();
}

/** While a file is open its name stands in the list, in front of the samples. */
function showSample(): void {
  page.samples.querySelector('option[value=""]')?.remove();
  if (sample === null) page.samples.prepend(new Option(fileName, '', true, true));
  else page.samples.value = sample;
}

function closePane(): void {
  host?.remove();
  host = null;
  page.workspace.classList.add('closed');
  page.showPane.setAttribute('aria-pressed', 'false');
}

/** Opens the pane on a view. One that is open stays as it is unless another view is asked for. */
function openPane(view: PaneView): void {
  const same = host !== null && (view === 'show' || view === paneView);
  if (same && view !== 'check') return;
  host?.remove();
  paneView = view;
  page.workspace.classList.remove('closed');
  page.showPane.setAttribute('aria-pressed', 'true');
  const joint = addInPage.includes('?') ? '&' : '?';
  host = mountAddIn({
    book,
    container: page.pane,
    url: paneViews[view] === '' ? addInPage : `${addInPage}${joint}${paneViews[view]}`,
    language: languageTags[language],
    title: words[language].paneTitle,
    onLeave: () => grid?.focus(),
  });
}

const mayReplace = (): boolean => !changed || window.confirm(words[language].confirmReplace);

async function openSample(id: SampleId): Promise<void> {
  if (!mayReplace()) {
    showSample();
    return;
  }
  try {
    book.load(await sampleWorkbook(id));
    sample = id;
    changed = false;
    files.forget(words[language][sampleNames[id]].replace(/^.*[:：]\s*/, ''));
    grid?.fitWidth();
  } catch (error) {
    console.warn('workbench: the sample could not be opened', error);
    say(words[language].sampleFailed);
  }
  showSample();
}

/** A workbook that is opened has a pane of its own, as in Excel. */
const files = workbookFiles({
  book,
  words: () => words[language],
  say,
  mayReplace,
  opened(name) {
    sample = null;
    fileName = name;
    changed = false;
    showSample();
    grid?.fitWidth();
    if (host === null) return;
    closePane();
    openPane('show');
  },
  input: page.file,
  dialog: page.losses,
});

async function loadGrid(): Promise<void> {
  try {
    const { mountGrid } = await import('../grid/grid');
    grid = await mountGrid(book, page.sheet, {
      language,
      notify: gridSays,
      editing: (active) => host?.setEditMode(active),
    });
    grid.fitWidth();
    page.skeleton.classList.add('gone');
  } catch (error) {
    console.error('workbench: the grid could not be loaded', error);
    page.skeleton.textContent = words[language].gridFailed;
  }
}

async function setLanguage(wanted: Language): Promise<void> {
  if (wanted === language) return;
  language = wanted;
  showWords();
  if (host !== null) {
    const view = paneView;
    closePane();
    openPane(view);
  }
  await grid?.setLanguage(wanted);
}

const lasting = new Set(['user', 'api', 'undo']);

book.subscribe(({ origin, changes }) => {
  // The book tells of an undo before it has put it among the steps that can be redone.
  queueMicrotask(() => {
    page.undo.disabled = !book.canUndo;
    page.redo.disabled = !book.canRedo;
  });
  if (!lasting.has(origin)) return;
  if (changes.some(({ kind }) => kind !== 'selected' && kind !== 'activated' && kind !== 'calculated')) changed = true;
});

page.samples.addEventListener('change', () => {
  if (isSample(page.samples.value)) void openSample(page.samples.value);
});
page.empty.addEventListener('click', () => void openSample('empty'));
page.openFile.addEventListener('click', () => files.choose());
page.saveFile.addEventListener('click', () => void files.save());
page.undo.addEventListener('click', () => book.undo());
page.redo.addEventListener('click', () => book.redo());
page.showPane.addEventListener('click', () => {
  if (host === null) openPane('show');
  else if (narrow.matches) closePane();
});
page.newReport.addEventListener('click', () => openPane('new'));
page.checkNow.addEventListener('click', () => openPane('check'));
page.closePane.addEventListener('click', () => {
  closePane();
  page.showPane.focus();
});
for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
  button.addEventListener('click', () => void setLanguage(button.dataset['language'] === 'en' ? 'en' : 'zh'));
}
makeDivider(page.divider, page.workspace);
showWords();

window.workbenchPage = {
  book,
  get host() {
    return host;
  },
  get grid() {
    return grid;
  },
};

const asked = query.get('sample');
await openSample(isSample(asked) ? asked : 'broken');
if (narrow.matches) closePane();
else openPane('show');
await loadGrid();
