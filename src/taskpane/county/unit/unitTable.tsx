import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Edition } from '../../../report/edition';
import { isOverruled, needsLook, type Decision, type UnitRow } from '../../../rollup/collection/collection';
import { calledIn, unitNameOf, rowNote, standingText, stateName } from '../../../rollup/sheets';
import { usePane } from '../../context';
import {
  followedUp,
  pointCounts,
  roundAbout,
  type AskedPoint,
  type UnitLetter,
} from '../../../rollup/collection/asked';
import { withYears, type Checked } from '../../../rollup/collection/checked';
import type { Mending } from '../collecting/useMending';
import { copy } from '../../parts/clipboard';
import { Notice } from '../../parts/notice';
import { UnitDetail } from './unitDetail';
import { UnitLine } from './unitLine';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  tools: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '6px', '& input': { minWidth: 0 } },
  list: { listStyleType: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'block',
    width: '100%',
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
});

type Filter = 'all' | 'attention' | UnitRow['state'];
type Sort = 'list' | 'state' | 'faults';

/** In the order in which somebody has to do something about them. */
const stateOrder: readonly UnitRow['state'][] = [
  'unreadable',
  'notListed',
  'unnamed',
  'duplicate',
  'incomplete',
  'otherYear',
  'otherEdition',
  'missing',
  'isSum',
  'notReport',
  'read',
];

const sorters: Readonly<Record<Sort, ((one: UnitRow, other: UnitRow) => number) | null>> = {
  list: null,
  state: (one, other) => stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state),
  faults: (one, other) => other.counts.fault - one.counts.fault || other.counts.explain - one.counts.explain,
};

/** A key that holds while rows come and go. */
const keyOf = (row: UnitRow): string => row.source ?? `${row.state} ${row.name ?? ''}`;

/** Rows drawn at once; a county has fewer. */
const portion = 300;

/** Which rows are asked for, and in which order. */
function useOrder(rows: readonly UnitRow[]) {
  const [filter, setFilter] = useState<Filter>('all');
  const [sort, setSort] = useState<Sort>('list');
  const [search, setSearch] = useState('');
  const fits = (row: UnitRow, by: Filter): boolean =>
    by === 'all' || (by === 'attention' ? needsLook(row) : row.state === by);
  const found = rows.filter(
    (row) => fits(row, filter) && (search === '' || `${unitNameOf(row)} ${row.source ?? ''}`.includes(search.trim())),
  );
  const sorter = sorters[sort];
  const ordered = sorter === null ? found : [...found].sort(sorter);
  const count = (by: Filter): number => rows.filter((row) => fits(row, by)).length;
  return { filter, setFilter, sort, setSort, search, setSearch, ordered, count };
}

/** The other submissions of a unit that handed in more than once. */
const othersOf = (
  row: UnitRow,
  rows: readonly UnitRow[],
  takenBySource: ReadonlyMap<string, Checked>,
): readonly Checked[] =>
  row.state !== 'duplicate'
    ? []
    : rows.flatMap((other) => {
        const isOther = other !== row && other.state === 'duplicate' && unitNameOf(other) === unitNameOf(row);
        const checked = takenBySource.get(other.source ?? '');
        return isOther && checked !== undefined ? [checked] : [];
      });

/** The names of the units that are listed, to be pasted into a message: who is missing, who has to send again. */
function CopyNames({ rows }: { rows: readonly UnitRow[] }) {
  const { words } = usePane();
  const [copied, setCopied] = useState<boolean | null>(null);
  const names = [...new Set(rows.map(calledIn))];
  const act = async (): Promise<void> => setCopied(await copy({ text: names.join('\n'), html: null }));
  return (
    <div>
      <Button size="small" onClick={() => void act()}>
        {words.county.copyNames(names.length)}
      </Button>
      {copied !== null && (
        <Notice tone={copied ? 'done' : 'warning'}>{copied ? words.export.copied : words.county.notCopied}</Notice>
      )}
    </div>
  );
}

interface UnitTableProps {
  readonly rows: readonly UnitRow[];
  readonly edition: Edition;
  readonly takenBySource: ReadonlyMap<string, Checked>;
  readonly asked: readonly AskedPoint[];
  readonly onDecide: (source: string, decision: Decision | null) => void;
  /** Who signs the letters. */
  readonly office: string | null;
  readonly onAsked: (letter: UnitLetter) => void;
  readonly mending: Mending;
}

/** What became of the last letter in this report. One instead of which a person took another is no answer to it. */
const pointsOf = (row: UnitRow, checked: Checked | null, asked: readonly AskedPoint[]) =>
  checked === null || isOverruled(row) ? null : followedUp(asked, calledIn(row), checked, row.previous !== null);

/** A row of the table; open, with all that is known of the report. */
function UnitItem(
  props: UnitTableProps & { row: UnitRow; reasons: Map<string, string>; open: boolean; onOpen: () => void },
) {
  const { language, words } = usePane();
  const styles = useStyles();
  const { row, rows, edition, takenBySource, open } = props;
  const taken = takenBySource.get(row.source ?? '') ?? null;
  const checked = taken === null ? null : withYears(taken, row);
  const points = pointsOf(row, checked, props.asked);
  const state = `${stateName(row, edition, language)} · ${standingText(row, language)}`;
  // The same report sent again, too, is known by the letter that was about it.
  const round = checked === null ? null : roundAbout(props.asked, calledIn(row), checked.received);
  const note = [
    rowNote(row, language, true),
    points === null ? '' : words.county.again(pointCounts(points, language)),
    round === null ? '' : words.county.aboutThis(round),
  ]
    .filter((text) => text !== '')
    .join(words.county.listMark);
  return (
    <li className={styles.item}>
      <button type="button" className={styles.row} aria-expanded={open} onClick={props.onOpen}>
        <UnitLine name={calledIn(row)} state={state} note={note} attention={needsLook(row)} />
      </button>
      {open && (
        <UnitDetail
          row={row}
          taken={checked}
          points={points}
          others={othersOf(row, rows, takenBySource)}
          asked={props.asked}
          reasons={props.reasons}
          onDecide={props.onDecide}
          office={props.office}
          onAsked={props.onAsked}
          mending={props.mending}
        />
      )}
    </li>
  );
}

export function UnitTable(props: UnitTableProps) {
  const { language, words } = usePane();
  const styles = useStyles();
  const say = words.county;
  const { rows, edition } = props;
  const { filter, setFilter, sort, setSort, search, setSearch, ordered, count } = useOrder(rows);
  const [open, setOpen] = useState<string | null>(null);
  const [shown, setShown] = useState(portion);
  const [reasons] = useState(() => new Map<string, string>());

  const mending: Mending = {
    ...props.mending,
    takeBack: async (source, unit) => {
      const found = await props.mending.takeBack(source, unit);
      // It is the same row, under another source.
      if (found !== null) setOpen(found);
      return found;
    },
  };
  const states = [...new Set(rows.map(({ state }) => state))];
  const filterButton = (id: Filter, label: string) => (
    <Button
      key={id}
      size="small"
      appearance={filter === id ? 'primary' : 'secondary'}
      aria-pressed={filter === id}
      onClick={() => setFilter(id)}
    >
      {`${label} ${count(id)}`}
    </Button>
  );

  return (
    <section className={styles.root} aria-label={say.table}>
      <h3 className={styles.heading}>{say.table}</h3>
      <div className={styles.filters}>
        {filterButton('all', say.all)}
        {filterButton('attention', say.attention)}
        {states.map((state) => {
          const first = rows.find((row) => row.state === state) as UnitRow;
          return filterButton(state, stateName(first, edition, language));
        })}
      </div>
      <div className={styles.tools}>
        <Input
          size="small"
          aria-label={say.search}
          placeholder={say.search}
          value={search}
          onChange={(_, data) => setSearch(data.value)}
        />
        <Select size="small" aria-label={say.sort} value={sort} onChange={(_, data) => setSort(data.value as Sort)}>
          {(Object.keys(sorters) as Sort[]).map((id) => (
            <option key={id} value={id}>
              {say.sorts[id]}
            </option>
          ))}
        </Select>
      </div>
      {ordered.length === 0 && <div role="status">{say.none}</div>}
      {filter !== 'all' && ordered.length > 0 && <CopyNames key={filter} rows={ordered} />}
      <ul className={styles.list}>
        {ordered.slice(0, shown).map((row) => {
          const key = keyOf(row);
          return (
            <UnitItem
              key={key}
              {...props}
              row={row}
              mending={mending}
              reasons={reasons}
              open={open === key}
              onOpen={() => setOpen(open === key ? null : key)}
            />
          );
        })}
      </ul>
      {ordered.length > shown && (
        <Button size="small" onClick={() => setShown(shown + portion)}>
          {`${say.all} ${ordered.length}`}
        </Button>
      )}
    </section>
  );
}
