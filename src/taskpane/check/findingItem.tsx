import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ActiveReport } from '../../host/host';
import { plainNumber } from '../../write/number';
import { cellName } from '../../rules/words/names';
import { findingMessage, findingTitle } from '../../rules/words/words';
import type { Finding } from '../../rules/finding';
import { usePane } from '../context';
import { later } from '../parts/later';
import { LevelMark } from '../parts/levelMark';
import { Notice } from '../parts/notice';
import type { Write } from '../parts/state/useWrite';
import { Picture } from './picture';
import { Repairs } from './repairs';
import { Sides } from './sides';

const Explain = later(() => import('./explain'));

const useStyles = makeStyles({
  root: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  open: { border: `1px solid ${tokens.colorNeutralStroke1}`, boxShadow: tokens.shadow4 },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    width: '100%',
    padding: '8px 10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  mark: { paddingTop: '2px' },
  difference: {
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase200,
  },
  names: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column' },
  title: { fontWeight: tokens.fontWeightSemibold },
  where: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '0 10px 10px' },
  message: { margin: 0, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  quote: {
    margin: 0,
    padding: '4px 8px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  folded: { margin: 0, paddingInlineStart: '18px', color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', gap: '8px' },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** What last year's report carried over may be taken over with one click. */
function withCarry(finding: Finding): Finding {
  const [own, ...others] = finding.sides?.left ?? [];
  const [last, ...more] = finding.sides?.right ?? [];
  const to = last?.value ?? null;
  if (finding.rule !== 'Y-CARRY' || own === undefined || to === null) return finding;
  if (others.length + more.length > 0) return finding;
  return { ...finding, repairs: [{ changes: [{ figure: own.figure, from: own.value, to }] }] };
}

/** One finding: its title, and once it is the selected one all there is to say about it. */
export function FindingItem(props: {
  finding: Finding;
  active: ActiveReport;
  open: boolean;
  tabIndex: number;
  onOpen: () => void;
  explained: Write;
}) {
  const { finding, active, open } = props;
  const { host, language, words } = usePane();
  const styles = useStyles();
  const body = useId();
  const [lost, setLost] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const [reason, setReason] = useState('');
  const { edition } = active.located;
  const first = finding.figures[0];
  const where = first === undefined ? null : words.check.cells(cellName(edition, first), finding.figures.length);
  const target = finding.cell ?? finding.figures[0] ?? null;

  const locate = async (): Promise<void> => {
    if (target === null) return;
    try {
      await host.select(target);
      setLost(false);
    } catch {
      setLost(true);
    }
  };

  return (
    <div className={mergeClasses(styles.root, open && styles.open)}>
      <button
        type="button"
        className={styles.head}
        data-finding
        tabIndex={props.tabIndex}
        aria-expanded={open}
        aria-controls={body}
        onClick={() => {
          props.onOpen();
          void locate();
        }}
      >
        <span className={styles.mark}>
          <LevelMark level={finding.level} />
        </span>
        <span className={styles.names}>
          <span className={styles.unseen}>{words.levels[finding.level]} </span>
          <span className={styles.title}>{findingTitle(finding, language)}</span>{' '}
          {where !== null && (
            <span className={styles.where} lang="zh-CN">
              {where}
            </span>
          )}
        </span>
        {finding.difference !== null && finding.difference !== 0 && (
          <span className={styles.difference}>{words.check.differenceShort(plainNumber(finding.difference))}</span>
        )}
      </button>
      <div id={body} hidden={!open}>
        {open && (
          <div className={styles.body}>
            <p className={styles.message}>{findingMessage(finding, edition, language)}</p>
            {finding.place !== null && (
              <blockquote className={styles.quote}>{words.check.foundIn(finding.place)}</blockquote>
            )}
            <Sides finding={finding} edition={edition} year={active.report.year} />
            <Repairs finding={withCarry(finding)} edition={edition} entries={active.located.entries} />
            {finding.folded.length > 0 && (
              <details>
                <summary className={styles.summary}>{words.check.folded(finding.folded.length)}</summary>
                <ul className={styles.folded}>
                  {finding.folded.map((other, index) => (
                    <li key={index}>{findingMessage(other, edition, language)}</li>
                  ))}
                </ul>
              </details>
            )}
            <div className={styles.actions}>
              {target !== null && (
                <Button size="small" onClick={() => void locate()}>
                  {words.check.locate}
                </Button>
              )}
              {finding.level === 'explain' && finding.figures.length > 0 && (
                <Button size="small" onClick={() => setExplaining(true)}>
                  {words.check.explain}
                </Button>
              )}
            </div>
            {finding.table !== null && <Picture finding={finding} active={active} table={finding.table} />}
            {explaining && (
              <Explain
                finding={finding}
                report={active.report}
                text={reason}
                onText={setReason}
                write={props.explained}
                onClose={() => setExplaining(false)}
              />
            )}
            {lost && <Notice tone="failed">{words.check.locateFailed}</Notice>}
          </div>
        )}
      </div>
    </div>
  );
}
