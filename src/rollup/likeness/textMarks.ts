/** What a text says, in a few numbers that tell how much two texts have in common. */

/** Numbers that are kept of a text. */
const marks = 32;
/** Characters of text that must be there before it can be called the same as another's. */
const enoughText = 200;
/** Characters that are looked at together: fewer are in any text of this kind, more are lost by every small change. */
const together = 6;
/** Of a text that nobody wrote by himself at least nine tenths stand in the other, too. */
const sameMarks = 29;

/**
 * The smallest hash of each of 32 shares of all runs of six characters; `null` where there is too little text. Names and
 * numbers differ by themselves and punctuation tells nothing: what is left is the wording. Two texts that have a share of
 * their runs in common have about that share of these numbers in common (one-permutation MinHash).
 */
export function textMarksOf(paragraphs: readonly string[], unit: string | null): Uint32Array | null {
  const text = paragraphs.join('');
  const plain = (unit === null || unit === '' ? text : text.replaceAll(unit, '')).replace(
    /[\s\p{P}\p{S}\p{N}\p{Cf}]/gu,
    '',
  );
  if (plain.length < enoughText) return null;
  const least = new Uint32Array(marks).fill(0xffffffff);
  for (let at = 0; at + together <= plain.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let within = 0; within < together; within += 1)
      hash = Math.imul(hash ^ plain.charCodeAt(at + within), 0x01000193);
    // The last steps of a hash spread what the first characters were over all bits.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    const share = hash % marks;
    if (hash < (least[share] ?? 0)) least[share] = hash;
  }
  return least;
}

/** Whether two texts are the same but for a few words. */
export function sameTexts(one: Uint32Array | null, other: Uint32Array | null): boolean {
  if (one === null || other === null) return false;
  let same = 0;
  for (let at = 0; at < marks; at += 1) if (one[at] === other[at]) same += 1;
  return same >= sameMarks;
}

/** Marks looked at together: texts of which nine in ten marks are the same have one such group alike but for 1 in 100,000. */
const group = 4;

/** Groups of texts that are the same, each of two or more, by their places in the list. */
export function groupsOfTexts(texts: readonly (Uint32Array | null)[]): number[][] {
  const parent = texts.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  for (let from = 0; from < marks; from += group) {
    const known = new Map<string, number>();
    texts.forEach((text, at) => {
      if (text === null) return;
      const key = text.subarray(from, from + group).join();
      const first = known.get(key);
      if (first === undefined) known.set(key, at);
      else if (rootOf(first) !== rootOf(at) && sameTexts(texts[first] ?? null, text))
        parent[rootOf(at)] = rootOf(first);
    });
  }
  const groups = new Map<number, number[]>();
  parent.forEach((_, at) => {
    const root = rootOf(at);
    const own = groups.get(root);
    if (own === undefined) groups.set(root, [at]);
    else own.push(at);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
}
