import { remarks, rollUpSheets } from '../../rollup/sheets';
import { sumReports, type RollUp } from '../../rollup/sum';
import { reportWorkbook } from '../../papers/workbook';
import { wordsIn as rollUpWords } from '../../rollup/words';
import { decodeText } from '../../read/containers/decode';
import { check } from '../../rules/check';
import { inputOfReport } from '../../rules/input';
import type { Edition } from '../../report/edition';
import { writeJson } from '../../write/json';
import { exits, Refusal, type Command } from '../command';
import { errorCode, hasEnding, type Io } from '../io';
import type { Options } from '../options';
import { outputOf, put, utf8 } from '../output';
import { countLevels } from '../../rules/findings';
import { readSources } from '../sources';
import { wordsIn } from '../words';
import { editionOf } from './edition';

const readable = ['.json', '.txt', '.html', '.htm', '.docx', '.doc', '.wps', '.xlsx', '.xls', '.et', '.pdf'];

interface Found {
  readonly files: readonly string[];
  /** A sentence for each folder that holds nothing to read, or could not be looked into. */
  readonly faults: readonly string[];
}

/** Files as they are named; of a folder those that can hold a report, without what programs leave behind. */
async function filesOf({ files: named, language }: Options, output: string, io: Io): Promise<Found> {
  const words = wordsIn(language);
  const files: string[] = [];
  const faults: string[] = [];
  for (const file of named) {
    const listing = await io.list(file);
    if (listing === null) {
      files.push(file);
      continue;
    }
    const inside: string[] = [];
    for (const one of listing.files) {
      if (hasEnding(one, readable) && !(await io.same(one, output))) inside.push(one);
    }
    const unread = listing.unread.filter((one) => one.folder || hasEnding(one.file, readable));
    faults.push(
      ...unread.map((one) => `${one.file}: ${one.folder ? words.cannotList(one.code) : words.cannotRead(one.code)}`),
    );
    if (inside.length === 0 && unread.length === 0) faults.push(`${file}: ${words.emptyFolder}`);
    files.push(...inside);
  }
  return { files, faults };
}

/** Names of the units, one a line. @throws Refusal */
async function rosterOf({ roster, language }: Options, io: Io): Promise<string[] | null> {
  if (roster === null) return null;
  const words = wordsIn(language);
  let bytes;
  try {
    bytes = await io.read(roster);
  } catch (error) {
    throw new Refusal(`${roster}: ${words.cannotRead(errorCode(error))}`, exits.unread);
  }
  const text = decodeText(bytes);
  if (text === null) throw new Refusal(`${roster}: ${words.noText}`, exits.unread);
  return text
    .split(/\r?\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What came in and what did not, for a person. */
function summary(rollUp: RollUp, edition: Edition, { language }: Options): string {
  const words = wordsIn(language);
  const { states, included, excluded } = rollUpWords(language);
  const faulty = rollUp.included.flatMap(({ report, source }) => {
    const { fault } = countLevels(check(inputOfReport(edition, report)));
    return fault === 0 ? [] : [`  ${words.faultyUnit(report.unit.name ?? source, fault)}`];
  });
  const lines = [
    words.summed(rollUp.included.length),
    ...rollUp.notes.map(
      ({ state, unit, source, included: isIn }) =>
        `  [${states[state]}] ${[unit, source].filter((text) => text !== null).join(' ')} (${isIn ? included : excluded})`,
    ),
    ...faulty,
    ...remarks(rollUp, edition, language).map((text) => `  ${text}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The sum of many reports, with who is in it and who is not. */
export const rollUpCommand: Command = {
  options: ['edition', 'year', 'unit', 'roster', 'output', 'force'],
  run: async (options, io) => {
    const words = wordsIn(options.language);
    if (options.files.length === 0) throw new Refusal(words.noFile, exits.usage);
    if (options.year === null) throw new Refusal(words.noYear, exits.usage);
    const output = await outputOf(options, io);
    const asWorkbook = hasEnding(output, ['.xlsx']);
    if (!asWorkbook && !hasEnding(output, ['.json'])) throw new Refusal(words.rollUpOutput, exits.usage);
    const edition = editionOf(options);
    const roster = await rosterOf(options, io);
    const { files, faults } = await filesOf(options, output, io);
    for (const fault of faults) io.error(`${fault}\n`);
    const sources = await readSources(files, io, options.language);
    for (const { file, error } of sources) if (error !== null) io.error(`${file}: ${error}\n`);

    const rollUp = sumReports({
      edition,
      year: options.year,
      unit: options.unit,
      roster,
      unreadable: sources.flatMap(({ file, error }) => (error === null ? [] : [file])),
      submissions: sources.flatMap(({ file, readings }) =>
        readings.map(({ part, report }) => ({ source: part === null ? file : `${file}（${part}）`, report })),
      ),
    });
    const { year, unit, language } = options;
    const bytes = asWorkbook
      ? reportWorkbook({
          edition,
          year,
          unit,
          report: rollUp.report,
          totals: 'typed',
          language,
          more: rollUpSheets(rollUp, edition, language),
        })
      : utf8(writeJson(rollUp.report));
    io.out(summary(rollUp, edition, options));
    await put([{ file: output, bytes }], options, io);
    return faults.length > 0 || sources.some(({ error }) => error !== null) ? exits.unread : exits.done;
  },
};
