/** The sheets that go with a sum: who is in it and who is not, the figures of each unit, and who broke what. */
import { sectionTitle, type Edition } from '../report/edition';
import { figuresOf, type Figure, type FigureId, nameOfFigure } from '../report/figures';
import type { Language } from '../report/language';
import { amountUnitWords } from '../report/sheet/sheet';
import { sumSheetHeads, type SheetContent, type SheetValue } from '../report/sheet/workbook';
import type { Identity } from '../rules/sums/identities';
import { levels } from '../rules/findings';
import { rowInTable, tableNumber } from '../rules/words/names';
import { ruleName } from '../rules/words/words';
import { citedText, plainName } from '../write/text';
import { isRepeated, type Beside, type UnitRow } from './collection/collection';
import type { RosterProblem } from './collection/roster';
import type { RollUp } from './sum';
import { wideHeads, wideRow } from './tables';
import { traceBroken } from './trace';
import { wordsIn, type Words } from './words';

/** The column or row in which an identity is broken, with what its finding is called: `三、“自然人”：列勾稽关系不符`. */
const brokenName = (edition: Edition, { rule, family, primary }: Identity, language: Language): string =>
  wordsIn(language).ofUnit(
    family.along === 'column'
      ? `${tableNumber(edition, primary.table)}“${primary.columnLabel}”`
      : rowInTable(edition, primary),
    ruleName(rule, language),
  );

/** Names that are told in one sentence; the others are counted. */
const namesTold = 20;

const namesOf = (names: readonly string[], language: Language): string => {
  const words = wordsIn(language);
  const told = words.list(names.slice(0, namesTold).map(plainName));
  return names.length > namesTold ? words.andMore(told, names.length) : told;
};

/** Blank figures that are told by their names; of more the first is. */
const blanksTold = 5;

/** Who left what blank, in as few sentences as either the units or what is blank together make. */
function blankRemarks(blanks: RollUp['blanks'], edition: Edition, language: Language): string[] {
  const words = wordsIn(language);
  const byUnit = new Map<string, { readonly units: readonly string[]; readonly ids: FigureId[] }>();
  const together = new Map<string, { readonly units: readonly string[]; readonly ids: FigureId[] }>();
  const put = (groups: typeof byUnit, units: readonly string[], id: FigureId): void => {
    const key = units.join('\n');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { units, ids: [id] });
    else known.ids.push(id);
  };
  for (const [id, units] of blanks) {
    put(together, units, id);
    for (const unit of new Set(units)) put(byUnit, [unit], id);
  }
  return [...(byUnit.size <= together.size ? byUnit : together).values()].map(({ units, ids }) => {
    const names = ids.slice(0, ids.length > blanksTold ? 1 : blanksTold).map((id) => nameOfFigure(edition, id));
    const figures = ids.length > blanksTold ? words.andMoreFigures(names.join(''), ids.length) : words.list(names);
    return words.blankFigures(figures, namesOf(units, language));
  });
}

/** What became of last year's reports, a sentence each. */
function lastYearRemarks({ lastYear }: RollUp, language: Language): string[] {
  if (lastYear === null) return [];
  const { lastYears: words, list } = wordsIn(language);
  const some = (names: readonly string[]): string =>
    `${list(names.slice(0, namesTold).map(plainName))}${names.length > namesTold ? '……' : ''}`;
  return (['without', 'withoutHeir', 'otherYear', 'unnamed'] as const).flatMap((kind) => {
    const own = lastYear[kind];
    return own.length === 0 ? [] : [words[kind](own.length, some(own), lastYear.year)];
  });
}

/** The identities that some unit breaks, each with the units that it is because of. */
export function brokenRemarks(edition: Edition, included: RollUp['included'], language: Language): string[] {
  const words = wordsIn(language);
  return traceBroken(edition, included).map(({ identity, units }) =>
    words.brokenLine(
      brokenName(edition, identity, language),
      namesOf(
        units.map(({ unit, gap }) => words.gap(unit, Math.abs(gap))),
        language,
      ),
    ),
  );
}

/** What is to be said of a sum, one sentence each: blanks that count as nothing, figures that nobody can know, broken sums. */
export function remarks(rollUp: RollUp, edition: Edition, language: Language): string[] {
  const { blanks, unknown, included } = rollUp;
  const words = wordsIn(language);
  return [
    ...[...unknown].map(([id, { reason, units }]) =>
      words.unknownFigure[reason](nameOfFigure(edition, id), namesOf(units, language)),
    ),
    ...blankRemarks(blanks, edition, language),
    ...brokenRemarks(edition, included, language),
    ...lastYearRemarks(rollUp, language),
  ];
}

/** What is to be said of a list of units. */
export const rosterRemarks = (problems: readonly RosterProblem[], language: Language): string[] => {
  const words = wordsIn(language).rosterProblems;
  const sentence = (problem: RosterProblem): string => {
    const lines = wordsIn(language).list(problem.lines.map(String));
    switch (problem.kind) {
      case 'twice':
        return words.twice(problem.name, lines);
      case 'countedUnclear':
        return words.countedUnclear(problem.name, problem.text);
      case 'countedBlank':
        return words.countedBlank(namesOf(problem.names, language));
      case 'unused':
        return words.unused(problem.head);
      case 'noName':
        return words.noName(lines);
      case 'noUnit':
        return words.noUnit(namesOf(problem.texts, language), lines);
      case 'noHead':
        return words.noHead(problem.column);
      case 'shared':
      case 'ownName':
        return words[problem.kind](problem.name, namesOf(problem.units, language));
    }
  };
  return problems.map((problem) =>
    problem.sheet === undefined ? sentence(problem) : words.onSheet(plainName(problem.sheet), sentence(problem)),
  );
};

/** The name of a row's state, as people call it. */
export function stateName({ state, received }: UnitRow, edition: Edition, language: Language): string {
  const words = wordsIn(language);
  return state === 'otherEdition' && received !== null && received.edition > edition.id
    ? words.newerEdition
    : words.states[state];
}

/** Whether a row counts, and why where a list or a person said so. */
export function standingText({ included, decision, listed, state }: UnitRow, language: Language): string {
  const words = wordsIn(language);
  if (decision !== null) return decision.accept ? words.accepted(decision.reason) : words.setAside(decision.reason);
  if (included) return words.included;
  return listed?.counted === false && (state === 'read' || state === 'incomplete') ? words.notCounted : words.excluded;
}

/** How a report stands to another one of its unit. */
const besideText = (row: UnitRow, { source, differing }: Beside, words: Words): string =>
  row.state === 'notReport'
    ? words.picturesOf(source)
    : differing === 0
      ? isRepeated(row)
        ? words.repeats(source)
        : words.sameAs(source)
      : row.state === 'duplicate' && !row.included
        ? words.differsFrom(source, differing)
        : words.otherTaken(source, differing);

/** What else is to be said of a row, in one line. `inFull`: also what nobody has to act on. */
export function rowNote(row: UnitRow, language: Language, inFull = false): string {
  const words = wordsIn(language);
  const { listed, name: own, matchedBy, proposal, failure, counts, carryOver, received, beside, lastYear } = row;
  return [
    row.state !== 'notReport' ? (failure ?? '') : beside === null ? words.notReport : '',
    row.notRead.length === 0 ? '' : words.notRead(words.list(row.notRead)),
    matchedBy === null ? '' : words.matched[matchedBy],
    listed !== null && own !== null && own !== listed.name ? words.readAs(plainName(own)) : '',
    row.calledAfter === null ? '' : words.calledAfter(plainName(row.calledAfter)),
    row.state === 'isSum' && listed !== null && row.decision === null ? words.sumListed : '',
    row.state === 'unnamed' && row.included && row.decision === null ? words.unnamedCounts : '',
    proposal === null ? '' : words.proposal(plainName(proposal)),
    beside === null ? '' : besideText(row, beside, words),
    received !== null && received.year === null ? words.noYear : '',
    ...levels.map((level) => {
      const isTold = counts[level] > 0 && (inFull || level === 'fault');
      return isTold ? words.levels[level](counts[level]) : '';
    }),
    received !== null && received.doubts > 0 ? words.doubts(received.doubts) : '',
    carryOver === 'differs' ? words.carryDiffers : carryOver === 'explained' ? words.carryExplained : '',
    carryOver === 'agrees' && inFull ? words.carryAgrees : '',
    lastYear === null || (lastYear.kind === 'none' && !inFull)
      ? ''
      : words.lastYear[lastYear.kind](words.list(lastYear.names.map(plainName))),
  ]
    .filter((text) => text !== '')
    .join(language === 'zh' ? '；' : '; ');
}

/** The name under which a row is told. */
export const unitNameOf = ({ listed, name: own }: UnitRow): string => plainName(listed?.name ?? own ?? '');

/** The same; a report that nobody can name is called by its file. */
export const calledIn = (row: UnitRow): string => (unitNameOf(row) === '' ? (row.source ?? '') : unitNameOf(row));

/** What the sheets beside a sum say of a row: its unit, its state, whether it counts, its file, and what is to be said of it. */
export const rowCells = (row: UnitRow, edition: Edition, language: Language): string[] => [
  unitNameOf(row),
  stateName(row, edition, language),
  standingText(row, language),
  row.source ?? '',
  rowNote(row, language, true),
];

function notesSheet(rollUp: RollUp, edition: Edition, language: Language, more: readonly string[]): SheetContent {
  const words = wordsIn(language);
  const { report, included, rows } = rollUp;
  const line = (first: string, last: string): SheetValue[] => [first, '', '', '', last];
  return {
    name: words.notesName,
    widths: [36, 16, 22, 48, 60],
    headerRows: 2,
    rows: [
      // The first cell is what the sheet is known by when the sum is made again with more units.
      line(words.notesTitle(plainName(report.unit.name ?? ''), report.year ?? 0), words.notesCount(included.length)),
      [...sumSheetHeads[language].notes],
      // Names of files and units may hold what no workbook can.
      ...rows.map((row): SheetValue[] => rowCells(row, edition, language).map(citedText)),
      // In the widest column: in that of the names a sentence would fill many lines beside empty cells.
      ...[...remarks(rollUp, edition, language), ...more].map((text) => line(words.remark, citedText(text.trim()))),
    ],
    paint: [],
  };
}

function sourcesSheet({ report, included }: RollUp, edition: Edition, language: Language): SheetContent {
  const words = wordsIn(language);
  const figures = figuresOf(edition);
  return {
    name: words.sourcesName,
    widths: [36, 30, ...figures.map(() => 10)],
    headerRows: 2,
    headerColumns: 1,
    rows: [
      [...sumSheetHeads[language].sources],
      [words.unit, words.source, ...wideHeads(edition)],
      [words.sum, '', ...figures.map(({ id }): SheetValue => report.figures[id] ?? '')],
      ...included.map((received): SheetValue[] => {
        const { name: unit, values } = wideRow(edition, received);
        return [citedText(unit), citedText(received.source), ...values.map((value): SheetValue => value ?? '')];
      }),
    ],
    paint: [],
  };
}

/** What a figure of the long sheet is counted in, said of amounts alone. */
const measureWord = ({ kind }: Figure, value: SheetValue | null): string =>
  kind === 'amount' && typeof value === 'number' ? amountUnitWords.tenThousandYuan : '';

/** Rows of the long table that a workbook is given; Excel itself ends at 1,048,576 and is slow long before. */
const mostDetails = 200_000;

function detailsSheet({ report, included }: RollUp, edition: Edition, language: Language): SheetContent {
  const words = wordsIn(language);
  return {
    name: words.detailsName,
    widths: [36, 30, 8, 40, 40, 16, 12, 10],
    headerRows: 2,
    rows: [
      [...sumSheetHeads[language].details],
      [...words.longHeads],
      ...included.flatMap((received) => {
        const { name, values } = wideRow(edition, received);
        const [unit, source] = [citedText(name), citedText(received.source)];
        return figuresOf(edition).map((figure, index): SheetValue[] => [
          unit,
          source,
          report.year ?? '',
          sectionTitle(edition, figure.table),
          figure.rowLabels.join(' / '),
          figure.columnLabel,
          values[index] ?? '',
          measureWord(figure, values[index] ?? null),
        ]);
      }),
    ],
    paint: [],
  };
}

/** Who is in a sum and who is not, and the figures of each unit, a row each. */
export const sumSheets = (
  rollUp: RollUp,
  edition: Edition,
  language: Language,
  more: readonly string[],
): SheetContent[] => [notesSheet(rollUp, edition, language, more), sourcesSheet(rollUp, edition, language)];

/** A row for each figure of each unit; `null` where these are more than a workbook should hold. */
export const longSheet = (rollUp: RollUp, edition: Edition, language: Language): SheetContent | null =>
  rollUp.included.length * figuresOf(edition).length <= mostDetails ? detailsSheet(rollUp, edition, language) : null;

/** Sheets beside the sum. `more`: sentences that belong to it, such as what is wrong with the list of units. */
export function rollUpSheets(
  rollUp: RollUp,
  edition: Edition,
  language: Language,
  more: readonly string[] = [],
): SheetContent[] {
  const long = longSheet(rollUp, edition, language);
  const rows = rollUp.included.length * figuresOf(edition).length;
  const told = long === null ? [...more, wordsIn(language).noDetails(rows)] : more;
  return [...sumSheets(rollUp, edition, language, told), ...(long === null ? [] : [long])];
}
