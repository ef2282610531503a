/** Reads one source beside the pane, so that the pane stays alive and the reading can be ended at any moment. */
import type { CollectSource, OpenedSource } from './incoming';
import { answerTo } from './source';

self.addEventListener('message', (event: MessageEvent<OpenedSource | CollectSource>) => {
  void answerTo(event.data).then((result) => self.postMessage(result));
});
