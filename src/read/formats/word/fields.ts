/** Fields that have no result: the eye sees what their code says. */
import { notSure, type Run } from '../../containers/runs';

/** As a circled figure or a fraction. */
const showing = /^\s*(?:eq|macrobutton|gotobutton|symbol|advance)\b/iu;

/** Made anew whenever the document is opened or printed: the number of pages, the day, the time. */
const passing =
  /^\s*(?:page|numpages|sectionpages|section|date|time|createdate|savedate|printdate|edittime|numwords|numchars|filesize|revnum)\b/iu;
export const isPassing = (code: string): boolean => passing.test(code);

/** More of a code is not looked at. */
export const longestCode = 100;

/** What a field without a result shows; null where that is nothing. */
export function shownByCode(code: string): Run | null {
  if (!showing.test(code)) return null;
  return /\d/u.test(code) ? notSure : { text: '', aside: 'object' };
}
