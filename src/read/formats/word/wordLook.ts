/** What an old Word document says of the look of its characters, directly and by styles. Source: [MS-DOC]. */
import { inkAside, isDarkGround, unknownGround, type Colour } from '../../containers/ink';
import type { AsideKind } from '../../containers/runs';

const rowDefinition = 0xd608;
const tabStops = 0xc615;

/** Operand lengths by the upper three bits; 0 where the operand says its own. */
const operandLengths: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3];

export const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
export const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
export const i16 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) << 16) >> 16;

/** Properties are a list of modifications: what is modified, and its operand. */
export function modifications(list: Uint8Array, each: (kind: number, operand: Uint8Array) => void): void {
  for (let at = 0; at + 2 < list.length;) {
    const kind = u16(list, at);
    at += 2;
    let length = operandLengths[kind >> 13] ?? 0;
    let from = 0;
    if (length === 0) {
      const own = list[at] ?? 0;
      from = kind === rowDefinition ? 2 : 1;
      length = kind === rowDefinition ? u16(list, at) + 1 : own + 1;
      if (kind === tabStops && own === 255) {
        const removed = (list[at + 1] ?? 0) * 4 + 2;
        length = removed + (list[at + removed] ?? 0) * 3 + 1;
      }
    }
    each(kind, list.subarray(at + from, at + length));
    at += length;
  }
}

/** As said directly. Undefined: not said. `style`: as the style has it, or the other way round. */
type Toggle = boolean | 'asStyle' | 'againstStyle';

export interface CharacterLook {
  deleted?: boolean;
  hidden?: Toggle;
  strike?: Toggle;
  doubleStrike?: Toggle;
  raised?: boolean;
  moved?: boolean;
  /** Of the letters; '' where Word chooses it. */
  color?: Colour;
  /** Behind them alone, '' for nothing. */
  ground?: Colour;
  /** Of a marker drawn over the ground. */
  highlight?: Colour;
  tiny?: boolean;
  /** Letters lie upon each other. */
  squeezed?: boolean;
  /** In half points. */
  size?: number;
  webHidden?: boolean;
  /** What a symbol shows in place of the character. */
  symbol?: string;
  /** Number of a character style. */
  style?: number;
}

const character = {
  deleted: 0x0800,
  hidden: 0x083c,
  webHidden: 0x0811,
  strike: 0x0837,
  doubleStrike: 0x2a53,
  raised: 0x2a48,
  position: 0x4845,
  color: 0x6870,
  colorIndex: 0x2a42,
  highlight: 0x2a0c,
  size: 0x4a43,
  style: 0x4a30,
  symbol: 0x6a09,
  spacing: 0x8840,
  scale: 0x4852,
  shading: 0xca71,
  shadingOld: 0x4866,
} as const;
/** What paints behind paragraphs and cells; each with the bytes of its operand before the shadings. */
const shadings: ReadonlyMap<number, number> = new Map([
  [0xc64d, 0],
  [0xd612, 0],
  [0xd616, 0],
  [0xd60c, 0],
  [0xd62d, 2],
  [0xd62e, 2],
  [0xd660, 0],
]);
const oldShadings: ReadonlyMap<number, number> = new Map([
  [0x442d, 0],
  [0xd609, 0],
  [0x7627, 2],
]);
const shadingLength = 10;
const whiteIndex = 8;
/** Colours by their numbers, of which 0 is none. */
const indexed: readonly Colour[] = [
  '',
  '000000',
  '0000ff',
  '00ffff',
  '00ff00',
  'ff00ff',
  'ff0000',
  'ffff00',
  'ffffff',
  '000080',
  '008080',
  '008000',
  '800080',
  '800000',
  '808000',
  '808080',
  'c0c0c0',
];
/** Three bytes, red first, and a fourth that says whether there is one. */
const colorAt = (bytes: Uint8Array, at: number): Colour =>
  (bytes[at + 3] ?? 0) === 0
    ? Array.from(bytes.subarray(at, at + 3), (part) => part.toString(16).padStart(2, '0')).join('')
    : '';
/** In half points: what is smaller nobody sees. */
const smallest = 4;
/** Twentieths of a point by which letters stand closer, and hundredths of their width, beyond which nobody reads them. */
const tightest = -80;
const narrowest = 10;

/** A shading of ten bytes: two colours, blue last, and a pattern. */
function isDark(operand: Uint8Array, at: number): boolean {
  if (at + shadingLength > operand.length) return false;
  const ground = groundAt(operand, at);
  return ground === unknownGround || isDarkGround(ground);
}

const noPattern = 0xffff;
const solid = 1;
function groundAt(operand: Uint8Array, at: number): Colour {
  if (at + shadingLength > operand.length) return '';
  const pattern = u16(operand, at + 8);
  if (pattern === 0) return colorAt(operand, at + 4);
  if (pattern === solid) return colorAt(operand, at) || '000000';
  return pattern === noPattern ? '' : unknownGround;
}

/** One of two bytes: numbers of two colours, of which 0 and 8 are none and white, and a pattern. */
function isDarkOld(operand: Uint8Array, at: number): boolean {
  const shading = u16(operand, at);
  const behind = (shading >> 5) & 0x1f;
  return shading !== 0xffff && (shading >> 10 !== 0 || (behind !== 0 && behind !== whiteIndex));
}

/** True where the properties of a paragraph or row paint it, or a cell of it, with anything dark. */
export function paintsDark(list: Uint8Array): boolean {
  let dark = false;
  modifications(list, (kind, operand) => {
    for (let at = shadings.get(kind) ?? Infinity; !dark && at < operand.length; at += shadingLength)
      dark = isDark(operand, at);
    for (let at = oldShadings.get(kind) ?? Infinity; !dark && at < operand.length; at += 2)
      dark = isDarkOld(operand, at);
  });
  return dark;
}

/** Shadings of the cells of a row, by the first cell that each speaks of. */
const cellShadings: ReadonlyMap<number, number> = new Map([
  [0xd612, 0],
  [0xd616, 22],
  [0xd60c, 44],
]);
const [paragraphShading, severalCells, everyOtherCell, wholeTable] = [0xc64d, 0xd62d, 0xd62e, 0xd660];
const mostCells = 64;

/** What properties paint behind a paragraph, or behind the cells of the row that it ends. */
export interface Grounds {
  paragraph: Colour;
  /** By cell; holes where nothing is said. */
  readonly cells: Colour[];
}

/** Takes what one of the properties of a paragraph paints. */
export function takeGround(grounds: Grounds, kind: number, operand: Uint8Array): void {
  const first = cellShadings.get(kind);
  if (kind === paragraphShading) grounds.paragraph = groundAt(operand, 0);
  else if (first !== undefined)
    for (let at = 0; at + shadingLength <= operand.length; at += shadingLength)
      grounds.cells[first + at / shadingLength] = groundAt(operand, at);
  else if (kind === severalCells || kind === everyOtherCell || kind === wholeTable) {
    const [from, until, at] = kind === wholeTable ? [0, mostCells, 0] : [operand[0] ?? 0, operand[1] ?? 0, 2];
    const step = kind === everyOtherCell ? 2 : 1;
    for (let cell = from; cell < Math.min(until, mostCells); cell += step) grounds.cells[cell] = groundAt(operand, at);
  }
}

const toggle = (operand: Uint8Array): Toggle => {
  const value = operand[0] ?? 0;
  return value === 0x80 ? 'asStyle' : value === 0x81 ? 'againstStyle' : value !== 0;
};

/** Takes how letters are drawn. False for what says nothing of it. */
function takeDrawing(look: CharacterLook, kind: number, operand: Uint8Array): boolean {
  switch (kind) {
    case character.spacing:
      look.squeezed = i16(operand, 0) < tightest;
      return true;
    case character.scale:
      look.squeezed = u16(operand, 0) < narrowest;
      return true;
    case character.shading:
      look.ground = groundAt(operand, 0);
      return true;
    case character.shadingOld:
      look.ground = isDarkOld(operand, 0) ? unknownGround : '';
      return true;
    default:
      return false;
  }
}

/** Null where the list says nothing of it. */
export function oldLookOf(list: Uint8Array): CharacterLook | null {
  const look: CharacterLook = {};
  let says = false;
  modifications(list, (kind, operand) => {
    const before = says;
    says = true;
    switch (kind) {
      case character.deleted:
        look.deleted = (operand[0] ?? 0) !== 0;
        break;
      case character.hidden:
        look.hidden = toggle(operand);
        break;
      case character.strike:
        look.strike = toggle(operand);
        break;
      case character.doubleStrike:
        look.doubleStrike = toggle(operand);
        break;
      case character.webHidden:
        look.webHidden = (operand[0] ?? 0) !== 0;
        break;
      case character.raised:
        look.raised = operand[0] === 1 || operand[0] === 2;
        break;
      case character.position:
        look.moved = i16(operand, 0) !== 0;
        break;
      case character.color:
        look.color = colorAt(operand, 0);
        break;
      case character.colorIndex:
        look.color = indexed[operand[0] ?? 0] ?? '';
        break;
      case character.highlight:
        look.highlight = indexed[operand[0] ?? 0] ?? '';
        break;
      case character.size:
        look.size = u16(operand, 0);
        look.tiny = look.size <= smallest;
        break;
      case character.style:
        look.style = u16(operand, 0);
        break;
      case character.symbol:
        look.symbol = String.fromCharCode(u16(operand, 2));
        break;
      default:
        says = takeDrawing(look, kind, operand) || before;
    }
  });
  return says ? look : null;
}

type CharacterStyles = readonly (CharacterLook | null)[];

const noStyle = 0xfff;
const deepest = 15;
const paragraphStyle = 1;
const characterStyle = 2;

/** Looks of the styles of a document, by their numbers, each with what it is based on. */
export function oldStylesOf(sheet: Uint8Array): CharacterStyles {
  if (sheet.length < 6) return [];
  const headerLength = u16(sheet, 0);
  const count = Math.min(u16(sheet, 2), noStyle);
  const baseLength = u16(sheet, 4);
  const own: ({ readonly look: CharacterLook | null; readonly base: number } | null)[] = [];
  for (let at = 2 + headerLength; own.length < count && at + 2 <= sheet.length;) {
    const length = u16(sheet, at);
    const style = sheet.subarray(at + 2, at + 2 + length);
    at += 2 + length + (length & 1);
    own.push(length < baseLength + 4 ? null : styleOf(style, baseLength));
  }
  return own.map((_, index) => {
    const look: CharacterLook = {};
    let next = index;
    for (let depth = 0; depth < deepest; depth += 1) {
      const style = own[next];
      if (style === null || style === undefined) break;
      Object.assign(look, { ...style.look, ...look });
      next = style.base;
    }
    return Object.keys(look).length === 0 ? null : look;
  });
}

function styleOf(
  style: Uint8Array,
  baseLength: number,
): { readonly look: CharacterLook | null; readonly base: number } {
  const kind = u16(style, 2) & 0x0f;
  const base = u16(style, 2) >> 4;
  // The name, its length before it and a zero behind it.
  let at = baseLength + 2 + u16(style, baseLength) * 2 + 2;
  const lists: Uint8Array[] = [];
  while (at + 2 <= style.length && lists.length < 3) {
    const length = u16(style, at);
    lists.push(style.subarray(at + 2, at + 2 + length));
    at += 2 + length + (length & 1);
  }
  const list = kind === paragraphStyle ? lists[1] : kind === characterStyle ? lists[0] : undefined;
  return { look: list === undefined ? null : oldLookOf(list), base };
}

const isOn = (direct: Toggle | undefined, byStyle: boolean): boolean =>
  direct === undefined || direct === 'asStyle' ? byStyle : direct === 'againstStyle' ? !byStyle : direct;

/** What is painted behind letters that paint nothing themselves. */
interface Surroundings {
  /** By the paragraph or the cell around; '' where neither says anything. */
  readonly ground: Colour;
  /** Whether anything of the document is painted dark. */
  readonly isPainted: () => boolean;
}

/** `paragraph`: number of the style of the paragraph. */
export function oldAsideOf(
  direct: CharacterLook | null,
  paragraph: number,
  styles: CharacterStyles,
  surroundings: Surroundings,
): AsideKind | null {
  const around = styles[paragraph] ?? null;
  if (direct === null && around === null) return null;
  const named = direct?.style === undefined ? null : (styles[direct.style] ?? null);
  const on = (name: 'hidden' | 'strike' | 'doubleStrike'): boolean => {
    const byParagraph = isOn(around?.[name], false);
    return isOn(direct?.[name], isOn(named?.[name], false) !== byParagraph);
  };
  const said = (name: 'raised' | 'moved' | 'tiny' | 'squeezed' | 'webHidden'): boolean =>
    direct?.[name] ?? named?.[name] ?? around?.[name] ?? false;
  const colour = (name: 'color' | 'highlight' | 'ground'): Colour =>
    direct?.[name] ?? named?.[name] ?? around?.[name] ?? '';
  if (direct?.deleted === true) return 'deleted';
  if (on('hidden')) return 'hidden';
  if (on('strike') || on('doubleStrike')) return 'struck';
  if (said('raised')) return 'mark';
  if (said('moved') || said('webHidden')) return 'unclear';
  if (said('tiny') || said('squeezed')) return 'unseen';
  return inkOf(
    colour('color'),
    colour('highlight') || colour('ground'),
    isDarkGround(colour('highlight')),
    surroundings,
  );
}

function inkOf(letters: Colour, own: Colour, isMarked: boolean, { ground, isPainted }: Surroundings): AsideKind | null {
  // Programs differ in whether letters of no colour of their own turn white under a dark marker.
  if (letters === '') return isMarked ? 'faint' : null;
  const behind = own === '' ? ground : own;
  const ink = inkAside(letters, behind);
  return ink !== null && behind === '' && isPainted() ? 'faint' : ink;
}

/** Of letters that nothing gives a size, in half points. */
const usualSize = 20;

/** Of these letters, in half points. */
export const sizeOf = (direct: CharacterLook | null, paragraph: number, styles: CharacterStyles): number =>
  direct?.size ??
  (direct?.style === undefined ? undefined : styles[direct.style]?.size) ??
  styles[paragraph]?.size ??
  usualSize;
