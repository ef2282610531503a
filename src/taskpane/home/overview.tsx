import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState, type KeyboardEvent } from 'react';
import type { ActiveReport } from '../../host/host';
import { sectionTitle, type TableId } from '../../report/edition';
import { findTable, type FigureId } from '../../report/figures';
import { tableLayout } from '../../report/layout';
import { paintColours } from '../../report/sheet/workbook';
import { cellName } from '../../rules/words/names';
import { usePane } from '../context';
import { Notice } from '../parts/notice';
import { shapesOf, width, type Shape } from '../parts/shapes';
import { marksOf, type PictureMark } from './tasks';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  table: {
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  svg: { display: 'block', width: '100%', maxWidth: '360px', height: 'auto' },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  cell: { stroke: tokens.colorNeutralStroke2, strokeWidth: '0.5px' },
  label: {
    fill: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'GrayText' },
  },
  figure: { cursor: 'pointer' },
  filled: {
    fill: tokens.colorBrandBackground2Pressed,
    '@media (forced-colors: active)': { fill: 'Highlight', stroke: 'Canvas' },
  },
  blank: {
    fill: paintColours.blank.fill,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: '2 1.5',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'GrayText' },
  },
  broken: {
    fill: tokens.colorStatusDangerBackground3,
    stroke: tokens.colorStatusDangerForeground1,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { fill: 'CanvasText', stroke: 'CanvasText' },
  },
  explained: {
    fill: tokens.colorStatusWarningBackground3,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText', strokeWidth: '2px' },
  },
  carried: {
    fill: paintColours.carried.fill,
    stroke: paintColours.carried.font,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'Highlight', strokeWidth: '2px' },
  },
  cursor: {
    fill: 'none',
    stroke: tokens.colorStrokeFocus2,
    strokeWidth: '2px',
    pointerEvents: 'none',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
});

const marks: readonly PictureMark[] = ['filled', 'blank', 'broken', 'explained'];
/** Named only where it is there. */
const rareMarks: readonly PictureMark[] = ['carried'];

type Cell = Shape & { readonly figure: FigureId };
const isCell = (shape: Shape): shape is Cell => shape.figure !== null;

const middle = ({ x, width: wide }: Shape): number => x + wide / 2;

/** The figure that an arrow key leads to from another. */
function step(cells: readonly Cell[], from: Cell, key: string): Cell | undefined {
  const index = cells.indexOf(from);
  const inRow = (row: number | undefined): Cell | undefined =>
    cells
      .filter((cell) => cell.row === row)
      .sort((one, other) => Math.abs(middle(one) - middle(from)) - Math.abs(middle(other) - middle(from)))[0];
  const steps: Readonly<Record<string, () => Cell | undefined>> = {
    ArrowLeft: () => cells[index - 1],
    ArrowRight: () => cells[index + 1],
    ArrowUp: () => inRow(cells.filter(({ row }) => row < from.row).at(-1)?.row),
    ArrowDown: () => inRow(cells.find(({ row }) => row > from.row)?.row),
    Home: () => cells[0],
    End: () => cells.at(-1),
  };
  return steps[key]?.();
}

function TablePicture(props: {
  active: ActiveReport;
  table: TableId;
  marked: ReadonlyMap<FigureId, PictureMark>;
  onGo: (figure: FigureId) => void;
}) {
  const { active, table, marked } = props;
  const { edition } = active.located;
  const { words } = usePane();
  const styles = useStyles();
  const id = useId();
  const { shapes, height } = shapesOf(tableLayout(findTable(edition, table)));
  const cells = shapes.filter(isCell);
  const [at, setAt] = useState<FigureId | null>(null);
  const [focused, setFocused] = useState(false);
  const current = cells.find(({ figure }) => figure === at) ?? cells[0];
  const say = words.overview;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (current === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') props.onGo(current.figure);
    else {
      const next = step(cells, current, event.key);
      if (next === undefined) return;
      setAt(next.figure);
    }
    event.preventDefault();
  };
  const nameOf = (figure: FigureId): string => say.figure(cellName(edition, figure), marked.get(figure) ?? 'blank');
  const { x, y, width: wide, height: high } = current ?? { x: 0, y: 0, width: 0, height: 0 };
  return (
    <div>
      <div
        role="listbox"
        tabIndex={0}
        className={styles.table}
        aria-label={say.table(sectionTitle(edition, table))}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.figure}`}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <svg className={styles.svg} viewBox={`-1 -1 ${width + 2} ${height + 2}`} role="presentation">
          {shapes.map((shape, index) =>
            isCell(shape) ? (
              <rect
                key={index}
                id={`${id}-${shape.figure}`}
                role="option"
                aria-label={nameOf(shape.figure)}
                aria-selected={shape === current}
                data-figure={shape.figure}
                x={shape.x}
                y={shape.y}
                width={shape.width}
                height={shape.height}
                className={mergeClasses(styles.cell, styles.figure, styles[marked.get(shape.figure) ?? 'blank'])}
                onClick={() => {
                  setAt(shape.figure);
                  props.onGo(shape.figure);
                }}
              >
                <title>{nameOf(shape.figure)}</title>
              </rect>
            ) : (
              <rect
                key={index}
                role="presentation"
                x={shape.x}
                y={shape.y}
                width={shape.width}
                height={shape.height}
                className={mergeClasses(styles.cell, styles.label)}
              />
            ),
          )}
          {focused && <rect className={styles.cursor} x={x} y={y} width={wide} height={high} />}
        </svg>
      </div>
      {focused && current !== undefined && (
        <div className={styles.name} aria-hidden="true">
          {nameOf(current.figure)}
        </div>
      )}
    </div>
  );
}

/** The whole report at a glance: each table small, each figure by how it stands. A click goes to its cell. */
export default function Overview({ active }: { active: ActiveReport }) {
  const { host, words } = usePane();
  const styles = useStyles();
  const say = words.overview;
  const [lost, setLost] = useState(false);
  const marked = marksOf(active);
  const go = (figure: FigureId): void => {
    host.select(figure).then(
      () => setLost(false),
      () => setLost(true),
    );
  };
  return (
    <div className={styles.root}>
      {active.located.tables.map((table) => (
        <TablePicture key={table} active={active} table={table} marked={marked} onGo={go} />
      ))}
      <div className={styles.legend}>
        {[...marks, ...rareMarks.filter((mark) => [...marked.values()].includes(mark))].map((mark) => (
          <span key={mark} className={styles.entry}>
            <svg width="12" height="12" aria-hidden="true">
              <rect x="0.5" y="0.5" width="11" height="11" className={mergeClasses(styles.cell, styles[mark])} />
            </svg>
            {say.marks[mark]}
          </span>
        ))}
      </div>
      {lost && <Notice tone="failed">{words.check.locateFailed}</Notice>}
    </div>
  );
}
