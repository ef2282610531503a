import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../context';
import { copy } from './clipboard';

/** Hands over where a fault of the program arose, for whoever mends it. */
export function CopyCause({ cause }: { cause: string }) {
  const say = usePane().words.importing;
  const [copied, setCopied] = useState(false);
  return (
    <Button size="small" onClick={() => void copy({ text: cause, html: null }).then(setCopied)}>
      {copied ? say.causeCopied : say.copyCause}
    </Button>
  );
}
