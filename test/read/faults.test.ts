import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/read/read';

interface Fault {
  readonly class: string;
  /** Figures that differ from those of the report that the other files hold. */
  readonly figures?: Readonly<Record<string, number>>;
  /** The only figures that the file holds. */
  readonly only?: Readonly<Record<string, number>>;
  /** Figures that nobody can read for certain: a doubt must name them. */
  readonly doubt?: readonly string[];
}

interface Truth {
  readonly figures: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, Fault>>;
}

const folder = join(import.meta.dirname, '../../../shared/corpus/faults');
const present = existsSync(join(folder, 'truth.json'));
if (!present) console.log('files after faults of other readers beside the checkout: absent, not read');

const truth = present
  ? (JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth)
  : { figures: {}, files: {} };

/** Kinds of files that may be refused, with a sentence that names the kind. */
const refusable = new Set(['rtf.doc']);

describe.skipIf(!present)('a file made after a fault of another reader', () => {
  it.each(Object.entries(truth.files))(
    '%s: every figure is right, or a doubt names it',
    async (name, { figures, only, doubt }) => {
      const result = await readFile(name, new Uint8Array(readFileSync(join(folder, name))));
      if (!result.ok) {
        expect(refusable.has(name), result.failure.kind).toBe(true);
        return;
      }
      expect(result.readings).toHaveLength(1);
      const [reading] = result.readings;
      const named = new Set(reading?.doubts.flatMap((own) => own.figures));
      const expected = only ?? { ...truth.figures, ...figures };
      const wrong = Object.entries(expected).filter(
        ([id, value]) => !named.has(id) && (reading?.report.figures[id] ?? null) !== value,
      );
      expect(wrong).toEqual([]);
      for (const id of doubt ?? []) expect(named.has(id), id).toBe(true);
    },
  );
});
