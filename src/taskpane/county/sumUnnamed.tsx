import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { usePane } from '../context';
import { Notice } from '../parts/notice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Nobody said whose sum it is: asked before it is made, for the title of the sheet says it. */
export function SumUnnamed(props: { busy: boolean; onName: () => void; onAnyway: () => void }) {
  const styles = useStyles();
  const say = usePane().words.county;
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    question.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Notice tone="warning">
      <div ref={question} className={styles.root}>
        <div>{say.sumUnnamed}</div>
        <div className={styles.actions}>
          <Button onClick={props.onName}>{say.nameSum}</Button>
          <Button disabledFocusable={props.busy} onClick={props.onAnyway}>
            {say.sumAnyway}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
