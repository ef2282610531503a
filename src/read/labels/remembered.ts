import { copyOf } from '../../report/characters';

/** Results by text that are kept, twice: the same few labels are read on every edit, and in file after file. */
const limit = 2000;

/**
 * The same function, which computes each text once while it is remembered. `undefined` is not remembered. Made for short
 * texts: all of twice `limit` texts are held. When there are too many, those are forgotten that were not asked for lately:
 * labels come again with every report, most other texts never.
 */
export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  let known = new Map<string, Result>();
  let before = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    // What is cut from it in turn holds nothing of the source either.
    const own = copyOf(text);
    const result = before.get(own) ?? compute(own);
    if (known.size >= limit) {
      before = known;
      known = new Map();
    }
    known.set(own, result);
    return result;
  };
}
