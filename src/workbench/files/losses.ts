/** What a file has that the book cannot hold, and that a file saved from the book will therefore not have. */

export type LossKind =
  | 'pictures'
  | 'comments'
  | 'tables'
  | 'pivots'
  | 'externalLinks'
  | 'properties'
  | 'links'
  | 'filters'
  | 'headers'
  | 'breaks'
  | 'groups'
  | 'password'
  | 'structure'
  | 'arrayFormulas'
  | 'conditionalKinds'
  | 'conditionalLooks'
  | 'validationKinds'
  | 'richText'
  | 'looks'
  | 'columnLooks'
  | 'dates1904'
  | 'sheetKinds'
  | 'other';

/** One kind of thing, and the names of the sheets that have it; none where it belongs to the whole workbook. */
export interface Loss {
  readonly kind: LossKind;
  readonly sheets: readonly string[];
}

export class Losses {
  private readonly found = new Map<LossKind, Set<string>>();

  add(kind: LossKind, sheet?: string): void {
    const sheets = this.found.get(kind) ?? new Set();
    if (sheet !== undefined) sheets.add(sheet);
    this.found.set(kind, sheets);
  }

  list(): readonly Loss[] {
    return [...this.found].map(([kind, sheets]) => ({ kind, sheets: [...sheets] }));
  }
}
