/** The readers as one script: in a worker it answers messages, in the page it offers a function. */
import type { CollectSource, OpenedSource } from '../taskpane/fill/incoming';
import { answerTo, readOpened } from '../taskpane/fill/source';

if ('document' in globalThis) window.goujiRead = readOpened;
else
  self.addEventListener('message', (event: MessageEvent<OpenedSource | CollectSource>) => {
    void answerTo(event.data).then((result) => self.postMessage(result));
  });
