/** Reading a source that the user gave. The readers are loaded when they are first needed. */
import type { ReadResult } from '../read/reading';

export type Source =
  | { readonly kind: 'text'; readonly text: string }
  /** `text`: the same content without its tables, read where the tables cannot be. */
  | { readonly kind: 'html'; readonly html: string; readonly text: string }
  | { readonly kind: 'file'; readonly file: File };

async function readPlain(text: string): Promise<ReadResult> {
  const { looksLikeJson, readJson } = await import('../read/json');
  return looksLikeJson(text) ? readJson(text) : (await import('../read/text')).readText(text);
}

export async function readSource(source: Source): Promise<ReadResult> {
  switch (source.kind) {
    case 'text':
    case 'html':
      return readPlain(source.text);
    case 'file':
      return readPlain(await source.file.text());
  }
}
