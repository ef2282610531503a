/**
 * Reading: from the bytes of a file to a report with its doubts. Beside it, on the same file, what a library takes to parse
 * it alone.
 */
import { edition2021 } from '../src/report/editions/2021';
import { emptyReport } from '../src/report/empty';
import type { Report } from '../src/report/report';
import { paintRules } from '../src/rules/sums/formula';
import { readFile } from '../src/read/read';
import { writeHtml } from '../src/write/html/html';
import { writeJson } from '../src/write/json';
import { writeWord } from '../src/write/word/word';
import { writeXlsx } from '../src/write/xlsx/xlsx';
import { sampleOf, textShapes } from '../test/read/noise/shapes';
import { sheetLayout } from '../src/report/sheet/sheet';
import { duration, kilobytes, measureAll, printTable, type Row } from './measure';
import { peer } from './peers';

interface Mammoth {
  convertToHtml(input: { buffer: Buffer }): Promise<unknown>;
}
interface SheetJs {
  read(bytes: Uint8Array): unknown;
}

export async function read(): Promise<void> {
  const sample = sampleOf(edition2021, 7);
  const report: Report = {
    ...emptyReport(edition2021, sample.year, sample.unit),
    figures: Object.fromEntries(sample.truth),
    narrative: {
      overview: [...sample.narrative.overview],
      problems: [...sample.narrative.problems],
      other: [...sample.narrative.other],
    },
  };
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const shape = (name: string): Uint8Array => bytes(textShapes[name]?.write(sample) ?? '');
  const { year, unit } = sample;
  const cells = new Map([...sheetLayout(edition2021).figures].map(([id, { row, column }]) => [id, { row, column }]));
  const workbook = writeXlsx({
    edition: edition2021,
    year,
    unit,
    report,
    totals: new Map(),
    paint: paintRules(edition2021, cells),
    sheets: [],
    language: 'zh',
  });
  const word = writeWord(report);
  const mammoth = await peer<Mammoth>('mammoth');
  const sheetJs = await peer<SheetJs>('xlsx');
  const sources: { name: string; file: Uint8Array; peer?: [name: string, parse: () => unknown]; goal?: string }[] = [
    { name: '年报.json', file: bytes(writeJson(report)) },
    { name: '一格一行.txt', file: shape('one cell a line') },
    { name: '制表符.txt', file: shape('tab-separated') },
    { name: '年报.html', file: bytes(writeHtml(report)) },
    {
      name: '年报.docx',
      file: word,
      goal: '≤ 0.2',
      ...(mammoth && { peer: ['mammoth', () => mammoth.convertToHtml({ buffer: Buffer.from(word) })] }),
    },
    {
      name: '年报.xlsx',
      file: workbook,
      goal: '≤ 0.55',
      ...(sheetJs && { peer: ['SheetJS', () => sheetJs.read(workbook)] }),
    },
  ];
  const rows: Row[] = [];
  for (const source of sources) {
    const result = await readFile(source.name, source.file);
    if (!result.ok) throw new Error(`${source.name} was not read: ${result.failure.kind}`);
    const wrong = [...sample.truth].filter(([id, value]) => result.readings[0]?.report.figures[id] !== value).length;
    const runs = [() => readFile(source.name, source.file), ...(source.peer ? [source.peer[1]] : [])];
    const [ours = NaN, theirs] = await measureAll(runs, { roundTime: 100 });
    rows.push({
      what: `${source.name}, ${kilobytes(source.file.length)}, ${wrong} of ${sample.truth.size} figures wrong`,
      measured: duration(ours),
      ...(theirs !== undefined && {
        peer: `${duration(theirs)} (${source.peer?.[0]}, parse only)`,
        ratio: ours / theirs,
        ...(source.goal !== undefined && { goal: source.goal }),
      }),
    });
  }
  printTable('Reading a report', rows);
}
