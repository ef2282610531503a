/** The readers as one script: in a worker it answers messages, in the page it offers a function. */
import { answerTo, readIncoming, type CollectSource, type IncomingSource } from '../taskpane/fill/source';

if ('document' in globalThis) window.goujiRead = readIncoming;
else
  self.addEventListener('message', (event: MessageEvent<IncomingSource | CollectSource>) => {
    void answerTo(event.data).then((result) => self.postMessage(result));
  });
