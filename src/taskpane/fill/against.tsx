import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Against, OtherFigure } from '../../host/against';
import type { Edition } from '../../report/edition';
import { cellName } from '../../rules/words/names';
import { plainNumber } from '../../write/number';
import { usePane } from '../context';
import type { Write } from '../parts/state/useWrite';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  list: { margin: 0, paddingInlineStart: '18px', fontVariantNumeric: 'tabular-nums' },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Differences that are listed; of more the number is told. */
const shownFirst = 30;

export const countOf = ({ figures, texts }: Against): number => figures.length + texts.length;

/** Lines of a text that another one does not have. */
const linesBeside = (lines: readonly string[], others: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '' && !others.some((other) => other.trim() === line));

/** Of a paragraph that goes so much is told that it is known again, in characters. */
const told = 20;
const beginningOf = (line: string): string => {
  const characters = [...line];
  return characters.length <= told ? line : `${characters.slice(0, told).join('')}…`;
};

/** What a file that came back has otherwise than the sheets: the corrections that somebody made in it by hand. */
export function AgainstSheet(props: { against: Against | null; edition: Edition; sheet: string }) {
  const { against, edition, sheet } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.importing;
  if (against === null) return null;
  const change = ({ figure, from, to }: OtherFigure): string =>
    words.check.repairChange(cellName(edition, figure), from === '' ? words.check.blank : from, plainNumber(to));
  const lines = [
    ...against.figures.map(change),
    ...against.byFormula.map((one) => say.againstFormula(change(one))),
    ...against.texts.map(({ title, before, after }) =>
      say.againstText(
        title,
        linesBeside(after, before),
        linesBeside(before, after).map((line) => beginningOf(line)),
      ),
    ),
  ];
  const more = lines.length - shownFirst;
  return (
    <section className={styles.root} aria-label={say.againstTitle}>
      <div role="status">{say.against(sheet, lines.length)}</div>
      {lines.length > 0 && (
        <ul className={styles.list} lang="zh-CN">
          {lines.slice(0, shownFirst).map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      {more > 0 && <div className={styles.muted}>{say.againstMore(more)}</div>}
      {against.kept > 0 && <div className={styles.muted}>{say.againstKept(against.kept)}</div>}
    </section>
  );
}

/**
 * Puts what a file has otherwise where it belongs: the figures first, all or none, then the text section by section. What was
 * not written stays among the differences. Tells when all is done.
 */
export function useTaking(write: Write, onDone: (message: string) => void) {
  const { host, words } = usePane();
  const [taking, setTaking] = useState(false);
  const done = (): string => '';
  const all = async ({ figures, texts }: Against): Promise<boolean> => {
    if (figures.length > 0) {
      const changes = new Map(figures.map(({ figure, to }) => [figure, to]));
      if (!(await write.run(() => host.write(changes, 'file'), done)).ok) return false;
    }
    for (const { section, before, after } of texts)
      if (!(await write.run(() => host.writeText(section, before, after), done)).ok) return false;
    return true;
  };
  return {
    taking,
    take: async (against: Against): Promise<void> => {
      setTaking(true);
      const isDone = await all(against);
      setTaking(false);
      if (isDone) onDone(words.importing.taken(against.figures.length, against.texts.length));
    },
  };
}
