/** Conditional formats of a range. Only those with a formula of their own (`custom`) are played. */
import { block, bounding, intersection, type Block } from '../../../book/address';
import { rebase } from '../../../book/formulas/formula';
import type { ConditionalFormat } from '../../../book/sheet';
import { HostError, invalidArgument, itemNotFound } from '../hostError';
import { bind, type HostObject, type ObjectType } from '../hostObject';
import type { ExcelObjects } from './objects';
import type { RangeTarget } from './rangeTarget';
import { booleanArgument, colourArgument, textArgument, wholeArgument, wordArgument } from '../values';

/** `via`: the range through which it was reached; a formula that is set is relative to its first cell. */
interface FormatTarget {
  readonly id: string;
  readonly via: RangeTarget;
}

export function conditionalFormatTypes(objects: ExcelObjects) {
  const { book } = objects;

  const find = (t: FormatTarget): ConditionalFormat => {
    const found = t.via.sheet.conditionalFormats.find((candidate) => candidate.id === t.id);
    if (found === undefined) throw itemNotFound('ConditionalFormat');
    return found;
  };
  const change = (t: FormatTarget, location: string, part: Partial<ConditionalFormat>): void => {
    find(t);
    objects.write(location, () =>
      book.changeConditionalFormats(t.via.sheet, (formats) =>
        formats.map((one) => (one.id === t.id ? { ...one, ...part } : one)),
      ),
    );
  };
  const of = (range: RangeTarget): ConditionalFormat[] =>
    range.sheet.conditionalFormats.filter((one) => one.ranges.some((area) => intersection(area, range.block) !== null));
  /** First cell of all that a format covers: what its formula is written for when it is read. */
  const firstCell = (ranges: readonly Block[]): Block => {
    const all = bounding(ranges);
    return block(all?.row ?? 0, all?.column ?? 0);
  };

  const fill: ObjectType<FormatTarget> = {
    name: 'ConditionalRangeFill',
    properties: {
      Color: {
        get: (t) => find(t).fill ?? '',
        set: (t, value) =>
          change(t, 'ConditionalRangeFill.color', { fill: colourArgument(value, 'ConditionalRangeFill.color') }),
      },
    },
    methods: {
      Clear: (t) => {
        change(t, 'ConditionalRangeFill.clear', { fill: null });
      },
    },
  };

  const font: ObjectType<FormatTarget> = {
    name: 'ConditionalRangeFont',
    properties: {
      Color: {
        get: (t) => find(t).fontColor ?? '',
        set: (t, value) =>
          change(t, 'ConditionalRangeFont.color', { fontColor: colourArgument(value, 'ConditionalRangeFont.color') }),
      },
      Bold: {
        get: (t) => find(t).bold ?? false,
        set: (t, value) =>
          change(t, 'ConditionalRangeFont.bold', { bold: booleanArgument(value, 'ConditionalRangeFont.bold') }),
      },
    },
    methods: {
      Clear: (t) => {
        change(t, 'ConditionalRangeFont.clear', { fontColor: null, bold: null });
      },
    },
  };

  const format: ObjectType<FormatTarget> = {
    name: 'ConditionalRangeFormat',
    navigation: { Fill: (t) => bind(fill, t), Font: (t) => bind(font, t) },
  };

  const rule: ObjectType<FormatTarget> = {
    name: 'ConditionalFormatRule',
    properties: {
      Formula: {
        get: (t) => {
          const { formula, anchor, ranges } = find(t);
          const first = firstCell(ranges);
          return formula === '' ? '' : rebase(formula, first.row - anchor.row, first.column - anchor.column, true);
        },
        set: (t, value) => {
          const text = textArgument(value, 'ConditionalFormatRule.formula');
          const { row, column } = t.via.block;
          const formula = text.startsWith('=') ? text : `=${text}`;
          objects.write('ConditionalFormatRule.formula', () => book.demandFormula(formula));
          change(t, 'ConditionalFormatRule.formula', { formula, anchor: { row, column } });
        },
      },
    },
  };

  const custom: ObjectType<FormatTarget> = {
    name: 'CustomConditionalFormat',
    navigation: { Rule: (t) => bind(rule, t), Format: (t) => bind(format, t) },
  };

  const item: ObjectType<FormatTarget> = {
    name: 'ConditionalFormat',
    id: 'Id',
    properties: {
      Id: { get: (t) => t.id },
      Type: { get: () => 'Custom' },
      Priority: {
        get: (t) => t.via.sheet.conditionalFormats.indexOf(find(t)),
        set: (t, value) => {
          const location = 'ConditionalFormat.priority';
          const wanted = wholeArgument(value, location);
          const one = find(t);
          const others = t.via.sheet.conditionalFormats.filter((other) => other !== one);
          if (wanted < 0 || wanted > others.length) throw invalidArgument(location);
          objects.write(location, () =>
            book.changeConditionalFormats(t.via.sheet, () => others.toSpliced(wanted, 0, one)),
          );
        },
      },
      StopIfTrue: {
        get: (t) => find(t).stopIfTrue,
        set: (t, value) =>
          change(t, 'ConditionalFormat.stopIfTrue', {
            stopIfTrue: booleanArgument(value, 'ConditionalFormat.stopIfTrue'),
          }),
      },
    },
    navigation: { Custom: (t) => bind(custom, t), CustomOrNullObject: (t) => bind(custom, t) },
    methods: {
      Delete: (t) => {
        find(t);
        objects.write('ConditionalFormat.delete', () =>
          book.changeConditionalFormats(t.via.sheet, (formats) => formats.filter((one) => one.id !== t.id)),
        );
      },
      GetRange: (t) => {
        const { ranges } = find(t);
        const [only, ...others] = ranges;
        if (only === undefined || others.length > 0) {
          throw new HostError(
            'InvalidOperation',
            'This conditional format covers more than one range.',
            'ConditionalFormat.getRange',
          );
        }
        return objects.range(t.via.sheetId, only);
      },
      GetRangeOrNullObject: (t) => {
        const [only, ...others] = find(t).ranges;
        return only === undefined || others.length > 0 ? null : objects.range(t.via.sheetId, only);
      },
      GetRanges: (t) => objects.areas(t.via.sheetId, find(t).ranges),
    },
  };

  const bound = (id: string, via: RangeTarget): HostObject => bind(item, { id, via });

  const collection: ObjectType<RangeTarget> = {
    name: 'ConditionalFormatCollection',
    items: (t) => of(t).map((one) => bound(one.id, t)),
    item: (t, [id]) => {
      const found = of(t).find((one) => one.id === id);
      if (found === undefined) throw itemNotFound('ConditionalFormatCollection.getItem');
      return bound(found.id, t);
    },
    methods: {
      Add: (t, [type]) => {
        const location = 'ConditionalFormatCollection.add';
        try {
          wordArgument(type, ['Custom'], location);
        } catch {
          throw new HostError(
            'ApiNotFound',
            `the stand-in does not implement conditional formats of type ${String(type)}`,
            location,
          );
        }
        const { row, column } = t.block;
        const id = objects.write(location, () =>
          book.addConditionalFormat(t.sheet, {
            ranges: [t.block],
            formula: '',
            anchor: { row, column },
            fill: null,
            fontColor: null,
            bold: null,
            stopIfTrue: false,
          }),
        );
        return bound(id, t);
      },
      ClearAll: (t) => {
        objects.write('ConditionalFormatCollection.clearAll', () => book.clearConditionalFormats(t.sheet, t.block));
      },
      GetCount: (t) => of(t).length,
      GetItemAt: (t, [index]) => {
        const found = of(t)[wholeArgument(index, 'ConditionalFormatCollection.getItemAt')];
        if (found === undefined) throw itemNotFound('ConditionalFormatCollection.getItemAt');
        return bound(found.id, t);
      },
      GetItemOrNullObject: (t, [id]) => {
        const found = of(t).find((one) => one.id === id);
        return found === undefined ? null : bound(found.id, t);
      },
    },
  };

  return { collection };
}
