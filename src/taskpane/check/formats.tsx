import { Button } from '@fluentui/react-components';
import type { ActiveReport } from '../../host/host';
import { columnLetters } from '../../report/a1';
import { shiftsIn, type Shift } from '../../report/sheet/shifted';
import { usePane } from '../context';
import { Notice } from '../parts/notice';
import { useWrite } from '../parts/state/useWrite';
import type { Words } from '../words/words';

const lineName = ({ axis }: Shift, line: number): string => (axis === 'row' ? String(line + 1) : columnLetters(line));

function shiftText(shift: Shift, { shifts }: Words['check']): string {
  const { axis, after, before, count, exact } = shift;
  if (count > 0 && exact) return shifts.inserted(axis, lineName(shift, after + 1), lineName(shift, before - 1));
  return shifts.between(axis, [lineName(shift, after), lineName(shift, before)], count);
}

/** Whether the colours on the sheet can be relied on, and where they cannot, what happened and what can be done. */
export function Formats({ active }: { active: ActiveReport }) {
  const { host, words } = usePane();
  const write = useWrite();
  const { notice } = write;
  const say = words.check;
  const { edition, cells } = active.located;
  const missing = active.formats === 'damaged' || active.formats === 'absent';
  const shifts = active.formats === 'damaged' ? shiftsIn(edition, cells) : [];
  const inserted = shifts.find(({ count, exact }) => count > 0 && exact);
  const done = active.formats === 'absent' ? say.formatsEnabled : say.formatsDone;
  const restore = () =>
    void write.run(
      () => host.restoreFormats(),
      () => done,
    );
  const goTo = ({ axis, after }: Shift): void => {
    const at = axis === 'row' ? { row: after + 1, column: 0 } : { row: 0, column: after + 1 };
    // A place that is no more is told by the check that follows.
    host.select(at).catch(() => undefined);
  };
  return (
    <>
      {missing && (
        <Notice
          tone="warning"
          action={
            <>
              {inserted !== undefined && (
                <Button size="small" onClick={() => goTo(inserted)}>
                  {say.locate}
                </Button>
              )}
              <Button size="small" disabledFocusable={write.pending} onClick={restore}>
                {active.formats === 'absent' ? say.formatsEnable : say.formatsRestore}
              </Button>
            </>
          }
        >
          {active.formats === 'absent'
            ? say.formatsAbsent
            : shifts.length === 0
              ? say.formatsDamaged
              : say.formatsShifted(shifts.map((shift) => shiftText(shift, say)))}
        </Notice>
      )}
      {notice !== null && (notice.tone === 'failed' || !missing) && <Notice tone={notice.tone}>{notice.text}</Notice>}
    </>
  );
}
