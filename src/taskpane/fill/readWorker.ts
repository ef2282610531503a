/** Reads one source beside the pane, so that the pane stays alive and the reading can be ended at any moment. */
import { readSource, type Source } from './source';

self.addEventListener('message', (event: MessageEvent<Source>) => {
  void readSource(event.data).then((result) => self.postMessage(result));
});
