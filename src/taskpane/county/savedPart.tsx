import { makeStyles, tokens } from '@fluentui/react-components';
import type { StandingRow } from '../../rollup/collection/standing';
import { usePane } from '../context';
import { Notice } from '../parts/notice';
import { UnitLine } from './unit/unitLine';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
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
            <UnitLine name={name} state={`${state} · ${standing}`} note={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}
