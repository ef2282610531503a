/**
 * Reads one file in a process of its own and prints what it took as one line of JSON. Argument: the file. What the readers
 * are made of is loaded before.
 */
import { readFileSync } from 'node:fs';
import { readFile } from '../../src/read/read';
import { excelFile, wordFile } from '../read/files';
import { oldBook, oldDocument, pdfFile } from '../read/oldFiles';
import { edition2021 } from '../../src/report/editions/2021';
import { sampleOf } from '../read/shapes';

export interface BombFigures {
  /** The kind of failure; `null` where it was read. */
  readonly failure: string | null;
  /** By the clock, or of the processor where others have it meanwhile. */
  readonly milliseconds: number;
  /** Megabytes of the whole process at its most, and before. */
  readonly resident: number;
  readonly before: number;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const warm: readonly Uint8Array[] = [
  wordFile(sampleOf(edition2021, 1)),
  excelFile([{ name: '1', rows: [[1]] }]),
  oldBook([{ name: '1', rows: [[1]] }]),
  oldDocument('1\r'),
  pdfFile(text('BT ET')),
  text('<html><table><tr><td>1</table>'),
  text('{}'),
  text('1'),
];
for (const bytes of warm) await readFile('a', bytes);

const [, , file = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const before = process.resourceUsage().maxRSS / 1024;
const start = performance.now();
const used = process.cpuUsage();
const result = await readFile('a', bytes);
const { user, system } = process.cpuUsage(used);
const figures: BombFigures = {
  failure: result.ok ? null : result.failure.kind,
  milliseconds: Math.min(performance.now() - start, (user + system) / 1000),
  resident: process.resourceUsage().maxRSS / 1024,
  before,
};
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0));
