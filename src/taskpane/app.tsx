import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Level } from '../rules/finding';
import type { AskedFor } from './check/check';
import type { FindingsPlace } from './check/findingGroups';
import { usePane } from './context';
import type { Fix } from './export/before';
import type { LettersByReport } from './export/takeaway';
import type { ChosenByReport } from './export/wordChoices';
import { Failsafe } from './failsafe';
import { Fill, type FillView, homeInAdvance, type OpenedFile } from './fill/fill';
import type { TaskStep } from './home/taskList';
import { later } from './parts/later';
import { lowPane } from './parts/theme';
import { Notice } from './parts/notice';
import { LeftBar } from './leftBar';
import { UndoBar } from './undoBar';
import { Status } from './status';
import { Tabs } from './parts/tabs';
import { useSnapshot } from './parts/state/useSnapshot';
import { Welcome } from './welcome';

const Check = later(() => import('./check/check'));
const TextTab = later(() => import('./text/textTab'));
const Export = later(() => import('./export/export'));
const County = later(() => import('./county/county'));

/** Loads what is shown of a report, so that nothing comes up in pieces once there is one. */
export const viewsInAdvance = (): Promise<unknown> =>
  Promise.all([homeInAdvance(), Check.inAdvance(), TextTab.inAdvance()]);

type TabId = 'fill' | 'check' | 'text' | 'export' | 'county';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: '300px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    [lowPane]: { height: 'auto', minHeight: '100%' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minHeight: 0,
    [lowPane]: { minHeight: 'max-content' },
  },
  starting: { margin: 'auto', padding: '24px' },
  guide: { color: tokens.colorBrandForegroundLink },
  foot: {
    flexShrink: 0,
    padding: '4px 12px 6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
  },
});

/** What the pane opens on, where a button of the ribbon said so. */
export type StartView = 'new' | 'check' | 'county';

const startTabs: Readonly<Record<StartView, TabId>> = { new: 'fill', check: 'check', county: 'county' };

/** A file that the host was told to open, read where reports come in. The same file opened again is another one: `nth`. */
function useOpened(setFillView: (view: FillView) => void, setTab: (tab: TabId) => void) {
  const { host } = usePane();
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  useEffect(() => {
    let nth = 0;
    return host.opened?.((file) => {
      nth += 1;
      setOpened({ file, nth });
      setFillView('report');
      setTab('fill');
    });
  }, [host, setFillView, setTab]);
  return [opened, setOpened] as const;
}

/** Where in the pane a person is, and the ways from one view to another. */
function useViews(view: StartView | null) {
  const [chosenTab, setTab] = useState<TabId | null>(view === null ? null : startTabs[view]);
  const [fillView, setFillView] = useState<FillView>(view === 'new' ? 'blank' : 'home');
  const [only, setOnly] = useState<Level | null>(null);
  const [place, setPlace] = useState<FindingsPlace | null>(null);
  const [comparing, setComparing] = useState(false);
  const [asked, setAsked] = useState<AskedFor | null>(null);
  const [chosen] = useState((): ChosenByReport => new Map());
  const [letters] = useState((): LettersByReport => new Map());
  const [opened, setOpened] = useOpened(setFillView, setTab);
  /** Whoever went on to another tab meanwhile stays there. */
  const onFillView = (to: FillView): void => {
    setOpened(null);
    setFillView(to);
  };
  const beginAt = (to: FillView): void => {
    onFillView(to);
    setTab('fill');
  };
  const showFindings = (level: Level | null, at: AskedFor['at'] = 'top'): void => {
    setOnly(level);
    setAsked({ at });
    setTab('check');
  };
  const onFix = (to: Fix): void => {
    switch (to) {
      case 'faults':
      case 'explains':
        showFindings(to === 'faults' ? 'fault' : 'explain');
        return;
      case 'text':
      case 'sentences':
        setTab('text');
        return;
      case 'blanks':
      case 'unit':
        beginAt(to === 'unit' ? 'unit' : 'home');
    }
  };
  return {
    tab: chosenTab ?? 'fill',
    fillView,
    opened,
    check: { only, onOnly: setOnly, place, onPlace: setPlace, comparing, onComparing: setComparing, asked, letters },
    exporting: { chosen, onFix },
    setTab,
    onFillView,
    beginAt,
    showFindings,
    go: (step: Exclude<TaskStep, 'previous' | 'unit'>): void => {
      if (typeof step === 'object') {
        setPlace(step.faultsOf);
        showFindings('fault');
      } else if (step === 'comparison' || step === 'check') {
        setComparing(step === 'comparison');
        setPlace(null);
        showFindings(null, step === 'comparison' ? step : 'top');
      } else setTab(step);
    },
  };
}

function NotLoaded() {
  const { host, words } = usePane();
  return (
    <Notice
      tone="failed"
      action={
        <Button size="small" onClick={() => void host.check()}>
          {words.errors.retry}
        </Button>
      }
    >
      {words.troubles.notLoaded}
    </Notice>
  );
}

function Foot() {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <footer className={styles.foot}>
      {words.privacy}{' '}
      {words.guidePage !== '' && (
        <a className={styles.guide} href={words.guidePage} target="_blank" rel="noreferrer">
          {words.guide}
        </a>
      )}
    </footer>
  );
}

export function App({ view }: { view: StartView | null }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const { snapshot, latest } = useSnapshot(host);
  const { tab, setTab, beginAt, showFindings, ...views } = useViews(view);
  if (snapshot === null) {
    return (
      <div className={styles.starting} role="status">
        {words.status.starting}
      </div>
    );
  }
  if (snapshot.trouble === 'notLoaded') {
    return (
      <div className={styles.starting}>
        <NotLoaded />
      </div>
    );
  }

  const { active } = snapshot;
  const unread = snapshot.checkedAt === null;
  const nothing = snapshot.undecided ? (
    <Notice tone="plain">{words.fill.undecided}</Notice>
  ) : (
    <Welcome
      unread={unread}
      onChoose={(way) => (way === 'county' ? setTab(way) : beginAt(way === 'file' ? 'report' : way))}
    />
  );
  const panel = (content: ReactNode): ReactNode => <Failsafe words={words}>{content}</Failsafe>;

  return (
    <div className={styles.root}>
      <Status snapshot={snapshot} only={tab === 'check' ? views.check.only : null} onShow={showFindings} />
      <LeftBar />
      <main className={styles.main}>
        <Tabs
          label={words.tabs.label}
          selected={tab}
          onSelect={setTab}
          items={[
            {
              id: 'fill',
              label: words.tabs.fill,
              panel: panel(
                <Fill
                  active={active}
                  undecided={snapshot.undecided}
                  unread={unread}
                  candidates={snapshot.candidates}
                  view={views.fillView}
                  opened={views.opened}
                  onView={views.onFillView}
                  onStep={views.go}
                />,
              ),
            },
            {
              id: 'check',
              label: words.tabs.check,
              panel: panel(
                active === null ? (
                  nothing
                ) : (
                  <Check
                    key={active.candidate.key}
                    active={active}
                    {...views.check}
                    onImportPrevious={() => beginAt('previous')}
                  />
                ),
              ),
            },
            {
              id: 'text',
              label: words.tabs.text,
              panel: panel(active === null ? nothing : <TextTab active={active} onCheck={() => showFindings(null)} />),
            },
            {
              id: 'export',
              label: words.tabs.export,
              panel: panel(
                active === null ? (
                  nothing
                ) : (
                  <Export key={active.candidate.key} snapshot={snapshot} latest={latest} {...views.exporting} />
                ),
              ),
            },
            ...(host.readSheet === undefined
              ? []
              : [
                  {
                    id: 'county' as const,
                    label: words.tabs.county,
                    panel: panel(<County selected={active?.selected ?? null} />),
                  },
                ]),
          ]}
        />
      </main>
      <UndoBar offer={snapshot.undo} />
      <Foot />
    </div>
  );
}
