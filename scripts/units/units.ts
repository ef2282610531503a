/**
 * A county's reports as they come in: mixed kinds of file, mixed faults, editions, names, mergers. Invented, and the same for
 * the same seed. What each file is goes with it, so that a test or a person can compare.
 */
import { strToU8 } from 'fflate';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import type { Edition } from '../../src/report/edition';
import { figuresOf } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { reportWorkbook, workbookOf } from '../../src/papers/workbook';
import type { UnitState } from '../../src/rollup/collection/collection';
import type { Outlier } from '../../src/rollup/likeness/outliers';
import type { RosterUnit } from '../../src/rollup/collection/roster';
import { rosterRows } from '../../src/rollup/collection/rosterRows';
import { rollUpSheets } from '../../src/rollup/sheets';
import { rollUp } from '../../src/rollup/sum';
import { receivedOf } from '../../src/rollup/received';
import { writeHtml } from '../../src/write/html/html';
import { writeJson } from '../../src/write/json';
import { plainNumber } from '../../src/write/number';
import { writeWord } from '../../src/write/word/word';
import { bombs } from '../../test/read/limits/bombs';
import { encoded } from '../../test/read/formats/kindFiles';
import { excelFile, printedRows, textRows } from '../../test/read/files';
import { oldBook } from '../../test/read/formats/old/oldFiles';
import { textShapes, type Sample } from '../../test/read/noise/shapes';
import { generator } from '../../test/rules/sample';
import { reportOf, settle, withTextOf, yearBefore } from './contents';

export interface UnitFile {
  /** Path with `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How the collection must call it. */
  readonly state: UnitState;
  readonly unit: string | null;
  /** Whether it must count in the sum. */
  readonly included: boolean;
}

export interface County {
  readonly name: string;
  readonly year: number;
  readonly roster: readonly RosterUnit[];
  readonly rosterFile: Uint8Array;
  readonly files: readonly UnitFile[];
  /** Last year's reports, one a unit. */
  readonly previous: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The reports that must count, as they were before they were written. */
  readonly counted: readonly Report[];
  /** Units of the list of which nothing was made. */
  readonly missing: readonly string[];
  /** Units whose report breaks a sum. */
  readonly broken: readonly string[];
  /** What must stand out of each unit, by its name; of no other unit anything does. */
  readonly standOut: ReadonlyMap<string, Outlier['kind']>;
}

const county = '云溪县';
const work =
  '农业农村 林业 水利 教育 民政 司法 财政 审计 统计 卫生健康 文化旅游 交通运输 住房城乡建设 自然资源 生态环境 应急管理 市场监管 医疗保障 人力资源社会保障 退役军人事务 信访 商务 科技 发展改革 工业信息化 公安 税务 气象 档案 粮食'.split(
    ' ',
  );
const places =
  '青石 白沙 云台 河口 新安 双桥 柳林 石门 清泉 大岭 永兴 太平 龙潭 沙坪 金山 马站 东湖 西陵 南屏 北固'.split(' ');

const numerals = '二三四五六七八九十';

/** Names of units, all different: bureaus first, then towns and streets, then numbered ones. */
const nameOf = (index: number): string => {
  if (index < work.length) return `${county}${work[index] ?? ''}局`;
  const place = index - work.length;
  const round = Math.floor(place / places.length);
  // A place has at most ten towns of its name, then numbers.
  const own = `${places[place % places.length] ?? ''}${round === 0 ? '' : (numerals[round - 1] ?? String(round + 1))}`;
  return `${county}${own}${place % 3 === 0 ? '街道办事处' : '镇人民政府'}`;
};

const editionOf = ({ edition }: Report): Edition => (edition === '2019' ? edition2019 : edition2021);

const sampleOf = (report: Report): Sample => ({
  edition: editionOf(report),
  unit: report.unit.name ?? '',
  year: report.year ?? 0,
  printed: new Map(
    figuresOf(editionOf(report)).map(({ id }) => {
      const value = report.figures[id] ?? null;
      return [id, value === null ? '' : plainNumber(value)];
    }),
  ),
  narrative: report.narrative,
});

const oldWorkbook = (report: Report): Uint8Array =>
  oldBook([
    { name: '年报', rows: printedRows(sampleOf(report), false) },
    { name: '文字', rows: textRows(sampleOf(report)) },
  ]);

const [textShape] = Object.values(textShapes);
const kinds: readonly (readonly [ending: string, write: (report: Report) => Uint8Array])[] = [
  ['docx', (report) => writeWord(report, {})],
  ['xlsx', workbookOf],
  ['docx', (report) => writeWord(report, { fonts: 'common', applications: 'landscape' })],
  ['html', (report) => strToU8(writeHtml(report, {}))],
  ['xls', oldWorkbook],
  ['docx', (report) => writeWord(report, {})],
  ['et', oldWorkbook],
  ['json', (report) => strToU8(writeJson(report))],
  ['txt', (report) => encoded(textShape?.write(sampleOf(report)) ?? '', 'gb18030')],
];

/** What happens to units, so many of each in a hundred. */
const mishaps = {
  missing: 3,
  broken: 4,
  twiceSame: 2,
  twiceOther: 2,
  otherYear: 2,
  oldEdition: 3,
  blank: 2,
  formerName: 3,
  shortName: 2,
  nearName: 1,
  notCounted: 1,
  copied: 2,
  stale: 1,
  jump: 2,
  ratio: 1,
} as const;
type Mishap = keyof typeof mishaps;

/** Which unit meets with what; the first is merged from two and meets with nothing. */
function plan(count: number, random: (bound: number) => number): ReadonlyMap<number, Mishap> {
  const order = Array.from({ length: Math.max(0, count - 1) }, (_, index) => index + 1);
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  const planned = new Map<number, Mishap>();
  for (const [mishap, share] of Object.entries(mishaps) as [Mishap, number][]) {
    const times = Math.max(count >= 20 ? 1 : 0, Math.round((share * count) / 100));
    for (let time = 0; time < times; time += 1) {
      const index = order.pop();
      if (index !== undefined) planned.set(index, mishap);
    }
  }
  return planned;
}

interface Made {
  readonly files: UnitFile[];
  readonly counted: Report[];
  readonly missing: string[];
  readonly broken: string[];
  readonly standOut: Map<string, Outlier['kind']>;
}

const withFigure = (report: Report, id: string, value: number | null): Report => ({
  ...report,
  figures: { ...report.figures, [id]: value },
});

const licensing = 'disclosure.licensing.decisions';

/** Nearly all that was asked for is refused, and much was asked for. */
function refusing(report: Report): Report {
  const figures = { ...report.figures };
  figures['applications.granted.person'] = 6;
  figures['applications.denied.enforcementFile.person'] = 20 * ((report.figures['applications.total.total'] ?? 0) + 10);
  settle(edition2021, figures);
  return { ...report, figures };
}

/** Applications that a report has at least before another body could be caught copying it. */
const enoughToCopy = 60;

/** This year's right report of a unit. That of the first is large: it is the one that others copy. */
function thisYear(unit: RosterUnit, index: number, { year, seed }: { year: number; seed: number }): Report {
  for (let more = 0; ; more += 1) {
    const report = reportOf(edition2021, unit.name, year, seed + index + more * 7_919_003);
    if (index > 0 || (report.figures['applications.total.total'] ?? 0) >= enoughToCopy) return report;
  }
}

/** The files of one unit. */
function makeUnit(
  unit: RosterUnit,
  index: number,
  mishap: Mishap | null,
  { year, seed, donor }: { year: number; seed: number; donor: Report },
  made: Made,
): void {
  const [ending, write] = kinds[index % kinds.length] as (typeof kinds)[number];
  const folder = index < work.length ? '部门' : '乡镇（街道）';
  const put = (report: Report, state: UnitState, included: boolean, name = `${report.unit.name ?? ''}年报`): void => {
    made.files.push({ name: `${folder}/${name}.${ending}`, bytes: write(report), state, unit: unit.name, included });
    if (included) made.counted.push(report);
  };
  const right = thisYear(unit, index, { year, seed });
  const total = 'applications.total.total';
  const standsOut = (kind: Outlier['kind'], report: Report): void => {
    made.standOut.set(unit.name, kind);
    put(report, 'read', true);
  };
  switch (mishap) {
    case 'missing':
      made.missing.push(unit.name);
      return;
    case 'broken':
      made.broken.push(unit.name);
      return put(withFigure(right, total, (right.figures[total] ?? 0) + 1), 'read', true);
    case 'twiceSame':
      put(right, 'duplicate', true);
      return void made.files.push({
        ...(made.files.at(-1) as UnitFile),
        name: `${folder}/再报/${unit.name}年报.${ending}`,
        included: false,
      });
    case 'twiceOther':
      put(right, 'duplicate', false);
      return put(withFigure(right, 'review.reconsideration.total', 99), 'duplicate', false, `${unit.name}年报（修改）`);
    case 'otherYear':
      made.missing.push(unit.name);
      return put({ ...reportOf(edition2021, unit.name, year - 1, seed + index) }, 'otherYear', false);
    case 'oldEdition':
      return put(reportOf(edition2019, unit.name, year, seed + index), 'otherEdition', false);
    case 'blank':
      return put(withFigure(right, 'review.reconsideration.upheld', null), 'read', true);
    case 'formerName':
      return put(named(right, unit.formerNames[0]), 'read', true);
    case 'shortName':
      return put(named(right, unit.shortNames[0]), 'read', true);
    case 'nearName':
      made.missing.push(unit.name);
      return put(named(right, unit.name.slice(county.length)), 'notListed', false);
    case 'notCounted':
      return put(right, 'read', false);
    case 'copied':
      return standsOut('sameFigures', withTextOf({ ...right, figures: donor.figures }, donor));
    case 'stale':
      return standsOut('figuresOfLastYear', right);
    case 'jump':
      return standsOut('jump', withFigure(right, licensing, 3_000 + 30 * (right.figures[licensing] ?? 0)));
    case 'ratio':
      return standsOut('ratio', refusing(right));
    case null:
      return put(right, 'read', true);
  }
}

const named = (report: Report, name: string | undefined): Report => ({
  ...report,
  unit: { ...report.unit, name: name ?? report.unit.name },
});

/** Files that are no unit's report: another body's, a notice, a bomb, a broken file, last year's own sum. */
function strangers(year: number, seed: number, counted: readonly Report[]): UnitFile[] {
  const foreign = reportOf(edition2021, '邻县气象局', year, seed + 9001);
  const bomb = bombs.find(({ name }) => name === 'a flood that says what it is');
  const sum = rollUp({
    edition: edition2021,
    year,
    unit: county,
    received: counted.map((report, index) =>
      receivedOf({ source: String(index), reading: { edition: edition2021, report, doubts: [] }, findings: [] }),
    ),
    roster: null,
    failures: [],
  });
  const ownSum = reportWorkbook({
    edition: edition2021,
    year,
    unit: `${county}人民政府`,
    report: { ...sum.report, unit: { ...sum.report.unit, name: `${county}人民政府` } },
    totals: 'typed',
    language: 'zh',
    more: rollUpSheets(sum, edition2021, 'zh'),
  });
  const other = (name: string, bytes: Uint8Array, state: UnitState): UnitFile => ({
    name,
    bytes,
    state,
    unit: null,
    included: false,
  });
  return [
    other('邻县气象局年报.docx', writeWord(foreign, {}), 'notListed'),
    other('关于报送年报的通知.txt', strToU8('各单位：请于1月26日前报送年度报告。'), 'notReport'),
    other('压缩过的附件.docx', bomb?.bytes() ?? new Uint8Array(), 'unreadable'),
    other('打不开的文件.docx', writeWord(foreign, {}).slice(0, 2000), 'unreadable'),
    other('初步汇总.xlsx', ownSum, 'isSum'),
  ];
}

/** `count` units. The first took over from two that reported last year. */
export function makeCounty(count: number, seed = 1, year = 2025): County {
  const random = generator(seed);
  const planned = plan(count, random);
  const roster = Array.from({ length: count }, (_, index): RosterUnit => {
    const name = nameOf(index);
    const short = name.slice(county.length);
    return {
      name,
      formerNames: planned.get(index) === 'formerName' ? [`${county}原${short}`] : [],
      shortNames: planned.get(index) === 'shortName' ? [`县${short}`] : [],
      kind: index < work.length ? '政府部门' : short.endsWith('街道办事处') ? '街道' : '乡镇',
      level: index < work.length ? '县级' : '乡级',
      counted: planned.get(index) !== 'notCounted',
      succeeds: index === 0 ? [`${county}农业局`, `${county}畜牧局`] : [],
    };
  });
  const made: Made = { files: [], counted: [], missing: [], broken: [], standOut: new Map() };
  const own = { year, seed: seed * 100_003 };
  const donor = thisYear(roster[0] as RosterUnit, 0, own);
  roster.forEach((unit, index) => makeUnit(unit, index, planned.get(index) ?? null, { ...own, donor }, made));
  return {
    name: county,
    year,
    roster,
    rosterFile: excelFile([{ name: '单位名单', rows: rosterRows(roster) }]),
    files: [...made.files, ...strangers(year, seed, made.counted)],
    previous: previousOf(roster, planned, own),
    counted: made.counted,
    missing: made.missing,
    broken: made.broken,
    standOut: made.standOut,
  };
}

/** Last year's reports: what they carried out is what this year's carried in. Of one unit they are this year's again. */
function previousOf(
  roster: readonly RosterUnit[],
  planned: ReadonlyMap<number, Mishap>,
  own: { year: number; seed: number },
): County['previous'] {
  return roster.flatMap((unit, index) => {
    const report = thisYear(unit, index, own);
    const before = unit.succeeds.length > 0 ? unit.succeeds : [unit.name];
    return before.map((name, part) => {
      const then =
        planned.get(index) === 'stale'
          ? { ...report, year: own.year - 1 }
          : yearBefore(edition2021, { report, seed: own.seed + index }, name, own.seed + index + 50_000 + part);
      const figures = { ...then.figures };
      // Of two bodies that became one the first had all that was still open.
      if (part > 0) {
        for (const { id, row } of figuresOf(edition2021)) if (row === 'carriedOut') figures[id] = 0;
        settle(edition2021, figures);
      }
      return { name: `${name}${own.year - 1}年年报.json`, bytes: strToU8(writeJson({ ...then, figures })) };
    });
  });
}
