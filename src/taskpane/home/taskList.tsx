import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ActiveReport } from '../../host/host';
import { carryInto } from '../../host/nextYear';
import type { TableId } from '../../report/edition';
import { usePane } from '../context';
import { Notice, Written } from '../parts/notice';
import { tableProgress, type TableProgress } from '../parts/state/progress';
import { useWrite } from '../parts/state/useWrite';
import { nextFigure, type Task, tasksOf } from './tasks';
import { blanksOf, ZerosDialog } from './zeros';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  task: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: { flex: '1 1 120px', minWidth: 0 },
  state: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  wrong: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  sign: { display: 'inline-block', width: '1.3em' },
  all: { alignSelf: 'end' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '4px', justifyContent: 'flex-end', marginInlineStart: 'auto' },
});

/** A sign for each state, so that colour is never the only difference. */
const signs: Readonly<Record<Task['state']['kind'], string>> = {
  open: '○',
  begun: '◐',
  waiting: '◐',
  wrong: '✕',
  ask: '?',
  ready: '✓',
  done: '✓',
};

export type TaskStep =
  'previous' | 'comparison' | 'text' | 'check' | 'export' | 'county' | 'unit' | { readonly faultsOf: TableId | null };

function CountyTask({ onGo }: { onGo: () => void }) {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.task} data-task="county">
      <div className={styles.names}>
        <div>{words.tasks.county}</div>
        <div className={styles.state}>{words.tasks.countyHint}</div>
      </div>
      <Button size="small" onClick={onGo}>
        {words.county.title}
      </Button>
    </div>
  );
}

/** The name of the unit, as long as it is missing: title and signature want it. */
function UnitTask({ onGo }: { onGo: () => void }) {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <li className={styles.task} data-task="unit">
      <div className={styles.names}>
        <div>{words.newReport.unit}</div>
        <div className={styles.state}>
          <span className={styles.sign} aria-hidden="true">
            {signs.open}
          </span>
          {words.tasks.unnamed}
        </div>
      </div>
      <Button size="small" aria-label={words.tasks.nameUnit()} onClick={onGo}>
        {words.tasks.action('disclosure', 'open')}
      </Button>
    </li>
  );
}

/** What is to be done, from last year's figures to the published file, each step with its state and its button. */
export default function TaskList({ active, onStep }: { active: ActiveReport; onStep: (step: TaskStep) => void }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.tasks;
  const [asked, setAsked] = useState<readonly TableProgress[] | null>(null);
  const [lost, setLost] = useState(false);
  /** The task whose cell was gone to, and its blanks then: typing begins only once the cells have the keyboard. */
  const [went, setWent] = useState<Pick<Task, 'id' | 'blanks'> | null>(null);
  const progress = new Map(tableProgress(active).map((table) => [table.table as string, table]));

  const open = [...progress.values()].filter(({ blanks }) => blanks > 0);
  const carry = carryInto(active);
  const carryOver = () =>
    write.run(
      () => host.write(carry, 'carry'),
      () => say.carried(carry.size),
    );

  const act = (task: Task): void => {
    const table = progress.get(task.id);
    if (task.id === 'check' && task.state.kind === 'wrong') onStep({ faultsOf: null });
    else if (table === undefined) {
      onStep(
        task.id === 'previous' && task.state.kind === 'done' ? 'comparison' : (task.id as Exclude<TaskStep, object>),
      );
    } else if (task.state.kind === 'wrong') onStep({ faultsOf: table.table });
    else {
      const target = nextFigure(active, table.table);
      if (target === undefined) return;
      host.select(target).then(
        () => {
          setLost(false);
          setWent(task);
        },
        () => setLost(true),
      );
    }
  };

  return (
    <section className={styles.root} aria-label={say.title}>
      <h2 className={styles.heading}>{say.title}</h2>
      <ol className={styles.list}>
        {active.report.unit.name === null && <UnitTask onGo={() => onStep('unit')} />}
        {tasksOf(active).map((task) => {
          const table = progress.get(task.id);
          const wrong = task.state.kind === 'wrong';
          const there = say.went !== '' && went?.id === task.id && went.blanks === task.blanks;
          return (
            <li key={task.id} className={styles.task} data-task={task.id}>
              <div className={styles.names}>
                <div>{say.names[task.id]}</div>
                <div className={mergeClasses(styles.state, wrong && !there && styles.wrong)}>
                  <span className={styles.sign} aria-hidden="true">
                    {there ? '→' : signs[task.state.kind]}
                  </span>
                  {there ? say.went : say.state(task.state, task.id)}
                </div>
              </div>
              <div className={styles.actions}>
                {task.id === 'previous' && carry.size > 0 && (
                  <Button size="small" disabledFocusable={write.pending} onClick={() => void carryOver()}>
                    {say.carry(carry.size)}
                  </Button>
                )}
                {table !== undefined && task.blanks > 0 && (
                  <Button size="small" disabledFocusable={write.pending} onClick={() => setAsked([table])}>
                    {words.fill.zerosOf(task.blanks)}
                  </Button>
                )}
                <Button size="small" aria-label={say.actionOn(task.id, task.state.kind)} onClick={() => act(task)}>
                  {say.action(task.id, task.state.kind)}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {open.length > 1 && (
        <Button className={styles.all} size="small" disabledFocusable={write.pending} onClick={() => setAsked(open)}>
          {say.allZeros(blanksOf(open))}
        </Button>
      )}
      {host.readSheet !== undefined && <CountyTask onGo={() => onStep('county')} />}
      {lost && <Notice tone="failed">{words.check.locateFailed}</Notice>}
      <Written write={write} />
      {asked !== null && (
        <ZerosDialog
          active={active}
          tables={asked}
          onClose={() => setAsked(null)}
          onFill={(kept) => {
            setAsked(null);
            void write.run(
              () =>
                host.fillZeros(
                  asked.map(({ table }) => table),
                  kept,
                ),
              (_, written) => words.fill.zerosDone(written, kept.size),
            );
          }}
        />
      )}
    </section>
  );
}
