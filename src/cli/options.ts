/** Arguments of the command line. */
import { parseArgs } from 'node:util';
import type { Language } from '../report/language';
import { engines, queryNames, type Engine, type QueryName } from '../rollup/sql';
import { isRuleId, rules } from '../rules/catalogue';
import type { RuleId } from '../rules/details';

export interface Options {
  readonly files: readonly string[];
  readonly language: Language;
  readonly json: boolean;
  readonly previous: string | null;
  /** What the same unit handed in before. */
  readonly previousSubmission: string | null;
  /** The day to check deadlines by, `2026-01-31`. */
  readonly day: string | null;
  /** Remarks not to make, by the ids of their rules. */
  readonly off: ReadonlySet<RuleId>;
  readonly output: string | null;
  /** Plain files that are there already may be replaced. */
  readonly force: boolean;
  readonly part: string | null;
  readonly edition: string | null;
  readonly year: number | null;
  readonly unit: string | null;
  readonly fonts: 'standard' | 'common';
  readonly landscape: boolean;
  readonly blanks: 'blank' | 'zero';
  readonly contact: string | null;
  readonly date: { readonly year: number; readonly month: number; readonly day: number } | null;
  readonly sign: boolean;
  readonly review: boolean;
  readonly fragment: boolean;
  readonly charts: boolean;
  readonly typedTotals: boolean;
  readonly roster: string | null;
  /** An engine that queries are written for, and one of them alone. */
  readonly engine: Engine | null;
  readonly query: QueryName | null;
  /** A published report to compare the sum with. */
  readonly published: string | null;
  readonly blankZero: boolean;
  /** The import form of a platform, to be filled in. */
  readonly form: string | null;
}

/** Why the arguments cannot be followed. The words are in `words`. */
export type UsageProblem =
  | { readonly kind: 'unknownOption'; readonly option: string }
  | { readonly kind: 'badValue'; readonly option: string; readonly value: string };

const definitions = {
  lang: { type: 'string' },
  json: { type: 'boolean' },
  previous: { type: 'string' },
  'previous-submission': { type: 'string' },
  day: { type: 'string' },
  off: { type: 'string' },
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  part: { type: 'string' },
  edition: { type: 'string' },
  year: { type: 'string' },
  unit: { type: 'string' },
  fonts: { type: 'string' },
  landscape: { type: 'boolean' },
  blanks: { type: 'string' },
  contact: { type: 'string' },
  date: { type: 'string' },
  sign: { type: 'boolean' },
  review: { type: 'boolean' },
  fragment: { type: 'boolean' },
  charts: { type: 'boolean' },
  'typed-totals': { type: 'boolean' },
  roster: { type: 'string' },
  published: { type: 'string' },
  form: { type: 'string' },
  engine: { type: 'string' },
  query: { type: 'string' },
  'blank-zero': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type OptionName = keyof typeof definitions;

/** The day of an ISO date, `null` where there is no such day. */
function dayOf(text: string): Options['date'] {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

/** Rules by their ids; `null` where one is no remark: what must be corrected or verified is always said. */
function remarksOf(text: string): ReadonlySet<RuleId> | null {
  const ids = text.split(',').map((id) => id.trim());
  return ids.every((id): id is RuleId => isRuleId(id) && rules[id].level === 'remark') ? new Set(ids) : null;
}

const choice = <Choice extends string>(text: string, choices: readonly Choice[]): Choice | null =>
  choices.find((candidate) => candidate === text) ?? null;

interface Parsed {
  readonly options: Options;
  readonly help: boolean;
  readonly given: readonly OptionName[];
}

/** The language asked for, even where the rest of the arguments cannot be followed. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.startsWith('--lang=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return at !== -1 && value === 'en' ? 'en' : 'zh';
}

/** Whether another program reads what is printed, even where the rest of the arguments cannot be followed. */
export const wantsJson = (argv: readonly string[]): boolean => argv.includes('--json');

export function parseOptions(argv: readonly string[]): Parsed | UsageProblem {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: definitions, allowPositionals: true, strict: true });
  } catch (error) {
    const option = /'(?:-\w, )?(--?[^\s']+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    return { kind: 'unknownOption', option };
  }
  const { values, positionals } = parsed;
  const problems: UsageProblem[] = [];
  const checked = <Value>(option: OptionName, read: (text: string) => Value | null): Value | null => {
    const text = values[option];
    if (typeof text !== 'string') return null;
    const value = read(text);
    if (value === null) problems.push({ kind: 'badValue', option, value: text });
    return value;
  };
  const options: Options = {
    files: positionals,
    language: checked('lang', (text) => choice(text, ['zh', 'en'])) ?? 'zh',
    json: values.json ?? false,
    previous: values.previous ?? null,
    previousSubmission: values['previous-submission'] ?? null,
    day: checked('day', (text) => (dayOf(text) === null ? null : text)),
    off: checked('off', remarksOf) ?? new Set(),
    output: values.output ?? null,
    force: values.force ?? false,
    part: values.part ?? null,
    edition: values.edition ?? null,
    year: checked('year', (text) => (/^(19|[2-9]\d)\d{2}$/.test(text) ? Number(text) : null)),
    unit: values.unit ?? null,
    fonts: checked('fonts', (text) => choice(text, ['standard', 'common'])) ?? 'standard',
    landscape: values.landscape ?? false,
    blanks: checked('blanks', (text) => choice(text, ['blank', 'zero'])) ?? 'blank',
    contact: values.contact ?? null,
    date: checked('date', dayOf),
    sign: values.sign ?? false,
    review: values.review ?? false,
    fragment: values.fragment ?? false,
    charts: values.charts ?? false,
    typedTotals: values['typed-totals'] ?? false,
    roster: values.roster ?? null,
    published: values.published ?? null,
    form: values.form ?? null,
    engine: checked('engine', (text) => choice(text, engines)),
    query: checked('query', (text) => choice(text, queryNames)),
    blankZero: values['blank-zero'] ?? false,
  };
  const given = Object.keys(values) as OptionName[];
  return problems[0] ?? { options, help: values.help ?? false, given };
}
