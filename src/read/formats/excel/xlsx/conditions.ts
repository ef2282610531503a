/**
 * What the conditions of a sheet make of the numbers in its cells, as far as they hide or change them: a colour like the
 * ground, a number format, a bar or a sign in place of the number. Of a condition only what is plain is judged; where that
 * is not enough, nobody can tell what the cell shows. Source: ECMA-376 part 1, 18.3.1.18 and 18.3.1.10.
 */
import { columnOf, type CellBlock, type CellPosition } from '../../../../report/a1';
import type { Budget } from '../../../containers/budget';
import { parseXmlText, placeIn, type XmlAttributes } from '../../../containers/xml';
import { white, type CellLook } from '../look';
import { shownNumber } from '../shown';
import { endOfCells } from './plainRows';
import type { ConditionLook, PaintedLook, Styles } from './xlsxStyles';

interface Rule {
  readonly areas: readonly CellBlock[];
  readonly priority: number;
  readonly stops: boolean;
  readonly type: string;
  readonly operator: string;
  readonly formulas: string[];
  readonly look: ConditionLook | null;
  /** A bar, a colour or a sign is shown, and no number. */
  replaces: boolean;
}

/** Null: nobody can tell. */
type Verdict = boolean | null;

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

const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?$/iu;
const isAlways = /^(?:TRUE(?:\(\))?|1|1=1)$/iu;
const isNever = /^(?:FALSE(?:\(\))?|0)$/iu;
const reference = /^\$?[A-Z]{1,3}\$?\d{1,7}$/iu;
const ownComparison = /^(\$?[A-Z]{1,3}\$?\d{1,7})(<=|>=|<>|[<>=])([^<>=]+)$/iu;
const ownFunction = /^(NOT\()?(ISNUMBER|ISBLANK|ISERROR|ISERR|ISNA|ISTEXT)\((\$?[A-Z]{1,3}\$?\d{1,7})\)\)?$/iu;

/** True where a reference that was written for the first cell of an area means this very cell. */
function isOwn(text: string, [area]: readonly CellBlock[], { row, column }: CellPosition): boolean {
  const [, columnFixed, letters = '', rowFixed, digits = ''] = /^(\$?)([A-Z]+)(\$?)(\d+)$/iu.exec(text) ?? [];
  if (area === undefined || !reference.test(text)) return false;
  const right = columnFixed === '$' ? 0 : column - area.column;
  const down = rowFixed === '$' ? 0 : row - area.row;
  return columnOf(letters) + right === column && Number(digits) - 1 + down === row;
}

function expressionVerdict(rule: Rule, at: CellPosition, value: number): Verdict {
  const formula = (rule.formulas[0] ?? '').replace(/\s+/gu, '');
  if (isAlways.test(formula)) return true;
  if (isNever.test(formula)) return false;
  const [, compared = '', sign = '', other = ''] = ownComparison.exec(formula) ?? [];
  if (isOwn(compared, rule.areas, at)) {
    // A number is no text, not even one without a character.
    if (other === '""') return sign === '<>' ? true : sign === '=' ? false : null;
    return isNumber.test(other) ? (comparisons[signs[sign] ?? '']?.(value, Number(other), 0) ?? null) : null;
  }
  const [, not, name = '', asked = ''] = ownFunction.exec(formula) ?? [];
  return isOwn(asked, rule.areas, at) ? (name.toUpperCase() === 'ISNUMBER') === (not === undefined) : null;
}

function verdictOf(rule: Rule, at: CellPosition, value: number): Verdict {
  if (rule.replaces) return true;
  if (rule.type === 'expression') return expressionVerdict(rule, at, value);
  if (rule.type !== 'cellIs') return ofNumbers.get(rule.type) ?? null;
  const bounds = rule.formulas.map((formula) => formula.trim());
  const compare = comparisons[rule.operator];
  if (compare === undefined || bounds.length === 0 || !bounds.every((bound) => isNumber.test(bound))) return null;
  return compare(value, Number(bounds[0]), Number(bounds[1] ?? bounds[0]));
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

const combined = (effect: Effect, { look, replaces }: Rule): Effect => ({
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
    unseen: replaced || look.tiny || (ink ?? look.ink) === (ground ?? look.ground),
    crossed: look.crossed,
  };
}

const saysSame = (one: CellLook, other: CellLook, value: number): boolean =>
  one.unseen === other.unseen &&
  one.aside === other.aside &&
  (one.format === other.format ||
    JSON.stringify(shownNumber(value, one.format)) === JSON.stringify(shownNumber(value, other.format)));

/** Judging a condition takes as long as so many looks at an area. */
const judging = 20;
/** Looks for each cell that are not counted: a few conditions for all cells are plain in a workbook of hundreds of reports too. */
const free = 100;

/** The conditions of a sheet that hide or change what some of its cells show. */
export class Conditions {
  constructor(
    private readonly rules: readonly Rule[],
    private readonly budget: Budget,
  ) {}

  /** The look of a cell with this number in it. Throws an ArchiveError where cells and conditions are far too many. */
  lookAt(at: CellPosition, look: PaintedLook, value: number): CellLook {
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
}

/** The colours of the letters and grounds of all looks. */
interface Colours {
  readonly inks: ReadonlySet<string>;
  readonly grounds: ReadonlySet<string>;
}

const coloursOf = (looks: readonly PaintedLook[]): Colours => ({
  inks: new Set(looks.map(({ ink }) => ink)),
  grounds: new Set(looks.map(({ ground }) => ground)),
});

/** Whether a condition can change what a cell of looks in these colours shows. */
function matters(look: ConditionLook, { inks, grounds }: Colours): boolean {
  if (look.format !== null || look.struck) return true;
  if (look.ink !== null)
    return look.ground === null ? look.ink === white || grounds.has(look.ink) : look.ground === look.ink;
  return look.ground !== null && inks.has(look.ground);
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
const replacing = new Set(['dataBar', 'iconSet']);

/** A sheet that has more is no report; the others are not judged. */
const mostRules = 1_000;
/** A condition has two. */
const mostFormulas = 3;
const longestFormula = 200;

const tag = 'conditionalFormatting';
/** Of the name of an element. */
const longestPrefix = 40;

/** The elements of this name in a text, one after the other, as they are written. */
function elementsIn(text: string): string {
  let found = '';
  for (let at = text.indexOf(tag); at !== -1; at = text.indexOf(tag, at)) {
    const from = text.lastIndexOf('<', at);
    const name = text.slice(from + 1, at + tag.length);
    const close = `</${name}>`;
    const end = text.indexOf(close, at);
    if (end === -1) break;
    at = end + close.length;
    // A name that only begins so is another one.
    if (/[\s>]/u.test(text.charAt(from + 1 + name.length))) found += text.slice(from, at);
  }
  return found;
}

const cares = new WeakMap<Styles, boolean>();

/** Whether any condition may change what is read of a sheet. */
function careFor(styles: Styles): boolean {
  const known = cares.get(styles);
  if (known !== undefined) return known;
  const colours = coloursOf(styles.looks);
  const own = styles.conditions.some((look) => matters(look, colours));
  cares.set(styles, own);
  return own;
}

/** The conditions that stand behind the rows of a sheet; null where they change nothing that is read. Throws an ArchiveError. */
export function conditionsOf(
  bytes: Uint8Array,
  styles: Styles,
  blockOf: (reference: string) => CellBlock | null,
  budget: Budget,
): Conditions | null {
  const from = Math.max(0, endOfCells(bytes));
  if (!careFor(styles) && placeIn(bytes, 'showValue', from) === -1) return null;
  const begin = placeIn(bytes, tag, from);
  return begin === -1
    ? null
    : conditionsIn(
        elementsIn(new TextDecoder().decode(bytes.subarray(Math.max(0, begin - longestPrefix)))),
        styles,
        blockOf,
        budget,
      );
}

function conditionsIn(
  xml: string,
  { looks, conditions }: Styles,
  blockOf: (reference: string) => CellBlock | null,
  budget: Budget,
): Conditions | null {
  const rules: Rule[] = [];
  let areas: readonly CellBlock[] = [];
  let inFormula = false;
  const openRule = (attributes: XmlAttributes): void => {
    const id = attributes.get('dxfId');
    rules.push({
      areas,
      priority: Number(attributes.get('priority') ?? 0),
      stops: isTrue(attributes.get('stopIfTrue')),
      type: attributes.get('type') ?? '',
      operator: attributes.get('operator') ?? '',
      formulas: [],
      look: id === undefined ? null : (conditions[Number(id)] ?? null),
      replaces: false,
    });
  };
  parseXmlText(`<conditions>${xml}</conditions>`, {
    open(name, attributes) {
      const rule = rules.at(-1);
      if (name === 'conditionalFormatting')
        areas = (attributes.get('sqref') ?? '').split(/\s+/u).flatMap((reference) => blockOf(reference) ?? []);
      else if (name === 'cfRule' && rules.length < mostRules) openRule(attributes);
      else if (name === 'formula') {
        inFormula = rule !== undefined && rule.formulas.length < mostFormulas;
        if (inFormula) rule?.formulas.push('');
      } else if (
        replacing.has(name) &&
        rule !== undefined &&
        ['0', 'false'].includes(attributes.get('showValue') ?? '')
      )
        rule.replaces = true;
    },
    close(name) {
      const formulas = rules.at(-1)?.formulas;
      // What is longer is none of those that are judged.
      if (inFormula && name === 'formula' && (formulas?.at(-1)?.length ?? 0) >= longestFormula)
        formulas?.splice(-1, 1, '?');
      if (name === 'formula') inFormula = false;
      return undefined;
    },
    text(text) {
      const formulas = rules.at(-1)?.formulas;
      if (inFormula && formulas !== undefined) formulas[formulas.length - 1] += text.slice(0, longestFormula);
    },
  });
  const colours = coloursOf(looks);
  if (!rules.some(({ look, replaces }) => replaces || (look !== null && matters(look, colours)))) return null;
  return new Conditions(
    rules.sort((a, b) => a.priority - b.priority),
    budget,
  );
}
