/** Reads a report in the project's own exchange form. Refuses whatever is not exactly that form. */
import { figuresOf, findEdition } from '../../report/figures';
import { reportSchema, type Report } from '../../report/report';
import { reportFormat } from '../../report/reportFormat';
import type { Doubt } from '../doubt';
import { failed } from '../failure';
import { longestText } from '../limits';
import type { ReadResult } from '../reading';

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Keys {
  /** How many there are at any depth. */
  readonly count: number;
  /** The first that could reach into the program's own objects. */
  readonly forbidden: string | null;
}

function keysIn(root: unknown): Keys {
  const open: unknown[] = [root];
  let count = 0;
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        if (forbidden.has(key)) return { count, forbidden: key };
        count += 1;
        const item = value[key];
        if (typeof item === 'object' && item !== null) open.push(item);
      }
    }
  }
  return { count, forbidden: null };
}

function colonsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count += 1;
  return count;
}

/**
 * The first key that one object of a valid JSON text has twice: `JSON.parse` keeps the last without a word. Strings and
 * brackets are all that need be looked at; every string before a colon is a key.
 */
function repeatedKey(text: string): string | null {
  const open: Set<string>[] = [];
  for (const match of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/gu)) {
    const [token, colon] = match;
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string;
      const keys = open.at(-1);
      if (keys?.has(key) === true) return key;
      keys?.add(key);
    }
  }
  return null;
}

const [formatName, formatMajor] = reportFormat.split('/');
const longestQuote = 60;
/** Of what is no text, its JSON: an object may have no text of its own to be asked for. */
const quote = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, longestQuote);

/** Text that is meant as JSON, so that no other reader need look at it. */
export const looksLikeJson = (text: string): boolean => /^\s*(?:\{\s*["}]|\[\s*[{\]])/u.test(text.slice(0, 200));

export function readJson(text: string): ReadResult {
  if (text.trim() === '') return failed('empty');
  if (text.length > longestText) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  const json = text.replace(/^\ufeff/u, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return failed('jsonSyntax');
  }
  if (!isObject(value)) return failed('foreignJson', { format: null });
  const keys = keysIn(value);
  if (keys.forbidden !== null) return failed('foreignKeys', { keys: [keys.forbidden], at: '' });
  const { format } = value;
  if (typeof format !== 'string' || !format.startsWith(`${formatName}/`))
    return failed('foreignJson', { format: format === undefined ? null : quote(format) });
  if (format !== reportFormat) return failed('unknownMajor', { format: quote(format), known: formatMajor ?? '' });
  // One that was there twice leaves more colons than keys, as does one in a text.
  const repeated = colonsIn(json) === keys.count ? null : repeatedKey(json);
  if (repeated !== null) return failed('repeatedKey', { key: quote(repeated) });
  const { edition: id } = value;
  if (typeof id !== 'string') return failed('invalidJson', { at: 'edition' });
  const edition = findEdition(id);
  if (edition === undefined) return failed('unknownEdition', { edition: quote(id) });
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = quote(issue?.path.join('.') ?? '');
    if (issue?.code === 'unrecognized_keys') return failed('foreignKeys', { keys: issue.keys.map(quote), at });
    return failed('invalidJson', { at });
  }
  const report: Report = parsed.data;
  // Beyond what is counted exactly no sum means anything. What is merely wrong, as -0.5, is read: checking says so.
  const large = figuresOf(edition).find((one) => Math.abs(report.figures[one.id] ?? 0) > Number.MAX_SAFE_INTEGER);
  if (large !== undefined) return failed('figureTooLarge', { at: `figures.${large.id}` });
  const unread = figuresOf(edition).flatMap(({ id }) => (report.marks[id]?.state === 'unread' ? [id] : []));
  const doubts: Doubt[] =
    unread.length === 0 ? [] : [{ kind: 'markedUnread', figures: unread, place: null, details: {} }];
  return { ok: true, readings: [{ part: null, edition, report, sources: new Map(), doubts }] };
}
