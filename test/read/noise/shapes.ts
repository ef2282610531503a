/** Our own writers of the shapes in which reports come, from the same printed layout. */
import type { Edition, Section, Table, TableId, TextSectionId } from '../../../src/report/edition';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { tableLayout } from '../../../src/report/layout';

export interface Sample {
  readonly edition: Edition;
  readonly unit: string;
  readonly year: number;
  /** What each cell prints. */
  readonly printed: ReadonlyMap<FigureId, string>;
  readonly narrative: Readonly<Record<TextSectionId, readonly string[]>>;
  /** How the labels of the tables and the titles of the sections are printed; as the form prints them, if not given. */
  readonly wording?: (label: string) => string;
  /** What becomes of a printed table. */
  readonly alter?: (table: PrintedTable, id: TableId) => PrintedTable;
}

export interface PrintedCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** A printed table row by row: a cell, or null where another one covers the place. */
export type PrintedTable = readonly (readonly (PrintedCell | null)[])[];

export function printedTable(
  table: Table,
  printed: ReadonlyMap<FigureId, string>,
  wording: (label: string) => string = (label) => label,
): PrintedTable {
  const layout = tableLayout(table);
  const rows: (PrintedCell | null)[][] = Array.from({ length: layout.rowCount }, () =>
    Array.from({ length: layout.columnCount }, () => null),
  );
  for (const cell of layout.cells) {
    const row = rows[cell.row];
    if (row !== undefined) {
      const text = cell.figure === undefined ? wording(cell.text) : (printed.get(cell.figure) ?? '');
      row[cell.column] = { text, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan };
    }
  }
  return rows;
}

export interface Part {
  readonly section: Section;
  readonly paragraphs: readonly string[];
  readonly table: PrintedTable | null;
}

export const titleOf = ({ unit, year }: Sample): string => `${unit}${year}年政府信息公开工作年度报告`;

const isText = (id: TextSectionId | TableId): id is TextSectionId =>
  id === 'overview' || id === 'problems' || id === 'other';

export const partsOf = (sample: Sample): Part[] =>
  sample.edition.sections.map((section) => {
    const table = sample.edition.tables.find(({ id }) => id === section.id);
    const { wording = (label) => label, alter = (whole) => whole } = sample;
    return {
      section: { ...section, title: wording(section.title) },
      paragraphs: isText(section.id) ? sample.narrative[section.id] : [],
      table: table === undefined ? null : alter(printedTable(table, sample.printed, wording), table.id),
    };
  });

/** Cells of a row that begin in it. */
export const starting = (row: readonly (PrintedCell | null)[]): PrintedCell[] => row.flatMap((cell) => cell ?? []);
/** Cells of a row as Word counts them: a cell covered from above is there, empty; one covered from the left is not. */
const wordCells = (table: PrintedTable, at: number): (PrintedCell | 'above')[] => {
  const cells: (PrintedCell | 'above')[] = [];
  const row = table[at] ?? [];
  for (let column = 0; column < row.length;) {
    const own = row[column];
    if (own !== null && own !== undefined) {
      cells.push(own);
      column += own.columnSpan;
      continue;
    }
    let above = at - 1;
    let start: PrintedCell | null | undefined = null;
    while (above >= 0) {
      start = table[above]?.[column];
      if (start !== null && start !== undefined) break;
      above -= 1;
    }
    cells.push('above');
    column += start?.columnSpan ?? 1;
  }
  return cells;
};

export type TextShape = (sample: Sample) => string;

export const textOf =
  (
    tableLines: (table: PrintedTable) => readonly string[],
    paragraphEnd = '\n',
    wrap: (text: string) => string = (text) => text,
  ): TextShape =>
  (sample) =>
    [
      titleOf(sample),
      ...partsOf(sample).flatMap(({ section, paragraphs, table }) => [
        wrap(section.title),
        ...paragraphs,
        ...(table === null ? [] : tableLines(table)),
      ]),
    ].join(paragraphEnd);

const breakLabels = (text: string, length: number): string =>
  /^[\d.,+-]*$/u.test(text) || text.length <= length
    ? text
    : (text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [text]).join('\n');

const halfWidth = (text: string): string =>
  text.replace(/（/gu, '(').replace(/）/gu, ')').replace(/、/gu, ',').replace(/：/gu, ':').replace(/，/gu, ',');

const spaced = (text: string): string => (/^[\d.,+-]*$/u.test(text) ? text : [...text].join(' '));

const fullWidthDigits = (text: string): string =>
  /^[\d.,+-]+$/u.test(text)
    ? text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    : text;

const mapTable = (table: PrintedTable, change: (text: string) => string): PrintedTable =>
  table.map((row) => row.map((cell) => (cell === null ? null : { ...cell, text: change(cell.text) })));

const tabRows = (table: PrintedTable): string[] => table.map((row) => row.map((cell) => cell?.text ?? '').join('\t'));
const pipeRows = (table: PrintedTable): string[] =>
  table.map((row) => {
    const cells = starting(row).map((cell) => cell.text);
    const width = table[0]?.length ?? cells.length;
    return `${[...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')].join(' | ')} |`;
  });
const markdown = (table: PrintedTable): string[] => {
  const rows = table.map((row) => `| ${row.map((cell) => cell?.text ?? '').join(' | ')} |`);
  return [...rows.slice(0, 1), `|${' --- |'.repeat(table[0]?.length ?? 1)}`, ...rows.slice(1)];
};
const tabLed = (table: PrintedTable, length = Infinity): string[] =>
  table.flatMap((_, at) => [
    ...wordCells(table, at).map((cell) => `\t${cell === 'above' ? '' : breakLabels(cell.text, length)}`),
    '',
  ]);
const cellLines = (table: PrintedTable): string[] =>
  table.flatMap((row) => starting(row).map((cell) => cell.text)).filter((text) => text !== '');

/** Plain texts, by the name of their shape. `flat`: blank cells leave no trace in it. */
export const textShapes: Readonly<Record<string, { readonly write: TextShape; readonly flat: boolean }>> = {
  'one cell a line': { write: textOf(cellLines), flat: true },
  'one cell a line, blank lines between': { write: textOf(cellLines, '\n\n'), flat: true },
  'one cell a line, indented': { write: textOf((table) => cellLines(table).map((line) => `    ${line}`)), flat: true },
  'one cell a line, a tab before each': {
    write: textOf((table) => cellLines(table).map((line) => `\t${line}`)),
    flat: true,
  },
  'one cell a line, labels cut': {
    write: textOf((table) => cellLines(mapTable(table, (text) => breakLabels(text, 4)))),
    flat: true,
  },
  'one cell a line, one character a line': {
    write: textOf((table) => cellLines(mapTable(table, (text) => breakLabels(text, 1)))),
    flat: true,
  },
  '| at line ends': { write: textOf((table) => cellLines(table).map((line) => `${line} |`)), flat: true },
  '| at line starts': { write: textOf((table) => cellLines(table).map((line) => `| ${line}`)), flat: true },
  '| alone on a line': { write: textOf((table) => cellLines(table).flatMap((line) => [line, '|'])), flat: true },
  'rows with |, merged cells left out': { write: textOf(pipeRows), flat: false },
  'markdown tables': { write: textOf(markdown), flat: false },
  'tab-separated': { write: textOf(tabRows), flat: false },
  'a tab before each cell, a blank line after each row': { write: textOf((table) => tabLed(table)), flat: false },
  'a tab before each cell, labels cut': { write: textOf((table) => tabLed(table, 3)), flat: false },
  'labels with spaces inside': {
    write: textOf((table) => tabRows(mapTable(table, spaced)), '\n', spaced),
    flat: false,
  },
  'half-width brackets and commas': {
    write: textOf((table) => tabRows(mapTable(table, halfWidth)), '\n', halfWidth),
    flat: false,
  },
  'full-width digits': { write: textOf((table) => tabRows(mapTable(table, fullWidthDigits))), flat: false },
  'no titles of sections 二 to 四': {
    write: (sample) =>
      [
        titleOf(sample),
        ...partsOf(sample).flatMap(({ section, paragraphs, table }) =>
          table === null ? [section.title, ...paragraphs] : tabRows(table),
        ),
      ].join('\n'),
    flat: false,
  },
};

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

export interface HtmlOptions {
  /** Around every cell's text. */
  readonly cell?: (text: string) => string;
  readonly around?: (page: string) => string;
  /** Split the 申请 table after this row into two tables, with the header again in the second. */
  readonly cut?: number;
}

/** Rows of the 申请 table above its first figures. */
export const headerRows = 3;

/** The two tables into which a page cuts one. A cell that goes on begins again, empty, as programs leave it. */
function pages(table: PrintedTable, cut: number): PrintedTable[] {
  const upper = table
    .slice(0, cut)
    .map((row, at) =>
      row.map((cell) => (cell === null ? null : { ...cell, rowSpan: Math.min(cell.rowSpan, cut - at) })),
    );
  const lower = table.slice(cut).map((row) => row.slice());
  table.slice(0, cut).forEach((row, at) =>
    row.forEach((cell, column) => {
      const left = cell === null ? 0 : cell.rowSpan - (cut - at);
      if (cell !== null && left > 0 && lower[0] !== undefined)
        lower[0][column] = { text: '', columnSpan: cell.columnSpan, rowSpan: left };
    }),
  );
  return [upper, [...table.slice(0, headerRows), ...lower]];
}

const htmlTable = (rows: PrintedTable, cell: (text: string) => string): string =>
  `<table border="1">${rows
    .map(
      (row) =>
        `<tr>${starting(row)
          .map(({ text, columnSpan, rowSpan }) => {
            const spans = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
            return `<td${spans}>${cell(escaped(text))}</td>`;
          })
          .join('')}</tr>`,
    )
    .join('\n')}</table>`;

export const htmlOf =
  (options: HtmlOptions = {}) =>
  (sample: Sample): string => {
    const cell = options.cell ?? ((text) => `<p>${text}</p>`);
    const body = [
      `<h1>${titleOf(sample)}</h1>`,
      ...partsOf(sample).flatMap(({ section, paragraphs, table }) => [
        `<p><strong>${section.title}</strong></p>`,
        ...paragraphs.map((text) => `<p>&nbsp;&nbsp;${escaped(text)}</p>`),
        ...(table === null
          ? []
          : options.cut !== undefined && section.id === 'applications'
            ? pages(table, options.cut).map((page) => htmlTable(page, cell))
            : [htmlTable(table, cell)]),
      ]),
    ].join('\n');
    return `<!DOCTYPE html><html><head><title>x</title><style>p{margin:0}</style></head><body>${(options.around ?? ((page) => page))(body)}</body></html>`;
  };

export const htmlShapes: Readonly<Record<string, (sample: Sample) => string>> = {
  'web page': htmlOf(),
  'web page, cells without paragraphs': htmlOf({ cell: (text) => text }),
  'web page, &nbsp; and line breaks in cells': htmlOf({
    cell: (text) =>
      `<span>&nbsp;${text.length > 5 && !/^\d/u.test(text) ? `${text.slice(0, 3)}<br>${text.slice(3)}` : text}&nbsp;</span>`,
  }),
  'web page inside layout tables': htmlOf({
    around: (page) =>
      `<table><tr><td>首页</td></tr><tr><td><table><tr><td><div>${page}</div></td></tr></table></td></tr></table>`,
  }),
  'web page, table cut by a page': htmlOf({ cut: 12 }),
  'web page, rows with | between cells': (sample) =>
    `<div>${textOf((table) => table.map((row) => row.map((cell) => cell?.text ?? '').join(' | ')))(sample)
      .split('\n')
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('')}</div>`,
  'web page, one paragraph a cell': (sample) =>
    `<div>${[
      titleOf(sample),
      ...partsOf(sample).flatMap(({ section, paragraphs, table }) => [
        section.title,
        ...paragraphs,
        ...(table === null ? [] : cellLines(table)),
      ]),
    ]
      .map((text) => `<p>${escaped(text)}</p>`)
      .join('')}</div>`,
};

/** A figure of every kind of value, the same each time for the same number. */
export function sampleOf(
  edition: Edition,
  seed: number,
  print: (value: number, figure: FigureId) => string = String,
): Sample & { readonly truth: ReadonlyMap<FigureId, number> } {
  let state = seed * 2654435761 + 1;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state;
  };
  const truth = new Map<FigureId, number>(
    figuresOf(edition).map((figure) => {
      const value = next() % 3 === 0 ? next() % 500 : 0;
      return [figure.id, figure.kind === 'amount' ? value + 0.25 : figure.kind === 'change' ? value - 200 : value];
    }),
  );
  return {
    edition,
    unit: '云溪县农业农村局',
    year: Number(edition.id) + 1,
    truth,
    printed: new Map([...truth].map(([id, value]) => [id, print(value, id)])),
    narrative: {
      overview: ['一年来，我局认真落实各项要求。', '（一）主动公开。全年发布信息120条。'],
      problems: ['存在的问题是更新不够及时。', '下一步将加强培训。'],
      other: ['本年度未收取信息处理费。'],
    },
  };
}
