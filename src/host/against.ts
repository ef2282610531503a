/** A report that was read set against the one on the sheets: what a file that came back has otherwise. */
import { isTextSection, type TextSectionId } from '../report/edition';
import { figuresOf, type FigureId } from '../report/figures';
import type { Report } from '../report/report';
import { mayBeOne } from '../rollup/names';
import type { ActiveReport } from './host';

/** A figure that both have, or that the sheet leaves blank. */
export interface OtherFigure {
  readonly figure: FigureId;
  /** What stands in its cell, as a person would read it; '' where it is blank. */
  readonly from: string;
  readonly to: number;
}

export interface OtherText {
  readonly section: TextSectionId;
  readonly title: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Against {
  readonly figures: readonly OtherFigure[];
  /** Whose cells are formulas: they follow what they add up, and are never written over. */
  readonly byFormula: readonly OtherFigure[];
  readonly texts: readonly OtherText[];
  /** Figures that only the sheet has, or whose amounts stand in another unit of money: they stay. */
  readonly kept: number;
}

const paragraphs = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');

/** Whether both are the report of one unit and year; a name that one of them lacks decides nothing. */
function isSame({ report: own, candidate, located }: ActiveReport, read: Report): boolean {
  return (
    mayBeOne(own.unit.name, read.unit.name) &&
    !candidate.hidden &&
    located.edition.id === read.edition &&
    own.year !== null &&
    own.year === read.year
  );
}

/** `null` where the report on the sheets is another one. A section that was not read is not taken to be empty. */
export function againstSheet(active: ActiveReport, read: Report): Against | null {
  if (!isSame(active, read)) return null;
  const { located, report, textSheet } = active;
  const figures: OtherFigure[] = [];
  const byFormula: OtherFigure[] = [];
  let kept = 0;
  for (const { id } of figuresOf(located.edition)) {
    const [own, other] = [report.figures[id] ?? null, read.figures[id] ?? null];
    if (own === other) continue;
    const inOtherUnit = other !== 0 && report.units[id] !== read.units[id];
    if (other === null || inOtherUnit || !located.cells.has(id)) {
      kept += 1;
      continue;
    }
    const entry = located.entries.get(id);
    const from =
      own !== null ? String(own) : entry?.kind === 'text' || entry?.kind === 'error' ? `“${entry.text}”` : '';
    (located.formulas.has(id) ? byFormula : figures).push({ figure: id, from, to: other });
  }
  const texts = located.edition.sections.flatMap(({ id, title }): OtherText[] => {
    if (textSheet === null || !isTextSection(id)) return [];
    const [before, after] = [report.narrative[id], paragraphs(read.narrative[id])];
    const isOther = after.length > 0 && paragraphs(before).join('\n') !== after.join('\n');
    return isOther ? [{ section: id, title, before, after }] : [];
  });
  return { figures, byFormula, texts, kept };
}
