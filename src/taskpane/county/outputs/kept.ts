/** What is kept of a collection on sheets of the workbook, written around what the office wrote there. */
import type { Host } from '../../../host/host';
import type { Edition } from '../../../report/edition';
import type { Language } from '../../../report/language';
import type { SheetContent } from '../../../report/sheet/workbook';
import {
  askedSheet,
  askedSheetName,
  askedSheetOn,
  followedUp,
  lastAsked,
  type AskedPoint,
} from '../../../rollup/collection/asked';
import { withYears, type Checked } from '../../../rollup/collection/checked';
import { meantIn } from '../../../rollup/collection/meant';
import type { PointState } from '../../../rollup/collection/followUp';
import type { Roster } from '../../../rollup/collection/roster';
import {
  rosterSheet,
  rosterSheetName,
  rosterSheetOn,
  standingSheet,
  standingSheetName,
  standingSheetOn,
} from '../../../rollup/collection/standing';
import type { RollUp } from '../../../rollup/sum';

export interface ToKeep {
  readonly sum: RollUp;
  readonly edition: Edition;
  readonly roster: Roster | null;
  readonly takenBySource: ReadonlyMap<string, Checked>;
  readonly asked: readonly AskedPoint[];
}

/** What became of each point that was asked, in the reports that are here now. */
function statesOf({ asked, sum, takenBySource }: ToKeep): Map<AskedPoint, PointState> {
  const states = new Map<AskedPoint, PointState>();
  for (const { name, row } of meantIn(sum.rows)) {
    const checked = takenBySource.get(row?.source ?? '');
    const points =
      checked === undefined || row === null
        ? null
        : followedUp(asked, name, withYears(checked, row), row.previous !== null);
    // They come in the order of the last letter; after them what is new, which was not asked. Of reports that differ nobody can
    // know which is the answer.
    const last = points === null && row !== null ? [] : lastAsked(asked, name);
    last.forEach((point, at) => states.set(point, points?.[at]?.state ?? 'unclear'));
  }
  return states;
}

/** The sheets 修改意见, 单位名单 and 收表情况, those of them that have something else to say than what stands there. */
export async function keptSheets(host: Host, kept: ToKeep, language: Language): Promise<SheetContent[]> {
  const { sum, edition, roster, asked } = kept;
  const on = async (
    name: string,
    make: () => SheetContent,
    around: (sheet: SheetContent, there: readonly (readonly unknown[])[]) => SheetContent | null,
  ): Promise<SheetContent[]> => {
    const there = (await host.readSheet?.(name)) ?? null;
    const sheet = there === null || there.length === 0 ? make() : around(make(), there);
    return sheet === null ? [] : [sheet];
  };
  const states = statesOf(kept);
  const points = () => askedSheet(asked, (point) => states.get(point) ?? null, language);
  const standing = () => standingSheet(sum.rows, edition, language);
  return [
    ...(asked.length === 0 ? [] : await on(askedSheetName, points, askedSheetOn)),
    ...(roster === null
      ? []
      : await on(
          rosterSheetName,
          () => rosterSheet(roster.units),
          (_, there) => rosterSheetOn(roster.units, there),
        )),
    ...(await on(standingSheetName, standing, (sheet, there) => standingSheetOn(sheet, there, language))),
  ];
}
