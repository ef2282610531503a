/** What stands out, in the words of a language. */
import type { Edition } from '../../report/edition';
import { figureName, figuresOf, findFigure } from '../../report/figures';
import type { Language } from '../../report/language';
import { withoutNumber } from '../../report/numbering';
import { plainNumber } from '../../write/number';
import { plainName } from '../../write/text';
import { unitsOf, type Outlier, type RatioName } from './outliers';
import { wordsIn } from '../words';

/** Units that are told by name; the others are counted. */
const told = 20;

/** Whole percent; what is neither none nor all is never called 0% or 100%. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  if ((whole > 0 || share === 0) && (whole < 100 || share === 1)) return `${whole}%`;
  return share < 0.5
    ? `${plainNumber(Number((share * 100).toPrecision(1)))}%`
    : `${plainNumber(100 - Number(((1 - share) * 100).toPrecision(1)))}%`;
}

const times = (factor: number): string => plainNumber(Math.round(factor * 10) / 10);

/** What the form calls the results of a ratio: the label over their rows, without its number. */
const labelOf = (edition: Edition, ratio: RatioName): string => {
  const figure = figuresOf(edition).find(({ row }) => row === ratio || row.startsWith(`${ratio}.`));
  return withoutNumber(figure?.rowLabels.at(figure.row === ratio ? -1 : -2) ?? ratio);
};

/** What is said of it, without the unit where it is one unit's. */
function sentence(outlier: Outlier, edition: Edition, language: Language): string {
  const words = wordsIn(language);
  const say = words.outliers;
  const names = unitsOf(outlier).map(({ unit }) => plainName(unit));
  const units = words.list(names.slice(0, told));
  const list = names.length > told ? words.andMore(units, names.length) : units;
  switch (outlier.kind) {
    case 'jump': {
      const figure = findFigure(edition, outlier.figure);
      const { before, now, others } = outlier;
      return say.jump(
        figure === undefined ? outlier.figure : figureName(figure),
        plainNumber(before),
        plainNumber(now),
        others === null ? null : times(others),
      );
    }
    case 'sameFigures':
      return say.sameFigures(list, outlier.count);
    case 'figuresOfLastYear':
      return say.figuresOfLastYear(outlier.count);
    case 'sameText':
      return say.sameText(list);
    case 'textOfLastYear':
      return say.textOfLastYear;
    case 'ratio': {
      const { ratio, part, whole, typical } = outlier;
      const name = say.ratioName(ratio, labelOf(edition, ratio));
      return say.ratio(name, part, whole, percent(part / whole), percent(typical));
    }
  }
}

/** One line that names the unit first where it is one unit's. */
export function outlierText(outlier: Outlier, edition: Edition, language: Language): string {
  const text = sentence(outlier, edition, language);
  if ('units' in outlier) return text;
  return wordsIn(language).ofUnit(plainName(outlier.unit), text);
}
