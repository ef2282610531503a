/**
 * Content controls that are bound to data in the file (`w:dataBinding`): Word shows what the data say when it opens the file,
 * whatever was kept in the document. Only paths of elements, as Word writes them, are followed.
 */
import type { Archive } from '../../containers/archive';
import { parseXml } from '../../containers/xml';

/** What the data say at a path; null where there are no such data, so that Word shows what the document holds. */
export type BoundTo = (storeItem: string, path: string) => string | null;

export const unbound: BoundTo = () => null;

interface Step {
  readonly name: string;
  readonly index: number;
}

const longestPath = 40;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `/ns0:form[1]/ns0:total[1]`; null for a path of another kind. */
function stepsOf(path: string): readonly Step[] | null {
  const steps: Step[] = [];
  for (const part of path.split('/').slice(1)) {
    const [, name, index] = /^([\w:.-]+)(?:\[(\d+)\])?$/u.exec(part) ?? [];
    if (name === undefined || steps.length >= longestPath) return null;
    steps.push({ name: local(name), index: Number(index ?? 1) });
  }
  return steps.length === 0 ? null : steps;
}

/** The text of the element at a path. Null where there is none. Throws an ArchiveError where the part is broken. */
function textAt(bytes: Uint8Array, steps: readonly Step[]): string | null {
  const seen = [new Map<string, number>()];
  /** How many of the elements that are open are those of the path, and how many are open. */
  let fitting = 0;
  let depth = 0;
  let found: string | null = null;
  let done = false;
  parseXml(bytes, {
    open(name) {
      const counts = seen.at(-1) ?? new Map<string, number>();
      const index = (counts.get(local(name)) ?? 0) + 1;
      counts.set(local(name), index);
      const step = steps[depth];
      if (fitting === depth && step?.name === local(name) && step.index === index) fitting += 1;
      depth += 1;
      seen.push(new Map<string, number>());
      if (fitting === steps.length && depth === steps.length && !done) found = '';
    },
    close() {
      if (fitting === steps.length && depth === steps.length) done = true;
      depth -= 1;
      seen.pop();
      fitting = Math.min(fitting, depth);
      return undefined;
    },
    text(text) {
      if (fitting === steps.length && !done && found !== null) found += text;
    },
  });
  return found;
}

/** The data of a package by the ids of their parts. */
export function boundIn(archive: Archive): BoundTo {
  let parts: Map<string, string> | null = null;
  const partOf = (storeItem: string): string | undefined => {
    if (parts === null) {
      parts = new Map();
      for (const name of archive.names) {
        const [, folder, number] = /^(customXml\/)itemProps(\d+)\.xml$/iu.exec(name) ?? [];
        const bytes = folder === undefined ? null : archive.read(name);
        if (bytes === null) continue;
        const own = parts;
        parseXml(bytes, {
          open(element, attributes) {
            const id = element === 'datastoreItem' ? attributes.get('itemID') : undefined;
            if (id !== undefined) own.set(id.toLowerCase(), `${folder}item${number}.xml`);
          },
          close: () => undefined,
          text: () => undefined,
        });
      }
    }
    return parts.get(storeItem.toLowerCase());
  };
  return (storeItem, path) => {
    const part = partOf(storeItem);
    const bytes = part === undefined ? null : archive.read(part);
    const steps = stepsOf(path);
    return bytes === null || steps === null ? null : textAt(bytes, steps);
  };
}
