/** Word and Excel files written by ourselves, as plainly as the formats allow, in the shapes that offices make. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { partsOf, titleOf, type PrintedTable, type Sample } from './noise/shapes';

const xml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface WordOptions {
  readonly run?: (text: string) => string;
  readonly table?: (table: string) => string;
  /** Repeats the header and goes on in a new table after this row of the 申请 table. */
  readonly cut?: number;
  /** Markup after the last section. */
  readonly end?: string;
  /** Other parts of the package. */
  readonly more?: Zippable;
}

const plainRun = (text: string): string => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
const paragraph = (content: string): string => `<w:p>${content}</w:p>`;

function wordTable(rows: PrintedTable, run: (text: string) => string, from = 0, to = rows.length): string {
  const body = rows.slice(from, to).map((row, index) => {
    const at = from + index;
    let cells = '';
    for (let column = 0; column < row.length;) {
      const own = row[column];
      if (own !== null && own !== undefined) {
        const merge = own.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
        const span = own.columnSpan > 1 ? `<w:gridSpan w:val="${own.columnSpan}"/>` : '';
        cells += `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(own.text === '' ? '' : run(own.text))}</w:tc>`;
        column += own.columnSpan;
        continue;
      }
      let above = at - 1;
      while (above >= 0 && (rows[above]?.[column] ?? null) === null) above -= 1;
      const span = rows[above]?.[column]?.columnSpan ?? 1;
      cells += `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vMerge/></w:tcPr><w:p/></w:tc>`;
      column += span;
    }
    return `<w:tr>${cells}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/>${body.join('')}</w:tbl>`;
}

export function wordFile(sample: Sample, options: WordOptions = {}): Uint8Array {
  const run = options.run ?? plainRun;
  const wrap = options.table ?? ((table: string) => table);
  const { cut } = options;
  const body = [
    paragraph(plainRun(titleOf(sample))),
    ...partsOf(sample).flatMap(({ section, paragraphs, table }) => [
      paragraph(plainRun(section.title)),
      ...paragraphs.map((text) => paragraph(plainRun(text))),
      ...(table === null
        ? []
        : cut !== undefined && section.id === 'applications'
          ? [wrap(wordTable(table, run, 0, cut)), '<w:p/>', wrap(wordTable(table, run, cut))]
          : [wrap(wordTable(table, run))]),
    ]),
  ].join('');
  return wordPackage(body + (options.end ?? ''), options.more);
}

export const wordPackage = (body: string, more: Zippable = {}): Uint8Array =>
  zipSync({
    ...more,
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ),
  });

export const wordShapes: Readonly<Record<string, (sample: Sample) => Uint8Array>> = {
  'Word file': (sample) => wordFile(sample),
  'Word file, text in many runs': (sample) => wordFile(sample, { run: (text) => [...text].map(plainRun).join('') }),
  'Word file, tracked changes': (sample) =>
    wordFile(sample, {
      run: (text) =>
        `<w:del w:id="1"><w:r><w:delText>旧${xml(text)}</w:delText></w:r></w:del><w:ins w:id="2">${plainRun(text)}</w:ins>`,
    }),
  'Word file, tables in text boxes': (sample) =>
    wordFile(sample, {
      table: (table) =>
        paragraph(
          `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${table}<w:p/></w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${table}<w:p/></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
    }),
  'Word file, table cut by a page': (sample) => wordFile(sample, { cut: 12 }),
};

type CellValue = string | number;

/** A formula without a value is one whose result the program that wrote the file did not keep. */
export type ExcelCell = CellValue | { readonly formula: string; readonly value?: string | number };

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

export interface ExcelSheet {
  readonly name: string;
  readonly rows: readonly (readonly (ExcelCell | null)[])[];
  readonly hidden?: readonly number[];
  readonly hiddenColumns?: readonly [first: number, last: number];
  readonly hiddenSheet?: boolean;
}

export function excelFile(sheets: readonly ExcelSheet[]): Uint8Array {
  const strings: string[] = [];
  const shared = (text: string): number => {
    const at = strings.indexOf(text);
    return at === -1 ? strings.push(text) - 1 : at;
  };
  const bodies = sheets.map(({ rows, hidden }) =>
    rows
      .map((row, at) => {
        const cells = row.map((value, column) => {
          if (value === null || value === '') return '';
          const address = `${letters(column)}${at + 1}`;
          if (typeof value === 'object') {
            const type = typeof value.value === 'string' ? ' t="str"' : '';
            const kept = value.value === undefined ? '' : `<v>${xml(String(value.value))}</v>`;
            return `<c r="${address}"${type}><f>${xml(value.formula)}</f>${kept}</c>`;
          }
          return typeof value === 'number'
            ? `<c r="${address}"><v>${value}</v></c>`
            : `<c r="${address}" t="s"><v>${shared(value)}</v></c>`;
        });
        return `<row r="${at + 1}"${hidden?.includes(at) === true ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
      })
      .join(''),
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const columns = (hidden: ExcelSheet['hiddenColumns']): string =>
    hidden === undefined
      ? ''
      : `<cols><col min="${hidden[0] + 1}" max="${hidden[1] + 1}" width="9" hidden="1"/></cols>`;
  const sheetParts = Object.fromEntries(
    bodies.map((body, index) => [
      `xl/worksheets/sheet${index + 1}.xml`,
      strToU8(
        `${declaration}<worksheet xmlns="${main}">${columns(sheets[index]?.hiddenColumns)}<sheetData>${body}</sheetData></worksheet>`,
      ),
    ]),
  );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ),
    'xl/workbook.xml': strToU8(
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${sheets.map(({ name, hiddenSheet }, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}"${hiddenSheet === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `${declaration}<sst xmlns="${main}">${strings.map((text) => `<si><t>${xml(text)}</t></si>`).join('')}</sst>`,
    ),
    ...sheetParts,
  });
}

type PlainValue = string | number;

export const printedRows = (sample: Sample, asText: boolean): PlainValue[][] => [
  [titleOf(sample)],
  ...partsOf(sample).flatMap(({ section, table }): PlainValue[][] =>
    table === null
      ? []
      : [
          [section.title],
          ...table.map((row) =>
            row.map((cell) => {
              const text = cell?.text ?? '';
              return !asText && /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
            }),
          ),
          [],
        ],
  ),
];

export const textRows = (sample: Sample): PlainValue[][] => [
  [`${titleOf(sample)}（文字部分）`],
  ...partsOf(sample).flatMap(({ section, paragraphs, table }): PlainValue[][] =>
    table === null ? [[section.title], ...paragraphs.map((text) => [text])] : [],
  ),
];

export const excelShapes: Readonly<Record<string, (sample: Sample) => Uint8Array>> = {
  'Excel file': (sample) =>
    excelFile([
      { name: '表', rows: printedRows(sample, false) },
      { name: '文字', rows: textRows(sample) },
    ]),
  'Excel file, figures typed as text': (sample) =>
    excelFile([
      { name: '表', rows: printedRows(sample, true) },
      { name: '文字', rows: textRows(sample) },
    ]),
  'Excel file, tables moved, rows hidden': (sample) =>
    excelFile([
      { name: '说明', rows: [['填表说明']] },
      { name: '表', rows: [[], [], ...printedRows(sample, false).map((row) => ['', '', '', ...row])], hidden: [20] },
      { name: '文字', rows: textRows(sample) },
    ]),
  'Excel file, a sheet for each table': (sample) =>
    excelFile([
      ...partsOf(sample).flatMap(({ section, table }) =>
        table === null
          ? []
          : [
              {
                name: section.title.slice(0, 20),
                rows: [[titleOf(sample)], [section.title], ...table.map((row) => row.map((cell) => cell?.text ?? ''))],
              },
            ],
      ),
      { name: '文字', rows: textRows(sample) },
    ]),
  'Excel file, tables and text on one sheet': (sample) =>
    excelFile([
      {
        name: '年报',
        rows: [
          [titleOf(sample)],
          ...partsOf(sample).flatMap(({ section, paragraphs, table }) => [
            [section.title],
            ...paragraphs.map((text) => [text]),
            ...(table ?? []).map((row) => row.map((cell) => cell?.text ?? '')),
          ]),
        ],
      },
    ]),
  'Excel file, figures as formulas': (sample) =>
    excelFile([
      {
        name: '表',
        rows: printedRows(sample, false).map((row) =>
          row.map((value) => (typeof value === 'number' ? { formula: `ROUND(${value},4)`, value } : value)),
        ),
      },
      { name: '文字', rows: textRows(sample) },
    ]),
};
