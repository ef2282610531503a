/** A wording to look for in a sentence, put together from its parts. */
import { expression } from '../../report/expression/expression';

export const wording = (source: string): RegExp => expression(source);
