/**
 * Keeps very many reports in little room. What comes out of a worker has memory of its own for each row of figures; here many
 * rows lie side by side, in half the room where that holds every number exactly, and what most reports have in common is there
 * once.
 */
import type { Received } from '../../rollup/received';

type Row = Float32Array | Float64Array | Uint32Array;

/** Rows that lie together. */
const rowsTogether = 256;

/** A row in a block. A view of it is only made when it is looked at: of small rows the view would be the larger part. */
class Place<Kind extends Row> {
  constructor(
    private readonly block: Kind,
    private readonly at: number,
    private readonly length: number,
  ) {}

  get row(): Kind {
    return this.block.subarray(this.at, this.at + this.length) as Kind;
  }
}

/** Hands out rows of large blocks. */
class Rows<Kind extends Row> {
  private block: Kind | null = null;
  private used = 0;

  constructor(private readonly make: (length: number) => Kind) {}

  /** Where a copy of a row lies. */
  put(row: Row): Place<Kind> {
    if (this.block === null || this.used + row.length > this.block.length) {
      this.block = this.make(row.length * rowsTogether);
      this.used = 0;
    }
    this.block.set(row, this.used);
    const place = new Place(this.block, this.used, row.length);
    this.used += row.length;
    return place;
  }
}

const mostShared = 1_000;

/** Values that are the same are there once. Few differ. */
class Shared {
  private readonly known = new Map<string, unknown>();

  one<Value>(value: Value): Value {
    const key = JSON.stringify(value);
    const known = this.known.get(key);
    if (known !== undefined) return known as Value;
    if (this.known.size < mostShared) this.known.set(key, value);
    return value;
  }
}

/** All but the marks of the text, for which few ask, is there as in any report that came in. */
class Kept implements Received {
  readonly unit: Received['unit'];
  readonly year: Received['year'];
  readonly doubts: number;
  readonly isSum: boolean;
  readonly edition: string;
  readonly units: Received['units'];
  readonly unread: Received['unread'];
  readonly counts: Received['counts'];
  readonly explanations: Received['explanations'];

  constructor(
    readonly source: string,
    received: Received,
    readonly figures: Received['figures'],
    private readonly marks: Place<Uint32Array> | null,
    shared: Shared,
  ) {
    this.unit = received.unit;
    this.year = received.year;
    this.doubts = received.doubts;
    this.isSum = received.isSum;
    this.edition = shared.one(received.edition);
    this.units = shared.one(received.units);
    this.unread = shared.one(received.unread);
    this.counts = shared.one(received.counts);
    this.explanations = shared.one(received.explanations);
  }

  get textMarks(): Uint32Array | null {
    return this.marks?.row ?? null;
  }
}

const holdsExactly = (figures: Received['figures']): boolean =>
  figures.every((value) => Object.is(Math.fround(value), value));

export class Shelf {
  private readonly short = new Rows((length) => new Float32Array(length));
  private readonly long = new Rows((length) => new Float64Array(length));
  private readonly marks = new Rows((length) => new Uint32Array(length));
  private readonly shared = new Shared();

  /** The same report in less room. `file`: the name that is kept anyway, where the report is the only one of its file. */
  keep(received: Received, file: string): Received {
    const { source, figures, textMarks } = received;
    const rows = holdsExactly(figures) ? this.short : this.long;
    const marks = textMarks === null ? null : this.marks.put(textMarks);
    return new Kept(source === file ? file : source, received, rows.put(figures).row, marks, this.shared);
  }
}
