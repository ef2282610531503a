import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ActiveReport } from '../../host/host';
import { letterText, returnLetter } from '../../papers/letter';
import { findingRows, findingsCsv, findingsPage, findingsSheet } from '../../papers/listing';
import { resultsSheet } from '../../papers/results';
import { copy, type Copied } from '../parts/clipboard';
import { Answers, Dialog } from '../parts/asking/dialog';
import { usePane } from '../context';
import { GivenFile, type Given } from './givenFile';
import { Notice } from '../parts/notice';
import { findingsStem } from '../parts/fileNames';
import { useAttempt } from '../parts/state/useAttempt';
import { useWrite } from '../parts/state/useWrite';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px' },
  told: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    scrollMarginBottom: '12px',
    ':empty': { display: 'none' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  way: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  letter: { width: '100%', '& textarea': { minHeight: '200px' } },
});

/** A letter to be edited. `made`: as it was made, to tell whether somebody changed it. */
interface Letter {
  readonly made: string;
  readonly text: string;
}

/** By the report: a look at another sheet loses none of it. */
export type LettersByReport = Map<string, Letter>;

/** The letter, to be edited and copied. */
function LetterBox({ letter, onEdit }: { letter: Letter; onEdit: (to: Letter) => void }) {
  const { words } = usePane();
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Textarea
        className={styles.letter}
        aria-label={words.takeaway.letter}
        value={letter.text}
        resize="vertical"
        onChange={(_, data) => onEdit({ ...letter, text: data.value })}
      />
      <div>
        <Button
          size="small"
          appearance="primary"
          onClick={() => void copy({ text: letter.text, html: null }).then(setCopied)}
        >
          {words.export.copy}
        </Button>
      </div>
      {copied !== null && (
        <Notice tone={copied ? 'done' : 'warning'}>{copied ? words.export.copied : words.export.copyFailed}</Notice>
      )}
    </>
  );
}

/** What was found, for those who do not have the pane: as sheets of the workbook, and as a letter to the unit. */
export default function Takeaway({ active, letters }: { active: ActiveReport; letters: LettersByReport }) {
  const { host, language, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.takeaway;
  const [letter, setShown] = useState(letters.get(active.candidate.key) ?? null);
  const [replacing, setReplacing] = useState(false);
  /** How many letters were made here: what is told of one is not told of the next. */
  const [made, setMade] = useState(0);
  const [given, setGiven] = useState<Given | null>(null);
  const { failure, attempt } = useAttempt(() => setGiven(null));
  const { findings, candidate } = active;
  const { edition, cells } = active.located;
  const setLetter = (to: Letter): void => {
    letters.set(candidate.key, to);
    setShown(to);
  };
  const subject = { unit: candidate.unit, year: candidate.year };

  const addSheet = (content: Parameters<typeof host.addSheet>[0]) =>
    void write.run(() => host.addSheet(content), say.sheetDone);
  const handOver = async (ending: 'csv' | 'html', type: string, content: string, instead: Copied): Promise<void> => {
    const name = `${findingsStem(active.report)}.${ending}`;
    await attempt(async () => {
      const handover = await host.handOver({ name, type, bytes: new TextEncoder().encode(content), errand: null });
      setGiven({ handover, name, file: instead });
    });
  };
  const handCsv = (): void => {
    const csv = findingsCsv(findings, edition, language);
    // The byte order mark is for files.
    void handOver('csv', 'text/csv', csv, { text: csv.replace(/^\uFEFF/u, ''), html: null });
  };
  const handPage = (): void => {
    const page = findingsPage(findings, edition, subject, language);
    const text = findingRows(findings, edition, language)
      .map((row) => `${row.number}\t${row.levelName}\t${row.cells}\t${row.message}\n`)
      .join('');
    void handOver('html', 'text/html', page, { text, html: page });
  };
  const told = useRef<HTMLDivElement>(null);
  const isOpened = useRef(false);
  useEffect(() => {
    // What came of a press is seen, also where the buttons are at the edge of a low pane; a letter that was there before is none.
    if (isOpened.current && told.current?.firstChild != null) told.current.scrollIntoView({ block: 'nearest' });
    isOpened.current = true;
  }, [given, failure, made, write.notice]);
  const makeLetter = (): void => {
    const text = letterText(returnLetter(findings, edition, subject, language));
    setMade((count) => count + 1);
    setReplacing(false);
    setLetter({ made: text, text });
  };
  const way = (label: string, hint: string, act: () => void) => (
    <li className={styles.way}>
      <Button size="small" disabledFocusable={write.pending} onClick={act}>
        {label}
      </Button>
      <span className={styles.hint}>{hint}</span>
    </li>
  );

  return (
    <div className={styles.root}>
      <ul className={styles.list}>
        {way(say.results, say.resultsHint, () => addSheet(resultsSheet(edition, cells, candidate.sheet, language)))}
        {way(say.findings, say.findingsHint, () => addSheet(findingsSheet(findings, edition, subject, language)))}
        {way(say.csv, say.csvHint, handCsv)}
        {way(say.page, say.pageHint, handPage)}
        {way(say.letter, say.letterHint, () => {
          if (letter === null || letter.text === letter.made) makeLetter();
          else setReplacing(true);
        })}
      </ul>
      <div ref={told} className={styles.told}>
        {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
        {failure !== null && <Notice tone="failed">{failure}</Notice>}
        {given !== null && <GivenFile key={given.name} given={given} />}
        {letter !== null && <LetterBox key={made} letter={letter} onEdit={setLetter} />}
      </div>
      {replacing && (
        <Dialog
          title={say.letterEdited}
          onClose={() => setReplacing(false)}
          actions={
            <Answers onCancel={() => setReplacing(false)} onClick={makeLetter}>
              {say.letterAgain}
            </Answers>
          }
        >
          {say.letterAsk}
        </Dialog>
      )}
    </div>
  );
}
