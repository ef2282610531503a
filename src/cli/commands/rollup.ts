import { reportWorkbook } from '../../papers/workbook';
import type { Reading } from '../../read/reading';
import type { Edition } from '../../report/edition';
import { exceedsExcel } from '../../report/sheet/limits';
import { editionForYear } from '../../report/figures';
import { previousIn, type UnitRow } from '../../rollup/collection/collection';
import { outliersIn } from '../../rollup/likeness/outliers';
import { outlierText } from '../../rollup/likeness/outlierText';
import { remarks, rollUpSheets, rosterRemarks, rowNote } from '../../rollup/sheets';
import { rollUp, type RollUp } from '../../rollup/sum';
import { publishedOf, publishedText } from '../../rollup/published';
import { receivedOf } from '../../rollup/received';
import { narrow } from '../../rollup/trace';
import { wordsIn as rollUpWords } from '../../rollup/words';
import { writeJson } from '../../write/json';
import { exits, CommandRefusal, type Command } from '../command';
import { gather } from '../reading/gather';
import { hasEnding, type Io, type Output } from '../io';
import { longCsv, longParquet } from '../output/longTable';
import type { Options } from '../options';
import { outputOf, put, utf8 } from '../output/output';
import { skippedText } from '../reading/many';
import { readSource } from '../reading/sources';
import { isUndecided, rosterOf, rowLine, yearOf } from '../units';
import { wordsIn } from '../words';
import { editionOf } from './edition';

const endings = ['.json', '.xlsx', '.csv', '.parquet'];

/** @throws Refusal where the published report cannot be read, or its file holds several */
async function publishedIn({ published: file, language }: Options, io: Io): Promise<Reading | null> {
  if (file === null) return null;
  const source = await readSource(file, io, language);
  if (source.error !== null) throw new CommandRefusal(`${file}: ${source.error}`, exits.unread);
  const [reading, ...more] = source.readings;
  if (reading === undefined || more.length > 0)
    throw new CommandRefusal(`${file}: ${wordsIn(language).onePublished}`, exits.usage);
  return reading;
}

/** Where a published report differs from the sum, and because of whom. */
function comparedWith(sum: RollUp, edition: Edition, reading: Reading | null, { published, language }: Options) {
  if (reading === null) return { lines: [], differs: false };
  const file = published ?? '';
  const { year, edition: own } = reading.report;
  if ((year !== null && year !== sum.report.year) || own !== edition.id)
    throw new CommandRefusal(`${file}: ${wordsIn(language).otherPublished}`, exits.usage);
  const theirs = publishedOf(receivedOf({ source: file, reading, findings: [] }), edition);
  const narrowed = narrow(edition, theirs, sum.report, sum.included, previousIn(sum.rows));
  const { head, verdicts, figures } = publishedText(narrowed, edition, language);
  return { lines: [head, ...verdicts, ...figures.map((line) => `  ${line}`)], differs: figures.length > 0 };
}

/** What stands out among the units and against last year, a line each. */
function standingOut(sum: RollUp, edition: Edition, { language }: Options): string[] {
  const found = outliersIn(edition, sum.rows);
  if (found.length === 0) return [];
  const { heading } = rollUpWords(language).outliers;
  return [heading(found.length), ...found.map((one) => `  ${outlierText(one, edition, language)}`)];
}

/** How many units of the list are in the sum, and how many are not and why; none where there is no list. */
function rosterLine({ rows }: RollUp, language: Options['language']): string[] {
  const unitsIn = (own: readonly UnitRow[]) => new Set(own.flatMap(({ listed }) => listed ?? [])).size;
  const all = unitsIn(rows);
  if (all === 0) return [];
  const counted = unitsIn(rows.filter(({ included }) => included));
  const missing = unitsIn(rows.filter(({ state }) => state === 'missing'));
  return [wordsIn(language).summedOf(all, counted, missing, all - counted - missing)];
}

/** What came in and what did not, for a person. Units with nothing to say of them are counted alone. */
function summary(sum: RollUp, edition: Edition, more: readonly string[], { language }: Options): string {
  const told = sum.rows.filter((row) => row.state !== 'read' || !row.included || rowNote(row, language) !== '');
  const lines = [
    wordsIn(language).summed(sum.included.length),
    ...rosterLine(sum, language),
    ...told.map((row) => `  ${rowLine(row, edition, language)}`),
    ...[...remarks(sum, edition, language), ...more].map((text) => `  ${text}`),
  ];
  return `${lines.join('\n')}\n`;
}

function outputFor(file: string, sum: RollUp, edition: Edition, more: readonly string[], options: Options): Output {
  const { language, unit } = options;
  if (hasEnding(file, ['.csv'])) return { file, bytes: longCsv(sum.rows) };
  if (hasEnding(file, ['.parquet'])) return { file, bytes: longParquet(sum.rows) };
  if (hasEnding(file, ['.json'])) return { file, bytes: utf8(writeJson(sum.report)) };
  const sheets = rollUpSheets(sum, edition, language, more);
  if (sheets.some(exceedsExcel)) throw new CommandRefusal(wordsIn(language).rollUpTooLong, exits.usage);
  const { report } = sum;
  const workbook = { edition, year: report.year, unit, report, totals: 'typed', language, more: sheets } as const;
  return { file, bytes: reportWorkbook(workbook) };
}

/** The sum of many reports, with who is in it and who is not. */
export const rollUpCommand: Command = {
  options: ['edition', 'year', 'unit', 'roster', 'previous', 'published', 'output', 'force', 'blank-zero'],
  run: async (options, io) => {
    const words = wordsIn(options.language);
    if (options.files.length === 0) throw new CommandRefusal(words.noFile, exits.usage);
    const output = await outputOf(options, io);
    if (!hasEnding(output, endings)) throw new CommandRefusal(words.rollUpOutput, exits.usage);
    // Before the others, which may take long.
    const roster = await rosterOf(options, io);
    const published = await publishedIn(options, io);
    const { received, failures, skipped } = await gather(options.files, options, io, output);
    const year = yearOf(options, received);
    const edition = options.edition === null ? editionForYear(year) : editionOf(options);
    const previous = options.previous === null ? null : await gather([options.previous], options, io, output);

    const sum = rollUp({
      edition,
      year,
      unit: options.unit,
      received,
      failures,
      notRead: skipped,
      roster: roster?.units ?? null,
      ...(previous === null ? {} : { previous: previous.received }),
    });
    const compared = comparedWith(sum, edition, published, options);
    const more = [
      ...(roster === null ? [] : rosterRemarks(roster.problems, options.language)),
      ...compared.lines,
      ...standingOut(sum, edition, options),
      ...(skipped.length === 0 ? [] : [skippedText(skipped, options.language)]),
    ];
    io.out(summary(sum, edition, more, options));
    await put([outputFor(output, sum, edition, more, options)], options, io);
    const isUnread = sum.rows.some(({ state }) => state === 'unreadable');
    if (isUnread || (previous?.failures.length ?? 0) > 0) return exits.unread;
    const faulty = sum.rows.some((row) => (row.included && row.counts.fault > 0) || isUndecided(row, sum.rows));
    // A sum of nothing is no answer to whatever was asked.
    return faulty || sum.included.length === 0 || compared.differs || sum.unknown.size > 0 ? exits.fault : exits.done;
  },
};
