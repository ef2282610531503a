/** An invented county, from its files to the table of units and the sum: what each file is was known before it was written. */
import { beforeAll, describe, expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import { holdingOf } from '../../src/read/failure';
import { readFile } from '../../src/read/read';
import { receiveAll } from '../../src/rollup/collection/checked';
import type { Received } from '../../src/rollup/received';
import { readRoster } from '../../src/rollup/collection/rosterFile';
import { rollUp, type RollUp } from '../../src/rollup/sum';
import { outliersOf, unitsOf } from '../../src/rollup/likeness/outliers';
import { traceBroken } from '../../src/rollup/trace';
import type { Failure } from '../../src/rollup/collection/collection';
import { makeCounty } from '../../scripts/units/units';
import { zipSync } from 'fflate';
import { zipOf } from '../../scripts/units/archive';
import { openDelivery } from '../../src/read/delivery';
import { main } from '../../src/cli/main';
import { memoryIo } from '../cli/memoryIo';

const county = makeCounty(30, 7);

async function readAll(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const received: Received[] = [];
  const failures: Failure[] = [];
  for (const { name, bytes } of files) {
    const result = await readFile(name, bytes);
    if (result.ok) received.push(...receiveAll(name, result.readings, null));
    else failures.push({ source: name, reason: result.failure.kind, holds: holdingOf(result.failure) });
  }
  return { received, failures };
}

let sum: RollUp;
beforeAll(async () => {
  const roster = await readRoster('单位名单.xlsx', county.rosterFile);
  expect(roster).toEqual({ units: county.roster, problems: [] });
  const previous = await readAll(county.previous);
  expect(previous.failures).toEqual([]);
  sum = rollUp({
    edition: edition2021,
    year: county.year,
    unit: `${county.name}人民政府`,
    ...(await readAll(county.files)),
    roster: roster?.units ?? null,
    previous: previous.received,
  });
}, 120_000);

describe('a county of mixed files', () => {
  test('each file is called what it is, and counts or does not as it must', () => {
    for (const { name, state, included } of county.files) {
      // Of a workbook the source names the sheet too.
      const row = sum.rows.find(({ source }) => source === name || source?.startsWith(`${name}（`));
      expect([name, row?.state, row?.included]).toEqual([name, state, included]);
    }
    const missing = sum.rows.filter(({ state }) => state === 'missing').map(({ name }) => name);
    expect(new Set(missing)).toEqual(new Set(county.missing));
  });

  test('the sum is that of the reports before they were written into files of any kind', () => {
    for (const { id } of figuresOf(edition2021)) {
      const right = county.counted.reduce((total, { figures }) => total + (figures[id] ?? 0), 0);
      expect([id, sum.report.figures[id]]).toEqual([id, right]);
    }
    expect(sum.unknown.size).toBe(0);
  });

  test('the units that break a sum are named, and no others', () => {
    const named = traceBroken(edition2021, sum.included).flatMap(({ units }) => units.map(({ unit }) => unit));
    expect(new Set(named)).toEqual(new Set(county.broken));
  });

  test('what stands out was made to stand out, and all that was made to is found', () => {
    const included = sum.rows.filter((row) => row.included);
    const found = outliersOf(
      edition2021,
      included.map(({ received, previous }) => ({ received: received as Received, previous })),
    );
    const said = found.map((one) => [one.kind, ...unitsOf(one).map(({ unit }) => unit)]);
    for (const [unit, kind] of county.standOut) expect(said).toContainEqual(expect.arrayContaining([kind, unit]));
    // The one that was copied is named with those that copied it.
    const known = new Set([...county.standOut.keys(), county.roster[0]?.name]);
    expect(found.flatMap(unitsOf).filter(({ unit }) => !known.has(unit))).toEqual([]);
  });

  test('the merged unit carried in what its predecessors carried out', () => {
    expect(
      sum.rows.find(({ listed }) => listed === county.roster[0] || listed?.name === county.roster[0]?.name),
    ).toMatchObject({
      carryOver: 'agrees',
    });
  });
});

test('a small archive of archives with names by the hundred thousand ends with a sentence; what stood before it is read', () => {
  const inner = zipSync(
    Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${index}.docx`, new Uint8Array()])),
    { level: 1 },
  );
  const names: string[] = [];
  const open = (): void => {
    for (const { name } of openDelivery(
      zipSync(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.zip`, inner])), { level: 6 }),
    ))
      names.push(name);
  };
  expect(open).toThrow('more than 20000 files');
  expect(names.length).toBeGreaterThan(15_000);
  expect(names.length).toBeLessThan(25_000);
});

test('files of an archive are read whatever path their names say, for none becomes a file', () => {
  const names = ['../甲.docx', '/附件/乙.docx', 'C:\\附件\\丙.docx', './丁/./丁.docx', '戊.docx', '戊.DOCX'];
  const sent = zipSync(Object.fromEntries(names.map((name, at) => [name, new Uint8Array([at])])));
  expect([...openDelivery(sent)].map(({ name, read }) => [name, read()[0]])).toEqual(
    names.map((name, at) => [name.replaceAll('\\', '/'), at]),
  );
});

describe('the same files in an archive with names in GB 18030', () => {
  test('have the same names and bytes', () => {
    const opened = new Map([...openDelivery(zipOf(county.files, 'gb18030'))].map(({ name, read }) => [name, read()]));
    expect([...opened.keys()].sort()).toEqual(county.files.map(({ name }) => name).sort());
    const same = county.files.filter(
      ({ name, bytes }) => Buffer.compare(opened.get(name) ?? new Uint8Array(), bytes) === 0,
    );
    expect(same).toHaveLength(county.files.length);
  }, 30_000);

  test('give the same sum on the command line, as a folder, in folders of another layout, and as an archive in it', async () => {
    const argv = [
      ...['rollup', 'in', '--year', '2025', '--unit', '云溪县人民政府', '--roster', '名单.xlsx', '-o', 'sum.json'],
    ];
    const run = async (files: Record<string, Uint8Array>) => {
      const io = memoryIo({ ...files, '名单.xlsx': county.rosterFile });
      const exit = await main(argv, io);
      return [exit, new TextDecoder().decode(io.files.get('sum.json'))];
    };
    const folder = await run(Object.fromEntries(county.files.map(({ name, bytes }) => [`in/${name}`, bytes])));
    const flat = await run(
      Object.fromEntries(
        [...county.files].reverse().map(({ name, bytes }) => [`in/${name.replaceAll('/', '_')}`, bytes]),
      ),
    );
    const archive = await run({ 'in/收到.zip': zipOf(county.files, 'gb18030') });
    expect(folder[0]).toBe(2);
    expect(JSON.parse(folder[1] as string)).toMatchObject({ figures: sum.report.figures });
    expect(flat).toEqual(folder);
    expect(archive).toEqual(folder);
  }, 120_000);
});
