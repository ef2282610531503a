/**
 * The figures of a report in long form, one a line (unit, year, edition, figure and value are the columns that the SQL of
 * the rules reads), with the metadata of CSV on the Web (W3C tabular metadata).
 */
import { csvText } from '../report/csv';
import { findEdition, figuresOf, type Figure } from '../report/figures';
import type { Report } from '../report/report';
import { reportTitle } from '../report/sheet/sheet';
import { plainNumber } from './number';
import { plainName, textProblems, UnwritableTextError, withPlainName } from './text';

export const csvType = 'text/csv;charset=utf-8';

interface CsvColumn {
  readonly name: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly datatype: 'string' | 'decimal' | 'gYear';
  readonly value: (figure: Figure, report: Report) => string;
}

/** How a figure is counted; '' where the edition prints no unit and none is known. */
function measure(figure: Figure, report: Report): string {
  if (figure.kind !== 'amount') return 'count';
  const unit = figure.unit === 'unprinted' ? (report.units[figure.id] ?? 'unknown') : 'tenThousandYuan';
  return unit === 'unknown' ? '' : unit;
}

const valueOf = (figure: Figure, report: Report): string => {
  const value = report.figures[figure.id] ?? null;
  return value === null ? '' : plainNumber(value);
};

const columns: readonly CsvColumn[] = [
  {
    name: 'unit',
    label: { zh: '单位', en: 'Unit' },
    datatype: 'string',
    value: (_, { unit }) => plainName(unit.name ?? ''),
  },
  { name: 'year', label: { zh: '年度', en: 'Year' }, datatype: 'gYear', value: (_, { year }) => String(year ?? '') },
  { name: 'edition', label: { zh: '格式版本', en: 'Edition' }, datatype: 'string', value: (_, { edition }) => edition },
  { name: 'figure', label: { zh: '栏目标识', en: 'Figure id' }, datatype: 'string', value: ({ id }) => id },
  { name: 'table', label: { zh: '表', en: 'Table' }, datatype: 'string', value: ({ table }) => table },
  { name: 'row_id', label: { zh: '行标识', en: 'Row id' }, datatype: 'string', value: ({ row }) => row },
  { name: 'column_id', label: { zh: '列标识', en: 'Column id' }, datatype: 'string', value: ({ column }) => column },
  { name: 'row', label: { zh: '行', en: 'Row' }, datatype: 'string', value: ({ rowLabels }) => rowLabels.join(' / ') },
  { name: 'column', label: { zh: '列', en: 'Column' }, datatype: 'string', value: ({ columnLabel }) => columnLabel },
  { name: 'value', label: { zh: '数值', en: 'Value' }, datatype: 'decimal', value: valueOf },
  { name: 'measure', label: { zh: '计量单位', en: 'Measure' }, datatype: 'string', value: measure },
  {
    name: 'state',
    label: { zh: '数据状态', en: 'State' },
    datatype: 'string',
    value: ({ id }, { marks }) => marks[id]?.state ?? '',
  },
];

/**
 * One line a figure, under a line of column names.
 * @throws UnwritableTextError where the name of the unit, the only text in it, holds what no file can
 */
export function writeCsv(report: Report): string {
  const problems = textProblems(report).filter(({ place }) => place.kind === 'unitName');
  if (problems.length > 0) throw new UnwritableTextError(problems);
  const edition = findEdition(report.edition);
  const lines = (edition === undefined ? [] : figuresOf(edition)).map((figure) =>
    columns.map(({ value }) => value(figure, report)),
  );
  return csvText([columns.map(({ name }) => name), ...lines]);
}

/** Metadata of the CSV file that stands at `url`, as JSON; its own place is `url` + `-metadata.json`. */
export function writeCsvMetadata(given: Report, url: string): string {
  const report = withPlainName(given);
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh-CN' }],
    url,
    'dc:title': reportTitle(report.unit.name, report.year),
    ...(report.unit.name === null ? {} : { 'dc:creator': report.unit.name }),
    ...(report.year === null ? {} : { 'schema:temporalCoverage': `${report.year}-01-01/${report.year}-12-31` }),
    'dc:conformsTo': findEdition(report.edition)?.document ?? report.edition,
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map(({ name, label, datatype }) => ({
        name,
        titles: name,
        'rdfs:label': [
          { '@value': label.zh, '@language': 'zh-CN' },
          { '@value': label.en, '@language': 'en' },
        ],
        datatype,
      })),
      primaryKey: ['unit', 'year', 'figure'],
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
