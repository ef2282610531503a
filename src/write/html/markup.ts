/** Building HTML so that no text can ever become markup. */
import { linesOfText } from '../text';
import { escapes, flatten, type Child, type Xml } from '../xml';

declare const markup: unique symbol;
/** Well-formed HTML content. */
export type Html = string & { readonly [markup]: true };

type AttributeValue = string | number | boolean | null | undefined;

/** Elements that have no content and no end tag. */
const voidElements = new Set(['br', 'meta', 'link', 'col']);

const escapeHtml = (value: string): string => value.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

export const htmlText = (value: string): Html => escapeHtml(value) as Html;

/** Text whose line ends become `<br>`. */
export const htmlLines = (value: string): Html =>
  linesOfText(value)
    .map((line) => escapeHtml(line))
    .join('<br>') as Html;

/** An element; attributes that are null, undefined or false are left out, `true` stands without a value. */
export function html(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> | null,
  ...children: readonly Child<Html>[]
): Html {
  const written = Object.entries(attributes ?? {})
    .flatMap(([key, value]) =>
      value === null || value === undefined || value === false
        ? []
        : [value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`],
    )
    .join('');
  return (voidElements.has(name) ? `<${name}${written}>` : `<${name}${written}>${flatten(children)}</${name}>`) as Html;
}

/** Content of a `<style>` element: ours alone, never text of a report. */
export const styleSheet = (css: string): Html => `<style>${css}</style>` as Html;

/** A drawing inside a page: what the XML builder made is read alike by the HTML parser. */
export const svgInHtml = (svg: Xml): Html => svg as string as Html;
