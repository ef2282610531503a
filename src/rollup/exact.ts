/** Sums that never drift: every figure as a whole number of 10⁻⁶, so that an amount in 万元 is counted in 0.01 元. */
import { plainNumber } from '../write/number';

/** Decimals that are kept: those of 万元 down to 0.01 元. */
const decimals = 6;
const one = 10n ** BigInt(decimals);
/** Beyond this a number of a spreadsheet, of JSON and of this program no longer tells neighbours apart. */
const largest = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * A number as a whole number of 10⁻⁶, after `shift` decimal places were taken off (4: yuan to 万元). What is finer is rounded,
 * half up: that is the noise of binary numbers, or less than 0.01 元.
 */
export function scaled(value: number, shift = 0): bigint {
  if (Number.isInteger(value) && shift === 0) return BigInt(value) * one;
  const text = plainNumber(Math.abs(value));
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = whole + fraction;
  const cut = whole.length + decimals - shift;
  const kept = BigInt(digits.slice(0, Math.max(0, cut)).padEnd(cut, '0') || '0');
  const rounded = (digits[cut] ?? '0') >= '5' ? kept + 1n : kept;
  return value < 0 ? -rounded : rounded;
}

/** Adds up without drifting. Whole numbers, nearly all figures, are added as numbers for as long as these are exact. */
export class ExactSum {
  private whole = 0;
  private rest = 0n;

  /** Takes in a number after `shift` decimal places were taken off. */
  add(value: number, shift = 0): void {
    const whole = this.whole + value;
    if (shift === 0 && Number.isSafeInteger(value) && Number.isSafeInteger(whole)) this.whole = whole;
    else this.rest += scaled(value, shift);
  }

  /** As a whole number of 10⁻⁶. */
  total(): bigint {
    return BigInt(this.whole) * one + this.rest;
  }
}

/** The number again, as near as a number comes; `null` where numbers of this size no longer tell neighbours apart. */
export function unscaled(sum: bigint): number | null {
  const size = sum < 0n ? -sum : sum;
  const fraction = size % one;
  if (fraction === 0n ? size / one > largest : size > largest) return null;
  const text = `${size / one}.${String(fraction).padStart(decimals, '0')}`;
  return sum < 0n ? -Number(text) : Number(text);
}
