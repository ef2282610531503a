import type { Words } from './words.zh';

/** What the offline page says around the pane, in English. */
export const en: Words = {
  title: 'Gouji · offline',
  empty:
    'There is no report yet. In the pane: import last year’s report, make a blank one, or import a Word or Excel file; or drop a file on this page.',
  parts: { tools: 'Opening and saving', desk: 'Report', foot: 'Kept work and guide' },
  textHint: 'Write here, one paragraph a line',
  headingInText:
    'The text was not taken in yet: a line in it is the same as a heading of the report and would be taken for one. Please change that line; the rest is still here.',
  openOne: 'One file at a time. To read the reports of many units together, use “Collect”.',
  sheets: 'Tabs',
  closeSheet: (name) => `Close “${name}”`,
  guide: 'Guide',
  guideParts: [
    [
      'Filling in',
      'The form on this page is as it is published. Click a cell and type; arrows, Tab and Enter move, F2 edits what is there, Delete empties, Ctrl+Z undoes. Paste a block from Excel, WPS, Word or a web page onto its upper left cell. A blank is not a 0: for what did not occur use “Put 0 into all …”.',
    ],
    [
      'Colours',
      'Pale yellow: not filled in yet. Red: the two sides of a sum differ. Dark yellow: no usable number. Grey: a total worked out by its formula.',
    ],
    [
      'From last year’s file to the published report',
      '“What to do next” lists the steps, each with a button: import last year’s report, fill in the tables, write the text, check, export Word. A click on a finding goes to its cell.',
    ],
    [
      'Opening and saving',
      '“Open…” reads Excel, Word, WPS, PDF, web page and JSON files and puts nothing in before you reviewed it; or drop a file on this page. “Save as Excel file” gives a workbook that checks itself and can be opened again; several reports are saved one by one. Word, web page and others come from “Export”; the browser puts them into its folder of downloads.',
    ],
    [
      'Before it is saved',
      'What you do is kept in this browser on this computer: after the page was closed or broke down, open it again and press “Restore”. “Delete kept work” removes all of it at once. On a computer that others use, tick “Shared computer, keep nothing”.',
    ],
    [
      'Collecting',
      'For the county’s office: choose the list of units and their reports, see who is missing and what is wrong, make the sum and the letters.',
    ],
    [
      'By keyboard alone',
      'Ctrl+O opens, Ctrl+S saves, Ctrl+Z and Ctrl+Y undo and redo. F6 goes between the form, the pane and the buttons above and below. In the pane Tab goes through everything and the arrows change tabs.',
    ],
    ['Data', 'For unclassified information only. This page connects to nothing; data stay on this computer.'],
  ],
  licences: 'Licences',
  close: 'Close',
  undo: 'Undo',
  redo: 'Redo',
  undoTip: 'Undo the last step (Ctrl+Z), also what the pane wrote',
  redoTip: 'Redo what was undone (Ctrl+Y)',
  open: 'Open…',
  openTip: 'Open an Excel, Word or JSON file (Ctrl+O) to review it and put it under a tab; or drop a file on this page',
  save: 'Save as Excel file',
  saveTip:
    'Saves the report as an Excel file that checks itself (Ctrl+S). The first time you choose where; later to the same file',
  saveAs: 'Save elsewhere…',
  nothingToSave: 'There is no report yet, nothing to save.',
  othersNotIn: (titles) => ` The other reports are not in this file; save each of them: ${titles}.`,
  collectionNotIn: (sheets) => ` Nor are ${sheets}; to keep them, use “Export the sum” under “Collect”.`,
  notInFile: (sheets) =>
    `The file that this report came from has other sheets, ${sheets}, which were not read and will not be in the file that is saved. Do not save over the original, or they are lost.`,
  saveAnyway: 'Save',
  cancel: 'Cancel',
  savedTo: (name) => `Saved to “${name}”.`,
  downloaded: (name) => `Handed to the browser to save: “${name}”. Please look in its list of downloads.`,
  saveFailed: (detail) => `It was not saved; everything is still on this page. Try again, or export. ${detail}`,
  notSaved: (detail) => `Not saved: ${detail}`,
  refused: (what, why) => `${what} was not put in: ${why}`,
  pasteRefused: (text, label) =>
    label === text
      ? `Nothing was pasted: “${text}” is a name of the form and no figure. Choose the upper left cell first; for a whole table use “Import”.`
      : label === null
        ? `Nothing was pasted: “${text}” would fall outside the table. Choose the upper left cell first; for a whole table use “Import”.`
        : `Nothing was pasted: “${text}” would cover “${label}”. Choose the upper left cell first; for a whole table use “Import”.`,
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
