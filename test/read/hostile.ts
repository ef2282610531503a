/** Inputs that nobody means well with, for all readers, the schema of a report and the parser of numbers. */
import { strToU8 } from 'fflate';
import { readNumber } from '../../src/read/labels/number';
import { readFile } from '../../src/read/read';
import { editions } from '../../src/report/editions';
import { edition2021 } from '../../src/report/editions/2021';
import { writeJson } from '../../src/write/json';
import { sampleReport } from '../write/samples';
import { excelFile, printedRows, wordFile } from './files';
import { mutated, sourcesOf } from './fuzz';
import { dice } from './noise';
import { oldBook, pdfFile } from './oldFiles';
import { sampleOf } from './shapes';

const sample = sampleOf(edition2021, 1);
const sources = sourcesOf(editions);
const json = writeJson(sampleReport());
const rows = printedRows(sample, false).map((row) => row.map((cell) => cell ?? ''));
const files = [
  wordFile(sample),
  excelFile([{ name: '1', rows }]),
  oldBook([{ name: '1', rows }]),
  pdfFile(strToU8('BT /F1 9 Tf (1) Tj ET')),
];

const pieces = [
  '0',
  '９',
  '１',
  ',',
  '，',
  '.',
  '-',
  '−',
  '+',
  'e',
  '1e308',
  '%',
  '万',
  '元',
  '件',
  '(',
  ')',
  ' ',
  '\u00a0',
  '\u202e',
  '①',
  '²',
  '一',
  '十',
  '百',
  '无',
  '/',
  '\n',
  '𠮷',
  '\ud800',
  'NaN',
  'Infinity',
  '__proto__',
];
const keys = [
  '"__proto__":{"x":1},',
  '"constructor":1,',
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '1e999',
  '-0.5',
  'null',
  '"figures":',
  '\\u0000',
  '9'.repeat(400),
];

const from = <Item>(items: readonly Item[], roll: (limit: number) => number): Item => items[roll(items.length)] as Item;

function damagedBytes(bytes: Uint8Array, roll: (limit: number) => number): Uint8Array {
  const own = Uint8Array.from(roll(4) === 0 ? bytes.subarray(0, roll(bytes.length)) : bytes);
  for (let count = roll(12); count > 0 && own.length > 0; count -= 1) own[roll(own.length)] = roll(256);
  return own;
}

/** One input by its seed: of fifty 45 are numbers, four report data, one a file. Throws where a reader does. */
async function hostile(seed: number): Promise<void> {
  const roll = dice(seed);
  const kind = seed % 50;
  if (kind < 45) {
    const read = readNumber(
      Array.from({ length: roll(14) }, () => from(pieces, roll))
        .join('')
        .repeat(roll(50) === 0 ? 200 : 1),
    );
    if (read !== null && !Number.isFinite(read.value)) throw new Error('a number without end');
    return;
  }
  if (kind < 49) {
    let text = json;
    for (let count = roll(4) + 1; count > 0; count -= 1) {
      const at = roll(text.length);
      text = text.slice(0, at) + from(keys, roll) + text.slice(at + roll(20));
    }
    const result = await readFile('a.json', strToU8(text));
    if (!result.ok && result.failure.kind === 'internal') throw new Error('a fault of the program');
    return;
  }
  const source = from(sources, roll);
  const bytes = roll(2) === 0 ? damagedBytes(from(files, roll), roll) : strToU8(mutated(source.text, seed));
  const result = await readFile('a', bytes);
  if (!result.ok && result.failure.kind === 'internal') throw new Error('a fault of the program');
}

/** What went wrong among so many inputs: readers that failed, and names that reached into the program's own objects. */
export async function faultsOf(count: number): Promise<readonly string[]> {
  const own = new Set(Object.getOwnPropertyNames(Object.prototype));
  const faults: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    try {
      await hostile(seed);
    } catch (error) {
      faults.push(`${seed}: ${String(error)}`);
    }
  }
  return [...faults, ...Object.getOwnPropertyNames(Object.prototype).filter((name) => !own.has(name))];
}
