/** The sections of a report in a sequence of lines: titles, paragraphs, and what belongs to none of them. */
import { dayOfLine, isoDay, type Closing } from '../../report/closing';
import type { Section, TextSectionId } from '../../report/edition';
import { editions } from '../../report/editions';
import { isAnnexCaption } from './annex';
import type { Block } from './block';
import { fold, isDamaged, labelKey, withoutPinyin } from '../labels/label';
import { sectionOf, withoutBullet } from '../labels/sight';
import { endsAsBody, labelledUnit } from '../labels/title';
import { headingOf, isTitleLike, type Heading } from './heading';

export type SectionIssue =
  | { readonly kind: 'sectionRenamed'; readonly section: TextSectionId; readonly text: string; readonly at: number }
  | { readonly kind: 'sectionMissing'; readonly section: TextSectionId }
  | { readonly kind: 'extraLine' | 'annexUnread'; readonly text: string; readonly at: number };

export interface Sections {
  readonly title: Heading;
  /** Paragraphs before the first section: 根据《条例》编制……. They belong to none. */
  readonly preface: readonly string[];
  /** Lines at the end that sign the report. */
  readonly signature: readonly string[];
  /** How the office is reached, as lines beneath the last section say; `null` where none does. */
  readonly contact: string | null;
  /** Who signs beneath the last section, and when; `null` where nobody does. */
  readonly closing: Closing | null;
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
const longestSignature = 30;
const prose = /[。；;！!？?]|,.*,/u;
const isDay = (text: string): boolean => dayOfLine(text) !== null;
/** What a page prints beneath its article. */
const navigation =
  /^(?:【.*】|\[.*\]|上一[篇条]|下一[篇条]|打印|关闭|收藏|扫一扫|分享|相关(?:链接|阅读|文章|信息|新闻|附件)|友情链接|责任编辑|编辑:|来源:|信息来源|主办|承办|版权所有|网站(?:地图|标识码|支持)|联系我们|关于我们|返回(?:顶部|首页)|浏览(?:次数|量)|点击(?:数|量|次数)|[^。]{0,3}ICP备|copyright|©)/iu;

/**
 * A sentence that ends in a figure: a local addition beneath a table, which belongs to no cell. Looked at from its end: one
 * expression for all of it would try every digit with every character before it.
 */
function isFigureLine(folded: string): boolean {
  const rest = folded.replace(/[。.]$/u, '').replace(/\p{Script=Han}{1,3}$/u, '');
  let at = rest.length - 1;
  while (rest[at] === ',' || rest[at] === '.') at -= 1;
  return /\d/u.test(rest[at] ?? '') && /\p{Script=Han}{4}/u.test(rest.slice(0, at));
}

/** What is filled in beneath a report that is handed up: who wrote it, who checked it, how to reach them. */
const reviewLine = new RegExp(
  '^(?:(?:填报|填表|报送|制表|统计)(?:单位|部门|人|日期|时间)|(?:审核|审签|签发|经办|复核|录入|校对)(?:人|领导)?|' +
    '(?:单位|部门|分管|主要)?(?:负责人|领导)|联系(?:人|电话|方式)|电话|\\(?(?:单位)?(?:盖章|公章)\\)?)(?:\\([^()]{1,8}\\))?(?:签字|签名)?(?:[:：]|$)',
  'u',
);

const isShort = (text: string): boolean => text.length <= longestTitle || withoutPinyin(text).length <= longestTitle;

/** A line that names a section in other words: its number, and a damaged or shortened wording. */
function resembles(text: string, section: Section): boolean {
  if (!isTitleLike(text)) return false;
  const own = labelKey(section.title);
  const { body, number } = labelKey(withoutBullet(text));
  if (number !== own.number) return false;
  const official = [section.title, ...(section.also ?? [])].map((title) => labelKey(title).body);
  // 一、2019年政府信息公开工作的总体情况, 一、概述
  if (section.id === 'overview' && (body.endsWith(own.body) || /^(?:工作)?(?:概述|概况)$/u.test(body))) return true;
  return official.some((wording) => isDamaged(body, wording) || shared(body, wording) >= 0.5);
}

/** Share of the characters of the shorter text that stand in the other one too. */
const shared = (a: string, b: string): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const common = [...short].filter((char) => long.includes(char)).length;
  return short.length < 4 ? 0 : common / long.length;
};

/** Without a signature, a date, and what a web page prints beneath its article. */
function withoutSignature(paragraphs: readonly Block[], unit: string | null): Block[] {
  const dated = paragraphs.findLastIndex((block) => isDay(block.text));
  let end = paragraphs.length;
  if (dated > 0 && paragraphs.length - dated <= 6) {
    const before = paragraphs[dated - 1];
    const signed = before !== undefined && before.text.length <= 30 && !prose.test(fold(before.text)) && dated > 1;
    end = signed ? dated - 1 : dated;
  }
  while (end > 1) {
    const last = paragraphs[end - 1];
    if (last === undefined || !(navigation.test(last.text.trim()) || (unit !== null && fold(last.text) === fold(unit))))
      break;
    end -= 1;
  }
  return paragraphs.slice(0, end);
}

const sealed = /\((?:单位)?(?:盖章|公章|章)\)$/u;

/** The name of a body that stands alone in a line, as under a letter; `null` for any other line. */
function nameOfLine(text: string): string | null {
  const name = fold(text).replace(sealed, '');
  const isName = name.length >= 3 && name.length <= longestSignature && /^[\u4e00-\u9fff()]+$/u.test(name);
  return isName && endsAsBody(name) ? name.replace(/\(/gu, '（').replace(/\)/gu, '）') : null;
}

/**
 * What signs a report, from the lines beneath its text: a day with the name above it, or else a name alone. The day of a
 * review block has no name above it.
 */
function closingOf(lines: readonly string[], unit: string | null): Closing | null {
  for (const [index, line] of lines.entries()) {
    const name = nameOfLine(lines[index - 1] ?? '');
    const day = dayOfLine(line);
    if (day !== null && name !== null) return { unit: isUnit(name, unit) ? null : name, date: isoDay(day) };
  }
  const [first] = lines;
  const day = first === undefined ? null : dayOfLine(first);
  if (day !== null) return { unit: null, date: isoDay(day) };
  return first !== undefined && unit !== null && isUnit(nameOfLine(first) ?? '', unit)
    ? { unit: null, date: null }
    : null;
}

const reachLine = new RegExp(
  '^(?:联系(?:人|电话|方式|地址)|(?:咨询|监督|服务|办公)?电话|(?:(?:通讯|通信|办公)?地址)|邮(?:政)?编(?:码)?|电子邮[箱件]|传真)' +
    '(?:\\([^()]{1,8}\\))?[:：].',
  'u',
);
/** Who wrote and who checked it: then the block is for those it is handed up to, and no contact of the public. */
const handedUp = /^(?:填报|填表|制表|报送|审核|审签|签发|经办|复核|录入|校对|(?:单位|部门|分管|主要)?(?:负责人|领导))/u;

/** How the office is reached, from the lines beneath its text, in one paragraph. */
function contactOf(lines: readonly string[]): string | null {
  const annex = lines.findIndex((line) => isAnnexCaption(line));
  const own = annex === -1 ? lines : lines.slice(0, annex);
  if (own.some((line) => handedUp.test(fold(line)))) return null;
  const reached = own.filter((line) => reachLine.test(fold(line)));
  return reached.length === 0 ? null : reached.join('　');
}

const isUnit = (name: string, unit: string | null): boolean => unit !== null && fold(name) === fold(unit);

const isFooter = ({ holds, text }: Block): boolean => holds === 'text' && navigation.test(fold(text));

/** Where the text of a section ends: at the annex or the review block that only lines which are no prose follow. */
function endOfText(part: readonly Block[], last: boolean): number {
  const isProse = ({ holds, text }: Block): boolean => holds === 'text' && /[。！？]/u.test(text);
  const lastProse = part.findLastIndex(isProse);
  const annex = part.findIndex(
    ({ holds, text }, index) => holds === 'text' && isAnnexCaption(text) && (last || lastProse <= index),
  );
  const body = annex === -1 ? part : part.slice(0, annex);
  const proseInBody = body.findLastIndex(isProse);
  const review = body.findIndex(
    ({ holds, text }, index) => holds === 'text' && proseInBody < index && reviewLine.test(fold(text)),
  );
  const text = review === -1 ? body : body.slice(0, review);
  const proseInText = text.findLastIndex(isProse);
  const footer = last ? text.findIndex((block, index) => proseInText < index && isFooter(block)) : -1;
  return footer === -1 ? text.length : footer;
}

const longestName = 40;
const nameless = /^附(?:件|表|录|图)[一二三四五六七八九十\d]{0,3}[:：]?$/u;

/** What tells an annex apart: its caption, with the line below where the caption has no name, else its first words. */
function annexName(block: Block, below: Block | undefined): string {
  const own = block.text.trim();
  const title = below !== undefined && nameless.test(fold(own)) ? `${own} ${below.text.trim()}` : own;
  const text = title.replace(/\s+/gu, ' ');
  return text.length > longestName ? `${text.slice(0, longestName)}……` : text;
}

/** The annexes of a source, each once: under their captions, and tables without one. */
function annexesOf(blocks: readonly Block[], captions: ReadonlySet<Block>, isAmongText: (index: number) => boolean) {
  const found: SectionIssue[] = [];
  let open = false;
  let told = false;
  blocks.forEach((block, index) => {
    if (block.holds === 'text') {
      open = false;
      if (sectionOf(block.text) !== null) told = false;
      if (!captions.has(block)) return;
      // The tables of the report may all stand in its annexes: those are read.
      told = blocks[index + 1]?.holds !== 'table';
      if (told) found.push({ kind: 'annexUnread', text: annexName(block, blocks[index + 1]), at: block.at });
      return;
    }
    const aside = block.holds === 'annex' || (block.holds === 'rows' && isAmongText(index));
    if (aside && !open && !told) {
      const above = blocks[index - 1];
      const caption = above?.holds === 'text' && isAnnexCaption(above.text) ? above : block;
      found.push({ kind: 'annexUnread', text: annexName(caption, block), at: caption.at });
    }
    open = aside;
  });
  return found;
}

type SectionTitles = readonly ReturnType<typeof sectionOf>[];

/** Which blocks are titles of sections, and where the tables stand among them; -1 where there is none. */
class Outline {
  readonly titles: SectionTitles;
  readonly firstTable: number;
  readonly lastTable: number;
  /** Where the text before the tables ends. */
  readonly bodyEnd: number;
  readonly afterTables: number;
  readonly overview: number;
  /** The title of section one in other words, where it does not stand there in its own. */
  readonly renamedOverview: number;

  constructor(readonly blocks: readonly Block[]) {
    const titles = blocks.map((block) =>
      block.holds === 'text' && isShort(block.text) ? sectionOf(block.text) : null,
    );
    this.titles = titles;
    this.firstTable = blocks.findIndex((block) => block.holds === 'table');
    this.lastTable = blocks.findLastIndex((block) => block.holds === 'table');
    const tableSection = titles.findIndex((id) => id === 'applications' || id === 'review');
    const bodyEnd = this.disclosure() ?? (this.firstTable === -1 ? Math.max(0, tableSection) : this.firstTable);
    this.bodyEnd = bodyEnd;
    this.afterTables =
      this.lastTable === -1
        ? Math.max(bodyEnd, titles.lastIndexOf('review'), titles.lastIndexOf('applications'))
        : this.lastTable;
    const isFollowedByTitle = (index: number): boolean => titles[index + 1] !== null && titles[index + 1] !== undefined;
    this.overview = titles.findIndex(
      (id, index) => id === 'overview' && index < bodyEnd && !(isFollowedByTitle(index) && index + 1 < bodyEnd),
    );
    this.renamedOverview =
      this.overview === -1
        ? blocks.findIndex((block, index) => index < bodyEnd && resembles(block.text, byId('overview')))
        : -1;
  }

  /** Where section one begins. */
  get start(): number {
    return this.overview === -1 ? this.renamedOverview : this.overview;
  }

  /** The block that a section begins with, after `from`, or else after `earliest`: tables may stand behind the text. */
  find(id: TextSectionId, from: number, earliest: number): { readonly index: number; readonly renamed: boolean } {
    const exact = (after: number): number => this.titles.findIndex((found, index) => index > after && found === id);
    const known = [exact(from), exact(earliest)].find((index) => index !== -1);
    if (known !== undefined) return { index: known, renamed: false };
    const index = this.blocks.findIndex(
      (block, at) => at > from && block.holds === 'text' && this.titles[at] === null && resembles(block.text, byId(id)),
    );
    return { index, renamed: index !== -1 };
  }

  /** The last section: behind the one before it, or the two the other way round. */
  findOther(problems: number): { readonly index: number; readonly renamed: boolean } {
    if (problems === -1) return this.find('other', this.afterTables, this.bodyEnd);
    const last = this.find('other', problems, problems);
    return last.index === -1 ? this.find('other', this.afterTables, this.afterTables) : last;
  }

  private disclosure(): number | undefined {
    const all = this.titles.flatMap((id, index) => (id === 'disclosure' ? [index] : []));
    if (this.firstTable === -1) return all[0];
    let last = all.findLast((index) => index < this.firstTable);
    // The caption of a table may say the title above it once more.
    for (let above = (last ?? 0) - 1; last !== undefined && above >= 0; above -= 1) {
      if (this.titles[above] === 'disclosure') last = above;
      else if (this.blocks[above]?.text.trim() !== '') break;
    }
    return last;
  }
}

/** The title of a report: above section one, or in the first lines where there is none. */
function titleOf({ blocks, start, bodyEnd }: Outline): Sections['title'] {
  const texts = blocks.filter(({ holds }) => holds === 'text');
  const above = new Set(blocks.slice(0, Math.max(0, start === -1 ? Math.min(12, bodyEnd) : start)));
  return headingOf(
    texts.filter((block) => above.has(block)),
    texts.filter((block) => !above.has(block)),
  );
}

/** Lines with figures between the text and its end that belong to no table. */
const extraLines = ({ blocks, titles, bodyEnd }: Outline, end: number): SectionIssue[] =>
  blocks.flatMap((block, index): SectionIssue[] => {
    const isLine = block.holds === 'text' || block.holds === 'rows';
    if (index <= bodyEnd || index >= end || !isLine || titles[index] !== null) return [];
    const text = block.text.trim();
    return /\p{N}/u.test(text) && isFigureLine(fold(text)) ? [{ kind: 'extraLine', text, at: block.at }] : [];
  });

const inlineHeading = /^(.{4,40}?)[:：。．\s](.*)$/su;

/** A line that begins with the numbered title of a text section and goes on as its text, as the two lines that they are. */
function parted(block: Block): Block[] {
  if (block.holds !== 'text' || sectionOf(block.text) !== null) return [block];
  const [, title = '', rest = ''] = inlineHeading.exec(block.text.trim()) ?? [];
  const section = /\p{Script=Han}/u.test(rest) && labelKey(title).number !== '' ? sectionOf(title) : null;
  if (section !== 'overview' && section !== 'problems' && section !== 'other') return [block];
  return [
    { ...block, text: title },
    { ...block, text: rest.trim() },
  ];
}

/** Reads the sections around the tables. A heading of its own inside a section is a paragraph of that section. */
export function sectionsOf(given: readonly Block[]): Sections {
  const blocks = given.flatMap(parted);
  const outline = new Outline(blocks);
  const { start, bodyEnd, afterTables } = outline;
  const title = titleOf(outline);
  const issues: SectionIssue[] = [];
  const begin = (section: TextSectionId, { index, renamed }: ReturnType<Outline['find']>): number => {
    const block = blocks[index];
    if (block === undefined) issues.push({ kind: 'sectionMissing', section });
    else if (renamed) issues.push({ kind: 'sectionRenamed', section, text: block.text.trim(), at: block.at });
    return index;
  };
  begin('overview', { index: start, renamed: outline.renamedOverview !== -1 });
  const problems = begin('problems', outline.find('problems', afterTables, bodyEnd));
  const other = begin('other', outline.findOther(problems));
  const next = (index: number): number => Math.max(-1, ...[problems, other].filter((at) => at > index).slice(0, 1));

  const tablesEnd = problems === -1 ? outline.lastTable : other === -1 ? problems : Math.min(problems, other);
  issues.push(...extraLines(outline, tablesEnd));
  const captions = new Set(
    blocks
      .slice(bodyEnd + 1, Math.max(0, tablesEnd))
      .filter(({ holds, text }) => holds === 'text' && isAnnexCaption(text)),
  );
  let signature: string[] = [];
  let closing: Closing | null = null;
  let contact: string | null = null;
  const paragraphs = (from: number, to: number): string[] => {
    if (from === -1) return [];
    const whole = blocks.slice(from + 1, to === -1 ? undefined : to).filter((block) => block.text.trim() !== '');
    const end = endOfText(whole, to === -1);
    for (const block of whole.slice(end)) if (isAnnexCaption(block.text)) captions.add(block);
    const part = whole.slice(0, end).filter((block) => block.holds === 'text');
    const kept = to === -1 ? withoutSignature(part, title.unit) : part;
    if (to === -1) {
      signature = part.slice(kept.length).map((block) => block.text.trim());
      const beneath = whole.slice(kept.length === 0 ? 0 : whole.indexOf(kept.at(-1) as Block) + 1);
      const lines = beneath.flatMap(({ holds, text }) => (holds === 'text' ? [text.trim()] : []));
      closing = closingOf(
        lines.filter((line) => !reachLine.test(fold(line))),
        title.unit,
      );
      contact = contactOf(lines);
    }
    return kept.map((block) => block.text.trim());
  };
  const narrative = {
    overview: paragraphs(start, bodyEnd),
    problems: paragraphs(problems, next(problems)),
    other: paragraphs(other, next(other)),
  };
  const isAmongText = (index: number): boolean =>
    (start !== -1 && index > start && index < bodyEnd) || (problems !== -1 && index > problems);
  issues.push(
    ...annexesOf(blocks.slice(Math.max(0, start)), captions, (index) => isAmongText(index + Math.max(0, start))),
  );
  const preface = blocks.slice(0, Math.max(0, start)).flatMap(({ holds, text }) => (holds === 'text' ? [text] : []));
  return { title, preface, signature, contact, closing, narrative, issues };
}

const period = /(20\d{2})年0?1月0?1日(?:起|开始)?[,、]?(?:至|到|[-~—–―])+(?:\1年)?12月31日/u;

/** The year of the sentence on the period of the report: 本报告统计期限为2023年1月1日至12月31日. */
export function yearOfPeriod(paragraphs: readonly string[]): number | null {
  const year = period.exec(fold(paragraphs.join('')))?.[1];
  return year === undefined ? null : Number(year);
}

/** The year that the text names most often. */
export function yearOfText(paragraphs: readonly string[]): number | null {
  const text = fold(paragraphs.join(''));
  const counts = new Map<string, number>();
  for (const [, year] of text.matchAll(/(20\d{2})年/gu))
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] === second?.[1] ? null : Number(best[0]);
}

/** 现公布某局2022年政府信息公开工作年度报告: whose report a text says that it is. */
const presented =
  /(?:公布|公开|发布|编制了?|形成|现将|汇报)(?:《|“)?(?<name>[\u4e00-\u9fff()]{3,40}?)(?:20\d{2}年度?)?(?:政府|政务)?信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)/u;
const ownName = /^(?:本|我|各|全|该|所属|本级|如下)|(?:以下|各单位|全文)/u;
/** A name alone in a line near the end, as under a letter. */
const lastLines = 3;

/**
 * The body whose report a text says that it is, where its title names none: by its first sentences, or as it is signed. Null
 * where neither does, or where they name different bodies.
 */
export function unitOfText({ title, preface, signature, closing, narrative }: Sections): string | null {
  const paragraphs = Object.values(narrative).flat();
  const said = [...preface, ...paragraphs.slice(0, 1)].flatMap((text) => {
    const name = presented.exec(fold(text))?.groups?.['name'] ?? '';
    return endsAsBody(name) && !ownName.test(name) ? [name] : [];
  });
  const under = title.beneath ?? '';
  const beneath = labelledUnit(under) ?? nameOfLine(fold(under).replace(/^\((.*)\)$/u, '$1'));
  const labelled = preface.flatMap((text) => labelledUnit(text) ?? []).map((name) => fold(name));
  const signed = [...paragraphs.slice(-lastLines), ...signature, closing?.unit ?? ''].flatMap((text) => {
    const name = nameOfLine(text);
    return name === null ? [] : [fold(name)];
  });
  const names = [...new Set([...said, ...signed, ...labelled, ...(beneath === null ? [] : [fold(beneath)])])];
  // 县教体局 signs what 云溪县教育体育局 presents.
  const [longest, ...others] = names.sort((one, other) => other.length - one.length);
  if (longest === undefined || !others.every((name) => standsIn(name, longest))) return null;
  return longest.replace(/\(/gu, '（').replace(/\)/gu, '）');
}

/** Whether the characters of a short name stand in a long one, in their order. */
function standsIn(short: string, long: string): boolean {
  let at = -1;
  return [...short].every((char) => {
    at = long.indexOf(char, at + 1);
    return at !== -1;
  });
}
