/**
 * A rule is one object: what it weighs, on what it rests, an example that passes and one that fails, and the function that
 * finds what breaks it. Rules stand together by family, in `values`, `sums/balance`, `years`, `text/textRules` and `form`;
 * `catalogue` is all of them. What a rule says, in either language, stands in `words` under the rule's id.
 */
import type { Example } from './examples';
import type { Finding, Level } from './finding';
import type { CheckInput } from './input';

/**
 * `printed`: in the official format or the law. `layout`: arithmetic that follows from the layout of the tables.
 * `local`: asked for by local notices. `practice`: customary or plausible, no text found.
 */
export type Force = 'printed' | 'layout' | 'local' | 'practice';

export interface Rule {
  readonly level: Level;
  readonly force: Force;
  /** The document and the place in it, in Chinese as cited; `null` where the rule rests on arithmetic or practice. */
  readonly source: string | null;
  /** What a report may say without breaking it. */
  readonly passes: Example;
  /** What breaks it. */
  readonly fails: Example;
  /** Finds what breaks it. Rules that are decided in one pass share one function, which finds what breaks any of them. */
  readonly check: (input: CheckInput) => readonly Finding[];
}
