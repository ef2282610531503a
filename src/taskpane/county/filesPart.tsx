import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { reportEndings } from '../../read/delivery';
import { usePane } from '../context';
import { Notice } from '../parts/notice';
import { onStrayFiles } from '../parts/state/drops';
import { droppedFiles, incomingOf, type Chosen } from './collecting/incoming';
import type { Incomings } from './collecting/useCollection';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  file: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  bar: { width: '100%' },
  input: { display: 'none' },
});

/** Choosing and dropping, and how far the reading is. */
export function FilesPart(props: {
  heading: string;
  /** What tests know the choosers by. */
  name: 'reports' | 'previous';
  incomings: Incomings;
  /** Another way to bring reports in. */
  children?: ReactNode;
}) {
  const { heading, incomings } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.county;
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { progress, brought, notRead, others } = incomings;
  const isFirst = props.name === 'reports';
  const own = isFirst ? '' : 'previous-';

  const { collector } = incomings;
  const take = useCallback(
    (found: Chosen): void => {
      setChosen(found);
      if (found.incoming.length > 0) collector.add(found.incoming);
      if (found.others.length > 0) collector.skip(found.others);
    },
    [collector],
  );
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(take);
  };
  // Beside the box too: whoever drops a folder on the view means this.
  useEffect(() => (isFirst ? onStrayFiles((data) => void droppedFiles(data).then(take)) : undefined), [isFirst, take]);
  const chooser = (ref: typeof files, name: string, more: object) => (
    <input
      ref={ref}
      className={styles.input}
      type="file"
      multiple
      data-county={own + name}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        void incomingOf(files).then(take);
      }}
      {...more}
    />
  );
  return (
    <section
      className={mergeClasses(styles.root, over && styles.over)}
      aria-label={heading}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3 className={styles.heading}>{heading}</h3>
      <div className={styles.actions}>
        <Button size="small" appearance={isFirst ? 'primary' : 'secondary'} onClick={() => files.current?.click()}>
          {say.chooseFiles}
        </Button>
        <Button size="small" onClick={() => folder.current?.click()}>
          {say.chooseFolder}
        </Button>
        {props.children}
        {chooser(files, 'files', { accept: [...reportEndings, '.zip'].join() })}
        {chooser(folder, 'folder', { webkitdirectory: '' })}
      </div>
      <span className={styles.hint}>{say.drop}</span>
      {progress !== null && (
        <>
          <progress className={styles.bar} max={progress.all} value={progress.done} aria-label={heading} />
          <div role="status">
            {progress.paused ? say.paused : say.reading(progress.done, progress.all)}
            {progress.left === null || progress.paused ? '' : ` · ${say.left(progress.left)}`}
          </div>
          <div className={styles.file}>{progress.file}</div>
          <div className={styles.actions}>
            <Button
              size="small"
              onClick={() => (progress.paused ? incomings.collector.goOn() : incomings.collector.pause())}
            >
              {progress.paused ? say.goOn : say.pause}
            </Button>
            <Button size="small" onClick={() => incomings.collector.cancel()}>
              {words.cancel}
            </Button>
          </div>
        </>
      )}
      {isFirst && brought !== null && (
        <Notice tone="done">
          {brought.files === 0 ? say.broughtSheets(brought.reports) : say.brought(brought.files, brought.reports)}
        </Notice>
      )}
      {notRead > 0 && <Notice tone="warning">{say.cancelled(notRead)}</Notice>}
      {chosen !== null && chosen.incoming.length + chosen.others.length === 0 && (
        <Notice tone="warning">{say.onlyFolder}</Notice>
      )}
      {others.length > 0 && <Notice tone="warning">{say.notReports(others)}</Notice>}
    </section>
  );
}
