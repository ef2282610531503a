import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Level } from '../../rules/finding';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '16px',
    height: '16px',
    borderRadius: '50%',
    fontSize: '11px',
    fontWeight: tokens.fontWeightBold,
    lineHeight: '16px',
    forcedColorAdjust: 'none',
  },
  fault: { backgroundColor: tokens.colorStatusDangerBackground3, color: tokens.colorNeutralForegroundOnBrand },
  explain: {
    backgroundColor: tokens.colorStatusWarningBackground3,
    color: tokens.colorNeutralForegroundStaticInverted,
  },
  remark: { backgroundColor: tokens.colorNeutralForeground3, color: tokens.colorNeutralBackground1 },
  /** Nothing of this level was found. */
  quiet: { backgroundColor: tokens.colorNeutralBackground6, color: tokens.colorNeutralForeground1 },
});

/** Each level has a sign of its own, so that colour is never the only difference. */
const signs: Readonly<Record<Level, string>> = { fault: '✕', explain: '?', remark: 'i' };

export function LevelMark({ level, quiet = false }: { level: Level; quiet?: boolean }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.mark, styles[level], quiet && styles.quiet)} aria-hidden="true">
      {signs[level]}
    </span>
  );
}
