/** What a person reads about doubts and failures of reading, in either language. */
import { figureName, findFigure } from '../report/figures';
import type { Edition } from '../report/edition';
import type { Language } from '../report/language';
import type { Danger } from './containers/archive';
import type { DoubtKind } from './doubt';
import type { FailureKind } from './failure';
import type { Doubt, ReadFailure } from './reading';
import { wordsEn } from './words.en';
import { wordsZh } from './words.zh';
import type { DoubtContext, ReadWords } from './wordTypes';

const languages: Readonly<Record<Language, ReadWords>> = { zh: wordsZh, en: wordsEn };

const spaces = /\s+/gu;
const onOneLine = (space: string): string => (space.includes('\n') ? ' ' : space);

/** A sentence is one line, and so is what it cites of a cell with several. */
const detailOf =
  (details: Readonly<Record<string, string | number>>) =>
  (name: string): string =>
    String(details[name] ?? '').replace(spaces, onOneLine);

const namedFigures = 3;

const isDoubtKind = (words: ReadWords, kind: string): kind is DoubtKind => Object.hasOwn(words.doubts, kind);
const isFailureKind = (words: ReadWords, kind: string): kind is FailureKind => Object.hasOwn(words.failures, kind);

const dangerOf = ({ dangers }: ReadWords, named: unknown): Danger =>
  (Object.keys(dangers) as Danger[]).find((danger) => danger === named) ?? 'structure';

/** What is uncertain, where it stands, and what was done about it. */
export function doubtMessage(doubt: Doubt, edition: Edition, language: Language): string {
  const words = languages[language];
  const names = doubt.figures.slice(0, namedFigures).flatMap((id) => {
    const figure = findFigure(edition, id);
    return figure === undefined ? [] : [figureName(figure)];
  });
  const context: DoubtContext = {
    detail: detailOf(doubt.details),
    figures: words.some(names, doubt.figures.length),
    count: doubt.figures.length,
    place: doubt.place ?? '',
  };
  return isDoubtKind(words, doubt.kind) ? words.doubts[doubt.kind](context) : words.otherDoubt(context);
}

/** Why nothing was read, and what to do. */
export function failureMessage(failure: ReadFailure, language: Language): string {
  const words = languages[language];
  if (!isFailureKind(words, failure.kind)) return words.otherFailure;
  const { danger, ...details } = failure.details;
  return words.failures[failure.kind](detailOf({ ...details, danger: words.dangers[dangerOf(words, danger)] }));
}
