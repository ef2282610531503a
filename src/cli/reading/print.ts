/** What a person reads of a report on the command line. */
import { isTextSection } from '../../report/edition';
import { figuresOf } from '../../report/figures';
import { reportTitle } from '../../report/sheet/sheet';
import type { Language } from '../../report/language';
import { blankFigures, zeroedBlanks } from '../../read/compose/blanks';
import type { Reading } from '../../read/reading';
import { doubtMessage } from '../../read/words/words';
import type { Finding } from '../../rules/finding';
import { countLevels } from '../../rules/findings';
import { findingMessage, levelName, repairText } from '../../rules/words/words';
import { wordsIn } from '../words';

const lines = (items: readonly string[]): string => items.map((item) => `${item}\n`).join('');

const heading = (file: string, reading: Reading, language: Language): string[] => {
  const words = wordsIn(language);
  const { unit, year } = reading.report;
  return [
    file + (reading.part === null ? '' : words.part(reading.part)),
    `  ${reportTitle(unit.name, year)}，${words.edition(reading.edition.id, reading.edition.document)}`,
  ];
};

/** What a person is told, and below it where the program failed, if it did. */
export const withCause = (sentence: string, cause: string | null): string =>
  cause === null ? sentence : `${sentence}\n${cause}`;

export const printFailure = (file: string, error: string): string => `${file}\n  ${error}\n`;

export function printReading(file: string, reading: Reading, language: Language): string {
  const words = wordsIn(language);
  const figures = figuresOf(reading.edition);
  const zeroed = zeroedBlanks(reading);
  const read = figures.filter(({ id }) => (reading.report.figures[id] ?? null) !== null && !zeroed.has(id)).length;
  const blanks = blankFigures(reading).length;
  const texts = reading.edition.sections.flatMap(({ id, title }) =>
    isTextSection(id) ? [[title, reading.report.narrative[id].length] as const] : [],
  );
  return lines([
    ...heading(file, reading, language),
    `  ${words.figuresRead(read, figures.length)}`,
    ...(blanks === 0 ? [] : [`  ${words.blanks(blanks)}`]),
    `  ${words.textRead(texts)}`,
    `  ${words.doubts(reading.doubts.length)}`,
    ...reading.doubts.map((doubt) => `  - ${doubtMessage(doubt, reading.edition, language)}`),
  ]);
}

export function printFindings(
  file: string,
  reading: Reading,
  findings: readonly Finding[],
  language: Language,
): string {
  const words = wordsIn(language);
  return lines([
    ...heading(file, reading, language),
    ...(reading.doubts.length === 0 ? [] : [`  ${words.doubts(reading.doubts.length)}`]),
    ...reading.doubts.map((doubt) => `  - ${doubtMessage(doubt, reading.edition, language)}`),
    `  ${words.counts(countLevels(findings))}`,
    ...findings.flatMap((finding) => [
      `  [${levelName(finding.level, language)}] ${finding.rule} ${findingMessage(finding, reading.edition, language)}`,
      ...(finding.place === null ? [] : [`      ${words.sentence(finding.place)}`]),
      ...finding.repairs.map((repair) => `      ${repairText(repair, reading.edition, language)}`),
    ]),
  ]);
}
