/** The add-in's side of the workbook without the pane: `createExcelHost` on the real client library, for tests that drive it. */
import { createExcelHost } from '../../../src/excel/host';
import type { Host, Snapshot } from '../../../src/host/host';

export interface AddInSide {
  readonly host: Host;
  /** What the pane would show now. */
  readonly snapshot: Snapshot | null;
  /** Rejections that nobody took, and errors. */
  readonly faults: readonly string[];
}

declare global {
  interface Window {
    addIn?: AddInSide;
  }
}

const faults: string[] = [];
window.addEventListener('unhandledrejection', ({ reason }) =>
  faults.push(`unhandled: ${reason instanceof Error ? String(reason.stack) : String(reason)}`),
);
window.addEventListener('error', (event) => faults.push(`error: ${event.message}`));

void Office.onReady(() => {
  let snapshot: Snapshot | null = null;
  const host = createExcelHost();
  host.watch((state) => {
    snapshot = state;
  });
  window.addIn = {
    host,
    faults,
    get snapshot() {
      return snapshot;
    },
  };
});
