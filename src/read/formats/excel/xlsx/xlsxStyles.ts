/** How cells of an .xlsx workbook look, as far as it decides what they say. Source: ECMA-376 part 1, 18.8. */
import { ofBytes } from '../../../containers/package';
import { ArchiveError } from '../../../containers/archive';
import { parseXml, type XmlAttributes } from '../../../containers/xml';
import { showsPictures } from '../../../containers/ink';
import type { ConditionLook, PaintedLook } from '../conditions';
import { type FontAside, smallestFont } from '../fonts';
import { black, isUnseenOn, patterned, plainLook, type Shade, shadeOf, white } from '../look';
import { Palette, themeColours, tinted } from '../palette';
import { builtInFormat, type CellFormat, formatOf } from '../shown';

/** What an element of a font does to its text; undefined for one that does nothing to it. */
export function asideOf(name: string, attributes: XmlAttributes): FontAside | undefined {
  const value = attributes.get('val') ?? '1';
  if (name === 'strike') return value === '0' || value === 'false' ? undefined : 'struck';
  return name === 'vertAlign' && value !== 'baseline' ? 'mark' : undefined;
}

/** A colour, as a workbook says it in any of its ways. */
interface Tone {
  readonly rgb: string | undefined;
  readonly theme: number | undefined;
  readonly indexed: number | undefined;
  readonly tint: number;
}

const numberIn = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

export const toneIn = (attributes: XmlAttributes): Tone => ({
  rgb: attributes.get('rgb'),
  theme: numberIn(attributes.get('theme')),
  indexed: numberIn(attributes.get('indexed')),
  tint: Number(attributes.get('tint') ?? 0),
});

const whiteTone: Tone = { rgb: white, theme: undefined, indexed: undefined, tint: 0 };
const blackTone: Tone = { rgb: black, theme: undefined, indexed: undefined, tint: 0 };

/** The first two of a theme are white and black as good as always. */
const firstCoined = 2;

/** What the colours of a workbook are. */
class Colours {
  constructor(
    private readonly palette: Palette,
    private readonly theme: readonly Shade[],
  ) {}

  shade({ rgb, theme, indexed, tint }: Tone): Shade {
    const plain =
      rgb !== undefined
        ? shadeOf(rgb)
        : theme !== undefined
          ? (this.theme[theme] ?? black)
          : this.palette.shade(indexed ?? 64);
    return tinted(plain, tint);
  }
}

const usualColours = new Colours(new Palette(), themeColours(''));

/** Too small, or pictures: a part of a text that looks so may say something else, or nothing. */
export const isFaint = (name: string, attributes: XmlAttributes): boolean =>
  name === 'sz'
    ? Number(attributes.get('val')) <= smallestFont
    : name === 'rFont' && showsPictures(attributes.get('val') ?? '');

/** The colour that an element of a text says. */
export type ShadeIn = (attributes: XmlAttributes) => Shade;

export const plainPaint: PaintedLook = { ...plainLook, ink: black, tiny: false };

/** How cells look by their numbers, and what conditions make of that. */
export interface Styles {
  readonly looks: readonly PaintedLook[];
  readonly conditions: readonly ConditionLook[];
  /** What a format of conditions makes of a cell. */
  readonly conditionOf: (written: WrittenCondition) => ConditionLook;
}

/** A format of conditions as it is written: null and undefined for what it leaves as it is. */
export interface WrittenCondition {
  format: CellFormat | null;
  ink: Tone | null;
  ground: Ground | undefined;
  struck: boolean;
}

export const plainCondition = (): WrittenCondition => ({ format: null, ink: null, ground: undefined, struck: false });

/**
 * Takes over what an element inside a format of conditions says. `path`: the names of those that are open in it, its own last.
 * The colour of a ground stands there where that of a pattern would.
 */
export function changeCondition(condition: WrittenCondition, path: readonly string[], attributes: XmlAttributes): void {
  const name = path.at(-1);
  if (name === 'numFmt') condition.format = formatOf(attributes.get('formatCode') ?? '');
  else if (path[0] === 'font') {
    if (name === 'color') condition.ink = toneIn(attributes);
    condition.struck ||= name === 'strike' && asideOf(name, attributes) === 'struck';
  } else if (name === 'bgColor') condition.ground = groundIn(attributes);
  else if (name === 'gradientFill') condition.ground = null;
}

const conditionUnder =
  (colours: Colours): Styles['conditionOf'] =>
  ({ format, ink, ground, struck }) => ({
    format,
    ink: ink === null ? null : colours.shade(ink),
    ground: ground === undefined ? null : ground === null ? patterned : colours.shade(ground),
    struck,
  });

const noStyles: Styles = { looks: [], conditions: [], conditionOf: conditionUnder(usualColours) };

interface Font {
  aside: FontAside;
  ink: Tone;
  tiny: boolean;
  /** Nobody can tell what its digits look like. */
  pictures: boolean;
}

const plainFont: Font = { aside: null, ink: blackTone, tiny: false, pictures: false };

/** The ground of a cell by its fill; null for one of more than one colour. */
type Ground = Tone | null;

/** What the looks of cells are made of. */
interface WrittenLook {
  readonly id: number;
  readonly code: string | undefined;
  readonly font: Font;
  readonly ground: Ground;
  readonly crossed: boolean;
  readonly lined: boolean;
  /** How what stands in the cell lies in it. */
  alignment: string;
}

/** The format is made out only for a cell that has it: a workbook may name thousands that none has. */
function lookOf({ id, code, font, ground, crossed, lined, alignment }: WrittenLook, colours: Colours): PaintedLook {
  const { aside, tiny } = font;
  const [ink, painted] = [colours.shade(font.ink), ground === null ? patterned : colours.shade(ground)];
  let format: CellFormat | undefined;
  return {
    get format(): CellFormat {
      return (format ??= code === undefined ? builtInFormat(id) : formatOf(code));
    },
    aside,
    unseen: tiny || isUnseenOn(ink, painted),
    crossed,
    ink,
    ground: painted,
    tiny,
    // What fills its cell is shown as often as there is room for it: 5 may be 555.
    ...(font.pictures || alignment === 'fill' ? { unsure: true } : {}),
    ...(alignment === 'centerContinuous' ? { across: true } : {}),
    ...(lined ? { lined: true } : {}),
  };
}

/** The ground of a fill without a colour of its own is what a program makes of it. */
const groundIn = (attributes: XmlAttributes): Ground =>
  attributes.get('auto') !== undefined || attributes.get('indexed') === '64' ? null : toneIn(attributes);

/** Formats of cells in a workbook, as Excel has it, and some more. */
const mostLooks = 66_000;

/** Looks in the order in which cells number them. `theme`: the part that says its colours. Throws an ArchiveError. */
export const readStyles = (bytes: Uint8Array | null, theme: () => Uint8Array | null): Styles =>
  bytes === null ? noStyles : stylesIn(bytes).under(theme);

/** Colours of texts by the styles of the workbook and its theme, which is looked for by the first colour that needs it. */
export function shadesOf(bytes: Uint8Array | null, theme: () => Uint8Array | null): ShadeIn {
  const own = bytes === null ? [] : stylesIn(bytes).palette;
  let colours: Colours | null = null;
  const themed = (): Colours => {
    const part = theme();
    return new Colours(new Palette(own), themeColours(part === null ? '' : new TextDecoder().decode(part)));
  };
  return (attributes) => {
    const tone = toneIn(attributes);
    const isPlain = own.length === 0 && (tone.theme ?? 0) < firstCoined;
    return (isPlain ? usualColours : (colours ??= themed())).shade(tone);
  };
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** Gathers what cells name by its number: formats, fonts, fills, borders, and looks of these. */
class StylesReader {
  private readonly looks: WrittenLook[] = [];
  private readonly conditions: WrittenCondition[] = [];
  readonly palette: Shade[] = [];
  private readonly codes = new Map<number, string>();
  private readonly fonts: Font[] = [];
  private readonly grounds: Ground[] = [];
  private solid = false;
  /** Whether cells have a line from corner to corner. */
  private readonly crossed: boolean[] = [];
  private readonly lined: boolean[] = [];
  private slanted = false;
  /** The lists that count stand right under the root. Formats of conditions have their own elements of these names. */
  private readonly path: string[] = [];
  /** Whether any look has a colour that the theme says. */
  private themed = false;
  /** By the theme that they were made under. */
  private readonly made = new Map<Uint8Array | null, Styles>();

  /** The looks, under a theme where they ask for one. Throws an ArchiveError. */
  under(theme: () => Uint8Array | null): Styles {
    const part = this.themed ? theme() : null;
    const known = this.made.get(part);
    if (known !== undefined) return known;
    const xml = part === null ? '' : new TextDecoder().decode(part);
    const colours = new Colours(new Palette(this.palette), themeColours(xml));
    const conditionOf = conditionUnder(colours);
    const styles: Styles = {
      looks: this.looks.map((look) => lookOf(look, colours)),
      conditions: this.conditions.map(conditionOf),
      conditionOf,
    };
    // One after the other, not all the themes there are.
    this.made.clear();
    this.made.set(part, styles);
    return styles;
  }

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
        return this.openLook(name, attributes);
      case 'dxfs':
        return this.openCondition(name, attributes);
      case 'colors':
        if (name === 'rgbColor') this.palette.push(shadeOf(attributes.get('rgb') ?? ''));
    }
  };

  close = (): undefined => {
    this.path.pop();
  };

  text = (): undefined => undefined;

  /** The tone of an element; takes note of one that the theme says. */
  private tone(attributes: XmlAttributes): Tone {
    const tone = toneIn(attributes);
    this.themed ||= (tone.theme ?? 0) >= firstCoined;
    return tone;
  }

  private openFont(name: string, attributes: XmlAttributes): void {
    const font = this.fonts.at(-1);
    if (name === 'font') this.fonts.push({ ...plainFont });
    else if (this.path.length === 4 && font !== undefined) {
      font.aside = asideOf(name, attributes) ?? font.aside;
      if (name === 'color') font.ink = this.tone(attributes);
      font.tiny ||= name === 'sz' && isFaint(name, attributes);
      font.pictures ||= name === 'name' && showsPictures(attributes.get('val') ?? '');
    }
  }

  private openFill(name: string, attributes: XmlAttributes): void {
    const last = this.grounds.length - 1;
    if (name === 'fill') this.grounds.push(whiteTone);
    else if (name === 'gradientFill') this.grounds[last] = null;
    else if (name === 'patternFill') {
      const pattern = attributes.get('patternType') ?? 'none';
      this.solid = pattern === 'solid';
      this.grounds[last] = pattern === 'none' ? whiteTone : null;
    } else if (name === 'fgColor' && this.solid) {
      const ground = groundIn(attributes);
      this.grounds[last] = ground === null ? null : this.tone(attributes);
    }
  }

  private groundOf(fill: number): Ground {
    const ground = this.grounds[fill];
    return ground === undefined ? whiteTone : ground;
  }

  private openBorder(name: string, attributes: XmlAttributes): void {
    if (name === 'border') {
      this.crossed.push(false);
      this.lined.push(false);
      this.slanted = isTrue(attributes.get('diagonalUp')) || isTrue(attributes.get('diagonalDown'));
      return;
    }
    const isDrawn = (attributes.get('style') ?? 'none') !== 'none';
    if (name === 'diagonal') this.crossed[this.crossed.length - 1] = this.slanted && isDrawn;
    if (name === 'left' || name === 'start') this.lined[this.lined.length - 1] = isDrawn;
  }

  private openCondition(name: string, attributes: XmlAttributes): void {
    if (name === 'dxf') this.conditions.push(plainCondition());
    const condition = this.conditions.at(-1);
    if (condition === undefined) return;
    if (/color$/iu.test(name)) this.tone(attributes);
    changeCondition(condition, this.path.slice(3), attributes);
  }

  private openLook(name: string, attributes: XmlAttributes): void {
    const last = this.looks.at(-1);
    if (name === 'alignment' && last !== undefined) last.alignment = attributes.get('horizontal') ?? '';
    if (name !== 'xf') return;
    if (this.looks.length >= mostLooks) throw new ArchiveError('unsafe', `more than ${mostLooks} formats`, 'content');
    const named = (key: string): number => Number(attributes.get(key) ?? 0);
    const id = named('numFmtId');
    this.looks.push({
      id,
      code: this.codes.get(id),
      font: this.fonts[named('fontId')] ?? plainFont,
      ground: this.groundOf(named('fillId')),
      crossed: this.crossed[named('borderId')] ?? false,
      lined: this.lined[named('borderId')] ?? false,
      alignment: '',
    });
  }
}

const stylesIn = ofBytes((bytes): StylesReader => {
  const reader = new StylesReader();
  parseXml(bytes, reader);
  return reader;
});
