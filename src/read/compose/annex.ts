/** What stands in a source beside the report: annexes, and tables that repeat what the report's own tables hold. */
import type { TableId, TextSectionId } from '../../report/edition';
import { fold } from '../labels/label';
import { readNumber } from '../labels/number';
import type { Block } from './block';
import type { TextRow } from '../tables/shape';
import { sectionOf, sightOf, type Sight } from '../labels/sight';
import { holdings, type Sketch } from '../tables/sketch';

/** A line or a paragraph, with the tables that begin at it. */
export interface Item extends Block {
  readonly sketches: readonly Sketch[];
}

type SectionId = TableId | TextSectionId;

const longestCaption = 60;
const named = /^附(?:件|表|录|图)[一二三四五六七八九十\d]{0,3}[:：]/u;
const bare = /^附(?:件|表|录|图)/u;
const sentence = /[。；;！!？?]/u;

/** A line that begins an annex: 附件, 附件1：培训情况表. */
export const isAnnexCaption = (text: string): boolean => {
  if (text.length > longestCaption || !text.includes('附')) return false;
  const folded = fold(text);
  return named.test(folded) || (bare.test(folded) && !sentence.test(folded));
};

/** Tables that stand under the title of their own section, or that no section of the source claims. */
function tablesAtHome(items: readonly Item[]): Set<Sketch> {
  const titles = items.map((item): SectionId | null => (item.holds === 'text' ? sectionOf(item.text) : null));
  const titled = new Set(titles);
  const home = new Set<Sketch>();
  let under: SectionId | null = null;
  let annexed = false;
  items.forEach((item, index) => {
    const title = titles[index] ?? null;
    if (title !== null) {
      under = title;
      annexed = false;
    } else if (item.holds === 'text' && isAnnexCaption(item.text)) annexed = true;
    const closing = under === 'problems' || under === 'other';
    for (const sketch of item.sketches)
      if (!annexed && (under === sketch.table || (!titled.has(sketch.table) && !closing))) home.add(sketch);
  });
  return home;
}

/**
 * Sets tables aside that stand elsewhere and repeat rows of the report's own tables. A table that stands elsewhere
 * because the whole report puts its tables there repeats nothing, and is kept.
 */
export function withoutRepeats(items: readonly Item[]): Item[] {
  const home = tablesAtHome(items);
  const held = new Set([...home].flatMap(holdings));
  const repeats = (sketch: Sketch): boolean => {
    if (home.has(sketch)) return false;
    const own = holdings(sketch);
    return own.length > 0 && own.filter((name) => held.has(name)).length * 2 >= own.length;
  };
  const kept: Item[] = [];
  let aside = false;
  for (const item of items) {
    if (item.holds !== 'table') {
      aside = false;
      kept.push(item);
      continue;
    }
    if (item.sketches.length === 0) {
      kept.push(aside ? { ...item, holds: 'annex' } : item);
      continue;
    }
    const sketches = item.sketches.filter((sketch) => !repeats(sketch));
    aside = sketches.length === 0;
    // A row of cells right above is the header of such a table.
    const above = kept.at(-1);
    if (aside && above?.holds === 'text' && above.text.includes('\t')) kept.splice(-1, 1, { ...above, holds: 'annex' });
    kept.push({ ...item, holds: aside ? 'annex' : 'table', sketches });
  }
  return kept;
}

const longestCell = 60;

const isPlain = ({ section, title }: Sight): boolean => section === null && !title;

/** A table of data that belongs to no report: not one that only arranges a page, nor one that holds a report's titles. */
export function isForeignTable(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const cells = filled.flat();
  return (
    filled.filter((row) => row.length > 1).length > 1 &&
    cells.every((cell) => cell.length <= longestCell && isPlain(sightOf(cell))) &&
    cells.some((cell) => readNumber(cell) !== null)
  );
}

/** Rows that the source shows as rows and that belong to no official table, where they make a table of data. */
export function foreignRows(rows: readonly TextRow[], official: (row: TextRow) => boolean): Set<TextRow> {
  const found = new Set<TextRow>();
  let open: TextRow[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    if (open.length > 1 && isForeignTable(open.map((row) => row.cells.map(({ text }) => text))))
      for (const row of open) found.add(row);
    open = [];
  };
  for (const row of rows) {
    if (row.structured && !official(row)) open.push(row);
    else close();
  }
  close();
  return found;
}

/** Rows under the caption of an annex are one, wherever they stand. */
export function announced(items: readonly Item[]): Item[] {
  let under = false;
  return items.map((item): Item => {
    if (item.holds !== 'rows') under = item.holds === 'text' && isAnnexCaption(item.text);
    return item.holds === 'rows' && under ? { ...item, holds: 'annex' } : item;
  });
}
