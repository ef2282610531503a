/** Quiet bar charts as SVG, for the page and the pane: last year's bars pale beside this year's. */
import { findEdition, type Figure } from '../report/figures';
import { isRowGroup, type RowNode } from '../report/edition';
import { withoutNumber } from '../report/numbering';
import type { Report } from '../report/report';
import { plainNumber } from './number';
import { element, xmlText, type Xml } from './xml';

export interface Bar {
  readonly label: string;
  readonly current: number;
  /** `null` where there is no report of last year, or the figure is not in it. */
  readonly previous: number | null;
}

export interface Chart {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Words for the two shades: years. */
  readonly years: { readonly current: string; readonly previous: string | null };
}

const barHeight = 14;
const gap = 14;
const labelWidth = 190;
const plotWidth = 330;
const valueWidth = 60;
const width = labelWidth + plotWidth + valueWidth;
const top = 34;
const colours = { current: '#0f6c5c', previous: '#b9cdc8', text: '#1a1a1a' } as const;

const text = (x: number, y: number, content: string, more: Readonly<Record<string, string | number>> = {}): Xml =>
  element('text', { x, y, fill: colours.text, 'font-size': 13, ...more }, xmlText(content));

const rect = (x: number, y: number, length: number, fill: string): Xml =>
  element('rect', { x, y, width: length.toFixed(1), height: barHeight, fill });

/** What the chart says, for those who do not see it. */
export const chartText = ({ title, bars, years }: Chart): string =>
  `${title}：${bars
    .map(({ label, current, previous }) =>
      previous === null || years.previous === null
        ? `${label} ${plainNumber(current)}`
        : `${label} ${years.previous} ${plainNumber(previous)}、${years.current} ${plainNumber(current)}`,
    )
    .join('；')}。`;

/** The chart as an SVG element of its own size; it scales with its container. */
export function chartSvg(chart: Chart): Xml {
  const { title, bars, years } = chart;
  const two = bars.some(({ previous }) => previous !== null) && years.previous !== null;
  const step = (two ? 2 * barHeight + 2 : barHeight) + gap;
  const height = top + bars.length * step;
  const most = Math.max(1, ...bars.flatMap(({ current, previous }) => [current, previous ?? 0]));
  const length = (value: number): number => (value / most) * plotWidth;
  const rows = bars.flatMap(({ label, current, previous }, index): Xml[] => {
    const y = top + index * step;
    const middle = y + (step - gap) / 2 + 5;
    const bar = (value: number, at: number, fill: string): Xml[] => [
      rect(labelWidth, at, length(value), fill),
      text(labelWidth + length(value) + 6, at + 12, plainNumber(value)),
    ];
    return [
      text(labelWidth - 8, middle, label, { 'text-anchor': 'end' }),
      ...(two && previous !== null ? bar(previous, y, colours.previous) : []),
      ...bar(current, two ? y + barHeight + 2 : y, colours.current),
    ];
  });
  const key = two
    ? [
        rect(labelWidth, 6, 14, colours.previous),
        text(labelWidth + 20, 18, years.previous ?? ''),
        rect(labelWidth + 90, 6, 14, colours.current),
        text(labelWidth + 110, 18, years.current),
      ]
    : [];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': chartText(chart),
      style: 'max-width:100%;height:auto',
    },
    element('title', null, xmlText(title)),
    key,
    rows,
  );
}

/** Printed rows without their numbers and notes: 予以公开. */
const shortLabel = (label: string): string => withoutNumber(label).replace(/（.*）$/u, '');

/** Rows under a node, as the figure ids name them. */
const rowIds = (node: RowNode, prefix: string): string[] =>
  isRowGroup(node)
    ? node.rows.flatMap((child) => rowIds(child, node.id === undefined ? prefix : `${prefix}${node.id}.`))
    : [`${prefix}${node.id}`];

/** The charts of a report: its applications, and their results by kind. Figures that are not there make no bar. */
export function reportCharts(report: Report, previous: Report | null): Chart[] {
  const edition = findEdition(report.edition);
  const table = edition?.tables.find(({ form }) => form === 'matrix');
  if (table?.form !== 'matrix') return [];
  const total = (source: Report | null, rows: readonly string[]): number | null => {
    const values = rows.map((row) => source?.figures[`${table.id}.${row}.total` satisfies Figure['id']] ?? null);
    return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  };
  const barsOf = (nodes: readonly RowNode[]): Bar[] =>
    nodes.flatMap((node) => {
      const rows = rowIds(node, '');
      const current = total(report, rows);
      return current === null ? [] : [{ label: shortLabel(node.label), current, previous: total(previous, rows) }];
    });
  const years = {
    current: report.year === null ? '本年' : `${report.year}年`,
    previous: previous === null ? null : previous.year === null ? '上年' : `${previous.year}年`,
  };
  const results = table.rows.filter(isRowGroup);
  return [
    { title: '申请数量', bars: barsOf(table.rows.filter((node) => !isRowGroup(node))), years },
    ...results.map(({ label, rows }) => ({
      title: shortLabel(label),
      bars: barsOf(rows.filter((node) => isRowGroup(node) || node.id !== 'total')),
      years,
    })),
  ].filter(({ bars }) => bars.length > 0);
}
