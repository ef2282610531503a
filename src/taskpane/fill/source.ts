/** What a user gives to be read, and how it is read. The readers are loaded when they are first needed. */
import type { ReadResult } from '../../read/reading';
import type { CheckedFile } from '../../rollup/collection/checked';

export type IncomingSource =
  | { readonly kind: 'text'; readonly text: string }
  /** `text`: the same content without its tables, read where the tables cannot be. */
  | { readonly kind: 'html'; readonly html: string; readonly text: string }
  | { readonly kind: 'file'; readonly file: File };

/** Pasted text may be anything that a file may be: the source of a page, exported data. */
async function readPlain(text: string): Promise<ReadResult> {
  return (await import('../../read/read')).readFile('', new TextEncoder().encode(text));
}

/** A file of a collection: it is read and checked at once, so that the pane has nothing to do but keep it. */
export interface CollectSource {
  readonly kind: 'collect';
  readonly file: File;
  /** What it is called in the collection. */
  readonly source: string;
}

export async function collectSource({ file, source }: CollectSource): Promise<CheckedFile> {
  const [result, { checkedFile }] = await Promise.all([
    readIncoming({ kind: 'file', file }),
    import('../../rollup/collection/checked'),
  ]);
  return checkedFile(source, result, new Date());
}

/** What a worker answers. */
export const answerTo = (source: IncomingSource | CollectSource): Promise<ReadResult | CheckedFile> =>
  source.kind === 'collect' ? collectSource(source) : readIncoming(source);

export async function readIncoming(source: IncomingSource): Promise<ReadResult> {
  switch (source.kind) {
    case 'text':
      return readPlain(source.text);
    case 'html': {
      const result = (await import('../../read/formats/html')).readHtml(source.html);
      return result.ok || source.text.trim() === '' ? result : readPlain(source.text);
    }
    case 'file': {
      const { readFile } = await import('../../read/read');
      return readFile(source.file.name, new Uint8Array(await source.file.arrayBuffer()));
    }
  }
}
