/** How cells of an .xlsx workbook look, as far as it decides what they say. Source: ECMA-376 part 1, 18.8. */
import { ofBytes } from '../../../containers/ofBytes';
import { ArchiveError } from '../../../containers/archive';
import { parseXml, type XmlAttributes } from '../../../containers/xml';
import { smallestFont, type FontAside } from '../fonts';
import { black, patterned, plainLook, shadeOf, white, type CellLook, type Shade } from '../look';
import { builtInFormat, formatOf, type CellFormat } from '../shown';

/** What an element of a font does to its text; undefined for one that does nothing to it. */
export function asideOf(name: string, attributes: XmlAttributes): FontAside | undefined {
  const value = attributes.get('val') ?? '1';
  if (name === 'strike') return value === '0' || value === 'false' ? undefined : 'struck';
  return name === 'vertAlign' && value !== 'baseline' ? 'mark' : undefined;
}

/** A tint that darkens white by more makes it grey. */
const palestTint = -0.1;

/** A colour, as a workbook says it in any of its ways. */
function shadeIn(attributes: XmlAttributes): Shade {
  const rgb = attributes.get('rgb');
  if (rgb !== undefined) return shadeOf(rgb);
  const tint = Number(attributes.get('tint') ?? 0);
  const theme = attributes.get('theme');
  if (theme === '0' && tint > palestTint) return white;
  if (theme !== undefined) return theme === '1' && tint === 0 ? black : `theme ${theme} ${tint}`;
  const indexed = attributes.get('indexed');
  if (indexed === '1' || indexed === '9' || indexed === '65') return white;
  return indexed === undefined || indexed === '0' || indexed === '8' || indexed === '64' ? black : `indexed ${indexed}`;
}

/** White as the ground mostly is, or too small: a part of a text that looks so may be there for nobody to see. */
export const isFaint = (name: string, attributes: XmlAttributes): boolean =>
  name === 'sz' ? Number(attributes.get('val')) <= smallestFont : name === 'color' && shadeIn(attributes) === white;

/** A look with what a condition may change of it. */
export interface PaintedLook extends CellLook {
  readonly ink: Shade;
  readonly ground: Shade;
  readonly tiny: boolean;
}

export const plainPaint: PaintedLook = { ...plainLook, ink: black, ground: white, tiny: false };

/** What the look of a cell is where a condition holds; null for what it leaves as it is. */
export interface ConditionLook {
  format: CellFormat | null;
  ink: Shade | null;
  ground: Shade | null;
  struck: boolean;
}

/** How cells look by their numbers, and what conditions make of that. */
export interface Styles {
  readonly looks: readonly PaintedLook[];
  readonly conditions: readonly ConditionLook[];
}

export const noStyles: Styles = { looks: [], conditions: [] };

interface Font {
  aside: FontAside;
  ink: Shade;
  tiny: boolean;
}

const plainFont: Font = { aside: null, ink: black, tiny: false };

/** Made out only for a cell that has it: a workbook may name thousands that none has. */
function lookOf(
  id: number,
  code: string | undefined,
  { aside, ink, tiny }: Font,
  ground: Shade,
  crossed: boolean,
): PaintedLook {
  let format: CellFormat | undefined;
  return {
    get format(): CellFormat {
      return (format ??= code === undefined ? builtInFormat(id) : formatOf(code));
    },
    aside,
    unseen: tiny || ink === ground,
    crossed,
    ink,
    ground,
    tiny,
  };
}

/** The ground of a fill without a colour of its own is what a program makes of it. */
const groundIn = (attributes: XmlAttributes): Shade =>
  attributes.get('auto') !== undefined || attributes.get('indexed') === '64' ? patterned : shadeIn(attributes);

/** Takes over what an element of a format of conditions says. There the colour of a ground stands where that of a pattern would. */
function changeCondition(look: ConditionLook | undefined, path: readonly string[], attributes: XmlAttributes): void {
  const name = path.at(-1);
  if (look === undefined) return;
  if (name === 'numFmt') look.format = formatOf(attributes.get('formatCode') ?? '');
  else if (path[3] === 'font') {
    if (name === 'color') look.ink = shadeIn(attributes);
    look.struck ||= name === 'strike' && asideOf(name, attributes) === 'struck';
  } else if (name === 'bgColor') look.ground = groundIn(attributes);
  else if (name === 'gradientFill') look.ground = patterned;
}

/** Formats of cells in a workbook, as Excel has it, and some more. */
const mostLooks = 66_000;

/** Looks in the order in which cells number them. Throws an ArchiveError. */
export const readStyles = (bytes: Uint8Array | null): Styles => (bytes === null ? noStyles : stylesIn(bytes));

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** Gathers what cells name by its number: formats, fonts, fills, borders, and looks of these. */
class StylesReader {
  readonly looks: PaintedLook[] = [];
  readonly conditions: ConditionLook[] = [];
  private readonly codes = new Map<number, string>();
  private readonly fonts: Font[] = [];
  private readonly grounds: Shade[] = [];
  private solid = false;
  /** Whether cells have a line from corner to corner. */
  private readonly crossed: boolean[] = [];
  private slanted = false;
  /** The lists that count stand right under the root. Formats of conditions have their own elements of these names. */
  private readonly path: string[] = [];

  open = (name: string, attributes: XmlAttributes): void => {
    const { path } = this;
    path.push(name);
    switch (path[1] ?? '') {
      case 'numFmts':
        if (name === 'numFmt') this.codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
        return;
      case 'fonts':
        return this.openFont(name, attributes);
      case 'fills':
        return this.openFill(name, attributes);
      case 'borders':
        return this.openBorder(name, attributes);
      case 'cellXfs':
        if (name === 'xf') this.openLook(attributes);
        else if (name === 'alignment' && attributes.get('horizontal') === 'fill') this.repeatLast();
        return;
      case 'dxfs':
        if (name === 'dxf') this.conditions.push({ format: null, ink: null, ground: null, struck: false });
        else changeCondition(this.conditions.at(-1), path, attributes);
    }
  };

  close = (): undefined => {
    this.path.pop();
  };

  text = (): undefined => undefined;

  private openFont(name: string, attributes: XmlAttributes): void {
    const font = this.fonts.at(-1);
    if (name === 'font') this.fonts.push({ ...plainFont });
    else if (this.path.length === 4 && font !== undefined) {
      font.aside = asideOf(name, attributes) ?? font.aside;
      if (name === 'color') font.ink = shadeIn(attributes);
      font.tiny ||= name === 'sz' && isFaint(name, attributes);
    }
  }

  private openFill(name: string, attributes: XmlAttributes): void {
    const last = this.grounds.length - 1;
    if (name === 'fill') this.grounds.push(white);
    else if (name === 'gradientFill') this.grounds[last] = patterned;
    else if (name === 'patternFill') {
      const pattern = attributes.get('patternType') ?? 'none';
      this.solid = pattern === 'solid';
      this.grounds[last] = pattern === 'none' ? white : patterned;
    } else if (name === 'fgColor' && this.solid) this.grounds[last] = groundIn(attributes);
  }

  private openBorder(name: string, attributes: XmlAttributes): void {
    if (name === 'border') {
      this.crossed.push(false);
      this.slanted = isTrue(attributes.get('diagonalUp')) || isTrue(attributes.get('diagonalDown'));
    } else if (name === 'diagonal')
      this.crossed[this.crossed.length - 1] = this.slanted && (attributes.get('style') ?? 'none') !== 'none';
  }

  /** What stands in such a cell is shown as often as there is room for it: 5 may be 555. */
  private repeatLast(): void {
    const last = this.looks.at(-1);
    if (last !== undefined) this.looks[this.looks.length - 1] = { ...last, unsure: true };
  }

  private openLook(attributes: XmlAttributes): void {
    if (this.looks.length >= mostLooks) throw new ArchiveError('unsafe', `more than ${mostLooks} formats`, 'content');
    const named = (key: string): number => Number(attributes.get(key) ?? 0);
    const id = named('numFmtId');
    const font = this.fonts[named('fontId')] ?? plainFont;
    const ground = this.grounds[named('fillId')] ?? white;
    const crossed = this.crossed[named('borderId')] ?? false;
    this.looks.push(lookOf(id, this.codes.get(id), font, ground, crossed));
  }
}

const stylesIn = ofBytes((bytes): Styles => {
  const reader = new StylesReader();
  parseXml(bytes, reader);
  return reader;
});
