/** 100,000 sources damaged at random and 2,000 archives: nothing fails, nothing hangs, nothing floods the memory. */
import { describe, expect, it } from 'vitest';
import { editions } from '../../src/report/editions';
import { edition2021 } from '../../src/report/editions/2021';
import { readHtml } from '../../src/read/html';
import { readFile } from '../../src/read/read';
import { readText } from '../../src/read/text';
import { excelShapes, wordFile } from '../read/files';
import { mutated, sourcesOf } from '../read/fuzz';
import { dice } from '../read/noise';
import { sampleOf } from '../read/shapes';

const longest = 1000;
const megabytes = 1024 * 1024;

describe('reading', () => {
  it('of 100,000 damaged texts and pages never fails and never takes a second', () => {
    const sources = sourcesOf(editions);
    let slowest = 0;
    let heap = 0;
    for (let seed = 0; seed < 100_000; seed += 1) {
      const source = sources[seed % sources.length] ?? { html: false, text: '' };
      const text = mutated(source.text, seed);
      const start = performance.now();
      if (source.html) readHtml(text);
      else readText(text);
      slowest = Math.max(slowest, performance.now() - start);
      if (seed % 500 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed);
    }
    console.log(`slowest ${slowest.toFixed(0)} ms, heap at most ${(heap / megabytes).toFixed(0)} MB`);
    expect(slowest).toBeLessThan(longest);
    expect(heap).toBeLessThan(300 * megabytes);
  }, 3_600_000);

  it('of 2,000 damaged archives never fails', async () => {
    const sample = sampleOf(edition2021, 1);
    const files = [wordFile(sample), ...Object.values(excelShapes).map((write) => write(sample))];
    for (let seed = 0; seed < 2000; seed += 1) {
      const roll = dice(seed);
      const bytes = (files[seed % files.length] ?? new Uint8Array(0)).slice();
      for (let count = roll(6) + 1; count > 0; count -= 1) bytes[roll(bytes.length)] = roll(256);
      const result = await readFile('a', roll(5) === 0 ? bytes.slice(0, roll(bytes.length)) : bytes);
      if (!result.ok) expect(result.failure.kind).not.toBe('internal');
    }
  }, 600_000);

  it('of a quarter of a megabyte in any shape, ten times the longest report, takes less than a second', () => {
    let slowest = 0;
    for (const { html, text } of sourcesOf(editions)) {
      const time = (size: number): number => {
        const large = text.repeat(Math.ceil(size / text.length));
        const start = performance.now();
        if (html) readHtml(large);
        else readText(large);
        return performance.now() - start;
      };
      expect(time(megabytes / 4)).toBeLessThan(longest);
      slowest = Math.max(slowest, time(megabytes));
    }
    console.log(`a megabyte: ${slowest.toFixed(0)} ms at most`);
  }, 600_000);
});
