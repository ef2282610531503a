import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { sectionTitle, type Edition } from '../../report/edition';
import { figureName, figuresOf, findFigure, type FigureId } from '../../report/figures';
import { previousIn } from '../../rollup/collection/collection';
import { outlierText } from '../../rollup/likeness/outlierText';
import type { Outlier } from '../../rollup/likeness/outliers';
import { brokenRemarks } from '../../rollup/sheets';
import type { RollUp } from '../../rollup/sum';
import { traceFigure } from '../../rollup/trace';
import { plainNumber } from '../../write/number';
import { plainName } from '../../write/text';
import { usePane } from '../context';
import { Folded } from './folded';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, paddingInlineStart: '20px', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  figures: { width: '100%', '& select': { minWidth: 0, width: '100%' } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th, & td': { padding: '3px 4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, textAlign: 'start' },
    '& th:not(:first-child), & td:not(:first-child)': {
      textAlign: 'end',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  },
  unit: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular },
});

/** Units that are shown of a figure before somebody asks for more: most give nothing. */
const shownFirst = 30;

/** The figure that is looked at first: how much was asked for. */
const firstFigure = 'applications.received.total';

const shown = (value: number | null): string => (value === null ? '' : plainNumber(value));

function Trace(props: { sum: RollUp; edition: Edition; selected: FigureId | null }) {
  const { language, words } = usePane();
  const styles = useStyles();
  const say = words.county;
  const { sum, edition, selected } = props;
  const [choice, setChoice] = useState<{ readonly figure: FigureId; readonly selected: FigureId | null }>({
    figure: firstFigure,
    selected: null,
  });
  // A cell that is selected on the sheet is what somebody asks about, until something is chosen here.
  const asked = selected === null || choice.selected === selected ? choice.figure : selected;
  const figure = findFigure(edition, asked) ?? figuresOf(edition)[0];
  const id = figure?.id ?? firstFigure;
  const found = useMemo(() => traceFigure(sum.included, id, previousIn(sum.rows)), [sum, id]);
  const broken = useMemo(() => brokenRemarks(edition, sum.included, language), [edition, sum, language]);
  const telling = found.filter(({ value, previous }) => (value ?? 0) !== 0 || (previous ?? 0) !== 0);
  const rest = found.length - Math.min(telling.length, shownFirst);
  return (
    <>
      <Select
        className={styles.figures}
        size="small"
        aria-label={say.traceFigure}
        value={id}
        onChange={(_, data) => setChoice({ figure: data.value, selected })}
      >
        {edition.tables.map((table) => (
          <optgroup key={table.id} label={sectionTitle(edition, table.id)}>
            {figuresOf(edition)
              .filter((one) => one.table === table.id)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {figureName(one)}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.traceHeads.unit}</th>
            <th scope="col">{say.traceHeads.now}</th>
            <th scope="col">{say.traceHeads.before}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say.traceHeads.sum}</th>
            <td>{shown(sum.report.figures[id] ?? null)}</td>
            <td />
          </tr>
          {telling.slice(0, shownFirst).map(({ unit, source, value, previous }) => (
            <tr key={source}>
              <th scope="row" className={styles.unit}>
                {plainName(unit)}
              </th>
              <td>{shown(value)}</td>
              <td>{shown(previous)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <span className={styles.hint}>{say.traceRest(rest)}</span>}
      {broken.length > 0 && (
        <ul className={styles.list}>
          {broken.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** 查看数据来源: any figure of the sum opens into its units, largest first, with last year's. */
export function TracePart(props: Parameters<typeof Trace>[0]) {
  const { words } = usePane();
  const say = words.county;
  return (
    <Folded label={say.trace} hint={say.traceHint}>
      <Trace {...props} />
    </Folded>
  );
}

/** 值得核实: what stands out among the units and against last year. */
export function OutliersPart({ outliers, edition }: { outliers: readonly Outlier[]; edition: Edition }) {
  const { language, words } = usePane();
  const styles = useStyles();
  const say = words.county;
  if (outliers.length === 0) return null;
  return (
    <Folded label={say.outliers(outliers.length)} hint={say.outliersHint}>
      <ul className={styles.list}>
        {outliers.map((one, index) => (
          <li key={index}>{outlierText(one, edition, language)}</li>
        ))}
      </ul>
    </Folded>
  );
}
