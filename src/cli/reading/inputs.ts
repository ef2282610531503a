/** The files that are meant by what stands on the command line: files, folders in folders, and archives of files. */
import { ArchiveError } from '../../read/containers/archive';
import { isDelivery, openDelivery } from '../../read/delivery';
import { failureMessage } from '../../read/words/words';
import type { Language } from '../../report/language';
import { hasEnding, type Io } from '../io';
import { errorCode } from '../errorCode';
import { nothing, type Outcome, type Pool, type ReadTask } from './work';
import { wordsIn } from '../words';

const readable = ['.json', '.txt', '.html', '.htm', '.docx', '.doc', '.wps', '.xlsx', '.xls', '.et', '.pdf'];
const archives = ['.zip'];

/** Something to read, or the sentence that says why it is not read. */
export type Input = ReadTask | { readonly source: string; readonly failure: string };

interface Setting {
  readonly language: Language;
  /** The file that will be written; it is not read. */
  readonly output: string | null;
}

/** The files of an archive. Nothing is unpacked before its turn. */
async function* filesOfArchive(file: string, io: Io, { language }: Setting): AsyncGenerator<Input> {
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
      if (!hasEnding(name, [...readable, ...archives])) continue;
      found += 1;
      yield taskOf(`${file}/${name}`, read, language);
    }
  } catch (error) {
    yield { source: file, failure: archiveFailure(error, language) };
    return;
  }
  if (found === 0) yield { source: file, failure: wordsIn(language).emptyArchive };
}

const archiveFailure = (error: unknown, language: Language): string => {
  if (!(error instanceof ArchiveError)) throw error;
  const { trouble, danger, reason } = error;
  if (trouble === 'encrypted' || trouble === 'sealed') return failureMessage({ kind: trouble, details: {} }, language);
  return trouble === 'broken'
    ? failureMessage({ kind: 'archiveBroken', details: {} }, language)
    : failureMessage({ kind: 'archiveUnsafe', details: { danger, reason } }, language);
};

function taskOf(source: string, read: () => Uint8Array, language: Language): Input {
  try {
    return { source, bytes: read() };
  } catch (error) {
    return { source, failure: archiveFailure(error, language) };
  }
}

/** Every input in the order in which it is named, folders by the names in them. Files that programs leave behind are none. */
export async function* inputsOf(named: readonly string[], io: Io, setting: Setting): AsyncGenerator<Input> {
  const words = wordsIn(setting.language);
  const isOutput = await outputTest(setting.output, io);
  for (const file of named) {
    const listing = await io.list(file);
    if (listing === null) {
      if (hasEnding(file, archives)) yield* filesOfArchive(file, io, setting);
      else yield { source: file, bytes: null };
      continue;
    }
    let found = listing.unread.length;
    for (const one of listing.files) {
      if (!hasEnding(one, [...readable, ...archives]) || (await isOutput(one))) continue;
      found += 1;
      if (hasEnding(one, archives)) yield* filesOfArchive(one, io, setting);
      else yield { source: one, bytes: null };
    }
    for (const { file: one, folder, code } of listing.unread) {
      if (folder || hasEnding(one, readable))
        yield { source: one, failure: folder ? words.cannotList(code) : words.cannotRead(code) };
    }
    if (found === 0) yield { source: file, failure: words.emptyFolder };
  }
}

/** Whether a file is the one that will be written. Nothing is, where nothing is there yet. */
async function outputTest(output: string | null, io: Io): Promise<(file: string) => Promise<boolean>> {
  if (output === null || (await io.place(output).catch(() => 'free')) === 'free') return async () => false;
  return (file) => io.same(file, output);
}

/** Tasks that a worker has waiting for it: enough that none stands idle, few enough that little stands in memory. */
const ahead = 3;

const failedInput = (source: string, failure: string): Outcome => ({ ...nothing, source, failure });

/**
 * The outcome of each input, in the order of the inputs. No more files are held than the workers need; what comes of one is
 * let go before the next is asked for.
 */
export async function* outcomesOf(inputs: AsyncIterable<Input>, pool: Pool): AsyncGenerator<Outcome> {
  const running: Promise<Outcome>[] = [];
  for await (const input of inputs) {
    const started = 'failure' in input ? Promise.resolve(failedInput(input.source, input.failure)) : pool.run(input);
    // Its failure is met where its turn comes.
    started.catch(() => undefined);
    running.push(started);
    if (running.length > pool.size * ahead) yield (await running.shift()) as Outcome;
  }
  for (const one of running) yield await one;
}
