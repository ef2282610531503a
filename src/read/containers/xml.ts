/** Reads XML as a sequence of events. A document type, and with it every entity of its own, is refused. */
import { SaxesParser } from 'saxes';
import { ArchiveError } from './archive';

/** Attributes of an element, by their name without its prefix. */
export interface XmlAttributes {
  get(name: string): string | undefined;
  /** One that is written without a prefix, as all of a worksheet are. */
  plain(name: string): string | undefined;
}

export interface XmlEvents {
  /** `name` without its prefix. The attributes may be asked for only while the event lasts. */
  readonly open: (name: string, attributes: XmlAttributes) => void;
  /** `true`: the rest is not wanted, and not read. */
  readonly close: (name: string) => boolean | undefined;
  readonly text: (text: string) => void;
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};
const chunk = 256 * 1024;
/** Elements of one part. A report has some six thousand, as Word writes it. */
const mostElements = 500_000;
/** Thrown to leave the parser, which has no other way out. */
const enough = new Error('enough was read');

/** Text that stands in such a section is a text, whatever it looks like. */
const literal = '<![CDATA[';

/**
 * Throws an ArchiveError where the XML is broken. `abridge` may take elements out of the text that say nothing: it is asked
 * only where the text is whole and what looks like an element is one.
 */
export function parseXml(bytes: Uint8Array, events: XmlEvents, abridge?: (text: string) => string): void {
  // Nobody is told where in the file a mistake stands, so the parser need not count lines.
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  // A sheet has thousands of elements: one view on the attributes of whichever is open, and nothing copied.
  let written: Readonly<Record<string, string>> = {};
  const attributes: XmlAttributes = {
    get(name) {
      const plain = written[name];
      if (plain !== undefined) return plain;
      for (const key in written) if (key.endsWith(name) && local(key) === name) return written[key];
      return undefined;
    },
    plain: (name) => written[name],
  };
  parser.on('error', () => {
    throw new ArchiveError('broken', 'XML that cannot be read');
  });
  parser.on('doctype', () => {
    throw new ArchiveError('unsafe', 'XML with a document type', 'xml');
  });
  let elements = 0;
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > mostElements) throw new ArchiveError('unsafe', `more than ${mostElements} elements`, 'content');
    written = tag.attributes;
    events.open(local(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    if (events.close(local(tag.name)) === true) throw enough;
  });
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const decoder = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8');
  try {
    for (let at = 0; at < bytes.length; at += chunk) {
      const text = decoder.decode(bytes.subarray(at, at + chunk), { stream: true });
      const abridged = abridge !== undefined && bytes.length <= chunk && !text.includes(literal) ? abridge(text) : text;
      parser.write(abridged);
    }
    parser.close();
  } catch (error) {
    if (error !== enough) throw error;
  }
}
