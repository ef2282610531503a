import { queryNames, rollUpSql } from '../../rollup/sql';
import { identitiesSql } from '../../rules/sums/sql';
import { exits, CommandRefusal, type Command } from '../command';
import { wordsIn } from '../words';
import { editionOf } from './edition';

/** The rules that are sums as one query over the long table; for an engine all that a roll-up asks, one query or each. */
export const sqlCommand: Command = {
  options: ['edition', 'engine', 'query'],
  run: async (options, io) => {
    const { files, language, engine, query } = options;
    if (files.length > 0) throw new CommandRefusal(wordsIn(language).noFileHere, exits.usage);
    const edition = editionOf(options);
    if (engine === null && query === null) {
      io.out(`${identitiesSql(edition).trimEnd()}\n`);
      return exits.done;
    }
    const wanted = query === null ? queryNames : [query];
    const texts = wanted.map((name) => `-- ${name}\n${rollUpSql(name, edition, engine ?? 'duckdb').trimEnd()};\n`);
    io.out(texts.join('\n'));
    return exits.done;
  },
};
