/** Texts of an .xlsx workbook, shared or in a cell: runs with fonts of their own. Source: ECMA-376 part 1, 18.4. */
import type { XmlAttributes } from '../../../containers/xml';
import { richText, smallestFont, type FontAside, type RichRun, type RichText } from '../fonts';
import type { Shade } from '../look';
import { asideOf, isFaint, type ShadeIn } from './xlsxStyles';

/** Control characters, and what looks like one, stand in a workbook as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Gathers the runs of one text after the other. Phonetic guides are no text. */
export class TextReader {
  private runs: RichRun[] = [];
  private text = '';
  private aside: FontAside | undefined;
  private size: number | undefined;
  private ink: Shade | undefined;
  private phonetic = 0;
  private inText = false;

  constructor(private readonly shadeIn: ShadeIn) {}

  /** Begins a text. */
  begin(): void {
    this.runs = [];
    this.text = '';
    this.aside = undefined;
    this.size = undefined;
    this.ink = undefined;
    this.phonetic = 0;
    this.inText = false;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 't') this.inText = this.phonetic === 0;
    else if (name === 'rPh') this.phonetic += 1;
    else if (name === 'r') this.endRun();
    // A run with properties has a font of its own, and nothing of its cell's.
    else if (name === 'rPr') this.aside = null;
    else if (name === 'color') this.ink = this.shadeIn(attributes);
    else if (name === 'sz' && Number(attributes.get('val')) > smallestFont) this.size = Number(attributes.get('val'));
    else this.aside = asideOf(name, attributes) ?? this.aside ?? (isFaint(name, attributes) ? 'unclear' : this.aside);
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'r') this.endRun();
  }

  piece(text: string): void {
    if (this.inText) this.text += text;
  }

  private endRun(): void {
    if (this.text !== '')
      this.runs.push({ text: unescaped(this.text), aside: this.aside, size: this.size, ink: this.ink });
    this.text = '';
    this.aside = undefined;
    this.size = undefined;
    this.ink = undefined;
  }

  take(): RichText {
    this.endRun();
    return richText(this.runs);
  }
}
