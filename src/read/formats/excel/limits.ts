/** Cells beyond are not looked at. */
export const sheetLimits = { rows: 20_000, columns: 400 } as const;
