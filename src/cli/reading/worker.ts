/** A worker of the command line: reads the files that it is given, one after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { unpackBy } from '../../read/containers/archive';
import { largestFile } from '../../read/limits';
import { isLooseEnd } from '../../read/looseEnds';
import { inlinePool } from './inlinePool';
import { readUpTo } from './readFile';
import { unpackingInNode } from './unpack';
import type { ReadTask, WorkSetting } from './work';

unpackBy(unpackingInNode);
const hand = inlinePool(workerData as WorkSetting, (file) => readUpTo(file, largestFile));

// What a library leaves behind after its answer is no reason to stop; anything else is, and the file is told as unread.
process.on('unhandledRejection', (reason) => {
  if (!isLooseEnd(reason)) throw reason;
});

// The next task waits here already when one is done.
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: ReadTask) => {
  last = last.then(async () => parentPort?.postMessage(await hand.run(task)));
});
