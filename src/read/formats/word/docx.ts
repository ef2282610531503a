/** Reads reports from a Word document (.docx): the text as it stands when every tracked change is accepted. */
import type { Archive } from '../../containers/archive';
import { boundIn, unbound, type BoundTo } from './docxBinding';
import { ArchiveError } from '../../containers/archive';
import { Budget } from '../../containers/budget';
import { mainPart, relationsOf } from '../../containers/package';
import { readBlocks } from '../../compose/document';
import type { ReadResult } from '../../reading';
import type { AsideKind, Run } from '../../containers/runs';
import { paragraphOf, type DocumentBlock, type TableCell } from '../../containers/tree';
import { parseXml, type XmlAttributes } from '../../containers/xml';
import {
  asideOf,
  asShown,
  lookOf,
  noStyles,
  stylesOf,
  symbolOf,
  takeProperty,
  type DocxStyles,
  type Look,
} from './docxLook';

/** What Word shows only elsewhere, codes of fields, and former properties. */
const skipped = new Set([
  'instrText',
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
  // In Word 2003 XML these stand inside the body.
  'hdr',
  'ftr',
  'footnote',
  'endnote',
]);
const marks: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

interface OpenCell {
  readonly blocks: DocumentBlock[];
  columnSpan: number;
  deleted: boolean;
  merge: 'none' | 'start' | 'continued';
}

interface OpenRow {
  readonly cells: OpenCell[];
  before: number;
  deleted: boolean;
}

interface OpenTable {
  readonly rows: OpenRow[];
  style: string | null;
}

/** A field: its code, its result, and what a form field without a result shows. */
interface OpenField {
  inResult: boolean;
  empty: boolean;
  entries: string[];
  chosen: number;
  box: boolean | null;
}

interface OpenRun {
  readonly look: Look;
  /** A reference to a note whose mark is typed behind it. */
  marks: boolean;
  /** Undefined until its first text. */
  aside: AsideKind | null | undefined;
  font: string | undefined;
  /** In a part of a table that its style may hide, cross out or raise. */
  inPart?: boolean;
}

/** A content control. */
interface OpenControl {
  /** It shows a prompt in place of content. */
  prompts: boolean;
  /** What the data in the file say that it shows; null where it is not bound to any. */
  bound: string | null;
  text: string;
}

interface OpenParagraph {
  readonly runs: Run[];
  readonly boxes: DocumentBlock[];
  readonly fields: OpenField[];
  style: string | null;
  /** In a list: its number or sign stands before the text and is no part of it. */
  listed: boolean;
}

/** Prefixes of what Word of today understands: the first choice that needs nothing else is the one it shows. */
const understood =
  /^(?:wps|wpg|wpc|wpi|wp14|wp15|w14|w15|w16[a-z]*|a14|a15|a16[a-z0-9]*|v|o|c14|c16[a-z0-9]*|cx\d?|aink|am3d|oel|sl|dgm1612|pic14|asvg|adec)$/u;

/** What a document takes in from a part of another kind (`w:altChunk`), by the id of its relationship. */
type ChunkReader = (id: string) => readonly DocumentBlock[];
const noChunks: ChunkReader = () => [];

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
    // What stands behind a deleted cell moves up into its place.
    for (const cell of row.cells.filter(({ deleted }) => !deleted)) {
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

/** Behind a number that may be shown otherwise, so that none is read. */
const notSure = '…';

/** A cell of which the eye sees the number of a list, alone or before another: it is not blank, and no number is read. */
function addListSign(runs: Run[]): void {
  const text = runs
    .flatMap((run) => (run.aside === null ? [run.text] : []))
    .join('')
    .trim();
  if (text === '') runs.push({ text: '', aside: 'object' });
  else if (/^[\d.,]+$/u.test(text)) runs.push({ text: notSure, aside: null });
}

const count = (text: string | undefined): number => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, 200) : 0;
};

const isOn = (attributes: XmlAttributes): boolean => !['0', 'false', 'off'].includes(attributes.get('val') ?? '');

/** Paragraphs and tables of a document part, text boxes behind the paragraph that holds them. */
export function blocksOf(
  bytes: Uint8Array,
  styles: DocxStyles = noStyles,
  chunkOf: ChunkReader = noChunks,
  boundTo: BoundTo = unbound,
): DocumentBlock[] {
  const unread = new Set<number>();
  const around = { styles, chunkOf, boundTo };
  const blocks = readBlocksOf(bytes, around, unread, new Set());
  // A choice that nobody understands, and nothing instead: better that one than none.
  return unread.size === 0 ? blocks : readBlocksOf(bytes, around, new Set(), unread);
}

/** What a document part is read with. */
interface Surroundings {
  readonly styles: DocxStyles;
  readonly chunkOf: ChunkReader;
  readonly boundTo: BoundTo;
}

/** `unread` takes the alternatives, counted in order, of which no branch was read. `forced`: those whose first one is. */
function readBlocksOf(
  bytes: Uint8Array,
  { styles, chunkOf, boundTo }: Surroundings,
  unread: Set<number>,
  forced: ReadonlySet<number>,
): DocumentBlock[] {
  // Counted as they are read, before anything is made of them.
  const budget = new Budget();
  const root: DocumentBlock[] = [];
  /** Where finished blocks go: the body, a cell, a text box. */
  const sinks: DocumentBlock[][] = [root];
  const tables: OpenTable[] = [];
  const paragraphs: OpenParagraph[] = [];
  const runs: OpenRun[] = [];
  const alternatives: { readonly number: number; taken: boolean; passed: boolean }[] = [];
  /** Marks of Word 2003 around a text: whether it is deleted. */
  const annotations: boolean[] = [];
  const controls: OpenControl[] = [];
  let counted = 0;
  let deleted = 0;
  let script = 0;
  const boxes: DocumentBlock[][] = [];
  let skipping = 0;
  let inText = 0;
  let inRowProperties = false;
  let depth = 0;

  const asideOfRun = (paragraph: OpenParagraph): AsideKind | null => {
    if (deleted > 0) return 'deleted';
    if (controls.some(({ prompts }) => prompts)) return 'object';
    const run = runs.at(-1);
    if (run !== undefined && run.aside === undefined) {
      const around = { paragraph: paragraph.style, table: tables.at(-1)?.style ?? null };
      const look = lookOf(run.look, around, styles);
      run.aside = asideOf(look);
      run.font = look.font;
      run.inPart = look.inPart === true;
    }
    return run?.aside ?? (script > 0 || run?.marks === true ? 'mark' : null);
  };
  const add = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || !paragraph.fields.every(({ inResult }) => inResult)) return;
    const aside = asideOfRun(paragraph);
    for (const field of paragraph.fields) field.empty = false;
    const last = paragraph.runs.at(-1);
    const unsure = runs.at(-1)?.inPart === true && /\d/u.test(text) ? notSure : '';
    const shown = asShown(text, runs.at(-1)?.font) + unsure;
    for (const control of controls) control.text += text;
    if (last?.aside === aside && last.aside !== 'object')
      paragraph.runs[paragraph.runs.length - 1] = { text: last.text + shown, aside };
    else paragraph.runs.push({ text: shown, aside });
  };
  /** A control that shows other digits than the document keeps: no number is read from it. */
  const endControl = (): void => {
    const { bound, text } = controls.pop() ?? { bound: null, text: '' };
    if (bound === null || tables.length === 0 || bound.trim() === text.trim() || !/\d/u.test(bound + text)) return;
    const paragraph = paragraphs.at(-1);
    const cell = tables.at(-1)?.rows.at(-1)?.cells.at(-1);
    if (paragraph !== undefined) paragraph.runs.push({ text: notSure, aside: null });
    else cell?.blocks.push(paragraphOf([{ text: notSure, aside: null }]));
  };
  const endField = (paragraph: OpenParagraph): void => {
    const field = paragraph.fields.pop();
    if (field?.empty !== true) return;
    const entry = field.box === null ? field.entries[field.chosen] : field.box ? '☑' : '☐';
    if (entry !== undefined) add(entry);
  };
  const takeOfField = (name: string, attributes: XmlAttributes): void => {
    const field = paragraphs.at(-1)?.fields.at(-1);
    if (field === undefined || field.inResult) return;
    const chosen = Number.parseInt(attributes.get('val') ?? '', 10);
    if (name === 'listEntry') field.entries.push(attributes.get('val') ?? '');
    else if (name === 'checkBox') field.box = false;
    else if (field.box !== null && (name === 'checked' || name === 'default')) field.box = isOn(attributes);
    else if (name === 'result' || (name === 'default' && field.chosen === 0)) field.chosen = chosen >= 0 ? chosen : 0;
  };

  /** True for a branch of alternatives that is not the one to read. */
  const isOtherBranch = (name: string, attributes: XmlAttributes): boolean => {
    if (name !== 'Choice' && name !== 'Fallback') return false;
    const alternative = alternatives.at(-1);
    if (alternative === undefined) return false;
    const needs = (attributes.get('Requires') ?? '').split(/\s+/u).filter((prefix) => prefix !== '');
    const fits =
      name === 'Fallback' || forced.has(alternative.number) || needs.every((prefix) => understood.test(prefix));
    if (alternative.taken || !fits) {
      alternative.passed = true;
      return true;
    }
    alternative.taken = true;
    return false;
  };

  parseXml(bytes, {
    open(name, attributes) {
      depth += 1;
      if (depth > 2000) throw new ArchiveError('unsafe', 'XML nested too deeply', 'xml');
      if (name === 'AlternateContent') counted += 1;
      if (skipping > 0 || skipped.has(name) || isOtherBranch(name, attributes)) {
        skipping += 1;
        return;
      }
      const table = tables.at(-1);
      const row = table?.rows.at(-1);
      const cell = row?.cells.at(-1);
      switch (name) {
        case 'p':
          paragraphs.push({ runs: [], boxes: [], fields: [], style: null, listed: false });
          break;
        case 'r':
          runs.push({ look: {}, marks: false, aside: undefined, font: undefined });
          break;
        case 't':
        case 'delText':
          inText += 1;
          break;
        case 'sym':
          add(symbolOf(attributes.get('font') ?? '', attributes.get('char') ?? ''));
          break;
        case 'footnoteReference':
        case 'endnoteReference': {
          const run = runs.at(-1);
          const custom = attributes.get('customMarkFollows');
          if (run !== undefined && custom !== undefined) run.marks = !['0', 'false', 'off'].includes(custom);
          break;
        }
        case 'fldChar': {
          const paragraph = paragraphs.at(-1);
          const kind = attributes.get('fldCharType');
          const field = paragraph?.fields.at(-1);
          if (kind === 'begin')
            paragraph?.fields.push({ inResult: false, empty: true, entries: [], chosen: 0, box: null });
          else if (kind === 'separate' && field !== undefined) field.inResult = true;
          else if (kind === 'end' && paragraph !== undefined) endField(paragraph);
          break;
        }
        case 'AlternateContent':
          alternatives.push({ number: counted, taken: false, passed: false });
          break;
        case 'moveFrom':
          deleted += 1;
          break;
        case 'annotation': {
          const gone = attributes.get('type') === 'Word.Deletion';
          annotations.push(gone && !inRowProperties);
          if (gone && inRowProperties && row !== undefined) row.deleted = true;
          else if (gone) deleted += 1;
          break;
        }
        case 'sup':
        case 'sub':
        case 'deg':
          script += 1;
          break;
        case 'blip':
        case 'imagedata':
        case 'control':
          paragraphs.at(-1)?.runs.push({ text: '', aside: 'object' });
          break;
        case 'sdt':
          controls.push({ prompts: false, bound: null, text: '' });
          break;
        case 'showingPlcHdr': {
          const control = controls.at(-1);
          if (control !== undefined) control.prompts = isOn(attributes);
          break;
        }
        case 'dataBinding': {
          const control = controls.at(-1);
          if (control !== undefined)
            control.bound = boundTo(attributes.get('storeItemID') ?? '', attributes.get('xpath') ?? '');
          break;
        }
        case 'pStyle': {
          const paragraph = paragraphs.at(-1);
          if (paragraph !== undefined) paragraph.style = attributes.get('val') ?? null;
          break;
        }
        case 'numId': {
          const paragraph = paragraphs.at(-1);
          if (paragraph !== undefined) paragraph.listed = attributes.get('val') !== '0';
          break;
        }
        case 'tblStyle':
          if (table !== undefined) table.style = attributes.get('val') ?? null;
          break;
        case 'tbl':
          tables.push({ rows: [], style: null });
          break;
        case 'tr':
          table?.rows.push({ cells: [], before: 0, deleted: false });
          break;
        case 'trPr':
          inRowProperties = true;
          break;
        case 'gridBefore':
          if (row !== undefined) row.before = count(attributes.get('val'));
          budget.cells(row?.before ?? 0);
          break;
        case 'del':
          if (!inRowProperties) deleted += 1;
          else if (row !== undefined) row.deleted = true;
          break;
        case 'tc': {
          const blocks: DocumentBlock[] = [];
          budget.cells(1);
          row?.cells.push({ blocks, columnSpan: 1, deleted: false, merge: 'none' });
          sinks.push(blocks);
          break;
        }
        case 'gridSpan':
          if (cell !== undefined) cell.columnSpan = Math.max(1, count(attributes.get('val')));
          budget.cells(cell?.columnSpan ?? 0);
          break;
        // The second as Word 2003 wrote it.
        case 'vMerge':
        case 'vmerge':
          if (cell !== undefined) cell.merge = attributes.get('val') === 'restart' ? 'start' : 'continued';
          break;
        case 'altChunk':
          for (const block of chunkOf(attributes.get('id') ?? '')) sinks.at(-1)?.push(block);
          break;
        case 'cellDel':
          if (cell !== undefined) cell.deleted = true;
          break;
        case 'cellMerge':
          if (cell !== undefined) cell.merge = attributes.get('vMerge') === 'cont' ? 'continued' : 'start';
          break;
        case 'txbxContent': {
          const box: DocumentBlock[] = [];
          boxes.push(box);
          sinks.push(box);
          break;
        }
        default: {
          const run = runs.at(-1);
          if (run !== undefined && takeProperty(run.look, name, attributes)) break;
          const mark = marks[name];
          // `w:tab` is also a tab stop in the properties of a paragraph: only with a position, then.
          if (mark !== undefined && attributes.get('pos') === undefined) add(mark);
          else if (mark === undefined) takeOfField(name, attributes);
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
        case 'delText':
          inText -= 1;
          break;
        case 'r':
          runs.pop();
          break;
        case 'del':
          if (!inRowProperties) deleted -= 1;
          break;
        case 'moveFrom':
          deleted -= 1;
          break;
        case 'annotation':
          if (annotations.pop() === true) deleted -= 1;
          break;
        case 'sup':
        case 'sub':
        case 'deg':
          script -= 1;
          break;
        case 'num':
          // The upper part of a fraction is no number beside the lower one.
          add('/');
          break;
        case 'sdt':
          endControl();
          break;
        case 'AlternateContent': {
          const alternative = alternatives.pop();
          if (alternative?.passed === true && !alternative.taken) unread.add(alternative.number);
          break;
        }
        case 'trPr':
          inRowProperties = false;
          break;
        case 'p': {
          const paragraph = paragraphs.pop();
          if (paragraph === undefined) break;
          if (paragraph.listed && tables.length > 0) addListSign(paragraph.runs);
          sinks.at(-1)?.push(paragraphOf(paragraph.runs));
          for (const block of paragraph.boxes) sinks.at(-1)?.push(block);
          break;
        }
        case 'tc':
          sinks.pop();
          break;
        case 'txbxContent': {
          sinks.pop();
          const box = boxes.pop();
          if (box === undefined) break;
          const around = paragraphs.at(-1)?.boxes ?? sinks.at(-1);
          for (const block of box) around?.push(block);
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
      if (inText > 0 && skipping === 0) add(text);
    },
  });
  return root;
}

/** The blocks of a package. `chunk`: of the bytes of a part that the document takes in. Throws an ArchiveError. */
export function documentBlocks(
  archive: Archive,
  chunk: ((bytes: Uint8Array) => readonly DocumentBlock[]) | null,
): DocumentBlock[] {
  const main = mainPart(archive) ?? 'word/document.xml';
  const bytes = archive.read(main);
  if (bytes === null) throw new ArchiveError('broken', 'no document inside');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = relationsOf(archive, main);
  const styles = archive.read(relations.ofKind('styles') ?? `${folder}styles.xml`);
  const chunkOf: ChunkReader = (id) => {
    const part = relations.byId(id);
    const content = part === null ? null : archive.read(part);
    return content === null || chunk === null ? [] : chunk(content);
  };
  return blocksOf(
    bytes,
    styles === null ? noStyles : stylesOf(styles),
    chunk === null ? noChunks : chunkOf,
    boundIn(archive),
  );
}

/** True for a document that takes in a part of another kind: what reads those is loaded only then. */
export const takesInParts = (archive: Archive): boolean =>
  relationsOf(archive, mainPart(archive) ?? 'word/document.xml').ofKind('aFChunk') !== null;

/** Throws an ArchiveError where the file is not what it should be. */
export const readDocx = (archive: Archive): ReadResult => readBlocks(documentBlocks(archive, null));

/** Word 2003 XML: one file, with the elements that .docx took over. Throws an ArchiveError. */
export const readWordXml = (bytes: Uint8Array): ReadResult => readBlocks(blocksOf(bytes, stylesOf(bytes)));
