/** The workbooks that the page offers to open. */
import { Book } from '../../book/book';
import type { Workbook } from '../../book/sheet';
import { workbookFromFile, type WorkbookFile } from '../../book/workbookFile';
import type { WordKey } from './words';

export type SampleId = 'broken' | 'correct' | 'edition2019' | 'empty';

export const sampleNames = {
  broken: 'sampleBroken',
  correct: 'sampleCorrect',
  edition2019: 'sample2019',
  empty: 'sampleEmpty',
} as const satisfies Record<SampleId, WordKey>;

const files: Readonly<Record<Exclude<SampleId, 'empty'>, URL>> = {
  broken: new URL('./samples/broken.json', import.meta.url),
  correct: new URL('./samples/correct.json', import.meta.url),
  edition2019: new URL('./samples/edition2019.json', import.meta.url),
};

export const isSample = (id: string | null): id is SampleId => id !== null && Object.hasOwn(sampleNames, id);

/** @throws {Error} Where the file of the sample cannot be had. */
export async function sampleWorkbook(id: SampleId): Promise<Workbook> {
  if (id === 'empty') return new Book().snapshot();
  const response = await fetch(files[id]);
  if (!response.ok) throw new Error(`the sample ${id} answered ${response.status}`);
  return workbookFromFile((await response.json()) as WorkbookFile);
}
