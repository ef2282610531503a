/** Reads a report from plain text: pasted, or taken out of a file by something else. */
import type { TableId } from '../report/edition';
import { editions } from '../report/editions';
import { compose, type SourceMap } from './compose';
import { labelKey } from './label';
import { unitInHead } from './units';
import { failed } from './failure';
import { longestText } from './limits';
import type { ReadResult } from './reading';
import { sectionsOf, type Block } from './sections';
import { rowsOfText, type TextRow } from './shape';
import { tablesOfText } from './stream';

/** 第二部分表格 */
export function tableWords(table: TableId | null): string {
  const section = editions.at(-1)?.sections.find(({ id }) => id === table);
  return section === undefined ? '' : `第${labelKey(section.title).number}部分表格，`;
}

export const textMap: SourceMap = {
  place: ({ row }, table) => `${tableWords(table)}原文第 ${row} 行`,
  unitOf: (_cell, head) => (head === undefined ? null : unitInHead(head.text)),
};

const rowText = (row: TextRow): string =>
  row.cells
    .map((cell) => cell.text)
    .join(row.structured ? '\t' : '')
    .trim();

/** A text with at least one of the official tables, or with titles of at least two sections. */
export function readText(text: string): ReadResult {
  if (text.trim() === '') return failed('empty');
  if (text.length > longestText) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  const rows = rowsOfText(text);
  const { sketches, lines } = tablesOfText(rows);
  const blocks: Block[] = rows.map((row) => ({
    at: row.line,
    text: rowText(row),
    table: row.cells.some((cell) => lines.has(cell.line)),
  }));
  const sections = sectionsOf(blocks);
  const missing = sections.issues.filter((issue) => issue.kind === 'sectionMissing').length;
  if (sketches.length === 0 && (missing > 1 || sections.title.at === null)) return failed('noReport');
  return { ok: true, readings: [compose(sketches, sections, textMap, null)] };
}
