import type { Report } from '../../report/report';
import { exits, CommandRefusal, type Command } from '../command';
import type { Io } from '../io';
import { forEachFile, nothingApart, printFiles, settingOf } from '../reading/many';
import { withCause } from '../reading/print';
import type { Options } from '../options';
import { wordsIn } from '../words';

interface Previous {
  readonly reports: readonly Report[];
  readonly failed: readonly { readonly file: string; readonly error: string }[];
}

/** Last year's reports in a file, a folder or an archive. */
async function previousReports(file: string, options: Options, io: Io): Promise<Previous> {
  const reports: Report[] = [];
  const failed: { file: string; error: string }[] = [];
  await forEachFile([file], settingOf({ ...options, json: true }, io, 'report'), io, nothingApart, (outcome) => {
    reports.push(...outcome.reports);
    if (outcome.failure !== null)
      failed.push({ file: outcome.source, error: withCause(outcome.failure, outcome.cause) });
  });
  return { reports, failed };
}

/** Findings of each report. */
export const checkCommand: Command = {
  options: ['json', 'previous', 'day', 'off', 'blank-zero'],
  run: async (options, io) => {
    if (options.files.length === 0) throw new CommandRefusal(wordsIn(options.language).noFile, exits.usage);
    const { previous: file } = options;
    const previous = file === null ? null : await previousReports(file, options, io);
    const known =
      previous !== null && file !== null && previous.reports.length > 0 ? { file, reports: previous.reports } : null;
    const setting = settingOf(options, io, 'check', known);
    const { unread, faulty } = await printFiles(options.files, setting, io, previous?.failed ?? []);
    return unread ? exits.unread : faulty ? exits.fault : exits.done;
  },
};
