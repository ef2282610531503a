/** What a cell of a worksheet holds, as the check knows it. */
import { blank, type Entry } from '../report/figures';
import { isBlankText, readNumber } from './number';

const errorValue =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|BLOCKED!|UNKNOWN!|FIELD!|CONNECT!|BUSY!)/u;

/** `type`: Excel's value type, where the host tells it. */
export function entryOf(raw: unknown, type?: string): Entry {
  if (raw === null || raw === undefined) return blank;
  if (typeof raw === 'number')
    return Number.isFinite(raw) ? { kind: 'number', value: raw } : { kind: 'error', text: String(raw) };
  const text = String(raw);
  if (isBlankText(text)) return blank;
  if (type === 'Error' || (typeof raw === 'string' && errorValue.test(text))) return { kind: 'error', text };
  return { kind: 'text', text, number: readNumber(text)?.value ?? null };
}
