import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { writeCsv, writeCsvMetadata } from '../../src/write/csv';
import { csvRows } from './csvRows';
import { sampleReport } from './samples';

test.each(editions.map(({ id }) => id))('edition %s: one line a figure, in printed order', (id) => {
  const rows = csvRows(writeCsv(sampleReport(id)));
  const edition = editions.find((one) => one.id === id);
  expect(rows.map((row) => `${row['table']}.${row['row_id']}.${row['column_id']}`)).toEqual(
    edition && figuresOf(edition).map((figure) => figure.id),
  );
});

test('metadata names the columns of the header, in order, and a key that no two lines share', () => {
  const text = writeCsv(sampleReport());
  const metadata = JSON.parse(writeCsvMetadata(sampleReport(), 'a.csv')) as {
    url: string;
    tableSchema: { columns: { name: string; titles: string }[]; primaryKey: string[] };
  };
  const header = text.slice(1, text.indexOf('\r\n')).split(',');
  expect(metadata.url).toBe('a.csv');
  expect(metadata.tableSchema.columns.map(({ titles }) => titles)).toEqual(header);
  const keys = csvRows(text).map((row) => metadata.tableSchema.primaryKey.map((name) => row[name]).join('\t'));
  expect(new Set(keys).size).toBe(keys.length);
});

test('an amount says its measure, an unknown one none', () => {
  const amount = 'disclosure.procurement.amount';
  const measure = (units: 'yuan' | 'unknown') =>
    csvRows(writeCsv({ ...sampleReport('2019'), units: { [amount]: units } })).find(
      (row) => row['row_id'] === 'procurement' && row['column_id'] === 'amount',
    )?.['measure'];
  expect([measure('yuan'), measure('unknown')]).toEqual(['yuan', '']);
});

test('a blank figure is an empty value, never 0; why is told beside it', () => {
  const id = 'review.reconsideration.total';
  const report = {
    ...sampleReport(),
    figures: { ...sampleReport().figures, [id]: null },
    marks: { [id]: { state: 'unread' as const, source: null } },
  };
  const row = csvRows(writeCsv(report)).find(
    (one) => one['row_id'] === 'reconsideration' && one['column_id'] === 'total',
  );
  expect([row?.['value'], row?.['state']]).toEqual(['', 'unread']);
});

test.each(['=1+1', '+86', '@sum', '-x'])('a unit named %s is no formula', (name) => {
  const [row] = csvRows(writeCsv({ ...sampleReport(), unit: { ...sampleReport().unit, name } }));
  expect(row?.['unit']).toBe(`'${name}`);
});

test('negative numbers stay numbers; quotes, commas and line ends stay in their field', () => {
  const rows = csvRows(
    writeCsv({ ...sampleReport('2019'), unit: { ...sampleReport('2019').unit, name: '"青石"镇,\r\n一' } }),
  );
  expect(rows.find((row) => row['column_id'] === 'change')?.['value']).toBe('-3');
  expect(rows[0]?.['unit']).toBe('"青石"镇,\r\n一');
});

test.each(['=1+1', ' =1', '\n=1', '\u00a0@a', '\u3000-1+1', '\u200b+1', '＝1', '\u202e＠a', '\t1', '"=1'])(
  'a name that a spreadsheet may take for a formula is led by an apostrophe: %j',
  (name) => {
    const [row] = csvRows(writeCsv({ ...sampleReport(), unit: { ...sampleReport().unit, name } }));
    expect(row?.['unit']).toMatch(/^'/u);
  },
);
