/** What the words of a language are. Each language is one file with every key. */
import type { Edition, Section } from '../../report/edition';
import type { DoubtDetails, DoubtKind } from '../doubt';
import type { FailureDetails, FailureKind } from '../failure';

/** What the sentence of a doubt is made from. */
export interface DoubtContext<K extends DoubtKind> {
  readonly details: DoubtDetails[K];
  readonly edition: Edition;
  /** Title of a section of the edition. */
  readonly title: (section: Section['id']) => string;
  /** The figures concerned in the form's own words, shortened. '' where there are none. */
  readonly figures: string;
  readonly count: number;
  /** Where in the source, '' for a doubt that has no place in it. */
  readonly place: string;
}

export interface ReadWords {
  readonly doubts: { readonly [K in DoubtKind]: (context: DoubtContext<K>) => string };
  readonly failures: { readonly [K in FailureKind]: (details: FailureDetails[K]) => string };
  /** Of files that others sent, where the sentence of `failures` would not do. */
  readonly collected: Partial<{ readonly [K in FailureKind]: (details: FailureDetails[K]) => string }>;
  /** Names of a few figures out of many. */
  readonly some: (names: readonly string[], count: number) => string;
}
