/** Reads reports from a web page. The page is parsed, never rendered, and nothing in it is followed. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { Budget } from '../containers/budget';
import { readBlocks } from '../compose/document';
import { failed } from '../failure';
import { plainSource } from '../labels/label';
import { longestText } from '../limits';
import type { ReadResult } from '../reading';
import { FigureSizes, notSure, type AsideKind, type Run } from '../containers/runs';
import {
  gridOf,
  holdsTable,
  longestInner,
  paragraphOf,
  unstarted,
  widest,
  type DocumentBlock,
  type DocumentTable,
  type TableCell,
} from '../containers/tree';
import { pageAsideOf, firstLook, isAbsent, pageLookOf, partedBy, setsApart, type PageLook } from './pageLook';
import { isShownOtherwise } from './pageNumber';
import { isShifted, liesOver } from './pageSight';
import { added, attribute, type Declarations, type Element, isForScreen, PageStyle } from './pageStyle';

type Node = DefaultTreeAdapterTypes.Node;

const unread = new Set([
  'script',
  'style',
  'noscript',
  'noframes',
  'noembed',
  'template',
  'head',
  'title',
  'datalist',
  'option',
  // What stands above the characters: pinyin.
  'rt',
  'rp',
]);
/** What shows no text of the page. In a cell it is something all the same. */
const objects = new Set([
  'button',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'video',
  'audio',
  'meter',
  'progress',
  'img',
  'input',
  'select',
  'textarea',
]);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'var',
  'o:p',
  'st1:chsdate',
  'wbr',
]);
/** Names that no browser knows, as Word and programs write them, stand in a line. */
const isUnknown = (tag: string): boolean => /[:-]/u.test(tag);
const deepest = 400;

const isElement = (node: Node): node is Element => 'tagName' in node;
const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const span = (element: Element, name: 'colspan' | 'rowspan'): number => {
  const value = Number.parseInt(attribute(element, name) ?? '1', 10);
  const least = name === 'rowspan' ? 0 : 1;
  return Number.isFinite(value) && value >= least ? Math.min(value, 1000) : 1;
};

/** Inputs whose value is no text that somebody filled in. */
const otherInputs = /^(?:button|submit|reset|image|file|color|range|password)$/u;

/** What a control shows. '' where the file does not hold it; null for one that is not there to be seen. */
function controlText(element: Element): string | null {
  if (element.tagName === 'textarea') return plainText(element).trim();
  if (element.tagName === 'select') {
    const options = optionsOf(element, 0);
    const chosen = options.filter((option) => attribute(option, 'selected') !== undefined);
    // Which one was chosen is not always saved: of several the first one is shown then, and may be nobody's choice.
    const shown = options.length === 1 ? options : chosen;
    return shown.map((option) => plainText(option).trim()).join(' ');
  }
  if (element.tagName !== 'input') return '';
  const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
  if (type === 'hidden') return null;
  if (type === 'checkbox' || type === 'radio') return attribute(element, 'checked') === undefined ? '☐' : '☑';
  return otherInputs.test(type) ? '' : (attribute(element, 'value') ?? '').trim();
}

const optionsOf = (node: Node, depth: number): Element[] =>
  children(node).flatMap((child) =>
    !isElement(child) || depth > 2 ? [] : child.tagName === 'option' ? [child] : optionsOf(child, depth + 1),
  );

/** A page of its own, which nobody here reads. */
const framed = new Set(['iframe', 'object', 'embed']);

/** Whether an object shows text of its own beside what stands around it. A picture may too: that is beyond any reader. */
const showsText = (element: Element): boolean =>
  framed.has(element.tagName) || (element.tagName === 'svg' && /\p{N}/u.test(plainText(element, longestItem)));

/** What only keeps a place, or counts visits. */
const isSpacer = (element: Element): boolean =>
  (element.tagName === 'img' || framed.has(element.tagName)) &&
  ['width', 'height'].some((name) => Number.parseInt(attribute(element, name) ?? '', 10) <= 2);

/** An element that shows a picture, in place of its content or for want of one, as digits are drawn by some pages. */
const isPainted = (element: Element, said: Declarations): boolean =>
  /^(?:-webkit-)?(?:url|image-set|[a-z-]+-gradient)\(/u.test(said.get('content') ?? '') ||
  (element.childNodes.length === 0 &&
    /\burl\(/u.test(`${said.get('background') ?? ''} ${said.get('background-image') ?? ''}`));

/** Where a script finds the number to which it counts up from the one that stands there. */
const goals = /^data-(?:(?:count|counter|num|number)(?:-?(?:to|up|end))?|to|end|target|final|goal|val|value)$/u;
const plainNumber = /^\s*[\d,.]+\s*$/u;

/** True for a number that a script makes another one. */
const countsUp = (element: Element): boolean =>
  element.attrs.some(({ name, value }) => {
    if (!goals.test(name) || !plainNumber.test(value)) return false;
    const text = plainText(element, longestItem);
    return plainNumber.test(text) && Number(text.replace(/,/gu, '')) !== Number(value.replace(/,/gu, ''));
  });

const longestHidden = 200;

/** A script that puts text where it stands. */
const writes = (element: Element): boolean =>
  element.tagName === 'script' && /document\.write/u.test(plainText(element).slice(0, longestScript));
const longestScript = 2_000;

/** What a browser shows in place of what an element holds. */
const isShadow = (element: Element): boolean =>
  element.tagName === 'template' &&
  ['shadowrootmode', 'shadowroot'].some((name) => attribute(element, name) !== undefined);

const isListed = (said: Declarations): boolean =>
  /["']|decimal|roman|alpha|latin|cjk|ideographic|counter|symbols/u.test(
    `${said.get('list-style') ?? ''} ${said.get('list-style-type') ?? ''}`,
  );
const isUnlisted = (said: Declarations): boolean =>
  /\bnone\b/u.test(`${said.get('list-style') ?? ''} ${said.get('list-style-type') ?? ''}`);

/** A page: its style sheets, and which tables only arrange it. */
interface Page {
  readonly style: PageStyle;
  readonly layouts: ReadonlySet<Node>;
  /** Of all tables that style sheets make of other elements. */
  readonly budget: Budget;
}

/** Collects paragraphs and tables in reading order. */
class Collector {
  readonly blocks: DocumentBlock[] = [];
  private runs: Run[] = [];
  private readonly sizes = new FigureSizes();
  /**
   * An element began or ended behind the last text that is drawn elsewhere, or that has a class in a page whose style sheets
   * are not in it.
   */
  private seam = false;

  constructor(
    private readonly page: Page,
    /** In a cell of a table that is no layout: what it holds beside text is told. */
    private readonly inCell: boolean,
  ) {}

  end(): void {
    this.sizes.reset();
    if (this.runs.length === 0) return;
    const runs: Run[] = [];
    let open = false;
    for (const { text, aside } of this.runs) {
      const spaced = text.replace(/[ \t\r\f\v\u00a0]+/gu, ' ');
      const own: string = open ? spaced : spaced.replace(/^ /u, '');
      if (own === '' && aside !== 'object') continue;
      open = own === '' ? open : !own.endsWith(' ');
      runs.push({ text: own, aside });
    }
    this.runs = [];
    const last = runs.at(-1);
    if (last !== undefined) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
    if (runs.some(({ text, aside }) => aside === 'object' || text.trim() !== '')) this.blocks.push(paragraphOf(runs));
  }

  private asideOf(look: PageLook): AsideKind | null {
    return pageAsideOf(look, this.page.style.typefaces);
  }

  private add(text: string, aside: AsideKind | null): void {
    const last = this.runs.at(-1);
    if (last?.aside === aside && aside !== 'object')
      this.runs[this.runs.length - 1] = { text: last.text + text, aside };
    else this.runs.push({ text, aside });
  }

  /**
   * True for digits behind others where one of both is drawn elsewhere, or stands in an element of a class: a style sheet that is
   * not in the page may show one of them alone, as widgets of rolling digits and texts for other readers have it.
   */
  private isPieced(text: string): boolean {
    return this.seam && /^\d/u.test(text) && /\d$/u.test(this.runs.at(-1)?.text ?? '');
  }

  /** True for an element at whose edges other digits may be others than those in it. */
  private beginInCell(element: Element, said: Declarations): boolean {
    if (liesOver(said) || countsUp(element)) this.add(notSure.text, null);
    const isSeam = (this.page.style.outside && attribute(element, 'class') !== undefined) || isShifted(said);
    this.seam ||= isSeam;
    return isSeam;
  }

  private addObject(element: Element, look: PageLook): void {
    if (!this.inCell || isSpacer(element)) return;
    const text = controlText(element);
    if (text === null) return;
    this.add(' ', null);
    if (showsText(element)) this.add(notSure.text, null);
    else this.add(text, this.asideOf(look) ?? (text === '' ? 'object' : null));
    this.add(' ', null);
  }

  /** Digits that stand beside a number by a style sheet alone: no number is read from it. */
  addSign(said: Declarations): void {
    if (this.inCell && said.has(added)) this.add(notSure.text, null);
  }

  /** An item of a numbered list: its number stands before what it holds, or alone. */
  private addItem(item: Element, said: Declarations): void {
    const list = item.parentNode;
    const isItem = item.tagName === 'li' || said.get('display')?.includes('list-item') === true;
    if (!this.inCell || !isItem || list === null || !isElement(list)) return;
    const styles = [said, this.page.style.of(list)];
    const isNumbered = list.tagName === 'ol' || styles.some((own) => isListed(own));
    if (!isNumbered || styles.some((own) => isUnlisted(own))) return;
    const text = plainText(item, longestItem).trim();
    if (text === '') this.add('', 'object');
    else if (/^[\d.,]+$/u.test(text)) this.add(notSure.text, null);
  }

  private passBy(element: Element): void {
    if (this.inCell && (writes(element) || isShadow(element))) this.add(notSure.text, null);
  }

  /** A piece of a number beside others, or one that is shown as another number. */
  private isUncertain(text: string, { size, format }: PageLook): boolean {
    if (this.sizes.changesAt(text, size) || this.isPieced(text)) return true;
    return format !== '' && isShownOtherwise(text, format);
  }

  /** A page may nest deeper than any report does: below the limit nothing is read. */
  walk(node: Node, depth: number, around: PageLook, apartInParent = false): void {
    if (depth > deepest) return;
    if ('value' in node && node.nodeName === '#text') {
      const text = node.value.replace(/\n/gu, ' ');
      const aside = this.asideOf(around);
      if (this.inCell && aside === null && this.isUncertain(text, around)) this.add(notSure.text, null);
      this.seam = false;
      this.add(around.backwards ? `\u202e${text}` : text, aside);
      return;
    }
    if (!isElement(node)) {
      for (const child of children(node)) this.walk(child, depth + 1, around);
      return;
    }
    if (unread.has(node.tagName)) return this.passBy(node);
    const said = this.page.style.of(node);
    if (isAbsent(node, said)) {
      if (this.inCell) this.add(plainText(node).slice(0, longestHidden).replace(/\s+/gu, ' '), 'hidden');
      return;
    }
    const inLine = inline.has(node.tagName) || isUnknown(node.tagName) || said.get('display') === 'inline';
    const isSeam = this.inCell && this.beginInCell(node, said);
    const look = pageLookOf(node, said, around, inLine);
    if (objects.has(node.tagName) || isPainted(node, said)) return this.addObject(node, look);
    if (isStyledTable(node, said, this.page)) {
      this.end();
      this.blocks.push(...linesOf(tableOf(node, depth + 1, look, this.page), this.page));
      return;
    }
    if (!this.inCell && isStyledRow(node, said)) {
      this.end();
      this.blocks.push(...linesOf({ kind: 'table', rows: [styledCells(node, depth + 1, look, this.page)] }, this.page));
      return;
    }
    if (node.tagName === 'table') {
      this.end();
      this.blocks.push(tableOf(node, depth + 1, look, this.page));
      return;
    }
    if (node.tagName === 'br') return this.end();
    if (node.tagName === 'pre' && this.asideOf(look) === null) {
      this.end();
      for (const line of plainText(node).split('\n'))
        if (line.trim() !== '') this.blocks.push({ kind: 'paragraph', text: line });
      return;
    }
    const apart = !inLine || apartInParent ? 'line' : partedBy(said);
    const part = (): void => {
      if (apart === 'line') this.end();
      else if (apart === 'space') this.add(' ', null);
    };
    part();
    for (const child of children(node)) this.walk(child, depth + 1, look, setsApart(said));
    this.addSign(said);
    this.addItem(node, said);
    this.seam ||= isSeam;
    part();
  }
}

/** A number in a list stands in no more elements than these. */
const longestItem = 50;

/** Of the first so many nodes. A page may nest deeper than a program may call itself. */
function plainText(root: Node, most = Infinity): string {
  const texts: string[] = [];
  const open = [root];
  let looked = 0;
  for (let node = open.pop(); node !== undefined && looked < most; node = open.pop()) {
    looked += 1;
    if ('value' in node && node.nodeName === '#text') texts.push(node.value);
    else for (const child of [...children(node)].reverse()) open.push(child);
  }
  return texts.join('');
}

function contents(
  node: Node,
  depth: number,
  look: PageLook,
  page: Page,
  inCell: boolean,
  said?: Declarations,
): DocumentBlock[] {
  const collector = new Collector(page, inCell);
  for (const child of children(node)) collector.walk(child, depth + 1, look, said !== undefined && setsApart(said));
  if (said !== undefined) collector.addSign(said);
  collector.end();
  return collector.blocks;
}

/** What of a table is shown first: its caption, then its head, its other rows and its foot, wherever the page has them. */
const shownPlaces: Readonly<Record<string, number>> = { caption: 0, colgroup: 0, thead: 1, tfoot: 3 };
const otherRows = 2;

function inShownOrder(nodes: readonly Node[]): readonly Node[] {
  const placeOf = ({ nodeName }: Node): number => shownPlaces[nodeName] ?? otherRows;
  const parts = [0, 1, otherRows, 3].map((place) => nodes.filter((node) => placeOf(node) === place));
  const isOne = (name: string): boolean => nodes.filter(({ nodeName }) => nodeName === name).length <= 1;
  return isOne('thead') && isOne('tfoot') ? parts.flat() : nodes;
}

const parts: Readonly<Record<string, 'rows' | 'row' | 'cell'>> = {
  thead: 'rows',
  tbody: 'rows',
  tfoot: 'rows',
  tr: 'row',
  td: 'cell',
  th: 'cell',
  'table-header-group': 'rows',
  'table-row-group': 'rows',
  'table-footer-group': 'rows',
  'table-row': 'row',
  'table-cell': 'cell',
};

/** What part of a table an element is, by itself or by its style. */
const partOf = ({ tagName }: Element, said: Declarations): 'rows' | 'row' | 'cell' | undefined =>
  parts[tagName] ?? parts[said.get('display') ?? ''];

/** True where all that an element holds is rows of cells, as its style has it. */
function holdsRows(element: Element, page: Page, within: 'rows' | 'row' = 'rows', depth = 0): boolean {
  const own = children(element).filter(
    (child) => isElement(child) || ('value' in child && child.nodeName === '#text' && child.value.trim() !== ''),
  );
  return (
    own.length > 0 &&
    depth < deepestGroups &&
    own.every((child) => {
      const part = isElement(child) && child.tagName !== 'table' ? partOf(child, page.style.of(child)) : undefined;
      if (within === 'row') return part === 'cell';
      return isElement(child) && part !== undefined && part !== 'cell' && holdsRows(child, page, part, depth + 1);
    })
  );
}
const deepestGroups = 3;

const isStyledTable = (element: Element, said: Declarations, page: Page): boolean =>
  element.tagName !== 'table' && /^(?:inline-)?table$/u.test(said.get('display') ?? '') && holdsRows(element, page);

/** Cells with figures, filled or not, of which a row that a style sheet makes has so many at least. */
const fewestFigures = 3;
const isFigure = (text: string): boolean => text.length <= longestFigure && /^[\s\d.,/—-]*$/u.test(text);
const longestFigure = 20;

/** A row of figures whose cells a style sheet sets side by side. */
function isStyledRow(element: Element, said: Declarations): boolean {
  if (!setsApart(said) || runsBackwards(said) || /column/u.test(said.get('flex-direction') ?? '')) return false;
  const own = children(element).filter(isElement);
  if (own.length <= fewestFigures || own.some(({ tagName }) => tagName === 'table')) return false;
  const texts = own.map((child) => plainText(child, longestItem));
  return texts.filter(isFigure).length >= fewestFigures && texts.some((text) => /\d/u.test(text) && isFigure(text));
}

const styledCells = (row: Element, depth: number, look: PageLook, page: Page): TableCell[] =>
  children(row)
    .filter(isElement)
    .flatMap((cell): TableCell[] => {
      const said = page.style.of(cell);
      if (isAbsent(cell, said)) return [];
      const blocks = contents(cell, depth, pageLookOf(cell, said, look, false), page, true, said);
      return [{ blocks: standsElsewhere(said) ? unstarted(blocks) : blocks, columnSpan: 1, rowSpan: 1 }];
    });

/**
 * The rows of a table that a style sheet makes of other elements, as lines whose cells are parted by signs. Such a table has
 * no cells that take several places, whatever it looks like, so that its columns do not stand under each other.
 */
function linesOf(table: DocumentTable, { budget }: Page): DocumentBlock[] {
  if (holdsTable(table)) return table.rows.flat().flatMap(({ blocks }) => blocks);
  const { values, asides } = gridOf(table, budget);
  return values.map((line, row) => {
    const cells = line.map((text, column) =>
      asides.at({ row, column }).length > 0 && !/\p{L}/u.test(text) ? notSure.text : text.replace(/[\n|｜]/gu, ' '),
    );
    return { kind: 'paragraph', text: cells.length === 1 ? (cells[0] ?? '') : `| ${cells.join(' | ')} |` };
  });
}

/** Drawn in another place than in that of its row and column. */
const standsElsewhere = (said: Declarations): boolean =>
  /[1-9]/u.test(said.get('order') ?? '') ||
  /^(?:absolute|fixed)$/u.test(said.get('position') ?? '') ||
  /^(?:left|right)$/u.test(said.get('float') ?? '');
const runsBackwards = (said: Declarations): boolean =>
  setsApart(said) && /reverse/u.test(said.get('flex-direction') ?? '');

const widthOf = (row: readonly TableCell[] | undefined): number =>
  (row ?? []).reduce((sum, { columnSpan }) => sum + columnSpan, 0);

/**
 * A browser lets no cell reach beyond the head, body or foot in which it begins. People let a head of two rows begin in one and
 * end in the other all the same: then the row behind lacks just what reaches into it. `ends`: behind which rows a part ends.
 */
function withEnds(rows: readonly TableCell[][], ends: readonly number[]): TableCell[][] {
  const width = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const whole = [...rows];
  let first = 0;
  for (const end of ends) {
    const reaching = whole
      .slice(first, end)
      .flatMap((row, at) => row.filter(({ rowSpan }) => rowSpan > end - first - at));
    const isCut = widthOf(whole[end]) + widthOf(reaching) > width;
    for (let at = first; at < end; at += 1)
      whole[at] = (whole[at] ?? []).map((cell) => {
        const left = end - at;
        return cell.rowSpan === 0 || (isCut && cell.rowSpan > left) ? { ...cell, rowSpan: left } : cell;
      });
    first = end;
  }
  return whole;
}

function tableOf(table: Element, depth: number, around: PageLook, page: Page): DocumentTable {
  const rows: TableCell[][] = [];
  const ends: number[] = [];
  const inCell = !page.layouts.has(table);
  const cellOf = (cell: Element, look: PageLook, isMoved: boolean): TableCell[] => {
    const said = page.style.of(cell);
    if (isAbsent(cell, said)) return [];
    const own = contents(cell, depth, pageLookOf(cell, said, look, false), page, inCell, said);
    const blocks = isMoved || standsElsewhere(said) ? unstarted(own) : own;
    return [{ blocks, columnSpan: span(cell, 'colspan'), rowSpan: span(cell, 'rowspan') }];
  };
  const rowsIn = (node: Node, look: PageLook): void => {
    for (const child of inShownOrder(children(node))) {
      if (!isElement(child)) continue;
      const said = page.style.of(child);
      if (isAbsent(child, said) || (child.tagName === 'tr' && said.get('visibility') === 'collapse')) continue;
      const own = pageLookOf(child, said, look, false);
      const part = partOf(child, said);
      if (part === 'row') {
        const isMoved = standsElsewhere(said) || runsBackwards(said);
        rows.push(
          children(child).flatMap((cell) =>
            isElement(cell) && partOf(cell, page.style.of(cell)) === 'cell' ? cellOf(cell, own, isMoved) : [],
          ),
        );
      } else if (part === 'rows') rowsIn(child, own);
      else if (child.tagName === 'caption')
        rows.push([{ blocks: contents(child, depth, own, page, false), columnSpan: 1, rowSpan: 1 }]);
    }
    if (node !== table) ends.push(rows.length);
  };
  rowsIn(table, around);
  return { kind: 'table', rows: withoutColumns(withEnds(rows, ends), hiddenColumns(table, page)) };
}

/** Columns that a table hides as a whole (`visibility: collapse`), of the first so many. */
function hiddenColumns(table: Element, page: Page): ReadonlySet<number> {
  const hidden = new Set<number>();
  let at = 0;
  const take = (element: Element, isHidden: boolean): void => {
    const own = isHidden || /^(?:collapse|hidden)$/u.test(page.style.of(element).get('visibility') ?? '');
    const inner = children(element).filter((child) => isElement(child) && child.tagName === 'col') as Element[];
    if (inner.length > 0) return inner.forEach((column) => take(column, own));
    const end = Math.min(at + Math.max(1, Number.parseInt(attribute(element, 'span') ?? '1', 10) || 1), widest);
    for (; at < end; at += 1) if (own) hidden.add(at);
  };
  for (const child of children(table))
    if (isElement(child) && (child.tagName === 'colgroup' || child.tagName === 'col')) take(child, false);
  return hidden;
}

/** The cells that stand in hidden columns alone keep their places, and what they hold is told. */
function withoutColumns(rows: TableCell[][], hidden: ReadonlySet<number>): TableCell[][] {
  if (hidden.size === 0) return rows;
  const takenUntil: number[] = [];
  return rows.map((row, at) => {
    let column = 0;
    return row.map((cell) => {
      while ((takenUntil[column] ?? 0) > at) column += 1;
      const own = Array.from({ length: Math.min(cell.columnSpan, widest) }, (_, index) => column + index);
      for (const place of own) takenUntil[place] = at + Math.max(1, cell.rowSpan);
      column += own.length;
      return own.every((place) => hidden.has(place)) ? { ...cell, blocks: [unseenText(cell.blocks)] } : cell;
    });
  });
}

const unseenText = (blocks: readonly DocumentBlock[]): DocumentBlock =>
  paragraphOf([
    {
      text: blocks
        .map((block) => (block.kind === 'paragraph' ? block.text : ''))
        .join(' ')
        .slice(0, longestHidden),
      aside: 'hidden',
    },
  ]);

const namesSheet = (link: Element): boolean =>
  /(?:^|\s)stylesheet(?:\s|$)/iu.test(attribute(link, 'rel') ?? '') &&
  isForScreen(attribute(link, 'media')?.toLowerCase() ?? '');

/** Elements in which a table stands in its cell, and those of which a few words are made, at most. */
const farthestCell = 20;
const mostPieces = 500;

/** A table of a few words in a cell of another one. */
function isInner(table: Element): boolean {
  let around: Node | null = table.parentNode;
  for (let step = 0; step < farthestCell && around !== null && isElement(around); step += 1) {
    if (around.tagName === 'td' || around.tagName === 'th')
      return plainText(around, mostPieces).replace(/\s+/gu, '').length <= longestInner;
    around = around.parentNode;
  }
  return false;
}

/** Style sheets in the page, and the tables that arrange it. */
function pageOf(root: Node, budget: Budget): Page {
  const sheets: string[] = [];
  let outside = false;
  const layouts = new Set<Node>();
  const open: { readonly node: Node; readonly table: Node | null }[] = [{ node: root, table: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, table } = next;
    let within = table;
    if (isElement(node) && node.tagName === 'style') {
      const sheet = plainText(node);
      if (isForScreen(attribute(node, 'media')?.toLowerCase() ?? '')) sheets.push(sheet);
      outside ||= /@import\b/iu.test(sheet);
      continue;
    }
    outside ||= isElement(node) && node.tagName === 'link' && namesSheet(node);
    if (isElement(node) && node.tagName === 'table') {
      if (table !== null && !isInner(node)) layouts.add(table);
      within = node;
    }
    for (const child of children(node)) open.push({ node: child, table: within });
  }
  return { style: new PageStyle(sheets, outside), layouts, budget };
}

const cellTag = /<t[dh]\b[^<>]*/giu;

/**
 * Counts what a page unfolds to by its text: the parser would hold all of it before anything could be counted. Throws an
 * ArchiveError.
 */
function checkPage(html: string, budget: Budget): void {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1))
    if (/[a-z]/iu.test(html[at + 1] ?? '')) budget.elements(1);
  const rows = (html.match(/<tr\b/giu)?.length ?? 0) + 1;
  for (const [tag] of html.matchAll(cellTag)) {
    const across = spanIn(tag, /\scolspan\s*=\s*["']?\s*(\d{1,9})/iu);
    const down = spanIn(tag, /\srowspan\s*=\s*["']?\s*(\d{1,9})/iu);
    budget.cells(Math.min(across, widest) * Math.min(down, rows));
  }
}

const spanIn = (tag: string, said: RegExp): number => {
  const [, digits] = said.exec(tag) ?? [];
  return digits === undefined ? 1 : Math.min(Math.max(1, Number(digits)), 1000);
};

/** The tree of a page. Tags that were never closed are opened anew in every paragraph: so what is made is counted too. */
function treeOf(html: string, budget: Budget): Node {
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...made) {
        budget.elements(1);
        return defaultTreeAdapter.createElement(...made);
      },
    },
  });
}

/**
 * Paragraphs and tables of a page. `budget`: of the file that the page is, or is a part of. Throws an ArchiveError where they
 * are more than any report has.
 */
export function blocksOfPage(html: string, budget: Budget): DocumentBlock[] {
  checkPage(html, new Budget());
  const root = treeOf(plainSource(html), budget);
  const page = pageOf(root, budget);
  return contents(root, 0, firstLook(page.style.outside), page, false);
}

/** Reads a page, or a part of one as the clipboard gives it. Throws an ArchiveError where it unfolds to too much. */
export function readHtml(html: string): ReadResult {
  if (html.trim() === '') return failed('empty');
  if (html.length > longestText) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  return readBlocks(blocksOfPage(html, new Budget()));
}
