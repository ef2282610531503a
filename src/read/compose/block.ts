/** A paragraph or a table of a source, in order. */
export interface Block {
  /** Position in the source: a line, or a count of paragraphs. */
  readonly at: number;
  readonly text: string;
  /**
   * `table`: it belongs to a table that is read. `annex`: to a table that is not. `rows`: cells side by side that no
   * official table holds, an annex where they stand among paragraphs.
   */
  readonly holds: 'text' | 'rows' | 'table' | 'annex';
}
