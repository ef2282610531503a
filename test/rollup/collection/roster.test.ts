import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearness } from '../../../src/rollup/names';
import { RosterIndex, type RosterUnit } from '../../../src/rollup/collection/roster';
import { rosterOfRows, rosterOfText, rosterRows } from '../../../src/rollup/collection/rosterRows';
import { readRoster } from '../../../src/rollup/collection/rosterFile';
import { csvText } from '../../../src/report/csv';
import { encoded } from '../../read/formats/kindFiles';
import { wordPackage } from '../../read/files';
import { oldBook } from '../../read/formats/old/oldFiles';
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
        // A name that is some unit's own is no other's, whatever the list says.
        const own = new Set(list.map(({ name }) => name));
        const others = list.flatMap((one) => [...new Set([...one.formerNames, ...one.shortNames])]);
        const lent = others.filter((name) => !own.has(name));
        const shared = new Set(lent).size < lent.length;
        const read = rosterOfRows(rows);
        expect(read.units).toEqual(list);
        expect(read.problems.some(({ kind }) => kind === 'shared')).toBe(shared);
        expect(read.problems.filter(({ kind }) => kind !== 'shared' && kind !== 'ownName')).toEqual([]);
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

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const [finance, schools, town] = ['云溪县财政局', '云溪县教育局', '云台镇人民政府'];
const namesIn = async (file: string, bytes: Uint8Array): Promise<string[] | undefined> =>
  (await readRoster(file, bytes))?.units.map(({ name }) => name);

describe('a list as an office has it', () => {
  test.each([
    ...['部门', '责任单位', '填报单位', '单位名称（全称）', '单 位', '报送单位名称', '部门（乡镇）'],
    ...['乡镇（街道）', 'Organisation'],
  ])('%s stands over the names, a number before them', async (head) => {
    const text = `名单,,\r\n序号,"${head}",是否计入汇总\r\n1,${finance},否（垂直管理）\r\n2,${schools},√\r\n`;
    const roster = await readRoster('a.csv', bytesOf(text));
    expect(roster?.units.map(({ name, counted }) => [name, counted])).toEqual([
      [finance, false],
      [schools, true],
    ]);
    expect(roster?.problems).toEqual([]);
  });

  test('without heads the names are where names of bodies are, and that is told', async () => {
    for (const [text, column] of [
      [`1,${finance}\r\n2,${schools}\r\n`, 2],
      [`序号,对象,联系人\r\n1,${finance},张三\r\n2,${schools},李四\r\n`, 2],
      [`${finance}\t财政\r\n${schools}\t教育`, 1],
    ] as const) {
      const roster = await readRoster(text.includes('\t') ? 'a.txt' : 'a.csv', bytesOf(text));
      expect(roster?.units.map(({ name }) => name)).toEqual([finance, schools]);
      expect(roster?.problems).toContainEqual({ kind: 'noHead', column, lines: [] });
    }
  });

  test('numbers before names are none of theirs; a line may be the whole list', () => {
    for (const text of [
      `1. ${finance}\n2．${schools}\n（三）${town}`,
      `${finance}、${schools}、${town}`,
      `${finance} ${schools}  ${town}`,
    ])
      expect(rosterOfText(text)).toMatchObject({
        units: [{ name: finance }, { name: schools }, { name: town }],
        problems: [],
      });
    expect(rosterOfText('云溪县教育、体育局\n云溪县 财政局').units).toMatchObject([
      { name: '云溪县教育、体育局' },
      { name: '云溪县 财政局' },
    ]);
  });

  test('titles, sums, notes and headings of groups are no units, and are told with their lines', () => {
    const { units: found, problems } = rosterOfRows([
      [],
      ['序号', '单位名称'],
      ['一', '县政府部门'],
      [1, finance],
      ['二', '乡镇（街道）'],
      [2, town],
      ['', '合 计'],
      ['', '注：以上共2个单位'],
    ]);
    expect(found.map(({ name }) => name)).toEqual([finance, town]);
    expect(problems).toEqual([
      { kind: 'noUnit', texts: ['县政府部门', '乡镇（街道）', '合 计', '注：以上共2个单位'], lines: [3, 5, 7, 8] },
    ]);
    expect(rosterOfText('今天天气不错。\n关于报送年报的通知').units.map(({ name }) => name)).not.toContain(
      '今天天气不错。',
    );
  });

  test('headings are none of the units in a list that is one text, with their numbers and how many they head', async () => {
    const text = `应报单位名单\n\n一、县政府部门（2个）\n${finance}、${schools}\n二、乡镇（街道）（共1家）\n${town}\n三、其他\n`;
    for (const bytes of [bytesOf(text), encoded(text, 'utf-16le'), encoded(text, 'gb18030')])
      expect(await readRoster('名单.txt', bytes)).toMatchObject({
        units: [{ name: finance }, { name: schools }, { name: town }],
        problems: [{ kind: 'noUnit', lines: [1, 3, 5, 7] }],
      });
  });

  test.each([...[`*${finance}`, `${finance}★`, `“${finance}”`, `△${finance}；`, `${finance}、`, `（1）${finance} ※`]])(
    '%s names a unit without the marks around it',
    (text) => {
      expect(rosterOfRows([['单位名称'], [text]]).units.map(({ name }) => name)).toEqual([finance]);
    },
  );

  test.each([',', '，', ';', '；'])(
    'columns of a text are parted by %s where its first line has heads',
    async (mark) => {
      const text = [
        ['单位名称', '是否计入汇总'],
        [finance, '否'],
        [schools, '是'],
      ]
        .map((row) => row.join(mark))
        .join('\n');
      for (const roster of [rosterOfText(text), await readRoster('名单.txt', bytesOf(text))])
        expect(roster?.units.map(({ name, counted }) => [name, counted])).toEqual([
          [finance, false],
          [schools, true],
        ]);
    },
  );

  test('a repeated unit is told by the lines of the file; 无 and / are no names; a name of two units is told', () => {
    const { units: found, problems } = rosterOfRows([
      ['单位名单'],
      [],
      ['单位名称', '曾用名', '简称', '是否计入汇总', '承接自'],
      [finance, '无', '/', false, '—'],
      [schools, '', '县局', true, '无'],
      [finance, '', '', '是', ''],
      [town, '', '县局', '', ''],
    ]);
    expect(found).toMatchObject([
      { name: finance, formerNames: [], shortNames: [], counted: false, succeeds: [] },
      { name: schools, counted: true, succeeds: [] },
      { name: town },
    ]);
    expect(problems).toEqual([
      { kind: 'countedBlank', names: [town], lines: [7] },
      { kind: 'twice', name: finance, lines: [4, 6] },
      { kind: 'shared', name: '县局', units: [schools, town], lines: [] },
    ]);
  });

  test('lists side by side and on several sheets are one list; a sheet of notes is none', async () => {
    expect(
      rosterOfRows([
        ['序号', '单位名称', '简称', '序号', '单位名称', '简称'],
        [1, finance, '财政局', 2, schools, '教育局'],
      ]).units,
    ).toMatchObject([
      { name: finance, shortNames: ['财政局'] },
      { name: schools, shortNames: ['教育局'] },
    ]);
    const book = oldBook([
      { name: '说明', rows: [['填表说明'], ['一、本表由各单位填写']] },
      { name: '部门', rows: [['单位名称'], [finance]] },
      { name: '乡镇', rows: [['单位名称'], [town], [town]] },
    ]);
    expect(await readRoster('a.xls', book)).toMatchObject({
      units: [{ name: finance }, { name: town }],
      problems: [{ kind: 'twice', lines: [2, 3] }],
    });
  });

  test('a page that is called a workbook and a Word file are read by their tables', async () => {
    const page = `<html><body><table><tr><th>序号</th><th>单位名称</th></tr><tr><td>1</td><td>${finance}</td></tr></table></body></html>`;
    expect(await namesIn('a.xls', bytesOf(page))).toEqual([finance]);
    const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const row = (...texts: string[]): string => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
    const table = `<w:tbl>${row('序号', '单位名称')}${row('1', finance)}${row('2', schools)}</w:tbl>`;
    expect(await namesIn('a.docx', wordPackage(`<w:p><w:r><w:t>附件</w:t></w:r></w:p>${table}`))).toEqual([
      finance,
      schools,
    ]);
  });
});

describe('what a list says of its units', () => {
  const problemsOf = (rows: readonly (readonly string[])[]) => rosterOfRows(rows).problems;

  test.each([
    ...['是否计入汇总', '计入汇总', '是否汇总', '是否纳入汇总', '是否纳入县级汇总', '是否纳入汇总范围', '是否列入汇总'],
    ...['是否参与汇总', '是否应计入汇总', '是否需要汇总', '是否纳入', '纳入汇总范围'],
  ])('%s stands over who counts', (head) => {
    const found = rosterOfRows([
      ['单位名称', head],
      [finance, '否'],
      [schools, '是'],
    ]);
    expect(found.units.map(({ counted }) => counted)).toEqual([false, true]);
    expect(found.problems).toEqual([]);
  });

  test.each([
    ...['否', '×', '不计入', '不纳入汇总', '不需要', '未列入', '无需汇总', '☒', '否（已单独公布）'].map((text) => [
      text,
      false,
    ]),
    ...['是', '√', '☑', '计入', '应计入', '纳入汇总', '需要', '是（2025年起）'].map((text) => [text, true]),
  ] as const)('%s is an answer', (text, counted) => {
    const found = rosterOfRows([
      ['单位名称', '是否计入汇总'],
      [finance, text],
    ]);
    expect(found).toMatchObject({ units: [{ counted }], problems: [] });
  });

  test.each(['无', '-', '—', '/', '○', '待定', '不详', '另行公布'])(
    '%s is none: it counts for now, and that is told',
    (text) => {
      const found = rosterOfRows([
        ['单位名称', '是否计入汇总'],
        [finance, text],
        [schools, '否'],
      ]);
      expect(found).toMatchObject({
        units: [{ counted: true }, { counted: false }],
        problems: [{ kind: 'countedUnclear', text }],
      });
    },
  );

  test('a blank beside ticks is told, for it may be a no; beside crosses alone it is a yes', () => {
    const list = (mark: string) => [
      ['单位名称', '是否计入汇总'],
      [finance, mark],
      [schools, ''],
    ];
    expect(problemsOf(list('√'))).toEqual([{ kind: 'countedBlank', names: [schools], lines: [3] }]);
    expect(problemsOf(list('×'))).toEqual([]);
    expect(problemsOf(list(''))).toEqual([]);
  });

  test('a question that is none of a list’s is told where it is answered with no', () => {
    const list = (answer: string) => [
      ['单位名称', '是否应报'],
      [finance, answer],
      [schools, '是'],
    ];
    expect(problemsOf(list('否'))).toEqual([{ kind: 'unused', head: '是否应报', lines: [] }]);
    expect(problemsOf(list('是'))).toEqual([]);
  });

  test('a former name that is another unit’s own is told, and finds that unit', () => {
    const { units: list, problems } = rosterOfRows([
      ['单位名称', '曾用名'],
      [finance, schools],
      [schools, town],
    ]);
    expect(problems).toEqual([{ kind: 'ownName', name: schools, units: [finance], lines: [] }]);
    expect(new RosterIndex(list).find(schools)).toMatchObject({ by: 'name', unit: { name: schools } });
  });

  const merged = [
    ['序号', '类别', '单位', '', '是否计入汇总', '曾用名'],
    ['', '', '全称', '简称', '', ''],
    ['1', '部门', '云溪县\n财政局', '财政局', '是', ''],
    ['2', '', `${schools}、`, '教育局', '否', '云溪县文教局'],
    ['3', '', '', '教育局', '', '云溪县教委'],
    ['4', '乡镇', town, '云台', '', ''],
  ];
  test('holds for all rows of a merged cell; two rows of heads are one; a name is one line without marks behind it', async () => {
    const down = [
      ...[0, 1, 4, 5].map((column) => [0, 1, column]),
      ...[
        [2, 4, 1],
        [3, 4, 2],
        [3, 5, 4],
      ],
    ] as [number, number, number][];
    const page = merged.map((row, at) => {
      const cells = row.map((text, column) => {
        if (at === 0 && column === 3) return '';
        const [first, last] = down.find(([from, to, own]) => own === column && at >= from && at <= to) ?? [at, at];
        const across = at === 0 && column === 2 ? ' colspan="2"' : '';
        return first === at ? `<td rowspan="${last - first + 1}"${across}>${text.replace('\n', '<br>')}</td>` : '';
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    const files = [
      ['a.xls', bytesOf(`<html><body><table>${page.join('')}</table></body></html>`)],
      [
        'b.xls',
        oldBook([{ name: '名单', rows: merged, merged: down.map(([from, to, column]) => [from, to, column, column]) }]),
      ],
    ] as const;
    for (const [name, bytes] of files)
      expect(await readRoster(name, bytes), name).toMatchObject({
        units: [
          { name: finance, kind: '部门', shortNames: ['财政局'], counted: true },
          {
            name: schools,
            kind: '部门',
            shortNames: ['教育局'],
            counted: false,
            formerNames: ['云溪县文教局', '云溪县教委'],
          },
          { name: town, kind: '乡镇', shortNames: ['云台'], counted: false },
        ],
        problems: [],
      });
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

  test('that leaves out what brackets say is proposed where one unit is meant, not where two are', () => {
    const offices = [
      '云溪县发展和改革局（粮食和物资储备局）',
      '云溪县发展和改革局（价格局）',
      '云溪县财政局（金融办）',
    ];
    const own = new RosterIndex(listed(offices));
    expect(own.find('云溪县发展和改革局')).toEqual({ unit: null, by: null, proposal: null });
    expect(own.find('云溪县财政局')).toMatchObject({ unit: null, proposal: { name: '云溪县财政局（金融办）' } });
  });

  test('every unit of a list is found by its own name, whatever the others are called', () => {
    fc.assert(
      fc.property(units, (list) => {
        const own = new RosterIndex(list);
        for (const one of list) expect(own.find(one.name).unit).toBe(one);
      }),
    );
  });

  test('of another place is not near, however alike the rest; a slip in the place is, and so is a name without one', () => {
    const own = new RosterIndex(listed(['云溪县气象局', '云溪县城市管理和综合执法局']));
    const proposed = (name: string) => own.find(name).proposal?.name ?? null;
    for (const name of ['邻县气象局', '青山市气象局', '高新区气象局']) expect(proposed(name), name).toBeNull();
    for (const name of ['云西县气象局', '气象局云溪县', '青山市云溪县气象局', '县气象局'])
      expect(proposed(name), name).toBe('云溪县气象局');
    expect(proposed('城市管理综合执法局')).toBe('云溪县城市管理和综合执法局');
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
