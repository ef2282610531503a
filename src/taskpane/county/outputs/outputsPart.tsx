import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { WriteResult } from '../../../host/host';
import type { Edition } from '../../../report/edition';
import type { SheetContent } from '../../../report/sheet/workbook';
import { leftOut } from '../../../rollup/collection/leftOut';
import type { AskedPoint, UnitLetter } from '../../../rollup/collection/asked';
import { outlierText } from '../../../rollup/likeness/outlierText';
import { longSheet, rosterRemarks, sumSheets } from '../../../rollup/sheets';
import type { RollUp } from '../../../rollup/sum';
import { usePane } from '../../context';
import { GivenFile, type Given } from '../../export/givenFile';
import { Notice } from '../../parts/notice';
import { useAttempt } from '../../parts/state/useAttempt';
import { useWrite } from '../../parts/state/useWrite';
import { keptSheets } from './kept';
import { inTheWay, sumWriter, type MadeBefore } from './makeSum';
import { SumThere, SumUnnamed } from './sumAsked';
import { lettersOf, lettersZip, sumWorkbook } from './outputs';
import type { Collection } from '../collecting/useCollection';
import type { Kept } from '../collecting/useKept';

const useStyles = makeStyles({
  outputs: { display: 'flex', flexDirection: 'column', gap: '8px' },
  told: { display: 'flex', flexDirection: 'column', gap: '8px', ':empty': { display: 'none' } },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface OutputsProps {
  readonly sum: RollUp;
  readonly edition: Edition;
  readonly collection: Collection;
  /** Units of which a report was there when the collection was kept, and is not now. */
  readonly absent: readonly string[];
  /** Reports that were accepted and are not chosen now, so that another one of the unit counts. */
  readonly notTaken: readonly { readonly unit: string; readonly source: string }[];
  readonly kept: Kept;
  /** Takes whoever is to say whose sum it is to where it is said. */
  readonly onName: () => void;
}

/** Files of other kinds that a sheet names. */
const othersTold = 20;

/** What can be made of the collection, and the sheets on which it stands. */
function useOutputs({ sum, edition, collection, kept: { roster, asked, ask } }: OutputsProps) {
  const { host, language, words } = usePane();
  const say = words.county;
  const { report } = sum;
  const year = report.year ?? 0;
  const write = async (sheets: readonly SheetContent[], inFront: boolean): Promise<WriteResult> => {
    let last: WriteResult = { ok: true, sheet: '' };
    for (const sheet of sheets) {
      last = await host.addSheet(sheet, inFront);
      if (!last.ok) return last;
    }
    return last;
  };
  const kept = (points: readonly AskedPoint[]): Promise<SheetContent[]> =>
    keptSheets(host, { sum, edition, roster, takenBySource: collection.takenBySource, asked: points }, language);
  const keep = async (points: readonly AskedPoint[]): Promise<WriteResult> => {
    const sheets = await kept(points);
    return (await inTheWay(host, sheets)) ?? write(sheets, true);
  };
  /** What is to be said beside the sum: of the list, and of what stands out. */
  const beside = (): string[] => [
    ...(roster === null ? [] : rosterRemarks(roster.problems, language)),
    ...collection.outliers.map((one) => outlierText(one, edition, language)),
    ...(collection.others.length === 0 ? [] : [say.notReports(collection.others, othersTold)]),
  ];
  return {
    keep: () => keep(asked),
    sums: sumWriter(host, {
      edition,
      report,
      beside: () => sumSheets(sum, edition, language, beside()),
      kept: () => kept(asked),
      write: (sheets) => write(sheets, false),
    }),
    makeLong: async (): Promise<WriteResult> => {
      const long = longSheet(sum, edition, language);
      return long === null ? { ok: false, reason: 'failed', detail: say.longTooMany } : host.addSheet(long);
    },
    letters: () => lettersOf(sum, collection.takenBySource),
    giveLetters: async (letters: readonly UnitLetter[]): Promise<Given> => {
      const { bytes, text } = await lettersZip(letters, asked, language, say);
      const name = say.lettersName(year);
      const handover = await host.handOver({ name, type: 'application/zip', bytes, errand: null });
      return { handover, name, file: { text, html: null } };
    },
    /** What was asked stands on a sheet: without it nobody knows, when a unit hands in again, what became of it. */
    keepLetters: (letters: readonly UnitLetter[]): Promise<WriteResult> => keep(ask(letters)),
    makeBook: async (): Promise<Given> => {
      const { xlsxType } = await import('../../../write/xlsx/xlsx');
      const bytes = await sumWorkbook({ kind: 'sumBook', sum, language, more: beside() });
      const name = say.bookName(year);
      const handover = await host.handOver({ name, type: xlsxType, bytes, errand: null });
      return { handover, name, file: null };
    },
  };
}

/** Making a file and handing it over; `none`: there was nothing to make one of. */
function useHanding() {
  const [given, setGiven] = useState<Given | null>(null);
  const [none, setNone] = useState(false);
  const begin = (): void => {
    setGiven(null);
    setNone(false);
  };
  const { working, failure, setFailure, attempt } = useAttempt(begin);
  const hand = (make: () => Promise<Given | null>): Promise<boolean> =>
    attempt(async () => {
      const made = await make();
      setGiven(made);
      setNone(made === null);
    });
  const forget = (): void => {
    begin();
    setFailure(null);
  };
  return { making: working, failure, given, none, hand, forget };
}

/** What was found on the sheets before anything was made: another than was shown, or they could not be read. */
function useSheetsFirst({ takeOver }: Kept) {
  const [sheets, setSheets] = useState<'changed' | 'unread' | null>(null);
  /** Does it with what stands on the sheets: where that is another now, a person looks at it first. */
  const onSheets = async (act: () => Promise<unknown>): Promise<void> => {
    const found = await takeOver().then(
      (changed) => (changed ? 'changed' : null),
      () => 'unread' as const,
    );
    setSheets(found);
    if (found === null) await act();
  };
  return { sheets, setSheets, onSheets };
}

export function OutputsPart(props: OutputsProps) {
  const { words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.county;
  const outputs = useOutputs(props);
  const { making, failure, given, none, hand, forget } = useHanding();
  const [undecided, setUndecided] = useState<readonly string[]>([]);
  const { sheets, setSheets, onSheets } = useSheetsFirst(props.kept);
  const [before, setBefore] = useState<MadeBefore | null>(null);
  const [unnamed, setUnnamed] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What came of a press is seen, also where the buttons are at the edge of a low pane.
    if (told.current?.firstChild != null) told.current.scrollIntoView({ block: 'nearest' });
  }, [write.notice, given, failure, none, sheets]);
  const busy = write.pending || making || props.collection.progress !== null;
  /** With each of these the sheets of the collection are written too. */
  const run = async (action: () => Promise<WriteResult>, done: Parameters<typeof write.run>[1]): Promise<void> => {
    const result = await write.run(action, done);
    if (!result.ok) return;
    // What cannot be updated can still be made anew.
    setBefore(null);
    await props.kept.written();
  };
  const another = () =>
    run(outputs.sums.makeNew, () =>
      say.sumDone(props.sum.included.length, props.sum.blanks.size + props.sum.unknown.size),
    );
  const makeLetters = async (): Promise<void> => {
    const { letters, undecided: open } = outputs.letters();
    setUndecided(open);
    const given = await hand(async () => (letters.length === 0 ? null : outputs.giveLetters(letters)));
    if (given && letters.length > 0)
      await run(
        () => outputs.keepLetters(letters),
        () => say.keptDone,
      );
  };
  /** A sum that is there already is neither replaced nor doubled unasked. */
  const makeSum = async (): Promise<void> => {
    const made = await outputs.sums.madeBefore().catch(() => undefined);
    setSheets(made === undefined ? 'unread' : null);
    setBefore(made ?? null);
    if (made === null) await another();
  };
  /** What an earlier press brought does not stand beside what this one brings: it may no longer be so. */
  const anew = (act: () => unknown) => (): void => {
    write.clear();
    forget();
    setSheets(null);
    setUndecided([]);
    setBefore(null);
    setUnnamed(false);
    act();
  };
  const isNamed = props.sum.report.unit.name !== null;
  const button = (label: string, act: () => unknown, isFirst = false) => (
    <Button appearance={isFirst ? 'primary' : 'secondary'} disabledFocusable={busy} onClick={anew(act)}>
      {label}
    </Button>
  );
  return (
    <section className={styles.outputs} aria-label={say.outputs}>
      <h3 className={styles.heading}>{say.outputs}</h3>
      {props.absent.length > 0 && <Notice tone="warning">{say.absent(props.absent)}</Notice>}
      {props.notTaken.length > 0 && <Notice tone="warning">{say.notTaken(props.notTaken)}</Notice>}
      <div className={styles.actions}>
        {button(say.makeSum, () => (isNamed ? void onSheets(makeSum) : setUnnamed(true)), true)}
        {button(say.makeLetters, () => void onSheets(makeLetters))}
        {button(say.makeBook, () => void hand(outputs.makeBook))}
        {button(say.makeLong, () => void write.run(outputs.makeLong, say.longDone))}
        {button(say.keep, () => void onSheets(() => run(outputs.keep, () => say.keptDone)))}
      </div>
      <span className={styles.hint}>{say.counting(props.sum.included.length, leftOut(props.sum.rows))}</span>
      {props.kept.unsaved && <span className={styles.hint}>{say.unsaved}</span>}
      {unnamed && !isNamed && (
        <SumUnnamed busy={busy} onName={anew(props.onName)} onAnyway={anew(() => void onSheets(makeSum))} />
      )}
      {before !== null && (
        <SumThere
          sheet={before.sheet}
          busy={busy}
          onUpdate={() => void run(() => outputs.sums.update(before), say.sumUpdated)}
          onAnother={() => void another()}
        />
      )}
      <div ref={told} className={styles.told}>
        {sheets === 'changed' && <Notice tone="warning">{say.sheetsChanged}</Notice>}
        {sheets === 'unread' && <Notice tone="failed">{say.sheetsUnread}</Notice>}
        {failure !== null && <Notice tone="failed">{failure}</Notice>}
        {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
        {none && undecided.length === 0 && <Notice tone="done">{say.lettersNone}</Notice>}
        {undecided.length > 0 && <Notice tone="warning">{say.lettersUndecided(undecided)}</Notice>}
        {given !== null && <GivenFile key={given.name} given={given} />}
      </div>
    </section>
  );
}
