/** What a command is, and how it ends. */
import type { Io } from './io';
import type { OptionName, Options } from './options';

/** `fault`: check found one. `unread`: a file could not be read as a report, or its text cannot be written. */
export const exits = { done: 0, fault: 1, unread: 2, usage: 3 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

export interface Command {
  /** Options that it understands beside those that every command does. */
  readonly options: readonly OptionName[];
  readonly run: (options: Options, io: Io) => Promise<Exit>;
}

/** Ends a command with a sentence in the user's language. */
export class CommandRefusal extends Error {
  override readonly name = 'CommandRefusal';
  constructor(
    message: string,
    readonly exit: Exit,
  ) {
    super(message);
  }
}
