import { exits, CommandRefusal, type Command } from '../command';
import { printFiles, settingOf } from '../reading/many';
import { wordsIn } from '../words';

/** What was read of each file, and every doubt. */
export const readCommand: Command = {
  options: ['json', 'blank-zero'],
  run: async (options, io) => {
    if (options.files.length === 0) throw new CommandRefusal(wordsIn(options.language).noFile, exits.usage);
    const { unread } = await printFiles(options.files, settingOf(options, io, 'read'), io);
    return unread ? exits.unread : exits.done;
  },
};
