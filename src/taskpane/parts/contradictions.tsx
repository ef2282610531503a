import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Contradiction } from '../../host/contradicted';
import type { Edition } from '../../report/edition';
import type { FigureId } from '../../report/figures';
import { cellName } from '../../rules/words/names';
import { findingMessage } from '../../rules/words/words';
import { usePane } from '../context';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'flex', flexDirection: 'column', gap: '2px' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** More blanks than these are told by the first and their number: a whole column of names says less than its sentence. */
const mostNamed = 4;

/** Which contradicted blanks are to be 0 all the same, by the place of their contradiction in the list. */
export type Anyway = ReadonlySet<number>;

export const useAnyway = () => useState<Anyway>(new Set());

/** The blanks that stay blank. A figure that one contradiction keeps blank is not made 0 by the consent to another. */
export const keptBlank = (contradictions: readonly Contradiction[], anyway: Anyway): ReadonlySet<FigureId> =>
  new Set(contradictions.flatMap(({ figures }, index) => (anyway.has(index) ? [] : figures)));

/** Blanks that something else says are not 0, each with what says so; asked one by one. */
export function Contradictions(props: {
  contradictions: readonly Contradiction[];
  edition: Edition;
  anyway: Anyway;
  onAnyway: (anyway: Anyway) => void;
}) {
  const { contradictions, edition, anyway } = props;
  const { language, words } = usePane();
  const styles = useStyles();
  if (contradictions.length === 0) return null;
  const cellsOf = (figures: readonly FigureId[]): string => {
    const named = figures.slice(0, figures.length > mostNamed ? 1 : mostNamed).map((id) => cellName(edition, id));
    return words.check.cells(named.join('、'), figures.length > mostNamed ? figures.length : 1);
  };
  return (
    <>
      <p>{words.zeros.contradicted}</p>
      <ul className={styles.list}>
        {contradictions.map(({ finding, figures }, index) => (
          <li key={index} className={styles.item}>
            <span>{cellsOf(figures)}</span>
            <span className={styles.hint}>{findingMessage(finding, edition, language)}</span>
            <Checkbox
              label={words.zeros.anyway}
              checked={anyway.has(index)}
              onChange={(_, { checked }) => {
                const others = [...anyway].filter((one) => one !== index);
                props.onAnyway(new Set(checked === true ? [...others, index] : others));
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
