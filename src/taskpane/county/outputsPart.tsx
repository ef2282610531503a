import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WriteResult } from '../../host/host';
import type { Edition } from '../../report/edition';
import type { SheetContent } from '../../report/sheet/workbook';
import { askedSheet, followedUp, lastAsked, withLetters, type AskedPoint } from '../../rollup/collection/asked';
import type { PointState } from '../../rollup/collection/followUp';
import { outlierText } from '../../rollup/likeness/outlierText';
import type { Roster } from '../../rollup/collection/roster';
import { longSheet, rowName, sumSheets } from '../../rollup/sheets';
import { rosterSheet, standingSheet } from '../../rollup/collection/standing';
import type { RollUp } from '../../rollup/sum';
import { usePane } from '../context';
import { GivenFile, type Given } from '../export/givenFile';
import { Notice } from '../parts/notice';
import { useWrite } from '../parts/state/useWrite';
import { sumWriter, type MadeBefore } from './makeSum';
import { SumThere } from './sumThere';
import { lettersOf, lettersZip, sumWorkbook } from './outputs';
import type { Collection } from './collecting/useCollection';

const useStyles = makeStyles({
  outputs: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What became of each point that was asked, in the reports that are here now. */
function statesOf(asked: readonly AskedPoint[], { sum, takenBySource }: Collection): Map<AskedPoint, PointState> {
  const states = new Map<AskedPoint, PointState>();
  for (const row of sum?.rows ?? []) {
    const checked = takenBySource.get(row.source ?? '');
    const points = checked === undefined ? null : followedUp(asked, rowName(row), checked);
    // They come in the order of the last letter; after them what is new, which was not asked.
    const last = points === null ? [] : lastAsked(asked, rowName(row));
    last.forEach((point, at) => states.set(point, points?.[at]?.state ?? 'unclear'));
  }
  return states;
}

export interface OutputsProps {
  readonly sum: RollUp;
  readonly edition: Edition;
  readonly roster: Roster | null;
  readonly collection: Collection;
  readonly asked: readonly AskedPoint[];
  readonly onAsked: (asked: readonly AskedPoint[]) => void;
}

/** What can be made of the collection, and the sheets on which it stands. */
function useOutputs({ sum, edition, roster, collection, asked, onAsked }: OutputsProps) {
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
  const keptSheets = (points: readonly AskedPoint[]): SheetContent[] => {
    const states = statesOf(points, collection);
    return [
      ...(points.length === 0 ? [] : [askedSheet(points, (point) => states.get(point) ?? null, language)]),
      ...(roster === null ? [] : [rosterSheet(roster.units)]),
      standingSheet(sum.rows, edition, language),
    ];
  };
  return {
    keep: () => write(keptSheets(asked), true),
    sums: sumWriter(host, {
      edition,
      report,
      beside: () => {
        const stands = collection.outliers.map((one) => outlierText(one, edition, language));
        return sumSheets(sum, edition, language, stands);
      },
      kept: () => keptSheets(asked),
      write: (sheets) => write(sheets, false),
    }),
    makeLong: async (): Promise<WriteResult> => {
      const long = longSheet(sum, edition, language);
      return long === null ? { ok: false, reason: 'failed', detail: say.longTooMany } : host.addSheet(long);
    },
    /** `null` where there is nothing to write about. */
    makeLetters: async (): Promise<Given | null> => {
      const letters = lettersOf(sum, collection.takenBySource);
      if (letters.length === 0) return null;
      const bytes = await lettersZip(letters, language, say);
      const name = say.lettersName(year);
      const handover = await host.handOver({ name, type: 'application/zip', bytes, errand: null });
      const points = withLetters(asked, letters, language);
      onAsked(points);
      await write(keptSheets(points), true);
      return { handover, name, file: { text: name, html: null } };
    },
    makeBook: async (): Promise<Given> => {
      const { xlsxType } = await import('../../write/xlsx/xlsx');
      const bytes = await sumWorkbook(sum, edition, language);
      const name = say.bookName(year);
      const handover = await host.handOver({ name, type: xlsxType, bytes, errand: null });
      return { handover, name, file: { text: name, html: null } };
    },
  };
}

export function OutputsPart(props: OutputsProps) {
  const { words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.county;
  const outputs = useOutputs(props);
  const [given, setGiven] = useState<Given | null>(null);
  const [none, setNone] = useState(false);
  const [making, setMaking] = useState(false);
  const [before, setBefore] = useState<MadeBefore | null>(null);
  const busy = write.pending || making || props.collection.progress !== null;
  const hand = async (make: () => Promise<Given | null>): Promise<void> => {
    setMaking(true);
    setGiven(null);
    setNone(false);
    try {
      const made = await make();
      setGiven(made);
      setNone(made === null);
    } finally {
      setMaking(false);
    }
  };
  const another = async (): Promise<void> => {
    const made = await write.run(outputs.sums.makeNew, () => say.sumDone(props.sum.included.length));
    if (made.ok) setBefore(null);
  };
  const update = async (made: MadeBefore): Promise<void> => {
    const updated = await write.run(() => outputs.sums.update(made), say.sumUpdated);
    // What cannot be updated can still be made anew.
    if (updated.ok) setBefore(null);
  };
  /** A sum that is there already is neither replaced nor doubled unasked. */
  const makeSum = async (): Promise<void> => {
    write.clear();
    const made = await outputs.sums.madeBefore();
    setBefore(made);
    if (made === null) await another();
  };
  const button = (label: string, act: () => unknown, isFirst = false) => (
    <Button appearance={isFirst ? 'primary' : 'secondary'} disabledFocusable={busy} onClick={act}>
      {label}
    </Button>
  );
  return (
    <section className={styles.outputs} aria-label={say.outputs}>
      <h3 className={styles.heading}>{say.outputs}</h3>
      <div className={styles.actions}>
        {button(say.makeSum, () => void makeSum(), true)}
        {button(say.makeLetters, () => void hand(outputs.makeLetters))}
        {button(say.makeBook, () => void hand(outputs.makeBook))}
        {button(say.makeLong, () => void write.run(outputs.makeLong, say.longDone))}
        {button(say.keep, () => void write.run(outputs.keep, () => say.keptDone))}
      </div>
      {before !== null && (
        <SumThere
          sheet={before.sheet}
          busy={busy}
          onUpdate={() => void update(before)}
          onAnother={() => void another()}
        />
      )}
      {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
      {none && <Notice tone="done">{say.lettersNone}</Notice>}
      {given !== null && <GivenFile key={given.name} given={given} />}
    </section>
  );
}
