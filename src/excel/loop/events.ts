/** What Excel tells of changes. Hints, nothing more: one may be lost, late, or told twice. */

export interface WorkbookEvents {
  /** Cells of a sheet changed. `several`: perhaps more than one. */
  changed(sheet: string | undefined, several: boolean): void;
  /** Another sheet or this workbook came up, a sheet came or went. `sheet`: the one that came up. */
  discovered(sheet?: string): void;
  /** Another cell was selected. */
  moved(): void;
}

/** Asks Excel to tell of changes. Returns what ends it; rejects where Excel does not answer, or cannot now. */
export async function listenToWorkbook(
  events: WorkbookEvents,
  answered: <T>(request: Promise<T>) => Promise<T>,
): Promise<() => void> {
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  const told = (tell: () => void): Promise<void> => {
    tell();
    return Promise.resolve();
  };
  const asked: OfficeExtension.EventHandlerResult<unknown>[] = [
    worksheets.onChanged.add(({ worksheetId, address }) =>
      told(() => events.changed(worksheetId, /[:,]/.test(address))),
    ),
    worksheets.onCalculated.add(({ worksheetId }) => told(() => events.changed(worksheetId, false))),
    worksheets.onActivated.add(({ worksheetId }) => told(() => events.discovered(worksheetId))),
    worksheets.onAdded.add(() => told(() => events.discovered())),
    worksheets.onDeleted.add(() => told(() => events.discovered())),
    worksheets.onSelectionChanged.add(() => told(() => events.moved())),
    context.workbook.onActivated.add(() => told(() => events.discovered())),
  ];
  await answered(context.sync());
  return () => {
    for (const registration of asked) registration.remove();
    void context.sync().catch(() => undefined);
  };
}
