import { isTextSection } from '../../report/edition';
import { findEdition } from '../../report/figures';
import { tableLayout, type TableLayout } from '../../report/layout';
import type { Report } from '../../report/report';
import { reportTitle } from '../../report/sheet/sheet';
import { plainNumber } from '../../write/number';

function tableText(layout: TableLayout, figures: Report['figures']): string {
  const lines: string[][] = Array.from({ length: layout.rowCount }, () =>
    Array.from({ length: layout.columnCount }, () => ''),
  );
  for (const cell of layout.cells) {
    const value = cell.figure === undefined ? null : (figures[cell.figure] ?? null);
    const line = lines[cell.row];
    if (line !== undefined)
      line[cell.column] = cell.figure === undefined ? cell.text : value === null ? '' : plainNumber(value);
  }
  return lines.map((line) => line.join('\t')).join('\n');
}

/** A report as text that pastes into a document or, its tables, into a sheet: cells parted by tabs. */
export function plainText(report: Report): string {
  const edition = findEdition(report.edition);
  if (edition === undefined) throw new Error(`unknown edition ${report.edition}`);
  const parts = edition.sections.map(({ id, title }) => {
    if (isTextSection(id)) return [title, ...report.narrative[id]].join('\n');
    const table = edition.tables.find((candidate) => candidate.id === id);
    return table === undefined ? title : `${title}\n${tableText(tableLayout(table), report.figures)}`;
  });
  return `${[reportTitle(report.unit.name, report.year), ...parts].join('\n\n')}\n`;
}
