import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, flex: '1 1 220px' },
});

/** A part of the view that is opened by whoever needs it: a button that says what is in it, and a word on what for. */
export function Folded({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.root} aria-label={label}>
      <div className={styles.head}>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {label}
        </Button>
        <span className={styles.hint}>{hint}</span>
      </div>
      {open && children}
    </section>
  );
}
