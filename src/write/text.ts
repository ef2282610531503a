/** Text that cannot stand in a file: found before writing and refused with a sentence, never dropped in silence. */
import { isTextSection } from '../report/edition';
import { findEdition } from '../report/figures';
import type { Report } from '../report/report';
import type { Language } from '../report/language';
import { sheetLimits } from '../report/sheet/limits';
import type { TextPlace, TextProblem } from './textProblem';
import { words } from './words';

/** XML 1.0 production [2] forbids these; of what it allows, C1 controls are refused too: no reader shows them alike. */
const forbidden = /[\0-\x08\x0C\x0E-\x1F\x7F-\x84\x86-\x9F]|[\uD800-\uDFFF]|\p{Noncharacter_Code_Point}/u;

const { characters: longestCellText } = sheetLimits;

const kindOf = (codePoint: number): TextProblem['kind'] =>
  codePoint < 0xa0 ? 'control' : codePoint < 0xe000 ? 'surrogate' : 'noncharacter';

const problemsIn = (text: string, place: TextPlace): TextProblem[] => {
  const found = forbidden.exec(text);
  const codePoint = found?.[0].codePointAt(0);
  return found === null || codePoint === undefined
    ? []
    : [{ kind: kindOf(codePoint), place, codePoint, offset: found.index }];
};

interface PlacedText {
  readonly text: string;
  readonly place: TextPlace;
}

/** Every text of a report that a person wrote. */
const textsOf = (report: Report): PlacedText[] => [
  { text: report.unit.name ?? '', place: { kind: 'unitName' } },
  ...(findEdition(report.edition)?.sections ?? []).flatMap(({ id, title }): PlacedText[] =>
    isTextSection(id)
      ? report.narrative[id].map((text, index) => ({ text, place: { kind: 'section', title, paragraph: index + 1 } }))
      : [],
  ),
  ...report.explanations.map(({ text }, index): PlacedText => ({
    text,
    place: { kind: 'explanation', paragraph: index + 1 },
  })),
];

/** The first forbidden character of each text of a report, and of the texts typed for an export. */
export const textProblems = (report: Report, options: readonly (string | null | undefined)[] = []): TextProblem[] => [
  ...textsOf(report).flatMap(({ text, place }) => problemsIn(text, place)),
  ...options.flatMap((text) => problemsIn(text ?? '', { kind: 'option' })),
];

const lengthProblems = (text: string, place: TextPlace): TextProblem[] =>
  text.length > longestCellText
    ? [{ kind: 'tooLong', place, codePoint: text.codePointAt(longestCellText) ?? 0, offset: longestCellText }]
    : [];

/** Paragraphs that are too long for a cell of a workbook. */
export const cellTextProblems = (report: Report): TextProblem[] =>
  textsOf(report).flatMap(({ text, place }) => lengthProblems(text, place));

/** What is wrong with a text in a zero-based row of a worksheet. */
export const sheetTextProblems = (text: string, name: string, row: number): TextProblem[] => {
  const place: TextPlace = { kind: 'sheet', name, row: row + 1 };
  return [...problemsIn(text, place), ...lengthProblems(text, place)];
};

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

/** Marks that nobody sees and that turn a name round or split it: of direction, of no width, soft hyphens. */
const unseenMarks = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The name of an office as it goes out: what a person sees of it. With a mark of direction inside, 甲局 may be shown as 局甲
 * and a file `gnp.exe` as `exe.png`. Word's line break, which no CSV or JSON reader knows, parts words as a space does.
 */
export const plainName = (name: string): string => name.replace(unseenMarks, '').replaceAll('\v', ' ');

/** A text that is cited, without what no file can hold. */
export const citedText = (text: string): string => plainName(text).replace(new RegExp(forbidden, 'gu'), '');

/** The report with the name of its office as it goes out. */
export const withPlainName = (report: Report): Report =>
  report.unit.name === null ? report : { ...report, unit: { ...report.unit, name: plainName(report.unit.name) } };

/** Lines of a paragraph: every kind of line end that Word, Excel and browsers put into pasted text. */
export const linesOfText = (text: string): string[] => text.split(/\r\n|[\n\v\r\u0085\u2028\u2029]/u);
