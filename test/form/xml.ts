import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly inside, trimmed. */
  readonly text: string;
}

interface Open extends Element {
  readonly children: Element[];
  text: string;
}

/** The root element of an XML document. Throws on anything that is not well-formed. */
export function parseXml(source: string): Element {
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const top = (): Open => open.at(-1) as Open;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [], text: '' };
    top().children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    top().text = (top().text + text).trim();
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(source).close();
  const root = top().children[0];
  if (root === undefined) throw new Error('no element');
  return root;
}

/** The element and all beneath it, in document order. */
export function elements(element: Element): Element[] {
  return [element, ...element.children.flatMap(elements)];
}
