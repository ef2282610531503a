/** The suite of the pane once more, on the host of the offline page. */
import { vi } from 'vitest';

vi.stubEnv('GOUJI_PANE_HOST', 'offline');
await import('./pane.test');
