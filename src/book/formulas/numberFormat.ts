/** Numbers as Excel shows them under a number format. */
import { format as show } from 'numfmt';

const shown = new Map<string, string>();

/** The text of a number under a format in en-US notation; a format that cannot be read shows the plain number. */
export function formatNumber(value: number, format: string): string {
  const key = `${format}\n${value}`;
  const known = shown.get(key);
  if (known !== undefined) return known;
  const text = format === '@' ? show('General', value) : attempt(format, value);
  if (shown.size > 50000) shown.clear();
  shown.set(key, text);
  return text;
}

function attempt(format: string, value: number): string {
  try {
    return show(format, value);
  } catch {
    return show('General', value);
  }
}
