/**
 * A number with the 15 digits that a spreadsheet shows and compares: 0.1 + 0.2 is 0.3. What lies beyond them is the noise of
 * calculating in binary, and nobody ever sees it.
 */
export const shownDigits = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));

const decoration = /[\s\u00a0,，¥￥$+]/gu;
/** A column that is too narrow for its number; a wider one shows it. */
const tooNarrow = /^#+$/u;
/** Accounting formats print (8) for -8. */
const inBrackets = /^[(（](.*)[)）]$/u;

/** Whether a cell that holds this number shows another one, none, or something that is no number. */
export function showsOther(value: number, text: string): boolean {
  const shown = text.replace(decoration, '');
  if (tooNarrow.test(shown)) return false;
  const [, negative] = inBrackets.exec(shown) ?? [];
  // 12件 and 12% start alike: only what is known to leave the number alone may stand behind it.
  const digits = (negative ?? shown).replace(/(?:件|项|条|宗|份|个|起|次|万元|元)$/u, '');
  const read = digits === '' ? NaN : Number(digits);
  if (value === 0 && /^[-—–/]+$/u.test(shown)) return false;
  return shownDigits(negative === undefined ? read : -read) !== shownDigits(value);
}
