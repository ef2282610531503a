/**
 * What the conditions of a sheet make of the numbers in its cells, as far as they hide or change them: a colour like the
 * ground, a number format, a bar or a sign in place of the number. Of a condition only what is plain is judged; where that
 * is not enough, nobody can tell what the cell shows. Source: ECMA-376 part 1, 18.3.1.18 and 18.3.1.10.
 */
import { referredCell, type CellBlock, type CellPosition } from '../../../report/a1';
import type { Budget } from '../../containers/budget';
import { mixed } from '../../containers/ink';
import { black, isUnseenOn, white, type CellLook, type Shade } from './look';
import { shownNumber, shownText, type CellFormat, type ShownValue } from './shown';

/** A look with what a condition may change of it. */
export interface PaintedLook extends CellLook {
  readonly ink: Shade;
  readonly tiny: boolean;
}

/** What the look of a cell is where a condition holds; null for what it leaves as it is. */
export interface ConditionLook {
  readonly format: CellFormat | null;
  readonly ink: Shade | null;
  readonly ground: Shade | null;
  readonly struck: boolean;
}

/** A condition, and what it does to the cells of its areas. References of its formulas are written for the first cell of the first area. */
export interface ConditionRule {
  areas: readonly CellBlock[];
  readonly priority: number;
  readonly stops: boolean;
  type: string;
  operator: string;
  readonly formulas: string[];
  look: ConditionLook | null;
  /** A bar, a colour or a sign is shown, and no number. */
  replaces: boolean;
  /** Colours between which it paints behind the numbers, as far as they say how large they are. */
  readonly scale?: Shade[];
}

/** Null: nobody can tell. */
type Verdict = boolean | null;

/** A number, or a text that reads like one. */
type Content = number | string;

const comparisons: Readonly<Record<string, (value: number, first: number, second: number) => boolean>> = {
  lessThan: (value, first) => value < first,
  lessThanOrEqual: (value, first) => value <= first,
  equal: (value, first) => value === first,
  notEqual: (value, first) => value !== first,
  greaterThanOrEqual: (value, first) => value >= first,
  greaterThan: (value, first) => value > first,
  between: (value, first, second) => value >= Math.min(first, second) && value <= Math.max(first, second),
  notBetween: (value, first, second) => value < Math.min(first, second) || value > Math.max(first, second),
};

const signs: Readonly<Record<string, string>> = {
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '=': 'equal',
  '<>': 'notEqual',
  '>=': 'greaterThanOrEqual',
  '>': 'greaterThan',
};

/** Conditions that a number meets, or does not, whatever it is. */
const ofNumbers: ReadonlyMap<string, boolean> = new Map([
  ['containsErrors', false],
  ['notContainsErrors', true],
  ['containsBlanks', false],
  ['notContainsBlanks', true],
]);

/** True for a text that may be read as a number. */
export const looksLikeNumber = (text: string): boolean => text.length < longestNumber && /\d/u.test(text);
const longestNumber = 40;

const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?$/iu;
const isAlways = /^(?:TRUE(?:\(\))?|1|1=1)$/iu;
const isNever = /^(?:FALSE(?:\(\))?|0)$/iu;
const ownComparison = /^(\$?[A-Z]{1,3}\$?\d{1,7})(<=|>=|<>|[<>=])([^<>=]+)$/iu;
const ownFunction = /^(NOT\()?(ISNUMBER|ISBLANK|ISERROR|ISERR|ISNA|ISTEXT)\((\$?[A-Z]{1,3}\$?\d{1,7})\)\)?$/iu;

/** True where a reference that was written for the first cell of an area means this very cell. */
function isOwn(text: string, [area]: readonly CellBlock[], { row, column }: CellPosition): boolean {
  const meant = area === undefined ? null : referredCell(text, row - area.row, column - area.column);
  return meant !== null && meant.row === row && meant.column === column;
}

function expressionVerdict(rule: ConditionRule, at: CellPosition, value: Content): Verdict {
  const formula = (rule.formulas[0] ?? '').replace(/\s+/gu, '');
  if (isAlways.test(formula)) return true;
  if (isNever.test(formula)) return false;
  const [, compared = '', sign = '', other = ''] = ownComparison.exec(formula) ?? [];
  if (isOwn(compared, rule.areas, at)) {
    // A number is no text, not even one without a character.
    if (other === '""') return sign === '<>' ? true : sign === '=' ? false : null;
    // Any text is greater than any number.
    const compared = typeof value === 'number' ? value : Infinity;
    return isNumber.test(other) ? (comparisons[signs[sign] ?? '']?.(compared, Number(other), 0) ?? null) : null;
  }
  const [, not, name = '', asked = ''] = ownFunction.exec(formula) ?? [];
  const met = typeof value === 'number' ? 'ISNUMBER' : 'ISTEXT';
  return isOwn(asked, rule.areas, at) ? (name.toUpperCase() === met) === (not === undefined) : null;
}

function verdictOf(rule: ConditionRule, at: CellPosition, value: Content): Verdict {
  if (rule.replaces) return typeof value === 'number';
  if (rule.type === 'expression') return expressionVerdict(rule, at, value);
  if (rule.type !== 'cellIs') return ofNumbers.get(rule.type) ?? null;
  const bounds = rule.formulas.map((formula) => formula.trim());
  const compare = comparisons[rule.operator];
  if (compare === undefined || bounds.length === 0 || !bounds.every((bound) => isNumber.test(bound))) return null;
  const compared = typeof value === 'number' ? value : Infinity;
  return compare(compared, Number(bounds[0]), Number(bounds[1] ?? bounds[0]));
}

const isIn = ({ row, column }: CellPosition, area: CellBlock): boolean =>
  row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;

/** What of a look is not yet decided by a condition before. */
interface Effect {
  format: CellLook['format'] | null;
  ink: string | null;
  ground: string | null;
  struck: boolean;
  replaced: boolean;
}

const combined = (effect: Effect, { look, replaces }: ConditionRule): Effect => ({
  format: effect.format ?? look?.format ?? null,
  ink: effect.ink ?? look?.ink ?? null,
  ground: effect.ground ?? look?.ground ?? null,
  struck: effect.struck || (look?.struck ?? false),
  replaced: effect.replaced || replaces,
});

function painted(look: PaintedLook, { format, ink, ground, struck, replaced }: Effect): CellLook {
  return {
    format: format ?? look.format,
    aside: struck ? 'struck' : look.aside,
    unseen: replaced || look.tiny || isUnseenOn(ink ?? look.ink, ground ?? look.ground),
    crossed: look.crossed,
    ground: ground ?? look.ground,
    ...(look.unsure === true ? { unsure: true } : {}),
    ...(look.across === true ? { across: true } : {}),
    ...(look.lined === true ? { lined: true } : {}),
  };
}

const shownIn = (value: Content, format: CellFormat): ShownValue =>
  typeof value === 'number' ? shownNumber(value, format) : shownText(value, format);

const saysSame = (one: CellLook, other: CellLook, value: Content): boolean =>
  one.unseen === other.unseen &&
  one.aside === other.aside &&
  (one.format === other.format ||
    JSON.stringify(shownIn(value, one.format)) === JSON.stringify(shownIn(value, other.format)));

/** Colours between two of a scale that are looked at. */
const between = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** True where letters may be lost on some colour of a scale. Which one a cell has depends on the others. */
function isLostOn(ink: Shade, scale: readonly Shade[]): boolean {
  return scale.some((colour, index) =>
    between.some((part) => isUnseenOn(ink, mixed(scale[index + 1] ?? colour, colour, part))),
  );
}

/** Judging a condition takes as long as so many looks at an area. */
const judging = 20;
/** Looks for each cell that are not counted: a few conditions for all cells are plain in a workbook of hundreds of reports too. */
const free = 100;

/** The conditions of a sheet that hide or change what some of its cells show. */
export class Conditions {
  /** What was found out of letters on the scales of rules. */
  private readonly lost = new Map<ConditionRule, Map<Shade, boolean>>();

  constructor(
    private readonly rules: readonly ConditionRule[],
    private readonly budget: Budget,
  ) {}

  /** The look of a cell with this number in it, or a text that reads like one. Throws an ArchiveError where cells and conditions are far too many. */
  lookAt(at: CellPosition, look: PaintedLook, value: Content): CellLook {
    let effect: Effect = { format: null, ink: null, ground: null, struck: false, replaced: false };
    let unsure = false;
    let cost = 0;
    for (const rule of this.rules) {
      const area = rule.areas.findIndex((own) => isIn(at, own));
      cost += area === -1 ? 1 + rule.areas.length : area + judging;
      if (cost > free) {
        this.budget.comparisons(cost - free);
        cost = free;
      }
      if (area === -1) continue;
      if (rule.scale !== undefined) unsure ||= typeof value === 'number' && this.isLost(effect.ink ?? look.ink, rule);
      const verdict = verdictOf(rule, at, value);
      if (verdict === false) continue;
      const after = combined(effect, rule);
      if (verdict === null && !unsure) cost += judging;
      if (verdict === null) unsure ||= !saysSame(painted(look, after), painted(look, effect), value);
      else {
        effect = after;
        if (rule.stops) break;
      }
    }
    const shown = painted(look, effect);
    return unsure && !shown.unseen ? { ...shown, unsure: true } : shown;
  }

  private isLost(ink: Shade, rule: ConditionRule): boolean {
    const known = this.lost.get(rule) ?? new Map<Shade, boolean>();
    const before = known.get(ink);
    if (before !== undefined) return before;
    const lost = isLostOn(ink, rule.scale ?? []);
    this.lost.set(rule, known.set(ink, lost));
    return lost;
  }
}

/** The colours of the letters and grounds of all looks. */
export interface Colours {
  readonly inks: ReadonlySet<Shade>;
  readonly grounds: ReadonlySet<Shade>;
}

export const coloursOf = (looks: readonly PaintedLook[]): Colours => ({
  inks: new Set(looks.map(({ ink }) => ink)),
  grounds: new Set(looks.map(({ ground }) => ground)),
});

/** Whether a condition can change what a cell of looks in these colours shows. */
export function matters(look: ConditionLook, { inks, grounds }: Colours): boolean {
  const { ink, ground } = look;
  if (look.format !== null || look.struck) return true;
  if (ink !== null)
    return ground === null
      ? isUnseenOn(ink, white) || [...grounds].some((own) => isUnseenOn(ink, own))
      : isUnseenOn(ink, ground);
  return ground !== null && [...inks].some((own) => isUnseenOn(own, ground));
}

/** A sheet that has more is no report; the others are not judged. */
export const mostRules = 1_000;

/** Conditions in the order in which they are judged; null where they change nothing that is read. */
export function conditionsBy(
  rules: readonly ConditionRule[],
  looks: readonly PaintedLook[],
  budget: Budget,
): Conditions | null {
  if (rules.length === 0) return null;
  const colours = coloursOf(looks);
  const inks = [black, ...colours.inks];
  const isTold = ({ look, replaces, scale }: ConditionRule): boolean =>
    replaces ||
    (look !== null && matters(look, colours)) ||
    (scale !== undefined && inks.some((ink) => isLostOn(ink, scale)));
  if (!rules.some(isTold)) return null;
  return new Conditions(
    [...rules].sort((a, b) => a.priority - b.priority),
    budget,
  );
}
