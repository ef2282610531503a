import { makeStyles, tokens } from '@fluentui/react-components';
import type { ActiveReport } from '../../host/host';
import { lastYearOf } from '../../host/lastYear';
import { carriedUntouched } from '../../host/nextYear';
import { guideOf } from '../../report/editions/guidance';
import { findEdition, findFigure, type FigureId } from '../../report/figures';
import { cellName } from '../../rules/words/names';
import { plainNumber } from '../../write/number';
import { usePane } from '../context';
import { equationsOf, type Equation } from './equations';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  muted: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  equations: { margin: 0, paddingInlineStart: '18px', fontVariantNumeric: 'tabular-nums' },
});

/** More terms than this are told by the first, the last and their sum. */
const longest = 4;

function Sides({ equation }: { equation: Equation }) {
  const { words } = usePane();
  const say = words.help;
  const side = (terms: Equation['left'], sum: number | null): string => {
    const shown = (value: number | null): string => (value === null ? words.check.blank : plainNumber(value));
    if (terms.length <= longest) return terms.map(({ name, value }) => `${name} ${shown(value)}`).join('＋');
    return say.sumFrom(terms[0]?.name ?? '', terms.at(-1)?.name ?? '', sum === null ? words.check.blank : shown(sum));
  };
  const [left, right] = equation.sums;
  const difference = left === null || right === null ? 0 : Math.round(Math.abs(left - right) * 1e6) / 1e6;
  return (
    <li>
      {side(equation.left, left)}
      {equation.state === 'unequal' ? ' ≠ ' : '＝'}
      {side(equation.right, right)}
      {say.states[equation.state](plainNumber(difference))}
    </li>
  );
}

/** Help for the selected cell: its official name, what counts, what must equal what today, and last year's figure. */
export default function CellHelp({ active, figure: id }: { active: ActiveReport; figure: FigureId }) {
  const { language, words } = usePane();
  const styles = useStyles();
  const say = words.help;
  const { edition } = active.located;
  const figure = findFigure(edition, id);
  if (figure === undefined) return null;
  const guide = guideOf(edition, id);
  const last = active.previous === null ? null : lastYearOf(id, active.previous);
  const before = active.previous === null ? undefined : findEdition(active.previous.edition);
  const equations = equationsOf(edition, id, active.report.figures, words.check.item);
  return (
    <div className={styles.root} role="status">
      <div className={styles.name} lang="zh-CN">
        {[...figure.rowLabels, figure.columnLabel].join(' › ')}
      </div>
      <p className={styles.line}>{guide === undefined ? say.formOnly : guide.counts[language]}</p>
      {guide?.not !== undefined && <p className={styles.line}>{guide.not[language]}</p>}
      {guide?.article !== undefined && <p className={styles.muted}>{say.article(guide.article)}</p>}
      {equations.length > 0 && (
        <ul className={styles.equations} aria-label={say.equations}>
          {equations.map((equation, index) => (
            <Sides key={index} equation={equation} />
          ))}
        </ul>
      )}
      {active.previous !== null && (
        <p className={styles.muted}>
          {last === null
            ? say.noCounterpart
            : say.lastYear(
                last.kind,
                last.kind === 'same' ? '' : cellName(before ?? edition, last.figure),
                last.value === null ? words.check.blank : plainNumber(last.value),
              )}
        </p>
      )}
      {carriedUntouched(active).has(id) && <p className={styles.muted}>{say.carriedUntouched}</p>}
    </div>
  );
}
