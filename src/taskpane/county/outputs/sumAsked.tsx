import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { usePane } from '../../context';
import { Notice } from '../../parts/notice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hint: { fontSize: tokens.fontSizeBase200 },
});

/** Whoever pressed the button is asked before a sum is made, and sees that he is. */
function Question({ text, children, hint }: { text: string; children: ReactNode; hint?: string }) {
  const styles = useStyles();
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers return a promise, which React would take for what ends the effect.
    question.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Notice tone="warning">
      <div ref={question} className={styles.root}>
        <div>{text}</div>
        <div className={styles.actions}>{children}</div>
        {hint !== undefined && <div className={styles.hint}>{hint}</div>}
      </div>
    </Notice>
  );
}

/** A sum is there already. */
export function SumThere(props: { sheet: string; busy: boolean; onUpdate: () => void; onAnother: () => void }) {
  const say = usePane().words.county;
  return (
    <Question text={say.sumThere(props.sheet)} hint={say.updateHint}>
      <Button disabledFocusable={props.busy} onClick={props.onUpdate}>
        {say.updateSum}
      </Button>
      <Button disabledFocusable={props.busy} onClick={props.onAnother}>
        {say.anotherSum}
      </Button>
    </Question>
  );
}

/** Nobody said whose sum it is: the title of its sheet says it. */
export function SumUnnamed(props: { busy: boolean; onName: () => void; onAnyway: () => void }) {
  const say = usePane().words.county;
  return (
    <Question text={say.sumUnnamed}>
      <Button onClick={props.onName}>{say.nameSum}</Button>
      <Button disabledFocusable={props.busy} onClick={props.onAnyway}>
        {say.sumAnyway}
      </Button>
    </Question>
  );
}
