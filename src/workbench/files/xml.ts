/** XML as a tree, as far as a workbook file needs it, and back. Names are without their prefixes. */
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly inside. */
  readonly text: string;
}

/** The file is no workbook that can be opened here. */
export class FileTrouble extends Error {}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Open[];
  text: string;
}

/** A sheet of three thousand units has some 200 000 cells. */
const mostElements = 3_000_000;

/** @throws FileTrouble on XML that is broken or has a document type. */
export function parseTree(bytes: Uint8Array): Element {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const path: Open[] = [root];
  let count = 0;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', () => {
    throw new FileTrouble('XML that cannot be read');
  });
  parser.on('doctype', () => {
    throw new FileTrouble('XML with a document type');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > mostElements) throw new FileTrouble('more elements than a workbook of this kind has');
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(tag.attributes)) attributes[local(key)] = value;
    const open: Open = { name: local(tag.name), attributes, children: [], text: '' };
    path.at(-1)?.children.push(open);
    path.push(open);
  });
  const addText = (text: string): void => {
    const open = path.at(-1);
    if (open !== undefined) open.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => path.pop());
  parser.write(new TextDecoder().decode(bytes)).close();
  const [tree] = root.children;
  if (tree === undefined) throw new FileTrouble('XML without an element');
  return tree;
}

export const childrenOf = (element: Element | null | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const childOf = (element: Element | null | undefined, name: string): Element | null =>
  element?.children.find((child) => child.name === name) ?? null;

/** An attribute as truth value; `otherwise` where it is absent. */
export const flag = (element: Element | null, name: string, otherwise = false): boolean => {
  const value = element?.attributes[name];
  return value === undefined ? otherwise : value === '1' || value === 'true';
};

export const numberIn = (element: Element | null, name: string): number | null => {
  const value = element?.attributes[name];
  return value === undefined || value.trim() === '' || !Number.isFinite(Number(value)) ? null : Number(value);
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as content of an element. What XML cannot hold is left out. */
export const textXml = (text: string): string =>
  text.replace(noCharacter, '').replace(/[&<>\r]/g, (char) => escapes[char] ?? '&#13;');

const attributeXml = (text: string): string =>
  text.replace(noCharacter, '').replace(/[&<>"\t\n\r]/g, (char) => escapes[char] ?? `&#${char.charCodeAt(0)};`);

type AttributeValue = string | number | boolean | null | undefined;

/** An element with content that is XML already; attributes that are null, undefined or false are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  content: string | readonly string[] = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${attributeXml(value === true ? '1' : String(value))}"`)
    .join('');
  const inner = typeof content === 'string' ? content : content.join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}
