import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Roster } from '../../rollup/collection/roster';
import { rosterOfText } from '../../rollup/collection/rosterRows';
import { causeOf } from '../../read/failure';
import { readRoster } from '../../rollup/collection/rosterFile';
import { rosterRemarks } from '../../rollup/sheets';
import { usePane } from '../context';
import { bytesOf } from '../fill/incoming';
import { CopyCause } from '../parts/copyCause';
import { Notice } from '../parts/notice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  input: { display: 'none' },
});

/** 单位名单: from a file or pasted; what is unclear in it is told. `known`: whether the workbook was asked for one. */
export function RosterPart({
  roster,
  known,
  onRoster,
}: {
  roster: Roster | null;
  known: boolean;
  onRoster: (roster: Roster) => void;
}) {
  const { language, words } = usePane();
  const styles = useStyles();
  const say = words.county;
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  /** What no list was found in. */
  const [unread, setUnread] = useState<'file' | 'text' | null>(null);
  const [cause, setCause] = useState<string | null>(null);
  const take = (found: Roster | null, from: 'file' | 'text'): void => {
    setCause(null);
    const none = found === null || found.units.length === 0;
    setUnread(none ? from : null);
    if (none) return;
    setPasting(false);
    onRoster(found);
  };
  const readChosen = async (file: File): Promise<void> => {
    const bytes = await bytesOf(file);
    try {
      take('ok' in bytes ? null : await readRoster(file.name, bytes), 'file');
    } catch (error) {
      setUnread('file');
      setCause(causeOf(error));
    }
  };
  return (
    <section className={styles.root} aria-label={say.roster}>
      <h3 className={styles.heading}>{say.roster}</h3>
      <div role="status">{roster !== null ? say.rosterCount(roster.units.length) : known ? say.noRoster : ''}</div>
      {roster !== null &&
        rosterRemarks(roster.problems, language).map((remark) => (
          <Notice key={remark} tone="warning">
            {remark}
          </Notice>
        ))}
      <div className={styles.actions}>
        <Button size="small" onClick={() => input.current?.click()}>
          {say.rosterFile}
        </Button>
        <Button size="small" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {say.rosterPaste}
        </Button>
        <input
          ref={input}
          className={styles.input}
          type="file"
          data-county="roster"
          accept=".xlsx,.xlsm,.xls,.et,.docx,.html,.htm,.csv,.txt"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) void readChosen(file);
            event.target.value = '';
          }}
        />
      </div>
      {pasting && (
        <>
          <span className={styles.hint}>{say.rosterHint}</span>
          <Textarea aria-label={say.rosterPaste} value={text} rows={5} onChange={(_, data) => setText(data.value)} />
          <div>
            <Button size="small" appearance="primary" onClick={() => take(rosterOfText(text), 'text')}>
              {say.rosterUse}
            </Button>
          </div>
        </>
      )}
      {unread !== null && (
        <Notice tone="failed" action={cause !== null && <CopyCause cause={cause} />}>
          {unread === 'file' ? say.rosterUnread : say.rosterUnreadText}
        </Notice>
      )}
    </section>
  );
}
