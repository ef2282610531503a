import type { Words } from './words.zh';

export const en: Words = {
  states: {
    read: 'read',
    incomplete: 'not read in full',
    missing: 'nothing came',
    duplicate: 'came more than once',
    otherYear: 'another year',
    otherEdition: 'an older edition',
    notListed: 'not on the list',
    unnamed: 'no name was read',
    isSum: 'is itself a sum',
    unreadable: 'not readable',
    notReport: 'not a report',
  },
  newerEdition: 'a newer edition',
  notChosen: 'not chosen this time',
  included: 'counted',
  excluded: 'not counted',
  notCounted: 'not counted (as the list says)',
  accepted: (reason) => `accepted${reason === '' ? '' : `: ${reason}`}`,
  setAside: (reason) => `set aside${reason === '' ? '' : `: ${reason}`}`,
  matched: { name: '', formerName: 'by a former name', shortName: 'by a short name', choice: 'chosen by hand' },
  decisions: { accept: 'accept', setAside: 'set aside' },
  proposal: (name) => `may be “${name}”, please confirm`,
  calledAfter: (name) =>
    `the file is called after “${name}”, the report says it is this unit’s: please verify whether it is the wrong file, or the name was not changed`,
  sumListed:
    'the list has this unit, but its report seems to hold the figures of others, and does not count; if they are its own alone, accept it in the pane',
  unnamedCounts:
    'nobody knows whose it is, counted for now; please verify: a unit may have sent it once more, or it is a sum itself',
  readAs: (name) => `written “${name}” in the report`,
  notRead: (files) => `a file came that gave no report: ${files}`,
  notReport:
    'no table and no title of a report in it: taken as a paper that goes with reports, nothing to do; if it was meant to be the report, ask the unit for another file',
  picturesOf: (source) =>
    `nothing but pictures in it, such as a scan with the seal; “${source}” of the same unit was read, and this is taken as a paper that goes with it, nothing to do; where the two are not the same, ask the unit for the final Word or Excel file`,
  repeats: (source) => `the same figures as “${source}”; dealing with that one is enough`,
  sameAs: (source) => `the same figures as “${source}”, counted once`,
  differsFrom: (source, count) =>
    `${count} figure${count === 1 ? '' : 's'} differ${count === 1 ? 's' : ''} from “${source}”; neither counts until one is chosen`,
  otherTaken: (source, count) => `“${source}” was accepted instead, ${count} figure${count === 1 ? '' : 's'} differ`,
  noYear: 'no year was read',
  carryDiffers: 'what was carried in is not what last year’s report carried out',
  carryExplained: 'what was carried in is not what last year’s report carried out, and the unit says why',
  carryAgrees: 'carried in as last year’s report carried out',
  lastYear: {
    none: () => 'no report of last year, carry-over not compared',
    several: (sources) => `last year’s reports differ, carry-over not compared: ${sources}`,
    predecessors: (names) =>
      `of bodies that it took over there is not one report of last year, carry-over not compared: ${names}`,
    divided: (names) =>
      `last year’s figures of these bodies belong to more than one unit of the list, carry-over not compared: ${names}`,
  },
  lastYears: {
    without: (count, names, year) =>
      `no report of ${year} for ${count} unit${count === 1 ? '' : 's'} of the sum, carry-over not compared: ${names}`,
    withoutHeir: (count, names, year) =>
      `${count} bod${count === 1 ? 'y' : 'ies'} of ${year} belong to no unit of this year, what they carried out not compared; for those that were merged write in the column 承接自 who took them over: ${names}`,
    otherYear: (count, names, year) => `${count} of last year’s reports not of ${year}, not used: ${names}`,
    unnamed: (count, names) => `${count} of last year’s reports without the name of a unit, not used: ${names}`,
  },
  levels: {
    fault: (count) => `${count} to correct`,
    explain: (count) => `${count} to verify`,
    remark: (count) => `${count} to note`,
  },
  doubts: (count) => `${count} in doubt`,
  notesName: '汇总情况',
  remark: '(about the sum)',
  notesTitle: (unit, year) => `${unit} ${year}: what was added up`,
  notesCount: (count) => `${count} report${count === 1 ? '' : 's'} counted`,
  sourcesName: '数据来源',
  detailsName: '数据明细',
  unit: 'Unit',
  source: 'Source',
  sum: 'Sum',
  longHeads: ['Unit', 'Source', 'Year', 'Table', 'Row', 'Column', 'Value', 'Measure'],
  blankFigures: (figures, units) => `${figures}: left blank by ${units}, counted as nothing`,
  andMoreFigures: (first, count) => `${first} and others, ${count} figures`,
  unknownFigure: {
    unit: (figure, units) => `${figure}: cannot be added, not told whether in yuan or 万元, left blank: ${units}`,
    unread: (figure, units) => `${figure}: printed but not read, left blank: ${units}`,
    otherEdition: (figure, units) => `${figure}: not asked for by the form that these use, left blank: ${units}`,
    tooLarge: (figure) => `${figure}: the sum is larger than a sheet holds exactly, left blank`,
  },
  list: (names) => names.join(', '),
  ofUnit: (unit, text) => `${unit}: ${text}`,
  andMore: (names, count) => `${names} and others, ${count} units`,
  brokenLine: (rule, units) => `${rule}, because of: ${units}`,
  gap: (unit, gap) => `${unit} (differs by ${gap})`,
  causes: { leftOut: 'left out', countedTwice: 'counted twice', lastYears: 'counted with last year’s figures' },
  published: {
    culprit: (unit, cause) => `${unit} (${cause})`,
    figure: (figure, theirs, ours) => `${figure}: ${theirs} in the earlier sum, ${ours} in this one`,
    same: (inPart) =>
      inPart
        ? 'Where both have a number, the earlier sum agrees with this one.'
        : 'The earlier sum agrees with this one.',
    oneSided: (count, figures) =>
      `${count} figure${count === 1 ? '' : 's'} only one of the two has a number for, not compared: ${figures}`,
    differs: (count) => `The earlier sum differs from this one in ${count} figure${count === 1 ? '' : 's'}:`,
    explained: (culprits) => `all of it is explained by: ${culprits}`,
    ambiguous: ' (other units would explain it too: please verify)',
    unexplained: 'No one, two or three units explain all of it. Please verify one by one.',
  },
  outliers: {
    heading: (count) => `${count} to be verified (across units and years):`,
    jump: (figure, before, now, others) =>
      `${figure}: ${before} last year, ${now} now${others === null ? '' : `; all other units together: ${others} × last year’s`}`,
    sameFigures: (units, count) => `nearly all figures are the same (${count} other than 0): ${units}`,
    figuresOfLastYear: (count) => `nearly all figures are those of its own last year (${count} other than 0)`,
    sameText: (units) => `nearly the same text: ${units}`,
    textOfLastYear: 'nearly the text of its own last year',
    ratioName: (ratio) =>
      ({
        denied: 'refused',
        unavailable: 'not to be had',
        notProcessed: 'not processed',
        carriedOut: 'carried out',
      })[ratio],
    ratio: (name, part, whole, share, typical) =>
      `${name}: ${part} of ${whole}, ${share}; the middle of all units is ${typical}`,
  },
  pointStates: { mended: 'mended', open: 'not mended', unclear: 'cannot be told', new: 'new' },
  notAgain: 'not handed in again',
  noDetails: (rows) => `the long table has ${rows} rows and is not in the workbook; save it as .csv or .parquet`,
  rosterProblems: {
    twice: (name, lines) => `“${name}” is on the list more than once (lines ${lines}); the first holds`,
    countedUnclear: (name, text) => `“${name}” on the list: “${text}” is neither yes nor no; counted for now`,
    countedBlank: (names) =>
      `others on the list are marked as counting, of these nothing is said; counted for now, write 否 for those that do not count: ${names}`,
    unused: (head) =>
      `the column “${head}” of the list does not say who counts and was not used; if it is to, call it 是否计入汇总`,
    noName: (lines) => `lines ${lines} of the list have no name and were not used`,
    noUnit: (texts, lines) => `lines ${lines} of the list are no names of units and were not used: ${texts}`,
    noHead: (column) =>
      `no head of the list says where the names are: column ${column} was taken; please verify, or write 单位名称 above them`,
    shared: (name, units) => `“${name}” is a former or short name of several units and matches none of them: ${units}`,
    ownName: (name, units) =>
      `“${name}” is the name of a unit on the list, and a former or short name of others; a report under it is that unit’s. Others: ${units}`,
    onSheet: (sheet, text) => `${sheet}: ${text}`,
    unreadable:
      'The list of units cannot be read. Use an .xlsx, .xls, .docx, .csv or .txt file with a column 单位名称.',
  },
};
