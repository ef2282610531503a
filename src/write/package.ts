/** An Office Open XML package (ECMA-376 part 2): parts, their content types and relationships, in one zip file. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { element, xmlDocument, xmlText, type Xml } from './xml';

export interface Part {
  /** Name inside the package without a leading slash. */
  readonly name: string;
  readonly contentType: string;
  /** A picture is bytes. */
  readonly content: Xml | Uint8Array;
}

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Full name of a relationship type of Office documents. */
export const relationshipType = (name: string): string => `${officeRelationships}/${name}`;

const relationshipsXml = (relationships: readonly Relationship[]): Xml =>
  element(
    'Relationships',
    { xmlns: `${packageNamespace}/relationships` },
    relationships.map(({ id, type, target }) => element('Relationship', { Id: id, Type: type, Target: target })),
  );

const relationshipsName = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

/** Every entry carries the zip format's first date: the same report gives the same bytes. */
const epoch = new Date(1980, 0, 1);

/**
 * The package as a file. `relationships` lists those of the package under '' and those of a part under its name.
 */
export function writePackage(
  parts: readonly Part[],
  relationships: Readonly<Record<string, readonly Relationship[]>>,
): Uint8Array {
  const types = element(
    'Types',
    { xmlns: `${packageNamespace}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    parts.map(({ name, contentType }) => element('Override', { PartName: `/${name}`, ContentType: contentType })),
  );
  const files: Zippable = {};
  const add = (name: string, content: Part['content']): void => {
    files[name] = typeof content === 'string' ? strToU8(xmlDocument(content)) : content;
  };
  add('[Content_Types].xml', types);
  for (const [part, list] of Object.entries(relationships)) add(relationshipsName(part), relationshipsXml(list));
  for (const { name, content } of parts) add(name, content);
  return zipSync(files, { mtime: epoch, level: 6 });
}

/** Who made a document and what it is called. Times are left out: they would differ with every export. */
export interface DocumentProperties {
  readonly title: string;
  readonly creator: string | null;
}

/** The two property parts that every Office document carries. */
export const propertyParts = ({ title, creator }: DocumentProperties): readonly Part[] => {
  const text = (name: string, value: string | null): Xml | null =>
    value === null ? null : element(name, null, xmlText(value));
  return [
    {
      name: 'docProps/core.xml',
      contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: element(
        'cp:coreProperties',
        {
          'xmlns:cp': `${packageNamespace}/metadata/core-properties`,
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          'xmlns:dcterms': 'http://purl.org/dc/terms/',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        },
        text('dc:title', title),
        text('dc:creator', creator),
        text('dc:language', 'zh-CN'),
      ),
    },
    {
      name: 'docProps/app.xml',
      contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: element(
        'Properties',
        { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
        text('Application', 'Gouji'),
        text('Company', creator),
      ),
    },
  ];
};

export const propertyRelationships: readonly Relationship[] = [
  { id: 'rIdCore', type: `${packageNamespace}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
  { id: 'rIdApp', type: relationshipType('extended-properties'), target: 'docProps/app.xml' },
];
