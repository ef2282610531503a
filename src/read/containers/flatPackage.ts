/** An Office package whose parts stand in one XML file (flat OPC), opened as any other package is. */
import { ArchiveError, archiveLimits, type Archive } from './archive';
import { base64 } from './mime';

export const flatNamespace = 'http://schemas.microsoft.com/office/2006/xmlPackage';

/** Text of an attribute, whatever its prefix. */
const attribute = (tag: string, name: string): string =>
  new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

/** What stands between the tags of an element of this name; null where there is none. */
function contentOf(text: string, name: string): string | null {
  const open = new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'u').exec(text);
  const end = text.lastIndexOf(`</${name}`);
  return open === null || end < open.index ? null : text.slice(open.index + open[0].length, end);
}

/**
 * `prefix`: of the elements of the package, '' or `pkg:`. Content types are put where a package has them. Throws an
 * ArchiveError.
 */
export function openFlatPackage(text: string, prefix: string): Archive {
  const parts = new Map<string, { readonly name: string; readonly content: string }>();
  const types: string[] = [];
  const begin = `<${prefix}part`;
  for (let at = text.indexOf(begin); at !== -1;) {
    const next = text.indexOf(begin, at + begin.length);
    // Not beyond the next one: an end that only the last has would be looked for from each.
    const whole = text.slice(at, next === -1 ? undefined : next);
    const tagEnd = whole.indexOf('>');
    const tag = tagEnd === -1 ? '' : whole.slice(0, tagEnd);
    const name = attribute(tag, 'name').replace(/^\//u, '');
    if (name !== '' && !parts.has(name.toLowerCase())) {
      if (parts.size >= archiveLimits.entries) throw new ArchiveError('unsafe', 'too many parts', 'count');
      parts.set(name.toLowerCase(), { name, content: whole.slice(tagEnd + 1) });
      types.push(`<Override PartName="/${name}" ContentType="${attribute(tag, 'contentType')}"/>`);
    }
    at = next;
  }
  const read = (name: string): Uint8Array | null => {
    if (name === '[Content_Types].xml') return new TextEncoder().encode(`<Types>${types.join('')}</Types>`);
    const part = parts.get(name.toLowerCase());
    if (part === undefined) return null;
    const xml = contentOf(part.content, `${prefix}xmlData`);
    return xml === null
      ? base64(contentOf(part.content, `${prefix}binaryData`) ?? '')
      : new TextEncoder().encode(xml.trim());
  };
  const names = [...[...parts.values()].map(({ name }) => name), '[Content_Types].xml'];
  return { names, read, readAlike: read };
}
