import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { editionForYear, type FigureId } from '../../report/figures';
import { checkAll, type Checked } from '../../rollup/collection/checked';
import { absentIn, acceptedElsewhere } from '../../rollup/collection/standing';
import { wordsIn } from '../../rollup/words';
import { usePane } from '../context';
import { CopyCause } from '../parts/copyCause';
import { Notice } from '../parts/notice';
import { TryAgain } from '../parts/tryAgain';
import { ViewTitle } from '../parts/viewTitle';
import { FilesPart } from './filesPart';
import { Folded } from './folded';
import { OutputsPart } from './outputs/outputsPart';
import { PublishedPart } from './publishedPart';
import { RosterPart } from './rosterPart';
import { SavedPart } from './savedPart';
import { inSlices } from './collecting/slices';
import { OutliersPart, TracePart } from './tracePart';
import { UnitTable } from './unit/unitTable';
import { useKept, type Kept } from './collecting/useKept';
import { useMending } from './collecting/useMending';
import { useCollection, useIncomings, type Incomings } from './collecting/useCollection';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: '76px minmax(0, 1fr)',
    gap: '8px',
    '& input': { minWidth: 0, width: '100%' },
  },
});

const yearIn = (text: string): number | null => (/^(?:19|[2-9]\d)\d{2}$/u.test(text.trim()) ? Number(text) : null);

/** Takes every report on a sheet of the workbook in, as if it were a file. */
function TakeSheets({ incomings }: { incomings: Incomings }) {
  const { host, words } = usePane();
  const say = words.county;
  /** Why nothing came, until something else does. */
  const [why, setWhy] = useState<{ readonly text: string; readonly brought: Incomings['brought'] } | null>(null);
  const { collector } = incomings;
  const explain = (text: string | null) =>
    setWhy(text === null ? null : { text, brought: collector.current().brought });
  const [taking, setTaking] = useState(false);
  if (host.readReports === undefined) return null;
  const take = async (): Promise<void> => {
    setTaking(true);
    try {
      // What was not told apart could not be read for any reason.
      const read = (await host.readReports?.().catch(() => 'unreachable' as const)) ?? [];
      if (typeof read === 'string') {
        explain(read === 'tooLarge' ? say.sheetsTooLarge : say.sheetsNotTaken);
        return;
      }
      const taken: Checked[] = [];
      await inSlices(read, (reading) => taken.push(...checkAll(say.workbook, [reading], new Date())));
      collector.put(say.workbook, taken);
      explain(taken.length === 0 ? say.noSheets : null);
    } finally {
      setTaking(false);
    }
  };
  return (
    <>
      <Button size="small" disabledFocusable={taking} onClick={() => void take()}>
        {say.takeSheets}
      </Button>
      {why !== null && why.brought === incomings.brought && <Notice tone="warning">{why.text}</Notice>}
    </>
  );
}

/** Last year's reports: what was carried over, jumps, copies and the trace need them; a sum does not. */
function PreviousPart({ incomings }: { incomings: Incomings }) {
  const { words } = usePane();
  const say = words.county;
  const count = incomings.received.length;
  const unread = [...incomings.files].flatMap(([source, { failure, cause }]) =>
    failure === null ? [] : [{ source, failure, cause }],
  );
  const causes = [...new Set(unread.flatMap(({ cause }) => cause ?? []))];
  const nothing = count + unread.length === 0;
  return (
    <Folded label={say.previous} hint={nothing ? say.previousHint : say.previousCount(count, unread.length)}>
      <FilesPart heading={say.previous} name="previous" incomings={incomings} />
      {unread.length > 0 && (
        <Notice tone="warning" action={causes.length > 0 && <CopyCause cause={causes.join('\n\n')} />}>
          {say.previousUnread(unread)}
        </Notice>
      )}
    </Folded>
  );
}

/** Why nothing is made yet: what the workbook keeps of the collection was not read. `waiting`: there is something to make. */
function KeptState({ kept: { state, readAgain }, waiting }: { kept: Kept; waiting: boolean }) {
  const { words } = usePane();
  if (state === 'reading' && waiting) return <div role="status">{words.loading}</div>;
  return state === 'unread' ? (
    <TryAgain tone="warning" onAgain={readAgain}>
      {words.county.keptUnread}
    </TryAgain>
  ) : null;
}

/** 收表汇总: the reports of many units, who is missing, the letters and the sum. `selected`: the figure of the selected cell. */
export default function County({ selected }: { selected: FigureId | null }) {
  const { language, words } = usePane();
  const styles = useStyles();
  const say = words.county;
  const kept = useKept();
  const { roster, decisions, asked, saved } = kept;
  const [yearText, setYear] = useState('');
  const [typedUnit, setUnit] = useState<string | null>(null);
  const unit = typedUnit ?? kept.unit ?? '';
  const unitField = useRef<HTMLInputElement>(null);
  const year = yearIn(yearText);
  const previous = useIncomings();
  const collection = useCollection({
    roster,
    decisions,
    year,
    unit: unit.trim() === '' ? null : unit.trim(),
    previous: previous.received,
  });
  const mending = useMending(collection, kept.move);
  const { sum, years, takenBySource, outliers } = collection;
  const edition = editionForYear(sum?.report.year ?? 0);
  return (
    <div className={styles.root}>
      <ViewTitle>{say.title}</ViewTitle>
      <KeptState kept={kept} waiting={sum !== null} />
      <RosterPart roster={roster} known={kept.state === 'read'} onRoster={kept.choose} />
      <FilesPart heading={say.files} name="reports" incomings={collection}>
        <TakeSheets incomings={collection} />
      </FilesPart>
      <PreviousPart incomings={previous} />
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
          <Input
            input={{ ref: unitField }}
            value={unit}
            placeholder={say.unitHint}
            onChange={(_, data) => setUnit(data.value)}
          />
        </Field>
      </div>
      {year === null && years.length > 1 && (
        <Notice tone="warning">{say.years(wordsIn(language).list(years.map(String)), sum?.report.year ?? null)}</Notice>
      )}
      {takenBySource.size === 0 && collection.progress === null && saved.length > 0 ? (
        <SavedPart rows={saved} />
      ) : (
        sum !== null &&
        kept.state === 'read' && (
          <>
            <OutputsPart
              sum={sum}
              edition={edition}
              collection={collection}
              absent={absentIn(saved, sum.rows)}
              notTaken={acceptedElsewhere(decisions, sum.rows)}
              kept={kept}
              onName={() => unitField.current?.focus()}
            />
            <OutliersPart outliers={outliers} edition={edition} />
            <PublishedPart sum={sum} edition={edition} />
            {sum.included.length > 0 && <TracePart sum={sum} edition={edition} selected={selected} />}
            <UnitTable
              rows={sum.rows}
              edition={edition}
              takenBySource={takenBySource}
              asked={asked}
              office={sum.report.unit.name}
              onDecide={kept.decide}
              onAsked={(letter) => kept.ask([letter])}
              mending={mending}
            />
          </>
        )
      )}
    </div>
  );
}
