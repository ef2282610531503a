/** Reads one source beside the pane, so that the pane stays alive and the reading can be ended at any moment. */
import { answerTo, type CollectSource, type IncomingSource } from './source';

self.addEventListener('message', (event: MessageEvent<IncomingSource | CollectSource>) => {
  void answerTo(event.data).then((result) => self.postMessage(result));
});
