/** What befalls the number of a cell: something stands beside it that is no part of it, or it becomes two. */
import { wordFile } from './files';
import { htmlOf, type Sample } from './shapes';

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

const harmlessly = marked(Object.values(harmless));

/** Shapes of their own: what is printed in them is all there. */
export const markedWriters: readonly (readonly [string, Writer])[] = [
  ['web page, marks and more beside numbers', harmlessly.page],
  ['Word file, marks and more beside numbers', harmlessly.word],
];

/** Writers for one operator over the numbers with this many characters. */
export const splitWriters = (operator: Operator, length: number): readonly Writer[] =>
  Object.values(marked([operator], (text) => isFigure(text) && text.length === length));
