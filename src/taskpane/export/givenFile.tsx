import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Handover } from '../../host/host';
import { copy, type Copied } from '../parts/clipboard';
import { usePane } from '../context';
import { Notice } from '../parts/notice';

const useStyles = makeStyles({
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { width: '100%', '& textarea': { minHeight: '160px', fontFamily: tokens.fontFamilyMonospace } },
  file: { overflowWrap: 'anywhere' },
});

export interface Given {
  readonly handover: Handover;
  readonly name: string;
  /** What is copied or shown to be copied instead; `null`: there is no other way to it. */
  readonly file: Copied | null;
  /** Saves it to another file; of one that was saved in place. */
  readonly elsewhere?: () => void;
}

/** After a file was handed over: what was done, and the other ways to the same content. */
export function GivenFile({ given }: { given: Given }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.export;
  const [copied, setCopied] = useState<boolean | null>(null);
  const [shown, setShown] = useState(given.handover === 'none');
  const { handover, file } = given;
  const copyContent = async (content: Copied): Promise<void> => {
    const done = await copy(content);
    setCopied(done);
    if (!done) setShown(true);
  };
  if (handover === 'unchosen') return null;
  return (
    <>
      <Notice tone={handover === 'none' ? 'warning' : 'done'}>
        <div className={styles.file}>
          {typeof handover === 'object'
            ? say.savedTo(handover.savedTo)
            : handover === 'none' && file === null
              ? say.cannotGive
              : say.handedOver[handover]}
        </div>
        {typeof handover !== 'object' && <div className={styles.file}>{say.file(given.name)}</div>}
      </Notice>
      <div className={styles.ways}>
        {given.elsewhere !== undefined && (
          <Button size="small" onClick={given.elsewhere}>
            {say.elsewhere}
          </Button>
        )}
        {file !== null && handover !== 'none' && typeof handover !== 'object' && (
          <span className={styles.hint}>{say.otherWays}</span>
        )}
        {file !== null && (
          <Button size="small" onClick={() => void copyContent(file)}>
            {say.copy}
          </Button>
        )}
        {file !== null && !shown && (
          <Button size="small" onClick={() => setShown(true)}>
            {say.showText}
          </Button>
        )}
      </div>
      {copied !== null && <Notice tone={copied ? 'done' : 'warning'}>{copied ? say.copied : say.copyFailed}</Notice>}
      {file !== null && shown && (
        <Textarea
          className={styles.text}
          aria-label={say.selectable}
          readOnly
          value={file.text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
