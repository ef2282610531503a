/** Entry of the command line. */
import { isLooseEnd } from '../read/looseEnds';
import { exits } from './command';
import { nodeIo } from './io';
import { main } from './main';

/** An error of the program's own must not be taken for a verdict on a report: Node would end with 1. */
function fail(error: unknown): void {
  nodeIo.error(`gouji: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exits.unread;
}

process.on('unhandledRejection', (reason) => {
  if (!isLooseEnd(reason)) fail(reason);
});

try {
  process.exitCode = await main(process.argv.slice(2), nodeIo);
} catch (error) {
  fail(error);
}
