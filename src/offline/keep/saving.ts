/** Saving the report that is shown as a workbook that checks itself. */
import type { ActiveReport } from '../../host/host';
import { reportWorkbook } from '../../papers/workbook';
import { findEdition } from '../../report/figures';
import { fileStem } from '../../taskpane/parts/fileNames';
import { textProblemMessage, UnwritableTextError } from '../../write/text';
import { xlsxType } from '../../write/xlsx/xlsx';
import type { OfflineHost } from '../host';
import { chooseFile, download, writeTo, type FileHandle } from './save';
import type { Words } from '../words.zh';

export interface SavingOptions {
  readonly host: OfflineHost;
  readonly words: Words;
  readonly say: (text: string) => void;
  readonly leave: () => void;
  /** All that the book holds of reports stands in files now. */
  readonly saved: () => void;
}

export class Saving {
  /** The file that each report was saved to, by its key. */
  private readonly files = new Map<string, FileHandle>();

  constructor(private readonly options: SavingOptions) {}

  private workbook({ report, totals }: ActiveReport): Uint8Array | string {
    const { host } = this.options;
    const edition = findEdition(report.edition);
    if (edition === undefined) return report.edition;
    try {
      return reportWorkbook({
        edition,
        year: report.year,
        unit: report.unit.name,
        report,
        totals: totals === 'typed' ? 'typed' : 'formulas',
        language: host.language,
      });
    } catch (error) {
      const [problem] = error instanceof UnwritableTextError ? error.problems : [];
      if (problem === undefined) throw error;
      return textProblemMessage(problem, host.language);
    }
  }

  async save(elsewhere: boolean): Promise<void> {
    const { host, words, say } = this.options;
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
      const file = elsewhere
        ? await chooseFile(name, xlsxType)
        : (this.files.get(key) ?? (await chooseFile(name, xlsxType)));
      if (file === null) return;
      if (file === undefined) {
        download({ name, type: xlsxType, bytes });
        // Whether it arrived nobody tells; the work stays kept.
        say(words.downloaded(name));
        return;
      }
      await writeTo(file, bytes);
      this.files.set(key, file);
      say(words.savedTo(file.name));
      // Other reports of the book are in no file.
      if (candidates.length === 1) this.options.saved();
    } catch (error) {
      say(words.saveFailed(error instanceof Error ? error.message : String(error)));
    }
  }
}
