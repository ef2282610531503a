/**
 * A walk through every view of the pane, on the workbench without a grid: from an empty workbook and last year's Word file
 * to the exported one. At each view `at` is called; pictures are taken there, and tests look at it.
 */
import type { Frame, Page } from 'playwright-core';
import type { Book } from '../../src/book/book';
import { edition2021 } from '../../src/report/editions/2021';
import { sheetLayout, sheetNames } from '../../src/report/sheet/sheet';
import type { Words } from '../../src/taskpane/words/words';
import { writeWord } from '../../src/write/word/word';
import { filledReport } from '../../test/filled';
import type { Report } from '../../src/report/report';

/** The page of the stand-in has its book there. */
type WithBook = Window & { readonly workbench: { readonly book: Book } };

export interface Walk {
  readonly page: Page;
  readonly pane: Frame;
  readonly words: Words;
  /** The year of the report that is written. */
  readonly year: number;
  readonly at: (view: string) => Promise<void>;
}

/** The year before: four applications of persons came in, three were granted and one was carried over. */
export function lastYears(year: number): Report {
  const report = filledReport(edition2021, { year: year - 1, unit: '云溪县林业局' });
  const results = { received: 4, granted: 3, total: 3, carriedOut: 1 };
  for (const [row, value] of Object.entries(results))
    for (const column of ['person', 'total']) report.figures[`applications.${row}.${column}`] = value;
  report.narrative.overview = ['上年新收政府信息公开申请4件，办结3件，结转下年度继续办理1件。'];
  report.narrative.problems = ['栏目更新不够及时，已明确专人负责。'];
  report.narrative.other = ['没有其他需要报告的事项。'];
  return report;
}

/** What the Word file of the year before holds. It was signed in January. */
export function lastYearsFile(year: number): Buffer {
  const report = lastYears(year);
  report.figures['disclosure.penalties.decisions'] = 12;
  report.closing = { unit: null, date: `${year}-01-20` };
  return Buffer.from(writeWord(report));
}

/** Types a figure on this year's sheet, as a person does. */
function type({ page, year }: Walk, id: string, text: string): Promise<void> {
  const cell = sheetLayout(edition2021).figures.get(id);
  if (cell === undefined) throw new Error(`no cell for ${id}`);
  return page.evaluate(
    ({ sheet, row, column, typed }) => {
      const { book } = (window as unknown as WithBook).workbench;
      const place = { row, column, rowCount: 1, columnCount: 1 };
      book.select(sheet, place);
      book.type(sheet, place, typed);
    },
    { sheet: sheetNames(year).tables, row: cell.row, column: cell.column, typed: text },
  );
}

const button = ({ pane }: Walk, name: string | RegExp) => pane.getByRole('button', { name }).first();
const tab = ({ pane }: Walk, name: string) => pane.getByRole('tab', { name }).click();

async function begin(walk: Walk): Promise<void> {
  const { pane, words, year, at } = walk;
  await pane.getByText(words.welcome.empty).waitFor();
  await at('empty');
  await button(walk, words.welcome.blank).click();
  await pane.getByRole('heading', { name: words.newReport.title }).waitFor();
  await at('new');
  await button(walk, words.back).click();
  await button(walk, words.welcome.previous).click();
  await button(walk, words.importing.choose).waitFor();
  await at('import');
  await pane
    .locator('input[type=file]')
    .setInputFiles({ name: '上年年报.docx', mimeType: '', buffer: lastYearsFile(year) });
  await button(walk, words.importing.fillAndBegin(year)).waitFor();
  await at('review');
  await button(walk, words.importing.fillAndBegin(year)).click();
  await pane.getByRole('heading', { name: words.tasks.title }).waitFor();
}

async function fill(walk: Walk): Promise<void> {
  const { pane, words, at } = walk;
  await type(walk, 'applications.received.person', '4');
  await type(walk, 'applications.granted.person', '5');
  await pane.getByRole('heading', { name: words.help.title }).waitFor();
  await at('home');
  await button(walk, words.unit.title).click();
  await pane.getByRole('heading', { name: words.unit.title }).waitFor();
  await at('unit');
  await button(walk, words.back).click();
  await tab(walk, words.tabs.export);
  await button(walk, words.export.formats.word).click();
  await pane.getByRole('dialog').waitFor();
  await at('before');
  await pane.getByRole('dialog').press('Escape');
  await tab(walk, words.tabs.fill);
  await button(walk, new RegExp(words.tasks.allZeros(9).replace('9', '\\d+'), 'u')).click();
  await pane.getByRole('dialog').waitFor();
  await at('zeros');
  await button(walk, words.fill.zerosConfirm).click();
  await pane.getByText(new RegExp(words.fill.zerosDone(9, 0).replace('9', '\\d+'), 'u')).waitFor();
  await at('undo');
}

async function checkAndWrite(walk: Walk): Promise<void> {
  const { pane, words, at } = walk;
  await tab(walk, words.tabs.text);
  await button(walk, words.editor.allPhrases).waitFor();
  await at('text');
  await button(walk, words.editor.allPhrases).click();
  await type(walk, 'applications.granted.person', '4');
  await tab(walk, words.tabs.check);
  await pane.locator('[data-finding]', { hasText: words.levels.fault }).first().waitFor();
  await at('check');
  for (const part of await pane.locator('[data-part]:visible').all()) await part.click();
  await button(walk, words.comparison.sheet).waitFor();
  await pane.locator('figure svg').last().scrollIntoViewIfNeeded();
  await at('comparison');
  await button(walk, words.takeaway.results).scrollIntoViewIfNeeded();
  await at('takeaway');
}

async function exportIt(walk: Walk): Promise<void> {
  const { page, pane, words, at } = walk;
  await type(walk, 'applications.granted.person', '5');
  await tab(walk, words.tabs.export);
  await button(walk, words.export.formats.template).waitFor();
  await pane.getByText(words.wordForm.title, { exact: true }).click();
  await at('export');
  await pane.getByText(words.preview.title).click();
  await pane.getByRole('region', { name: words.preview.title }).scrollIntoViewIfNeeded();
  await at('preview');
  const downloading = page.waitForEvent('download');
  await button(walk, words.export.formats.template).click();
  await downloading;
  await pane.getByText(words.export.handedOver.download).waitFor();
  await pane.getByText(words.export.working).waitFor({ state: 'detached' });
  await at('given');
}

async function county(walk: Walk): Promise<void> {
  const { pane, words, year, at } = walk;
  await tab(walk, words.tabs.county);
  await button(walk, words.county.chooseFiles).waitFor();
  await at('county');
  const file = { name: '林业局.docx', mimeType: '', buffer: lastYearsFile(year + 1) };
  await pane.locator('input[data-county="files"]').setInputFiles(file);
  const units = pane.getByRole('region', { name: words.county.table, exact: true });
  await units.waitFor();
  await units.scrollIntoViewIfNeeded();
  await at('units');
}

export async function walkThroughThePane(walk: Walk): Promise<void> {
  await begin(walk);
  await fill(walk);
  await checkAndWrite(walk);
  await exportIt(walk);
  await county(walk);
}
