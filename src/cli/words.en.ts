import { fewSources, type Words } from './words.zh';

const fileErrors: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check its name and folder.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'This file may not be read.',
  EPERM: 'This file may not be read.',
  ELOOP: 'The link leads back to itself: there is no file to read.',
  ENAMETOOLONG: 'The name of the file is too long.',
  ENOTDIR: 'There is no such file: a part of its path is not a folder.',
};

const folderErrors: Readonly<Record<string, string>> = {
  EACCES: 'This folder may not be read: the files in it were not read.',
  EPERM: 'This folder may not be read: the files in it were not read.',
  LINK: 'This is a link to a folder: the files in it were not read. To read them, name that folder itself.',
};

const writeErrors: Readonly<Record<string, string>> = {
  ENOENT: 'The folder to write to does not exist.',
  EISDIR: 'This is a folder: give the name of a file.',
  EACCES: 'Nothing may be written there.',
  EPERM: 'Nothing may be written there, or another program has the file open.',
  EBUSY: 'Another program has the file open: close it and try again.',
  ENOSPC: 'The disk is full.',
  EROFS: 'Nothing may be written there: the disk is read-only.',
  ELOOP: 'A link in the path leads back to itself: nothing can be written there.',
  ENAMETOOLONG: 'The name of the file is too long: choose a shorter one.',
  ENOTDIR: 'Nothing can be written there: a part of the path is not a folder.',
};

const number = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const en: Words = {
  usage: `Gouji 勾稽: annual reports on government information disclosure

Usage:
  gouji read     FILE... [--blank-zero] [--json]      what was read, and every doubt
  gouji check    FILE... [--previous FILE] [--day Y-M-D] [--json]   findings
  gouji compare  FILE FILE [--json]                   two submissions, or what was reviewed and what was published:
                 figures and paragraphs that differ; of two folders (last year, this year) unit by unit:
                 changes of the sums, jumps, copies, ratios far from the rest; renamed units by --roster
  gouji letter   FILE [--previous-submission FILE]    the return letter; what became of each point since then
  gouji word     FILE -o FILE.docx                    a Word file ready to publish
  gouji html     FILE -o FILE.html [--fragment]       a web page; --fragment to paste into a portal's editor
  gouji csv      FILE -o FILE.csv                     open data in long form, with its metadata
  gouji template --edition 2021 --year 2025 --unit NAME -o FILE.xlsx   a template that checks itself
  gouji rollup   FILES|FOLDER|ZIP... --unit NAME -o FILE.xlsx|.json|.csv|.parquet   the sum of many reports
  gouji export   FILES, FOLDERS, ZIPS --form FORM.json -o FILE.xlsx|.csv   a platform's import form, filled in (docs/forms)
  gouji sql      --edition 2021 [--engine duckdb|postgres|spark|trino|clickhouse] [--query NAME]   the rules as SQL;
                 for an engine the sums, carry-over, in force, duplicates and missing units too (docs/county.md)

read, check and rollup take folders (with those in them) and .zip archives too. FILE may be .json, .txt, .html, .docx, .doc, .wps, .xlsx, .xls, .et, .pdf.

For every command:
  --lang zh|en          words in Chinese (default) or English
  --json                print the result as JSON for other programs, wrong usage too
  --force               replace the file to write where it exists; without it no existing file is touched
  --part NAME           the report to take where a file holds several (a sheet's name)

For read and check:
  --blank-zero              take cells that the original leaves blank as 0 (each keeps a remark; unread ones stay blank)
  --previous FILE           check: against last year's report
  --day Y-M-D               check: deadlines by this day of handing in or publishing (default: today, for
                            reports of this year and last)
  --off RULE,RULE           check: remarks not to make, such as F-S1-LEN where no local notice asks for it

For word (--blanks, --contact, --sign and --date for html too):
  --fonts standard|common   standard: 方正小标宋, 仿宋_GB2312 … (default); common: 华文中宋, 仿宋 …
  --landscape               the large table on landscape pages
  --blanks blank|zero       leave blank figures empty (default) or print 0
  --contact TEXT            a last paragraph on how to reach the office
  --sign [--date Y-M-D]     name of the unit and date
  --review                  a review copy with its block to fill in
  --previous FILE           an annex that sets last year's figures beside this year's (html: in the charts)

For html:
  --fragment                to paste into a portal's editor
  --charts                  charts of the applications and their results

For template:
  --typed-totals            totals typed by hand, not formulas

For rollup:
  --year YEAR               the year to add up; not needed where all reports have the same
  --roster FILE             the units that have to report (.xlsx, .xls, .csv, .txt), with columns 单位名称 曾用名 简称
                            类别 行政层级 是否计入汇总 承接自; a single column is the names
  --previous FOLDER         last year's reports, to check what was carried over; of a merged unit against the sum
                            of those named in 承接自
  --published FILE          the published sum: where it differs, and the units that explain it
  .csv and .parquet are the long table (a row for each figure) of every report that was read; included tells
  which count

Exit: 0 done; 1 check found a fault, compare a difference, or the sum of rollup holds one or has to leave a figure blank, or a report of
the year waits for a decision (came twice and differs, not on the list and the like), none counts, or --published differs (export likewise); 2 a file could not be read as a report; 3 usage.
`,
  unknownCommand: (command) => `There is no command "${command}". See gouji --help.`,
  unknownOption: (option) => `There is no option "${option}", or its value is missing. See gouji --help.`,
  badValue: (option, value) => `"${value}" is no value for --${option}. See gouji --help.`,
  notForCommand: (option, command) => `${command} has no option --${option}.`,
  noFileHere: 'This command reads no file.',
  noFile: 'Name the file to read.',
  oneFile: 'This command takes one file at a time.',
  rosterForFolders: '--roster goes with two folders.',
  twoFiles: 'Name the two files to compare.',
  noReports: 'Not one report was read. Nothing was written.',
  noYear: (years) =>
    years.length === 0
      ? 'No year was read. Name it with --year.'
      : `The reports are of several years. Name the one to add up with --year:\n${years.map(({ year, sources }) => `  ${year}: ${sources.length}${sources.length > fewSources ? '' : ` (${sources.join(', ')})`}\n`).join('')}`,
  otherPublished: 'What was published is of another year or edition than the sum and cannot be compared with it.',
  onePublished: 'The published report has to be a file with one report in it.',
  rollUpTooLong: 'A worksheet of Excel has no room for so many units. Save the sum as .json, .csv or .parquet.',
  rollUpOutput: 'A sum is saved as .xlsx, .json, .csv or .parquet.',
  rowLine: (state, name, standing, note) =>
    `[${state}] ${name}${standing === '' ? '' : ` (${standing})`}${note === '' ? '' : ` ${note}`}`,
  summedOf: (all, counted, missing, others) =>
    `Of ${all} units on the list ${counted} counted, ${missing} missing${others === 0 ? '' : `, ${others} came and do not count`}.`,
  summed: (count) => `Sum of ${number(count, 'report')}.`,
  noOutput: 'Name the file to write with -o.',
  sameFile: (file) => `${file}: The file to write must not be a file to read.`,
  exists: 'The file exists; nothing was written. Choose another name, or add --force to replace it.',
  readOnly: 'The file exists and is read-only; nothing was written. Choose another name.',
  notPlain: 'This is a link, a device or a pipe, not a plain file; nothing was written. Choose another name.',
  workerLost: 'The program failed while reading this file; no report was read. Other files are not affected.',
  progress: (done, file) => `${done} files read: ${file}`,
  emptyArchive: 'There is nothing to read in the archive.',
  emptyFolder: 'The folder holds no file that can be read.',
  closedKind: (ending) =>
    `A ${ending} file cannot be read. Unpack an archive or send it as .zip; of a picture or an e-mail get the Word file.`,
  skipped: (files, count) =>
    `Other files, not read, ${count} (of no kind that reports come in): ${files.join(', ')}${count > files.length ? ' …' : ''}`,
  cannotList: (code) =>
    folderErrors[code] ??
    `The folder could not be read (${code === '' ? 'unknown reason' : code}): the files in it were not read.`,
  severalReports: (parts) => `The file holds ${parts.length} reports: choose one with --part: ${parts.join(', ')}`,
  noPart: (part, parts) => `The file holds no "${part}", but: ${parts.join(', ')}`,
  unknownEdition: (edition, known) => `There is no edition "${edition}". Known: ${known.join(', ')}`,
  cannotRead: (code) => fileErrors[code] ?? `The file could not be read (${code === '' ? 'unknown reason' : code}).`,
  cannotWrite: (code) => writeErrors[code] ?? `Could not write (${code === '' ? 'unknown reason' : code}).`,
  nothingWritten: ' Nothing was written, what was there is as it was.',
  notPrinted: (why) => `What was printed is not whole: ${why}`,
  stopped: 'Stopped; nothing half-written is left.',
  written: (file) => `Wrote ${file}`,
  part: (name) => ` (${name})`,
  edition: (id, document) => `edition ${id} (${document})`,
  figuresRead: (read, all) => `${read} of ${all} figures read`,
  blanks: (count) => `${number(count, 'cell')} blank in the original; if blank means 0, add --blank-zero`,
  textRead: (counts) => `Text: ${counts.map(([title, count]) => `${title} ${number(count, 'paragraph')}`).join(', ')}`,
  doubts: (count) => (count === 0 ? 'No doubts.' : `${number(count, 'doubt')}:`),
  counts: ({ fault, explain, remark }) =>
    fault + explain + remark === 0
      ? 'Checked, nothing found.'
      : `${number(fault, 'fault')}, ${explain} to explain, ${number(remark, 'remark')}`,
  sentence: (place) => `Text: ${place}`,
  exportLeft: (faults, blanks) =>
    `Note: the report still has ${[faults > 0 ? number(faults, 'fault') : '', blanks > 0 ? number(blanks, 'blank figure') : ''].filter((text) => text !== '').join(' and ')}.`,
  noPreviousHere: (file) => `${file} holds no report of this unit for the year before.`,
  noPrevious: (file) => `${file} holds no report of this unit for the year before: no check across years.`,
  followUp: {
    heading: 'What became of the last letter',
    none: 'There was nothing to say, then or now.',
    another: 'This is not a report of the same unit, year and edition: nothing was compared.',
    states: { mended: 'mended', open: 'not mended', unclear: 'cannot be told, look at the original', new: 'new' },
  },
  form: {
    none: 'Name the file of the import form with --form (examples are in docs/forms).',
    wrong: 'The import form cannot be followed:',
    output: 'Save the import form as .xlsx or .csv.',
    filled: (name, count) => `“${name}”: ${count} report${count === 1 ? '' : 's'} filled in.`,
    unwritten: {
      unit: (unit, figure) => `${unit} ${figure}: not told whether in yuan or 万元, left blank.`,
      unread: (unit, figure) =>
        `${unit} ${figure}: the source has a number that was not read, left blank; please fill it in from the source.`,
    },
    problems: {
      notJson: (line) =>
        `not a JSON file${line === '' ? '' : `, look at line ${line}`}: marks are the plain ones (" : , { }), a comma stands between two items and none behind the last`,
      shape: () => 'not written as a form is',
      missing: () => 'is missing',
      unknownKeys: (keys) => `there is no “${keys}” here`,
      oneOf: (values) => `has to be one of ${values}`,
      column: () => 'a column is "head" with one of "take", "figure", "text", or "figures" alone',
      figure: (id) => `there is no figure “${id}”`,
      table: (id) => `there is no table “${id}”`,
      edition: (id) => `there is no edition “${id}”; 2019 and 2021 are known`,
      rows: (rows) =>
        rows === 'units'
          ? 'a form of one unit a row has no such column'
          : 'a form of one figure a row takes "value", no figure by name',
      code: (id) => `codes: there is no figure “${id}”`,
      sameCode: (code) => `the code “${code}” is another figure’s already`,
    },
  },
  compareSets: {
    pairs: (count, differing) => `${count} units are in both, ${differing} of them with other figures.`,
    onlyFirst: 'Only in the first',
    onlySecond: 'Only in the second',
    several: 'With several reports that differ, not compared',
    undecided: 'With figures that could be read in neither, so that nobody knows whether they are the same',
    sums: 'Sums of others, not compared',
    otherYears: 'Of another year than most reports of their folder (compared all the same)',
    ofYear: (unit, year) => `${unit} (${year ?? 'no year was read'})`,
    unknown: (figures, units) =>
      `Sums that cannot be compared (a form does not ask for them, they were not read, or no unit of money is told): ${figures}; because of: ${units}`,
    totals: (count) => `Sums over the units in both, ${count} differ:`,
  },
  compare: {
    line: (name, text) => `${name}: ${text}`,
    unit: 'The units differ',
    year: 'The years differ',
    edition: 'The editions differ',
    alone: (one, other) =>
      `Only what both editions ask for was compared; the first alone has ${number(one, 'more figure')}, the second ${other}.`,
    figures: (count) => `${number(count, 'figure')} that ${count === 1 ? 'differs' : 'differ'}:`,
    undecided: (count) =>
      `${number(count, 'figure')} could be read in neither; whether they are the same is not known, look at the originals:`,
    paragraphs: (count) => `${number(count, 'paragraph')} that ${count === 1 ? 'differs' : 'differ'}:`,
    same: 'The two reports are the same: every figure and every paragraph.',
    doubts: (file, count) => `${file}: ${number(count, 'doubt')} in reading it, see gouji read.`,
    notRead: '(not read)',
    blank: 'blank',
    unread: 'not read',
    changes: { added: 'added', removed: 'removed', changed: 'changed' },
  },
};
