import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { sectionTitle, type Edition } from '../../report/edition';
import type { Finding } from '../../rules/finding';
import { usePane } from '../context';
import { placesOf, type FindingsPlace } from './findingGroups';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  choice: {
    padding: '1px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  zero: { color: tokens.colorNeutralForeground3 },
});

/** Keeps the list to one table, or to what concerns the text and the report as a whole. */
export function TableFilter(props: {
  /** All findings of the report: the places among which to choose. */
  all: readonly Finding[];
  /** Those of the level that the list is kept to: what is counted. */
  counted: readonly Finding[];
  edition: Edition;
  only: FindingsPlace | null;
  onOnly: (only: FindingsPlace | null) => void;
}) {
  const { words } = usePane();
  const styles = useStyles();
  const places = placesOf(props.all, props.edition, props.only);
  if (places.length < 2 && props.only === null) return null;
  return (
    <div className={styles.root} role="group" aria-label={words.check.byTable}>
      {places.map((place) => {
        const table = place === 'report' ? null : place;
        const count = props.counted.filter((finding) => finding.table === table).length;
        const pressed = place === props.only;
        return (
          <button
            key={place}
            type="button"
            title={table === null ? words.check.wholeReport : sectionTitle(props.edition, table)}
            className={mergeClasses(styles.choice, pressed && styles.pressed, count === 0 && styles.zero)}
            aria-pressed={pressed}
            onClick={() => props.onOnly(pressed ? null : place)}
          >
            {words.check.places[place]} <span className={styles.number}>{count}</span>
          </button>
        );
      })}
    </div>
  );
}
