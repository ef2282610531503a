/** The unit of an amount where a sheet or a header names it in words. */
import { amountUnitWords, type AmountUnitMark } from '../../report/sheet/sheet';
import { fold } from './label';

const marks = ['tenThousandYuan', 'yuan', 'unknown'] satisfies AmountUnitMark[];
const markByWord = new Map<string, AmountUnitMark>(marks.map((mark) => [amountUnitWords[mark], mark]));

/** The unit that a cell beside an amount says, if it says nothing else. */
export const unitInWord = (text: string): AmountUnitMark | null => markByWord.get(fold(text)) ?? null;

/** The unit of money that a column header names: 采购总金额（单位：万元）. */
export function unitInHead(text: string): AmountUnitMark | null {
  const folded = fold(text);
  if (/万元/u.test(folded)) return 'tenThousandYuan';
  return /(?:单位:?|\()元/u.test(folded) ? 'yuan' : null;
}
