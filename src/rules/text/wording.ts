/** A wording to look for in a sentence, put together from its parts. */
import { expression } from '../../report/expression/expression';

export const wording = (source: string): RegExp => expression(source);

/** What a named part of a match holds. */
export const part = ({ groups }: RegExpExecArray, name: string): string => groups?.[name] ?? '';

/** A text without what some expressions find in it, one after the other. */
export const without = (text: string, ...words: readonly RegExp[]): string =>
  words.reduce((left, each) => left.replace(each, ''), text);
