/** Worksheets, their protection, page layout and frozen panes. */
import { block, maxColumns, maxRows, type Block } from '../../../book/address';
import { usedRange, type PageLayout, type Sheet, type Visibility } from '../../../book/sheet';
import { eventTypes, workbookTarget, type EventType } from '../events';
import { HostError, invalidArgument, itemNotFound } from '../hostError';
import {
  bind,
  isHostObject,
  type Argument,
  type Json,
  type ObjectType,
  type PropertyType,
  type Result,
} from '../hostObject';
import type { ExcelObjects, SheetTarget } from './objects';
import {
  booleanArgument,
  colourArgument,
  field,
  numberArgument,
  recordArgument,
  textArgument,
  wholeArgument,
  wordArgument,
} from '../values';

const visibilities: readonly Visibility[] = ['Visible', 'Hidden', 'VeryHidden'];

/** Names by which events are registered, without `_Register` and `_Unregister`. */
const eventNames: Readonly<Record<string, EventType>> = {
  DataChangedEvent: eventTypes.changed,
  ActivatedEvent: eventTypes.activated,
  DeactivatedEvent: eventTypes.deactivated,
  AddedEvent: eventTypes.added,
  SelectionChangedEvent: eventTypes.selectionChanged,
  DeletedEvent: eventTypes.deleted,
  CalculatedEvent: eventTypes.calculated,
  FormatChangedEvent: eventTypes.formatChanged,
  ProtectionChangedEvent: eventTypes.protectionChanged,
  EventNameChanged: eventTypes.nameChanged,
  EventVisibilityChanged: eventTypes.visibilityChanged,
  EventMoved: eventTypes.moved,
};

/** The methods that register and unregister each event for the target that `targetOf` gives. */
function eventMethods<T>(objects: ExcelObjects, targetOf: (target: T) => string) {
  const methods: Record<string, (target: T, args: readonly Argument[]) => Result> = {};
  for (const [name, type] of Object.entries(eventNames)) {
    methods[`_Register${name}`] = (target) => {
      objects.events.register(type, targetOf(target));
    };
    methods[`_Unregister${name}`] = (target) => {
      objects.events.unregister(type, targetOf(target));
    };
  }
  return methods;
}

/** Points in one unit of `setPrintMargins`. */
const unitPoints = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

const paperSizes = ['Letter', 'Legal', 'A3', 'A4', 'A5', 'B4', 'B5', 'Tabloid', 'Executive', 'Folio'] as const;

export function worksheetTypes(objects: ExcelObjects) {
  const { book } = objects;
  const sheetOf = (t: SheetTarget): Sheet => objects.sheetOf(t);

  const setPage = (t: SheetTarget, change: Partial<PageLayout>): void => {
    const sheet = sheetOf(t);
    objects.write('PageLayout', () => book.changeSheet(sheet, 'page', { page: { ...sheet.page, ...change } }));
  };
  const pageProperty = <K extends keyof PageLayout>(
    key: K,
    read: (value: Json, location: string) => PageLayout[K],
    show: (value: PageLayout[K]) => Json,
  ): PropertyType<SheetTarget> => ({
    get: (t) => show(sheetOf(t).page[key]),
    set: (t, value) => {
      const change: Partial<PageLayout> = {};
      setPage(t, { ...change, [key]: read(value, `PageLayout.${key}`) });
    },
  });
  const same = <T extends Json>(value: T): Json => value;
  const pages = (value: Json | undefined, location: string): number | undefined =>
    value === undefined || value === null ? undefined : wholeArgument(value, location);

  const pageLayout: ObjectType<SheetTarget> = {
    name: 'PageLayout',
    properties: {
      Orientation: pageProperty('orientation', (v, at) => wordArgument(v, ['Portrait', 'Landscape'], at), same),
      PaperSize: pageProperty('paperSize', (v, at) => wordArgument(v, paperSizes, at), same),
      Zoom: pageProperty(
        'zoom',
        (value, location) => {
          const record = recordArgument(value, location);
          const scale = pages(field(record, 'scale'), location);
          const across = pages(field(record, 'horizontalFitToPages'), location);
          const down = pages(field(record, 'verticalFitToPages'), location);
          if (scale !== undefined && (across !== undefined || down !== undefined)) throw invalidArgument(location);
          if (scale !== undefined && (scale < 10 || scale > 400)) throw invalidArgument(location);
          return {
            ...(scale !== undefined && { scale }),
            ...(across !== undefined && { horizontalFitToPages: across }),
            ...(down !== undefined && { verticalFitToPages: down }),
          };
        },
        (zoom) => ({ ...zoom }),
      ),
      CenterHorizontally: pageProperty('centerHorizontally', booleanArgument, same),
      CenterVertically: pageProperty('centerVertically', booleanArgument, same),
      LeftMargin: pageProperty('leftMargin', numberArgument, same),
      RightMargin: pageProperty('rightMargin', numberArgument, same),
      TopMargin: pageProperty('topMargin', numberArgument, same),
      BottomMargin: pageProperty('bottomMargin', numberArgument, same),
      HeaderMargin: pageProperty('headerMargin', numberArgument, same),
      FooterMargin: pageProperty('footerMargin', numberArgument, same),
      PrintGridlines: pageProperty('printGridlines', booleanArgument, same),
      BlackAndWhite: pageProperty('blackAndWhite', booleanArgument, same),
    },
    methods: {
      SetPrintArea: (t, [area]) => {
        setPage(t, { printArea: objects.rangeArgument(area, sheetOf(t), 'PageLayout.setPrintArea').block });
      },
      GetPrintAreaOrNullObject: (t) => {
        const { printArea } = sheetOf(t).page;
        return printArea === null ? null : objects.areas(t.sheetId, [printArea]);
      },
      SetPrintTitleRows: (t, [rows]) => {
        setPage(t, { printTitleRows: objects.rangeArgument(rows, sheetOf(t), 'PageLayout.setPrintTitleRows').block });
      },
      GetPrintTitleRowsOrNullObject: (t) => {
        const { printTitleRows } = sheetOf(t).page;
        return printTitleRows === null ? null : objects.range(t.sheetId, printTitleRows);
      },
      SetPrintTitleColumns: (t, [columns]) => {
        const { block: area } = objects.rangeArgument(columns, sheetOf(t), 'PageLayout.setPrintTitleColumns');
        setPage(t, { printTitleColumns: area });
      },
      GetPrintTitleColumnsOrNullObject: (t) => {
        const { printTitleColumns } = sheetOf(t).page;
        return printTitleColumns === null ? null : objects.range(t.sheetId, printTitleColumns);
      },
      SetPrintMargins: (t, [unit, margins]) => {
        const location = 'PageLayout.setPrintMargins';
        const points = unitPoints[wordArgument(unit, ['Points', 'Inches', 'Centimeters'], location)];
        if (isHostObject(margins)) throw invalidArgument(location);
        const record = recordArgument(margins, location);
        const margin = (name: string): number | undefined => {
          const value = field(record, name);
          return value === undefined || value === null ? undefined : numberArgument(value, location) * points;
        };
        const given = {
          topMargin: margin('top'),
          bottomMargin: margin('bottom'),
          leftMargin: margin('left'),
          rightMargin: margin('right'),
          headerMargin: margin('header'),
          footerMargin: margin('footer'),
        };
        const { page } = sheetOf(t);
        setPage(t, {
          topMargin: given.topMargin ?? page.topMargin,
          bottomMargin: given.bottomMargin ?? page.bottomMargin,
          leftMargin: given.leftMargin ?? page.leftMargin,
          rightMargin: given.rightMargin ?? page.rightMargin,
          headerMargin: given.headerMargin ?? page.headerMargin,
          footerMargin: given.footerMargin ?? page.footerMargin,
        });
      },
    },
  };

  const freeze = (t: SheetTarget, frozen: Sheet['frozen']): void => {
    objects.demandFocus('WorksheetFreezePanes');
    objects.write('WorksheetFreezePanes', () => book.changeSheet(sheetOf(t), 'frozen', { frozen }));
  };
  const freezePanes: ObjectType<SheetTarget> = {
    name: 'WorksheetFreezePanes',
    methods: {
      FreezeRows: (t, [count]) =>
        freeze(t, { rows: wholeArgument(count ?? 1, 'WorksheetFreezePanes.freezeRows'), columns: 0 }),
      FreezeColumns: (t, [count]) =>
        freeze(t, { rows: 0, columns: wholeArgument(count ?? 1, 'WorksheetFreezePanes.freezeColumns') }),
      FreezeAt: (t, [at]) => {
        const { block: area } = objects.rangeArgument(at, sheetOf(t), 'WorksheetFreezePanes.freezeAt');
        freeze(t, { rows: area.row + area.rowCount, columns: area.column + area.columnCount });
      },
      Unfreeze: (t) => freeze(t, { rows: 0, columns: 0 }),
      GetLocationOrNullObject: (t) => {
        const { rows, columns } = sheetOf(t).frozen;
        if (rows === 0 && columns === 0) return null;
        const area: Block = block(0, 0, rows === 0 ? maxRows : rows, columns === 0 ? maxColumns : columns);
        return objects.range(t.sheetId, area);
      },
    },
  };

  const protection: ObjectType<SheetTarget> = {
    name: 'WorksheetProtection',
    properties: { Protected: { get: (t) => sheetOf(t).protected } },
    methods: {
      Protect: (t) => {
        if (sheetOf(t).protected)
          throw new HostError('AccessDenied', 'The sheet is protected already.', 'WorksheetProtection.protect', 403);
        objects.write('WorksheetProtection.protect', () => book.protect(t.sheetId));
      },
      Unprotect: (t) => {
        objects.write('WorksheetProtection.unprotect', () => book.unprotect(t.sheetId));
      },
    },
  };

  const worksheet: ObjectType<SheetTarget> = {
    name: 'Worksheet',
    id: 'Id',
    properties: {
      Id: { get: (t) => t.sheetId },
      Name: {
        get: (t) => sheetOf(t).name,
        set: (t, value) => {
          const name = textArgument(value, 'Worksheet.name');
          objects.write('Worksheet.name', () => book.renameSheet(sheetOf(t), name));
        },
      },
      Position: {
        get: (t) => book.sheets.indexOf(sheetOf(t)),
        set: (t, value) => {
          const position = wholeArgument(value, 'Worksheet.position');
          objects.write('Worksheet.position', () => book.moveSheet(sheetOf(t), position));
        },
      },
      Visibility: {
        get: (t) => sheetOf(t).visibility,
        set: (t, value) => {
          const visibility = wordArgument(value, visibilities, 'Worksheet.visibility');
          objects.write('Worksheet.visibility', () => book.setVisibility(sheetOf(t), visibility));
        },
      },
      TabColor: {
        get: (t) => sheetOf(t).tabColor,
        set: (t, value) => {
          const tabColor = value === '' ? '' : colourArgument(value, 'Worksheet.tabColor');
          objects.write('Worksheet.tabColor', () => book.changeSheet(sheetOf(t), 'appearance', { tabColor }));
        },
      },
      ShowGridlines: { get: (t) => sheetOf(t).showGridlines },
      // The library reads `ShowGridlines` and sets `Gridlines`.
      Gridlines: {
        get: (t) => sheetOf(t).showGridlines,
        set: (t, value) => {
          const showGridlines = booleanArgument(value, 'Worksheet.showGridlines');
          objects.write('Worksheet.showGridlines', () => book.changeSheet(sheetOf(t), 'appearance', { showGridlines }));
        },
      },
    },
    navigation: {
      PageLayout: (t) => bind(pageLayout, t),
      FreezePanes: (t) => bind(freezePanes, t),
      Protection: (t) => bind(protection, t),
      Names: (t) => objects.names(t.sheetId),
    },
    methods: {
      ...eventMethods<SheetTarget>(objects, (t) => t.sheetId),
      GetRange: (t, [address]) => {
        const sheet = sheetOf(t);
        const given = address === undefined || address === null ? '' : address;
        const area = objects.rangeArgument(given, sheet, 'Worksheet.getRange');
        if (area.sheet.id !== t.sheetId) throw invalidArgument('Worksheet.getRange');
        return objects.range(t.sheetId, area.block);
      },
      GetRangeByIndexes: (t, [row, column, rowCount, columnCount]) => {
        const location = 'Worksheet.getRangeByIndexes';
        const area = block(
          wholeArgument(row, location),
          wholeArgument(column, location),
          wholeArgument(rowCount, location),
          wholeArgument(columnCount, location),
        );
        const fits =
          area.row >= 0 &&
          area.column >= 0 &&
          area.rowCount > 0 &&
          area.columnCount > 0 &&
          area.row + area.rowCount <= maxRows &&
          area.column + area.columnCount <= maxColumns;
        if (!fits) throw invalidArgument(location);
        return objects.range(sheetOf(t).id, area);
      },
      GetCell: (t, [row, column]) => {
        const at = block(wholeArgument(row, 'Worksheet.getCell'), wholeArgument(column, 'Worksheet.getCell'));
        if (at.row < 0 || at.column < 0 || at.row >= maxRows || at.column >= maxColumns) {
          throw invalidArgument('Worksheet.getCell');
        }
        return objects.range(sheetOf(t).id, at);
      },
      // An empty sheet answers with its first cell.
      GetUsedRange: (t, [valuesOnly]) =>
        objects.range(t.sheetId, usedRange(sheetOf(t), valuesOnly === true) ?? block(0, 0)),
      GetUsedRangeOrNullObject: (t, [valuesOnly]) => {
        const area = usedRange(sheetOf(t), valuesOnly === true);
        return area === null ? null : objects.range(t.sheetId, area);
      },
      Activate: (t) => {
        objects.demandFocus('Worksheet.activate');
        objects.act('Worksheet.activate', () => book.activate(sheetOf(t)));
      },
      Delete: (t) => {
        objects.write('Worksheet.delete', () => book.deleteSheet(sheetOf(t)));
      },
      Copy: (t, [positionType, relativeTo]) => {
        const location = 'Worksheet.copy';
        const words = ['None', 'Before', 'After', 'Beginning', 'End'] as const;
        const place = wordArgument(positionType ?? 'None', words, location);
        const sheet = sheetOf(t);
        const count = book.sheets.length;
        const relative = isHostObject(relativeTo) ? sheetTargetOf(relativeTo.target) : null;
        const beside = relative === null ? -1 : book.sheets.findIndex((other) => other.id === relative);
        if ((place === 'Before' || place === 'After') && beside < 0) throw invalidArgument(location);
        const positions = { None: count, Before: beside, After: beside + 1, Beginning: 0, End: count };
        return objects.worksheet(objects.write(location, () => book.copySheet(sheet, positions[place])));
      },
      _GetAnotherWorksheetById: (_, [id]) => {
        const sheet = book.findSheet(textArgument(id, 'Worksheet.copy'));
        if (sheet === null) throw itemNotFound('Worksheet.copy');
        return objects.worksheet(sheet);
      },
      Calculate: () => undefined,
    },
  };

  const visible = (visibleOnly: Argument | undefined): Sheet[] =>
    book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'Visible');
  const found = (sheet: Sheet | null | undefined, location: string) => {
    if (sheet === null || sheet === undefined) throw itemNotFound(location);
    return objects.worksheet(sheet);
  };

  const collection: ObjectType<ExcelObjects> = {
    name: 'WorksheetCollection',
    items: () => book.sheets.map((sheet) => objects.worksheet(sheet)),
    item: (_, [key]) =>
      found(book.findSheet(textArgument(key, 'WorksheetCollection.getItem')), 'WorksheetCollection.getItem'),
    methods: {
      ...eventMethods<ExcelObjects>(objects, () => workbookTarget),
      Add: (_, [name]) => {
        const given = name === undefined || name === null ? undefined : textArgument(name, 'WorksheetCollection.add');
        return objects.worksheet(objects.write('WorksheetCollection.add', () => book.addSheet(given)));
      },
      GetItemOrNullObject: (_, [key]) => {
        const sheet = book.findSheet(textArgument(key, 'WorksheetCollection.getItemOrNullObject'));
        return sheet === null ? null : objects.worksheet(sheet);
      },
      GetActiveWorksheet: () => objects.worksheet(book.activeSheet),
      GetCount: (_, [visibleOnly]) => visible(visibleOnly).length,
      GetFirst: (_, [visibleOnly]) => found(visible(visibleOnly)[0], 'WorksheetCollection.getFirst'),
      GetLast: (_, [visibleOnly]) => found(visible(visibleOnly).at(-1), 'WorksheetCollection.getLast'),
    },
  };

  return { worksheet, collection };
}

const sheetTargetOf = (target: unknown): string | null =>
  typeof target === 'object' && target !== null && 'sheetId' in target && typeof target.sheetId === 'string'
    ? target.sheetId
    : null;
