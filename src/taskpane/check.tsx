import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { ActiveReport } from '../host/host';
import type { TableId } from '../report/edition';
import type { Level } from '../rules/finding';
import { usePane } from './context';
import { FindingItem } from './findingItem';
import { countLevels, groupFindings, levels } from './findingGroups';
import { LevelMark } from './levelMark';
import { Notice } from './notice';
import { sectionTitle } from './progress';
import { useWrite } from './useWrite';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px' },
  filter: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  toggle: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    padding: '2px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  on: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
  },
  keys: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  heading: {
    margin: '2px 0 6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
});

function Formats({ active }: { active: ActiveReport }) {
  const { host, words } = usePane();
  const write = useWrite();
  const { notice } = write;
  const missing = active.formats === 'damaged' || active.formats === 'absent';
  const restore = () => void write.run(() => host.restoreFormats(), () => words.check.formatsDone);
  return (
    <>
      {missing && (
        <Notice
          tone="warning"
          action={
            <Button size="small" disabledFocusable={write.pending} onClick={restore}>
              {active.formats === 'absent' ? words.check.formatsEnable : words.check.formatsRestore}
            </Button>
          }
        >
          {active.formats === 'absent' ? words.check.formatsAbsent : words.check.formatsDamaged}
        </Notice>
      )}
      {notice !== null && (notice.tone === 'failed' || !missing) && <Notice tone={notice.tone}>{notice.text}</Notice>}
    </>
  );
}

/** Where the keys lead to among the findings of the list. */
const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** 校验: what was found, by table and level. */
export function Check(props: {
  active: ActiveReport;
  shown: ReadonlySet<Level>;
  onShow: (shown: ReadonlySet<Level>) => void;
}) {
  const { active, shown, onShow } = props;
  const { words } = usePane();
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const { edition } = active.located;
  const counts = countLevels(active.findings);
  const groups = groupFindings(active.findings, shown, edition);
  const keys = groups.flatMap((group) => group.findings.map((listed) => listed.key));
  const current = selected !== null && keys.includes(selected) ? selected : null;

  const onKeyDown = (event: KeyboardEvent): void => {
    const heads = [...(list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
    const index = heads.indexOf(document.activeElement as HTMLElement);
    const step = steps[event.key];
    if (index < 0 || step === undefined) return;
    event.preventDefault();
    const next = step(index, heads.length);
    setSelected(keys[next] ?? null);
    heads[next]?.focus();
  };

  const toggle = (level: Level): void => {
    const next = new Set(shown);
    if (!next.delete(level)) next.add(level);
    onShow(next);
  };

  const heading = (table: TableId | null): string =>
    table === null ? words.check.wholeReport : sectionTitle(edition, table);

  return (
    <div className={styles.root}>
      <Formats active={active} />
      {counts.fault === 0 && (
        <Notice tone="done">
          {counts.explain + counts.remark === 0
            ? words.check.none
            : words.check.noneWith(counts.explain, counts.remark)}
        </Notice>
      )}
      {active.findings.length > 0 && (
        <>
          <div className={styles.filter} role="group" aria-label={words.check.filterLevels}>
            {levels.map((level) => (
              <button
                key={level}
                type="button"
                className={mergeClasses(styles.toggle, shown.has(level) && styles.on)}
                aria-pressed={shown.has(level)}
                onClick={() => toggle(level)}
              >
                <LevelMark level={level} />
                {words.levels[level]} {counts[level]}
              </button>
            ))}
          </div>
          {groups.length === 0 ? (
            <Notice
              tone="plain"
              action={
                <Button size="small" onClick={() => onShow(new Set(levels))}>
                  {words.check.showAll}
                </Button>
              }
            >
              {words.check.filteredOut}
            </Notice>
          ) : (
            <div className={styles.keys}>{words.check.keys}</div>
          )}
          <div ref={list} onKeyDown={onKeyDown}>
            {groups.map((group) => (
              <section key={group.table ?? 'report'} aria-label={heading(group.table)}>
                <h2 className={styles.heading}>{heading(group.table)}</h2>
                <ul className={styles.list}>
                  {group.findings.map(({ key, finding }) => (
                    <li key={key}>
                      <FindingItem
                        finding={finding}
                        active={active}
                        open={key === current}
                        tabIndex={key === (current ?? keys[0]) ? 0 : -1}
                        onOpen={() => setSelected(key)}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
