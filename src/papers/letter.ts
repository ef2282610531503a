/** The text of a return letter (退回修改意见) to the unit that handed a report in. */
import type { Edition } from '../report/edition';
import type { Language } from '../report/language';
import type { Finding } from '../rules/finding';
import { isAsked, isLacking } from '../rules/findings';
import { yearText, type Subject } from './listing';
import { findingMessage, wordsIn } from '../rules/words/words';

export interface Letter {
  readonly title: string;
  /** To whom it goes, as a line of its own. */
  readonly salutation: string;
  /** Paragraphs in order, plain text. */
  readonly paragraphs: readonly string[];
  /** Below the text: who signs, and the day. A line to write on stands for what is not known. */
  readonly signature: { readonly office: string; readonly date: string };
}

/** The report that a letter is about, and who writes it, where that is known. */
export interface LetterSubject extends Subject {
  readonly office?: string | null;
}

const numerals = '一二三四';
const parts = ['fault', 'explain', 'lacking', 'remark'] as const;

/** The part of a letter in which a finding stands. */
const partOf = (finding: Finding): (typeof parts)[number] => (isLacking(finding) ? 'lacking' : finding.level);

/** Sentences, numbered. One that is true of several places of the text is there once. */
function numbered(
  findings: readonly Finding[],
  again: ReadonlySet<Finding>,
  edition: Edition,
  language: Language,
): string[] {
  const { letterTimes, letterAgain } = wordsIn(language).listing;
  const told = new Map<string, Finding[]>();
  for (const item of findings) {
    const sentence = findingMessage(item, edition, language);
    told.set(sentence, [...(told.get(sentence) ?? []), item]);
  }
  return [...told].map(
    ([sentence, own], at) =>
      `${at + 1}. ${sentence}${own.length > 1 ? letterTimes(own.length) : ''}${own.some((item) => again.has(item)) ? letterAgain : ''}`,
  );
}

/**
 * What a unit has to correct, to verify, to fill in and may note, each item numbered. Findings that follow from another are not
 * told: they go away with it.
 *
 * @param again those that an earlier letter asked already
 */
export function returnLetter(
  findings: readonly Finding[],
  edition: Edition,
  subject: LetterSubject,
  language: Language,
  again: ReadonlySet<Finding> = new Set(),
): Letter {
  const { listing } = wordsIn(language);
  const unit = subject.unit ?? listing.unknownUnit;
  const head = {
    title: listing.letterTitle(unit, yearText(subject.year, language)),
    salutation: listing.letterSalutation(unit),
    signature: { office: subject.office ?? listing.letterUnsigned, date: listing.letterUndated },
  };
  if (!findings.some(isAsked)) {
    return { ...head, paragraphs: [listing.letterFine, ...numbered(findings, again, edition, language)] };
  }
  const sections = parts
    .map((part) => ({ part, own: findings.filter((item) => partOf(item) === part) }))
    .filter(({ own }) => own.length > 0);
  const paragraphs = sections.flatMap(({ part, own }, at) => [
    language === 'zh' ? `${numerals.charAt(at)}、${listing.letterHeadings[part]}` : listing.letterHeadings[part],
    ...numbered(own, again, edition, language),
  ]);
  return { ...head, paragraphs: [listing.letterOpening, ...paragraphs, listing.letterClosing] };
}

/** A letter as plain text. */
export const letterText = ({ title, salutation, paragraphs, signature }: Letter): string =>
  `${[title, salutation, ...paragraphs, `${signature.office}\n${signature.date}`].join('\n\n')}\n`;
