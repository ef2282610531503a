/** Results by text that are kept: the same few labels are read on every edit. */
const limit = 4000;

/**
 * The same function, which computes each text once while it is remembered. `undefined` is not remembered. Made for short
 * texts: all of `limit` texts are held.
 */
export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const result = compute(text);
    known.set(text, result);
    return result;
  };
}
