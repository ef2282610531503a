/** What a text on a sheet or in a document can be, by its wording alone, over all editions. Remembered per text. */
import type { TableId, TextSectionId } from '../../report/edition';
import { editions } from '../../report/editions';
import { labelKey, withoutPinyin } from './label';
import { isBlankText, readNumber } from './number';
import { remembered } from './remembered';
import { isTitle } from './title';
import { matchTerms, vocabularies } from './vocabulary';

export interface Sight {
  readonly body: string;
  readonly number: string;
  /** Tables in which it is the label of a row, exactly as some edition words it. */
  readonly row: readonly TableId[];
  /** Tables in which it is the label of a column, exact or damaged. */
  readonly head: readonly TableId[];
  readonly exactHead: readonly TableId[];
  readonly rowGroup: boolean;
  readonly columnGroup: boolean;
  readonly corner: boolean;
  readonly blockTitle: boolean;
  readonly note: boolean;
  readonly section: TableId | TextSectionId | null;
  readonly title: boolean;
}

const longestLabel = 90;
const isLong = (text: string): boolean => text.length > longestLabel && withoutPinyin(text).length > longestLabel;

const sectionBodies = editions.flatMap((edition) =>
  edition.sections.flatMap((section) =>
    [section.title, ...(section.also ?? [])].map((title) => ({ id: section.id, key: labelKey(title) })),
  ),
);

const bullet = /^[^\p{L}\p{N}(（]+/u;

/** A heading without the bullet that a page sets before it. */
export const withoutBullet = (text: string): string => text.replace(bullet, '');

/** The section that a line is the title of: exact wording, with or without its number. */
export function sectionOf(text: string): TableId | TextSectionId | null {
  if (isLong(text)) return null;
  const { body } = labelKey(withoutBullet(text));
  return sectionBodies.find((section) => section.key.body === body)?.id ?? null;
}

const unique = (tables: readonly TableId[]): TableId[] => [...new Set(tables)];

function look(text: string): Sight {
  const { body, number } = labelKey(text);
  const heads = vocabularies.flatMap((vocabulary) =>
    vocabulary.columnSets.map((set) => ({ table: set.table, match: matchTerms(set.columns, body) })),
  );
  const some = (pick: (vocabulary: (typeof vocabularies)[number]) => ReadonlySet<string>): boolean =>
    vocabularies.some((vocabulary) => pick(vocabulary).has(body));
  return {
    body,
    number,
    row: unique(
      vocabularies.flatMap(({ rows }) => rows.filter((row) => row.bodies.includes(body)).map((row) => row.table)),
    ),
    head: unique(heads.filter(({ match }) => match.hits.length > 0).map(({ table }) => table)),
    exactHead: unique(heads.filter(({ match }) => match.exact).map(({ table }) => table)),
    rowGroup: some((vocabulary) => vocabulary.rowGroups),
    columnGroup: some((vocabulary) => vocabulary.columnGroups),
    corner: some((vocabulary) => vocabulary.corners),
    blockTitle: some((vocabulary) => vocabulary.blockTitles),
    note: some((vocabulary) => vocabulary.notes),
    section: sectionOf(text),
    title: isTitle(text),
  };
}

const nothing: Sight = {
  body: '',
  number: '',
  row: [],
  head: [],
  exactHead: [],
  rowGroup: false,
  columnGroup: false,
  corner: false,
  blockTitle: false,
  note: false,
  section: null,
  title: false,
};

const sightOfShort = remembered(look);

export const sightOf = (text: string): Sight => (isLong(text) ? nothing : sightOfShort(text));

const lookAtCell = (text: string): Sight | 'blank' | null =>
  isBlankText(text) ? 'blank' : readNumber(text) === null ? sightOf(text) : null;
const cellSightOfShort = remembered(lookAtCell);

/** The same for the text of a cell, which may be nothing at all. Null where it says a number. */
export const cellSightOf = (text: string): Sight | 'blank' | null =>
  text.length > longestLabel ? lookAtCell(text) : cellSightOfShort(text);

/** What may be a label with a number behind it, in brackets or not. */
const numbered =
  /^(?<label>.*?[\p{L})）”"》])[\s:：]*(?<open>[(（]\s*)?\p{Nd}[\p{Nd},，]*\s*(?<word>件|个|项|条|次|份|宗|起|例)?\s*[)）]?\s*$/su;
const endsInNumber = /\p{Nd}\s*[件个项条次份宗起例]?\s*[)）]?\s*$/u;

/**
 * True for a label behind which a number stands that the label hides: behind that of a group, which has no figures of its own,
 * and in brackets behind any, where the form has its notes: （三）不予公开 5, 行政许可（5件）. A bare number in brackets may
 * number a row or a column, and behind the label of a row or a column a number without brackets makes it another label.
 */
export function hidesNumber(text: string): boolean {
  if (!endsInNumber.test(text) || isLong(text)) return false;
  const { label, open, word } = numbered.exec(text)?.groups ?? {};
  if (label === undefined) return false;
  const { row, exactHead, rowGroup, columnGroup, blockTitle, corner } = sightOf(label);
  const isGroup = rowGroup || columnGroup || blockTitle || corner;
  return isGroup || (open !== undefined && word !== undefined && row.length + exactHead.length > 0);
}
