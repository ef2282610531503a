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

/** The text of bytes in pieces. A part that comes in one is decoded several times as fast where nothing is to follow. */
function* piecesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  if (bytes.length <= chunk) {
    if (bytes.length > 0) yield decoder.decode(bytes);
    return;
  }
  for (let at = 0; at < bytes.length; at += chunk)
    yield decoder.decode(bytes.subarray(at, at + chunk), { stream: true });
}

function parsePieces(pieces: Iterable<string>, given: XmlEvents): void {
  const events = counted(given);
  const plain = new PlainXml(events, enough);
  let library: ReturnType<typeof libraryFrom> | null = null;
  try {
    for (const piece of pieces) {
      if (library !== null) library.write(piece);
      else {
        const departure = plain.write(piece);
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

/** Bytes of UTF-8. Throws an ArchiveError where the XML is broken. */
export const parseXml = (bytes: Uint8Array, events: XmlEvents): void => parsePieces(piecesOf(bytes), events);

/** The same for what is decoded already. */
export const parseXmlText = (text: string, events: XmlEvents): void => parsePieces([text], events);

/** Where a text that is plain ASCII begins in bytes, from a place on; -1 where it does not. */
export function placeIn(bytes: Uint8Array, text: string, from = 0): number {
  const last = text.length - 1;
  // How far on the next place can be, by the byte that stands where the text would end.
  const steps = new Uint8Array(256).fill(text.length);
  for (let at = 0; at < last; at += 1) steps[text.charCodeAt(at)] = last - at;
  const final = text.charCodeAt(last);
  let end = from + last;
  while (end < bytes.length) {
    const byte = bytes[end] ?? 0;
    if (byte === final) {
      let at = 0;
      while (at < last && bytes[end - last + at] === text.charCodeAt(at)) at += 1;
      if (at === last) return end - last;
    }
    end += steps[byte] ?? 1;
  }
  return -1;
}
