/** The text of a return letter (退回修改意见) to the unit that handed a report in. */
import type { Edition } from '../report/edition';
import type { Language } from '../report/language';
import type { Finding } from '../rules/finding';
import { levels } from '../rules/findings';
import { yearText, type Subject } from './listing';
import { findingMessage, wordsIn } from '../rules/words/words';

export interface Letter {
  readonly title: string;
  /** Paragraphs in order, plain text. */
  readonly paragraphs: readonly string[];
}

const numerals = ['一', '二', '三'];

/**
 * What a unit has to correct, to verify and may note, each item numbered. Findings that follow from another are not
 * told: they go away with it.
 */
export function returnLetter(
  findings: readonly Finding[],
  edition: Edition,
  subject: Subject,
  language: Language,
): Letter {
  const { listing } = wordsIn(language);
  const unit = subject.unit ?? listing.unknownUnit;
  const year = yearText(subject.year, language);
  const title = listing.letterTitle(unit, year);
  const sections = levels
    .map((level) => ({ level, own: findings.filter((item) => item.level === level) }))
    .filter(({ own }) => own.length > 0);
  if (!sections.some(({ level }) => level !== 'remark')) {
    const notes = findings.map((item, at) => `${at + 1}. ${findingMessage(item, edition, language)}`);
    return { title, paragraphs: [...listing.letterFine(unit).split('\n\n'), ...notes] };
  }
  const paragraphs = sections.flatMap(({ level, own }, at) => [
    language === 'zh' ? `${numerals[at] ?? ''}、${listing.letterHeadings[level]}` : listing.letterHeadings[level],
    ...own.map((item, number) => `${number + 1}. ${findingMessage(item, edition, language)}`),
  ]);
  return { title, paragraphs: [...listing.letterOpening(unit).split('\n\n'), ...paragraphs, listing.letterClosing] };
}

/** A letter as plain text. */
export const letterText = ({ title, paragraphs }: Letter): string => `${[title, ...paragraphs].join('\n\n')}\n`;
