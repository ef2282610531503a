/**
 * The paragraphs of an old Word document (.doc, .wps) in the order in which they are read, each with what the file says about
 * its place in a table and the look of its text. Of fields it is what they show. Source: [MS-DOC].
 */
import { firstWhere } from '../../firstWhere';
import { ArchiveError } from '../../containers/archive';
import type { Colour } from '../../containers/ink';
import type { Compound } from '../../containers/compound';
import { FigureSizes, notSure, type AsideKind, type Run } from '../../containers/runs';
import { isFormula, longestCode, shownByCode } from './fields';
import {
  oldAsideOf,
  sizeOf,
  i16,
  oldLookOf,
  modifications,
  paintsDark,
  oldStylesOf,
  takeGround,
  u16,
  u32,
  type CharacterLook,
  type Grounds,
} from './wordLook';

/** The cells of a row as its end describes them. */
export interface RowDefinition {
  /** Left edges of the cells and the right edge of the last one, in twips. */
  readonly edges: readonly number[];
  /** For each cell: merged with a neighbour in its row. */
  readonly joined: readonly boolean[];
  /** For each cell: the first of cells merged downwards, one that goes on, or neither. */
  readonly merges: readonly ('none' | 'start' | 'continued')[];
}

export interface StreamParagraph {
  readonly runs: readonly Run[];
  /** How many tables the paragraph stands in. */
  readonly depth: number;
  readonly ends: 'paragraph' | 'cell' | 'row';
  /** Only at the end of a row, and only where the file holds it. */
  readonly row: RowDefinition | null;
  /** The mark at its end was deleted. */
  readonly deleted: boolean;
  /** The code of a calculation in it. */
  readonly sum: string | undefined;
}

export interface WordStream {
  readonly body: readonly StreamParagraph[];
  readonly boxes: readonly StreamParagraph[];
}

const identity = 0xa5ec;
const oldIdentities: ReadonlySet<number> = new Set([0xa5db, 0xa5dc]);
const shortestHeader = 898;
/** Word 97. The format of Word 95 and before is another one. */
const oldestVersion = 0x00c1;
const pageLength = 512;
const mostPieces = 100_000;
/** Bytes of properties that are looked at, those of a piece for each of its paragraphs. A long report has a hundredth. */
const mostProperties = 20 * 1024 * 1024;
/** Paragraphs, those in cells too. A report has some thousand. */
const mostParagraphs = 60_000;
/** Cells of a row, as the format has it. */
const mostCells = 63;

const sprm = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  elsewhere: 0x6646,
  elsewhereOld: 0x6645,
  row: 0xd608,
  verticalMerge: 0xd62b,
} as const;

const broken = (reason: string): ArchiveError => new ArchiveError('broken', reason);
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly list: Uint8Array;
  /** Of a paragraph: the number of its style. */
  readonly style: number;
}

/** Runs of characters or paragraphs with their properties, by their place in the stream. */
function runsOf(document: Uint8Array, index: Uint8Array, kind: 'characters' | 'paragraphs'): Stretch[] {
  const count = Math.floor((index.length - 4) / 8);
  const pages = Array.from({ length: Math.max(0, count) }, (_, at) => u32(index, (count + 1 + at) * 4) & 0x3fffff);
  const known = [...new Set(pages)].filter((page) => (page + 1) * pageLength <= document.length);
  const runs = known.flatMap((number): Stretch[] => {
    const page = document.subarray(number * pageLength, (number + 1) * pageLength);
    const own = page[pageLength - 1] ?? 0;
    const width = kind === 'characters' ? 1 : 13;
    return Array.from({ length: own }, (_, at): Stretch => {
      const offset = (page[(own + 1) * 4 + at * width] ?? 0) * 2;
      const length = page[offset] ?? 0;
      let list = page.subarray(0, 0);
      if (offset > 0 && kind === 'characters') list = page.subarray(offset + 1, offset + 1 + length);
      // The first two bytes of a paragraph's properties are its style.
      else if (offset > 0 && length > 0) list = page.subarray(offset + 3, offset + length * 2);
      else if (offset > 0) list = page.subarray(offset + 4, offset + 2 + (page[offset + 1] ?? 0) * 2);
      const style = kind === 'characters' || offset === 0 ? 0 : u16(page, offset + (length > 0 ? 1 : 2));
      return { start: u32(page, at * 4), end: u32(page, at * 4 + 4), list, style };
    });
  });
  return runs.filter((run) => run.start < run.end).sort((a, b) => a.start - b.start);
}

function runAt<Kind extends Stretch>(runs: readonly Kind[], place: number): Kind | undefined {
  const run = runs[firstWhere(runs.length, (at) => (runs[at]?.start ?? 0) > place) - 1];
  return run !== undefined && place < run.end ? run : undefined;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Place of its first character in the stream, and bytes for each. */
  readonly at: number;
  readonly width: 1 | 2;
  readonly list: Uint8Array;
}

/** The text stands in pieces, in the order of the document, each with changes to the properties of all in it. */
function piecesOf(table: Uint8Array): Piece[] {
  const lists: Uint8Array[] = [];
  let at = 0;
  while (table[at] === 1) {
    const length = u16(table, at + 1);
    lists.push(table.subarray(at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (table[at] !== 2) throw broken('no table of pieces');
  const length = Math.min(u32(table, at + 1), table.length - at - 5);
  const count = Math.floor((length - 4) / 12);
  if (count < 1) throw broken('no table of pieces');
  if (count > mostPieces) throw new ArchiveError('unsafe', `${count} pieces of text`, 'count');
  const start = at + 5;
  return Array.from({ length: count }, (_, index): Piece => {
    const own = start + (count + 1) * 4 + index * 8;
    const packed = u32(table, own + 2);
    const change = u16(table, own + 6);
    const narrow = (packed & 0x40000000) !== 0;
    const place = packed & 0x3fffffff;
    return {
      start: u32(table, start + index * 4),
      end: u32(table, start + index * 4 + 4),
      at: narrow ? place / 2 : place,
      width: narrow ? 1 : 2,
      list: ((change & 1) === 0 ? undefined : lists[change >> 1]) ?? new Uint8Array(),
    };
  });
}

function definitionOf(operand: Uint8Array): RowDefinition {
  // No more than the file has edges for.
  const count = Math.max(0, Math.min(operand[0] ?? 0, mostCells, Math.floor((operand.length - 1) / 2) - 1));
  const cell = (index: number): number => u16(operand, 1 + (count + 1) * 2 + index * 20);
  return {
    edges: Array.from({ length: count + 1 }, (_, index) => i16(operand, 1 + index * 2)),
    joined: Array.from({ length: count }, (_, index) => (cell(index) & 0x03) !== 0),
    merges: Array.from({ length: count }, (_, index) => mergeOf((cell(index) >> 5) & 0x03)),
  };
}

const mergeOf = (bits: number): RowDefinition['merges'][number] =>
  bits === 0 ? 'none' : bits === 1 ? 'continued' : 'start';

interface Place {
  depth: number;
  rowEnd: boolean;
  innerCell: boolean;
  innerRowEnd: boolean;
  row: RowDefinition | null;
  readonly grounds: Grounds;
}

/** What the properties of a paragraph say of its place in a table. */
function placeOf(lists: readonly Uint8Array[], data: Uint8Array, spend: (bytes: number) => void): Place {
  const grounds: Grounds = { paragraph: '', cells: [] };
  const place: Place = { depth: 0, rowEnd: false, innerCell: false, innerRowEnd: false, row: null, grounds };
  let inTable = false;
  const merged = new Map<number, RowDefinition['merges'][number]>();
  let follow = true;
  const take = (list: Uint8Array): void => {
    spend(list.length);
    modifications(list, (kind, operand) => {
      const on = (operand[0] ?? 0) !== 0;
      switch (kind) {
        case sprm.inTable:
          inTable = on;
          break;
        case sprm.rowEnd:
          place.rowEnd = on;
          break;
        case sprm.innerCell:
          place.innerCell = on;
          break;
        case sprm.innerRowEnd:
          place.innerRowEnd = on;
          break;
        case sprm.depth:
          place.depth = Math.min(u32(operand, 0), 20);
          break;
        case sprm.row:
          place.row = definitionOf(operand);
          break;
        case sprm.verticalMerge:
          merged.set(operand[0] ?? 0, mergeOf((operand[1] ?? 0) & 0x03));
          break;
        case sprm.elsewhere:
        case sprm.elsewhereOld: {
          // A long list stands in another stream. One that leads on from there is not followed.
          if (!follow) break;
          follow = false;
          const at = u32(operand, 0);
          if (at + 2 <= data.length) take(data.subarray(at + 2, at + 2 + u16(data, at)));
          break;
        }
        default:
          takeGround(grounds, kind, operand);
      }
    });
  };
  for (const list of lists) take(list);
  if (!inTable) place.depth = 0;
  else if (place.depth === 0) place.depth = 1;
  if (place.row !== null && merged.size > 0)
    place.row = { ...place.row, merges: place.row.merges.map((merge, index) => merged.get(index) ?? merge) };
  return place;
}

/** True where a paragraph, or the row that it ends, is painted dark. */
function isPaintedBy(list: Uint8Array, data: Uint8Array): boolean {
  let elsewhere: Uint8Array | null = null;
  modifications(list, (kind, operand) => {
    const at = kind === sprm.elsewhere || kind === sprm.elsewhereOld ? u32(operand, 0) : null;
    if (at !== null && at + 2 <= data.length) elsewhere ??= data.subarray(at + 2, at + 2 + u16(data, at));
  });
  return paintsDark(list) || (elsewhere !== null && paintsDark(elsewhere));
}

const paragraphMark = '\r';
const cellMark = '\u0007';
const pageMark = '\f';
const field = { begin: '\u0013', result: '\u0014', end: '\u0015' } as const;
/** A picture, the mark of a note, a remark in the margin, and what is drawn before or behind the text. */
const drawn = '\u0008';
const pictures: ReadonlySet<string> = new Set(['\u0001', '\u0002', '\u0005', drawn]);
const shown: Readonly<Record<string, string>> = { '\t': '\t', '\u000b': '\n', '\u001e': '-' };

/** What the text of a document stands on, whichever part of it is read. */
interface Standing {
  readonly document: Uint8Array;
  readonly data: Uint8Array;
  readonly pieces: ReturnType<typeof piecesOf>;
  readonly characterStyles: ReturnType<typeof oldStylesOf>;
  /** Runs of characters that look otherwise than those of their paragraph: nearly none do. */
  readonly own: readonly (Stretch & { readonly look: CharacterLook })[];
  readonly paragraphs: readonly Stretch[];
  /** Whether anything of the document is painted dark. */
  readonly isPainted: () => boolean;
  /** Characters that are read at most. */
  readonly longest: number;
  /** Counts bytes of properties over the whole document. Throws an ArchiveError. */
  readonly spend: (bytes: number) => void;
}

const nowhere: Place = {
  depth: 0,
  rowEnd: false,
  innerCell: false,
  innerRowEnd: false,
  row: null,
  grounds: { paragraph: '', cells: [] },
};

const ended = (mark: string, { rowEnd, innerRowEnd, innerCell }: Place): StreamParagraph['ends'] => {
  if (mark === cellMark) return rowEnd ? 'row' : 'cell';
  if (innerRowEnd) return 'row';
  return innerCell ? 'cell' : 'paragraph';
};

/** Characters of one look; `own`: what they are however they look. */
interface Piecework {
  text: string;
  readonly look: CharacterLook | null;
  readonly own: AsideKind | null;
}

/** A paragraph whose cell is not yet known: how that is painted stands at the end of its row. */
interface OpenParagraph extends Omit<StreamParagraph, 'runs'> {
  readonly pieces: readonly Piecework[];
  readonly style: number;
  readonly inTable: boolean;
  readonly grounds: Grounds;
  /** Of the paragraph, or the cell around it; '' where nothing is said. */
  ground: Colour;
}

/** Gives paragraphs in cells the ground of the cell: the innermost that says one. */
function paintCells(paragraphs: readonly OpenParagraph[]): void {
  /** By depth: the paragraphs of the row that is open, each with the number of its cell, and how many cells have ended. */
  const rows: { readonly inside: (readonly [OpenParagraph, number])[]; cell: number }[] = [];
  for (const paragraph of paragraphs) {
    const { depth, ends, grounds } = paragraph;
    rows.length = Math.min(rows.length, depth);
    while (rows.length < depth) rows.push({ inside: [], cell: 0 });
    const row = rows.at(-1);
    if (row === undefined) continue;
    if (ends === 'row') {
      for (const [inside, cell] of row.inside) inside.ground ||= grounds.cells[cell] ?? '';
      rows[rows.length - 1] = { inside: [], cell: 0 };
      continue;
    }
    for (const around of rows) around.inside.push([paragraph, around.cell]);
    if (ends === 'cell') row.cell += 1;
  }
}

const isNumeral = (pieces: readonly Piecework[]): boolean =>
  /^[\d.,]+$/u.test(
    pieces
      .map(({ text }) => text)
      .join('')
      .trim(),
  );

/** Gathers the characters of a part of the text into paragraphs. */
class Paragraphs {
  private readonly found: OpenParagraph[] = [];
  private runs: Piecework[] = [];
  private sum: string | undefined;
  /** Something is drawn there, nobody knows where. */
  private covered = false;
  /** The paragraph before ended in the code of a field, in a cell. */
  private open = false;
  /** The open fields: whether the result has begun, and the beginning of the code before it. */
  private readonly fields: { inResult: boolean; code: string; empty: boolean }[] = [];

  constructor(private readonly standing: Standing) {}

  /** `list`: the properties of the piece that the character stands in; `place`: where in the file it stands. */
  take(character: string, look: CharacterLook | null, place: number, list: Uint8Array): void {
    const { fields } = this;
    const within = fields.at(-1);
    if (character === field.begin) fields.push({ inResult: false, code: '', empty: true });
    else if (character === field.result) {
      if (within !== undefined) within.inResult = true;
    } else if (character === field.end) this.endField(look);
    else if (character === paragraphMark || character === cellMark || character === pageMark)
      this.end(character, look, place, list);
    else if (fields.every(({ inResult }) => inResult)) {
      if (character === drawn) this.covered = true;
      if (pictures.has(character)) this.add('', look, 'object');
      else if (look?.symbol !== undefined) this.add(look.symbol, look);
      else this.add(shown[character] ?? (character < ' ' ? '' : character), look);
    } else if (within?.inResult === false && within.code.length < longestCode) within.code += character;
  }

  private endField(look: CharacterLook | null): void {
    const ended = this.fields.pop();
    if (ended?.inResult === true && !ended.empty && isFormula(ended.code)) this.sum = ended.code;
    const run =
      ended === undefined || (ended.inResult && !(ended.empty && isFormula(ended.code)))
        ? null
        : shownByCode(ended.code);
    if (run !== null && this.fields.every(({ inResult }) => inResult)) this.add(run.text, look, run.aside);
  }

  /** All of them, with what no mark ended. */
  close(): StreamParagraph[] {
    if (this.runs.length > 0) this.push(0, false, nowhere, 'paragraph', false);
    paintCells(this.found);
    return this.found.map((paragraph) => {
      const { depth, ends, row, deleted, sum } = paragraph;
      return { runs: this.shown(paragraph), depth, ends, row, deleted, sum };
    });
  }

  /** `own`: what it is however it looks. */
  private add(text: string, look: CharacterLook | null, own: AsideKind | null = null): void {
    for (const field of this.fields) field.empty = false;
    const last = this.runs.at(-1);
    if (last !== undefined && last.look === look && last.own === own) last.text += text;
    else this.runs.push({ text, look, own });
  }

  /** `inTable`: figures that are as small as a mark beside others are parted from them. */
  private shown({ pieces, style, inTable, ground }: OpenParagraph): Run[] {
    const { characterStyles, isPainted } = this.standing;
    const sizes = new FigureSizes();
    return pieces.map(({ text, look, own }): Run => {
      const seen = oldAsideOf(look, style, characterStyles, { ground, isPainted });
      // A picture is one however its letters would look, where it is there at all.
      const aside = own !== null && seen !== 'deleted' && seen !== 'hidden' ? own : seen;
      const isParted = inTable && aside === null && sizes.changesAt(text, sizeOf(look, style, characterStyles));
      return { text: isParted ? notSure.text + text : text, aside };
    });
  }

  private push(style: number, inTable: boolean, at: Place, ends: StreamParagraph['ends'], deleted: boolean): void {
    const { depth, row, grounds } = at;
    if (this.covered && inTable && isNumeral(this.runs)) this.runs.push({ text: notSure.text, look: null, own: null });
    this.covered = false;
    const [pieces, ground] = [this.runs, grounds.paragraph];
    this.found.push({
      pieces,
      style,
      inTable,
      ground,
      grounds,
      depth: inTable ? Math.max(1, depth) : depth,
      ends,
      row: ends === 'row' ? row : null,
      deleted,
      sum: this.sum,
    });
    this.runs = [];
    this.sum = undefined;
  }

  private end(mark: string, look: CharacterLook | null, place: number, list: Uint8Array): void {
    const { paragraphs, data, spend } = this.standing;
    const run = runAt(paragraphs, place);
    const at = placeOf(run === undefined ? [list] : [run.list, list], data, spend);
    const ends = ended(mark, at);
    // The code of a field that goes on here, or has no end.
    if (this.open && this.found.at(-1)?.ends === 'paragraph')
      this.runs.push({ text: notSure.text, look: null, own: null });
    this.open = this.fields.some(({ inResult }) => !inResult) && (mark === cellMark || at.depth > 0);
    const deleted = look?.deleted === true || look?.hidden === true;
    if (deleted && ends === 'paragraph') return;
    if (this.found.length >= mostParagraphs)
      throw new ArchiveError('unsafe', `more than ${mostParagraphs} paragraphs`, 'count');
    this.push(run?.style ?? 0, mark === cellMark || at.depth > 0, at, ends, deleted);
    this.fields.length = 0;
  }
}

/** How the characters of a piece look, by where in the file each stands. */
function looksOfPiece(own: Standing['own'], list: Uint8Array): (place: number) => CharacterLook | null {
  const ofPiece = oldLookOf(list);
  /** What is said of the whole piece comes on top, once for each look in it. */
  const whole = new Map<CharacterLook | undefined, CharacterLook | null>([[undefined, ofPiece]]);
  return (place) => {
    const direct = own.length > 0 ? runAt(own, place)?.look : undefined;
    if (direct !== undefined && ofPiece === null) return direct;
    const known = whole.get(direct);
    if (known !== undefined) return known;
    const both = { ...direct, ...ofPiece };
    whole.set(direct, both);
    return both;
  };
}

/** The paragraphs of the characters from `from` up to `to`. Throws an ArchiveError. */
function paragraphsBetween(standing: Standing, from: number, to: number): StreamParagraph[] {
  const { document, pieces, own, longest, spend } = standing;
  const tooLong = (): never => {
    throw new ArchiveError('unsafe', 'a longer text than any report', 'size');
  };
  if (to - from > longest) tooLong();
  const paragraphs = new Paragraphs(standing);
  // Pieces may name the same text again and again.
  let characterCount = 0;
  for (const piece of pieces) {
    const start = Math.max(piece.start, from);
    const end = Math.min(piece.end, to);
    if (start >= end) continue;
    const first = piece.at + (start - piece.start) * piece.width;
    const last = first + (end - start) * piece.width;
    if (last > document.length) throw broken('a piece of text lies outside the file');
    characterCount += end - start;
    if (characterCount > longest) tooLong();
    spend(piece.list.length);
    const encoding = piece.width === 1 ? 'windows-1252' : 'utf-16le';
    const characters = new TextDecoder(encoding, { ignoreBOM: true }).decode(document.subarray(first, last));
    const lookAt = looksOfPiece(own, piece.list);
    for (let index = 0; index < characters.length; index += 1) {
      const place = first + index * piece.width;
      paragraphs.take(characters.charAt(index), lookAt(place), place, piece.list);
    }
  }
  return paragraphs.close();
}

/** Null for a document of Word 95 or before. Throws an ArchiveError. `longest`: characters that are read at most. */
export function openWordStream(compound: Compound, longest: number): WordStream | null {
  const document = compound.read('WordDocument');
  if (document === null || document.length < shortestHeader) throw broken('no document inside');
  if (oldIdentities.has(u16(document, 0))) return null;
  if (u16(document, 0) !== identity) throw broken('no document inside');
  if (u16(document, 2) < oldestVersion) return null;
  const flags = u16(document, 10);
  if ((flags & 0x0100) !== 0) throw new ArchiveError('encrypted', 'an encrypted document');
  const table = compound.read((flags & 0x0200) === 0 ? '0Table' : '1Table');
  if (table === null) throw broken('no tables beside the document');
  /** A part of the tables, by its number in the header. */
  const part = (number: number): Uint8Array => {
    const at = u32(document, 154 + number * 8);
    return table.subarray(at, at + u32(document, 158 + number * 8));
  };
  let properties = 0;
  const data = compound.read('Data') ?? new Uint8Array();
  const paragraphs = runsOf(document, part(13), 'paragraphs');
  let isPainted: boolean | null = null;
  const standing: Standing = {
    document,
    data,
    isPainted: () => (isPainted ??= paragraphs.some(({ list }) => isPaintedBy(list, data))),
    pieces: piecesOf(part(33)),
    characterStyles: oldStylesOf(part(1)),
    own: runsOf(document, part(12), 'characters').flatMap((run) => {
      const look = oldLookOf(run.list);
      return look === null ? [] : [{ ...run, look }];
    }),
    paragraphs,
    longest,
    spend: (bytes) => {
      properties += bytes;
      if (properties > mostProperties) throw new ArchiveError('unsafe', 'more properties than any report', 'content');
    },
  };
  // Behind the body: footnotes, headers, macros, comments, endnotes, text boxes.
  const lengths = [76, 80, 84, 88, 92, 96, 100].map((at) => u32(document, at));
  const body = lengths[0] ?? 0;
  const boxes = lengths.slice(0, 6).reduce((sum, length) => sum + length, 0);
  return {
    body: paragraphsBetween(standing, 0, body),
    boxes: paragraphsBetween(standing, boxes, boxes + (lengths[6] ?? 0)),
  };
}
