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

/** A number of its own, which Word makes: nobody here can tell which. */
const numbering = /^\s*(?:autonum\w*|listnum)\b/iu;

/** What shows nothing whether it was brought up to date or not, or what a form leaves empty. */
const silent =
  /^\s*(?:$|(?:tc|xe|ta|rd|toc|toa|index|set|ask|private|form\w+|hyperlink|addin|database|next|nextif|skipif|comments?)\b)/iu;

/** A calculation. It always shows a number. */
const formula = /^\s*=/u;
export const isFormula = (code: string): boolean => formula.test(code);

/** True for a field that Word brings up to date to something else than nothing. */
export const isSpeaking = (code: string): boolean => !silent.test(code);

/** What a field without a result shows; null where that is nothing, and would be. */
export function shownByCode(code: string): Run | null {
  if (numbering.test(code)) return notSure;
  if (showing.test(code)) return /\d/u.test(code) ? notSure : { text: '', aside: 'object' };
  return isSpeaking(code) ? { text: code.trim(), aside: 'uncalculated' } : null;
}
