import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Level } from '../rules/finding';
import { Check } from './check/check';
import { usePane } from './context';
import { Failsafe } from './failsafe';
import { Fill, type FillView } from './fill/fill';
import { later } from './parts/later';
import { Notice } from './parts/notice';
import { Status } from './status';
import { Tabs } from './parts/tabs';
import { TextTab } from './text/textTab';
import { useSnapshot } from './parts/useSnapshot';
import { Welcome } from './welcome';

const Export = later(() => import('./export/export'));

type TabId = 'fill' | 'check' | 'text' | 'export';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: '300px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  main: { display: 'flex', flexDirection: 'column', flex: '1 1 auto', minHeight: 0 },
  starting: { margin: 'auto', padding: '24px' },
  foot: {
    flexShrink: 0,
    padding: '4px 12px 6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
  },
});

/** What the pane opens on, where a button of the ribbon said so. */
export type StartView = 'new' | 'check';

const startTabs: Readonly<Record<StartView, TabId>> = { new: 'fill', check: 'check' };

export function App({ view }: { view: StartView | null }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const { snapshot, latest } = useSnapshot(host);
  const [chosenTab, setTab] = useState<TabId | null>(view === null ? null : startTabs[view]);
  const [fillView, setFillView] = useState<FillView>(view === 'new' ? 'blank' : 'home');
  const [only, setOnly] = useState<Level | null>(null);
  if (snapshot === null) {
    return (
      <div className={styles.starting} role="status">
        {words.status.starting}
      </div>
    );
  }

  const { active } = snapshot;
  // A workbook with a report opens on its findings, an empty one on the ways to begin.
  const tab = chosenTab ?? (active === null ? 'fill' : 'check');
  const beginAt = (view: FillView): void => {
    setFillView(view);
    setTab('fill');
  };
  const nothing = snapshot.undecided ? (
    <Notice tone="plain">{words.fill.undecided}</Notice>
  ) : (
    <Welcome onChoose={(way) => beginAt(way === 'file' ? 'report' : way)} />
  );
  const panel = (content: ReactNode): ReactNode => <Failsafe words={words}>{content}</Failsafe>;

  return (
    <div className={styles.root}>
      <Status
        snapshot={snapshot}
        only={tab === 'check' ? only : null}
        onShow={(level) => {
          setOnly(level);
          setTab('check');
        }}
      />
      <main className={styles.main}>
        <Tabs
          label={words.tabs.label}
          selected={tab}
          onSelect={setTab}
          items={[
            {
              id: 'fill',
              label: words.tabs.fill,
              panel: panel(<Fill active={active} undecided={snapshot.undecided} view={fillView} onView={beginAt} />),
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
                    only={only}
                    onOnly={setOnly}
                    onImportPrevious={() => beginAt('previous')}
                  />
                ),
              ),
            },
            {
              id: 'text',
              label: words.tabs.text,
              panel: panel(
                active === null ? (
                  nothing
                ) : (
                  <TextTab
                    active={active}
                    onCheck={() => {
                      setOnly(null);
                      setTab('check');
                    }}
                  />
                ),
              ),
            },
            {
              id: 'export',
              label: words.tabs.export,
              panel: panel(
                active === null ? (
                  nothing
                ) : (
                  <Export
                    snapshot={snapshot}
                    latest={latest}
                    onFix={(to) => {
                      if (to === 'faults') setOnly('fault');
                      if (to === 'blanks') setFillView('home');
                      setTab(to === 'faults' ? 'check' : 'fill');
                    }}
                  />
                ),
              ),
            },
          ]}
        />
      </main>
      <footer className={styles.foot}>{words.privacy}</footer>
    </div>
  );
}
