import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ActiveReport, Candidate } from '../../host/host';
import { formulasFor } from '../../host/totals';
import { usePane } from '../context';
import { yearDue } from './draft';
import type { TaskStep } from '../home/taskList';
import { later } from '../parts/later';
import { Notice, Written } from '../parts/notice';
import { useWrite } from '../parts/state/useWrite';
import { Welcome } from '../welcome';

const TaskList = later(() => import('../home/taskList'));
const NewReport = later(() => import('./newReport'));
const CellHelp = later(() => import('../home/cellHelp'));
const Overview = later(() => import('../home/overview'));
const Import = later(() => import('./import'));
const UnitInfo = later(() => import('./unitInfo'));

/** Loads what the home shows of a report. */
export const homeInAdvance = (): Promise<unknown> =>
  Promise.all([TaskList, CellHelp, Overview].map(({ inAdvance }) => inAdvance()));

/** `nth`: the same file may be opened again. */
export interface OpenedFile {
  readonly file: File;
  readonly nth: number;
}

/** What the tab shows instead of the active report. */
export type FillView = 'home' | 'blank' | 'report' | 'previous' | 'unit';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px', outlineStyle: 'none', scrollMarginTop: '12px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 8px' },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  group: { display: 'flex', flexDirection: 'column', gap: '6px' },
});

function Totals({ active }: { active: ActiveReport }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.fill;
  const convertible = formulasFor(active.located).size;
  const states = { formulas: say.totalsFormulas, typed: say.totalsTyped, mixed: say.totalsMixed };
  return (
    <section className={styles.group} aria-label={say.totals}>
      <h2 className={styles.heading}>{say.totals}</h2>
      <div className={styles.line}>
        <span className={styles.muted}>{states[active.totals]}</span>
        {convertible > 0 && (
          <Button
            size="small"
            disabledFocusable={write.pending}
            onClick={() =>
              void write.run(
                () => host.useFormulaTotals(),
                (_, written) => say.totalsDone(written),
              )
            }
          >
            {say.totalsToFormulas}
          </Button>
        )}
      </div>
      {active.totals !== 'formulas' && convertible === 0 && <span className={styles.muted}>{say.totalsDiffer}</span>}
      <Written write={write} />
    </section>
  );
}

/** What stands on the home of the pane of the active report, and the ways to begin another. */
function Home(props: {
  active: ActiveReport | null;
  onOpen: (view: FillView) => void;
  onStep: (step: Exclude<TaskStep, 'previous' | 'unit'>) => void;
}) {
  const { active, onOpen, onStep } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.fill;
  return (
    <>
      {active !== null && (
        <TaskList
          active={active}
          onStep={(step) => (step === 'previous' || step === 'unit' ? onOpen(step) : onStep(step))}
        />
      )}
      {active?.selected != null && (
        <section className={styles.group} aria-label={words.help.title}>
          <h2 className={styles.heading}>{words.help.title}</h2>
          <CellHelp active={active} figure={active.selected} />
        </section>
      )}
      {active !== null && (
        <section className={styles.group} aria-label={words.overview.title}>
          <h2 className={styles.heading}>{words.overview.title}</h2>
          <Overview active={active} />
        </section>
      )}
      {active !== null && <Totals active={active} />}
      <section className={styles.group} aria-label={say.more}>
        {active === null ? (
          <Notice tone="plain">{say.undecided}</Notice>
        ) : (
          <h2 className={styles.heading}>{say.more}</h2>
        )}
        <div className={styles.actions}>
          <Button onClick={() => onOpen('blank')}>{words.newReport.title}</Button>
          <Button onClick={() => onOpen('report')}>{words.importing.title}</Button>
          <Button onClick={() => onOpen('previous')}>{words.importing.previousTitle}</Button>
          {active !== null && <Button onClick={() => onOpen('unit')}>{words.unit.title}</Button>}
        </div>
      </section>
    </>
  );
}

/** Takes the focus home: back from another view, the button that was pressed there is gone and the focus with it. */
function useFocusAtHome(view: FillView): RefObject<HTMLDivElement | null> {
  const home = useRef<HTMLDivElement>(null);
  const came = useRef(false);
  useEffect(() => {
    if (view === 'home' && came.current) {
      const { activeElement } = document;
      // Whoever types into a cell beside the pane meanwhile goes on there: what is typed must not go to the pane.
      const isHere = activeElement === document.body || home.current?.closest('main')?.contains(activeElement) === true;
      if (isHere) home.current?.focus({ preventScroll: true });
      // What was just done stands on top, wherever the other view was scrolled to.
      home.current?.scrollIntoView({ block: 'start' });
    }
    came.current = view !== 'home';
  }, [view]);
  return home;
}

/** 填表, the home of the pane: what is to be done for the active report, and the ways to begin another. */
export function Fill(props: {
  active: ActiveReport | null;
  undecided: boolean;
  /** Nobody knows yet what the workbook holds. */
  unread: boolean;
  /** The reports that the workbook holds. */
  candidates: readonly Candidate[];
  view: FillView;
  /** A file that was opened beside the pane, to be reviewed. */
  opened: OpenedFile | null;
  onView: (view: FillView) => void;
  onStep: (step: Exclude<TaskStep, 'previous' | 'unit'>) => void;
}) {
  const { active, candidates, view, onView } = props;
  const years = candidates.map(({ year }) => year);
  const { words } = usePane();
  const styles = useStyles();
  const [done, setDone] = useState<string | null>(null);
  const [next, setNext] = useState<{ unit: string; year: number } | null>(null);
  const due = yearDue(new Date());

  const open = (to: FillView): void => {
    setDone(null);
    onView(to);
  };

  const home = useFocusAtHome(view);

  const finish = (message: string): void => {
    open('home');
    setDone(message);
  };

  if (view === 'blank') {
    return (
      <NewReport
        candidates={candidates}
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
    return <UnitInfo key={active.candidate.key} report={active.report} onBack={() => open('home')} onDone={finish} />;
  }
  if (view === 'report' || view === 'previous') {
    return (
      <Import
        key={props.opened?.nth ?? 0}
        active={active}
        candidates={candidates}
        purpose={view}
        file={props.opened?.file ?? null}
        begins={(year) => (view === 'previous' || year === due - 1) && year < due + 1 && !years.includes(year + 1)}
        otherYear={(year) => (view === 'previous' && year + 1 !== due && !years.includes(year + 1) ? due : null)}
        onBack={() => open('home')}
        onDone={(message, filled) => {
          finish(message);
          // Last year's report was read to begin this year's.
          setNext(
            filled.year !== null && !years.includes(filled.year + 1) && (view === 'previous' || filled.year === due - 1)
              ? { unit: filled.unit, year: filled.year + 1 }
              : null,
          );
        }}
      />
    );
  }

  const holdsNone = active === null && !props.undecided;
  return (
    <div ref={home} tabIndex={-1} className={styles.root}>
      {/* The sheet that it tells of may be gone. */}
      {done !== null && !holdsNone && (
        <Notice
          tone="done"
          onClose={() => setDone(null)}
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
      {holdsNone ? (
        <Welcome
          unread={props.unread}
          onChoose={(way) => (way === 'county' ? props.onStep(way) : open(way === 'file' ? 'report' : way))}
        />
      ) : (
        <Home active={active} onOpen={open} onStep={props.onStep} />
      )}
    </div>
  );
}
