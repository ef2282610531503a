/** The conditions of a sheet of an .xlsx workbook, those that stand in its extensions too. Source: ECMA-376 part 1, 18.3.1.18; [MS-XLSX] 2.3.5. */
import { referredBlock, type CellBlock } from '../../../../report/a1';
import type { Budget } from '../../../containers/budget';
import { parseXmlText, type XmlAttributes } from '../../../containers/xml';
import { coloursOf, conditionsBy, matters, mostRules, type Conditions, type ConditionRule } from '../conditions';
import type { Shade } from '../look';
import { behindCells } from './plainRows';
import { changeCondition, plainCondition, toneIn, type Styles, type WrittenCondition } from './xlsxStyles';

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
const replacing = new Set(['dataBar', 'iconSet']);
/** What paints behind numbers as far as they say how large they are. */
const scales = new Set(['colorScale', 'dataBar']);
/** Of a bar as Excel 2007 and later ones write it. */
const scaleColours = new Set(['color', 'fillColor']);
/** A scale has two or three. */
const mostColours = 3;

/** A condition has two. */
const mostFormulas = 3;
const longestFormula = 200;
/** Of the areas of a condition, as a text. */
const longestAreas = 20_000;
/** What it costs to keep an area, as comparisons. */
const keeping = 20;

const tag = 'conditionalFormatting';
/** Of the name of an element. */
const longestPrefix = 40;

/** The elements of this name in a text, one after the other, as they are written. */
function elementsIn(text: string): string {
  let found = '';
  for (let at = text.indexOf(tag); at !== -1; at = text.indexOf(tag, at)) {
    const before = text.slice(Math.max(0, at - longestPrefix), at);
    const from = at - before.length + before.lastIndexOf('<');
    const name = text.slice(from + 1, at + tag.length);
    at += tag.length;
    // A name that only begins so is another one.
    if (!before.includes('<') || !/[\s>]/u.test(text.charAt(at))) continue;
    const close = `</${name}>`;
    const end = text.indexOf(close, at);
    if (end === -1) break;
    at = end + close.length;
    found += text.slice(from, at);
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

/** What shows that conditions say themselves what they do: they show no value, paint, or hold, in an extension, a format of their own. */
const ownSigns = ['showValue', 'extLst', 'colorScale', 'dataBar'];
const sayThemselves = (behind: string): boolean => ownSigns.some((sign) => behind.includes(sign));

/** The conditions that stand behind the rows of a sheet; null where they change nothing that is read. Throws an ArchiveError. */
export function conditionsOf(bytes: Uint8Array, styles: Styles, budget: Budget): Conditions | null {
  const behind = behindCells(bytes);
  if (!careFor(styles) && !sayThemselves(behind)) return null;
  if (!behind.includes(tag)) return null;
  const reader = new ConditionsReader(styles, budget);
  parseXmlText(`<conditions>${elementsIn(behind)}</conditions>`, reader);
  return conditionsBy(reader.rules, styles.looks, budget);
}

/** Formulas are `formula`, in extensions `f`; their areas are an attribute, there an element behind the conditions. */
class ConditionsReader {
  readonly rules: ConditionRule[] = [];
  private areas: readonly CellBlock[] = [];
  /** Where the rules of the open element begin. */
  private first = 0;
  private inFormula = false;
  private reference: string | null = null;
  /** The format that the open condition holds itself, and the names of what is open in it. */
  private written: WrittenCondition | null = null;
  private inScale = false;
  private path: string[] = [];

  constructor(
    private readonly styles: Styles,
    private readonly budget: Budget,
  ) {}

  private areasIn(text: string): CellBlock[] {
    const areas = text
      .slice(0, longestAreas)
      .trim()
      .split(/\s+/u)
      .flatMap((reference) => referredBlock(reference) ?? []);
    // Each is kept for as long as the sheet is read.
    this.budget.comparisons(areas.length * keeping);
    return areas;
  }

  private openRule(attributes: XmlAttributes): void {
    const id = attributes.get('dxfId');
    this.rules.push({
      areas: this.areas,
      priority: Number(attributes.get('priority') ?? 0),
      stops: isTrue(attributes.get('stopIfTrue')),
      type: attributes.get('type') ?? '',
      operator: attributes.get('operator') ?? '',
      formulas: [],
      look: id === undefined ? null : (this.styles.conditions[Number(id)] ?? null),
      replaces: false,
      ...(scales.has(attributes.get('type') ?? '') ? { scale: [] } : {}),
    });
  }

  private takeColour(scale: Shade[], attributes: XmlAttributes): void {
    const { ink } = this.styles.conditionOf({ ...plainCondition(), ink: toneIn(attributes) });
    if (ink !== null && scale.length < mostColours) scale.push(ink);
  }

  open = (name: string, attributes: XmlAttributes): void => {
    if (this.written !== null) {
      this.path.push(name);
      return changeCondition(this.written, this.path, attributes);
    }
    const rule = this.rules.at(-1);
    if (name === 'conditionalFormatting') {
      this.areas = this.areasIn(attributes.get('sqref') ?? '');
      this.first = this.rules.length;
    } else if (name === 'cfRule' && this.rules.length < mostRules) this.openRule(attributes);
    else if (name === 'formula' || name === 'f') {
      this.inFormula = rule !== undefined && rule.formulas.length < mostFormulas;
      if (this.inFormula) rule?.formulas.push('');
    } else if (name === 'sqref') this.reference = '';
    else if (name === 'dxf') this.written = plainCondition();
    else if (scaleColours.has(name) && this.inScale && rule?.scale !== undefined)
      this.takeColour(rule.scale, attributes);
    else if (replacing.has(name) && rule !== undefined && ['0', 'false'].includes(attributes.get('showValue') ?? ''))
      rule.replaces = true;
    if (scales.has(name)) this.inScale = true;
  };

  close = (name: string): undefined => {
    const rule = this.rules.at(-1);
    if (this.written !== null) {
      if (this.path.pop() === undefined) {
        if (rule !== undefined) rule.look = this.styles.conditionOf(this.written);
        this.written = null;
      }
      return;
    }
    // What is longer is none of those that are judged.
    if (this.inFormula && (rule?.formulas.at(-1)?.length ?? 0) >= longestFormula) rule?.formulas.splice(-1, 1, '?');
    this.inFormula = false;
    if (scales.has(name)) this.inScale = false;
    if (name !== 'sqref' || this.reference === null) return;
    const areas = this.areasIn(this.reference);
    for (const own of this.rules.slice(this.first)) own.areas = areas;
    this.reference = null;
  };

  text = (text: string): void => {
    if (this.reference !== null) {
      this.reference += text;
      return;
    }
    const formulas = this.rules.at(-1)?.formulas;
    if (this.inFormula && formulas !== undefined) formulas[formulas.length - 1] += text.slice(0, longestFormula);
  };
}
