/** Writing, clearing and merging the cells of one sheet: a sheet before, a sheet after. */
import { block, contains, intersection, isCell, type Block } from './address';
import { clearPlaced } from './changes/copy';
import { Refusal } from './refusal';
import { emptyCell, isCovered, mapCells, type Sheet } from './sheet';
import { parseTyped } from './typed';
import { formulaOf, type Content } from './formulas/value';

const sameContent = (a: Content, b: Content): boolean =>
  a === b || (formulaOf(a) !== null && formulaOf(a) === formulaOf(b));

export type ContentAt = (row: number, column: number) => Content;

/**
 * The contents that `contentAt` gives; `null` leaves a cell unchanged. Strings are read as Excel reads en-US typing if
 * `typed`. A covered cell of a merged area takes nothing. `accept` may throw on a formula.
 */
export const written = (
  sheet: Sheet,
  area: Block,
  contentAt: ContentAt,
  typed: boolean,
  accept: (formula: string) => void,
): Sheet =>
  mapCells(sheet, area, (cell, row, column) => {
    const given = contentAt(row, column);
    if (given === null || isCovered(sheet, row, column)) return cell;
    const { content, format } =
      typeof given === 'string' && typed ? parseTyped(given, cell.format) : { content: given, format: null };
    const formula = formulaOf(content);
    if (formula !== null) accept(formula);
    const newFormat = format !== null && cell.format === 'General' ? format : cell.format;
    const same = sameContent(cell.content, content) && newFormat === cell.format;
    return same ? cell : { ...cell, content, format: newFormat };
  });

/** `contents`: values and formulas; `formats`: formats, conditional formats and merges; `all`: both and validation. */
export type ClearPart = 'all' | 'contents' | 'formats';

export function cleared(sheet: Sheet, area: Block, part: ClearPart): Sheet {
  const next = mapCells(
    sheet,
    area,
    (cell) => {
      if (part === 'all') return emptyCell;
      return part === 'contents' ? { ...cell, content: null } : { ...emptyCell, content: cell.content };
    },
    'existing',
  );
  if (part === 'contents') return next;
  return {
    ...next,
    merges: next.merges.filter((merge) => !contains(area, merge)),
    conditionalFormats: clearPlaced(next.conditionalFormats, area),
    validations: part === 'all' ? clearPlaced(next.validations, area) : next.validations,
  };
}

/** One merged area, or one in each row (`across`). Throws `Refusal` where that would cut a merged area. */
export function merged(sheet: Sheet, area: Block, across: boolean): Sheet {
  if (sheet.merges.some((merge) => intersection(merge, area) !== null && !contains(area, merge))) {
    throw new Refusal('invalid', 'this would cut a merged area');
  }
  const areas = across
    ? Array.from({ length: area.rowCount }, (_, i) => block(area.row + i, area.column, 1, area.columnCount))
    : [area];
  let next = sheet;
  for (const one of areas) {
    // The merged area keeps its first non-blank content in reading order, as Excel does; the rest is lost.
    let first: Content = null;
    next = mapCells(next, one, (cell) => {
      first ??= cell.content;
      return cell.content === null ? cell : { ...cell, content: null };
    });
    next = mapCells(next, block(one.row, one.column), (cell) => (first === null ? cell : { ...cell, content: first }));
  }
  const kept = next.merges.filter((merge) => intersection(merge, area) === null);
  return { ...next, merges: [...kept, ...areas.filter((one) => !isCell(one))] };
}
