/**
 * Neutral sentences for the text that insert the report's own figures, in the words that the checks understand. They state
 * what the tables state and nothing else. What a figure is not known for is not offered.
 */
import type { Edition, TextSectionId } from '../../report/edition';
import { phraseTemplates, type PhraseTemplate } from '../../report/editions/phrases';
import type { FigureId } from '../../report/figures';
import type { Report } from '../../report/report';
import { plainNumber } from '../../write/number';

const numberOf = (ids: readonly FigureId[], figures: Report['figures']): number | null =>
  ids.reduce<number | null>((sum, id) => {
    const value = figures[id] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);

function sentenceOf({ pieces }: PhraseTemplate, figures: Report['figures']): string | null {
  const words = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const number = numberOf(piece, figures);
    return number === null ? null : plainNumber(number);
  });
  return words.includes(null) ? null : words.join('');
}

export interface Phrase {
  readonly section: TextSectionId;
  readonly text: string;
  /** It states figures; else a person must know whether it is so. */
  readonly fromFigures: boolean;
}

/** The sentences that a report could say of itself as its tables stand now. */
export const phrasesOf = (edition: Edition, figures: Report['figures']): Phrase[] =>
  phraseTemplates(edition).flatMap((template) => {
    const text = sentenceOf(template, figures);
    const fromFigures = template.pieces.some((piece) => typeof piece !== 'string');
    return text === null ? [] : [{ section: template.section, text, fromFigures }];
  });

/** How many sentences of a section wait for figures that are not known yet. */
export const waitingPhrases = (edition: Edition, figures: Report['figures'], section: TextSectionId): number =>
  phraseTemplates(edition).filter((template) => template.section === section && sentenceOf(template, figures) === null)
    .length;

export interface OutdatedPhrase {
  readonly section: TextSectionId;
  /** Place of the paragraph in its section. */
  readonly paragraph: number;
  readonly from: string;
  readonly to: string;
}

/** Sentences of the text that were made of figures which have changed since, with what they would be now. */
export function outdatedPhrases(edition: Edition, report: Pick<Report, 'figures' | 'narrative'>): OutdatedPhrase[] {
  return phraseTemplates(edition).flatMap((template) => {
    const to = sentenceOf(template, report.figures);
    if (to === null) return [];
    // The words of a template hold no sign that means something in a pattern.
    const pattern = new RegExp(
      template.pieces.map((piece) => (typeof piece === 'string' ? piece : String.raw`\d+(?:\.\d+)?`)).join(''),
      'u',
    );
    return report.narrative[template.section].flatMap((text, paragraph) => {
      const from = pattern.exec(text)?.[0];
      return from === undefined || from === to ? [] : [{ section: template.section, paragraph, from, to }];
    });
  });
}
