/**
 * What letters are filled with in place of their colour (`w14:textFill`): with nothing, with one colour, or with several. A
 * run or a style says it, by elements inside one another. Source: [MS-DOCX] 2.6.1.22.
 */
import type { Colour } from '../../containers/ink';
import type { XmlAttributes } from '../../containers/xml';

/** What is said of letters here. */
export interface Filled {
  vanish?: boolean;
  /** What they are filled with in place of their colour. */
  fill?: Colour;
}

/** Those of the theme that are white and black unless a document turns them round. */
const schemes: Readonly<Record<string, number>> = { bg1: 1, lt1: 1, tx1: 0, dk1: 0 };
const whole = 100_000;

const grey = (light: number): Colour =>
  Math.round(Math.min(1, Math.max(0, light)) * 255)
    .toString(16)
    .padStart(2, '0')
    .repeat(3);

export class LetterFill {
  /** How bright the grey is that the open colour is made from; null for another colour. */
  private light: number | null = null;
  private depth = 0;
  private colours = 0;

  get isOpen(): boolean {
    return this.depth > 0;
  }

  /** Begins and ends the element that all others stand in. */
  begin(): void {
    this.depth += 1;
    this.colours = 0;
    this.light = null;
  }

  end(): void {
    this.depth -= 1;
  }

  /** Takes what an element inside says to the look of the letters. */
  take(look: Filled, name: string, attributes: XmlAttributes): void {
    const value = attributes.get('val') ?? '';
    switch (name) {
      case 'noFill':
        look.vanish = true;
        return;
      case 'alpha':
        if (Number(value) >= whole) look.vanish = true;
        return;
      case 'srgbClr':
        this.light = null;
        return this.fill(look, value.toLowerCase());
      case 'schemeClr':
        this.light = schemes[value] ?? null;
        return this.fill(look, this.light === null ? '' : grey(this.light));
      case 'lumMod':
      case 'lumOff':
        if (this.light === null) return;
        this.light = name === 'lumMod' ? (this.light * Number(value)) / whole : this.light + Number(value) / whole;
        if (this.colours === 1) look.fill = grey(this.light);
    }
  }

  /** Letters of several colours are seen, at least where one of them begins. */
  private fill(look: Filled, colour: Colour): void {
    this.colours += 1;
    if (this.colours === 1) look.fill = colour;
    else if (look.fill !== colour) look.fill = '';
  }
}
