import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { ActiveReport } from '../../host/host';
import { sectionTitle, type TableId } from '../../report/edition';
import type { Level } from '../../rules/finding';
import { cellName } from '../../rules/words/names';
import { countLevels, levels } from '../../rules/findings';
import { ruleName } from '../../rules/words/words';
import { usePane } from '../context';
import { stillHolds } from './explanations';
import { FindingItem } from './findingItem';
import { Formats } from './formats';
import { firstFindings, groupFindings, type FindingsPlace } from './findingGroups';
import type { LettersByReport } from '../export/takeaway';
import { later } from '../parts/later';
import { Notice, Written } from '../parts/notice';
import { toFillIn } from '../parts/state/progress';
import { useWrite, type Write } from '../parts/state/useWrite';
import { OfUnits } from './ofUnits';
import { TableFilter } from './tableFilter';

const Comparison = later(() => import('./comparison'));
const Takeaway = later(() => import('../export/takeaway'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px', scrollMarginTop: '12px' },
  keys: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  group: { marginBottom: '12px' },
  heading: {
    margin: '2px 0 6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  explained: { margin: '4px 0 0', paddingInlineStart: '18px' },
  part: { '&[open] > summary': { marginBottom: '8px' } },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
});

/** Findings that were given a reason, and whether it still holds. */
function Explained({ active }: { active: ActiveReport }) {
  const { language, words } = usePane();
  const styles = useStyles();
  const { explanations } = active.report;
  const { edition } = active.located;
  if (explanations.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{words.check.explained(explanations.length)}</summary>
      <ul className={styles.explained}>
        {explanations.map((explanation, index) => (
          <li key={index}>
            <div>
              {ruleName(explanation.rule, language)} ·{' '}
              {explanation.figures.map((id) => cellName(edition, id)).join('、')}
            </div>
            <div className={styles.keys}>{explanation.text}</div>
            {!stillHolds(explanation, active.report) && <div>{words.check.explanationOutdated}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the check says where it found no fault: never more than what was there to be checked. */
function Verdict({ active, explains, remarks }: { active: ActiveReport; explains: number; remarks: number }) {
  const { words } = usePane();
  const { blanks, filled } = toFillIn(active.located);
  if (blanks > 0) {
    return (
      <Notice tone="plain">{filled === 0 ? words.check.unfilled(blanks) : words.check.partlyFilled(blanks)}</Notice>
    );
  }
  return (
    <Notice tone="done">{explains + remarks === 0 ? words.check.none : words.check.noneWith(explains, remarks)}</Notice>
  );
}

/** So many findings are listed at once, and more when asked for: a text can have thousands. */
const atOnce = 40;

/** Where the keys lead to among the findings of the list. */
const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The first of the gravest findings: a fault does not stand folded beneath a remark of the table before. */
function gravest(groups: ReturnType<typeof firstFindings>): string | null {
  const all = groups.flatMap(({ findings }) => findings);
  return (
    levels.map((level) => all.find(({ finding }) => finding.level === level)?.key).find((key) => key !== undefined) ??
    null
  );
}

/** Where the finding that had the focus was put right, the focus goes to the one that stands in its place now. */
function useFocusGoesOn(keys: readonly string[], selected: string | null) {
  const list = useRef<HTMLDivElement>(null);
  const place = useRef(-1);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const at = selected === null ? -1 : keys.indexOf(selected);
    if (at >= 0) {
      place.current = at;
      return;
    }
    const isGone = last.current?.isConnected === false && document.activeElement === document.body;
    if (!isGone || !document.hasFocus()) return;
    const heads = list.current?.querySelectorAll<HTMLElement>('[data-finding]');
    heads?.[Math.min(place.current, keys.length - 1)]?.focus();
  });
  return {
    ref: list,
    onFocus: (event: FocusEvent) => {
      last.current = event.target;
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) last.current = null;
    },
  };
}

/** The findings that are listed, by table, with keys that lead from one to the next. */
function FindingList(props: { active: ActiveReport; groups: ReturnType<typeof firstFindings>; explained: Write }) {
  const { active, groups } = props;
  const { words } = usePane();
  const styles = useStyles();
  const [selected, setSelected] = useState<string | null>(null);
  const { edition } = active.located;
  const keys = groups.flatMap((group) => group.findings.map((listed) => listed.key));
  // The list opens with both sides of its first finding in sight, of the gravest: whichever that is by now, until a person
  // turns to one; the selection in the workbook stays where it is. Where that one was put right, none opens in its place: a
  // second press would be taken by its button.
  const current = selected === null ? gravest(groups) : keys.includes(selected) ? selected : null;
  const focus = useFocusGoesOn(keys, selected);

  const onKeyDown = (event: KeyboardEvent): void => {
    const heads = [...(focus.ref.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
    const index = heads.indexOf(document.activeElement as HTMLElement);
    const step = steps[event.key];
    if (index < 0 || step === undefined) return;
    event.preventDefault();
    const next = step(index, heads.length);
    setSelected(keys[next] ?? null);
    heads[next]?.focus();
  };
  const heading = (table: TableId | null): string =>
    table === null ? words.check.wholeReport : sectionTitle(edition, table);

  return (
    <div {...focus} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <section key={group.table ?? 'report'} className={styles.group} aria-label={heading(group.table)}>
          <h2 className={styles.heading}>{heading(group.table)}</h2>
          <ul className={styles.list}>
            {group.findings.map(({ key, finding }) => (
              <li
                key={key}
                onPointerDownCapture={() => key === current && setSelected(key)}
                onFocusCapture={() => key === current && setSelected(key)}
              >
                <FindingItem
                  finding={finding}
                  active={active}
                  open={key === current}
                  tabIndex={key === (current ?? keys[0]) ? 0 : -1}
                  onOpen={() => setSelected(key)}
                  explained={props.explained}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What of it was asked for from elsewhere in the pane; each time it is another one. */
export interface AskedFor {
  readonly at: 'top' | 'comparison';
}

/** Where the view begins: what was asked for is in sight, and a mere return finds it as it was left. */
function useBeginning(asked: AskedFor | null) {
  const top = useRef<HTMLDivElement>(null);
  const comparison = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (asked !== null) (asked.at === 'top' ? top : comparison).current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  return { top, comparison };
}

/** 校验: what was found, by table and level. */
export default function Check(props: {
  active: ActiveReport;
  /** The level to show, `null` for all. */
  only: Level | null;
  onOnly: (only: Level | null) => void;
  /** The table whose findings are shown, `null` for all. */
  place: FindingsPlace | null;
  onPlace: (place: FindingsPlace | null) => void;
  /** Whether the comparison with last year is open. */
  comparing: boolean;
  onComparing: (open: boolean) => void;
  /** The letters that were made of reports so far. */
  letters: LettersByReport;
  asked: AskedFor | null;
  /** Goes to where last year's report is imported. */
  onImportPrevious: () => void;
}) {
  const { active, only, onOnly, place, onPlace } = props;
  const { words } = usePane();
  const styles = useStyles();
  const [taking, setTaking] = useState(false);
  const { top, comparison } = useBeginning(props.asked);
  const explained = useWrite();
  const { edition } = active.located;
  const counts = countLevels(active.findings);
  const [most, setMost] = useState(atOnce);
  const listed = groupFindings(active.findings, { level: only, place }, edition);
  const count = listed.reduce((sum, { findings }) => sum + findings.length, 0);
  const groups = firstFindings(listed, most);
  const levelName = only === null ? null : words.levels[only];
  const kept =
    groups.length === 0
      ? words.check.filteredOut(levelName, place === null ? null : words.check.places[place])
      : levelName === null
        ? null
        : words.check.only(levelName, active.findings.length - count);
  const showAll = (): void => {
    onPlace(null);
    onOnly(null);
  };

  return (
    <div ref={top} className={styles.root}>
      <Formats active={active} />
      {counts.fault > 0 && <OfUnits active={active} />}
      {counts.fault === 0 && <Verdict active={active} explains={counts.explain} remarks={counts.remark} />}
      {explained.notice?.tone === 'done' && <Written write={explained} />}
      {active.findings.length > 0 && (
        <>
          <TableFilter
            all={active.findings}
            counted={only === null ? active.findings : active.findings.filter(({ level }) => level === only)}
            edition={edition}
            only={place}
            onOnly={onPlace}
          />
          {kept !== null && (
            <Notice
              tone="plain"
              action={
                <Button size="small" onClick={showAll}>
                  {words.check.showAll}
                </Button>
              }
            >
              {kept}
            </Notice>
          )}
          {groups.length > 0 && <div className={styles.keys}>{words.check.keys}</div>}
          {/* Another table or level begins on its first finding. */}
          <FindingList
            key={`${place ?? 'all'} ${only ?? 'all'}`}
            active={active}
            groups={groups}
            explained={explained}
          />
          {count > most && (
            <Button onClick={() => setMost(most + atOnce)}>
              {words.check.more(Math.min(atOnce, count - most), count - most)}
            </Button>
          )}
        </>
      )}
      <Explained active={active} />
      <details
        ref={comparison}
        className={styles.part}
        open={props.comparing}
        onToggle={(event) => props.onComparing(event.currentTarget.open)}
      >
        <summary className={styles.summary} data-part>
          {words.comparison.title}
        </summary>
        {props.comparing && <Comparison active={active} onImport={props.onImportPrevious} />}
      </details>
      <details className={styles.part} onToggle={(event) => event.currentTarget.open && setTaking(true)}>
        <summary className={styles.summary} data-part>
          {words.takeaway.title}
        </summary>
        {taking && <Takeaway active={active} letters={props.letters} />}
      </details>
    </div>
  );
}
