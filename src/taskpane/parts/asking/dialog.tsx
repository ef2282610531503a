import { Button, makeStyles, tokens, type ButtonProps } from '@fluentui/react-components';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { usePane } from '../../context';
import { lowPane } from '../theme';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    width: 'calc(100% - 24px)',
    maxWidth: '420px',
    maxHeight: 'calc(100% - 24px)',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow28,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
    scrollPaddingBottom: '72px',
  },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  body: { lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: '8px',
    // A long question scrolls behind its answers.
    position: 'sticky',
    bottom: '-16px',
    margin: '4px 0 -16px',
    padding: '12px 0 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    [lowPane]: { position: 'static' },
    '& > button': { minWidth: '72px', flex: '0 1 auto' },
  },
});

/**
 * A question that must be answered first. The browser's own dialog keeps the rest of the pane out of reach and closes on
 * Escape; `keys.ts` keeps Tab inside it. The focus begins on its first button, or on the one that is marked `data-safe`: Enter
 * pressed too soon does no harm.
 */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode; actions: ReactNode }) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  // Closed while it is still there, so that the browser gives the focus back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-safe]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.root}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 id={title} className={styles.title}>
        {props.title}
      </h2>
      <div className={styles.body}>{props.children}</div>
      <div className={styles.actions}>{props.actions}</div>
    </dialog>
  );
}

/** The two answers to most questions: not now, and yes, which says what is done. */
export function Answers({
  onCancel,
  ...yes
}: Pick<ButtonProps, 'children' | 'disabled' | 'disabledFocusable'> & {
  onCancel: () => void;
  onClick: () => void;
}) {
  return (
    <>
      <Button onClick={onCancel}>{usePane().words.cancel}</Button>
      <Button appearance="primary" {...yes} />
    </>
  );
}
