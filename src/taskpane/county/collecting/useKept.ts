import { useCallback, useRef, useState } from 'react';
import type { Host } from '../../../host/host';
import type { Language } from '../../../report/language';
import {
  askedOn,
  askedSheetName,
  withLetters,
  type AskedPoint,
  type UnitLetter,
} from '../../../rollup/collection/asked';
import type { Decision } from '../../../rollup/collection/collection';
import type { Roster } from '../../../rollup/collection/roster';
import { unitOfSum } from '../../../rollup/again';
import { wordsIn } from '../../../rollup/words';
import { rosterOfRows } from '../../../rollup/collection/rosterRows';
import {
  decisionsOn,
  rosterSheetName,
  standingOn,
  standingSheetName,
  type StandingRow,
} from '../../../rollup/collection/standing';
import { usePane } from '../../context';
import { useRead, type Reader } from '../../parts/state/useRead';

type Decisions = ReadonlyMap<string, Decision>;

/** What the sheets said when they were read or written last. */
interface OnSheets {
  readonly roster: Roster | null;
  readonly decisions: Decisions;
}

/**
 * What stands on sheets of the workbook, and what was decided since. Before they were read nobody knows the list, what was decided
 * and what was asked: nothing is made of a collection, for it would stand in the place of what is there.
 */
export interface Kept extends Reader {
  readonly roster: Roster | null;
  readonly choose: (roster: Roster) => void;
  readonly decisions: Decisions;
  readonly decide: (source: string, decision: Decision | null) => void;
  /** A report is called by another source: what was decided of it goes along. */
  readonly move: (from: string, to: string) => void;
  readonly asked: readonly AskedPoint[];
  readonly ask: (letters: readonly UnitLetter[]) => readonly AskedPoint[];
  /** The units as they stood when the pane was opened. */
  readonly saved: readonly StandingRow[];
  /** Whose sum the workbook holds, where it holds one. */
  readonly unit: string | null;
  /** The list, a decision or what was asked stands on no sheet yet. */
  readonly unsaved: boolean;
  /** All of it was written. Never rejects: what cannot be read now is read before anything is written again. */
  readonly written: () => Promise<void>;
  /** Takes over what a person changed on the sheets meanwhile; `true`: there was something. Rejects where they cannot be read. */
  readonly takeOver: () => Promise<boolean>;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Whose report it was is known from the sheet alone: the same decision all the same. */
const bare = (decision: Decision | undefined): Omit<Decision, 'of'> | null => {
  if (decision === undefined) return null;
  const { of: _, ...rest } = decision;
  return rest;
};

const bareAll = (decisions: Decisions): unknown => [...decisions].map(([source, one]) => [source, bare(one)]);

/** The decisions of the pane with those that were changed on the sheet; what was decided on here since stays. */
function merged(own: Decisions, before: Decisions, now: Decisions): Decisions {
  const all = new Map(own);
  for (const source of new Set([...before.keys(), ...now.keys()])) {
    const [old, decided] = [before.get(source), now.get(source)];
    if (same(bare(old), bare(decided)) || !same(bare(own.get(source)), bare(old))) continue;
    if (decided === undefined) all.delete(source);
    else all.set(source, decided);
  }
  return all;
}

function withDecision(own: OnSheets, source: string, decision: Decision | null): OnSheets {
  const decisions = new Map(own.decisions);
  if (decision === null) decisions.delete(source);
  else decisions.set(source, decision);
  return { ...own, decisions };
}

const withMoved = (own: OnSheets, from: string, to: string): OnSheets =>
  withDecision(withDecision(own, to, own.decisions.get(from) ?? null), from, null);

/** @param before what was read or written last: a sheet that was taken away says nothing about what was decided */
async function readSheets(host: Host, before: OnSheets) {
  const list = (await host.readSheet?.(rosterSheetName)) ?? null;
  const standing = (await host.readSheet?.(standingSheetName)) ?? null;
  const found = list === null ? null : rosterOfRows(list);
  return {
    roster: found === null || found.units.length === 0 ? null : found,
    decisions: standing === null ? before.decisions : decisionsOn(standing),
    standing,
  };
}

/** The same with the letters, and with what is shown of the last time, when the pane is opened. */
async function readAll(host: Host, before: OnSheets, language: Language) {
  const read = async (name: string) => (await host.readSheet?.(name)) ?? null;
  const now = await readSheets(host, before);
  const there: Pick<Kept, 'saved' | 'unit'> = {
    saved: now.standing === null ? [] : standingOn(now.standing),
    unit: unitOfSum((await read(wordsIn(language).notesName)) ?? []),
  };
  return { now, there, letters: await read(askedSheetName) };
}

/** The list and the decisions of the pane, with what a person changed on the sheets since. */
const takenOver = (own: OnSheets, before: OnSheets, now: OnSheets): OnSheets => ({
  roster:
    now.roster === null ||
    same(now.roster.units, before.roster?.units) ||
    !same(own.roster?.units, before.roster?.units)
      ? own.roster
      : now.roster,
  decisions: merged(own.decisions, before.decisions, now.decisions),
});

/** The sheets are the truth: what stands there when the pane is opened, and what is changed there while it is open. */
export function useKept(): Kept {
  const { host, language } = usePane();
  const [own, setOwn] = useState<OnSheets>({ roster: null, decisions: new Map() });
  const [asked, setAsked] = useState<readonly AskedPoint[]>([]);
  const [there, setThere] = useState<Pick<Kept, 'saved' | 'unit'>>({ saved: [], unit: null });
  const [unsaved, setUnsaved] = useState(false);
  const last = useRef<OnSheets>(own);
  const read = useCallback(() => readAll(host, last.current, language), [host, language]);
  const take = useCallback(({ now, letters, there: told }: Awaited<ReturnType<typeof readAll>>): void => {
    const before = last.current;
    last.current = now;
    setOwn((current) => takenOver(current, before, now));
    setThere(told);
    if (letters !== null) setAsked((current) => (current.length > 0 ? current : askedOn(letters)));
  }, []);
  const reader = useRead(read, take);
  const change = (to: (current: OnSheets) => OnSheets): void => {
    setOwn(to);
    setUnsaved(true);
  };
  return {
    ...own,
    choose: (roster) => change((current) => ({ ...current, roster })),
    decide: (source, decision) => change((current) => withDecision(current, source, decision)),
    move: (from, to) => {
      if (from !== to && own.decisions.has(from)) change((current) => withMoved(current, from, to));
    },
    asked,
    ask: (letters) => {
      const points = withLetters(asked, letters, language);
      setAsked(points);
      setUnsaved(true);
      return points;
    },
    ...there,
    unsaved,
    ...reader,
    written: async () => {
      setUnsaved(false);
      const now = await readSheets(host, last.current).catch(() => null);
      if (now === null) return;
      last.current = now;
      // Around notes its units may stand in another order.
      setOwn((current) => ({ ...current, roster: now.roster ?? current.roster }));
    },
    takeOver: async () => {
      const before = last.current;
      last.current = await readSheets(host, before);
      const now = takenOver(own, before, last.current);
      const isSame = now.roster === own.roster && same(bareAll(now.decisions), bareAll(own.decisions));
      if (!isSame) setOwn(now);
      return !isSame;
    },
  };
}
