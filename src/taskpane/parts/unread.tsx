import { Button } from '@fluentui/react-components';
import { usePane } from '../context';
import { Notice } from './notice';

/** What could not be read from the sheets, with the way to try again. */
export function Unread({ children, onAgain }: { children: string; onAgain: () => void }) {
  const { words } = usePane();
  return (
    <Notice
      tone="warning"
      action={
        <Button size="small" onClick={onAgain}>
          {words.errors.retry}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
