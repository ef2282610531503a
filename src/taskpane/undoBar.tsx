import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WriteResult } from '../host/host';
import type { UndoOffer } from '../host/undo';
import { usePane } from './context';
import { Notice } from './parts/notice';
import { failureText } from './parts/state/useWrite';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    flexShrink: 0,
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'center', gap: '8px' },
  what: {
    flex: '1 1 auto',
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
});

/** What the pane wrote last, with the way back. */
export function UndoBar({ offer }: { offer: UndoOffer | null }) {
  const { host, left, words } = usePane();
  const styles = useStyles();
  const say = words.undo;
  const [pending, setPending] = useState(false);
  const [told, setTold] = useState<{ readonly result: WriteResult; readonly id: number } | null>(null);
  // What was said of one deed is over once there is a later one.
  const result = told !== null && (offer === null || offer.id <= told.id) ? told.result : null;
  if (offer === null && result === null) return null;
  const takeBack = async (id: number): Promise<void> => {
    setPending(true);
    const undone = await host.undo();
    left.take(undone);
    setTold({ result: undone, id });
    setPending(false);
  };
  return (
    <section className={styles.root} aria-label={say.region}>
      {result !== null && (
        <Notice tone={result.ok ? 'done' : 'failed'}>
          {result.ok ? say.done(result.kept ?? 0) : failureText(result, words)}
        </Notice>
      )}
      {offer !== null && (
        <div className={styles.line}>
          <span className={styles.what}>{say.last(offer.deed, offer.cells, offer.sheet)}</span>
          <Button
            className={styles.button}
            size="small"
            disabledFocusable={pending}
            onClick={() => void takeBack(offer.id)}
          >
            {say.takeBack}
          </Button>
        </div>
      )}
    </section>
  );
}
