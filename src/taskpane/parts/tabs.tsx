import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lowPane } from './theme';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly panel: ReactNode;
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexShrink: 0,
    padding: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    flex: '1 1 0',
    minWidth: 0,
    padding: '9px 4px 7px',
    border: 'none',
    borderBottom: '3px solid transparent',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    // Forced colours would draw the transparent line.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  panel: {
    flex: '1 1 auto',
    minHeight: 0,
    // WebView2 hides scroll bars that are not asked for.
    overflowY: 'scroll',
    overflowX: 'hidden',
    padding: '12px',
    position: 'relative',
    [lowPane]: { minHeight: 'max-content', overflowY: 'visible', overflowX: 'visible' },
  },
  hidden: { display: 'none' },
});

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowLeft: (index, count) => (index + count - 1) % count,
  ArrowRight: (index, count) => (index + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A panel is made when it is first opened and then kept, so that what was typed in it is not lost. */
export function Tabs<Id extends string>(props: {
  label: string;
  items: readonly TabItem<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}) {
  const { items, selected, onSelect } = props;
  const styles = useStyles();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<Id>>(new Set([selected]));
  if (!opened.has(selected)) setOpened(new Set([...opened, selected]));

  const onKeyDown = (event: KeyboardEvent): void => {
    const index = items.findIndex((item) => item.id === selected);
    const next = items[steps[event.key]?.(index, items.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };

  return (
    <>
      <div ref={list} className={styles.list} role="tablist" aria-label={props.label} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-${item.id}`}
            data-tab={item.id}
            className={mergeClasses(styles.tab, item.id === selected && styles.selected)}
            aria-selected={item.id === selected}
            aria-controls={`${id}-${item.id}-panel`}
            tabIndex={item.id === selected ? 0 : -1}
            onClick={() => onSelect(item.id)}
          >
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item) => (
        <div
          key={item.id}
          role="tabpanel"
          id={`${id}-${item.id}-panel`}
          aria-labelledby={`${id}-${item.id}`}
          className={mergeClasses(styles.panel, item.id !== selected && styles.hidden)}
        >
          {opened.has(item.id) && item.panel}
        </div>
      ))}
    </>
  );
}
