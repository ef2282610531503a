import { Button, Field, makeStyles, mergeClasses, Spinner, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { usePane } from '../context';
import { CopyCause } from '../parts/copyCause';
import { Notice } from '../parts/notice';
import type { IncomingSource } from './incoming';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px' },
  over: { outline: `2px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: '4px' },
  box: { width: '100%', '& textarea': { minHeight: '132px', maxHeight: '260px' } },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  file: { display: 'none' },
});

const fileEndings = '.docx,.doc,.wps,.xlsx,.xls,.et,.pdf,.html,.htm,.txt,.json';

/** `cause`: of a fault of the program, where it arose; it holds nothing of what was read. */
export interface ShownFailure {
  readonly text: string;
  readonly cause: string | null;
}

/**
 * What was typed or pasted so far, and the ways in which a report comes. A paste that brings tables keeps them. `onTyped`: whether
 * something stands there that was typed by hand.
 */
function useIncoming(onRead: (source: IncomingSource) => void, onTyped: (typed: boolean) => void) {
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const readFile = (file: File | null | undefined): void => {
    if (file !== null && file !== undefined) onRead({ kind: 'file', file });
  };
  return {
    text,
    html,
    over,
    readFile,
    read: (): void => onRead(html === null ? { kind: 'text', text } : { kind: 'html', html, text }),
    dropTables: () => setHtml(null),
    type: (typed: string): void => {
      setText(typed);
      setHtml(null);
      onTyped(typed.trim() !== '');
    },
    onPaste: (event: ClipboardEvent): void => {
      const file = event.clipboardData.files[0];
      const pastedText = event.clipboardData.getData('text/plain');
      const pastedHtml = event.clipboardData.getData('text/html');
      // Office puts a picture of the selection on the clipboard as well: text goes first.
      if (pastedText === '' && pastedHtml === '') {
        if (file === undefined) return;
        event.preventDefault();
        readFile(file);
        return;
      }
      if (text.trim() !== '') return;
      event.preventDefault();
      const tables = /<table[\s>]/iu.test(pastedHtml) ? pastedHtml : null;
      setText(pastedText);
      setHtml(tables);
      onRead(tables === null ? { kind: 'text', text: pastedText } : { kind: 'html', html: tables, text: pastedText });
    },
    /** For the whole of the box: what is dropped anywhere on it is read. */
    onDropped: {
      onDragOver: (event: DragEvent): void => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent): void => {
        event.preventDefault();
        setOver(false);
        readFile(event.dataTransfer.files[0]);
      },
    },
  };
}

/** Where a report comes in: pasted, opened, or dropped. */
export function PasteBox(props: {
  reading: boolean;
  failure: ShownFailure | null;
  onRead: (source: IncomingSource) => void;
  onTyped: (typed: boolean) => void;
  onCancel: () => void;
}) {
  const { reading, failure } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.importing;
  const input = useRef<HTMLInputElement>(null);
  const { text, html, over, onDropped, ...incoming } = useIncoming(props.onRead, props.onTyped);

  return (
    <div className={mergeClasses(styles.root, over && styles.over)} {...onDropped}>
      <Field label={say.paste} hint={say.pasteHint}>
        <Textarea
          className={styles.box}
          value={text}
          resize="vertical"
          spellCheck={false}
          disabled={reading}
          onPaste={incoming.onPaste}
          onChange={(_, data) => incoming.type(data.value)}
        />
      </Field>
      {html !== null && (
        <div className={styles.row}>
          <span className={styles.hint}>{say.keptTables}</span>
          <Button size="small" appearance="subtle" disabled={reading} onClick={incoming.dropTables}>
            {say.dropTables}
          </Button>
        </div>
      )}
      <div className={styles.row}>
        <Button appearance="primary" disabled={reading || text.trim() === ''} onClick={incoming.read}>
          {say.read}
        </Button>
        <Button disabled={reading} onClick={() => input.current?.click()}>
          {say.choose}
        </Button>
        <input
          ref={input}
          className={styles.file}
          type="file"
          accept={fileEndings}
          aria-label={say.choose}
          tabIndex={-1}
          onChange={(event) => {
            incoming.readFile(event.target.files?.[0]);
            // The same file chosen again must be read again.
            event.target.value = '';
          }}
        />
        {reading && (
          <>
            <Spinner size="tiny" label={say.reading} />
            <Button size="small" onClick={props.onCancel}>
              {words.cancel}
            </Button>
          </>
        )}
      </div>
      <div className={styles.hint}>{over ? say.dropHere : say.fileTypes}</div>
      {failure !== null && (
        <Notice tone="failed" action={failure.cause !== null && <CopyCause cause={failure.cause} />}>
          {failure.text}
        </Notice>
      )}
    </div>
  );
}
