/** Text that cannot stand in a file: found before writing and refused with a sentence, never dropped in silence. */
import type { TableId, TextSectionId } from '../report/edition';
import { findEdition } from '../report/figures';
import type { Report } from '../report/report';
import type { Language } from '../report/language';
import { words } from './words';

/** Where a text stands. `title`: of its section, as the edition prints it. `paragraph` counts from 1. `option`: what was typed for the export (contact, signature). */
export type TextPlace =
  | { readonly kind: 'unitName' }
  | { readonly kind: 'section'; readonly title: string; readonly paragraph: number }
  | { readonly kind: 'explanation'; readonly paragraph: number }
  | { readonly kind: 'option' };

export interface TextProblem {
  /** `control`: a control character. `surrogate`: half of a character. `noncharacter`: U+FFFE, U+FFFF. */
  readonly kind: 'control' | 'surrogate' | 'noncharacter';
  readonly place: TextPlace;
  readonly codePoint: number;
  /** Offset in the text in UTF-16 units. */
  readonly offset: number;
}

/** XML 1.0 production [2] forbids these; of what it allows, C1 controls are refused too: no reader shows them alike. */
const forbidden = /[\0-\x08\x0C\x0E-\x1F\x7F-\x84\x86-\x9F]|[\uD800-\uDFFF]|[\uFFFE\uFFFF]/u;

const kindOf = (codePoint: number): TextProblem['kind'] =>
  codePoint < 0xa0 ? 'control' : codePoint < 0xe000 ? 'surrogate' : 'noncharacter';

const problemsIn = (text: string, place: TextPlace): TextProblem[] => {
  const found = forbidden.exec(text);
  const codePoint = found?.[0].codePointAt(0);
  return found === null || codePoint === undefined
    ? []
    : [{ kind: kindOf(codePoint), place, codePoint, offset: found.index }];
};

/** Whether a section of the report is text; the others are tables. */
export const isTextSection = (id: TextSectionId | TableId): id is TextSectionId =>
  id === 'overview' || id === 'problems' || id === 'other';

/** The first forbidden character of each text of a report, and of the texts typed for an export. */
export function textProblems(report: Report, options: readonly (string | null | undefined)[] = []): TextProblem[] {
  const sections = findEdition(report.edition)?.sections ?? [];
  return [
    ...problemsIn(report.unit.name ?? '', { kind: 'unitName' }),
    ...sections.flatMap(({ id, title }) =>
      isTextSection(id)
        ? report.narrative[id].flatMap((text, index) =>
            problemsIn(text, { kind: 'section', title, paragraph: index + 1 }),
          )
        : [],
    ),
    ...report.explanations.flatMap(({ text }, index) =>
      problemsIn(text, { kind: 'explanation', paragraph: index + 1 }),
    ),
    ...options.flatMap((text) => problemsIn(text ?? '', { kind: 'option' })),
  ];
}

/** The sentence for a person: where the character stands and what to do. */
export const textProblemMessage = (problem: TextProblem, language: Language): string =>
  words[language].textProblem(problem);

/** Thrown by the writers of Word, web page and workbook where `textProblems` would find something. */
export class UnwritableTextError extends Error {
  override readonly name = 'UnwritableTextError';
  constructor(readonly problems: readonly TextProblem[]) {
    super(problems.map((problem) => textProblemMessage(problem, 'en')).join(' '));
  }
}

/** @throws UnwritableTextError */
export function refuseUnwritableText(report: Report, options: readonly (string | null | undefined)[] = []): void {
  const problems = textProblems(report, options);
  if (problems.length > 0) throw new UnwritableTextError(problems);
}

/** Lines of a paragraph: every kind of line end that Word, Excel and browsers put into pasted text. */
export const linesOfText = (text: string): string[] => text.split(/\r\n|[\n\v\r\u0085\u2028\u2029]/u);
