/** Reads XML as a sequence of events. A document type, and with it every entity of its own, is refused. */
import { SaxesParser } from 'saxes';
import { ArchiveError } from './archive';

export interface XmlEvents {
  /** `name` without its prefix; attributes by their name without prefix. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const chunk = 256 * 1024;

/** Throws an ArchiveError where the XML is broken. */
export function parseXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser({ fragment: false });
  parser.on('error', () => {
    throw new ArchiveError('broken', 'XML that cannot be read');
  });
  parser.on('doctype', () => {
    throw new ArchiveError('unsafe', 'XML with a document type');
  });
  parser.on('opentag', ({ name, attributes }) =>
    events.open(local(name), new Map(Object.entries(attributes).map(([key, value]) => [local(key), value]))),
  );
  parser.on('closetag', ({ name }) => events.close(local(name)));
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const decoder = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8');
  for (let at = 0; at < bytes.length; at += chunk)
    parser.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }));
  parser.close();
}
