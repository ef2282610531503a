/** Building XML so that no text can ever become markup: only this module turns strings into XML. */

declare const markup: unique symbol;
/** Well-formed XML content. */
export type Xml = string & { readonly [markup]: true };

type AttributeValue = string | number | null | undefined;
/** What an element may hold: markup, lists of it, or nothing. */
export type Child<Markup extends string> = Markup | readonly Child<Markup>[] | null | undefined;

export const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Whatever is no character of XML 1.0 (production [2] Char): controls, halves of characters, U+FFFE and U+FFFF. */
const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The gate that every text passes on its way into XML, whatever its writer asked before: one character that XML forbids and
 * the whole file does not open. Word's line break (U+000B) and page break (U+000C) part words, so a space stands for them.
 */
const writable = (value: string): string =>
  value.replace(noCharacter, (char) => (char === '\v' || char === '\f' ? ' ' : ''));

/** Tabs and line ends must be written as references in an attribute, or a parser turns them into spaces. */
const escapeAttribute = (value: string): string =>
  writable(value).replace(/[&<>"\t\n\r]/g, (char) => escapes[char] ?? `&#${char.charCodeAt(0)};`);

export const flatten = (children: readonly Child<string>[]): string =>
  children
    .map((child) => (typeof child === 'string' ? child : child === null || child === undefined ? '' : flatten(child)))
    .join('');

/** Character data. A carriage return would be read back as a line feed, so it is written as a reference. */
export const xmlText = (value: string | number): Xml =>
  writable(String(value)).replace(/[&<>\r]/g, (char) => escapes[char] ?? '&#13;') as Xml;

/** An element; attributes that are null or undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> | null = null,
  ...children: readonly Child<Xml>[]
): Xml {
  const written = Object.entries(attributes ?? {})
    .flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
    )
    .join('');
  const content = flatten(children);
  return (content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`) as Xml;
}

/** A whole document with its declaration. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
