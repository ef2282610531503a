import { sectionTitle, type Edition, type TableId } from '../../report/edition';
import { cellOf, figureOf, type FigureId } from '../../report/figures';
import { resultsHeads, resultsSheetNames } from '../../report/sheet/workbook';
import type { ClaimRule, ListRule } from '../details';
import type { Finding } from '../finding';
import { cellName, itemName, plainRow, sectionName, shortRow } from './names';
import {
  addends,
  comparedSums,
  firstCells,
  groupName,
  isOpen,
  leadingChanges,
  nameOfRow,
  numberOfTable,
  otherFigures,
  place,
  withFigures,
  type BalanceFinding,
  type SpokenOperand,
} from './speech';
import type { RuleWords, Words } from './wordTypes';

const numerals = '一二三四五六七八九十';
const item = (number: string): string => `item ${numerals.indexOf(number) + 1}`;

const value = (operand: SpokenOperand): string => (operand.value === null ? ' (blank)' : ` ${operand.value}`);

const cells = (finding: { readonly figures: readonly FigureId[] }, edition: Edition): string => {
  const names = firstCells(finding.figures, edition);
  const rest = finding.figures.length - names.length;
  return names.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
};

const blankCells = (
  finding: {
    readonly table: TableId;
    readonly figures: readonly FigureId[];
    readonly details: { readonly whole: boolean };
  },
  edition: Edition,
): string =>
  finding.details.whole
    ? `${sectionTitle(edition, finding.table)} (the whole table, ${finding.figures.length} cells)`
    : cells(finding, edition);

const ending = (finding: BalanceFinding, edition: Edition): string => {
  const [first, ...others] = finding.repairs;
  const among = { column: 'of this column', row: 'of this row', other: 'of the table' };
  const elsewhere =
    finding.elsewhere.length === 0
      ? ''
      : `another figure ${among[otherFigures(finding, edition) ?? 'other']} may be wrong`;
  const advice =
    first === undefined
      ? elsewhere && ` ${elsewhere.replace('another', 'Another')}; please compare with your records.`
      : others.length === 0 && elsewhere === ''
        ? ` ${repair(first, edition)}; please compare with your records.`
        : ` Most likely ${[repair(first, edition), ...others.map((each) => `or ${repair(each, edition)}`), ...(elsewhere === '' ? [] : [`or ${elsewhere}`])].join('; ')}. Please compare with your records.`;
  const byFormula = finding.details.byFormula
    ? ' The totals are formulas, so the sums cannot tell which cell is wrong.'
    : '';
  return `; difference ${finding.difference}.${byFormula}${advice}`;
};

const sumOfItems = (operands: readonly SpokenOperand[], total: number): string =>
  operands.map((operand) => itemName(operand.figure, item) + value(operand)).join(' + ') + ` = ${total}`;

const rowAddends = (operands: readonly SpokenOperand[]): string => {
  const named = addends(operands);
  return named.length === 0
    ? ''
    : ` (${named.map(({ figure, value }) => `${shortRow(figure)} = ${value}`).join(', ')})`;
};

const columnAddends = (operands: readonly SpokenOperand[]): string => {
  const named = addends(operands);
  return named.length === 0
    ? ''
    : ` (${named.map(({ figure, value }) => `${figure.columnLabel} ${value}`).join(', ')})`;
};

const totalSide = (finding: BalanceFinding, edition: Edition): string =>
  withFigures(finding.sides.left, edition)
    .map((operand) => shortRow(operand.figure) + value(operand))
    .join('');

const toPlace = (finding: BalanceFinding): string => `${finding.difference} still to be placed`;

const rowSum = (finding: BalanceFinding, edition: Edition): string => {
  const [total] = withFigures(finding.sides.left, edition);
  const { figure } = total;
  const name = nameOfRow(finding, figure, edition);
  if (isOpen(finding)) {
    return `Row ${name}: ${figure.columnLabel} ${finding.left}, filled columns add up to ${finding.right}; ${toPlace(finding)}.`;
  }
  const totalText = figure.columnLabel + value(total);
  return `Row ${name} does not balance: ${totalText}; the columns add up to ${finding.right}${columnAddends(withFigures(finding.sides.right, edition))}${ending(finding, edition)}`;
};

const repair: Words['repair'] = ({ changes }, edition) => {
  const { causes, following } = leadingChanges(changes, edition);
  const texts = causes.map((change) => {
    const figure = figureOf(edition, change.figure);
    return `${cellOf(itemName(figure, item), figure)} should be ${change.to}`;
  });
  if (texts.length > 3) {
    return changes.every(({ from }) => from === null)
      ? `${texts.length} cells follow from their parts`
      : `${texts.length} cells may stand one cell off`;
  }
  return texts.join(' and ') + (following > 0 ? ', and the totals with it' : '');
};

const extra = (what: string, finding: Finding<'unknown-row' | 'unknown-column'>, edition: Edition): string =>
  `Table ${numberOfTable(finding, edition)} has the extra ${what} ${finding.details.label.trim() === '' ? 'without a name' : `“${finding.details.label}”`}, which the official format does not have; its numbers were not checked. Merge it into an official ${what} and delete it.`;

const missing = (what: string, finding: Finding<'missing-row' | 'missing-column'>, edition: Edition): string =>
  `Table ${numberOfTable(finding, edition)} lacks the ${what} “${finding.details.label}”. Put it back and fill it in from the original.`;

const yearOrLast = (year: number | null): string => (year === null ? 'last year' : String(year));

const giveReason = 'Correct it, or give the reason (reorganisation, corrected data).';

/** The sums of the tables that a sentence was compared with. */
const compared = (finding: Finding<ClaimRule>, edition: Edition): string =>
  comparedSums(finding)
    .map(({ figures, value }) => {
      const rows = groupName(figures, edition, item);
      if (rows !== null) return `${cellOf(`all rows of ${rows.group} `, rows.figure)} = ${value}`;
      const names = figures.slice(0, 3).map((id) => {
        const figure = figureOf(edition, id);
        return cellOf(itemName(figure, item), figure);
      });
      return `${names.join(' + ')}${figures.length > 3 ? ` and ${figures.length - 3} more` : ''} = ${value}`;
    })
    .join(', ');

const textRule = (what: string, sentence: string): RuleWords<ClaimRule> => ({
  title: `Text against table: ${what}`,
  sentence,
  message: (finding, edition) =>
    `${place(finding, edition)} says “${finding.details.quote}”, but the tables say ${compared(finding, edition)}. Please verify.`,
});

const listMessage = (finding: Finding<ListRule>, edition: Edition): string =>
  `${place(finding, edition)} says “${finding.details.quote}”; the list adds up to ${finding.right}, not ${finding.left}. Please verify.`;

export const wordsEn: Words = {
  levels: { fault: 'Must be corrected', explain: 'To be verified', remark: 'Note' },
  openTitle: 'Not all filled in: some are still to be placed',
  repair,
  results: {
    name: resultsSheetNames.en,
    title: 'Reconciliation results',
    headers: [...resultsHeads.en],
    holds: 'holds',
    broken: 'broken',
    open: 'not filled in',
    undecided: 'cannot be checked',
    where: (line, along, table) => `${table}“${line}” ${along}`,
  },
  listing: {
    sheet: 'Findings',
    title: (unit, year) => `Findings about the annual report of ${unit} ${year}`.trim(),
    headers: ['No.', 'Level', 'Cell', 'Rule', 'What is wrong', 'Left', 'Right', 'Difference'],
    nothing: 'Nothing to correct or to verify was found.',
    counts: ({ fault, explain, remark }) => `${fault} to correct, ${explain} to verify, ${remark} notes.`,
    follows: 'Follows from it',
    letterTitle: (unit, year) => `Corrections to the annual report of ${unit} ${year}`.trim(),
    letterSalutation: (unit) => `To ${unit}`,
    letterOpening: 'Your annual report was reviewed. Please correct or verify the following and hand it in again.',
    letterHeadings: {
      fault: 'To be corrected',
      explain: 'To be verified (give the reason in writing where it is right)',
      lacking: 'To be filled in',
      remark: 'Notes',
    },
    letterTimes: (count) => ` (${count} times in the text)`,
    letterAgain: ' (asked before)',
    lacking: 'To be filled in',
    letterFine: 'Your annual report was reviewed. Nothing to correct or to verify was found.',
    letterClosing: 'Please compare each item with your records, and check again before handing in.',
    letterUnsigned: '____________________ (office)',
    letterUndated: '____________________ (date)',
    unknownUnit: 'your unit',
  },
  rules: {
    'missing-row': {
      title: 'Missing row',
      sentence: 'The tables keep every row of the official format.',
      message: (finding, edition) => missing('row', finding, edition),
    },
    'missing-column': {
      title: 'Missing column',
      sentence: 'The tables keep every column of the official format.',
      message: (finding, edition) => missing('column', finding, edition),
    },
    'unknown-row': {
      title: 'Row outside the format',
      sentence: 'The tables have no row that the official format does not have.',
      message: (finding, edition) => extra('row', finding, edition),
    },
    'unknown-column': {
      title: 'Column outside the format',
      sentence: 'The tables have no column that the official format does not have.',
      message: (finding, edition) => extra('column', finding, edition),
    },
    'box-shared': {
      title: 'Two entries in one box',
      sentence: 'A box of a table holds one number.',
      message: (finding, edition) =>
        `The box of ${cells(finding, edition)} holds ${finding.details.held.length} entries: ${finding.details.held.map(({ at, text }) => `${at} “${text}”`).join(', ')}. Nothing tells which is the figure, so it counts as blank and is not filled with 0. Please keep one of them, or put them right with the buttons below.`,
    },
    'box-inner': {
      title: 'Number not in the first cell of its box',
      sentence: 'A number stands in the first cell of its box.',
      message: (finding, edition) =>
        `“${finding.details.text}” of ${cells(finding, edition)} stands in ${finding.details.at} and is read as that figure; the first cell of the box is ${finding.details.first}.`,
    },
    'cell-shown': {
      title: 'A cell shows another number',
      sentence: 'A cell shows the number that it holds.',
      message: (finding, edition) =>
        `${cells(finding, edition)}: ${finding.details.at} shows ${finding.details.shown === '' ? 'nothing' : `“${finding.details.shown}”`} and holds ${finding.details.stored}. Checks and exports go by what it holds. Set its number format to General and see whether the number is right.`,
    },
    'loose-number': {
      title: 'Number beside the table',
      sentence:
        'Every number of the tables stands in a box; there are none beside, among or within the labels, or under a table.',
      message: (finding, edition) =>
        `In ${numberOfTable(finding, edition)}, the number “${finding.details.text}” in ${finding.details.at} stands in no box and does not count. If it is a figure of the table, please put it into its box; if not, move it away or give a reason.`,
    },
    ERROR: {
      title: 'Error value',
      sentence: 'No cell holds an error value.',
      message: (finding, edition) =>
        `${cells(finding, edition)} holds the error value ${finding.details.text}; sums with it cannot be checked. Check its formula.`,
    },
    TEXT: {
      title: 'Text for a number',
      sentence: 'Cells for numbers hold no text.',
      message: (finding, edition) => {
        const plain = finding.details.number;
        const text = `${cells(finding, edition)} holds the text “${finding.details.text}”, which takes no part in sums; `;
        return text + (plain === null ? 'enter a number.' : `enter the number ${plain}.`);
      },
    },
    'T1-SIGN': {
      title: 'Negative number',
      sentence: 'Counts and amounts are not negative; only yearly changes may be.',
      message: (finding, edition) => `${cells(finding, edition)} is negative: ${finding.details.value}.`,
    },
    INT: {
      title: 'Not a whole number',
      sentence: 'Counts are whole numbers; only amounts may have decimals.',
      message: (finding, edition) =>
        `${cells(finding, edition)} is ${finding.details.value}; a count is a whole number.`,
    },
    'T2-ID': {
      title: 'Column does not balance',
      sentence: 'In each column, items 1 and 2 add up to the total of item 3 and item 4.',
      message: (finding, edition) => {
        const sides = `${sumOfItems(withFigures(finding.sides.left, edition), finding.left)}; ${sumOfItems(withFigures(finding.sides.right, edition), finding.right)}`;
        const column = `${numberOfTable(finding, edition)}column “${figureOf(edition, finding.figures[0]).columnLabel}”`;
        return isOpen(finding)
          ? `${column}: items 1 and 2 make ${finding.left}; ${toPlace(finding)}.`
          : `${column} does not balance: ${sides}${ending(finding, edition)}`;
      },
    },
    'T2-SUM': {
      title: 'Total of results does not add up',
      sentence: 'In each column, the total of item 3 is the sum of its kinds of result.',
      message: (finding, edition) => {
        const column = `${numberOfTable(finding, edition)}column “${figureOf(edition, finding.figures[0]).columnLabel}”`;
        if (isOpen(finding)) {
          return `${column}: ${totalSide(finding, edition)}, filled results add up to ${finding.right}; ${toPlace(finding)}.`;
        }
        const sum = `the results add up to ${finding.right}${rowAddends(withFigures(finding.sides.right, edition))}`;
        return `${column} does not balance: ${totalSide(finding, edition)}; ${sum}${ending(finding, edition)}`;
      },
    },
    'T2-ROW': {
      title: 'Row total does not add up',
      sentence: 'In each row, the total is the sum of the kinds of applicant.',
      message: rowSum,
    },
    'T3-SUM': {
      title: 'Review total does not add up',
      sentence: 'For each kind of case, the total is the sum of its results and of what is pending.',
      message: rowSum,
    },
    'Y-CARRY': {
      title: 'Does not continue last year',
      sentence: 'In each column, what was carried in equals what last year’s report carried out.',
      message: (finding, edition) => {
        const [now] = withFigures(finding.sides.left, edition);
        const [then] = withFigures(finding.sides.right, edition);
        const column = `Column “${now.figure.columnLabel}”: `;
        const { bodies = [] } = finding.details;
        const whose =
          bodies.length === 0 ? '' : ` of ${bodies.join(', ')}, taken over,${bodies.length > 1 ? ' together' : ''}`;
        return `${column}this year’s “${plainRow(now.figure)}” is ${finding.left}, last year’s “${plainRow(then.figure)}”${whose} is ${finding.right}; difference ${finding.difference}. ${giveReason}`;
      },
    },
    'Y-VALID': {
      title: 'Documents in force do not continue last year',
      sentence: 'Documents in force are last year’s, plus those issued, minus those repealed.',
      message: (finding, edition) => {
        const [now, ended] = withFigures(finding.sides.left, edition);
        const [then, made] = withFigures(finding.sides.right, edition);
        const expected = then.value + made.value - ended.value;
        const sum = `last year’s ${then.value} + issued ${made.value} - repealed ${ended.value} = ${expected}`;
        return `${cellName(edition, now.figure.id)} is ${now.value}; ${sum}; difference ${finding.difference}. ${giveReason}`;
      },
    },
    'Y-SAME': {
      title: 'Figures equal last year’s',
      sentence: 'The figures of a report are not those of the year before as a whole.',
      message: (finding) =>
        `Every figure equals the report of ${yearOrLast(finding.details.year)} (${finding.details.count} of them are not 0). Were last year’s figures used by mistake?`,
    },
    'Y-TEXT': {
      title: 'Text equals last year’s',
      sentence: 'The text of a report is not that of the year before as a whole.',
      message: (finding) =>
        `${finding.details.share}% of the text equals the report of ${yearOrLast(finding.details.year)}, numbers apart. Was last year’s text kept?`,
    },
    'Y-JUMP': {
      title: 'Far from last year',
      sentence: 'A figure that grew or shrank more than tenfold is verified.',
      message: (finding, edition) =>
        `${cells(finding, edition)} is ${finding.left}, last year ${finding.right}: more than tenfold. Verify it, or give the reason.`,
    },
    'N-RECV': textRule(
      'applications received',
      'Applications received in the text are item 1, or items 1 and 2 together.',
    ),
    'N-ANS': textRule('applications answered', 'Applications answered in the text are the total of item 3.'),
    'N-GROUP': textRule('kinds of result', 'Kinds of result and reasons in the text are the sums of their rows.'),
    'N-TYPE': textRule('kinds of applicant', 'Kinds of applicant in the text are the figures of their columns.'),
    'N-CARRY': textRule('carried over', 'What the text says was carried over is item 2 or item 4.'),
    'N-CASE': textRule(
      'reviews and lawsuits',
      'Reviews and lawsuits in the text are those of the fourth section’s table.',
    ),
    'N-ZERO': {
      title: 'None in the text, not 0 in the table',
      sentence: 'What the text says did not happen is 0 in the tables.',
      message: (finding, edition) =>
        `${place(finding, edition)} says “${finding.details.quote}”, but ${compared(finding, edition)}. Please verify.`,
    },
    'N-FILES': textRule(
      'documents',
      'Documents issued, repealed and in force in the text are those of the second section’s table.',
    ),
    'N-PERM': textRule(
      'decisions and charges',
      'Permits, penalties, coercive measures and administrative charges in the text are those of the second section’s table.',
    ),
    'N-PARTS': {
      title: 'A list does not add up',
      sentence: 'Numbers listed in brackets add up to the number before them.',
      message: listMessage,
    },
    'N-FEE': {
      title: 'The list of fees does not add up',
      sentence: 'The listed information processing fees add up to their total.',
      message: listMessage,
    },
    'N-PCT': {
      title: 'Percentage does not fit',
      sentence: 'A percentage in the text fits the numbers around it.',
      message: (finding, edition) =>
        `${place(finding, edition)} says “${finding.details.quote}”; the numbers around it give ${finding.right}%. Please verify.`,
    },
    'X-FEE': {
      title: 'Fees not explained',
      sentence:
        'Where applications were closed for unpaid fees, the last section tells about information processing fees.',
      message: (finding, edition) =>
        `${cells(finding, edition)} is ${finding.left}, but “${sectionName(edition, 'other')}” does not speak of information processing fees. Please verify.`,
    },
    'UNIT-SCALE': {
      title: 'Amount perhaps in the wrong unit',
      sentence: 'Amounts are in units of 10,000 yuan; one about 10,000 times last year’s may be in yuan.',
      message: (finding, edition) =>
        `${cells(finding, edition)} is ${finding.left}, last year ${finding.right}: about 10,000 times. Is its unit 万元?`,
    },
    'UNIT-2019': {
      title: 'Amount without a unit',
      sentence: 'An amount whose unit the format does not print has its unit beside it.',
      message: (finding, edition) => `${cells(finding, edition)} has no unit; put 万元 or 元 beside it.`,
    },
    'X-LEVEL': {
      title: 'No power to make such rules',
      sentence: 'County bodies, towns, streets and departments of cities as a rule cannot make 规章.',
      message: (finding, edition) =>
        `${cells(finding, edition)} is not 0, but a body of this kind as a rule cannot make 规章. Does it belong to 规范性文件?`,
    },
    'N-LONG': {
      title: 'Sentences too long to compare',
      sentence:
        'The text is compared with the tables sentence by sentence; one of over 2,000 characters, or the longest of a text that is too long, are not.',
      message: (finding, edition) =>
        `${finding.details.count} too long to be compared with the tables (the longest has ${finding.details.length} characters); the first is in ${place(finding, edition)} and begins “${finding.place}”. All other text was compared. End sentences with 。 and check again, or compare by hand.`,
    },
    'F-SECTIONS': {
      title: 'Sections without text',
      sentence: 'None of the six sections is left out.',
      message: (finding) =>
        `Without text: ${finding.details.sections.join('、')}. None of the six sections may be left out.`,
    },
    'F-S1': {
      title: 'Overview incomplete',
      sentence: 'The overview covers disclosure, applications, information management, platforms and supervision.',
      message: (finding) => `Not found in the overview: ${finding.details.topics.join('、')}.`,
    },
    'F-S1-FIG': {
      title: 'Overview without numbers',
      sentence: 'Some places ask how many items were published, explained and answered, and on how many platforms.',
      message: () =>
        'The overview tells no number of items published, explained or answered, nor of platforms. Some places ask for them: compare with your local notice.',
    },
    'F-S1-LEN': {
      title: 'Overview too long',
      sentence: 'Many places ask for an overview of at most a thousand characters.',
      message: (finding) =>
        `The overview has ${finding.details.length} characters; many places ask for at most ${finding.details.most}. Compare with your local notice.`,
    },
    'F-S5': {
      title: 'Problems too short',
      sentence: 'Problems and improvements are concrete, and not only “无”.',
      message: (finding) =>
        `The section on problems only says “${finding.place}”. Be concrete, and compare with your local notice.`,
    },
    'F-S6': {
      title: 'Processing fees not mentioned',
      sentence:
        'Many places ask the last section to tell about information processing fees, even when there were none.',
      message: () =>
        'The last section does not mention information processing fees. Say so if there were none, and compare with your local notice.',
    },
    'F-EDITION': {
      title: 'Format or document number does not fit',
      sentence: 'A report is in the format of its year and cites the document that prescribes it.',
      message: (finding) =>
        !('cited' in finding.details)
          ? `The report of ${finding.details.year} is due in the format of ${finding.details.due}; this is that of ${finding.details.document}.`
          : `The text cites ${finding.details.cited}; the tables are those of ${finding.details.document}.`,
    },
    'F-PERIOD': {
      title: 'Wrong period',
      sentence: 'The period is 1 January to 31 December of the year of the report.',
      message: (finding) =>
        `The text gives the period “${finding.place}”; it should be the whole of ${finding.details.year}.`,
    },
    'F-DATE': {
      title: 'Impossible date',
      sentence: 'Dates exist.',
      message: (finding) => `There is an impossible date in “${finding.place}”.`,
    },
    'F-STALE': {
      title: 'Another year',
      sentence: 'The annual report that the text speaks of is this year’s.',
      message: (finding) =>
        `The text says “${finding.place}”, but this is the report of ${finding.details.year}. Is it an old draft?`,
    },
    'F-EARLY': {
      title: 'The year has not ended',
      sentence: 'A report is published after its year has ended.',
      message: (finding) =>
        `${finding.details.year} has not ended (${finding.details.today}). Check again before publishing.`,
    },
    'F-DEADLINE': {
      title: 'After the deadline',
      sentence: 'Departments publish by 31 January of the year after, governments by 31 March.',
      message: (finding) => `It was due by ${finding.details.last}; today is ${finding.details.today}.`,
    },
    'F-PRIVACY': {
      title: 'Perhaps personal data',
      sentence: 'Published text holds no identity numbers and no personal mobile numbers.',
      message: (finding) =>
        `The text seems to hold ${finding.details.people} identity and ${finding.details.mobiles} mobile numbers. Verify before publishing.`,
    },
    'F-TEMPLATE': {
      title: 'Template text left in',
      sentence: 'Published text holds nothing of its template.',
      message: (finding) => `Text of a template was left in, “${finding.details.text}”: ${finding.place}`,
    },
    DECIMALS: {
      title: 'Too many decimals',
      sentence: 'Amounts in units of 10,000 yuan have at most six decimals.',
      message: (finding, edition) =>
        `${cells(finding, edition)} is ${finding.details.value}, with more than six decimals; is it the result of a formula?`,
    },
    UNREAD: {
      title: 'Not read',
      sentence: 'A cell that was not read does not say that nothing happened; fill it in from the original.',
      message: (finding, edition) =>
        `Not read: ${blankCells(finding, edition)}. That does not mean that nothing happened: fill them in from the original, with 0 only where it says 0.`,
    },
    'EMPTY-TOTAL': {
      title: 'Total left blank',
      sentence: 'A total is filled in where all its parts are.',
      message: (finding, edition) => {
        const [{ changes }] = finding.repairs;
        const [only] = changes;
        const sum = changes.length === 1 && only !== undefined ? `, and add up to ${only.to}` : '';
        return `Total left blank: ${cells(finding, edition)}; its parts are all filled in${sum}.`;
      },
    },
    EMPTY: {
      title: 'Left blank',
      sentence: 'What did not happen is 0, not a blank cell and not “/”, “-” or “无”.',
      message: (finding, edition) => {
        const { printed } = finding.details;
        const dashes = printed > 0 ? ` ${printed} of them hold “/”, “-” or “无”.` : '';
        return `Left blank: ${blankCells(finding, edition)}.${dashes} Enter 0 where nothing happened.`;
      },
    },
  },
};
