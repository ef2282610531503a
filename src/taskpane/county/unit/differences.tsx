import { useMemo } from 'react';
import { figureName } from '../../../report/figures';
import { amountUnitWords } from '../../../report/sheet/sheet';
import type { Checked } from '../../../rollup/collection/checked';
import { compareReports, type ComparedValue } from '../../../rollup/likeness/compare';
import { plainNumber } from '../../../write/number';
import { usePane } from '../../context';
import type { Words } from '../../words/words';
import { Listing } from './listing';

/** Figures that are shown before they are only counted. */
const shownFirst = 20;

const valueText = (value: ComparedValue, say: Words['county']): string =>
  value.state === 'number'
    ? plainNumber(value.value) + (value.unit === null ? '' : ` ${amountUnitWords[value.unit]}`)
    : say.values[value.state];

/** What one submission of a unit has otherwise than another: whoever has to choose between them sees it. */
export function Differences({ taken, other }: { taken: Checked; other: Checked }) {
  const { words } = usePane();
  const say = words.county;
  const { figures, undecided, paragraphs } = useMemo(
    () => compareReports(other.reading, taken.reading),
    [other, taken],
  );
  const rest = figures.length - shownFirst;
  const items = [
    ...figures
      .slice(0, shownFirst)
      .map(({ figure, values: [theirs, own] }) =>
        say.difference(figureName(figure), valueText(theirs, say), valueText(own, say)),
      ),
    ...(rest > 0 ? [say.moreDifferences(rest)] : []),
    ...(undecided.length > 0 ? [say.undecided(undecided.length)] : []),
    ...(paragraphs.length > 0 ? [say.otherParagraphs(paragraphs.length)] : []),
  ];
  return (
    <Listing title={say.comparedWith(other.received.source)} items={items.length > 0 ? items : [say.noDifference]} />
  );
}
