/** Reads XML as a sequence of events. A document type, and with it every entity of its own, is refused. */
import { SaxesParser } from 'saxes';
import { ArchiveError } from './archive';
import { localName, PlainXml, type Departure, type XmlAttributes, type XmlEvents } from './plainXml';

export type { XmlAttributes, XmlEvents } from './plainXml';

const chunk = 256 * 1024;
/** Elements of one part. A report has some six thousand, as Word writes it. */
const mostElements = 500_000;
/** Thrown to leave the parser, which has no other way out. */
const enough = new Error('enough was read');

/** Text that stands in such a section is a text, whatever it looks like. */
const literal = '<![CDATA[';

/** Events that are given out only so often. */
function counted(events: XmlEvents): XmlEvents {
  let elements = 0;
  return {
    open(name, attributes) {
      elements += 1;
      if (elements > mostElements) throw new ArchiveError('unsafe', `more than ${mostElements} elements`, 'content');
      events.open(name, attributes);
    },
    close: (name) => events.close(name),
    text: (text) => events.text(text),
  };
}

/** The library, which goes on where plain XML ended. */
function libraryFrom(
  { open, ended, rest }: Departure,
  events: XmlEvents,
): SaxesParser<{ xmlns: false; position: false }> {
  // Nobody is told where in the file a mistake stands, so the parser need not count lines.
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  // One view on the attributes of whichever element is open, and nothing copied.
  let written: Readonly<Record<string, string>> = {};
  let listening = false;
  const attributes: XmlAttributes = {
    get(name) {
      const plain = written[name];
      if (plain !== undefined) return plain;
      for (const key in written) if (key.endsWith(name) && localName(key) === name) return written[key];
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
  parser.on('opentag', (tag) => {
    written = tag.attributes;
    if (listening) events.open(localName(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    if (listening && events.close(localName(tag.name)) === true) throw enough;
  });
  parser.on('text', (text) => listening && events.text(text));
  parser.on('cdata', (text) => listening && events.text(text));
  // What has been told already is only opened again.
  if (ended) parser.write('<ended/>');
  else if (open.length > 0) parser.write(open.map((name) => `<${name}>`).join(''));
  listening = true;
  parser.write(rest);
  return parser;
}

/**
 * Throws an ArchiveError where the XML is broken. `abridge` may take elements out of the text that say nothing: it is asked
 * only where the text is whole and what looks like an element is one.
 */
export function parseXml(bytes: Uint8Array, given: XmlEvents, abridge?: (text: string) => string): void {
  const events = counted(given);
  const plain = new PlainXml(events, enough);
  let library: ReturnType<typeof libraryFrom> | null = null;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const decoder = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8');
  const whole = bytes.length <= chunk;
  try {
    for (let at = 0; at < bytes.length; at += chunk) {
      // A part that comes in one piece is decoded several times as fast where nothing is to follow.
      const text = whole ? decoder.decode(bytes) : decoder.decode(bytes.subarray(at, at + chunk), { stream: true });
      const abridged = abridge !== undefined && whole && !text.includes(literal) ? abridge(text) : text;
      if (library !== null) library.write(abridged);
      else {
        const departure = plain.write(abridged);
        if (departure !== null) library = libraryFrom(departure, events);
      }
    }
    const left = library === null ? plain.end() : null;
    if (left !== null) library = libraryFrom(left, events);
    library?.close();
  } catch (error) {
    if (error !== enough) throw error;
  }
}
