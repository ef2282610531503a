import { Button, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { letterText } from '../../../papers/letter';
import type { AskedPoint, UnitLetter } from '../../../rollup/collection/asked';
import { usePane } from '../../context';
import { copy } from '../../parts/clipboard';
import { Notice } from '../../parts/notice';
import { letterOf } from '../outputs/outputs';

/** The letter to one unit as text, for a chat or an e-mail; that it was asked is noted. */
export function LetterCopy({
  letter,
  asked,
  onAsked,
}: {
  letter: UnitLetter;
  asked: readonly AskedPoint[];
  onAsked: (letter: UnitLetter) => void;
}) {
  const { language, words } = usePane();
  const [given, setGiven] = useState<{ readonly text: string; readonly copied: boolean } | null>(null);
  const act = async (): Promise<void> => {
    const text = letterText(letterOf(letter, asked, language));
    setGiven({ text, copied: await copy({ text, html: null }) });
    onAsked(letter);
  };
  return (
    <>
      <div>
        <Button size="small" onClick={() => void act()}>
          {words.county.copyLetter}
        </Button>
      </div>
      {given !== null && (
        <Notice tone={given.copied ? 'done' : 'warning'}>
          {given.copied ? words.export.copied : words.export.copyFailed}
        </Notice>
      )}
      {given?.copied === false && (
        <Textarea
          aria-label={words.export.selectable}
          readOnly
          value={given.text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
