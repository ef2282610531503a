/** Title and paragraphs of text, set as the levels of an official document are: （一） in 楷体, the rest in 仿宋. */
import { headingNumber } from '../../report/headings';
import { reportTitle } from '../../report/sheet/sheet';
import { linesOfText } from '../text';
import type { Xml } from '../xml';
import { runFonts, type FontProfile } from './fonts';
import { characters, paragraph, run } from './markup';

/** Characters of 二号 on one line: 156 mm at 22 pt. */
const titleCharacters = 20;

/** The title on one line, or broken after the year so that no word is cut. */
export function titleLines(unit: string | null, year: number | null): string[] {
  const title = reportTitle(unit, year);
  const tail = reportTitle(null, null);
  return characters(title) <= titleCharacters || title === tail
    ? [title]
    : [title.slice(0, title.length - tail.length), tail];
}

/** Longest heading, so that a whole paragraph that happens to begin with （一） is not set in 楷体. */
const longestHeading = 40;

/** Length of the heading at the start of a paragraph, up to its full stop; 0 where it has none. */
function headingLength(text: string): number {
  if (headingNumber(text)?.level !== 2) return 0;
  const stop = text.search(/[。\n]/u);
  const length = stop === -1 ? text.length : text[stop] === '。' ? stop + 1 : stop;
  return length <= longestHeading ? length : 0;
}

/** One paragraph of the text of a report, its characters unchanged. */
export function narrativeParagraph(text: string, fonts: FontProfile): Xml {
  const length = headingLength(text);
  if (length === text.length && length > 0) return paragraph('Heading2', [], run(linesOfText(text)));
  return paragraph(
    'BodyText',
    [],
    length === 0 ? null : run([text.slice(0, length)], runFonts(fonts.subheading)),
    run(linesOfText(text.slice(length))),
  );
}
