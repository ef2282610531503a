/** Names of the grid's own mutations and operations, as Univer 0.25 spells them. */
export const mutation = {
  setCells: 'sheet.mutation.set-range-values',
  moveRange: 'sheet.mutation.move-range',
  insertRows: 'sheet.mutation.insert-row',
  insertColumns: 'sheet.mutation.insert-col',
  removeRows: 'sheet.mutation.remove-rows',
  removeColumns: 'sheet.mutation.remove-col',
  addMerge: 'sheet.mutation.add-worksheet-merge',
  removeMerge: 'sheet.mutation.remove-worksheet-merge',
  setRows: 'sheet.mutation.set-row-data',
  setColumns: 'sheet.mutation.set-col-data',
  hideRows: 'sheet.mutation.set-row-hidden',
  showRows: 'sheet.mutation.set-row-visible',
  hideColumns: 'sheet.mutation.set-col-hidden',
  showColumns: 'sheet.mutation.set-col-visible',
  rowHeight: 'sheet.mutation.set-worksheet-row-height',
  rowFits: 'sheet.mutation.set-worksheet-row-is-auto-height',
  rowFitted: 'sheet.mutation.set-worksheet-row-auto-height',
  columnWidth: 'sheet.mutation.set-worksheet-col-width',
  rowCount: 'sheet.mutation.set-worksheet-row-count',
  columnCount: 'sheet.mutation.set-worksheet-column-count',
  setFormat: 'sheet.mutation.set.numfmt',
  removeFormat: 'sheet.mutation.remove.numfmt',
  insertSheet: 'sheet.mutation.insert-sheet',
  removeSheet: 'sheet.mutation.remove-sheet',
  renameSheet: 'sheet.mutation.set-worksheet-name',
  moveSheet: 'sheet.mutation.set-worksheet-order',
  hideSheet: 'sheet.mutation.set-worksheet-hidden',
  tabColour: 'sheet.mutation.set-tab-color',
  freeze: 'sheet.mutation.set-frozen',
  gridlines: 'sheet.mutation.toggle-gridlines',
} as const;

export const operation = {
  activate: 'sheet.operation.set-worksheet-active',
  select: 'sheet.operation.set-selections',
} as const;

export type MutationName = (typeof mutation)[keyof typeof mutation];

/** One step on the grid. */
export interface MutationStep {
  readonly id: MutationName | (typeof operation)[keyof typeof operation];
  readonly params: object;
}
