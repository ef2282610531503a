import { Notice } from './notice';
import type { Write } from './state/useWrite';

/** What became of the last write, until it was read. */
export function Written({ write }: { write: Write }) {
  const { notice } = write;
  if (notice === null) return null;
  return (
    <Notice tone={notice.tone} onClose={() => write.clear()}>
      {notice.text}
    </Notice>
  );
}
