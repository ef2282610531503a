/**
 * The parts of an Office file (.xlsx, .docx) and how one leads to another: by relationships, never by a fixed name.
 * Source: ECMA-376 part 2.
 */
import { type Archive, ArchiveError } from './archive';
import { parseXml, type XmlAttributes } from './xml';

/** Where the relationships of a part lead. Targets are names in the archive. */
export interface Relations {
  /** Null if there is none, or if it leads to something that is not in the file. Throws an ArchiveError. */
  byId(id: string): string | null;
  /** The first of a kind (`worksheet`, `sharedStrings`), by the end of its type. Throws an ArchiveError. */
  ofKind(kind: string): string | null;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Relationships of one part. A workbook has one for each sheet. */
const mostRelations = 5000;

const nothing = (): undefined => undefined;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** A target as a name in the archive. Throws an ArchiveError for one that leads outside the file. */
function resolved(archive: Archive, part: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const folders = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') folders.push(step);
    else if (folders.pop() === undefined)
      throw new ArchiveError('unsafe', 'a relationship that leads outside the file', 'path');
  }
  const name = folders.join('/');
  const known = archive.names.some((other) => other.toLowerCase() === name.toLowerCase());
  return known ? name : decoded(name);
}

const elements = (bytes: Uint8Array, wanted: (name: string, attributes: XmlAttributes) => void): void =>
  parseXml(bytes, { open: wanted, close: nothing, text: nothing });

const relationsIn = ofBytes((bytes) => {
  const relations: Relation[] = [];
  elements(bytes, (name, attributes) => {
    const target = attributes.get('Target');
    if (name !== 'Relationship' || target === undefined || attributes.get('TargetMode') === 'External') return;
    if (relations.length >= mostRelations)
      throw new ArchiveError('unsafe', `more than ${mostRelations} relationships`, 'count');
    relations.push({ id: attributes.get('Id') ?? '', type: attributes.get('Type') ?? '', target });
  });
  return relations;
});

/** Types of parts by their names, as a file says them. */
const typesIn = ofBytes((bytes) => {
  const types = new Map<string, string>();
  elements(bytes, (name, attributes) => {
    if (name === 'Override')
      types.set((attributes.get('PartName') ?? '').toLowerCase(), attributes.get('ContentType') ?? '');
  });
  return types;
});

const known = new WeakMap<Archive, Map<string, Relations>>();

/** Relationships of a part; of the whole file for `''`. A part without any has none. Throws an ArchiveError. */
export function relationsOf(archive: Archive, part: string): Relations {
  const own = known.get(archive) ?? new Map<string, Relations>();
  known.set(archive, own);
  const relations = own.get(part) ?? readRelations(archive, part);
  own.set(part, relations);
  return relations;
}

function readRelations(archive: Archive, part: string): Relations {
  const cut = part.lastIndexOf('/') + 1;
  const bytes = archive.readAlike(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
  const relations = bytes === null ? [] : relationsIn(bytes);
  const lead = (relation: Relation | undefined): string | null =>
    relation === undefined ? null : resolved(archive, part, relation.target);
  return {
    byId: (id) => lead(relations.find((relation) => relation.id === id)),
    ofKind: (kind) => lead(relations.find(({ type }) => type.endsWith(`/${kind}`))),
  };
}

/** The part that is the document itself; null where the file does not say. Throws an ArchiveError. */
export const mainPart = (archive: Archive): string | null => relationsOf(archive, '').ofKind('officeDocument');

type PackageKind = 'workbook' | 'binaryWorkbook' | 'document';

/** What an Office file is, by the type of its main part, else by the folder that Office keeps its parts in. */
export function kindOfPackage(archive: Archive): PackageKind | null {
  const main = mainPart(archive)?.toLowerCase() ?? '';
  const bytes = archive.readAlike('[Content_Types].xml');
  const type = (bytes === null ? undefined : typesIn(bytes).get(`/${main}`)) ?? '';
  const holds = (folder: string): boolean => archive.names.some((name) => name.toLowerCase().startsWith(folder));
  if (/excel\.sheet\.binary/iu.test(type) || /(?:^|\/)workbook\.bin$/u.test(main)) return 'binaryWorkbook';
  if (/spreadsheetml|ms-excel/iu.test(type)) return 'workbook';
  if (/wordprocessingml|ms-word/iu.test(type)) return 'document';
  return holds('xl/') ? 'workbook' : holds('word/') ? 'document' : null;
}

/** What is made of the bytes of a part is made once, as long as the part is there. See `Archive.readAlike`. */
export function ofBytes<Result extends object>(make: (bytes: Uint8Array) => Result): (bytes: Uint8Array) => Result {
  const known = new WeakMap<Uint8Array, Result>();
  return (bytes) => {
    const found = known.get(bytes);
    if (found !== undefined) return found;
    const made = make(bytes);
    known.set(bytes, made);
    return made;
  };
}
