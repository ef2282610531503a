/** Fields that have no result: the eye sees what their code says. */
import { notSure, type Run } from '../../containers/runs';

/** As a circled figure or a fraction. */
const showing = /^\s*(?:eq|macrobutton|gotobutton|symbol|advance)\b/iu;

/** More of a code is not looked at. */
export const longestCode = 100;

/** What a field without a result shows; null where that is nothing. */
export function shownByCode(code: string): Run | null {
  if (!showing.test(code)) return null;
  return /\d/u.test(code) ? notSure : { text: '', aside: 'object' };
}
