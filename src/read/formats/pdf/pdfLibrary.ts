/**
 * The library that takes a PDF apart. Its two halves speak through a channel, so that a file that keeps it busy can be given
 * up: without one they would not let go before they are done.
 */
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { ArchiveError } from '../../containers/archive';
import type { Packing } from './pdfPacking';

/** Milliseconds after which a file that is still being taken apart is given up. */
const patience = 15_000;
/** Milliseconds that the library has for clearing up; one that is still busy is left. */
const farewell = 100;
/** Messages about one page: pieces of its list, of a thousand drawing operations each; typefaces, in parts, and pictures. */
const most = { pieces: 150, others: 2_000 } as const;
/** The library hands over a list in pieces, as a stream. */
const isPiece = (data: unknown): boolean => typeof data === 'object' && data !== null && 'stream' in data;

/**
 * Characters that all tables of a file may say something of. A typeface has 65,536 at most; the library, as it is built
 * (`scripts/shared/pdf-limits.mjs`), ends where they are spent.
 */
const mostCharacters = 4_000_000;
/** Drawings within drawings that a file may show (a stamp, a chart; each may hold others, many times over), and fields and notes. */
const mostForms = 10_000;
/**
 * Bytes that all streams of a file may take while they are taken apart, each time that one grows to twice as much: a few times
 * what they are, for one may be asked for by several pages.
 */
const bytesOf = ({ unpacked }: Packing): number => Math.min(600 * megabyte, 64 * megabyte + unpacked * 16);
const megabyte = 1024 * 1024;
/**
 * Words and letters that all pages of a file may draw. A page of a report has some ten thousand, and is packed to one byte or
 * more for each; what unpacks to far more, or is drawn by page after page, is no report.
 */
const stepsOf = ({ packed }: Packing): number => 400_000 + packed * 8;

/** The half that reads the file; the library leaves it where a page could find it. */
interface WorkerHalf {
  readonly WorkerMessageHandler: { readonly initializeFromPort: (port: MessagePort) => void };
}

const isWorkerHalf = (value: unknown): value is WorkerHalf =>
  typeof value === 'object' && value !== null && 'WorkerMessageHandler' in value;

/** Browsers before 2024 and Node 20 lack what the library needs of an array that is complete. */
function completeArrays(): void {
  const { prototype } = ArrayBuffer;
  if ('transferToFixedLength' in prototype) return;
  Object.defineProperty(prototype, 'transferToFixedLength', {
    configurable: true,
    value(this: ArrayBuffer, length: number): ArrayBuffer {
      return this.slice(0, length);
    },
  });
}

/**
 * In a worker the library would take itself for a worker of its own and answer the messages that are meant for ours. While it
 * is loaded it finds a window, which no worker has.
 */
async function loadLibrary() {
  completeArrays();
  const marked = !('window' in globalThis);
  if (marked) Object.defineProperty(globalThis, 'window', { value: {}, configurable: true });
  try {
    return await import('unpdf/pdfjs');
  } finally {
    if (marked) Reflect.deleteProperty(globalThis, 'window');
  }
}

export interface OpenPdf {
  readonly file: PDFDocumentProxy;
  /** Names of the drawing operations by their codes. */
  readonly names: ReadonlyMap<number, string>;
  /** To be said before each page: every page may take so many messages. */
  readonly nextPage: () => void;
}

const spent = (): ArchiveError =>
  new ArchiveError('unsafe', 'it names far more characters than any typeface has', 'effort');

const tooLong = (): ArchiveError => new ArchiveError('unsafe', 'it takes too long to take apart', 'effort');

type Library = Awaited<ReturnType<typeof loadLibrary>>;

/** Begins to open a file, whose other half is at the other end of `port`. */
function openAt({ getDocument, PDFWorker }: Library, port: MessagePort, bytes: Uint8Array) {
  return getDocument({
    // The library takes the bytes for itself, and wants no other kind of array.
    data: new Uint8Array(bytes),
    // It takes any port; its types say that it wants a worker.
    worker: PDFWorker.create({ port: port as unknown as Worker, verbosity: 0 }),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    // Pictures are not looked at; that there is one is said (`scripts/shared/pdf-limits.mjs`).
    maxImageSize: 0,
    verbosity: 0,
  });
}

/** Opens a file for as long as `use` takes. Throws an ArchiveError. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  packing: Packing,
  use: (pdf: OpenPdf) => Promise<Result>,
): Promise<Result> {
  const library = await loadLibrary();
  const half: unknown = Reflect.get(globalThis, 'pdfjsWorker');
  if (!isWorkerHalf(half)) throw new Error('the library came without its other half');
  const budget = {
    left: mostCharacters,
    forms: mostForms,
    bytes: bytesOf(packing),
    steps: stepsOf(packing),
    over: (): void => undefined,
  };
  Reflect.set(globalThis, 'goujiPdfBudget', budget);
  const { port1, port2 } = new MessageChannel();
  const told = { pieces: 0, others: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(tooLong());
    budget.over = giveUp;
    timer = setTimeout(giveUp, patience);
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      told[isPiece(data) ? 'pieces' : 'others'] += 1;
      if (told.pieces > most.pieces || told.others > most.others) giveUp();
    });
  });
  half.WorkerMessageHandler.initializeFromPort(port2);
  for (const port of [port1, port2]) port.start();
  const task = openAt(library, port1, bytes);
  const work = async (): Promise<Result> =>
    use({
      file: await task.promise,
      names: new Map(Object.entries(library.OPS).map(([name, code]) => [code, name])),
      nextPage: () => {
        Object.assign(told, { pieces: 0, others: 0 });
      },
    });
  try {
    const result = await Promise.race([work(), givenUp]);
    // What was left out may have been text.
    if (budget.left < 0) throw spent();
    return result;
  } catch (error) {
    if (budget.left < 0) throw spent();
    if (error instanceof ArchiveError) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new ArchiveError('encrypted', error.message);
    throw new ArchiveError('broken', 'the library cannot take it apart');
  } finally {
    clearTimeout(timer);
    const busy = new Promise((resolve) => {
      timer = setTimeout(resolve, farewell);
    });
    await Promise.race([task.destroy().catch(() => undefined), busy]);
    clearTimeout(timer);
    for (const port of [port1, port2]) port.close();
  }
}
