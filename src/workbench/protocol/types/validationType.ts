/** DataValidation of a range. */
import { contains, intersection, type Block } from '../../../book/address';
import type { ComparisonOperator, ComparisonRule, Validation, ValidationRule } from '../../../book/sheet';
import { invalidArgument } from '../hostError';
import type { Json, ObjectType } from '../hostObject';
import type { ExcelObjects } from './objects';
import type { RangeTarget } from './rangeTarget';
import { booleanArgument, field, isRecord, recordArgument, textArgument, wordArgument } from '../values';

const operators: readonly ComparisonOperator[] = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
];

type Rest = Omit<Validation, 'ranges' | 'anchor'>;

const nothing: Rest = { rule: {}, prompt: null, errorAlert: null, ignoreBlanks: true };

function readComparison(value: Json, location: string): ComparisonRule {
  const record = recordArgument(value, location);
  const operand = (name: string): string | number => {
    const given = field(record, name);
    if (typeof given === 'number' || typeof given === 'string') return given;
    throw invalidArgument(location);
  };
  const operator = wordArgument(field(record, 'operator') ?? undefined, operators, location);
  const two = operator === 'Between' || operator === 'NotBetween';
  return { operator, formula1: operand('formula1'), ...(two && { formula2: operand('formula2') }) };
}

function readRule(value: Json): ValidationRule {
  const location = 'DataValidation.rule';
  const record = recordArgument(value, location);
  const given = Object.entries(record).filter(([, part]) => part !== undefined && part !== null);
  const [only, ...others] = given;
  if (only === undefined || others.length > 0) throw invalidArgument(location);
  const [name, part = null] = only;
  switch (name.charAt(0).toLowerCase() + name.slice(1)) {
    case 'wholeNumber':
      return { wholeNumber: readComparison(part, location) };
    case 'decimal':
      return { decimal: readComparison(part, location) };
    case 'textLength':
      return { textLength: readComparison(part, location) };
    case 'list': {
      const list = recordArgument(part, location);
      return {
        list: {
          inCellDropDown: field(list, 'inCellDropDown') !== false,
          source: textArgument(field(list, 'source'), location),
        },
      };
    }
    case 'custom':
      return { custom: { formula: textArgument(field(recordArgument(part, location), 'formula'), location) } };
    default:
      throw invalidArgument(location, `the stand-in does not implement data validation of the kind ${name}`);
  }
}

const ruleKinds: Readonly<Record<keyof ValidationRule, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  list: 'List',
  custom: 'Custom',
};

const kindOf = (rule: ValidationRule): string => {
  const kind = (Object.keys(ruleKinds) as (keyof ValidationRule)[]).find((key) => rule[key] !== undefined);
  return kind === undefined ? 'None' : ruleKinds[kind];
};

const asJson = (value: object | null): Json => (isRecord(value) ? { ...value } : null);

export function validationType(objects: ExcelObjects): ObjectType<RangeTarget> {
  const { book } = objects;
  /** The validation of all of a range; `mixed` where parts of it have another or none. */
  const current = (t: RangeTarget): Rest | 'mixed' | null => {
    const area: Block = t.block;
    const touching = t.sheet.validations.filter((v) => v.ranges.some((range) => intersection(range, area) !== null));
    const [first, ...others] = touching;
    if (first === undefined) return null;
    return others.length === 0 && first.ranges.some((range) => contains(range, area)) ? first : 'mixed';
  };
  const change = (t: RangeTarget, location: string, part: Partial<Rest>): void => {
    const old = current(t);
    objects.write(location, () =>
      book.setValidation(t.sheet, t.block, { ...(old === null || old === 'mixed' ? nothing : old), ...part }),
    );
  };
  const read = <T extends Json>(t: RangeTarget, pick: (validation: Rest) => T, none: T): T | null => {
    const found = current(t);
    return found === 'mixed' ? null : found === null ? none : pick(found);
  };
  return {
    name: 'DataValidation',
    properties: {
      Rule: {
        get: (t) => read<Json>(t, (v) => asJson(v.rule), {}),
        set: (t, value) => change(t, 'DataValidation.rule', { rule: readRule(value) }),
      },
      Type: {
        get: (t) => {
          const found = current(t);
          return found === 'mixed' ? 'Inconsistent' : found === null ? 'None' : kindOf(found.rule);
        },
      },
      IgnoreBlanks: {
        get: (t) => read(t, (v) => v.ignoreBlanks, true),
        set: (t, value) =>
          change(t, 'DataValidation.ignoreBlanks', {
            ignoreBlanks: booleanArgument(value, 'DataValidation.ignoreBlanks'),
          }),
      },
      Prompt: {
        get: (t) => read<Json>(t, (v) => asJson(v.prompt), { showPrompt: true, title: '', message: '' }),
        set: (t, value) => {
          const record = recordArgument(value, 'DataValidation.prompt');
          const title = textArgument(field(record, 'title') ?? '', 'DataValidation.prompt');
          const message = textArgument(field(record, 'message') ?? '', 'DataValidation.prompt');
          // Excel cuts off nothing: it refuses.
          if (title.length > 32 || message.length > 255) throw invalidArgument('DataValidation.prompt');
          change(t, 'DataValidation.prompt', {
            prompt: { showPrompt: field(record, 'showPrompt') !== false, title, message },
          });
        },
      },
      ErrorAlert: {
        get: (t) =>
          read<Json>(t, (v) => asJson(v.errorAlert), { showAlert: true, style: 'Stop', title: '', message: '' }),
        set: (t, value) => {
          const location = 'DataValidation.errorAlert';
          const record = recordArgument(value, location);
          const title = textArgument(field(record, 'title') ?? '', location);
          const message = textArgument(field(record, 'message') ?? '', location);
          if (title.length > 32 || message.length > 255) throw invalidArgument(location);
          const style = wordArgument(field(record, 'style') ?? 'Stop', ['Stop', 'Warning', 'Information'], location);
          change(t, location, {
            errorAlert: { showAlert: field(record, 'showAlert') !== false, style, title, message },
          });
        },
      },
    },
    methods: {
      Clear: (t) => {
        objects.write('DataValidation.clear', () => book.setValidation(t.sheet, t.block, null));
      },
    },
  };
}
