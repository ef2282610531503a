/** The readers as one script: in a worker it answers messages, in the page it offers a function. */
import { answerTo, readSource, type CollectSource, type Source } from '../taskpane/fill/source';

if ('document' in globalThis) window.goujiRead = readSource;
else
  self.addEventListener('message', (event: MessageEvent<Source | CollectSource>) => {
    void answerTo(event.data).then((result) => self.postMessage(result));
  });
