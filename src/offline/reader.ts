/** The readers as one script: in a worker it answers messages, in the page it offers a function. */
import { readSource, type Source } from '../taskpane/fill/source';

if ('document' in globalThis) window.goujiRead = readSource;
else
  self.addEventListener('message', (event: MessageEvent<Source>) => {
    void readSource(event.data).then((result) => self.postMessage(result));
  });
