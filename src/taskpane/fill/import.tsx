import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ActiveReport, Candidate } from '../../host/host';
import { causeIn } from '../../read/failure';
import type { Reading } from '../../read/reading';
import { usePane } from '../context';
import { readSummary, startDraft } from './draft';
import { PasteBox, type ShownFailure } from './paste';
import { startReading, type ReadJob } from './reader';
import { useLeaving } from '../parts/asking/leaving';
import { Review } from './review';
import type { IncomingSource } from './incoming';
import { ViewTitle } from '../parts/viewTitle';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  reading: { width: '100%', justifyContent: 'flex-start', textAlign: 'start', display: 'block' },
  detail: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  hidden: { display: 'none' },
});

/** Reads one source at a time; `first` at once. */
function useReading(first: File | null) {
  const { language, words } = usePane();
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const [found, setFound] = useState<readonly Reading[] | null>(null);
  /** The reading under way; the result of one that was cancelled or overtaken is dropped. */
  const job = useRef<ReadJob | null>(null);

  const cancel = (): void => {
    job.current?.cancel();
    job.current = null;
    setReading(false);
  };
  const read = async (source: IncomingSource): Promise<void> => {
    cancel();
    const mine = startReading(source);
    job.current = mine;
    setReading(true);
    setFailure(null);
    try {
      const [result, { failureMessage }] = await Promise.all([mine.result, import('../../read/words/words')]);
      if (mine !== job.current) return;
      if (result.ok) setFound(result.readings);
      else setFailure({ text: failureMessage(result.failure, language), cause: causeIn(result.failure) });
    } catch {
      if (mine === job.current) setFailure({ text: words.importing.failedToLoad, cause: null });
    }
    if (mine === job.current) setReading(false);
  };

  const begin = useRef(() => {
    if (first !== null) void read({ kind: 'file', file: first });
  });
  useEffect(() => {
    begin.current();
    return () => job.current?.cancel();
  }, []);
  return { reading, failure, found, read, cancel, forget: () => setFound(null) };
}

/** The reports that were found in one source, of which one is taken. */
function Several({ found, onChoose }: { found: readonly Reading[]; onChoose: (one: Reading) => void }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.importing;
  return (
    <>
      <div role="status">{say.several(found.length)}</div>
      <ul className={styles.list}>
        {found.map((one, index) => {
          const { read: count, total } = readSummary(startDraft(one));
          return (
            <li key={index}>
              <Button className={styles.reading} onClick={() => onChoose(one)}>
                <div>
                  {one.report.unit.name ?? words.unnamedUnit} ·{' '}
                  {one.report.year === null ? words.unknownYear : words.yearOf(one.report.year)}
                </div>
                <div className={styles.detail}>
                  {one.part === null ? '' : `${one.part} · `}
                  {say.figuresRead(count, total)} · {say.doubts(one.doubts.length)}
                </div>
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** 导入报告: from a source to a sheet, with a review between. */
export default function Import(props: {
  active: ActiveReport | null;
  candidates: readonly Candidate[];
  purpose: 'report' | 'previous';
  /** A file that was opened beside the pane; read at once. */
  file: File | null;
  /** Whether the report of the year after is to be begun with the one of this year. */
  begins: (year: number) => boolean;
  /** The year that a report is due for, where one of this year is not the one before it. */
  otherYear: (year: number) => number | null;
  onDone: (message: string, filled: { unit: string; year: number | null }) => void;
  onBack: () => void;
}) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.importing;
  const { reading, failure, found, read, cancel, forget } = useReading(props.file);
  const [taken, setTaken] = useState<Reading | null>(null);
  const [typed, setTyped] = useState(false);
  const { leave, question } = useLeaving(typed ? words.unused : null);
  const chosen = taken ?? (found?.length === 1 ? (found[0] ?? null) : null);

  const again = (): void => {
    forget();
    setTaken(null);
  };

  return (
    <div className={styles.root}>
      <ViewTitle>
        {found !== null ? say.review : props.purpose === 'previous' ? say.previousTitle : say.title}
      </ViewTitle>
      {/* Kept while reviewing: going back must not lose what was pasted. */}
      <div className={found === null ? undefined : styles.hidden}>
        <PasteBox
          reading={reading}
          failure={failure}
          onRead={(source) => void read(source)}
          onTyped={setTyped}
          onCancel={cancel}
        />
      </div>
      {found !== null && chosen === null && <Several found={found} onChoose={setTaken} />}
      {chosen !== null && (
        <Review
          active={props.active}
          candidates={props.candidates}
          reading={chosen}
          several={found !== null && found.length > 1}
          begins={props.begins}
          otherYear={props.otherYear}
          onDone={props.onDone}
          onOther={() => setTaken(null)}
          onAgain={again}
          onBack={props.onBack}
        />
      )}
      {chosen === null && (
        <div>
          <Button onClick={found === null ? () => leave(props.onBack) : again}>{words.back}</Button>
          {question}
        </div>
      )}
    </div>
  );
}
