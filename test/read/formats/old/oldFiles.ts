/** Compound files and old workbooks written by ourselves, as plainly as the formats allow. */

const sectorLength = 512;
const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;
const tableSector = 0xfffffffd;
const miniCutoff = 4096;

/**
 * A compound file with these streams at its top. Every stream is filled up to the size that stands in whole sectors, as
 * programs do with small ones when they write the file anew; `nested` puts all of them into a storage below the top.
 */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>, nested = false): Uint8Array {
  const contents = Object.entries(streams).map(([name, bytes]) => {
    const size = Math.max(bytes.length, miniCutoff);
    const whole = new Uint8Array(Math.ceil(size / sectorLength) * sectorLength);
    whole.set(bytes);
    return { name, size, whole };
  });
  const entryCount = contents.length + (nested ? 2 : 1);
  const directorySectors = Math.ceil(entryCount / 4);
  const dataSectors = contents.reduce((sum, { whole }) => sum + whole.length / sectorLength, 0);
  let tableSectors = 1;
  while (tableSectors * 128 < tableSectors + directorySectors + dataSectors) tableSectors += 1;

  const bytes = new Uint8Array((1 + tableSectors + directorySectors + dataSectors) * sectorLength);
  const view = new DataView(bytes.buffer);
  const table = new Uint32Array(tableSectors * 128).fill(freeSector);
  const chain = (start: number, count: number): void => {
    for (let index = 0; index < count; index += 1)
      table[start + index] = index === count - 1 ? endOfChain : start + index + 1;
  };
  table.fill(tableSector, 0, tableSectors);
  chain(tableSectors, directorySectors);

  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, tableSectors, true);
  view.setUint32(48, tableSectors, true);
  view.setUint32(56, miniCutoff, true);
  view.setUint32(60, endOfChain, true);
  view.setUint32(68, endOfChain, true);
  for (let index = 0; index < 109; index += 1)
    view.setUint32(76 + index * 4, index < tableSectors ? index : freeSector, true);

  const entry = (index: number, name: string, type: number, child: number, start: number, size: number): void => {
    const at = (1 + tableSectors) * sectorLength + index * 128;
    [...name].forEach((char, offset) => view.setUint16(at + offset * 2, char.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, type);
    view.setUint8(at + 67, 1);
    view.setUint32(at + 68, freeSector, true);
    // Streams hang one below the other: the right-hand side of each is the next.
    view.setUint32(at + 72, type === 2 && index < entryCount - 1 ? index + 1 : freeSector, true);
    view.setUint32(at + 76, child, true);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  };
  entry(0, 'Root Entry', 5, entryCount > 1 ? 1 : freeSector, endOfChain, 0);
  if (nested) entry(1, 'ObjectPool', 1, 2, 0, 0);
  let start = tableSectors + directorySectors;
  contents.forEach(({ name, size, whole }, index) => {
    const sectors = whole.length / sectorLength;
    entry(index + (nested ? 2 : 1), name, 2, freeSector, start, size);
    chain(start, sectors);
    bytes.set(whole, (1 + start) * sectorLength);
    start += sectors;
  });
  table.forEach((value, index) => view.setUint32(sectorLength + index * 4, value, true));
  return bytes;
}

export interface OldDocumentOptions {
  /** How often the table of pieces names the whole text, from its first character on. */
  readonly pieces?: number;
  /** Changes to the properties of every paragraph, in the form in which the file holds them. */
  readonly changes?: Uint8Array;
  /** The stream in which long changes stand. */
  readonly data?: Uint8Array;
}

/** An old Word document of this text, UTF-16, `\r` at the end of a paragraph, `\u0007` at the end of a cell; without styles. */
export function oldDocument(text: string, options: OldDocumentOptions = {}): Uint8Array {
  const { pieces = 1, changes = new Uint8Array() } = options;
  const headLength = 1024;
  const document = new Uint8Array(headLength + text.length * 2);
  const view = new DataView(document.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0x00c1, true);
  view.setUint32(76, text.length, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(headLength + at * 2, text.charCodeAt(at), true);

  const own = changes.length === 0 ? 0 : 3 + changes.length;
  const table = new Uint8Array(own + 5 + (pieces + 1) * 4 + pieces * 8);
  const tableView = new DataView(table.buffer);
  if (own > 0) {
    table[0] = 1;
    tableView.setUint16(1, changes.length, true);
    table.set(changes, 3);
  }
  table[own] = 2;
  tableView.setUint32(own + 1, table.length - own - 5, true);
  for (let index = 0; index < pieces; index += 1) {
    // A piece ends where the next begins; one that begins at 0 again and again ends far behind.
    tableView.setUint32(own + 5 + index * 4, pieces > 1 && index % 2 === 1 ? text.length : 0, true);
    const at = own + 5 + (pieces + 1) * 4 + index * 8;
    tableView.setUint32(at + 2, headLength, true);
    tableView.setUint16(at + 6, own > 0 ? 1 : 0, true);
  }
  tableView.setUint32(own + 5 + pieces * 4, text.length, true);
  view.setUint32(154 + 33 * 8, 0, true);
  view.setUint32(158 + 33 * 8, table.length, true);
  return compoundFile({
    WordDocument: document,
    '0Table': table,
    ...(options.data === undefined ? {} : { Data: options.data }),
  });
}

/** The cell of a formula: the bytes of its result, and whether it is to be calculated when the file is opened. */
export interface FormulaCell {
  readonly result: readonly number[];
  readonly text?: string;
  readonly recalculate?: boolean;
  /** The formula itself, as the file keeps it. */
  readonly tokens?: readonly number[];
}

/** A number or a text under a number format. */
export interface FormattedCell {
  readonly value: string | number;
  readonly format: string;
  /** A line goes from corner to corner. */
  readonly crossed?: true;
  /** It is shown in the middle of its cell and the blank ones behind it that are like it. */
  readonly across?: true;
}

/** A text of runs, each in one of the fonts of the book. */
export interface RichCell {
  readonly runs: readonly { readonly text: string; readonly font: 0 | 1 | 2 | 3 | 5 | 6 | 7 }[];
}

/** Of the fonts of a book: plain, crossed out, raised, white, of one point, of six and of ten; no font has the number 4. */
const fontRecords: readonly (readonly [flags: number, script: number, color: number, height: number])[] = [
  [0, 0, 0x7fff, 220],
  [0x08, 0, 0x7fff, 220],
  [0, 1, 0x7fff, 220],
  [0, 0, 9, 220],
  [0, 0, 0x7fff, 20],
  [0, 0, 0x7fff, 120],
  [0, 0, 0x7fff, 200],
];

export type OldCell = string | number | boolean | null | FormulaCell | FormattedCell | RichCell;

export interface OldSheet {
  readonly name: string;
  readonly rows: readonly (readonly OldCell[])[];
  readonly hidden?: readonly number[];
  readonly hiddenColumns?: readonly [first: number, last: number];
  readonly hiddenSheet?: boolean;
  /** Blocks of cells that are one: first and last row, first and last column. */
  readonly merged?: readonly (readonly [number, number, number, number])[];
  /** Nothing is shown where a number is 0. */
  readonly hiddenZeros?: boolean;
  /** Cells that are written behind all others, whatever was written in their place before. */
  readonly again?: readonly (readonly [row: number, column: number, value: number])[];
  /** Records behind its cells. */
  readonly more?: readonly (readonly [type: number, contents: readonly number[]])[];
}

export interface OldBookOptions {
  /** Texts longer than this run over into a further record. */
  readonly longestRecord?: number;
  /** Writes texts as Excel 5 and 95 do, by this function of the encoding. */
  readonly narrow?: (text: string) => readonly number[];
  /** Contents of the record that says how the book is encrypted. */
  readonly password?: readonly number[];
  /** Results are only made anew on request. */
  readonly manual?: boolean;
}

const pair = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const four = (value: number): number[] => [...pair(value), ...pair(value >>> 16)];
const eight = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const wide = (text: string): number[] => [...text].flatMap((char) => pair(char.charCodeAt(0)));
const record = (type: number, contents: readonly number[]): number[] => [
  ...pair(type),
  ...pair(contents.length),
  ...contents,
];

/** The shared texts in records that are cut in the middle of a text, where each part says anew how wide it is. */
function sharedTexts(texts: readonly (string | RichCell)[], longest: number): number[] {
  const out: number[] = [];
  let type = 0x00fc;
  let part: number[] = [...four(texts.length), ...four(texts.length)];
  const flush = (): void => {
    out.push(...record(type, part));
    type = 0x003c;
    part = [];
  };
  for (const shared of texts) {
    const runs = typeof shared === 'string' ? [] : shared.runs;
    const text = typeof shared === 'string' ? shared : runs.map((run) => run.text).join('');
    if (part.length + 7 > longest) flush();
    part.push(...pair(text.length), ...(runs.length === 0 ? [1] : [1 | 0x08, ...pair(runs.length)]));
    for (const char of text) {
      if (part.length + 2 > longest) {
        flush();
        part.push(1);
      }
      part.push(...pair(char.charCodeAt(0)));
    }
    runs.forEach(({ font }, index) => {
      const before = runs.slice(0, index).map((run) => run.text);
      part.push(...pair(before.join('').length), ...pair(font));
    });
  }
  flush();
  return out;
}

/** The workbook stream of an old Excel file. */
export function oldBook(sheets: readonly OldSheet[], options: OldBookOptions = {}): Uint8Array {
  const { longestRecord = 8224, narrow } = options;
  const texts: (string | RichCell)[] = [];
  const shared = (text: string | RichCell): number => {
    const at = texts.indexOf(text);
    return at === -1 ? texts.push(text) - 1 : at;
  };
  /** Number formats in the order of their looks, of which those behind have a line over them: the first look is plain. */
  const formats = [
    'General',
    ...new Set(
      sheets.flatMap(({ rows }) =>
        rows.flatMap((row) =>
          row.flatMap((cell) => (typeof cell === 'object' && cell !== null && 'format' in cell ? [cell.format] : [])),
        ),
      ),
    ),
  ];
  const lookOf = ({ format, crossed, across }: FormattedCell): number =>
    formats.indexOf(format) + (across === true ? 2 * formats.length : crossed === true ? formats.length : 0);
  const version = narrow === undefined ? 0x0600 : 0x0500;
  const begin = (kind: number): number[] =>
    record(0x0809, [...pair(version), ...pair(kind), ...four(0), ...four(0), ...four(0)]);
  const text = (value: string): number[] =>
    narrow === undefined
      ? [...pair(value.length), 1, ...wide(value)]
      : [...pair(narrow(value).length), ...narrow(value)];
  const formatCode = (code: string): number[] =>
    narrow === undefined ? text(code) : [narrow(code).length, ...narrow(code)];
  const bodies = sheets.map(({ rows, hidden, hiddenColumns, merged, hiddenZeros, again, more }) => [
    ...begin(0x10),
    ...(options.manual === true ? record(0x000d, pair(0)) : []),
    ...(hiddenColumns === undefined
      ? []
      : record(0x007d, [...hiddenColumns.flatMap(pair), ...pair(2304), ...pair(15), ...pair(0x01), ...pair(0)])),
    ...(hidden ?? []).flatMap((row) =>
      record(0x0208, [...pair(row), ...pair(0), ...pair(9), ...pair(0), ...four(0), ...pair(0x20), ...pair(0)]),
    ),
    ...rows.flatMap((row, at) =>
      row.flatMap((cell, column) => {
        const formatted = typeof cell === 'object' && cell !== null && 'format' in cell;
        const value = formatted ? cell.value : cell;
        const place = [...pair(at), ...pair(column), ...pair(formatted ? lookOf(cell) : 0)];
        if (formatted && value === '') return record(0x0201, place);
        if (value === null || value === '') return [];
        if (typeof value === 'object' && 'runs' in value) return record(0x00fd, [...place, ...four(shared(value))]);
        if (typeof value === 'boolean') return record(0x0205, [...place, value ? 1 : 0, 0]);
        if (typeof value === 'string')
          return narrow === undefined
            ? record(0x00fd, [...place, ...four(shared(value))])
            : record(0x0204, [...place, ...text(value)]);
        if (typeof value === 'number')
          return Number.isInteger(value) && Math.abs(value) < 2 ** 29
            ? record(0x027e, [...place, ...four((value << 2) | 0x02)])
            : record(0x0203, [...place, ...eight(value)]);
        return [
          ...record(0x0006, [
            ...place,
            ...value.result,
            ...pair(value.recalculate === true ? 0x03 : 0),
            ...four(0),
            ...pair(value.tokens?.length ?? 0),
            ...(value.tokens ?? []),
          ]),
          ...(value.text === undefined ? [] : record(0x0207, text(value.text))),
        ];
      }),
    ),
    ...(again ?? []).flatMap(([row, column, value]) =>
      record(0x0203, [...pair(row), ...pair(column), ...pair(0), ...eight(value)]),
    ),
    ...(more ?? []).flatMap(([type, contents]) => record(type, contents)),
    ...(hiddenZeros === undefined ? [] : record(0x023e, [...pair(hiddenZeros ? 0x06a6 : 0x06b6), ...pair(0)])),
    ...(merged === undefined ? [] : record(0x00e5, [...pair(merged.length), ...merged.flat().flatMap(pair)])),
    ...record(0x000a, []),
  ]);
  const globals = (starts: readonly number[]): number[] => [
    ...begin(0x05),
    ...(options.password === undefined ? [] : record(0x002f, options.password)),
    ...(narrow === undefined ? [] : record(0x0042, pair(936))),
    ...fontRecords.flatMap(([flags, script, color, height]) =>
      record(0x0031, [
        ...pair(height),
        ...pair(flags),
        ...pair(color),
        ...pair(400),
        ...pair(script),
        ...four(0),
        ...pair(0),
      ]),
    ),
    ...formats.flatMap((code, index) => record(0x041e, [...pair(164 + index), ...formatCode(code)])),
    ...formats.flatMap((_, index) =>
      record(0x00e0, [...pair(0), ...pair(164 + index), ...four(0), ...four(0), ...four(0)]),
    ),
    ...formats.flatMap((_, index) =>
      record(0x00e0, [
        ...pair(0),
        ...pair(164 + index),
        ...four(0),
        ...pair(0),
        ...four(0x40000000),
        ...four(1 << 21),
        ...pair(0),
      ]),
    ),
    ...formats.flatMap((_, index) =>
      record(0x00e0, [...pair(0), ...pair(164 + index), ...pair(0), ...pair(6), ...four(0), ...four(0)]),
    ),
    ...sheets.flatMap(({ name, hiddenSheet }, index) =>
      record(0x0085, [
        ...four(starts[index] ?? 0),
        ...pair(hiddenSheet === true ? 0x01 : 0),
        ...(narrow === undefined ? [name.length, 1, ...wide(name)] : [narrow(name).length, ...narrow(name)]),
      ]),
    ),
    ...(narrow === undefined ? sharedTexts(texts, longestRecord) : []),
    ...record(0x000a, []),
  ];
  let start = globals([]).length;
  const starts = bodies.map((body) => {
    start += body.length;
    return start - body.length;
  });
  return new Uint8Array([...globals(starts), ...bodies.flat()]);
}

const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A stream of a PDF, whose dictionary says how it is packed. */
export const pdfStream = (content: Uint8Array, dictionary = ''): Uint8Array =>
  Buffer.concat([asBytes(`<<${dictionary}/Length ${content.length}>>\nstream\n`), content, asBytes('\nendstream')]);

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export function pdfOf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [asBytes('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  const places = objects.map((object, index) => {
    const at = length;
    add(asBytes(`${index + 1} 0 obj\n`));
    add(typeof object === 'string' ? asBytes(object) : object);
    add(asBytes('\nendobj\n'));
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`;
  return new Uint8Array(Buffer.concat([...parts, asBytes(table)]));
}

/** A PDF of one page; `page`: what its dictionary says besides, `objects`: those from number 4 on. */
export const pdfPage = (page: string, objects: readonly (string | Uint8Array)[]): Uint8Array =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${page}>>`,
    ...objects,
  ]);

/** A PDF of one page with this content, whose dictionary says how it is packed. */
export const pdfFile = (content: Uint8Array, packing = ''): Uint8Array =>
  pdfPage('/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>', [
    pdfStream(content, packing),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
