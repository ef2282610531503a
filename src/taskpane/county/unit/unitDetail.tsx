import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { doubtMessage } from '../../../read/words/words';
import type { Decision, UnitRow } from '../../../rollup/collection/collection';
import type { LetterPoint } from '../../../rollup/collection/followUp';
import { wordsIn } from '../../../rollup/words';
import { findingMessage, levelName } from '../../../rules/words/words';
import { usePane } from '../../context';
import { CopyCause } from '../../parts/copyCause';
import { Notice } from '../../parts/notice';
import { useWrite } from '../../parts/state/useWrite';
import { pointText, type AskedPoint, type UnitLetter } from '../../../rollup/collection/asked';
import type { Mending } from '../collecting/useMending';
import { Differences } from './differences';
import { LetterCopy } from './letterCopy';
import { Listing } from './listing';
import { freeNumber } from '../../parts/beside';
import { letterFor } from '../outputs/outputs';
import type { Checked } from '../../../rollup/collection/checked';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '4px 4px 12px' },
  source: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  reason: { flex: '1 1 140px', minWidth: 0, '& input': { minWidth: 0 } },
});

/** What a person decides on a report: whose it is, that it counts, that it does not; or takes that back. */
function Deciding({
  row,
  source,
  reasons,
  onDecide,
}: {
  row: UnitRow;
  source: string;
  reasons: Map<string, string>;
  onDecide: (source: string, decision: Decision | null) => void;
}) {
  const say = usePane().words.county;
  const styles = useStyles();
  const [reason, setReason] = useState(row.decision?.reason ?? reasons.get(source) ?? '');
  const typed = (text: string): void => {
    setReason(text);
    reasons.set(source, text);
  };
  const decide = (accept: boolean, unit?: string): void =>
    onDecide(source, { accept, reason: reason.trim(), ...(unit === undefined ? {} : { unit }) });
  if (row.decision !== null)
    return (
      <Button size="small" onClick={() => onDecide(source, null)}>
        {say.undo}
      </Button>
    );
  const { proposal } = row;
  return (
    <>
      <Input
        size="small"
        className={styles.reason}
        aria-label={say.reason}
        placeholder={say.reason}
        value={reason}
        onChange={(_, data) => typed(data.value)}
      />
      {proposal !== null && (
        <Button size="small" onClick={() => decide(true, proposal)}>
          {say.isUnit(proposal)}
        </Button>
      )}
      {!row.included && (
        <Button size="small" onClick={() => decide(true)}>
          {say.accept}
        </Button>
      )}
      <Button size="small" onClick={() => decide(false)}>
        {say.setAside}
      </Button>
    </>
  );
}

/** One report of the collection: what was found in it, and what a person decides. */
export function UnitDetail(props: {
  row: UnitRow;
  taken: Checked | null;
  /** What became of the last letter, where this came after it. */
  points: readonly LetterPoint<AskedPoint>[] | null;
  /** The other submissions of the unit. */
  others: readonly Checked[];
  /** All that was asked, of any unit. */
  asked: readonly AskedPoint[];
  /** Who signs the letter. */
  office: string | null;
  onAsked: (letter: UnitLetter) => void;
  /** Reasons as typed so far, by the report: who looks at another one meanwhile finds them again. */
  reasons: Map<string, string>;
  onDecide: (source: string, decision: Decision | null) => void;
  mending: Mending;
}) {
  const { host, language, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.county;
  const { row, taken, onDecide, mending } = props;
  /** The sheet on which the report is no more. */
  const [gone, setGone] = useState<string | null>(null);
  const { source, counts } = row;
  if (source === null)
    return <div className={styles.root}>{row.notRead.length === 0 ? say.nothingCame : say.nothingRead}</div>;
  const openSheet = (one: Checked): void => {
    const { edition, report } = one.reading;
    setGone(null);
    const inserting = write.run(async () => {
      // Units are mended one beside the other: their sheets would all have one name.
      const number = await freeNumber(host, report.year);
      return host.insert({ edition, year: report.year, unit: report.unit.name, totals: 'typed', report, number });
    }, say.opened);
    void inserting.then((made) => {
      if (made.ok) mending.opened(source, made.sheet);
    });
  };
  const sheet = mending.sheetOf(source);
  const letter = taken === null ? null : letterFor(row, taken, props.office);
  const takeMended = async (one: Checked): Promise<void> => {
    write.clear();
    const found = await mending.takeBack(source, one.reading.report.unit.name);
    setGone(found === null ? sheet : null);
  };
  return (
    <div className={styles.root}>
      <div className={styles.source}>{source}</div>
      {row.cause !== null && (
        <div>
          <CopyCause cause={row.cause} />
        </div>
      )}
      {taken !== null && <div>{say.counts(counts.fault, counts.explain, counts.remark)}</div>}
      {taken !== null &&
        props.others.map((other) => <Differences key={other.received.source} taken={taken} other={other} />)}
      {taken !== null && taken.reading.doubts.length > 0 && (
        <Listing
          title={say.doubts}
          items={taken.reading.doubts.map((doubt) => doubtMessage(doubt, taken.reading.edition, language))}
        />
      )}
      {taken !== null && props.points !== null && (
        <Listing
          title={say.lastLetter}
          items={props.points.map(
            (point) =>
              `[${wordsIn(language).pointStates[point.state]}] ${pointText(point, taken.reading.edition, language)}`,
          )}
        />
      )}
      {taken !== null && taken.findings.length > 0 && (
        <Listing
          title={say.findings}
          items={taken.findings.map(
            (item) => `[${levelName(item.level, language)}] ${findingMessage(item, taken.reading.edition, language)}`,
          )}
        />
      )}
      {letter !== null && <LetterCopy letter={letter} asked={props.asked} onAsked={props.onAsked} />}
      {taken !== null && (
        <div className={styles.actions}>
          <Deciding row={row} source={source} reasons={props.reasons} onDecide={onDecide} />
          <Button size="small" disabledFocusable={write.pending} onClick={() => openSheet(taken)}>
            {say.openSheet}
          </Button>
          {sheet !== null && (
            <Button size="small" disabledFocusable={write.pending} onClick={() => void takeMended(taken)}>
              {say.takeMended}
            </Button>
          )}
        </div>
      )}
      {gone !== null && <Notice tone="failed">{say.mendedGone(gone)}</Notice>}
      {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
    </div>
  );
}
