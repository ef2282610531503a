/**
 * Opens a workbook file (.xlsx) as a workbook of the book, and says what of it the book does not hold. Formulas are taken
 * over as they stand; what they give is worked out anew.
 */
import { maxColumns, maxRows, parseAddress, splitAddress, type Block } from '../../book/address';
import type { DefinedName, Sheet, Visibility, Workbook } from '../../book/sheet';
import { themeOf } from './colours';
import { Losses, type Loss } from './losses';
import { openPackage, type Package, type Relation } from './package';
import { readSheet, textOf, type FileContext } from './readSheet';
import { readStyles } from './readStyles';
import { childOf, childrenOf, FileTrouble, flag, numberIn, type Element } from './xml';

export interface OpenedWorkbook {
  readonly workbook: Workbook;
  /** Id of the sheet that was in front when the file was saved. */
  readonly active: string;
  /** What a file saved from this workbook will not have. */
  readonly losses: readonly Loss[];
}

const visibilities: Readonly<Record<string, Visibility>> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** Parts that the book has no place for, by the folder in which they stand. */
const lostParts = [
  [/^xl\/(?:media|charts|drawings\/drawing)/, 'pictures'],
  [/^xl\/(?:comments|threadedComments)/, 'comments'],
  [/^xl\/tables\//, 'tables'],
  [/^xl\/(?:pivotTables|slicers)\//, 'pivots'],
  [/^xl\/externalLinks\//, 'externalLinks'],
  [/^docProps\/custom\.xml$/, 'properties'],
] as const;

/** Sheets that hold no cells: charts, dialogs, macros of old. */
const otherSheets = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet']);

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(8, '0');

function mainPart(file: Package): { readonly name: string; readonly tree: Element } {
  const name = file.relations('').find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const tree = file.tree(name);
  if (tree?.name !== 'workbook') throw new FileTrouble('no workbook inside');
  return { name, tree };
}

/** The one area that the formula of a name means; null where it is none. */
const areaOf = (formula: string): Block | null => parseAddress(splitAddress(formula).local.replaceAll('$', ''));

/** The areas that a formula of several names, parted by commas outside of the names of their sheets; null where one is none. */
function areasOf(formula: string): Block[] | null {
  const areas = (formula.match(/(?:'(?:[^']|'')*'|[^',])+/gu) ?? []).map(areaOf);
  return areas.some((area) => area === null) ? null : areas.filter((area) => area !== null);
}

/** What is printed on every page: rows, columns or both. */
function titlesOf(formula: string): Partial<Sheet['page']> | null {
  const areas = areasOf(formula);
  if (areas === null) return null;
  const rows = areas.filter(({ columnCount }) => columnCount === maxColumns);
  const columns = areas.filter(({ rowCount }) => rowCount === maxRows);
  if (rows.length + columns.length !== areas.length || Math.max(rows.length, columns.length) !== 1) return null;
  return { printTitleRows: rows[0] ?? null, printTitleColumns: columns[0] ?? null };
}

const printArea = '_xlnm.Print_Area';
const printTitles = '_xlnm.Print_Titles';

/** Names that belong to the page of a sheet are taken into it; those that belong to a filter go with it. */
function withNames(sheets: readonly Sheet[], names: readonly Element[], losses: Losses): Workbook {
  const kept: DefinedName[] = [];
  const pages = new Map<string, Partial<Sheet['page']>>();
  for (const { attributes, text } of names) {
    const { name = '', localSheetId, hidden, comment = '' } = attributes;
    const sheet = localSheetId === undefined ? undefined : sheets[Number(localSheetId)];
    if (sheet !== undefined && (name === printArea || name === printTitles)) {
      const area = areaOf(text);
      const page = name === printTitles ? titlesOf(text) : area === null ? null : { printArea: area };
      if (page === null) losses.add('other', sheet.name);
      else pages.set(sheet.id, { ...pages.get(sheet.id), ...page });
    } else if (!name.startsWith('_xlnm.')) {
      kept.push({ name, formula: `=${text}`, scope: sheet?.id ?? null, visible: hidden !== '1', comment });
    }
  }
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, page: { ...sheet.page, ...pages.get(sheet.id) } })),
    names: kept,
  };
}

/** Ids are not used twice: what the page remembers of a sheet of another file must not be taken for one of this. */
let lastId = 0x100000;

/** The sheet in front; the first one that can be seen where the file says none that can. */
function activeOf(tree: Element, sheets: readonly Sheet[]): string {
  const index = numberIn(childOf(childOf(tree, 'bookViews'), 'workbookView'), 'activeTab') ?? 0;
  const visible = sheets.filter(({ visibility }) => visibility === 'Visible');
  const named = sheets[index];
  return (named !== undefined && visible.includes(named) ? named : (visible[0] ?? sheets[0]))?.id ?? '';
}

/** @throws FileTrouble where it is no workbook of this kind. */
export function readXlsx(bytes: Uint8Array): OpenedWorkbook {
  const file = openPackage(bytes);
  const main = mainPart(file);
  const relations = file.relations(main.name);
  const beside = (kind: string): Element | null => {
    const part = relations.find((relation) => relation.kind === kind)?.target;
    return part === undefined ? null : file.tree(part);
  };
  const losses = new Losses();
  for (const [pattern, kind] of lostParts) if (file.names.some((name) => pattern.test(name))) losses.add(kind);
  if (flag(childOf(main.tree, 'workbookPr'), 'date1904')) losses.add('dates1904');
  if (childOf(main.tree, 'workbookProtection') !== null) losses.add('structure');
  const theme = themeOf(beside('theme'));
  const context: FileContext = {
    strings: childrenOf(beside('sharedStrings'), 'si').map(textOf),
    styles: readStyles(beside('styles'), theme),
    theme,
    losses,
    newFormatId: () => `{${hex((lastId += 1))}-0002-0000-0000-000000000000}`,
  };
  const byId = new Map<string, Relation>(relations.map((relation) => [relation.id, relation]));
  const sheets = childrenOf(childOf(main.tree, 'sheets'), 'sheet').flatMap(({ attributes }): Sheet[] => {
    const relation = byId.get(attributes['id'] ?? '');
    const name = attributes['name'] ?? '';
    if (relation !== undefined && otherSheets.has(relation.kind)) losses.add('sheetKinds', name);
    const tree = relation === undefined ? null : file.tree(relation.target);
    if (tree?.name !== 'worksheet') return [];
    const id = `{${hex((lastId += 1))}-0001-0000-0000-000000000000}`;
    return [readSheet(tree, { id, name, visibility: visibilities[attributes['state'] ?? ''] ?? 'Visible' }, context)];
  });
  if (sheets.length === 0) throw new FileTrouble('no worksheet inside');
  return {
    workbook: withNames(sheets, childrenOf(childOf(main.tree, 'definedNames'), 'definedName'), losses),
    active: activeOf(main.tree, sheets),
    losses: losses.list(),
  };
}
