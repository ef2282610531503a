/** What the properties and styles of a Word document say of a run: shown as plain text, or one of the ways of being aside. */
import type { AsideKind } from '../../containers/runs';
import { type Colour, inkAside, isDarkGround, mixed, showsPictures, unknownGround } from '../../containers/ink';
import { parseXml, type XmlAttributes } from '../../containers/xml';
import { type Filled, LetterFill } from './letterFill';

/** Undefined: not said here, so that a style or the defaults say it. */
export interface Look extends Filled {
  strike?: boolean;
  dstrike?: boolean;
  /** Superscript or subscript. */
  raised?: boolean;
  /** May be shown and may not, or stand above the line by hand. */
  moved?: boolean;
  tiny?: boolean;
  /** Letters lie upon each other, or have no height. */
  squeezed?: boolean;
  /** In half points. */
  size?: number;
  /** Of the letters and of their ground, in six digits; not said where Word chooses it. */
  color?: Colour;
  ground?: Colour;
  /** Of a marker drawn over the ground. */
  highlight?: Colour;
  /** Of the table around, as its style has it. */
  tableGround?: Colour;
  webHidden?: boolean;
  /** Two small lines in the height of one. */
  combined?: boolean;
  /** In a table whose style hides, crosses out or raises a part of it: which part, only Word tells. */
  inPart?: boolean;
  /** Name of the typeface of Latin letters and digits. */
  font?: string;
  style?: string;
}

/** Whether a property is switched on: one that stands without a value is. */
export const isOn = (attributes: XmlAttributes, name = 'val'): boolean =>
  !['0', 'false', 'off'].includes(attributes.get(name) ?? '');
/** '' for one that Word chooses. */
export const colorOf = (value: string | undefined): string =>
  /^[\da-f]{6}$/iu.test(value ?? '') ? (value ?? '').toLowerCase() : '';
/** The colour of letters. The white of the theme made darker (`w:themeShade`) is a grey, whatever is kept beside it. */
function inkOf(attributes: XmlAttributes): Colour {
  const kept = colorOf(attributes.get('val'));
  const theme = attributes.get('themeColor');
  // Word shows the colour of the theme, whatever is kept.
  if (theme === 'text1' || theme === 'dark1') return attributes.get('themeTint') === undefined ? '' : kept;
  if (theme !== 'background1' && theme !== 'light1') return kept;
  const shade = attributes.get('themeShade') ?? '';
  return /^[\da-f]{2}$/iu.test(shade) ? shade.toLowerCase().repeat(3) : 'ffffff';
}

/** In hundredths from half of each colour. */
const leastEven = 35;

/** What a shading (`w:shd`) paints; '' for nothing. */
export function groundOf(attributes: XmlAttributes): Colour {
  const pattern = attributes.get('val') ?? 'clear';
  if (pattern === 'nil') return '';
  if (pattern === 'solid') return colorOf(attributes.get('color')) || '000000';
  const fill = colorOf(attributes.get('fill'));
  const [, part] = /^pct(\d{1,2})$/u.exec(pattern) ?? [];
  // Dots of one colour on another: many or few look like one colour between them.
  const isEven = part !== undefined && Math.abs(Number(part) - 50) >= leastEven;
  if (isEven && attributes.get('themeFill') === undefined && attributes.get('themeColor') === undefined)
    return mixed(colorOf(attributes.get('color')) || '000000', fill, Number(part) / 100);
  if (pattern !== 'clear') return unknownGround;
  return fill === '' && attributes.get('themeFill') !== undefined ? unknownGround : fill;
}

/** In half points: what is smaller nobody sees. */
const smallest = 4;

/** Twentieths of a point by which letters are set closer: one lies upon the other. Into which a text is squeezed. */
const tightest = -80;
/** Wider apart they look like several numbers. */
const widest = 200;
const narrowestFit = 60;
/** The colours of a text marker. */
const highlights: Readonly<Record<string, Colour>> = {
  black: '000000',
  blue: '0000ff',
  cyan: '00ffff',
  green: '00ff00',
  magenta: 'ff00ff',
  red: 'ff0000',
  yellow: 'ffff00',
  white: 'ffffff',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'c0c0c0',
};

/** Lines of a fixed height below this show nothing of their text, in twentieths of a point. */
export const lowestLine = 80;
/** True for the spacing of a paragraph that leaves its lines no height. */
export const isFlat = (attributes: XmlAttributes): boolean =>
  attributes.get('lineRule') === 'exact' && Number.parseInt(attributes.get('line') ?? '', 10) < lowestLine;

/** True for a frame that leaves its paragraph no height. */
export const isFlatFrame = (attributes: XmlAttributes): boolean =>
  attributes.get('hRule') === 'exact' && Number.parseInt(attributes.get('h') ?? '', 10) < lowestLine;

/** In twentieths of a point: further in than any cell is wide. */
const furthest = 12_000;
/** True for an indent that leaves a paragraph no room. */
export const isPushedOut = (attributes: XmlAttributes): boolean =>
  ['left', 'start', 'right', 'end', 'firstLine', 'hanging'].some(
    (name) => Math.abs(Number.parseInt(attributes.get(name) ?? '0', 10)) > furthest,
  );

/** In hundredths of the usual width: what is narrower nobody reads. */
const narrowest = 10;

function takeSize(look: Look, size: number): true {
  look.tiny = size <= smallest;
  if (size > 0) look.size = size;
  return true;
}

/** More of the name of a typeface is not looked at: it is compared for every text. */
const longestFont = 100;

/** Takes what an element inside `w:rPr` says. False for an element that says nothing of the look. */
export function takeProperty(look: Look, name: string, attributes: XmlAttributes): boolean {
  switch (name) {
    case 'vanish':
    case 'strike':
    case 'dstrike':
    case 'webHidden':
      look[name] = isOn(attributes);
      return true;
    case 'vertAlign':
      look.raised = ['superscript', 'subscript'].includes(attributes.get('val') ?? '');
      return true;
    case 'position':
      look.moved = Number.parseInt(attributes.get('val') ?? '0', 10) !== 0;
      return true;
    case 'eastAsianLayout':
      look.combined = attributes.get('combine') !== undefined && isOn(attributes, 'combine');
      return true;
    case 'shd':
      look.ground = groundOf(attributes);
      return true;
    case 'color':
      look.color = inkOf(attributes);
      return true;
    case 'sz':
      return takeSize(look, Number.parseInt(attributes.get('val') ?? '', 10));
    case 'highlight':
      look.highlight = highlights[attributes.get('val') ?? ''] ?? '';
      return true;
    case 'spacing':
      if (Number.parseInt(attributes.get('val') ?? '', 10) < tightest) look.squeezed = true;
      if (Number.parseInt(attributes.get('val') ?? '', 10) > widest) look.moved = true;
      return true;
    case 'fitText':
      if (Number.parseInt(attributes.get('val') ?? '', 10) < narrowestFit) look.squeezed = true;
      return true;
    case 'w':
      if (Number.parseInt(attributes.get('val') ?? '100', 10) < narrowest) look.squeezed = true;
      return true;
    case 'rFonts':
      look.font = (attributes.get('ascii') ?? attributes.get('hAnsi') ?? look.font ?? '').slice(0, longestFont);
      return true;
    case 'rStyle':
      look.style = attributes.get('val') ?? '';
      return true;
    default:
      return false;
  }
}

interface Style {
  readonly look: Look;
  basedOn: string | null;
  /** The parts of its tables in which a table style hides, crosses out or raises what stands there. */
  readonly partly: Set<string>;
  /** Of a table style: what it paints behind the whole table, and whether it paints parts with figures dark. */
  ground: Colour;
  darkParts: boolean;
  /** Its paragraphs are items of a list, or are none though those of the style are that it is based on. */
  listed: boolean | null;
}

/** Parts of a table that hold its labels: what happens to them changes no figure. */
const labelParts = /^(?:firstRow|firstCol|nwCell|neCell|swCell)$/u;

export interface DocxStyles {
  readonly styles: ReadonlyMap<string, Style>;
  readonly defaults: Look;
  /** Style of a paragraph that names none, and of a table. */
  readonly paragraph: string | null;
  readonly table: string | null;
}

export const noStyles: DocxStyles = { styles: new Map(), defaults: {}, paragraph: null, table: null };
const deepest = 30;

/** What a table style says of a part of its tables, or of the whole once more. */
interface StylePart {
  readonly type: string;
  readonly look: Look;
  readonly labels: boolean;
  readonly isWhole: boolean;
  ground: Colour;
}

function partOf(type: string, style: Style | null): StylePart {
  const isWhole = type === 'wholeTable';
  const look = isWhole && style !== null ? style.look : {};
  return { type, look, labels: labelParts.test(type), isWhole, ground: '' };
}

function paint(style: Style, part: StylePart | null, ground: Colour): void {
  if (part === null || part.isWhole) {
    style.ground = ground;
    return;
  }
  part.ground = ground;
  if (!part.labels && (ground === unknownGround || isDarkGround(ground))) style.darkParts = true;
}

/** There are twelve kinds of parts. */
const mostParts = 20;
const note = ({ partly }: Style, type: string): void => {
  if (partly.size < mostParts) partly.add(type);
};

/** Whether a part shows its figures otherwise than they stand there. White letters on its own dark ground are plain. */
function hides({ look, ground }: StylePart, around: Colour): boolean {
  const { vanish, strike, dstrike, raised, tiny, squeezed } = look;
  if ([vanish, strike, dstrike, raised, tiny, squeezed].includes(true)) return true;
  const ink = inkAside(look.fill || look.color || '', ground || around);
  return ink === 'hidden' || ink === 'unseen';
}

/** Throws an ArchiveError where the part is broken. */
export function stylesOf(bytes: Uint8Array): DocxStyles {
  const styles = new Map<string, Style>();
  const defaults: Look = {};
  const own: { paragraph: string | null; table: string | null } = { paragraph: null, table: null };
  let open: Style | null = null;
  let inDefaults = false;
  let inProperties = 0;
  /** Former properties are not those of the style. */
  let skipping = 0;
  /** What a style says of a part of its tables alone. */
  let part: StylePart | null = null;
  const fill = new LetterFill();
  parseXml(bytes, {
    open(name, attributes) {
      if (skipping > 0 || name === 'rPrChange' || name === 'pPr') {
        skipping += 1;
        if (open !== null && part === null) {
          if (name === 'numId') open.listed = attributes.get('val') !== '0';
          else if (name === 'shd') open.look.ground = groundOf(attributes);
          else if (name === 'spacing' && isFlat(attributes)) open.look.squeezed = true;
        }
        return;
      }
      if (name === 'style') {
        open = { look: {}, basedOn: null, partly: new Set(), ground: '', darkParts: false, listed: null };
        const id = attributes.get('styleId');
        if (id !== undefined) styles.set(id, open);
        const kind = attributes.get('type');
        if (['1', 'true', 'on'].includes(attributes.get('default') ?? '') && (kind === 'paragraph' || kind === 'table'))
          own[kind] ??= id ?? null;
      } else if (name === 'tblStylePr') part = partOf(attributes.get('type') ?? '', open);
      else if (name === 'basedOn' && open !== null) open.basedOn = attributes.get('val') ?? null;
      else if (name === 'rPrDefault') inDefaults = true;
      else if (name === 'rPr') inProperties += 1;
      else if (name === 'textFill') fill.begin();
      else if (inProperties > 0) {
        const look = inDefaults ? defaults : (part?.look ?? open?.look ?? {});
        if (fill.isOpen) fill.take(look, name, attributes);
        else takeProperty(look, name, attributes);
      } else if (name === 'shd' && open !== null) paint(open, part, groundOf(attributes));
    },
    close(name) {
      if (skipping > 0) skipping -= 1;
      else if (name === 'style') open = null;
      else if (name === 'textFill') fill.end();
      else if (name === 'tblStylePr' && part !== null) {
        if (open !== null && !part.isWhole && !part.labels && hides(part, open.ground)) note(open, part.type);
        part = null;
      } else if (name === 'rPrDefault') inDefaults = false;
      else if (name === 'rPr') inProperties -= 1;
      return undefined;
    },
    text: () => undefined,
  });
  return { styles: new Map([...styles.keys()].map((id) => [id, wholeStyle(styles, id)])), defaults, ...own };
}

/** A style with what those say that it is based on. */
function wholeStyle(styles: ReadonlyMap<string, Style>, id: string): Style {
  const look: Look = {};
  const partly = new Set<string>();
  let ground = '';
  let darkParts = false;
  let listed: boolean | null = null;
  let next: string | null = id;
  for (let depth = 0; next !== null && depth < deepest; depth += 1) {
    const style: Style | undefined = styles.get(next);
    Object.assign(look, { ...style?.look, ...look });
    for (const type of style?.partly ?? []) partly.add(type);
    if (ground === '') ground = style?.ground ?? '';
    darkParts ||= style?.darkParts === true;
    listed ??= style?.listed ?? null;
    next = style?.basedOn ?? null;
  }
  return { look, basedOn: null, partly, ground, darkParts, listed };
}

/** Parts of tables by the name and the bit that switch them on, or off where they come by themselves. */
const switches: readonly (readonly [name: string, bit: number, off: boolean, parts: readonly string[]])[] = [
  ['lastRow', 0x40, false, ['lastRow', 'seCell', 'swCell']],
  ['lastColumn', 0x100, false, ['lastCol', 'seCell', 'neCell']],
  ['noHBand', 0x200, true, ['band1Horz', 'band2Horz']],
  ['noVBand', 0x400, true, ['band1Vert', 'band2Vert']],
];

/** The parts that a table does not take over from its style (`w:tblLook`). */
export function partsOff(attributes: XmlAttributes): ReadonlySet<string> {
  const bits = Number.parseInt(attributes.get('val') ?? '', 16);
  return new Set(
    switches.flatMap(([name, bit, off, parts]) => {
      const said = attributes.get(name);
      const isOne = said === undefined ? (Number.isNaN(bits) ? null : (bits & bit) !== 0) : isOn(attributes, name);
      return isOne === off ? parts : [];
    }),
  );
}

export const noneOff: ReadonlySet<string> = new Set();

/** The styles around a run, by their names. */
interface Around {
  readonly paragraph: string | null;
  readonly table: string | null;
  /** Parts of the table that its style leaves as they are. */
  readonly off: ReadonlySet<string>;
}

const toggles = ['vanish', 'strike', 'dstrike'] as const;
const others = [
  'raised',
  'moved',
  'tiny',
  'squeezed',
  'webHidden',
  'combined',
  'font',
  'size',
  'color',
  'ground',
  'highlight',
  'fill',
] as const;
const nothing: Look = {};

/** Takes a property from the first that says it. Runs for every property of every run of a file. */
function inherit<Name extends (typeof others)[number]>(look: Look, name: Name, all: readonly Look[]): void {
  for (const own of all) {
    const said = own[name];
    if (said === undefined) continue;
    look[name] = said;
    return;
  }
}

/** The look of a run. Two styles that both switch a property on switch it off again, as Word has it. */
export function lookOf(direct: Look, around: Around, { styles, defaults, paragraph }: DocxStyles): Look {
  if (styles.size === 0) return direct;
  const named = (id: string | null | undefined): Look =>
    id === null || id === undefined ? nothing : (styles.get(id)?.look ?? nothing);
  const layers = [named(direct.style), named(around.paragraph ?? paragraph), named(around.table)];
  const look: Look = {};
  for (const name of toggles)
    look[name] =
      direct[name] ?? (defaults[name] === true || layers.filter((own) => own[name] === true).length % 2 === 1);
  const all = [direct, ...layers, defaults];
  for (const name of others) inherit(look, name, all);
  const table = around.table === null ? undefined : styles.get(around.table);
  if (table !== undefined && [...table.partly].some((part) => !around.off.has(part))) look.inPart = true;
  if (table !== undefined && (table.darkParts || table.ground !== ''))
    look.tableGround = table.darkParts ? unknownGround : table.ground;
  return look;
}

/** True for a paragraph that its style makes an item of a list. */
export const isListed = (own: string | null, { styles, paragraph }: DocxStyles): boolean =>
  styles.get(own ?? paragraph ?? '')?.listed === true;

const unclear = ['moved', 'webHidden', 'combined'] as const;

/** What is painted behind a run: a marker, its own ground, or that of what stands around. */
function groundOfRun({ highlight = '', ground = '' }: Look, around: Colour): Colour {
  if (highlight !== '') return highlight;
  return ground === '' ? around : ground;
}

/** `ground`: of what stands around. */
export function asideOf(look: Look, ground = ''): AsideKind | null {
  if (look.vanish === true) return 'hidden';
  const letters = look.fill || look.color || '';
  // Programs differ in whether letters of no colour of their own turn white under a dark marker.
  const ownInk = isDarkGround(look.highlight ?? '') ? 'faint' : null;
  const ink = letters === '' ? ownInk : inkAside(letters, groundOfRun(look, ground));
  if (ink === 'hidden') return ink;
  if (look.strike === true || look.dstrike === true) return 'struck';
  if (look.raised === true) return 'mark';
  if (unclear.some((name) => look[name] === true)) return 'unclear';
  return look.tiny === true || look.squeezed === true ? 'unseen' : ink;
}

const privateUse = 0xf000;
const circled = Array.from('⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿');
const firstCircled = 0x80;

/** What a typeface of pictures shows for letters and digits: signs that are neither. */
export const asShown = (text: string, font: string | undefined): string =>
  font === undefined || !showsPictures(font)
    ? text
    : text.replace(/[!-~]/gu, (char) => String.fromCharCode(privateUse + char.charCodeAt(0)));

/** A symbol by its typeface and place in it: a digit, a circled one, or a sign that is no digit. */
export function symbolOf(font: string, hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16);
  if (!(code > 0x20 && code <= 0xffff) || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
  const own = code >= privateUse && code < privateUse + 0x100 ? code - privateUse : code;
  const sign = String.fromCharCode(own < 0x100 ? privateUse + own : own);
  if (showsPictures(font)) return circled[own - firstCircled] ?? sign;
  if (/^symbol$/iu.test(font)) return /[\d.,+/-]/u.test(String.fromCharCode(own)) ? String.fromCharCode(own) : sign;
  return code >= privateUse ? sign : String.fromCharCode(code);
}
