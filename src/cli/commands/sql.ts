import { identitiesSql } from '../../rules/sums/sql';
import { exits, Refusal, type Command } from '../command';
import { wordsIn } from '../words';
import { editionOf } from './edition';

/** The rules that are sums, as one query over the long table. */
export const sqlCommand: Command = {
  options: ['edition'],
  run: async (options, io) => {
    if (options.files.length > 0) throw new Refusal(wordsIn(options.language).noFileHere, exits.usage);
    io.out(`${identitiesSql(editionOf(options)).trimEnd()}\n`);
    return exits.done;
  },
};
