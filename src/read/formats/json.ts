/** Reads a report in the project's own exchange form. Refuses whatever is not exactly that form. */
import { figuresOf, findEdition } from '../../report/figures';
import { reportSchema, type Report } from '../../report/report';
import { reportFormat } from '../../report/reportFormat';
import { failed } from '../failure';
import { longestText } from '../limits';
import type { ReadResult } from '../reading';

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first key at any depth that could reach into the program's own objects. */
function forbiddenKey(root: unknown): string | null {
  const open: unknown[] = [root];
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (forbidden.has(key)) return key;
        open.push(item);
      }
    }
  }
  return null;
}

const [formatName, formatMajor] = reportFormat.split('/');
const longestQuote = 60;
const quote = (value: unknown): string => String(value).slice(0, longestQuote);

/** Text that is meant as JSON, so that no other reader need look at it. */
export const looksLikeJson = (text: string): boolean => /^\s*(?:\{\s*["}]|\[\s*[{\]])/u.test(text.slice(0, 200));

export function readJson(text: string): ReadResult {
  if (text.trim() === '') return failed('empty');
  if (text.length > longestText) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return failed('jsonSyntax');
  }
  if (!isObject(value)) return failed('foreignJson', { format: '' });
  const key = forbiddenKey(value);
  if (key !== null) return failed('foreignKeys', { keys: key, at: '' });
  const { format } = value;
  if (typeof format !== 'string' || !format.startsWith(`${formatName}/`))
    return failed('foreignJson', { format: format === undefined ? '' : quote(format) });
  if (format !== reportFormat) return failed('unknownMajor', { format: quote(format), known: formatMajor ?? '' });
  const edition = findEdition(String(value['edition']));
  if (edition === undefined) return failed('unknownEdition', { edition: quote(value['edition']) });
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = quote(issue?.path.join('.') ?? '');
    if (issue?.code === 'unrecognized_keys') return failed('foreignKeys', { keys: quote(issue.keys.join('、')), at });
    return failed('invalidJson', { at });
  }
  const report: Report = parsed.data;
  const unread = figuresOf(edition).flatMap(({ id }) => (report.marks[id]?.state === 'unread' ? [id] : []));
  const doubts = unread.length === 0 ? [] : [{ kind: 'markedUnread', figures: unread, place: null, details: {} }];
  return { ok: true, readings: [{ part: null, edition, report, sources: new Map(), doubts }] };
}
