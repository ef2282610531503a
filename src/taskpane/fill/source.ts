/** What is done in a worker: how a source is read, and the workbook of a sum. What does it is loaded when it is first needed. */
import type { ReadResult } from '../../read/reading';
import type { CheckedFile } from '../../rollup/collection/checked';
import { writeSumBook, type SumBookOrder } from '../parts/sumBook';
import type { CollectSource, OpenedSource } from './incoming';

/** Pasted text may be anything that a file may be: the source of a page, exported data. */
async function readPlain(text: string): Promise<ReadResult> {
  return (await import('../../read/read')).readFile('', new TextEncoder().encode(text));
}

async function collectSource({ name, bytes, source }: CollectSource): Promise<CheckedFile> {
  const [result, { checkedFile }] = await Promise.all([
    readOpened({ kind: 'file', name, bytes }),
    import('../../rollup/collection/checked'),
  ]);
  return checkedFile(source, result, new Date());
}

type Message = OpenedSource | CollectSource | SumBookOrder;

function answerTo(message: Message): Promise<ReadResult | CheckedFile | Uint8Array> {
  switch (message.kind) {
    case 'collect':
      return collectSource(message);
    case 'sumBook':
      return writeSumBook(message);
    default:
      return readOpened(message);
  }
}

/** In a worker: answers each message with what was read or written. */
export const answerMessages = (): void =>
  self.addEventListener('message', (event: MessageEvent<Message>) => {
    answerTo(event.data).then(
      (result) => self.postMessage(result),
      // The page waits for an answer: it is told of a fault only where nobody has caught it.
      (fault: unknown) =>
        setTimeout(() => {
          throw fault;
        }),
    );
  });

export async function readOpened(source: OpenedSource): Promise<ReadResult> {
  switch (source.kind) {
    case 'text':
      return readPlain(source.text);
    case 'html': {
      const result = await (await import('../../read/read')).readPage(source.html);
      return result.ok || source.text.trim() === '' ? result : readPlain(source.text);
    }
    case 'file':
      return (await import('../../read/read')).readFile(source.name, source.bytes);
  }
}
