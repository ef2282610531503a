/** The long table of very many units, written piece by piece: no more than some units stand in memory as text. */
import { csvText } from '../../report/csv';
import type { UnitRow } from '../../rollup/collection/collection';
import { longColumns, longFields, longRowsOf, type LongRow } from '../../rollup/tables';

/** Units whose rows are made at once. */
const together = 50;

function* chunks(rows: readonly UnitRow[]): Generator<LongRow[]> {
  for (let at = 0; at < rows.length; at += together) {
    const piece = rows.slice(at, at + together).flatMap(longRowsOf);
    if (piece.length > 0) yield piece;
  }
}

/** As CSV, every report that was read; `included` tells which count. */
export async function* longCsv(rows: readonly UnitRow[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvText([longColumns]));
  // The byte order mark stands once.
  for (const piece of chunks(rows)) yield encoder.encode(csvText(piece.map(longFields)).slice(1));
}

/** Rows of a row group: what an engine skips or takes as a whole. */
const groupRows = 100_000;

const parquetSchema = [
  { name: 'root', num_children: longColumns.length },
  ...longColumns.map((name) =>
    name === 'year'
      ? ({ name, type: 'INT32', repetition_type: 'OPTIONAL' } as const)
      : name === 'value'
        ? ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const)
        : name === 'included'
          ? ({ name, type: 'BOOLEAN', repetition_type: 'REQUIRED' } as const)
          : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' } as const),
  ),
];

/** As Parquet, with the same columns. */
export async function* longParquet(rows: readonly UnitRow[]): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const buffer = new ByteWriter();
  const take = (): Uint8Array => {
    const bytes = buffer.getBytes().slice();
    buffer.index = 0;
    return bytes;
  };
  const parquet = new ParquetWriter({ writer: buffer, schema: parquetSchema, createdBy: 'gouji' });
  let group: LongRow[] = [];
  const writeGroup = async (): Promise<void> => {
    const columnData = longColumns.map((name) => ({ name, data: group.map((row) => row[name]) }));
    await parquet.write({ columnData, rowGroupSize: groupRows });
    group = [];
  };
  for (const piece of chunks(rows)) {
    group.push(...piece);
    if (group.length < groupRows) continue;
    await writeGroup();
    yield take();
  }
  if (group.length > 0) await writeGroup();
  await parquet.finish();
  yield take();
}
