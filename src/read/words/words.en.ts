import type { Danger } from '../containers/archive';
import type { AsideKind } from '../containers/runs';
import type { LookReason } from '../doubt';
import type { ReadWords } from './wordTypes';

const at = (place: string): string => (place === '' ? '' : ` (${place})`);
const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');
/** What an office does that was sent a file. */
const askUnit = 'Ask the unit for a .docx or .xlsx file.';
const blankNow = 'The cells were left blank; please fill them in from the original.';

const unclearOther = (text: string): string => `it is not certain that all is shown, or part of the number${text}`;
/** Why a cell was left blank. */
const unclear: Readonly<Record<AsideKind, (text: string) => string>> = {
  mark: (text) => `something is raised or lowered${text}, and may be part of the number`,
  struck: (text) => `there is only what was crossed out${text}`,
  deleted: (text) => `there is only what a tracked change deleted${text}`,
  hidden: (text) => `there is only hidden text${text}`,
  unclear: unclearOther,
  object: (text) => `there is a picture, a control or a note${text}, and no number could be read`,
  unseen: (text) =>
    `there is only what nobody sees or can read${text}: white on white, far too small, or pictures for letters`,
  faint: unclearOther,
  remapped: unclearOther,
  stale: unclearOther,
  overlaid: unclearOther,
  broken: unclearOther,
  covered: (text) => `something is stored${text}, but a merged cell covers it`,
  uncalculated: (text) => `there is a formula${text} whose result is not stored in the file`,
};
const leftOut: Readonly<Record<AsideKind, string>> = {
  mark: 'the mark of a note',
  struck: 'the crossed-out',
  deleted: 'the deleted',
  hidden: 'the hidden',
  unclear: 'the unclear',
  object: 'the picture or control',
  unseen: 'the unseen',
  faint: 'the faint',
  remapped: 'what is in an unknown typeface,',
  stale: 'a result that may be out of date,',
  overlaid: 'what may be covered,',
  broken: 'what stands on two lines,',
  covered: 'the covered',
  uncalculated: 'the formula without a result',
};

const lookReasons: Readonly<Record<LookReason, string>> = {
  faint: 'is white or very pale on a ground that the file does not tell, and may not be seen',
  remapped: 'is in a typeface that the file brings with it, which may show other digits than those that are stored',
  stale:
    'is a result of a formula in Word that the cells it adds do not give: it may be out of date (select it and press F9)',
  overlaid: 'may lie under a text box or a shape that floats over the table, so that something else is seen',
  broken: 'stands on two lines for want of room in its cell; it was taken for one number, and may be two',
};

const dangers: Readonly<Record<Danger, string>> = {
  size: 'it unpacks to another size than it says, or to far more than a report',
  count: 'it holds too many entries',
  path: 'it holds a path that leads outside',
  xml: 'it holds XML that is not allowed',
  structure: 'it is not built as such a file is',
  content: 'its cells or texts unfold to far more than a report',
  effort: 'reading it takes far more time or memory than a report does',
};

export const wordsEn: ReadWords = {
  some: (names, count) =>
    names.length === 0 ? '' : names.join(', ') + (count > names.length ? ` and others, ${count} cells` : ''),
  doubts: {
    cellCount: ({ title, details, place }) => {
      const row = details.row === null ? 'the row of figures' : `the row “${details.row}”`;
      return details.expected === details.read
        ? `In doubt: the column headings over ${row} in “${title(details.table)}” could not all be read, so the columns of its ${details.read} numbers are not certain${at(place)}. ${blankNow}`
        : `In doubt: ${row} in “${title(details.table)}” should hold ${details.expected} numbers, ${details.read} could be told apart, so their columns are not certain${at(place)}. ${blankNow}`;
    },
    rowRagged: ({ title, details, place }) => {
      const row = details.row === null ? 'the row of figures' : `the row “${details.row}”`;
      return `In doubt: ${row} in “${title(details.table)}” has more or fewer cells than there are columns, so it is not certain which number belongs where${at(place)}. ${blankNow}`;
    },
    headsForeign: ({ title, details, place }) => {
      const row = details.row === null ? 'the row of figures' : `the row “${details.row}”`;
      return `In doubt: the column “${details.printed}” over ${row} in “${title(details.table)}” is one of another edition of the form, so its numbers do not belong in this one${at(place)}. ${blankNow}`;
    },
    rowTwice: ({ details, place }) =>
      `In doubt: “${details.label}” stands there twice with different numbers${at(place)}. ${blankNow}`,
    headTwice: ({ details, place }) =>
      `In doubt: the column “${details.label}” stands there twice${at(place)}. ${blankNow}`,
    cellsMoved: ({ title, details, place }) =>
      `In doubt: cells of ${details.line === null ? '' : `“${details.line}” in `}“${title(details.table)}” are out of place: a number is missing where there should be one, and stands where there should be none${at(place)}. A cell may have been deleted or inserted. ${blankNow}`,
    cellsPerhapsMoved: ({ title, details, place }) =>
      `In doubt: “${details.line}” in “${title(details.table)}” ${details.whole ? `is blank while all other rows are filled${at(place)}. Its numbers may be missing, or all numbers of the table stand one row off.` : `is filled but for its end${at(place)}. A number may be missing, or a cell was deleted and those behind it moved up.`} They were read as they stand; please check.`,
    headsUnread: ({ title, details, place, count }) =>
      `In doubt: the column headers in “${title(details.table)}” were not all readable; ${count} numbers were taken in the official order of the columns${at(place)}. Please compare each column with the original.`,
    headCut: ({ details, place, figures }) =>
      `In doubt: the column header “${details.label}” is cut; these were told apart by their order: ${figures}${at(place)}. Please compare with the original.`,
    labelDamaged: ({ details, place }) =>
      `In doubt: “${details.printed}” was read as “${details.label}”${at(place)}. Please check that they are the same.`,
    editionMixed: ({ details, place }) =>
      `In doubt: the table mixes two formats; “${details.printed}” belongs to the other one and was read as “${details.label}”${at(place)}. Please check.`,
    editionUncertain: ({ edition }) =>
      `In doubt: the labels do not tell which format this is; it was read as “${edition.document}”. Please check.`,
    unitNameMissing: () => 'In doubt: no name of the reporting body was found. Please fill it in.',
    yearMissing: () => 'In doubt: no year of the report was found. Please fill it in.',
    unitFromText: ({ details }) =>
      `In doubt: the title names no body; the text or the signature says “${details.unit}”. Please check.`,
    yearFromText: ({ details }) => `In doubt: the title names no year; the text says ${details.year}. Please check.`,
    tableMissing: ({ title, details }) =>
      `In doubt: no table was found in “${title(details.table)}”; it may be a picture or an attachment. ${blankNow}`,
    rowsMissing: ({ title, details }) =>
      `In doubt: ${details.labels.length} rows are not there in “${title(details.table)}”: ${quoted(details.labels)}. ${blankNow}`,
    columnsMissing: ({ title, details }) =>
      `In doubt: ${details.labels.length} columns are not there in “${title(details.table)}”: ${quoted(details.labels)}. ${blankNow}`,
    unknownRow: ({ details, place }) =>
      `In doubt: the table has a row${details.label === '' ? '' : ` “${details.label}”`} that the official format does not know${at(place)}; it was not read.`,
    unknownColumn: ({ details, place }) =>
      `In doubt: the table has a column${details.label === '' ? '' : ` “${details.label}”`} that the official format does not know${at(place)}; it was not read.`,
    extraLine: ({ details, place }) => `Note: a line outside the tables was not read: “${details.text}”${at(place)}.`,
    annexUnread: ({ details, place }) =>
      `Note: an annex was not read: “${details.text}”${at(place)}. If it holds figures of the report, please fill them in from the original.`,
    blanksAsZero: ({ figures, count }) =>
      `Note: ${count} cells that are blank in the original were taken as 0, as you chose: ${figures}.`,
    sheetsJoined: ({ details }) =>
      `Note: the sheets “${details.parts}” were read as one report, though not all of them name the body and the year. Please check that they belong together.`,
    cellUnread: ({ details, figures, place }) =>
      `In doubt: ${figures} says “${details.text}”, which is no number${at(place)}. The cell was left blank; please fill it in from the original.`,
    cellsTogether: ({ details, figures, place }) =>
      `In doubt: several numbers stand in one cell, “${details.text}”${at(place)}, and may be those of ${figures}. They were left blank; please fill them in from the original.`,
    cellUnclear: ({ details, figures, place }) => {
      const told = details.text === '' ? '' : ` “${details.text}”`;
      const why = unclear[details.reason](told);
      return `In doubt: in ${figures} ${why}${at(place)}. The cell was left blank; please fill it in from the original.`;
    },
    leftOut: ({ details, figures }) =>
      `Note: in ${figures} ${leftOut[details.reason]} ${quoted(details.texts)} was not counted as part of the number. Please compare with the original.`,
    seenOtherwise: ({ details, figures }) =>
      `In doubt: ${figures} ${lookReasons[details.reason]}. What is stored was read; please compare with the original.`,
    boxShared: ({ details, figures, place }) =>
      `In doubt: the box of ${figures} holds more than one entry, “${details.text}”${at(place)}, and nothing tells which is the figure. It was left blank; please fill it in from the original.`,
    cellShared: ({ details, figures, place }) =>
      `In doubt: the source has one merged cell for ${figures}, with “${details.text}” in it${at(place)}, and nothing tells whose it is. They were left blank; please fill them in from the original.`,
    cellTwice: ({ details, figures, place }) =>
      `In doubt: ${figures === '' ? '' : `${figures}: `}the file says different things of one cell, “${details.text}”${at(place)}, and nothing tells which counts. It was not read; please fill it in from the original.`,
    cellCrossed: ({ details, figures, place }) =>
      `In doubt: a line goes from corner to corner over the cell of ${figures}, so that “${details.text}” may be struck out${at(place)}. The cell was left blank; please fill it in from the original.`,
    boxInner: ({ details, figures, place }) =>
      `In doubt: “${details.text}” of ${figures} does not stand in the first cell of its box${at(place)}; it was read as that figure. Please check.`,
    looseNumber: ({ details, place }) =>
      `In doubt: the number “${details.text}” beside the table or within a label${at(place)} stands in no box and was not read. If it is a figure of the table, please put it into its box.`,
    otherYear: ({ details, title, place }) =>
      `In doubt: above the table of “${title(details.table)}” stands “${details.text}”${at(place)}, which is not the year of the report. Its figures were read as they stand; please check that they are of this year.`,
    unitConflict: ({ details, figures, place }) =>
      `In doubt: ${figures} says “${details.text}”, in another unit than its column${at(place)}. The cell was left blank; please convert and fill it in.`,
    unitUnknown: ({ details, figures, place }) =>
      `In doubt: ${figures} “${details.text}” names no unit: yuan or 10,000 yuan${at(place)}. The number was kept as it stands; please name its unit.`,
    sectionMissing: ({ title, details }) =>
      `In doubt: “${title(details.section)}” was not found. Please check whether the original lacks it.`,
    sectionRenamed: ({ title, details, place }) =>
      `In doubt: the heading “${details.text}” was read as “${title(details.section)}”${at(place)}. Please check.`,
    markedUnread: ({ count }) =>
      `In doubt: ${count} numbers could not be read when this file was made and are still blank. Please fill them in.`,
    hiddenCells: ({ place }) =>
      `In doubt: the table has hidden rows or columns; their numbers were read too${at(place)}. Please check.`,
    hiddenSheet: ({ details }) =>
      `In doubt: this report stands on the hidden sheet “${details.sheet}”; it was read too. Please check whether it is wanted.`,
    notCached: ({ figures, place }) =>
      `In doubt: ${figures} holds a formula whose result is not stored in the file${at(place)}. Open and save the file in a spreadsheet program, then import it again.`,
    resultStale: ({ figures, place }) =>
      `In doubt: ${figures} holds a formula whose result in the file is not the sum of its parts; it may not have been calculated anew${at(place)}. The result in the file was read; open the file in a spreadsheet program, press F9 to calculate, save it and import it again.`,
    resultPending: ({ figures, place }) =>
      `In doubt: ${figures}: a formula. The program that wrote the file leaves its calculation to whoever opens it, so the result in the file may not be what is then shown${at(place)}. Read as the file has it for now; open the file in a spreadsheet program, save it and import it again, or compare it with what is shown.`,
    manualCalculation: ({ figures, place }) =>
      `In doubt: the workbook is set to manual calculation, and ${figures} holds a formula, so its result may be out of date${at(place)}. Open the file in a spreadsheet program, press F9 to calculate, save it and import it again; or check each figure.`,
    shownOtherwise: ({ details, figures, place }) =>
      `In doubt: ${figures} ${details.shown === '' ? 'shows nothing' : `shows “${details.shown}”`}, while its cell holds ${details.stored}${at(place)}; which is meant is not certain. ${blankNow}`,
    shownRounded: ({ details, figures, place }) =>
      `In doubt: ${figures} shows “${details.shown}”, while its cell holds ${details.stored}${at(place)}. The number that is shown was read; please check.`,
    cellsUnplaced: ({ details }) =>
      `In doubt: the file does not say in which columns the cells of ${details.rows} rows stand; numbers were taken in their order. Please compare each with the original.`,
    textUnreadable: ({ details }) =>
      `In doubt: in ${details.pieces} places of this PDF the typeface does not say which characters it shows; they could not be read. Please fill in blank cells and missing text from the original.`,
    partUnread: ({ details }) =>
      `In doubt: the document takes in another file${details.format === null ? '' : ` (${details.format})`} whose content was not read. Open it in Word, save it as .docx and import that; or fill in what is missing from the original.`,
  },
  failures: {
    empty: () => 'There is nothing to read. Paste the whole report or choose a file.',
    noReport: () =>
      'This is not an annual report on government information disclosure: neither its tables nor the titles of its sections were found. Nothing was read. Copy the whole report with its tables and try again.',
    tooLarge: ({ limit }) =>
      `This is larger than ${limit} MB. Nothing was read. Copy only the report itself and try again.`,
    fileTooLarge: ({ limit }) =>
      `The file is larger than ${limit} MB. Nothing was read. Save it without pictures and try again.`,
    jsonSyntax: () =>
      'The file is not complete JSON: it may have been cut or changed. Nothing was read. Please export it again.',
    foreignJson: ({ format }) =>
      `This JSON is not report data exported by Gouji${format === null ? '' : ` (its format says “${format}”)`}. Nothing was read.`,
    unknownMajor: ({ format, known }) =>
      `The report data is of the format “${format}”; this version knows version ${known} only. Nothing was read. Please update Gouji.`,
    unknownEdition: ({ edition }) => `The report data uses an unknown edition “${edition}”. Nothing was read.`,
    foreignKeys: ({ at, keys }) =>
      `The report data has unknown entries${at === '' ? '' : ` in ${at}`}: “${keys.join(', ')}”. It may have been changed. Nothing was read.`,
    repeatedKey: ({ key }) =>
      `In the report data “${key}” is given more than once: which one holds cannot be told. Nothing was read. Export it from Gouji again.`,
    figureTooLarge: ({ at }) =>
      `In the report data “${at}” is too large to be a count or an amount; it may have been altered. Nothing was read.`,
    invalidJson: ({ at }) =>
      `“${at}” in the report data is missing or wrong. It may have been changed. Nothing was read.`,
    oldWord: () =>
      'This is a file of Word 95 or before. Nothing was read. Open it in Word or WPS, save it as .docx and import that; or copy the whole text and paste it.',
    pdfNoText: () =>
      'No text was found in this PDF; it may be a scan or a picture. (The text that recognition adds to a scan is not seen and may be wrong, so it was not used.) Nothing was read. Import the Word file it was made from; or turn it into a Word file with text recognition (OCR) first, and check every number.',
    encrypted: () => 'The file is protected by a password. Nothing was read. Remove the password and try again.',
    sealed: () =>
      'The file is encrypted. Nothing was read. It may open without asking for a password: Excel also encrypts files that only have workbook or write protection. Open it in Excel, Word or WPS, take away password and protection, save it as .xlsx or .docx and import that; or copy and paste the whole text with its tables.',
    binaryWorkbook: () =>
      'This is a binary workbook of Excel (.xlsb). Nothing was read. Open it in Excel, save it as “Excel Workbook (.xlsx)” and import that.',
    otherDocument: ({ format }) =>
      `This is a file of the kind ${format}; nothing was read. Open it in Word or WPS, save it as .docx and import that; or copy the whole text and paste it.`,
    otherWorkbook: ({ format }) =>
      `This is a file of the kind ${format}; nothing was read. Open it in Excel or WPS, save it as .xlsx and import that; or copy all cells and paste them.`,
    otherFormat: ({ format }) =>
      `This is a file of the kind ${format}; nothing was read. Import the Word file it was made from; without one, open it, copy the whole report and paste it.`,
    packed: ({ format }) =>
      `This is an archive of files (${format}); nothing was read. Unpack it and choose the Word or Excel file in it.`,
    picture: () =>
      'This is a picture, which cannot be read; nothing was read. Import the Word file it was made from; without one, copy the whole report with its tables from its web page and paste it.',
    archiveBroken: () => 'The file is damaged or incomplete. Nothing was read. Please get it again.',
    archiveUnsafe: ({ danger }) =>
      `Something is wrong inside the file (${dangers[danger]}). For safety nothing was read. Ask where it came from; if it can be trusted, open it in Word, Excel or WPS, save it again and retry; instead of a PDF import the Word file it was made from.`,
    unknownFile: () =>
      'This kind of file is not known. Import .docx, .doc, .wps, .xlsx, .xls, .et, .pdf, .html, .mht, .csv, .txt or a .json exported by Gouji; or copy the whole report and paste it.',
    fileGone: () =>
      'This file cannot be read now: it may have been moved, deleted, or be in use by another program. Nothing was read. Close it there and choose it again.',
    internal: () => 'Something went wrong while reading. Nothing was read. Copy the whole report and paste it.',
  },
  collected: {
    empty: () => `The file is empty. ${askUnit}`,
    noReport: () =>
      `This is not an annual report: neither its tables nor the titles of its sections were found. Please check whether it is the right file; if it is, ask the unit for a .docx or .xlsx file.`,
    tooLarge: ({ limit }) => `This is larger than ${limit} MB; nothing was read. ${askUnit}`,
    oldWord: () => `This is a file of Word 95 or before; nothing was read. ${askUnit}`,
    pdfNoText: () => `No text was found in this PDF; it may be a scan or a picture, and nothing was read. ${askUnit}`,
    encrypted: () =>
      'The file is protected by a password; nothing was read. Ask the unit for a .docx or .xlsx file without one.',
    sealed: () =>
      'The file is encrypted (a password or write protection); nothing was read. Ask the unit for a .docx or .xlsx file without them.',
    otherDocument: ({ format }) => `This is a file of the kind ${format}; nothing was read. ${askUnit}`,
    otherWorkbook: ({ format }) => `This is a file of the kind ${format}; nothing was read. ${askUnit}`,
    otherFormat: ({ format }) => `This is a file of the kind ${format}; nothing was read. ${askUnit}`,
    packed: ({ format }) =>
      `This is an archive of files (${format}); nothing was read. Unpack it and choose the files in it, or use a .zip.`,
    picture: () => `This is a picture, which cannot be read. ${askUnit}`,
    archiveBroken: () => 'The file is damaged or incomplete; nothing was read. Ask the unit to send it again.',
    unknownFile: () => `This kind of file is not known; nothing was read. ${askUnit}`,
    internal: () =>
      'Gouji failed while reading; nothing was read. The file may be sound: open it in Word, Excel or WPS, save it again and retry.',
  },
};
