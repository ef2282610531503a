import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePane } from '../context';
import type { Write } from './state/useWrite';

export type Tone = 'plain' | 'done' | 'warning' | 'failed';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: '4px',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  // A sentence that lists has a line for each.
  text: { flex: '1 1 200px', whiteSpace: 'pre-line' },
  close: { alignSelf: 'flex-start', minWidth: '24px', padding: '0 4px' },
  plain: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  done: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    borderLeftColor: tokens.colorStatusSuccessForeground3,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderLeftColor: tokens.colorStatusWarningForeground3,
  },
  failed: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderLeftColor: tokens.colorStatusDangerForeground1,
  },
});

interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Of what was done, which is read once and would stand in the way then. */
  readonly onClose?: () => void;
}

/**
 * A sentence that stays until what it says is over, or a person has read it. Failures interrupt a screen reader, the rest waits
 * its turn.
 */
export function Notice({ tone, children, action, onClose }: NoticeProps) {
  const { words } = usePane();
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever pressed a button at the edge of the pane would not see that nothing came of it.
    if (tone === 'failed') root.current?.scrollIntoView({ block: 'nearest' });
  }, [tone, children]);
  return (
    <div ref={root} className={mergeClasses(styles.root, styles[tone])} role={tone === 'failed' ? 'alert' : 'status'}>
      <div className={styles.text}>{children}</div>
      {action}
      {onClose !== undefined && (
        <Button className={styles.close} size="small" appearance="subtle" aria-label={words.close} onClick={onClose}>
          ✕
        </Button>
      )}
    </div>
  );
}

/** What became of the last write, until it was read. */
export function Written({ write }: { write: Write }) {
  const { notice } = write;
  if (notice === null) return null;
  return (
    <Notice tone={notice.tone} onClose={() => write.clear()}>
      {notice.text}
    </Notice>
  );
}
