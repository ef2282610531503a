/** Reads reports from a Word document (.docx): the text as it stands when every tracked change is accepted. */
import type { Archive } from '../../containers/archive';
import { boundIn } from './docxBinding';
import { ArchiveError } from '../../containers/archive';
import { mainPart, relationsOf } from '../../containers/package';
import { readBlocks } from '../../compose/document';
import type { ReadResult } from '../../reading';
import type { DocumentBlock } from '../../containers/tree';
import { blocksOf, noChunks, type ChunkReader } from './docxBlocks';
import { noStyles, stylesOf } from './docxLook';

/** Whether the settings of a document ask Word to make its fields anew. */
const updatesFields = (settings: Uint8Array | null): boolean =>
  settings !== null &&
  /<\w+:updateFields(?:\s+\w+:val="(?:1|true|on)")?\s*\/?>/u.test(new TextDecoder().decode(settings));

/** The blocks of a package. `chunk`: of the bytes of a part that the document takes in. Throws an ArchiveError. */
export function documentBlocks(
  archive: Archive,
  chunk: ((bytes: Uint8Array) => readonly DocumentBlock[]) | null,
): DocumentBlock[] {
  const main = mainPart(archive) ?? 'word/document.xml';
  const bytes = archive.read(main);
  if (bytes === null) throw new ArchiveError('broken', 'no document inside');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = relationsOf(archive, main);
  const styles = archive.read(relations.ofKind('styles') ?? `${folder}styles.xml`);
  let updates: boolean | null = null;
  const chunkOf: ChunkReader = (id) => {
    const part = relations.byId(id);
    const content = part === null ? null : archive.read(part);
    return content === null || chunk === null ? [] : chunk(content);
  };
  return blocksOf(
    bytes,
    styles === null ? noStyles : stylesOf(styles),
    chunk === null ? noChunks : chunkOf,
    boundIn(archive),
    () => (updates ??= updatesFields(archive.read(relations.ofKind('settings') ?? `${folder}settings.xml`))),
  );
}

/** True for a document that takes in a part of another kind: what reads those is loaded only then. */
export const takesInParts = (archive: Archive): boolean =>
  relationsOf(archive, mainPart(archive) ?? 'word/document.xml').ofKind('aFChunk') !== null;

/** Throws an ArchiveError where the file is not what it should be. */
export const readDocx = (archive: Archive): ReadResult => readBlocks(documentBlocks(archive, null));

/** Word 2003 XML: one file, with the elements that .docx took over. Throws an ArchiveError. */
export const readWordXml = (bytes: Uint8Array): ReadResult => readBlocks(blocksOf(bytes, stylesOf(bytes)));
