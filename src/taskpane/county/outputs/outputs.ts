/** What goes out of a collection. Loaded with the view; what writes files is loaded when it is first asked for. */
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { letterText, returnLetter, type Letter as ReturnLetter } from '../../../papers/letter';
import type { Language } from '../../../report/language';
import { askedAgain, type AskedPoint, type UnitLetter } from '../../../rollup/collection/asked';
import type { UnitRow } from '../../../rollup/collection/collection';
import { withYears, type Checked } from '../../../rollup/collection/checked';
import { meantIn } from '../../../rollup/collection/meant';
import { calledIn } from '../../../rollup/sheets';
import type { RollUp } from '../../../rollup/sum';
import { isAsked } from '../../../rules/findings';
import { plainName } from '../../../write/text';
import type { Words } from '../../words/words';
import { startWorker } from '../../fill/readerStart';
import { writeSumBook, type SumBookOrder } from '../../parts/sumBook';
import { inSlices } from '../collecting/slices';

/** Marks that a file may not have in its name on Windows. */
const fileName = (name: string): string => plainName(name).replace(/[\\/:*?"<>|\u0000-\u001f]/gu, '_');

/** Characters of a unit's name in that of a file: 255 bytes are all that a name may have. */
const longestName = 70;

/** What is to be written about a report; `null`: nothing. A report that nobody can name is called by its file. */
export const letterFor = (row: UnitRow, checked: Checked, office: string | null): UnitLetter | null =>
  checked.findings.some(isAsked) ? { unit: calledIn(row), office, checked } : null;

/** The text of a letter. `asked`: what was asked before; what is asked again is marked. */
export const letterOf = (letter: UnitLetter, asked: readonly AskedPoint[], language: Language): ReturnLetter => {
  const { unit, office = null, checked } = letter;
  const { edition, report } = checked.reading;
  const subject = { unit, office, year: report.year };
  return returnLetter(checked.findings, edition, subject, language, askedAgain(asked, letter));
};

export interface Letters {
  readonly letters: readonly UnitLetter[];
  /** Units that handed in reports which differ: until it is said which is meant, nothing is asked of them. */
  readonly undecided: readonly string[];
}

/** A letter to each unit whose report has something to correct or verify. */
export function lettersOf({ rows, report }: RollUp, takenBySource: ReadonlyMap<string, Checked>): Letters {
  const meant = meantIn(rows);
  return {
    letters: meant.flatMap(({ row }) => {
      const checked = takenBySource.get(row?.source ?? '');
      return row !== null && checked !== undefined
        ? (letterFor(row, withYears(checked, row), report.unit.name) ?? [])
        : [];
    }),
    undecided: meant.flatMap(({ name, row }) => (row === null ? [name] : [])),
  };
}

/** The letters as one archive: each as a Word file, and as text for a chat or an e-mail; and all these texts, one below the other. */
export async function lettersZip(
  letters: readonly UnitLetter[],
  asked: readonly AskedPoint[],
  language: Language,
  say: Words['county'],
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly text: string }> {
  const { writeWordLetter } = await import('../../../write/word/letter');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const names = new Set<string>();
  const texts: string[] = [];
  const put = (file: ZipPassThrough | ZipDeflate, bytes: Uint8Array): void => {
    zip.add(file);
    file.push(bytes, true);
  };
  await inSlices(letters, (one) => {
    const { unit } = one;
    const letter = letterOf(one, asked, language);
    const stem = fileName(say.letterFile(Array.from(unit).slice(0, longestName).join('')));
    // Windows takes names for the same whatever their case.
    const name = names.has(stem.toLowerCase()) ? `${stem} ${names.size}` : stem;
    names.add(name.toLowerCase());
    // A Word file is packed already.
    put(new ZipPassThrough(`Word/${name}.docx`), writeWordLetter(letter));
    // With a byte order mark: the notepad of an old Windows takes Chinese for another encoding without.
    const text = letterText(letter);
    texts.push(text);
    put(new ZipDeflate(`txt/${name}.txt`), strToU8(`\uFEFF${text.replaceAll('\n', '\r\n')}`));
  });
  zip.end();
  return { bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()), text: texts.join('\n') };
}

/** The sum as a workbook, written in a worker; in the page itself where the host lets none start, or it fails. */
export function sumWorkbook(order: SumBookOrder): Promise<Uint8Array> {
  const worker = startWorker();
  if (worker === null) return writeSumBook(order);
  return new Promise<Uint8Array>((resolve, reject) => {
    const here = (event: Event): void => {
      event.preventDefault();
      writeSumBook(order).then(resolve, reject);
    };
    worker.onmessage = (event: MessageEvent<Uint8Array>) => resolve(event.data);
    worker.onerror = here;
    worker.onmessageerror = here;
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}
