/** The host of the offline page on its own book. */
import { expect, test } from 'vitest';
import { Book } from '../../src/book/book';
import { createOfflineHost } from '../../src/offline/host';
import { edition2021, soundReport } from '../taskpane/samples';

test('a text that becomes shorter leaves nothing of the longer one, and is undone whole', async () => {
  const book = new Book({ apiWrites: 'joinUndo' });
  const host = createOfflineHost(book, {
    language: 'zh',
    show: () => undefined,
    handOver: () => Promise.resolve('none'),
  });
  const report = soundReport();
  await host.insert({ edition: edition2021, year: 2025, unit: report.unit.name, totals: 'typed', report });
  const overview = (): readonly string[] | undefined => host.snapshot().active?.report.narrative.overview;
  expect(overview()).toEqual(report.narrative.overview);
  const result = await host.writeText('overview', report.narrative.overview, ['只剩一段。']);
  expect(result).toMatchObject({ ok: true });
  expect(overview()).toEqual(['只剩一段。']);
  book.undo();
  expect(overview()).toEqual(report.narrative.overview);
});
