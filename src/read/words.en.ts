import type { AsideKind } from './containers/runs';
import type { ReadWords } from './wordTypes';

const at = (place: string): string => (place === '' ? '' : ` (${place})`);
const blankNow = 'The cells were left blank; please fill them in from the original.';

const unclearOther = (text: string): string => `it is not certain that all is shown, or part of the number${text}`;
/** Why a cell was left blank. */
const unclear: Readonly<Partial<Record<string, (text: string) => string>>> = {
  mark: (text) => `something is raised or lowered${text}, and may be part of the number`,
  struck: (text) => `there is only what was crossed out${text}`,
  deleted: (text) => `there is only what a tracked change deleted${text}`,
  hidden: (text) => `there is only hidden text${text}`,
  unclear: unclearOther,
  object: (text) => `there is a picture or a control${text}, and no number could be read`,
} satisfies Record<AsideKind, (text: string) => string>;
const leftOut: Readonly<Partial<Record<string, string>>> = {
  mark: 'the mark of a note',
  struck: 'the crossed-out',
  deleted: 'the deleted',
  hidden: 'the hidden',
  unclear: 'the unclear',
  object: 'the picture or control',
} satisfies Record<AsideKind, string>;

export const wordsEn: ReadWords = {
  dangers: {
    size: 'it unpacks to another size than it says, or to far more than a report',
    count: 'it holds too many entries',
    path: 'it holds a path that leads outside',
    xml: 'it holds XML that is not allowed',
    structure: 'it is not built as such a file is',
    content: 'its cells or texts unfold to far more than a report',
  },
  some: (names, count) =>
    names.length === 0 ? '' : names.join(', ') + (count > names.length ? ` and others, ${count} cells` : ''),
  otherDoubt: ({ place }) => `In doubt: please compare with the original${at(place)}.`,
  doubts: {
    cellCount: ({ detail, place }) => {
      const row = detail('row') === '' ? 'the row of figures' : `the row “${detail('row')}”`;
      return detail('expected') === detail('read')
        ? `In doubt: the column headings over ${row} in “${detail('section')}” could not all be read, so the columns of its ${detail('read')} numbers are not certain${at(place)}. ${blankNow}`
        : `In doubt: ${row} in “${detail('section')}” should hold ${detail('expected')} numbers, ${detail('read')} could be told apart, so their columns are not certain${at(place)}. ${blankNow}`;
    },
    rowRagged: ({ detail, place }) => {
      const row = detail('row') === '' ? 'the row of figures' : `the row “${detail('row')}”`;
      return `In doubt: ${row} in “${detail('section')}” has more or fewer cells than there are columns, so it is not certain which number belongs where${at(place)}. ${blankNow}`;
    },
    headsForeign: ({ detail, place }) => {
      const row = detail('row') === '' ? 'the row of figures' : `the row “${detail('row')}”`;
      return `In doubt: the column “${detail('printed')}” over ${row} in “${detail('section')}” is one of another edition of the form, so its numbers do not belong in this one${at(place)}. ${blankNow}`;
    },
    rowTwice: ({ detail, place }) =>
      `In doubt: “${detail('label')}” stands there twice with different numbers${at(place)}. ${blankNow}`,
    headTwice: ({ detail, place }) =>
      `In doubt: the column “${detail('label')}” stands there twice${at(place)}. ${blankNow}`,
    headsUnread: ({ detail, place, count }) =>
      `In doubt: the column headers in “${detail('section')}” were not all readable; ${count} numbers were taken in the official order of the columns${at(place)}. Please compare each column with the original.`,
    headCut: ({ detail, place, figures }) =>
      `In doubt: the column header “${detail('label')}” is cut; these were told apart by their order: ${figures}${at(place)}. Please compare with the original.`,
    labelDamaged: ({ detail, place }) =>
      `In doubt: “${detail('printed')}” was read as “${detail('label')}”${at(place)}. Please check that they are the same.`,
    editionMixed: ({ detail, place }) =>
      `In doubt: the table mixes two formats; “${detail('printed')}” belongs to the other one and was read as “${detail('label')}”${at(place)}. Please check.`,
    editionUncertain: ({ detail }) =>
      `In doubt: the labels do not tell which format this is; it was read as ${detail('edition')}. Please check.`,
    unitNameMissing: () => 'In doubt: no name of the reporting body was found. Please fill it in.',
    yearMissing: () => 'In doubt: no year of the report was found. Please fill it in.',
    yearFromText: ({ detail }) => `In doubt: the title names no year; the text says ${detail('year')}. Please check.`,
    tableMissing: ({ detail }) =>
      `In doubt: no table was found in “${detail('section')}”; it may be a picture or an attachment. ${blankNow}`,
    rowsMissing: ({ detail }) =>
      `In doubt: ${detail('count')} rows are not there in “${detail('section')}”: ${detail('labels')}. ${blankNow}`,
    columnsMissing: ({ detail }) =>
      `In doubt: ${detail('count')} columns are not there in “${detail('section')}”: ${detail('labels')}. ${blankNow}`,
    unknownRow: ({ detail, place }) =>
      `In doubt: the table has a row${detail('label') === '' ? '' : ` “${detail('label')}”`} that the official format does not know${at(place)}; it was not read.`,
    unknownColumn: ({ detail, place }) =>
      `In doubt: the table has a column${detail('label') === '' ? '' : ` “${detail('label')}”`} that the official format does not know${at(place)}; it was not read.`,
    extraLine: ({ detail, place }) => `Note: a line outside the tables was not read: “${detail('text')}”${at(place)}.`,
    annexUnread: ({ detail, place }) =>
      `Note: an annex was not read: “${detail('text')}”${at(place)}. If it holds figures of the report, please fill them in from the original.`,
    blanksAsZero: ({ figures, count }) =>
      `Note: ${count} cells that are blank in the original were taken as 0, as you chose: ${figures}.`,
    sheetsJoined: ({ detail }) =>
      `Note: the sheets “${detail('parts')}” were read as one report, though not all of them name the body and the year. Please check that they belong together.`,
    cellUnread: ({ detail, figures, place }) =>
      `In doubt: ${figures} says “${detail('text')}”, which is no number${at(place)}. The cell was left blank; please fill it in from the original.`,
    cellUnclear: ({ detail, figures, place }) => {
      const told = detail('text') === '' ? '' : ` “${detail('text')}”`;
      const why = (unclear[detail('reason')] ?? unclearOther)(told);
      return `In doubt: in ${figures} ${why}${at(place)}. The cell was left blank; please fill it in from the original.`;
    },
    leftOut: ({ detail, figures }) =>
      `Note: in ${figures} ${leftOut[detail('reason')] ?? ''} “${detail('text')}” was not counted as part of the number. Please compare with the original.`,
    boxShared: ({ detail, figures, place }) =>
      `In doubt: the box of ${figures} holds more than one entry, “${detail('text')}”${at(place)}, and nothing tells which is the figure. It was left blank; please fill it in from the original.`,
    boxInner: ({ detail, figures, place }) =>
      `In doubt: “${detail('text')}” of ${figures} does not stand in the first cell of its box${at(place)}; it was read as that figure. Please check.`,
    looseNumber: ({ detail, place }) =>
      `In doubt: the number “${detail('text')}” beside the table${at(place)} stands in no box and was not read. If it is a figure of the table, please put it into its box.`,
    unitConflict: ({ detail, figures, place }) =>
      `In doubt: ${figures} says “${detail('text')}”, in another unit than its column${at(place)}. The cell was left blank; please convert and fill it in.`,
    unitUnknown: ({ detail, figures, place }) =>
      `In doubt: ${figures} “${detail('text')}” names no unit: yuan or 10,000 yuan${at(place)}. The number was kept as it stands; please name its unit.`,
    sectionMissing: ({ detail }) =>
      `In doubt: “${detail('section')}” was not found. Please check whether the original lacks it.`,
    sectionRenamed: ({ detail, place }) =>
      `In doubt: the heading “${detail('text')}” was read as “${detail('section')}”${at(place)}. Please check.`,
    markedUnread: ({ count }) =>
      `In doubt: ${count} numbers could not be read when this file was made and are still blank. Please fill them in.`,
    hiddenCells: ({ place }) =>
      `In doubt: the table has hidden rows or columns; their numbers were read too${at(place)}. Please check.`,
    hiddenSheet: ({ detail }) =>
      `In doubt: this report stands on the hidden sheet “${detail('sheet')}”; it was read too. Please check whether it is wanted.`,
    notCached: ({ figures, place }) =>
      `In doubt: ${figures} holds a formula whose result is not stored in the file${at(place)}. Open and save the file in a spreadsheet program, then import it again.`,
    resultStale: ({ figures, place }) =>
      `In doubt: ${figures} holds a formula whose result in the file is not the sum of its parts; it may not have been calculated anew${at(place)}. The result in the file was read; open the file in a spreadsheet program, press F9 to calculate, save it and import it again.`,
    manualCalculation: ({ figures, place }) =>
      `In doubt: the workbook is set to manual calculation, and ${figures} holds a formula, so its result may be out of date${at(place)}. Open the file in a spreadsheet program, press F9 to calculate, save it and import it again; or check each figure.`,
    shownOtherwise: ({ detail, figures, place }) =>
      `In doubt: ${figures} ${detail('shown') === '' ? 'shows nothing' : `shows “${detail('shown')}”`}, while its cell holds ${detail('stored')}${at(place)}; which is meant is not certain. ${blankNow}`,
    shownRounded: ({ detail, figures, place }) =>
      `In doubt: ${figures} shows “${detail('shown')}”, while its cell holds ${detail('stored')}${at(place)}. The number that is shown was read; please check.`,
    cellsUnplaced: ({ detail }) =>
      `In doubt: the file does not say in which columns the cells of ${detail('rows')} rows stand; numbers were taken in their order. Please compare each with the original.`,
    textUnreadable: ({ detail }) =>
      `In doubt: in ${detail('pieces')} places of this PDF the typeface does not say which characters it shows; they could not be read. Please fill in blank cells and missing text from the original.`,
    partUnread: ({ detail }) =>
      `In doubt: the document takes in another file${detail('format') === '' ? '' : ` (${detail('format')})`} whose content was not read. Open it in Word, save it as .docx and import that; or fill in what is missing from the original.`,
  },
  otherFailure: 'Nothing was read. Please try another file, or copy the whole report and paste it.',
  failures: {
    empty: () => 'There is nothing to read. Paste the whole report or choose a file.',
    noReport: () =>
      'This is not an annual report on government information disclosure: neither its tables nor the titles of its sections were found. Nothing was read. Copy the whole report with its tables and try again.',
    tooLarge: (detail) =>
      `This is larger than ${detail('limit')} MB. Nothing was read. Copy only the report itself and try again.`,
    fileTooLarge: (detail) =>
      `The file is larger than ${detail('limit')} MB. Nothing was read. Save it without pictures and try again.`,
    jsonSyntax: () =>
      'The file is not complete JSON: it may have been cut or changed. Nothing was read. Please export it again.',
    foreignJson: (detail) =>
      `This JSON is not report data exported by Gouji${detail('format') === '' ? '' : ` (its format says “${detail('format')}”)`}. Nothing was read.`,
    unknownMajor: (detail) =>
      `The report data is of the format “${detail('format')}”; this version knows version ${detail('known')} only. Nothing was read. Please update Gouji.`,
    unknownEdition: (detail) => `The report data uses an unknown edition “${detail('edition')}”. Nothing was read.`,
    foreignKeys: (detail) =>
      `The report data has unknown entries${detail('at') === '' ? '' : ` in ${detail('at')}`}: “${detail('keys')}”. It may have been changed. Nothing was read.`,
    repeatedKey: (detail) =>
      `In the report data “${detail('key')}” is given more than once: which one holds cannot be told. Nothing was read. Export it from Gouji again.`,
    figureTooLarge: (detail) =>
      `In the report data “${detail('at')}” is too large to be a count or an amount; it may have been altered. Nothing was read.`,
    invalidJson: (detail) =>
      `“${detail('at')}” in the report data is missing or wrong. It may have been changed. Nothing was read.`,
    oldWord: () =>
      'This is a file of Word 95 or before. Nothing was read. Open it in Word or WPS, save it as .docx and import that; or copy the whole text and paste it.',
    pdfNoText: () =>
      'No text was found in this PDF; it may be a scan or a picture. Nothing was read. Import the Word file it was made from; or turn it into a Word file with text recognition (OCR) first, and check every number.',
    encrypted: () => 'The file is protected by a password. Nothing was read. Remove the password and try again.',
    binaryWorkbook: () =>
      'This is a binary workbook of Excel (.xlsb). Nothing was read. Open it in Excel, save it as “Excel Workbook (.xlsx)” and import that.',
    otherDocument: (detail) =>
      `This is a file of the kind ${detail('format')}; nothing was read. Open it in Word or WPS, save it as .docx and import that; or copy the whole text and paste it.`,
    otherWorkbook: (detail) =>
      `This is a file of the kind ${detail('format')}; nothing was read. Open it in Excel or WPS, save it as .xlsx and import that; or copy all cells and paste them.`,
    otherFormat: (detail) =>
      `This is a file of the kind ${detail('format')}; nothing was read. Import the Word file it was made from; without one, open it, copy the whole report and paste it.`,
    archiveBroken: () => 'The file is damaged or incomplete. Nothing was read. Please get it again.',
    archiveUnsafe: (detail) =>
      `Something is wrong inside the file (${detail('danger')}). For safety nothing was read. Ask where it came from; if it can be trusted, open it in Word, Excel or WPS, save it again and retry; instead of a PDF import the Word file it was made from.`,
    unknownFile: () =>
      'This kind of file is not known. Import .docx, .doc, .wps, .xlsx, .xls, .et, .pdf, .html, .txt or a .json exported by Gouji; or copy the whole report and paste it.',
    internal: () => 'Something went wrong while reading. Nothing was read. Copy the whole report and paste it.',
  },
};
