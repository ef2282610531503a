/** A workbook with that add-in beside it; gives the workbook away as a file. */
import { Book } from '../../src/book/book';
import { mountAddIn, type AddInHost } from '../../src/workbench/host/mountAddIn';
import { workbookToFile, type WorkbookFile } from '../../src/book/workbookFile';

declare global {
  interface Window {
    samples: { readonly host: AddInHost; readonly take: () => WorkbookFile };
  }
}

const book = new Book();
const host = mountAddIn({ book, container: document.body, url: 'pane.html' });
window.samples = {
  host,
  take() {
    const [blank] = book.sheets;
    if (blank !== undefined) book.deleteSheet(blank);
    return workbookToFile(book.snapshot());
  },
};
