import type { Reading } from '../../read/reading';
import { figureName, findEdition } from '../../report/figures';
import type { Language } from '../../report/language';
import { amountUnitWords, reportTitle } from '../../report/sheet/sheet';
import { compareReports, isSame, type Both, type ComparedValue, type Comparison } from '../../rollup/likeness/compare';
import { plainNumber } from '../../write/number';
import { exits, CommandRefusal, type Command } from '../command';
import type { Io } from '../io';
import type { Options } from '../options';
import { reportOf } from '../output/output';
import { readSource } from '../reading/sources';
import { wordsIn } from '../words';
import { compareFolders } from './compareSets';
import { equalEnds } from '../../rollup/likeness/paragraphs';

/** A report and the name of its file. */
interface Side {
  readonly name: string;
  readonly reading: Reading;
}

/** @throws Refusal where there is no report, or several and none of them is named */
async function sideOf(file: string, { part, language }: Options, io: Io): Promise<Side> {
  const source = await readSource(file, io, language);
  // A part is named for the file that has several.
  const reading = reportOf(source, source.readings.length > 1 ? part : null, language);
  return { name: file + (reading.part === null ? '' : wordsIn(language).part(reading.part)), reading };
}

function valueText(value: ComparedValue, language: Language): string {
  if (value.state !== 'number') return wordsIn(language).compare[value.state];
  return plainNumber(value.value) + (value.unit === null ? '' : ` ${amountUnitWords[value.unit]}`);
}

/** Characters of a changed paragraph that are shown before and after what was changed. */
const context = 12;

/** Two versions of a paragraph, each cut down to what differs and a little around it. */
function excerpts(texts: Both<string>): Both<string> {
  const [one, other] = texts.map((text) => Array.from(text)) as [string[], string[]];
  const { start, end } = equalEnds(one, other);
  const cut = (text: readonly string[]): string => {
    const from = start <= context ? 0 : start - context;
    const to = end <= context ? text.length : text.length - end + context;
    return `${from > 0 ? '…' : ''}${text.slice(from, to).join('')}${to < text.length ? '…' : ''}`;
  };
  return [cut(one), cut(other)];
}

function paragraphLines(comparison: Comparison, language: Language): string[] {
  const { paragraphs: words, changes } = wordsIn(language).compare;
  const { paragraphs } = comparison;
  if (paragraphs.length === 0) return [];
  const told = paragraphs.flatMap((paragraph) => {
    const { title, change } = paragraph;
    const texts = paragraph.change === 'changed' ? excerpts(paragraph.texts) : paragraph.texts;
    const signs = ['-', '+'];
    return [
      `    ${title} [${changes[change]}]`,
      ...texts.flatMap((text, side) => (text === null ? [] : [`      ${signs[side] ?? ''} ${text}`])),
    ];
  });
  return [`  ${words(paragraphs.length)}`, ...told];
}

/** What a person reads: what the reports are and whether they are of one unit and year first. */
function printed(sides: Both<Side>, comparison: Comparison, language: Language): string {
  const { compare: words, edition: editionText } = wordsIn(language);
  const { unit, year, edition, alone, figures, undecided } = comparison;
  const both = (values: Both<string | number | null>): string =>
    values.map((value) => value ?? words.notRead).join(' → ');
  const editionName = (id: string): string => editionText(id, findEdition(id)?.document ?? '');
  const lines = [
    ...sides.map(({ name, reading: { report } }, side) => {
      return `${['-', '+'][side] ?? ''} ${words.line(name, reportTitle(report.unit.name, report.year))}`;
    }),
    ...(unit === null ? [] : [`  ${words.line(words.unit, both(unit))}`]),
    ...(year === null ? [] : [`  ${words.line(words.year, both(year))}`]),
    ...(edition === null
      ? []
      : [`  ${words.line(words.edition, both([editionName(edition[0]), editionName(edition[1])]))}`]),
    ...(edition === null ? [] : [`  ${words.alone(...alone)}`]),
    ...(figures.length === 0 ? [] : [`  ${words.figures(figures.length)}`]),
    ...figures.map(({ figure, values: [one, other] }) => {
      const values = `${valueText(one, language)} → ${valueText(other, language)}`;
      return `    ${words.line(figureName(figure), values)}`;
    }),
    ...(undecided.length === 0 ? [] : [`  ${words.undecided(undecided.length)}`]),
    ...undecided.map((figure) => `    ${figureName(figure)}`),
    ...paragraphLines(comparison, language),
    ...(isSame(comparison) ? [`  ${words.same}`] : []),
    ...sides.flatMap(({ name, reading: { doubts } }) => {
      return doubts.length === 0 ? [] : [`  ${words.doubts(name, doubts.length)}`];
    }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What `--json` prints. Of two values the first is that of the first file. */
const recordText = (files: readonly string[], sides: Both<Side>, comparison: Comparison): string => {
  const { unit, year, edition, alone, figures, undecided, paragraphs } = comparison;
  const record = {
    files: sides.map(({ reading: { part, report, doubts } }, side) => ({
      file: files[side],
      part,
      unit: report.unit.name,
      year: report.year,
      edition: report.edition,
      doubts: doubts.length,
    })),
    same: isSame(comparison),
    unit,
    year,
    edition,
    alone,
    figures: figures.map(({ figure, values }) => ({ figure: figure.id, name: figureName(figure), values })),
    undecided: undecided.map((figure) => ({ figure: figure.id, name: figureName(figure) })),
    paragraphs: paragraphs.map(({ section, title, change, texts }) => ({ section, title, change, texts })),
    error: null,
  };
  return `${JSON.stringify(record)}\n`;
};

/** What differs between two reports: two submissions of a unit, or what was reviewed and what was published. */
export const compareCommand: Command = {
  options: ['json', 'part', 'edition', 'roster'],
  run: async (options, io) => {
    const { files, language } = options;
    const [file, otherFile, ...more] = files;
    if (file === undefined || otherFile === undefined || more.length > 0)
      throw new CommandRefusal(wordsIn(language).twoFiles, exits.usage);
    if ([await io.list(file), await io.list(otherFile)].some((listing) => listing !== null))
      return compareFolders([file, otherFile], options, io);
    if (options.roster !== null) throw new CommandRefusal(wordsIn(language).rosterForFolders, exits.usage);
    const sides = [await sideOf(file, options, io), await sideOf(otherFile, options, io)] as const;
    const comparison = compareReports(sides[0].reading, sides[1].reading);
    io.out(options.json ? recordText(files, sides, comparison) : printed(sides, comparison, language));
    return isSame(comparison) ? exits.done : exits.fault;
  },
};
