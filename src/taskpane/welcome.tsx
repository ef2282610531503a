import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from './context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  ways: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  way: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    width: '100%',
    padding: '12px 14px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  hint: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export type Way = 'previous' | 'blank' | 'file' | 'county';

/** An empty workbook, and the ways out of it. `unread`: nobody knows yet whether it is empty. */
export function Welcome({ unread, onChoose }: { unread: boolean; onChoose: (way: Way) => void }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const say = words.welcome;
  const way = (id: Way, name: string, hint: string) => (
    <li key={id}>
      <button type="button" className={styles.way} onClick={() => onChoose(id)}>
        <span className={styles.name}>{name}</span>
        <span className={styles.hint}>{hint}</span>
      </button>
    </li>
  );
  return (
    <div className={styles.root}>
      <p className={styles.text}>{unread ? say.unread : say.empty}</p>
      <ul className={styles.ways}>
        {way('previous', say.previous, say.previousHint)}
        {way('blank', say.blank, say.blankHint)}
        {way('file', say.file, say.fileHint)}
        {host.readSheet !== undefined && way('county', words.county.title, say.countyHint)}
      </ul>
      <p className={styles.hint}>{say.elsewhere}</p>
    </div>
  );
}
