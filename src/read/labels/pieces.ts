/** Labels that a source cut over several cells, so that they can be put together again. */
import { fold } from './label';
import { remembered } from './remembered';
import { vocabularies } from './vocabulary';

/** A longer text is no piece of a label. */
const longestPiece = 120;
const bareOfShort = remembered((text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ''));

/** Everything but letters and numbers out. */
export const bare = (text: string): string => (text.length > longestPiece ? text : bareOfShort(text));

const whole = new Set<string>();
const starts = new Set<string>();
const ends = new Set<string>();
for (const label of vocabularies.flatMap(({ labels }) => labels)) {
  for (const own of [bare(label), bare(label.replace(/（[^（）]{4,}）/gu, ''))]) {
    whole.add(own);
    for (let length = 1; length < own.length; length += 1) {
      starts.add(own.slice(0, length));
      ends.add(own.slice(length));
    }
  }
}

/** True if a text without its marks is a label of some edition. */
export const isWholeLabel = (text: string): boolean => whole.has(text);

/** True if such a label begins so and goes on. */
export const isLabelStart = (text: string): boolean => starts.has(text);

/** True if such a label ends so, or is the whole of it. */
export const isLabelEnd = (text: string): boolean => whole.has(text) || ends.has(text);

/** True for a cell that holds one character of a label and nothing else: 规 */
const isOneCharacter = (text: string): boolean => /^\p{Script=Han}$/u.test(text.trim());

/** How many texts from here on, each one character, make a label together: 规, 章. 0 if they do not. */
export function spelled(textAt: (index: number) => string | undefined, from: number): number {
  let label = '';
  let length = 0;
  for (let index = from; ; index += 1) {
    const text = textAt(index);
    if (text === undefined || !isOneCharacter(text)) break;
    label += bare(text);
    if (index > from && isWholeLabel(label)) length = index - from + 1;
    if (!isLabelStart(label)) break;
  }
  return length;
}
