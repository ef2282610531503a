/** The sections of a report in a sequence of lines: titles, paragraphs, and what belongs to none of them. */
import type { Section, TextSectionId } from '../report/edition';
import { editions } from '../report/editions';
import { fold, isDamaged, labelKey } from './label';
import { sectionOf } from './sight';
import { isTitle, readTitle, type Title } from './title';

/** A paragraph or a table of a source, in order. */
export interface Block {
  /** Position in the source: a line, or a count of paragraphs. */
  readonly at: number;
  readonly text: string;
  /** It belongs to a recognised table. */
  readonly table: boolean;
}

export type SectionIssue =
  | { readonly kind: 'sectionRenamed'; readonly section: Section; readonly text: string; readonly at: number }
  | { readonly kind: 'sectionMissing'; readonly section: Section }
  | { readonly kind: 'extraLine'; readonly text: string; readonly at: number };

export interface Sections {
  readonly title: Title & { readonly at: number | null };
  readonly narrative: Readonly<Record<TextSectionId, readonly string[]>>;
  readonly issues: readonly SectionIssue[];
}

const sections: readonly Section[] = editions.at(-1)?.sections ?? [];
const byId = (id: Section['id']): Section => {
  const section = sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw new Error(`no edition has a section ${id}`);
  return section;
};

const longestTitle = 40;
const prose = /[。；;！!？?]|,.*,/u;
const date = /^20\d{2}年\d{1,2}月\d{1,2}日$/u;
const navigation = /^(?:【.*】|\[.*\]|上一篇|下一篇|打印|关闭|扫一扫|分享|附件|责任编辑|主办单位|版权所有|网站地图)/u;

/** A sentence that ends in a figure: a local addition beneath a table, which belongs to no cell. */
const figureLine = /\p{Script=Han}{4}.*\d[\d,.]*\s*\p{Script=Han}{0,3}[。.]?$/u;

const isTitleLike = (text: string): boolean => text.length <= longestTitle && !prose.test(fold(text));

/** A line that names a section in other words: its number, and a damaged or shortened wording. */
function resembles(text: string, section: Section): boolean {
  if (!isTitleLike(text)) return false;
  const own = labelKey(section.title);
  const { body, number } = labelKey(text);
  if (number !== own.number) return false;
  const official = [section.title, ...(section.also ?? [])].map((title) => labelKey(title).body);
  return official.some((wording) => isDamaged(body, wording) || shared(body, wording) >= 0.5);
}

/** Share of the characters of the shorter text that stand in the other one too. */
const shared = (a: string, b: string): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const common = [...short].filter((char) => long.includes(char)).length;
  return short.length < 4 ? 0 : common / long.length;
};

/** Title of the report above its first section, over one line or two. */
function titleOf(blocks: readonly Block[], until: number): Sections['title'] {
  const head = blocks.filter((block) => !block.table).slice(0, Math.max(0, until));
  for (const [index, block] of head.entries()) {
    if (!isTitle(block.text)) continue;
    const own = readTitle(block.text);
    const above = head[index - 1];
    const upper = above !== undefined && isTitleLike(above.text) ? readTitle(above.text) : null;
    // A site's name above a complete title is no unit.
    const unit = own.unit ?? upper?.unit ?? null;
    const year = own.year ?? upper?.year ?? null;
    return { unit, year, at: block.at };
  }
  return { unit: null, year: null, at: null };
}

/** Without a signature, a date, and what a web page prints beneath its article. */
function withoutSignature(paragraphs: readonly Block[], unit: string | null): Block[] {
  const dated = paragraphs.findLastIndex((block) => date.test(fold(block.text)));
  let kept = paragraphs.slice();
  if (dated > 0 && paragraphs.length - dated <= 6) {
    const before = paragraphs[dated - 1];
    const signed = before !== undefined && before.text.length <= 30 && !prose.test(fold(before.text)) && dated > 1;
    kept = paragraphs.slice(0, signed ? dated - 1 : dated);
  }
  while (kept.length > 1) {
    const last = kept.at(-1);
    if (last === undefined || !(navigation.test(last.text.trim()) || (unit !== null && fold(last.text) === fold(unit))))
      break;
    kept = kept.slice(0, -1);
  }
  return kept;
}

/** Reads the sections around the tables. A heading of its own inside a section is a paragraph of that section. */
export function sectionsOf(blocks: readonly Block[]): Sections {
  const issues: SectionIssue[] = [];
  const titles = blocks.map((block) =>
    block.table || block.text.length > longestTitle ? null : sectionOf(block.text),
  );
  const firstTable = blocks.findIndex((block) => block.table);
  const lastTable = blocks.findLastIndex((block) => block.table);
  const disclosure = (() => {
    const all = titles.flatMap((id, index) => (id === 'disclosure' ? [index] : []));
    const before = all.filter((index) => firstTable === -1 || index < firstTable);
    return firstTable === -1 ? before[0] : before.at(-1);
  })();
  const tableSection = (from: number): number =>
    titles.findIndex((id, index) => index > from && (id === 'applications' || id === 'review'));

  const bodyEnd = disclosure ?? (firstTable === -1 ? Math.max(0, tableSection(-1)) : firstTable);
  const isFollowedByTitle = (index: number): boolean => titles[index + 1] !== null && titles[index + 1] !== undefined;
  const overview = titles.findIndex(
    (id, index) => id === 'overview' && index < bodyEnd && !(isFollowedByTitle(index) && index + 1 < bodyEnd),
  );
  const renamedOverview =
    overview === -1
      ? blocks.findIndex((block, index) => index < bodyEnd && resembles(block.text, byId('overview')))
      : -1;
  const start = overview === -1 ? renamedOverview : overview;
  const title = titleOf(blocks, start === -1 ? Math.min(12, bodyEnd) : start);

  const afterTables =
    lastTable === -1 ? Math.max(bodyEnd, titles.lastIndexOf('review'), titles.lastIndexOf('applications')) : lastTable;
  const find = (id: TextSectionId, from: number): number => {
    const exact = titles.findIndex((found, index) => index > from && found === id);
    if (exact !== -1) return exact;
    const near = blocks.findIndex(
      (block, index) => index > from && !block.table && titles[index] === null && resembles(block.text, byId(id)),
    );
    const block = blocks[near];
    if (block !== undefined)
      issues.push({ kind: 'sectionRenamed', section: byId(id), text: block.text.trim(), at: block.at });
    else issues.push({ kind: 'sectionMissing', section: byId(id) });
    return near;
  };
  if (start === -1) issues.push({ kind: 'sectionMissing', section: byId('overview') });
  else if (renamedOverview !== -1) {
    const block = blocks[renamedOverview];
    if (block !== undefined)
      issues.push({ kind: 'sectionRenamed', section: byId('overview'), text: block.text.trim(), at: block.at });
  }
  const problems = find('problems', afterTables);
  const other = find('other', problems === -1 ? afterTables : problems);

  const tablesEnd = problems === -1 ? lastTable : problems;
  for (const [index, block] of blocks.entries()) {
    if (index <= bodyEnd || index >= tablesEnd || block.table || titles[index] !== null) continue;
    const text = block.text.trim();
    if (figureLine.test(fold(text))) issues.push({ kind: 'extraLine', text, at: block.at });
  }

  const paragraphs = (from: number, to: number): Block[] => {
    if (from === -1) return [];
    const part = blocks
      .slice(from + 1, to === -1 ? undefined : to)
      .filter((block) => !block.table && block.text.trim() !== '');
    return to === -1 ? withoutSignature(part, title.unit) : part;
  };
  const texts = (part: readonly Block[]): string[] => part.map((block) => block.text.trim());
  return {
    title,
    narrative: {
      overview: texts(paragraphs(start, bodyEnd)),
      problems: texts(paragraphs(problems, other)),
      other: texts(paragraphs(other, -1)),
    },
    issues,
  };
}

const yearOfPeriod = /(20\d{2})年1月1日(?:起)?(?:至|到|—|-|~)+(?:20\d{2}年)?12月31日/u;

/** The year from the sentence on the period, else the one that the text names most often. */
export function yearOfText(paragraphs: readonly string[]): number | null {
  const text = fold(paragraphs.join(''));
  const period = yearOfPeriod.exec(text)?.[1];
  if (period !== undefined) return Number(period);
  const counts = new Map<string, number>();
  for (const [, year] of text.matchAll(/(20\d{2})年/gu))
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] === second?.[1] ? null : Number(best[0]);
}
