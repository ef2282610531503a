import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArchiveError } from '../../../src/read/containers/archive';
import { parseXml } from '../../../src/read/containers/xml';

/** What a reader is told of an XML text inside its elements; pieces of one text that follow one another are one. */
function told(xml: string): string[] {
  const events: string[] = [];
  let depth = 0;
  const names = ['a', 'val', 'w:val', 'r'];
  try {
    parseXml(new TextEncoder().encode(xml), {
      open: (name, attributes) => {
        depth += 1;
        const values = names.map((one) => `${attributes.get(one)} ${attributes.plain(one)}`);
        events.push(`<${name} ${values.join('|')}>`);
      },
      close: (name) => {
        depth -= 1;
        events.push(`</${name}>`);
        return undefined;
      },
      text: (text) => {
        const last = events.at(-1);
        if (depth === 0) return;
        if (last?.startsWith('=') === true) events[events.length - 1] = last + text;
        else events.push(`=${text}`);
      },
    });
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    events.push(error.trouble);
  }
  return events;
}

/** A comment before everything leaves the whole to the library. */
const byLibrary = (xml: string): string[] => told(`<!-- -->${xml}`);

const value = fc.constantFrom(
  ...['1', 'a b', '&amp;', '&#10;', '&none;', '&', '<', '>', 'x\ty', '\u{20bb7}', '\u0001', '年'],
);
const attribute = fc
  .tuple(
    fc.constantFrom(' ', '\n', '  ', ''),
    fc.constantFrom('a', 'val', 'w:val', 'r', 'x:a', 'é'),
    fc.constantFrom('=', ' = '),
    value,
    fc.constantFrom('"', "'"),
  )
  .map(([space, name, equals, text, quote]) => `${space}${name}${equals}${quote}${text}${quote}`);
const attributes = fc.array(attribute, { maxLength: 3 }).map((all) => all.join(''));
const name = fc.constantFrom('w:p', 'c', 'c', 'w:c', 'x');
const inner = fc.constantFrom(
  ...['', '', '0', ' ', 'a > b', ']]>', '&lt;b&gt;', '&#x4e00;', '&amp;amp;', '一\r\n二\r', '\u{20bb7}', '\u000b'],
  ...['&', '\ufffe'],
);
const rare = fc.constantFrom(
  ...['<!-- c -->', '<![CDATA[<x>]]>', '<?pi?>', '<!DOCTYPE x>', '</c>', '<', '<c', '<c/ >', '</ c>', '<1/>'],
);

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(name, attributes).map(([own, written]) => `<${own}${written}/>`),
    fc
      .tuple(name, attributes, fc.array(fc.oneof(inner, tie('tree')), { maxLength: 4 }), fc.constantFrom('>', ' >'))
      .map(([own, written, content, end]) => `<${own}${written}>${content.join('')}</${own}${end}`),
    inner.map((text) => `<c>${text}</c>`),
    { arbitrary: rare, weight: 1 },
  ),
}));

it('tells of any XML what the library tells of it', () => {
  const around = fc.constantFrom('', '\n', ' ', '\r\n', 'x');
  fc.assert(
    fc.property(tree, around, around, (xml, before, behind) => {
      const text = before + xml + behind;
      expect(told(text)).toEqual(byLibrary(text));
    }),
    { numRuns: 1_500 },
  );
});

it('reads past a declaration, whatever ends its line, and refuses what follows the end', () => {
  const xml = '<w:p a="1"><c/>一</w:p>';
  for (const head of ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', '<?xml version="1.0"?>']) {
    for (const line of ['', '\n', '\r\n']) expect(told(head + line + xml)).toEqual(told(xml));
  }
  expect(told(`${xml}<c/>`).at(-1)).toBe('broken');
  expect(told('<w:p><c></w:p></c>').at(-1)).toBe('broken');
  expect(told('<w:p><c/>').at(-1)).toBe('broken');
  expect(told('').at(-1)).toBe(byLibrary('').at(-1));
});

it('reads a part that comes in pieces as one', () => {
  // Longer than a piece, so that tags, texts and ends of lines fall on every border between two.
  for (const row of ['<c r="A1"><v>年\r\n1</v></c>', '<c r="A1">\r</c>', '<!-- --><c a="&amp;"/>']) {
    const rows = Math.ceil(600_000 / row.length);
    const events = told(`<x>${row.repeat(rows)}</x>`);
    const one = told(`<x>${row}</x>`).slice(1, -1);
    expect(events.length).toBe(one.length * rows + 2);
    expect(new Set(events)).toEqual(new Set(told(`<x>${row}</x>`)));
  }
});

it('reads an element of any number of attributes as the library does', () => {
  for (const count of [99, 100, 101, 5_000]) {
    const many = Array.from({ length: count }, (_, at) => `x${at}="${at}"`).join(' ');
    const xml = `<r><c ${many} a="1" w:val="2"/></r>`;
    expect(told(xml)).toEqual(byLibrary(xml));
    expect(told(xml)[1]).toContain('1 1|');
  }
});
