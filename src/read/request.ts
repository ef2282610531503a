/** What may be asked to be read, in a form that can be sent to a worker, and what comes back from there. */
import { findEdition } from '../report/figures';
import type { ReadResult } from './reading';

export type ReadRequest =
  | { readonly kind: 'text'; readonly text: string }
  /** `text`: the same content without its markup, read where the page gives nothing. */
  | { readonly kind: 'html'; readonly html: string; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

async function readPlain(text: string): Promise<ReadResult> {
  const { looksLikeJson, readJson } = await import('./json');
  return looksLikeJson(text) ? readJson(text) : (await import('./text')).readText(text);
}

/** Never throws: what cannot be read comes back as a failure with its reason. */
export async function readRequest(request: ReadRequest): Promise<ReadResult> {
  try {
    switch (request.kind) {
      case 'text':
        return await readPlain(request.text);
      case 'html': {
        const result = (await import('./html')).readHtml(request.html);
        return result.ok || request.text.trim() === '' ? result : await readPlain(request.text);
      }
      case 'file':
        return await (await import('./read')).readFile(request.name, request.bytes);
    }
  } catch {
    return { ok: false, failure: { kind: 'internal', details: {} } };
  }
}

/** A result that was copied out of a worker, with the editions of this side in the place of their copies. */
export function received(result: ReadResult): ReadResult {
  if (!result.ok) return result;
  return {
    ok: true,
    readings: result.readings.map((reading) => ({
      ...reading,
      edition: findEdition(reading.edition.id) ?? reading.edition,
    })),
  };
}
