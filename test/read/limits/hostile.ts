/** Inputs that nobody means well with, for all readers, the schema of a report and the parser of numbers. */
import { strToU8 } from 'fflate';
import { readNumber } from '../../../src/read/labels/number';
import { readFile } from '../../../src/read/read';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import { writeJson } from '../../../src/write/json';
import { sampleReport } from '../../write/samples';
import { excelFile, printedRows, wordFile } from '../files';
import { mutated, sourcesOf } from './fuzz';
import { csv, encoded, flatPackage, page, webArchive, word2003 } from '../formats/kindFiles';
import { dice } from '../noise/noise';
import { oldBook, oldDocument, pdfFile } from '../formats/old/oldFiles';
import { sampleOf } from '../noise/shapes';

const sample = sampleOf(edition2021, 1);
const sources = sourcesOf(editions);
const json = writeJson(sampleReport());
const rows = printedRows(sample, false).map((row) => row.map((cell) => cell ?? ''));
const markup = { type: 'text/html', location: 'a.htm', text: page(sample) };
/** One of every kind that is read. */
const files = [
  wordFile(sample),
  excelFile([{ name: '1', rows }]),
  oldBook([{ name: '1', rows }]),
  oldDocument(rows.map((row) => `${row.join('\u0007')}\r`).join('')),
  pdfFile(strToU8('BT /F1 9 Tf (1) Tj ET')),
  strToU8(word2003(sample)),
  strToU8(flatPackage(wordFile(sample))),
  webArchive([markup], { transfer: 'quoted-printable', charset: 'gb18030' }),
  webArchive([markup], { transfer: 'base64', charset: 'utf-8' }),
  strToU8(csv(sample, ',')),
  encoded(csv(sample, '\t'), 'utf-16le'),
];

const pieces = [
  ...['0', '９', '１', ',', '，', '.', '-', '−', '+', 'e', '1e308', '%', '万', '元', '件', '(', ')', ' ', '\u00a0'],
  ...['\u202e', '①', '²', '一', '十', '百', '无', '/', '\n', '𠮷', '\ud800', 'NaN', 'Infinity', '__proto__'],
];
const keys = [
  ...['"__proto__":{"x":1},', '"constructor":1,', '{', '}', '[', ']', '"', ',', ':', '1e999', '-0.5', 'null'],
  ...['"figures":', '\\u0000'],
  '9'.repeat(400),
];

const from = <Item>(items: readonly Item[], roll: (limit: number) => number): Item => items[roll(items.length)] as Item;

function damagedBytes(bytes: Uint8Array, roll: (limit: number) => number): Uint8Array {
  const own = Uint8Array.from(roll(4) === 0 ? bytes.subarray(0, roll(bytes.length)) : bytes);
  for (let count = roll(12); count > 0 && own.length > 0; count -= 1) own[roll(own.length)] = roll(256);
  return own;
}

/** What an input is: of fifty 45 are numbers, four report data, one a file. */
export type Kind = 'number' | 'data' | 'file';

export const kindOf = (seed: number): Kind => (seed % 50 < 45 ? 'number' : seed % 50 < 49 ? 'data' : 'file');

/** One input by its seed, to be read later: what is made of the seed is not the reader's time. Throws where a reader does. */
function hostile(seed: number): () => Promise<void> {
  const roll = dice(seed);
  const kind = kindOf(seed);
  if (kind === 'number') {
    const text = Array.from({ length: roll(14) }, () => from(pieces, roll))
      .join('')
      .repeat(roll(50) === 0 ? 200 : 1);
    return async () => {
      const read = readNumber(text);
      if (read !== null && !Number.isFinite(read.value)) throw new Error('a number without end');
    };
  }
  let bytes: Uint8Array;
  if (kind === 'data') {
    let text = json;
    for (let count = roll(4) + 1; count > 0; count -= 1) {
      const at = roll(text.length);
      text = text.slice(0, at) + from(keys, roll) + text.slice(at + roll(20));
    }
    bytes = strToU8(text);
  } else {
    const source = from(sources, roll);
    bytes = roll(2) === 0 ? damagedBytes(from(files, roll), roll) : strToU8(mutated(source.text, seed));
  }
  return async () => {
    const result = await readFile(kind === 'data' ? 'a.json' : 'a', bytes);
    if (!result.ok && result.failure.kind === 'internal') throw new Error('a fault of the program');
  };
}

/**
 * What went wrong among inputs: readers that failed, and names that reached into the program's own objects.
 * @param around is given every reading with its seed, and runs it
 */
export async function faultsOf(
  first: number,
  end: number,
  around: (seed: number, read: () => Promise<void>) => Promise<void> = (_, read) => read(),
): Promise<readonly string[]> {
  const own = new Set(Object.getOwnPropertyNames(Object.prototype));
  const faults: string[] = [];
  for (let seed = first; seed < end; seed += 1) {
    try {
      await around(seed, hostile(seed));
    } catch (error) {
      faults.push(`${seed}: ${String(error)}`);
    }
  }
  return [...faults, ...Object.getOwnPropertyNames(Object.prototype).filter((name) => !own.has(name))];
}
