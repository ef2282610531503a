import type { Words } from './words.zh';

/** What a person reads on the workbench page, in English. */
export const en: Words = {
  title: 'Gouji workbench',
  note: 'A trial environment in the browser, not Excel',
  workbook: 'Workbook',
  openSample: 'Open a sample workbook',
  sampleBroken: 'Sample: one broken sum',
  sampleCorrect: 'Sample: complete and correct',
  sample2019: 'Sample: 2019 edition',
  sampleEmpty: 'Blank workbook',
  undo: 'Undo',
  redo: 'Redo',
  showPane: 'Open the task pane',
  newReport: 'New report',
  checkNow: 'Check now',
  closePane: 'Close the task pane',
  paneTitle: 'Gouji',
  paneWidth: 'Width of the task pane',
  language: 'Language',
  loadingGrid: 'Loading the grid…',
  gridFailed: 'The grid could not be loaded. The task pane still works; reload the page to try again.',
  confirmReplace: 'Opening another workbook drops the changes made here. Go on?',
  sampleFailed: 'The sample could not be opened. Check the connection and try again.',
  reimported: 'The trial environment does not know this operation. The grid shows the workbook as it was before.',
  refused: 'The sheet is protected; nothing was changed.',
  impossible: 'This cannot be done; the sheet was not changed.',
};
