import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearness } from '../../../src/rollup/names';
import {
  RosterIndex,
  rosterOfRows,
  rosterOfText,
  rosterRows,
  type RosterUnit,
} from '../../../src/rollup/collection/roster';
import { readRoster } from '../../../src/rollup/collection/rosterFile';
import { csvText } from '../../../src/report/csv';
import { listed } from '../receive';

const word = fc
  .array(fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸县镇局办'), { minLength: 2, maxLength: 8 })
  .map((letters) => letters.join(''));
const unit: fc.Arbitrary<RosterUnit> = fc.record({
  name: word,
  formerNames: fc.array(word, { maxLength: 2 }),
  shortNames: fc.array(word, { maxLength: 2 }),
  kind: fc.constantFrom('', '政府部门', '乡镇'),
  level: fc.constantFrom('', '县级'),
  counted: fc.boolean(),
  succeeds: fc.array(word, { maxLength: 3 }),
});
const units = fc.uniqueArray(unit, { selector: ({ name }) => name, maxLength: 8 });

describe('a list of units', () => {
  test('goes out and comes in again as it was: from a sheet, pasted with tabs, and as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(units, async (list) => {
        fc.pre(list.length > 0);
        const rows = rosterRows(list);
        expect(rosterOfRows(rows)).toEqual({ units: list, problems: [] });
        expect(rosterOfText(rows.map((row) => row.join('\t')).join('\r\n')).units).toEqual(list);
        const bytes = new TextEncoder().encode(csvText(rows));
        expect((await readRoster('名单.csv', bytes))?.units).toEqual(list);
      }),
      { numRuns: 50 },
    );
  });

  test('heads may stand under a title, in another order and under other names', () => {
    const { units: found } = rosterOfRows([
      ['云溪县2025年应报单位名单', '', ''],
      ['序号', '简称', '单位全称：', '是否汇总'],
      [1, '农业局', '云溪县农业农村局', '是'],
      [2, '', '云溪县税务局', '否'],
    ]);
    expect(found.map(({ name, shortNames, counted }) => [name, shortNames, counted])).toEqual([
      ['云溪县农业农村局', ['农业局'], true],
      ['云溪县税务局', [], false],
    ]);
  });

  test('a repeated unit, an unclear answer and a line without a name are told', () => {
    const { units: found, problems } = rosterOfRows([
      ['单位名称', '是否计入汇总'],
      ['甲局', '待定'],
      ['甲局', '是'],
      ['', '是'],
    ]);
    expect(found.map(({ name, counted }) => [name, counted])).toEqual([['甲局', true]]);
    expect(problems.map(({ kind }) => kind).sort()).toEqual(['countedUnclear', 'noName', 'twice']);
  });
});

describe('a name', () => {
  const index = new RosterIndex(
    listed(['云溪县农业农村局', '云溪县林业局', '云溪县水利局']).map((one, at) =>
      at === 0
        ? { ...one, formerNames: ['云溪县农业局'], shortNames: ['县农业农村局'] }
        : { ...one, shortNames: ['县局'] },
    ),
  );

  test('is found as it is, as a former one and as a short one, with brackets and spaces of any width', () => {
    expect(index.find('云溪县 农业农村局')).toMatchObject({ by: 'name', proposal: null });
    expect(index.find('云溪县农业局')).toMatchObject({ by: 'formerName', unit: { name: '云溪县农业农村局' } });
    expect(index.find('县农业农村局')).toMatchObject({ by: 'shortName' });
  });

  test('a short name that two units share finds nobody', () => {
    expect(index.find('县局').unit).toBeNull();
  });

  test('that is only near is proposed and not found; one that is near to two is not even proposed', () => {
    expect(index.find('农业农村局')).toMatchObject({ unit: null, proposal: { name: '云溪县农业农村局' } });
    expect(index.find('云溪县审计局')).toMatchObject({ unit: null });
    expect(index.find('某某公司')).toEqual({ unit: null, by: null, proposal: null });
  });

  test('every unit of a list is found by its own name, whatever the others are called', () => {
    fc.assert(
      fc.property(units, (list) => {
        const own = new RosterIndex(list);
        for (const one of list) expect(own.find(one.name).unit).toBe(one);
      }),
    );
  });

  test('nearness is the same both ways and 1 only for the same name', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(nearness(one, other)).toBe(nearness(other, one));
        expect(nearness(one, other) === 1).toBe(one === other);
      }),
    );
  });
});
