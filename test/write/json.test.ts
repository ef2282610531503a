import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { reportSchema, type Report } from '../../src/report/report';
import { writeJson } from '../../src/write/json';
import { writeReportSchema } from '../../src/write/schema';
import { anyReport } from './reports';
import { sampleReport } from './samples';

const someReport = fc.oneof(...editions.map(anyReport));

/** The same value with the keys of every object turned round. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, item]) => [key, reversed(item)]),
        )
      : value;

test('what is written is the report, and its schema accepts it', () => {
  fc.assert(
    fc.property(someReport, (report) => {
      const read: unknown = JSON.parse(writeJson(report));
      expect(read).toEqual(report);
      expect(reportSchema.safeParse(read).success).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('two exports are byte-equal whatever order the keys came in', () => {
  fc.assert(
    fc.property(someReport, (report) => {
      expect(writeJson(reversed(report) as Report)).toBe(writeJson(report));
    }),
    { numRuns: 50 },
  );
});

test('figures stand in printed order and the text ends in a newline', () => {
  const text = writeJson(sampleReport());
  const edition = editions.find(({ id }) => id === '2021');
  expect(Object.keys((JSON.parse(text) as Report).figures)).toEqual(edition && figuresOf(edition).map(({ id }) => id));
  expect(text.endsWith('}\n')).toBe(true);
});

test('docs/gouji-report-1.schema.json is what the definition generates', async () => {
  await expect(writeReportSchema()).toMatchFileSnapshot('../../docs/gouji-report-1.schema.json');
});
