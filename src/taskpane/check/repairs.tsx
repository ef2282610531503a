import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Edition } from '../../report/edition';
import type { Entries } from '../../report/figures';
import type { Repair } from '../../rules/finding';
import { cellName } from '../../rules/words/names';
import { usePane } from '../context';
import { Dialog } from '../parts/dialog';
import { Notice } from '../parts/notice';
import { plainNumber } from '../../write/number';
import { useWrite } from '../parts/useWrite';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', justifyContent: 'space-between' },
  change: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The corrections that would mend a finding. Nothing is written before the user has seen what and confirmed it. */
export function Repairs(props: { repairs: readonly Repair[]; edition: Edition; entries: Entries }) {
  const { repairs, edition, entries } = props;
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const [asked, setAsked] = useState<Repair | null>(null);
  if (repairs.length === 0) return null;

  const changes = (repair: Repair) =>
    repair.changes.map(({ figure: id, from, to }) => {
      const name = cellName(edition, id);
      const entry = entries.get(id);
      const written = entry?.kind === 'text' || entry?.kind === 'error' ? `“${entry.text}”` : words.check.blank;
      const before = from === null ? written : plainNumber(from);
      return (
        <div key={id} className={styles.change}>
          {words.check.repairChange(name, before, plainNumber(to))}
        </div>
      );
    });
  const label = ({ changes: [only, ...rest] }: Repair): string =>
    only !== undefined && rest.length === 0 ? words.check.repair(plainNumber(only.to)) : words.check.repairPair;

  return (
    <div className={styles.root}>
      {repairs.length > 1 && <div className={styles.hint}>{words.check.repairSeveral}</div>}
      <ul className={styles.list} aria-label={words.check.repairs}>
        {repairs.map((repair, index) => (
          <li key={index} className={styles.item}>
            <div>{changes(repair)}</div>
            <Button size="small" disabledFocusable={write.pending} onClick={() => setAsked(repair)}>
              {label(repair)}
            </Button>
          </li>
        ))}
      </ul>
      {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
      {asked !== null && (
        <Dialog
          title={words.check.repairTitle}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
              <Button
                appearance="primary"
                onClick={() => {
                  setAsked(null);
                  const figures = new Map(asked.changes.map((change) => [change.figure, change.to]));
                  void write.run(
                    () => host.write(figures),
                    () => words.check.repairDone,
                  );
                }}
              >
                {words.check.repairConfirm}
              </Button>
            </>
          }
        >
          <p>{words.check.repairAsk}</p>
          {changes(asked)}
        </Dialog>
      )}
    </div>
  );
}
