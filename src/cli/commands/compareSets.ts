/** `gouji compare FOLDER FOLDER`: the same units in two collections, mostly last year's and this year's. */
import { editionForYear, figureName } from '../../report/figures';
import { outlierText } from '../../rollup/likeness/outlierText';
import { unitsOf } from '../../rollup/likeness/outliers';
import type { Received } from '../../rollup/received';
import { RosterIndex } from '../../rollup/collection/roster';
import { wordsIn as rollUpWords } from '../../rollup/words';
import { compareSets, type SetComparison } from '../../rollup/likeness/yearOnYear';
import { plainNumber } from '../../write/number';
import { exits, type Exit } from '../command';
import { gather } from '../reading/gather';
import type { Io } from '../io';
import type { Options } from '../options';
import { rosterOf } from '../units';
import { wordsIn } from '../words';
import { editionOf } from './edition';

const number = (value: number | null): string => (value === null ? '—' : plainNumber(value));

/** The edition of most of the later reports, unless one is named. */
function editionFor(options: Options, received: readonly Received[]) {
  if (options.edition !== null) return editionOf(options);
  return editionForYear(Math.max(0, ...received.flatMap(({ year }) => year ?? [])));
}

function printed(comparison: SetComparison, options: Options, edition: ReturnType<typeof editionForYear>): string {
  const { language } = options;
  const { compare: words, compareSets: say } = wordsIn(language);
  const { pairs, onlyFirst, onlySecond, several, sums, otherYears, totals, unknown, outliers } = comparison;
  const join = (names: readonly string[]): string => names.join(language === 'zh' ? '、' : ', ');
  const list = (heading: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`  ${words.line(`${heading} ${names.length}`, join(names))}`];
  const changed = totals.filter(({ first, second }) => first !== second);
  const { heading } = rollUpWords(language).outliers;
  const lines = [
    say.pairs(pairs.length, pairs.filter(({ differing }) => differing > 0).length),
    ...list(say.onlyFirst, onlyFirst),
    ...list(say.onlySecond, onlySecond),
    ...list(say.several, several),
    ...list(
      say.undecided,
      pairs.flatMap(({ unit, undecided }) => (undecided > 0 ? [unit] : [])),
    ),
    ...list(say.sums, sums),
    ...list(
      say.otherYears,
      otherYears.map(({ unit, year }) => say.ofYear(unit, year)),
    ),
    ...(changed.length === 0 ? [] : [`  ${say.totals(changed.length)}`]),
    ...changed.map(({ figure, first, second }) => {
      return `    ${words.line(figureName(figure), `${number(first)} → ${number(second)}`)}`;
    }),
    ...(unknown.length === 0
      ? []
      : [
          `  ${say.unknown(join(unknown.map(({ figure }) => figureName(figure))), join([...new Set(unknown.flatMap(({ units }) => units))]))}`,
        ]),
    ...(outliers.length === 0 ? [] : [`  ${heading(outliers.length)}`]),
    ...outliers.map((one) => `    ${outlierText(one, edition, language)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const record = (comparison: SetComparison, options: Options, edition: ReturnType<typeof editionForYear>): string => {
  const { totals, unknown, outliers, ...more } = comparison;
  return `${JSON.stringify({
    ...more,
    edition: edition.id,
    totals: totals.map(({ figure, first, second }) => ({
      figure: figure.id,
      name: figureName(figure),
      values: [first, second],
    })),
    unknown: unknown.map(({ figure, units }) => ({ figure: figure.id, name: figureName(figure), units })),
    outliers: outliers.map((one) => ({
      ...one,
      units: unitsOf(one),
      message: outlierText(one, edition, options.language),
    })),
    error: null,
  })}\n`;
};

/** What stands out is a question: the exit code says only whether all was read and all is the same. */
export async function compareFolders(files: readonly [string, string], options: Options, io: Io): Promise<Exit> {
  const roster = await rosterOf(options, io);
  const first = await gather([files[0]], options, io, null);
  const second = await gather([files[1]], options, io, null);
  const edition = editionFor(options, second.received);
  const index = roster === null ? null : new RosterIndex(roster.units);
  const comparison = compareSets(edition, first.received, second.received, index);
  io.out(options.json ? record(comparison, options, edition) : printed(comparison, options, edition));
  if (first.failures.length + second.failures.length > 0) return exits.unread;
  const { pairs, onlyFirst, onlySecond, several } = comparison;
  const isSame =
    onlyFirst.length + onlySecond.length + several.length === 0 &&
    pairs.every(({ differing, undecided }) => differing + undecided === 0);
  return isSame ? exits.done : exits.fault;
}
