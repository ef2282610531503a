/** Every shape in which we write a report, with the name of a file that holds it. */
import { delimitedShapes } from './noise/delimited';
import { excelShapes, wordShapes } from './files';
import { markedWriters } from './noise/marks';
import { htmlShapes, textShapes, type Sample } from './noise/shapes';

export interface Writer {
  readonly file: string;
  readonly write: (sample: Sample) => Uint8Array;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const each = <Shape>(shapes: Readonly<Record<string, Shape>>, writer: (shape: Shape) => Writer) =>
  Object.entries(shapes).map(([name, shape]) => [name, writer(shape)] as const);

export const writers: ReadonlyMap<string, Writer> = new Map([
  ...each(textShapes, ({ write }) => ({ file: 'report.txt', write: (sample) => encode(write(sample)) })),
  ...each(delimitedShapes, ({ write }) => ({ file: 'report.txt', write: (sample) => encode(write(sample)) })),
  ...each(htmlShapes, (write) => ({ file: 'report.html', write: (sample) => encode(write(sample)) })),
  ...markedWriters,
  ...each(wordShapes, (write) => ({ file: 'report.docx', write })),
  ...each(excelShapes, (write) => ({ file: 'report.xlsx', write })),
]);

export const shapeNames = [...writers.keys()];

/** @throws RangeError for a shape that there is not */
export function writerOf(shape: string): Writer {
  const writer = writers.get(shape);
  if (writer === undefined) throw new RangeError(`no shape ${shape}`);
  return writer;
}
