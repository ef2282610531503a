/** Headings of an office's own inside a text section, such as （一）主动公开情况: what its report is built on every year. */

const numbers =
  /^(?:([一二三四五六七八九十]{1,3}、)|([（(][一二三四五六七八九十]{1,3}[）)])|(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d)))/u;

/** The number that a heading begins with, and its level: 一、 is the first, （一） the second, with brackets of either width. */
export function headingNumber(text: string): { readonly mark: string; readonly level: 1 | 2 | 3 } | null {
  const [mark, first, second] = numbers.exec(text) ?? [];
  return mark === undefined ? null : { mark, level: first !== undefined ? 1 : second !== undefined ? 2 : 3 };
}

/** Longer than this is a sentence, whatever begins it. */
const longest = 30;
const nothing = /^(?:暂?无|没有)/u;

/** The heading that a paragraph begins with, or is; `null` where it has none. */
export function headingIn(paragraph: string): string | null {
  const text = paragraph.trim();
  const own = headingNumber(text)?.mark;
  if (own === undefined) return null;
  const [title = ''] = text.slice(own.length).split(/[。：:]/u);
  const heading = (own + title).trim();
  return title.trim() === '' || /[，；！？,;]/u.test(title) || nothing.test(title.trim()) || heading.length > longest
    ? null
    : heading;
}

/** Whether a section says anything: headings alone are a form still to be filled in. */
export const saysSomething = (paragraphs: readonly string[]): boolean =>
  paragraphs.some((text) => text.trim() !== '' && headingIn(text) !== text.trim());

/** Fewer than this are no way of dividing a section. */
const fewest = 2;

/** The headings of a section's paragraphs for another year; none where it is not divided by them. */
export function headingsFor(paragraphs: readonly string[], from: number | null, to: number | null): string[] {
  const found = paragraphs.flatMap((text) => headingIn(text) ?? []);
  if (found.length < fewest) return [];
  return from === null || to === null ? found : found.map((text) => text.replaceAll(String(from), String(to)));
}
