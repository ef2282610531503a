/** Parts of other kinds that a Word document takes in: pages, web archives, documents, texts. Word shows them in their place. */
import { Budget } from '../../containers/budget';
import { figuresOf } from '../../../report/figures';
import { ArchiveError, openArchive, type Archive } from '../../containers/archive';
import { decodeText } from '../../containers/decode';
import { looksLikeMime } from '../../containers/mime';
import type { DocumentBlock } from '../../containers/tree';
import { readBlocks } from '../../compose/document';
import type { Doubt } from '../../doubt';
import { failed } from '../../failure';
import type { ReadResult } from '../../reading';
import { documentBlocks } from './docx';
import { blocksOfPage } from '../html';
import { htmlOfArchive } from '../webArchive';

/** A document may take in another that takes in another. */
const deepest = 4;
/** Parts that all of them together may take in. */
const mostChunks = 30;

const isPage = (text: string): boolean =>
  /<(?:!doctype html|html|head|body|table|div|p)\b/iu.test(text.slice(0, 20_000));

const paragraphs = (text: string): DocumentBlock[] =>
  text.split(/\r\n|\r|\n/u).map((line) => ({ kind: 'paragraph', text: line }));

/** A document whose parts of other kinds are read where they stand; those of a kind that is not read are said. */
export function readWithChunks(archive: Archive): ReadResult {
  // One for all parts together.
  const budget = new Budget();
  let taken = 0;
  const unread: (string | null)[] = [];
  const chunkAt =
    (depth: number) =>
    (bytes: Uint8Array): readonly DocumentBlock[] => {
      taken += 1;
      if (taken > mostChunks || depth > deepest) throw new ArchiveError('unsafe', 'parts within parts', 'count');
      if (bytes[0] === 0x50 && bytes[1] === 0x4b) return documentBlocks(openArchive(bytes), chunkAt(depth + 1));
      if (looksLikeMime(bytes)) return blocksOfPage(htmlOfArchive(bytes) ?? '', budget);
      const text = decodeText(bytes);
      if (text === null || /^\s*\{\\rtf/u.test(text)) {
        unread.push(text === null ? null : 'RTF');
        return [];
      }
      return isPage(text) ? blocksOfPage(text, budget) : paragraphs(text);
    };
  const result = readBlocks(documentBlocks(archive, chunkAt(1)));
  const [format] = unread;
  if (format === undefined) return result;
  if (!result.ok) return format === null ? result : failed('otherDocument', { format });
  return {
    ok: true,
    readings: result.readings.map((reading) => {
      const figures = figuresOf(reading.edition).map(({ id }) => id);
      const blank = figures.filter((id) => (reading.report.figures[id] ?? null) === null);
      const doubt: Doubt = { kind: 'partUnread', figures: blank, place: null, details: { format } };
      return { ...reading, doubts: [doubt, ...reading.doubts] };
    }),
  };
}
