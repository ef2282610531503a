/** Opening and saving workbook files on the page. What a saved file will not have is said before it is saved. */
import type { Book } from '../../book/book';
import type { Loss, LossKind } from '../files/losses';
import type { WordKey, Words } from './words';

/** What the page around has for this. */
export interface FilePage {
  readonly book: Book;
  readonly words: () => Words;
  readonly say: (text: string) => void;
  /** Whether the workbook that is open may be given up. */
  readonly mayReplace: () => boolean;
  /** Called after a file has been opened; its name without the ending. */
  readonly opened: (name: string) => void;
  readonly input: HTMLInputElement;
  readonly dialog: HTMLDialogElement;
}

export interface Files {
  /** Asks for a file and opens it. */
  readonly choose: () => void;
  /** Saves the workbook that is open, after asking where something of its file would be missing. */
  readonly save: () => Promise<void>;
  /** The workbook that is open came from elsewhere: nothing of it can be missing. */
  readonly forget: (name: string) => void;
}

const lossWords = {
  pictures: 'lossPictures',
  comments: 'lossComments',
  tables: 'lossTables',
  pivots: 'lossPivots',
  externalLinks: 'lossExternalLinks',
  properties: 'lossProperties',
  links: 'lossLinks',
  filters: 'lossFilters',
  headers: 'lossHeaders',
  breaks: 'lossBreaks',
  groups: 'lossGroups',
  password: 'lossPassword',
  structure: 'lossStructure',
  arrayFormulas: 'lossArrayFormulas',
  conditionalKinds: 'lossConditionalKinds',
  conditionalLooks: 'lossConditionalLooks',
  validationKinds: 'lossValidationKinds',
  richText: 'lossRichText',
  looks: 'lossLooks',
  columnLooks: 'lossColumnLooks',
  dates1904: 'lossDates1904',
  sheetKinds: 'lossSheetKinds',
  other: 'lossOther',
} as const satisfies Record<LossKind, WordKey>;

const lossText = ({ kind, sheets }: Loss, words: Words): string =>
  words[lossWords[kind]] +
  (sheets.length === 0 ? '' : `${words.lossOpen}${sheets.join(words.listComma)}${words.lossClose}`);

/** Shows the list and waits for the answer. */
function ask(dialog: HTMLDialogElement, losses: readonly Loss[], words: Words): Promise<boolean> {
  const list = dialog.querySelector('ul');
  list?.replaceChildren(
    ...losses.map((loss) => {
      const item = document.createElement('li');
      item.textContent = lossText(loss, words);
      return item;
    }),
  );
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'save'), { once: true });
  });
}

function download(bytes: Uint8Array<ArrayBuffer>, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function workbookFiles({ book, words, say, mayReplace, opened, input, dialog }: FilePage): Files {
  let name = '';
  let losses: readonly Loss[] = [];

  const open = async (file: File): Promise<void> => {
    if (!mayReplace()) return;
    try {
      const { readXlsx } = await import('../files/readXlsx');
      const read = readXlsx(new Uint8Array(await file.arrayBuffer()));
      book.log.unsupported.clear();
      book.load(read.workbook);
      book.activate(read.active);
      ({ losses } = read);
      name = file.name.replace(/\.xlsx$/i, '');
      opened(name);
      // Every formula is worked out once, so that what nobody can work out here is known.
      book.calculation.eachFormula(() => undefined);
      const notices = [
        ...(losses.length > 0 ? [words().openedWithLosses] : []),
        ...(book.log.unsupported.size > 0 ? [words().unknownFormulas] : []),
      ];
      say(notices.join(' '));
    } catch (error) {
      console.warn('workbench: the file could not be opened', error);
      say(words().fileFailed);
    }
  };

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file !== undefined) void open(file);
  });

  return {
    choose: () => input.click(),
    async save() {
      if (losses.length > 0 && !(await ask(dialog, losses, words()))) return;
      const { writeXlsx, xlsxType } = await import('../files/writeXlsx');
      download(writeXlsx(book), xlsxType, `${name === '' ? words().workbook : name}.xlsx`);
      say(words().savedFile);
    },
    forget(called) {
      name = called;
      losses = [];
    },
  };
}
