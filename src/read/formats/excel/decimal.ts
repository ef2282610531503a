/** Numbers as files of workbooks write them. What else a program may take for one, such as 0x39 or a space, Excel does not. */

const decimal = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?\s*$/iu;
const digit0 = 48;

/** NaN for what is no number. Most begin with two figures, or are one. */
export function decimalOf(value: string): number {
  const first = value.charCodeAt(0) - digit0;
  const second = value.charCodeAt(1) - digit0;
  const isPlain = first >= 0 && first <= 9 && (value.length === 1 || (second >= 0 && second <= 9));
  return isPlain || decimal.test(value) ? Number(value) : NaN;
}
