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

/** Lines of a list, and of a workbook with several lists the sheet that they stand on. */
interface Where {
  readonly lines: readonly number[];
  readonly sheet?: string;
}

/**
 * What of a list cannot be used as it stands. `countedBlank`: nothing is said of whether they count, where others were given a
 * yes. `unused`: a column of answers that is none of a list's. `noUnit`: a title, a sum, a heading of a group among the names.
 * `noHead`: no head said where the names are, 1 is the first column. `shared`: a former or short name of several units;
 * `ownName`: one that is the name of another unit. The words are in `words`.
 */
export type RosterProblem = Where &
  (
    | { readonly kind: 'twice'; readonly name: string }
    | { readonly kind: 'countedUnclear'; readonly name: string; readonly text: string }
    | { readonly kind: 'countedBlank'; readonly names: readonly string[] }
    | { readonly kind: 'unused'; readonly head: string }
    | { readonly kind: 'noName' }
    | { readonly kind: 'noUnit'; readonly texts: readonly string[] }
    | { readonly kind: 'noHead'; readonly column: number }
    | { readonly kind: 'shared' | 'ownName'; readonly name: string; readonly units: readonly string[] }
  );

export interface Roster {
  readonly units: readonly RosterUnit[];
  readonly problems: readonly RosterProblem[];
}

export type MatchedBy = 'name' | 'formerName' | 'shortName' | 'choice';

export interface UnitMatch {
  readonly unit: RosterUnit | null;
  readonly by: MatchedBy | null;
  /** The unit that may be meant, for a person to say so. Never taken in silence. */
  readonly proposal: RosterUnit | null;
}

/** Characters of a name that are enough to know it within the name of a file. */
const telling = 3;

/** Finds units of a list by their names. A former or short name that two units share says nothing. */
export class RosterIndex {
  private readonly byKey = new Map<string, { readonly unit: RosterUnit; readonly by: MatchedBy } | null>();
  /** Of names that may be known within the name of a file, the longest first. */
  private readonly lengths: readonly number[];

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
    const lengths = new Set([...this.byKey.keys()].map((key) => key.length).filter((length) => length >= telling));
    this.lengths = [...lengths].sort((one, other) => other - one);
  }

  find(name: string): UnitMatch {
    const found = this.byKey.get(nameKey(name));
    return found == null ? { unit: null, by: null, proposal: this.nearest(name) } : { ...found, proposal: null };
  }

  /** The unit after which a file is called: of several that are in its name the one that is named at most length. */
  namedIn(file: string): RosterUnit | null {
    const own = nameKey(file);
    for (const length of this.lengths) {
      for (let at = 0; at + length <= own.length; at += 1) {
        const key = own.slice(at, at + length);
        if (this.byKey.has(key)) return this.byKey.get(key)?.unit ?? null;
      }
    }
    return null;
  }

  /** The unit after which a file is called, where its report is another one's, which its name says nothing of. */
  otherNamedIn(file: string, { name, formerNames, shortNames }: RosterUnit): RosterUnit | null {
    const own = nameKey(file);
    const isCalled = [name, ...formerNames, ...shortNames].some(
      (one) => nameKey(one) !== '' && own.includes(nameKey(one)),
    );
    const other = isCalled ? null : this.namedIn(file);
    return other === null || nameKey(other.name) === nameKey(name) ? null : other;
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
