import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    // A state takes the room it needs, at most the half: what is longer goes on to the next line.
    gridTemplateColumns: 'minmax(0, 1fr) fit-content(50%)',
    gap: '0 8px',
    padding: '6px 4px',
    overflowWrap: 'anywhere',
  },
  state: {
    // A word of a state is not torn apart as long as it has room.
    wordBreak: 'keep-all',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'end',
    color: tokens.colorNeutralForeground2,
  },
  attention: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  note: {
    gridColumn: '1 / -1',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface UnitLineProps {
  readonly name: string;
  readonly state: string;
  readonly note: string;
  /** Somebody has to do something about it. */
  readonly attention?: boolean;
}

/** A unit with how it stands, and in small what else is to be said of it. */
export function UnitLine({ name, state, note, attention = false }: UnitLineProps) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <span>{name}</span>
      <span className={mergeClasses(styles.state, attention && styles.attention)}>{state}</span>
      {note !== '' && <span className={styles.note}>{note}</span>}
    </span>
  );
}
