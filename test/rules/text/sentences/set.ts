/**
 * Sentences as reports write them, for the measurement of the text rules. In a claim, `«right|wrong»` marks a number that a
 * figure, a list or a percentage in the sentence must equal: with its right numbers nothing may be found, and with any one of
 * them wrong something must be. A denial is wrong where the figures are not zero, and right where all are. A trap has no
 * finding.
 */
import type { Body } from './bodies';

/** `problems` is section 五, `other` section 六; all the rest stand in section 一. */
export type Said = readonly [body: Body, text: string, section?: 'overview' | 'problems' | 'other'];

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
