import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useMemo, type ReactNode } from 'react';
import type { ActiveReport } from '../../host/host';
import { findTable } from '../../report/figures';
import { sectionTitle, type TableId } from '../../report/edition';
import { tableLayout, type TableLayout } from '../../report/layout';
import { paintColours } from '../../report/sheet/workbook';
import type { Finding } from '../../rules/finding';
import { usePane } from '../context';
import { shapesOf, width, type ShapeBox, type Shape } from '../parts/shapes';
import { drawnOf } from './operands';

const useStyles = makeStyles({
  figure: { margin: 0 },
  svg: { display: 'block', width: '100%', maxWidth: '360px', height: 'auto' },
  cell: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralStroke2, strokeWidth: '0.5px' },
  label: {
    fill: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'GrayText' },
  },
  onTheWay: {
    fill: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'Highlight' },
  },
  left: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  stripe: {
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '1.6px',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  // What is blank is on no side of an equation: the colour of blanks on the sheet, with a broken line.
  blank: {
    fill: paintColours.blank.fill,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: '3 2',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'GrayText' },
  },
  stripeGround: { fill: tokens.colorNeutralBackground1, '@media (forced-colors: active)': { fill: 'Canvas' } },
  focus: {
    fill: 'none',
    stroke: tokens.colorStatusDangerForeground3,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  elsewhere: {
    fill: 'none',
    stroke: tokens.colorStatusDangerForeground3,
    strokeWidth: '1px',
    strokeDasharray: '2.5 1.5',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    marginTop: '4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
});

const overlaps = (from: number, span: number, otherFrom: number, otherSpan: number): boolean =>
  from < otherFrom + otherSpan && otherFrom < from + span;

/** First row of the headers of a cell: of the whole table, or of the cell's own block where each has a header. */
function firstHeaderRow(layout: TableLayout, cell: Shape): number {
  const titles = layout.cells.filter((other) => other.role === 'title' && other.row < cell.row);
  return layout.headerRows > 0 ? 0 : (titles.at(-1)?.row ?? 0);
}

/** A label on the way from the edge of the table to the cell: above it in its column, before it in its row. */
const leadsTo = (label: Shape, cell: Shape, firstRow: number): boolean =>
  (label.row >= firstRow &&
    label.row < cell.row &&
    overlaps(label.column, label.columnSpan, cell.column, cell.columnSpan)) ||
  (label.column < cell.column && overlaps(label.row, label.rowSpan, cell.row, cell.rowSpan));

/** A small picture of the table: the cells of both sides, and the one to look at first, with its row and column. */
export function Picture({ finding, active, table }: { finding: Finding; active: ActiveReport; table: TableId }) {
  const { words } = usePane();
  const styles = useStyles();
  const stripes = useId();
  const { edition } = active.located;
  const { year } = active.report;
  const layout = tableLayout(findTable(edition, table));
  const { shapes, height } = useMemo(() => shapesOf(layout), [layout]);
  const left = drawnOf(finding.sides?.left, year);
  const right = drawnOf(finding.sides?.right, year);
  const elsewhere = new Set(finding.elsewhere);
  const focusId = finding.figures[0];
  const focus = shapes.find((shape) => shape.figure !== null && shape.figure === focusId);
  if (focus === undefined) return null;
  const headerRow = firstHeaderRow(layout, focus);
  // Without sides every figure concerned is marked alike.
  const empty = finding.rule === 'EMPTY' || finding.rule === 'EMPTY-TOTAL';
  const blanks = new Set(empty ? finding.figures : []);
  if (finding.sides === null && !empty) for (const figure of finding.figures) left.add(figure);

  const entry = (label: string, sample: ReactNode) => (
    <span className={styles.entry}>
      <svg width="12" height="12" aria-hidden="true">
        {sample}
      </svg>
      {label}
    </span>
  );
  const box = ({ x, y, width: w, height: h }: ShapeBox) => ({ x, y, width: w, height: h });
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.svg}
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
        role="img"
        aria-label={words.check.picture(sectionTitle(edition, table))}
      >
        <pattern id={stripes} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles.stripeGround} width="4" height="4" />
          <line className={styles.stripe} x1="0" y1="0" x2="0" y2="4" />
        </pattern>
        {shapes.map((shape, index) => {
          const lead = shape.figure === null && leadsTo(shape, focus, headerRow);
          const marked = shape.figure !== null && left.has(shape.figure);
          const striped = shape.figure !== null && right.has(shape.figure);
          return (
            <rect
              key={index}
              {...box(shape)}
              className={mergeClasses(
                styles.cell,
                shape.figure === null && styles.label,
                lead && styles.onTheWay,
                marked && styles.left,
                shape.figure !== null && blanks.has(shape.figure) && styles.blank,
              )}
              style={striped ? { fill: `url(#${CSS.escape(stripes)})` } : undefined}
            />
          );
        })}
        {shapes.map(
          (shape, index) =>
            elsewhere.has(shape.figure ?? '') && <rect key={index} {...box(shape)} className={styles.elsewhere} />,
        )}
        <rect {...box(focus)} className={styles.focus} />
      </svg>
      {finding.sides !== null && (
        <figcaption className={styles.legend}>
          {left.size > 0 && entry(words.check.legendLeft, <rect width="12" height="12" className={styles.left} />)}
          {right.size > 0 &&
            entry(
              words.check.legendRight,
              <rect width="12" height="12" style={{ fill: `url(#${CSS.escape(stripes)})` }} />,
            )}
          {entry(words.check.legendFocus, <rect x="1" y="1" width="10" height="10" className={styles.focus} />)}
          {elsewhere.size > 0 &&
            entry(
              words.check.legendElsewhere,
              <rect x="1" y="1" width="10" height="10" className={styles.elsewhere} />,
            )}
        </figcaption>
      )}
    </figure>
  );
}
