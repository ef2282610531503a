import type { Edition } from '../report/edition';
import { findFigure } from '../report/figures';
import type { Finding } from './finding';
import { cellName, itemName, shortRow, tableNumber, tableTitle } from './names';
import { addends, columnLabel, detail, figuresIn, rowFigure, spoken, type SpokenOperand } from './speech';
import type { Words } from './words';

const numerals = '一二三四五六七八九十';
const item = (number: string): string => `item ${numerals.indexOf(number) + 1}`;

const value = (operand: SpokenOperand): string => (operand.value === null ? ' (blank)' : ` ${operand.value}`);

const number = (finding: Finding, edition: Edition): string =>
  finding.table === null ? '' : tableNumber(edition, finding.table);

const cells = (finding: Finding, edition: Edition): string => {
  const names = finding.figures.slice(0, 3).map((id) => cellName(edition, id));
  const rest = finding.figures.length - names.length;
  return names.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
};

const ending = (finding: Finding, edition: Edition): string => {
  const [first, ...others] = finding.repairs;
  const advice =
    first === undefined
      ? ''
      : others.length === 0
        ? ` ${repair(first, edition)}; please compare with your records.`
        : ` ${finding.repairs.length} changes would each mend it; most likely ${repair(first, edition)}; please compare with your records.`;
  const byFormula =
    finding.details['byFormula'] === undefined
      ? ''
      : ' The totals are formulas, so the sums cannot tell which cell is wrong.';
  return `; difference ${finding.difference}.${byFormula}${advice}`;
};

const left = (finding: Finding, edition: Edition): SpokenOperand[] => spoken(finding.sides?.left ?? [], edition);
const right = (finding: Finding, edition: Edition): SpokenOperand[] => spoken(finding.sides?.right ?? [], edition);

const sumOfItems = (operands: readonly SpokenOperand[], total: number | null): string =>
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

const totalSide = (finding: Finding, edition: Edition): string =>
  left(finding, edition)
    .map((operand) => shortRow(operand.figure) + value(operand))
    .join('');

const toPlace = (finding: Finding): string => `${finding.difference} still to be placed`;
const isOpen = (finding: Finding): boolean => finding.details['state'] === 'open';

const rowSum = (finding: Finding, edition: Edition): string => {
  const figure = rowFigure(finding, edition);
  const labels = figure?.rowLabels ?? [];
  const name =
    finding.table === 'review' || figure === undefined
      ? `${number(finding, edition)}“${labels.at(-1) ?? ''}”`
      : cellName(edition, figure.id).replace(`“${figure.columnLabel}”`, '');
  const [total] = left(finding, edition);
  if (isOpen(finding)) {
    return `Row ${name}: ${total?.figure.columnLabel ?? ''} ${finding.left}, filled columns add up to ${finding.right}; ${toPlace(finding)}.`;
  }
  const totalText = total === undefined ? '' : total.figure.columnLabel + value(total);
  return `Row ${name} does not balance: ${totalText}; the columns add up to ${finding.right}${columnAddends(right(finding, edition))}${ending(finding, edition)}`;
};

const repair: Words['repair'] = ({ changes }, edition) => {
  const texts = changes.map((change) => {
    const figure = findFigure(edition, change.figure);
    return `${figure === undefined ? change.figure : `${itemName(figure, item)}“${figure.columnLabel}”`} should be ${change.to}`;
  });
  return texts.length > 3 ? `${texts.length} cells follow from their parts` : texts.join(' and ');
};

const extra = (what: string, finding: Finding, edition: Edition): string =>
  `Table ${number(finding, edition)} has the extra ${what} “${detail(finding, 'label')}”, which the official format does not have; its numbers were not checked. Merge it into an official ${what} and delete it.`;

const missing = (what: string, finding: Finding, edition: Edition): string =>
  `Table ${number(finding, edition)} lacks the ${what} “${detail(finding, 'label')}”. Put it back; enter 0 where nothing happened.`;

export const wordsEn: Words = {
  levels: { fault: 'Must be corrected', explain: 'To be verified', remark: 'Note' },
  repair,
  results: {
    name: 'Check results',
    title: 'Reconciliation results',
    headers: ['Where', 'Rule', 'Left', 'Right', 'Difference', 'Verdict'],
    holds: 'holds',
    broken: 'broken',
    open: 'not filled in',
    undecided: 'cannot be checked',
    where: (line, along, table) => `${table}“${line}” ${along}`,
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
    ERROR: {
      title: 'Error value',
      sentence: 'No cell holds an error value.',
      message: (finding, edition) =>
        `${cells(finding, edition)} holds the error value ${detail(finding, 'text')}; sums with it cannot be checked. Check its formula.`,
    },
    TEXT: {
      title: 'Text for a number',
      sentence: 'Cells for numbers hold no text.',
      message: (finding, edition) => {
        const plain = finding.details['number'];
        const text = `${cells(finding, edition)} holds the text “${detail(finding, 'text')}”, which takes no part in sums; `;
        return text + (plain === undefined ? 'enter a number.' : `enter the number ${plain}.`);
      },
    },
    'T1-SIGN': {
      title: 'Negative number',
      sentence: 'Counts and amounts are not negative; only yearly changes may be.',
      message: (finding, edition) => `${cells(finding, edition)} is negative: ${detail(finding, 'value')}.`,
    },
    INT: {
      title: 'Not a whole number',
      sentence: 'Counts are whole numbers; only amounts may have decimals.',
      message: (finding, edition) =>
        `${cells(finding, edition)} is ${detail(finding, 'value')}; a count is a whole number.`,
    },
    'T2-ID': {
      title: 'Column does not balance',
      sentence: 'In each column, items 1 and 2 add up to the total of item 3 and item 4.',
      message: (finding, edition) => {
        const sides = `${sumOfItems(left(finding, edition), finding.left)}; ${sumOfItems(right(finding, edition), finding.right)}`;
        const column = `${number(finding, edition)}column “${columnLabel(finding, edition)}”`;
        return isOpen(finding)
          ? `${column}: items 1 and 2 make ${finding.left}; ${toPlace(finding)}.`
          : `${column} does not balance: ${sides}${ending(finding, edition)}`;
      },
    },
    'T2-SUM': {
      title: 'Total of results does not add up',
      sentence: 'In each column, the total of item 3 is the sum of its kinds of result.',
      message: (finding, edition) => {
        const column = `${number(finding, edition)}column “${columnLabel(finding, edition)}”`;
        if (isOpen(finding)) {
          return `${column}: ${totalSide(finding, edition)}, filled results add up to ${finding.right}; ${toPlace(finding)}.`;
        }
        const sum = `the results add up to ${finding.right}${rowAddends(right(finding, edition))}`;
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
    DECIMALS: {
      title: 'Too many decimals',
      sentence: 'Amounts in units of 10,000 yuan have at most six decimals.',
      message: (finding, edition) =>
        `${cells(finding, edition)} is ${detail(finding, 'value')}, with more than six decimals; is it the result of a formula?`,
    },
    'EMPTY-TOTAL': {
      title: 'Total left blank',
      sentence: 'A total is filled in where all its parts are.',
      message: (finding, edition) => {
        const changes = finding.repairs[0]?.changes ?? [];
        const [only] = changes;
        const sum = changes.length === 1 && only !== undefined ? `, and add up to ${only.to}` : '';
        return `Total left blank: ${cells(finding, edition)}; its parts are all filled in${sum}.`;
      },
    },
    EMPTY: {
      title: 'Left blank',
      sentence: 'What did not happen is 0, not a blank cell and not “/”, “-” or “无”.',
      message: (finding, edition) => {
        const [first] = figuresIn(finding, edition);
        const whole = first !== undefined && finding.details['whole'] === 1;
        const where = whole
          ? `${tableTitle(edition, first.table)} (the whole table, ${finding.figures.length} cells)`
          : cells(finding, edition);
        const printed = Number(finding.details['printed'] ?? 0);
        const dashes = printed > 0 ? ` ${printed} of them hold “/”, “-” or “无”.` : '';
        return `Left blank: ${where}.${dashes} Enter 0 where nothing happened.`;
      },
    },
  },
};
