import { useState, type ReactNode } from 'react';
import { usePane } from '../../context';
import { Answers, Dialog } from './dialog';

/** What was typed and stands nowhere else. */
interface Unsaved {
  readonly title: string;
  readonly ask: string;
}

/** A way out that is asked about first where something typed would be lost on it; `question` is to be drawn beside it. */
export function useLeaving(unsaved: Unsaved | null): {
  readonly leave: (go: () => void) => void;
  readonly question: ReactNode;
} {
  const { words } = usePane();
  const [asked, setAsked] = useState<(() => void) | null>(null);
  const stay = (): void => setAsked(null);
  return {
    leave: (go) => (unsaved === null ? go() : setAsked(() => go)),
    question: asked !== null && unsaved !== null && (
      <Dialog
        title={unsaved.title}
        onClose={stay}
        actions={
          <Answers onCancel={stay} onClick={asked}>
            {words.leave}
          </Answers>
        }
      >
        {unsaved.ask}
      </Dialog>
    ),
  };
}
