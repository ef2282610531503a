/** The sheet 修改意见: what was asked of each unit, and what became of it when the unit handed in again. */
import type { Edition } from '../../report/edition';
import type { Language } from '../../report/language';
import { aroundNotes } from '../../report/sheet/around';
import { sumSheetHeads, type SheetContent, type SheetValue } from '../../report/sheet/workbook';
import { isRuleId } from '../../rules/catalogue';
import type { Finding } from '../../rules/finding';
import { isAsked, isLacking } from '../../rules/findings';
import { findingMessage, levelName, wordsIn as ruleWords } from '../../rules/words/words';
import { plainNumber } from '../../write/number';
import type { Checked } from './checked';
import { followUp, needsOf, type Asked, type LetterPoint, type PointState } from './followUp';
import { nameKey } from '../names';
import type { Received } from '../received';
import { wordsIn } from '../words';

/** A point of a letter as it was asked. */
export interface AskedPoint extends Asked {
  readonly unit: string;
  /** 1 for the first letter to the unit. */
  readonly round: number;
  readonly level: string;
  readonly text: string;
  readonly needs: readonly string[];
  /** The report that it was asked of: another mark is another submission. */
  readonly mark: string;
}

export const askedSheetName = '修改意见';

/** What tells one submission from another: its figures and its text, not its file. */
export function markOf({ figures, textMarks, unread }: Received): string {
  let hash = 0x811c9dc5;
  const take = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  };
  for (const value of figures) take(Number.isFinite(value) ? `${plainNumber(value)};` : '-;');
  take(unread.join());
  take(textMarks?.join() ?? '');
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const ofUnit = (asked: readonly AskedPoint[], unit: string): AskedPoint[] =>
  asked.filter((point) => nameKey(point.unit) === nameKey(unit));

const inLastRound = (own: readonly AskedPoint[]): AskedPoint[] => {
  const last = Math.max(0, ...own.map(({ round }) => round));
  return own.filter(({ round }) => round === last);
};

/** The points of the last letter to a unit. */
export const lastAsked = (asked: readonly AskedPoint[], unit: string): AskedPoint[] => inLastRound(ofUnit(asked, unit));

/** The letter that was about just this submission; `null`: none was. */
export function roundAbout(asked: readonly AskedPoint[], unit: string, received: Received): number | null {
  const own = ofUnit(asked, unit);
  const mark = own.length === 0 ? null : markOf(received);
  return own.find((point) => point.mark === mark)?.round ?? null;
}

export interface UnitLetter {
  /** Who writes it, where that is known. */
  readonly office?: string | null;
  readonly unit: string;
  readonly checked: Pick<Checked, 'received' | 'findings' | 'reading'>;
}

const levelText = (finding: Finding, language: Language): string =>
  isLacking(finding) ? ruleWords(language).listing.lacking : levelName(finding.level, language);

/**
 * What was asked with these letters. A letter about the same submission as the last one is no new round: it takes the place of
 * the last, for the language or the words may be others now.
 */
export function withLetters(
  asked: readonly AskedPoint[],
  letters: readonly UnitLetter[],
  language: Language,
): AskedPoint[] {
  let all = [...asked];
  for (const { unit, checked } of letters) {
    const mark = markOf(checked.received);
    const last = lastAsked(all, unit);
    const isSame = last[0]?.mark === mark;
    const round = (last[0]?.round ?? 0) + (isSame ? 0 : 1);
    if (isSame) all = all.filter((point) => !last.includes(point));
    all.push(
      ...checked.findings.filter(isAsked).map((finding): AskedPoint => ({
        unit,
        round,
        level: levelText(finding, language),
        text: findingMessage(finding, checked.reading.edition, language),
        rule: finding.rule,
        figures: finding.figures,
        needs: needsOf(finding),
        place: finding.place,
        cell: null,
        mark,
      })),
    );
  }
  return all;
}

const pointsOf = (
  last: readonly AskedPoint[],
  { reading: { report }, findings }: UnitLetter['checked'],
  hasLastYear: boolean,
): LetterPoint<AskedPoint>[] =>
  followUp(last, findings.filter(isAsked), {
    hasFigure: (id) => (report.figures[id] ?? null) !== null,
    hasText: Object.values(report.narrative).every(({ length }) => length > 0),
    hasLastYear,
  });

/**
 * What became of the last letter in a report that came after it; `null` where there was none, or a letter was about this one.
 * @param hasLastYear whether last year's report of the unit is there
 */
export function followedUp(
  asked: readonly AskedPoint[],
  unit: string,
  checked: UnitLetter['checked'],
  hasLastYear: boolean,
): LetterPoint<AskedPoint>[] | null {
  const last = lastAsked(asked, unit);
  if (last.length === 0 || roundAbout(asked, unit, checked.received) !== null) return null;
  return pointsOf(last, checked, hasLastYear);
}

/** The findings that the letter before asked too, about an earlier submission. */
export function askedAgain(asked: readonly AskedPoint[], { unit, checked }: UnitLetter): Set<Finding> {
  const round = roundAbout(asked, unit, checked.received) ?? Infinity;
  const before = inLastRound(ofUnit(asked, unit).filter((point) => point.round < round));
  const now = new Set(checked.findings);
  return new Set(
    pointsOf(before, checked, true).flatMap(({ finding, state }) =>
      state === 'open' && now.has(finding as Finding) ? [finding as Finding] : [],
    ),
  );
}

/** The words of a point, as they stand now. */
export const pointText = ({ finding }: LetterPoint<AskedPoint>, edition: Edition, language: Language): string =>
  'text' in finding ? finding.text : findingMessage(finding, edition, language);

/** How many points there are of each state, `已改 3、未改 1`; '' where there are none. */
export function pointCounts(points: readonly LetterPoint<AskedPoint>[], language: Language): string {
  const words = wordsIn(language);
  const states: readonly PointState[] = ['mended', 'open', 'unclear', 'new'];
  return states
    .map((state) => [state, points.filter((point) => point.state === state).length] as const)
    .flatMap(([state, count]) => (count === 0 ? [] : [`${words.pointStates[state]} ${count}`]))
    .join(language === 'zh' ? '、' : ', ');
}

const figuresText = ({ figures, needs }: AskedPoint): string => `${figures.join(' ')};${needs.join(' ')}`;

/** @param stateOf what became of a point; `null` where nothing came after it */
export function askedSheet(
  asked: readonly AskedPoint[],
  stateOf: (point: AskedPoint) => PointState | null,
  language: Language,
): SheetContent {
  const words = wordsIn(language);
  return {
    name: askedSheetName,
    widths: [30, 8, 10, 70, 12, 40, 14, 30, 14],
    headerRows: 1,
    rows: [
      [...sumSheetHeads[language].asked],
      ...asked.map((point) => {
        const state = stateOf(point);
        return [
          point.unit,
          point.round,
          point.level,
          point.text,
          state === null ? words.notAgain : words.pointStates[state],
          point.place ?? '',
          point.rule,
          figuresText(point),
          point.mark,
        ];
      }),
    ],
    paint: [],
  };
}

/** What such a sheet says; lines that were not made by Gouji are none. */
export function askedOn(rows: readonly (readonly unknown[])[]): AskedPoint[] {
  return rows.flatMap((row): AskedPoint[] => {
    const [unit, round, level, text, , place, rule, ids, mark] = row.map((cell) =>
      typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '',
    );
    if (unit === undefined || unit === '' || rule === undefined || !isRuleId(rule)) return [];
    const number = Number(round);
    if (!Number.isInteger(number) || number < 1) return [];
    const [figures = [], needs = []] = (ids ?? '').split(';').map((part) => part.split(' ').filter((id) => id !== ''));
    return [
      {
        unit,
        round: number,
        level: level ?? '',
        text: text ?? '',
        place: place === undefined || place === '' ? null : place,
        rule,
        figures,
        needs,
        cell: null,
        mark: mark ?? '',
      },
    ];
  });
}

/** Such a sheet as it is to be written where one stands: what the office wrote beside a point stays beside it. */
export const askedSheetOn = (sheet: SheetContent, there: readonly (readonly unknown[])[]): SheetContent =>
  aroundNotes(sheet, there, {
    keysOf: (row) =>
      askedOn([row]).map(({ unit, round, rule, figures, mark }) =>
        [nameKey(unit), round, rule, ...figures, mark].join(' '),
      ),
    leftOf: (row, isNoted) =>
      isNoted
        ? row
            .slice(0, sheet.widths.length)
            .map((cell): SheetValue => (typeof cell === 'number' || typeof cell === 'string' ? cell : ''))
        : null,
  });
