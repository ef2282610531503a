/** Saving the report that is shown as a workbook that checks itself. */
import { messageOf } from '../../host/fault';
import type { ActiveReport, Candidate } from '../../host/host';
import { workbookOf } from '../../papers/workbook';
import { findEdition } from '../../report/figures';
import { reportTitle } from '../../report/sheet/sheet';
import { button, tag } from '../dom';
import { fileStem } from '../../taskpane/parts/fileNames';
import { textProblemMessage, UnwritableTextError } from '../../write/text';
import { xlsxType } from '../../write/xlsx/xlsx';
import type { OfflineHost } from '../host';
import type { Places } from './save';
import type { Words } from '../words/words.zh';

export interface SavingOptions {
  readonly host: OfflineHost;
  readonly places: Places;
  readonly words: Words;
  readonly say: (text: string) => void;
  /** Says that it went well. */
  readonly done: (text: string) => void;
  readonly leave: () => void;
  /** All that the book holds of reports stands in files now. */
  readonly saved: () => void;
}

/** A question with two answers; Escape is the second. */
function ask(text: string, yes: string, no: string): Promise<boolean> {
  const dialog = tag('dialog', 'question');
  const answers = tag('div', 'answers');
  answers.append(
    button(yes, () => dialog.close(yes), 'main'),
    button(no, () => dialog.close()),
  );
  dialog.append(tag('p', '', text), answers);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === yes);
    }),
  );
}

export class Saving {
  /** Reports of which it was said what their files will not hold. */
  private readonly told = new Set<string>();

  constructor(private readonly options: SavingOptions) {}

  private workbook({ report, totals }: ActiveReport): Uint8Array | string {
    const { host } = this.options;
    if (findEdition(report.edition) === undefined) return report.edition;
    try {
      const { language } = host;
      return workbookOf(report, { totals: totals === 'typed' ? 'typed' : 'formulas', language, more: host.more() });
    } catch (error) {
      const [problem] = error instanceof UnwritableTextError ? error.problems : [];
      if (problem === undefined) throw error;
      return textProblemMessage(problem, host.language);
    }
  }

  /** Says what will not be in the file, before there is one. */
  private async agreed(active: ActiveReport): Promise<boolean> {
    const { host, words } = this.options;
    const { key } = active.candidate;
    const lost = host.leftBehind(active);
    if (lost.length === 0 || this.told.has(key)) return true;
    const goesOn = await ask(
      words.notInFile(lost.map((name) => `“${name}”`).join('、')),
      words.saveAnyway,
      words.cancel,
    );
    if (goesOn) this.told.add(key);
    return goesOn;
  }

  /** What else is on the page and in no file now. */
  private notSaved(others: readonly Candidate[]): string {
    const { host, words } = this.options;
    const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
    const collection = host.ofCollection();
    return [
      others.length === 0 ? '' : words.othersNotIn(listed(others.map(({ unit, year }) => reportTitle(unit, year)))),
      collection.length === 0 ? '' : words.collectionNotIn(listed(collection)),
    ].join('');
  }

  async save(elsewhere: boolean): Promise<void> {
    const { host, places, words, say, done } = this.options;
    this.options.leave();
    const { active, candidates } = host.snapshot();
    if (active === null) {
      say(words.nothingToSave);
      return;
    }
    try {
      const bytes = this.workbook(active);
      if (typeof bytes === 'string') {
        say(words.notSaved(bytes));
        return;
      }
      const name = `${fileStem(active.report)}.xlsx`;
      const { key } = active.candidate;
      if (!(await this.agreed(active))) return;
      const saved = await places.save({ name, type: xlsxType, bytes }, `xlsx ${key}`, elsewhere);
      if (saved === null) return;
      if (saved === undefined) {
        // Whether it arrived nobody tells; the work stays kept.
        done(words.downloaded(name) + this.notSaved(candidates.filter((one) => one.key !== key)));
        return;
      }
      done(words.savedTo(saved) + this.notSaved(candidates.filter((one) => one.key !== key)));
      // Other reports of the book are in no file.
      if (candidates.length === 1 && host.ofCollection().length === 0) this.options.saved();
    } catch (error) {
      say(words.saveFailed(messageOf(error)));
    }
  }
}
