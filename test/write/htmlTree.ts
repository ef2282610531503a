/** Reads a page with the parser of the HTML standard. */
import { defaultTreeAdapter as adapter, parse, parseFragment, type DefaultTreeAdapterMap } from 'parse5';

type Parent = DefaultTreeAdapterMap['parentNode'];
export type HtmlElement = DefaultTreeAdapterMap['element'];

/** @throws at the first parse error of the standard */
const strict = {
  onParseError: (error: { code: string; startLine: number }) => {
    throw new Error(`${error.code} in line ${error.startLine}`);
  },
};

export const openPage = (text: string): Parent => parse(text, strict);
export const openFragment = (text: string): Parent => parseFragment(text, strict);

export const elements = (node: Parent, name?: string): HtmlElement[] =>
  node.childNodes.flatMap((child) =>
    adapter.isElementNode(child)
      ? [...(name === undefined || child.tagName === name ? [child] : []), ...elements(child, name)]
      : [],
  );

export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Text of an element, `<br>` as a line end. */
export const textOf = (node: Parent): string =>
  node.childNodes
    .map((child) =>
      adapter.isTextNode(child)
        ? child.value
        : adapter.isElementNode(child)
          ? child.tagName === 'br'
            ? '\n'
            : textOf(child)
          : '',
    )
    .join('');
