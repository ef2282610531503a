/** Reads reports from a workbook in one XML file (“XML 电子表格 2003”), under .xml or .xls. */
import { referredBlock } from '../../../report/a1';
import { Budget } from '../../containers/budget';
import { parseXml, type XmlAttributes } from '../../containers/xml';
import { showsPictures } from '../../containers/ink';
import { xmlRootOf } from '../../containers/xmlRoot';
import type { ReadResult } from '../../reading';
import { decimalOf } from './decimal';
import { type FontAside, type RichRun, richText, smallestFont } from './fonts';
import { type Conditions, conditionsBy, looksLikeNumber, type PaintedLook, type ConditionRule } from './conditions';
import { black, isUnseenOn, leastSize, patterned, plainLook, type Shade, shadeOf, white } from './look';
import { formatOf } from './shown';
import { asAddresses, spreadsheetConditions } from './spreadsheetConditions';
import { readSheets, SheetBuilder, type WorkbookSheet } from './workbook';

const namespace = 'urn:schemas-microsoft-com:office:spreadsheet';

/** True for a text that is such a workbook, wherever in it its namespace is declared. */
export const isSpreadsheetXml = (text: string): boolean =>
  xmlRootOf(text)?.name === 'Workbook' && text.includes(namespace);

/** Formats that have names here. */
const named: Readonly<Record<string, string>> = {
  'General Number': 'General',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'yyyy/m/d',
  'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
  Currency: '"¥"#,##0.00',
  'Euro Currency': '"€"#,##0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Yes/No': '"Yes";"Yes";"No"',
  'True/False': '"True";"True";"False"',
  'On/Off': '"On";"On";"Off"',
};

/** What is longer is no sum of a report. */
const longestFormula = 2_000;
interface OpenSheet {
  readonly name: string;
  hidden: boolean;
  readonly builder: SheetBuilder;
}

const numberIn = (attributes: XmlAttributes, name: string): number | null => {
  const value = Number.parseInt(attributes.get(name) ?? '', 10);
  return Number.isFinite(value) && value >= 0 ? value : null;
};
const isHidden = (attributes: XmlAttributes): boolean => ['1', 'true'].includes(attributes.get('Hidden') ?? '');

/** Where in the file something stands that is no text of a cell. */
const aside = new Set(['Comment', 'PhoneticText', 'Styles', 'Names', 'DocumentProperties']);

/** Elements of a page within a text. */
const pageAsides: Readonly<Record<string, FontAside>> = { Sup: 'mark', Sub: 'mark', S: 'struck', Del: 'struck' };

const shadeIn = (attributes: XmlAttributes): Shade | null => {
  const color = attributes.get('Color');
  return color?.startsWith('#') === true ? shadeOf(color) : null;
};
const isTiny = (attributes: XmlAttributes): boolean =>
  Number(attributes.get('Size') ?? smallestFont + 1) <= smallestFont;

const isPictures = (attributes: XmlAttributes): boolean =>
  showsPictures(attributes.get('FontName') ?? attributes.get('Face') ?? '');

/** Too small to be seen, or pictures. */
const isFaint = (attributes: XmlAttributes): boolean => isTiny(attributes) || isPictures(attributes);

const plainStyle: PaintedLook = { ...plainLook, ink: black, tiny: false };

class SpreadsheetReader {
  readonly sheets: OpenSheet[] = [];
  private readonly looks = new Map<string, PaintedLook>();
  /** Looks of whole columns and of the row: those of cells that name none. */
  private columnStyles = new Map<number, string>();
  private rowStyle: string | undefined;
  private style = '';
  private row = -1;
  private column = -1;
  private nextColumn = 0;
  private layoutColumn = 0;
  private rowSpan = 0;
  /** Of rows that say none of their own, in points. */
  private rowHeight: string | undefined;
  private cellStyle = '';
  private type = '';
  private runs: RichRun[] = [];
  /** Elements of a page that are open in the text, as far as they change it. */
  private readonly asides: (FontAside | undefined)[] = [];
  private readonly sizes: (number | undefined)[] = [];
  private readonly inks: (Shade | undefined)[] = [];
  /** Undefined where the cell has none. */
  private formula: string | undefined;
  /** The cells that it fills. */
  private filled: string | undefined;
  private asideDepth = 0;
  private inData = false;
  private inVisible = false;
  private inCalculation = false;
  manual = false;

  private conditions: Conditions | null = null;

  /** `rules`: the conditions of each sheet. */
  constructor(
    private readonly budget: Budget,
    private readonly rules: readonly (readonly ConditionRule[])[],
  ) {}

  readonly events = {
    open: (name: string, attributes: XmlAttributes): void => {
      if (aside.has(name)) this.asideDepth += 1;
      if (this.asideDepth > 0) this.openStyle(name, attributes);
      else if (name === 'Worksheet') this.openSheet(attributes.get('Name') ?? '');
      else if (name === 'Column') this.openColumn(attributes);
      else if (name === 'Table') this.rowHeight = attributes.get('DefaultRowHeight');
      else if (name === 'Row') this.openRow(attributes);
      else if (name === 'Cell') this.openCell(attributes);
      else if (name === 'Data') {
        // A second content is no part of the first.
        if (this.runs.length > 0) this.runs.push({ text: '\n', aside: undefined, size: undefined });
        this.inData = true;
        this.type = attributes.get('Type') ?? 'String';
      } else if (name === 'Visible') this.inVisible = true;
      else if (name === 'Calculation') this.inCalculation = true;
      else if (name === 'DoNotDisplayZeros') this.sheets.at(-1)?.builder.hideZeros();
      else if (this.inData && name in pageAsides) this.asides.push(pageAsides[name] ?? null);
      else if (this.inData && name === 'Font') {
        this.asides.push(this.asides.at(-1) ?? (isFaint(attributes) ? 'unclear' : undefined));
        this.sizes.push(numberIn(attributes, 'Size') ?? this.sizes.at(-1));
        this.inks.push(shadeIn(attributes) ?? this.inks.at(-1));
      }
    },
    close: (name: string): undefined => {
      if (aside.has(name)) this.asideDepth -= 1;
      else if (this.asideDepth > 0) return;
      else if (name === 'Data') this.inData = false;
      else if (name === 'Visible') this.inVisible = false;
      else if (name === 'Calculation') this.inCalculation = false;
      else if (name === 'Cell') this.closeCell();
      else if (this.inData && (name in pageAsides || name === 'Font')) {
        this.asides.pop();
        if (name === 'Font') {
          this.sizes.pop();
          this.inks.pop();
        }
      }
    },
    text: (text: string): void => {
      if (this.inData && this.asideDepth === 0)
        this.runs.push({ text, aside: this.asides.at(-1), size: this.sizes.at(-1), ink: this.inks.at(-1) });
      if (this.inCalculation && text.includes('Manual')) this.manual = true;
      const sheet = this.sheets.at(-1);
      if (this.inVisible && sheet !== undefined && /Hidden/u.test(text)) sheet.hidden = true;
    },
  };

  private openStyle(name: string, attributes: XmlAttributes): void {
    const known = this.looks.get(this.style) ?? plainStyle;
    if (name === 'Style') {
      this.style = attributes.get('ID') ?? '';
      this.looks.set(this.style, this.looks.get(attributes.get('Parent') ?? '') ?? plainStyle);
    } else if (name === 'NumberFormat') {
      const format = attributes.get('Format');
      if (format !== undefined) this.looks.set(this.style, { ...known, format: formatOf(named[format] ?? format) });
    } else if (name === 'Font') {
      const struck = ['1', 'true'].includes(attributes.get('StrikeThrough') ?? '');
      const raised = ['Superscript', 'Subscript'].includes(attributes.get('VerticalAlign') ?? '');
      const ink = shadeIn(attributes) ?? black;
      const tiny = isTiny(attributes);
      const unsure = isPictures(attributes) ? { unsure: true as const } : {};
      this.looks.set(this.style, { ...known, aside: struck ? 'struck' : raised ? 'mark' : null, ink, tiny, ...unsure });
    } else if (name === 'Alignment') {
      const alignment = attributes.get('Horizontal');
      if (alignment === 'Fill') this.looks.set(this.style, { ...known, unsure: true });
      if (alignment === 'CenterAcrossSelection') this.looks.set(this.style, { ...known, across: true });
    } else if (name === 'Interior') {
      const pattern = attributes.get('Pattern') ?? 'None';
      const color = shadeIn(attributes) ?? patterned;
      const ground = pattern === 'None' ? white : pattern === 'Solid' || color === white ? color : patterned;
      this.looks.set(this.style, { ...known, ground });
    } else if (name === 'Border' && (attributes.get('LineStyle') ?? 'None') !== 'None') {
      const position = attributes.get('Position') ?? '';
      if (position.startsWith('Diagonal')) this.looks.set(this.style, { ...known, crossed: true });
      if (position === 'Left') this.looks.set(this.style, { ...known, lined: true });
    }
  }

  private openSheet(name: string): void {
    this.sheets.push({ name, hidden: false, builder: new SheetBuilder(this.budget) });
    const rules = this.rules[this.sheets.length - 1] ?? [];
    // A file may name any number of sheets.
    this.conditions = rules.length === 0 ? null : conditionsBy(rules, [...this.looks.values()], this.budget);
    this.columnStyles = new Map();
    this.row = -1;
    this.rowSpan = 0;
    this.layoutColumn = 0;
  }

  private openColumn(attributes: XmlAttributes): void {
    const first = (numberIn(attributes, 'Index') ?? this.layoutColumn + 1) - 1;
    const last = first + (numberIn(attributes, 'Span') ?? 0);
    this.layoutColumn = last + 1;
    // In points here.
    const isNarrow = Number(attributes.get('Width') ?? Infinity) < leastSize.ht;
    if (isNarrow || isHidden(attributes)) this.sheets.at(-1)?.builder.hideColumns(first, last);
    const style = attributes.get('StyleID');
    if (style !== undefined) for (let at = first; at <= Math.min(last, 400); at += 1) this.columnStyles.set(at, style);
  }

  private openRow(attributes: XmlAttributes): void {
    this.row = (numberIn(attributes, 'Index') ?? this.row + this.rowSpan + 2) - 1;
    this.rowSpan = numberIn(attributes, 'Span') ?? 0;
    this.nextColumn = 0;
    this.rowStyle = attributes.get('StyleID');
    const height = attributes.get('Height') ?? this.rowHeight;
    const isLow = height !== undefined && Number(height) < leastSize.ht;
    if (isLow || isHidden(attributes)) this.sheets.at(-1)?.builder.hideRow(this.row);
  }

  private openCell(attributes: XmlAttributes): void {
    this.column = (numberIn(attributes, 'Index') ?? this.nextColumn + 1) - 1;
    const across = numberIn(attributes, 'MergeAcross') ?? 0;
    const down = numberIn(attributes, 'MergeDown') ?? 0;
    const { row, column } = this;
    this.nextColumn = column + 1 + across;
    if (across + down > 0)
      this.sheets.at(-1)?.builder.merge({ row, column, rowCount: down + 1, columnCount: across + 1 });
    this.cellStyle = attributes.get('StyleID') ?? this.rowStyle ?? this.columnStyles.get(this.column) ?? 'Default';
    this.formula = attributes.get('Formula');
    this.filled = attributes.get('ArrayRange');
    this.type = '';
    this.runs = [];
  }

  private closeFormula(builder: SheetBuilder, waits: boolean): void {
    const { row, column, formula } = this;
    if (formula === undefined) return;
    const isShort = formula.length < longestFormula;
    const text = isShort ? asAddresses(formula.replace(/^=/u, ''), { row, column }) : '';
    const area = referredBlock(asAddresses(this.filled ?? '', { row, column }));
    const isAlone = area === null || area.rowCount * area.columnCount === 1;
    builder.calculate(row, column, text === '' || !isAlone ? null : { text, down: 0, right: 0 });
    if (area !== null && !isAlone) builder.fillByFormula(area, waits);
  }

  private closeCell(): void {
    const { row, column, type } = this;
    const builder = this.sheets.at(-1)?.builder;
    const content = richText(this.runs);
    if (builder === undefined) return;
    this.closeFormula(builder, content.text === '');
    const style = this.looks.get(this.cellStyle) ?? plainStyle;
    if (content.text === '' || (type === 'Number' && content.text.trim() === '')) {
      builder.goAcross(row, column, style);
      if (this.formula !== undefined && type === '') builder.wait(row, column);
      return;
    }
    const look = { ...style, unseen: style.tiny || isUnseenOn(style.ink, style.ground) };
    const number = decimalOf(content.text);
    if (type === 'Boolean') builder.put(row, column, content.text === '1');
    else if (type === 'Number' && Number.isFinite(number))
      builder.putNumber(row, column, number, this.conditions?.lookAt({ row, column }, look, number) ?? look);
    else {
      const own = looksLikeNumber(content.text) ? this.conditions?.lookAt({ row, column }, look, content.text) : look;
      builder.putText(row, column, content, own ?? look);
    }
  }
}

/** The sheets of such a workbook in their order. Throws an ArchiveError. */
export function xmlSheetsOf(text: string, budget: Budget): WorkbookSheet[] {
  const reader = new SpreadsheetReader(budget, spreadsheetConditions(text));
  parseXml(new TextEncoder().encode(text), reader.events);
  return reader.sheets.map(({ name, hidden, builder }) => {
    if (reader.manual) builder.calculateByHand();
    return builder.sheet(name, hidden);
  });
}

/** Throws an ArchiveError where the XML is broken. */
export function readSpreadsheetXml(text: string): ReadResult {
  const budget = new Budget();
  return readSheets(xmlSheetsOf(text, budget), budget);
}
