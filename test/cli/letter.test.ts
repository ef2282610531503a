import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';
import type { Report } from '../../src/report/report';
import { writeJson } from '../../src/write/json';
import { sampleReport } from '../write/samples';
import { memoryIo } from './memoryIo';

const sample = sampleReport();
const wrongIn = (...ids: readonly string[]): string => {
  const figures: Report['figures'] = { ...sample.figures };
  for (const id of ids) figures[id] = 77;
  return writeJson({ ...sample, figures });
};
const [review, litigation] = ['review.reconsideration.total', 'review.directLitigation.total'];

async function run(argv: readonly string[], files: Readonly<Record<string, string>>) {
  const io = memoryIo(files);
  const exit = await main(['letter', ...argv], io);
  return { exit, ...io.printed };
}

describe('gouji letter', () => {
  test('prints the letter, and against what was handed in before what became of each point', async () => {
    const files = { 'old.json': wrongIn(review), 'new.json': wrongIn(litigation) };
    const alone = await run(['new.json'], files);
    expect(alone.exit).toBe(0);
    expect(alone.out).not.toContain('上次意见的办理情况');
    const { exit, out } = await run(['new.json', '--previous-submission', 'old.json'], files);
    expect(exit).toBe(0);
    expect(out.startsWith(alone.out)).toBe(true);
    expect(out).toMatch(/\[已改\] .*行政复议/u);
    expect(out).toMatch(/\[新增\] .*未经复议直接起诉/u);
    const en = await run(['old.json', '--previous-submission', 'old.json', '--lang', 'en'], files);
    expect(en.out).toContain('[not mended]');
  });

  test('what the letter only notes was asked of nobody, and is called neither mended nor not', async () => {
    const files = { 'old.json': wrongIn(review) };
    const { out } = await run(['old.json', '--previous-submission', 'old.json'], files);
    const [letter = '', points = ''] = out.split('上次意见的办理情况');
    const notes = (letter.split('其他提示')[1] ?? '').match(/^\d+\. .*/gmu) ?? [];
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(points).not.toContain(note.replace(/^\d+\. /u, ''));
    expect(points).toContain('[未改] ');
  });

  test('another unit’s report is refused with 3, one that cannot be read with 2', async () => {
    const other = writeJson({ ...sample, unit: { ...sample.unit, name: '青石镇人民政府' } });
    const files = { 'old.json': other, 'new.json': wrongIn(review) };
    const foreign = await run(['new.json', '--previous-submission', 'old.json'], files);
    expect([foreign.exit, foreign.out]).toEqual([3, '']);
    expect((await run(['new.json', '--previous-submission', 'none.json'], files)).exit).toBe(2);
  });
});
