/**
 * The workbench without a grid: the task pane over a book that tests drive. In the address: `addin` = page of the pane
 * (else taskpane.html beside this page), `language`, `api` (highest ExcelApi set), `online` (any value = on), `clock=manual`
 * (replies and events arrive when `host.time` is advanced), `workbook` (address of the workbook that is open from the start,
 * as `workbookToFile` makes it; else an empty one).
 */
import { Book } from '../../book/book';
import { workbookFromFile, type WorkbookFile } from '../../book/workbookFile';
import { ManualTime } from '../protocol/scheduler';
import { mountAddIn, type AddInHost } from './mountAddIn';

declare global {
  interface Window {
    workbench: { readonly book: Book; readonly host: AddInHost };
  }
}

const query = new URLSearchParams(window.location.search);
const container = document.getElementById('pane');
if (container === null) throw new Error('the page has no place for the pane');
const language = query.get('language');
const excelApi = query.get('api');
const book = new Book();
const opened = query.get('workbook');
if (opened !== null) book.load(workbookFromFile((await (await fetch(opened)).json()) as WorkbookFile));
const host = mountAddIn({
  book,
  container,
  url: query.get('addin') ?? 'taskpane.html',
  online: query.has('online'),
  ...(query.get('clock') === 'manual' && { scheduler: new ManualTime() }),
  ...(language !== null && { language }),
  ...(excelApi !== null && { excelApi }),
});
window.workbench = { book, host };
