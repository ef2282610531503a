/** Many reports as a collection keeps them. */
import type { Failure } from '../../rollup/collection/collection';
import type { Received } from '../../rollup/received';
import type { Io } from '../io';
import { forEachFile, settingOf } from './many';
import { withCause } from './print';
import type { Options } from '../options';
import { Shelf } from './shelf';

export interface Gathered {
  readonly received: readonly Received[];
  readonly failures: readonly Failure[];
  /** Files of other kinds, which were not read. */
  readonly skipped: readonly string[];
}

/** Reads every file, and says at once which could not be read. */
export async function gather(
  files: readonly string[],
  options: Options,
  io: Io,
  output: string | null,
): Promise<Gathered> {
  const received: Received[] = [];
  const failures: Failure[] = [];
  const shelf = new Shelf();
  const own = [options.roster, options.form].filter((file) => file !== null);
  const skipped = await forEachFile(files, settingOf(options, io, 'receive'), io, { output, own }, (outcome) => {
    for (const one of outcome.received) received.push(shelf.keep(one, outcome.source));
    if (outcome.failure === null) return;
    failures.push({ source: outcome.source, reason: outcome.failure, holds: outcome.holds });
    io.error(`${outcome.source}: ${withCause(outcome.failure, outcome.cause)}\n`);
  });
  return { received, failures, skipped };
}
