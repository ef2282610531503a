import { Button, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { letterText, returnLetter } from '../../../papers/letter';
import type { Letter } from '../../../rollup/collection/asked';
import { usePane } from '../../context';
import { copy } from '../../parts/clipboard';
import { Notice } from '../../parts/notice';

/** The letter to one unit as text, for a chat or an e-mail; that it was asked is noted. */
export function LetterCopy({ letter, onAsked }: { letter: Letter; onAsked: (letter: Letter) => void }) {
  const { language, words } = usePane();
  const [given, setGiven] = useState<{ readonly text: string; readonly copied: boolean } | null>(null);
  const act = async (): Promise<void> => {
    const { unit, checked } = letter;
    const { edition, report } = checked.reading;
    const text = letterText(returnLetter(checked.findings, edition, { unit, year: report.year }, language));
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
