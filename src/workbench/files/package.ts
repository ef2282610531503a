/** The zip file of a workbook: its parts and how they name one another (ECMA-376 part 2). */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { childrenOf, FileTrouble, parseTree, tag, type Element } from './xml';

/** Bytes that a part may have when it is unpacked, and all of them together. */
const largestPart = 64 * 1024 * 1024;
const largestFile = 128 * 1024 * 1024;

export interface Relation {
  readonly id: string;
  /** Last part of the type's name: `worksheet`, `styles` … */
  readonly kind: string;
  /** Name of the part; an address where the target lies outside. */
  readonly target: string;
}

export interface Package {
  readonly names: readonly string[];
  /** The root element of a part; null where there is none. */
  tree(name: string): Element | null;
  relations(part: string): readonly Relation[];
}

function absolute(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const relationsName = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

/** @throws FileTrouble where the bytes are no zip file, or one that is too large. */
export function openPackage(bytes: Uint8Array): Package {
  let total = 0;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (originalSize > largestPart || total > largestFile) throw new FileTrouble('the file is too large');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof FileTrouble ? error : new FileTrouble('no zip file');
  }
  const byName = new Map(Object.entries(files).map(([name, content]) => [name.replaceAll('\\', '/'), content]));
  const tree = (name: string): Element | null => {
    const content = byName.get(name);
    return content === undefined ? null : parseTree(content);
  };
  return {
    names: [...byName.keys()],
    tree,
    relations: (part) =>
      childrenOf(tree(relationsName(part)), 'Relationship').map(({ attributes }) => ({
        id: attributes['Id'] ?? '',
        kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target:
          attributes['TargetMode'] === 'External'
            ? (attributes['Target'] ?? '')
            : absolute(part.slice(0, part.lastIndexOf('/') + 1), attributes['Target'] ?? ''),
      })),
  };
}

export interface WrittenPart {
  readonly name: string;
  readonly contentType: string;
  /** An element; the declaration comes before it. */
  readonly xml: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const typeNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The file. `relations` gives for a part (`''`: the package) what it names: kind and target. */
export function writeParts(
  parts: readonly WrittenPart[],
  relations: Readonly<Record<string, readonly (Omit<Relation, 'target'> & { readonly target: string })[]>>,
): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  files['[Content_Types].xml'] = strToU8(
    declaration +
      tag('Types', { xmlns: `${packageNamespace}/content-types` }, [
        tag('Default', {
          Extension: 'rels',
          ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
        }),
        tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
        ...parts.map(({ name, contentType }) => tag('Override', { PartName: `/${name}`, ContentType: contentType })),
      ]),
  );
  for (const [part, list] of Object.entries(relations)) {
    files[relationsName(part)] = strToU8(
      declaration +
        tag(
          'Relationships',
          { xmlns: `${packageNamespace}/relationships` },
          list.map(({ id, kind, target }) =>
            tag('Relationship', { Id: id, Type: `${typeNamespace}/${kind}`, Target: target }),
          ),
        ),
    );
  }
  for (const { name, xml } of parts) files[name] = strToU8(declaration + xml);
  return zipSync(files, { level: 6 });
}
