/** What is wrong with a text that cannot stand in a file, and where. */
/**
 * Where a text stands. `title`: of its section, as the edition prints it. `paragraph` and `row` count from 1. `option`: what
 * was typed for the export (contact, signature).
 */
export type TextPlace =
  | { readonly kind: 'unitName' }
  | { readonly kind: 'section'; readonly title: string; readonly paragraph: number }
  | { readonly kind: 'explanation'; readonly paragraph: number }
  | { readonly kind: 'sheet'; readonly name: string; readonly row: number }
  | { readonly kind: 'option' };

export interface TextProblem {
  /**
   * `control`: a control character. `surrogate`: half of a character. `noncharacter`: U+FFFE, U+FFFF. `tooLong`: more
   * characters than a cell of a spreadsheet can hold; `offset` is then the first one too many.
   */
  readonly kind: 'control' | 'surrogate' | 'noncharacter' | 'tooLong';
  readonly place: TextPlace;
  readonly codePoint: number;
  /** Offset in the text in UTF-16 units. */
  readonly offset: number;
}
