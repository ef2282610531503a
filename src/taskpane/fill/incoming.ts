/** What a user gives to be read, and how it gets to where it is read. No reader is loaded with it. */
import { failed, type Failed } from '../../read/failure';

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
