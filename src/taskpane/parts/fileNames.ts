/** What files that leave the pane are called: by the report alone, so that an address cannot say it. */
import type { Report } from '../../report/report';
import { reportTitle } from '../../report/sheet/sheet';

const longestName = 100;
/** Characters that no file system takes, and those that are not seen or turn the direction of what stands behind them. */
const unfit = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const safeName = (name: string): string => [...name.replace(unfit, '')].slice(0, longestName).join('');

/** Name of an exported file without its ending. */
export const fileStem = ({ unit, year }: Report): string => safeName(reportTitle(unit.name, year));

/** Name of a file of the findings of a report without its ending. */
export const findingsStem = (report: Report): string => `${fileStem(report)}（问题清单）`;

/** Name of a template for any unit, without its ending. */
export const templateStem = ({ year }: Report): string => `${reportTitle(null, year)}（表样）`;
