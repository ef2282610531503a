/** Building XML so that no text can ever become markup: only this module turns strings into XML. */

declare const markup: unique symbol;
/** Well-formed XML content. */
export type Xml = string & { readonly [markup]: true };

type AttributeValue = string | number | null | undefined;
type Child = Xml | readonly Child[] | null | undefined;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Tabs and line ends must be written as references in an attribute, or a parser turns them into spaces. */
const escapeAttribute = (value: string): string =>
  value.replace(/[&<>"\t\n\r]/g, (char) => escapes[char] ?? `&#${char.charCodeAt(0)};`);

const flatten = (children: readonly Child[]): string =>
  children
    .map((child) => (typeof child === 'string' ? child : child === null || child === undefined ? '' : flatten(child)))
    .join('');

/** Character data. A carriage return would be read back as a line feed, so it is written as a reference. */
export const xmlText = (value: string | number): Xml =>
  String(value).replace(/[&<>\r]/g, (char) => escapes[char] ?? '&#13;') as Xml;

/** An element; attributes that are null or undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> | null = null,
  ...children: readonly Child[]
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
