/** What Excel makes of a string that is typed or written as a value: en-US numbers, percentages, truth values, formulas. */
import { errorOf, type Content } from './formulas/value';

const numberPattern = /^([-+]?)(?:(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?|(\.\d+))(?:[eE]([-+]?\d+))?$/;

function numberFrom(text: string): number | null {
  const parts = numberPattern.exec(text);
  if (parts === null) return null;
  const [, sign = '', whole = '', fraction = '', bare = '', exponent] = parts;
  const value = Number(
    `${sign}${whole.replaceAll(',', '')}${fraction}${bare}${exponent === undefined ? '' : `e${exponent}`}`,
  );
  return Number.isFinite(value) ? value : null;
}

export interface Typed {
  readonly content: Content;
  /** Number format that typing in this way gives a cell whose format is General. */
  readonly format: string | null;
}

const plain = (content: Content): Typed => ({ content, format: null });

/** `format` is the number format of the cell: under `@` everything stays text. */
export function parseTyped(text: string, format: string): Typed {
  if (text === '') return plain(null);
  if (format === '@') return plain(text);
  if (text.startsWith("'")) return plain(text.slice(1));
  if (text.length > 1 && text.startsWith('=')) return plain({ formula: text });
  const trimmed = text.trim();
  const number = numberFrom(trimmed);
  if (number !== null) {
    const grouped = trimmed.includes(',');
    return { content: number, format: grouped ? (trimmed.includes('.') ? '#,##0.00' : '#,##0') : null };
  }
  if (trimmed.endsWith('%')) {
    const percent = numberFrom(trimmed.slice(0, -1));
    if (percent !== null) return { content: percent / 100, format: trimmed.includes('.') ? '0.00%' : '0%' };
  }
  const bracketed = /^\((.*)\)$/.exec(trimmed);
  const negative = bracketed === null ? null : numberFrom(bracketed[1] ?? '');
  if (negative !== null && negative >= 0) return plain(-negative);
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return plain(upper === 'TRUE');
  return plain(errorOf(trimmed) ?? text);
}
