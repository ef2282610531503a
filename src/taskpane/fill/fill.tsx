import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ActiveReport } from '../../host/host';
import { usePane } from '../context';
import { Dialog } from '../parts/dialog';
import { yearDue } from './draft';
import { later } from '../parts/later';
import { Notice } from '../parts/notice';
import { tableProgress, type TableProgress } from '../parts/progress';
import { useWrite } from '../parts/useWrite';
import { Welcome } from '../welcome';

const NewReport = later(() => import('./newReport'));
const Import = later(() => import('./import'));
const UnitInfo = later(() => import('./unitInfo'));

/** What the tab shows instead of the active report. */
export type FillView = 'home' | 'blank' | 'report' | 'previous' | 'unit';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px', outlineStyle: 'none' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  tables: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  table: { display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 8px' },
  muted: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  track: {
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  group: { display: 'flex', flexDirection: 'column', gap: '6px' },
});

function Progress({ active }: { active: ActiveReport }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.fill;
  const [asked, setAsked] = useState<TableProgress | null>(null);
  return (
    <section className={styles.group} aria-label={say.progress}>
      <h2 className={styles.heading}>{say.progress}</h2>
      <ul className={styles.tables}>
        {tableProgress(active).map((table) => (
          <li key={table.table} className={styles.table}>
            <div lang="zh-CN">{table.title}</div>
            <div className={styles.track} aria-hidden="true">
              <div
                className={styles.bar}
                style={{ width: `${table.total === 0 ? 0 : (100 * table.filled) / table.total}%` }}
              />
            </div>
            <div className={styles.line}>
              <span className={styles.muted}>
                {table.filled === table.total ? say.complete : say.filled(table.filled, table.total)}
              </span>
              {table.blanks > 0 && (
                <Button size="small" disabledFocusable={write.pending} onClick={() => setAsked(table)}>
                  {say.zerosOf(table.blanks)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
      {asked !== null && (
        <Dialog
          title={say.zerosTitle}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
              <Button
                appearance="primary"
                onClick={() => {
                  setAsked(null);
                  void write.run(
                    () => host.fillZeros(asked.table),
                    () => say.zerosDone(asked.blanks),
                  );
                }}
              >
                {say.zerosConfirm}
              </Button>
            </>
          }
        >
          {say.zerosAsk(asked.title, asked.blanks)}
        </Dialog>
      )}
    </section>
  );
}

function Totals({ active }: { active: ActiveReport }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.fill;
  const states = { formulas: say.totalsFormulas, typed: say.totalsTyped, mixed: say.totalsMixed };
  return (
    <section className={styles.group} aria-label={say.totals}>
      <h2 className={styles.heading}>{say.totals}</h2>
      <div className={styles.line}>
        <span className={styles.muted}>{states[active.totals]}</span>
        {active.totals !== 'formulas' && (
          <Button
            size="small"
            disabledFocusable={write.pending}
            onClick={() =>
              void write.run(
                () => host.useFormulaTotals(),
                () => say.totalsDone,
              )
            }
          >
            {say.totalsToFormulas}
          </Button>
        )}
      </div>
      {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
    </section>
  );
}

/** 填表: how far the active report is, and the ways to begin another. */
export function Fill(props: {
  active: ActiveReport | null;
  undecided: boolean;
  view: FillView;
  onView: (view: FillView) => void;
}) {
  const { active, view, onView } = props;
  const { words } = usePane();
  const styles = useStyles();
  const [done, setDone] = useState<string | null>(null);
  const [next, setNext] = useState<{ unit: string; year: number } | null>(null);
  const say = words.fill;
  const due = yearDue(new Date());

  const open = (to: FillView): void => {
    setDone(null);
    onView(to);
  };

  const home = useRef<HTMLDivElement>(null);
  const came = useRef(false);
  useEffect(() => {
    // Back from another view, the button that was pressed there is gone and the focus with it.
    if (view === 'home' && came.current) home.current?.focus({ preventScroll: true });
    came.current = view !== 'home';
  }, [view]);

  const finish = (message: string): void => {
    open('home');
    setDone(message);
  };

  if (view === 'blank') {
    return (
      <NewReport
        defaults={next ?? { unit: active?.report.unit.name ?? '', year: due }}
        onBack={() => open('home')}
        onDone={(message) => {
          setNext(null);
          finish(message);
        }}
      />
    );
  }
  if (view === 'unit' && active !== null) {
    return (
      <UnitInfo key={active.candidate.key} unit={active.report.unit} onBack={() => open('home')} onDone={finish} />
    );
  }
  if (view === 'report' || view === 'previous') {
    return (
      <Import
        purpose={view}
        onBack={() => open('home')}
        onDone={(message, filled) => {
          finish(message);
          // Last year's report was read to begin this year's.
          setNext(
            filled.year !== null && (view === 'previous' || filled.year === due - 1)
              ? { unit: filled.unit, year: filled.year + 1 }
              : null,
          );
        }}
      />
    );
  }

  return (
    <div ref={home} tabIndex={-1} className={styles.root}>
      {done !== null && (
        <Notice
          tone="done"
          action={
            next !== null && (
              <Button size="small" appearance="primary" onClick={() => open('blank')}>
                {words.importing.nextYear(next.year)}
              </Button>
            )
          }
        >
          {done}
        </Notice>
      )}
      {active === null && !props.undecided ? (
        <Welcome onChoose={(way) => open(way === 'file' ? 'report' : way)} />
      ) : (
        <>
          {active !== null && <Progress active={active} />}
          {active !== null && <Totals active={active} />}
          <section className={styles.group} aria-label={say.more}>
            {active === null ? (
              <Notice tone="plain">{say.undecided}</Notice>
            ) : (
              <h2 className={styles.heading}>{say.more}</h2>
            )}
            <div className={styles.actions}>
              <Button onClick={() => open('blank')}>{words.newReport.title}</Button>
              <Button onClick={() => open('report')}>{words.importing.title}</Button>
              <Button onClick={() => open('previous')}>{words.importing.previousTitle}</Button>
              {active !== null && <Button onClick={() => open('unit')}>{words.unit.title}</Button>}
            </div>
          </section>
        </>
      )}
    </div>
  );
}
