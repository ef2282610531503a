import { Button } from '@fluentui/react-components';
import { usePane } from '../context';
import { Notice } from './notice';

interface TryAgainProps {
  /** `warning`: it waits for Excel. `failed`: it came to nothing. */
  tone: 'warning' | 'failed';
  onAgain: () => void;
  children: string;
}

/** What did not come about, with the way to try again. */
export function TryAgain({ tone, onAgain, children }: TryAgainProps) {
  const { words } = usePane();
  return (
    <Notice
      tone={tone}
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
