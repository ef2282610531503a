import type { Words } from './words.zh';

/** What the offline page says around the pane, in English. */
export const en: Words = {
  title: 'Gouji · offline',
  empty:
    'There is no report yet. On the right: import last year’s report, make a blank one, or import a Word or Excel file.',
  textHint: 'Write here, one paragraph a line',
  headingInText:
    'The text was not taken in yet: a line in it is the same as a heading of the report and would be taken for one. Please change that line; the rest is still here.',
  dropElsewhere: 'To read a file, open “Import” on the right and drop it into the box there.',
  sheets: 'Sheets',
  closeSheet: (name) => `Close “${name}”`,
  licences: 'Licences',
  close: 'Close',
  undo: 'Undo',
  redo: 'Redo',
  undoTip: 'Undo the last step (Ctrl+Z), also what the pane wrote',
  redoTip: 'Redo what was undone (Ctrl+Y)',
  save: 'Save as Excel file',
  saveTip:
    'Saves the report as an Excel file that checks itself (Ctrl+S). The first time you choose where; later to the same file',
  saveAs: 'Save elsewhere…',
  nothingToSave: 'There is no report yet, nothing to save.',
  savedTo: (name) => `Saved to “${name}”.`,
  downloaded: (name) => `Handed to the browser to save: “${name}”. Please look in its list of downloads.`,
  saveFailed: (detail) =>
    `It was not saved; everything is still on this page. Try again, or export on the right. ${detail}`,
  notSaved: (detail) => `Not saved: ${detail}`,
  refused: (what, why) => `${what} was not put in: ${why}`,
  pasteRefused: (text, label) =>
    label === null
      ? `Nothing was pasted: “${text}” would fall outside the table. Choose the upper left cell first; for a whole table use “Import” on the right.`
      : `Nothing was pasted: “${text}” would cover “${label}”. Choose the upper left cell first; for a whole table use “Import” on the right.`,
  kept: (time) => `Unsaved work was kept in this computer’s browser at ${time}; it survives closing the page.`,
  keeping: 'Unsaved work is kept in this computer’s browser; it survives closing the page.',
  notKept: 'Shared computer: nothing is kept. Save before you close the page.',
  cannotKeep: 'This browser cannot keep unsaved work. Save before you close the page.',
  keepFailed: 'Unsaved work could not be kept. Save before you close the page.',
  shared: 'Shared computer, keep nothing',
  deleteKept: 'Delete kept work',
  deleted: 'Kept work was deleted. What is on this page is still here; please save it yourself.',
  found: (time, titles) => `Work that was not saved last time (${time}): ${titles}`,
  untitled: 'no report',
  restore: 'Restore',
  discard: 'Delete',
  restored: 'Restored. Please check it, then save.',
  notEmpty:
    'Not restored: it would replace the present report. Save that first and close it (or open another page), then restore.',
  unreadable: 'The kept work cannot be read and was not restored; it is still on this computer and can be deleted.',
  leaving: 'There is unsaved work.',
};
