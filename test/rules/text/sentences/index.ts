/** All sets of sentences. A new one is a file and a line here. */
import { blind } from './blind';
import { blindAgain } from './blindAgain';
import { blindHeldOut } from './blindHeldOut';
import { fromTheRules } from './fromTheRules';
import { inTheManner } from './inTheManner';
import { keptBack } from './keptBack';
import { office } from './office';
import { publishedWording } from './publishedWording';
import { whileMending } from './whileMending';
import type { SentenceSet } from './set';

export const sentenceSets: readonly SentenceSet[] = [
  office,
  fromTheRules,
  inTheManner,
  keptBack,
  blind,
  blindAgain,
  blindHeldOut,
  whileMending,
  publishedWording,
];
