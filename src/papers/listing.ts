/** Findings as they leave the tool: a sheet, CSV, a page to print. Cells are named in the form's own words. */
import { a1 } from '../report/a1';
import { csvText } from '../report/csv';
import type { Edition } from '../report/edition';
import type { Language } from '../report/language';

import type { SheetContent, SheetValue } from '../report/sheet/workbook';
import type { Finding, Level } from '../rules/finding';
import { countLevels, levels } from '../rules/findings';
import { cellName } from '../rules/words/names';
import { html, htmlText, styleSheet } from '../write/html/markup';
import { findingMessage, findingTitle, levelName, wordsIn } from '../rules/words/words';

/** The report that the findings are about. */
export interface Subject {
  readonly unit: string | null;
  readonly year: number | null;
}

export interface FindingRow {
  /** `3`, or `3.1` for one that follows from it. */
  readonly number: string;
  readonly level: Level;
  readonly levelName: string;
  /** Cells concerned in the form's own words; empty where none is. */
  readonly cells: string;
  readonly rule: string;
  readonly title: string;
  readonly message: string;
  readonly left: number | null;
  readonly right: number | null;
  readonly difference: number | null;
}

const cellsNamed = 3;

/** Findings as rows, those that follow from another under it. */
export function findingRows(findings: readonly Finding[], edition: Edition, language: Language): FindingRow[] {
  const { listing } = wordsIn(language);
  const rowsOf = (item: Finding, number: string, follows: boolean): FindingRow[] => {
    const names = item.figures.slice(0, cellsNamed).map((id) => cellName(edition, id));
    const more = item.figures.length > cellsNamed ? '…' : '';
    const place = item.cell === null ? '' : a1(item.cell.row, item.cell.column);
    const message = findingMessage(item, edition, language);
    return [
      {
        number,
        level: item.level,
        levelName: levelName(item.level, language),
        cells: names.length === 0 ? place : names.join('、') + more,
        rule: item.rule,
        title: findingTitle(item, language),
        message: follows ? `${listing.follows}${language === 'zh' ? '：' : ': '}${message}` : message,
        left: item.left,
        right: item.right,
        difference: item.difference,
      },
      ...item.folded.flatMap((other, at) => rowsOf(other, `${number}.${at + 1}`, true)),
    ];
  };
  return findings.flatMap((item, at) => rowsOf(item, String(at + 1), false));
}

const summary = (findings: readonly Finding[], language: Language): string => {
  const { listing } = wordsIn(language);
  return findings.length === 0 ? listing.nothing : listing.counts(countLevels(findings));
};

export const yearText = (year: number | null, language: Language): string =>
  year === null ? '' : language === 'zh' ? `${year}年` : String(year);

const values = (row: FindingRow): (string | number)[] => [
  row.number,
  row.levelName,
  row.cells,
  `${row.rule} ${row.title}`,
  row.message,
  row.left ?? '',
  row.right ?? '',
  row.difference ?? '',
];

const headerRows = 3;

/** The findings as a worksheet, coloured by level. */
export function findingsSheet(
  findings: readonly Finding[],
  edition: Edition,
  subject: Subject,
  language: Language,
): SheetContent {
  const { listing } = wordsIn(language);
  const rows = findingRows(findings, edition, language);
  const title = listing.title(subject.unit ?? '', yearText(subject.year, language));
  const range = { row: headerRows, column: 0, rowCount: Math.max(1, rows.length), columnCount: listing.headers.length };
  const styles = { fault: 'broken', explain: 'invalid', remark: 'blank' } as const;
  return {
    name: listing.sheet,
    widths: [6, 10, 30, 28, 80, 10, 10, 10],
    headerRows,
    rows: [
      [title],
      [summary(findings, language)],
      [...listing.headers],
      ...rows.map((row): SheetValue[] => values(row)),
    ],
    paint: levels.map((level) => ({
      rule: `finding-${level}`,
      range,
      formula: `=$B${headerRows + 1}="${levelName(level, language)}"`,
      style: styles[level],
    })),
  };
}

/** The findings as CSV. */
export function findingsCsv(findings: readonly Finding[], edition: Edition, language: Language): string {
  const rows = findingRows(findings, edition, language).map(values);
  return csvText([wordsIn(language).listing.headers, ...rows]);
}

const lineEnd = htmlText('\n');

const pageStyle = `@page{size:A4 landscape;margin:15mm}body{font-family:"SimSun","Songti SC","Noto Serif CJK SC",serif;color:#1a1a1a}
h1{font-size:18pt;text-align:center;font-weight:600}table{border-collapse:collapse;width:100%;font-size:10pt;font-variant-numeric:tabular-nums}
th,td{border:1px solid #7f7f7f;padding:3pt 5pt;text-align:left;vertical-align:top}thead{display:table-header-group}tr{break-inside:avoid}
td.number{text-align:right;white-space:nowrap}tr.fault td:nth-child(2){color:#9c0006;font-weight:600}tr.explain td:nth-child(2){color:#7f4f00}`;

/** The findings as a page to print: one HTML file with nothing outside it. */
export function findingsPage(
  findings: readonly Finding[],
  edition: Edition,
  subject: Subject,
  language: Language,
): string {
  const { listing } = wordsIn(language);
  const title = htmlText(listing.title(subject.unit ?? '', yearText(subject.year, language)));
  const rows = findingRows(findings, edition, language).flatMap((row, at) => [
    at === 0 ? null : lineEnd,
    html(
      'tr',
      { class: row.level },
      values(row).map((value, column) => html('td', column > 4 ? { class: 'number' } : null, htmlText(String(value)))),
    ),
  ]);
  const head = html(
    'tr',
    null,
    listing.headers.map((header) => html('th', { scope: 'col' }, htmlText(header))),
  );
  const table = html('table', null, html('thead', null, head), html('tbody', null, rows));
  const page = html(
    'html',
    { lang: language === 'zh' ? 'zh-CN' : 'en' },
    lineEnd,
    html('head', null, html('meta', { charset: 'utf-8' }), html('title', null, title), styleSheet(pageStyle)),
    lineEnd,
    html(
      'body',
      null,
      html('h1', null, title),
      html('p', null, htmlText(summary(findings, language))),
      lineEnd,
      rows.length === 0 ? null : table,
      lineEnd,
    ),
    lineEnd,
  );
  return `<!doctype html>\n${page}\n`;
}
