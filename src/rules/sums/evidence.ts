/** What besides the sums of one table tells which of its figures is wrong: last year's report, and the text. */

export interface Evidence {
  /** Last year's figures by the index of this year's; NaN where there is none. `null` without a report of last year. */
  readonly previous: Float64Array | null;
  /** Numbers that the text says, each with the sums of figures of which it must be one. */
  readonly said: readonly Saying[];
}

export interface Saying {
  readonly number: number;
  /** Indexes of the figures of each sum. */
  readonly sums: readonly (readonly number[])[];
}

export const noEvidence: Evidence = { previous: null, said: [] };
