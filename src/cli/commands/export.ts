/** `gouji export --form FILE`: the reports of many units in the import form of a platform. */
import { decodeText } from '../../read/containers/decode';
import { csvText } from '../../report/csv';
import { editionForYear, figureName, findEdition } from '../../report/figures';
import type { SheetContent } from '../../report/sheet/workbook';
import { collect } from '../../rollup/collection/collection';
import { fillForm, parseForm, type FormProblem, type ImportForm } from '../../rollup/form';
import { writeSheets } from '../../write/xlsx/xlsx';
import { exits, CommandRefusal, type Command } from '../command';
import { errorCode } from '../errorCode';
import { gather } from '../reading/gather';
import { hasEnding, type Io } from '../io';
import type { Options } from '../options';
import { outputOf, put, utf8 } from '../output/output';
import { isUndecided, rosterOf, rowLine, yearOf } from '../units';
import { wordsIn } from '../words';

const problemText = ({ at, kind, detail }: FormProblem, options: Options): string =>
  `  ${at === '' ? '' : `${at}: `}${wordsIn(options.language).form.problems[kind](detail)}`;

/** @throws Refusal where the form cannot be read or followed */
async function formOf(options: Options, io: Io): Promise<ImportForm> {
  const { form: file, language } = options;
  const words = wordsIn(language);
  if (file === null) throw new CommandRefusal(words.form.none, exits.usage);
  let bytes;
  try {
    bytes = await io.read(file);
  } catch (error) {
    throw new CommandRefusal(`${file}: ${words.cannotRead(errorCode(error))}`, exits.unread);
  }
  const parsed = parseForm(decodeText(bytes) ?? '', findEdition);
  if (parsed.ok) return parsed.form;
  const problems = parsed.problems.map((problem) => problemText(problem, options));
  throw new CommandRefusal([`${file}: ${words.form.wrong}`, ...problems].join('\n'), exits.usage);
}

const textOf = ({ rows }: SheetContent): string =>
  csvText(rows.map((row) => row.map((value) => (typeof value === 'object' ? value.formula : value))));

/** What counts goes into the form; what does not is told, with its reason. */
export const exportCommand: Command = {
  options: ['form', 'roster', 'year', 'output', 'force', 'blank-zero'],
  run: async (options, io) => {
    const { language } = options;
    const words = wordsIn(language);
    if (options.files.length === 0) throw new CommandRefusal(words.noFile, exits.usage);
    const output = await outputOf(options, io);
    if (!hasEnding(output, ['.xlsx', '.csv'])) throw new CommandRefusal(words.form.output, exits.usage);
    const form = await formOf(options, io);
    const edition = findEdition(form.edition) ?? editionForYear(0);
    const roster = await rosterOf(options, io);
    const { received, failures, skipped } = await gather(options.files, options, io, output);
    const year = yearOf(options, received);
    const rows = collect({
      edition,
      year,
      unit: null,
      received,
      failures,
      notRead: skipped,
      roster: roster?.units ?? null,
    });
    const counted = rows.flatMap(({ included, received: one, listed }) =>
      included && one !== null ? [{ received: one, listed }] : [],
    );
    const { sheet, unwritten } = fillForm(form, edition, counted);
    io.out(`${words.form.filled(form.name, counted.length)}\n`);
    for (const row of rows.filter((one) => !one.included || one.calledAfter !== null || isUndecided(one, rows))) {
      io.out(`  ${rowLine(row, edition, language)}\n`);
    }
    for (const { unit, figure, reason } of unwritten)
      io.error(`${words.form.unwritten[reason](unit, figureName(figure))}\n`);
    const bytes = hasEnding(output, ['.csv']) ? utf8(textOf(sheet)) : writeSheets([sheet], form.name, language);
    await put([{ file: output, bytes }], options, io);
    if (rows.some(({ state }) => state === 'unreadable')) return exits.unread;
    const isWhole = counted.length > 0 && unwritten.length === 0 && !rows.some((row) => isUndecided(row, rows));
    return isWhole ? exits.done : exits.fault;
  },
};
