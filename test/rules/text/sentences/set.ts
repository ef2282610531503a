/**
 * Sentences as reports write them, for the measurement of the text rules. In a claim, `«right|wrong»` marks a number that a
 * figure, a list or a percentage in the sentence must equal: with its right numbers nothing may be found, and with any one of
 * them wrong something must be. A denial is wrong where the figures are not zero, and right where all are. A trap has no
 * finding: its numbers are no figures of the tables, though their words are near.
 */
import type { Body } from './bodies';

export type Said = readonly [body: Body, text: string, section?: 'overview' | 'problems' | 'other'];

const line = /^(office|city|bureau|empty)(?:\/(problems|other))?: (.+)$/u;

/**
 * Sentences as the sets write them, one in a line: the body, a colon, the sentence. `bureau/problems` stands in section 五,
 * `bureau/other` in section 六, all the rest in section 一. A line that begins with # says where those below are from.
 *
 * @throws Error on any other line
 */
export function saidIn(text: string): readonly Said[] {
  const lines = text.split('\n').map((each) => each.trim());
  return lines
    .filter((each) => each !== '' && !each.startsWith('# '))
    .map((each) => {
      const [, body, section, sentence] = line.exec(each) ?? [];
      if (sentence === undefined) throw new Error(`no sentence of a body: ${each}`);
      return [body as Body, sentence, (section ?? 'overview') as NonNullable<Said[2]>];
    });
}

/**
 * `rules`: written from the rules alone, before the patterns were read. `manner`: in the manner of published reports of
 * streets, towns and offices. `blind`: by authors who had seen neither the patterns nor an earlier sentence. `mending`: by
 * whoever mended the patterns, so that what was mended stays so. `published`: constructions met in published reports, the
 * words, bodies and numbers ours.
 */
export type Origin = 'rules' | 'manner' | 'blind' | 'mending' | 'published';

export interface Score {
  readonly precision: number;
  readonly recall: number;
}

export interface SentenceSet {
  readonly name: string;
  readonly origin: Origin;
  /** No pattern may ever be tuned on these: only their two figures are looked at, and no test names a sentence. */
  readonly heldOut: boolean;
  /** Before any pattern was tuned on them; of several parts the least. `null`: not taken. */
  readonly firstSight: Score | null;
  /** What precision and recall are held to. */
  readonly goal: number;
  readonly claims: readonly Said[];
  readonly denials: readonly Said[];
  readonly traps: readonly Said[];
}
