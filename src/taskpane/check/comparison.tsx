import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ActiveReport } from '../../host/host';
import type { Report } from '../../report/report';
import { reportCharts } from '../../write/chart';
import {
  changeText,
  comparisonName,
  comparisonSheet,
  compareYears,
  mainComparisons,
  type ComparedFigure as Compared,
  notZero,
} from '../../write/compare';
import { plainNumber } from '../../write/number';
import { usePane } from '../context';
import { Notice } from '../parts/notice';
import { sectionTitle } from '../../report/edition';
import { useWrite } from '../parts/state/useWrite';
import { YearChart } from './yearChart';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& caption': { textAlign: 'start', fontWeight: tokens.fontWeightSemibold, padding: '0 0 4px' },
    '& th, & td': {
      padding: '3px 0 3px 6px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': { fontWeight: tokens.fontWeightRegular, textAlign: 'start', paddingLeft: 0 },
    '& td, & th + th': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  },
  number: { width: '52px' },
  change: { width: '64px' },
  share: { color: tokens.colorNeutralForeground2 },
});

const number = (value: number | null): string => (value === null ? '—' : plainNumber(value));
const signed = (value: number | null): string => (value !== null && value > 0 ? '+' : '') + number(value);

/** Figures of both years; those that are 0 in both are only counted. */
function Years(props: { caption: string; years: readonly [string, string]; compared: readonly Compared[] }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.comparison;
  const shown = props.compared.filter(notZero);
  const restZero = props.compared.length - shown.length;
  const [last, current] = props.years;
  return (
    <div>
      <table className={styles.table}>
        <caption lang="zh-CN">{props.caption}</caption>
        <thead hidden={shown.length === 0}>
          <tr>
            <th scope="col">{say.figure}</th>
            <th scope="col" className={styles.number}>
              {last}
            </th>
            <th scope="col" className={styles.number}>
              {current}
            </th>
            <th scope="col" className={styles.change}>
              {say.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.figure.id}>
              <th scope="row" lang="zh-CN">
                {comparisonName(one.figure)}
              </th>
              <td>{number(one.previous)}</td>
              <td>{number(one.current)}</td>
              <td>
                {signed(one.difference)}
                {one.change !== null && one.change !== 0 && (
                  <div className={styles.share}>{changeText(one.change)}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {restZero > 0 && <div className={styles.hint}>{say.restZero(restZero, shown.length > 0)}</div>}
    </div>
  );
}

function BothYears({ active, previous }: { active: ActiveReport; previous: Report }) {
  const { host, language, words } = usePane();
  const styles = useStyles();
  const write = useWrite();
  const say = words.comparison;
  const { report, located } = active;
  const { edition } = located;
  const all = compareYears(report, previous);
  const main = mainComparisons(all, edition);
  const yearText = (year: number | null, otherwise: string): string => (year === null ? otherwise : words.yearOf(year));
  const years = [yearText(previous.year, say.lastYear), yearText(report.year, say.thisYear)] as const;
  const addSheet = () => void write.run(() => host.addSheet(comparisonSheet(all, language)), words.takeaway.sheetDone);
  return (
    <>
      {report.edition !== previous.edition && (
        <Notice tone="plain">{say.otherEdition(previous.edition, report.edition)}</Notice>
      )}
      <section aria-label={say.charts}>
        {reportCharts(report, previous).map((chart) => (
          <YearChart key={chart.title} chart={{ ...chart, years: { previous: years[0], current: years[1] } }} />
        ))}
      </section>
      {edition.tables.map(({ id }) => {
        const compared = main.filter(({ figure }) => figure.table === id);
        return (
          compared.length > 0 && (
            <Years key={id} caption={sectionTitle(edition, id)} years={years} compared={compared} />
          )
        );
      })}
      {main.length < all.length && <div className={styles.hint}>{say.mainOnly}</div>}
      <div>
        <Button size="small" disabledFocusable={write.pending} onClick={addSheet}>
          {say.sheet}
        </Button>
      </div>
      {write.notice !== null && <Notice tone={write.notice.tone}>{write.notice.text}</Notice>}
    </>
  );
}

/** 与上年对比: last year's figures beside this year's. */
export default function Comparison({ active, onImport }: { active: ActiveReport; onImport: () => void }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.comparison;
  return (
    <div className={styles.root}>
      {active.previous === null ? (
        <Notice
          tone="plain"
          action={
            <Button size="small" onClick={onImport}>
              {say.import}
            </Button>
          }
        >
          {say.missing}
        </Notice>
      ) : (
        <BothYears active={active} previous={active.previous} />
      )}
    </div>
  );
}
