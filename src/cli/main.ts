/** The command line: the same engine as in the pane. What it prints, writes and returns is described in its usage text. */
import type { Language } from '../report/language';
import { textProblemMessage, UnwritableTextError } from '../write/text';
import { exits, CommandRefusal, type Command, type Exit } from './command';
import { checkCommand } from './commands/check';
import { compareCommand } from './commands/compare';
import { csvCommand } from './commands/csv';
import { exportCommand } from './commands/export';
import { htmlCommand } from './commands/html';
import { letterCommand } from './commands/letter';
import { readCommand } from './commands/read';
import { rollUpCommand } from './commands/rollup';
import { sqlCommand } from './commands/sql';
import { templateCommand } from './commands/template';
import { wordCommand } from './commands/word';
import type { Io } from './io';
import { languageOf, parseOptions, wantsJson, type OptionName, type UsageProblem } from './options';
import { refusalText } from './reading/records';
import { shown } from './output/shown';
import { wordsIn } from './words';

const commands: ReadonlyMap<string, Command> = new Map([
  ['read', readCommand],
  ['check', checkCommand],
  ['compare', compareCommand],
  ['letter', letterCommand],
  ['word', wordCommand],
  ['html', htmlCommand],
  ['csv', csvCommand],
  ['template', templateCommand],
  ['rollup', rollUpCommand],
  ['export', exportCommand],
  ['sql', sqlCommand],
]);

/** Options of every command. */
const common: readonly OptionName[] = ['lang', 'help'];

const problemText = (problem: UsageProblem, language: Language): string => {
  const words = wordsIn(language);
  switch (problem.kind) {
    case 'unknownOption':
      return words.unknownOption(problem.option);
    case 'badValue':
      return words.badValue(problem.option, problem.value);
  }
};

/** Whatever is printed steers no terminal. */
const printing = (io: Io): Io => ({
  ...io,
  out: (text) => io.out(shown(text)),
  error: (text) => io.error(shown(text)),
  progress: io.progress === null ? null : (text) => io.progress?.(shown(text)),
});

/** Runs one command; returns the exit code. */
export async function main(argv: readonly string[], given: Io): Promise<Exit> {
  const io = printing(given);
  const language = languageOf(argv);
  const words = wordsIn(language);
  const refuse = (message: string, exit: Exit = exits.usage): Exit => {
    if (wantsJson(argv)) io.out(refusalText(message.trimEnd()));
    io.error(`${message.trimEnd()}\n`);
    return exit;
  };

  const parsed = parseOptions(argv);
  if ('kind' in parsed) return refuse(problemText(parsed, language));
  if (parsed.help) {
    io.out(words.usage);
    return exits.done;
  }
  const [name, ...files] = parsed.options.files;
  if (name === undefined) return refuse(words.usage);
  const command = commands.get(name);
  if (command === undefined) return refuse(words.unknownCommand(name));
  const foreign = parsed.given.find((option) => !common.includes(option) && !command.options.includes(option));
  if (foreign !== undefined) return refuse(words.notForCommand(foreign, name));

  try {
    return await command.run({ ...parsed.options, files }, io);
  } catch (error) {
    if (error instanceof CommandRefusal) return refuse(error.message, error.exit);
    if (error instanceof UnwritableTextError) {
      return refuse(error.problems.map((problem) => textProblemMessage(problem, language)).join('\n'), exits.unread);
    }
    throw error;
  }
}
