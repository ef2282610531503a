import type { Words } from './words.zh';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const en: Words = {
  product: 'Gouji 勾稽 · annual report checks',
  privacy: 'For unclassified information only. Data stays on this computer.',
  guide: 'Guide',
  guidePage: 'help.html#english',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading…',
  back: 'Back',
  leave: 'Leave',
  unused: { title: 'Not used yet', ask: 'What was typed here will be lost if you leave.' },
  yearOf: (year) => `${year}`,
  unnamedUnit: 'Unit not named',
  unknownYear: 'Year not given',
  editionName: (edition) => `${edition} format`,
  levels: { fault: 'Must fix', explain: 'To verify', remark: 'Note' },

  tabs: { label: 'Functions', fill: 'Fill in', check: 'Check', text: 'Text', export: 'Export', county: 'Collect' },

  county: {
    title: 'Collect and add up',
    roster: 'List of units',
    noRoster: 'There is no list of units yet. Reports can be added up without one, but nobody can be told as missing.',
    rosterCount: (count) => `${count} units on the list`,
    rosterFile: 'Choose a file with the list',
    rosterPaste: 'Paste a list',
    rosterHint:
      'A unit on each line; or several columns with their heads: 单位名称, 曾用名, 简称, 类别, 行政层级, 是否计入汇总, 承接自.',
    rosterUse: 'Use this list',
    rosterUnread:
      'No list of units was found in the file. Use .xlsx, .xls, .docx, .csv or .txt with a column 单位名称.',
    rosterUnreadText:
      'No list of units was found in what was pasted. Write a unit on each line, or paste columns with their heads.',
    files: 'Reports of the units',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    drop: 'Files or archives (.zip) can be dropped here too. What is chosen later is added; a unit’s file of the same name replaces.',
    reading: (done, all) => `${done} of ${all} read`,
    left: (seconds) => (seconds < 60 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`),
    pause: 'Pause',
    goOn: 'Go on',
    paused: 'Paused. What was read is still here.',
    cancelled: (count) => `Cancelled; ${count} files were not read. What was read is still here; choose files again.`,
    brought: (files, reports) => `${plural(files, 'file')} read, with ${plural(reports, 'report')}.`,
    broughtSheets: (reports) => `${plural(reports, 'report')} taken from this workbook.`,
    year: 'Year',
    unit: 'Unit of the sum',
    unitHint: 'such as 云溪县人民政府',
    years: (years, taken) =>
      taken === null
        ? `The reports are of several years (${years}). Name the year to add up.`
        : `The reports are of several years (${years}). Most are of ${taken}, which is added up; name another if that is wrong.`,
    all: 'All',
    attention: 'To look at',
    search: 'Find a unit or file',
    sort: 'Order',
    sorts: { list: 'As listed', state: 'By state', faults: 'Most to correct first' },
    table: 'Units',
    counts: (fault, explain, remark) => `${fault} to correct, ${explain} to verify, ${plural(remark, 'note')}`,
    none: 'No unit is like that.',
    openSheet: 'Open on a sheet to mend',
    opened: (sheet) => `It is on the sheet “${sheet}”. Once mended there, come back and press “Take it back, mended”.`,
    takeMended: 'Take it back, mended',
    mendedGone: (sheet) =>
      `Nothing was taken: the sheet “${sheet}” holds no report of this unit, or cannot be read now. The one that came stays as it is. Look at that sheet; if a cell is being edited, finish with Enter and press again.`,
    accept: 'Accept',
    setAside: 'Set aside',
    undo: 'Undo',
    reason: 'Reason',
    isUnit: (name) => `This is “${name}”: accept`,
    doubts: 'In doubt',
    findings: 'Findings',
    absent: (units) =>
      `${units.length} units that were counted last time (${units.slice(0, 3).join(', ')}${units.length > 3 ? ' …' : ''}) have not been chosen again: what is made now is without them. To add them up too, choose their files again.`,
    notTaken: (reports) =>
      `${plural(reports.length, 'report')} that you accepted ${reports.length === 1 ? 'was' : 'were'} not chosen this time, and another file of the unit counts: ${reports
        .slice(0, 3)
        .map(({ unit, source }) => `${unit} (accepted: “${source}”)`)
        .join(', ')}${reports.length > 3 ? ' …' : ''}. Choose the accepted files again, or look at what counts now.`,
    copyNames: (count) => `Copy these ${count} names`,
    notCopied: 'Nothing can be copied here. The names are in 收表情况 too.',
    comparedWith: (source) => `Compared with “${source}”`,
    difference: (figure, theirs, own) => `${figure}: ${theirs} there, ${own} here`,
    moreDifferences: (count) => `${count} more figures differ`,
    undecided: (count) => `${count} figures were read in neither: nobody knows whether they differ`,
    otherParagraphs: (count) => `${count} paragraphs differ`,
    noDifference: 'Both have the same figures and the same text.',
    values: { blank: 'blank', unread: 'not read' },
    notReports: (files, told = 3) =>
      `${files.length === 1 ? '1 file is' : `${files.length} files are`} of no kind that can be read: ${files.slice(0, told).join(', ')}${files.length > told ? ' …' : ''}. Archives have to be .zip; for pictures and scans ask the unit for a .docx or .xlsx file.`,
    unsaved:
      'The list, what you decided or what was asked is not kept yet, and is gone when the pane is closed. The sum, the letters and “Keep the state” keep it.',
    sheetsChanged:
      'The list or a decision was just changed in 单位名单 or 收表情况, and is taken over. Look at it, then press again.',
    sheetsUnread:
      'The sheets 单位名单, 收表情况 and the like could not be read: a cell may be being edited, or Excel is busy. Nothing was written, and what they hold is as it was. Finish with Enter, then press again.',
    keptUnread:
      'The list of units, the decisions and the letters kept in this workbook could not be read: a cell may be being edited, or Excel is busy. What the sheets hold is as it was; so that nothing is written over it, no sum and no letters are made before it is read. Finish with Enter, then try again.',
    sheetsNotTaken:
      'The reports in this workbook could not be read: a cell may be being edited, or Excel is busy. Nothing was taken, and what came before is as it was. Finish with Enter, then press again.',
    sheetsTooLarge:
      'There is too much in this workbook to read it whole. Nothing was taken, and what came before is as it was. Save the reports of the units as files and choose those.',
    nothingCame: 'No report of this unit has come yet.',
    nothingRead:
      'No report was read from these files. Ask the unit for others; one that opens can be saved again and chosen.',
    copyLetter: 'Copy the letter',
    outputs: 'Results',
    counting: (count, { units, files }) =>
      `${count} count now${units === 0 ? '' : `; ${units} of the list do not`}${files === 0 ? '' : `; ${files} file${files === 1 ? '' : 's'} ${units === 0 ? '' : 'besides '}${files === 1 ? 'does' : 'do'} not`}.`,
    makeSum: 'Make the sum',
    sumUnnamed: 'The body whose sum this is has not been named. Its title needs the name; now is the easiest time.',
    nameSum: 'Name it',
    sumAnyway: 'Make it without a name',
    makeLetters: 'Make the letters (zip)',
    makeBook: 'Export as a workbook',
    makeLong: 'Make the long table',
    keep: 'Keep the state',
    sumDone: (count, unsure = 0) =>
      `${count} reports were added up on a new sheet; 汇总情况 says who counts, 数据来源 holds each unit’s figures.${unsure === 0 ? '' : ` ${plural(unsure, 'figure')} some units left blank or could not be read: the sum is not whole there, as the end of 汇总情况 says one by one.`}`,
    sumThere: (sheet) => `There is a sum already, “${sheet}”. What is to be done?`,
    updateSum: 'Update that sum',
    updateHint:
      'Updating changes the figures that are others now and nothing else on the sheet, and can be taken back; 汇总情况 and 数据来源 are made anew.',
    anotherSum: 'Make another one',
    sumUpdated: (sheet, cells) =>
      cells === 0
        ? `No figure of “${sheet}” has changed; 汇总情况 and 数据来源 were made anew.`
        : `${plural(cells, 'cell')} of “${sheet}” updated; 汇总情况 and 数据来源 were made anew.`,
    keptDone: 'It is on the sheets 单位名单 and 收表情况; what was asked of units is on 修改意见.',
    longDone: (sheet) => `It is on the sheet “${sheet}”: a row for each figure, ready for a pivot table.`,
    longTooMany: 'There are too many figures for a sheet. Save them as .csv or .parquet with gouji rollup.',
    lettersUndecided: (units) =>
      `Of ${units.length} unit${units.length === 1 ? '' : 's'} there are reports that differ and none was accepted; nothing was written to: ${units.slice(0, 5).join(', ')}${units.length > 5 ? ' …' : ''}.`,
    lettersNone: 'There is nothing to correct, to verify or to fill in: no letters are needed.',
    lettersName: (year) => `letters ${year}.zip`,
    bookName: (year) => `sum ${year}.xlsx`,
    letterFile: (unit) => unit,
    workbook: 'this workbook',
    takeSheets: 'Take the reports of this workbook',
    noSheets: 'There is no report in this workbook.',
    previous: 'Last year’s reports',
    previousHint: 'Optional: for what was carried over, jumps and copies',
    previousCount: (count, unread) => `${count} read${unread === 0 ? '' : `, files not read: ${unread}`}`,
    previousUnread: (files, told = 20) =>
      [
        `Not read, and not used for any check: ${files.length}`,
        ...files.slice(0, told).map(({ source, failure }) => `${source}: ${failure}`),
        ...(files.length > told ? ['…'] : []),
      ].join('\n'),
    saved: 'As it was kept',
    savedAs: (counts) =>
      `As it was kept: ${counts}. To mend, add up or write letters choose the files again; decisions on files of the same names still hold.`,
    listMark: '; ',
    again: (counts) => `last letter: ${counts}`,
    aboutThis: (round) => `letter ${round} was about this one`,
    lastLetter: 'What became of the last letter',
    trace: 'Where figures come from',
    traceHint: 'Choose a figure, or select its cell on the sheet of the sum, to see which units it comes from.',
    published: 'Against the sum that came',
    publishedHint:
      'Among the reports is a sum, such as the published one: where it differs from the units, and because of whom.',
    comparing: 'Comparing…',
    traceFigure: 'Figure',
    traceHeads: { unit: 'Unit', now: 'This year', before: 'Last year', sum: 'Sum' },
    traceRest: (count) => `${count} more units are not shown (0, blank, or further down).`,
    outliers: (count) => `${count} worth a look`,
    outliersHint: 'By comparison with other units and last year: questions, not errors; the sum is not affected.',
    onlyFolder: 'There is nothing to read in the folder.',
  },

  status: {
    region: 'Active report',
    sheet: (sheet) => `sheet “${sheet}”`,
    lastChecked: (time) => `Checked ${time}`,
    neverChecked: 'Not checked yet',
    checkNow: 'Check now',
    checking: 'Checking…',
    starting: 'Looking for report tables in the workbook…',
    change: 'Change',
    which: 'There are several reports in this workbook. Choose the one to check:',
    list: 'Reports in this workbook',
    hidden: 'On a hidden sheet; unhide it to choose it',
    duplicates: (title) =>
      `Several sheets hold the same report (${title}). Before exporting, make sure this is the right one.`,
    manualCalculation:
      'The workbook is set to manual calculation: totals and other formulas may be out of date, and the check goes by what the cells show now. Press F9 to recalculate, or set calculation to automatic on the Formulas tab.',
    partlyRead:
      'The sheet reaches beyond the checked area; not everything was checked. Move the tables into the first 400 rows and 52 columns.',
  },

  troubles: {
    editing: 'A cell is being edited; below is the state before. Press Enter to finish, then it is checked again.',
    protected: 'The sheet is protected, so some actions cannot be done. Unprotect it under Review.',
    busy: 'Excel is busy. Below is the last state; it will be read again shortly.',
    tooLarge: 'The workbook is too large to be read in full. Below is the last state.',
    unreachable:
      'The workbook cannot be reached just now. Below is the last state. Click the sheet; it will be read again shortly.',
    notLoaded:
      'Gouji did not load completely and cannot read the workbook yet. Please check the network; it tries again in a few seconds.',
  },

  notReadYet: {
    editing: 'A cell is being edited; the workbook was not read yet. Press Enter to finish, then it is read.',
    busy: 'Excel is busy. The workbook was not read yet; it will be read again shortly.',
    tooLarge: 'The workbook is too large and could not be read.',
    unreachable: 'The workbook was not read yet. Click the sheet; it will be read again shortly.',
  },

  writeFailures: {
    sheetExists: (sheet) =>
      `There is already a sheet “${sheet}”; nothing was written. Gouji never overwrites a sheet: use the one that is there, or rename it and try again.`,
    protected: 'The sheet or workbook is protected; nothing was written. Unprotect it under Review, then try again.',
    editing: 'A cell is being edited; nothing was written. Press Enter to finish, then try again.',
    ownTitle:
      'The title of the report is worded in another way; nothing was written. Change the name in the title on the sheet itself.',
    textChanged: 'The text on the sheet was changed meanwhile; nothing was written.',
    noReport: 'The report tables were not found; nothing was written. Select the sheet they are on first.',
    changedMeanwhile: (count) =>
      `${count} cells were changed meanwhile; nothing was written and the sheet stays as it is. Check them and try again.`,
    notPutBack: (sheet, left, told = 5) => {
      const held = left.flatMap((each) => (each.held === '' ? [] : [`${each.cell}: ${each.held}`]));
      const blank = left.flatMap((each) => (each.held === '' ? [each.cell] : []));
      const more = blank.length > told ? ` and ${blank.length - told} more` : '';
      const what = left.length === 1 ? '1 cell of sheet' : `${left.length} cells of sheet`;
      return [
        `${what} “${sheet}” could not be put back and ${left.length === 1 ? 'holds' : 'hold'} what Gouji wrote; no other cell was changed. Give back what was there:`,
        ...held,
        ...(blank.length === 0 ? [] : [`${blank.slice(0, told).join(', ')}${more}: blank`]),
        'The sheet was changed by others during the write, and could not be written again. If it is protected, unprotect it under Review; where rows or columns have just come or gone, cells may have moved.',
      ].join('\n');
    },
    seeAbove: 'It was not done, and some cells could not be put back: see the message on top.',
    notAsMade: (count) =>
      `${plural(Number(count), 'cell')} of that sum ${count === '1' ? 'is' : 'are'} not as the last sum wrote ${count === '1' ? 'it' : 'them'}: nothing was updated. Another sum can be made.`,
    tooLarge: (sheet) =>
      `“${sheet}” is more than there is room for (1,048,576 rows, 16,384 columns, 32,767 characters a cell): nothing was written. Save very many units as .csv or .parquet with gouji rollup; make reasons and names shorter.`,
    leftOver: (sheets) =>
      `The insertion did not finish, and the workbook may hold incomplete sheets “${sheets}”; the other sheets were not changed. Delete them and try again.`,
    changedSince: (count) =>
      `${count} cell(s) were changed since, so nothing was taken back; the sheet stays as it is. Delete it yourself if it is not needed.`,
    failed: (detail) => `It was not done. Please try again.${detail === '' ? '' : ` Excel says: ${detail}`}`,
  },

  undo: {
    region: 'Take back',
    takeBack: 'Take back',
    last: (deed, cells, sheet) => {
      const names = {
        zeros: 'rest filled with 0',
        repair: 'proposed value',
        carry: 'carried over from last year',
        totals: 'totals by formula',
        fill: 'new sheets',
        text: 'text changed',
        sum: 'sum updated',
        file: 'figures from the file',
      };
      return `Just now: ${names[deed]}${cells > 0 ? ` (${plural(cells, 'cell')})` : ''}, “${sheet}”`;
    },
    done: (kept) =>
      kept === 0
        ? 'Taken back.'
        : `Taken back. ${plural(kept, 'cell')} changed since ${kept === 1 ? 'stays' : 'stay'} as now.`,
  },

  welcome: {
    empty: 'There are no report tables in this workbook. You can:',
    unread:
      'Whether this workbook has report tables is not known yet; they are shown here once it is read. You can also:',
    previous: 'Import last year’s report',
    previousHint: 'Paste or open the published one, to check what was carried over',
    blank: 'New blank report',
    blankHint: 'In the official format, with totals and checks in place',
    file: 'Import a Word or Excel file',
    fileHint: 'Or paste the report from a web page or from Word',
    countyHint: 'For those who sum up: the reports of many units, who is missing, letters, the sum',
    elsewhere: 'If the tables are already there, select their sheet and they are checked at once.',
  },

  newReport: {
    title: 'New report',
    unit: 'Name of the unit',
    unitHint: 'Printed in the title; may be filled in later',
    year: 'Year',
    yearInvalid: 'Enter a year from 2000 to 2100',
    edition: 'Format',
    editionOption: (edition, document) => `${edition} (${document})`,
    editionDue: (year, edition) => `Reports for ${year} are due in the ${edition} format`,
    editionOther: (year, edition) =>
      `Reports for ${year} are due in the ${edition} format; make sure you want the other one`,
    totals: 'Totals',
    totalsFormulas: 'Computed by formulas',
    totalsFormulasHint: 'They appear once all parts are filled in, so they cannot reveal a missing or wrong part',
    totalsTyped: 'Typed',
    totalsTypedHint: 'Each is compared with the sum of its parts, so slips come to light',
    insert: 'Create',
    inserting: 'Creating…',
    done: (sheet) => `Sheet “${sheet}” is ready to be filled in.`,
  },

  unit: {
    title: 'About the unit',
    hint: 'Deadlines and the power to make rules can be checked only if the kind and level of the unit are known. Kept on the sheet 校验说明.',
    nameHint: 'Changed in the titles of both sheets',
    kind: 'Kind',
    kindByName: (kind) => `By its name: ${kind}`,
    kinds: {
      government: 'Government',
      department: 'Department',
      town: 'Township',
      street: 'Subdistrict',
      other: 'Other',
    },
    level: 'Level',
    levels: { national: 'National', province: 'Province', city: 'City', county: 'County', town: 'Township' },
    unknown: 'Not given',
    creditCode: 'Unified social credit code',
    creditCodeHint: '18 characters, goes into the exported data; optional',
    creditCodeInvalid: 'Must be 18 digits and capital letters',
    contactHint: 'Stands after section 六 in the Word file and on the web page',
    signed: 'Signed at the end',
    signedHint: 'Word file and web page end with the name of the unit and the date',
    signedAs: 'Signed by',
    signedAsHint: 'Only where it differs from the name of the unit',
    signedOn: 'Date',
    signedOnHint: 'To be given when it is published; last year’s date is not taken over',
    signedEarly: (year) => `Before December ${year}: may be an old date, please verify.`,
    save: 'Save',
    done: 'Saved.',
    leaveTitle: 'Not saved yet',
    leaveAsk: 'What was changed here will be lost if you leave.',
  },

  fill: {
    undecided: 'Choose a report above first.',
    zeros: 'Fill the rest with 0',
    zerosOf: (count) => `Put 0 into ${count}`,
    zerosTitle: 'Fill the rest with 0',
    zerosAsk: (tables, count) =>
      `Puts 0 into ${plural(count, 'blank cell')} of ${tables.map((table) => `“${table}”`).join(', ')}. Make sure that these did not occur. Figures, text and formulas stay as they are.`,
    zerosNone: 'No blank can be filled with 0 now: other numbers contradict all of them.',
    zerosConfirm: 'Fill with 0',
    zerosDone: (count, left) =>
      `Put 0 into ${plural(count, 'cell')}.${left > 0 ? ` ${plural(left, 'cell')} that other numbers contradict ${left === 1 ? 'stays' : 'stay'} blank.` : ''}`,
    totals: 'Totals',
    totalsFormulas: 'Totals are computed by formulas, so they cannot reveal a missing or wrong part.',
    totalsTyped: 'Totals are typed and compared with the sums of their parts.',
    totalsMixed: 'Some totals are formulas, some are typed.',
    totalsToFormulas: 'Turn into formulas',
    totalsDone: (cells) =>
      `Turned ${plural(cells, 'cell')} into formulas. Totals that differ from their parts keep their figures.`,
    totalsDiffer:
      'Typed totals differ from their parts, or parts are blank: they cannot become formulas until that is put right.',
    more: 'More',
  },

  tasks: {
    title: 'What to do next',
    names: {
      previous: 'Last year’s figures',
      disclosure: 'Table 二: proactive disclosure',
      applications: 'Table 三: applications',
      review: 'Table 四: reviews and suits',
      text: 'Text',
      check: 'Check',
      export: 'Export',
    },
    state: (state, id) => {
      switch (state.kind) {
        case 'open':
          return id === 'previous'
            ? 'Not imported; what was carried over cannot be checked'
            : id === 'export'
              ? 'Something is still to be done'
              : 'Not begun';
        case 'begun':
          return id === 'text'
            ? `${state.filled} of ${state.total} sections written`
            : `${state.filled} of ${state.total} filled in`;
        case 'waiting':
          return `${plural(state.count, 'blank')}; the check is not complete`;
        case 'wrong':
          return `${state.count} to be fixed`;
        case 'ask':
          return `${state.count} to be verified`;
        case 'ready':
          return 'Ready';
        case 'done':
          return id === 'previous' ? 'Imported' : 'Complete';
      }
    },
    action: (id, kind) => {
      switch (id) {
        case 'previous':
          return kind === 'done' ? 'Compare' : 'Import';
        case 'text':
          return kind === 'done' ? 'View' : 'Write';
        case 'check':
          return kind === 'wrong' ? 'Fix' : 'View';
        case 'export':
          return 'Export';
        default:
          return kind === 'wrong' ? 'Fix' : kind === 'done' ? 'View' : 'Fill in';
      }
    },
    county: 'Reports of many units',
    countyHint: 'For those who collect them, send them back and sum up',
    unnamed: 'missing, so title and signature are incomplete',
    allZeros: (cells) => `Put 0 into all ${cells}`,
    carry: (cells) => `Carry over (${cells})`,
    carried: (cells) =>
      `${plural(cells, 'cell')} of 二、上年结转 filled in from last year’s report (light blue until changed); please verify.`,
    went: 'There: click the cell or press Esc, then type',
    nameUnit: () => `${en.newReport.unit}: ${en.tasks.action('disclosure', 'open')}`,
    actionOn: (id, kind) => `${en.tasks.names[id]}: ${en.tasks.action(id, kind)}`,
  },

  help: {
    title: 'Selected cell',
    formOnly: 'The form says no more; go by its label.',
    article: (article) => `Regulation on disclosure of government information 条例${article}`,
    equations: 'What must be equal',
    sumFrom: (first, last, sum) => `sum of ${first} to ${last} ${sum}`,
    states: {
      equal: () => ', agrees',
      unequal: (difference) => `, differs by ${difference}`,
      open: () => ', not complete',
    },
    lastYear: (kind, name, value) =>
      ({
        same: `Last year: ${value}`,
        carried: `Last year’s report, ${name}: ${value}`,
        sum: `Last year had one row ${name}: ${value}; compare the sum of the three`,
      })[kind],
    noCounterpart: 'Last year’s format had no such figure.',
    carriedUntouched: 'It still holds what last year’s report carried over; keep it if it is right.',
  },

  overview: {
    title: 'The three tables at a glance',
    table: (table) => `${table}: how each cell stands`,
    figure: (name, mark) => `${name}, ${en.overview.marks[mark].toLowerCase()}`,
    marks: {
      filled: 'Filled in',
      blank: 'Blank',
      broken: 'Must fix',
      explained: 'Explained',
      carried: 'From last year',
    },
  },

  zeros: {
    contradicted: 'These blanks do not agree with other numbers and are not filled with 0 unless ticked:',
    anyway: 'It is 0; fill it in too',
  },

  importing: {
    title: 'Import a report',
    previousTitle: 'Import last year’s report',
    paste: 'Paste the report',
    pasteHint: 'Select the whole report on its web page or in Word, copy it, and paste it here (Ctrl+V)',
    keptTables: 'Pasted with its tables',
    dropTables: 'Read as plain text instead',
    read: 'Read',
    reading: 'Reading…',
    choose: 'Choose a file…',
    fileTypes: '.docx, .doc, .wps, .xlsx, .xls, .et, .pdf, .html, .txt, .json; you may also drop it here',
    dropHere: 'Drop to read the file',
    failedToLoad: 'The reader did not load. Please try again. What you pasted is still here.',
    copyCause: 'Copy what went wrong',
    causeCopied: 'Copied; none of your data is in it',
    several: (count) => `${count} reports were found. Choose one to review and fill in:`,
    review: 'Review what was read',
    otherYear: (year, due) =>
      `This report is of ${year}. The one due now is of ${due}, whose last year is ${due - 1}: please see whether this is the right file.`,
    leaveTitle: 'Not filled in yet',
    leaveAsk: (count) => `${plural(count, 'correction')} made here will be lost if you leave.`,
    notWritten: 'Nothing has been written yet. Fill it in when all is right.',
    beside: (sheets) => `The file has other sheets, which are no report and were not read: ${sheets.join(', ')}.`,
    figuresRead: (read, total) => `${read} of ${total} figures read`,
    doubts: (count) => plural(count, 'doubt'),
    noDoubts: 'No doubts',
    toCells: (count) => (count === 1 ? 'Show the cell' : `Show ${count} cells`),
    from: (place, text) => `Source: ${place}, reads “${text}”`,
    fromPlace: (place) => `Source: ${place}`,
    edited: 'Changed by hand',
    notRead: 'Not read; stays blank',
    notANumber: 'Only a number can stand here',
    blankIsZero: (count) => `Fill 0 into ${plural(count, 'cell')} that the original leaves blank`,
    blankIsZeroHint:
      'Only when a blank means that there was none. Each cell keeps a remark on the sheet 校验说明; what could not be read stays blank.',
    blankAsZero: 'Blank in the original, 0 as you chose',
    figures: 'Tables',
    focusHint: 'Select a figure to see where it stood in the source',
    amountUnit: 'Unit of the amount',
    skipFigures: 'Skip the tables, to the buttons',
    onlyDoubts: 'Only doubts and blanks',
    allRows: 'Show all',
    noSuchRows: 'No rows with doubts or blanks',
    sections: 'Text',
    sectionLength: (paragraphs, characters) => `${plural(paragraphs, 'paragraph')}, ${plural(characters, 'character')}`,
    closing: 'Signed at the end',
    sectionMissing: 'Not found',
    typedTotals: 'Totals are filled in as printed, not as formulas, so that a misprinted total stays visible.',
    againstTitle: 'Other than in the tables',
    against: (sheet, count) =>
      count === 0
        ? `“${sheet}” holds this report already, with the same figures and text.`
        : `“${sheet}” holds this report already. What was read differs in ${plural(count, 'place')}:`,
    againstFormula: (change) => `${change} (a formula: not changed)`,
    againstText: (title, added, gone) =>
      added.length + gone.length === 0
        ? `${title}: the same paragraphs in another order`
        : `${title}: ${[...added, ...(gone.length === 0 ? [] : [`(no more there: ${gone.map((line) => `“${line}”`).join(', ')})`])].join(' ')}`,
    againstMore: (count) => `${plural(count, 'more place')} not listed.`,
    againstKept: (count) =>
      `${plural(count, 'more cell')} that only the tables fill, or in another unit of money, stay as they are.`,
    take: (count) => (count === 1 ? 'Change only this' : `Change only these ${count}`),
    taken: (cells, sections) =>
      `Changed as read: ${[...(cells > 0 ? [plural(cells, 'cell')] : []), ...(sections > 0 ? [plural(sections, 'text section')] : [])].join(', ')}. It can be taken back${Number(cells > 0) + sections > 1 ? ' step by step' : ''}.`,
    fill: 'Fill the sheet',
    filling: 'Filling in…',
    fillAndBegin: (year) => `Fill in and begin ${year}`,
    begun: (last, next, carried) =>
      `Last year’s report is on “${last}”. “${next}” is ready${carried ? '; what was carried over is filled in from it (light blue until changed), please verify' : ''}. Last year’s text was not copied; it stands beside yours under Text.`,
    again: 'Import again',
    done: (sheet) => `Filled sheet “${sheet}”.`,
    nextYear: (year) => `Next: new report for ${year}`,
  },

  check: {
    none: 'Checked. Nothing that must be fixed was found.',
    noneWith: (explains, remarks) =>
      `Checked. Nothing that must be fixed was found. There are also ${[
        ...(explains > 0 ? [`${explains} to verify`] : []),
        ...(remarks > 0 ? [plural(remarks, 'note')] : []),
      ].join(' and ')}.`,
    unfilled: (blanks) => `${plural(blanks, 'blank')}: there is nothing to check yet.`,
    partlyFilled: (blanks) =>
      `Nothing that must be fixed in what is filled in; ${plural(blanks, 'blank')} still, and what depends on them cannot be checked yet.`,
    ofUnits:
      'This is the sum of many units; what does not balance mostly comes from one of them. Under Collect, “Where figures come from” says which: have it put right there and update the sum, rather than change a number here.',
    ofUnitsUnread:
      'The sheet 汇总情况 could not be read, so nobody knows whether this is the sum of many units: a cell may be being edited, or Excel is busy. Nothing on the sheets has changed. If it is a sum, have faults put right at the units and update the sum, rather than change a number here.',
    showAll: 'Show all',
    more: (next, left) => `Show ${next} more (${left} not shown yet)`,
    only: (level, hidden) => `${level} only${hidden > 0 ? `; ${hidden} more not shown` : ''}`,
    filteredOut: (level, place) =>
      `${place === null ? '' : `${place}: `}${level === null ? 'nothing found' : `nothing under “${level}”`}.`,
    byTable: 'One table only',
    places: {
      disclosure: '二 Published',
      applications: '三 Applications',
      review: '四 Cases',
      report: 'Text, whole report',
    },
    keys: '↑↓ to choose, Enter to go to the cell',
    wholeReport: 'Text and whole report',
    item: (number) => `Item ${'一二三四五六七八九'.indexOf(number) + 1}`,
    cells: (first, count) => (count === 1 ? first : `${first} and ${count - 1} more`),
    locate: 'Go to cell',
    locateFailed: 'The cell was not found; it may have been deleted. Press “Check now”.',
    difference: (difference) => `Difference ${difference}`,
    differenceShort: (difference) => `off by ${difference}`,
    left: 'Left side',
    right: 'Right side',
    equals: 'Sum',
    blank: 'blank',
    restZero: (count) => `${count} others are 0`,
    restBlank: (count) => `${count} others are blank`,
    picture: (table) => `${table}: the cells concerned`,
    legendLeft: 'Left side',
    legendRight: 'Right side',
    legendFocus: 'Look here first',
    legendElsewhere: 'May be wrong too',
    folded: (count) => `${count} more that ${count === 1 ? 'follows' : 'follow'} from it`,
    repair: (value) => `Use ${value} as suggested`,
    repairs: 'Possible corrections',
    repairSeveral: 'Several corrections would mend it, the likeliest first. Choose by your records.',
    repairTotals: (count) => (count === 1 ? 'and its total with it' : `and its ${count} totals with it`),
    repairElsewhere: {
      column: (also) =>
        `${also ? 'Or another' : 'Another'} figure of this column is wrong: one of those framed in dashes below.`,
      row: (also) =>
        `${also ? 'Or another' : 'Another'} figure of this row is wrong: one of those framed in dashes below.`,
      table: (also) =>
        `${also ? 'Or another' : 'Another'} figure of the table is wrong: one of those framed in dashes below.`,
    },
    repairPair: 'Use this set',
    repairSpread: 'Put one into each box',
    repairTitle: 'Use the suggested value',
    repairAsk: 'These cells will be changed. Check your records first:',
    repairChange: (name, from, to) => `${name}: ${from} → ${to}`,
    repairConfirm: 'Change',
    repairDone: 'Changed.',
    explain: 'Give a reason',
    explainTitle: 'Give a reason',
    explainAsk:
      'If it is wrong, correct it. If it is right, for example after a reorganisation or a correction, say why. The reason is kept on the sheet 校验说明 and asked again once a figure concerned changes.',
    explainLabel: 'Reason',
    explainFull: (most) => `${most} characters are the most; no more is taken in.`,
    explainSave: 'Keep the reason',
    explainDone: 'The reason is on the sheet 校验说明.',
    explained: (count) => `${count} with a reason`,
    explanationOutdated: 'A figure has changed since; please give the reason again',
    foundIn: (place) => `Text: ${place}`,
    formatsDamaged:
      'The conditional formats were damaged, by pasting for example; colours on the sheet may be wrong. This pane is not affected.',
    shifts: {
      inserted: (axis, first, last) => {
        const name = axis === 'row' ? 'Row' : 'Column';
        return first === last ? `${name} ${first} was inserted` : `${name}s ${first} to ${last} were inserted`;
      },
      between: (axis, [after, before], count) =>
        `${plural(Math.abs(count), axis)} ${Math.abs(count) === 1 ? 'was' : 'were'} ${count > 0 ? 'inserted' : 'deleted'} between ${axis} ${after} and ${axis} ${before}`,
    },
    formatsShifted: (shifts) =>
      `${shifts.join('; ')}. The official tables are not so, and the conditional formats moved along: colours on the sheet may be wrong; this pane is not affected. If it was not meant, undo it or change it back; if it was, restore the formats.`,
    formatsRestore: 'Restore them',
    formatsAbsent:
      'This sheet has no highlighting (conditional formats). With it, broken sums change colour on the sheet itself; its figures and its own formats stay as they are.',
    formatsEnable: 'Turn on highlighting',
    formatsDone: 'Highlighting is in place again.',
    formatsEnabled: 'Highlighting is on.',
  },

  save: {
    title: 'Save the file',
    ready: (name) => `“${name}” was made on this machine and was not sent anywhere.`,
    save: 'Save',
    origin: (title) =>
      `It holds “${title}”, which came by the link that opened this page. If you did not open it from the pane in Excel just now, do not save it; close this page.`,
    framed: 'This page was put into another page, and no file was made. Go back to the pane in Excel and export again.',
    afterwards: 'Once it is saved you can close this page and go back to Excel.',
    unreadable: 'The content did not arrive whole, and no file was made. Go back to the pane in Excel and use “Copy”.',
    failed: (reason) => `No file was made: ${reason} Go back to the pane in Excel, put it right and try again.`,
  },

  takeaway: {
    title: 'Take the result along',
    results: 'Make the sheet 校验结果',
    resultsHint: 'Lists every identity with its verdict by formula; it also works without Gouji and in WPS',
    findings: 'Make a sheet of the findings',
    findingsHint: 'What was found just now, with its cells and differences',
    letter: 'Write a return letter',
    letterHint: 'What the unit has to correct, to be edited and copied',
    letterEdited: 'The letter was edited',
    letterAsk: 'Making it anew replaces what you changed in it.',
    letterAgain: 'Make anew',
    sheetDone: (sheet) => `Sheet “${sheet}” is ready.`,
    csv: 'Findings as CSV',
    csvHint: 'One finding a row, for any spreadsheet',
    page: 'Findings as a page to print',
    pageHint: 'Opens in a browser; prints on A4 landscape or to PDF',
  },

  comparison: {
    title: 'Beside last year',
    missing:
      'This workbook has no report of this unit for the year before. Once it is imported, both years stand here side by side.',
    import: 'Import last year’s report',
    figure: 'Figure',
    lastYear: 'Last year',
    thisYear: 'This year',
    change: 'Change',
    otherEdition: (last, current) =>
      `Last year’s report is in the ${last} format, this year’s in the ${current} format: only figures that mean the same in both are listed.`,
    mainOnly: 'Of section 三 only the column 总计 is listed.',
    restZero: (count, others) =>
      `${others ? plural(count, 'other') : plural(count, 'figure')} ${count === 1 ? 'is' : 'are'} 0 in both years`,
    charts: 'Charts',
    sheet: 'Make the sheet 上年对比',
  },

  text: {
    noSheet:
      'No text sheet was found for this report; perhaps only the sheet of the tables was moved or copied. Make one to write the text; the three tables can be checked and exported without.',
    addSheet: 'Make a text sheet',
    rivals: (sheets) =>
      `${sheets.length} sheets hold the text of this report (${sheets.map((name) => `“${name}”`).join(', ')}), and nobody can tell which is meant. Delete those not used, or change the title in their first row.`,
    onSheet: (sheet) => `Kept on sheet “${sheet}”`,
    missing: (count) => `${plural(count, 'section')} without text`,
    complete: 'All three sections have text',
    length: (paragraphs, characters) => `${plural(paragraphs, 'paragraph')} · ${plural(characters, 'character')}`,
    findings: (count) => `${plural(count, 'place')} in the text to look at`,
    outdated: (count) => `${plural(count, 'sentence')} to update, below`,
    toFindings: 'Go to checks',
  },

  editor: {
    paragraph: (title, number) => `${title}, paragraph ${number}`,
    underWay: 'Saving…',
    meter: 'Length of the overview',
    usual: (characters) => `some offices ask for at most ${characters} characters`,
    phrases: (count) => `Sentences to insert (${count})`,
    waiting: (count, others) =>
      `${plural(count, others ? 'more sentence' : 'sentence')} can be inserted once the figures are filled in`,
    behind: 'Goes behind the paragraph with the caret, else to the end',
    allPhrases: 'Insert all as one paragraph',
    ifTrue: 'Use it only if it is so',
    outdated: (sentence) => `A figure has changed; it would now be: ${sentence}`,
    update: 'Update',
    lastYear: (count) => `Last year’s text (${plural(count, 'paragraph')})`,
    copy: 'Use it',
    copyOf: (number) => `Use it: paragraph ${number} of last year`,
    bothChanged: 'It was changed here too. Choose which to keep.',
    takeTheirs: 'Keep the sheet’s',
    takeMine: 'Keep mine',
  },

  export: {
    formats: { word: 'Word', html: 'Web page', csv: 'Data (CSV)', json: 'Data (JSON)', template: 'Template (Excel)' },
    hints: {
      word: 'Set as an official document, ready for review and publication',
      html: 'One file, ready for a website',
      csv: 'One figure a row, for statistics',
      json: 'Complete data, can be imported again',
      template: 'A blank report that checks itself, to hand out to units; works without Gouji and in WPS',
    },
    working: 'Preparing…',
    nothing: 'There is no report to export. Create or import one first.',
    still: (faults, blanks, explains) =>
      `Still ${[
        ...(faults > 0 ? [`${faults} to be fixed`] : []),
        ...(blanks > 0 ? [plural(blanks, 'blank')] : []),
        ...(explains > 0 ? [`${explains} to be verified`] : []),
      ].join(', ')}.`,
    emptySections: (titles) => `Without text: ${titles.join('; ')}.`,
    outdated: (count) =>
      `${plural(count, 'sentence')} of the text ${count === 1 ? 'states' : 'state'} figures that have changed in the tables.`,
    unnamed: 'The unit is not named, so title and signature are incomplete.',
    stillTitle: 'Before exporting',
    backTo: {
      faults: 'Go back and fix',
      blanks: 'Go back and fill in',
      text: 'Go back to the text',
      sentences: 'Go back and update the text',
      unit: 'Go back and name the unit',
      explains: 'Go back and verify',
    },
    anyway: 'Export anyway',
    asZero: 'Fill with 0',
    asZeroHint: '“Fill with 0” writes 0 into the blank cells of the sheet, then exports.',
    keepBlank: 'Keep blanks',
    duplicates: (title, sheet) => `Several sheets hold “${title}”. What stands on sheet “${sheet}” will be exported.`,
    fromThis: 'Export this one',
    handedOver: {
      download: 'Handed to the browser for download; look in the Downloads folder',
      window: 'A page for saving was opened in the browser; save the file there',
      clipboard: 'The content is on the clipboard; paste it where it is needed',
      none: 'Files cannot be downloaded here. Take the content in one of the ways below.',
    },
    savedTo: (name) => `Saved to “${name}”; exported again, it is saved there again`,
    elsewhere: 'Save elsewhere…',
    file: (name) => `File: ${name}`,
    comparison: 'Add the comparison with last year',
    comparisonHint: 'A table and charts of both years after the Word file, charts after the web page',
    otherWays: 'No file to be seen?',
    copy: 'Copy the content',
    copied: 'Copied; ready to paste.',
    cannotGive:
      'No file can be downloaded here: none was saved. Use the web version on a computer, or the offline page.',
    copyFailed: 'It could not be copied. Select the text below and press Ctrl+C.',
    showText: 'Show as selectable text',
    selectable: 'Content (select all to copy)',
    failed: (detail) => `No file was made: ${detail}`,
    zerosFailed: 'Nothing was exported: the blank cells were not filled with 0.',
    checkFailed: 'Nothing was exported: the sheet could not be read again.',
  },

  preview: { title: 'Preview of the published page', wide: 'This table is wider than the pane: move it sideways.' },

  wordForm: {
    title: 'Word options',
    purpose: 'Purpose',
    publication: 'Publication',
    review: 'Review copy',
    fonts: 'Fonts',
    standardFonts: 'Official fonts',
    commonFonts: 'Common fonts',
    fontsHint: (names) => `The file asks for: ${names}. Word replaces those that are not installed.`,
    comma: ', ',
    applications: 'Large table of section 三',
    portrait: 'One portrait page',
    landscape: 'A landscape page of its own',
    preparedBy: 'Prepared by',
    reviewedBy: 'Reviewed by',
    telephone: 'Telephone',
    contact: 'How to reach the office (optional)',
    contactFrom: (text) => `How to reach the office, as last year: “${text}” (to be changed in the Word options)`,
    contactKept: 'From last year’s report: please verify, or clear it.',
    signed: 'Sign with unit and date',
    date: 'Date',
    unkept: 'The contact and signature changed here are not kept with the unit yet, and will be gone the next time.',
    keep: 'Keep with the unit',
    keptDone: 'Kept with the unit, and there again the next time.',
    closing: (name, date) =>
      date === null ? `Signed: ${name}; no date yet, to be given below` : `Signed: ${name}, ${date}`,
  },

  errors: {
    title: 'The pane failed',
    explain: 'The workbook is not affected. Please reopen this pane; if it fails again, pass on what it says below.',
    retry: 'Try again',
    notLoaded: 'This part did not load. Check the network and try again. The workbook is not affected.',
  },
};
