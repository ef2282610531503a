/** The files a report can leave as. What writes them is loaded when it is first needed. */
import { emptyReport } from '../../report/empty';
import { findEdition } from '../../report/figures';
import type { Language } from '../../report/language';
import type { Report } from '../../report/report';
import type { WordOptions } from '../../write/word/word';
import { fileStem, templateStem } from '../parts/fileNames';

export type FileFormat = 'word' | 'html' | 'csv' | 'json' | 'template';

export const fileFormats: readonly FileFormat[] = ['word', 'html', 'csv', 'json', 'template'];

/** Formats that hold the figures of the report; the template has none. */
export const holdsFigures = (format: FileFormat): boolean => format !== 'template';

export interface MadeFile {
  readonly ending: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What is shown to be copied where a file cannot be handed over. */
  readonly text: string;
  /** The same for the clipboard, with tables that paste as tables. */
  readonly html: string | null;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of a report for a clipboard: its sections, the figures of a table one row a line, cells parted by tabs. */
async function plainText(report: Report): Promise<string> {
  return (await import('../text/plainText')).plainText(report);
}

export interface FileOptions {
  readonly language: Language;
  readonly word: WordOptions;
}

type Writer = (report: Report, options: FileOptions) => Promise<MadeFile>;

/** The report as it pastes into Word or the editor of a portal. */
async function richText(report: Report, { contact, signature }: WordOptions): Promise<string> {
  return (await import('../../write/html/html')).writeHtmlFragment(report, {
    contact: contact ?? null,
    signature: signature ?? null,
  });
}

const writers: Readonly<Record<FileFormat, Writer>> = {
  word: async (report, { word }) => {
    const { writeWord, wordType } = await import('../../write/word/word');
    const pictures = word.previous ? await (await import('./chartPictures')).chartPictures(report, word.previous) : [];
    const bytes = writeWord(report, { ...word, pictures });
    return {
      ending: 'docx',
      type: wordType,
      bytes,
      text: await plainText(report),
      html: await richText(report, word),
    };
  },
  html: async (report, { word }) => {
    const { writeHtml, htmlType } = await import('../../write/html/html');
    const { contact = null, signature = null, previous = null } = word;
    const page = writeHtml(report, { contact, signature, previous, charts: previous !== null });
    return { ending: 'html', type: htmlType, bytes: utf8(page), text: page, html: await richText(report, word) };
  },
  csv: async (report) => {
    const { writeCsv, csvType } = await import('../../write/csv');
    const text = writeCsv(report);
    return { ending: 'csv', type: csvType, bytes: utf8(text), text, html: null };
  },
  json: async (report) => {
    const { writeJson } = await import('../../write/json');
    const text = writeJson(report);
    return { ending: 'json', type: 'application/json', bytes: utf8(text), text, html: null };
  },
  template: async ({ edition: id, year }, { language }) => {
    const edition = findEdition(id);
    if (edition === undefined) throw new Error(`unknown edition ${id}`);
    const { reportWorkbook } = await import('../../papers/workbook');
    const { xlsxType } = await import('../../write/xlsx/xlsx');
    const bytes = reportWorkbook({ edition, year, unit: null, report: null, totals: 'formulas', language });
    return { ending: 'xlsx', type: xlsxType, bytes, text: await plainText(emptyReport(edition, year)), html: null };
  },
};

/** The whole name of a file that was made. */
export const nameOf = (format: FileFormat, report: Report, { ending }: MadeFile): string =>
  `${holdsFigures(format) ? fileStem(report) : templateStem(report)}.${ending}`;

/** @throws Error with a sentence for the user, where a text of the report or of its options cannot stand in a file */
export async function makeFile(format: FileFormat, report: Report, options: FileOptions): Promise<MadeFile> {
  const { textProblemMessage, UnwritableTextError } = await import('../../write/text');
  try {
    return await writers[format](report, options);
  } catch (error) {
    const [problem] = error instanceof UnwritableTextError ? error.problems : [];
    throw problem === undefined ? error : new Error(textProblemMessage(problem, options.language));
  }
}
