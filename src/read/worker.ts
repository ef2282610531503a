/**
 * The entry of a web worker: takes a ReadRequest, posts its ReadResult. Whoever waits no longer ends the worker, which
 * ends the reading at once. What it posts is to be passed through `received`.
 */
import { readRequest, type ReadRequest } from './request';

addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  void readRequest(event.data).then((result) => postMessage(result));
});
