/**
 * What `rules` gives to those who make workbooks (`excel` in the open workbook, `write` in a file), in the terms of any
 * spreadsheet. Formulas are in English notation and use functions of Excel 2010 only.
 */
import type { CellBlock } from '../a1';
import type { FigureId } from '../figures';
import type { Language } from '../language';
import type { Report } from '../report';
import { amountUnitWords, reportTitle, type SheetCell } from './sheet';

/**
 * `broken`: an identity does not hold. `invalid`: not a figure at all. `blank`: still to be filled in. `carried`: taken over from
 * last year's report, and nobody has changed it.
 */
export type PaintStyle = 'broken' | 'invalid' | 'blank' | 'carried';

/** A conditional format that holds a rule. First in a list = highest priority. */
export interface PaintRule {
  /** The rule that it holds, for the comparison with what is found on a sheet. */
  readonly rule: string;
  readonly range: CellBlock;
  /** Relative to the first cell of `range`, starts with `=`. */
  readonly formula: string;
  readonly style: PaintStyle;
}

/** Colours of the styles, as `#RRGGBB`. Not Excel's own presets: by its colours Gouji knows a format for its own. */
export const paintColours: Readonly<Record<PaintStyle, { readonly fill: string; readonly font: string }>> = {
  broken: { fill: '#FFC9CF', font: '#9C0006' },
  invalid: { fill: '#FFE8A3', font: '#7F4F00' },
  blank: { fill: '#FFFBE6', font: '#000000' },
  carried: { fill: '#DCEBF7', font: '#0B4A75' },
};

/** A worksheet of texts and formulas, such as 校验结果. A string that starts with `=` in `formulas` is a formula. */
export interface SheetContent {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly headerRows: number;
  /** Columns on the left that say what the rows are, where the sheet is wider than a screen; they stay in sight. */
  readonly headerColumns?: number;
  readonly rows: readonly (readonly SheetValue[])[];
  /** Formats that colour its own cells. */
  readonly paint: readonly PaintRule[];
  /**
   * Of a sheet that is there: rows that a person wrote, counted from 0. They stay as they are, and so does whatever stands to the
   * right of the columns. Without it the sheet is cleared and written anew.
   */
  readonly around?: ReadonlySet<number>;
}

/** The rows from `from` up to `to`, without those that stay: `[from, to)` of each stretch. */
export function stretches(
  { around }: Pick<SheetContent, 'around'>,
  from: number,
  to: number,
): (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let begin = from;
  for (const row of [...(around ?? [])].filter((at) => at >= from && at < to).sort((a, b) => a - b)) {
    if (row > begin) found.push([begin, row]);
    begin = row + 1;
  }
  if (to > begin) found.push([begin, to]);
  return found;
}

/**
 * Whether a sheet that stands under the name of another is not to be written over: it begins otherwise, or a person wrote
 * beside what would be cleared.
 * @param first its first row
 * @param columns how many columns hold something
 */
export const isOthers = (
  first: readonly unknown[],
  columns: number,
  { rows: [heads = []], widths, around }: SheetContent,
): boolean =>
  around === undefined
    ? first[0] !== heads[0] || columns > widths.length
    : // Where no more than its own columns are written, these have to be the same.
      widths.some((_, column) => (first[column] ?? '') !== (heads[column] ?? ''));

export type SheetValue = string | number | { readonly formula: string };

/** What the sheet of the tables is made for; where there is no report, it stays to be filled in. */
export interface TablesContent {
  readonly unit: string | null;
  readonly year: number | null;
  readonly report: Report | null;
  /** Formulas of the totals; a total that is not a key stands as a number. */
  readonly totals: ReadonlyMap<FigureId, string>;
}

/** What stands in a cell of the tables' sheet; `null`: nothing. */
export function tableCellValue(cell: SheetCell, { unit, year, report, totals }: TablesContent): SheetValue | null {
  const id = cell.figure ?? '';
  switch (cell.role) {
    case 'reportTitle':
      return reportTitle(unit, year);
    case 'unit':
      return amountUnitWords[report?.units[id] ?? 'tenThousandYuan'];
    case 'figure': {
      const formula = totals.get(id);
      return formula === undefined ? (report?.figures[id] ?? null) : { formula };
    }
    default:
      return cell.text;
  }
}

/** What the sheet with the verdicts is called, in each language: made anew with every workbook. */
export const resultsSheetNames = { zh: '校验结果', en: 'Check results' } as const;
/** What stands over its columns, in each language. */
export const resultsHeads = {
  zh: ['位置', '勾稽关系', '左边', '右边', '差', '结论'],
  en: ['Where', 'Rule', 'Left', 'Right', 'Difference', 'Verdict'],
} as const;

/** The head of the sheet that sets two years beside each other, in each language. */
export const comparisonHeads = {
  zh: ['栏目', '上年', '本年', '增减', '增减幅度'],
  en: ['Figure', 'Last year', 'This year', 'Difference', 'Change'],
} as const;

/** How the sheets begin that go with a sum, in each language. */
export const sumSheetHeads = {
  zh: {
    notes: ['单位', '情况', '是否计入', '来源', '说明'],
    sources: ['各单位数据（每行一个单位，每列一个栏目）'],
    details: ['数据明细（每行一个数）'],
    standing: ['单位', '情况', '是否计入', '来源', '说明', '处理', '理由', '对应单位'],
    asked: ['单位', '第几次', '程度', '意见', '现状', '原文', '规则', '栏目（请勿修改）', '报告标记（请勿修改）'],
  },
  en: {
    notes: ['Unit', 'State', 'In the sum', 'Source', 'Note'],
    sources: ['Figures of each unit (a row for each unit, a column for each figure)'],
    details: ['All figures (a row for each)'],
    standing: ['Unit', 'State', 'In the sum', 'Source', 'Note', 'Decision', 'Reason', 'Unit meant'],
    asked: [
      'Unit',
      'Round',
      'Level',
      'Point',
      'State now',
      'Words',
      'Rule',
      'Figures (keep)',
      'Mark of the report (keep)',
    ],
  },
} as const satisfies Readonly<
  Record<Language, Readonly<Record<'notes' | 'sources' | 'details' | 'standing' | 'asked', readonly string[]>>>
>;

/** Heads of workbooks that earlier versions made. */
const formerHeads = [
  ['单位', '情况', '是否计入', '来源'],
  ['各单位数据（每行一个栏目，每列一个单位）'],
  ['Unit', 'State', 'In the sum', 'Source'],
  ['Figures of each unit (a row for each figure, a column for each unit)'],
];

const sumHeads: readonly (readonly string[])[] = [
  ...Object.values(sumSheetHeads).flatMap((heads) => Object.values<readonly string[]>(heads)),
  ...formerHeads,
];
/** The head stands in the first row or the second; a person may have put a few above. */
const headRows = 6;

const beginsWith = (values: readonly (readonly unknown[])[], heads: readonly (readonly string[])[]): boolean =>
  values.slice(0, headRows).some((row) => {
    const texts = row.filter((value) => value !== '' && value !== null && value !== undefined);
    // Beside them a person may have heads of his own.
    return heads.some((head) => head.every((text, index) => texts[index] === text));
  });

/**
 * True for a sheet that goes with a sum. It cites names of bodies and files and labels of the form, and is no report,
 * whatever these look like.
 */
export const isSumSheet = (values: readonly (readonly unknown[])[]): boolean => beginsWith(values, sumHeads);

const noReportHeads: readonly (readonly string[])[] = [
  ...Object.values(comparisonHeads),
  ...Object.values(resultsHeads),
];

/** True for a sheet that Gouji made of reports and that cites labels of the form, but is none itself. */
export const isNoReport = (values: readonly (readonly unknown[])[]): boolean =>
  isSumSheet(values) || beginsWith(values, noReportHeads);
