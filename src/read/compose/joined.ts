/** A report whose tables stand on sheets of their own: each sheet gives a part of it. */
import type { Edition, TableId } from '../../report/edition';
import { figuresOf, findFigure } from '../../report/figures';
import type { DoubtKind } from '../doubt';
import type { Reading } from '../reading';

/** Doubts that another part settles, by what it must have for that. */
const settled: Readonly<Partial<Record<DoubtKind, (other: Reading) => boolean>>> = {
  unitNameMissing: ({ report }) => report.unit.name !== null,
  yearMissing: ({ report }) => report.year !== null,
  editionUncertain: ({ doubts }) => !doubts.some(({ kind }) => kind === 'editionUncertain'),
};

/** The tables that a reading found. */
function tablesOf({ edition, doubts }: Reading): ReadonlySet<TableId> {
  const missing = new Set(
    doubts.flatMap(({ kind, figures }) =>
      kind === 'tableMissing' ? figures.flatMap((id) => findFigure(edition, id)?.table ?? []) : [],
    ),
  );
  return new Set(edition.tables.map(({ id }) => id).filter((id) => !missing.has(id)));
}

const isUncertain = ({ doubts }: Reading): boolean => doubts.some(({ kind }) => kind === 'editionUncertain');

/** True if the tables that `part` found are the same in the edition of the other: then it need not be read anew. */
function fits(part: Reading, { edition }: Reading): boolean {
  const held = tablesOf(part);
  const ids = (of: Edition): string[] => figuresOf(of).flatMap(({ id, table }) => (held.has(table) ? [id] : []));
  return ids(part.edition).join() === ids(edition).join();
}

/** True if a part that cannot tell its edition may be taken to be of the other's. */
const follows = (part: Reading, other: Reading): boolean => isUncertain(part) && fits(part, other);

/** The year of a part, as its title says or else the name of its sheet alone. */
function yearOf({ report, part }: Reading): number | null {
  const [named, ...others] = new Set((part ?? '').match(/20\d{2}/gu));
  return report.year ?? (named === undefined || others.length > 0 ? null : Number(named));
}

/** A sheet that is called after a year that is over. */
const isPast = ({ part }: Reading): boolean => /[上去前往]年|上期|同期|旧/u.test(part ?? '');

/** True for two parts of one report: other tables, and nothing that says another unit, year or edition. */
function belong(a: Reading, b: Reading): boolean {
  const tables = tablesOf(b);
  const agree = <Value>(one: Value | null, other: Value | null): boolean =>
    one === null || other === null || one === other;
  return (
    a.part !== b.part &&
    ![...tablesOf(a)].some((table) => tables.has(table)) &&
    agree(a.report.unit.name, b.report.unit.name) &&
    agree(yearOf(a), yearOf(b)) &&
    isPast(a) === isPast(b) &&
    (a.edition === b.edition || follows(a, b) || follows(b, a))
  );
}

function join(first: Reading, second: Reading): Reading {
  const leads = first.edition === second.edition ? !isUncertain(first) || isUncertain(second) : follows(second, first);
  const [main, rest] = leads ? [first, second] : [second, first];
  const { edition } = main;
  const held = new Map([main, rest].flatMap((one) => [...tablesOf(one)].map((table) => [table, one] as const)));
  const pick = <Value>(of: (one: Reading) => Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(
      [main, rest].flatMap((one) =>
        Object.entries(of(one)).filter(([id]) => {
          const table = findFigure(edition, id)?.table;
          return table !== undefined && (held.get(table) ?? main) === one;
        }),
      ),
    );
  const others = tablesOf(rest);
  const stillMissing = (figures: readonly string[]): boolean =>
    !figures.some((id) => [...others].some((table) => findFigure(edition, id)?.table === table));
  const kept = [
    ...main.doubts.filter(({ kind, figures }) =>
      kind === 'tableMissing' ? stillMissing(figures) : settled[kind]?.(rest) !== true,
    ),
    // What the other part lacks besides, the first part lacks too, or has.
    ...rest.doubts.filter(({ kind }) => kind !== 'tableMissing' && !(kind in settled)),
  ];
  const parts = [first.part, second.part].filter((name) => name !== null).join('、');
  const named = [first, second].every(({ report }) => report.unit.name !== null && report.year !== null);
  const doubts = kept.filter(({ kind }) => kind !== 'sheetsJoined');
  if (!named || kept.length > doubts.length)
    doubts.push({ kind: 'sheetsJoined', figures: [], place: null, details: { parts } });
  return {
    part: parts,
    edition,
    report: {
      ...main.report,
      year: main.report.year ?? rest.report.year,
      unit: { ...main.report.unit, name: main.report.unit.name ?? rest.report.unit.name },
      figures: pick(({ report }) => report.figures),
      units: pick(({ report }) => report.units),
      marks: pick(({ report }) => report.marks),
    },
    sources: new Map([...main.sources, ...rest.sources]),
    doubts,
  };
}

/**
 * Puts parts together that can only be one report. Where a part would fit to several others nobody can tell, and all stay
 * as they are.
 */
export function joined(readings: readonly Reading[]): readonly Reading[] {
  const whole: Reading[] = [];
  for (const reading of readings) {
    const fitting = whole.filter((other) => belong(other, reading));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) whole.splice(whole.indexOf(only), 1, join(only, reading));
    else whole.push(reading);
  }
  return whole;
}
