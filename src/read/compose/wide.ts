/** Reads a collection table (汇总表): one reporting body a row, the official labels as column headings. */
import { largestOf } from '../extremes';
import type { TableId } from '../../report/edition';
import { cellPlace, compose, type Composed, type SourceMap } from './compose';
import { isBlankText, readNumber } from '../labels/number';
import type { Asides } from '../containers/runs';
import type { SheetGrid } from '../reading';
import { cellSightOf, sightOf } from '../labels/sight';
import type { Head, Sketch, SourceCell } from '../tables/sketch';
import { stripTable } from '../tables/tables';
import { isTitle, readTitle } from '../labels/title';
import { unitInHead } from '../labels/units';
import { fold } from '../labels/label';

/** Headings of the column that names the body, and of the one that names the year. */
const unitHeading = /^(?:填报|报送|报告|公开|所属)?(?:单位|机关|部门|主体|机构)(?:名称)?$/u;
const yearHeading = /^(?:报告)?年(?:度|份)$/u;
const fewestLabels = 5;

const textAt = (grid: SheetGrid, row: number, column: number): string => {
  const raw = grid.values[row]?.[column];
  return raw === null || raw === undefined ? '' : String(raw).trim();
};

const isNumeric = (text: string): boolean => text !== '' && readNumber(text) !== null;

interface Heading {
  readonly column: number;
  /** Texts above the column, outermost first. */
  readonly path: readonly string[];
}

/** Heading texts over each column. A heading reaches to the next one in its row, but never past one above it. */
function headingsOf(grid: SheetGrid, first: number, last: number, width: number): Heading[] {
  const carried: string[] = [];
  return Array.from({ length: width }, (_, column) => {
    let broken = false;
    for (let row = first; row <= last; row += 1) {
      const own = textAt(grid, row, column);
      const level = row - first;
      if (own !== '') {
        carried[level] = own;
        broken = true;
      } else if (broken) carried[level] = '';
    }
    return {
      column,
      path: Array.from({ length: last - first + 1 }, (_unused, level) => carried[level] ?? '').filter(
        (text) => text !== '',
      ),
    };
  });
}

interface Placed {
  readonly table: TableId;
  /** Text of the official row and of the groups above it. */
  readonly labels: readonly string[];
  readonly head: Head;
}

/** The official row and column that a heading names, by its lowest labels. */
function placed(heading: Heading, row: number): Placed | null {
  const at = heading.path.findLastIndex((text) => {
    const sight = sightOf(text);
    return sight.row.length > 0 && !(sight.number === '' && sight.exactHead.length > 0 && text !== heading.path[0]);
  });
  const label = heading.path[at];
  const table = label === undefined ? undefined : sightOf(label).row[0];
  if (label === undefined || table === undefined) return null;
  const leaf =
    heading.path.slice(at + 1).findLast((text) => sightOf(text).head.includes(table)) ?? heading.path[at + 1] ?? '';
  const group = table === stripTable ? sightOf(label).body : null;
  return { table, labels: heading.path.slice(0, at + 1), head: { text: leaf, group, row, column: heading.column } };
}

const under = (labels: readonly string[]): string | null => {
  const group = labels.findLast((text) => sightOf(text).rowGroup);
  return group === undefined ? null : sightOf(group).body;
};

/** One header for each official row, all over the same row of the sheet. */
function sketchesOfRow(grid: SheetGrid, columns: readonly Placed[], row: number): Sketch[] {
  const cell = (column: number): SourceCell => ({ row, column, raw: grid.values[row]?.[column] ?? '' });
  const groups = new Map<string, Placed[]>();
  for (const column of columns) {
    const key = column.table === stripTable ? column.table : `${column.table} ${column.labels.join(' ')}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups.values()].flatMap((own): Sketch[] => {
    const [first] = own;
    if (first === undefined) return [];
    const cells = own.map(({ head }) => cell(head.column));
    const filled = cells.filter(({ raw }) => !isBlankText(String(raw)));
    const at = { row, column: first.head.column };
    const sketched = { labels: first.labels, under: under(first.labels), at, cells, filled, strays: [], ragged: false };
    // The column stands for the place of the header: several rows share one line of the sheet.
    const place = { top: first.head.column, bottom: row, left: first.head.column, right: own.at(-1)?.head.column ?? 0 };
    return [{ table: first.table, heads: own.map(({ head }) => head), rows: [sketched], toldApart: 'shown', ...place }];
  });
}

/** Reports of a collection table; none if the sheet holds no such table. */
export function readWide(grid: SheetGrid, asides: Asides): Composed[] {
  const width = largestOf(
    grid.values.map((row) => row.length),
    0,
  );
  const isRowLabel = (raw: unknown): boolean => {
    const sight = typeof raw === 'string' ? cellSightOf(raw) : null;
    return sight !== null && sight !== 'blank' && sight.row.length > 0;
  };
  const labelRow = grid.values.findIndex((row) => row.filter(isRowLabel).length >= fewestLabels);
  if (labelRow === -1) return [];
  const isHeadingRow = (row: number): boolean =>
    (grid.values[row] ?? []).some((raw) => typeof raw === 'string' && !isBlankText(raw) && !isNumeric(raw));
  const numbers = (row: number): number =>
    (grid.values[row] ?? []).filter((raw) => typeof raw === 'number' || isNumeric(String(raw ?? ''))).length;
  let last = labelRow;
  while (
    last + 1 < grid.values.length &&
    isHeadingRow(last + 1) &&
    numbers(last + 1) === 0 &&
    hasLabels(grid, last + 1)
  )
    last += 1;
  let first = labelRow;
  while (first > 0 && isHeadingRow(first - 1) && !isTitle(textOfRow(grid, first - 1))) first -= 1;
  const headings = headingsOf(grid, first, last, width);
  const unitColumn = headings.find(({ path }) => path.some((text) => unitHeading.test(fold(text))))?.column;
  if (unitColumn === undefined) return [];
  const yearColumn = headings.find(({ path }) => path.some((text) => yearHeading.test(fold(text))))?.column;
  const columns = headings.flatMap((heading) => placed(heading, labelRow) ?? []);
  const title = Array.from({ length: first }, (_, row) => textOfRow(grid, row)).findLast(
    (text) => isTitle(text) || /20\d\d/u.test(text),
  );
  const titleYear = title === undefined ? null : readTitle(title).year;
  const map: SourceMap = {
    place: ({ row, column }) => cellPlace(grid.name, { row: grid.row + row, column: grid.column + column }),
    unitOf: (_cell, head) => (head === undefined ? null : unitInHead(head.text)),
    asidesOf: (cell) => asides.at(cell),
  };
  return grid.values.flatMap((_, row) => {
    const unit = textAt(grid, row, unitColumn);
    if (row <= last || unit === '' || /^(?:合计|总计|小计|汇总)$/u.test(fold(unit)) || numbers(row) === 0) return [];
    const year =
      yearColumn === undefined ? titleYear : Number(/20\d\d/u.exec(textAt(grid, row, yearColumn))?.[0] ?? titleYear);
    const titled = { unit, year: year === 0 ? null : year };
    return [compose(sketchesOfRow(grid, columns, row), titled, null, map, `${grid.name} ${unit}`)];
  });
}

const textOfRow = (grid: SheetGrid, row: number): string =>
  (grid.values[row] ?? []).map((raw) => (typeof raw === 'string' ? raw.trim() : '')).find((text) => text !== '') ?? '';

const hasLabels = (grid: SheetGrid, row: number): boolean =>
  (grid.values[row] ?? []).some(
    (raw) => typeof raw === 'string' && (sightOf(raw).row.length > 0 || sightOf(raw).head.length > 0),
  );
