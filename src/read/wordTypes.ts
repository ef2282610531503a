/** What the words of a language are. Each language is one file with every key. */
import type { Danger } from './containers/archive';
import type { DoubtKind } from './doubt';
import type { FailureKind } from './failure';

/** What the sentence of a doubt is made from. */
export interface DoubtContext {
  /** A detail of the doubt as text; '' where it has none. */
  readonly detail: (name: string) => string;
  /** The figures concerned in the form's own words, shortened. '' where there are none. */
  readonly figures: string;
  readonly count: number;
  /** Where in the source, '' where it stands nowhere. */
  readonly place: string;
}

export interface ReadWords {
  readonly doubts: Readonly<Record<DoubtKind, (context: DoubtContext) => string>>;
  readonly otherDoubt: (context: DoubtContext) => string;
  readonly failures: Readonly<Record<FailureKind, (detail: (name: string) => string) => string>>;
  readonly otherFailure: string;
  readonly dangers: Readonly<Record<Danger, string>>;
  /** Names of a few figures out of many. */
  readonly some: (names: readonly string[], count: number) => string;
}
