/** Reads what the writers made with a parser of its own, so that a test sees the file and not the writer's intentions. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  /** Character data directly inside. */
  text: string;
}

/** @throws where the text is not well-formed XML */
export function parseXml(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const node: Node = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.write(xml).close();
  const first = root.children[0];
  if (first === undefined) throw new Error('no element');
  return first;
}

/** The element and all beneath it, in document order. */
export const elements = (node: Node): Node[] => [node, ...node.children.flatMap(elements)];

/** Every element of this name, in document order. */
export const all = (node: Node, name: string): Node[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

export const first = (node: Node, name: string): Node => {
  const found = all(node, name)[0];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

export const attribute = (node: Node, path: string, name: string): string | undefined =>
  all(node, path)[0]?.attributes[name];

/** The XML parts of a package by name, each parsed: a part that is not well-formed fails the test. */
export function openPackage(bytes: Uint8Array): Map<string, Node> {
  return new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, content]) => [name, parseXml(strFromU8(content))] as const),
  );
}

export function part(parts: ReadonlyMap<string, Node>, name: string): Node {
  const found = parts.get(name);
  if (found === undefined) throw new Error(`no part ${name}`);
  return found;
}
