/**
 * A number with the 15 digits that a spreadsheet shows and compares: 0.1 + 0.2 is 0.3. What lies beyond them is the noise of
 * calculating in binary, and nobody ever sees it.
 */
export const shownDigits = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
