/** The paragraphs and tables of a part of a Word document, as the eye sees them when every tracked change is accepted. */
import { unbound, type BoundTo } from './docxBinding';
import { ArchiveError } from '../../containers/archive';
import { Budget } from '../../containers/budget';
import { FigureSizes, notSure, type AsideKind, type Run } from '../../containers/runs';
import { isDarkGround, unknownGround, type Colour } from '../../containers/ink';
import {
  paragraphOf,
  unstarted,
  withCovered,
  type CoveredCell,
  type DocumentBlock,
  type TableCell,
} from '../../containers/tree';
import { parseXml, type XmlAttributes } from '../../containers/xml';
import { markStaleSums } from './fieldSums';
import { LetterFill } from './letterFill';
import { Anchor, oldBox, Overlays, type Extent } from './overlays';
import { isFormula, isPassing, isSpeaking, longestCode, shownByCode } from './fields';
import {
  isOn,
  asideOf,
  asShown,
  colorOf,
  groundOf,
  isFlat,
  isFlatFrame,
  isPushedOut,
  isListed,
  lowestLine,
  lookOf,
  noneOff,
  noStyles,
  partsOff,
  symbolOf,
  takeProperty,
  type DocxStyles,
  type Look,
} from './docxLook';

/** What Word shows only elsewhere, codes of fields, and former properties. */
const skipped = new Set([
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
const marks: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);

interface OpenCell {
  readonly blocks: DocumentBlock[];
  columnSpan: number;
  deleted: boolean;
  merge: 'none' | 'start' | 'continued';
  /** The same in its row, as Word 97 wrote it: one that continues the cell before it shows nothing of its own. */
  across: 'none' | 'start' | 'continued';
  /** A line runs from corner to corner. */
  crossed: boolean;
  /** What is painted behind it: '' where nothing is said. */
  ground: Colour;
  /** Cells beside it that it covers. */
  covered?: CoveredCell[];
  /** The code of a calculation in it. */
  sum?: string;
  /** The code of a field goes on in its next paragraph, or has no end. */
  open?: boolean;
}

interface OpenRow {
  readonly cells: OpenCell[];
  /** Too low to show anything. */
  flat: boolean;
  before: number;
  deleted: boolean;
}

interface OpenTable {
  readonly rows: OpenRow[];
  style: string | null;
  /** Any of its cells holds a calculation. */
  sums: boolean;
  /** Parts that it does not take over from its style. */
  off: ReadonlySet<string>;
  ground: Colour;
}

/** A field: its code, its result, and what a form field without a result shows. */
interface OpenField {
  /** The beginning of it. */
  code: string;
  /** Word makes its result anew when it opens the file. */
  dirty: boolean;
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
  size?: number | undefined;
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
  ground: Colour;
  /** Its lines have no height. */
  flat: boolean;
  /** In a list: its number or sign stands before the text and is no part of it. Null: as its style has it. */
  listed: boolean | null;
  readonly sizes: FigureSizes;
  /** Text stands in the code of a field. */
  lost: boolean;
  /** A drawing hangs on it that lies before the text, nobody knows where. */
  covered: boolean;
  /** Boxes that hang on it, outside tables. */
  readonly over: Extent[];
}

/** Prefixes of what Word of today understands: the first choice that needs nothing else is the one it shows. */
const understood =
  /^(?:wps|wpg|wpc|wpi|wp14|wp15|w14|w15|w16[a-z]*|a14|a15|a16[a-z0-9]*|v|o|c14|c16[a-z0-9]*|cx\d?|aink|am3d|oel|sl|dgm1612|pic14|asvg|adec)$/u;

/** What a document takes in from a part of another kind (`w:altChunk`), by the id of its relationship. */
export type ChunkReader = (id: string) => readonly DocumentBlock[];
export const noChunks: ChunkReader = () => [];

/** The cells of a row that are there. What stands behind a deleted cell moves up into its place. */
function ownCells(cells: readonly OpenCell[]): OpenCell[] {
  const own: OpenCell[] = [];
  for (const cell of cells) {
    const before = own.at(-1);
    if (cell.deleted) continue;
    if (cell.across === 'continued' && before !== undefined && before.across !== 'none')
      own[own.length - 1] = {
        ...before,
        columnSpan: before.columnSpan + cell.columnSpan,
        covered: withCovered(before.covered, { down: 0, across: before.columnSpan, blocks: cell.blocks }),
      };
    else own.push(cell);
  }
  return own;
}

/** Vertical merges as row spans: a cell that continues one above is left out, and the one above grows. */
function spansOf(rows: readonly OpenRow[]): TableCell[][] {
  interface Growing {
    readonly blocks: readonly DocumentBlock[];
    readonly columnSpan: number;
    rowSpan: number;
    covered?: CoveredCell[];
  }
  const starts = new Map<number, Growing>();
  return rows.map((row) => {
    const cells: Growing[] = [];
    let column = row.before;
    if (row.before > 0) cells.push({ blocks: [], columnSpan: row.before, rowSpan: 1 });
    for (const cell of ownCells(row.cells)) {
      const above = starts.get(column);
      if (cell.merge === 'continued' && above !== undefined && above.columnSpan === cell.columnSpan) {
        const down = above.rowSpan;
        for (const { across, blocks } of [{ across: 0, blocks: cell.blocks }, ...(cell.covered ?? [])])
          above.covered = withCovered(above.covered, { down, across, blocks });
        above.rowSpan += 1;
      } else {
        const own: Growing = {
          blocks: cell.merge === 'continued' || cell.crossed ? unstarted(cell.blocks) : cell.blocks,
          columnSpan: cell.columnSpan,
          rowSpan: 1,
          ...(cell.covered !== undefined && { covered: cell.covered }),
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

/** The cells of a row with the columns that they begin in. */
function summed({ cells, before }: OpenRow): (OpenCell & { readonly column: number })[] {
  let next = before;
  return cells.map((cell) => {
    const column = next;
    next += cell.columnSpan;
    return { ...cell, column };
  });
}

/** A cell of which the eye sees the number of a list, alone or before another: it is not blank, and no number is read. */
function addListSign(runs: Run[]): void {
  const text = runs
    .flatMap((run) => (run.aside === null ? [run.text] : []))
    .join('')
    .trim();
  if (text === '') runs.push({ text: '', aside: 'object' });
  else if (numeral.test(text)) runs.push(notSure);
}

const numeral = /^[\d.,]+$/u;
const isNumeral = (runs: readonly Run[]): boolean =>
  numeral.test(
    runs
      .map((run) => (run.aside === null ? run.text : ''))
      .join('')
      .trim(),
  );

/** Of a run that nothing gives a size, in half points. */
const usualSize = 20;

const count = (text: string | undefined): number => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, 200) : 0;
};

/** Branches of which Word shows one (`mc:AlternateContent`). */
interface Alternative {
  readonly number: number;
  taken: boolean;
  passed: boolean;
}

/** What a document part is read with. */
interface Surroundings {
  readonly styles: DocxStyles;
  readonly chunkOf: ChunkReader;
  readonly boundTo: BoundTo;
  /** Whether Word makes all fields anew when it opens the document. */
  readonly updates: () => boolean;
}

const deepest = 2_000;
const deepestFields = 100;
/** What a control shows may be longer than its data by so much white space. */
const blanks = 20;

/** Takes the elements of a document part one after the other; what each does stands in `opens` and `closes`. */
class BlockReader {
  readonly root: DocumentBlock[] = [];
  /** Where finished blocks go: the body, a cell, a text box. */
  readonly sinks: DocumentBlock[][] = [this.root];
  readonly tables: OpenTable[] = [];
  readonly paragraphs: OpenParagraph[] = [];
  readonly runs: OpenRun[] = [];
  readonly boxes: DocumentBlock[][] = [];
  readonly controls: OpenControl[] = [];
  readonly alternatives: Alternative[] = [];
  /** Marks of Word 2003 around a text: whether it is deleted. */
  readonly annotations: boolean[] = [];
  /** Counted as they are read, before anything is made of them. */
  readonly budget = new Budget();
  deleted = 0;
  script = 0;
  inText = 0;
  inCode = 0;
  readonly fill = new LetterFill();
  /** Text whose direction is set by hand: whether it runs from right to left. */
  readonly directions: boolean[] = [];
  inRowProperties = false;
  /** The drawing that hangs on a paragraph lies before its text. */
  inFront = false;
  /** That drawing, outside tables. */
  anchor: Anchor | null = null;
  private readonly overlays = new Overlays();
  /** Of the page behind everything. */
  ground: Colour = '';
  /** Fields in short that are open: the code, and how many texts there were when it began. */
  readonly simpleFields: { readonly code: string; readonly texts: number }[] = [];
  private inOffset = false;
  private texts = 0;
  private counted = 0;
  private skipping = 0;
  private depth = 0;

  /** `unread` takes the alternatives, counted in order, of which no branch was read. `forced`: those whose first one is. */
  constructor(
    readonly around: Surroundings,
    readonly unread: Set<number>,
    private readonly forced: ReadonlySet<number>,
  ) {}

  get row(): OpenRow | undefined {
    return this.tables.at(-1)?.rows.at(-1);
  }

  get cell(): OpenCell | undefined {
    return this.row?.cells.at(-1);
  }

  get paragraph(): OpenParagraph | undefined {
    return this.paragraphs.at(-1);
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    this.depth += 1;
    if (this.depth > deepest) throw new ArchiveError('unsafe', 'XML nested too deeply', 'xml');
    if (name === 'AlternateContent') this.counted += 1;
    if (this.skipping > 0 || skipped.has(name) || this.isOtherBranch(name, attributes)) {
      this.skipping += 1;
      return;
    }
    const deed = opens.get(name);
    if (this.anchor !== null) this.inOffset = this.anchor.open(name, attributes);
    if (deed !== undefined) deed(this, attributes);
    else this.other(name, attributes);
  };

  readonly close = (name: string): undefined => {
    this.depth -= 1;
    if (this.skipping > 0) this.skipping -= 1;
    else {
      this.anchor?.close(name);
      this.inOffset = false;
      closes.get(name)?.(this);
    }
    return undefined;
  };

  readonly text = (text: string): void => {
    if (this.skipping > 0) return;
    if (this.inOffset) this.anchor?.digits(text);
    else if (this.inText > 0) this.add(text);
    else if (this.inCode > 0) {
      const field = this.paragraph?.fields.at(-1);
      if (field !== undefined && field.code.length < longestCode) field.code += text;
    }
  };

  add(text: string): void {
    const { paragraph } = this;
    if (paragraph === undefined) return;
    if (!paragraph.fields.every(({ inResult }) => inResult)) {
      paragraph.lost = true;
      return;
    }
    const aside = this.asideOfRun(paragraph);
    if (this.anchor !== null) this.anchor.text(text);
    this.texts += 1;
    for (const field of paragraph.fields) field.empty = false;
    const run = this.runs.at(-1);
    const last = paragraph.runs.at(-1);
    const unsure = (run?.inPart === true || this.directions.at(-1) === true) && /\d/u.test(text) ? notSure.text : '';
    const isParted =
      this.tables.length > 0 && aside === null && paragraph.sizes.changesAt(text, run?.size ?? usualSize);
    const parted = isParted ? notSure.text : '';
    const shown = parted + asShown(text, run?.font) + unsure;
    for (const control of this.controls)
      if (control.bound !== null && control.text.length <= control.bound.length + blanks) control.text += text;
    if (last?.aside === aside && last.aside !== 'object')
      paragraph.runs[paragraph.runs.length - 1] = { text: last.text + shown, aside };
    else paragraph.runs.push({ text: shown, aside });
  }

  beginAlternative(): void {
    this.alternatives.push({ number: this.counted, taken: false, passed: false });
  }

  /** Deletes what is around: a row where the mark stands in its properties, else text. */
  delete(): void {
    if (!this.inRowProperties) this.deleted += 1;
    else if (this.row !== undefined) this.row.deleted = true;
  }

  beginSimpleField(code: string, dirty: boolean): void {
    this.simpleFields.push({ code, texts: this.texts });
    if (isPassing(code) || (isSpeaking(code) && (dirty || this.isMadeAnew()))) this.doubt();
  }

  /** All fields of the document are made anew when Word opens it. Asked for only where it decides something. */
  private isMadeAnew(): boolean {
    return this.tables.length > 0 && this.around.updates();
  }

  endSimpleField(): void {
    const field = this.simpleFields.pop();
    if (field === undefined) return;
    if (this.texts !== field.texts) this.takeSum(field.code);
    const shown = shownByCode(field.code);
    if (shown?.aside !== 'uncalculated' || this.texts === field.texts) this.show(shown);
  }

  field(kind: string | undefined, dirty: boolean): void {
    const { paragraph } = this;
    const field = paragraph?.fields.at(-1);
    if ((paragraph?.fields.length ?? 0) > deepestFields)
      throw new ArchiveError('unsafe', 'fields nested too deeply', 'xml');
    if (kind === 'begin') paragraph?.fields.push(fieldOf(dirty));
    else if (kind === 'separate' && field !== undefined) field.inResult = true;
    else if (kind === 'end') this.endField();
  }

  /** A control that shows other digits than the document keeps: no number is read from it. */
  endControl(): void {
    const { bound, text } = this.controls.pop() ?? { bound: null, text: '' };
    if (bound === null || this.tables.length === 0 || bound.trim() === text.trim() || !/\d/u.test(bound + text)) return;
    if (this.paragraph !== undefined) this.paragraph.runs.push(notSure);
    else this.cell?.blocks.push(paragraphOf([notSure]));
  }

  endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    // A field that has no end hides what stands behind it, or does not: nobody can tell.
    const isOpen = paragraph.fields.some(({ inResult }) => !inResult);
    if ((paragraph.lost && isOpen) || this.cell?.open === true) this.doubt(paragraph);
    if (isOpen && this.cell !== undefined && this.boxes.length === 0) this.cell.open = true;
    if (this.tables.length > 0 && paragraph.covered && isNumeral(paragraph.runs)) paragraph.runs.push(notSure);
    if (this.tables.length > 0 && (paragraph.listed ?? isListed(paragraph.style, this.around.styles)))
      addListSign(paragraph.runs);
    const sink = this.sinks.at(-1);
    const at = this.root.length;
    sink?.push(paragraphOf(paragraph.runs));
    for (const block of paragraph.boxes) sink?.push(block);
    if (sink === this.root) for (const box of paragraph.over) this.overlays.add(box, at, this.root.length);
  }

  endAnchor(): void {
    const box = this.anchor?.box() ?? null;
    if (box !== null && this.boxes.length === 0) this.paragraph?.over.push(box);
    this.anchor = null;
  }

  /** The blocks of the part once all of it is read. */
  finished(): DocumentBlock[] {
    this.overlays.mark(this.root);
    return this.root;
  }

  /** A text box stands behind the paragraph that holds it. */
  endBox(): void {
    this.sinks.pop();
    const target = this.paragraph?.boxes ?? this.sinks.at(-1);
    for (const block of this.boxes.pop() ?? []) target?.push(block);
  }

  endTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    const rows = table.rows.filter((row) => !row.deleted);
    if (table.sums) markStaleSums(rows.map(summed));
    this.sinks.at(-1)?.push({ kind: 'table', rows: spansOf(rows) });
  }

  /** Keeps what a cell says that it adds up. */
  private takeSum(code: string): void {
    const { cell } = this;
    const table = this.tables.at(-1);
    if (cell === undefined || table === undefined || this.boxes.length > 0 || !isFormula(code)) return;
    cell.sum = code;
    table.sums = true;
  }

  /** Leaves no number in a cell where something else than its text may be seen. */
  doubt(paragraph = this.paragraph): void {
    if (this.tables.length > 0) paragraph?.runs.push(notSure);
  }

  /** Takes what shows something without a text of its own. */
  show(run: Run | null): void {
    if (run !== null && this.deleted === 0) this.paragraph?.runs.push(run);
  }

  private asideOfRun(paragraph: OpenParagraph): AsideKind | null {
    if (this.deleted > 0) return 'deleted';
    if (this.controls.some(({ prompts }) => prompts)) return 'object';
    const run = this.runs.at(-1);
    if (run !== undefined && run.aside === undefined) {
      const table = this.tables.at(-1);
      const style = table === undefined ? null : (table.style ?? this.around.styles.table);
      const around = { paragraph: paragraph.style, table: style, off: table?.off ?? noneOff };
      const look = lookOf(run.look, around, this.around.styles);
      run.aside = asideOf(look, this.groundAround(paragraph, look));
      run.font = look.font;
      run.inPart = look.inPart === true;
      run.size = look.size;
    }
    if (paragraph.flat || this.row?.flat === true) return run?.aside ?? 'unseen';
    return run?.aside ?? (this.script > 0 || run?.marks === true ? 'mark' : null);
  }

  /** What is painted behind a run that paints nothing itself: the innermost that says so. */
  private groundAround(paragraph: OpenParagraph, look: Look): Colour {
    if (look.color === undefined && look.fill === undefined) return '';
    if (paragraph.ground !== '') return paragraph.ground;
    // A text box has a filling of its own, or none.
    if (this.boxes.length > 0) return unknownGround;
    for (const { rows, ground } of [...this.tables].reverse()) {
      const cell = rows.at(-1)?.cells.at(-1)?.ground ?? '';
      if (cell !== '' || ground !== '') return cell === '' ? ground : cell;
    }
    return look.tableGround ?? this.ground;
  }

  private endField(): void {
    const field = this.paragraph?.fields.pop();
    if (
      field !== undefined &&
      (isPassing(field.code) || (isSpeaking(field.code) && (field.dirty || this.isMadeAnew())))
    )
      this.doubt();
    if (field?.empty === false) this.takeSum(field.code);
    if (field?.empty !== true) return;
    const isOpen = this.paragraph?.fields.every(({ inResult }) => inResult) === true;
    if (isOpen && (!field.inResult || isFormula(field.code))) this.show(shownByCode(field.code));
    const entry = field.box === null ? field.entries[field.chosen] : field.box ? '☑' : '☐';
    if (entry !== undefined) this.add(entry);
  }

  /** True for a branch of alternatives that is not the one to read. */
  private isOtherBranch(name: string, attributes: XmlAttributes): boolean {
    if (name !== 'Choice' && name !== 'Fallback') return false;
    const alternative = this.alternatives.at(-1);
    if (alternative === undefined) return false;
    const needs = (attributes.get('Requires') ?? '').split(/\s+/u).filter((prefix) => prefix !== '');
    const fits =
      name === 'Fallback' || this.forced.has(alternative.number) || needs.every((prefix) => understood.test(prefix));
    if (alternative.taken || !fits) {
      alternative.passed = true;
      return true;
    }
    alternative.taken = true;
    return false;
  }

  /** A property of a run, a sign that stands for a character, or a part of a form field. */
  private other(name: string, attributes: XmlAttributes): void {
    const run = this.runs.at(-1);
    if (run !== undefined && this.fill.isOpen) return this.fill.take(run.look, name, attributes);
    if (run !== undefined && takeProperty(run.look, name, attributes)) return;
    if (name === 'shd') this.paint(groundOf(attributes));
    else if (this.paragraph !== undefined) takeRoom(this.paragraph, name, attributes);
    const mark = marks.get(name);
    // `w:tab` is also a tab stop in the properties of a paragraph: only with a position, then.
    if (mark !== undefined && attributes.get('pos') === undefined) this.add(mark);
    else if (mark === undefined) this.takeOfField(name, attributes);
  }

  /** The ground of the paragraph, the cell or the table whose properties these are. */
  private paint(ground: Colour): void {
    const target = this.paragraph ?? this.cell ?? this.tables.at(-1);
    if (target !== undefined) target.ground = ground;
  }

  private takeOfField(name: string, attributes: XmlAttributes): void {
    const field = this.paragraph?.fields.at(-1);
    if (field === undefined || field.inResult) return;
    const chosen = Number.parseInt(attributes.get('val') ?? '', 10);
    if (name === 'listEntry') field.entries.push(attributes.get('val') ?? '');
    else if (name === 'checkBox') field.box = false;
    else if (field.box !== null && (name === 'checked' || name === 'default')) field.box = isOn(attributes);
    else if (name === 'result' || (name === 'default' && field.chosen === 0)) field.chosen = chosen >= 0 ? chosen : 0;
  }
}

/** Takes what properties of a paragraph say of the room for its lines. */
function takeRoom(paragraph: OpenParagraph, name: string, attributes: XmlAttributes): void {
  if (name === 'spacing') paragraph.flat = isFlat(attributes);
  else if (name === 'framePr') paragraph.flat ||= isFlatFrame(attributes);
  else if (name === 'ind') paragraph.flat ||= isPushedOut(attributes);
}

const fieldOf = (dirty: boolean): OpenField => ({
  code: '',
  dirty,
  inResult: false,
  empty: true,
  entries: [],
  chosen: 0,
  box: null,
});

/** Elements that show a picture, a control, letters as art, or a remark in the margin. */
const pictures = [
  ...['blip', 'imagedata', 'control', 'textpath', 'chart', 'contentPart', 'symEx'],
  // Drawings of connected shapes with words.
  'relIds',
  'commentReference',
];
/** Elements of a formula that set figures above, below or beside others, or put a sign to them. */
const arranged = ['rad', 'm', 'limLow', 'limUpp', 'eqArr', 'nary', 'borderBox', 'bar', 'groupChr', 'acc', 'd', 'phant'];
/** Elements that show the number of the page, or parts of the day on which it is looked at. */
const passing = ['pgNum', 'dayShort', 'dayLong', 'monthShort', 'monthLong', 'yearShort', 'yearLong'];

const isDirty = (attributes: XmlAttributes): boolean =>
  attributes.get('dirty') !== undefined && isOn(attributes, 'dirty');

type Deed = (reader: BlockReader, attributes: XmlAttributes) => void;
const each = (names: readonly string[], deed: Deed): [string, Deed][] => names.map((name) => [name, deed]);

/** What the beginning of an element does. */
const opens: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  [
    'p',
    ({ paragraphs }) =>
      void paragraphs.push({
        runs: [],
        boxes: [],
        fields: [],
        style: null,
        ground: '',
        flat: false,
        listed: null,
        sizes: new FigureSizes(),
        lost: false,
        covered: false,
        over: [],
      }),
  ],
  ['r', ({ runs }) => void runs.push({ look: {}, marks: false, aside: undefined, font: undefined })],
  ...each(['t', 'delText'], (reader) => void (reader.inText += 1)),
  ['sym', (reader, at) => reader.add(symbolOf(at.get('font') ?? '', at.get('char') ?? ''))],
  ...each(['footnoteReference', 'endnoteReference'], (reader, attributes) => {
    const run = reader.runs.at(-1);
    const custom = attributes.get('customMarkFollows');
    if (run !== undefined && custom !== undefined) run.marks = !['0', 'false', 'off'].includes(custom);
    // The mark that Word makes for it.
    else reader.show({ text: '', aside: 'object' });
  }),
  // A formula of its own stands on a line of its own.
  ['oMathPara', (reader) => reader.add('\n')],
  ['fldChar', (reader, attributes) => reader.field(attributes.get('fldCharType'), isDirty(attributes))],
  ['AlternateContent', (reader) => reader.beginAlternative()],
  ['moveFrom', (reader) => void (reader.deleted += 1)],
  ['del', (reader) => reader.delete()],
  [
    'annotation',
    (reader, attributes) => {
      const gone = attributes.get('type') === 'Word.Deletion';
      reader.annotations.push(gone && !reader.inRowProperties);
      if (gone) reader.delete();
    },
  ],
  ...each(['sup', 'sub', 'deg'], (reader) => void (reader.script += 1)),
  ...each(pictures, (reader) => reader.show({ text: '', aside: 'object' })),
  ...each(passing, (reader) => reader.show(notSure)),
  ['fldSimple', (reader, attributes) => reader.beginSimpleField(attributes.get('instr') ?? '', isDirty(attributes))],
  [
    'background',
    (reader, attributes) => {
      // Whether it is shown and printed stands elsewhere.
      if (isDarkGround(colorOf(attributes.get('color')))) reader.ground = unknownGround;
    },
  ],
  ...each(arranged, (reader) => reader.doubt()),
  ['line', (reader) => reader.doubt()],
  [
    'anchor',
    (reader, attributes) => {
      reader.inFront = attributes.get('behindDoc') !== '1';
      if (reader.tables.length === 0 && reader.boxes.length === 0) reader.anchor = new Anchor(!reader.inFront);
    },
  ],
  [
    'wrapNone',
    ({ paragraph, inFront }) => {
      if (paragraph !== undefined && inFront) paragraph.covered = true;
    },
  ],
  ...each(['rect', 'roundrect', 'oval', 'shape'], ({ paragraph, tables, boxes }, attributes) => {
    const style = attributes.get('style') ?? '';
    const box = tables.length === 0 && boxes.length === 0 ? oldBox(attributes) : null;
    if (box !== null) paragraph?.over.push(box);
    if (paragraph !== undefined && /position:\s*absolute/u.test(style) && !/z-index:\s*-/u.test(style))
      paragraph.covered = true;
  }),
  [
    'prstGeom',
    (reader, attributes) => {
      if (/^(?:line|straightConnector1)$/u.test(attributes.get('prst') ?? '')) reader.doubt();
    },
  ],
  ['textFill', ({ fill }) => fill.begin()],
  ...each(['tl2br', 'tr2bl'], ({ cell, paragraph }, attributes) => {
    if (cell !== undefined && paragraph === undefined)
      cell.crossed = !/^(?:nil|none)$/u.test(attributes.get('val') ?? '');
  }),
  ['instrText', (reader) => void (reader.inCode += 1)],
  [
    'bdo',
    (reader, attributes) => {
      reader.directions.push(attributes.get('val') === 'rtl');
    },
  ],
  ['sdt', ({ controls }) => void controls.push({ prompts: false, bound: null, text: '' })],
  [
    'showingPlcHdr',
    ({ controls }, attributes) => {
      const control = controls.at(-1);
      if (control !== undefined) control.prompts = isOn(attributes);
    },
  ],
  [
    'dataBinding',
    ({ controls, around }, attributes) => {
      const control = controls.at(-1);
      if (control !== undefined)
        control.bound = around.boundTo(attributes.get('storeItemID') ?? '', attributes.get('xpath') ?? '');
    },
  ],
  [
    'pStyle',
    ({ paragraph }, attributes) => {
      if (paragraph !== undefined) paragraph.style = attributes.get('val') ?? null;
    },
  ],
  [
    'numId',
    ({ paragraph }, attributes) => {
      if (paragraph !== undefined) paragraph.listed = attributes.get('val') !== '0';
    },
  ],
  ['tbl', ({ tables }) => void tables.push({ rows: [], style: null, sums: false, off: noneOff, ground: '' })],
  [
    'tblStyle',
    ({ tables }, attributes) => {
      const table = tables.at(-1);
      if (table !== undefined) table.style = attributes.get('val') ?? null;
    },
  ],
  [
    'tblLook',
    ({ tables }, attributes) => {
      const table = tables.at(-1);
      if (table !== undefined) table.off = partsOff(attributes);
    },
  ],
  ['tr', ({ tables }) => void tables.at(-1)?.rows.push({ cells: [], flat: false, before: 0, deleted: false })],
  ['trPr', (reader) => void (reader.inRowProperties = true)],
  [
    'trHeight',
    ({ row }, attributes) => {
      const height = Number.parseInt(attributes.get('val') ?? '', 10);
      if (row !== undefined) row.flat = attributes.get('hRule') === 'exact' && height < lowestLine;
    },
  ],
  [
    'gridBefore',
    ({ row, budget }, attributes) => {
      if (row !== undefined) row.before = count(attributes.get('val'));
      budget.cells(row?.before ?? 0);
    },
  ],
  [
    'tc',
    ({ row, budget, sinks }) => {
      const blocks: DocumentBlock[] = [];
      budget.cells(1);
      row?.cells.push({
        blocks,
        columnSpan: 1,
        deleted: false,
        merge: 'none',
        across: 'none',
        crossed: false,
        ground: '',
      });
      sinks.push(blocks);
    },
  ],
  [
    'gridSpan',
    ({ cell, budget }, attributes) => {
      if (cell !== undefined) cell.columnSpan = Math.max(1, count(attributes.get('val')));
      budget.cells(cell?.columnSpan ?? 0);
    },
  ],
  // The second as Word 2003 wrote it.
  ...each(['vMerge', 'vmerge'], ({ cell }, attributes) => {
    if (cell !== undefined) cell.merge = attributes.get('val') === 'restart' ? 'start' : 'continued';
  }),
  ...each(['hMerge', 'hmerge'], ({ cell }, attributes) => {
    if (cell !== undefined) cell.across = attributes.get('val') === 'restart' ? 'start' : 'continued';
  }),
  [
    'altChunk',
    ({ around, sinks }, attributes) => {
      for (const block of around.chunkOf(attributes.get('id') ?? '')) sinks.at(-1)?.push(block);
    },
  ],
  [
    'cellDel',
    ({ cell }) => {
      if (cell !== undefined) cell.deleted = true;
    },
  ],
  [
    'cellMerge',
    ({ cell }, attributes) => {
      if (cell !== undefined) cell.merge = attributes.get('vMerge') === 'cont' ? 'continued' : 'start';
    },
  ],
  [
    'txbxContent',
    ({ boxes, sinks }) => {
      const box: DocumentBlock[] = [];
      boxes.push(box);
      sinks.push(box);
    },
  ],
]);

/** What the end of an element does. */
const closes: ReadonlyMap<string, (reader: BlockReader) => void> = new Map([
  ...each(['t', 'delText'], (reader) => void (reader.inText -= 1)),
  ['anchor', (reader) => reader.endAnchor()],
  ['textFill', ({ fill }) => fill.end()],
  ['r', ({ runs }) => void runs.pop()],
  ['instrText', (reader) => void (reader.inCode -= 1)],
  ['bdo', ({ directions }) => void directions.pop()],
  [
    'del',
    (reader) => {
      if (!reader.inRowProperties) reader.deleted -= 1;
    },
  ],
  ['moveFrom', (reader) => void (reader.deleted -= 1)],
  [
    'annotation',
    (reader) => {
      if (reader.annotations.pop() === true) reader.deleted -= 1;
    },
  ],
  ...each(['sup', 'sub', 'deg'], (reader) => void (reader.script -= 1)),
  ['oMathPara', (reader) => reader.add('\n')],
  // The upper part of a fraction is no number beside the lower one.
  ['num', (reader) => reader.add('/')],
  ['sdt', (reader) => reader.endControl()],
  ['fldSimple', (reader) => reader.endSimpleField()],
  [
    'AlternateContent',
    ({ alternatives, unread }) => {
      const alternative = alternatives.pop();
      if (alternative?.passed === true && !alternative.taken) unread.add(alternative.number);
    },
  ],
  ['trPr', (reader) => void (reader.inRowProperties = false)],
  ['p', (reader) => reader.endParagraph()],
  ['tc', ({ sinks }) => void sinks.pop()],
  ['txbxContent', (reader) => reader.endBox()],
  ['tbl', (reader) => reader.endTable()],
] as [string, (reader: BlockReader) => void][]);

function readPart(
  bytes: Uint8Array,
  around: Surroundings,
  unread: Set<number>,
  forced: ReadonlySet<number>,
): DocumentBlock[] {
  const reader = new BlockReader(around, unread, forced);
  parseXml(bytes, reader);
  return reader.finished();
}

/** Paragraphs and tables of a document part, text boxes behind the paragraph that holds them. */
export function blocksOf(
  bytes: Uint8Array,
  styles: DocxStyles = noStyles,
  chunkOf: ChunkReader = noChunks,
  boundTo: BoundTo = unbound,
  updates: () => boolean = () => false,
): DocumentBlock[] {
  const unread = new Set<number>();
  const around = { styles, chunkOf, boundTo, updates };
  const blocks = readPart(bytes, around, unread, new Set());
  // A choice that nobody understands, and nothing instead: better that one than none.
  return unread.size === 0 ? blocks : readPart(bytes, around, new Set(), unread);
}
