/** The PDF library with the limits that webpack puts into it, so that tests read with what is built. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import withLimits from '../scripts/shared/pdf-limits.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What a configuration of Vitest needs for that. */
export function limitedPdf(): { readonly alias: Readonly<Record<string, string>>; readonly external: RegExp[] } {
  const file = path.join(root, '.cache/pdfjs-limited.mjs');
  const library = readFileSync(path.join(root, 'node_modules/unpdf/dist/pdfjs.mjs'), 'utf8');
  mkdirSync(path.dirname(file), { recursive: true });
  // Runs side by side never find half of it.
  writeFileSync(`${file}.${process.pid}`, withLimits(library));
  renameSync(`${file}.${process.pid}`, file);
  return { alias: { 'unpdf/pdfjs': file }, external: [/pdfjs-limited/u] };
}
