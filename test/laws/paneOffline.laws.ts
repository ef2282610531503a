/**
 * The suite of the pane once more, on the host of the offline page. It takes as long again, and differs only below the
 * interface of the host, which `npm test` tries for itself: so it stands among the long runs.
 */
import { vi } from 'vitest';

vi.stubEnv('GOUJI_PANE_HOST', 'offline');
await import('../taskpane/pane.test');
await import('../taskpane/home.test');
