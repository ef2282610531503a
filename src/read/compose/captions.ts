/** Words over a table that say of which year it is. */
import { fold } from '../labels/label';
import { saysOtherYear } from '../labels/saidYear';
import { sectionOf } from '../labels/sight';
import type { TableId } from '../../report/edition';
import type { Sketch } from '../tables/sketch';
import type { Item } from './annex';

const mostLines = 4;
const longestCaption = 60;
const sentence = /[。;!?]/u;

const isCaption = (text: string): boolean => text.length <= longestCaption && !sentence.test(fold(text));

/** The lines right above a table that are no sentences, topmost first, down from the title of its section. */
function linesAbove(items: readonly Item[], at: number): string[] {
  const lines: string[] = [];
  for (let index = at - 1; index >= Math.max(0, at - mostLines); index -= 1) {
    const { text, holds } = items[index] ?? { text: '', holds: 'table' };
    if (holds !== 'text' || sectionOf(text) !== null || !isCaption(text)) break;
    lines.unshift(text);
  }
  return lines;
}

/** Gives the tables of a document, or of a text, what is said right above them. */
export const withCaptions = (items: readonly Item[]): Item[] =>
  items.map((item, at) => {
    const [first, ...others] = item.sketches;
    const above = first === undefined ? [] : linesAbove(items, at);
    if (first === undefined || above.length === 0) return item;
    return { ...item, sketches: [{ ...first, captions: [...above, ...(first.captions ?? [])] }, ...others] };
  });

/** A caption that says another year than the report's, and the tables beneath it down to the next one. */
export interface OtherYear {
  readonly table: TableId;
  readonly caption: string;
  readonly sketches: Sketch[];
}

/** Those of a report. Of the words over a table the nearest that say a year count. */
export function otherYearsIn(sketches: readonly Sketch[], year: number | null): readonly OtherYear[] {
  const found: OtherYear[] = [];
  let open = null as OtherYear | null;
  for (const sketch of sketches) {
    const { table, captions = [] } = sketch;
    const said = captions.findLast((text) => saysOtherYear(text, year) !== null);
    if (said !== undefined || open?.table !== table) open = null;
    if (said !== undefined && saysOtherYear(said, year) === true) {
      open = { table, caption: said.trim(), sketches: [] };
      found.push(open);
    }
    open?.sketches.push(sketch);
  }
  return found;
}
