/** Elements of WordprocessingML (ECMA-376 part 1, 17). Children stand in the order that the schema demands. */
import { element, xmlText, type Xml } from '../xml';

type Attributes = Readonly<Record<string, string | number | null | undefined>>;
type Child = Parameters<typeof element>[2];

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** An element whose name and attributes take the prefix `w:`. */
export const w = (name: string, attributes: Attributes | null = null, ...children: readonly Child[]): Xml =>
  element(
    `w:${name}`,
    attributes === null
      ? null
      : Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value])),
    ...children,
  );

/** Root attributes of a part of a document. */
export const wordRoot: Readonly<Record<string, string>> = {
  'xmlns:w': wordNamespace,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

const textElement = (text: string): Xml => element('w:t', { 'xml:space': 'preserve' }, xmlText(text));

/** Runs of text: tabs and line ends inside become tabs and line breaks. `properties`: the content of `w:rPr`. */
export function run(lines: readonly string[], ...properties: readonly Child[]): Xml {
  const content = lines.flatMap((line, index) => {
    const pieces = line
      .split('\t')
      .flatMap((piece, tab) => [...(tab > 0 ? [w('tab')] : []), ...(piece === '' ? [] : [textElement(piece)])]);
    return index > 0 ? [w('br'), ...pieces] : pieces;
  });
  return w('r', null, properties.length === 0 ? null : w('rPr', null, ...properties), content);
}

/** A simple field such as PAGE, as the three runs that Word and WPS both keep. */
export const field = (instruction: string, shown: string, ...properties: readonly Child[]): Xml[] => {
  const marked = properties.length === 0 ? null : w('rPr', null, ...properties);
  const code = element('w:instrText', { 'xml:space': 'preserve' }, xmlText(` ${instruction} `));
  return [
    w('r', null, marked, w('fldChar', { fldCharType: 'begin' })),
    w('r', null, marked, code),
    w('r', null, marked, w('fldChar', { fldCharType: 'separate' })),
    w('r', null, marked, w('t', null, xmlText(shown))),
    w('r', null, marked, w('fldChar', { fldCharType: 'end' })),
  ];
};

/** A paragraph of a named style; `properties` are the further content of `w:pPr`. */
export const paragraph = (style: string | null, properties: readonly Child[], ...content: readonly Child[]): Xml =>
  w(
    'p',
    null,
    style === null && properties.length === 0
      ? null
      : w('pPr', null, style === null ? null : w('pStyle', { val: style }), ...properties),
    ...content,
  );

/** A centred table of fixed widths (twips) in the style of the report’s tables. `more`: what else its properties say. */
export const table = (widths: readonly number[], rows: readonly Xml[], ...more: readonly Xml[]): Xml =>
  w(
    'tbl',
    null,
    w(
      'tblPr',
      null,
      w('tblStyle', { val: 'ReportTable' }),
      w('tblW', { w: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' }),
      w('jc', { val: 'center' }),
      w('tblLayout', { type: 'fixed' }),
      more,
    ),
    w(
      'tblGrid',
      null,
      widths.map((width) => w('gridCol', { w: width })),
    ),
    rows,
  );

/** How many Chinese characters a text is as wide as. */
export const characters = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 256 ? 0.5 : 1), 0);
