import type { ActiveReport } from '../../host/host';
import type { FigureId } from '../../report/figures';
import { usePane } from '../context';
import { Contradictions, keptBlank, useAnyway } from '../parts/contradictions';
import { Answers, Dialog } from '../parts/asking/dialog';
import type { TableProgress } from '../parts/state/progress';
import { useContradictions } from '../parts/state/useContradictions';

/** Blanks that 其余填 0 would fill. */
export const blanksOf = (tables: readonly TableProgress[]): number =>
  tables.reduce((sum, { blanks }) => sum + blanks, 0);

/** 其余填 0, asked: how many cells, and which of them something else says are not 0. */
export function ZerosDialog(props: {
  active: ActiveReport;
  tables: readonly TableProgress[];
  onFill: (kept: ReadonlySet<FigureId>) => void;
  onClose: () => void;
}) {
  const { active, tables } = props;
  const { words } = usePane();
  const say = words.fill;
  const [anyway, setAnyway] = useAnyway();
  const contradictions = useContradictions(
    active,
    tables.map(({ table }) => table),
  );
  const kept = contradictions === null ? null : keptBlank(contradictions, anyway);
  const cells = blanksOf(tables) - (kept?.size ?? 0);
  return (
    <Dialog
      title={say.zerosTitle}
      onClose={props.onClose}
      actions={
        <Answers
          onCancel={props.onClose}
          disabledFocusable={kept === null || cells === 0}
          onClick={() => kept !== null && props.onFill(kept)}
        >
          {say.zerosConfirm}
        </Answers>
      }
    >
      {cells === 0
        ? say.zerosNone
        : say.zerosAsk(
            tables.map(({ title }) => title),
            cells,
          )}
      <Contradictions
        contradictions={contradictions ?? []}
        edition={active.located.edition}
        anyway={anyway}
        onAnyway={setAnyway}
      />
    </Dialog>
  );
}
