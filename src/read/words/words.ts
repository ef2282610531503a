/** What a person reads about doubts and failures of reading, in either language. */
import { figureName, findFigure } from '../../report/figures';
import { sectionTitle, type Edition } from '../../report/edition';
import type { Language } from '../../report/language';
import type { Doubt, DoubtKind } from '../doubt';
import type { FailureKind, ReadFailure } from '../failure';
import { placeText } from '../places';
import { wordsEn } from './words.en';
import { wordsZh } from './words.zh';
import type { ReadWords } from './wordTypes';

const languages: Readonly<Record<Language, ReadWords>> = { zh: wordsZh, en: wordsEn };

const spaces = /\s+/gu;

/** A sentence is one line, and so is what it cites of a cell with several. */
const oneLine = (sentence: string): string => sentence.replace(spaces, (space) => (space.includes('\n') ? ' ' : space));

const namedFigures = 3;

/** What is uncertain, where it stands, and what was done about it. */
export function doubtMessage<K extends DoubtKind>(doubt: Doubt<K>, edition: Edition, language: Language): string {
  const { doubts, some }: ReadWords = languages[language];
  const names = doubt.figures.slice(0, namedFigures).flatMap((id) => {
    const figure = findFigure(edition, id);
    return figure === undefined ? [] : [figureName(figure)];
  });
  return oneLine(
    doubts[doubt.kind]({
      details: doubt.details,
      edition,
      title: (section) => sectionTitle(edition, section),
      figures: some(names, doubt.figures.length),
      count: doubt.figures.length,
      place: doubt.place === null ? '' : placeText(doubt.place, edition, language),
    }),
  );
}

/**
 * Why nothing was read, and what to do.
 * @param of `own`: whoever chose it can copy or save it anew; `collected`: others sent it, and nothing can be pasted
 */
export function failureMessage<K extends FailureKind>(
  { kind, details }: ReadFailure<K>,
  language: Language,
  of: 'own' | 'collected' = 'own',
): string {
  const { failures, collected }: ReadWords = languages[language];
  return oneLine(((of === 'own' ? undefined : collected[kind]) ?? failures[kind])(details));
}
