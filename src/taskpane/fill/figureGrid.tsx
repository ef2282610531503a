import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { sectionTitle, type Edition } from '../../report/edition';
import { rowName, type FigureId, type Row } from '../../report/figures';
import { withoutNumber } from '../../report/numbering';
import { cellName } from '../../rules/words/names';
import { usePane } from '../context';
import { doubtedFigures, rowNeedsLook, typedFigure, rowBlocks, shownFigure, type Draft } from './draft';

const useStyles = makeStyles({
  section: { margin: '0 0 10px' },
  title: {
    cursor: 'pointer',
    padding: '4px 0',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
  },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', marginTop: '2px' },
  header: {
    position: 'sticky',
    // The panel that scrolls has this padding.
    top: '-12px',
    padding: '4px 1px 2px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'bottom',
    overflowWrap: 'anywhere',
  },
  row: {
    padding: '5px 0 1px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  cell: { padding: '0 1px' },
  input: {
    boxSizing: 'border-box',
    width: '100%',
    minWidth: 0,
    height: '26px',
    padding: '0 3px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '0' },
  },
  doubted: {
    border: `2px dashed ${tokens.colorStatusWarningForeground3}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    '@media (forced-colors: active)': { border: '2px dashed Highlight' },
  },
  wrong: { border: `2px solid ${tokens.colorStatusDangerForeground3}` },
  edited: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  none: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Name of the input of a figure, for the links from doubts. */
export const figureInput = (id: FigureId): string => `figure ${id}`;

function Block(props: {
  edition: Edition;
  table: string;
  rows: readonly Row[];
  draft: Draft;
  doubted: ReadonlySet<FigureId>;
  onType: (id: FigureId, typed: string) => void;
  onFocus: (id: FigureId) => void;
}) {
  const { edition, table, rows, draft, doubted } = props;
  const styles = useStyles();
  const columns = rows[0]?.columns ?? [];
  return (
    <table className={styles.table} lang="zh-CN">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={styles.header}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id}>
          <tr>
            <th scope="rowgroup" colSpan={columns.length} className={styles.row}>
              {rowTitle(row)}
            </th>
          </tr>
          <tr>
            {columns.map((column) => {
              const id = `${table}.${row.id}.${column.id}`;
              const typed = draft.typed.get(id);
              const wrong = typed !== undefined && typedFigure(typed) === undefined;
              return (
                <td key={column.id} className={styles.cell}>
                  <input
                    className={mergeClasses(
                      styles.input,
                      doubted.has(id) && typed === undefined && styles.doubted,
                      typed !== undefined && styles.edited,
                      wrong && styles.wrong,
                    )}
                    name={figureInput(id)}
                    aria-label={cellName(edition, id)}
                    aria-invalid={wrong}
                    inputMode="decimal"
                    autoComplete="off"
                    value={shownFigure(draft, id)}
                    onChange={(event) => props.onType(id, event.target.value)}
                    onFocus={() => props.onFocus(id)}
                  />
                </td>
              );
            })}
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/** Label of a row with the numbers of the groups above it: `三、（三）3.危及“三安全一稳定”`. */
function rowTitle(row: Row): string {
  const last = row.labels.at(-1) ?? row.id;
  const short = rowName({ row: row.id, rowLabels: row.labels });
  // A numbered row is named by its numbers alone, to which its own words are added.
  const words = withoutNumber(last);
  return row.labels.length === 1 || short.endsWith(words)
    ? row.labels.length === 1
      ? last
      : short
    : `${short} ${words}`;
}

/** The figures that were read, to be looked through and put right. */
export function FigureGrid(props: {
  draft: Draft;
  onlyOpen: boolean;
  onType: (id: FigureId, typed: string) => void;
  onFocus: (id: FigureId) => void;
}) {
  const { draft, onlyOpen } = props;
  const { words } = usePane();
  const styles = useStyles();
  const { edition } = draft.reading;
  const doubted = doubtedFigures(draft.reading.doubts);
  return (
    <>
      {rowBlocks(edition).map(({ table, blocks }) => {
        const shown = blocks
          .map((rows) => (onlyOpen ? rows.filter((row) => rowNeedsLook(draft, table.id, row)) : rows))
          .filter((rows) => rows.length > 0);
        return (
          <details key={table.id} className={styles.section} open>
            <summary className={styles.title} lang="zh-CN">
              {sectionTitle(edition, table.id)}
            </summary>
            {shown.length === 0 && <div className={styles.none}>{words.importing.noSuchRows}</div>}
            {shown.map((rows) => (
              <Block
                key={rows[0]?.id}
                edition={edition}
                table={table.id}
                rows={rows}
                draft={draft}
                doubted={doubted}
                onType={props.onType}
                onFocus={props.onFocus}
              />
            ))}
          </details>
        );
      })}
    </>
  );
}
