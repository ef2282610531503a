import { makeStyles, tokens } from '@fluentui/react-components';
import { chartText, type Bar, type Chart } from '../../write/chart';
import { plainNumber } from '../../write/number';

const useStyles = makeStyles({
  figure: { margin: 0, maxWidth: '400px' },
  title: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  drawing: { display: 'block', width: '100%', height: 'auto' },
  text: { fill: tokens.colorNeutralForeground1 },
  previous: {
    fill: tokens.colorNeutralStroke1Pressed,
    '@media (forced-colors: active)': { fill: 'GrayText' },
  },
  current: {
    fill: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
});

// The drawing is as wide as the narrowest pane, so that its letters keep their size there.
const width = 280;
const keyHeight = 22;
const labelHeight = 16;
const barHeight = 10;
const between = 2;
const step = labelHeight + 2 * barHeight + between + 10;
const valueWidth = 56;

/** A chart of the report for a narrow pane: labels above their bars, last year's bar above this year's. */
export function YearChart({ chart }: { chart: Chart }) {
  const styles = useStyles();
  const { title, years } = chart;
  const bars = chart.bars.filter(({ current, previous }) => current !== 0 || (previous ?? 0) !== 0);
  if (bars.length === 0) return null;
  const most = Math.max(...bars.flatMap(({ current, previous }) => [current, previous ?? 0]));
  const length = (value: number): number => (value / most) * (width - valueWidth);
  const drawn = (value: number, y: number, style: string) => (
    <>
      <rect className={style} x={0} y={y} width={length(value)} height={barHeight} />
      <text className={styles.text} x={length(value) + 5} y={y + barHeight - 1} fontSize={11}>
        {plainNumber(value)}
      </text>
    </>
  );
  const key = (x: number, year: string, style: string) => (
    <>
      <rect className={style} x={x} y={4} width={barHeight} height={barHeight} />
      <text className={styles.text} x={x + barHeight + 5} y={13} fontSize={11}>
        {year}
      </text>
    </>
  );
  const row = ({ label, current, previous }: Bar, index: number) => {
    const y = keyHeight + index * step;
    return (
      <g key={label}>
        <text className={styles.text} x={0} y={y + 12} fontSize={12}>
          {label}
        </text>
        {previous !== null && drawn(previous, y + labelHeight, styles.previous)}
        {drawn(current, y + labelHeight + barHeight + between, styles.current)}
      </g>
    );
  };
  return (
    <figure className={styles.figure} lang="zh-CN">
      <figcaption className={styles.title}>{title}</figcaption>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${width} ${keyHeight + bars.length * step}`}
        role="img"
        aria-label={chartText({ ...chart, bars })}
      >
        {years.previous !== null && key(0, years.previous, styles.previous)}
        {key(90, years.current, styles.current)}
        {bars.map(row)}
      </svg>
    </figure>
  );
}
