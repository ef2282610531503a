/** What a user gives to be read, and how it is read. The readers are loaded when they are first needed. */
import { failed, type Failed } from '../../read/failure';
import type { ReadResult } from '../../read/reading';
import type { CheckedFile } from '../../rollup/collection/checked';

type PastedSource =
  | { readonly kind: 'text'; readonly text: string }
  /** `text`: the same content without its tables, read where the tables cannot be. */
  | { readonly kind: 'html'; readonly html: string; readonly text: string };

export type IncomingSource = PastedSource | { readonly kind: 'file'; readonly file: File };

/**
 * A source as it goes to a worker: a file by its bytes, for a worker of a page that was itself opened as a file may not read
 * what the page was given (WebKit).
 */
export type OpenedSource =
  PastedSource | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** A file of a collection: it is read and checked at once, so that the pane has nothing to do but keep it. */
export interface CollectSource {
  readonly kind: 'collect';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What it is called in the collection. */
  readonly source: string;
  readonly name: string;
}

/** The bytes of a file; a failure where the system does not give them. */
export async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | Failed> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return failed('fileGone');
  }
}

export async function opened(source: IncomingSource): Promise<OpenedSource | Failed> {
  if (source.kind !== 'file') return source;
  const bytes = await bytesOf(source.file);
  return 'ok' in bytes ? bytes : { kind: 'file', name: source.file.name, bytes };
}

/** Pasted text may be anything that a file may be: the source of a page, exported data. */
async function readPlain(text: string): Promise<ReadResult> {
  return (await import('../../read/read')).readFile('', new TextEncoder().encode(text));
}

async function collectSource({ name, bytes, source }: CollectSource): Promise<CheckedFile> {
  const [result, { checkedFile }] = await Promise.all([
    readOpened({ kind: 'file', name, bytes }),
    import('../../rollup/collection/checked'),
  ]);
  return checkedFile(source, result, new Date());
}

/** What a worker answers. */
export const answerTo = (source: OpenedSource | CollectSource): Promise<ReadResult | CheckedFile> =>
  source.kind === 'collect' ? collectSource(source) : readOpened(source);

export async function readOpened(source: OpenedSource): Promise<ReadResult> {
  switch (source.kind) {
    case 'text':
      return readPlain(source.text);
    case 'html': {
      const result = (await import('../../read/formats/html')).readHtml(source.html);
      return result.ok || source.text.trim() === '' ? result : readPlain(source.text);
    }
    case 'file':
      return (await import('../../read/read')).readFile(source.name, source.bytes);
  }
}
