/** The workbook with its application, names, settings and properties. */
import { columnLetters } from '../../../report/a1';
import { block, parseAddress, sheetPrefix, splitAddress } from '../../../book/address';
import type { DefinedName } from '../../../book/sheet';
import { CellError } from '../../../book/formulas/value';
import { eventTypes, workbookTarget } from '../events';
import { HostError, invalidArgument, itemNotFound } from '../hostError';
import { bind, isHostObject, type HostObject, type Json, type ObjectType, type PropertyType } from '../hostObject';
import type { ExcelObjects } from './objects';
import { RangeTarget } from './rangeTarget';
import { textArgument, wordArgument } from '../values';

interface NameTarget {
  readonly name: string;
  readonly scope: string | null;
}

const propertyNames = ['Author', 'Category', 'Comments', 'Company', 'Keywords', 'Manager', 'Subject', 'Title'] as const;

export function workbookTypes(objects: ExcelObjects) {
  const { book } = objects;
  const { document } = objects;

  // Defined names

  const findName = ({ name, scope }: NameTarget): DefinedName | undefined =>
    book.workbook.names.find((n) => n.scope === scope && n.name.toLowerCase() === name.toLowerCase());
  const nameOf = (target: NameTarget): DefinedName => {
    const found = findName(target);
    if (found === undefined) throw itemNotFound('NamedItem');
    return found;
  };
  /** The range behind a name, if it means one. */
  const rangeBehind = (name: DefinedName): HostObject | null => {
    const { sheet: sheetName, local } = splitAddress(name.formula.slice(1).replaceAll('$', ''));
    const area = parseAddress(local);
    const sheet = sheetName === null ? null : book.findSheet(sheetName);
    return area === null || sheet === null ? null : objects.range(sheet.id, area);
  };
  const changeName = (target: NameTarget, change: Partial<DefinedName>): void => {
    const old = nameOf(target);
    book.setNames(book.workbook.names.map((name) => (name === old ? { ...name, ...change } : name)));
  };

  const namedItem: ObjectType<NameTarget> = {
    name: 'NamedItem',
    id: 'Name',
    properties: {
      Name: { get: (t) => nameOf(t).name },
      Formula: {
        get: (t) => nameOf(t).formula,
        set: (t, value) => changeName(t, { formula: textArgument(value, 'NamedItem.formula') }),
      },
      Value: {
        get: (t) => {
          const name = nameOf(t);
          if (name.formula.includes('#REF!')) return '#REF!';
          if (rangeBehind(name) !== null) return name.formula.slice(1);
          const value = book.calculation.evaluateOn(book.activeSheet, name.formula, 0, 0);
          return value instanceof CellError ? value.code : (value ?? '');
        },
      },
      Type: { get: (t) => (rangeBehind(nameOf(t)) === null ? 'String' : 'Range') },
      Scope: { get: (t) => (t.scope === null ? 'Workbook' : 'Worksheet') },
      Comment: {
        get: (t) => nameOf(t).comment,
        set: (t, value) => changeName(t, { comment: textArgument(value, 'NamedItem.comment') }),
      },
      Visible: { get: (t) => nameOf(t).visible, set: (t, value) => changeName(t, { visible: value === true }) },
    },
    methods: {
      GetRange: (t) => {
        const range = rangeBehind(nameOf(t));
        if (range === null)
          throw new HostError('InvalidOperation', 'The name does not refer to a range.', 'NamedItem.getRange');
        return range;
      },
      GetRangeOrNullObject: (t) => rangeBehind(nameOf(t)),
      Delete: (t) => {
        const old = nameOf(t);
        book.setNames(book.workbook.names.filter((name) => name !== old));
      },
    },
  };

  const names: ObjectType<{ readonly scope: string | null }> = {
    name: 'NamedItemCollection',
    items: ({ scope }) =>
      book.workbook.names
        .filter((name) => name.scope === scope)
        .map((name) => bind(namedItem, { name: name.name, scope })),
    item: ({ scope }, [key]) => {
      const target = { name: textArgument(key, 'NamedItemCollection.getItem'), scope };
      nameOf(target);
      return bind(namedItem, target);
    },
    methods: {
      Add: ({ scope }, [name, reference, comment]) => {
        const location = 'NamedItemCollection.add';
        const given = textArgument(name, location);
        const legal = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(given) && parseAddress(given) === null;
        if (!legal || findName({ name: given, scope }) !== undefined) throw invalidArgument(location);
        const formula = isHostObject(reference) ? formulaOf(reference.target) : textArgument(reference, location);
        const added = {
          name: given,
          formula,
          scope,
          visible: true,
          comment: typeof comment === 'string' ? comment : '',
        };
        book.setNames([...book.workbook.names, added]);
        return bind(namedItem, { name: given, scope });
      },
      GetItemOrNullObject: ({ scope }, [key]) => {
        const target = { name: textArgument(key, 'NamedItemCollection.getItemOrNullObject'), scope };
        return findName(target) === undefined ? null : bind(namedItem, target);
      },
      GetCount: ({ scope }) => book.workbook.names.filter((name) => name.scope === scope).length,
    },
  };

  // Settings

  const setting: ObjectType<{ readonly key: string }> = {
    name: 'Setting',
    id: 'Key',
    properties: {
      Key: { get: (t) => t.key },
      Value: {
        get: (t) => document.settings.get(t.key) ?? null,
        set: (t, value) => {
          document.settings.set(t.key, value);
        },
      },
    },
    methods: {
      Delete: (t) => {
        document.settings.delete(t.key);
      },
    },
  };

  const settings: ObjectType<ExcelObjects> = {
    name: 'SettingCollection',
    items: () => [...document.settings.keys()].map((key) => bind(setting, { key })),
    item: (_, [key]) => {
      const wanted = textArgument(key, 'SettingCollection.getItem');
      if (!document.settings.has(wanted)) throw itemNotFound('SettingCollection.getItem');
      return bind(setting, { key: wanted });
    },
    methods: {
      Add: (_, [key, value]) => {
        const name = textArgument(key, 'SettingCollection.add');
        if (isHostObject(value)) throw invalidArgument('SettingCollection.add');
        document.settings.set(name, value ?? null);
        return bind(setting, { key: name });
      },
      GetItemOrNullObject: (_, [key]) => {
        const wanted = textArgument(key, 'SettingCollection.getItemOrNullObject');
        return document.settings.has(wanted) ? bind(setting, { key: wanted }) : null;
      },
      GetCount: () => document.settings.size,
    },
  };

  // Application, properties, protection

  const application: ObjectType<ExcelObjects> = {
    name: 'Application',
    properties: {
      CalculationMode: {
        get: () => book.calculationMode,
        set: (_, value) => {
          const words = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
          const mode = wordArgument(value, words, 'Application.calculationMode');
          objects.act('Application.calculationMode', () => book.setCalculationMode(mode));
        },
      },
      CalculationState: { get: () => 'Done' },
    },
    methods: {
      Calculate: () => book.calculate(),
      SuspendApiCalculationUntilNextSync: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
    },
  };

  const documentProperty = (name: string): PropertyType<ExcelObjects> => ({
    get: () => document.properties.get(name) ?? '',
    set: (_, value) => {
      document.properties.set(name, textArgument(value, `DocumentProperties.${name.toLowerCase()}`));
    },
  });
  const properties: ObjectType<ExcelObjects> = {
    name: 'DocumentProperties',
    properties: Object.fromEntries(propertyNames.map((name) => [name, documentProperty(name)])),
  };

  const protection: ObjectType<ExcelObjects> = {
    name: 'WorkbookProtection',
    properties: { Protected: { get: () => book.structureProtected } },
  };

  const keptRange = (id: Json | HostObject | undefined): HostObject | null => {
    const kept = typeof id === 'string' ? objects.references.get(id) : undefined;
    return kept ?? null;
  };

  const workbook: ObjectType<ExcelObjects> = {
    name: 'Workbook',
    properties: {
      Name: { get: () => document.name },
      IsDirty: { get: () => true },
      ReadOnly: { get: () => objects.faults.readOnly },
    },
    navigation: {
      Worksheets: () => objects.worksheets(),
      Names: () => objects.names(null),
      Application: () => bind(application, objects),
      Settings: () => bind(settings, objects),
      Properties: () => bind(properties, objects),
      Protection: () => bind(protection, objects),
    },
    methods: {
      GetSelectedRange: () => objects.range(book.activeSheet.id, book.selection()),
      GetActiveCell: () => {
        const { row, column } = book.selection();
        return objects.range(book.activeSheet.id, block(row, column));
      },
      _GetRangeForEventByReferenceId: (_, [id]) => {
        const range = keptRange(id);
        if (range === null) throw itemNotFound('Workbook');
        return range;
      },
      _GetRangeOrNullObjectForEventByReferenceId: (_, [id]) => keptRange(id),
      _RegisterActivatedEvent: () => {
        objects.events.register(eventTypes.workbookActivated, workbookTarget);
      },
      _UnregisterActivatedEvent: () => {
        objects.events.unregister(eventTypes.workbookActivated, workbookTarget);
      },
    },
  };

  return { workbook, names };
}

/** `=Sheet1!$A$1:$B$2` of a range that a name shall stand for. */
function formulaOf(target: unknown): string {
  if (!(target instanceof RangeTarget)) throw invalidArgument('NamedItemCollection.add');
  const { sheet, block: area } = target;
  const absolute = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
  const first = absolute(area.row, area.column);
  const last = absolute(area.row + area.rowCount - 1, area.column + area.columnCount - 1);
  return `=${sheetPrefix(sheet.name)}${first === last ? first : `${first}:${last}`}`;
}
