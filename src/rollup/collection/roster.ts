/** The list of units (单位名单): who has to report, under what names, who counts, and who took over from whom. */
import { nameKey, nearness } from '../names';

export interface RosterUnit {
  readonly name: string;
  /** 曾用名 and 简称: other names under which a report of this unit is accepted. */
  readonly formerNames: readonly string[];
  readonly shortNames: readonly string[];
  /** 类别 and 行政层级 in the words of the list; '' where it says nothing. */
  readonly kind: string;
  readonly level: string;
  /** 是否计入汇总. A unit that does not count is still waited for. */
  readonly counted: boolean;
  /** 承接自: bodies whose work this one took over. What it carried in is compared with the sum of what they carried out. */
  readonly succeeds: readonly string[];
}

/** The official order of columns, as the sheet 单位名单 has it. */
export const rosterColumns = [
  {
    field: 'name',
    head: '单位名称',
    also: ['单位', '名称', '单位全称', '报送单位', '公开主体', '机构名称', 'unit', 'name'],
  },
  { field: 'formerNames', head: '曾用名', also: ['原名称', '原单位名称', '更名前名称', 'formernames', 'formername'] },
  { field: 'shortNames', head: '简称', also: ['单位简称', 'shortnames', 'shortname'] },
  { field: 'kind', head: '类别', also: ['单位类别', '单位性质', '类型', 'kind'] },
  { field: 'level', head: '行政层级', also: ['层级', '级别', 'level'] },
  { field: 'counted', head: '是否计入汇总', also: ['计入汇总', '是否计入', '是否汇总', 'counted'] },
  { field: 'succeeds', head: '承接自', also: ['承接单位', '由何单位合并', '合并自', 'succeeds'] },
] as const;

type Field = (typeof rosterColumns)[number]['field'];

/** Why a line of a list cannot be used as it stands. The words are in `words`. */
export type RosterProblem =
  | { readonly kind: 'twice'; readonly name: string; readonly lines: readonly number[] }
  | { readonly kind: 'countedUnclear'; readonly name: string; readonly text: string; readonly lines: readonly number[] }
  | { readonly kind: 'noName'; readonly lines: readonly number[] };

export interface Roster {
  readonly units: readonly RosterUnit[];
  readonly problems: readonly RosterProblem[];
}

/** Rows above the heads that a list may have: a title, who made it and when. */
const headRows = 8;

const textOf = (cell: unknown): string =>
  typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';

const headKey = (cell: unknown): string =>
  nameKey(textOf(cell))
    .replace(/[:：*＊]/gu, '')
    .toLowerCase();

function headsOf(row: readonly unknown[]): Map<Field, number> | null {
  const heads = new Map<Field, number>();
  row.forEach((cell, at) => {
    const key = headKey(cell);
    const column = rosterColumns.find(({ head, also }) => head === key || (also as readonly string[]).includes(key));
    if (column !== undefined && !heads.has(column.field)) heads.set(column.field, at);
  });
  return heads.has('name') ? heads : null;
}

const listOf = (text: string): string[] =>
  text
    .split(/[、，,;；/|\n\r]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const yes = /^(?:是|计入|汇总|y|yes|true|1|√|✓|对)$/iu;
const no = /^(?:否|不|不计|不计入|不汇总|n|no|false|0|×|✗|x)$/iu;

/** A list from the rows of a sheet. Where no row names its columns, the first column is the names. */
export function rosterOfRows(rows: readonly (readonly unknown[])[]): Roster {
  const at = rows.slice(0, headRows).findIndex((row) => headsOf(row) !== null);
  const heads = headsOf(rows[at] ?? []) ?? new Map<Field, number>([['name', 0]]);
  const units: RosterUnit[] = [];
  const problems: RosterProblem[] = [];
  const nameless: number[] = [];
  rows.slice(at + 1).forEach((row, index) => {
    const line = at + index + 2;
    const cell = (field: Field): string => textOf(row[heads.get(field) ?? -1]);
    const name = cell('name');
    if (name === '') {
      if (row.some((one) => textOf(one) !== '')) nameless.push(line);
      return;
    }
    const counted = cell('counted');
    if (counted !== '' && !yes.test(counted) && !no.test(counted))
      problems.push({ kind: 'countedUnclear', name, text: counted, lines: [line] });
    units.push({
      name,
      formerNames: listOf(cell('formerNames')),
      shortNames: listOf(cell('shortNames')),
      kind: cell('kind'),
      level: cell('level'),
      counted: !no.test(counted),
      succeeds: listOf(cell('succeeds')),
    });
  });
  if (nameless.length > 0) problems.push({ kind: 'noName', lines: nameless });
  return withoutRepeats(units, problems);
}

/** A unit that is listed twice is one unit: the first line holds, and the second is told. */
function withoutRepeats(units: readonly RosterUnit[], problems: readonly RosterProblem[]): Roster {
  const lines = new Map<string, number[]>();
  const kept = units.filter(({ name }, index) => {
    const known = lines.get(nameKey(name));
    if (known === undefined) lines.set(nameKey(name), [index + 1]);
    else known.push(index + 1);
    return known === undefined;
  });
  const twice = kept.flatMap(({ name }): RosterProblem[] => {
    const found = lines.get(nameKey(name)) ?? [];
    return found.length > 1 ? [{ kind: 'twice', name, lines: found }] : [];
  });
  return { units: kept, problems: [...problems, ...twice] };
}

/** A list that was pasted: a line for each unit; its columns, where it has several, parted by tabs, commas or semicolons. */
export function rosterOfText(text: string): Roster {
  const lines = text.split(/\r\n|[\n\r]/u).filter((line) => line.trim() !== '');
  const delimiter = ['\t', ',', '，', ';'].find(
    (mark) => headsOf((lines[0] ?? '').split(mark)) !== null && lines[0]?.includes(mark),
  );
  return rosterOfRows(lines.map((line) => (delimiter === undefined ? [line] : line.split(delimiter))));
}

/** The rows of the sheet 单位名单, its heads first. */
export const rosterRows = (units: readonly RosterUnit[]): string[][] => [
  rosterColumns.map(({ head }) => head),
  ...units.map((unit) => [
    unit.name,
    unit.formerNames.join('、'),
    unit.shortNames.join('、'),
    unit.kind,
    unit.level,
    unit.counted ? '是' : '否',
    unit.succeeds.join('、'),
  ]),
];

export type MatchedBy = 'name' | 'formerName' | 'shortName' | 'choice';

export interface UnitMatch {
  readonly unit: RosterUnit | null;
  readonly by: MatchedBy | null;
  /** The unit that may be meant, for a person to say so. Never taken in silence. */
  readonly proposal: RosterUnit | null;
}

/** Finds units of a list by their names. A former or short name that two units share says nothing. */
export class RosterIndex {
  private readonly byKey = new Map<string, { readonly unit: RosterUnit; readonly by: MatchedBy } | null>();

  constructor(readonly units: readonly RosterUnit[]) {
    const fields = [
      ['name', (unit: RosterUnit) => [unit.name]],
      ['formerName', (unit: RosterUnit) => unit.formerNames],
      ['shortName', (unit: RosterUnit) => unit.shortNames],
    ] as const;
    const names = new Set(units.map(({ name }) => nameKey(name)));
    for (const [by, namesOf] of fields) {
      for (const unit of units) {
        for (const name of namesOf(unit)) {
          const key = nameKey(name);
          // A name that is a unit's own is never another unit's former one.
          if (key === '' || (by !== 'name' && names.has(key))) continue;
          const known = this.byKey.get(key);
          this.byKey.set(key, known === undefined || known?.unit === unit ? { unit, by: known?.by ?? by } : null);
        }
      }
    }
  }

  find(name: string): UnitMatch {
    const found = this.byKey.get(nameKey(name));
    return found == null ? { unit: null, by: null, proposal: this.nearest(name) } : { ...found, proposal: null };
  }

  /** The one unit that is nearest; none where two are equally near. */
  private nearest(name: string): RosterUnit | null {
    let best: RosterUnit | null = null;
    let highest = 0;
    let tied = false;
    for (const unit of this.units) {
      const own = [unit.name, ...unit.formerNames, ...unit.shortNames].map((one) => nearness(one, name));
      const value = Math.max(...own);
      if (value > highest) [best, highest, tied] = [unit, value, false];
      else if (value === highest && value > 0) tied = true;
    }
    return tied ? null : best;
  }
}
