import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Edition } from '../../report/edition';
import type { Entries } from '../../report/figures';
import type { Finding, Repair } from '../../rules/finding';
import { cellName } from '../../rules/words/names';
import { leadingChanges, otherFigures } from '../../rules/words/speech';
import { usePane } from '../context';
import { Answers, Dialog } from '../parts/asking/dialog';
import { Notice } from '../parts/notice';
import { plainNumber } from '../../write/number';
import { useWrite } from '../parts/state/useWrite';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', justifyContent: 'space-between' },
  what: { flex: '1 1 140px', minWidth: 0 },
  change: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The corrections that would mend a finding. Nothing is written before the user has seen what and confirmed it. */
export function Repairs(props: { finding: Finding; edition: Edition; entries: Entries }) {
  const { finding, edition, entries } = props;
  const { repairs, elsewhere } = finding;
  const { host, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const [asked, setAsked] = useState<Repair | null>(null);
  if (repairs.length === 0 && elsewhere.length === 0) return null;

  const lines = (changes: Repair['changes']) =>
    changes.map(({ figure: id, from, to }) => {
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
  /** What is changed; totals that follow it as a number only, until the change is to be confirmed. */
  const summary = ({ changes }: Repair) => {
    const { causes, following } = leadingChanges(changes, edition);
    return (
      <>
        {lines(causes)}
        {following > 0 && <div className={styles.hint}>{words.check.repairTotals(following)}</div>}
      </>
    );
  };
  const label = ({ changes }: Repair): string => {
    const [only, ...rest] = leadingChanges(changes, edition).causes;
    if (only !== undefined && rest.length === 0) return words.check.repair(plainNumber(only.to));
    return finding.rule === 'box-shared' ? words.check.repairSpread : words.check.repairPair;
  };

  const mend = ({ changes }: Repair): void => {
    setAsked(null);
    const figures = new Map(changes.map(({ figure: id, to }) => [id, to]));
    void write.run(
      () => host.write(figures, 'repair'),
      () => words.check.repairDone,
    );
  };

  return (
    <div className={styles.root}>
      {repairs.length > 1 && <div className={styles.hint}>{words.check.repairSeveral}</div>}
      <ul className={styles.list} aria-label={words.check.repairs} hidden={repairs.length === 0}>
        {repairs.map((repair, index) => (
          <li key={index} className={styles.item}>
            <div className={styles.what}>{summary(repair)}</div>
            <Button size="small" disabledFocusable={write.pending} onClick={() => setAsked(repair)}>
              {label(repair)}
            </Button>
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <div className={styles.hint}>
          {words.check.repairElsewhere[otherFigures(finding, edition) ?? 'table'](repairs.length > 0)}
        </div>
      )}
      {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
      {asked !== null && (
        <Dialog
          title={words.check.repairTitle}
          onClose={() => setAsked(null)}
          actions={
            <Answers onCancel={() => setAsked(null)} onClick={() => mend(asked)}>
              {words.check.repairConfirm}
            </Answers>
          }
        >
          <p>{words.check.repairAsk}</p>
          {lines(asked.changes)}
        </Dialog>
      )}
    </div>
  );
}
