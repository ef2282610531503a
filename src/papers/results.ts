/**
 * The sheet 校验结果: every identity with both sides, the difference and a verdict, all by formula, so that the file
 * speaks where Gouji is not installed.
 */
import { onSheet } from '../report/a1';
import type { Edition } from '../report/edition';
import type { Language } from '../report/language';
import type { SheetContent, SheetValue } from '../report/sheet/workbook';
import { sideOf, type FigureCells } from '../rules/sums/formula';
import { identitiesOf, type Identity } from '../rules/sums/identities';
import { rowName } from '../report/figures';
import { numberBeforeRow, tableNumber } from '../rules/words/names';
import { minText, sumText, type Side } from '../rules/sums/references';
import { ruleSentence, wordsIn } from '../rules/words/words';
import type { Words } from '../rules/words/wordTypes';

const headerRows = 3;

const place = (identity: Identity, edition: Edition, words: Words): string => {
  const { along, table } = identity.family;
  const { primary } = identity;
  return along === 'column'
    ? words.results.where(primary.columnLabel, along, tableNumber(edition, table))
    : words.results.where(rowName(primary), along, numberBeforeRow(edition, primary));
};

/**
 * `sheetName`: the worksheet on which the tables stand, at `cells`. The verdict columns hold formulas that refer to it;
 * a figure that is not on the sheet counts as blank.
 */
export function resultsSheet(
  edition: Edition,
  cells: FigureCells,
  sheetName: string,
  language: Language,
): SheetContent {
  const words = wordsIn(language);
  const { results } = words;
  const prefix = onSheet(sheetName);
  const identities = identitiesOf(edition);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = identities.map((identity, index): SheetValue[] => {
    const row = headerRows + index + 1;
    const left = sideOf(identity.left, cells, 'fixed', prefix);
    const right = sideOf(identity.right, cells, 'fixed', prefix);
    const sides = [left, right];
    // The sums stand in C and D already.
    const falls = (side: Side, one: string, other: string): string[] =>
      side.complete ? [`AND(COUNT(${side.references})=${side.count},${one}${row}<${other}${row})`] : [];
    const broken = [...falls(left, 'C', 'D'), ...falls(right, 'D', 'C')];
    const filled = sides.map((side) => (side.complete ? `COUNT(${side.references})=${side.count}` : 'FALSE'));
    const rest = `IF(AND(${filled.join()}),${quoted(results.holds)},${quoted(results.open)})`;
    const decided = broken.length === 0 ? rest : `IF(OR(${broken.join()}),${quoted(results.broken)},${rest})`;
    const verdict = `IF(${minText(sides)}<0,${quoted(results.undecided)},${decided})`;
    return [
      place(identity, edition, words),
      ruleSentence(identity.rule, language),
      { formula: `=${sumText(left)}` },
      { formula: `=${sumText(right)}` },
      { formula: `=C${row}-D${row}` },
      { formula: `=IFERROR(${verdict},${quoted(results.undecided)})` },
    ];
  });
  const verdicts = `$F$${headerRows + 1}:$F$${headerRows + identities.length}`;
  const counted = [results.holds, results.broken, results.open, results.undecided]
    .map((word) => `${quoted(`${word} `)}&COUNTIF(${verdicts},${quoted(word)})`)
    .join('&"　"&');
  const range = { row: headerRows, column: 0, rowCount: identities.length, columnCount: 6 };
  const coloured = (word: string): string => `=$F${headerRows + 1}=${quoted(word)}`;
  return {
    name: results.name,
    widths: [22, 52, 10, 10, 10, 16],
    headerRows,
    rows: [[results.title], [{ formula: `=${counted}` }], [...results.headers], ...rows],
    paint: [
      { rule: 'results-broken', range, formula: coloured(results.broken), style: 'broken' },
      { rule: 'results-undecided', range, formula: coloured(results.undecided), style: 'invalid' },
      { rule: 'results-open', range, formula: coloured(results.open), style: 'blank' },
    ],
  };
}
