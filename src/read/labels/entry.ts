/** What a cell of a worksheet holds, as the check knows it. */
import { blank, type Entry } from '../../report/figures';
import type { FigureKind } from '../../report/edition';
import { shownDigits } from './digits';
import { isBlankText, readNumber, type ReadNumber } from './number';

const errorValue =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|BLOCKED!|UNKNOWN!|FIELD!|CONNECT!|BUSY!)/u;

/** False where a cell names a unit of money that its column does not count in; nothing is nothing in any. */
export const unitFits = (read: ReadNumber, kind: FigureKind, printed: boolean): boolean =>
  read.unit === null || (kind === 'amount' && (read.value === 0 || !(printed && read.unit === 'yuan')));

/** `type`: Excel's value type, where the host tells it. `printed`: the column itself prints 万元. */
export function entryOf(raw: unknown, kind: FigureKind, printed: boolean, type?: string): Entry {
  if (raw === null || raw === undefined) return blank;
  if (typeof raw === 'number')
    return Number.isFinite(raw) ? { kind: 'number', value: shownDigits(raw) } : { kind: 'error', text: String(raw) };
  const text = String(raw);
  if (isBlankText(text)) return blank;
  if (type === 'Error' || (typeof raw === 'string' && errorValue.test(text))) return { kind: 'error', text };
  const read = readNumber(text);
  // The mark of a note is part of the cell: whoever takes its number must have said so, which a check does not.
  const plain = read !== null && read.mark === undefined && unitFits(read, kind, printed);
  return { kind: 'text', text, number: plain ? read.value : null };
}
