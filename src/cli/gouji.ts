/** Entry of the command line. */
import { setFlagsFromString } from 'node:v8';
import { isLooseEnd } from '../read/looseEnds';
import { exits } from './command';
import { errorCode } from './errorCode';
import { dropDrafts, nodeIo } from './io';
import { main } from './main';
import { languageOf, wantsJson } from './options';
import { refusalText } from './reading/records';
import { wordsIn } from './words';

// The room for what is needed for a moment stays as small as at the start: grown, it makes a run over thousands of files no
// faster, and is the larger part of what their memory grows by.
setFlagsFromString('--semi-space-growth-factor=1');
// A run is short: what the engine optimizes early is used too seldom to pay for it. 100 reports take a quarter less time for
// this, 1,000 some 10 %, and 10,000 no more.
setFlagsFromString('--interrupt-budget=800000');

const argv = process.argv.slice(2);

/** An error of the program's own must not be taken for a verdict on a report: Node would end with 1. */
function fail(error: unknown): void {
  const message = `gouji: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  if (wantsJson(argv)) nodeIo.out(refusalText(message));
  nodeIo.error(`${message}\n`);
  process.exitCode = exits.unread;
}

// Whoever reads what is printed may stop, as `head` does: the rest is for nobody, the exit code still holds.
const closed = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);
let lost = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (lost || closed.has(errorCode(error))) return;
    lost = true;
    process.exitCode = exits.unread;
    const words = wordsIn(languageOf(argv));
    if (stream === process.stdout) nodeIo.error(`${words.notPrinted(words.cannotWrite(errorCode(error)))}\n`);
  });
}

// Whoever stops the program finds nothing half-written.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(signal, () => {
    dropDrafts();
    nodeIo.progress?.('');
    nodeIo.error(`${wordsIn(languageOf(argv)).stopped}\n`);
    process.exit(code);
  });
}

process.on('unhandledRejection', (reason) => {
  if (!isLooseEnd(reason)) fail(reason);
});

try {
  const exit = await main(argv, nodeIo);
  process.exitCode = lost ? exits.unread : exit;
} catch (error) {
  fail(error);
}
