/** What the pane says otherwise on the offline page, in English. */
import type { Words } from '../../taskpane/words/words';

/** The deeds of the pane by their names. */
const deeds = {
  zeros: 'rest filled with 0',
  repair: 'proposed value',
  carry: 'carried over from last year',
  totals: 'totals by formula',
  fill: 'a report put in',
  text: 'text changed',
  sum: 'sum updated',
  file: 'figures from the file',
};

export const enHere = (words: Words): Words => ({
  ...words,
  guidePage: '',
  county: {
    ...words.county,
    openSheet: 'Open under a tab to mend',
    opened: (sheet) => `It is under the tab “${sheet}”. Once mended there, come back and press “Take it back, mended”.`,
    mendedGone: (sheet) => `Nothing was taken: there is no report of this unit under the tab “${sheet}”.`,
    unsaved:
      'The list, what you decided or what was asked is not kept yet, and is gone when the page is closed. The sum, the letters and “Keep the state” keep it.',
    makeBook: 'Export the sum (Excel)',
    updateHint:
      'Updating changes the figures that are others now and nothing else beside them, and can be taken back; 汇总情况 and 数据来源 are made anew.',
    workbook: 'reports of this page',
    takeSheets: 'Take the reports of this page',
    noSheets: 'There is no report on this page.',
    broughtSheets: (reports) => `${reports} ${reports === 1 ? 'report' : 'reports'} taken from this page.`,
    longDone: (sheet) => `It is under the tab “${sheet}”: a row for each figure.`,
    longTooMany: 'There are too many figures for a page. Save them as .csv or .parquet with gouji rollup.',
    traceHint: 'Choose a figure, or its cell in the sum, to see which units it comes from.',
    sumDone: (count, unsure = 0) =>
      `${count} reports were added up under a new tab; the tab 汇总情况 says who counts, 数据来源 holds each unit’s figures.${unsure === 0 ? '' : ` ${unsure} figure(s) some units left blank or could not be read: the sum is not whole there, as the end of 汇总情况 says one by one.`}`,
    keptDone:
      'The list and the decisions are under the tabs 单位名单 and 收表情况, and are kept in this browser with the rest of the page.',
  },
  tasks: { ...words.tasks, went: '' },
  status: {
    ...words.status,
    sheet: (sheet) => `tab “${sheet}”`,
    starting: 'Looking for report tables…',
    which: 'There are several reports on this page. Choose the one to check:',
    list: 'Reports of this page',
    duplicates: (title) =>
      `Several tabs hold the same report (${title}). Before exporting, make sure this is the right one.`,
    partlyRead: 'This page reaches beyond the checked area; not everything was checked.',
  },
  writeFailures: {
    ...words.writeFailures,
    sheetExists: (sheet) =>
      `There is a tab “${sheet}” already; nothing was written. Gouji never overwrites a table: save it, close it by the × of its tab, then try again.`,
    ownTitle: 'The title of the report is worded in another way; nothing was written.',
    textChanged: 'The text was changed under its tab meanwhile; nothing was written.',
    noReport: 'The report tables were not found; nothing was written. Select their tab first.',
    changedSince: (count) =>
      `${count} cell(s) were changed since, so nothing was taken back. Close it by the × of its tab if it is not needed.`,
    failed: (detail) => `It was not done. Please try again.${detail === '' ? '' : ` ${detail}`}`,
  },
  undo: {
    ...words.undo,
    last: (deed, cells, sheet) =>
      `Just now: ${deeds[deed]}${cells > 0 ? ` (${cells} cell${cells === 1 ? '' : 's'})` : ''}, tab “${sheet}”`,
  },
  welcome: {
    ...words.welcome,
    empty: 'There is no report yet. You can:',
    elsewhere: 'An Excel file that was saved here is opened by “Open…” above.',
  },
  newReport: { ...words.newReport, done: (sheet) => `The tab “${sheet}” is ready to be filled in.` },
  unit: {
    ...words.unit,
    hint: 'Deadlines and the power to make rules can be checked only if the kind and level of the unit are known. Kept under the tab 校验说明.',
    nameHint: 'Changed in the title of the form too',
  },
  importing: {
    ...words.importing,
    notWritten: 'Nothing was put in yet. Review first, then fill.',
    beside: (sheets) =>
      `${words.importing.beside(sheets)} An Excel file that is saved here will not have them: do not save over the original.`,
    blankIsZeroHint:
      'Only when a blank means that there was none. Each cell keeps a remark under the tab 校验说明; what could not be read stays blank.',
    fill: 'Put it under a tab',
    done: (sheet) => `It is under the tab “${sheet}”.`,
  },
  check: {
    ...words.check,
    explainAsk:
      'If it is wrong, correct it. If it is right, for example after a reorganisation or a correction, say why. The reason is kept under the tab 校验说明 and asked again once a figure concerned changes.',
    explainDone: 'The reason is under the tab 校验说明.',
  },
  takeaway: {
    ...words.takeaway,
    results: 'Make the page 校验结果',
    findings: 'Make a page of the findings',
    sheetDone: (sheet) => `The page “${sheet}” is ready.`,
  },
  comparison: {
    ...words.comparison,
    missing:
      'There is no report of this unit for the year before. Once it is imported, both years stand here side by side.',
    sheet: 'Make the page 上年对比',
  },
  text: {
    ...words.text,
    noSheet:
      'No text was found for this report. Make it to write the text; the three tables can be checked and exported without.',
    addSheet: 'Make the text',
    rivals: (names) =>
      `${names.length} tabs hold the text of this report (${names.join(', ')}), and nobody can tell which is meant. Close those not used by the × of their tabs.`,
    onSheet: () => 'The same text as under its tab',
  },
  editor: { ...words.editor, takeTheirs: 'Keep that of the tab' },
  export: {
    ...words.export,
    asZeroHint: '“Fill with 0” writes 0 into the blank cells of the form, then exports.',
    duplicates: (title, sheet) => `Several tabs hold “${title}”. What stands under “${sheet}” will be exported.`,
    checkFailed: 'Nothing was exported: the tables could not be read again.',
  },
  errors: {
    ...words.errors,
    explain:
      'What was filled in is not affected. Save it, then reopen this page; if it fails again, pass on what it says below.',
    notLoaded: 'This part did not load. Please try again. What was filled in is not affected.',
  },
});
