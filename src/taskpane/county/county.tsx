import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { WriteResult } from '../../host/host';
import { editionForYear } from '../../report/figures';
import type { Decision } from '../../rollup/collection';
import { rosterOfRows, type Roster } from '../../rollup/roster';
import { rollUpSheets } from '../../rollup/sheets';
import { decisionsOn, rosterSheet, rosterSheetName, standingSheet, standingSheetName } from '../../rollup/standing';
import type { RollUp } from '../../rollup/sum';
import { usePane } from '../context';
import { GivenFile, type Given } from '../export/givenFile';
import { Notice } from '../parts/notice';
import { useWrite } from '../parts/useWrite';
import { ViewTitle } from '../parts/viewTitle';
import { FilesPart } from './filesPart';
import { lettersZip, sumWorkbook } from './outputs';
import { RosterPart } from './rosterPart';
import { UnitTable } from './unitTable';
import { useCollection } from './useCollection';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: '76px minmax(0, 1fr)',
    gap: '8px',
    '& input': { minWidth: 0, width: '100%' },
  },
  outputs: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const yearIn = (text: string): number | null => (/^(?:19|[2-9]\d)\d{2}$/u.test(text.trim()) ? Number(text) : null);

/** 收表汇总: the reports of many units, who is missing, the letters and the sum. */
export default function County() {
  const { host, words } = usePane();
  const styles = useStyles();
  const say = words.county;
  const [roster, setRoster] = useState<Roster | null>(null);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [yearText, setYear] = useState('');
  const [unit, setUnit] = useState('');
  const year = yearIn(yearText);
  const collection = useCollection({ roster, decisions, year, unit: unit.trim() === '' ? null : unit.trim() });
  const { sum, years } = collection;

  useEffect(() => {
    let wanted = true;
    // What was kept on sheets: a pane that was closed knows nothing else.
    void Promise.all([host.readSheet?.(rosterSheetName) ?? null, host.readSheet?.(standingSheetName) ?? null])
      .then(([list, standing]) => {
        if (!wanted) return;
        const found = list === null ? null : rosterOfRows(list);
        if (found !== null && found.units.length > 0) setRoster((before) => before ?? found);
        if (standing !== null) setDecisions((before) => (before.size > 0 ? before : decisionsOn(standing)));
      })
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [host]);

  const decide = (source: string, decision: Decision | null): void => {
    const next = new Map(decisions);
    if (decision === null) next.delete(source);
    else next.set(source, decision);
    setDecisions(next);
  };
  return (
    <div className={styles.root}>
      <ViewTitle>{say.title}</ViewTitle>
      <RosterPart roster={roster} onRoster={setRoster} />
      <FilesPart collection={collection} />
      <div className={styles.pair}>
        <Field label={say.year}>
          <Input
            value={yearText}
            inputMode="numeric"
            placeholder={String(sum?.report.year ?? '')}
            onChange={(_, data) => setYear(data.value)}
          />
        </Field>
        <Field label={say.unit}>
          <Input value={unit} placeholder={say.unitHint} onChange={(_, data) => setUnit(data.value)} />
        </Field>
      </div>
      {year === null && years.length > 1 && (
        <Notice tone="warning">{say.years(years.join('、'), sum?.report.year ?? null)}</Notice>
      )}
      {sum !== null && (
        <>
          <UnitTable
            rows={sum.rows}
            edition={editionForYear(sum.report.year ?? 0)}
            takenBySource={collection.takenBySource}
            onDecide={decide}
          />
          <Outputs sum={sum} roster={roster} collection={collection} />
        </>
      )}
    </div>
  );
}

function Outputs({
  sum,
  roster,
  collection,
}: {
  sum: RollUp;
  roster: Roster | null;
  collection: ReturnType<typeof useCollection>;
}) {
  const { host, language, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.county;
  const [given, setGiven] = useState<Given | null>(null);
  const [none, setNone] = useState(false);
  const { report } = sum;
  const year = report.year ?? 0;
  const edition = editionForYear(year);

  const keep = async (): Promise<WriteResult> => {
    if (roster !== null) {
      const list = await host.addSheet(rosterSheet(roster.units));
      if (!list.ok) return list;
    }
    return host.addSheet(standingSheet(sum.rows, edition, language));
  };
  const makeSum = async (): Promise<WriteResult> => {
    // Beside the tables, so that the tables stand in front.
    for (const sheet of rollUpSheets(sum, edition, language).slice(0, 2)) {
      const written = await host.addSheet(sheet);
      if (!written.ok) return written;
    }
    const kept = await keep();
    if (!kept.ok) return kept;
    return host.insert({ edition, year, unit: report.unit.name, totals: 'typed', report });
  };
  const hand = async (name: string, type: string, bytes: Uint8Array): Promise<void> => {
    const handover = await host.handOver({ name, type, bytes, errand: null });
    setGiven({ handover, name, file: { text: name, html: null } });
  };
  const makeLetters = async (): Promise<void> => {
    const zip = lettersZip(sum, collection.takenBySource, language, say);
    setNone(zip === null);
    setGiven(null);
    if (zip !== null) await hand(say.lettersName(year), 'application/zip', zip);
  };
  const makeBook = async (): Promise<void> => {
    const { xlsxType } = await import('../../write/xlsx/xlsx');
    await hand(say.bookName(year), xlsxType, await sumWorkbook(sum, edition, language));
  };
  const busy = write.pending || collection.progress !== null;
  return (
    <section className={styles.outputs} aria-label={say.outputs}>
      <h3 className={styles.heading}>{say.outputs}</h3>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => void write.run(makeSum, () => say.sumDone(sum.included.length))}
        >
          {say.makeSum}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void makeLetters()}>
          {say.makeLetters}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void makeBook()}>
          {say.makeBook}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void write.run(keep, () => say.keptDone)}>
          {say.keep}
        </Button>
      </div>
      {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
      {none && <Notice tone="done">{say.lettersNone}</Notice>}
      {given !== null && <GivenFile key={given.name} given={given} />}
    </section>
  );
}
