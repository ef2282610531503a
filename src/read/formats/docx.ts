/** Reads reports from a Word document (.docx): the text as it stands when every tracked change is accepted. */
import type { Archive } from '../containers/archive';
import { ArchiveError } from '../containers/archive';
import { readBlocks } from '../compose/document';
import type { ReadResult } from '../reading';
import type { DocumentBlock, TableCell } from '../containers/tree';
import { parseXml, type XmlAttributes } from '../containers/xml';

/** What is not there once changes are accepted, what Word shows only elsewhere, and the second copy of a text box. */
const skipped = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'footnotePr',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'tcPrChange',
  'trPrChange',
  'sectPrChange',
  'numberingChange',
  // Pinyin above the characters.
  'rt',
]);
const marks: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

interface OpenCell {
  readonly blocks: DocumentBlock[];
  columnSpan: number;
  merge: 'none' | 'start' | 'continued';
}

interface OpenRow {
  readonly cells: OpenCell[];
  before: number;
  deleted: boolean;
}

interface OpenTable {
  readonly rows: OpenRow[];
}

/** Vertical merges as row spans: a cell that continues one above is left out, and the one above grows. */
function spansOf(rows: readonly OpenRow[]): TableCell[][] {
  interface Growing {
    readonly blocks: readonly DocumentBlock[];
    readonly columnSpan: number;
    rowSpan: number;
  }
  const starts = new Map<number, Growing>();
  return rows.map((row) => {
    const cells: Growing[] = [];
    let column = row.before;
    if (row.before > 0) cells.push({ blocks: [], columnSpan: row.before, rowSpan: 1 });
    for (const cell of row.cells) {
      const above = starts.get(column);
      if (cell.merge === 'continued' && above !== undefined && above.columnSpan === cell.columnSpan) above.rowSpan += 1;
      else {
        const own: Growing = {
          blocks: cell.merge === 'continued' ? [] : cell.blocks,
          columnSpan: cell.columnSpan,
          rowSpan: 1,
        };
        cells.push(own);
        if (cell.merge === 'start') starts.set(column, own);
        else starts.delete(column);
      }
      column += cell.columnSpan;
    }
    return cells;
  });
}

const count = (text: string | undefined): number => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, 200) : 0;
};

const isOn = (attributes: XmlAttributes): boolean => !['0', 'false', 'off'].includes(attributes.get('val') ?? '');

/** Paragraphs and tables of a document part, text boxes behind the paragraph that holds them. */
export function blocksOf(bytes: Uint8Array): DocumentBlock[] {
  const root: DocumentBlock[] = [];
  /** Where finished blocks go: the body, a cell, a text box. */
  const sinks: DocumentBlock[][] = [root];
  const tables: OpenTable[] = [];
  const paragraphs: { text: string; readonly boxes: DocumentBlock[] }[] = [];
  const boxes: DocumentBlock[][] = [];
  let skipping = 0;
  let inText = 0;
  let hidden = false;
  let inRowProperties = false;
  let depth = 0;

  parseXml(bytes, {
    open(name, attributes) {
      depth += 1;
      if (depth > 2000) throw new ArchiveError('unsafe', 'XML nested too deeply', 'xml');
      if (skipping > 0 || (skipped.has(name) && !(name === 'del' && inRowProperties))) {
        skipping += 1;
        return;
      }
      const table = tables.at(-1);
      const row = table?.rows.at(-1);
      const cell = row?.cells.at(-1);
      switch (name) {
        case 'p':
          paragraphs.push({ text: '', boxes: [] });
          break;
        case 'r':
          hidden = false;
          break;
        case 'vanish':
          hidden = isOn(attributes);
          break;
        case 't':
          inText += 1;
          break;
        case 'tbl':
          tables.push({ rows: [] });
          break;
        case 'tr':
          table?.rows.push({ cells: [], before: 0, deleted: false });
          break;
        case 'trPr':
          inRowProperties = true;
          break;
        case 'gridBefore':
          if (row !== undefined) row.before = count(attributes.get('val'));
          break;
        case 'del':
          if (row !== undefined) row.deleted = true;
          break;
        case 'tc': {
          const blocks: DocumentBlock[] = [];
          row?.cells.push({ blocks, columnSpan: 1, merge: 'none' });
          sinks.push(blocks);
          break;
        }
        case 'gridSpan':
          if (cell !== undefined) cell.columnSpan = Math.max(1, count(attributes.get('val')));
          break;
        case 'vMerge':
          if (cell !== undefined) cell.merge = attributes.get('val') === 'restart' ? 'start' : 'continued';
          break;
        case 'txbxContent': {
          const box: DocumentBlock[] = [];
          boxes.push(box);
          sinks.push(box);
          break;
        }
        default: {
          const mark = marks[name];
          const paragraph = paragraphs.at(-1);
          // `w:tab` is also a tab stop in the properties of a paragraph: only with a position, then.
          if (mark !== undefined && paragraph !== undefined && attributes.get('pos') === undefined)
            paragraph.text += mark;
        }
      }
    },
    close(name) {
      depth -= 1;
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      switch (name) {
        case 't':
          inText -= 1;
          break;
        case 'trPr':
          inRowProperties = false;
          break;
        case 'p': {
          const paragraph = paragraphs.pop();
          if (paragraph === undefined) break;
          sinks.at(-1)?.push({ kind: 'paragraph', text: paragraph.text }, ...paragraph.boxes);
          break;
        }
        case 'tc':
          sinks.pop();
          break;
        case 'txbxContent': {
          sinks.pop();
          const box = boxes.pop();
          if (box === undefined) break;
          const paragraph = paragraphs.at(-1);
          if (paragraph === undefined) sinks.at(-1)?.push(...box);
          else paragraph.boxes.push(...box);
          break;
        }
        case 'tbl': {
          const table = tables.pop();
          if (table !== undefined)
            sinks.at(-1)?.push({ kind: 'table', rows: spansOf(table.rows.filter((row) => !row.deleted)) });
        }
      }
    },
    text(text) {
      const paragraph = paragraphs.at(-1);
      if (inText > 0 && skipping === 0 && !hidden && paragraph !== undefined) paragraph.text += text;
    },
  });
  return root;
}

/** Target of a relation of the given kind, as a name in the archive. */
export function relatedPart(archive: Archive, relations: string, kind: string): string | null {
  const bytes = archive.read(relations);
  if (bytes === null) return null;
  let found: string | null = null;
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'Relationship' && attributes.get('Type')?.endsWith(`/${kind}`) === true)
        found ??= attributes.get('Target') ?? null;
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

/** Throws an ArchiveError where the file is not what it should be. */
export function readDocx(archive: Archive): ReadResult {
  const target = relatedPart(archive, '_rels/.rels', 'officeDocument')?.replace(/^\//u, '') ?? 'word/document.xml';
  const bytes = archive.read(target);
  if (bytes === null) throw new ArchiveError('broken', 'no document inside');
  return readBlocks(blocksOf(bytes));
}
