import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createSlices } from '../../host/slices';
import type { Edition } from '../../report/edition';
import { previousIn } from '../../rollup/collection/collection';
import type { Received } from '../../rollup/received';
import { publishedAmong, publishedOf, publishedText } from '../../rollup/published';
import type { RollUp } from '../../rollup/sum';
import { narrowSteps, type Narrowed } from '../../rollup/trace';
import { usePane } from '../context';
import { Folded } from './folded';

const useStyles = makeStyles({
  source: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  list: {
    margin: 0,
    paddingInlineStart: '20px',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
    maxHeight: '180px',
    overflowY: 'auto',
  },
});

function Differences({ published, sum, edition }: { published: Received; sum: RollUp; edition: Edition }) {
  const { language, words } = usePane();
  const styles = useStyles();
  const [found, setFound] = useState<{ readonly sum: RollUp; readonly narrowed: Narrowed } | null>(null);
  useEffect(() => {
    const slices = createSlices();
    const { report, included, rows } = sum;
    const steps = narrowSteps(edition, publishedOf(published, edition), report, included, previousIn(rows));
    void slices.run(steps, (narrowed) => setFound({ sum, narrowed }));
    return () => slices.stop();
  }, [published, sum, edition]);
  const text = found?.sum === sum ? publishedText(found.narrowed, edition, language) : null;
  return (
    <>
      <div className={styles.source}>{published.source}</div>
      <div role="status">{text?.head ?? words.county.comparing}</div>
      {text?.verdicts.map((verdict) => (
        <div key={verdict}>{verdict}</div>
      ))}
      {text !== null && text.figures.length > 0 && (
        // A box that scrolls is reached by keys.
        <ul className={styles.list} tabIndex={0} aria-label={text.head}>
          {text.figures.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A sum that came with the reports of the units, such as the published one: where it differs, and because of whom. */
export function PublishedPart({ sum, edition }: { sum: RollUp; edition: Edition }) {
  const { words } = usePane();
  const say = words.county;
  const published = publishedAmong(sum, edition);
  if (published.length === 0 || sum.included.length === 0) return null;
  return (
    <Folded label={say.published} hint={say.publishedHint}>
      {published.map((one) => (
        <Differences key={one.source} published={one} sum={sum} edition={edition} />
      ))}
    </Folded>
  );
}
