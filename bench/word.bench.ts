/** The Word file of a full report, beside docxtemplater filling a template of the same document, and what the writer weighs. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { edition2021 } from '../src/report/editions/2021';
import { figuresOf } from '../src/report/figures';
import { writeWord } from '../src/write/word/word';
import { sampleReport } from '../test/write/samples';
import { build } from './build';
import { duration, kilobytes, measureAll, printTable, type Row } from './measure';
import { peer } from './peers';

type PizZip = new (bytes: Uint8Array) => object;
type Docxtemplater = new (zip: object) => {
  render(data: Readonly<Record<string, string>>): void;
  getZip(): { generate(options: { type: 'uint8array'; compression: 'DEFLATE' }): Uint8Array };
};

const figures = figuresOf(edition2021);
const report = sampleReport('2021');

/** A number that stands nowhere else in the document, to be found in its place. */
const placeNumber = (index: number): number => 7_310_000 + index;

/** The document of the report with a tag in the place of every figure. */
function template(): Uint8Array {
  const numbered = { ...report, figures: Object.fromEntries(figures.map(({ id }, index) => [id, placeNumber(index)])) };
  const parts = unzipSync(writeWord(numbered));
  const name = 'word/document.xml';
  const document = strFromU8(parts[name] ?? new Uint8Array());
  const tagged = figures.reduce((xml, _, index) => xml.replace(`>${placeNumber(index)}<`, `>{f${index}}<`), document);
  return zipSync({ ...parts, [name]: strToU8(tagged) });
}

/** Gzipped size of the writer with all that it needs, built as the pane is. */
async function weight(): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gouji-word-'));
  try {
    await build('addin', (addin) => ({
      entry: { word: './src/write/word/word.ts' },
      output: { ...addin?.output, path: folder, library: { type: 'window' } },
    }));
    const scripts = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
    const contents = await Promise.all(scripts.map((file) => readFile(path.join(folder, file))));
    return contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function word(): Promise<void> {
  const Zip = await peer<PizZip>('pizzip');
  const Templater = await peer<Docxtemplater>('docxtemplater');
  const data = Object.fromEntries(figures.map(({ id }, index) => [`f${index}`, String(report.figures[id] ?? '')]));
  const filled = template();
  const fill =
    Zip === null || Templater === null
      ? null
      : (): Uint8Array => {
          const made = new Templater(new Zip(filled));
          made.render(data);
          return made.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
        };
  const [own = NaN, other] = await measureAll([() => writeWord(report), ...(fill === null ? [] : [fill])]);
  const rows: Row[] = [
    {
      what: 'a full report, 200 figures, as .docx',
      measured: duration(own),
      ...(other === undefined ? {} : { peer: `docxtemplater ${duration(other)}`, ratio: own / other }),
    },
    { what: 'size of that file', measured: kilobytes(writeWord(report).length) },
    { what: 'weight of the writer, gzip, loaded when first needed', measured: kilobytes(await weight()) },
  ];
  printTable('Word', rows);
}
