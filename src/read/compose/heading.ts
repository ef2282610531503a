/** The title of a report above its first section: on one line or several, among what a page prints around it. */
import type { Block } from './block';
import { fold, withoutPinyin } from '../labels/label';
import { endsAsBody, isTitle, readPublishedTitle, spans, type Title } from '../labels/title';

export interface Heading extends Title {
  readonly at: number | null;
  /** The line under the title, where nothing else stands in it: a name, perhaps. */
  readonly beneath?: string | undefined;
}

const mostLines = 3;
/** Titles above the first section: more say nothing of which one is the report's. */
const mostTitles = 100;
const longestLine = 40;
const prose = /[。；;！!？?]|,.*,/u;

/** A short line that is no sentence. */
export const isTitleLike = (text: string): boolean =>
  (text.length <= longestLine || withoutPinyin(text).length <= longestLine) && !prose.test(fold(text));

/** The year that a line beneath a title says, if it says nothing else: （2022年度）. */
function yearAlone(text: string): number | null {
  const { unit, year } = text.length > 12 ? { unit: null, year: null } : readPublishedTitle(text);
  return unit === null ? year : null;
}

interface Found extends Title {
  readonly first: number;
  readonly behind: number;
}

/** The titles among lines: each on its own line, or on two or three of which none is a title or one begins above it. */
function titlesIn(lines: readonly string[]): Found[] {
  const found: Found[] = [];
  for (let first = 0; first < lines.length; first += 1) {
    for (let count = 1; count <= mostLines && first + count <= lines.length; count += 1) {
      const own = lines.slice(first, first + count);
      const last = own.at(-1) ?? '';
      if (count > 1 && !own.every(isTitleLike)) break;
      // A title that is whole on the last line of them is that line's, unless its words begin above.
      if (count > 1 && isTitle(last) && !spans(own.slice(0, -1).join(''), last)) break;
      if (!isTitle(own.join(''))) continue;
      found.push({ ...readPublishedTitle(own.join('')), first, behind: first + count });
      first += count - 1;
      break;
    }
  }
  return found;
}

/**
 * Where the title begins of which `lines[at]` is the last line, in a source that holds a report above it too: the name may stand
 * on a line of its own, with the year or above it. `from`: where that report begins. A name that it says itself is its signature.
 */
export function titleStart(lines: readonly string[], at: number, from: number): number {
  if (readPublishedTitle(lines[at] ?? '').unit !== null) return at;
  const below = yearAlone(lines[at - 1] ?? '') === null ? at : at - 1;
  const line = lines[below - 1] ?? '';
  const { unit, year } = readPublishedTitle(line);
  if (unit === null || !isTitleLike(line) || !endsAsBody(unit)) return below;
  const isOther = year !== null || !lines.slice(from, below - 1).some((text) => fold(text).includes(fold(unit)));
  return isOther ? below - 1 : below;
}

/** The name that one title gives, with the line above it where that line is the name or the beginning of it. */
function nameOf(own: string | null, above: string | undefined, rest: string): string | null {
  if (above === undefined || !isTitleLike(above) || isTitle(above)) return own;
  const upper = readPublishedTitle(above).unit;
  if (upper === null) return own;
  if (own === null) return endsAsBody(upper) ? upper : null;
  // 云溪县农业农 | 村局2022年……: the text says which it is.
  if (endsAsBody(upper)) return own;
  const whole = upper + own;
  if (rest.includes(whole)) return whole;
  return own.length <= 3 && !rest.includes(own) ? null : own;
}

/** One name out of those that several titles give: what they agree on, else none. */
function agreed(names: readonly string[]): string | null {
  const distinct = [...new Set(names)].sort((a, b) => b.length - a.length);
  const [longest, ...others] = distinct;
  if (longest === undefined) return null;
  if (!others.every((other) => longest.endsWith(other))) return null;
  // The name of the site and that of the body in one: 云溪县人民政府云溪县农业农村局.
  const site = others.find((other) => /(?:政府|网|网站|门户)$/u.test(longest.slice(0, -other.length)));
  return site ?? longest;
}

/** Title of the report in the lines above its first section. `rest`: what else the source says. */
export function headingOf(head: readonly Block[], rest: readonly Block[]): Heading {
  const lines = head.map(({ text }) => text);
  const titles = titlesIn(lines);
  const [first] = titles;
  if (first === undefined) return { unit: null, year: null, at: null };
  if (titles.length > mostTitles) return { unit: null, year: null, at: head[first.first]?.at ?? null };
  const said = fold(
    lines
      .filter((_, index) => !titles.some((one) => index < one.behind && index >= one.first - 1))
      .concat(rest.map(({ text }) => text))
      .join('\n'),
  );
  // The year may stand between the two on a line of its own.
  const above = (at: number): string | undefined =>
    yearAlone(lines[at - 1] ?? '') === null ? lines[at - 1] : lines[at - 2];
  const named = titles.map((title) => ({ title, unit: nameOf(title.unit, above(title.first), said) }));
  const own = named.filter(({ title, unit }) => title.unit !== null && unit !== null);
  const units = (own.length > 0 ? own : named).flatMap(({ unit }) => unit ?? []);
  const years = new Set(
    titles.flatMap(
      ({ year, first: at, behind }) =>
        year ?? readPublishedTitle(lines[at - 1] ?? '').year ?? yearAlone(lines[behind] ?? '') ?? [],
    ),
  );
  const [year = null] = years;
  const at = head[first.first]?.at ?? null;
  return { unit: agreed(units), year: years.size === 1 ? year : null, at, beneath: lines[first.behind] };
}
