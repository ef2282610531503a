import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { usePane } from '../context';
import { Notice } from '../parts/notice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hint: { fontSize: tokens.fontSizeBase200 },
});

/** A sum is there already: whoever pressed the button is asked, and sees that he is. */
export function SumThere(props: { sheet: string; busy: boolean; onUpdate: () => void; onAnother: () => void }) {
  const { sheet, busy, onUpdate, onAnother } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.county;
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers return a promise, which React would take for what ends the effect.
    question.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Notice tone="warning">
      <div ref={question} className={styles.root}>
        <div>{say.sumThere(sheet)}</div>
        <div className={styles.actions}>
          <Button disabledFocusable={busy} onClick={onUpdate}>
            {say.updateSum}
          </Button>
          <Button disabledFocusable={busy} onClick={onAnother}>
            {say.anotherSum}
          </Button>
        </div>
        <div className={styles.hint}>{say.updateHint}</div>
      </div>
    </Notice>
  );
}
