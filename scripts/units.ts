/**
 * `npm run units -- --count 100 [--seed 1] [--year 2025] [--out 文件夹] [--zip] [--plain]`: writes the reports of an invented county, its
 * list of units, last year's reports and what each file is (`说明.csv`). `--zip`: as one archive with names in GB 18030.
 * Where LibreOffice is installed some reports are .doc, .wps and .pdf; `--plain` leaves that out.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { csvText } from '../src/report/csv';
import { zipOf } from './units/archive';
import { withOldKinds } from './units/office';
import { makeCounty } from './units/units';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    year: { type: 'string', default: '2025' },
    out: { type: 'string', default: '.cache/units' },
    zip: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
  },
});
const [count, seed, year] = [values.count, values.seed, values.year].map(Number) as [number, number, number];
if (![count, seed, year].every((value) => Number.isInteger(value) && value >= 0) || count < 1) {
  console.error('npm run units -- --count 100 [--seed 1] [--year 2025] [--out FOLDER] [--zip] [--plain]');
  process.exit(3);
}

const county = makeCounty(count, seed, year);
const files = values.plain ? county.files : await withOldKinds(county.files);
const put = async (name: string, bytes: Uint8Array | string): Promise<void> => {
  const file = path.join(values.out, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
};
if (values.zip) await put('收到.zip', zipOf(files, 'gb18030'));
else for (const { name, bytes } of files) await put(path.join('收到', name), bytes);
for (const { name, bytes } of county.previous) await put(path.join('上年', name), bytes);
await put('单位名单.xlsx', county.rosterFile);
await put(
  '说明.csv',
  csvText([
    ['文件', '单位', '应有的情况', '应计入'],
    ...files.map(({ name, unit, state, included }) => [name, unit ?? '', state, included ? '是' : '否']),
    ...county.missing.map((unit) => ['', unit, 'missing', '否']),
  ]),
);
console.log(`${values.out}: ${files.length} files of ${count} units, ${county.previous.length} of last year`);
