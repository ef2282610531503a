/** Reads reports from a web page. The page is parsed, never rendered, and nothing in it is followed. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { readBlocks } from '../compose/document';
import { failed } from '../failure';
import { plainSource } from '../labels/label';
import { longestText } from '../limits';
import type { ReadResult } from '../reading';
import type { DocumentBlock, DocumentTable, TableCell } from '../containers/tree';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'select',
  'button',
  'iframe',
  'object',
  'svg',
  'textarea',
  // What stands above the characters: pinyin.
  'rt',
  'rp',
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
const deepest = 400;

const isElement = (node: Node): node is Element => 'tagName' in node;
const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;
const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined || /display\s*:\s*none/iu.test(attribute(element, 'style') ?? '');

const span = (element: Element, name: string): number => {
  const value = Number.parseInt(attribute(element, name) ?? '1', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, 1000) : 1;
};

/** Collects paragraphs and tables in reading order. */
class Collector {
  readonly blocks: DocumentBlock[] = [];
  private text = '';

  end(): void {
    const text = this.text.replace(/[ \t\r\f\v\u00a0]+/gu, ' ').trim();
    if (text !== '') this.blocks.push({ kind: 'paragraph', text });
    this.text = '';
  }

  /** A page may nest deeper than any report does: below the limit nothing is read. */
  walk(node: Node, depth: number): void {
    if (depth > deepest) return;
    if ('value' in node && node.nodeName === '#text') {
      this.text += node.value.replace(/\n/gu, ' ');
      return;
    }
    if (!isElement(node)) {
      for (const child of children(node)) this.walk(child, depth + 1);
      return;
    }
    if (unread.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'table') {
      this.end();
      this.blocks.push(tableOf(node, depth + 1));
      return;
    }
    if (node.tagName === 'br') return this.end();
    if (node.tagName === 'pre') {
      this.end();
      for (const line of plainText(node).split('\n'))
        if (line.trim() !== '') this.blocks.push({ kind: 'paragraph', text: line });
      return;
    }
    const block = !inline.has(node.tagName);
    if (block) this.end();
    for (const child of children(node)) this.walk(child, depth + 1);
    if (block) this.end();
  }
}

function plainText(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return children(node).map(plainText).join('');
}

function contents(node: Node, depth: number): DocumentBlock[] {
  const collector = new Collector();
  for (const child of children(node)) collector.walk(child, depth + 1);
  collector.end();
  return collector.blocks;
}

function tableOf(table: Element, depth: number): DocumentTable {
  const rows: TableCell[][] = [];
  const rowsIn = (node: Node): void => {
    for (const child of children(node)) {
      if (!isElement(child) || isHidden(child)) continue;
      if (child.tagName === 'tr') {
        rows.push(
          children(child).flatMap((cell) =>
            isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th')
              ? [{ blocks: contents(cell, depth), columnSpan: span(cell, 'colspan'), rowSpan: span(cell, 'rowspan') }]
              : [],
          ),
        );
      } else if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) rowsIn(child);
      else if (child.tagName === 'caption') rows.push([{ blocks: contents(child, depth), columnSpan: 1, rowSpan: 1 }]);
    }
  };
  rowsIn(table);
  return { kind: 'table', rows };
}

/** Reads a page, or a part of one as the clipboard gives it. */
export function readHtml(html: string): ReadResult {
  if (html.trim() === '') return failed('empty');
  if (html.length > longestText) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  return readBlocks(contents(parse(plainSource(html)), 0));
}
