/** Archives in which offices send reports (.zip): the names inside, in whatever encoding, and each file's bytes. */
import { ArchiveError, openArchive, type ArchiveKind } from './containers/archive';
import { kindOfPackage } from './containers/package';
import { causeOf, failed, type Failed } from './failure';

/** Endings of files that are read, or of which the reader says what they have to be saved as. */
export const reportEndings =
  '.docx .docm .dotx .doc .wps .wpt .rtf .odt .xlsx .xlsm .xlsb .xls .et .ett .ods .html .htm .mht .mhtml .pdf .ofd .txt .json'.split(
    ' ',
  );

/** Names are UTF-8 where the archive says so, or where they are nothing else; programs on Chinese Windows write GB 18030. */
function nameOf(bytes: Uint8Array, marked: boolean): string {
  if (marked) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Hundreds of reports in one archive, each unpacked alone and let go again: none becomes a file, wherever its name leads. */
const deliveryArchive: ArchiveKind = {
  entries: 20_000,
  claimed: 4 * 1024 * 1024 * 1024,
  total: 4 * 1024 * 1024 * 1024,
  ofParts: false,
  nameOf,
};

export interface DeliveredFile {
  /** Path inside the archive, `/` between folders; through archives inside it. */
  readonly name: string;
  /** Unpacks it. Throws an ArchiveError: one bad file is no reason to refuse the others. */
  readonly read: () => Uint8Array;
}

/** What programs leave behind, nobody sent it: the resource files of a Mac, thumbnails, files of an open Office. */
export const leftBehind = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|~\$|Thumbs\.db$|desktop\.ini$)/iu;

const isArchiveName = (name: string): boolean => /\.zip$/iu.test(name);

/** Archives inside archives that are opened. */
const deepest = 3;
/** Files in one delivery, those in archives inside it too: all units of a province, several times over. */
const mostFiles = 20_000;

interface Count {
  files: number;
}

/** Why a file of an archive, or the archive, is not read. */
export function deliveryFailure(error: unknown): Failed {
  if (!(error instanceof ArchiveError)) return failed('internal', { cause: causeOf(error) });
  const { trouble, danger, reason } = error;
  if (trouble === 'encrypted' || trouble === 'sealed') return failed(trouble);
  return trouble === 'broken' ? failed('archiveBroken') : failed('archiveUnsafe', { danger, reason });
}

/** Whether a file is an archive of files rather than a document that is one. */
export function isDelivery(name: string, bytes: Uint8Array): boolean {
  if (!isArchiveName(name) || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  try {
    return kindOfPackage(openArchive(bytes)) === null;
  } catch {
    // Too large or too many for a document, or broken: whatever it is, it is said where it is opened.
    return true;
  }
}

/**
 * The files of an archive, in its order, archives inside it opened in their turn.
 * @throws ArchiveError where the archive itself cannot be opened
 */
export function* openDelivery(bytes: Uint8Array, depth = 0, count: Count = { files: 0 }): Generator<DeliveredFile> {
  const archive = openArchive(bytes, deliveryArchive);
  for (const name of archive.names) {
    if (name.endsWith('/') || leftBehind.test(name)) continue;
    count.files += 1;
    if (count.files > mostFiles) throw new ArchiveError('unsafe', `more than ${mostFiles} files`, 'count');
    const read = (): Uint8Array => {
      const inside = archive.read(name);
      if (inside === null) throw new ArchiveError('broken', 'an entry is not there');
      return inside;
    };
    if (!isArchiveName(name)) {
      yield { name, read };
      continue;
    }
    if (depth + 1 >= deepest) {
      yield {
        name,
        read: () => {
          throw new ArchiveError('unsafe', 'archives inside archives', 'count');
        },
      };
      continue;
    }
    yield* openInner(name, read, depth, count);
  }
}

/** An archive inside an archive: one that cannot be opened is one file that cannot be read. */
function* openInner(name: string, read: () => Uint8Array, depth: number, count: Count): Generator<DeliveredFile> {
  let inner: DeliveredFile[] | Generator<DeliveredFile>;
  try {
    const bytes = read();
    inner = isDelivery(name, bytes) ? [...openDelivery(bytes, depth + 1, count)] : [{ name: '', read: () => bytes }];
  } catch (error) {
    inner = [
      {
        name: '',
        read: () => {
          throw error;
        },
      },
    ];
  }
  for (const file of inner) yield { name: file.name === '' ? name : `${name}/${file.name}`, read: file.read };
}
