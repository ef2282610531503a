import { makeStyles, tokens } from '@fluentui/react-components';
import type { StandingRow } from '../../rollup/collection/standing';
import { usePane } from '../context';
import { Notice } from '../parts/notice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '0 8px',
    padding: '6px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  state: { fontSize: tokens.fontSizeBase200, textAlign: 'end', color: tokens.colorNeutralForeground2 },
  note: {
    gridColumn: '1 / -1',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The units as they stood when the pane was closed, from the sheet 收表情况. */
export function SavedPart({ rows }: { rows: readonly StandingRow[] }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.county;
  const counts = new Map<string, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return (
    <section className={styles.root} aria-label={say.saved}>
      <Notice tone="plain">
        {say.savedAs([...counts].map(([state, count]) => `${state} ${count}`).join(say.listMark))}
      </Notice>
      <ul className={styles.list}>
        {rows.map(({ name, state, standing, note }, index) => (
          <li key={index} className={styles.row}>
            <span>{name}</span>
            <span className={styles.state}>
              {state} · {standing}
            </span>
            {note !== '' && <span className={styles.note}>{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
