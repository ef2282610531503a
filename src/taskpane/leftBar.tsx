import { makeStyles } from '@fluentui/react-components';
import { usePane } from './context';
import { Notice } from './parts/notice';
import { useLeft } from './parts/state/left';

const useStyles = makeStyles({
  // It may name many cells: the rest of the pane keeps more than half.
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    flexShrink: 0,
    maxHeight: '40vh',
    padding: '6px 12px',
    overflowY: 'auto',
  },
});

/** Above all views, for it holds wherever a person goes: cells that hold what was written and could not be put back. */
export function LeftBar() {
  const { left, words } = usePane();
  const styles = useStyles();
  const all = useLeft(left);
  if (all.length === 0) return null;
  return (
    <div className={styles.root}>
      {all.map((one, index) => (
        <Notice key={index} tone="failed" onClose={() => left.close(one)}>
          {words.writeFailures.notPutBack(one.detail, one.left)}
        </Notice>
      ))}
    </div>
  );
}
