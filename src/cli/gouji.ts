/** Entry of the command line. */
import { exits } from './command';
import { nodeIo } from './io';
import { main } from './main';

try {
  process.exitCode = await main(process.argv.slice(2), nodeIo);
} catch (error) {
  // An error of the program's own must not be taken for a verdict on a report: Node would end with 1.
  nodeIo.error(`gouji: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exits.unread;
}
