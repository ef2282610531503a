/** Cells beyond are not looked at. */
export const sheetReach = { rows: 20_000, columns: 400 } as const;
