/** The conditions of the sheets of a workbook in one XML file, which stand behind their cells. */
import { columnLetters, type CellBlock, type CellPosition } from '../../../report/a1';
import { parseXml } from '../../containers/xml';
import { colourIn } from '../pageColour';
import { mostRules, type ConditionLook, type ConditionRule } from './conditions';

const operators: Readonly<Record<string, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  Equal: 'equal',
  NotEqual: 'notEqual',
  Greater: 'greaterThan',
  Less: 'lessThan',
  GreaterOrEqual: 'greaterThanOrEqual',
  LessOrEqual: 'lessThanOrEqual',
};

/** Of texts inside a condition: what is longer is none of those that are judged. */
const longest = 5_000;
const area = /^\s*R(\d+)(?:C(\d+))?(?::R(\d+)(?:C(\d+))?)?\s*$/u;
const reference = /(^|[^\w.$!])R(\[-?\d{1,7}\]|\d{1,7})?C(\[-?\d{1,5}\]|\d{1,5})?(?![\w(])/gu;
const lastColumn = 255;
/** Rows of a sheet. */
const mostPlaces = 1_048_576;

function areasIn(text: string): CellBlock[] {
  return text.split(',').flatMap((part) => {
    const [, top, left, bottom = top, right = left] = area.exec(part) ?? [];
    if (top === undefined) return [];
    const [row, column] = [Number(top) - 1, left === undefined ? 0 : Number(left) - 1];
    const last = right === undefined ? lastColumn : Number(right) - 1;
    return [{ row, column, rowCount: Number(bottom) - row, columnCount: last + 1 - column }];
  });
}

/** A formula with references as other workbooks have them, written for a cell. */
export function asAddresses(formula: string, { row, column }: CellPosition): string {
  const placed = (part: string | undefined, own: number): readonly [fixed: string, at: number] =>
    part === undefined || part.startsWith('[') ? ['', own + Number(part?.slice(1, -1) ?? 0)] : ['$', Number(part) - 1];
  return formula.replace(reference, (whole, before: string, down?: string, right?: string) => {
    const [fixedRow, atRow] = placed(down, row);
    const [fixedColumn, atColumn] = placed(right, column);
    return !(atRow >= 0 && atRow < mostPlaces && atColumn >= 0 && atColumn < mostPlaces)
      ? whole
      : `${before}${fixedColumn}${columnLetters(atColumn)}${fixedRow}${atRow + 1}`;
  });
}

/** What a format makes of a cell, as a page would say it. */
function lookIn(style: string): ConditionLook {
  const said = new Map(
    style.split(';').map((part) => {
      const [name = '', value = ''] = part.split(':');
      return [name.trim().toLowerCase(), value.trim().toLowerCase()] as const;
    }),
  );
  const colour = (name: string): string | null => {
    const value = said.get(name);
    return value === undefined ? null : colourIn(value);
  };
  return {
    format: null,
    ink: colour('color'),
    ground: colour('background') ?? colour('background-color'),
    struck: said.has('text-line-through') || (said.get('text-decoration') ?? '').includes('line-through'),
  };
}

class ConditionsReader {
  /** By the place of their sheet in the file. */
  readonly sheets: ConditionRule[][] = [];
  private areas: readonly CellBlock[] = [];
  private rule: ConditionRule | null = null;
  private field: string | null = null;
  private written = '';

  readonly events = {
    open: (name: string, attributes: { readonly get: (name: string) => string | undefined }): void => {
      if (name === 'Worksheet') this.sheets.push([]);
      else if (name === 'Condition') this.begin();
      else if (name === 'Format' && this.rule !== null) this.rule.look = lookIn(attributes.get('Style') ?? '');
      this.field = fields.has(name) ? name : null;
      this.written = '';
    },
    close: (name: string): undefined => {
      if (name === this.field) this.take(name, this.written.length < longest ? this.written.trim() : '?');
      this.field = null;
      if (name === 'Condition') this.rule = null;
    },
    text: (text: string): void => {
      if (this.field !== null && this.written.length < longest) this.written += text;
    },
  };

  private begin(): void {
    const rules = this.sheets.at(-1);
    if (rules === undefined || rules.length >= mostRules) return;
    this.rule = {
      areas: this.areas,
      priority: rules.length,
      stops: true,
      type: 'expression',
      operator: '',
      formulas: [],
      look: null,
      replaces: false,
    };
    rules.push(this.rule);
  }

  private take(name: string, text: string): void {
    if (name === 'Range') this.areas = areasIn(text);
    else if (this.rule === null) return;
    else if (name === 'Qualifier') {
      this.rule.type = 'cellIs';
      this.rule.operator = operators[text] ?? '';
    } else this.rule.formulas.push(asAddresses(text.replace(/^=/u, ''), this.rule.areas[0] ?? { row: 0, column: 0 }));
  }
}

const fields = new Set(['Range', 'Qualifier', 'Value1', 'Value2']);

/** The conditions of each sheet. Throws an ArchiveError where the XML is broken. */
export function spreadsheetConditions(text: string): readonly (readonly ConditionRule[])[] {
  if (!text.includes('ConditionalFormatting')) return [];
  const reader = new ConditionsReader();
  parseXml(new TextEncoder().encode(text), reader.events);
  return reader.sheets;
}
