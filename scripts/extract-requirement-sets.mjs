/**
 * Reads from Microsoft's client library which requirement set each member of the Excel API needs, and writes the table
 * that the workbench enforces. Run it after a new version of @microsoft/office-js:
 *
 *   node scripts/extract-requirement-sets.mjs           writes it
 *   node scripts/extract-requirement-sets.mjs --check   fails if the file says something else
 *
 * The table is class → name on the wire → set ("1.9", or "online" for ExcelApiOnline). Members of the first set (1.1) and
 * those that carry no set of their own (they are reached only through one that does) are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const library = new URL('../node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js', import.meta.url);
const target = new URL('../src/workbench/protocol/requirementSets.json', import.meta.url);

const source = readFileSync(library, 'utf8').replaceAll('\r', '');
const excel = source.slice(source.indexOf('(function (Excel) {'));
const classPattern =
  /\n {4}var (\w+) = \(function \(_super\) \{\n {8}__extends\(\1, _super\);([\s\S]*?)\n {4}\}\(OfficeExtension\.ClientObject\)\);/g;

/** Names on the wire of the scalar properties, by their name in JavaScript. */
function wireNames(body) {
  const list = (name) => {
    const found = new RegExp(`"${name}", \\{\\s*get: function \\(\\) \\{\\s*return (\\[[^\\]]*\\])`).exec(body);
    return found === null ? [] : JSON.parse(found[1]);
  };
  const originals = list('_scalarPropertyOriginalNames');
  return new Map(list('_scalarPropertyNames').map((name, i) => [name, originals[i] ?? name]));
}

const table = {};
for (const [, className, body] of excel.matchAll(classPattern)) {
  const scalars = wireNames(body);
  const members = {};
  const segments = body.split(/\n {8}(?=Object\.defineProperty\(\w+\.prototype|\w+\.prototype\.\w+ = )/);
  for (const segment of segments) {
    const property = /^Object\.defineProperty\(\w+\.prototype, "(\w+)"/.exec(segment);
    const method = /^\w+\.prototype\.(\w+) = /.exec(segment);
    const name = property?.[1] ?? method?.[1];
    const set = /_throwIfApiNotSupported\("[\w.]+", (?:_defaultApiSetName|"(\w+)"), "([\d.]+)"/.exec(segment);
    if (name === undefined || set === null) continue;
    const wire =
      /_create(?:Property|Method)Object\(Excel\.\w+, this, "(\w+)"/.exec(segment)?.[1] ??
      /_invokeMethod\(this, "(\w+)"/.exec(segment)?.[1] ??
      /_invokeSetProperty\(this, "(\w+)"/.exec(segment)?.[1] ??
      scalars.get(name) ??
      null;
    if (wire === null) continue;
    const needed = set[1] === undefined ? set[2] : set[1] === 'ExcelApiOnline' ? 'online' : `${set[1]} ${set[2]}`;
    if (needed !== '1.1') members[wire] = needed;
  }
  if (Object.keys(members).length > 0) table[className] = members;
}

const text = `${JSON.stringify(table, null, 1)}\n`;
const count = Object.values(table).reduce((sum, members) => sum + Object.keys(members).length, 0);
const summary = `${Object.keys(table).length} classes, ${count} members`;
if (process.argv.includes('--check')) {
  if (!isDeepStrictEqual(JSON.parse(readFileSync(target, 'utf8')), table)) {
    console.error('the table of requirement sets is not that of the library');
    process.exitCode = 1;
  } else console.log(summary);
} else {
  writeFileSync(target, text);
  console.log(`${summary} → ${fileURLToPath(target)}`);
}
