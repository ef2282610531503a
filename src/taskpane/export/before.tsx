import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ActiveReport, Candidate } from '../../host/host';
import type { FigureId } from '../../report/figures';
import { reportTitle } from '../../report/sheet/sheet';
import { usePane } from '../context';
import { Contradictions, keptBlank, useAnyway } from '../parts/contradictions';
import { Dialog } from '../parts/asking/dialog';
import { useContradictions } from '../parts/state/useContradictions';
import { isSettled, type Standing } from '../parts/state/standing';

/** What is to be put right first. */
export type Fix = 'faults' | 'blanks' | 'text' | 'sentences' | 'unit' | 'explains';

/** What wants a look first: what cannot be right before what may be. */
function firstOf({ faults, blanks, emptySections, outdated, unnamed }: Standing): Fix {
  if (blanks > 0) return 'blanks';
  if (faults > 0) return 'faults';
  if (outdated > 0) return 'sentences';
  if (emptySections.length > 0) return 'text';
  return unnamed ? 'unit' : 'explains';
}

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** 导出前请确认: what is left to do, one answer for each way on. */
export function Before(props: {
  active: ActiveReport;
  standing: Standing;
  twins: readonly Candidate[];
  /** Goes on; with zeros in the blanks but for those named, or as the report stands. */
  onGo: (zeros: { readonly except: ReadonlySet<FigureId> } | null) => void;
  onFix: (to: Fix) => void;
  onClose: () => void;
}) {
  const { active, standing, twins } = props;
  const { words } = usePane();
  const styles = useStyles();
  const say = words.export;
  const [anyway, setAnyway] = useAnyway();
  const contradictions = useContradictions(active);
  const first = firstOf(standing);
  const back = (
    <>
      {standing.unnamed && first !== 'unit' && <Button onClick={() => props.onFix('unit')}>{say.backTo.unit}</Button>}
      <Button appearance="primary" data-safe onClick={() => props.onFix(first)}>
        {say.backTo[first]}
      </Button>
    </>
  );
  const actions =
    standing.blanks > 0 ? (
      <>
        <Button
          disabledFocusable={contradictions === null}
          onClick={() => contradictions !== null && props.onGo({ except: keptBlank(contradictions, anyway) })}
        >
          {say.asZero}
        </Button>
        <Button onClick={() => props.onGo(null)}>{say.keepBlank}</Button>
        {back}
      </>
    ) : isSettled(standing) ? (
      <>
        <Button data-safe onClick={props.onClose}>
          {words.cancel}
        </Button>
        <Button appearance="primary" onClick={() => props.onGo(null)}>
          {say.fromThis}
        </Button>
      </>
    ) : (
      <>
        <Button onClick={() => props.onGo(null)}>{say.anyway}</Button>
        {back}
      </>
    );
  return (
    <Dialog title={say.stillTitle} onClose={props.onClose} actions={actions}>
      {standing.faults + standing.blanks + standing.explains > 0 && (
        <p>{say.still(standing.faults, standing.blanks, standing.explains)}</p>
      )}
      {standing.emptySections.length > 0 && <p>{say.emptySections(standing.emptySections)}</p>}
      {standing.outdated > 0 && <p>{say.outdated(standing.outdated)}</p>}
      {standing.unnamed && <p>{say.unnamed}</p>}
      {standing.blanks > 0 && <p className={styles.hint}>{say.asZeroHint}</p>}
      <Contradictions
        contradictions={contradictions ?? []}
        edition={active.located.edition}
        anyway={anyway}
        onAnyway={setAnyway}
      />
      {twins.length > 0 && (
        <p>{say.duplicates(reportTitle(active.report.unit.name, active.report.year), active.candidate.sheet)}</p>
      )}
    </Dialog>
  );
}
