/** What befalls the number of a cell: something stands beside it that is no part of it, or it becomes two. */
import { excelShapes, wordFile } from '../files';
import { htmlOf, type Sample } from './shapes';
import { stylesWith, withMore, withParts } from '../formats/excel/workbookParts';

/** The name of a file, and what writes it. */
interface Writer {
  readonly file: string;
  readonly write: (sample: Sample) => Uint8Array;
}

interface Operator {
  readonly page: (text: string) => string;
  /** Runs of a Word file. */
  readonly word: (text: string) => string;
}

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** After each of these a cell still shows its number, and nothing but that is its number. */
const harmless: Readonly<Record<string, Operator>> = {
  mark: {
    page: (text) => `${text}<sup>1</sup>`,
    word: (text) => run(text) + run('1', '<w:vertAlign w:val="superscript"/>'),
  },
  'circled mark': { page: (text) => `${text}①`, word: (text) => run(`${text}②`) },
  'mark between number and unit': {
    page: (text) => `${text}<span style="vertical-align:super">2</span>件`,
    word: (text) => `${run(text)}${run('2', '<w:vertAlign w:val="superscript"/>')}${run('件')}`,
  },
  strike: { page: (text) => `<s>7</s>${text}`, word: (text) => run('7', '<w:strike/>') + run(text) },
  deletion: {
    page: (text) => `<del>19</del>${text}`,
    word: (text) => `<w:del w:id="1"><w:r><w:delText>19</w:delText></w:r></w:del><w:ins w:id="2">${run(text)}</w:ins>`,
  },
  hide: {
    page: (text) => `${text}<span style="display:none">8</span>`,
    word: (text) => run(text) + run('8', '<w:vanish/>'),
  },
  'hide before': {
    page: (text) => `<b style="visibility:hidden">8</b>${text}`,
    word: (text) => run('8', '<w:vanish/>') + run(text),
  },
  'hide by a name': {
    page: (text) => `<dialog>8</dialog>${text}`,
    word: (text) => `<w:moveFrom w:id="1">${run('8')}</w:moveFrom>${run(text)}`,
  },
  'dark ground': {
    page: (text) => `<b style="color:#fff;background:#036">${text}</b>`,
    word: (text) => run(text, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>'),
  },
  control: {
    page: (text) => `<input type="text" value="${text}">`,
    word: (text) => `<w:sdt><w:sdtPr/><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`,
  },
  alternatives: {
    page: (text) => `<select><option>3</option><option selected>${text}</option></select>`,
    word: (text) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="other"/><mc:Fallback><w:t>${text}</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
  },
  field: {
    page: (text) => `<textarea>${text}</textarea>`,
    word: (text) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=7</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  },
};

/** After each of these nobody can tell which number the cell holds. */
export const splits: Readonly<Record<string, Operator>> = {
  'two paragraphs': {
    page: (text) => `<p>5</p><p>${text}</p>`,
    word: (text) => `${run('5')}</w:p><w:p>${run(text)}`,
  },
  'a line break': { page: (text) => `5<br>${text}`, word: (text) => `${run('5')}<w:r><w:br/></w:r>${run(text)}` },
  'a gap': { page: (text) => `5&nbsp; ${text}`, word: (text) => run(`5　${text}`) },
  'a mark between digits': {
    page: (text) => `5<sup>1</sup>${text}`,
    word: (text) => run('5') + run('1', '<w:vertAlign w:val="superscript"/>') + run(text),
  },
  'a digit as small as a mark': {
    page: (text) => `${text}<span style="font-size:8px">1</span>`,
    word: (text) => run(text) + run('1', '<w:sz w:val="12"/>'),
  },
  'a small digit before it': {
    page: (text) => `<small>7</small>${text}`,
    word: (text) => run('7', '<w:sz w:val="10"/>') + run(text),
  },
  'in the colour of its ground': {
    page: (text) => `<b style="color:#eee;background:#eee">${text}</b>`,
    word: (text) => run(text, '<w:color w:val="EEEEEE"/><w:shd w:val="clear" w:fill="EEEEEE"/>'),
  },
  'white on white': {
    page: (text) => `<b style="color:#fff">${text}</b>`,
    word: (text) => run(text, '<w:color w:val="FFFFFF"/>'),
  },
  'a field without a result': {
    page: (text) => `<b style="position:relative;left:-9999px">${text}</b>`,
    word: (text) =>
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>=SUM(${text})</w:instrText><w:fldChar w:fldCharType="end"/></w:r>`,
  },
  'crossed out alone': { page: (text) => `<s>${text}</s>`, word: (text) => run(text, '<w:strike/>') },
  'hidden alone': { page: (text) => `<i hidden>${text}</i>`, word: (text) => run(text, '<w:vanish/>') },
  'raised alone': {
    page: (text) => `<sup>${text}</sup>`,
    word: (text) => run(text, '<w:vertAlign w:val="superscript"/>'),
  },
  'two controls': {
    page: (text) => `<input value="5"><input value="${text}">`,
    word: (text) => `${run('5')}<w:r><w:tab/></w:r>${run(text)}`,
  },
};

const isFigure = (text: string): boolean => /^\d+(?:\.\d+)?$/u.test(text);
/** The same operator for the same text, and no order in them. */
const pick = (operators: readonly Operator[], text: string): Operator | undefined =>
  operators[[...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 997, 7) % operators.length];

const plain: Operator = {
  page: (text) => text,
  word: (text) => run(text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')),
};

/** Writes reports in which numbers that `befalls` picks are changed by one of the operators. */
const marked = (
  operators: readonly Operator[],
  befalls: (text: string) => boolean = isFigure,
): { readonly page: Writer; readonly word: Writer } => {
  const operator = (text: string): Operator => (befalls(text) ? (pick(operators, text) ?? plain) : plain);
  const page = htmlOf({ cell: (text) => operator(text).page(text) });
  return {
    page: { file: 'report.html', write: (sample) => new TextEncoder().encode(page(sample)) },
    word: {
      file: 'report.docx',
      write: (sample) => wordFile(sample, { run: (text) => operator(text).word(text) }),
    },
  };
};

/** Number formats, each with what a cell stores of the number that it is to show: these show it plainly. */
const plainFormats: readonly Format[] = [
  ['0', 1],
  ['#,##0_ ', 1],
  ['[Red]0"件"', 1],
  ['0!.0000', 1e4],
  ['0.0000,', 1e3],
];
/** These show something else, nothing of a zero, or nothing at all. */
const otherFormats: readonly Format[] = [
  ['0%', 0.01],
  ['0.00E+00', 1],
  ['yyyy"年"m"月"d"日"', 1],
  ['"约"0', 1],
  ['# ?/?', 1],
  ['0;-0;;@', 1],
  ['#', 1],
  [';;;', 1],
];
type Format = readonly [code: string, times: number];
const numberCell = /<c r="([A-Z]+\d+)"><v>([\d.]+)<\/v><\/c>/gu;

/** A workbook whose numbers are stored and shown in these ways; of others than whole ones only where `whole` is not asked. */
const formatted = (formats: readonly Format[], whole: boolean): Writer => ({
  file: 'report.xlsx',
  write: (sample) => {
    const styled = (xml: string): string =>
      xml.replace(numberCell, (cell, address: string, value: string) => {
        if (whole && value.includes('.')) return cell;
        const at = [...`${value}${address}`].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 997, 7);
        const [, times = 1] = formats[at % formats.length] ?? [];
        const stored = Number((Number(value) * times).toPrecision(15));
        return `<c r="${address}" s="${(at % formats.length) + 1}"><v>${stored}</v></c>`;
      });
    const plainly = excelShapes['Excel file']?.(sample) ?? new Uint8Array();
    const changed = withParts(plainly, (name) => name, { 'xl/worksheets/sheet1.xml': styled });
    return withMore(changed, { 'xl/styles.xml': stylesWith(formats.map(([code]) => code)) });
  },
});

/** A workbook of which the eye sees other numbers than its cells hold, or none. */
export const formattedOtherwise = formatted([...plainFormats, ...otherFormats], false);

const harmlessly = marked(Object.values(harmless));

/** Shapes of their own: what is printed in them is all there. */
export const markedWriters: readonly (readonly [string, Writer])[] = [
  ['web page, marks and more beside numbers', harmlessly.page],
  ['Word file, marks and more beside numbers', harmlessly.word],
  ['Excel file, numbers in formats that show them', formatted(plainFormats, true)],
];

/** Writers for one operator over the numbers with this many characters. */
export const splitWriters = (operator: Operator, length: number): readonly Writer[] =>
  Object.values(marked([operator], (text) => isFigure(text) && text.length === length));
