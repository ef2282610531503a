/** The files a report can leave as. What writes them is loaded when it is first needed. */
import type { Language } from '../report/language';
import type { Report } from '../report/report';
import type { WordOptions } from '../write/word';

export type FileFormat = 'word' | 'json';

export const fileFormats: readonly FileFormat[] = ['word', 'json'];

export interface MadeFile {
  readonly ending: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What goes to the clipboard where a file cannot be handed over. */
  readonly text: string;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of a report for a clipboard: its sections, the figures of a table one row a line, cells parted by tabs. */
async function plainText(report: Report): Promise<string> {
  return (await import('./plainText')).plainText(report);
}

export interface FileOptions {
  readonly language: Language;
  readonly word: WordOptions;
}

type Writer = (report: Report, options: FileOptions) => Promise<MadeFile>;

const writers: Readonly<Record<FileFormat, Writer>> = {
  word: async (report, { language, word }) => {
    const { writeWord, wordType } = await import('../write/word');
    const { textProblems, textProblemMessage } = await import('../write/text');
    const [problem] = textProblems(report, [word.contact]);
    if (problem !== undefined) throw new Error(textProblemMessage(problem, language));
    return { ending: 'docx', type: wordType, bytes: await writeWord(report, word), text: await plainText(report) };
  },
  json: async (report) => {
    const { writeJson } = await import('../write/json');
    const text = writeJson(report);
    return { ending: 'json', type: 'application/json', bytes: utf8(text), text };
  },
};

/** @throws Error with a sentence for the user, where the report cannot be written in this format */
export const makeFile = (format: FileFormat, report: Report, options: FileOptions): Promise<MadeFile> =>
  writers[format](report, options);
