/** The files that are meant by what stands on the command line: files, folders in folders, and archives of files. */
import { deliveryFailure, isDelivery, openDelivery, reportEndings } from '../../read/delivery';
import { causeIn } from '../../read/failure';
import { failureMessage } from '../../read/words/words';
import type { Language } from '../../report/language';
import { fileName, hasEnding, type Io } from '../io';
import { errorCode } from '../errorCode';
import { nothing, type Outcome, type Pool, type ReadTask } from './work';
import { wordsIn } from '../words';

const archives = ['.zip'];
/** What a report may be packed in, pictured on or sent with, and no program here opens. */
const closed =
  '.rar .7z .tar .gz .tgz .bz2 .xz .cab .iso .jpg .jpeg .png .bmp .gif .tif .tiff .webp .heic .eml .msg .ppt .pptx .dps'.split(
    ' ',
  );

/** Something to read, or the sentence that says why it is not read. */
export type Input = ReadTask | NotRead;

interface NotRead {
  readonly source: string;
  readonly failure: string;
  /** Where the program failed on it. */
  readonly cause?: string | null;
}

interface Setting {
  readonly language: Language;
  /** The file that will be written; it is not read. */
  readonly output: string | null;
  /** The list of units and the form of a platform are no reports where they lie among them. */
  readonly own: readonly string[];
  /** Is told each file of a folder or an archive that is no report by its name. */
  readonly skip: (source: string) => void;
}

/** What programs leave behind, nobody sent it. */
const leftBehindName = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;

type Sorted = 'read' | 'closed' | 'skipped';

/** What is done with a file among others, by its name. One that is no report is told, whatever it is. */
function sortOf(source: string, { skip }: Setting): Sorted {
  if (hasEnding(source, [...reportEndings, ...archives])) return 'read';
  if (hasEnding(source, closed)) return 'closed';
  if (!leftBehindName.test(fileName(source))) skip(source);
  return 'skipped';
}

const closedFile = (source: string, language: Language): Input => ({
  source,
  failure: wordsIn(language).closedKind(source.slice(source.lastIndexOf('.')).toLowerCase()),
});

/** The files of an archive. Nothing is unpacked before its turn. */
async function* filesOfArchive(file: string, io: Io, setting: Setting): AsyncGenerator<Input> {
  const { language } = setting;
  let bytes;
  try {
    bytes = await io.read(file);
  } catch (error) {
    yield { source: file, failure: wordsIn(language).cannotRead(errorCode(error)) };
    return;
  }
  if (!isDelivery(file, bytes)) {
    yield { source: file, bytes };
    return;
  }
  let found = 0;
  try {
    for (const { name, read } of openDelivery(bytes)) {
      const source = `${file}/${name}`;
      const sort = sortOf(source, setting);
      if (sort === 'skipped') continue;
      found += 1;
      yield sort === 'closed' ? closedFile(source, language) : taskOf(source, read, language);
    }
  } catch (error) {
    yield archiveFailure(file, error, language);
    return;
  }
  if (found === 0) yield { source: file, failure: wordsIn(language).emptyArchive };
}

function archiveFailure(source: string, error: unknown, language: Language): NotRead {
  const { failure } = deliveryFailure(error);
  return { source, failure: failureMessage(failure, language), cause: causeIn(failure) };
}

function taskOf(source: string, read: () => Uint8Array, language: Language): Input {
  try {
    return { source, bytes: read() };
  } catch (error) {
    return archiveFailure(source, error, language);
  }
}

/** Every input in the order in which it is named, folders by the names in them. Files that programs leave behind are none. */
export async function* inputsOf(named: readonly string[], io: Io, setting: Setting): AsyncGenerator<Input> {
  const words = wordsIn(setting.language);
  const isOwn = await ownTest(setting, io);
  for (const file of named) {
    const listing = await io.list(file);
    if (listing === null) {
      if (hasEnding(file, archives)) yield* filesOfArchive(file, io, setting);
      else yield { source: file, bytes: null };
      continue;
    }
    let found = listing.unread.length;
    for (const one of listing.files) {
      if (await isOwn(one)) continue;
      const sort = sortOf(one, setting);
      if (sort === 'skipped') continue;
      found += 1;
      if (sort === 'closed') yield closedFile(one, setting.language);
      else if (hasEnding(one, archives)) yield* filesOfArchive(one, io, setting);
      else yield { source: one, bytes: null };
    }
    for (const { file: one, folder, code } of listing.unread) {
      if (folder || hasEnding(one, [...reportEndings, ...archives]))
        yield { source: one, failure: folder ? words.cannotList(code) : words.cannotRead(code) };
    }
    if (found === 0) yield { source: file, failure: words.emptyFolder };
  }
}

/** Whether a file is the one that will be written, where one is there already, or one that the command reads for itself. */
async function ownTest({ output, own }: Setting, io: Io): Promise<(file: string) => Promise<boolean>> {
  const written = output === null || (await io.place(output).catch(() => 'free')) === 'free' ? null : output;
  const named = new Map(own.map((file) => [fileName(file), file]));
  return async (file) => {
    const same = named.get(fileName(file));
    return (same !== undefined && (await io.same(file, same))) || (written !== null && (await io.same(file, written)));
  };
}

/** Tasks that a worker has waiting for it: enough that none stands idle, few enough that little stands in memory. */
const ahead = 3;

const failedInput = ({ source, failure, cause = null }: NotRead): Outcome => ({ ...nothing, source, failure, cause });

/**
 * The outcome of each input, in the order of the inputs. No more files are held than the workers need; what comes of one is
 * let go before the next is asked for.
 */
export async function* outcomesOf(inputs: AsyncIterable<Input>, pool: Pool): AsyncGenerator<Outcome> {
  const running: Promise<Outcome>[] = [];
  for await (const input of inputs) {
    const started = 'failure' in input ? Promise.resolve(failedInput(input)) : pool.run(input);
    // Its failure is met where its turn comes.
    started.catch(() => undefined);
    running.push(started);
    if (running.length > pool.size * ahead) yield (await running.shift()) as Outcome;
  }
  for (const one of running) yield await one;
}
