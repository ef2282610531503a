import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Edition } from '../../report/edition';
import type { Finding, Operand } from '../../rules/finding';
import { usePane } from '../context';
import { plainNumber } from '../../write/number';
import { operandRows } from './operands';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '8px 20px' },
  side: { width: '100%', borderCollapse: 'collapse', alignSelf: 'start', fontSize: tokens.fontSizeBase200 },
  caption: { textAlign: 'start', color: tokens.colorNeutralForeground2, paddingBottom: '2px' },
  name: {
    padding: '1px 6px 1px 0',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  value: { padding: '1px 0', textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  rest: { color: tokens.colorNeutralForeground3 },
  sum: { borderTop: `1px solid ${tokens.colorNeutralStroke1}`, fontWeight: tokens.fontWeightSemibold },
  difference: {
    gridColumn: '1 / -1',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorPaletteRedForeground1,
  },
});

/** Both sides of an identity with their operands, their sums and the difference. */
export function Sides({ finding, edition, year }: { finding: Finding; edition: Edition; year: number | null }) {
  const { words } = usePane();
  const styles = useStyles();
  const { sides } = finding;
  if (sides === null) return null;
  const all = [...sides.left, ...sides.right];

  const side = (caption: string, operands: readonly Operand[], sum: number | null) => {
    const { rows, restZero, restBlank } = operandRows(operands, all, edition, year, words.check.item, words.yearOf);
    return (
      <table className={styles.side}>
        <caption className={styles.caption}>{caption}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" className={styles.name} lang="zh-CN">
                {row.name}
              </th>
              <td className={mergeClasses(styles.value, row.value === null && styles.rest)}>
                {row.value === null ? words.check.blank : plainNumber(row.value)}
              </td>
            </tr>
          ))}
          {[
            ...(restBlank > 0 ? [words.check.restBlank(restBlank)] : []),
            ...(restZero > 0 ? [words.check.restZero(restZero)] : []),
          ].map((rest) => (
            <tr key={rest}>
              <td colSpan={2} className={mergeClasses(styles.name, styles.rest)}>
                {rest}
              </td>
            </tr>
          ))}
        </tbody>
        {sum !== null && operands.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" className={mergeClasses(styles.name, styles.sum)}>
                {words.check.equals}
              </th>
              <td className={mergeClasses(styles.value, styles.sum)}>{plainNumber(sum)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    );
  };

  return (
    <div className={styles.root}>
      {side(words.check.left, sides.left, finding.left)}
      {side(words.check.right, sides.right, finding.right)}
      {finding.difference !== null && finding.difference !== 0 && (
        <div className={styles.difference}>{words.check.difference(plainNumber(finding.difference))}</div>
      )}
    </div>
  );
}
