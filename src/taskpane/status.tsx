import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Candidate, Snapshot } from '../host/host';
import { reportTitle } from '../report/sheet/sheet';
import type { Level } from '../rules/finding';
import { countLevels, levels } from '../rules/findings';
import { usePane } from './context';
import { LevelMark } from './parts/levelMark';
import { Notice } from './parts/notice';
import { duplicatesOf } from './parts/state/standing';
import type { Words } from './words/words';
import { two } from '../report/closing';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    flexShrink: 0,
    padding: '10px 12px 6px',
  },
  line: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  names: { flex: '1 1 auto', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  where: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  counts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 4px', margin: '0 -6px' },
  side: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end', gap: '2px', flexShrink: 0 },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    padding: '2px 6px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  zero: { color: tokens.colorNeutralForeground3 },
  time: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontVariantNumeric: 'tabular-nums',
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  link: {
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: {
    listStyleType: 'none',
    margin: '6px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    // A workbook may hold a county's reports: what stands below the list stays in sight.
    maxHeight: '40vh',
    overflowY: 'auto',
    '& > li': { flexShrink: 0 },
  },
  candidate: {
    width: '100%',
    padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover:enabled': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { border: `2px solid ${tokens.colorCompoundBrandStroke}`, padding: '5px 7px' },
});

/** HH:MM:SS by the clock of the computer. */
const clockTime = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;

function reportName(candidate: Pick<Candidate, 'unit' | 'year'>, words: Words): string {
  const year = candidate.year === null ? words.unknownYear : words.yearOf(candidate.year);
  return `${candidate.unit ?? words.unnamedUnit} · ${year}`;
}

const place = (candidate: Candidate, words: Words): string =>
  `${words.editionName(candidate.edition)} · ${words.status.sheet(candidate.sheet)}`;

function Picker({ snapshot, onChosen }: { snapshot: Snapshot; onChosen: () => void }) {
  const { host, words } = usePane();
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={words.status.list}>
      {snapshot.candidates.map((candidate) => {
        const chosen = candidate.key === snapshot.active?.candidate.key;
        return (
          <li key={candidate.key}>
            <button
              type="button"
              className={mergeClasses(styles.candidate, chosen && styles.chosen)}
              aria-current={chosen}
              disabled={candidate.hidden}
              onClick={() => {
                host.choose(candidate.key);
                onChosen();
              }}
            >
              <div>{reportName(candidate, words)}</div>
              <div className={styles.where}>{place(candidate, words)}</div>
              {candidate.hidden && <div className={styles.where}>{words.status.hidden}</div>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What always stands on top: which report it is, when it was last checked, and what was found. */
export function Status(props: {
  snapshot: Snapshot;
  /** The level that the list of findings is kept to. */
  only: Level | null;
  onShow: (level: Level | null) => void;
}) {
  const { snapshot } = props;
  const { host, words } = usePane();
  const styles = useStyles();
  const [picking, setPicking] = useState(false);
  const [checking, setChecking] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const { active } = snapshot;
  const troubles = { ...words.troubles, ...(snapshot.checkedAt === null && words.notReadYet) };
  const counts = countLevels(active?.findings ?? []);
  const twin = duplicatesOf(snapshot).length > 0;

  const check = async (): Promise<void> => {
    setChecking(true);
    try {
      await host.check();
    } finally {
      setChecking(false);
    }
  };

  return (
    <header className={styles.root}>
      <section className={styles.line} aria-label={words.status.region}>
        <div className={styles.names}>
          <h1 className={styles.title}>{active === null ? words.product : reportName(active.candidate, words)}</h1>
          {active !== null && (
            <div className={styles.where}>
              {place(active.candidate, words)}{' '}
              {snapshot.candidates.length > 1 && (
                <button
                  ref={change}
                  type="button"
                  className={styles.link}
                  aria-expanded={picking}
                  onClick={() => setPicking(!picking)}
                >
                  {words.status.change}
                </button>
              )}
            </div>
          )}
        </div>
        {(active !== null || snapshot.undecided) && (
          <div className={styles.side}>
            <Button size="small" appearance="primary" disabledFocusable={checking} onClick={check}>
              {checking ? words.status.checking : words.status.checkNow}
            </Button>
            {active !== null && (
              <span className={styles.time}>
                {snapshot.checkedAt === null
                  ? words.status.neverChecked
                  : words.status.lastChecked(clockTime(snapshot.checkedAt))}
              </span>
            )}
          </div>
        )}
      </section>
      {active === null && snapshot.undecided && <div role="status">{words.status.which}</div>}
      {(picking || (active === null && snapshot.undecided)) && (
        <Picker
          snapshot={snapshot}
          onChosen={() => {
            setPicking(false);
            // The list goes: whoever chose by keys is where it was opened.
            change.current?.focus();
          }}
        />
      )}
      {active !== null && (
        <div className={styles.counts} role="status">
          {levels.map((level) => (
            <button
              key={level}
              type="button"
              className={mergeClasses(styles.count, level === props.only && styles.pressed)}
              aria-pressed={level === props.only}
              onClick={() => props.onShow(level === props.only ? null : level)}
            >
              <LevelMark level={level} quiet={counts[level] === 0} />
              <span className={mergeClasses(styles.number, counts[level] === 0 && styles.zero)}>{counts[level]}</span>
              <span className={mergeClasses(counts[level] === 0 && styles.zero)}>{words.levels[level]}</span>
            </button>
          ))}
        </div>
      )}
      {snapshot.trouble !== null && <Notice tone="warning">{troubles[snapshot.trouble]}</Notice>}
      {snapshot.manualCalculation && active !== null && active.totals !== 'typed' && (
        <Notice tone="warning">{words.status.manualCalculation}</Notice>
      )}
      {twin && active !== null && (
        <Notice tone="warning">
          {words.status.duplicates(reportTitle(active.candidate.unit, active.candidate.year))}
        </Notice>
      )}
      {active?.partlyRead === true && <Notice tone="warning">{words.status.partlyRead}</Notice>}
    </header>
  );
}
